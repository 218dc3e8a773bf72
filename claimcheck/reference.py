"""Writes the parts of the README that the code knows better: `python -m claimcheck.reference`.

A part stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. A test compares them with the code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SAMPLE = "samples/ferry.txt"
PICTURE = ROOT / "samples" / "ferry.svg"
_COLUMNS = 100
_FONTS = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)  # rich would have them fetched from a server


def filled(readme: str) -> str:
    """`readme` with every generated part written anew."""
    for name, part in PARTS.items():
        before, begin, rest = readme.partition(f"<!-- begin {name} -->\n")
        _, end, after = rest.partition(f"<!-- end {name} -->")
        body = "\n".join(part()).rstrip() + "\n"
        readme = "".join((before, begin, body, end, after))
    return readme


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


def picture() -> str:
    """The terminal's table of the sample, as SVG."""
    from contextlib import chdir
    from io import StringIO

    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME

    from claimcheck.model import Report
    from claimcheck.reports import terminal
    from claimcheck.reports.view import View
    from claimcheck.scanning import scan

    console = Console(
        width=_COLUMNS, record=True, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    with chdir(ROOT):
        reports = [found for found in scan(SAMPLE) if isinstance(found, Report)]
    terminal.write(reports, View(), console)
    return console.export_svg(
        title=f"claimcheck scan {SAMPLE}",
        theme=SVG_EXPORT_THEME,
        code_format=_FONTS.sub("", CONSOLE_SVG_FORMAT),
        unique_id="claimcheck",
    )


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
    "options": options,
    "flags": flags,
    "formats": formats,
    "checks": checks,
    "profiles": profiles,
    "schema": schema,
    "archive": archive,
}


def main() -> None:
    """Write the README's parts and the picture."""
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
