"""Who carries the story, on a terminal: the sources with colour, folded to its width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.model import Report
from claimcheck.reports.sources import OWN_VOICE, Carried, Carrier, backing, lay_out

_UNNAMED, _SECOND_HAND, _ASIDE = "bold red", "yellow", "dim"


def write(reports: Iterable[Report], console: Console) -> None:
    """Print the sources of each report as it is done."""
    for index, report in enumerate(reports):
        if index:
            console.print()
        console.print(sources(report), highlight=False)


def sources(report: Report) -> RenderableType:
    """One report: title, sources with their figures, figures without a source, sources without a figure."""
    carriers = lay_out(report)
    parts: list[RenderableType] = [Text(carriers.title, "bold"), Text(carriers.facts, _ASIDE)]
    for carrier in carriers.giving:
        parts += [Text(), _head(carrier), _table(carrier.figures)]
    if carriers.own:
        parts += [Text(), Text(OWN_VOICE, "bold"), _table(carriers.own)]
    if carriers.silent:
        parts += [Text(), Text.assemble(("Without a figure: ", _ASIDE), _list(carriers.silent))]
    return Group(*parts)


def _head(carrier: Carrier) -> Text:
    return Text.assemble((carrier.name, "bold"), (" · ", _ASIDE), (carrier.standing, _style(carrier)))


def _list(carriers: Sequence[Carrier]) -> Text:
    entries = (Text(f"{c.name} ({c.standing})", _style(c)) for c in carriers)
    return Text("; ", _ASIDE).join(entries)


def _style(carrier: Carrier) -> str:
    if carrier.source.anonymous:
        return _UNNAMED if carrier.figures else "red"
    return _SECOND_HAND if carrier.source.kind == "media" else _ASIDE


def _table(figures: Sequence[Carried]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for style, ratio in ((_ASIDE, None), ("bold", 3), ("", 2), (_ASIDE, 4)):
        table.add_column(style=style, overflow="fold", ratio=ratio)
    for figure in figures:
        table.add_row(*map(Text, (figure.place, figure.figure, figure.reading, backing(figure))))
    return Padding(table, (0, 0, 0, 2))
