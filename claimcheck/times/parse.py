"""A date written on its own: the `--date` option, a byline, a metadata field."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from claimcheck.figures.numerals import read_numerals
from claimcheck.model import Tokens
from claimcheck.text.tokens import tokenise
from claimcheck.times.compose import compose
from claimcheck.times.published import exact_day
from claimcheck.times.stream import stream_of
from claimcheck.times.timex import make_date

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T\s].*)?", re.DOTALL)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)")
_HAS_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LONGEST = 200  # characters; longer strings are no dates


def parse_date(text: str) -> date | None:
    """The day that `text` names with its year, or None.

    ISO 8601 and the grammar of running text are tried first; only then dateparser, which is slow to load and
    reads too much. None where the calendar has no such date, where the text names two, and where day and
    month could change places (`3/4/2022`).
    """
    if len(text) > _LONGEST:
        return None
    iso = _ISO.fullmatch(text)
    if iso:
        return make_date(int(iso[1]), int(iso[2]), int(iso[3]))
    numeric = _NUMERIC.search(text)
    if numeric and numeric[1] != numeric[2] and max(int(numeric[1]), int(numeric[2])) <= 12:
        return None
    days = _days_in(tokenise(text, [(0, len(text))]))
    if days:
        return days.pop() if len(days) == 1 else None
    return _ask_dateparser(text) if _HAS_YEAR.search(text) else None


def _days_in(tokens: Tokens) -> set[date]:
    from claimcheck.times.grammar import match_tokens

    stream = stream_of(tokens, read_numerals(tokens))
    return {day for expression in compose(stream, match_tokens(stream)) if (day := exact_day(expression))}


@cache
def _dateparser() -> Any:
    from dateparser.date import DateDataParser  # lazily: 190 ms

    return DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})


def _ask_dateparser(text: str) -> date | None:
    found = _dateparser().get_date_data(text).date_obj
    return found.date() if found else None
