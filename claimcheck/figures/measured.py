"""What a percentage, a sum, a measure, an age or a span of time is of."""

from __future__ import annotations

from collections.abc import Set

from claimcheck.figures.antecedents import antecedent, name_before
from claimcheck.figures.openings import after_articles
from claimcheck.figures.phrases import noun_phrase, reach
from claimcheck.figures.subjects import said_of
from claimcheck.figures.words import HYPHENS, VERBS, word_classes
from claimcheck.model import WORD, FigureKind, Tokens


def measured(tokens: Tokens, first: int, last: int, stop: int, kind: FigureKind) -> tuple[int, int] | None:
    """Tokens of what the figure at tokens [first, last) is of, before `stop`; None where not found."""
    classes = word_classes()
    if last < stop and first and (tokens.lower[first - 1], tokens.lower[last]) == ("(", ")"):
        first, last = first - 1, last + 1  # `2 inches (5 cm) of rain`
    if kind == "age":
        return _aged(tokens, first, last, stop)
    sent_back = antecedent(tokens, first, last)
    if sent_back is not None and tokens.lower[last] == "of":
        return sent_back.first, sent_back.last
    spans, prepositions = kind == "duration", {"of"} | (classes.after["money"] if kind == "money" else set())
    return (
        _after_preposition(tokens, last, stop, prepositions)
        or (_when(tokens, last, stop) if spans else None)
        or _phrase(tokens, last, stop)
        or (_in_that_time(tokens, first, last, stop) if spans else None)
        or said_of(tokens, first)
        or (_after_preposition(tokens, last, stop, classes.after["percent"]) if kind == "percent" else None)
        or _predicate(tokens, last, stop)
    )


def _phrase(tokens: Tokens, at: int, stop: int) -> tuple[int, int] | None:
    phrase = noun_phrase(tokens, at, stop, one=True)
    return phrase and (phrase.first, reach(tokens, phrase.first, phrase.last, stop))


def _after_preposition(
    tokens: Tokens, last: int, stop: int, prepositions: Set[str]
) -> tuple[int, int] | None:
    """`of` and what follows; for money also `in debt`, `on its contracts`, `to use his name`."""
    after = tokens.lower[last] if last < stop else ""
    if after not in prepositions:
        return None
    start = after_articles(tokens, last, stop)
    if after == "to" and start < stop and tokens.kind[start] != WORD:
        return None  # `from £40m to £30m`
    found = _phrase(tokens, start, stop)
    if found is None and after == "to" and last + 1 < stop and tokens.kind[last + 1] == WORD:
        return last, reach(tokens, last, last + 1, stop)
    return found


def _when(tokens: Tokens, last: int, stop: int) -> tuple[int, int] | None:
    """`three days after tanks rolled in`, `nine days later the bridge closed`."""
    classes = word_classes()
    after = tokens.lower[last] if last < stop else ""
    if after in classes.after["duration"]:
        end = reach(tokens, last, last + 1, stop)
        return (last, end) if end > last + 1 else None
    if after in classes.sequence:
        start = after_articles(tokens, last, stop)
        end = reach(tokens, start, start, stop)
        return (start, end) if end > start + 1 else None
    return None


def _aged(tokens: Tokens, first: int, last: int, stop: int) -> tuple[int, int] | None:
    """Whose age it is: `70-year-old techniques`, `Webb, 51`, `adults aged 26 or older`."""
    while last < stop and (tokens.lower[last] == "old" or _is_hyphen(tokens, last)):
        last += 1
    found = _phrase(tokens, last, stop) if tokens.lower[last - 1] != "," else None
    return found or name_before(tokens, first) or said_of(tokens, first)


def _is_hyphen(tokens: Tokens, index: int) -> bool:
    return tokens.lower[index] in HYPHENS and tokens.glued(index)


def _in_that_time(tokens: Tokens, first: int, last: int, stop: int) -> tuple[int, int] | None:
    """The clause after `after one month,`: what happened in that time."""
    classes = word_classes()
    introduced = any(word in classes.during for word in tokens.lower[max(first - 4, 0) : first + 1])
    if not introduced or last + 1 >= stop or tokens.lower[last] != ",":
        return None
    start = after_articles(tokens, last, stop)
    end = reach(tokens, start, start, stop)
    if any(word in classes.reporting for word in tokens.lower[last + 1 : last + 5]):
        return None
    return (start, end) if end > start + 1 else None


def _predicate(tokens: Tokens, last: int, stop: int) -> tuple[int, int] | None:
    """What is said of a figure that is itself the subject: `65 percent were white`."""
    if last >= stop or word_classes().at(tokens, last) not in VERBS:
        return None
    end = reach(tokens, last, last + 1, stop)
    return (last, end) if end > last + 1 else None
