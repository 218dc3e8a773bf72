"""The day on which a feast falls."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.times import timex

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = re.compile(r"([a-z]{3})(-?\d)-(\d\d)")
_EASTER = re.compile(r"easter([+-]\d+)")


def holiday_on(rule: str, year: int) -> date | None:
    """The date that a rule of the lexicon gives in a year, None where it cannot be reckoned.

    `12-25`; `thu4-11`, the fourth Thursday of November; `mon-1-05`, the last Monday of May; `easter-2`;
    `election`, the Tuesday after the first Monday of November (United States Code, title 2, section 7).
    """
    if not 1 < year < 9999:
        return None
    if rule == "election":
        return timex.add_days(_nth_weekday(year, 11, 0, 1), 1)
    if found := _EASTER.fullmatch(rule):
        return timex.add_days(timex.easter(year), int(found[1]))
    if found := _NTH.fullmatch(rule):
        return _nth_weekday(year, int(found[3]), _WEEKDAYS.index(found[1]), int(found[2]))
    month, _, day = rule.partition("-")
    return timex.make_date(year, int(month), int(day)) if day else None


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    if number > 0:
        first = date(year, month, 1)
        return timex.add_days(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = timex.last_of_month(date(year, month, 1))
    return timex.add_days(last, -((last.weekday() - weekday) % 7))
