"""A vote with more voters than the body has members: `the 12 jurors … by a majority of 11 to two`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure, Span
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.limits import Excess

_CLAUSE = 9  # words from `voted` to the score
_NOUN = 5  # words between the votes for and those against: `by 28 votes to 19`


def find_overvotes(facts: Facts) -> Iterator[Excess]:
    """Votes that count more members than the one body of the sentence, or of the one before, has."""
    for sentence, line in facts.lines.items():
        cast = _vote(facts, line)
        if cast is None:
            continue
        votes, total = cast
        bodies = _bodies(facts, line, votes) or _bodies(facts, facts.lines.get(sentence - 1, []), votes)
        if len(bodies) == 1 and (size := _size(facts, bodies[0])) and size < total <= size * 2:
            span = Span(votes[0].start, votes[-1].end)
            reason = f"{total:,} votes are more than the {size:,} members"
            yield Excess(span, reason, (*votes, bodies[0]))


def _vote(facts: Facts, line: Sequence[Figure]) -> tuple[Sequence[Figure], Decimal] | None:
    """The figures of the one vote of a sentence and the votes cast: `11 to two`, `28 votes to 19`."""
    scores = [figure for figure in line if figure.kind == "score"]
    if len(scores) == 1 and _is_cast(facts, scores[0]):
        sides = [n.value for n in facts.numerals_in(scores[0].first, scores[0].last)]
        if len(sides) == 2 and None not in sides:
            return scores, sum((side or Decimal(0) for side in sides), Decimal(0))
    for place, figure in enumerate(line[:-1]):
        against = line[place + 1]
        gap = facts.words(figure.last, against.first)
        opposed = figure.unit == "vote" and len(gap) <= _NOUN and gap[-1:] in (["to"], ["against"])
        bare = gap == ["to"] and facts.word(figure.first - 1) in group("balloting") | {"by"}
        opposed = opposed or (bare and _is_cast(facts, figure))
        if opposed and figure.low is not None and against.low is not None and against.kind == "count":
            return line[place : place + 2], figure.low + against.low
    return None


def _is_cast(facts: Facts, score: Figure) -> bool:
    """Whether a word for voting stands near the score, in its own clause."""
    near = facts.words(max(facts.bounds(score.first)[0], score.first - _CLAUSE), score.last + _NOUN)
    return ";" not in near and not group("balloting").isdisjoint(near)


def _bodies(facts: Facts, line: Sequence[Figure], votes: Sequence[Figure]) -> list[Figure]:
    """The figures that say how many sit on a body: `the 12 jurors`, `a jury of 12`, `its nine members`."""
    return [
        f for f in line if f not in votes and f.kind == "count" and f.low == f.high and _is_body(facts, f)
    ]


def _size(facts: Facts, body: Figure) -> Decimal | None:
    """How many sit on the body: `a jury of seven men and five women` are twelve."""
    joint = next((i for i in range(body.last, body.last + 3) if facts.word(i) == "and"), None)
    more = facts.numerals_in(joint + 1, joint + 2) if joint else ()
    return (body.low or Decimal(0)) + (more[0].value or Decimal(0)) if more else body.low


def _is_body(facts: Facts, figure: Figure) -> bool:
    if facts.word(figure.first - 1) == "of" and facts.word(figure.first - 2) in group("voting_bodies"):
        return True
    after = facts.words(figure.last, figure.last + 3)
    if after[:1] == ["strong"]:
        return True
    if after[:1] == ["-"]:
        return after[1:2] in (["member"], ["strong"], ["man"], ["seat"], ["judge"], ["person"])
    whole = facts.word(figure.first - 1) in group("definite") or facts.word(figure.first - 1) in (
        "has",
        "had",
    )
    return whole and (
        figure.unit in group("members_of_bodies") or singular(after[0]) in group("members_of_bodies")
    )
