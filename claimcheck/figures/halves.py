"""`in half`: a multiple after verbs of cutting (`cut its forecast in half`), two parts elsewhere."""

from __future__ import annotations

from claimcheck.figures import shares
from claimcheck.figures.surroundings import word_beside
from claimcheck.lexicon import words
from claimcheck.model import WORD, Numeral, Tokens

_SEARCHED = 12  # tokens back to the verb


def in_half(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether `in half` ends its phrase here, or an adverbial follows: not `in half an hour`."""
    at, last = numeral.first, numeral.last
    if last - at != 1 or tokens.lower[at] != "half" or word_beside(tokens, at, -1) != "in":
        return False
    ended = last >= len(tokens) or tokens.kind[last] != WORD or tokens.sentence[last] != tokens.sentence[at]
    return ended or (
        tokens.lower[last] in words("words") and tokens.lower[last] not in ("a", "an", "the", "of")
    )


def cut_in_half(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a verb that makes less of an amount stands before: not `cut the cake in half`."""
    first = max(0, numeral.first - _SEARCHED)
    near = {
        tokens.lower[at]
        for at in range(first, numeral.first)
        if tokens.sentence[at] == tokens.sentence[numeral.first]
    }
    return not (near.isdisjoint(shares.words("halving")) or near.isdisjoint(shares.words("amounts")))
