"""One quantity told twice: a later `the 54 dead` that takes up `killed 45 people`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.intervals import Interval
from claimcheck.lexicon import load
from claimcheck.model import Figure, Time
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import interval, leads
from claimcheck.values import frozen

_LEAST = 10  # smaller numbers are often of a part: `the three soldiers`
_NEAR = 3  # words from a toll to its `killed`
_WINDOW = 4
_A_TOLL = 3
_CLOSE = Interval(Decimal("0.45"), Decimal("2.2"))


@frozen
class Repeat:
    """`later` takes up `earlier`: same noun or toll, no other source and no other time in the text."""

    earlier: Figure
    later: Figure


def find_repeats(facts: Facts) -> Iterator[Repeat]:
    """Every later figure that the text points back with, and the only earlier figure that it can mean."""
    counts = [c.figure for c in facts.claims if _is_level(facts, c.figure)]
    by_topic: dict[str, list[Figure]] = {}
    for figure in counts:
        bare = _bare(facts, counts, figure)
        if bare:
            yield Repeat(bare, figure)
        topic = topic_of(facts, figure)
        if not topic:
            continue
        earlier = by_topic.setdefault(topic, [])
        if earlier and _points_back(facts, figure) and not _changing(facts, figure):
            found = _only(facts, earlier, figure)
            if found:
                yield Repeat(found, figure)
        earlier.append(figure)


def _bare(facts: Facts, counts: list[Figure], figure: Figure) -> Figure | None:
    """The like figure one sentence back that `the $8.4 million` or `the figure of 21,000` misprints."""
    before = facts.words(figure.first - 3, figure.first)
    told = facts.word(figure.last) in group("verbs") | group("modal_verbs") | group("copulas") and before[
        -1:
    ] == ["the"]
    named = before[-1:] == ["of"] and before[-2:-1] and before[-2] in group("count_nouns")
    of_all = before[-1:] == ["the"] and figure.kind == "money" and not told
    if not (told or named or of_all) or _changing(facts, figure):
        return None
    sentence = facts.tokens.sentence[figure.first]
    earlier = [
        f
        for f in counts
        if sentence - 1 <= facts.tokens.sentence[f.first] <= sentence and f.first < figure.first
    ]
    like = [f for f in earlier if f.kind == figure.kind and (f.kind == "count" or f.unit == figure.unit)]
    if len(like) != 1 or like[0].low is None or figure.low is None:
        return None
    swapped = not of_all and sorted(str(like[0].low)) == sorted(str(figure.low))
    misprint = swapped or _other_scale(like[0].low, figure.low)
    return like[0] if misprint and like[0].low != figure.low and not _apart(facts, like[0], figure) else None


def _other_scale(first: Decimal, second: Decimal) -> bool:
    small, large = sorted((first, second))
    return small > 0 and large / small in (Decimal(1000), Decimal(1000000))


def _is_level(facts: Facts, figure: Figure) -> bool:
    return (
        figure.kind in ("count", "money", "measure")
        and figure.low is not None
        and figure.low == figure.high
        and figure.low >= (_LEAST if figure.kind == "count" else 0)
        and facts.block(figure) != "headline"
    )


def topic_of(facts: Facts, figure: Figure) -> str:
    """What the figure counts, as one word: the toll's dead and killed are one topic; '' where not known."""
    if "casualties" in facts.words(figure.last, figure.last + 3):
        return "casualties"
    if figure.kind == "count":
        harm = _harm(facts, figure)
        unit = figure.unit or ""
        return harm or (f"{_ANY}{unit}" if unit in group("vague_nouns") else unit)
    noun = _noun_of(facts, figure)
    return f"{figure.kind} {noun}" if noun else ""


_NO_NOUN = frozenset(["conjunction", "more", "less", "rise", "fall"])
_ANY = "any "  # before nouns so general that only swapped digits tell a repeat
_HARMS = frozenset(["death", "injury", "missing", "custody"])


def _harm(facts: Facts, figure: Figure) -> str:
    """The harm that is told just after the figure, or else just before it."""
    first, last = facts.bounds(figure.first)
    after = facts.classes[figure.last : min(last, figure.last + _NEAR)]
    before = facts.classes[max(first, figure.first - _NEAR) : figure.first]
    return next((name for name in (*after, *reversed(before)) if name in _HARMS), "")


