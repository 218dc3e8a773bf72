"""The core of a noun phrase: where it ends before `of`, `who` or a comma, and what its noun says."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.mentions import Mention, name_at
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

_GLUE = frozenset("-‐‑'’&.$€£#%/")


def core_of(
    tokens: Tokens, first: int, last: int, names: Mapping[int, Mention]
) -> tuple[int, Mention | None]:
    """Where the phrase's core ends, before `of`, `who`, a comma; and the name that ends it, if one does."""
    words = lexicon()
    at, name = first, None
    while at < last:
        found = names.get(at)
        if found and found.last > last:
            found = name_at(tokens, at, first, last)
        if found and found.form == "name":
            at, name = found.last, found
            continue
        lower = tokens.lower[at]
        if (
            tokens.kind[at] == MARK
            and tokens.text[at] not in _GLUE
            and not _adjectives_on(tokens, first, at, last)
        ):
            break
        opens = at == first or (tokens.lower[at - 1] in words.articles and lower in words.prepositions)
        opens = opens or tokens.text[at - 1] == "-"
        if not opens and (lower in words.stoppers or lower in words.postmodifiers):
            break
        at += 1
    if name and name.last < at and not _only_marks(tokens, name.last, at):
        name = None
    return at, name


def _adjectives_on(tokens: Tokens, first: int, at: int, last: int) -> bool:
    """`a quiet, rarely read report`: a comma between adjectives."""
    words = lexicon()
    if tokens.text[at] != "," or at + 1 >= last or tokens.lower[first] not in words.determiners:
        return False
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    return (
        at - first == 2 and before not in words.nouns and tokens.text[at - 1] == before
        and after not in words.stoppers and after not in words.determiners and tokens.kind[at + 1] == WORD
    )  # fmt: skip


def _only_marks(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.kind[i] == MARK for i in range(first, last))


def describe(tokens: Tokens, first: int, end: int, last: int, names: Mapping[int, Mention]) -> Mention:
    """The description in tokens [first, end) by its noun; `a majority of voters` is a group of voters.

    Tokens up to `last` belong to the source as well.
    """
    words = lexicon()
    head = end - 1
    while head > first and tokens.kind[head] != WORD:
        head -= 1
    if tokens.lower[head] not in words.nouns:
        head = next((i for i in range(head - 1, first, -1) if tokens.lower[i] in words.nouns), head)
    noun, plural, lower = words.nouns.get(tokens.lower[head]), False, tokens.lower[first:head]
    if head > first + 1 and tokens.text[head - 1] == "-":
        noun = words.nouns.get(f"{tokens.lower[head - 2]}-{tokens.lower[head]}", noun)
    counted = (
        tokens.lower[head] in words.collectives
        or tokens.kind[head] != WORD
        or (noun and noun.kind == "hidden")
    )
    if counted and end < last and tokens.lower[end] == "of":
        inner = core_of(tokens, _past_count(tokens, end + 1, last), last, names)[0] - 1
        inner_noun = words.nouns.get(tokens.lower[inner])
        if inner_noun and inner_noun.kind in ("role", "people"):
            noun, plural, lower = inner_noun, True, tokens.lower[first : head + 1]
    return Mention(
        "description", first, end, head, noun=noun,
        words=frozenset(w for w in lower if w[0].isalpha() and w not in words.function),
        definite=tokens.lower[first] in words.definite and head > first,
        plural=plural or (noun.plural if noun else _looks_plural(tokens, first, head)),
        gender=noun.gender if noun else "",
    )  # fmt: skip


def _past_count(tokens: Tokens, at: int, last: int) -> int:
    """Past `more than 50`, `about` and the like."""
    while at < last - 1 and (tokens.kind[at] == NUMERAL or tokens.lower[at] in lexicon().around):
        at += 1
    return at


def _looks_plural(tokens: Tokens, first: int, head: int) -> bool:
    word = tokens.lower[head]
    if tokens.lower[first] in ("a", "an", "this", "that", "each", "every", "another"):
        return False
    if word.removesuffix("s") in lexicon().adjectives:
        return word.endswith("s")
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or tokens.kind[head] == NUMERAL
