"""A total announced before its parts: `39 instruments: 22 violins, 12 horns and five drums`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure
from claimcheck.relations.divided import told_apart
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.inventories import is_named
from claimcheck.relations.series import Series, taken_up
from claimcheck.relations.whole import Whole, whole_of

_LONGEST_LINK = 4  # words between `the 23 dead were` and the first part
_LEAST = 3  # parts of a list told with a verb
_APPOSED = 8  # words between a total and the comma that opens its parts


def announced(facts: Facts, total: Figure, series: Series) -> Whole | None:
    """`39 instruments: 22 violins, 12 horns and five drums`, and other links from a total to its parts."""
    link = facts.words(total.last, series.first)
    if not link or ";" in link or (taken_up(facts, series.parts[0]) and link[-1] != ","):
        return None
    if "open_list" in facts.classes[series.last : series.last + _LONGEST_LINK]:
        return None  # `four men and three women among them`
    if link[-1] in group("openers") | group("brackets"):
        if any(
            total.last <= f.first < series.first and f.kind == "duration"
            for f in facts.lines[facts.tokens.sentence[total.first]]
        ):
            return None  # `A jury of 12 took six hours: two on Monday and four on Tuesday`
        named = total.kind != "count" or all(is_named(facts, part) for part in series.parts)
        return whole_of(total, series, near=not series.closed) if named and _fills(facts, series) else None
    if ":" in link and series.closed and len(series.parts) >= _LEAST and _fills_from(facts, series, link):
        return whole_of(total, series, near=True)
    if made_of(link) or compound(facts, total, link):
        return whole_of(total, series)
    if link[-1] in group("copulas") and len(link) <= _LONGEST_LINK and facts.word(total.first - 1) == "the":
        return whole_of(total, series)
    if total.kind == "money" and len(link) <= _APPOSED and _with(link):
        alike_led = len({facts.word(part.last) for part in series.parts}) == 1 and len(series.parts) > 2
        return whole_of(total, series, closed=alike_led, near=alike_led)
    if link[-1] == ",":
        return _apposed(facts, total, series, link)
    told = link[-2:-1] == [","] and link[-1] in group("outcomes") and told_apart(facts, series.parts)
    return whole_of(total, series, near=True) if told or link[-2:] == [",", "with"] else None


def may_be_total(head: Figure) -> bool:
    """Whether the first figure of a list says what it counts, as a total does."""
    return head.kind != "count" or head.unit is not None


def made_of(link: Sequence[str]) -> bool:
    """`consisting of`, `comprising a house worth`: with at most the item before the first figure."""
    words = " ".join(link[-_LONGEST_LINK - 2 :])
    return any(f" {phrase} " in f" {words} " for phrase in group("made_of"))


def _with(link: Sequence[str]) -> bool:
    """`the tunnel will cost $2.4 billion, with the state paying $1.6 billion`."""
    return "with" in link[link.index(",") : link.index(",") + 2] if "," in link else False


def _fills_from(facts: Facts, series: Series, link: Sequence[str]) -> bool:
    """`worth $92m in all: Harlow took $38m, …`: few words lead to the list, which ends the sentence."""
    lead = len(link) - link.index(":") - 1
    return lead <= _LONGEST_LINK and not facts.holds_number(series.last, facts.bounds(series.first)[1])


def _fills(facts: Facts, series: Series) -> bool:
    """Whether the list goes on to the mark that closes it: no further figure stands before that."""
    opener = series.first - 1
    while facts.word(opener) in group("soft"):
        opener -= 1
    last = facts.bounds(opener)[1]
    mark = facts.word(opener)
    twin = ")" if mark == "(" else "" if mark == ":" else mark
    stop = next((i for i in range(series.last, last) if facts.word(i) == twin), last)
    single = any(
        facts.word(i) == "and" and facts.word(i + 1) in ("a", "an") for i in range(series.last, stop)
    )
    return not single and not facts.holds_number(series.last, stop)


def compound(facts: Facts, total: Figure, link: Sequence[str]) -> bool:
    """`the 12-member jury of five men and seven women`."""
    return (
        facts.tokens.glued(total.last) and link[0] == "-" and link[-1] == "of" and len(link) <= _LONGEST_LINK
    )


def _apposed(facts: Facts, total: Figure, series: Series, link: Sequence[str]) -> Whole | None:
    """`640 pupils, 315 boys and 335 girls`; `17 schools, six in the north and eight in the south`."""
    if not 2 <= len(link) <= _APPOSED or facts.tokens.glued(series.first):
        return None
    kinds = {part.unit for part in series.parts}
    people = total.unit in group("collective") and kinds <= group("kinds_of_people") and len(kinds) > 1
    if people and not series.singles and len(link) <= _LONGEST_LINK:
        of_a_kind = any(singular(word) in group("kinds_of_people") for word in link[:-2])
        return None if of_a_kind else whole_of(total, series)
    if total.kind != "count" or series.singles or not all(_bare(facts, part) for part in series.parts):
        return None
    following = {facts.word(part.last) for part in series.parts}
    if following & group("list_prepositions") & set(link):
        return None  # `14 went to dogs, nine to thieves and three to the snow`: itself a part
    sure = len(following) == 1 or (len(series.parts) > 2 and following <= group("list_prepositions"))
    return whole_of(total, series, near=True) if sure else None


def _bare(facts: Facts, part: Figure) -> bool:
    """Whether a number stands without its noun: `six in the north`, `five slightly`."""
    return part.unit is None or facts.word(part.last) in group("list_prepositions")
