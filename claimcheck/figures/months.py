"""Months beside a number: `May 3`, `Sept. 11`, `1st of September`."""

from __future__ import annotations

from claimcheck.lexicon import words
from claimcheck.model import Tokens


def _is_month(tokens: Tokens, at: int) -> bool:
    if not 0 <= at < len(tokens) or not tokens.text[at][:1].isupper():
        return (
            tokens.lower[at] in words("words", "months") - {"may", "march"}
            if 0 <= at < len(tokens)
            else False
        )
    return tokens.lower[at] in words("words", "months", "month_abbreviations")


def _month_in_small_letters(tokens: Tokens, at: int) -> bool:
    """`nov. 15`, `september 3`: no capital, but no other meaning either."""
    word = tokens.lower[at]
    if word in words("words", "month_abbreviations"):
        return tokens.lower[at + 1 : at + 2] == ["."]
    return word in words("words", "months") and word not in ("may", "march")


def month_before(tokens: Tokens, first: int) -> int | None:
    """The month that stands straight before token `first`: `May 3`, `Sept. 11`, `the October of 2015`."""
    at = first - 1
    if at > 0 and tokens.lower[at] in (".", "the", ","):
        at -= 1
    if at < 0 or not _is_month(tokens, at):
        return None
    abbreviated = first - at == 2 and _abbreviated(tokens, at)  # its full stop may have ended a sentence
    return at if abbreviated or tokens.sentence[at] == tokens.sentence[first] else None


def month_after(tokens: Tokens, last: int) -> int | None:
    """The token after the month that follows `last`: `3 May`, `1st of September`."""
    at = last
    if at < len(tokens) and tokens.lower[at] in ("st", "nd", "rd", "th"):
        at += 1
    at += tokens.lower[at : at + 1] == ["of"]
    if not _is_month(tokens, at) or tokens.sentence[at] != tokens.sentence[last - 1]:
        return None
    return (
        at + 2
        if at + 1 < len(tokens) and tokens.lower[at + 1] == "." and _abbreviated(tokens, at)
        else at + 1
    )


def _abbreviated(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] in words("words", "month_abbreviations")
