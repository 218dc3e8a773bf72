"""The options and arguments of the commands, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, get_args

import typer

from claimcheck.config.values import FailOn
from claimcheck.reports.outputs import FORMATS

READING, SHOWING = "What is read", "What is shown"
JUDGING, RUNNING = "What is checked", "While it runs"
LEVELS: tuple[str, ...] = get_args(FailOn)
SOURCES_FORMATS = ("table", "json")
ENGINES = ("local", "spark", "ray")


def _listed(names: tuple[str, ...]) -> Callable[[str], list[str]]:
    """What a shell may complete an option's value to."""
    return lambda incomplete: [name for name in names if name.startswith(incomplete)]


_FORMAT_NAMES = tuple(format.name for format in FORMATS)

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Articles, folders of them, addresses, or - for standard input."),
]
Place = Annotated[Path, typer.Argument(metavar="PATH", help="An article or a folder.")]
Rule = Annotated[str, typer.Argument(metavar="CHECK", help="A check's code or name: CC401, percent-change.")]
Sentences = Annotated[
    str, typer.Argument(metavar="TEXT", help="A sentence or two, in quotation marks; - reads standard input.")
]

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[=FILE]",
        help=f"{', '.join(_FORMAT_NAMES)}; repeat for several.",
        autocompletion=_listed(_FORMAT_NAMES),
        rich_help_panel=SHOWING,
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
        rich_help_panel=SHOWING,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write here; the file appears whole.", rich_help_panel=SHOWING
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        help="Day of publication, 2022-03-23, over what the text says.",
        rich_help_panel=READING,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND,...",
        help="Only figures of these kinds; all, or money,percent and so on.",
        rich_help_panel=SHOWING,
    ),
]
Advice = Annotated[
    bool, typer.Option("--advice", help="Show questions of practice as well.", rich_help_panel=SHOWING)
]
Implied = Annotated[
    bool,
    typer.Option(
        "--implied",
        help="Show what else the figures imply: wholes, amounts a head, a day.",
        rich_help_panel=SHOWING,
    ),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="List the numbers set aside, and why.", rich_help_panel=SHOWING),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="On standard error nothing but errors: no notes, no progress.",
        rich_help_panel=RUNNING,
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch",
        help="Scan again whenever a file is saved, until Ctrl-C (exit code 130).",
        rich_help_panel=RUNNING,
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", help="One line a figure and no colour, as through a pipe.", rich_help_panel=SHOWING
    ),
]
WithText = Annotated[
    bool, typer.Option("--with-text", help="Put the text into the JSON.", rich_help_panel=SHOWING)
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Take standard input for a file of this name.", rich_help_panel=READING
    ),
]
FailOnLevel = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help=f"Exit with 1 when there is a finding this severe: {', '.join(LEVELS)}; never by default.",
        autocompletion=_listed(LEVELS),
        rich_help_panel=JUDGING,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CHECK,...",
        help="Only these checks, by code, name or family: CC4, total, poll.",
        rich_help_panel=JUDGING,
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="CHECK,...", help="All checks but these.", rich_help_panel=JUDGING)
]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="A desk's severities and number style: wire, bbc, magazine.",
        rich_help_panel=JUDGING,
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="This configuration, not the one nearest to each article.",
        rich_help_panel=JUDGING,
    ),
]
NoConfig = Annotated[
    bool, typer.Option("--no-config", help="Read no configuration.", rich_help_panel=JUDGING)
]
Sample = Annotated[bool, typer.Option("--sample", help="Print a commented sample to begin with.")]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Leave out the findings that this baseline has.", rich_help_panel=JUDGING
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Write all findings to a baseline; the exit code is 0.", rich_help_panel=JUDGING
    ),
]
Jobs = Annotated[
    str,
    typer.Option(
        metavar="N",
        help="Share the work among so many processes; auto is one a core.",
        rich_help_panel=RUNNING,
    ),
]
Resume = Annotated[
    Path | None,
    typer.Option(
        metavar="JOURNAL",
        help="Note in this file what is done, and go on where it ends; needs -o.",
        rich_help_panel=RUNNING,
    ),
]
Cache = Annotated[
    bool,
    typer.Option(
        "--cache",
        help="Keep analyses in your cache folder, for the same texts next time.",
        rich_help_panel=RUNNING,
    ),
]
CacheFolder = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir", metavar="DIR", help="Keep them in this folder instead.", rich_help_panel=RUNNING
    ),
]
Archive = Annotated[str, typer.Argument(metavar="INPUT", help="A parquet or JSON-lines file, or a folder.")]
ArchiveOutput = Annotated[str, typer.Argument(metavar="OUTPUT", help="The folder for the claims.")]
Engine = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help=f"What scans it: {', '.join(ENGINES)}.",
        autocompletion=_listed(ENGINES),
        rich_help_panel=RUNNING,
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The engine's cluster, else the one it is set up for.",
        rich_help_panel=RUNNING,
    ),
]
ArchiveJobs = Annotated[
    str,
    typer.Option("--jobs", metavar="N", help="Shards at once; auto is one a core.", rich_help_panel=RUNNING),
]
