"""Which figures of an article speak of one thing: made only where the text says so, and shown as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.relations.facts import Facts, gather
from claimcheck.relations.finders import find
from claimcheck.values import frozen

if TYPE_CHECKING:
    from claimcheck.relations.changes import Change
    from claimcheck.relations.dates import Day
    from claimcheck.relations.listings import Listing
    from claimcheck.relations.lives import Life
    from claimcheck.relations.paces import Pace
    from claimcheck.relations.pairs import Share, Twin
    from claimcheck.relations.ranges import WrittenRange
    from claimcheck.relations.rate import Rate
    from claimcheck.relations.repeats import Repeat
    from claimcheck.relations.shares import Shares
    from claimcheck.relations.spans_told import Elapsed
    from claimcheck.relations.whole import Whole


@frozen
class Relations:
    """All relations of an article, by kind."""

    changes: tuple[Change, ...] = ()
    gaps: tuple[Change, ...] = ()
    wholes: tuple[Whole, ...] = ()
    shares: tuple[Shares, ...] = ()
    twins: tuple[Twin, ...] = ()
    bounded: tuple[Twin, ...] = ()
    part_shares: tuple[Share, ...] = ()
    rates: tuple[Rate, ...] = ()
    paces: tuple[Pace, ...] = ()
    listings: tuple[Listing, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    ranges: tuple[WrittenRange, ...] = ()
    days: tuple[Day, ...] = ()
    elapsed: tuple[Elapsed, ...] = ()
    lives: tuple[Life, ...] = ()


def relate(facts: Facts) -> Relations:
    """The relations between the figures of an article."""
    twins = _all_twins(facts)
    changes = _all_changes(facts)
    return Relations(
        changes,
        _all_gaps(facts, changes),
        _all_wholes(facts),
        _all_shares(facts),
        twins,
        (*find("bounded", facts), *find("asides", facts), *find("rounded", facts)),
        _all_part_shares(facts, twins),
        (*find("rates", facts), *find("densities", facts)),
        find("paces", facts),
        find("listings", facts),
        _all_repeats(facts),
        find("ranges", facts),
        find("days", facts),
        find("elapsed", facts),
        find("lives", facts),
    )


def _all_changes(facts: Facts) -> tuple[Change, ...]:
    """What the text compares outright, then what changed by an amount not told of before."""
    compared = find("comparisons", facts)
    known = {change.amount.start for change in compared if change.amount}
    changed = [c for c in find("changes", facts) if c.amount is None or c.amount.start not in known]
    known |= {change.amount.start for change in changed if change.amount}
    ends = {_ends(change) for change in (*compared, *changed) if change.amount}
    slips = (slip for slip in find("slips", facts, known) if _ends(slip) not in ends)
    sided = {_ends(c) for c in (*compared, *changed) if c.direction and c.ordered}
    standards = (c for c in find("standards", facts) if _ends(c) not in sided)
    found = (*compared, *changed, *find("levels", facts), *find("climbs", facts), *standards, *slips)
    return _on_one_side(facts, found)


def _on_one_side(facts: Facts, found: tuple[Change, ...]) -> tuple[Change, ...]:
    """Those of which no end is a surplus and the other a deficit."""
    if not found:
        return ()
    from claimcheck.relations.signs import cross_nought  # lazily: most articles tell of no change

    return tuple(change for change in found if not cross_nought(facts, change.before, change.after))


def _ends(change: Change) -> frozenset[int]:
    return frozenset((change.before.start, change.after.start))


def _all_wholes(facts: Facts) -> tuple[Whole, ...]:
    """What the text lists, then what it tells as a sum of figures that stand apart."""
    wholes = find("wholes", facts)
    known = {_figures(whole) for whole in wholes if whole.closed and not whole.near}
    return (*wholes, *(tally for tally in find("tallies", facts) if _figures(tally) not in known))


def _figures(whole: Whole) -> tuple[int, ...]:
    return (whole.total.start, *(part.start for part in whole.parts))


def _all_gaps(facts: Facts, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The distances that the text tells of outright, then those that only a slip shows."""
    gaps = find("gaps", facts)
    known = {found.amount.start for found in (*changes, *gaps) if found.amount}
    return _on_one_side(facts, (*gaps, *find("distances", facts, known)))


def _all_twins(facts: Facts) -> tuple[Twin, ...]:
    """The figures told twice side by side, then those said again further on."""
    twins = find("twins", facts)
    known = {(twin.second.start, twin.second.kind) for twin in twins}
    again = find("told again", facts)
    return (*twins, *(twin for twin in again if (twin.second.start, twin.second.kind) not in known))


def _all_repeats(facts: Facts) -> tuple[Repeat, ...]:
    kinds = ("repeats", "age repeats", "renamed", "taken up", "terms")
    return tuple(repeat for kind in kinds for repeat in find(kind, facts))


def _all_part_shares(facts: Facts, twins: tuple[Twin, ...]) -> tuple[Share, ...]:
    shares = find("part shares", facts, twins)
    known = {share.percent.start for share in shares}
    told = (*find("of them", facts), *find("later percents", facts))
    others = (share for share in told if share.percent.start not in known)
    return (*shares, *others, *find("told fractions", facts))


def _all_shares(facts: Facts) -> tuple[Shares, ...]:
    shares = find("shares", facts)
    known = {part.start for found in shares for part in found.parts}
    divisions = [found for found in find("divisions", facts) if found.parts[0].start not in known]
    known |= {part.start for found in divisions for part in found.parts}
    others = [found for found in find("other fractions", facts) if found.parts[0].start not in known]
    known |= {part.start for found in others for part in found.parts}
    remnants = [
        found
        for found in (*find("remnants", facts), *find("bequests", facts))
        if found.parts[-1].start not in known
    ]
    known |= {part.start for found in remnants for part in found.parts}
    loose = [found for found in find("loose shares", facts) if any(p.start not in known for p in found.parts)]
    return (*shares, *divisions, *others, *remnants, *loose)


_HOMES = {
    "Change": "changes", "Listing": "listings", "Pace": "paces", "Rate": "rate", "Share": "pairs",
    "Shares": "shares", "Twin": "pairs", "Whole": "whole",
}  # fmt: skip
__all__ = [
    "Change", "Facts", "Listing", "Pace", "Rate", "Relations", "Share", "Shares", "Twin", "Whole", "gather",
    "relate",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """The kinds of relations, each imported when first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
