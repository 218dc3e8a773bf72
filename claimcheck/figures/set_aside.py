"""Numbers that make no claim, with the reason: names, labels, codes, telephone numbers, idioms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.figures.measures import ordinal_after
from claimcheck.figures.money import currency_after, currency_before
from claimcheck.figures.phrase_table import PhraseTable
from claimcheck.figures.quantity import Quantity
from claimcheck.figures.units import find_unit
from claimcheck.lexicon import load, words
from claimcheck.model import MARK, NUMERAL, WORD, Article, Numeral, Tokens

LABEL, NAME, CODE = "label", "part of a name", "code"
_LIST_MARKS = (".", ")", "]")
_HYPHENS = ("-", "‐", "‑")


@cache
def _list(table: str, name: str) -> frozenset[str]:
    return frozenset(load("set_aside")[table][name])


@cache
def _phrases(table: str) -> PhraseTable[str]:
    reason = "idiom" if table == "idioms" else "name of a day or a habit"
    return PhraseTable((phrase, reason) for phrase in load("set_aside")[table]["phrases"])


def reason_before_units(article: Article, numeral: Numeral) -> str | None:
    """Why `numeral` is no figure whatever unit seems to follow: codes, labels, fixed phrases."""
    tokens = article.tokens
    return (
        _fixed(tokens, numeral)
        or _code(tokens, numeral)
        or _ordinal(tokens, numeral)
        or _list_number(article, numeral)
        or _labelled(tokens, numeral)
    )


def reason_for_bare(article: Article, numeral: Numeral) -> str | None:
    """Why a number without unit is no figure: names, addresses, emergency calls."""
    tokens = article.tokens
    return (
        _address(tokens, numeral)
        or _emergency(tokens, numeral)
        or _named(article, numeral)
        or _or_two(tokens, numeral)
    )


def _fixed(tokens: Tokens, numeral: Numeral) -> str | None:
    """`24/7`, `9/11`, `net zero`, `one by one`."""
    for start in (numeral.first, numeral.first - 1, numeral.first - 2, numeral.first - 3):
        if start < 0:
            break
        for table in ("fixed", "idioms"):
            found = _phrases(table).at(tokens, start)
            if found and found.last > numeral.first:
                return found.value
    return None


def goes_on(tokens: Tokens, previous: tuple[Numeral, str] | None, numeral: Numeral) -> str | None:
    """The reason of the number before, where this one only goes on with it: `Articles 5 and 6`, `737-800`."""
    if previous is None or previous[1] not in (LABEL, NAME, CODE, "telephone number or code", "clock time"):
        return None
    before, reason = previous
    gap = tokens.lower[before.last : numeral.first]
    if tokens.sentence[before.first] != tokens.sentence[numeral.first] or _noun_after(tokens, numeral.last):
        return None
    listed = reason == LABEL and gap in (["and"], ["or"], ["to"], [","], ["&"], [",", "and"])
    joined = len(gap) == 1 and gap[0] in ("-", "–", "/", ".") and tokens.glued(numeral.first)
    return reason if listed or joined else None


def _glued_word(tokens: Tokens, at: int) -> bool:
    return 0 <= at < len(tokens) and tokens.kind[at] == WORD


def _code(tokens: Tokens, numeral: Numeral) -> str | None:
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
    if before in ("/", ".") and tokens.glued(first - 1) and _glued_word(tokens, first - 2):
        return CODE
    if before in _HYPHENS and tokens.glued(first - 1) and _glued_word(tokens, first - 2):
        if tokens.glued(first - 2) and tokens.kind[first - 3] == NUMERAL:
            return None  # `7k-15k`
        word = tokens.text[first - 2]
        return None if word.lower() in _list("joined", "modifying") or _is_number_word(word.lower()) else NAME
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
        plain = not currency_before(tokens, numeral.first, 0) and not _plural_after(tokens, last)
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
        if lower in (
            "st",
            "nd",
            "rd",
            "th",
            "s",
            "'s",
            "x",
            "p",
            "c",
            "fold",
            "pc",
            "plus",
            "ish",
        ) or find_unit(tokens, last):
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
    if len(groups) == 2 and (_plural_after(tokens, at) or find_unit(tokens, at)):
        return None
    if len(groups) >= 3:
        return "telephone number or code"
    if len(plain) == 2 and len(plain[0]) == 3 and len(plain[1]) == 4 and tokens.lower[back + 1] == "-":
        return "telephone number or code"
    return None


def _ordinal(tokens: Tokens, numeral: Numeral) -> str | None:
    """`6th Avenue`, `21st century`: an ordinal in digits; ranks are read elsewhere."""
    if not ordinal_after(tokens, numeral):
        return None
    at = numeral.last + 1
    after = tokens.lower[at] if at < len(tokens) else ""
    ranks = _noun_after(tokens, at) and after not in _list("ordinal", "periods")
    return None if ranks else "ordinal"


def _list_number(article: Article, numeral: Numeral) -> str | None:
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


def _labelled(tokens: Tokens, numeral: Numeral) -> str | None:
    """`Section 232`, `No. 10`, `page 12`, `phase two`, `Articles 5 and 6`."""
    at = numeral.first - 1
    if at < 0 or tokens.sentence[at] != tokens.sentence[numeral.first] or numeral.scale != 1:
        return None
    if tokens.lower[at] in ("#", "№", "§"):
        return LABEL
    abbreviated = tokens.lower[at] == "." and at > 0
    at -= abbreviated
    word = tokens.lower[at]
    singular = word if word in _list("label", "before") else word.removesuffix("s")
    if singular not in _list("label", "before") or not _can_be_label(tokens, numeral, word):
        return None
    counts = _plural_after(tokens, numeral.last) or _decided_by_unit(tokens, numeral)
    opens = _sentence_first(tokens, at) == at and word in _list("label", "verbs")
    capital = tokens.text[at][0].isupper() and not (counts and opens)
    if abbreviated or capital:
        return LABEL
    if singular in _list("label", "careful"):  # `in area 55`, but `passed the bill 216-192`
        joined = tokens.lower[numeral.last : numeral.last + 1] in (["-"], ["–"], ["to"])
        counts = counts or joined or tokens.lower[at - 1] not in words("words", "prepositions")
    return None if counts else LABEL


def _can_be_label(tokens: Tokens, numeral: Numeral, word: str) -> bool:
    """Whether the number is written as labels are: a few digits, or a word that counts nothing after it."""
    text = tokens.text[numeral.first]
    if numeral.form == "digits":
        return "," not in text and len(text) < 6 and numeral.value is not None and numeral.value >= 0
    if word == "no" or numeral.form != "words":
        return False  # `no one`
    return text[0].isupper() or not _noun_after(tokens, numeral.last)


def _decided_by_unit(tokens: Tokens, numeral: Numeral) -> bool:
    after = tokens.lower[numeral.last] if numeral.last < len(tokens) else ""
    return after in ("%", "percent", "per", "times") or find_unit(tokens, numeral.last) is not None


def _sentence_first(tokens: Tokens, at: int) -> int:
    """The first token of the sentence of `at`, if that is at most two tokens back; else -1."""
    if at == 0 or tokens.sentence[at - 1] != tokens.sentence[at]:
        return at
    return -1


def _noun_after(tokens: Tokens, last: int) -> bool:
    """Whether a word in lower case that may be counted follows."""
    if last >= len(tokens) or tokens.kind[last] != WORD or tokens.glued(last):
        return False
    return tokens.text[last].islower() and tokens.lower[last] not in words("words")


def _plural_after(tokens: Tokens, last: int) -> bool:
    for at in (last, last + 1):
        if not _noun_after(tokens, at):
            return False
        word = tokens.lower[at]
        if word in ("people", "men", "women", "children") or (word.endswith("s") and not word.endswith("ss")):
            return True
    return False


def _address(tokens: Tokens, numeral: Numeral) -> str | None:
    """`10 Downing Street`, `9 E 71st St`."""
    at = numeral.last
    if tokens.lower[at : at + 1] == ["-"] and tokens.glued(at + 1) and tokens.kind[at + 1] == NUMERAL:
        at += 2  # `16-18 Industrial Avenue`
    if numeral.form != "digits" or at >= len(tokens) or not tokens.text[at][:1].isupper():
        return None
    for step in range(1, 5):
        after = at + step
        if (
            after >= len(tokens)
            or tokens.sentence[after] != tokens.sentence[at]
            or tokens.lower[after] == ","
        ):
            break
        if tokens.lower[after] in _list("name", "address") and tokens.text[after][0].isupper():
            return "address"
    return "address" if tokens.lower[at] in ("ave", "rue", "calle", "avenue", "avenida", "via") else None


def _emergency(tokens: Tokens, numeral: Numeral) -> str | None:
    text = tokens.text[numeral.first]
    if text not in _list("fixed", "emergency") or numeral.last - numeral.first > 1:
        return None
    around = (
        tokens.lower[max(0, numeral.first - 1) : numeral.first]
        + tokens.lower[numeral.last : numeral.last + 1]
    )
    near = not _list("fixed", "emergency_words").isdisjoint(around)
    return "telephone number or code" if near and not _plural_after(tokens, numeral.last + 1) else None


def _named(article: Article, numeral: Numeral) -> str | None:
    """`Boeing 737`, `Apollo 13`, `S&P 500`, `the Big 12`, `Group of 77`, `Channel Four`."""
    tokens, first = article.tokens, numeral.first
    at = first - 1
    if at < 0 or tokens.sentence[at] != tokens.sentence[first] or numeral.scale != 1:
        return None
    if tokens.lower[at] == "of" and at > 0 and tokens.text[at - 1] == "Group":
        return NAME
    text, lower = tokens.text[at], tokens.lower[at]
    plain = tokens.text[first].isdecimal() and numeral.last - first == 1
    named = lower in _list("name", "any_case") or (lower in _list("name", "before") and text[0].isupper())
    if named and not _counted_surely(tokens, numeral):
        return NAME if plain or tokens.text[first][0].isupper() else None
    capital = tokens.kind[at] == WORD and text[0].isupper() and lower not in words("words")
    if not capital or lower in _list("name", "not_names") or _sentence_first(tokens, at) == at:
        return None
    if not plain:
        spelled = numeral.form == "words" and tokens.text[first][0].isupper()
        return NAME if spelled and not _in_title_case(article, numeral) else None
    in_headline = article.document.blocks[article.sentences[tokens.sentence[at]].block].kind == "headline"
    if in_headline and _in_title_case(article, numeral):
        return None
    if len(text) == 1:
        return NAME  # `S&P 500 utilities`
    place = tokens.lower[at - 1] in ("in", "at", "near", "from") if at else False
    if _plural_after(tokens, numeral.last) or (place and _verb_like(tokens, numeral.last)):
        return None
    return NAME


def _or_two(tokens: Tokens, numeral: Numeral) -> str | None:
    """`an app or two`: a manner of speaking."""
    at = numeral.first
    if (
        tokens.lower[numeral.first : numeral.last] != ["two"]
        or tokens.lower[at - 1 : at] != ["or"]
        or _noun_after(tokens, at + 1)
    ):
        return None
    return "idiom" if {"a", "an"} & set(tokens.lower[max(0, at - 4) : at - 1]) else None


def _counted_surely(tokens: Tokens, numeral: Numeral) -> bool:
    after = tokens.lower[numeral.last] if numeral.last < len(tokens) else ""
    return after in ("people", "men", "women", "children", "percent", "%")


def _verb_like(tokens: Tokens, last: int) -> bool:
    return last < len(tokens) and tokens.lower[last] in ("were", "have", "had", "are", "died", "people")


def _in_title_case(article: Article, numeral: Numeral) -> bool:
    """Whether most words of the sentence have capitals, so that a capital tells nothing."""
    tokens = article.tokens
    sentence = article.sentences[tokens.sentence[numeral.first]]
    first = max(sentence.first, numeral.first - 15)
    long = [
        at
        for at in range(first, min(sentence.last, first + 30))
        if tokens.kind[at] == WORD and len(tokens.text[at]) > 3
    ]
    return sum(tokens.text[at][0].isupper() for at in long) > 0.6 * len(long) if len(long) > 2 else False


def _one(tokens: Tokens, quantity: Quantity) -> str | None:
    if not quantity.bare or quantity.last - quantity.first != 1:
        return None
    word = tokens.lower[quantity.first]
    if word == "one":
        return "pronoun or article"
    joined = quantity.last < len(tokens) and tokens.lower[quantity.last] == "-"
    return "idiom" if word == "zero" and joined else None


def uncovered(tokens: Tokens, numerals: Sequence[Numeral]) -> list[int]:
    """Digit tokens that no numeral reads: `192.168.1.2`, `1.2.3`, runs too long to be a figure."""
    covered: set[int] = set()
    for numeral in numerals:
        covered.update(range(numeral.first, numeral.last))
    return [
        at for at, kind in enumerate(tokens.kind) if kind == NUMERAL and at not in covered and kind != MARK
    ]


def is_name_before(tokens: Tokens, last: int) -> bool:
    """Whether the word before token `last` is the end of a person's name, by its capital."""
    at = last - 1
    if at < 0 or tokens.kind[at] != WORD or tokens.sentence[at] != tokens.sentence[last]:
        return False
    lower = tokens.lower[at]
    if not tokens.text[at][0].isupper() or lower in words("words") or len(lower) < 2:
        return False
    return lower not in _list("name", "not_names") and lower not in _list("label", "before")


