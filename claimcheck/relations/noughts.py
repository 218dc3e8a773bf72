"""Rates told loosely: total and count make the quotient, but for noughts: `$96m, 320 jobs, $30,000 a job`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.quotients import is_counted, per_what
from claimcheck.relations.rate import Rate, worth_of
from claimcheck.relations.reading import comparable, factor

_SAME = Decimal(1)
_ROUNDED, _NEARLY_TEN = Decimal("0.02"), Decimal("9.5")
_VAST = Decimal(10) ** 18  # figures past it are noise
_FEW = 6  # figures of a sentence that a slip of noughts is looked for in
_PRICED = 6  # words from `a dose` to `costs $3`


def but_for_noughts(facts: Facts, sentence: int, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """A quotient whose total and count stand around it and make it but for noughts, and no others make it."""
    noun = "" if _priced_for_each(facts, quotient) else per_what(facts, quotient)
    if noun is None or noun in group("periods") or len(line) > _FEW:
        return None
    around = [f for i in (sentence - 1, sentence + 1) for f in facts.lines.get(i, ())[:_FEW]]
    others = [
        f for f in (*line, *around) if f is not quotient and f.low and f.low == f.high and f.low <= _VAST
    ]
    totals = [
        f for f in others if comparable(f, quotient) and per_what(facts, f) in (None, *group("periods"))
    ]
    totals = [f for f in totals if f.kind != "count" or f.unit == quotient.unit]
    counts = [f for f in others if f.kind == "count" and (is_counted(facts, f, noun) or f.unit is None)]
    own = [f for f in line if f.kind == "count" and f.low and f.low == f.high and f is not quotient]
    if not counts and len(own) == 1 and facts.word(quotient.first - 1) in ("or", "for", "making"):
        counts = own  # `1,200 jobs, or £7,000 for each post`
    made = [Rate(t, c, quotient, worth_of(t, c, quotient, ""), loose=True) for t in totals for c in counts]
    for count in others:
        worth = factor(count.unit, f"{noun}s") if count.kind == "measure" and noun else None
        made += [Rate(t, count, quotient, worth, loose=True) for t in totals if worth]
    missed = [rate for rate in made if _noughts_off(rate) and not _told_anew(facts, rate)]
    return missed[0] if len(missed) == 1 and not any(_noughts(rate) == 0 for rate in made) else None


def _told_anew(facts: Facts, rate: Rate) -> bool:
    """Whether `and` or `but` opens another statement between total and quotient in one sentence."""
    first, last = sorted((rate.total, rate.quotient), key=lambda figure: figure.first)
    return not {"and", "but", "while", "from", "than", ";"}.isdisjoint(facts.words(first.last, last.first))


def _priced_for_each(facts: Facts, quotient: Figure) -> bool:
    """`A dose costs $3`, `a cheque for $500`: the price of one."""
    lead = facts.words(quotient.first - _PRICED, quotient.first)
    priced = lead[-1:] != [] and (lead[-1] in ("costs", "cost") or lead[-2:] == ["cheque", "for"])
    return quotient.kind == "money" and priced and not {"a", "an", "one", "each", "every"}.isdisjoint(lead)


def _noughts(rate: Rate) -> Decimal | None:
    """How many noughts total and product differ by; None where they differ otherwise."""
    product = (rate.count.low or _SAME) * (rate.quotient.low or _SAME) * rate.worth
    ratio = product / (rate.total.low or _SAME)
    power = Decimal(ratio.adjusted() + (ratio.scaleb(-ratio.adjusted()) > _NEARLY_TEN))
    close = abs(ratio.scaleb(-int(power)) - 1) <= _ROUNDED
    return power if close else None


def _noughts_off(rate: Rate) -> bool:
    figures = (rate.total, rate.count, rate.quotient)
    written = max(len((f.low or _SAME).normalize().as_tuple().digits) for f in figures)
    absurd = (rate.quotient.low or 0) * rate.worth > (rate.total.low or 0)
    return (written > 1 or absurd) and _noughts(rate) not in (None, 0)
