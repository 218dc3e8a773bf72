"""The help: every command has examples that work, and every width and every pipe can read it."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.config.profiles import names
from claimcheck.reports.outputs import FORMATS

ROOT: Any = get_command(app)
COMMANDS = tuple(ROOT.commands)
EXAMPLE = re.compile(r"^ +(?:.*\| )?claimcheck (\w+)(.*)$", re.MULTILINE)


def shown(*arguments: str, columns: int = 80) -> str:
    done = CliRunner().invoke(
        app, [*arguments, "--help"], env={"COLUMNS": str(columns)}, prog_name="claimcheck"
    )
    assert done.exit_code == 0
    return done.stdout


def test_the_commands_are_listed_whole_and_in_the_order_of_use() -> None:
    listed = shown().partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert tuple(line.split()[0] for line in listed) == COMMANDS
    assert COMMANDS[0] == "scan"
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize(("columns", "widest"), [(80, 80), (140, 110)])
def test_no_line_is_wider_than_the_terminal(command: str, columns: int, widest: int) -> None:
    lines = shown(*command.split(), columns=columns).splitlines()
    assert max(map(len, lines)) <= widest
    assert not any("\x1b" in line or line != line.rstrip() for line in lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_are_understood(command: str) -> None:
    examples = EXAMPLE.findall(shown(command).partition("Examples:\n")[2])
    assert examples
    for name, rest in examples:
        bare = re.split(r" {2,}| [|>] ", f"{rest} ")[0]
        with ROOT.commands[name].make_context(name, shlex.split(bare)) as context:
            assert (name, context.invoked_subcommand) == (command, None)


def test_options_stand_in_groups() -> None:
    page = shown("scan")
    headings = re.findall(r"^(\S.*):$", page, re.MULTILINE)
    assert headings == ["Arguments", "What is read", "What is shown", "What is checked", "While it runs",
                        "Options", "Examples", "Exit codes", "Environment"]  # fmt: skip
    assert page.startswith("Usage: claimcheck scan [OPTIONS] PATH...\n")


def test_the_help_knows_all_formats_and_profiles() -> None:
    page = " ".join(shown("scan").split())
    assert ", ".join(format.name for format in FORMATS) in page
    assert ", ".join(names()) in page
