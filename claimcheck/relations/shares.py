"""The shares of one whole: the answers to a question, two sides of a vote, what remained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import leads
from claimcheck.values import frozen

_VOTE_GAP = 8  # words between `53 percent` and `48 percent` of one vote
_ANEW = frozenset(["rise", "fall", "open_list", "more", "less"])  # classes that end a list of shares


@frozen
class Shares:
    """Percentages that the text gives as the shares of one whole, the last of them what remained."""

    parts: tuple[Figure, ...]
    complete: bool = True  # no others are possible; else the shares may only not pass 100%


def find_shares(facts: Facts) -> Iterator[Shares]:
    """Percentages of one question: two or more and then what remains, the undecided or `others`."""
    for sentence, line in facts.lines.items():
        parts = [f for f in line if f.kind == "percent"] or [f for f in line if f.kind == "ratio"]
        if len(parts) == 2 and line[0].kind == "ratio" and facts.classes[parts[1].first - 1] == "remainder":
            parts = [line[0], *parts]  # `Half …, 30 per cent … and the remaining 20 per cent …`
        if not parts:
            continue
        if _opens_with_rest(facts, sentence, parts[0]):
            parts = [f for f in facts.lines.get(sentence - 1, ()) if f.kind == "percent"] + parts[:1]
        named = any(_is_rest(facts, part) for part in parts) and len(parts) >= 3
        if named and one_question(facts, parts):
            began = any(f.kind == parts[0].kind and f not in parts for f in facts.lines.get(sentence - 1, ()))
            yield Shares(tuple(parts), complete=not began)
        elif len(parts) == 2 and one_question(facts, parts) and _opposed(facts, parts):
            yield Shares(tuple(parts), complete=False)


def _opposed(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether two shares are of the two sides of one whole: men and women, the two sides of a vote."""
    first, last = facts.bounds(parts[0].first)
    words = facts.words(first, last)
    gap = facts.words(parts[0].last, parts[1].first)
    sides = any(pair <= set(words[: parts[1].last - first + 3]) for pair in _sides())
    if sides and (facts.word(parts[0].last) == "of" or gap == ["to"]):
        return facts.word(parts[1].last) != "of" and not {"make", "made", "makes"}.isdisjoint(words)
    if gap == ["to"] and "from" not in leads(facts, parts[0]):
        return bool(group("vote_verbs") & set(words))
    ours = facts.words(parts[0].last, parts[0].last + 3)
    return (
        "vote" in ours
        and bool({"and", "to", "against"} & set(gap))
        and len(gap) <= _VOTE_GAP
        and "turnout" not in words
    )


@cache
def _sides() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(pair.split()) for pair in group("sides_of_a_whole"))


def _opens_with_rest(facts: Facts, sentence: int, part: Figure) -> bool:
    first = facts.article.sentences[sentence].first
    return part.first - first <= 3 and any(facts.classes[i] == "remainder" for i in range(first, part.first))


def _is_rest(facts: Facts, part: Figure) -> bool:
    """Whether this share is what was left: `the remaining 12%`, `14% were undecided`, `9% for others`."""
    near = range(part.first - 2, part.first)
    if any(facts.classes[i] == "remainder" or facts.word(i) in group("others") for i in near):
        return True
    if facts.words(part.first - 2, part.first) == ["the", "other"]:
        return True
    stop = min(part.last + 6, facts.bounds(part.first)[1])
    for index in range(part.last, stop):
        if facts.word(index) in (",", ";", "and", "while"):
            return False
        if facts.word(index) in group("catch_all"):
            return True
    return False


def one_question(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether nothing between the shares compares, changes or starts anew."""
    span = range(parts[0].first, parts[-1].last)
    if any((facts.classes[i] in _ANEW or facts.word(i) == "compared") for i in span):
        return False
    of_whom = [facts.word(p.last + 1) for p in parts if facts.word(p.last) == "of"]
    return len(set(of_whom)) <= 1 and all(part.modifier in ("exact", "approx") for part in parts)
