"""The parts of a total, read item by item to the end: `three gold, one silver and six bronze`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure, Numeral, Span
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import factor
from claimcheck.relations.series import taken_up
from claimcheck.relations.singles import is_single
from claimcheck.relations.whole import Whole
from claimcheck.values import frozen, replace

_MOST = 80  # tokens of one list
_LEAD = 5  # words before the number of an item: `from the county`
_VERB = 4  # letters of `sing`, which is no participle
_LARGE = 1000  # only such counts may be sums of money without their unit
_COUNTLESS = ("money", "measure", "duration", "percent", "age", "date", "ordinal", "rate", "year")


@frozen
class _Item:
    """Tokens [first, last) of a list, after `and` or a semicolon (`mark`)."""

    first: int
    last: int
    mark: str


def read_inventory(facts: Facts, total: Figure, first: int, last: int, led: bool) -> Whole | None:
    """The total with the parts at tokens [first, last); None unless the list is plain and closed.

    `led` says whether words other than the fixed ones may stand before the number of an item.
    """
    if last - first > _MOST or _is_open(facts, first, last):
        return None
    parts: list[Figure] = []
    singles: list[Span] = []
    closed = begun = False
    for item in _items(facts, first, last):
        found = _part_of(facts, total, item, led, opening=item.first == first)
        if closed and item.mark == ",":
            if found or _is_one(facts, total, item):
                return None
            break
        if isinstance(found, Figure):
            parts.append(found)
        elif found is None:
            return None
        elif _is_one(facts, total, item):
            singles.append(facts.tokens.span(item.first, item.last))
        elif not _goes_on(facts, item, begun, total):
            return None
        begun = begun or bool(parts or singles)
        closed = closed or (item.mark in group("list_ends") and bool(found or singles))
    if len(parts) + len(singles) < 2 or not parts or not (closed or _all_semicolons(facts, first, last)):
        return None
    return Whole(total, tuple(parts), True, tuple(singles))


def _is_open(facts: Facts, first: int, last: int) -> bool:
    """Whether the list may leave out or count twice: `including`, `each`, `to run concurrently`, `or`."""
    if not {"open_list", "each", "total", "band"}.isdisjoint(facts.classes[first:last]):
        return True
    if any(
        facts.classes[i] == "remainder" and not facts.holds_number(i, min(i + 3, last))
        for i in range(first, last)
    ):
        return True  # `and the rest in bonds`
    return not group("uncounted").isdisjoint(facts.words(first, last))


def _items(facts: Facts, first: int, last: int) -> Iterator[_Item]:
    """The stretches between commas and `and`; between semicolons alone, where there are any."""
    semicolons = ";" in facts.words(first, last)
    marks = frozenset([";"]) if semicolons else group("list_marks")
    start, mark = first, ","
    for i in range(first, last):
        word = facts.word(i)
        if word in marks:
            if i > start:
                yield _Item(start, i, mark)
                mark = ""
            mark = word if word != "," or mark == "" else mark
            start = i + 1
    if start < last:
        if semicolons and facts.word(start) in group("list_ends"):
            start, mark = start + 1, "and"
        yield _Item(start, last, mark)


def _all_semicolons(facts: Facts, first: int, last: int) -> bool:
    return ";" in facts.words(first, last)


def _part_of(facts: Facts, total: Figure, item: _Item, led: bool, opening: bool) -> Figure | bool | None:
    """The one number of an item that can be a part; False if it has none, None if it cannot be read."""
    found: Figure | None = None
    for numeral in facts.numerals_in(item.first, item.last):
        part = _as_part(facts, total, numeral)
        if part is False:
            continue
        if part is None or found or not isinstance(part, Figure):
            return None
        found = part
    if found is None:
        return False
    lead = facts.words(item.first, found.first)
    fixed = all(word in group("part_leads") for word in lead)
    if not fixed and not (led and len(lead) <= _LEAD):
        return None
    if taken_up(facts, found):
        return found if opening else None
    return found if total.kind != "count" or is_named(facts, found) else None


def is_named(facts: Facts, part: Figure) -> bool:
    """Whether a noun or what excludes the others follows: `two play guitar` may be among those who sing."""
    word = facts.word(part.last)
    if word in group("clause_marks") | group("list_prepositions") | group("verbs") | group("outcomes") | {""}:
        return True
    if word.endswith(("s", "ed", "en")) or (word.endswith("ing") and len(word) > _VERB):
        return True
    item = facts.words(part.last, part.last + _LEAD)
    stop = next((i for i, word in enumerate(item) if word in group("list_marks") | {"."}), len(item))
    return stop == 1 or part.unit in {singular(word) for word in item[:stop]}


def _as_part(facts: Facts, total: Figure, numeral: Numeral) -> Figure | bool | None:
    """The number as a part, in the unit of the total; False if it counts something else, None if unclear."""
    line = facts.lines.get(facts.tokens.sentence[numeral.first], ())
    figure = next((f for f in line if f.first <= numeral.first < f.last), None)
    if figure is None:
        if any(
            time.first <= numeral.first < time.last
            for time in facts.times_in(facts.tokens.sentence[numeral.first])
        ):
            return False
        if facts.word(numeral.first - 1) == "the":
            return False  # `$1.9bn for the one at Sarn`
        if numeral.value != 1 or total.kind != "count":
            return None
        start, end = facts.tokens.span(numeral.first, numeral.last)
        return Figure(start, end, numeral.first, numeral.last, "count", Decimal(1), Decimal(1))
    if facts.holds_number(figure.first, numeral.first):
        return False  # the months of `six years and eight months`
    if figure.low is None or figure.low != figure.high:
        return False if figure.kind in ("date", "year") else None
    if figure.kind == total.kind:
        return _converted(figure, total)
    if figure.kind == "count" and total.kind != "count" and (figure.unit or "ing").endswith("ing"):
        plain = total.kind in ("duration", "measure") or figure.low >= _LARGE
        return replace(figure, kind=total.kind, unit=total.unit) if plain else None
    if figure.kind == "count":
        return False
    return False if figure.kind in _COUNTLESS else None


def _converted(figure: Figure, total: Figure) -> Figure | None:
    """The figure in the unit of the total: `12 months` of `nine years`."""
    if total.kind == "count" or figure.unit == total.unit:
        return figure
    ratio = factor(figure.unit, total.unit)
    if ratio is None or figure.low is None:
        return None
    size = figure.low * ratio
    return replace(figure, low=size, high=size, unit=total.unit, grain=figure.grain * ratio)


def _is_one(facts: Facts, total: Figure, item: _Item) -> bool:
    return total.kind == "count" and is_single(facts, (item.first, item.last))


def _goes_on(facts: Facts, item: _Item, begun: bool, total: Figure) -> bool:
    """Whether an item without a number belongs to the one before, or, of money, to the sum that follows."""
    head = facts.word(item.first)
    if begun:
        return head in group("list_prepositions") | group("part_leads") or head.endswith(("ed", "ing"))
    return total.kind == "money" and head in group("articles") and item.last - item.first <= _LEAD
