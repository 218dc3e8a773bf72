"""Numbers that name a thing: labels, addresses, products, index names."""

from __future__ import annotations

from claimcheck.figures import bounds
from claimcheck.figures.codes import NAME
from claimcheck.figures.surroundings import (
    decided_by_unit,
    noun_after,
    plural_after,
    sentence_first,
    set_aside_words,
    word_beside,
)
from claimcheck.lexicon import words
from claimcheck.model import NUMERAL, WORD, Article, Numeral, Tokens

LABEL = "label"
_LONGEST_SERIES = 12


def label(tokens: Tokens, numeral: Numeral) -> str | None:
    """`Section 232`, `No. 10`, `page 12`, `phase two`, `Articles 5 and 6`."""
    at = numeral.first - 1
    if at < 0 or tokens.sentence[at] != tokens.sentence[numeral.first] or numeral.scale != 1:
        return None
    if tokens.lower[at] in ("#", "№", "§"):
        return LABEL
    if _scored(tokens, numeral):
        return None  # `passed the House 217-205`
    abbreviated = tokens.lower[at] == "." and at > 0
    at -= abbreviated
    word = tokens.lower[at]
    singular = word if word in set_aside_words("label", "before") else word.removesuffix("s")
    if singular not in set_aside_words("label", "before") or not _can_be_label(tokens, numeral, word):
        return None
    if word in set_aside_words("label", "counting_verbs") and not _listed(tokens, numeral.last):
        return None
    counts = plural_after(tokens, numeral.last) or decided_by_unit(tokens, numeral)
    opens = sentence_first(tokens, at) == at and word in set_aside_words("label", "verbs")
    capital = tokens.text[at][0].isupper() and not (counts and opens)
    if abbreviated or capital:
        return LABEL
    if singular in set_aside_words("label", "careful"):  # `in area 55`, but `passed the bill 216-192`
        joined = tokens.lower[numeral.last : numeral.last + 1] in (["-"], ["–"], ["to"])
        counts = counts or joined or tokens.lower[at - 1] not in words("words", "prepositions")
    return None if counts else LABEL


def _listed(tokens: Tokens, last: int) -> bool:
    """Whether another number follows: `numbers 3 and 7` are names, but `the flock numbers 310`."""
    joined = tokens.lower[last : last + 1] in ([","], ["and"], ["or"], ["to"], ["-"], ["–"])
    return joined and [*tokens.kind[last + 1 : last + 2]] == [NUMERAL]


def _can_be_label(tokens: Tokens, numeral: Numeral, word: str) -> bool:
    """Whether the number is written as labels are: a few digits, or a word that counts nothing after it."""
    text = tokens.text[numeral.first]
    if tokens.lower[numeral.last : numeral.last + 1] in (["%"], ["percent"], ["per"]):
        return False  # `Yes 50.7 per cent, No 49.3 per cent`
    if numeral.form == "digits":
        return "," not in text and len(text) < 6 and numeral.value is not None and numeral.value >= 0
    if word == "no" or numeral.form != "words":
        return False  # `no one`
    return text[0].isupper() or not noun_after(tokens, numeral.last)


def address(tokens: Tokens, numeral: Numeral) -> str | None:
    """`10 Downing Street`, `9 E 71st St`."""
    at = numeral.last
    if (
        tokens.lower[at : at + 1] in (["-"], ["–"])
        and tokens.glued(at + 1)
        and tokens.kind[at + 1] == NUMERAL
    ):
        at += 2  # `16-18 Industrial Avenue`
    if numeral.form != "digits" or at >= len(tokens) or not tokens.text[at][:1].isupper():
        return None
    if tokens.sentence[at] != tokens.sentence[numeral.first]:
        return None
    for step in range(1, 5):
        after = at + step
        if (
            after >= len(tokens)
            or tokens.sentence[after] != tokens.sentence[at]
            or tokens.lower[after] == ","
        ):
            break
        if tokens.lower[after] in set_aside_words("name", "address") and tokens.text[after][0].isupper():
            return "address"
    return "address" if tokens.lower[at] in set_aside_words("name", "address_first") else None


def name(article: Article, numeral: Numeral) -> str | None:
    """`Boeing 737`, `Apollo 13`, `S&P 500`, `the Big 12`, `Group of 77`, `Channel Four`."""
    tokens, first = article.tokens, numeral.first
    at = first - 1
    if at < 0 or tokens.sentence[at] != tokens.sentence[first] or numeral.scale != 1:
        return None
    if tokens.lower[at] == "of" and at > 0 and tokens.text[at - 1] == "Group":
        return NAME
    text, lower = tokens.text[at], tokens.lower[at]
    plain = tokens.text[first].isdecimal() and numeral.last - first == 1
    named = lower in set_aside_words("name", "any_case") or (
        lower in set_aside_words("name", "before") and text[0].isupper()
    )
    if named and not _counted_surely(tokens, numeral):
        return NAME if plain or tokens.text[first][0].isupper() else None
    if _scored(tokens, numeral):
        return None
    capital = tokens.kind[at] == WORD and text[0].isupper() and lower not in words("words")
    if not capital or lower in set_aside_words("name", "not_names") or sentence_first(tokens, at) == at:
        return None
    if not plain:
        spelled = numeral.form == "words" and tokens.text[first][0].isupper()
        return NAME if spelled and not _in_title_case(article, numeral) else None
    in_headline = article.document.blocks[article.sentences[tokens.sentence[at]].block].kind == "headline"
    if in_headline and _in_title_case(article, numeral):
        return None
    if _ends_in_percent(tokens, numeral.last):
        return None  # `CI 22–39%`
    if len(text) == 1:
        return NAME  # `S&P 500 utilities`
    place = tokens.lower[at - 1] in ("in", "at", "near", "from") if at else False
    if plural_after(tokens, numeral.last) or (place and _verb_like(tokens, numeral.last)):
        return None
    return None if _elliptic(tokens, numeral) else NAME


