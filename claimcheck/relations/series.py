"""Lists of like figures: `two porters, a nurse and four patients`, `$3m for roads and $2m for parks`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.figures.plurals import is_plural
from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike
from claimcheck.values import frozen

_LONGEST_GAP = 14  # words from one number of a list to the next
_MOST_SINGLES = 6  # items without a number before the first that has one
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
    leading = _leading(facts, parts[0], first)
    semicolons = sum(gap.semicolon for gap in gaps)
    if 0 < semicolons < len(gaps) and not gaps[-1].closing:
        return None
    closed = bool(gaps) and (gaps[-1].closing or semicolons == len(gaps))
    trailing = None if closed else _trailing(facts, parts[-1], last)
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
    items = _items(facts, before.last, after.first)
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
    return _Gap(tuple(singles), marks[-1] in group("list_ends"), ";" in marks)


def _one_unit(before: Figure, after: Figure) -> bool:
    """Whether two figures are of one kind, or the second leaves out its unit: `90m crowns, 40m on …`."""
    bare = after.kind == "count" and after.unit is None and (after.low or 0) >= _LARGE
    return alike(before, after) or (bare and before.kind in ("money", "measure"))


def taken_up(facts: Facts, part: Figure) -> bool:
    """Whether the figure is of those just counted: `three of them children`."""
    if facts.word(part.last) != "of" or facts.word(part.last + 1) not in group("pronouns"):
        return False
    after = facts.word(part.last + 2)
    return facts.word(part.last + 1) not in ("that", "this") or not after.isalpha() or after in _told()


def _told() -> frozenset[str]:
    return group("verbs") | group("function_words") | group("modal_verbs")


def without_head(series: Series) -> Series | None:
    """The list after its first figure, which may be the total that the rest make."""
    parts = series.parts[1:]
    singles = tuple(single for single in series.singles if single.start > series.parts[0].start)
    if len(parts) + len(singles) < 2:
        return None
    return Series(parts, singles, parts[0].first, series.last, series.closed)


def _items(facts: Facts, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of [first, last) between commas, semicolons and `and`."""
    items, start = [], first
    for i in range(first, last):
        if facts.lower[i] in group("list_marks"):
            items.append((start, i))
            start = i + 1
    return [*items, (start, last)]


def is_single(facts: Facts, item: tuple[int, int]) -> bool:
    """Whether the words are an item that counts as one: `a bus driver`, `an 8-year-old` is not."""
    words = facts.words(*item)
    if not 2 <= len(words) <= _SINGLE + 1:
        return False
    owned = words[0] in group("possessives") or words[0] == "the"
    if words[0] not in group("single_openers") and not (owned and not is_plural(words[-1])):
        return False
    if facts.holds_number(*item):
        return False
    return not (group("many_in_one") | group("verbs")).intersection(words[1:])


def _further(facts: Facts, own: tuple[int, int], item: tuple[int, int]) -> bool:
    """Whether the item goes on with what the number before is for: `$3m for roads and bridges, …`."""
    return bool(group("list_prepositions").intersection(facts.words(*own))) and item[1] - item[0] <= _SINGLE


def _predicate(facts: Facts, lead: tuple[int, int]) -> bool:
    """Whether the words before a number tell where or when it is of: `and in the second half 4,100`."""
    return facts.word(lead[0]) in group("list_prepositions") and lead[1] - lead[0] <= _LEAD + 2


def _leading(facts: Facts, part: Figure, first: int) -> list[Span]:
    """`a bus driver, his wife and` straight before the first number of a list, back to where it begins."""
    found: list[Span] = []
    mark = part.first - 1
    while facts.word(mark) in group("possessives"):
        mark -= 1
    while mark > first and facts.word(mark) in (",", "and") and len(found) < _MOST_SINGLES:
        start = mark
        while start > max(first, mark - _SINGLE - 1) and not _parts(facts, start - 1):
            start -= 1
        opened = start == first or facts.word(start - 1) in group("openers") | group("brackets")
        if not opened and facts.word(start - 1) not in (",", "and"):
            heads = range(mark - 2, start - 1, -1)
            start = next((i for i in heads if facts.word(i) in group("single_openers")), mark)
        if not is_single(facts, (start, mark)):
            break
        found.insert(0, Span(start, mark))
        mark = start - 1
    return found


def _parts(facts: Facts, index: int) -> bool:
    return facts.word(index) in group("clause_marks") or facts.word(index) == "and"


def _trailing(facts: Facts, part: Figure, last: int) -> Span | None:
    """`and a driver` after the last number of a list, up to a mark, verb or preposition."""
    joint = next(
        (i for i in range(part.last, min(last, part.last + _LEAD)) if facts.word(i) in group("list_ends")),
        None,
    )
    if joint is None or group("list_breaks").intersection(facts.words(part.last, joint)):
        return None
    stop = joint + 1
    ends = group("clause_marks") | group("verbs") | group("list_prepositions") | group("list_ends")
    while stop < min(last, joint + _SINGLE + 2) and facts.word(stop) not in ends:
        stop += 1
    return Span(joint + 1, stop) if is_single(facts, (joint + 1, stop)) else None
