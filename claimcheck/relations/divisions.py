"""Shares of what is divided up, and of two camps: together they cannot pass the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.figures.plurals import is_plural
from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.shares import Shares, one_question, shares_in

_LEAST = 3
_CAMP = 7  # words from a share to the verb that tells its camp
_GAP = 14  # words between the shares of two camps
_AT_MOST = 125  # a sum further above 100 is of several answers
_NAME = 5  # tokens of an item with its share in brackets: `, the Americas (`


def find_divisions(facts: Facts) -> Iterator[Shares]:
    """The shares of what the text says was divided, in a closed list, and those of two camps."""
    for sentence, line in facts.lines.items():
        parts = [f for f in shares_in(line) if f.low is not None]
        if len(parts) < 2 or not one_question(facts, parts):
            continue
        if _exclusive(facts, sentence, parts) or (
            len(parts) == 2 and (_camps(facts, parts) or _rivals(facts, parts))
        ):
            yield Shares(tuple(parts), complete=False)


def _exclusive(facts: Facts, sentence: int, parts: Sequence[Figure]) -> bool:
    """Whether the sentence lists the parts of one whole, none of which is in another."""
    first, last = facts.article.sentences[sentence].first, facts.article.sentences[sentence].last
    words = set(facts.words(first, last))
    if group("several_answers") & words:
        return False
    listed = _is_list(facts, parts)
    if (
        len(parts) >= _LEAST
        and listed
        and (group("divides") & words or _holds(facts, first, last, "making_up"))
    ):
        return True
    if _sum(parts) > _AT_MOST:
        return False
    if len(parts) >= _LEAST and listed and (_of_one(facts, parts) or _elliptic(facts, first, parts)):
        return True
    if _named(facts, parts):
        return True
    if len(parts) >= _LEAST and (_bracketed(facts, parts) or (listed and _is_made(facts, parts))):
        return True
    if len(parts) >= _LEAST and listed and (_one_verb(facts, parts) or _gapped(facts, parts)):
        return True
    if sum(facts.word(part.last) in group("places_after") for part in parts) >= 2:
        return False  # rates here and there: `41% in Lund, 52% in Vey`
    if len(parts) >= _LEAST and listed and _holds(facts, first, last, "single_choice"):
        return True
    if any(_has_one(facts, part) for part in parts):
        return False
    said = facts.word(parts[0].last) in group("saying")
    several = bool(group("several_named") & words) or asks_which(facts, first, parts[0].first)
    asked = (said or bool(group("polled") & words)) and not several
    return asked and ((len(parts) >= _LEAST and listed) or _rest_unnumbered(facts, parts[-1]))


def asks_which(facts: Facts, first: int, last: int) -> bool:
    """`Asked which papers they read`: one may name several."""
    return any(facts.word(i) == "which" and is_plural(facts.word(i + 1)) for i in range(first, last))


def _holds(facts: Facts, first: int, last: int, phrases: str) -> bool:
    """Whether a sentence has a phrase of a group: `making_up`, `single_choice`."""
    words = f" {' '.join(facts.words(first, last))} "
    return any(f" {phrase} " in words for phrase in group(phrases))


def _rivals(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`the state pays 62 per cent and the patient 38 per cent`: the second share leaves out the verb."""
    gap = facts.words(parts[0].last, parts[1].first)
    verb = group("sharing").intersection(facts.words(parts[0].first - 3, parts[0].first))
    after = facts.words(parts[1].last, parts[1].last + _NAME)
    stop = next((i for i, word in enumerate(after) if word in group("clause_marks")), len(after))
    chosen = group("choosing").intersection(gap) and 0 < stop < _NAME and gap[-1] == "and"
    if chosen and not (group("verbs") | group("list_prepositions")).intersection(after[:stop]):
        return True
    place = gap.index("and") if "and" in gap else len(gap)
    own, other = gap[:place], gap[place + 1 :]
    plain = not (group("verbs") | group("sharing") | group("list_prepositions")).intersection(other)
    return bool(verb) and stop == 0 and own[:1] in ([], ["of"]) and 1 <= len(other) < _NAME and plain


def _sum(parts: Sequence[Figure]) -> Decimal:
    return sum(
        ((part.low or Decimal(0)) * (100 if part.kind == "ratio" else 1) for part in parts), Decimal(0)
    )


