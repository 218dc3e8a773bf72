"""Which figures of an article speak of one thing: made only where the text says so, and shown as such."""

from __future__ import annotations

from claimcheck.relations.ages import find_age_repeats
from claimcheck.relations.asides import find_asides
from claimcheck.relations.bounded import find_bounded
from claimcheck.relations.changes import Change, find_changes
from claimcheck.relations.climbs import find_climbs
from claimcheck.relations.comparisons import find_comparisons
from claimcheck.relations.dates import Day, find_days
from claimcheck.relations.densities import find_densities
from claimcheck.relations.distances import find_distances
from claimcheck.relations.divisions import find_divisions
from claimcheck.relations.elapsed import find_elapsed
from claimcheck.relations.facts import Facts, gather
from claimcheck.relations.gaps import find_gaps
from claimcheck.relations.halves import find_other_fractions
from claimcheck.relations.levels import find_levels
from claimcheck.relations.listings import Listing, find_listings
from claimcheck.relations.lives import Life, find_lives
from claimcheck.relations.loose_shares import find_loose_shares
from claimcheck.relations.of_them import find_of_them
from claimcheck.relations.paces import Pace, find_paces
from claimcheck.relations.pairs import Share, Twin, find_twins
from claimcheck.relations.part_shares import find_part_shares
from claimcheck.relations.ranges import WrittenRange, find_ranges
from claimcheck.relations.rate import Rate
from claimcheck.relations.rates import find_rates
from claimcheck.relations.remnants import find_bequests, find_remnants
from claimcheck.relations.renamed import find_renamed
from claimcheck.relations.repeats import Repeat, find_repeats
from claimcheck.relations.shares import Shares, find_shares
from claimcheck.relations.signs import cross_nought
from claimcheck.relations.slips import find_slips
from claimcheck.relations.spans_told import Elapsed
from claimcheck.relations.taken_up import find_taken_up
from claimcheck.relations.tallies import find_tallies
from claimcheck.relations.whole import Whole
from claimcheck.relations.wholes import find_wholes
from claimcheck.values import frozen


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
    twins = tuple(find_twins(facts))
    changes = _all_changes(facts)
    return Relations(
        changes,
        _all_gaps(facts, changes),
        _all_wholes(facts),
        _all_shares(facts),
        twins,
        (*find_bounded(facts), *find_asides(facts)),
        _all_part_shares(facts, twins),
        (*find_rates(facts), *find_densities(facts)),
        tuple(find_paces(facts)),
        tuple(find_listings(facts)),
        (*find_repeats(facts), *find_age_repeats(facts), *find_renamed(facts), *find_taken_up(facts)),
        tuple(find_ranges(facts)),
        tuple(find_days(facts)),
        tuple(find_elapsed(facts)),
        tuple(find_lives(facts)),
    )


def _all_changes(facts: Facts) -> tuple[Change, ...]:
    """What the text compares outright, then what changed by an amount not told of before."""
    compared = tuple(find_comparisons(facts))
    known = {change.amount.start for change in compared if change.amount}
    changed = [c for c in find_changes(facts) if c.amount is None or c.amount.start not in known]
    known |= {change.amount.start for change in changed if change.amount}
    ends = {_ends(change) for change in (*compared, *changed) if change.amount}
    slips = (slip for slip in find_slips(facts, known) if _ends(slip) not in ends)
    found = (*compared, *changed, *find_levels(facts), *find_climbs(facts), *slips)
    return tuple(change for change in found if not cross_nought(facts, change.before, change.after))


def _ends(change: Change) -> frozenset[int]:
    return frozenset((change.before.start, change.after.start))


def _all_wholes(facts: Facts) -> tuple[Whole, ...]:
    """What the text lists, then what it tells as a sum of figures that stand apart."""
    return (*find_wholes(facts), *find_tallies(facts))


def _all_gaps(facts: Facts, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The distances that the text tells of outright, then those that only a slip shows."""
    gaps = tuple(find_gaps(facts))
    known = {found.amount.start for found in (*changes, *gaps) if found.amount}
    return (*gaps, *find_distances(facts, known))


def _all_part_shares(facts: Facts, twins: tuple[Twin, ...]) -> tuple[Share, ...]:
    shares = tuple(find_part_shares(facts, twins))
    known = {share.percent.start for share in shares}
    return (*shares, *(share for share in find_of_them(facts) if share.percent.start not in known))


def _all_shares(facts: Facts) -> tuple[Shares, ...]:
    shares = tuple(find_shares(facts))
    known = {part.start for found in shares for part in found.parts}
    divisions = [found for found in find_divisions(facts) if found.parts[0].start not in known]
    known |= {part.start for found in divisions for part in found.parts}
    others = [found for found in find_other_fractions(facts) if found.parts[0].start not in known]
    known |= {part.start for found in others for part in found.parts}
    remnants = [
        found
        for found in (*find_remnants(facts), *find_bequests(facts))
        if found.parts[-1].start not in known
    ]
    known |= {part.start for found in remnants for part in found.parts}
    loose = [found for found in find_loose_shares(facts) if any(p.start not in known for p in found.parts)]
    return (*shares, *divisions, *others, *remnants, *loose)


__all__ = [
    "Change",
    "Facts",
    "Listing",
    "Pace",
    "Rate",
    "Relations",
    "Share",
    "Shares",
    "Twin",
    "Whole",
    "gather",
    "relate",
]
