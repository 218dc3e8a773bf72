"""By how much one figure is more or less than another: `30 metres taller than the 190-metre tower`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.amounts import AMOUNTS, Direction, is_adjusted, is_amount, one_noun
from claimcheck.relations.changes import Change
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import amounts_of, comparable, is_points, level, one_of, per_unit
from claimcheck.values import frozen, replace

_TWO = 2
_FAR = 2000  # a scale word lost is a slip; more is another matter
_CONNECTED = 5  # words from `16 more` to `than`
_BASE = 14  # words from `than` to the figure there

_NO_AMOUNTS = ("date", "ordinal", "age", "score", "vague")
_SIDES: dict[str, Direction] = {"more": "rise", "less": "fall", "rise": "rise", "fall": "fall"}
_TAKING_UP = frozenset(["it", "that", "this", "they", "he", "she"])


@frozen
class Link:
    """What ties an amount to its base: the token after which the base stands, and which way it counts."""

    start: int
    direction: Direction
    word: int | None = None
    times: bool = False  # the figure is so many times the base


def find_comparisons(facts: Facts) -> Iterator[Change]:
    """Every amount with the figure it is counted from and the figure it leads to."""
    for sentence, line in facts.lines.items():
        for place, amount in enumerate(line):
            link = _link(facts, amount) if len(line) > 1 else None
            if link and (found := _compared(facts, sentence, line, place, link)):
                yield found


def _link(facts: Facts, amount: Figure) -> Link | None:
    if amount.kind in _NO_AMOUNTS or amount.low is None or is_adjusted(facts, amount):
        return None
    at, beside = amount.last, load("changes")["beside"]
    word, following = facts.word(at), facts.word(at + 1)
    multiple = amount.kind in ("multiplier", "ratio")
    for phrase, length in ((f"{word} {following}", 2), (word, 1)):
        if phrase in beside:
            timed = amount.kind == "duration"  # later is more, and ahead is less
            return Link(at + length, "") if timed else Link(at + length, beside[phrase], at)
    if word == "on" and (side := _moved(facts, amount)):
        return Link(at + 1, side[1], side[0])
    if following == "on" and word in listed("changes", "change_nouns"):
        return Link(at + 2, "")
    words = _to_mark(facts.words(at, at + _CONNECTED))
    if "than" in words:
        return _than(facts, at, at + words.index("than"))
    if multiple and word == "as" and "as" in words[2:]:
        return Link(at + 3 + words[2:].index("as"), "", times=True)
    if multiple and (word in listed("changes", "comparing.multiplied") or word in group("currency_signs")):
        return Link(at, "", times=True)
    return None


def _to_mark(words: Sequence[str]) -> list[str]:
    """The words up to the first mark: `9p a share, more than …` compares no pence."""
    marks = group("clause_marks")
    stop = next((place for place, word in enumerate(words) if word in marks), len(words))
    return list(words[:stop])


def _than(facts: Facts, first: int, than: int) -> Link | None:
    """`six more medals than`, `30 metres taller than`, `12 percent higher than`."""
    for index in range(first, than):
        side = _SIDES.get(facts.classes[index])
        if side and facts.word(index) in listed("changes", "comparing.rates"):
            return Link(than + 1, "")  # of speed or of time
        if side:
            return Link(than + 1, side, index)
    return None


def _moved(facts: Facts, amount: Figure) -> tuple[int, Direction] | None:
    """`up 12% on last year's 546`, `an increase of 12% on the 546 of …`."""
    for index in range(amount.first - 1, amount.first - _CONNECTED, -1):
        if side := _SIDES.get(facts.classes[index]):
            return index, side
        if facts.word(index) not in group("soft") | {"of", "by"}:
            return None
    return None


def _compared(facts: Facts, sentence: int, line: Sequence[Figure], place: int, link: Link) -> Change | None:
    amount = line[place]
    if facts.word(amount.last) == amount.unit:  # `8,400 short of the target`
        amount = replace(amount, unit=None)
    base = _base(facts, line[place + 1 :], amount, link)
    if base is None:
        return None
    after = line[line.index(base) + 1 :][:1]
    subject = (
        _result(facts, after, base)
        or _subject(facts, line[:place], amount, base, link)
        or _before(facts, sentence, amount, base)
    )
    if subject is None or _joined(facts, base, after):
        return None
    subject, base = _alike(amount, one_of(subject, base), one_of(base, subject))
    if not comparable(subject, base) or not one_noun(subject, base) or not _measures(amount, subject):
        return None
    low, high = sorted(amounts_of(subject, base))
    if high > _FAR * low:
        return None
    return Change(base, subject, amount, link.direction, link.word, times=link.times)


def _base(facts: Facts, following: Sequence[Figure], amount: Figure, link: Link) -> Figure | None:
    """The first level figure after the comparison, in its phrase or in a relative clause that it opens."""
    for figure in following:
        gap = facts.words(link.start, figure.first)
        if len(gap) > _BASE or _ended(gap, figure):
            return None
        if _end(facts, figure) and (figure.kind != "duration" or amount.kind == "duration"):
            return figure
    return None


def _end(facts: Facts, figure: Figure) -> bool:
    if "per" in (facts.word(figure.first - 1), facts.word(figure.last)):
        return False  # `24 per 1,000`
    return figure.low is not None and (
        figure.kind == "age" or (level(figure) and not is_amount(facts, figure))
    )


def _ended(gap: Sequence[str], figure: Figure) -> bool:
    """Whether a new clause begins between a comparison and a figure."""
    if "from" in gap or "to" in gap or _broken(gap):
        return True
    commas = [place for place, word in enumerate(gap) if word == ","]
    if not commas:
        return False
    if "had" in gap[commas[-1] :] and gap[-1] != "had":
        return True  # `Mr Lowe, who had run 47.6 in the heats`
    follows = gap[commas[-1] + 1] if commas[-1] + 1 < len(gap) else ""
    if follows == "with" and not listed("relations", "standings.marks").isdisjoint(gap):
        return True  # `nine seconds inside the record, with Ms Lee second in 30min 18sec`
    named = figure.kind == "age" and not follows
    return not named and follows not in listed("changes", "comparing.relatives")


def _broken(gap: Sequence[str]) -> bool:
    return not listed("changes", "comparing.ends").isdisjoint(gap)


def _subject(
    facts: Facts, before: Sequence[Figure], amount: Figure, base: Figure, link: Link
) -> Figure | None:
    """The nearest figure before the amount that can be measured from the base."""
    for figure in reversed(before):
        gap = facts.words(figure.last, amount.first)
        if gap[-2:] == [",", "and"]:
            return None  # `at 900 metres, and 40 metres deeper than …`
        if _broken(gap) or (link.times and not _apposed(facts, amount)):
            return None
        likes = _alike(amount, one_of(figure, base), one_of(base, figure))
        if _end(facts, figure) and comparable(*likes):
            per = {_per(facts, figure), _per(facts, base)} - {""}
            return figure if len(per) < _TWO else None
    return None


def _apposed(facts: Facts, amount: Figure) -> bool:
    """Whether the multiple stands in apposition or after `is`: `£6, half the £12 cover price`."""
    place = amount.first - 1
    while facts.word(place) in group("soft") - {"is"}:
        place -= 1
    return facts.word(place) in group("copulas") | group("dashes") | {",", "be", "to"}


def _result(facts: Facts, after: Sequence[Figure], base: Figure) -> Figure | None:
    """`up 12% on last year's 546, at 655`."""
    for figure in after:
        gap = facts.words(base.last, figure.first)
        if gap[:1] == [","] and gap[-1] in listed("changes", "comparing.results") and len(gap) <= _CONNECTED:
            return figure
    return None


def _before(facts: Facts, sentence: int, amount: Figure, base: Figure) -> Figure | None:
    """The one such figure of the sentence before, which `It is …` takes up."""
    first = facts.bounds(amount.first)[0]
    if facts.word(first) not in _TAKING_UP or amount.first - first > _CONNECTED:
        return None
    like = [f for f in facts.lines.get(sentence - 1, ()) if _end(facts, f) and comparable(f, base)]
    return like[0] if len(like) == 1 and like[0].kind != "count" else None


def _joined(facts: Facts, base: Figure, after: Sequence[Figure]) -> bool:
    """Whether the base is one of two: `than the 40 and 60 of …`."""
    return any(facts.words(base.last, f.first) in (["and"], ["or"], ["to"]) for f in after)


def _alike(amount: Figure, first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Ages without a unit, read as such where the amount is in years: `61, seven years older than …, 54`."""
    told = all(f.kind == "age" or (f.kind == "count" and f.unit is None) for f in (first, second))
    if amount.kind == "duration" and amount.unit == "years" and told:
        return tuple(replace(f, kind="duration", unit="years") for f in (first, second))  # type: ignore[return-value]
    return first, second


def _measures(amount: Figure, end: Figure) -> bool:
    """Whether the amount can be a distance from the end or a share of it."""
    if amount.kind in AMOUNTS or is_points(amount):
        bare = end.kind == "count" and end.unit is None
        return not is_points(amount) or end.kind == "percent" or bare or comparable(amount, end)
    return comparable(amount, end) and (end.kind != "count" or one_noun(amount, end))


def _per(facts: Facts, figure: Figure) -> str:
    """What the figure is for one of: `hour` in `$12 an hour`, `` for none."""
    return facts.word(figure.last + 1) if per_unit(facts, figure) else ""
