"""How a figure says that it is for one of many: `$30,000 each`, `£12 a head`, `24 eggs to a box`."""

from __future__ import annotations

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.reading import factor

_EACH = 16  # words from `each` to the amount
_MADE = 5  # words from `will cost` to the total
_FOR_ONE = frozenset(["each", "every", "apiece"])
HEADS = frozenset(["head", "person", "capita", "household", "family", "inhabitant", "resident"])


def per_what(facts: Facts, figure: Figure) -> str | None:
    """What one unit of the rate is: a noun, '' for `each`; None if the figure is no rate."""
    at = figure.last
    if figure.kind == "count" and figure.unit and singular(facts.word(at)) == figure.unit:
        at += 1
    word, following = facts.word(at), facts.word(at + 1)
    if word in ("each", "apiece"):
        return ""
    if following in group("periods") and _each_before(facts, figure):
        return ""
    if word in ("per", "a", "an", "every") and following:
        return following
    if word in ("for", "to", "in") and (noun := _for_each(facts, at + 1)) is not None:
        return noun
    return "" if figure.kind == "money" and _each_before(facts, figure) else None


def _for_each(facts: Facts, place: int) -> str | None:
    """The noun of `$90 for each of the homes`, `24 eggs to a box`, if that is what stands at `place`."""
    word, noun = facts.word(place), facts.word(place + 1)
    if word in ("each", "every"):
        return "" if noun in ("of", "one") else noun
    if word == "the" and noun not in listed("tallies", "rates.per_the"):
        return None  # `at a cost of $3m to the treasury`
    return noun if word in ("a", "an", "the") and facts.word(place - 1) == "to" else None


def _each_before(facts: Facts, figure: Figure) -> bool:
    """`each of the island's 16,000 households $5,000`, `give each worker $30,000`."""
    if facts.holds.isdisjoint(_FOR_ONE):
        return False
    first = max(facts.bounds(figure.first)[0], figure.first - _EACH)
    span = range(first, figure.first)
    found = [i for i in span if facts.word(i) in _FOR_ONE and facts.word(i - 1) != "for"]
    between = range(found[-1] if found else first, figure.first)
    return bool(found) and not any(facts.word(i) in group("clause_marks") | {"and"} for i in between)


def is_counted(facts: Facts, figure: Figure, noun: str) -> bool:
    """Whether the figure counts what the rate is per; any count will do for `each` and `a head`."""
    if noun == "" or noun in HEADS:
        return figure.kind == "count" or (noun == "" and figure.kind == "measure")
    if figure.kind == "duration" and factor(figure.unit, f"{noun}s") is not None:
        return True
    if figure.kind == "money" and singular(facts.word(figure.last - 1)) == noun:
        return facts.word(figure.last) == "of"  # `for 40 million pounds of potatoes`
    if figure.kind == "count" and figure.unit is not None:
        people = figure.unit == "person" and f"{noun}s" in group("people")
        return people or figure.unit == singular(noun)
    near = facts.words(figure.last - 1, figure.last + 4) if figure.unit is None else [figure.unit]
    named = any(singular(noun) == singular(word) for word in near) or (figure.unit or "").startswith(noun)
    return figure.kind in ("count", "measure", "duration") and named


def worked_out(facts: Facts, quotient: Figure) -> bool:
    """Whether the text presents the amount as price or result: `or $30,000 per worker`, `at $50 a tonne`."""
    if group("averages").intersection(facts.words(quotient.first - 3, quotient.first)):
        return True
    word = facts.word(_before(facts, quotient))
    return word in group("results") or word in group("dashes") or word == ","


def is_result(facts: Facts, total: Figure) -> bool:
    """Whether the total is what comes out: `which comes to $720`, `£600 in all`."""
    after = facts.words(total.last, total.last + 2)
    if after in (["in", "all"], ["in", "total"]) or after[:1] == ["altogether"]:
        return True
    if not group("made").isdisjoint(facts.words(total.first - _MADE, total.first)):
        return True
    return facts.word(_before(facts, total)) in group("makes")


def _before(facts: Facts, figure: Figure) -> int:
    """The token before the figure and the soft words that lead to it."""
    place = figure.first - 1
    while facts.word(place) in group("soft") - {"is", "to"}:
        place -= 1
    return place
