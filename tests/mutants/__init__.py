"""Mutation testing, by hand: does a test fail when one thing in the code is wrong?"""
