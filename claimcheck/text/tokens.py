"""The token stream that every stage reads: one pass over the text, exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.model import Tokens

# Kinds are the group numbers: 1 word, 2 numeral, 3 mark. `'s` is a token of its own; white space, joiners and
# direction marks are none. Every alternative is linear.
_TOKEN = re.compile(
    r"((?:[^\W\d_¼-¾⅐-⅞]\.){2,}|['’][sS](?![^\W_])|[^\W\d_¼-¾⅐-⅞]+(?:['’](?![sS](?![^\W_]))[^\W\d_¼-¾⅐-⅞]+)*)"
    r"|((?<![,\d])\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+|,\d{3}(?!\d)|,\d{2}(?=(?:,\d{2}){0,6},\d{3}(?!\d))"
    r"|['’\u00a0\u2009\u202f]\d{3}(?!\d))*|[¼-¾⅐-⅞])"
    r"|([^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
)


def fold(text: str) -> str:
    """`text` in lower case with straight apostrophes, the same length character for character."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace("’", "'")


def tokenise(text: str, ranges: Iterable[tuple[int, int]]) -> Tokens:
    """Tokens of the sentences that lie at `ranges` of `text`, in order."""
    folded = fold(text)
    tokens = Tokens([], [], [], [], [], [])
    once: dict[str, str] = {}  # one string object for each distinct word
    add_text, add_lower = tokens.text.append, tokens.lower.append
    add_start, add_end = tokens.start.append, tokens.end.append
    add_kind, add_sentence = tokens.kind.append, tokens.sentence.append
    for index, (first, last) in enumerate(ranges):
        for match in _TOKEN.finditer(text, first, last):
            start, end = match.span()
            word, lower = match.group(), folded[start:end]
            add_text(once.setdefault(word, word))
            add_lower(once.setdefault(lower, lower))
            add_start(start)
            add_end(end)
            add_kind(match.lastindex or 0)
            add_sentence(index)
    return tokens


def words(tokens: Tokens) -> int:
    """How many words and numbers the stream holds: marks and `'s` do not count."""
    return sum(1 for kind, word in zip(tokens.kind, tokens.lower, strict=True) if kind != 3 and word != "'s")


def phrases(tokens: Tokens, table: dict[str, list[tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """Token ranges where a phrase of `table` stands; it maps a first word to its phrases, longest first."""
    lower = tokens.lower
    for index, word in enumerate(lower):
        if word in table:
            for phrase in table[word]:
                if tuple(lower[index : index + len(phrase)]) == phrase:
                    yield index, index + len(phrase)
                    break
