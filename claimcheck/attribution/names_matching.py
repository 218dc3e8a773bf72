"""Whether two names can be one: spelling, surnames, initials, company forms."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.attribution.entities_lexicon import lexicon

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def fold(word: str) -> str:
    """A word without full stops and accents, so that spellings of one name meet."""
    if word.isalpha() and word.isascii():
        return word
    if word.isascii():
        return (
            word.replace(".", "") if word.endswith(".") or len(word) < 4 else word.partition(".")[0] or word
        )
    from unicodedata import combining, normalize  # rarely needed

    return "".join(c for c in normalize("NFD", word) if not combining(c)).replace(".", "")


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a person's name, `Jr` and `III` left out."""
    return words[-2] if len(words) > 1 and words[-1] in _GENERATIONS else words[-1]


def may_be_one_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two names with one surname can be one person's: `Ada B. Cole`, `A. Cole`, `Cole`."""
    shorter = min(len(known), len(words))
    if known[-shorter:] == words[-shorter:]:
        return True
    one, other = known[0], words[0]
    return (
        one == other
        or (min(len(one), len(other)) == 1 and one[0] == other[0])
        or one.startswith(other)
        or other.startswith(one)
    )


def without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The name without `Inc`, `Co` and the like."""
    end = len(words)
    while end > 1 and words[end - 1] in lexicon().suffixes:
        end -= 1
    return words[:end]


def initials_of(words: tuple[str, ...], short: tuple[str, ...]) -> Iterable[str]:
    """The short forms that a name's initials may make, company form and joining words in or out."""
    joiners = lexicon().joiners
    for name in (words, short):
        if len(name) > 1:
            yield "".join(word[0] for word in name)
            yield "".join(word[0] for word in name if word not in joiners)
