"""Mentions: names with their titles, and noun phrases that could be a source."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.entities_nouns import Gender, Noun
from claimcheck.attribution.names import NameReading, read_name
from claimcheck.attribution.names_runs import is_capital, run_end
from claimcheck.model import MARK, NUMERAL, WORD, Tokens

Form = Literal["name", "description", "pronoun"]
_NO_WORDS: frozenset[str] = frozenset()
_REACH = 6  # how many words before its noun a phrase may start


class Mention(NamedTuple):
    """A phrase that names or describes somebody or something: tokens [first, last).

    `head` is the noun of a description or the last word of a name. A name's own words, title left out, are
    tokens [begin, end); `title` is the token range of title or role. `words` are a description's modifiers.
    """

    form: Form
    first: int
    last: int
    head: int
    reading: NameReading | None = None
    begin: int = 0
    end: int = 0
    title: tuple[int, int] | None = None
    noun: Noun | None = None
    words: frozenset[str] = _NO_WORDS
    definite: bool = False
    plural: bool = False
    gender: Gender = ""


def name_at(
    tokens: Tokens,
    index: int,
    floor: int,
    limit: int,
    readings: dict[tuple[str, ...], NameReading | None] | None = None,
) -> Mention | None:
    """The name whose capitals start at token `index`, with the role before it; None where they name none.

    It ends before `limit`, its title starts at `floor` or later; `readings` remembers runs by their words.
    """
    words = lexicon()
    lower = tokens.lower[index]
    if not is_capital(tokens, index):
        return None
    if (lower in words.leads or lower in words.function) and (
        len(lower) < 2 or not tokens.text[index].isupper()
    ):
        return None
    last = run_end(tokens, index, limit)
    if last > index + 1 and " ".join(tokens.lower[max(floor, index - 2) : index + 1]) in words.offices:
        return _with_office(tokens, index, last, floor)  # `secretary of State Ada Cole`
    readings = {} if readings is None else readings
    run = tuple(tokens.text[index:last])
    if run not in readings:
        readings[run] = _reading(tokens, index, last)
    reading = readings[run]
    if reading is None or _joined_on(tokens, last):
        return None
    if reading.kind == "office":
        return description_at(tokens, last - 1, floor, words.nouns[tokens.lower[last - 1]])
    return _named(tokens, index, last, reading, floor)


def _with_office(tokens: Tokens, index: int, last: int, floor: int) -> Mention:
    reading = read_name(tokens, index + 1, last)._replace(kind="person", sure=True)
    first = max(floor, index - 2)
    return Mention(
        "name", first, last, last - 1, reading, index + 1, last, (first, index + 1), gender=reading.gender
    )


def _named(tokens: Tokens, index: int, last: int, reading: NameReading, floor: int) -> Mention:
    words = lexicon()
    # Of a name of one word the numbers are one object: a long text has so many that it shows.
    begin = index + reading.title if reading.title else index
    head = last - 1 if last - index > 1 else index
    title = (index, begin) if reading.title else None
    first = index
    noun = words.nouns.get(tokens.lower[index - 1]) if index > floor else None
    if noun and noun.kind in ("role", "people") and not noun.plural and reading.kind in ("person", "unknown"):
        first = phrase_start(tokens, index - 1, floor)
        title = (first, begin)
        reading = reading._replace(kind="person", gender=reading.gender or noun.gender, sure=True)
    elif noun and noun.kind == "organisation" and not noun.plural and reading.kind in ("unknown", "person"):
        reading = reading._replace(kind="organisation", families=noun.families, sure=True)
    elif reading.kind == "person" and not title and _is_of_a_thing(tokens, index, last):
        reading = reading._replace(kind="organisation", sure=False)
    if reading.kind in ("person", "unknown") and last < len(tokens) and tokens.text[last] == ",":
        apposed = apposition(tokens, last + 1)
        if apposed:
            title = title or apposed
            reading = reading._replace(kind="person", sure=True)
    return Mention("name", first, last, head, reading, begin, last, title, gender=reading.gender)


def _is_of_a_thing(tokens: Tokens, index: int, last: int) -> bool:
    """`the Orlando Sentry`: a person's name takes no article, unless it qualifies a noun."""
    if index == 0 or tokens.lower[index - 1] != "the" or last >= len(tokens):
        return False
    return tokens.kind[last] != WORD or tokens.lower[last] in lexicon().verbs


