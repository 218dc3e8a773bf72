"""A total and what became of its parts: `Of the 120, 45 … and the remaining 75 …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, leads
from claimcheck.relations.series import taken_up
from claimcheck.relations.whole import Whole

_OPENING = 4  # words from `of` to the total
_LEAST = 3  # parts that make a list


def find_divided(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Whole]:
    """`Of the 120, 45 … and 75 …`; `Of that, $4m is for …`; `48 flats, 30 of which are let, …`."""
    if not line:
        return
    found = _opened(facts, sentence, line) or _of_which(facts, line)
    if not found:
        return
    total, parts = found
    first = facts.bounds(line[-1].first)[0]
    if not parts or not all(_counts(total, part) for part in parts):
        return
    if len(parts) == 1:
        if alike(total, parts[0]) and _is_of_which(facts, parts[0]):
            yield Whole(total, tuple(parts), False)
        return
    if any(facts.classes[i] == "open_list" for i in range(first, parts[-1].first)):
        return
    near = range(parts[-1].first - 3, parts[-1].first)
    rest = any(facts.classes[i] == "remainder" or facts.word(i) == "other" for i in near)
    if rest or not _listed(facts, parts):
        yield Whole(total, tuple(parts), rest)
    else:
        yield Whole(total, tuple(parts), _told_apart(facts, parts), near=True)


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
    if len(line) < 2 or (len(line) == 2 and not _is_of_which(facts, line[1])):
        return None
    return (line[0], line[1:]) if _is_of_which(facts, line[1]) or taken_up(facts, line[1]) else None


def _is_of_which(facts: Facts, part: Figure) -> bool:
    return facts.word(part.first - 1) in ("whom", "which") and facts.word(part.first - 2) == "of"


def _counts(total: Figure, part: Figure) -> bool:
    """Whether the part can be of the total: of one kind, or a bare number of acres, tonnes or miles."""
    bare = part.kind == "count" and part.unit is None and total.kind == "measure"
    return alike(total, part) or bare


def _listed(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether commas part three or more, with `and` before the last, and none has a noun of its own."""
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    if len(parts) < _LEAST and not _told_apart(facts, parts):
        return False
    bare = all(part.unit is None or _bare(facts, part) or part.unit in group("outcomes") for part in parts)
    return bare and all("," in gap or ";" in gap or "and" in gap for gap in gaps) and "and" in gaps[-1]


def _told_apart(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether each part has an outcome that excludes the others: dead, missing; yes, no, abstained."""
    words = [set(facts.words(part.last, part.last + _OPENING)) for part in parts]
    return all(group("outcomes") & told for told in words)


def _bare(facts: Facts, part: Figure) -> bool:
    """Whether the noun of a count is not beside it: it was told before."""
    return part.unit not in {singular(word) for word in facts.words(part.last, part.last + 3)}
