"""A sum told after parts that stand in clauses or sentences of their own: `That brings the bill to £6.95m`.

What ties such a sum to its parts is loose, so it is related to them only where it misses what they make by a
known slip of the hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.inventories import is_named
from claimcheck.relations.reading import per_unit
from claimcheck.relations.singles import items_before
from claimcheck.relations.tally_parts import (
    MOST,
    is_open,
    makes,
    part_of,
    runs_before,
    singles_in,
    slipped,
    taken_from,
)  # fmt: skip
from claimcheck.relations.whole import Whole

_KINDS = ("money", "count", "measure", "duration")
_LEAD = 10  # words from the word that tells of a sum to the sum
_AFTER = 3
_MARKS = frozenset([",", ";", ":", "–", "—", "--", "(", ")"])


def find_tallies(facts: Facts) -> Iterator[Whole]:
    """Every sum told after its parts that a slip keeps from what they make."""
    for sentence, line in facts.lines.items():
        for total in line:
            if len(line) > 1 and (listed_after := _listed_after(facts, total, line)):
                yield listed_after
            if not _may_be_sum(facts, total):
                continue
            runs = (
                list(runs_before(facts, sentence, total)) if (said := _said(facts, sentence, total)) else []
            )
            if not runs or any(makes(total, run) for run in runs):
                continue
            found = next((whole for run in runs if (whole := _after(facts, total, run, said))), None)
            if found:
                yield found


def _listed_after(facts: Facts, total: Figure, line: Sequence[Figure]) -> Whole | None:
    """`13 people, the governor said: seven in …, four in … and a driver who …`: a closed list."""
    if total is line[-1] or not _may_be_sum(facts, total):
        return None
    following = line[line.index(total) + 1 :]
    opener = following[0].first - 1
    while facts.word(opener) in listed("tallies", "sums.fillers"):
        opener -= 1
    end = facts.bounds(total.first)[1]
    if facts.word(opener) not in (":", *group("dashes")) or is_open(facts, total, opener, end):
        return None
    parts = [part for f in following if (part := part_of(facts, f, total))]
    named = total.kind != "count" or all(is_named(facts, part) for part in parts)
    if (
        not named
        or len(parts) != len(following)
        or len(parts) > MOST
        or total.last > opener
        or makes(total, parts)
    ):
        return None
    singles = singles_in(facts, opener + 1, end) if total.kind == "count" else []
    last = parts[-2].last if len(parts) > 1 and not singles else opener
    if singles is None or "and" not in facts.words(last, end):
        return None
    return slipped(facts, total, parts, "told", singles)


def _after(facts: Facts, total: Figure, parts: Sequence[Figure], said: str) -> Whole | None:
    gap = facts.words(max(parts[-1].last, facts.bounds(total.first)[0]), total.first)
    other = "and" in gap and not group("possession").isdisjoint(gap[gap.index("and") :])
    if other or is_open(facts, total, parts[0].first, total.first):
        return None  # `…, and her husband has six`
    nouns = {None, "person", *group("collective"), *(part.unit for part in parts)}
    if said == "taken up" and total.unit not in nouns and total.kind == "count":
        return None  # `The 52 strikers`, of whom nothing was told
    singles: list[Span] = []
    if total.kind == "count":
        singles = [*items_before(facts, parts[0], facts.bounds(parts[0].first)[0])]
        singles += _single_after(facts, total, parts[-1])
    return slipped(facts, total, parts, said, singles)


def _may_be_sum(facts: Facts, figure: Figure) -> bool:
    exact = figure.kind in _KINDS and figure.low is not None and figure.low == figure.high and figure.low > 3
    chosen = facts.word(figure.first - 1) == "of" and facts.word(figure.first - 2) in group("chosen")
    return exact and figure.modifier == "exact" and not chosen and not per_unit(facts, figure)


def _said(facts: Facts, sentence: int, total: Figure) -> str:
    """How the text calls it a sum: `told` in so many words, `taken up` by `the`; '' if it does not."""
    begin, end = facts.bounds(total.first)
    first = max(begin, total.first - _LEAD)
    lead = facts.words(first, total.first)
    clause = next((lead[i + 1 :] for i in range(len(lead) - 1, -1, -1) if lead[i] in _MARKS), lead)
    if not listed("tallies", "sums.apart").isdisjoint(clause[-_AFTER:]) or taken_from(facts, total):
        return ""
    after = facts.words(total.last, min(end, total.last + _AFTER + 1))
    if _has_phrase(after, "sums.after") or _has_phrase(lead, "sums.before") or _by_verb(lead):
        return "told"
    if lead[-1:] and lead[-1] in group("dashes") | {":"}:
        return "told"
    pointing = lead[-1:] and lead[-1] in listed("tallies", "sums.pointing")
    return "taken up" if pointing and total.first - begin <= _LEAD // 2 else ""


def _has_phrase(words: Sequence[str], table: str) -> bool:
    if _openings(table).isdisjoint(words):
        return False
    spoken = f" {' '.join(words)} "
    return any(f" {phrase} " in spoken for phrase in listed("tallies", table))


@cache
def _openings(table: str) -> frozenset[str]:
    """The first words of the phrases of a table."""
    return frozenset(phrase.partition(" ")[0] for phrase in listed("tallies", table))


def _by_verb(lead: Sequence[str]) -> bool:
    """Whether a verb of summing leads to the figure: `That took the cost of it to`; `giving the town`."""
    place = len(lead)
    fillers = listed("tallies", "sums.fillers")
    verbs = listed("tallies", "sums.verbs")
    opening = _openings("sums.verbs")
    for index in range(place - 1, -1, -1):
        for size in (4, 3, 2, 1) if lead[index] in opening else ():
            if " ".join(lead[index : index + size]) in verbs and index + size <= place:
                between = lead[index + size :]
                return lead[-1] in ("to", "at") or all(word in fillers for word in between)
    return False


def _single_after(facts: Facts, total: Figure, part: Figure) -> list[Span]:
    """`and a bus driver` after the last part."""
    end = min(facts.bounds(part.first)[1], max(total.first, part.last))
    end = end if total.first > part.last and end == total.first else facts.bounds(part.first)[1]
    joint = next((i for i in range(part.last, end) if facts.word(i) == "and"), end)
    end = next((i for i in range(joint + 1, end) if facts.word(i) in _MARKS), end)
    return (singles_in(facts, joint + 1, end) or [])[:1]
