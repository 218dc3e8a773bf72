"""One quantity told twice: a later `the 54 dead` that takes up `killed 45 people`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.lexicon import load
from claimcheck.model import Figure, Time
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import misheard, other_scale, slip, swapped
from claimcheck.relations.reading import alike, interval, leads
from claimcheck.relations.topics import ANY, topic_of
from claimcheck.values import frozen

_LEAST = 10  # smaller numbers are often of a part: `the three soldiers`
_WINDOW = 4
_BACK = 3  # sentences that a misprint may go back
_KEPT = 8  # figures of one topic or one set of digits that are remembered
_STEM = 4  # letters by which a word is known again


@frozen
class Repeat:
    """`later` takes up `earlier`: same noun or toll, no other source and no other time in the text."""

    earlier: Figure
    later: Figure


def find_repeats(facts: Facts) -> Iterator[Repeat]:
    """Every later figure that the text points back with, and the only earlier figure that it can mean."""
    by_topic: dict[str, list[Figure]] = {}
    by_digits: dict[tuple[str, str], list[Figure]] = {}
    for claim in facts.claims:
        figure = claim.figure
        if not _is_level(facts, figure):
            continue
        topic = topic_of(facts, figure) if figure.kind != "age" else ""
        keys = [*_keys(figure)]
        near = [known for key in keys for known in by_digits.get(key, ())]
        found = _misprint(facts, near, figure) or (topic and _of_topic(facts, by_topic, topic, figure))
        if found:
            yield Repeat(found, figure)
        if topic:
            _remember(by_topic.setdefault(topic, []), figure)
        for key in keys:
            _remember(by_digits.setdefault(key, []), figure)


def _remember(known: list[Figure], figure: Figure) -> None:
    known.append(figure)
    if len(known) > _KEPT:
        known.pop(1)


def _is_level(facts: Facts, figure: Figure) -> bool:
    return (
        figure.kind in ("count", "money", "measure", "age")
        and figure.low is not None
        and figure.low == figure.high
        and figure.low >= (_LEAST if figure.kind in ("count", "age") else 0)
        and facts.block(figure) != "headline"
        and facts.word(figure.last) not in listed("changes", "comparing.apart")
    )


def _of_topic(facts: Facts, by_topic: dict[str, list[Figure]], topic: str, figure: Figure) -> Figure | None:
    """The one earlier figure of this topic that a definite later one contradicts."""
    earlier = by_topic.get(topic, [])
    if not earlier or not _points_back(facts, figure) or is_changing(facts, figure):
        return None
    return _only(facts, earlier, figure)


def _keys(figure: Figure) -> Iterator[tuple[str, str]]:
    """Where a figure is looked for again: by the digits it is written with, and by its sound."""
    value = (figure.low or Decimal(0)).normalize()
    yield figure.kind, "".join(sorted(map(str, value.as_tuple().digits)))
    heard = misheard(value)
    if heard is not None:
        yield figure.kind, f"sounds {min(heard, value).normalize()}"


def _misprint(facts: Facts, near: Sequence[Figure], figure: Figure) -> Figure | None:
    """The like figure, not long before, that `the $8.4 million` or `the 41-metre tower` misprints."""
    if not near or any(f.low == figure.low for f in near):
        return None
    sentence = facts.tokens.sentence[figure.first]
    near = [
        f for f in near if sentence - facts.tokens.sentence[f.first] <= _BACK and _alike(facts, f, figure)
    ]
    near = [f for f in near if _mistyped(f, figure)]
    if len({f.low for f in near}) != 1 or not _takes_up(facts, figure) or is_changing(facts, figure):
        return None
    first = near[-1]
    if is_apart(facts, first, figure) or _restricted(facts, first, figure) or _is_part_of(facts, figure):
        return None
    return first if figure.kind == "money" or sentence != facts.tokens.sentence[first.first] else None


def _alike(facts: Facts, first: Figure, second: Figure) -> bool:
    """Whether two figures may be of one thing: `17 shops`, `71 shop closures`; large counts need no noun."""
    if facts.word(second.last) == first.unit and facts.word(second.last + 1) in load("renamed")["told_as"]:
        return first.kind == second.kind
    if first.kind == "count" and None not in (first.unit, second.unit) and first.unit != second.unit:
        return min(first.low or 0, second.low or 0) >= 10 * _LEAST
    return alike(first, second)


def _mistyped(first: Figure, second: Figure) -> bool:
    if first.low is None or second.low is None:
        return False
    return swapped(first.low, second.low) or other_scale(first.low, second.low)


def _takes_up(facts: Facts, figure: Figure) -> bool:
    """Whether the text points back with the figure: `the 54 shops`, `the loss of 54`, `the figure of 54`."""
    if _points_back(facts, figure):
        return True
    before = facts.words(figure.first - 3, figure.first)
    if figure.kind == "money" and before[-2:-1] == ["the"] and before[-1].isalpha():
        return before[-1] not in _prepositions()
    if before[-1:] != ["of"] or len(before) < 3:
        return False
    return before[-2] in group("count_nouns") or before[0] in group("definite")


def _is_part_of(facts: Facts, figure: Figure) -> bool:
    """`$90 million of the $90 billion`: the figure is what another one is a part of."""
    line = facts.lines.get(facts.tokens.sentence[figure.first], ())
    of_the = facts.words(figure.first - 2, figure.first) == ["of", "the"]
    return of_the and any(f.last == figure.first - 2 and f.kind == figure.kind for f in line)


def _restricted(facts: Facts, first: Figure, later: Figure) -> bool:
    """Whether words after the later noun make it another set: `the 54 shops in the south`, `the 46 left`."""
    place, last = later.last, facts.bounds(later.first)[1]
    if facts.word(place) in group("list_marks") or place >= last:
        return False
    told = group("verbs") - {"of"} | group("modal_verbs") | group("copulas")
    if later.unit is not None and later.kind != "age" and facts.word(place) not in told | {"for"}:
        place += 1
    words = facts.words(place, min(last, place + _WINDOW))
    if any(word in group("relative_pronouns") and words[at - 1] != "," for at, word in enumerate(words)):
        return True  # `the 54 shops that it took over`
    if not words or words[0] in told or not (words[0] in _prepositions() or words[0].endswith("ed")):
        return (
            later.kind == "count"
            and later.unit is None
            and bool(words)
            and words[0].isalpha()
            and (words[0] not in told)
        )
    if words[0] == "of":
        return True
    begin, end = facts.bounds(first.first)
    known = {word[:_STEM] for word in facts.words(begin, end) if len(word) >= _STEM}
    telling = [word for word in words if len(word) >= _STEM and word not in told]
    return not any(word[:_STEM] in known for word in telling)


def _points_back(facts: Facts, figure: Figure) -> bool:
    """Whether the figure is definite: `the 54 dead`, `toll of 54`, `all 300 jobs`."""
    before = facts.words(figure.first - 2, figure.first)
    if before[-1:] and before[-1] in group("definite"):
        return True
    return before == ["toll", "of"] or (before[-1:] == ["toll"])


def is_changing(facts: Facts, figure: Figure, later: bool = True) -> bool:
    """Whether the figure is of another time, another count or a part."""
    first, last = facts.bounds(figure.first)
    attributive = "-" in facts.text(figure)  # `from the 1,430-foot bridge`
    governed = {"rise", "fall", "compared"} | ({"from"} if later and not attributive else set())
    if governed & set(leads(facts, figure)):
        return True
    near = range(max(first, figure.first - _WINDOW), min(last, figure.last + 1))
    if any(facts.classes[i] in ("rise", "fall", "remainder", "compared") for i in near):
        return True
    around = facts.words(max(first, figure.first - 2 * _WINDOW), min(last, figure.last + 2))
    return any(word in group("other_count") for word in around)


def _only(facts: Facts, earlier: list[Figure], later: Figure) -> Figure | None:
    """The one earlier figure of this topic, if it disagrees and is of no other time or source."""
    same = [f for f in earlier if f.unit == later.unit or later.kind == "count"]
    if not same or any(interval(facts, f).meets(interval(facts, later)) for f in same):
        return None
    first = same[0]
    if len({f.low for f in same}) != 1 or is_changing(facts, first, later=False):
        return None
    one_sentence = facts.tokens.sentence[first.first] == facts.tokens.sentence[later.first]
    if one_sentence or is_apart(facts, first, later) or _restricted(facts, first, later):
        return None
    if topic_of(facts, later).startswith(ANY):
        return first if swapped(first.low, later.low) else None
    return first if slip(first.low, later.low) else None


def is_apart(facts: Facts, first: Figure, later: Figure) -> bool:
    """Whether two sources or two years stand behind the figures."""
    found = [_source(facts, f) for f in (first, later)]
    sources = {source for source in found if source is not None}
    if len(sources) > 1 and not _one_body(facts, sources):
        return True
    return bool(_dates(facts, later)) and not _dates(facts, first)


def _one_body(facts: Facts, sources: set[int]) -> bool:
    """Whether the second of two sources may be the first by what it is: `Norbank said … the bank said`."""
    names = [facts.sources[source].name.lower().removeprefix("the ") for source in sources]
    return sum(name in listed("renamed", "bodies.words") for name in names) == 1


def _dates(facts: Facts, figure: Figure) -> list[Time]:
    """The times that stand right behind the figure and its noun: `45 people in 2019`."""
    found = facts.times_near(figure.last, _WINDOW)
    behind = [time for time in found if set(facts.words(figure.last + 1, time.first)) <= _prepositions()]
    return [time for time in behind if facts.word(time.first - 1) not in listed("renamed", "deadlines.words")]


def _prepositions() -> frozenset[str]:
    return frozenset(load("words")["prepositions"])


def _source(facts: Facts, figure: Figure) -> int | None:
    claim = facts.claim_at.get(figure.start)
    return claim.source.source_id if claim and claim.source else None
