"""Two figures side by side for one thing: `222 (12%)`, `one in five, or 20%`, `10 miles (16km)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, leads, per_unit
from claimcheck.values import frozen

_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"], ["of", "whom"])
_OF_THE = 4  # words between part and whole in `84 of the town's 300`
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
    """`part` of `whole` is stated to be `percent`; the three figures stand together."""

    part: Figure
    whole: Figure
    percent: Figure


def find_twins(facts: Facts) -> Iterator[Twin]:
    """Every figure that is followed by its twin in brackets, between dashes or after `or`."""
    for line in facts.lines.values():
        for first, second in pairwise(line):
            how = _joint(facts, first, second)
            if how:
                yield Twin(first, second, how)
    yield from _taken_up(facts)


def _taken_up(facts: Facts) -> Iterator[Twin]:
    """`Half had relapsed. That 40 per cent figure …`: a share that points back to the one before."""
    for sentence, line in facts.lines.items():
        later = line[0]
        before = [f for f in facts.lines.get(sentence - 1, ()) if f.kind in ("percent", "ratio")]
        if later.kind not in ("percent", "ratio") or len(before) != 1 or before[0].kind == later.kind:
            continue
        pointed = facts.word(later.first - 1) in ("that", "this", "the")
        if pointed and facts.word(later.last) in group("share_names"):
            yield Twin(before[0], later, "figure")


def _joint(facts: Facts, first: Figure, second: Figure) -> str:
    gap = facts.words(first.last, second.first)
    if not gap or len(gap) > _NOUN + 3:
        return ""
    if ")" in gap or per_unit(facts, first) != per_unit(facts, second):
        return ""
    tail = [word for word in gap if word not in group("soft")]
    if tail and tail[-1] in group("brackets") and not _new_noun(facts, second):
        return "bracket"
    if tail and tail[-1] == "or" and (len(tail) == 1 or tail[-2] in (",", *group("dashes"), "(")):
        return "or"
    if len(tail) >= 1 and tail[-1] in group("dashes") and _closes(facts, second):
        return "dash"
    if tail and tail[-1] in (",", ":") and _is_exact(facts, second):
        return "exact"
    if gap[-2:] == ["which", "is"] and {first.kind, second.kind} == {"ratio", "percent"}:
        return "or"
    if tail and tail[-1] == ":" and _ends(facts, second):
        return "exact"
    shares = {first.kind, second.kind} == {"ratio", "percent"}
    named = gap[-1] == "of" and len(gap) > 2 and gap[-2] in group("share_nouns") and "," in gap
    if shares and (gap[-2:] == [",", "at"] or named):
        return "comma"
    if shares and gap[-1] == "," and len(gap) <= _OF_THE + 1 and _ends_or_of(facts, second):
        return "comma"
    return ""


def _ends_or_of(facts: Facts, figure: Figure) -> bool:
    """Whether a comma closes the figure, or `of those asked` and a comma."""
    after = facts.words(figure.last, figure.last + _OF_THE + 1)
    return after[:1] == [","] or (after[:1] == ["of"] and "," in after[2:])


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


def find_part_shares(facts: Facts, twins: Sequence[Twin]) -> Iterator[Share]:
    """Counts given with their per cent, where the whole is named too: `of 640 hens, 96 (15%)`."""
    in_sentence: dict[int, list[Twin]] = {}
    for twin in twins:
        in_sentence.setdefault(facts.tokens.sentence[twin.first.first], []).append(twin)
    for sentence, line in facts.lines.items():
        percents = [f for f in line if f.kind in ("percent", "ratio") and f.low is not None]
        counts = [f for f in line if f.kind in ("count", "money", "duration") and f.low is not None]
        counts = [f for f in line if f.kind == "measure" and f.low is not None and counts] + counts
        counts.sort(key=lambda f: f.first)
        for percent in percents:
            found = _share_of(facts, sentence, percent, counts, in_sentence.get(sentence, ()))
            if found and _measured_alike(facts, found):
                yield found


def _measured_alike(facts: Facts, share: Share) -> bool:
    """Whether part and whole can be divided: in one unit, and of time only as `six years of his term`."""
    if share.whole.kind == "duration":
        return facts.word(share.part.last) == "of" and share.part.unit == share.whole.unit
    if share.part.kind == "count" and facts.word(share.part.last) == "of":
        return True
    return share.whole.kind != "measure" or share.part.unit in (None, share.whole.unit)


def _share_of(
    facts: Facts, sentence: int, percent: Figure, counts: Sequence[Figure], twins: Sequence[Twin]
) -> Share | None:
    if stated := _restated(facts, percent, counts, twins) or _apposed_share(facts, percent, counts):
        return stated
    if stated := _spelled_out(facts, percent, counts) or _of_its(facts, percent, counts):
        return stated
    part = _twin_of(percent, twins) or _before_share_noun(facts, percent, counts)
    part = part or _apposed(facts, percent, counts)
    if part is None or part not in counts:
        return None
    place = counts.index(part)
    if place and _is_whole(facts, part) and part.first - counts[place - 1].last <= _OF_THE:
        return Share(counts[place - 1], part, percent)
    wholes = [f for f in counts if f is not part and f.kind == part.kind and _is_whole(facts, f)]
    if not wholes and facts.word(percent.last) != "of":
        wholes = [
            f
            for f in counts
            if f.last <= part.first and f.kind == part.kind and (f.low or 0) > (part.low or 0)
        ]
    if not wholes and (_takes_up(facts, sentence, part) or _is_bare(part)):
        wholes = [f for f in facts.lines.get(sentence - 1, ()) if f.kind == part.kind and f.low is not None]
    return Share(part, wholes[0], percent) if len(wholes) == 1 else None


def _restated(facts: Facts, percent: Figure, counts: Sequence[Figure], twins: Sequence[Twin]) -> Share | None:
    """`45% of the town's 6,000 residents – 2,700 people – have signed`."""
    for twin in twins:
        whole, part = twin.first, twin.second
        near = facts.word(percent.last) == "of" and 0 < whole.first - percent.last <= _NOUN
        if near and whole in counts and part in counts and alike(part, whole):
            return Share(part, whole, percent)
        if twin.first is percent and percent.last < part.first:
            bare = part.kind == "count" and part.unit is None
            before = [f for f in counts if f.last <= percent.first and (bare or alike(f, part))]
            if (
                len(before) == 1
                and part in counts
                and facts.words(percent.last, percent.last + 2) in _OF_THEM
            ):
                return Share(part, before[0], percent)
    return None


def _apposed_share(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`75 workers, 20 percent of the 250`; `a third of the 400 shops, 105, stand empty`."""
    if facts.word(percent.last) != "of":
        return None
    whole = next((f for f in counts if 0 < f.first - percent.last <= _NOUN), None)
    if whole and whole.first - percent.last > _OF_THE + 1 and facts.word(whole.first - 1) != "of":
        whole = None
    if whole is None or not whole.low:
        return _of_all(facts, percent, counts)
    before = [f for f in counts if f.last <= percent.first and percent.first - f.last <= _OF_THE]
    after = [f for f in counts if f.first >= whole.last and f.first - whole.last <= _OF_THE]
    if share := _accounts_for(facts, percent, whole, counts):
        return share
    for part in before[-1:]:
        gap = facts.words(part.last, percent.first)
        if (
            gap
            and gap[-1] in (",", "or", "(", *group("dashes"))
            and _smaller(part, whole)
            and "and" not in gap
        ):
            return Share(part, whole, percent)
    for part in after[:1]:
        gap = facts.words(whole.last, part.first)
        closed = facts.word(part.last) in (",", ")", ".", *group("dashes"))
        if gap[-1:] == [","] and closed and _smaller(part, whole) and part.unit in (None, whole.unit):
            return Share(part, whole, percent)
    return None


