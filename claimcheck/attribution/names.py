"""What a run of capitals names: a person with a title, an organisation, a place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_nouns import Gender
from claimcheck.model import WORD, Tokens

NameKind = Literal["person", "organisation", "media", "document", "place", "office", "crowd", "unknown"]


class NameReading(NamedTuple):
    """What a run of words is. The first `title` of them are a title; `sure` is false for a guess by shape."""

    kind: NameKind
    title: int = 0
    gender: Gender = ""
    families: frozenset[str] = frozenset()
    sure: bool = True


_COUNTRY = frozenset({"government", "country"})
_OUTLET = frozenset({"company", "outlets"})
_COMPANY = frozenset({"company"})
_ABBREVIATED = frozenset(["jr", "sr", "st", "no"])


def read_name(tokens: Tokens, first: int, last: int) -> NameReading:
    """What the run of tokens [first, last) names, from its words alone."""
    plain = [i for i in range(first, last) if tokens.kind[i] == WORD]
    lower = [tokens.lower[i] for i in plain]
    known = _look_up(" ".join(lower))
    if known:
        return known
    title = _title_length(lower)
    if title:
        return _read_titled(tokens, plain, lower, title, first)
    return _read_untitled(tokens, plain, lower, first, last)


def _look_up(name: str) -> NameReading | None:
    words = lexicon()
    if name in words.crowds:
        return NameReading("crowd")
    if name in words.known:
        return NameReading("organisation", families=words.known[name])
    if name in words.media:
        return NameReading("media", families=_OUTLET)
    if name in words.countries:
        return NameReading("place", families=_COUNTRY)
    if name in words.places:
        return NameReading("place", families=frozenset({"government"}), sure=False)
    return None


def _title_length(lower: list[str]) -> int:
    """How many of the words stand before a name, title words last: `attorney general | ada cole`."""
    words = lexicon()
    length = 0
    for index, word in enumerate(lower[:-1]):
        if word in words.titles or (word in words.former and index == length):
            length = index + 1
    if length and lower[length] in words.connectors:  # Secretary of State Ada Cole
        of_two = length + 2 if 2 <= len(lower) - length - 2 <= 3 else 0
        return next((i for i in range(length + 2, len(lower) - 1) if lower[i] in words.given), of_two)
    return length if any(word in words.titles for word in lower[:length]) else 0


def _read_titled(tokens: Tokens, plain: list[int], lower: list[str], title: int, first: int) -> NameReading:
    words = lexicon()
    rest = lower[title:]
    courtesy = lower[title - 1] in words.courtesy
    if rest[-1] in words.designators and not courtesy and rest[0] not in words.given:
        return NameReading("organisation", families=_families(rest[-1]))
    if not courtesy and _all_roles(rest):
        return NameReading("office")
    return NameReading("person", plain[title] - first, _titled_gender(lower[:title]) or given_gender(rest[0]))


def _titled_gender(title: list[str]) -> Gender:
    words = lexicon()
    noun = words.nouns.get(title[-1])
    return next(
        (words.courtesy[w] for w in reversed(title) if words.courtesy.get(w)), noun.gender if noun else ""
    )


def _all_roles(rest: list[str]) -> bool:
    words = lexicon()
    return all(word in words.nouns and words.nouns[word].kind == "role" for word in rest)


def _read_untitled(tokens: Tokens, plain: list[int], lower: list[str], first: int, last: int) -> NameReading:
    words = lexicon()
    if len(lower) > 1 and lower[-1] in words.media_closing:
        return NameReading("media", families=_OUTLET)
    if lower[-1] in words.designators or lower[-1] in words.suffixes or _is_firm(tokens, first, last):
        families = _families(lower[-1]) or (_COMPANY if _is_firm(tokens, first, last) else frozenset())
        return NameReading("organisation", families=families)
    office = _office_word(lower)
    if office:
        return NameReading("organisation", families=_families(office))
    if len(lower) == 1:
        return _read_single(tokens.text[plain[0]], lower[0])
    given = _given_name(lower)
    if given is not None:
        return NameReading("person", plain[given] - first, given_gender(lower[given]))
    if lower[-1] in words.nouns and words.nouns[lower[-1]].kind in ("role", "people"):
        return NameReading("office")
    if lower[0] in words.adjectives or any(word in words.calendar for word in lower):
        return NameReading("unknown", sure=False)
    if lower[0] in words.places or lower[0] in words.countries:
        return NameReading("unknown", sure=False)
    if lower[-1] in words.nouns and words.nouns[lower[-1]].kind == "document":
        return NameReading("document", families=words.nouns[lower[-1]].families)
    if any(_is_acronym(tokens.text[i]) for i in plain) and len(tokens.text[plain[0]]) > 2:
        return NameReading("organisation", sure=False)
    return NameReading("unknown" if len(lower) > 3 else "person", sure=False)


def _office_word(lower: list[str]) -> str | None:
    """`council` in `business council of the north`: the word that an `of` or `for` hangs on."""
    words = lexicon()
    for index, word in enumerate(lower[1:-1]):
        if word in words.connectors:
            return (
                lower[index] if lower[index] in words.openers or lower[index] in words.designators else None
            )
    return None


def _read_single(text: str, lower: str) -> NameReading:
    letters = text.replace(".", "")
    if lower in lexicon().adjectives or lower in lexicon().calendar:
        return NameReading("unknown", sure=False)
    if _is_acronym(letters) or _is_brand(letters):
        return NameReading("organisation", sure=False)
    return NameReading("unknown", sure=False)


def _is_acronym(text: str) -> bool:
    """`NHC`, and its plural with a small s."""
    return len(text) > 1 and (text.isupper() or (len(text) > 3 and text[-1] == "s" and text[:-1].isupper()))


def _is_brand(text: str) -> bool:
    """`AcmeSoft`: a capital inside, past where `McLeod`, `DeSilva` or `O'Hara` have one."""
    return any(c.isupper() for c in text[4:]) and not text.isupper() and "-" not in text and "'" not in text


def _given_name(lower: list[str]) -> int | None:
    """Where the person's name starts: at a given name that only places and adjectives stand before."""
    words = lexicon()
    for index, word in enumerate(lower[:-1]):
        before = " ".join(lower[:index])
        if word not in words.given or lower[index + 1] in words.adjectives:
            continue
        if not index or before in words.places or before in words.countries:
            return index
        if all(w in words.adjectives or w in words.nouns or w in words.connectors for w in lower[:index]):
            return index
    return None


def _is_firm(tokens: Tokens, first: int, last: int) -> bool:
    """`PG&E`, `Edmunds.com`: an ampersand, or a full stop between touching words."""
    return any(
        tokens.text[i] == "&" or (tokens.text[i] == "." and i + 1 < last and tokens.glued(i + 1))
        for i in range(first + 1, last)
    )


def _families(word: str) -> frozenset[str]:
    words = lexicon()
    if word in words.suffixes and word != "group":
        return _COMPANY
    noun = words.nouns.get(word)
    return noun.families if noun and noun.kind == "organisation" else frozenset()


def given_gender(word: str) -> Gender:
    """The pronoun that a given name asks for; empty where it could be either."""
    words = lexicon()
    return "m" if word in words.male else "f" if word in words.female else ""
