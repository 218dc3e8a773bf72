"""The command line: each command is one call on the library."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def _root() -> None:
    """Lists every figure in an article with its source and hedges."""


@app.command()
def scan(
    paths: list[str],
    format: Annotated[str, typer.Option("--format", "-f", help="table, json or jsonl")] = "json",
) -> None:
    """Scan articles."""
    from claimcheck.pipeline import analyse
    from claimcheck.readers import read
    from claimcheck.reports import json

    for path in paths:
        for document in read(path):
            if not isinstance(document, Exception):
                sys.stdout.write(json.render_line(analyse(document)))


def main() -> None:
    """Run the command line."""
    app()
