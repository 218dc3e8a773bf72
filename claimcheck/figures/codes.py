"""Numbers that are codes: joined to letters, telephone numbers, fixed phrases, numbers of a list."""

from __future__ import annotations

from functools import cache

from claimcheck.figures.ages import ordinal_after
from claimcheck.figures.money import currency_after, currency_before
from claimcheck.figures.phrase_table import PhraseTable
from claimcheck.figures.surroundings import (
    glued_word,
    noun_after,
    plural_after,
    set_aside_words,
)
from claimcheck.figures.units import find_unit
from claimcheck.lexicon import load
from claimcheck.lexicon.ready import table
from claimcheck.model import NUMERAL, WORD, Article, Numeral, Tokens

_OPENING = 4  # words of a fixed phrase up to its number
_LIST_MARKS = (".", ")", "]")

NAME, CODE = "part of a name", "code"
_HYPHENS = ("-", "‐", "‑")


@table
def _fixed() -> PhraseTable[str]:
    return PhraseTable(
        (phrase, "name of a day or a habit") for phrase in load("set_aside")["fixed"]["phrases"]
    )


@table
def _idioms() -> PhraseTable[str]:
    return PhraseTable((phrase, "idiom") for phrase in load("set_aside")["idioms"]["phrases"])


def fixed_phrase(tokens: Tokens, numeral: Numeral) -> str | None:
    """`24/7`, `9/11`, `net zero`, `one by one`."""
    tables = (_fixed(), _idioms())
    for start in range(numeral.first, max(numeral.first - _OPENING, -1), -1):
        for phrases in tables:
            if tokens.lower[start] in phrases.openings:
                found = phrases.at(tokens, start)
                if found and found.last > numeral.first:
                    return found.value
    return None


def code(tokens: Tokens, numeral: Numeral) -> str | None:
    """`MH370`, `F-16`, `Covid-19`, `5G`, `555-1234`, `10.1007/978-3`: letters, or many digits, joined on."""
    if numeral.form not in ("digits", "mixed", "fraction"):
        return None
    first, last = numeral.first, numeral.last
    if tokens.kind[first] != NUMERAL or currency_before(tokens, first, 0):
        return None  # a sign stands before it, so it is a number
    return (
        _joined_before(tokens, first)
        or _joined_after(tokens, numeral, last)
        or _telephone(tokens, first, last)
    )


def _joined_before(tokens: Tokens, first: int) -> str | None:
    if not tokens.glued(first):
        return None
    before = tokens.text[first - 1]
    if tokens.kind[first - 1] == WORD and before.lower() != "'s":
        return NAME
    if before in ("_", "@", "#", "^"):
        return (
            "label" if before == "#" and tokens.text[first].isdecimal() else CODE if before != "#" else None
        )
    if before in "\"'" and tokens.glued(first - 1) and first > 1 and tokens.text[first - 2] == "=":
        return CODE  # the value of an attribute in mark-up
    if before in ("/", ".") and tokens.glued(first - 1) and glued_word(tokens, first - 2):
        return CODE
    if before in _HYPHENS and tokens.glued(first - 1) and glued_word(tokens, first - 2):
        if tokens.glued(first - 2) and tokens.kind[first - 3] == NUMERAL:
            return None  # `7k-15k`
        word = tokens.text[first - 2]
        return (
            None
            if word.lower() in set_aside_words("joined", "modifying") or _is_number_word(word.lower())
            else NAME
        )
    return None


@cache
def _number_words() -> frozenset[str]:
    numerals = load("numerals")
    return frozenset(
        (*numerals["units"], *numerals["tens"], *numerals["scales"], "between", "from", "%", "percent")
    )


def _is_number_word(word: str) -> bool:
    return word in _number_words()


