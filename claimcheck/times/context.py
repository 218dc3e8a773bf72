"""What a reader knows when reaching an expression."""

from __future__ import annotations

from datetime import date

from claimcheck.times import timex
from claimcheck.times.timex import Reading
from claimcheck.values import frozen


@frozen
class Context:
    """What a reader knows at an expression.

    `published`: the article's date, None where unknown. `narrative`: the text tells of another time, so
    months and days take their year from the last date mentioned. `mentioned`: that date. `quarter`: the
    last quarter (`Q3`) spoken of near by. `tense`: -1 past, 1 future, 0 unknown.
    """

    published: date | None = None
    narrative: bool = False
    mentioned: Reading | None = None
    quarter: Reading | None = None
    tense: int = 0

    @property
    def base(self) -> date | None:
        """The day that plain relative expressions count from."""
        if self.narrative and self.mentioned:
            return self.mentioned.begin
        return self.published

    @property
    def year(self) -> int | None:
        """The running text's year."""
        return self.mentioned.year if self.mentioned else None

    @property
    def last_mentioned(self) -> Reading | None:
        """The date last mentioned, publication where there is none."""
        if self.mentioned:
            return self.mentioned
        return timex.day(self.published) if self.published else None
