"""An exact figure is called approximate.

What it does
    Finds "about", "nearly" and "some" before a figure with four digits or more and no nought at its end.

Why it matters
    Either the figure is known and the word is wrong, or it is not and the digits are.

Example
    Wrong: About 1,237 people signed.
    Right: About 1,200 people signed.

What it leaves alone
    Figures that end in a nought, years, and figures with a scale word.

Source
    The New York Times manual on "some" and "about".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.decimals import is_multiple
from claimcheck.relations import Facts, Relations

CODE = "CC202"
NAME = "approximate-exact"
FAMILY = "hedge"
SEVERITY = "advice"
NEEDS = ("modifier approx",)

_LONG = 1000


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Approximations with more digits than they bear."""
    for claim in facts.claims:
        figure = claim.figure
        if (
            figure.modifier != "approx"
            or figure.low is None
            or figure.low != figure.high
            or figure.grain != 1
        ):
            continue
        if figure.kind in ("count", "money") and figure.low >= _LONG and not is_multiple(figure.low, 10):
            question = f"Is {shown(facts, figure)} exact or approximate?"
            yield Concern(span_of(figure), question, None, (figure,))
