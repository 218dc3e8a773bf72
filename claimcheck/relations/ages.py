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
        if (
            _one_person(given, name[0])
            and min(figure.low, earlier.low or 0) >= _ADULT
            and abs(figure.low - (earlier.low or 0)) > 1
        ):
            yield Repeat(earlier, figure)


def _one_person(first: str, second: str) -> bool:
    """Whether two given names or titles before one surname may be of one person; '' is a surname alone."""
    if first == second:
        return first != ""
    untold = group("titles") | {""}
    return (first in untold) != (second in untold)


def _name(facts: Facts, age: Figure) -> tuple[str, str] | None:
    """The given name or title ('' without) and the surname straight before `, 53`; None for other ages."""
    place = age.first - 1
    if facts.word(place) == "at" and place == facts.bounds(place)[0]:
        return _name_after(facts, age.last)
    if facts.word(place) != "," or age.last - age.first != 1 or facts.word(age.last) not in (",", "."):
        return None
    text = facts.tokens.text
    named = place >= 2 and text[place - 1][:1].isupper() and text[place - 2][:1].isupper()
    titled = place >= 3 and text[place - 2] == "." and facts.word(place - 3) in group("titles")
    if not named and not titled:
        return ("", facts.word(place - 1)) if _is_surname(facts, age, place - 1) else None
    return facts.word(place - 3 if titled else place - 2), facts.word(place - 1)


def _name_after(facts: Facts, last: int) -> tuple[str, str] | None:
    """`At 63, Ms Tran is …`, `At 63, Anna Tran …`: the name behind the comma."""
    text = facts.tokens.text
    first = last + 1
    if facts.word(last) != "," or first + 2 >= len(text):
        return None
    title = facts.word(first) if facts.word(first) in group("titles") else ""
    first += bool(title) + (facts.word(first + 1) == "." and bool(title))
    names = [name for name in text[first : first + 2] if name[:1].isupper()]
    now = facts.word(first + len(names)) in group("of_now")
    if not names or not now or not (title or len(names) == 2):
        return None  # `At 16, Ms Tran left school`
    return title or names[0].lower(), names[-1].lower()


def _is_surname(facts: Facts, age: Figure, place: int) -> bool:
    """Whether a name alone opens the sentence and does something: `Roth, 57, is due in court`."""
    opens = place == facts.bounds(age.first)[0] and facts.tokens.text[place][:1].isupper()
    return opens and facts.word(age.last + 1) in group("copulas") | group("verbs") | group("modal_verbs")