def _is_list(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether commas part the shares, with `and` before the last."""
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    return all("," in gap or ";" in gap for gap in gaps[:-1]) and "and" in gaps[-1]


def _has_one(facts: Facts, part: Figure) -> bool:
    """`52% had a car`: of such things one may have several."""
    after = facts.words(part.last, part.last + 2)
    return after[:1] != [] and after[0] in group("possession") and after[1:] in (["a"], ["an"])


def _one_verb(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`22% speak Estovian and 24% speak another language`: one verb for all, and one for any other."""
    verbs = {facts.word(part.last) for part in parts[1:]}
    other = not group("any_other").isdisjoint(facts.words(parts[-1].last, parts[-1].last + _GAP // 2))
    return len(verbs) == 1 and not verbs & group("clause_marks") and other


def _gapped(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`Ms Brody took 46 per cent, Mr Anand 39 and the Green, in her first race, 15`: one verb for all."""
    first = facts.bounds(parts[0].first)[0]
    words = facts.words(first, parts[-1].last)
    if group("sharing").isdisjoint(facts.words(parts[0].first - 2, parts[0].first)):
        return False
    told = group("sharing") - {"on"} | group("verbs") | {"said"}
    alone = all(told.isdisjoint(facts.words(a.last, b.first)) for a, b in pairwise(parts))
    return alone and not group("contests").isdisjoint(words)


def _of_one(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`Half of the crop is exported, a quarter sold and a quarter kept`: fractions of one thing."""
    fractions = all(part.kind == "ratio" for part in parts)
    return fractions and [facts.word(part.last) == "of" for part in parts] == [True] + [False] * (
        len(parts) - 1
    )


def _elliptic(facts: Facts, first: int, parts: Sequence[Figure]) -> bool:
    """`Of the emissions, transport causes 38 per cent, industry 34 per cent and farming 28 per cent`."""
    opened = facts.word(first) == "of" and not facts.holds_number(first, parts[0].first)
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    told = group("verbs") | group("list_prepositions")
    return opened and all(2 <= len(gap) <= _NAME - 1 and not told.intersection(gap) for gap in gaps)


def _bracketed(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`Asia (44%), Europe (31%), the Americas (25%)`."""
    if any(facts.word(p.first - 1) != "(" or facts.word(p.last) != ")" for p in parts):
        return False
    return all(b.first - a.last <= _NAME + 2 for a, b in pairwise(parts))


def _named(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`Lasko 51.3%, Brandt 44.8%, Imre 3.9%`: a result, each share straight after a name."""
    if len(parts) < _LEAST or any(part.kind != "percent" for part in parts):
        return False
    names = [facts.tokens.text[part.first - 1] if part.first else "" for part in parts]
    gaps = [facts.words(a.last, b.first) for a, b in pairwise(parts)]
    return all(name[:1].isupper() for name in names) and all(
        len(gap) <= _NAME and gap[:1] in ([","], [";"], ["and"]) for gap in gaps
    )


def _is_made(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`is 60 per cent copper, 30 per cent zinc and 10 per cent tin`: what a thing consists of."""
    first = parts[0].first
    if not group("copulas").intersection(facts.words(first - 2, first)):
        return False
    return all(_stuff(facts, part) for part in parts)


def _stuff(facts: Facts, part: Figure) -> bool:
    """Whether a bare noun follows the share, up to a mark: `25 per cent butter`."""
    after = facts.words(part.last, part.last + 3)
    stop = next((i for i, word in enumerate(after) if word in group("list_marks") or word == "."), len(after))
    told = group("function_words") | group("verbs") | group("compares")
    return stop > 0 and not told.intersection(after[:stop])


def _rest_unnumbered(facts: Facts, part: Figure) -> bool:
    """`with the rest undecided` after the last share."""
    last = facts.bounds(part.first)[1]
    after = range(part.last, min(last, part.last + _CAMP))
    return any(facts.classes[i] == "remainder" and facts.word(i - 1) == "the" for i in after)


def _camps(facts: Facts, parts: Sequence[Figure]) -> bool:
    """`40% backed the strike and 70% opposed it`, each share with a camp of its own."""
    first, second = ({*_told(facts, part), *_told_before(facts, part)} for part in parts)
    gap = facts.words(parts[0].last, parts[1].first)
    joined = {"and", ",", "while", "against", "but"} & set(gap) or gap[-1:] == [";"]
    if len(gap) > _GAP or not joined:
        return False
    if facts.word(parts[1].last) == "of":
        return False
    return any(
        (first & favour and second & against) or (first & against and second & favour)
        for favour, against in _opposites()
    )


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(one), frozenset(other)) for one, other in load("relations")["opposites"].values())


def _told(facts: Facts, part: Figure) -> list[str]:
    """The words after a share up to the next mark or `and`."""
    words = facts.words(part.last, part.last + _CAMP)
    stop = next((i for i, word in enumerate(words) if word in (",", ";", "and", "while", ".")), len(words))
    return words[:stop]


def _told_before(facts: Facts, part: Figure) -> list[str]:
    """`In favour were 62 per cent`: the words of its clause before a share, if a verb is the last of them."""
    words = facts.words(max(facts.bounds(part.first)[0], part.first - _CAMP), part.first)
    start = max((i + 1 for i, word in enumerate(words) if word in (",", ";", "and", "while")), default=0)
    return words[start:] if words[-1:] and words[-1] in group("copulas") else []
