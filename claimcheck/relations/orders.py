"""Things numbered off after they are announced: `three reasons. First, …; second, …`."""

from __future__ import annotations

from claimcheck.lexicon import load
from claimcheck.model import Figure
from claimcheck.relations.facts import Facts, group

_MOST = 12  # longer lists are seldom whole
_AHEAD = 3  # sentences from `four reasons` to `First, …`


def numbered_off(facts: Facts, sentence: int, figure: Figure) -> tuple[int, int, int] | None:
    """The tokens of the first sentence that counts, and how many there are, if more than announced."""
    sentences = facts.article.sentences
    if figure.unit not in group("orderly"):
        return None
    start = sentence + 1
    while start < min(len(sentences), sentence + _AHEAD) and not _opened(facts, start, 0):
        start += 1
    count, place = 0, start
    while count < _MOST and place < len(sentences) and place - start <= 2 * count + 1:
        count += _opened(facts, place, count)
        place += 1
    if count < 2 or count <= (figure.low or 0):
        return None
    return sentences[start].first, sentences[start].last, count


def _opened(facts: Facts, sentence: int, rank: int) -> int:
    """How many clauses of a sentence begin with the next ordinals: `First, …; second, …; and third, …`."""
    ranks = load("relations")["order"]["ranks"]
    if sentence >= len(facts.article.sentences) or rank >= len(ranks):
        return 0
    first, last = facts.article.sentences[sentence].first, facts.article.sentences[sentence].last
    if facts.word(first) not in ranks[rank]:
        return 0
    count = 1
    for place in range(first + 1, last):
        following = place + 1 + (facts.word(place + 1) == "and")
        counted = rank + count < len(ranks) and facts.word(following) in ranks[rank + count]
        if facts.word(place) in (";", ",") and counted and facts.word(following + 1) in (",", "that"):
            count += 1
    return count
