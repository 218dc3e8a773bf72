"""A total, a number of units and the quotient, all three printed: `$12m for 400 workers, or $30,000 each`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import leads
from claimcheck.values import frozen


@frozen
class Rate:
    """`total` shared over `count` is stated to be `quotient` each."""

    total: Figure
    count: Figure
    quotient: Figure


def find_rates(facts: Facts) -> Iterator[Rate]:
    """Every quotient whose total and count stand with it."""
    for sentence, line in facts.lines.items():
        for quotient in line:
            if quotient.kind in ("money", "measure", "duration") and quotient.low is not None:
                found = _rate(facts, sentence, quotient, line)
                if found:
                    yield found


def _rate(facts: Facts, sentence: int, quotient: Figure, line: Sequence[Figure]) -> Rate | None:
    noun = _per(facts, quotient)
    if noun is None:
        return None
    if noun and not _worked_out(facts, quotient):
        return None
    near = list(line)
    if _points_back(facts, sentence, quotient):
        near = [*facts.lines.get(sentence - 1, ()), *line]
    totals = [f for f in near if _is_total(facts, f, quotient)]
    counts = [f for f in near if f.low is not None and _is_count(facts, f, noun)]
    if len(totals) == 1 and len(counts) == 1 and not _unrelated(facts, totals[0], quotient):
        return Rate(totals[0], counts[0], quotient)
    return None


def _worked_out(facts: Facts, quotient: Figure) -> bool:
    """Whether the text presents the amount as price or result: `or $30,000 per worker`, `at $50 a tonne`."""
    if "average" in facts.words(quotient.first - 3, quotient.first):
        return True
    place = quotient.first - 1
    while facts.word(place) in group("soft") - {"is"}:
        place -= 1
    return facts.word(place) in group("results")


def _is_total(facts: Facts, figure: Figure, quotient: Figure) -> bool:
    if figure is quotient or figure.low is None or quotient.low is None or figure.low <= quotient.low:
        return False
    same = figure.kind == quotient.kind and figure.unit == quotient.unit
    return same and (_per(facts, figure) is None or _per(facts, figure) in group("periods"))


def _per(facts: Facts, figure: Figure) -> str | None:
    """What one unit of the rate is: a noun, '' for `each`; None if the figure is no rate."""
    word, following = facts.word(figure.last), facts.word(figure.last + 1)
    if word in ("each", "apiece"):
        return ""
    if following in group("periods") and _each_before(facts, figure):
        return ""
    if word in ("per", "a", "an", "for", "to") and following:
        if word in ("for", "to"):
            noun = facts.word(figure.last + 2)
            return ("" if noun == "of" else noun) if following in ("each", "every") else None
        return following
    return "" if figure.kind == "money" and _each_before(facts, figure) else None


def _each_before(facts: Facts, figure: Figure) -> bool:
    """`each of the island's 16,000 households $5,000`, `give each worker $30,000`."""
    first = max(facts.bounds(figure.first)[0], figure.first - 9)
    span = range(first, figure.first)
    found = [i for i in span if facts.word(i) in ("each", "every", "apiece")]
    between = range(found[-1] if found else first, figure.first)
    return bool(found) and not any(facts.word(i) in group("clause_marks") | {"and"} for i in between)


def _is_count(facts: Facts, figure: Figure, noun: str) -> bool:
    """Whether the figure counts what the rate is per; any count will do for `each` and `a head`."""
    if noun in ("", "head", "person", "capita", "household", "family"):
        return figure.kind == "count" or (noun == "" and figure.kind == "measure")
    words = {w.removesuffix("s") for w in facts.words(figure.last - 1, figure.last + 4)}
    singular = noun.removesuffix("s")
    return figure.kind in ("count", "measure", "duration") and (singular in words or figure.unit == singular)


def _points_back(facts: Facts, sentence: int, quotient: Figure) -> bool:
    first = facts.article.sentences[sentence].first
    return facts.word(first) in ("that", "this", "it") and quotient.first - first < 10


def _unrelated(facts: Facts, total: Figure, quotient: Figure) -> bool:
    """Whether either figure is the end of a change, or a new clause with `and` stands between them."""
    if any({"from", "than", "compared"} & set(leads(facts, f)) for f in (total, quotient)):
        return True
    between = facts.words(total.last, quotient.first)
    return any(mark in (",", ";") and word == "and" for mark, word in pairwise(between))
