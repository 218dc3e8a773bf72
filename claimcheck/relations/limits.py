"""Values past what their scale can hold: an hour after 24, a person of 214, frost below absolute zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.lexicon import load
from claimcheck.model import Figure, Span
from claimcheck.relations.dates import number_at
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.timetables import is_service_at, overflows
from claimcheck.values import frozen

_OLDEST = 125  # nobody has been proved older than 122
_COLDEST = {"°C": Decimal("-273.15"), "°F": Decimal("-459.67"), "K": Decimal(0)}
_HIGHEST = {"ph": 14, "latitude": 90, "longitude": 180}
_NEAR = 4
_LAST_HOUR, _LAST_MINUTE, _NO_HOUR = 24, 59, 30  # above 30, the two numbers are shares: `at 60:40`
_WHOLE = 100
_COLON = frozenset([":"])
_HALVES = frozenset(["am", "pm", "a.m.", "p.m.", "a.m", "p.m"])


@frozen
class Excess:
    """A value at `span` that its scale cannot hold, with the reason."""

    span: Span
    reason: str
    figures: tuple[Figure, ...] = ()


def find_excesses(facts: Facts) -> Iterator[Excess]:
    """Every value past the end of its scale, shares of a whole apart."""
    yield from _hours(facts)
    yield from _clock_times(facts)
    for claim in facts.claims:
        figure = claim.figure
        reason = _reason(facts, figure) if figure.low is not None else ""
        if reason:
            yield Excess(Span(figure.start, figure.end), reason, (figure,))
    for figure, reason in overflows(facts, (claim.figure for claim in facts.claims)):
        yield Excess(Span(figure.start, figure.end), reason, (figure,))
    yield from _more_than_all(facts)


def _hours(facts: Facts) -> Iterator[Excess]:
    """`at 25:40`, `at 10:75 a.m.`: no hour of the day."""
    for index in facts.places(_COLON):
        if not (facts.tokens.glued(index) and facts.tokens.glued(index + 1)):
            continue
        hour, minute = (
            number_at(facts.word(index - 1), 0, _NO_HOUR - 1),
            number_at(facts.word(index + 1), 0, 99),
        )
        if hour is None or minute is None or len(facts.word(index + 1)) != 2:
            continue
        timed = facts.word(index - 2) in listed("calendar", "before_hours") and facts.word(index + 2) != ":"
        timed = timed or is_service_at(facts, index - 1, index + 2)
        if timed and (hour > _LAST_HOUR or minute > _LAST_MINUTE) and hour + minute != _WHOLE:
            yield Excess(facts.tokens.span(index - 1, index + 2), "a day has 24 hours of 60 minutes")


def _clock_times(facts: Facts) -> Iterator[Excess]:
    """`at 7.68pm`: minutes after a point, as British papers print them."""
    for index in facts.places(_HALVES):
        hour, point, minute = facts.word(index - 1).partition(".")
        told = point and len(minute) == 2 and minute.isdecimal() and hour.isdecimal()
        if told and (int(minute) > _LAST_MINUTE or int(hour) > _LAST_HOUR):
            yield Excess(facts.tokens.span(index - 1, index + 1), "an hour has 60 minutes")


def _reason(facts: Facts, figure: Figure) -> str:
    low = figure.low or Decimal(0)
    lead = facts.words(figure.first - 2, figure.first) if figure.kind == "count" else ()
    aged = "aged" in lead or "age" in lead
    if figure.kind == "age" or aged:
        human = (aged or figure.unit == "years") and low > _OLDEST and _is_human(facts, figure)
        return "nobody is known to have passed 122" if human else ""
    if figure.kind == "duration":
        most = _periods().get((figure.unit or "").rstrip("s"), {}).get(facts.word(figure.last + 1))
        counted = facts.word(figure.last) in ("a", "an", "per", "every")
        return f"there are {most} at most" if counted and most and low > most else ""
    if figure.kind == "measure" and low < _COLDEST.get(figure.unit or "", low):
        return "nothing is colder than absolute zero"
    return _off_scale(facts, figure, abs(low)) if figure.kind in ("count", "measure") else ""


def _off_scale(facts: Facts, figure: Figure, size: Decimal) -> str:
    """`a pH of 15`, `a latitude of 95 degrees`."""
    if facts.holds.isdisjoint(_HIGHEST):
        return ""
    near = facts.words(max(facts.bounds(figure.first)[0], figure.first - _NEAR), figure.first)
    for name, most in _HIGHEST.items():
        if name in near and size > most and (figure.kind == "count" or figure.unit in ("degrees", "degree")):
            return f"the scale ends at {most}"
    return ""


@cache
def _periods() -> dict[str, dict[str, int]]:
    """How many of a unit each longer period has at most."""
    found: dict[str, dict[str, int]] = load("calendar")["at_most"]
    return found


def _is_human(facts: Facts, age: Figure) -> bool:
    noun = facts.word(age.last)
    if noun in group("people") | group("collective") | group("kinds_of_people"):
        return True
    first = facts.bounds(age.first)[0]
    words = facts.words(max(first, age.first - _NEAR), age.first)
    dying = listed("calendar", "dying") & set(facts.words(first, age.first))
    return bool({"he", "she", "who", "mr", "mrs", "ms", "dr"} & set(words) or dying)


def _of_the(gap: Sequence[str]) -> bool:
    """`of the`, `of his`, `of the club's`: between a part and its whole."""
    if len(gap) == 2 and gap[0] == "of" and gap[1] in group("definite"):
        return True
    if gap == ["out", "of", "the"]:
        return True
    return gap[:1] == ["of"] and 3 <= len(gap) <= _NEAR + 1 and gap[-1] in ("'s", "’s")


def _more_than_all(facts: Facts) -> Iterator[Excess]:
    """`six out of five voters`, `seven of the six candidates`: more than there are."""
    for part, whole in pairwise(facts.numerals):
        if whole.first - part.last > _NEAR + 1:
            continue
        gap = facts.words(part.last, whole.first)
        loose = gap in (["out", "of"], ["out", "of", "every"], ["of", "every"], ["in", "every"])
        if not loose and not _of_the(gap):
            continue
        if part.value is None or whole.value is None or part.value <= whole.value:
            continue
        noun = facts.word(whole.last)
        every = gap == ["out", "of", "every"]
        if noun.isalpha() and noun not in group("function_words") | group("verbs") and gap[-1] != "every":
            noun = noun if noun.endswith("s") else facts.word(whole.last + 1)
        counted = noun in group("people") or ((every or not loose) and noun.endswith("s") and noun.isalpha())
        if (
            counted
            and (part.scale <= whole.scale or whole.scale > 1)
            and facts.word(part.first - 1) not in listed("words", "months")
        ):
            span = facts.tokens.span(part.first, whole.last)
            yield Excess(span, f"{part.value:,} is more than {whole.value:,}", facts.figures_in(span))
