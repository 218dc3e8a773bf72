"""A whole and its parts: closed lists, `a total of`, `of those`, the shares of one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, alike, group, leads

_LONGEST_LINK = 4  # words between `the 23 dead were` and the first part


@dataclass(frozen=True, slots=True)
class Whole:
    """`total` is said to be made of `parts`; `closed` if the text says that there are no others."""

    total: Figure
    parts: tuple[Figure, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """Percentages that the text gives as the shares of one whole, the last of them what remained."""

    parts: tuple[Figure, ...]


def find_wholes(facts: Facts) -> Iterator[Whole]:
    """Every total with its parts."""
    for sentence, line in facts.lines.items():
        numbers = [f for f in line if f.kind in ("count", "money", "measure") and f.low is not None]
        if len(numbers) < 2:
            continue
        found = _after_opener(facts, numbers) or _summed_up(facts, numbers) or _composed(facts, numbers)
        found = found or _divided(facts, sentence, numbers)
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
    if any(facts.classes[i] == "open_list" for i in range(total.first - 1, stop)):
        return False
    if any(word in ("(", ")") for word in facts.words(parts[0].last, parts[-1].first)):
        return False
    if any(_of_them(facts, part) for part in parts):
        return False
    gap = facts.words(parts[-2].last, parts[-1].first)
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
    if "and" not in facts.words(parts[-2].last, parts[-1].first):
        return None
    return Whole(total, tuple(parts), True)


def _composed(facts: Facts, line: Sequence[Figure]) -> Whole | None:
    """`The 23 dead were 14 passengers, …`, `a board of nine, made up of five …`."""
    total, parts = line[0], line[1:]
    link = facts.words(total.last, parts[0].first)
    if not link or not _is_list(facts, total, parts, facts.bounds(total.first)[1]):
        return None
    phrase = " ".join(link[-2:])
    made = any(phrase.endswith(end) for end in group("made_of"))
    copula = link[-1] in group("copulas") and len(link) <= _LONGEST_LINK
    definite = facts.word(total.first - 1) == "the"
    return Whole(total, tuple(parts), True) if made or (copula and definite) else None


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
    rest = any(facts.classes[i] == "remainder" for i in range(parts[-1].first - 3, parts[-1].first))
    if any(facts.classes[i] == "open_list" for i in range(first, parts[-1].first)):
        return None
    return Whole(total, tuple(parts), rest)


def _last_alike(facts: Facts, sentence: int, figure: Figure) -> Figure | None:
    before = [f for f in facts.lines.get(sentence - 1, ()) if alike(f, figure)]
    return before[0] if len(before) == 1 else None


def find_shares(facts: Facts) -> Iterator[Shares]:
    """Percentages of one question: two or more and then what remains, the undecided or `others`."""
    for sentence, line in facts.lines.items():
        parts = [f for f in line if f.kind == "percent"]
        if not parts:
            continue
        if _opens_with_rest(facts, sentence, parts[0]):
            parts = [f for f in facts.lines.get(sentence - 1, ()) if f.kind == "percent"] + parts[:1]
        rest = [i for i, part in enumerate(parts) if _is_rest(facts, part)]
        if rest and len(parts) >= 3 and _one_question(facts, parts):
            yield Shares(tuple(parts))


def _opens_with_rest(facts: Facts, sentence: int, part: Figure) -> bool:
    first = facts.article.sentences[sentence].first
    return part.first - first <= 3 and any(facts.classes[i] == "remainder" for i in range(first, part.first))


def _is_rest(facts: Facts, part: Figure) -> bool:
    """Whether this share is what was left: `the remaining 12%`, `14% were undecided`, `9% for others`."""
    if any(facts.classes[i] == "remainder" for i in range(part.first - 2, part.first)):
        return True
    stop = min(part.last + 6, facts.bounds(part.first)[1])
    for index in range(part.last, stop):
        if facts.word(index) in (",", ";", "and", "while"):
            return False
        if facts.word(index) in group("catch_all"):
            return True
    return False


def _one_question(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether nothing between the shares compares, changes or starts anew."""
    span = range(parts[0].first, parts[-1].last)
    if any(facts.classes[i] in ("rise", "fall", "compared", "open_list", "more", "less") for i in span):
        return False
    of_whom = [facts.word(p.last + 1) for p in parts if facts.word(p.last) == "of"]
    return len(set(of_whom)) <= 1 and all(part.modifier in ("exact", "approx") for part in parts)