def pronoun(tokens: Tokens, quantity: Quantity) -> str | None:
    """Why `one` is no figure here: `one of the`, `one official`, `labored over one of`, `one day he`."""
    at = quantity.last - 1
    if tokens.lower[at] == "day" and tokens.lower[quantity.first : at] == ["one"]:
        before = tokens.lower[quantity.first - 1] if quantity.first else ""
        after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        said = before not in words("words", "prepositions") and after in words(
            "words", "pronouns", "auxiliaries"
        )
        return "idiom" if said else None
    if quantity.modifier == "exact":
        return _one(tokens, quantity)
    preposition = quantity.last - quantity.first == 2 and tokens.lower[quantity.first] in words(
        "words", "prepositions"
    )
    of = tokens.lower[quantity.last : quantity.last + 1] == ["of"]
    return "pronoun or article" if preposition and of and tokens.lower[at] == "one" else None


def instrument(tokens: Tokens, quantity: Quantity) -> str | None:
    """`10-year notes`, `the benchmark 30-year Treasury`: the life of a security is part of its name."""
    if quantity.kind != "duration" or "-" not in tokens.lower[quantity.first : quantity.last]:
        return None
    return (
        NAME
        if not _list("instruments", "after").isdisjoint(tokens.lower[quantity.last : quantity.last + 3])
        else None
    )
