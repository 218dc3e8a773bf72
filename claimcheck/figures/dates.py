"""Calendar dates, years and decades: figures of kind date; clock times, which are none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.figures.decades import decade, iso_end, spoken_year
from claimcheck.figures.eras import era_year
from claimcheck.figures.months import month_after, month_before
from claimcheck.figures.surroundings import word_beside
from claimcheck.figures.years import is_clock, is_year, looks_like_year, percent_or_unit, year_words
from claimcheck.model import WORD, Article, Figure, Modifier, Numeral, SetAside, Time

_CONNECTORS = ("-", "–", "—", "to", "and", "through", "/", "until")


class Calendar:
    """The date that each numeral belongs to, if any: built once an article from its numerals and times."""

    def __init__(self, article: Article, numerals: Sequence[Numeral], times: Sequence[Time]) -> None:
        self.tokens = article.tokens
        self.numerals = numerals
        self.figures: list[Figure] = []
        self.aside: list[SetAside] = []
        self.taken: set[int] = set()  # indexes of numerals
        self._floor = 0  # the token after the last date
        self._in_date = {
            at for time in times if time.type in ("DATE", "TIME") for at in range(time.first, time.last)
        }
        for index in range(len(numerals)):
            if index not in self.taken:
                self._read(index)

    def _read(self, index: int) -> None:
        numeral, tokens = self.numerals[index], self.tokens
        if numeral.value is None or numeral.form not in ("digits", "words"):
            return
        if is_clock(tokens, numeral):
            self.taken.add(index)
            self.aside.append(SetAside(*tokens.span(numeral.first, numeral.last), "clock time"))
            return
        span = self._date_at(index)
        if span is not None:
            first, last = span
            self._floor = last
            self.figures.append(self._figure(first, last))
            while index < len(self.numerals) and self.numerals[index].first < last:
                self.taken.add(index)
                index += 1

    def _figure(self, first: int, last: int) -> Figure:
        start, end = self.tokens.span(first, last)
        inner = self.tokens.lower[first:last]
        joined = not {"to", "–", "and", "through", "until"}.isdisjoint(inner[1:])
        years = len(inner) == 3 and inner[1] in ("-", "—") and inner[0].isdecimal()
        modifier: Modifier = "range" if joined or years else "exact"
        return Figure(start, end, first, last, "date", None, None, modifier, None, Decimal(1), rule="date")

    def _date_at(self, index: int) -> tuple[int, int] | None:
        numeral, tokens = self.numerals[index], self.tokens
        if end := iso_end(tokens, numeral.first):
            return numeral.first, end
        era = era_year(tokens, self.numerals, index)
        if era is not None and era[0] >= self._floor:
            return era
        month = month_before(tokens, numeral.first)
        month = None if month is not None and month < self._floor else month
        if month is not None and self._is_day(numeral):
            return month, self._with_year(index, self._day_range(index))
        after = month_after(tokens, numeral.last)
        if after and self._is_day(numeral):
            return numeral.first, self._year_after(after) or after
        if end := self._days_before_month(index):
            return numeral.first, self._year_after(end) or end
        if month is not None and is_year(numeral, tokens):
            return month, numeral.last
        if is_year(numeral, tokens):
            return self._years(index)
        return decade(tokens, numeral) or spoken_year(tokens, self.numerals[index : index + 2])

    def _is_day(self, numeral: Numeral) -> bool:
        value = numeral.value
        if value is None or not 1 <= value <= 31 or numeral.form != "digits" or value % 1:
            return False
        return not percent_or_unit(self.tokens, numeral)

    def _day_range(self, index: int) -> int:
        """The last numeral's index of `Dec. 9-12`, `July 3 to 5`."""
        following = self.numerals[index + 1] if index + 1 < len(self.numerals) else None
        here = self.numerals[index]
        between = self.tokens.lower[here.last : following.first] if following else []
        if following and not self._together(here, following):
            return index
        if following and between in (["-"], ["–"], ["to"], ["and"]) and self._is_day(following):
            return index + 1
        return index

    def _together(self, one: Numeral, other: Numeral) -> bool:
        return self.tokens.sentence[one.first] == self.tokens.sentence[other.first]

    def _days_before_month(self, index: int) -> int | None:
        """The token after the month of `26-30 November`, `26 and 27 November`."""
        first, last = self.numerals[index], self.numerals[self._day_range(index)]
        if first is last or not self._is_day(first) or (first.value or 0) >= (last.value or 0):
            return None
        after = month_after(self.tokens, last.last)
        in_front = after and after < len(self.tokens) and self.tokens.text[after].isdecimal()
        american = in_front and after and len(self.tokens.text[after]) <= 2  # `won 2-3 May 5`
        return None if american else after

    def _with_year(self, start: int, index: int) -> int:
        last = self.numerals[index].last
        if self.tokens.lower[last : last + 1] in (["st"], ["nd"], ["rd"], ["th"]):
            last += 1
        return self._year_after(last) or last

    def _year_after(self, last: int) -> int | None:
        at = last + (self.tokens.lower[last : last + 1] == [","])
        text = self.tokens.text[at] if at < len(self.tokens) else ""
        if (
            len(text) == 4
            and text.isdecimal()
            and text[0] in "12"
            and self.tokens.sentence[at] == self.tokens.sentence[last - 1]
        ):
            return at + 1
        return None

    def _years(self, index: int) -> tuple[int, int] | None:
        """A year, two years joined (`2010-15`, `from 2004 to 2017`), or a decade."""
        numeral, tokens = self.numerals[index], self.tokens
        if not self._means_year(numeral):
            return None
        first, last = numeral.first, self._decade_end(numeral)
        following = self.numerals[index + 1] if index + 1 < len(self.numerals) else None
        if following and self._joins_years(numeral, following):
            opener = tokens.lower[first - 1] if first else ""
            connector = tokens.lower[numeral.last]
            first -= opener in ("from", "between") and connector in ("to", "and", "through", "until")
            return first, following.last
        return first, last

    def _joins_years(self, numeral: Numeral, following: Numeral) -> bool:
        tokens = self.tokens
        between = tokens.lower[numeral.last : following.first]
        if len(between) != 1 or between[0] not in _CONNECTORS or not self._together(numeral, following):
            return False
        glued = tokens.glued(following.first) and tokens.glued(following.first - 1)
        if between[0] in ("and", "to", "through", "until"):
            opener = tokens.lower[numeral.first - 1] if numeral.first else ""
            return is_year(following, tokens) and (between[0] != "and" or opener == "between")
        short = len(tokens.text[following.first]) <= 2 and tokens.text[following.first].isdecimal() and glued
        return is_year(following, tokens) or short

    def _decade_end(self, numeral: Numeral) -> int:
        """The token after `1990s`."""
        last = numeral.last
        plural = (
            last < len(self.tokens) and self.tokens.lower[last] in ("s", "'s") and self.tokens.glued(last)
        )
        return last + 1 if plural and self.tokens.text[numeral.first].endswith("0") else last

    def _means_year(self, numeral: Numeral) -> bool:
        tokens, first, last = self.tokens, numeral.first, numeral.last
        value = int(tokens.text[first])
        if self._decade_end(numeral) > last:
            return True
        if self._life(last, value):
            return True
        before = word_beside(tokens, first, -1)
        if tokens.glued(first) and not self._glued_year(first):
            return False
        if percent_or_unit(tokens, numeral):
            return False
        if first in self._in_date and (value % 100 or before not in year_words("not_after")):
            return True
        return looks_like_year(tokens, value, before, last)

    def _life(self, last: int, value: int) -> bool:
        """Whether a later year is joined on, as in the years of a life: `1747-1803`."""
        tokens = self.tokens
        if last + 1 >= len(tokens) or tokens.lower[last] not in ("-", "–") or not tokens.glued(last + 1):
            return False
        text = tokens.text[last + 1]
        return (
            len(text) == 4
            and text.isdecimal()
            and tokens.glued(last)
            and value < int(text) < min(value + 130, 2100)
        )

    def _glued_year(self, first: int) -> bool:
        """Whether what touches the year on its left may: a hyphen after a word, a bracket, a quote."""
        tokens = self.tokens
        before = tokens.lower[first - 1]
        if tokens.kind[first - 1] == WORD:
            return before == "fy"
        return before in ("(", "[", "'", "‘", "“", '"', "/", "–", "—") or (
            before == "-" and tokens.kind[first - 2] == WORD and first > 1
        )
