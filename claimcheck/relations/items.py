"""How many things a plain list of words names, as few and as many as it can be read."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.relations.facts import Facts, group
from claimcheck.relations.people import count_people

_MARKS = frozenset(['"', "“", "”"])
_ITEM = 6  # words in a list item that can be told from a clause
_TAILED = 20  # words in the items up to the end of a clause about the last
_PARALLEL = 12  # words in an item where all begin alike: `a levy on plastic and a ban on straws`


def count_items(facts: Facts, first: int, last: int) -> tuple[int, int] | None:
    """The fewest and the most items that the words [first, last) hold; None if they are no plain list."""
    if quoted := _quoted(facts.words(first, last)):
        return quoted, quoted
    while last > first and facts.word(last - 1) in group("list_closers"):
        last -= 1
    words = facts.words(first, last)
    if clauses := _clauses(words):
        return clauses, clauses
    if people := count_people(facts, first, last):
        return people
    if (
        not words
        or facts.holds_figure(first, last)
        or not _is_plain(facts, first, _clause(facts, first, last))
    ):
        return None
    items = _split(words, ";" if ";" in words else ",")
    longest = _PARALLEL if ";" in words or _parallel(items) else _ITEM
    if any(not item or len(item) > longest for item in items[:-1]) or not items[-1]:
        return None
    if len(items[-1]) > (_TAILED if _clause(facts, first, last) < last else longest):
        return None
    counted = _counted(items)
    if counted is None:
        return None
    asides = _asides(facts, first, items)
    return counted[0] - asides, counted[1]


def _clause(facts: Facts, first: int, last: int) -> int:
    """Where a clause about the last item begins: `and the way in which families are told of a death`."""
    joint = next((i for i in range(last - 1, first, -1) if facts.word(i) in group("joiners")), last)
    tail = range(joint + 2, last)
    if facts.word(joint + 1) not in group("articles") or any(
        facts.word(i) in group("clause_marks") for i in tail
    ):
        return last
    return next((i for i in tail if facts.word(i) in ("in", "of", "which", "that")), last)


def _quoted(words: Sequence[str]) -> int:
    """How many titles in quotation marks make up the list; 0 if anything but commas and `and` parts them."""
    count, inside, joined = 0, False, False
    for word in words:
        if word in _MARKS:
            inside = not inside
            count += inside
        elif not inside and word not in (",", ";", ".") and word not in group("joiners"):
            return 0
        elif not inside:
            joined = joined or word in group("joiners")
    return 0 if inside or not joined else count


def _asides(facts: Facts, first: int, items: Sequence[Sequence[str]]) -> int:
    """How many items may only describe the name before them: `Ann Dahl, a poet, Ben Roth, a critic, …`."""
    asides, place, named = 0, first, False
    for item in items:
        if named and item[0] in group("articles") | group("possessives"):
            asides += 1
        named = facts.tokens.text[place][:1].isupper() or (
            item[0] in group("joiners") and facts.tokens.text[place + 1][:1].isupper()
        )
        place += len(item) + 1
    return asides


def _clauses(words: Sequence[str]) -> int:
    """How many clauses begin with the same word: `that the work be done, that … and that …`."""
    head = words[0] if words else ""
    if head not in group("clause_heads"):
        return 0
    marks = {",", ";", *group("joiners")}
    places = [i for i, word in enumerate(words) if word == head and (i == 0 or words[i - 1] in marks)]
    joined = len(places) > 1 and words[places[-1] - 1] in group("joiners")
    return len(places) if joined else 0


def _counted(items: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    last = items[-1]
    opened = last[0] in group("joiners")
    inner = [sum(word in group("joiners") for word in item[1:-1]) for item in items]
    if len(items) == 1 and inner == [1] and _parallel([_halves(last)[0], _halves(last)[1]]):
        return 2, 2
    if not (opened or inner[-1]) or (len(items) == 1 and len(last) > _ITEM):
        return None
    fewest = len(items) + (0 if opened else 1)
    return fewest, len(items) + sum(inner)


def _halves(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    place = next(i for i, word in enumerate(words[1:-1], 1) if word in group("joiners"))
    return words[:place], words[place + 1 :]


def _parallel(items: Sequence[Sequence[str]]) -> bool:
    """Whether all items begin with an article, or with a verb in -ing."""
    heads = [next((word for word in item if word not in group("joiners")), "") for item in items]
    articles = group("articles")
    return all(head in articles for head in heads) or all(head.endswith("ing") for head in heads)


def _is_plain(facts: Facts, first: int, last: int) -> bool:
    """Whether no clause, aside, quotation or number stands in the list."""
    if facts.holds_number(first, last):
        return False
    texts = facts.tokens.text
    return not any(
        facts.word(i) in group("not_listed") and not texts[i][:1].isupper() for i in range(first, last)
    )


def _split(words: Sequence[str], separator: str) -> list[list[str]]:
    items: list[list[str]] = [[]]
    for word in words:
        if word == separator:
            items.append([])
        else:
            items[-1].append(word)
    return items


def names_end(facts: Facts, first: int, last: int) -> int | None:
    """Where a list of names or of `the …` ends, just after its last item; None if it is no such list."""
    joined = False
    for i in range(first, last):
        text = facts.tokens.text[i]
        if facts.word(i) in ("and", "or"):
            joined = True
        elif text == ",":
            if joined:
                return i
        elif text in (".", ";"):
            return i if joined else None
        elif not (text[0].isupper() or facts.word(i) == "the" or facts.word(i - 1) == "the"):
            return _end_of_clause(facts, i) if joined else None
    return last if joined else None


def _end_of_clause(facts: Facts, place: int) -> int | None:
    """A verb after the last name ends the list: `Ray Moss and Tim Drew were charged`."""
    return place if facts.word(place) in group("verbs") | group("modal_verbs") - {"of"} else None