def apposition(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`Ada Cole, 51, the council's director, said`: the role that starts at token `at`, after an age."""
    words, limit = lexicon(), len(tokens)
    if at + 1 < limit and tokens.kind[at] == NUMERAL and tokens.text[at + 1] == ",":
        at += 2
    if at < limit and tokens.lower[at] in words.articles:
        at += 1
    for head in range(at, min(at + _REACH, limit)):
        lower = tokens.lower[head]
        noun = words.nouns.get(lower)
        if noun and noun.kind == "role" and not noun.plural and _closes(tokens, head + 1):
            return at, _clause_end(tokens, head + 1)
        if (
            lower in words.verbs
            or (lower in words.breakers and lower not in words.determiners)
            or lower in words.prepositions
        ):
            return None
        if tokens.kind[head] == MARK and not tokens.glued(head):
            return None
    return None


def _closes(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens) or tokens.kind[at] == MARK or tokens.lower[at] in lexicon().stoppers


def _clause_end(tokens: Tokens, at: int) -> int:
    """The next comma, full stop, bracket, quotation mark or relative word, at most a dozen words on."""
    limit, words = min(at + 2 * _REACH, len(tokens)), lexicon()
    while (
        at < limit
        and tokens.lower[at] not in words.relatives
        and (tokens.kind[at] != MARK or _inside(tokens, at))
    ):
        at += 1
    return at


def _inside(tokens: Tokens, at: int) -> bool:
    """Whether a mark belongs to the words around it: `Mrs. Cole`, `vice-president`."""
    if tokens.text[at] == ".":
        before = tokens.lower[at - 1]
        return before in lexicon().courtesy or len(before) == 1
    return tokens.text[at] in "-’'&/"


def _reading(tokens: Tokens, first: int, last: int) -> NameReading | None:
    """What a run names; None for a date, a lone letter or common noun, or `Former` before the name itself."""
    words, lower = lexicon(), tokens.lower[first]
    if last - first == 1 and (len(lower) == 1 or lower in words.calendar or _common(tokens, first)):
        return None
    reading = read_name(tokens, first, last)
    if lower in words.former and not reading.title and reading.kind in ("person", "unknown"):
        return None
    dated = reading.kind == "unknown" and not words.calendar.isdisjoint(tokens.lower[first:last])
    return None if dated else reading


def _joined_on(tokens: Tokens, last: int) -> bool:
    """Whether a hyphen joins a run to what follows: `Full-time`, `Leeds-based`."""
    text = tokens.text
    return last + 1 < len(text) and text[last] == "-" and tokens.glued(last) and tokens.glued(last + 1)


def _common(tokens: Tokens, index: int) -> bool:
    """Whether a lone capital is a common noun that opens its sentence: `Officials said`."""
    words, lower = lexicon(), tokens.lower[index]
    if lower.removesuffix("s") in words.adjectives or lower.endswith("ists"):
        return True
    noun = words.nouns.get(lower)
    return noun is not None and (noun.kind == "role" or not tokens.text[index].isupper())


def description_at(
    tokens: Tokens,
    head: int,
    floor: int,
    noun: Noun,
    seen: dict[frozenset[str], frozenset[str]] | None = None,
) -> Mention:
    """The noun phrase that ends in token `head`, from its determiner or first modifier on.

    `seen` keeps each set of modifiers, which repeat in a long article, once.
    """
    words = lexicon()
    first = phrase_start(tokens, head, floor)
    definite, modifiers = False, _NO_WORDS
    if first < head:
        inside = tokens.lower[first:head]
        definite = inside[0] in words.definite
        modifiers = frozenset([w for w in inside if w not in words.function and w[0].isalpha()])
        if seen is not None:
            modifiers = seen.setdefault(modifiers, modifiers)
    return Mention("description", first, head + 1, head, None, 0, 0, None, noun, modifiers, definite,
                   noun.plural, noun.gender)  # fmt: skip


def phrase_start(tokens: Tokens, head: int, floor: int) -> int:
    """Where the phrase that ends in token `head` starts: its determiner, else its first certain modifier."""
    words = lexicon()
    trusted = first = head
    lowest = max(floor, head - _REACH)
    while first > lowest and tokens.sentence[first - 1] == tokens.sentence[head]:
        first -= 1
        lower = tokens.lower[first]
        if lower in words.determiners:
            return first
        if lower in words.function or lower in words.leads or lower in words.verbs:
            break
        if tokens.kind[first] != WORD:
            if tokens.text[first] == "-" and tokens.glued(first):
                continue
            break
        if trusted == first + 1 or tokens.text[first + 1] == "-":
            trusted = first if _modifies(tokens, first) else trusted
    return trusted


def _modifies(tokens: Tokens, index: int) -> bool:
    words, lower = lexicon(), tokens.lower[index]
    return (
        lower in words.nouns
        or lower in words.former
        or lower in words.adjectives
        or lower.endswith(words.endings)
        or is_capital(tokens, index)
    )
