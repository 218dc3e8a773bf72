"""One person's age told twice: `Paul Aldo, 53, …`, then `Mr Aldo, 35`."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.repeats import Repeat

_ADULT = 10  # below, a child may bear a parent's name


def find_age_repeats(facts: Facts) -> Iterator[Repeat]:
    """Every age after a name that an earlier mention of the same name gives otherwise."""
    known: dict[str, tuple[str, Figure]] = {}
    for claim in facts.claims:
        figure = claim.figure
        if figure.kind != "age" or figure.low is None or facts.block(figure) == "headline":
            continue
        name = _name(facts, figure)
        if not name:
            continue
        given, earlier = known.setdefault(name[1], (name[0], figure))
        same = name[0] in ("", given) and (name[0] or given)
        if same and min(figure.low, earlier.low or 0) >= _ADULT and abs(figure.low - (earlier.low or 0)) > 1:
            yield Repeat(earlier, figure)


def _name(facts: Facts, age: Figure) -> tuple[str, str] | None:
    """The given name ('' after a title) and the surname straight before `, 53`; None for other ages."""
    place = age.first - 1
    if facts.word(place) != "," or age.last - age.first != 1 or facts.word(age.last) not in (",", "."):
        return None
    text = facts.tokens.text
    named = place >= 2 and text[place - 1][:1].isupper() and text[place - 2][:1].isupper()
    titled = place >= 3 and text[place - 2] == "." and facts.word(place - 3) in group("titles")
    if not named and not titled:
        return ("", facts.word(place - 1)) if _is_surname(facts, age, place - 1) else None
    before = facts.word(place - 3 if titled else place - 2)
    return ("" if before in group("titles") else before), facts.word(place - 1)


def _is_surname(facts: Facts, age: Figure, place: int) -> bool:
    """Whether a name alone opens the sentence and does something: `Roth, 57, is due in court`."""
    opens = place == facts.bounds(age.first)[0] and facts.tokens.text[place][:1].isupper()
    return opens and facts.word(age.last + 1) in group("copulas") | group("verbs") | group("modal_verbs")
