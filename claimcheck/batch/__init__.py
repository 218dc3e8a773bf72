"""Many articles on one machine: several processes, runs that go on where they stopped, results kept.

Nothing here is imported until it is asked for.
"""
