"""A total and the whole list of its parts: after a colon or dash, after `they were`, after `made up of`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.inventories import read_inventory
from claimcheck.relations.misprints import misprinted
from claimcheck.relations.reading import alike
from claimcheck.relations.series import taken_up
from claimcheck.relations.whole import Whole
from claimcheck.values import replace

_NOUN = 9  # words from a total to the mark that opens its parts
_SUBJECT = 4  # words from the start of a clause to its `were`
_MADE = 16  # words from a total to `made up of`
_OPENERS = frozenset(["they", "these", "those", "the"])  # of a subject that takes up a total
_KINDS = ("count", "money", "measure", "duration")


def find_breakdowns(facts: Facts, sentence: int, line: Sequence[Figure]) -> Iterator[Whole]:
    """The totals of a sentence, or of the one before, whose parts are listed in it to the last one."""
    for total in line:
        if _may_be_total(facts, total):
            found = _marked(facts, total, line) or _made_of(facts, total, line)
            if found and not _is_sum_of_another(found, line):
                yield found
    found = _told(facts, sentence, line)
    if found:
        yield found


def _may_be_total(facts: Facts, figure: Figure) -> bool:
    if figure.kind not in _KINDS or figure.low is None or figure.low != figure.high or figure.low < 2:
        return False
    before = facts.word(figure.first - 2)
    chosen = before in group("chosen") or facts.holds_number(figure.first - 2, figure.first - 1)
    if facts.word(figure.first - 1) == "of" and chosen:
        return False
    return not facts.tokens.glued(figure.last) or facts.word(figure.last) in group("clause_marks")


def _marked(facts: Facts, total: Figure, line: Sequence[Figure]) -> Whole | None:
    """`nine medals: three gold, one silver and six bronze`; `six years in all – two for … and four for …`."""
    last = facts.bounds(total.first)[1]
    opener = next(
        (
            i
            for i in range(total.last, min(last, total.last + _NOUN))
            if facts.word(i) in group("clause_marks")
        ),
        None,
    )
    if opener is None:
        return None
    mark = facts.word(opener)
    if mark != "," and mark not in group("openers") | group("brackets"):
        return None
    if any(total.last <= f.first < opener and (alike(f, total) or f.kind == "duration") for f in line):
        return None
    if mark == ",":
        return _apposed(facts, total, opener, last)
    return read_inventory(facts, total, opener + 1, _end(facts, opener + 1, last, mark), led=mark == ":")


def _apposed(facts: Facts, total: Figure, comma: int, last: int) -> Whole | None:
    """`£8.4 million, £5.1 million from sales, £2.3 million from grants and …`: told as parts only by a sum

    that is a misprint away from the total, or, of `600 of them oaks, 400 birches and …`, close above it.
    """
    if comma == total.last or not facts.holds_number(comma + 1, comma + _SUBJECT):
        return None
    found = read_inventory(facts, total, comma + 1, _end(facts, comma + 1, last, ","), led=False)
    if found is None:
        return None
    bare = [facts.word(part.last) in group("adverbs") for part in found.parts]
    plain = all(part.unit in (None, total.unit) or bare[i] for i, part in enumerate(found.parts))
    own = total.kind == "count" and taken_up(facts, found.parts[0]) and plain
    if own and sum_of(found) > (total.low or 0):
        return replace(found, near=True)
    if all(bare) or misprinted(total.low or Decimal(0), sum_of(found)):
        return replace(found, near=True)
    return None


def _end(facts: Facts, first: int, last: int, mark: str) -> int:
    """Where the list ends: at the twin of its opener, or with the sentence."""
    twins: frozenset[str] = group("dashes") if mark not in (":", ",") else frozenset()
    twins = frozenset([")", "]"]) if mark in group("brackets") else twins
    stops = twins | {".", ":", "?", "!"}
    return next((i for i in range(first, last) if facts.word(i) in stops), last)


def _made_of(facts: Facts, total: Figure, line: Sequence[Figure]) -> Whole | None:
    """`£3.1 million, was made up of a house put at £1.9 million, shares worth £850,000 and …`."""
    following = next((f.first for f in line if f.first >= total.last and alike(f, total)), None)
    if following is None:
        return None
    stop = min(following, total.last + _MADE)
    for place in range(total.last, stop):
        for size in (3, 2, 1):
            if place + size <= stop and " ".join(facts.words(place, place + size)) in group("made_of"):
                last = facts.bounds(total.first)[1]
                return read_inventory(
                    facts, total, place + size, _end(facts, place + size, last, "—"), led=True
                )
    return None


def _told(facts: Facts, sentence: int, line: Sequence[Figure]) -> Whole | None:
    """`All 42 were brought ashore; they were 36 passengers, …`; `Forty-two … . They were 36 …`."""
    told = facts.article.sentences[sentence]
    if not line or _OPENERS.isdisjoint(facts.words(told.first, told.last)):
        return None
    for index, figure in enumerate(line):
        before = line[:index] or facts.lines.get(sentence - 1, ())
        totals = [f for f in before if f.kind == figure.kind and _may_be_total(facts, f)]
        if len(totals) != 1 or not alike(totals[0], figure):
            continue
        first = _subject(facts, figure)
        if first is not None:
            last = facts.bounds(first)[1]
            return read_inventory(facts, totals[0], first, _end(facts, first, last, "—"), led=False)
    return None


def _subject(facts: Facts, figure: Figure) -> int | None:
    """Where the list begins after `they were`, `the dead were`, at the start of a sentence or clause."""
    begin = facts.bounds(figure.first)[0]
    place = figure.first - 1
    while place > max(begin, figure.first - _NOUN) and facts.word(place) not in group("copulas"):
        if facts.word(place) in group("clause_marks") - {","}:
            return None
        place -= 1
    if facts.word(place) not in group("copulas"):
        return None
    start = place - 1
    while start > max(begin, place - _SUBJECT) and facts.word(start - 1) not in group("clause_marks"):
        start -= 1
    opened = start == begin or facts.word(start - 1) in (";", ":", *group("dashes"))
    subject = facts.words(start, place)
    named = subject in (["they"], ["these"], ["those"]) or (
        subject[:1] == ["the"] and facts.classes[place - 1] in ("death", "injury", "missing")
    )
    return place + 1 if opened and named else None


def _is_sum_of_another(whole: Whole, line: Sequence[Figure]) -> bool:
    """Whether the parts make another figure of the sentence, told before."""
    made = sum_of(whole)
    return any(f.last <= whole.total.first and f.low == made and alike(f, whole.total) for f in line)


def sum_of(whole: Whole) -> Decimal:
    """What the parts make."""
    return sum((part.low or Decimal(0) for part in whole.parts), Decimal(len(whole.singles)))