def _accounts_for(facts: Facts, percent: Figure, whole: Figure, counts: Sequence[Figure]) -> Share | None:
    """`The 4,300 foreign workers account for 16 percent of its population of 27,000`."""
    before = [f for f in counts if f.last <= percent.first]
    if not before or percent.first - before[-1].last > _NOUN:
        return None
    gap = facts.words(before[-1].last, percent.first)
    told = any(" ".join(gap).endswith(verb) for verb in group("share_verbs"))
    part = before[-1]
    return Share(part, whole, percent) if told and "," not in gap and _smaller(part, whole) else None


def _of_all(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`In a town of 8,000, some 2,000 people, a quarter of the population, have left`."""
    after = facts.words(percent.last, percent.last + _OF_THE + 1)
    if len(after) < 4 or after[1] not in ("the", "its", "their") or after[2] not in group("whole_nouns"):
        return None
    if after[3] not in group("clause_marks"):
        return None
    before = [f for f in counts if f.last <= percent.first and f.kind == "count"]
    if len(before) != 2 or facts.word(percent.first - 1) not in (",", "or", "("):
        return None
    small, large = sorted(before, key=lambda f: f.low or 0)
    return Share(small, large, percent) if _smaller(small, large) else None


def _spelled_out(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`45 per cent of the force: 350 of 1,000 officers`."""
    after = [f for f in counts if f.first >= percent.last][:2]
    if len(after) < 2 or facts.word(after[0].last) != "of" or after[1].first - after[0].last > _OF_THE - 1:
        return None
    gap = facts.words(percent.last, after[0].first)
    joined = gap[-1:] and gap[-1] in (":", "(", *group("dashes"))
    return Share(after[0], after[1], percent) if joined and len(gap) <= _NOUN and _smaller(*after) else None


def _of_its(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Share | None:
    """`The fund, worth $80 billion, lost $4 billion or 5 percent of its value`."""
    before = [f for f in counts if f.last <= percent.first]
    if len(before) != 2 or facts.words(percent.last, percent.last + 2) != ["of", "its"]:
        return None
    whole, part = before
    joined = facts.words(part.last, percent.first) in (["or"], [",", "or"], ["("])
    worth = facts.word(whole.first - 1) in group("worth")
    return Share(part, whole, percent) if joined and worth and alike(part, whole) else None


def _smaller(part: Figure, whole: Figure) -> bool:
    """Whether one count can be of the other: smaller, and of no other noun."""
    whole_nouns = group("collective") | group("whole_nouns")
    nouns = None in (part.unit, whole.unit) or part.unit == whole.unit or whole.unit in whole_nouns
    bare = part.kind == "count" and part.unit is None and whole.kind == "measure"
    return (part.kind == whole.kind or bare) and (part.low or 0) < (whole.low or 0) and nouns


def _twin_of(percent: Figure, twins: Sequence[Twin]) -> Figure | None:
    for twin in twins:
        if twin.second is percent:
            return twin.first
        if twin.first is percent:
            return twin.second
    return None


def _before_share_noun(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Figure | None:
    """`45,000 of the 90,000 voters, a turnout of 50%`; `1,260 sat the exam and 945 passed, a rate of 75%`."""
    named = group("share_nouns").intersection(facts.words(percent.first - 3, percent.first))
    if not named or facts.word(percent.last) == "of":
        return None
    if leads(facts, percent)[:1] == ["of"]:
        before = [f for f in counts if f.last <= percent.first and not _is_whole(facts, f)]
        if len(before) == 2 and (before[0].low or 0) > (before[1].low or 0):
            return before[1]
        return before[0] if len(before) == 1 else None
    after = [f for f in counts if f.first >= percent.last]
    return after[0] if len(after) == 2 and _is_whole(facts, after[1]) else None


def _apposed(facts: Facts, percent: Figure, counts: Sequence[Figure]) -> Figure | None:
    """`27 of the 90 seats, 40 per cent`: a percentage between commas straight after part and whole."""
    before = [f for f in counts if f.last <= percent.first]
    closed = facts.word(percent.last) in (",", ".", ";") or _of_whole(facts, percent)
    if len(before) < 2 or not closed or not _is_whole(facts, before[-1]):
        return None
    gap = facts.words(before[-1].last, percent.first)
    return before[-1] if gap[-1:] == [","] and len(gap) <= _NOUN else None


def _of_whole(facts: Facts, percent: Figure) -> bool:
    """`60% of the total`, `55% of the chamber`: of what is given in figures before."""
    after = facts.words(percent.last, percent.last + _OF_THE)
    return (after[:2] == ["of", "the"] and after[3:4] in ([","], ["."])) or (
        after[:1] == ["of"] and after[2:3] in ([","], ["."])
    )


def _is_whole(facts: Facts, figure: Figure) -> bool:
    """Whether `of` governs the figure, and not a pronoun before it (`of whom 480`)."""
    if group("pronouns") - {"that"} & set(facts.words(figure.first - 2, figure.first)):
        return False
    return leads(facts, figure)[:1] == ["of"]


def _is_bare(part: Figure) -> bool:
    """Whether a count names no thing of its own: `It found bacteria in 64, or 10 per cent`."""
    return part.kind == "count" and part.unit is None and part.modifier == "exact"


def _takes_up(facts: Facts, sentence: int, part: Figure) -> bool:
    """Whether the sentence of `part` speaks of the total before it: `Of those, 222 (12%)`, `222 of them`."""
    first = facts.article.sentences[sentence].first
    opening = facts.word(first) == "of" and facts.word(first + 1) in group("pronouns")
    return opening or (facts.word(part.last) == "of" and facts.word(part.last + 1) in group("pronouns"))
