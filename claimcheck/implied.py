"""What else an article's figures imply: sums for the reviewer to weigh, never findings.

A percentage and a count of one thing imply a whole; a large total implies an amount a head and a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.checks.concern import shown
from claimcheck.figures.plurals import plural, singular
from claimcheck.intervals import HUNDRED, Interval, exactly
from claimcheck.model import Figure, Report
from claimcheck.relations.amounts import is_amount
from claimcheck.relations.facts import Facts, gather, group
from claimcheck.relations.reading import leads
from claimcheck.relations.working import Working, number

_LARGE = Decimal(1000)
_NEAR = 1  # sentences between a total and the people that it is for
_DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365}
_MOST = 8


def implied(report: Report) -> list[Working]:
    """The sums, in article order, at most eight."""
    facts = gather(report.article, report.claims, report.times, report.sources)
    figures = [claim.figure for claim in report.claims if claim.figure.low or claim.figure.high]
    found = [*_wholes(facts, figures), *_each(facts, figures), *_daily(facts, figures)]
    return list(dict.fromkeys(found))[:_MOST]


def _wholes(facts: Facts, figures: Sequence[Figure]) -> Iterator[Working]:
    """20% of the troops, and 30,000 to 40,000 troops: of 150,000 to 200,000."""
    shares = [f for f in figures if f.kind == "percent" and f.about and f.high and not is_amount(facts, f)]
    for percent in shares:
        nouns = {singular(word) for word in _about(facts, percent)}
        for count in figures:
            if (
                count.kind == "count"
                and count.low
                and count.high
                and count.unit in nouns
                and count.low >= _LARGE
            ):
                whole = Interval(count.low, count.high) * HUNDRED / exactly(percent.high or 1)
                terms = (
                    _ends(Interval(count.low, count.high)),
                    plural(count.unit or ""),
                    shown(facts, percent),
                )
                yield Working(terms, "if {0} {1} are {2}, all are {expected}", _ends(whole))


def _about(facts: Facts, figure: Figure) -> list[str]:
    return facts.article.text[slice(*figure.about)].lower().split() if figure.about else []


def _each(facts: Facts, figures: Sequence[Figure]) -> Iterator[Working]:
    """$360 million for 1.2 million households: $300 each."""
    people = {singular(word) for word in group("people")} - {"case", "death", "vote", "seat"} | {"person"}
    for total in figures:
        for count in figures:
            apart = abs(facts.tokens.sentence[total.first] - facts.tokens.sentence[count.first])
            large = (total.low or 0) >= _LARGE**2 and (count.low or 0) >= _LARGE
            if (
                total.kind == "money"
                and count.kind == "count"
                and count.unit in people
                and large
                and apart <= _NEAR
            ):
                each = Interval(*_range(total)) / Interval(*_range(count))
                terms = (shown(facts, total), shown(facts, count), plural(count.unit or ""), total.unit or "")
                yield Working(terms, "{0} over {1} {2} is {expected} {3} each", _ends(each))


def _daily(facts: Facts, figures: Sequence[Figure]) -> Iterator[Working]:
    """1,260 arrests in three weeks: 60 a day."""
    for line in facts.lines.values():
        spans = [f for f in line if f.kind == "duration" and (f.unit or "") in _DAYS and f.low and f.high]
        totals = [f for f in line if f.kind == "count" and (f.low or 0) >= _LARGE / 10 and f.unit]
        if len(spans) == 1 and len(totals) == 1 and leads(facts, spans[0])[:1] in (["in"], ["over"], ["for"]):
            days = Interval(*_range(spans[0])) * exactly(_DAYS[spans[0].unit or "days"])
            if days.low > 1:
                rate = Interval(*_range(totals[0])) / days
                terms = (shown(facts, totals[0]), plural(totals[0].unit or ""), shown(facts, spans[0]))
                yield Working(terms, "{0} {1} in {2} is {expected} a day", _ends(rate))


def _range(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = figure.low or figure.high or Decimal(1), figure.high or figure.low or Decimal(1)
    return low, high


def _ends(value: Interval) -> str:
    places = 0 if value.high >= 10 else 2
    low, high = number(value.low, places), number(value.high, places)
    return low if low == high else f"{low}–{high}"