def _elliptic(tokens: Tokens, numeral: Numeral) -> bool:
    """`Ostrel will lose 620, Dunmark 480 and Pell 250`: who has how many, the verb told only once."""
    last = numeral.first
    for _ in range(_LONGEST_SERIES):
        at = last - 1
        while at > 0 and (tokens.text[at][:1].isupper() or tokens.lower[at] == "the"):
            at -= 1
        if at == last - 1:
            return tokens.kind[at] == WORD and tokens.lower[at] not in words("words", "prepositions")
        ended = tokens.lower[last + 1 : last + 2] in ([","], ["and"], ["."], [";"], [])
        if not ended or tokens.lower[at] not in (",", "and", ";"):
            return False
        last = next((i for i in range(at - 1, max(at - 7, -1), -1) if tokens.kind[i] == NUMERAL), 0)
        if not last or tokens.sentence[last] != tokens.sentence[numeral.first]:
            return False
    return False


def _ends_in_percent(tokens: Tokens, last: int) -> bool:
    """Whether the other end of a range in percent is joined on."""
    following = tokens.lower[last + 1 : last + 3]
    return tokens.lower[last : last + 1] in (["-"], ["–"]) and following[1:] == ["%"]


def model(tokens: Tokens, numeral: Numeral) -> str | None:
    """`the 737 Max`, `two 747s`, `486-based machines`: a thing known by its number alone."""
    last, text = numeral.last, tokens.text[numeral.first]
    if numeral.form != "digits" or not text.isdecimal() or last >= len(tokens) or last - numeral.first != 1:
        return None
    after = tokens.lower[last]
    if after == "-" and tokens.glued(last + 1):
        if text in set_aside_words("name", "models") and tokens.kind[last + 1] == NUMERAL:
            return None if _scored(tokens, numeral) else NAME  # `737-800s`
        return NAME if tokens.lower[last + 1] in set_aside_words("name", "joined_after") else None
    if text not in set_aside_words("name", "models"):
        return None
    article = numeral.first > 0 and tokens.lower[numeral.first - 1] in ("a", "the", "this", "that")
    alone = article and not noun_after(tokens, last)
    return NAME if alone or after in set_aside_words("name", "model_after") else None


def title(article: Article, numeral: Numeral) -> str | None:
    """`"13 Hours"`, `‘Twelve Angry Men’`: a title in quotation marks that opens with a number."""
    tokens, at = article.tokens, numeral.last
    opens = tokens.lower[numeral.first - 1 : numeral.first]
    if not opens or opens[0] not in set_aside_words("titles", "quotes") or not tokens.glued(numeral.first):
        return None
    capitals = 0
    while at < len(tokens) and at - numeral.last < 8 and tokens.kind[at] == WORD:
        if tokens.text[at][0].isupper():
            capitals += 1
        elif tokens.lower[at] not in words("words"):
            return None
        at += 1
    closed = at < len(tokens) and tokens.text[at] in "\"”’»',."
    headline = (
        article.document.blocks[article.sentences[tokens.sentence[numeral.first]].block].kind == "headline"
    )
    return NAME if capitals and closed and not headline else None


def _scored(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a lower or equal number is joined on: `passed the Senate 51-49`."""
    dash, text = (
        tokens.lower[numeral.last : numeral.last + 1],
        tokens.text[numeral.last + 1 : numeral.last + 2],
    )
    if (
        dash not in (["-"], ["–"])
        or not text
        or not text[0].isdecimal()
        or not tokens.glued(numeral.last + 1)
    ):
        return False
    return numeral.value is not None and len(text[0]) < 5 and int(text[0]) <= numeral.value


def _counted_surely(tokens: Tokens, numeral: Numeral) -> bool:
    after = tokens.lower[numeral.last] if numeral.last < len(tokens) else ""
    return after in set_aside_words("name", "surely_counted")


def _verb_like(tokens: Tokens, last: int) -> bool:
    return word_beside(tokens, last - 1, 1) in set_aside_words("name", "verbs_after_a_place")


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


def is_name_before(tokens: Tokens, last: int) -> bool:
    """Whether the word before token `last` ends a person's name, by its capital, or says `man`, `woman`."""
    at = last - 1
    if at < 0 or tokens.kind[at] != WORD or tokens.sentence[at] != tokens.sentence[last]:
        return False
    lower = tokens.lower[at]
    if lower in bounds.words("people"):
        return True  # `a woman, 62,`
    if not tokens.text[at][0].isupper() or lower in words("words") or len(lower) < 2:
        return False
    return lower not in set_aside_words("name", "not_names") and lower not in set_aside_words(
        "label", "before"
    )
