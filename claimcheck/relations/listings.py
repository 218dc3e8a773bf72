"""A number of things and their list: `four things: butter, salt, sugar and cream`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import leads
from claimcheck.values import frozen

_MOST = 12  # longer lists are seldom whole
_ITEM = 6  # words in a list item that can be told from a clause
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
    """Every announced number with the closed list that follows it in its sentence."""
    for sentence, line in facts.lines.items():
        for figure in line:
            if (
                (figure.kind != "count" and facts.lower[figure.last - 1] != "days")
                or figure.modifier != "exact"
                or not figure.low
                or not 2 <= figure.low <= _MOST
            ):
                continue
            found = _listing(facts, sentence, figure)
            if found and leads(facts, figure)[:1] != ["of"]:
                yield found


def _listing(facts: Facts, sentence: int, figure: Figure) -> Listing | None:
    last = facts.bounds(figure.first)[1]
    near = range(figure.last, min(last, figure.last + _NOUN))
    opener = next((i for i in near if facts.word(i) in group("openers")), None)
    if opener is None or opener == figure.last or _broken(facts, figure.last, opener):
        return _apposed(facts, sentence, figure, last)
    last = _end(facts, opener, last)
    items = _items(facts, opener + 1, last)
    if items is None or _goes_on(facts, sentence):
        return None
    return Listing(figure, opener + 1, last, *items)


def _apposed(facts: Facts, sentence: int, figure: Figure, last: int) -> Listing | None:
    """`three sons, Peter, Mark and Tom.`: names, or nouns with `the`, straight after the noun and a comma."""
    near = range(figure.last, min(last, figure.last + _WORDS))
    comma = next((i for i in near if facts.word(i) in (",", "as")), figure.last)
    between = facts.tokens.text[figure.last : comma]
    if not between or not all(word.islower() and word not in group("function_words") for word in between):
        return None
    if facts.classes[comma + 1 : comma + 2] == ["conjunction"] or _goes_on(facts, sentence):
        return None
    end = _names_end(facts, comma + 1, last)
    items = _items(facts, comma + 1, end) if end else None
    return Listing(figure, comma + 1, end, *items) if items and end else None


def _names_end(facts: Facts, first: int, last: int) -> int | None:
    """Where a list of names or of `the …` ends, just after its last item; None if it is no such list."""
    joined = False
    for i in range(first, last):
        word = facts.tokens.text[i]
        if facts.word(i) in ("and", "or"):
            joined = True
        elif word == ",":
            if joined:
                return i
        elif word in (".", ";"):
            return i if joined else None
        elif not (word[0].isupper() or facts.word(i) == "the" or facts.word(i - 1) == "the"):
            return None
    return last if joined else None


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
    return (
        facts.word(opener) == ":" and 2 <= len(aside) <= _WORDS + 1 and aside[-1] in ("said", "says", "added")
    )


def _end(facts: Facts, opener: int, last: int) -> int:
    if facts.word(opener) == ":":
        return last
    return next((i for i in range(opener + 1, last) if facts.word(i) == facts.word(opener)), last)


def _items(facts: Facts, first: int, last: int) -> tuple[int, int] | None:
    """The fewest and the most items that the words [first, last) hold; None if they are no plain list."""
    words = facts.words(first, last)
    while words and words[-1] in (".", "!", "?", "”", '"'):
        words.pop()
    if _holds_figures(facts, first, last):
        return None
    texts = facts.tokens.text[first:last]
    if not words or any(
        (word in group("not_listed") and not texts[i][:1].isupper()) or facts.tokens.kind[first + i] == 2
        for i, word in enumerate(words)
    ):
        return None
    separator = ";" if ";" in words else ","
    items = _split(words, separator)
    if any(not item for item in items) or (separator == "," and any(len(item) > _ITEM for item in items)):
        return None
    joined = [sum(word in ("and", "or", "&") for word in item[1:-1]) for item in items]
    if len(items) == 1 and joined == [1] and _two_nouns(words):
        return 2, 2
    closed = items[-1][0] in ("and", "or") or joined[-1]
    if not closed or (len(items) == 1 and len(words) > _ITEM):
        return None
    fewest = len(items) + (0 if items[-1][0] in ("and", "or") else 1)
    return fewest, len(items) + sum(joined)


def _two_nouns(words: Sequence[str]) -> bool:
    """`a levy on plastic and a ban on straws`: two things, each with its article."""
    place = words.index("and") if "and" in words else 0
    return place > 0 and words[0] in ("a", "an", "the") and words[place + 1] in ("a", "an", "the")


def _holds_figures(facts: Facts, first: int, last: int) -> bool:
    line = facts.lines.get(facts.tokens.sentence[first], ()) if first < last else ()
    return any(first <= figure.first < last for figure in line)


def _split(words: Sequence[str], separator: str) -> list[list[str]]:
    items: list[list[str]] = [[]]
    for word in words:
        if word == separator:
            items.append([])
        else:
            items[-1].append(word)
    return items


def _goes_on(facts: Facts, sentence: int) -> bool:
    """Whether the next sentence adds to the list: `The fourth is …`, `She also …`."""
    if sentence + 1 >= len(facts.article.sentences):
        return False
    first = facts.article.sentences[sentence + 1].first
    return any(word in group("goes_on") for word in facts.words(first, first + 4))
