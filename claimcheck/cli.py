"""The command line: each command is one call on the library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck import help as page
from claimcheck import options as opt

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": page.WIDEST},
    cls=page.Contents,
    epilog=page.ROOT,
)


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


@app.command(cls=page.Page, epilog=page.SCAN)
def scan(
    paths: opt.Paths,
    date: opt.Day = None,
    stdin_filename: opt.StdinFilename = None,
    format: opt.Formats = None,
    output: opt.OutputFile = None,
    kinds: opt.Kinds = None,
    advice: opt.Advice = False,
    implied: opt.Implied = False,
    verbose: opt.Verbose = False,
    plain: opt.Plain = False,
    with_text: opt.WithText = False,
    fail_on: opt.FailOnLevel = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    no_config: opt.NoConfig = False,
    baseline: opt.Baseline = None,
    write_baseline: opt.WriteBaseline = None,
    quiet: opt.Quiet = False,
    watch: opt.Watch = False,
    jobs: opt.Jobs = "1",
    resume: opt.Resume = None,
    cache: opt.Cache = False,
    cache_dir: opt.CacheFolder = None,
) -> None:
    """List the figures of articles, and where they do not fit.

    Each figure comes with its reading, what is counted, who says so and what a checker would want to know;
    then come the sums that do not come out. What cannot be read is named, and the rest is scanned.
    """
    from claimcheck import commands
    from claimcheck import settings as given
    from claimcheck.outcome import Run
    from claimcheck.reports.outputs import parse_outputs
    from claimcheck.reports.view import View

    settings = given.Settings(
        given.parse_date(date), given.parse_kinds(kinds or []), given.parse_names(select or []),
        given.parse_names(ignore or []), profile, fail_on, given.parse_config(config, no_config=no_config),
    )  # fmt: skip
    view = View(settings.kinds is not None, verbose, advice, with_text, implied)
    run = Run(
        verbose, quiet, plain, watch, stdin_filename, baseline, write_baseline,
        given.parse_jobs(jobs), given.parse_cache(cache_dir, usual=cache), resume,
    )  # fmt: skip
    raise typer.Exit(commands.scan(paths, settings, parse_outputs(format or [], output), view, run))


@app.command(cls=page.Page, epilog=page.SOURCES)
def sources(
    paths: opt.Paths,
    format: opt.SourcesFormat = "table",
    output: opt.OutputFile = None,
    date: opt.Day = None,
    plain: opt.Plain = False,
) -> None:
    """Show who carries the story, unnamed and single sources first.

    Each source comes with its figures; at the end stand those whom the article gives no figure.
    """
    from claimcheck import commands
    from claimcheck.settings import Settings, parse_date

    settings = Settings(parse_date(date))
    raise typer.Exit(commands.sources(paths, settings, format, output, plain=plain))


@app.command(cls=page.Page, epilog=page.ARCHIVE)
def archive(
    source: opt.Archive,
    target: opt.ArchiveOutput,
    engine: opt.Engine = "local",
    cluster: opt.Cluster = None,
    jobs: opt.ArchiveJobs = "1",
    quiet: opt.Quiet = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
) -> None:
    """Write the claims of millions of articles to parquet.

    On this machine, on Spark or on Ray. Each parquet or JSON-lines file is a shard with an output and a mark
    of its own: what was interrupted goes on where it stopped when the same command is given again.
    """
    from claimcheck.commands import scan_archive
    from claimcheck.settings import Settings, parse_jobs, parse_names

    settings = Settings(
        select=parse_names(select or []), ignore=parse_names(ignore or []), profile=profile, config=config
    )
    raise typer.Exit(scan_archive(source, target, engine, settings, cluster, parse_jobs(jobs), quiet=quiet))


@app.command(cls=page.Page, epilog=page.WHY)
def why(text: opt.Sentences, date: opt.Day = None) -> None:
    """Show how a text is read, rule by rule.

    The words as they are divided, the rule behind each reading, what is set aside and why. For a report of a
    figure that was misread.
    """
    from claimcheck import commands
    from claimcheck.settings import Settings, parse_date

    typer.echo(commands.why(text, Settings(parse_date(date))), nl=False)


@app.command(cls=page.Page, epilog=page.EXPLAIN)
def explain(rule: opt.Rule) -> None:
    """Show the page of a check.

    What it does, why it matters, an example, what it leaves alone, and the source of the rule.
    """
    from claimcheck import manual

    typer.echo(manual.page(rule), nl=False)


@app.command(cls=page.Page, epilog=page.RULES)
def rules() -> None:
    """List all checks: code, severity, name, what each finds."""
    from claimcheck import manual

    typer.echo("\n".join(manual.rules()))


@app.command(cls=page.Page, epilog=page.CONFIG)
def config(
    path: opt.Place = Path(),
    sample: opt.Sample = False,
    profile: opt.Profile = None,
    file: opt.ConfigFile = None,
) -> None:
    """Show which settings hold for a path, and where each comes from.

    The nearest claimcheck.toml, or pyproject.toml with [tool.claimcheck], holds; options are stronger than
    it, and it is stronger than its profile.
    """
    from claimcheck import commands

    typer.echo(commands.config(path, profile, file, sample=sample), nl=False)


@app.command(cls=page.Page, epilog=page.SCHEMA)
def schema() -> None:
    """Print the JSON Schema of the JSON output.

    It is the schema of -f json; each line of -f jsonl is one of its Document objects.
    """
    from claimcheck.reports.schema import text

    typer.echo(text(), nl=False)


def main() -> None:
    """Run the command line."""
    from claimcheck.console import heed_termination, whole_process

    heed_termination()
    with whole_process():
        app(prog_name="claimcheck")
