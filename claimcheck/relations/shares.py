"""The shares of one whole: the answers to a question, two sides of a vote, what remained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import leads
from claimcheck.values import frozen, replace

_VOTE_GAP = 8  # words between `53 percent` and `48 percent` of one vote
_ANEW = frozenset(["rise", "fall", "open_list", "more", "less"])  # classes that end a list of shares
_REST = 6  # words from a share to `undecided`
_ENDS = frozenset([".", ",", ";", ""])
_RESTATED = 2  # words in `a third, or 33%`
_WHOLE = 100
_CLOSE = 3  # points between a fraction and its percentage: `two-thirds of the estate, 64%`
_ANSWER = 7  # tokens of a line that gives one answer's share: `Don't know: 12%.`


@frozen
class Shares:
    """Percentages that the text gives as the shares of one whole, the last of them what remained."""

    parts: tuple[Figure, ...]
    complete: bool = True  # no others are possible; else the shares may only not pass 100%
    sure: bool = True  # the text itself says that they are of one whole


def find_shares(facts: Facts) -> Iterator[Shares]:
    """Percentages of one question: two or more and then what remains, the undecided or `others`."""
    for sentence, line in facts.lines.items():
        parts = shares_in(line)
        if not parts:
            continue
        two = len(parts) == 2 and one_question(facts, parts)
        if two and facts.classes[parts[0].first - 1] == "remainder" and facts.word(parts[1].last) in _ENDS:
            yield Shares(
                tuple(parts), complete=False
            )  # `The remaining 25% are the staff's; the founders own 75%`
            continue
        if _opens_with_rest(facts, sentence, parts[0]):
            parts = [*shares_in(facts.lines.get(sentence - 1, ())), parts[0]]
        named = len(parts) >= 3 and any(is_rest(facts, part) for part in parts)
        named = named or (len(parts) == 2 and _is_remainder(facts, parts[1]))
        if named and one_question(facts, parts):
            began = any(f.kind == parts[0].kind and f not in parts for f in facts.lines.get(sentence - 1, ()))
            yield Shares(tuple(parts), complete=not began)
        elif len(parts) == 2 and one_question(facts, parts) and _opposed(facts, parts):
            yield Shares(tuple(parts), complete=False)
    yield from _answers(facts)


def shares_in(line: Sequence[Figure]) -> list[Figure]:
    """The percentages of a sentence, with the fractions that stand in one list with them."""
    percents = _with_bare([f for f in line if f.kind == "percent"], line)
    mixed = [f for f in line if f.kind in ("percent", "ratio")]
    fractions = [f for f in mixed if f.kind == "ratio"]
    restated = any(a.kind != b.kind and _restates(a, b) for a, b in pairwise(mixed))
    if fractions and not restated and all(0 < (f.low or 0) < 1 for f in fractions) and len(mixed) >= 3:
        return mixed
    return percents or fractions


def _with_bare(percents: Sequence[Figure], line: Sequence[Figure]) -> list[Figure]:
    """The percentages, with the numbers between them that leave it out: `63 per cent, vans 24 and …`."""
    if len(percents) < 2 or len(percents) == len(line):
        return [*percents]
    first, last = percents[0].last, percents[-1].first
    bare = [f for f in line if f.kind == "count" and f.unit is None and first <= f.first < last]
    shares = [
        replace(f, kind="percent", unit="%") for f in bare if (f.low or _WHOLE) < _WHOLE and f.low == f.high
    ]
    return sorted([*percents, *shares], key=lambda f: f.first)


def _restates(first: Figure, second: Figure) -> bool:
    """Whether one of a fraction and a percentage says the other again: `a third, or 33%`."""
    ratio, percent = (first, second) if first.kind == "ratio" else (second, first)
    if second.first - first.last <= _RESTATED:
        return True
    if ratio.low is None or percent.low is None:
        return False
    return abs(ratio.low * 100 - percent.low) <= _CLOSE


def _answers(facts: Facts) -> Iterator[Shares]:
    """`Yes: 48%. No: 41%. Don't know: 11%.`: short lines with one share each, the last of them the rest."""
    run: list[Figure] = []
    for sentence, line in facts.lines.items():
        first, last = facts.article.sentences[sentence].first, facts.article.sentences[sentence].last
        if last - first > _ANSWER or len(line) != 1 or line[0].kind != "percent":
            run = []
            continue
        if run and facts.tokens.sentence[run[-1].first] != sentence - 1:
            run = []
        run.append(line[0])
        if len(run) >= 3 and group("catch_all").intersection(facts.words(first, last)):
            yield Shares(tuple(run))
            run = []


def _opposed(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether two shares are of the two sides of one whole: men and women, the two sides of a vote."""
    first, last = facts.bounds(parts[0].first)
    words = facts.words(first, last)
    gap = facts.words(parts[0].last, parts[1].first)
    if _of_two_sides(facts, parts, words, gap):
        return True
    if gap == ["to"] and "from" not in leads(facts, parts[0]):
        return bool(group("vote_verbs") & set(words))
    ours = facts.words(parts[0].last, parts[0].last + 3)
    return (
        ("vote" in ours or not group("in_favour").isdisjoint(ours))
        and bool({"and", "to", "against"} & set(gap))
        and len(gap) <= _VOTE_GAP
        and "turnout" not in words
        and ("vote" in ours or "against" in facts.words(parts[1].last, parts[1].last + 2))
    )


