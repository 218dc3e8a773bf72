"""The command line: each command is one call on the library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck import options as opt
from claimcheck.errors import InputError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_EXAMPLES = """\b
Examples:
  claimcheck scan article.txt                      the table, and what does not fit
  claimcheck scan drafts --advice --profile wire   with questions of practice, as an agency asks them
  claimcheck scan drafts -f table -f json=all.json two reports at once
  claimcheck scan drafts --select arithmetic,CC7   only these checks
  claimcheck scan archive --write-baseline known.json, then --baseline known.json: only what is new
  pbpaste | claimcheck scan - --fail-on error      from another program; exit code 1 when a sum is wrong
"""


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
    paths: opt.Paths,
    format: opt.Formats = None,
    output: opt.OutputFile = None,
    date: opt.Day = None,
    kinds: opt.Kinds = None,
    advice: opt.Advice = False,
    implied: opt.Implied = False,
    verbose: opt.Verbose = False,
    quiet: opt.Quiet = False,
    watch: opt.Watch = False,
    plain: opt.Plain = False,
    with_text: opt.WithText = False,
    stdin_filename: opt.StdinFilename = None,
    fail_on: opt.FailOnLevel = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    no_config: opt.NoConfig = False,
    baseline: opt.Baseline = None,
    write_baseline: opt.WriteBaseline = None,
) -> None:
    """List the figures of articles: reading, what is counted, source, flags."""
    from claimcheck import commands
    from claimcheck.reports.outputs import parse_outputs
    from claimcheck.reports.view import View
    from claimcheck.settings import Settings, parse_config, parse_date, parse_kinds, parse_names

    settings = Settings(
        parse_date(date), parse_kinds(kinds or []), parse_names(select or []), parse_names(ignore or []),
        profile, fail_on, parse_config(config, no_config=no_config),
    )  # fmt: skip
    view = View(settings.kinds is not None, verbose, advice, with_text, implied)
    run = commands.Run(verbose, quiet, plain, watch, stdin_filename, baseline, write_baseline)
    raise typer.Exit(commands.scan(paths, settings, parse_outputs(format or [], output), view, run))


@app.command()
def sources(
    paths: opt.Paths,
    format: opt.SourcesFormat = "table",
    output: opt.OutputFile = None,
    date: opt.Day = None,
    plain: opt.Plain = False,
) -> None:
    """Show who carries the story: each source with its figures, unnamed and single ones first."""
    from claimcheck import commands
    from claimcheck.settings import Settings, parse_date

    settings = Settings(parse_date(date))
    raise typer.Exit(commands.sources(paths, settings, format, output, plain=plain))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the JSON output."""
    from claimcheck.reports.schema import text

    typer.echo(text(), nl=False)


@app.command()
def why(text: opt.Sentences, date: opt.Day = None) -> None:
    """Show how a text is read: tokens, the rule behind each reading, what is set aside and why."""
    from claimcheck import commands
    from claimcheck.settings import Settings, parse_date

    typer.echo(commands.why(text, Settings(parse_date(date))), nl=False)


@app.command()
def config(
    path: opt.Place = Path(),
    sample: opt.Sample = False,
    profile: opt.Profile = None,
    file: opt.ConfigFile = None,
) -> None:
    """Show which settings hold for a path, and where each comes from."""
    from claimcheck import commands

    typer.echo(commands.config(path, profile, file, sample=sample), nl=False)


@app.command()
def explain(rule: opt.Rule) -> None:
    """Show the page of a check: what it does, why, an example, what it leaves alone, its source."""
    from claimcheck.manual import page

    typer.echo(page(rule), nl=False)


@app.command()
def rules() -> None:
    """List all checks: code, severity, name, what each finds."""
    from claimcheck.manual import rules as lines

    typer.echo("\n".join(lines()))


def main() -> None:
    """Run the command line."""
    from claimcheck.console import Exit, prepare_streams, quiet_pipe, tell

    prepare_streams()
    with quiet_pipe():
        try:
            app(prog_name="claimcheck")
        except InputError as error:
            tell(error)
            sys.exit(Exit.UNUSABLE)
        finally:
            sys.stdout.flush()
