"""A source as attribution found it, read as one mention: which words are its head, its name, its title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_nouns import Gender, Noun
from claimcheck.attribution.mentions import Mention, name_at
from claimcheck.attribution.names_runs import is_capital
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

_GLUE = frozenset("-‐‑'’&.$€£#%/")
_BREAKS = frozenset(',;:—–()"“”')


class Phrase(NamedTuple):
    """The main mention of a source span and the tokens [first, last) that are worth printing as its name."""

    mention: Mention
    first: int
    last: int
    joint: bool = False


def read_phrase(tokens: Tokens, first: int, last: int, names: Mapping[int, Mention]) -> Phrase | None:
    """The source in tokens [first, last); `names` holds the index's names by first token.

    None where the tokens hold no word.
    """
    first, last = _trim(tokens, first, last)
    if first >= last:
        return None
    if last - first == 1 and tokens.lower[first] in lexicon().pronouns:
        return Phrase(_pronoun(tokens, first), first, last)
    end, name = _core(tokens, first, last, names)
    if name and name.last >= end:
        return _named(tokens, name, first, last)
    name = _name_after_and(tokens, first, end, last, names)
    if name:
        return _named(tokens, name, first, last)
    mention = _described(tokens, first, end, last, names)
    if mention.noun is None and first in names and names[first].last <= last:
        return _named(tokens, names[first], first, last)
    if end < last and mention.noun and mention.noun.kind in ("role", "people") and not mention.plural:
        after = names.get(end + 1) if tokens.text[end] == "," else None
        after = after or _name_after_comma(tokens, end, last, names)
        if after and after.reading and after.reading.kind in ("person", "unknown"):
            return Phrase(_entitled(after, (first, after.first - 1), mention.noun), after.begin, after.end)
    return Phrase(mention, first, printed_end(tokens, end, last), _is_joint(tokens, end, last))


def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    prepositions = lexicon().prepositions
    while (
        first < last - 1
        and (
            (tokens.kind[first] == MARK and tokens.text[first] not in "$€£#@")
            or tokens.lower[first] in prepositions
        )
        and tokens.lower[first]
        not in ("about", "over", "under", "like", "near", "around", "inside", "outside")
    ):
        first += 1
    reflexive = lexicon().reflexives
    while first < last and (
        (
            tokens.kind[last - 1] == MARK
            and tokens.text[last - 1] != "%"
            and not _abbreviates(tokens, first, last - 1)
        )
        or tokens.lower[last - 1] == "'s"
        or (last - first > 1 and tokens.lower[last - 1] in reflexive)
    ):
        last -= 1
    return first, last


def _abbreviates(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the mark is the full stop of `Inc.` or `Jr.`."""
    before = tokens.lower[stop - 1] if stop > first else ""
    return tokens.text[stop] == "." and (before in lexicon().suffixes or before in ("jr", "sr"))


def _pronoun(tokens: Tokens, index: int) -> Mention:
    table = lexicon().pronouns[tokens.lower[index]]
    gender: Gender = "m" if table == "male" else "f" if table == "female" else ""
    return Mention("pronoun", index, index + 1, index, gender=gender, plural=table == "they")


def _core(tokens: Tokens, first: int, last: int, names: Mapping[int, Mention]) -> tuple[int, Mention | None]:
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


def _named(tokens: Tokens, name: Mention, first: int, last: int) -> Phrase:
    noun = lexicon().nouns.get(tokens.lower[name.begin - 1]) if name.begin > first else None
    if (
        noun
        and noun.kind in ("role", "people")
        and name.reading
        and name.reading.kind in ("person", "unknown")
    ):
        name = _entitled(name, (first, name.begin), noun)
    elif name.begin > first and tokens.lower[name.begin - 1] == "'s" and name.reading:
        name = name._replace(reading=name.reading._replace(sure=True))
    if _is_joint(tokens, name.last, last):
        return Phrase(name, name.begin, last, joint=True)
    return Phrase(name, name.begin, name.end)


def _entitled(name: Mention, title: tuple[int, int], noun: Noun) -> Mention:
    assert name.reading
    gender = name.gender or noun.gender
    reading = name.reading._replace(kind="person", gender=gender, sure=True)
    return name._replace(title=title, noun=noun, reading=reading, gender=gender)


def _described(tokens: Tokens, first: int, end: int, last: int, names: Mapping[int, Mention]) -> Mention:
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
        inner = _core(tokens, end + 1, last, names)[0] - 1
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


def _looks_plural(tokens: Tokens, first: int, head: int) -> bool:
    word = tokens.lower[head]
    if tokens.lower[first] in ("a", "an", "this", "that", "each", "every", "another"):
        return False
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or tokens.kind[head] == NUMERAL


def _name_after_and(
    tokens: Tokens, first: int, end: int, last: int, names: Mapping[int, Mention]
) -> Mention | None:
    """`comedian and author Ada Cole`: the name that two roles stand before."""
    noun = lexicon().nouns.get(tokens.lower[end - 1])
    if end >= last or tokens.lower[end] != "and" or not noun or noun.kind != "role" or noun.plural:
        return None
    at = end + 1
    while (
        at < last
        and at not in names
        and tokens.kind[at] == WORD
        and tokens.lower[at] not in lexicon().stoppers
    ):
        at += 1
    name = names.get(at)
    return name if name and name.reading and name.reading.kind in ("person", "unknown") else None


def _name_after_comma(tokens: Tokens, end: int, last: int, names: Mapping[int, Mention]) -> Mention | None:
    """`a spokesman for the ministry, Oleh Varga`: the name after the next comma, if it closes the span."""
    for at in range(end, last - 1):
        if tokens.text[at] == ",":
            name = names.get(at + 1)
            closed = name and (name.last == last or tokens.text[name.last] == ",")
            return name if closed and name and name.reading and name.reading.kind == "person" else None
    return None


def printed_end(tokens: Tokens, end: int, last: int) -> int:
    """Where a description's printed name ends: before a comma, a dash or a relative clause."""
    relatives = lexicon().relatives
    while end < last and tokens.text[end] not in _BREAKS and tokens.lower[end] not in relatives:
        end += 1
    return end


def _is_joint(tokens: Tokens, end: int, last: int) -> bool:
    """Whether the span goes on with another source: `and` with a name, a plural, a determiner."""
    if end + 1 >= last or tokens.lower[end] not in ("and", "or", "&"):
        return False
    words, after = lexicon(), tokens.lower[end + 1]
    plural = any(
        (noun := words.nouns.get(tokens.lower[i])) and noun.plural for i in range(end + 1, min(end + 5, last))
    )
    return after in words.determiners or is_capital(tokens, end + 1) or plural


def mention_in_capitals(tokens: Tokens, first: int, last: int) -> Mention | None:
    """A name in a span whose sentence the index left out."""
    return next(
        (m for i in range(first, last) if (m := name_at(tokens, i, first, last)) and m.form == "name"), None
    )
