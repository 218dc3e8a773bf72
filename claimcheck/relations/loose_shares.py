"""Shares of one whole told apart: in two sentences, for each of several owners, with a yes and a no.

What ties them is looser than a list, so where only the form of the sentence does, they are related only if
one of them is a slip of the hand away from what the others leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.divisions import asks_which
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import misprinted
from claimcheck.relations.remnants import shares_told, unbroken
from claimcheck.relations.series import taken_up
from claimcheck.relations.shares import Shares, is_rest

_LEAST, _MOST = 2, 7
_NEAR = (Decimal("0.79"), Decimal("1.26"))  # sums further from the whole are of other things
_PLAIN = frozenset(["exact", "approx"])
_HUNDRED, _ONE = Decimal(100), Decimal(1)
_AGAIN = Decimal("0.03")  # between a fraction and its percentage
_LEAD = 6  # words before a share that tell whose it is
_ROUNDED = Decimal("0.0005")  # of the whole; what else rounding allows is settled by the check
_FINEST = Decimal("1e-12")  # no share is printed finer


def find_loose_shares(facts: Facts) -> Iterator[Shares]:
    """Every set of shares told apart that cannot be of the one whole they are told of."""
    for sentence, line in facts.lines.items():
        if not any(f.kind in ("percent", "ratio") for f in line):
            continue
        parts = shares_told(facts, sentence, len(facts.lower))
        if parts and _goes_on(facts, parts[0]):
            parts = [*shares_told(facts, sentence - 1, len(facts.lower)), *parts]
        parts = _without_restated(parts)
        if not _LEAST <= len(parts) <= _MOST or not _are_plain(facts, parts):
            continue
        made = sum((_of_whole(part) for part in parts), Decimal(0))
        if _NEAR[0] <= made <= _NEAR[1] and abs(made - 1) > _ROUNDED:
            slipped = _slipped(parts, made)
            if _leaves_none(facts, parts) and (slipped or made > 1):
                yield Shares(tuple(parts), sure=False)
            elif made > 1 and (_of_owners(facts, parts) or (slipped and _of_answers(facts, parts))):
                yield Shares(tuple(parts), complete=False, sure=False)


def _without_restated(parts: Sequence[Figure]) -> list[Figure]:
    """The shares without fractions that a percentage says again: `nearly half of the staff, 48 per cent`."""
    again = {
        first.start
        for first, second in pairwise(parts)
        if (first.kind, second.kind) == ("ratio", "percent")
        and abs(_of_whole(first) - _of_whole(second)) <= _AGAIN
    }
    return [part for part in parts if part.start not in again]


def _of_whole(part: Figure) -> Decimal:
    return (part.low or Decimal(0)) / (1 if part.kind == "ratio" else _HUNDRED)


def _slipped(parts: Sequence[Figure], made: Decimal) -> bool:
    """Whether one percentage is a misprint of what the others leave."""
    told = [p for p in parts if p.kind == "percent" and p.grain > _FINEST]
    left = [(p, (_of_whole(p) - made + 1) * _HUNDRED) for p in told]
    return any(
        0 < value <= _HUNDRED and misprinted(value.quantize(min(p.grain, _ONE)), p.low or _HUNDRED)
        for p, value in left
    )


def _goes_on(facts: Facts, share: Figure) -> bool:
    """`The other 27 per cent had no opinion`: a sentence that goes on with the answers of the one before."""
    first, last = facts.bounds(share.first)
    if " ".join(facts.words(first, share.first)) in listed("tallies", "shares.going_on"):
        return facts.word(share.last) != "of"
    after = f" {' '.join(facts.words(share.last, min(last, share.last + _LEAD)))} "
    return share.first == first and any(f" {phrase} " in after for phrase in listed("tallies", "shares.rest"))


def _are_plain(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether no share is of another, of something else, or the amount of a change."""
    if any(part.low is None or part.low != part.high or part.modifier not in _PLAIN for part in parts):
        return False
    of_whom = {_whose(facts, part) for part in parts if facts.word(part.last) == "of"}
    if len(of_whom) > 1 or not unbroken(facts, parts[0].first, parts[-1].last) or _of_times(facts, parts):
        return False
    if any(taken_up(facts, part) or facts.word(part.first - 1) in ("by", "from", "than") for part in parts):
        return False
    first, last = facts.bounds(parts[0].first)[0], facts.bounds(parts[-1].first)[1]
    around = unbroken(facts, first, parts[0].first) and unbroken(facts, parts[-1].last, last)
    return around or _leaves_none(facts, parts)


def _whose(facts: Facts, part: Figure) -> str:
    """What the share is of, past an article: `of the shares`."""
    place = part.last + 1
    return facts.word(place + (facts.word(place) in group("definite") | group("articles")))


def _of_times(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether two shares are of two times or two places: `43 per cent in 1990 and 41 per cent in 2000`."""
    placed = sum(facts.word(part.last) in group("places_after") for part in parts)
    dated = sum(bool(facts.times_near(part.last, _LEAD)) for part in parts)
    return placed >= _LEAST or dated >= _LEAST


def _leaves_none(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether the text names the last of the answers, or says yes and no."""
    last = parts[-1]
    if len(parts) > _LEAST and (is_rest(facts, last) or _is_last(facts, parts)):
        return True
    told = [set(facts.words(part.first - _LEAD, part.first)) for part in parts]
    if len(parts) != _LEAST or parts[0].kind != "percent":
        return False
    gap = facts.words(parts[0].last, parts[1].first)
    told[1] = set(gap)
    if gap[:1] == ["to"] and gap[-1:] == ["'s"]:
        return not group("contests").isdisjoint(facts.words(*facts.bounds(parts[0].first)))
    return "yes" in told[0] and "no" in told[1] and "yes" not in told[1]


def _is_last(facts: Facts, parts: Sequence[Figure]) -> bool:
    last = parts[-1]
    if " ".join(facts.words(last.first - 2, last.first)) in listed("tallies", "shares.last"):
        return facts.word(last.last) != "of"
    gap = facts.words(parts[-2].last, last.first)
    place = max((i for i, word in enumerate(gap) if word in group("clause_marks") | {"and"}), default=0)
    end = facts.bounds(last.first)[1]
    told = [*gap[place:], ";", *facts.words(last.last, min(end, last.last + _LEAD))]
    spoken = f" {' '.join(told)} "
    return any(f" {phrase} " in spoken for phrase in listed("tallies", "shares.rest"))


def _of_owners(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`The state owns 51 per cent of it, Marsk 30 and a fund 29`: what is held of one thing."""
    first, last = facts.bounds(parts[0].first)
    words = facts.words(first, last)
    held = listed("tallies", "shares.held").intersection(
        facts.words(max(first, parts[0].first - _LEAD), parts[0].last + 4)
    )
    whole = not listed("tallies", "shares.wholes").isdisjoint(words)
    return bool(held) and whole and _is_closed(facts, parts)


def _of_answers(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`Four in ten walk, a quarter cycle and 45 per cent drive`: a list of answers."""
    several = group("several_named") | group("several_answers")
    first, last = facts.bounds(parts[-1].first)
    if asks_which(facts, first, parts[0].first):
        return False
    words = facts.words(first, last)
    return len(parts) > _LEAST and several.isdisjoint(words) and _is_closed(facts, parts)


def _is_closed(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether `and` stands before the last share, in one sentence, and none has a place of its own."""
    within = facts.tokens.sentence[parts[0].first] == facts.tokens.sentence[parts[-1].first]
    return within and "and" in facts.words(parts[-2].last, parts[-1].first)
