"""The pictures of the review page: ranges, bounds and points of one thing on one scale, as inline SVG."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.figures.plurals import plural
from claimcheck.model import Claim
from claimcheck.reports.html_leaf import Leaf, shown
from claimcheck.reports.readings import reading
from claimcheck.reports.scales import Axis, Scale, scales
from claimcheck.values import replace


def pictures(leaf: Leaf) -> Iterator[str]:
    """A picture for each thing with several figures, or with a range or a bound."""
    drawn = scales(leaf.claims)
    if not drawn:
        return
    yield f'<section id="{leaf.id("scales")}"><h2>The figures side by side</h2>'
    for scale in drawn:
        yield from _picture(leaf, scale)
    yield "</section>"


def _picture(leaf: Leaf, scale: Scale) -> Iterator[str]:
    note = " <small>each step is ten times the last</small>" if scale.axis.steps_of_ten else ""
    yield f'<div class="scale"><h3>{shown(_name(scale))}{note}</h3>'
    for index in scale.claims:
        claim = leaf.claims[index]
        card = leaf.id("card", index)
        figure = claim.figure
        what = shown(f"{reading(figure)}, {leaf.source(claim)}")
        yield (
            f'<a class="row" href="#{card}" data-select="{card}">'
            f'<span class="name">{leaf.words(figure.start, figure.end)} '
            f'<span class="who">{shown(leaf.source(claim))}</span></span>'
            f'<svg role="img" aria-label="{what}">{"".join(_marks(claim, scale.axis))}</svg></a>'
        )
    ticks = "".join(_ticks(leaf, scale))
    yield f'<div class="row"><span></span><svg class="axis" aria-hidden="true">{ticks}</svg></div></div>'


def _name(scale: Scale) -> str:
    match scale.kind:
        case "count":
            return plural(scale.unit)
        case "percent":
            return "per cent"
        case "multiplier":
            return "times"
    return scale.unit


def _marks(claim: Claim, axis: Axis) -> Iterator[str]:
    figure = claim.figure
    low = None if figure.low is None else axis.place(figure.low)
    high = None if figure.high is None else axis.place(figure.high)
    yield _line("rule", 0, 1)
    if low is None and high is not None:
        yield _line("open-line", 0, high) + _end(high)
    elif high is None and low is not None:
        yield _line("open-line", low, 1) + _end(low)
    elif low is not None and high is not None and low != high:
        yield _line("bar-line", low, high) + _end(low) + _end(high)
    elif low is not None:
        kind = "about-point" if figure.modifier == "approx" else "point"
        yield f'<circle class="{kind}" cx="{low:.2%}" cy="12" r="5"/>'


def _line(kind: str, start: float, end: float) -> str:
    return f'<line class="{kind}" x1="{start:.2%}" x2="{end:.2%}" y1="12" y2="12"/>'


def _end(place: float) -> str:
    return f'<line class="end" x1="{place:.2%}" x2="{place:.2%}" y1="4" y2="20"/>'


def _ticks(leaf: Leaf, scale: Scale) -> Iterator[str]:
    sample = replace(leaf.claims[scale.claims[0]].figure, modifier="exact")
    for tick in scale.axis.ticks():
        place = scale.axis.place(tick)
        anchor = "start" if place < 0.05 else "end" if place > 0.95 else "middle"
        label = reading(replace(sample, low=tick, high=tick, unit=_sign(scale)))
        yield f'<line class="rule" x1="{place:.2%}" x2="{place:.2%}" y1="0" y2="5"/>'
        yield f'<text x="{place:.2%}" y="17" text-anchor="{anchor}">{shown(label)}</text>'


def _sign(scale: Scale) -> str | None:
    """The unit where it is short enough to stand at every tick: a currency's sign."""
    return scale.unit if scale.kind == "money" else None
