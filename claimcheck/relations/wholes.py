"""A whole and its parts: closed lists, `a total of`, `of those`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.announced import announced, may_be_total
from claimcheck.relations.breakdowns import find_breakdowns
from claimcheck.relations.divided import bare_parts, find_divided
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.misprinted_totals import misprinted_totals
from claimcheck.relations.reading import alike, leads
from claimcheck.relations.scaled import find_scaled
from claimcheck.relations.series import Series, find_series, without_head
from claimcheck.relations.sums import summed_up, summed_within
from claimcheck.relations.whole import Whole, whole_of

_KINDS = ("count", "money", "measure")
_LONGEST_LINK = 4  # words between `the 23 dead were` and the first part
_ENDS = frozenset(["from", "by", "than", "compared"])  # what leads to the ends of a change
_MOVES = _ENDS | {"rise", "fall"}
_OPENING = 8  # words of a sentence up to `came to 45`


def find_wholes(facts: Facts) -> Iterator[Whole]:
    """Every total with its parts."""
    before: list[Series] = []
    for sentence, line in facts.lines.items():
        numbers = [f for f in line if f.kind in _KINDS and f.low is not None]
        numbers = numbers or [f for f in line if f.kind == "duration" and f.low is not None]
        series = list(find_series(facts, numbers)) if numbers else []
        inventories = [*find_breakdowns(facts, sentence, line)]
        yield from inventories
        found = [*find_divided(facts, sentence, numbers)]
        found = found or [whole for one in series if (whole := _whole(facts, sentence, one, numbers))]
        if not found and numbers and before:
            found = [whole for whole in [_taken_up(facts, sentence, numbers, before[-1])] if whole]
        known = {f.start for whole in inventories for f in (whole.total, *whole.parts)}
        found = [whole for whole in found if whole.total.start not in known]
        yield from found
        if not inventories:
            yield from find_scaled(facts, sentence, line)
        if numbers and not inventories and not any(whole.closed for whole in found):
            yield from misprinted_totals(facts, sentence, numbers, series)
        before = series


def _whole(facts: Facts, sentence: int, series: Series, numbers: Sequence[Figure]) -> Whole | None:
    """The total of a list, which stands before it, after it or in the sentence before."""
    place = numbers.index(series.parts[0])
    earlier = numbers[place - 1] if place else None
    after = place + len(series.parts)
    later = numbers[after] if after < len(numbers) else None
    found = None
    listed = series.closed or facts.word(series.first - 1) == ":"
    if earlier and listed and alike(earlier, series.parts[0]):
        found = announced(facts, earlier, series)
    if not found and later and alike(later, series.parts[0]):
        found = summed_up(facts, series, later)
    if not found and later is None and len(series.parts) > 1 and series.parts[-1] is numbers[-1]:
        found = summed_within(facts, series)
    if not found and series.closed and may_be_total(series.parts[0]) and (tail := without_head(series)):
        found = announced(facts, series.parts[0], tail)
    if not found and earlier is None and series.closed:
        found = _consists(facts, sentence, series)
    if not found and series.closed:
        found = _exceeded(facts, series, earlier)
    return found


def _consists(facts: Facts, sentence: int, series: Series) -> Whole | None:
    """`Total spending was €84m. Wages took €51m, …`; `It consists of $20m in loans and …`."""
    total = _only_alike(facts, sentence - 1, series.parts[0])
    if total is None or len(series.parts) < 2:
        return None
    first = facts.bounds(series.first)[0]
    made = " ".join(facts.words(series.first - 2, series.first)).endswith(tuple(group("made_of")))
    if (
        made
        and facts.word(first) in ("it", "they", "this", "these", "the")
        and series.first - first <= _OPENING
    ):
        return whole_of(total, series)
    begin, end = facts.bounds(total.first)
    if not series.closed or len(series.parts) < 3:
        return None
    in_all = any(facts.words(i, i + 2) == ["in", "all"] for i in range(total.last, end))
    if (in_all or "total" in facts.classes[begin:end]) and not _governed(facts, series, _ENDS):
        return whole_of(total, series, near=True)
    named = total.kind == "count" and total.unit is not None and bare_parts(facts, total, series.parts)
    named = named and not _governed(facts, series)
    return whole_of(total, series, closed=False, near=True) if named else None


def _exceeded(facts: Facts, series: Series, earlier: Figure | None) -> Whole | None:
    """`The survey of 60 wells found 41 clean, 12 polluted and nine dry`: too many, if of the total."""
    whole = series if earlier else without_head(series)
    total = earlier or series.parts[0]
    if whole is None or len(whole.parts) < 3 or whole.singles or not alike(total, whole.parts[0]):
        return None
    said = any(facts.word(part.last) in group("verbs") for part in whole.parts)
    named = total.kind == "count" and total.unit is not None and bare_parts(facts, total, whole.parts)
    plain = named and not said and not _governed(facts, whole)
    return whole_of(total, whole, closed=False, near=True) if plain else None


def _governed(facts: Facts, series: Series, leading: frozenset[str] = _MOVES) -> bool:
    """Whether a figure of the list is the end of a change, not a part."""
    return any(not leading.isdisjoint(leads(facts, part)) for part in series.parts)


def _only_alike(facts: Facts, sentence: int, figure: Figure) -> Figure | None:
    before = [f for f in facts.lines.get(sentence, ()) if alike(f, figure) and f.low is not None]
    return before[0] if len(before) == 1 else None


def _taken_up(facts: Facts, sentence: int, line: Sequence[Figure], series: Series) -> Whole | None:
    """`… 9,300 and Mr Ames 2,100. In all, 23,800 votes were cast.`: the parts one sentence back."""
    if (
        facts.tokens.sentence[series.first] != sentence - 1
        or len(line) != 1
        or not alike(line[0], series.parts[0])
    ):
        return None
    first = facts.article.sentences[sentence].first
    opening = facts.words(first, line[0].first)
    if not opening or len(opening) > _LONGEST_LINK or _governed(facts, series):
        return None
    summed = opening[:2] == ["in", "all"] or "total" in facts.classes[first : line[0].first]
    if (summed or opening[:2] == ["that", "makes"]) and (series.closed or len(series.parts) > 2):
        return whole_of(line[0], series)
    whole_list = series.closed and len(facts.lines.get(sentence - 1, ())) == len(series.parts)
    if opening in (["the"], ["all"]) and whole_list and len(series.parts) + len(series.singles) > 2:
        return whole_of(line[0], series, near=True)
    return None
