"""A whole and its parts: closed lists, `a total of`, `of those`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, leads
from claimcheck.values import frozen

_LAST = 3  # words from `and` to the number that it brings
_LONGEST_LINK = 4  # words between `the 23 dead were` and the first part


@frozen
class Whole:
    """`total` is said to be made of `parts`; `closed` if the text says that there are no others."""

    total: Figure
    parts: tuple[Figure, ...]
    closed: bool


def find_wholes(facts: Facts) -> Iterator[Whole]:
    """Every total with its parts."""
    for sentence, line in facts.lines.items():
        numbers = [f for f in line if f.kind in ("count", "money", "measure") and f.low is not None]
        if not numbers:
            continue
        found = _after_opener(facts, numbers) or _summed_up(facts, numbers) or _composed(facts, numbers)
        found = found or _divided(facts, sentence, numbers) or _in_all(facts, sentence, numbers)
        found = found or _apposed(facts, numbers)
        if found:
            yield found


def _after_opener(facts: Facts, line: Sequence[Figure]) -> Whole | None:
    """`39 instruments: 22 violins, 12 horns and five drums`."""
    for total, first in pairwise(line):
        opener = _opener(facts, total, first)
        if opener is None:
            continue
        stop = _closing(facts, opener, first)
        parts = [f for f in line if first.first <= f.first < stop]
        if _is_list(facts, total, parts, stop):
            return Whole(total, tuple(parts), True)
    return None


def _opener(facts: Facts, total: Figure, first: Figure) -> int | None:
    """The colon, dash or bracket that opens a list straight before its first part."""
    marks = group("openers") | group("brackets")
    place = first.first - 1
    while place > total.last and facts.word(place) in ("a", "an", "the", "just", "about", "some"):
        place -= 1
    return place if place >= total.last and facts.word(place) in marks else None


def _closing(facts: Facts, opener: int, first: Figure) -> int:
    """Where the list that `opener` begins ends: at its twin, or with the sentence."""
    last = facts.bounds(opener)[1]
    twin = ")" if facts.word(opener) == "(" else facts.word(opener)
    if twin == ":":
        return last
    return next((i for i in range(first.last, last) if facts.word(i) == twin), last)


def _is_list(facts: Facts, total: Figure, parts: Sequence[Figure], stop: int) -> bool:
    """Whether `parts` are a complete list of things like `total`: commas and one `and`, nothing open."""
    if len(parts) < 2 or not all(alike(total, part) and part.low is not None for part in parts):
        return False
    if any(facts.classes[i] == "open_list" for i in range(parts[0].first - 3, stop)):
        return False
    if any(word in ("(", ")") for word in facts.words(parts[0].last, parts[-1].first)):
        return False
    if any(_of_them(facts, part) for part in parts):
        return False
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    if any(not {",", "and", ";", "plus"} & set(words) for words in gaps):
        return False
    if any("and" in words[:-_LAST] for words in gaps):
        return False  # `four teachers and the driver, and two parents`: some part has no number
    if any(mark in (",", "and") and word in ("a", "an") for words in gaps for mark, word in pairwise(words)):
        return False  # `two rifles, a shotgun and two pistols`
    gap = gaps[-1]
    inside = range(parts[0].first, parts[-1].last)
    if sum(1 for numeral in facts.numerals if numeral.first in inside) > len(parts):
        return False  # some number of the list was read as something else
    if 0 < sum(";" in words for words in gaps) < len(gaps):
        return False
    return ("and" in gap or "plus" in gap or ";" in gap) and len(gap) <= 12


def _of_them(facts: Facts, part: Figure) -> bool:
    return facts.word(part.last) == "of" and facts.word(part.last + 1) in group("pronouns")


def _summed_up(facts: Facts, line: Sequence[Figure]) -> Whole | None:
    """`$4m for roads and $3m for parks, a total of $7m`."""
    total, parts = line[-1], line[:-1]
    if len(parts) < 2 or not all(alike(total, part) for part in parts):
        return None
    gap = range(parts[-1].last, total.first)
    after = range(total.last, min(total.last + 3, facts.bounds(total.first)[1]))
    near = [*gap[-6:], *after]
    if not any(
        facts.classes[i] == "total" or (facts.word(i) == "all" and facts.word(i - 1) == "in") for i in near
    ):
        return None
    if any(facts.classes[i] in ("shift", "rise", "fall", "open_list") for i in gap):
        return None
    if "and" not in facts.words(parts[-2].last, parts[-1].first) or facts.word(parts[0].first - 1) == ",":
        return None
    return Whole(total, tuple(parts), True)


def _composed(facts: Facts, line: Sequence[Figure]) -> Whole | None:
    """`The 23 dead were 14 passengers, …`, `a board of nine, made up of five …`."""
    total, parts = line[0], line[1:]
    link = facts.words(total.last, parts[0].first) if parts else []
    if not link or not _is_list(facts, total, parts, facts.bounds(total.first)[1]):
        return None
    phrase = " ".join(link[-2:])
    made = any(phrase.endswith(end) for end in group("made_of"))
    copula = link[-1] in group("copulas") and len(link) <= _LONGEST_LINK
    definite = facts.word(total.first - 1) == "the"
    if made or (copula and definite):
        return Whole(total, tuple(parts), True)
    financed = link[-2:] == [",", "with"] and total.kind == "money"
    return Whole(total, tuple(parts), False) if financed and _from_each(facts, parts) else None


def _from_each(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`$7m from the state, $3.5m from the county`: the same preposition after each part."""
    return all("from" in facts.words(part.last, part.last + 2) for part in parts)


