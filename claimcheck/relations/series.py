"""Lists of like figures: `two porters, a nurse and four patients`, `$3m for roads and $2m for parks`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import alike
from claimcheck.relations.singles import is_single, item_after, items_before
from claimcheck.values import frozen

_LONGEST_GAP = 14  # words from one number of a list to the next
_SINGLE = 4  # words of an item without a number: `a former bus driver`
_LARGE = 1000  # only such counts may be sums of money without their unit
_LEAD = 4  # words from `and` to the number that it brings


@frozen
class Series:
    """Figures of one kind in a list at tokens [first, last); `singles` are items like `a driver` in it.

    `closed` lists end with `and`, or have a semicolon before each item but the first.
    """

    parts: tuple[Figure, ...]
    singles: tuple[Span, ...]
    first: int
    last: int
    closed: bool


@frozen
class _Gap:
    """What stands between two figures of a list."""

    singles: tuple[Span, ...] = ()
    closing: bool = False
    semicolon: bool = False


def find_series(facts: Facts, line: Sequence[Figure]) -> Iterator[Series]:
    """The lists of like figures in one sentence, each as long as it goes."""
    start = 0
    while start < len(line):
        gaps: list[_Gap] = []
        stop = start + 1
        while stop < len(line) and (gap := _gap(facts, line[stop - 1], line[stop])):
            gaps.append(gap)
            stop += 1
        if closing := [i for i, gap in enumerate(gaps) if gap.closing]:
            stop = start + closing[-1] + 2
            gaps = gaps[: closing[-1] + 1]
        found = _series(facts, line[start:stop], gaps)
        if found:
            yield found
        start = stop


def _series(facts: Facts, parts: Sequence[Figure], gaps: Sequence[_Gap]) -> Series | None:
    first, last = facts.bounds(parts[0].first)
    leading = items_before(facts, parts[0], first)
    semicolons = sum(gap.semicolon for gap in gaps)
    if 0 < semicolons < len(gaps) and not gaps[-1].closing:
        return None
    closed = bool(gaps) and (gaps[-1].closing or semicolons == len(gaps))
    trailing = None if closed else item_after(facts, parts[-1], last)
    singles = [single for gap in gaps for single in gap.singles]
    singles = [*leading, *singles, *([trailing] if trailing else [])]
    closed = closed or (
        not gaps and len(leading) > 1 and "and" in facts.words(leading[-1].end, parts[0].first)
    )
    if len(parts) + len(singles) < 2:
        return None
    begin = leading[0].start if leading else parts[0].first
    end = trailing.end if trailing else parts[-1].last
    return Series(
        tuple(parts),
        tuple(facts.tokens.span(*single) for single in singles),
        begin,
        end,
        closed or bool(trailing),
    )


def _gap(facts: Facts, before: Figure, after: Figure) -> _Gap | None:
    """What joins two figures to a list; None if they are not of one."""
    exact = before.low == before.high and after.low == after.high
    near = after.first - before.last <= _LONGEST_GAP
    if not exact or not near or not _one_unit(before, after) or taken_up(facts, after):
        return None
    words = facts.words(before.last, after.first)
    classes = facts.classes[before.last : after.first]
    if not group("list_marks").intersection(words) or group("list_breaks").intersection(words):
        return None
    if (
        words[-1] == "from"
        or "open_list" in classes
        or "shift" in classes
        or facts.holds_number(before.last, after.first)
    ):
        return None
    items = stretches(facts, before.last, after.first)
    own, middle, lead = items[0], items[1:-1], items[-1]
    if lead[1] - lead[0] > _LEAD and not _predicate(facts, lead):
        return None
    singles = []
    for item in middle:
        if item[0] == item[1]:
            continue
        if is_single(facts, item):
            singles.append(Span(*item))
        elif not _further(facts, own, item):
            return None
    marks = [word for word in words if word in group("list_marks")]
    added = " ".join(words).endswith(_added())
    aside = marks[-1] == "," and _aside_after_and(words)
    return _Gap(tuple(singles), added or aside or marks[-1] in group("list_ends"), ";" in marks)


def _aside_after_and(words: Sequence[str]) -> bool:
    """`and, in driving rain, 6,300`: commas around what stands between `and` and the last number."""
    place = next((i for i, word in enumerate(words) if word in group("list_ends")), len(words))
    return words[place + 1 : place + 2] == [","]


@cache
def _added() -> tuple[str, ...]:
    """`212 Democrats and 209 Republicans, together with two independents`."""
    return tuple(f" {phrase}" for phrase in group("list_added"))


def _one_unit(before: Figure, after: Figure) -> bool:
    """Whether two figures are of one kind, or the second leaves out its unit: `90m crowns, 40m on …`."""
    bare = after.kind == "count" and after.unit is None and (after.low or 0) >= _LARGE
    return alike(before, after) or (bare and before.kind in ("money", "measure"))


def taken_up(facts: Facts, part: Figure) -> bool:
    """Whether the figure is of those just counted: `three of them children`."""
    if facts.word(part.last) != "of" or facts.word(part.last + 1) not in group("pronouns"):
        return False
    after = facts.word(part.last + 2)
    return (
        facts.word(part.last + 1) not in ("that", "this") or not after.isalpha() or after in _told() | _sums()
    )


def _sums() -> frozenset[str]:
    return listed("tallies", "sums.same")


def _told() -> frozenset[str]:
    return group("verbs") | group("function_words") | group("modal_verbs")


def without_head(series: Series) -> Series | None:
    """The list after its first figure, which may be the total that the rest make."""
    parts = series.parts[1:]
    singles = tuple(single for single in series.singles if single.start > series.parts[0].start)
    if len(parts) + len(singles) < 2:
        return None
    return Series(parts, singles, parts[0].first, series.last, series.closed)


def stretches(facts: Facts, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of [first, last) between commas, semicolons and `and`."""
    items, start = [], first
    for i in range(first, last):
        if facts.lower[i] in group("list_marks"):
            items.append((start, i))
            start = i + 1
    return [*items, (start, last)]


def _further(facts: Facts, own: tuple[int, int], item: tuple[int, int]) -> bool:
    """Whether the item goes on with what the number before is for: `$3m for roads and bridges, …`."""
    return bool(group("list_prepositions").intersection(facts.words(*own))) and item[1] - item[0] <= _SINGLE


def _predicate(facts: Facts, lead: tuple[int, int]) -> bool:
    """Whether the words before a number tell where or when it is of: `and in the second half 4,100`."""
    return facts.word(lead[0]) in group("list_prepositions") and lead[1] - lead[0] <= _LEAD + 2
