"""Who is in front in a poll, and by how much: `leads by 46 per cent to 45`, `Yes is winning. It is on …`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group, listed
from claimcheck.relations.polls import opens_margin
from claimcheck.relations.reading import is_points

_ALL = 100
_GAP = 6  # tokens between two shares set against each other
_SHARES = frozenset(["on", "at", "to", "for", "has", "have", "with", "against", "and", "by", "while"])
_FOLLOWING = 2  # sentences in which the shares of a lead are told
_MOST = 4  # shares of one question; more are of several
_ONE = Decimal(1)
_LISTS = ("nouns", "outcomes", "choices", "ranks")

Gap = tuple[Decimal, tuple[Figure, ...]]


@cache
def words_of_leads() -> frozenset[str]:
    """The words that may say who is in front."""
    return group("leading").union(*(listed("polls", f"leads.{name}") for name in _LISTS))


def is_lead(facts: Facts, index: int) -> bool:
    """Whether the word says who is in front: `ahead`, `in front of Ms Ade`, `would beat`, `the favourite`."""
    word = facts.word(index)
    if word == "front":
        return facts.word(index - 1) == "in" and facts.words(index + 1, index + 3) != ["of", "the"]
    if word in group("leading") and word != "most":
        return word != "prefer" or facts.word(index + 1) != "not"
    if word in listed("polls", "leads.nouns"):
        return _is_noun_of_lead(facts, index)
    if word in listed("polls", "leads.outcomes"):
        return not listed("polls", "leads.modals").isdisjoint(facts.words(index - 2, index))
    if word in listed("polls", "leads.choices"):
        return not listed("polls", "leads.voters").isdisjoint(facts.words(index - 2, index))
    if word in listed("polls", "leads.ranks"):
        return facts.word(index + 1) in listed("polls", "leads.ranked") or (
            word == "most" and facts.word(index + 1) in group("people")
        )
    return False


def _is_noun_of_lead(facts: Facts, index: int) -> bool:
    word, following = facts.word(index), facts.word(index + 1)
    if word == "second":
        return following == "place"
    if word == "upper":
        return following == "hand"
    return word != "pole" or following == "position"


def gap_of(facts: Facts, index: int) -> Gap | None:
    """By how much the lead at `index` is told to be one, and the figures that say so."""
    own = facts.tokens.sentence[index]
    if found := _gap(facts, _beside_margin(facts, index) or _below_headline(facts, index)):
        return found
    if found := _by_a_point(facts, index):
        return found
    if facts.article.document.blocks[facts.article.sentences[own].block].kind == "headline":
        return None
    if any(f.kind == "percent" for f in facts.lines.get(own, ())):
        return None
    for sentence in range(own + 1, min(own + 1 + _FOLLOWING, len(facts.article.sentences))):
        line = _up_to_margin(facts, sentence)
        if any(f.kind == "percent" for f in line):
            return _of_whole_poll(facts, sentence, line)
    return None


def _of_whole_poll(facts: Facts, sentence: int, line: Sequence[Figure]) -> Gap | None:
    """The gap of the first two shares, if they are the largest and of all who were asked."""
    words = facts.words(facts.article.sentences[sentence].first, facts.article.sentences[sentence].last)
    if not listed("polls", "denials.part").isdisjoint(words):
        return None
    shares = _shares(facts, line)
    told = [f.low for f in shares if f.low is not None]
    if not 2 <= len(told) <= _MOST or sum(told) > _ALL or any(share > min(told[:2]) for share in told[2:]):
        return None
    return abs(told[0] - told[1]), (shares[0], shares[1])


def _gap(facts: Facts, line: Sequence[Figure]) -> Gap | None:
    points = [f for f in line if is_points(f) and f.low is not None]
    shares = _shares(facts, line)
    if len(shares) >= 2 and shares[0].low is not None and shares[1].low is not None:
        return abs(shares[0].low - shares[1].low), (shares[0], shares[1])
    if len(points) == 1 and not shares and points[0].low is not None:
        return points[0].low, (points[0],)
    scores = [f for f in line if f.kind == "score" and f.low is not None and f.high is not None]
    if len(scores) == 1 and scores[0].low is not None and scores[0].high is not None:
        return abs(scores[0].low - scores[0].high), (scores[0],)
    return None


def _by_a_point(facts: Facts, index: int) -> Gap | None:
    """`trails by a point`, `a single point ahead`."""
    first, last = facts.bounds(index)
    for place in range(max(first, index - _GAP), min(last, index + _GAP)):
        single = facts.word(place) == "point" and facts.word(place - 1) in ("a", "single", "percentage")
        apart = "by" in facts.words(place - 3, place) or facts.word(place + 1) in ("ahead", "behind", "in")
        if single and apart:
            return _ONE, ()
    return None


def _shares(facts: Facts, line: Sequence[Figure]) -> list[Figure]:
    """The percentages, with bare numbers set against the one before: `46 per cent to his 45`."""
    shares = [f for f in line if f.kind == "percent" and f.low is not None]
    shares = [f for f in shares if facts.word(f.first - 1) != "from"]
    if len(shares) != 1 or shares[0].low is None:
        return shares
    for figure in line:
        bare = figure.kind == "count" and figure.unit is None and figure.low is not None and figure.low < _ALL
        if not bare:
            continue
        gap = facts.words(shares[0].last, figure.first)
        if gap and len(gap) <= _GAP and listed("calendar", "set_against") & set(gap):
            return [*shares, figure]
        if figure.first > shares[0].last and gap[-1:] and gap[-1] in _SHARES:
            return [*shares, figure] if facts.word(figure.last) in group("clause_marks") else shares
        back = facts.words(figure.last, shares[0].first)
        if back and len(back) <= _GAP and facts.word(shares[0].first - 1) in ("to", "against"):
            return [figure, *shares]
    return shares


def _beside_margin(facts: Facts, index: int) -> list[Figure]:
    """The figures of the sentence up to where it speaks of the margin of error, or behind that."""
    first, last = facts.bounds(index)
    line = facts.lines.get(facts.tokens.sentence[index], [])
    stop = next((i for i in range(first, last) if opens_margin(facts, i)), last)
    if stop < index:
        margin = next((f.last for f in line if f.first > stop), last)
        return [f for f in line if f.first >= margin] if margin <= index else []
    return [f for f in line if f.last <= stop]


def _up_to_margin(facts: Facts, sentence: int) -> list[Figure]:
    line = facts.lines.get(sentence, [])
    if not line:
        return []
    first, last = facts.bounds(line[0].first)
    stop = next((i for i in range(first, last) if opens_margin(facts, i)), last)
    return [f for f in line if f.last <= stop]


def _below_headline(facts: Facts, index: int) -> list[Figure]:
    """Where the headline has the lead, the figures of the first sentence below that has two shares."""
    blocks, sentences = facts.article.document.blocks, facts.article.sentences
    own = facts.tokens.sentence[index]
    if blocks[sentences[own].block].kind != "headline":
        return []
    for sentence in range(own + 1, min(own + 4, len(sentences))):
        line = [f for f in facts.lines.get(sentence, ()) if f.kind in ("percent", "score")]
        if line:
            return line if len(line) <= 2 else []
    return []
