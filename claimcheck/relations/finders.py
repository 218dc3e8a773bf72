"""Where each relation is found, and what an article must hold for that; without it nothing is even loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from claimcheck.relations.facts import Facts


class Finder(NamedTuple):
    """What finds relations, its module, and of what an article must hold one (see `Facts.holds`)."""

    module: str
    name: str
    needs: frozenset[str] = frozenset()


def _finder(module: str, name: str, *needs: str) -> Finder:
    return Finder(module, name, frozenset(needs))


_SHARES = ("figure percent", "figure ratio")
_SIZES = ("figure count", "figure money", "figure measure", "figure duration")
_SPANS = ("figure duration", "figure age", "mark anniversary", "later")
_CHANGING = ("mark rise", "mark fall")
_GAPS = (
    "mark margin", "mark win", "mark profit", "mark more", "mark less", "mark left_over", "mark apart",
    "mark rise", "mark too", "mark trade", "figure multiplier", "figure points", "figure measure",
)  # fmt: skip
FINDERS = {
    "age repeats": _finder("ages", "find_age_repeats", "figure age"),
    "asides": _finder("asides", "find_asides", "two figures"),
    "bequests": _finder("remnants", "find_bequests", "figure ratio"),
    "bounded": _finder("bounded", "find_bounded"),
    "changes": _finder(
        "changes", "find_changes", *_CHANGING, "mark shift", "mark compared", "mark more", "mark less",
        "figure multiplier", "figure ratio",
    ),
    "climbs": _finder("climbs", "find_climbs", *_CHANGING),
    "comparisons": _finder("comparisons", "find_comparisons", "two figures"),
    "days": _finder("dates", "find_days"),
    "densities": _finder("densities", "find_densities", "per", "every", "each"),
    "distances": _finder("distances", "find_distances"),
    "divisions": _finder("divisions", "find_divisions", *_SHARES),
    "elapsed": _finder("elapsed", "find_elapsed", *_SPANS),
    "gaps": _finder("gaps", "find_gaps", *_GAPS),
    "later percents": _finder("later_percents", "find_later_percents", *_SHARES),
    "levels": _finder("levels", "find_levels", "two figures"),
    "listings": _finder("listings", "find_listings", "figure count", "days", "mark band"),
    "lives": _finder("lives", "find_lives", "figure age", "figure ordinal", "figure count"),
    "loose shares": _finder("loose_shares", "find_loose_shares", *_SHARES),
    "of them": _finder("of_them", "find_of_them", "them"),
    "other fractions": _finder("halves", "find_other_fractions", *_SHARES),
    "paces": _finder("paces", "find_paces", "two figures"),
    "part shares": _finder("part_shares", "find_part_shares", *_SHARES),
    "ranges": _finder("ranges", "find_ranges"),
    "rates": _finder("rates", "find_rates", *_SIZES),
    "remnants": _finder(
        "remnants", "find_remnants", "mark remainder", "mark left_over", "mark balance", "last", "final"
    ),
    "renamed": _finder("renamed", "find_renamed", "figure count", "figure score"),
    "repeats": _finder("repeats", "find_repeats"),
    "rounded": _finder("rounded", "find_rounded"),
    "shares": _finder("shares", "find_shares", *_SHARES),
    "slips": _finder("slips", "find_slips", *_CHANGING, "figure multiplier"),
    "standards": _finder("standards", "find_standards", "than"),
    "taken up": _finder("taken_up", "find_taken_up"),
    "tallies": _finder("tallies", "find_tallies"),
    "terms": _finder("terms", "find_terms", "mark jailing"),
    "told again": _finder("told_again", "find_told_again", *_SHARES),
    "told fractions": _finder(
        "told_fractions", "find_told_fractions", "figure ratio", "majority", "minority"
    ),
    "twins": _finder("pairs", "find_twins", "two figures", *_SHARES),
    "wholes": _finder("wholes", "find_wholes"),
}  # fmt: skip


def find(kind: str, facts: Facts, *given: object) -> tuple[Any, ...]:
    """The relations of one kind in an article."""
    finder = FINDERS[kind]
    if finder.needs and finder.needs.isdisjoint(facts.holds):
        return ()
    return tuple(_loaded(kind)(facts, *given))


@cache
def _loaded(kind: str) -> Callable[..., Iterator[Any]]:
    module, name, _ = FINDERS[kind]
    function: Callable[..., Iterator[Any]] = getattr(import_module(f"{__package__}.{module}"), name)
    return function