def _of_two_sides(facts: Facts, parts: Sequence[Figure], words: Sequence[str], gap: Sequence[str]) -> bool:
    """`Men made up 58% of the staff and women 52%`; `Women hold 52% of the posts and men 58%`."""
    first = facts.bounds(parts[0].first)[0]
    if not any(pair <= set(words[: parts[1].last - first + 3]) for pair in _sides()):
        return False
    if facts.word(parts[0].last) != "of" and gap != ["to"]:
        return False
    if facts.word(parts[1].last) == "of":
        return False
    elliptic = facts.word(parts[1].last) in group("clause_marks") and gap[-2:-1] in (
        ["and"],
        [","],
        ["while"],
    )
    elliptic = elliptic or (gap[-3:-2] == ["and"] and gap[-1] == "for")
    return elliptic or not {"make", "made", "makes"}.isdisjoint(words)


@cache
def _sides() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(pair.split()) for pair in group("sides_of_a_whole"))


def _opens_with_rest(facts: Facts, sentence: int, part: Figure) -> bool:
    first = facts.article.sentences[sentence].first
    return part.first - first <= 3 and any(facts.classes[i] == "remainder" for i in range(first, part.first))


def _is_remainder(facts: Facts, part: Figure) -> bool:
    """`the other 34% rent`: what remains after one share, of the same whole."""
    before = facts.words(part.first - 2, part.first)
    told = before[-1:] and (before in (["the", "other"], ["the", "remaining"]) or before[-1] == "remaining")
    return bool(told) and facts.word(part.last) != "of"


def is_rest(facts: Facts, part: Figure) -> bool:
    """Whether this share is what was left: `the remaining 12%`, `14% were undecided`, `9% for others`."""
    near = range(part.first - 2, part.first)
    if any(facts.classes[i] == "remainder" or facts.word(i) in group("others") for i in near):
        return True
    if facts.words(part.first - 2, part.first) == ["the", "other"]:
        return True
    stop = min(part.last + _REST, facts.bounds(part.first)[1])
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
    if _of_two_matters(facts, parts):
        return False
    of_whom = [facts.word(p.last + 1) for p in parts if facts.word(p.last) == "of"]
    return len(set(of_whom)) <= 1 and all(part.modifier in ("exact", "approx") for part in parts)


def _of_two_matters(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`62 per cent backed the first and 48 per cent opposed the second`: answers to two questions."""
    words = facts.words(parts[0].last, parts[1].last + _REST)
    return {"first", "second"} <= set(words) or {"former", "latter"} <= set(words)
