"""Writes the parts of the README and of `docs` that the code knows better: `python -m claimcheck.reference`.

A part stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. A test compares them with the code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
SAMPLE = "samples/ferry.txt"
_COLUMNS = 80


def filled(page: str) -> str:
    """`page` with every generated part that it has written anew."""
    for name, part in PARTS.items():
        before, begin, rest = page.partition(f"<!-- begin {name} -->\n")
        if begin:
            _, end, after = rest.partition(f"<!-- end {name} -->")
            body = "\n".join(part()).rstrip() + "\n"
            page = "".join((before, begin, body, end, after))
    return page


def options() -> Iterator[str]:
    """Every command with its options."""
    from typer.main import get_command

    from claimcheck.cli import app
    from claimcheck.help import grouped

    commands: dict[str, Any] = getattr(get_command(app), "commands", {})
    for name, command in commands.items():
        arguments = " ".join(_argument(p) for p in command.params if p.param_type_name == "argument")
        yield f"**`claimcheck {name} {arguments}`**".replace(" `**", "`**")
        yield f"\n{' '.join(command.help.split())}\n"
        groups = grouped(p for p in command.params if p.param_type_name == "option")
        for heading, parameters in groups.items():
            yield from _table((heading.lower(), ""), [(_spelling(p), p.help or "") for p in parameters])
            yield ""


def flags() -> Iterator[str]:
    """Every flag with its meaning."""
    from claimcheck.reports.flags import FLAGS

    yield from _table(("flag", "what it says"), [(f"`{flag.name}`", flag.meaning) for flag in FLAGS])


def formats() -> Iterator[str]:
    """Every report format, with how its files are named."""
    from claimcheck.reports.outputs import FORMATS

    rows = [(f"`{format.name}`", f"`{format.suffix}`", format.meaning) for format in FORMATS]
    yield from _table(("format", "file", "what it is"), rows)


def checks() -> Iterator[str]:
    """Every check with its code, severity and first sentence."""
    from claimcheck.rulebook import all_rules

    rows = [(f"{c.code}", f"`{c.name}`", c.severity, c.page.split("\n", 1)[0]) for c in all_rules()]
    yield from _table(("code", "name", "severity", "what it finds"), rows)


def profiles() -> Iterator[str]:
    """Every setting of every profile with the published rule behind it."""
    from claimcheck.config.profiles import grounds

    rows = [(f"`{g.profile}`", f"`{g.setting}`", g.value, g.source) for g in grounds()]
    yield from _table(("profile", "setting", "", "published rule"), rows)


def schema() -> Iterator[str]:
    """Every key of the JSON output, by object."""
    from claimcheck.reports.schema import text

    published = json.loads(text())
    for name, value in published["$defs"].items():
        yield f"**{name}**: {value['description']}\n"
        rows = [(f"`{key}`", _type(part), part["description"]) for key, part in value["properties"].items()]
        yield from _table(("key", "", ""), rows)
        yield ""


def archive() -> Iterator[str]:
    """Every column of an archive's output."""
    from claimcheck.archive.schema import COLUMNS

    rows = [(f"`{column.name}`", column.type, column.meaning) for column in COLUMNS]
    yield from _table(("column", "type", "what stands in it"), rows)


def sample() -> Iterator[str]:
    """What a terminal of 80 columns shows of the sample, without its colours."""
    from contextlib import chdir
    from io import StringIO

    from rich.console import Console

    from claimcheck.model import Report
    from claimcheck.reports import terminal
    from claimcheck.reports.view import View
    from claimcheck.scanning import scan

    shown = StringIO()
    with chdir(ROOT):
        reports = [found for found in scan(SAMPLE) if isinstance(found, Report)]
    terminal.write(reports, View(), Console(width=_COLUMNS, file=shown))
    yield f"```console\n$ claimcheck scan {SAMPLE}"
    yield from (line.rstrip() for line in shown.getvalue().splitlines())
    yield "```"


def _argument(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _spelling(parameter: Any) -> str:
    values = parameter.metavar or "|".join(getattr(parameter.type, "choices", []))
    names = ", ".join(f"`{name}`" for name in parameter.opts)
    return f"{names} `{values}`".replace("|", "\\|") if values else names


def _type(part: dict[str, Any]) -> str:
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "anyOf" in part:
        return " or ".join(_type(choice) for choice in part["anyOf"])
    if part.get("type") == "array":
        return f"[{_type(part['items'])}]"
    if "enum" in part:
        return ", ".join(f"`{json.dumps(value) if value is None else value}`" for value in part["enum"])
    types = part.get("type", "")
    return " or ".join(types) if isinstance(types, list) else str(types)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "sample": sample,
    "options": options,
    "flags": flags,
    "formats": formats,
    "checks": checks,
    "profiles": profiles,
    "schema": schema,
    "archive": archive,
}


def main() -> None:
    """Write the parts of all pages."""
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
