"""What an expression says, before the article's date is known: small values that `resolve` reads."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.values import frozen


@frozen
class Calendar:
    """A date or a part of one as written; years before Christ are negative, weekdays count from Monday = 1.

    `of` is the year where it is said in other words than a number: `June last year`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    of: Meaning | None = None


@frozen
class Part:
    """A part of a year: `Q3`, `H1`, `SP`; `of` is the year, None where it is not said."""

    part: str
    of: Meaning | None = None


@frozen
class Stretch:
    """A decade (`1990`, 10) or a century (`1900`, 100); `era` is -1 before Christ."""

    first: int
    years: int
    era: int = 1


@frozen
class Turn:
    """This, the last, the next of a kind: a unit (`W`), a month, a season, a weekday, a holiday.

    `mentioned`: counted from the date last mentioned and not from publication.
    """

    of: str | Calendar | Part | Holiday
    shift: int
    mentioned: bool = False
    latest: bool = False


@frozen
class Amount:
    """So many of a unit; `number` is None for `several`, `a few` and bare plurals."""

    number: Decimal | None
    unit: str


@frozen
class Length:
    """A duration."""

    amounts: tuple[Amount, ...]


@frozen
class Offset:
    """A duration before (-1) or after (1) another expression, publication, or the date mentioned."""

    length: Length
    sign: int
    anchor: Meaning | None = None
    mentioned: bool = False


@frozen
class Recurring:
    """A set, with its value as TIMEX3 writes it."""

    value: str


@frozen
class Reference:
    """`PRESENT_REF`, `PAST_REF` or `FUTURE_REF`."""

    value: str


@frozen
class Clock:
    """A time of day (`22:00`) or a part of the day (`MO`), on a day where one is said."""

    time: str
    day: Meaning | None = None


@frozen
class Holiday:
    """A feast or other named day: the rule of its date (see the lexicon), the year where it is said."""

    date_rule: str
    year: Meaning | None = None


@frozen
class Nth:
    """The third month of 2021, the last week of July: number (from the end where negative), unit, whole.

    Unit `WD` is the weekday of that number in a week; `WD5` a Friday of a month; number 0 is the unit that
    the whole lies in (`the week of March 6`).
    """

    number: int
    unit: str
    of: Meaning


@frozen
class Exact:
    """A single day that needs no context."""

    day: date


Meaning = (
    Calendar | Part | Stretch | Turn | Length | Offset | Recurring | Reference | Clock | Holiday | Nth | Exact
)


@frozen
class Expression:
    """A matched time expression, not yet resolved: tokens [first, last), rule and meaning."""

    first: int
    last: int
    rule: str
    meaning: Meaning