def _joined_after(tokens: Tokens, numeral: Numeral, last: int) -> str | None:
    """`5G`, `4x4`, `3D`: letters that are no unit straight after the digits."""
    if tokens.text[last - 1] == "K" and numeral.value in (2000, 4000, 8000):
        plain = not currency_before(tokens, numeral.first, 0) and not plural_after(tokens, last)
        return NAME if plain else None  # a screen's `4K`
    if (
        not tokens.glued(last)
        or numeral.form == "mixed"
        or tokens.sentence[last] != tokens.sentence[last - 1]
    ):
        return None
    text, lower = tokens.text[last], tokens.lower[last]
    if tokens.kind[last] == WORD:
        if currency_after(tokens, last, numeral.value, numeral.scale):
            return None
        if lower in set_aside_words("joined", "endings") or find_unit(tokens, last):
            return None
        return NAME if (len(text) <= 3 and text[0].isupper()) or (text.islower() and len(text) == 1) else None
    if text in ("_", "@"):
        return CODE
    return None


def _telephone(tokens: Tokens, first: int, last: int) -> str | None:
    """Digits in three or more joined groups, or three and four of them: `1-800-555-0199`, `555-1234`."""
    groups = [tokens.text[first]]
    at = last
    while (
        at + 1 < len(tokens)
        and tokens.lower[at] in ("-", "/", ".")
        and tokens.glued(at)
        and tokens.glued(at + 1)
    ):
        if tokens.kind[at + 1] != NUMERAL or len(groups) > 8:
            break
        groups.append(tokens.text[at + 1])
        at += 2
    back = first
    while (
        back > 1
        and tokens.lower[back - 1] in ("-", "/")
        and tokens.glued(back)
        and tokens.glued(back - 1)
        and tokens.kind[back - 2] == NUMERAL
    ):
        groups.insert(0, tokens.text[back - 2])
        back -= 2
        if len(groups) > 8:
            break
    plain = [group for group in groups if group.isdecimal()]
    if len(groups) == 2 and (plural_after(tokens, at) or find_unit(tokens, at)):
        return None
    if len(groups) >= 3:
        return "telephone number or code"
    if len(plain) == 2 and len(plain[0]) == 3 and len(plain[1]) == 4 and tokens.lower[back + 1] == "-":
        return "telephone number or code"
    return None


def ordinal(tokens: Tokens, numeral: Numeral) -> str | None:
    """`6th Avenue`, `21st century`: an ordinal in digits; ranks are read elsewhere."""
    if not ordinal_after(tokens, numeral):
        return None
    at = numeral.last + 1
    after = tokens.lower[at] if at < len(tokens) else ""
    ranks = noun_after(tokens, at) and after not in set_aside_words("ordinal", "periods")
    return None if ranks else "ordinal"


def list_number(article: Article, numeral: Numeral) -> str | None:
    """`1.` or `2)` before an item of a list."""
    tokens, first, last = article.tokens, numeral.first, numeral.last
    if last >= len(tokens) or tokens.text[last] not in _LIST_MARKS or numeral.form != "digits":
        return None
    sentence = article.sentences[tokens.sentence[first]]
    opened = first > 0 and tokens.text[first - 1] == "("
    if tokens.text[last] == ")" and (opened is False) and numeral.value is not None and numeral.value < 30:
        return None if _open_bracket(tokens, first, sentence.first) else "list number"
    alone = sentence.first == first and sentence.last <= last + 1
    in_list = article.document.blocks[sentence.block].kind == "list"
    return (
        "list number"
        if in_list and sentence.first == first and (alone or not tokens.glued(last + 1))
        else None
    )


def _open_bracket(tokens: Tokens, first: int, start: int) -> bool:
    """Whether a bracket is open at `first`, looking back over a dozen tokens."""
    for at in range(first - 1, max(start, first - 40) - 1, -1):
        if tokens.text[at] in "([":
            return True
        if tokens.text[at] in ")]":
            return False
    return False


def emergency_call(tokens: Tokens, numeral: Numeral) -> str | None:
    """`dialled 999`, `a 911 call`."""
    text = tokens.text[numeral.first]
    if text not in set_aside_words("fixed", "emergency") or numeral.last - numeral.first > 1:
        return None
    around = (
        tokens.lower[max(0, numeral.first - 1) : numeral.first]
        + tokens.lower[numeral.last : numeral.last + 1]
    )
    near = not set_aside_words("fixed", "emergency_words").isdisjoint(around)
    return "telephone number or code" if near and not plural_after(tokens, numeral.last + 1) else None
