"""The command line: each command is one call on the library."""

from __future__ import annotations

import gc
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.errors import InputError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class SourcesFormat(StrEnum):
    """Output formats of `claimcheck sources`."""

    table = "table"
    json = "json"


class Level(StrEnum):
    """Severities that make the exit code 1."""

    never = "never"
    error = "error"
    warning = "warning"
    advice = "advice"


_EXAMPLES = """\b
Examples:
  claimcheck scan article.txt                      the table, and what does not fit
  claimcheck scan drafts --advice --profile wire   with questions of practice, as an agency asks them
  claimcheck scan drafts -f table -f json=all.json two reports at once
  claimcheck scan drafts --select arithmetic,CC7   only these checks
  claimcheck scan archive --write-baseline known.json, then --baseline known.json: only what is new
  pbpaste | claimcheck scan - --fail-on error      from another program; exit code 1 when a sum is wrong
"""
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

Baseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Leave out the findings that this baseline has.")
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write all findings to a baseline; the exit code is 0."),
]


def _version(wanted: bool) -> None:
    if wanted:
        from claimcheck import __version__

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Every figure in a news article, with its source and hedges, and where figures do not fit."""


@app.command(epilog=_EXAMPLES)
def scan(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, folders of them, or -.")],
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME[=FILE]",
            help="table, json, jsonl, csv, xlsx, html, markdown, github, sarif, junit; repeat for several.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears whole."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DAY", help="Day of publication, 2022-03-23, over what the text says."
        ),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND,...", help="Only figures of these kinds; all, or money,percent and so on."
        ),
    ] = None,
    advice: Annotated[bool, typer.Option("--advice", help="Show questions of practice as well.")] = False,
    implied: Annotated[
        bool,
        typer.Option("--implied", help="Show what else the figures imply: wholes, amounts a head, a day."),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List the numbers set aside, and why.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line a figure and no colour, as through a pipe.")
    ] = False,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the text into the JSON.")] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option("--stdin-filename", metavar="NAME", help="Take standard input for a file of this name."),
    ] = None,
    fail_on: Annotated[
        Level | None,
        typer.Option("--fail-on", help="Exit with 1 when there is a finding this severe; never by default."),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
) -> None:
    """List the figures of articles: reading, what is counted, source, flags."""
    from claimcheck.commands import Watch, quiet_pipe, with_baseline, write
    from claimcheck.reports.outputs import parse_outputs
    from claimcheck.reports.view import View
    from claimcheck.scanning import scan as scan_paths
    from claimcheck.settings import Settings, parse_date, parse_kinds, parse_names

    settings = Settings(
        parse_date(date) if date else None, parse_kinds(kinds or []),
        parse_names(select or []), parse_names(ignore or []), profile,
        "never" if write_baseline else fail_on and fail_on.value,
        config=None if no_config else config or "nearest",
    )  # fmt: skip
    outputs = parse_outputs(format or [], output)
    view = View(settings.kinds is not None, verbose, advice, with_text, implied)
    watch = Watch(settings, verbose=verbose)
    gc.enable()  # see __main__
    with quiet_pipe():
        results = scan_paths(paths, settings, stdin_filename=stdin_filename)
        if baseline or write_baseline:
            results = with_baseline(results, baseline, write_baseline, verbose=verbose)
        write(watch.reports(results), outputs, view, plain=plain)
    raise typer.Exit(watch.exit)


@app.command()
def sources(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, folders of them, or -.")],
    format: Annotated[
        SourcesFormat, typer.Option("--format", "-f", help="What to print; json is one line an article.")
    ] = SourcesFormat.table,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears whole."),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="Day of publication, 2022-03-23.")
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="No colour, as through a pipe.")] = False,
) -> None:
    """Show who carries the story: each source with its figures, unnamed and single ones first."""
    from claimcheck.commands import Watch, quiet_pipe, write_sources
    from claimcheck.scanning import scan as scan_paths
    from claimcheck.settings import Settings, parse_date

    watch = Watch()
    gc.enable()  # see __main__
    settings = Settings(parse_date(date) if date else None)
    with quiet_pipe():
        write_sources(watch.reports(scan_paths(paths, settings)), format.value, output, plain=plain)
    raise typer.Exit(watch.exit)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the JSON output."""
    from claimcheck.reports.schema import text

    typer.echo(text(), nl=False)


@app.command()
def why(
    text: Annotated[
        str, typer.Argument(help="A sentence or two, in quotation marks; - reads standard input.")
    ],
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="Day of publication, 2022-03-23.")
    ] = None,
) -> None:
    """Show how a text is read: tokens, the rule behind each reading, what is set aside and why."""
    from claimcheck.commands import quiet_pipe
    from claimcheck.explain import explain, render
    from claimcheck.scanning import check_text
    from claimcheck.settings import Settings, parse_date

    given = sys.stdin.read() if text == "-" else text
    report = check_text(given, Settings(parse_date(date) if date else None))
    with quiet_pipe():
        typer.echo(render(explain(report)), nl=False)


@app.command()
def config(
    path: Annotated[Path, typer.Argument(help="An article or a folder.")] = Path(),
    sample: Annotated[bool, typer.Option("--sample", help="Print a commented sample to begin with.")] = False,
    profile: Profile = None,
    file: ConfigFile = None,
) -> None:
    """Show which settings hold for a path, and where each comes from."""
    from claimcheck.config.show import sample as text
    from claimcheck.config.show import shown

    typer.echo(text() if sample else shown(path, profile, file), nl=False)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="A check's code or name: CC401, percent-change.")],
) -> None:
    """Show the page of a check: what it does, why, an example, what it leaves alone, its source."""
    from claimcheck.manual import page

    typer.echo(page(rule), nl=False)


@app.command()
def rules() -> None:
    """List all checks: code, severity, name, what each finds."""
    from claimcheck.manual import rules as lines

    for line in lines():
        typer.echo(line)


def main() -> None:
    """Run the command line."""
    from claimcheck.commands import Exit, prepare_streams, quiet_pipe, tell

    prepare_streams()
    with quiet_pipe():
        try:
            app(prog_name="claimcheck")
        except InputError as error:
            tell(error)
            sys.exit(Exit.UNUSABLE)
        finally:
            sys.stdout.flush()
