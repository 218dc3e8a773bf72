"""The ordinary scan, read from the command line without Typer.

Typer takes as long to load as five articles take to scan. So `scan` with paths, `--format` and the plain
switches, which is how other programs and most people call it, is read here. Whatever else stands in the
arguments, right or wrong, is left to Typer, which reads these as well: a test compares the two.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from claimcheck.values import frozen

SWITCHES = {
    "--advice": "advice", "--implied": "implied", "--verbose": "verbose", "-v": "verbose",
    "--plain": "plain", "--with-text": "with_text", "--quiet": "quiet", "-q": "quiet",
}  # fmt: skip
FORMAT = ("--format", "-f")


@frozen
class OrdinaryScan:
    """What to scan, the formats as given, and which switches are on."""

    paths: tuple[str, ...]
    formats: tuple[str, ...]
    switches: frozenset[str]


def read(arguments: Sequence[str]) -> OrdinaryScan | None:
    """The scan that `arguments` ask for, or None where they hold anything that is not ordinary."""
    if arguments[:1] != ["scan"] or sys.platform == "win32":  # there Typer expands wildcards
        return None
    paths, formats, switches = [], [], set()
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in FORMAT:
            formats.append(next(rest, "-"))
        elif argument.startswith("--format="):
            formats.append(argument.removeprefix("--format="))
        elif argument in SWITCHES:
            switches.add(SWITCHES[argument])
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            paths.append(argument)
    if not paths or any(name.startswith("-") for name in formats):
        return None
    return OrdinaryScan(tuple(paths), tuple(formats), frozenset(switches))


def scan(asked: OrdinaryScan) -> int:
    """Scan, and give the exit code. Raises InputError as `claimcheck.commands.scan` does."""
    from claimcheck import commands
    from claimcheck.outcome import Run
    from claimcheck.reports.outputs import parse_outputs
    from claimcheck.reports.view import View
    from claimcheck.settings import Settings

    on = asked.switches
    view = View(False, "verbose" in on, "advice" in on, "with_text" in on, "implied" in on)
    run = Run("verbose" in on, "quiet" in on, "plain" in on)
    outputs = parse_outputs(asked.formats, None)
    return commands.scan(list(asked.paths), Settings(config="nearest"), outputs, view, run)