def _divided(facts: Facts, sentence: int, line: Sequence[Figure]) -> Whole | None:
    """`Of the 120, 45 … and the remaining 75 …`; `Of that, $4m is for …`, the total one sentence back."""
    first = facts.article.sentences[sentence].first
    if facts.word(first) != "of":
        return None
    if leads(facts, line[0])[:1] == ["of"] and line[0].first - first <= 4:
        total, parts = line[0], line[1:]
    elif facts.word(first + 1) in group("pronouns") and (before := _last_alike(facts, sentence, line[0])):
        total, parts = before, line
    else:
        return None
    if len(parts) < 2 or not all(alike(total, part) for part in parts):
        return None
    near = range(parts[-1].first - 3, parts[-1].first)
    rest = any(facts.classes[i] == "remainder" or facts.word(i) == "other" for i in near)
    if any(facts.classes[i] == "open_list" for i in range(first, parts[-1].first)):
        return None
    return Whole(total, tuple(parts), rest)


def _in_all(facts: Facts, sentence: int, line: Sequence[Figure]) -> Whole | None:
    """`… 9,300 and Mr Ames 2,100. In all, 23,800 votes were cast.`: the parts one sentence back."""
    first = facts.article.sentences[sentence].first
    opening = facts.words(first, line[0].first)
    if (
        not (opening[:2] == ["in", "all"] or "total" in facts.classes[first : line[0].first])
        or len(opening) > 4
    ):
        return None
    parts = [f for f in facts.lines.get(sentence - 1, ()) if alike(f, line[0]) and f.low is not None]
    if len(line) != 1 or len(parts) < 2 or any("from" in leads(facts, part) for part in parts):
        return None
    joined = "and" in facts.words(parts[-2].last, parts[-1].first)
    return Whole(line[0], tuple(parts), True) if joined else None


def _apposed(facts: Facts, line: Sequence[Figure]) -> Whole | None:
    """`640 pupils, 315 boys and 335 girls`: people or places by kind, after a comma."""
    total, parts = line[0], line[1:]
    if len(parts) < 2 or total.unit not in group("collective"):
        return None
    gap = facts.words(total.last, parts[0].first)
    if (
        not 2 <= len(gap) <= _LONGEST_LINK
        or gap[-1] != ","
        or not _is_list(facts, total, parts, parts[-1].last)
    ):
        return None
    kinds = {part.unit for part in parts}
    return Whole(total, tuple(parts), True) if kinds <= group("kinds_of_people") and len(kinds) > 1 else None


def _last_alike(facts: Facts, sentence: int, figure: Figure) -> Figure | None:
    before = [f for f in facts.lines.get(sentence - 1, ()) if alike(f, figure)]
    return before[0] if len(before) == 1 else None
