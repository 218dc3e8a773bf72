"""A source as attribution found it, read as one mention: which words are its head, its name, its title."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_nouns import Gender, Noun
from claimcheck.attribution.mentions import Mention, name_at
from claimcheck.attribution.mentions_cores import core_of, describe
from claimcheck.attribution.names import NameReading
from claimcheck.attribution.names_runs import is_capital
from claimcheck.model import MARK, WORD, Tokens

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
    end, name = core_of(tokens, first, last, names)
    if name and name.last >= end:
        return _named(tokens, name, first, last)
    name = _name_after_roles(tokens, first, end, last, names)
    if name:
        return _named(tokens, name, first, last)
    mention = describe(tokens, first, end, last, names)
    if mention.noun is None and first in names and names[first].last <= last:
        return _named(tokens, names[first], first, last)
    if end < last and mention.noun and mention.noun.kind in ("role", "people") and not mention.plural:
        after = names.get(end + 1) if tokens.text[end] == "," else None
        after = after or _name_after_comma(tokens, end, last, names)
        if after and after.reading and after.reading.kind in ("person", "unknown"):
            return Phrase(_entitled(after, (first, after.first - 1), mention.noun), after.begin, after.end)
    return Phrase(mention, first, printed_end(tokens, end, last), _is_joint(tokens, end, last))


def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and _only_opens(tokens, first):
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


def _only_opens(tokens: Tokens, first: int) -> bool:
    """Whether the token is a mark, a preposition or the like before the source itself."""
    words, lower = lexicon(), tokens.lower[first]
    if tokens.kind[first] == MARK:
        return tokens.text[first] not in "$€£#@"
    return lower in words.openings or (lower in words.prepositions and lower not in words.around)


def _abbreviates(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the mark is the full stop of `Inc.` or `Jr.`."""
    before = tokens.lower[stop - 1] if stop > first else ""
    return tokens.text[stop] == "." and (before in lexicon().suffixes or before in ("jr", "sr"))


def _pronoun(tokens: Tokens, index: int) -> Mention:
    table = lexicon().pronouns[tokens.lower[index]]
    gender: Gender = "m" if table == "male" else "f" if table == "female" else ""
    return Mention("pronoun", index, index + 1, index, gender=gender, plural=table == "they")


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
    if name.title and first < name.title[0] < name.begin and _all_words(tokens, first, name.title[0]):
        name = name._replace(title=(first, name.title[1]))
    if _is_joint(tokens, name.last, last):
        return Phrase(name, name.begin, last, joint=True)
    return Phrase(name, name.begin, name.end)


def _all_words(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.kind[i] == WORD and tokens.lower[i] != "'s" for i in range(first, last))


def _entitled(name: Mention, title: tuple[int, int], noun: Noun) -> Mention:
    assert name.reading
    gender = name.gender or noun.gender
    reading = name.reading._replace(kind="person", gender=gender, sure=True)
    return name._replace(title=title, noun=noun, reading=reading, gender=gender)


def _name_after_roles(
    tokens: Tokens, first: int, end: int, last: int, names: Mapping[int, Mention]
) -> Mention | None:
    """The name at the end of `comedian and author Ada Cole`, `former secretary of state Ada Cole`.

    `Friends of the River director Ada Cole` as well, but not `an aide to President Cole`.
    """
    words = lexicon()
    noun = words.nouns.get(tokens.lower[end - 1])
    at = end + 1
    if end < last and noun and noun.kind == "role" and not noun.plural:
        if tokens.lower[end] == "and":
            while at < last and at not in names and _is_plain(tokens, at):
                at += 1
        elif " ".join(tokens.lower[end - 1 : end + 2]) in words.offices:
            at += 1
    name = names.get(at) or next(
        (n for i in range(end, last) if (n := names.get(i)) and n.last == last), None
    )
    if not name or not name.reading or name.reading.kind not in ("person", "unknown"):
        return None
    if at in names and tokens.lower[end] in ("and", "of"):
        return name
    entitled = (
        name.title is not None and tokens.lower[name.first - 1] not in words.stoppers | words.determiners
    )
    return name if entitled and not any(tokens.text[i] in _BREAKS for i in range(first, name.first)) else None


def _is_plain(tokens: Tokens, at: int) -> bool:
    return tokens.kind[at] == WORD and tokens.lower[at] not in lexicon().stoppers


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
    if end + 1 < last and tokens.text[end] == ",":
        listed = [
            i for i in range(end + 1, last) if not is_capital(tokens, i) and tokens.text[i] not in ",.&-"
        ]
        return [tokens.lower[i] for i in listed] in (["and"], ["and", "the"])
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


def surname_at(tokens: Tokens, first: int, last: int, surnames: Set[str]) -> Mention | None:
    """`May` or `Will` alone in a span, where the article names somebody so."""
    if last - first > 1 or not is_capital(tokens, first) or tokens.lower[first] not in surnames:
        return None
    return Mention("name", first, last, first, NameReading("unknown", sure=False), first, last)