def _noun_of(facts: Facts, figure: Figure) -> str:
    """The noun of a sum: `the $32 million bridge`, `a profit of $6m`, `the bridge, which cost $32m`."""
    noun = facts.word(figure.last)
    if noun.isalpha() and noun not in group("function_words") and facts.classes[figure.last] not in _NO_NOUN:
        return noun
    if facts.word(figure.first - 1) == "of":
        return facts.word(figure.first - 2)
    first = facts.bounds(figure.first)[0]
    if figure.kind == "money" and facts.word(first) in ("the", "a", "its"):
        return facts.word(first + 1) if facts.word(first + 1).isalpha() else ""
    return ""


def _points_back(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is definite: `the 54 dead`, `toll of 54`, `all 300 jobs`."""
    before = facts.words(figure.first - 2, figure.first)
    if before[-1:] and before[-1] in group("definite"):
        return True
    return before == ["toll", "of"] or (before[-1:] == ["toll"])


def _changing(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is of another time, another count or a part."""
    first, last = facts.bounds(figure.first)
    if {"rise", "fall", "compared", "from"} & set(leads(facts, figure)):
        return True
    near = range(max(first, figure.first - _WINDOW), min(last, figure.last + 1))
    if any(facts.classes[i] in ("rise", "fall", "remainder", "compared") for i in near):
        return True
    around = facts.words(max(first, figure.first - 2 * _WINDOW), min(last, figure.last + 2))
    return any(word in group("other_count") for word in around)


def _only(facts: Facts, earlier: list[Figure], later: Figure) -> Figure | None:
    """The one earlier figure of this topic, if it disagrees and is of no other time or source."""
    alike = [f for f in earlier if f.unit == later.unit or later.kind == "count"]
    if not alike or any(interval(facts, f).meets(interval(facts, later)) for f in alike):
        return None
    if len({f.low for f in alike}) != 1 or _changing(facts, alike[0]):
        return None
    first = alike[0]
    same_sentence = facts.tokens.sentence[first.first] == facts.tokens.sentence[later.first]
    if same_sentence or _apart(facts, first, later):
        return None
    if topic_of(facts, later).startswith(_ANY):
        return first if swapped(first.low, later.low) else None
    return first if slip(first.low, later.low) else None


def _apart(facts: Facts, first: Figure, later: Figure) -> bool:
    """Whether two sources or two years stand behind the figures."""
    sources = {_source(facts, f) for f in (first, later)} - {None}
    if len(sources) > 1:
        return True
    return bool(_dates(facts, later)) and not _dates(facts, first)


def _dates(facts: Facts, figure: Figure) -> list[Time]:
    """The times that stand right behind the figure and its noun: `45 people in 2019`."""
    found = facts.times_near(figure.last, _WINDOW)
    return [time for time in found if set(facts.words(figure.last + 1, time.first)) <= _prepositions()]


def _prepositions() -> frozenset[str]:
    return frozenset(load("words")["prepositions"])


def _source(facts: Facts, figure: Figure) -> int | None:
    claim = facts.claim_at.get(figure.start)
    return claim.source.source_id if claim and claim.source else None


def swapped(first: Decimal | None, second: Decimal | None) -> bool:
    """Whether two numbers are the same digits in another order."""
    if first is None or second is None or first < _LEAST or first == second:
        return False
    return sorted(str(first)) == sorted(str(second))


def slip(first: Decimal | None, second: Decimal | None) -> bool:
    """Whether one number may be a slip for the other: close, digits swapped, or a scale word off."""
    if not first or not second:
        return False
    if _CLOSE.holds(second / first):
        return True
    if swapped(first, second):
        return True
    small, large = sorted((first, second))
    ratio = large / small
    return ratio in (Decimal(10), Decimal(100), Decimal(1000), Decimal(1000000))


def tolls_of(facts: Facts) -> Iterator[tuple[str, Figure]]:
    """The counts of dead, injured and missing in the text, below headlines, each with its kind."""
    if not facts.marks.keys() & {"death", "injury", "missing"}:
        return
    for claim in facts.claims:
        figure = claim.figure
        if (
            figure.kind in ("count", "vague")
            and (figure.low or figure.high or 0) >= _A_TOLL
            and facts.block(figure) != "headline"
        ):
            died_aged = facts.words(figure.first - 2, figure.first) == ["died", "at"]
            topic = topic_of(facts, figure)
            if topic in ("death", "injury", "missing") and not died_aged:
                yield topic, figure
