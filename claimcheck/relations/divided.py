"""A total and what became of its parts: `Of the 120, 45 … and the remaining 75 …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.figures.plurals import is_plural, singular
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, leads
from claimcheck.relations.series import taken_up
from claimcheck.relations.whole import Whole

_OPENING = 4  # words from `of` to the total
_CHANGES = frozenset(["from", "than", "compared"])  # what leads to the end of a change
_CLOSE = 7  # words from a total to `19 of them`
_LONGEST_CLAUSE = 6  # words from `of which` to the part
_LEAST = 3  # parts that make a list


def find_divided(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Whole]:
    """`Of the 120, 45 … and 75 …`; `Of that, $4m is for …`; `48 flats, 30 of which are let, …`."""
    if not line:
        return
    opened = _opened(facts, sentence, line)
    found = opened or _of_which(facts, line) or _of_that(facts, sentence, line)
    if not found:
        return
    total, parts = found[0], _to_the_rest(facts, found[1])
    if not parts or not all(_counts(total, part) and part.low == part.high for part in parts):
        return
    if any(not _CHANGES.isdisjoint(leads(facts, part)) for part in parts):
        return
    if len(parts) == 1:
        close = taken_up(facts, parts[0]) or parts[0].first - total.last <= _CLOSE
        if alike(total, parts[0]) and (_is_of_which(facts, parts[0]) or close):
            yield Whole(total, tuple(parts), False)
        return
    first = facts.bounds(parts[-1].first)[0]
    if any(facts.classes[i] == "open_list" for i in range(first, parts[-1].first)):
        return
    near = range(parts[-1].first - 3, parts[-1].first)
    rest = any(facts.classes[i] == "remainder" or facts.word(i) == "other" for i in near)
    listed = _listed(facts, parts)
    if rest or (opened and not listed):
        yield Whole(total, tuple(parts), rest)
    elif listed or total.kind == "money":
        if opened and not told_apart(facts, parts) and not _parallel(facts, parts):
            return
        summed = "total" in facts.classes[first : total.last] and len(parts) >= _LEAST
        yield Whole(total, tuple(parts), summed or told_apart(facts, parts), near=True)


def _to_the_rest(facts: Facts, parts: Sequence[Figure]) -> Sequence[Figure]:
    """The parts up to `the remaining 440`: what follows in a clause of its own is of something else."""
    for place, part in enumerate(parts[:-1]):
        if place and facts.classes[part.first - 1] == "remainder":
            return parts[: place + 1]
    return parts


def _opened(facts: Facts, sentence: int, line: Sequence[Figure]) -> tuple[Figure, Sequence[Figure]] | None:
    first = facts.article.sentences[sentence].first
    if facts.word(first) != "of":
        return None
    if leads(facts, line[0])[:1] == ["of"] and line[0].first - first <= _OPENING:
        return line[0], line[1:]
    if facts.word(first + 1) in group("pronouns"):
        before = [f for f in facts.lines.get(sentence - 1, ()) if alike(f, line[0])]
        return (before[0], line) if len(before) == 1 else None
    return None


def _of_which(facts: Facts, line: Sequence[Figure]) -> tuple[Figure, Sequence[Figure]] | None:
    """`48 flats in the block, 30 of which are let, 12 …`; `48 people, 22 of them for burns, 17 …`."""
    if len(line) < 2:
        return None
    return (line[0], line[1:]) if _is_of_which(facts, line[1]) or taken_up(facts, line[1]) else None


def _of_that(facts: Facts, sentence: int, line: Sequence[Figure]) -> tuple[Figure, Sequence[Figure]] | None:
    """`Revenue is $1.9 billion. Orlo brings in $1.3 billion of that and Tamsin $600 million.`"""
    if not any(taken_up(facts, part) for part in line):
        return None
    before = [f for f in facts.lines.get(sentence - 1, ()) if alike(f, line[0])]
    sums = [f for f in line if f.kind == "money"]
    return (before[0], sums) if len(before) == 1 and before[0].kind == "money" else None


def _is_of_which(facts: Facts, part: Figure) -> bool:
    """Whether `of which` opens the part's clause: `, of which China will lend 3 billion`."""
    words = facts.words(part.first - _LONGEST_CLAUSE, part.first)
    place = next((i for i in range(len(words) - 1, 0, -1) if words[i] in ("whom", "which")), 0)
    return place > 0 and words[place - 1] == "of" and not {",", ";"} & set(words[place:])


def _counts(total: Figure, part: Figure) -> bool:
    """Whether the part can be of the total: of one kind, or a bare number of acres, tonnes or miles."""
    bare = part.kind == "count" and part.unit is None and total.kind == "measure"
    return alike(total, part) or bare


def _listed(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether commas part three or more, with `and` before the last, and none has a noun of its own."""
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    if len(parts) < _LEAST and not told_apart(facts, parts):
        return False
    return (
        bare_parts(facts, parts[0], parts)
        and all("," in gap or ";" in gap or "and" in gap for gap in gaps)
        and "and" in gaps[-1]
    )


def told_apart(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether each part has an outcome that excludes the others: dead, missing; home, still here."""
    words = [facts.words(part.last, part.last + _OPENING) for part in parts]
    before = [facts.word(part.first - 1) for part in parts]
    outcomes = group("outcomes")
    gone_and_left = len(parts) == 2 and bool(
        group("leaving").intersection(words[0]) and group("staying").intersection(words[1])
    )
    return gone_and_left or all(outcomes.intersection(told) for told in words) or outcomes.issuperset(before)


def _parallel(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether what is told of each part has one form: `were upheld`, `are guards`; attributes may overlap."""
    told = [_form(facts, part) for part in parts]
    return len(set(told)) == 1 and told[0] != ""


def _form(facts: Facts, part: Figure) -> str:
    """The form of the predicate: a copula and a participle or a plural, or a verb in -ed; '' for others."""
    words = [word for word in facts.words(part.last, part.last + 3) if word not in ("still", "being", "now")]
    copula = words[:1] and words[0] in group("verbs")
    head = (words[1:2] if copula else words[:1]) or [""]
    if head[0].endswith(("ed", "en")) or head[0] in group("done"):
        return "done"
    return "kind" if copula and is_plural(head[0]) else ""


def bare_parts(facts: Facts, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether no part has a noun of its own: they are of what the total counts."""
    return all(
        part.kind != "count" or part.unit is None or _bare(facts, part) or part.unit in group("outcomes")
        for part in parts
    )


def _bare(facts: Facts, part: Figure) -> bool:
    """Whether the noun of a count is not beside it: it was told before."""
    return part.unit not in {singular(word) for word in facts.words(part.last, part.last + 3)}
