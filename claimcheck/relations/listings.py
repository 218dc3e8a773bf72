"""A number of things and their list: `four things: butter, salt, sugar and cream`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.items import count_items, names_end
from claimcheck.relations.orders import numbered_off
from claimcheck.relations.reading import leads
from claimcheck.values import frozen

_MOST = 12  # longer lists are seldom whole
_WORDS = 3  # the noun and an adjective before a list of names
_NOUN = 9  # words between the number and the list


@frozen
class Listing:
    """`number` things are announced; between `fewest` and `most` are named in tokens [first, last)."""

    number: Figure
    first: int
    last: int
    fewest: int
    most: int


def find_listings(facts: Facts) -> Iterator[Listing]:
    """Every announced number with the closed list that follows it."""
    for sentence, line in facts.lines.items():
        for figure in line:
            if _announces(facts, figure) and (found := _listing(facts, sentence, figure)):
                yield found
    for index in facts.marks.get("band", ()):
        if facts.word(index) != "both" and facts.word(index - 1) != "the":
            continue
        found = _listing(facts, facts.tokens.sentence[index], _band(facts, index))
        if found:
            yield found


def _announces(facts: Facts, figure: Figure) -> bool:
    """Whether the figure counts so few things that they may be named."""
    return (
        (figure.kind == "count" or facts.lower[figure.last - 1] == "days")
        and figure.modifier == "exact"
        and figure.low is not None
        and 2 <= figure.low <= _MOST
        and (leads(facts, figure)[:1] != ["of"] or _is_told(facts, figure))
        and not _is_name(facts, figure)
    )


def _is_name(facts: Facts, figure: Figure) -> bool:
    """`the Seven Sister States`: a number in words with a capital inside a sentence."""
    inside = figure.first > facts.bounds(figure.first)[0]
    following = facts.tokens.text[figure.last : figure.last + 1]
    capital = facts.tokens.text[figure.first][:1].isupper() and facts.block(figure) != "headline"
    return inside and capital and following != [] and following[0][:1].isupper()


def _is_told(facts: Facts, figure: Figure) -> bool:
    """`consists of three dishes`, `the colours of the flag are three`: `of` makes no part of the number."""
    consists = facts.word(figure.first - 1) == "of" and facts.word(figure.first - 2) in group("consisting")
    return consists or facts.word(figure.first - 1) in group("copulas")


def _band(facts: Facts, index: int) -> Figure:
    """`both host cities`, `the trio`: a word that tells how many, as a figure."""
    number = Decimal(_bands()[facts.word(index)])
    start, end = facts.tokens.span(index, index + 1)
    return Figure(start, end, index, index + 1, "count", number, number)


@cache
def _bands() -> dict[str, int]:
    return dict(load("relations")["bands"])


def _listing(facts: Facts, sentence: int, figure: Figure) -> Listing | None:
    last = facts.bounds(figure.first)[1]
    near = range(figure.last, min(last, figure.last + _NOUN))
    marks = group("openers") | (group("brackets") if figure.kind == "count" else frozenset())
    marks = marks | group("namely")
    opener = next((i for i in near if facts.word(i) in marks), None)
    said = facts.word(figure.first - 1) in group("copulas")
    bare = opener == figure.last and figure.kind == "count" and not said
    if opener is None or bare or _broken(facts, figure.last, _before_namely(facts, opener)):
        found = _apposed(facts, figure, last) or _ordered(facts, sentence, figure)
    elif opener + 1 >= last and facts.word(opener) == ":":
        found = _bulleted(facts, sentence, figure)
    else:
        if facts.word(opener + 1) in ("or", "those"):
            return None  # `two horns (or worms)`, `two houses – those of the vicar, …`
        end = _end(facts, opener, last)
        items = count_items(facts, opener + 1, end)
        found = Listing(figure, opener + 1, end, *items) if items else None
    return None if found is None or _goes_on(facts, sentence) else found


def _apposed(facts: Facts, figure: Figure, last: int) -> Listing | None:
    """`three sons, Peter, Mark and Tom.`: names, or nouns with `the`, straight after the noun and a comma."""
    definite = facts.word(figure.first - 1) in group("definite")
    near = range(figure.last, min(last, figure.last + (_NOUN if definite else _WORDS + 1)))
    comma = next((i for i in near if facts.word(i) in group("name_openers")), figure.last)
    copula = facts.word(comma) in group("copulas")
    first = _past_naming(facts, comma + 1)
    opened = facts.tokens.text[first : first + 1] and facts.tokens.text[first][:1].isupper()
    if (copula and not (definite and opened)) or not _is_noun(facts, figure, comma, copula):
        return None
    if facts.classes[first : first + 1] == ["conjunction"]:
        return None
    end = names_end(facts, first, last)
    if end is None and figure.unit in group("categories") and facts.word(comma) == ",":
        end = last  # `two colours, red and white.`
    items = count_items(facts, first, end) if end else None
    return Listing(figure, first, end, *items) if items and end else None


def _is_noun(facts: Facts, figure: Figure, comma: int, copula: bool) -> bool:
    """Whether only the noun that is counted stands before the names; before `are`, what it is of as well."""
    between = facts.tokens.text[figure.last : comma]
    if not between:
        return facts.classes[figure.first] == "band"
    if copula:
        return not group("clause_marks").intersection(between)
    plain = group("function_words").isdisjoint(between) and all(word.islower() for word in between)
    return plain and len(between) <= _WORDS


def _past_naming(facts: Facts, first: int) -> int:
    """Past `named as`, `identified as`, `all` before the names."""
    while facts.word(first) in group("naming"):
        first += 1
    return first


def _bulleted(facts: Facts, sentence: int, figure: Figure) -> Listing | None:
    """`two reasons:` at the end of a paragraph, with a bulleted list below."""
    sentences, blocks = facts.article.sentences, facts.article.document.blocks
    own = sentences[sentence].block
    count = 0
    while own + count + 1 < len(blocks) and blocks[own + count + 1].kind == "list" and count <= _MOST:
        count += 1
    if not 2 <= count <= _MOST:
        return None
    return Listing(figure, sentences[sentence].last, sentences[sentence].last + 1, count, count)


def _before_namely(facts: Facts, opener: int) -> int:
    """The comma before `namely` goes with it."""
    return opener - (facts.word(opener) in group("namely") and facts.word(opener - 1) == ",")


def _ordered(facts: Facts, sentence: int, figure: Figure) -> Listing | None:
    """`There are three reasons. First, … Second, …`: sentences that count themselves."""
    counted = numbered_off(facts, sentence, figure)
    return Listing(figure, *counted, counted[2]) if counted else None


def _broken(facts: Facts, first: int, opener: int) -> bool:
    """Whether the list opened at `opener` cannot be that of the number: another clause stands between."""
    if _said(facts, first, opener):
        return False
    return any(facts.word(i) in group("clause_marks") or facts.classes[i] in ("open_list", "conjunction")
               for i in range(first, opener))  # fmt: skip


def _said(facts: Facts, first: int, opener: int) -> bool:
    """`three reasons, she said: …`: between noun and colon stands only who said so."""
    words = facts.words(first, opener)
    aside = words[words.index(",") + 1 :] if "," in words else []
    return facts.word(opener) == ":" and 2 <= len(aside) <= _WORDS + 1 and aside[-1] in group("saying")


def _end(facts: Facts, opener: int, last: int) -> int:
    mark = facts.word(opener)
    if mark == ":" or mark in group("namely"):
        return last
    twin = ")" if mark == "(" else mark
    return next((i for i in range(opener + 1, last) if facts.word(i) == twin), last)


def _goes_on(facts: Facts, sentence: int) -> bool:
    """Whether the next sentence adds to the list: `The fourth is …`, `She also …`."""
    if sentence + 1 >= len(facts.article.sentences):
        return False
    first = facts.article.sentences[sentence + 1].first
    return any(word in group("goes_on") for word in facts.words(first, first + 4))
