"""The token stream that every stage reads: one pass over the text, exact offsets."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat

from claimcheck.model import MARK, NUMERAL, WORD, Tokens

# White space, joiners and direction marks are no tokens; `'s` is one of its own. Every alternative is linear.
_LETTER = r"[^\W\d_¼-¾⅐-⅞]"
_TOKEN = re.compile(
    r"( ?)([A-Za-z]++(?=[ ,\n])|[,.](?=[ \n])"  # most words and marks, found faster
    rf"|(?:{_LETTER}\.){{2,}}|['’][sS](?![^\W_])|{_LETTER}+(?:['’](?![sS](?![^\W_])){_LETTER}+)*"
    r"|(?<![,\d])\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+|,\d{3}(?!\d)|,\d{2}(?=(?:,\d{2}){0,6},\d{3}(?!\d))"
    r"|['’\u00a0\u2009\u202f]\d{3}(?!\d))*|[¼-¾⅐-⅞]"
    r"|[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
)
_VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def fold(text: str) -> str:
    """`text` in lower case with straight apostrophes, the same length character for character."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace("’", "'")


def tokenise(text: str, ranges: Iterable[tuple[int, int]]) -> Tokens:
    """Tokens of the sentences that lie at `ranges` of `text`, in order."""
    # Of the numbers of a long text lists would need up to nine times the room.
    texts: list[str] = []
    starts, ends, sentences = array("i"), array("i"), array("i")
    once: dict[str, str] = {}  # one string object for each distinct word
    for index, (first, last) in enumerate(ranges):
        parts = _TOKEN.split(text[first:last])  # in threes: what is no token, a space, a token
        places = list(accumulate(map(len, parts), initial=first))
        words = parts[2::3]
        texts.extend(map(once.setdefault, words, words))
        starts.fromlist(places[2:-1:3])
        ends.fromlist(places[3::3])
        sentences.extend(repeat(index, len(words)))
    lower, kinds = _forms(texts, once)
    return Tokens(texts, lower, starts, ends, kinds, sentences)


def _forms(texts: Sequence[str], words: Iterable[str]) -> tuple[list[str], bytes]:
    """The look-up form and kind of each token, settled once for each of the distinct `words`."""
    lower, kind = {}, {}
    for word in words:
        folded = word if word.isascii() and word.islower() else fold(word)
        lower[word], kind[word] = word if folded == word else folded, _kind(word)
    return list(map(lower.__getitem__, texts)), bytes(map(kind.__getitem__, texts))


def _kind(word: str) -> int:
    if word.isalpha():
        return WORD
    first = word[0]
    if first in _VULGAR or first.isdecimal():
        return NUMERAL
    return WORD if first.isalnum() or len(word) > 1 else MARK


def places_of(value: str | int, stream: Sequence[str] | bytes) -> list[int]:
    """Where `value` stands in the stream, or in that of kinds: quicker than to look at each token."""
    places: list[int] = []
    for _ in range(stream.count(value)):  # type: ignore[arg-type]
        places.append(stream.index(value, places[-1] + 1 if places else 0))  # type: ignore[arg-type]
    return places


def words(tokens: Tokens) -> int:
    """How many words and numbers the stream holds: marks and `'s` do not count."""
    return sum(
        1 for kind, word in zip(tokens.kind, tokens.lower, strict=True) if kind != MARK and word != "'s"
    )


def phrases(tokens: Tokens, table: dict[str, list[tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """Token ranges where a phrase of `table` stands; it maps a first word to its phrases, longest first."""
    lower = tokens.lower
    for index, word in enumerate(lower):
        if word in table:
            for phrase in table[word]:
                if tuple(lower[index : index + len(phrase)]) == phrase:
                    yield index, index + len(phrase)
                    break
