"""Two figures side by side for one thing: `222 (12%)`, `one in five, or 20%`, `10 miles (16km)`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.fractions import spread_fraction
from claimcheck.relations.reading import factor, leads, per_unit
from claimcheck.values import frozen

_OF_THE = 4  # words between part and whole in `84 of the town's 300`
_POINTING = 3  # words of `The figure,`
_EXACT = 8  # words from a figure to `by the harbour master's count`
_NOUN = 7  # words between a figure and the mark that opens its twin: its unit and noun


@frozen
class Twin:
    """`second` says the same as `first` in other terms; `how` is what joins them."""

    first: Figure
    second: Figure
    how: str


@frozen
class Share:
    """`part` of `whole` is stated to be `percent`; `near` if only the figures say so."""

    part: Figure
    whole: Figure
    percent: Figure
    near: bool = False


def find_twins(facts: Facts) -> Iterator[Twin]:
    """Every figure that is followed by its twin in brackets, between dashes or after `or`."""
    for line in facts.lines.values():
        for first, second in pairwise(line):
            if {first.kind, second.kind} == {"count", "percent"}:
                first, second = spread_fraction(facts, first), spread_fraction(facts, second)
            how = _joint(facts, first, second)
            if how:
                yield Twin(first, second, how)
    yield from _taken_up(facts)


def _taken_up(facts: Facts) -> Iterator[Twin]:
    """`Half had relapsed. That 40 per cent figure …`: a share that points back to the one before."""
    for sentence, line in facts.lines.items():
        later = line[0]
        if later.kind not in ("percent", "ratio") or not _points_back(facts, later):
            continue
        before = [spread_fraction(facts, f) for f in facts.lines.get(sentence - 1, ())]
        before = [f for f in before if f.kind in ("percent", "ratio")]
        if len(before) == 1 and before[0].kind != later.kind:
            yield Twin(before[0], later, "figure")


def _points_back(facts: Facts, later: Figure) -> bool:
    """`That 40 per cent figure`; `The figure, 40 per cent,`; `That is 40 per cent`."""
    if facts.word(later.first - 1) in ("that", "this", "the"):
        return facts.word(later.last) in group("share_names")
    first = facts.bounds(later.first)[0]
    opening = facts.words(first, later.first)
    pointing = (
        opening[:1] in (["the"], ["that"], ["this"]) and opening[1:2] and opening[1] in group("share_names")
    )
    if not pointing or len(opening) != _POINTING:
        return False
    aside = opening[-1] in group("clause_marks") and facts.word(later.last) in group("clause_marks")
    return aside or (opening[-1] in group("copulas") and facts.word(later.last) in group("clause_marks"))


def _joint(facts: Facts, first: Figure, second: Figure) -> str:
    gap = facts.words(first.last, second.first)
    if not gap or len(gap) > _NOUN + 3:
        return ""
    if gap[:2] in (["of", "those"], ["of", "these"], ["of", "them"]) and facts.word(second.last) == "of":
        return ""  # `a quarter of those, about 12 per cent of the house`
    if ")" in gap or per_unit(facts, first) != per_unit(facts, second):
        return ""
    tail = [word for word in gap if word not in group("soft")]
    if tail[-1:] == ["of"] and tail[-2:-1] and tail[-2] in listed("changes", "change_nouns"):
        tail = tail[:-2]  # `nine degrees Fahrenheit (a drop of five Celsius)`
    if tail and tail[-1] in group("brackets") and not _new_noun(facts, second):
        return "bracket"
    if tail and tail[-1] == "or" and (len(tail) == 1 or tail[-2] in (",", *group("dashes"), "(")):
        return "or"
    if len(tail) >= 1 and tail[-1] in group("dashes") and _closes(facts, second):
        return "dash"
    if tail and tail[-1] in (",", ":") and _is_exact(facts, second):
        return "exact"
    coins = first.kind == second.kind == "money" and first.unit != second.unit
    ended = _ends_or_of(facts, second) or _ends(facts, second)
    if coins and tail[-1:] == [","] and len(gap) <= _OF_THE + 1 and ended:
        return "comma"
    if tail[-1:] == [","] and len(gap) <= _OF_THE and _in_other_units(first, second):
        plain = group("list_prepositions") - {"of", "by"} | {".", ","}
        return "comma" if facts.word(second.last) in plain else ""
    if gap[-2:] == ["which", "is"] and {first.kind, second.kind} == {"ratio", "percent"}:
        return "or"
    if tail and tail[-1] == ":" and _ends(facts, second):
        return "exact"
    shares = {first.kind, second.kind} == {"ratio", "percent"}
    named = gap[-1] == "of" and len(gap) > 2 and gap[-2] in group("share_nouns") and "," in gap
    named = named and not (facts.classes[second.first - 2] == "fall" and "to" in leads(facts, first))
    if shares and (gap[-2:] == [",", "at"] or named):
        return "comma"
    if shares and gap[-1] == "," and len(gap) <= _OF_THE + 1 and _ends_or_of(facts, second):
        return "comma"
    return ""


def _in_other_units(first: Figure, second: Figure) -> bool:
    """Whether two measures are of one dimension, one in metric units and one in others."""
    if first.kind != "measure" or second.kind != "measure" or factor(first.unit, second.unit) is None:
        return False
    metric = listed("tallies", "units.metric")
    return ((first.unit or "") in metric) != ((second.unit or "") in metric)


def _ends_or_of(facts: Facts, figure: Figure) -> bool:
    """Whether a comma closes the figure, or `of those asked` and a comma."""
    after = facts.words(figure.last, figure.last + _OF_THE + 1)
    of_them = after[1:2] and after[1] in group("pronouns") - {"those"}  # `half, 40 per cent of them women`
    return after[:1] == [","] or (after[:1] == ["of"] and not of_them and "," in after[2:])


def _ends(facts: Facts, figure: Figure) -> bool:
    """Whether the sentence ends with the figure, or goes on only to say who says so."""
    after = facts.words(figure.last, figure.last + 2)
    return after[:1] in ([], ["."]) or after == [",", "according"]


def _is_exact(facts: Facts, figure: Figure) -> bool:
    """Whether the text calls this the exact figure: `112 at the last count`, `2,140,000, to be exact`."""
    after = facts.words(figure.last, figure.last + _EXACT)
    return bool(group("exactly") & set(after)) or "in all" in " ".join(after[:4])


def _new_noun(facts: Facts, figure: Figure) -> bool:
    """Whether the figure in the bracket goes on to another matter: `(three of them children)`."""
    return facts.word(figure.last) == "of" or facts.word(figure.last) in group("verbs")


def _closes(facts: Facts, figure: Figure) -> bool:
    """Whether a dash or the sentence's end follows within a few words."""
    return any(
        word in group("dashes") or word in (".", ",") for word in facts.words(figure.last, figure.last + 3)
    )
