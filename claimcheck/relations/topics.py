"""What a count is of, as one word: the key by which two mentions of one thing are told."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon import words
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group

ANY = "any "  # before nouns so general that only swapped digits tell a repeat
_NEAR = 3  # words from a toll to its `killed`
_A_TOLL = 3
_NO_NOUN = frozenset(["conjunction", "more", "less", "rise", "fall"])
_HARMS = frozenset(["death", "injury", "missing", "custody"])


def topic_of(facts: Facts, figure: Figure) -> str:
    """What the figure counts, as one word: the toll's dead and killed are one topic; '' where not known."""
    if "casualties" in facts.words(figure.last, figure.last + 3):
        return "casualties"
    if figure.kind == "count":
        harm = _harm(facts, figure)
        unit = figure.unit or ""
        return harm or (f"{ANY}{unit}" if unit in group("vague_nouns") else unit)
    noun = _noun_of(facts, figure)
    return f"{figure.kind} {noun}" if noun else ""


def _harm(facts: Facts, figure: Figure) -> str:
    """The harm that is told just after the figure, or else just before it."""
    first, last = facts.bounds(figure.first)
    auxiliaries = words("words", "auxiliaries")
    behind = range(figure.last, min(last, figure.last + 2 * _NEAR))
    after = [facts.classes[i] for i in behind if facts.lower[i] not in auxiliaries][:_NEAR]
    before = facts.classes[max(first, figure.first - _NEAR) : figure.first]
    return next((name for name in (*after, *reversed(before)) if name in _HARMS), "")


def _noun_of(facts: Facts, figure: Figure) -> str:
    """The noun of a sum: `the $32 million bridge`, `a profit of $6m`, `the bridge, which cost $32m`."""
    noun = facts.word(figure.last)
    if noun.isalpha() and noun not in group("function_words") and facts.classes[figure.last] not in _NO_NOUN:
        return noun
    if facts.word(figure.first - 1) == "of":
        return facts.word(figure.first - 2)
    first = facts.bounds(figure.first)[0]
    if figure.kind == "money" and facts.word(first) in ("the", "a", "its"):
        return facts.word(first + 1) if facts.word(first + 1).isalpha() else ""
    return ""


def tolls_of(facts: Facts) -> Iterator[tuple[str, Figure]]:
    """The counts of dead, injured and missing in the text, below headlines, each with its kind."""
    if not facts.marks.keys() & {"death", "injury", "missing"}:
        return
    for claim in facts.claims:
        figure = claim.figure
        if (
            figure.kind in ("count", "vague")
            and (figure.low or figure.high or 0) >= _A_TOLL
            and facts.block(figure) != "headline"
        ):
            died_aged = facts.words(figure.first - 2, figure.first) == ["died", "at"]
            topic = topic_of(facts, figure)
            if topic in ("death", "injury", "missing") and not died_aged:
                yield topic, figure
