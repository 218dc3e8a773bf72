"""What tells that a figure is the distance of two others: `by 214 votes`, `a gap of 40`, `, leaving £510`."""

from __future__ import annotations

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import leads

_KINDS = ("count", "money", "measure", "duration", "points")

_WIN = 8  # words from `beat` to `by 214 votes`


def sums_up(facts: Facts, amount: Figure) -> bool:
    """`…, a loss of 80 jobs`, `…, leaving £5,100`, `…, eight minutes later.`: two figures went before."""
    first = facts.word(amount.first - 1)
    if amount.kind == "multiplier":
        return _times_as(facts, amount) and first in {",", *group("dashes"), ":"}
    if facts.classes[max(0, amount.first - 1)] == "left_over":
        return amount.kind in ("money", "measure", "duration") or _bare(facts, amount)
    if first == "of" and _apposed(facts, amount.first - 3):
        noun = facts.word(amount.first - 2)
        if noun in group("differences"):
            return noun not in group("balances") or amount.kind != "money" or _spent(facts, amount)
        if noun in group("gains"):
            if facts.word(amount.last) in ("after", "before"):
                return False
            return amount.kind in _KINDS and (
                noun not in group("profits") or amount.kind != "money" or _traded(facts, amount)
            )
        return False
    if first in group("netting"):
        return facts.word(amount.first - 2) == "," and amount.kind == "money" and _traded(facts, amount)
    if first in group("saving"):
        return facts.word(amount.first - 2) == "," and amount.kind != "percent"
    if facts.words(amount.last, amount.last + 2) in (["too", "few"], ["too", "many"]):
        return first == ","
    closed = facts.word(amount.last + 1) in group("clause_marks") | {""}
    sized = facts.classes[amount.last : amount.last + 1] in (["more"], ["less"], ["apart"])
    return amount.kind in _KINDS and closed and sized and first in {",", *group("dashes"), "and"}


def _times_as(facts: Facts, amount: Figure) -> bool:
    """`…, seven times as many.`: the comparison is closed, and with what went before."""
    words = facts.words(amount.last, amount.last + 3)
    return words[:1] == ["as"] and words[2:3] != [] and words[2] in group("clause_marks")


def _apposed(facts: Facts, article: int) -> bool:
    """Whether `a gap` or `making a gap` follows a comma, a colon or a dash; `leaving a hole` needs none."""
    place = article - 1 - (facts.word(article - 1) in group("making"))
    opened = facts.word(place) in {",", ":", *group("dashes")} or facts.classes[place] == "left_over"
    return facts.word(article) in ("a", "an") and opened


def _bare(facts: Facts, amount: Figure) -> bool:
    return facts.word(amount.last) in group("clause_marks") | group("left_idle")


def _traded(facts: Facts, amount: Figure) -> bool:
    """Whether the sentence tells of buying and of selling."""
    first, _ = facts.bounds(amount.first)
    words = set(facts.words(first, amount.first))
    return bool(words & group("bought") and words & group("sold"))


def _spent(facts: Facts, amount: Figure) -> bool:
    """Whether the sentence tells of costs: of two sums that came in, a hole is no difference."""
    return not group("outgoing").isdisjoint(facts.words(facts.bounds(amount.first)[0], amount.first))


def is_gap(facts: Facts, amount: Figure) -> bool:
    """Whether the figure is a distance: `by 214 votes`, `a gap of 40`, `a 214-vote majority`."""
    lead = leads(facts, amount)
    before = facts.classes[max(0, amount.first - 4) : amount.first]
    aside = facts.words(amount.first - 4, amount.first - 2) == ["with", "a"]
    if aside and facts.word(amount.last) in ("in", "among"):
        return False  # `with a majority of 590 in the north`
    if "error" in facts.words(amount.first - 4, amount.first):
        return False  # no distance of two figures
    if lead[:1] == ["of"] and ("margin" in before or _is_profit(facts, amount)):
        return True
    if facts.word(amount.first - 1) in ("was", "is"):
        if is_between(facts, amount):
            return True
        if "margin" in before and ":" in facts.words(amount.last, amount.last + 2):
            return True  # `The winning margin was 490 votes: …`
    if facts.classes[amount.last : amount.last + 1] == ["margin"] and facts.word(amount.first - 1) not in (
        "a",
        "an",
    ):
        return False
    if "margin" in facts.classes[amount.last : amount.last + 4]:
        if {"by", "with", "on", "from"} & set(facts.words(amount.last, amount.last + 3)):
            return False  # `four of the six counts by a majority of 10 to 2`
        return not any(word in group("clause_marks") for word in facts.words(amount.last, amount.last + 2))
    first = facts.bounds(amount.first)[0]
    if "to" in facts.words(amount.last, amount.last + 2):
        return False  # `carried by 34 votes to 29`
    return lead[:1] == ["by"] and "win" in facts.classes[max(first, amount.first - _WIN) : amount.first]


def _is_profit(facts: Facts, amount: Figure) -> bool:
    """`with sales of $9.2m and costs of $7.8m, … a profit of $1.4m`."""
    first, last = facts.bounds(amount.first)
    words = set(facts.words(first, last))
    named = group("profits") & set(facts.words(amount.first - 3, amount.first))
    return bool(named and group("takings") & words and group("costs") & words)


def is_between(facts: Facts, amount: Figure) -> bool:
    """`The gap between the highest score, 94, and the lowest, 58, was 36 points.`"""
    first = facts.bounds(amount.first)[0]
    return any(
        facts.classes[i] == "margin" and "between" in facts.words(i + 1, i + 5)
        for i in range(first, amount.first)
    )
