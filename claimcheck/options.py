"""The options and arguments of the commands, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, get_args

import typer

from claimcheck.config.values import FailOn
from claimcheck.reports.outputs import FORMATS

LEVELS: tuple[str, ...] = get_args(FailOn)
SOURCES_FORMATS = ("table", "json")


def _listed(names: tuple[str, ...]) -> Callable[[str], list[str]]:
    """What a shell may complete an option's value to."""
    return lambda incomplete: [name for name in names if name.startswith(incomplete)]


_FORMAT_NAMES = tuple(format.name for format in FORMATS)

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, folders of them, or -.")]
Place = Annotated[Path, typer.Argument(help="An article or a folder.")]
Rule = Annotated[str, typer.Argument(help="A check's code or name: CC401, percent-change.")]
Sentences = Annotated[
    str, typer.Argument(help="A sentence or two, in quotation marks; - reads standard input.")
]

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[=FILE]",
        help=f"{', '.join(_FORMAT_NAMES)}; repeat for several.",
        autocompletion=_listed(_FORMAT_NAMES),
    ),
]
SourcesFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="table, or json: one line an article.",
        autocompletion=_listed(SOURCES_FORMATS),
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears whole."),
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="DAY", help="Day of publication, 2022-03-23, over what the text says."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND,...", help="Only figures of these kinds; all, or money,percent and so on."),
]
Advice = Annotated[bool, typer.Option("--advice", help="Show questions of practice as well.")]
Implied = Annotated[
    bool, typer.Option("--implied", help="Show what else the figures imply: wholes, amounts a head, a day.")
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="List the numbers set aside, and why.")]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="On standard error nothing but errors: no notes, no progress.")
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Scan again whenever a file is saved, until Ctrl-C (exit code 130).")
]
Plain = Annotated[bool, typer.Option("--plain", help="One line a figure and no colour, as through a pipe.")]
WithText = Annotated[bool, typer.Option("--with-text", help="Put the text into the JSON.")]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="NAME", help="Take standard input for a file of this name.")
]
FailOnLevel = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help=f"Exit with 1 when there is a finding this severe: {', '.join(LEVELS)}; never by default.",
        autocompletion=_listed(LEVELS),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="CHECK,...", help="Only these checks, by code, name or family: CC4, total, poll."),
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CHECK,...", help="All checks but these.")]
Profile = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A desk's severities and number style: wire, bbc, magazine."),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="This configuration, not the one nearest to each article."),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no configuration.")]
Sample = Annotated[bool, typer.Option("--sample", help="Print a commented sample to begin with.")]
Baseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Leave out the findings that this baseline has.")
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write all findings to a baseline; the exit code is 0."),
]
