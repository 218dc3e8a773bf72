"""A total, a number of units and the quotient, all three printed: `$12m for 400 workers, or $30,000 each`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.figures.plurals import singular
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import amounts_of, comparable, factor, leads
from claimcheck.values import frozen

_SAME = Decimal(1)
_KINDS = ("money", "measure", "duration", "count")
_MILLION = 1000000
_EACH = 9  # words from `each` to the amount
_MADE = 5  # words from `will cost` to the total
_FAR = 5000  # a lost `thousand` is a slip; more is another matter
_HEADS = frozenset(["head", "person", "capita", "household", "family", "inhabitant", "resident"])
_AVERAGE = 4  # words from `an average` to the speed


@frozen
class Rate:
    """`total` shared over `count` is stated to be `quotient` each.

    `worth` turns the product of the two into the unit of the total: 12 for pounds a month over years.
    `base` says what one share is: ` per 10,000`.
    """

    total: Figure
    count: Figure
    quotient: Figure
    worth: Decimal = _SAME
    base: str = " each"


def find_rates(facts: Facts) -> Iterator[Rate]:
    """Every quotient whose total and count stand with it."""
    for sentence, line in facts.lines.items():
        for quotient in line:
            if quotient.kind in _KINDS and quotient.low is not None:
                found = _speed(facts, quotient, line) or _rate(facts, sentence, quotient, line)
                if found:
                    yield found


def _speed(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """`450 km takes three hours, at an average speed of 150 km an hour`."""
    if quotient.kind != "measure" or quotient.unit is None:
        return None
    averaged = group("averages").intersection(facts.words(quotient.first - _AVERAGE, quotient.first))
    if not averaged and not _worked_out(facts, quotient):
        return None
    ends = [f for f in line if f is not quotient and f.low is not None and f.kind in ("measure", "duration")]
    if len(ends) != 2:
        return None
    for total, count in (ends, ends[::-1]):
        spoken = f"{total.unit} per {count.unit}"
        worth = _SAME if spoken == quotient.unit else factor(spoken, quotient.unit)
        if worth:
            return Rate(total, count, quotient, 1 / worth)
    return None


def _rate(facts: Facts, sentence: int, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    if inverse := _one_for_every(facts, quotient, line):
        return inverse
    noun = _per(facts, quotient)
    if noun is None or (quotient.kind == "count" and not noun and quotient.unit not in group("coins")):
        return None
    near = list(line)
    if _points_back(facts, sentence, quotient):
        near = [*facts.lines.get(sentence - 1, ()), *line]
    counts = [f for f in near if f.low is not None and f is not quotient and _is_count(facts, f, noun)]
    if quotient.kind == "duration":
        counts = [
            f for f in counts if f.unit != quotient.unit
        ]  # `for 90 hours, an average of nine hours a week`
    if noun in _HEADS and len(counts) > 1:
        counts = [f for f in counts if _are_people(f, f)]
    totals = [f for f in near if f not in counts and _is_total(facts, f, quotient)]
    counts = counts or _bare_scale(facts, quotient)
    if not totals and not noun:
        totals = [f for f in counts if _is_total(facts, f, quotient)]
        counts = [f for f in counts if f not in totals]
    if len(totals) != 1 or len(counts) != 1 or _unrelated(facts, totals[0], quotient):
        return None
    shared = not noun and totals[0].first < quotient.first
    if not (shared or (noun and _worked_out(facts, quotient)) or _is_result(facts, totals[0])):
        return None
    worth = _worth(totals[0], counts[0], quotient, noun)
    return (
        Rate(totals[0], counts[0], quotient, worth) if _of_one_order(totals[0], counts[0], quotient) else None
    )


def _of_one_order(total: Figure, count: Figure, quotient: Figure) -> bool:
    """Whether the total may be meant for the product: `$12` is no total of $1.65 for 2.1 million shares."""
    product = (count.low or 0) * (quotient.low or 0)
    scaled = quotient.low is not None and min(quotient.low, total.low or 0) >= _MILLION
    return scaled or product <= _FAR * (total.low or 0)


def _bare_scale(facts: Facts, quotient: Figure) -> list[Figure]:
    """The number in `$900 for each of the million people`, which stands without a numeral."""
    place = quotient.last + 4
    scale = load("numerals")["scales"].get(facts.word(place))
    if facts.words(quotient.last, place) != ["for", "each", "of", "the"] or scale is None:
        return []
    start, end = facts.tokens.span(place, place + 1)
    number = Decimal(scale)
    return [Figure(start, end, place, place + 1, "count", number, number, grain=number)]


def _worth(total: Figure, count: Figure, quotient: Figure, noun: str) -> Decimal:
    longer = factor(count.unit, f"{noun}s") if count.kind == "duration" else None
    smaller = factor(quotient.unit, total.unit) if quotient.kind != "count" else None
    return (longer or _SAME) * (smaller or _SAME)


def _one_for_every(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """`one doctor for every 2,000 people`, with the numbers of doctors and of people."""
    if quotient.kind != "count" or facts.words(quotient.first - 2, quotient.first) not in _FOR_EVERY:
        return None
    noun = facts.word(quotient.first - 3)
    if "one" not in (noun, facts.word(quotient.first - 4)):
        return None
    others = [f for f in line if f is not quotient and f.kind == "count" and f.low]
    if len(others) != 2:
        return None
    count, total = sorted(others, key=lambda f: f.low or 0)
    named = noun == "one" or count.unit in (noun, singular(noun))
    whole = quotient.unit is None or quotient.unit == total.unit or _are_people(quotient, total)
    return Rate(total, count, quotient) if named and whole else None


def _are_people(first: Figure, second: Figure) -> bool:
    """Whether two counts may be of the same people: `a town of 400 people, one for every 20 residents`."""
    return all(f.unit == "person" or f"{f.unit}s" in group("people") for f in (first, second))


_FOR_EVERY = (["for", "every"], ["for", "each"], ["to", "every"])


def _worked_out(facts: Facts, quotient: Figure) -> bool:
    """Whether the text presents the amount as price or result: `or $30,000 per worker`, `at $50 a tonne`."""
    if group("averages").intersection(facts.words(quotient.first - 3, quotient.first)):
        return True
    word = facts.word(_before(facts, quotient))
    return word in group("results") or word in group("dashes") or word == ","


def _is_result(facts: Facts, total: Figure) -> bool:
    """Whether the total is what comes out: `which comes to $720`, `£600 in all`."""
    after = facts.words(total.last, total.last + 2)
    if after in (["in", "all"], ["in", "total"]) or after[:1] == ["altogether"]:
        return True
    if not group("made").isdisjoint(facts.words(total.first - _MADE, total.first)):
        return True
    return facts.word(_before(facts, total)) in group("makes")


def _before(facts: Facts, figure: Figure) -> int:
    """The token before the figure and the soft words that lead to it."""
    place = figure.first - 1
    while facts.word(place) in group("soft") - {"is", "to"}:
        place -= 1
    return place


def _is_total(facts: Facts, figure: Figure, quotient: Figure) -> bool:
    if figure is quotient or figure.low is None or quotient.low is None or not comparable(figure, quotient):
        return False
    whole, part = amounts_of(figure, quotient)
    if whole <= part or (figure.kind == "count" and quotient.unit not in (None, figure.unit)):
        return False
    return _per(facts, figure) is None or _per(facts, figure) in group("periods")


def _per(facts: Facts, figure: Figure) -> str | None:
    """What one unit of the rate is: a noun, '' for `each`; None if the figure is no rate."""
    at = figure.last
    if figure.kind == "count" and figure.unit and singular(facts.word(at)) == figure.unit:
        at += 1
    word, following = facts.word(at), facts.word(at + 1)
    if word in ("each", "apiece"):
        return ""
    if following in group("periods") and _each_before(facts, figure):
        return ""
    if word in ("per", "a", "an", "every") and following:
        return following
    if word in ("for", "to", "in") and (noun := _for_each(facts, at + 1)) is not None:
        return noun
    return "" if figure.kind == "money" and _each_before(facts, figure) else None


def _for_each(facts: Facts, place: int) -> str | None:
    """The noun of `$90 for each of the homes`, `24 eggs to a box`, if that is what stands at `place`."""
    word, noun = facts.word(place), facts.word(place + 1)
    if word in ("each", "every"):
        return "" if noun == "of" else noun
    return noun if word in ("a", "an", "the") and facts.word(place - 1) == "to" else None


def _each_before(facts: Facts, figure: Figure) -> bool:
    """`each of the island's 16,000 households $5,000`, `give each worker $30,000`."""
    first = max(facts.bounds(figure.first)[0], figure.first - _EACH)
    span = range(first, figure.first)
    found = [i for i in span if facts.word(i) in ("each", "every", "apiece") and facts.word(i - 1) != "for"]
    between = range(found[-1] if found else first, figure.first)
    return bool(found) and not any(facts.word(i) in group("clause_marks") | {"and"} for i in between)


def _is_count(facts: Facts, figure: Figure, noun: str) -> bool:
    """Whether the figure counts what the rate is per; any count will do for `each` and `a head`."""
    if noun == "" or noun in _HEADS:
        return figure.kind == "count" or (noun == "" and figure.kind == "measure")
    if figure.kind == "duration" and factor(figure.unit, f"{noun}s") is not None:
        return True
    if figure.kind == "money" and singular(facts.word(figure.last - 1)) == noun:
        return facts.word(figure.last) == "of"  # `for 40 million pounds of potatoes`
    if figure.kind == "count" and figure.unit is not None:
        people = figure.unit == "person" and f"{noun}s" in group("people")
        return people or figure.unit == singular(noun)
    near = facts.words(figure.last - 1, figure.last + 4) if figure.unit is None else [figure.unit]
    named = any(singular(noun) == singular(word) for word in near) or (figure.unit or "").startswith(noun)
    return figure.kind in ("count", "measure", "duration") and named


def _points_back(facts: Facts, sentence: int, quotient: Figure) -> bool:
    first = facts.article.sentences[sentence].first
    return facts.word(first) in ("that", "this", "it") and quotient.first - first < 10


def _unrelated(facts: Facts, total: Figure, quotient: Figure) -> bool:
    """Whether either figure is the end of a change, or a new clause with `and` stands between them."""
    if any({"from", "than", "compared"} & set(leads(facts, f)) for f in (total, quotient)):
        return True
    if group("added").intersection(facts.words(total.last, total.last + 2)):
        return True
    first, last = sorted((total, quotient), key=lambda f: f.first)
    between = facts.words(first.last, last.first)
    if not {"but", "while", "whereas", "although"}.isdisjoint(between):
        return True
    return any(mark in (",", ";", ")") and word == "and" for mark, word in pairwise(between))
