"""The mention index: every name and every noun phrase that could be a source, in one pass over the tokens."""

from __future__ import annotations

from collections.abc import Container

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.mentions import Mention, description_at, name_at
from claimcheck.attribution.names import NameReading
from claimcheck.attribution.names_runs import is_capital
from claimcheck.model import Article, Tokens

_OPENING = 8  # words that settle most sentences


def find_mentions(article: Article) -> list[Mention]:
    """Names and descriptions of the whole article in order; headlines in capitals give none."""
    tokens, nouns = article.tokens, lexicon().nouns
    shouted, skipped = _shouted(article), lexicon().function | lexicon().leads
    readings: dict[tuple[str, ...], NameReading | None] = {}
    modifiers: dict[frozenset[str], frozenset[str]] = {}
    found: list[Mention] = []
    done = floor = aside = 0
    limit = len(tokens)
    for index in _promising(tokens, nouns):
        if index < done:
            continue
        word, lower = tokens.text[index], tokens.lower[index]
        named = word is not lower and (lower not in skipped or word.isupper()) and len(word) > 1
        if named and tokens.sentence[index] not in shouted:
            mention = name_at(tokens, index, floor, limit, readings)
            if mention:
                found.append(mention)
                done, aside = mention.last, _aside_end(mention)
                floor = floor if mention.form == "name" and not mention.title else done
                continue
        noun = nouns.get(lower)
        if noun and noun.kind != "hidden" and not _compound(tokens, index):
            if index < aside and noun.kind == "role":
                continue
            found.append(description_at(tokens, index, floor, noun, modifiers))
            floor = index + 1
    return found


def _promising(tokens: Tokens, nouns: Container[str]) -> list[int]:
    """The tokens at which a mention may be found: with a capital, or on the list of nouns."""
    pairs = enumerate(zip(tokens.text, tokens.lower, strict=True))
    return [index for index, (word, lower) in pairs if word is not lower or lower in nouns]


def _aside_end(mention: Mention) -> int:
    """The end of the role that stands after a name and is no mention of its own: `Ada Cole, a nurse at …`."""
    return mention.title[1] if mention.title and mention.title[0] >= mention.end else 0


def _compound(tokens: Tokens, index: int) -> bool:
    """Whether the noun only qualifies what follows: `police officers`, `spokeswoman Ada Cole`."""
    after, nouns = index + 1, lexicon().nouns
    if after >= len(tokens.lower) or tokens.sentence[after] != tokens.sentence[index]:
        return False
    noun = nouns[tokens.lower[index]]
    return tokens.lower[after] in nouns or (
        noun.kind in ("role", "people") and not noun.plural and is_capital(tokens, after)
    )


def _shouted(article: Article) -> frozenset[int]:
    """Sentences whose capitals say nothing: headlines, and lines set in capitals."""
    blocks, tokens = article.document.blocks, article.tokens
    return frozenset(
        index
        for index, sentence in enumerate(article.sentences)
        if blocks[sentence.block].kind == "headline" or _in_capitals(tokens, sentence.first, sentence.last)
    )


def _in_capitals(tokens: Tokens, first: int, last: int) -> bool:
    """Whether most words of a line have capitals."""
    if last - first < 6:
        return False
    opening = tokens.text[first : first + _OPENING]
    if sum(map(str.islower, opening)) > _OPENING // 2:
        return False
    words = [w for w in tokens.text[first : min(last, first + 40)] if w[0].isalpha()]
    capitals = len([w for w in words if not w.islower()])
    return len(words) > 4 and capitals >= 0.7 * len(words)
