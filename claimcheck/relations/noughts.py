"""Rates told loosely: total and count make the quotient but for noughts or a digit.

`$96m, 320 jobs, $30,000 a job`; `1,200 lambs at £85 each`, `£120,000`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.figures.plurals import singular
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.misprints import misprinted
from claimcheck.relations.quotients import is_counted, per_what
from claimcheck.relations.rate import Rate, worth_of
from claimcheck.relations.reading import comparable, factor

_SAME = Decimal(1)
_ROUNDED, _NEARLY_TEN = Decimal("0.02"), Decimal("9.5")
_CLOSE = Decimal("0.04")  # prices, sums and numbers are rounded
_VAST = Decimal(10) ** 18  # figures past it are noise
_FEW = 6  # figures of a sentence that a slip of noughts is looked for in
_PRICED = 6  # words from `a dose` to `costs $3`


def but_for_noughts(facts: Facts, sentence: int, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    """A quotient whose total and count stand around it and make it but for a slip, and no others make it."""
    own = _each_of_many(facts, quotient, line)
    noun = "" if own or _priced_for_each(facts, quotient) else per_what(facts, quotient)
    if noun is None or len(line) > _FEW or not _is_told_once(facts, quotient):
        return None
    around = [f for i in (sentence - 1, sentence + 1) for f in facts.lines.get(i, ())[:_FEW]]
    others = [
        f for f in (*line, *around) if f is not quotient and f.low and f.low == f.high and f.low <= _VAST
    ]
    made = list(_rates(facts, quotient, noun, own, others))
    missed = [rate for rate in made if _is_slip(rate) and not _told_anew(facts, rate)]
    return missed[0] if len(missed) == 1 and not any(_fits(r) for r in made if r is not missed[0]) else None


def _rates(
    facts: Facts, quotient: Figure, noun: str, own: Figure | None, others: Sequence[Figure]
) -> Iterator[Rate]:
    """The rates that the quotient may be part of, with each total and count near it."""
    totals = [
        f
        for f in others
        if comparable(f, quotient) and (_period(facts, f) or per_what(facts, f) in (None, *group("periods")))
    ]
    totals = [f for f in totals if f.kind != "count" or f.unit == quotient.unit]
    totals = [f for f in totals if facts.classes[f.last : f.last + 1] not in (["more"], ["less"])]
    if noun in group("periods") and not (times := _each_after(facts, quotient)):
        lasting = [f for f in others if f.kind == "duration" and is_counted(facts, f, noun)]
        yield from (
            Rate(t, c, quotient, worth_of(t, c, quotient, noun), loose=True) for t in totals for c in lasting
        )
        return
    counts = [f for f in others if f.kind == "count" and (is_counted(facts, f, noun) or f.unit is None)]
    sentence = facts.tokens.sentence[quotient.first]
    near = [f for f in others if f.kind == "count" and facts.tokens.sentence[f.first] == sentence]
    if not counts and len(near) == 1 and facts.word(quotient.first - 1) in ("or", "for", "making"):
        counts = near  # `1,200 jobs, or £7,000 for each post`
    if noun in group("periods"):
        for total in totals:
            if (period := _period(facts, total)) in times:
                yield from (
                    Rate(total, c, quotient, times[period] * worth_of(total, c, quotient, ""), loose=True)
                    for c in others if c.kind == "count"
                )  # fmt: skip
        return
    for total in totals:
        for count in [own] if own else counts:
            yield Rate(total, count, quotient, worth_of(total, count, quotient, ""), loose=True)
    for count in others:
        worth = factor(count.unit, f"{noun}s") if count.kind == "measure" and noun else None
        worth = _SAME if count.kind == "measure" and count.unit == f"{noun}s" else worth
        if worth:
            yield from (Rate(total, count, quotient, worth, loose=True) for total in totals)


def _period(facts: Facts, figure: Figure) -> str:
    """The period that a total is for: `£24m a year`."""
    per = facts.word(figure.last) in ("a", "an", "per", "each", "every")
    period = facts.word(figure.last + 1) if per else ""
    return period if period in group("periods") else ""


def _is_told_once(facts: Facts, quotient: Figure) -> bool:
    """Whether the amount is for one thing only: `£7,000 a year for each post` may be for several years."""
    after = facts.words(quotient.last, quotient.last + _PRICED)
    return after[1:2] == [] or after[1] not in group("periods") or "each" not in after


def _each_of_many(facts: Facts, quotient: Figure, line: Sequence[Figure]) -> Figure | None:
    """The number of instalments in `20 yearly instalments of $260,000`."""
    if facts.word(quotient.first - 1) != "of":
        return None
    things = listed("tallies", "rates.of_each")
    named = singular(facts.word(quotient.first - 2)) in things
    near = (f for f in line if f.kind == "count" and 0 < quotient.first - f.last <= _PRICED - 2)
    return next(near, None) if named else None


def _each_after(facts: Facts, quotient: Figure) -> dict[str, Decimal]:
    """How many of its period others hold: of `50 pence a month on every line` twelve make a year."""
    after = facts.words(quotient.last, quotient.last + _PRICED)
    period = after[1] if len(after) > 1 else ""
    if not {"each", "every"}.intersection(after[2:]):
        return {}
    found = load("changes")["periods"].get(period, {})
    exact = {longer: Decimal(str(most)) for longer, (least, most) in found.items() if least == most}
    return {period: _SAME, **exact}


def _told_anew(facts: Facts, rate: Rate) -> bool:
    """Whether `and` or `but` opens another statement between total and quotient in one sentence."""
    first, last = sorted((rate.total, rate.quotient), key=lambda figure: figure.first)
    gap = facts.words(first.last, last.first)
    taken = "and" in gap and not listed("tallies", "rates.takings").isdisjoint(gap[gap.index("and") :])
    return not {"and" if not taken else "but", "but", "while", "from", "than", ";"}.isdisjoint(gap)


def _priced_for_each(facts: Facts, quotient: Figure) -> bool:
    """`A dose costs $3`, `a cheque for $500`: the price of one."""
    lead = facts.words(quotient.first - _PRICED, quotient.first)
    priced = lead[-1:] != [] and (lead[-1] in ("costs", "cost") or lead[-2:] == ["cheque", "for"])
    return quotient.kind == "money" and priced and not {"a", "an", "one", "each", "every"}.isdisjoint(lead)


def _fits(rate: Rate) -> bool:
    return abs(_product(rate) / (rate.total.low or _SAME) - 1) <= _CLOSE


def _product(rate: Rate) -> Decimal:
    return (rate.count.low or _SAME) * (rate.quotient.low or _SAME) * rate.worth


def _is_slip(rate: Rate) -> bool:
    """Whether total or quotient is what the others make but for noughts or a digit."""
    total, quotient = rate.total.low or _SAME, rate.quotient.low or _SAME
    if _noughts_off(rate) or misprinted(total, _product(rate).normalize()):
        return True
    grain = min(rate.quotient.grain, _SAME)
    made = total / ((rate.count.low or _SAME) * rate.worth)
    if not total < _VAST or not made < _VAST or grain * _VAST < _SAME:
        return False  # what is vast, or written vastly fine, is no count or price
    return made > 0 and misprinted(quotient, made.quantize(grain))


def _noughts(rate: Rate) -> Decimal | None:
    """How many noughts total and product differ by; None where they differ otherwise."""
    ratio = _product(rate) / (rate.total.low or _SAME)
    power = Decimal(ratio.adjusted() + (ratio.scaleb(-ratio.adjusted()) > _NEARLY_TEN))
    close = abs(ratio.scaleb(-int(power)) - 1) <= _ROUNDED
    return power if close else None


def _noughts_off(rate: Rate) -> bool:
    figures = (rate.total, rate.count, rate.quotient)
    written = max(len((f.low or _SAME).normalize().as_tuple().digits) for f in figures)
    absurd = (rate.quotient.low or 0) * rate.worth > (rate.total.low or 0)
    return (written > 1 or absurd) and _noughts(rate) not in (None, 0)
