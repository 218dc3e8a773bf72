"""The flags a claim can carry: what each says, and how loudly the table shows it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Weight = Literal["source", "doubt", "bound"]


class Flag(NamedTuple):
    """`weight` groups flags: who says it, how surely, and which way the figure is open."""

    name: str
    weight: Weight
    meaning: str


FLAGS = (
    Flag("unattributed", "source", "nobody is named as saying it: the article says it in its own voice"),
    Flag("anonymous", "source", "the source is a person or people without a name"),
    Flag("second-hand", "source", "another outlet, social media or state media is the source"),
    Flag("low-confidence", "doubt", "the article says that confidence in the figure is low"),
    Flag("estimate", "doubt", "said or marked to be an estimate, a forecast or an approximation"),
    Flag("hedge", "doubt", "a word weakens the claim: may, could, suggest, believe, reportedly"),
    Flag("wide-range", "doubt", "the high end is more than twice the low end"),
    Flag("range", "bound", "two ends are given; both are kept, never a midpoint"),
    Flag("upper", "bound", "only the top is given: up to, as many as, no more than"),
    Flag("lower", "bound", "only the bottom is given: at least, more than, over"),
    Flag("vague", "bound", "a quantity without a number: dozens, thousands, several"),
)
WEIGHTS: dict[str, Weight] = {flag.name: flag.weight for flag in FLAGS}
