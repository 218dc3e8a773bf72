"""What a reviewer sees, and what a script gets."""

import io
import json
import os
from decimal import Decimal
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from example import TEXT, report
from rich.console import Console

from claimcheck import model
from claimcheck.model import Figure, Report
from claimcheck.reports import json as json_report
from claimcheck.reports import plain, terminal
from claimcheck.reports.flags import FLAGS
from claimcheck.reports.printable import printable
from claimcheck.reports.readings import reading
from claimcheck.reports.schema import text as schema_text
from claimcheck.reports.view import Part, View
from claimcheck.values import replace

GOLDEN = Path(__file__).parent / "golden"
EVERYTHING = View(dates=True, set_aside=True, advice=True)
SCHEMA = json.loads(schema_text())
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def on_terminal(width: int, view: View, given: Report | None = None, **console: object) -> str:
    shown = Console(width=width, file=io.StringIO(), **console)  # type: ignore[arg-type]
    terminal.write([given or report()], view, shown)
    return "\n".join(line.rstrip() for line in shown.file.getvalue().splitlines()) + "\n"  # type: ignore[attr-defined]


RENDERED = {
    "plain.txt": lambda: "".join(plain.render([report(), report()], View())),
    "plain-everything.txt": lambda: "".join(plain.render([report()], EVERYTHING)),
    "terminal-80.txt": lambda: on_terminal(80, View()),
    "terminal-100.txt": lambda: on_terminal(100, EVERYTHING),
    "terminal-160.txt": lambda: on_terminal(160, View()),
}


@pytest.mark.parametrize("name", RENDERED)
def test_table_is_as_agreed(name: str) -> None:
    """`WRITE_GOLDEN=1 pytest` writes the files anew; look at the difference before you commit."""
    shown = RENDERED[name]()
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.joinpath(name).write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.joinpath(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 100, 117, 118, 160, 240])
def test_nothing_is_cut_at_any_width(width: int) -> None:
    shown = on_terminal(width, EVERYTHING)
    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown
    for piece in ("between", "2,400", "900–2,400", "unattributed", "wide-range", "(unnamed)", "CC402"):
        assert piece in shown.replace("\n", " ")


def test_colour_only_repeats_what_the_words_say() -> None:
    coloured = on_terminal(100, EVERYTHING, force_terminal=True, color_system="truecolor")
    assert "\x1b[" in coloured
    assert "\x1b[3" not in on_terminal(100, EVERYTHING, force_terminal=True, color_system=None)


READINGS = {
    "≤ 20 %": ("percent", None, 20, "upper", "%"),
    "7,000–15,000": ("count", 7000, 15000, "range", "troop"),
    "≥ 43": ("count", 43, None, "lower", "person"),
    "~200": ("count", 200, 200, "approx", "house"),
    "$1.5 million": ("money", 1500000, 1500000, "exact", "USD"),
    "$26–31 million": ("money", 26000000, 31000000, "range", "USD"),
    "$950,000–1,250,000": ("money", 950000, 1250000, "range", "USD"),
    "€12.50": ("money", "12.5", "12.5", "exact", "EUR"),
    "CHF 3 billion": ("money", 3 * 10**9, 3 * 10**9, "exact", "CHF"),
    "1 month": ("duration", 1, 1, "exact", "months"),
    "70 years": ("age", 70, 70, "exact", "years"),
    "~2.5 square miles": ("measure", "2.5", "2.5", "approx", "square miles"),
    "6 feet": ("measure", 6, 6, "exact", "feet"),
    "90 miles per hour": ("measure", 90, 90, "exact", "miles per hour"),
    "1 mile per hour": ("measure", 1, 1, "exact", "miles per hour"),
    "1 cubic foot": ("measure", 1, 1, "exact", "cubic feet"),
    "1 degree Celsius": ("measure", 1, 1, "exact", "degrees Celsius"),
    "1 km": ("measure", 1, 1, "exact", "km"),
    "40 km": ("measure", 40, 40, "exact", "km"),
    "-4 degrees Celsius": ("measure", -4, -4, "exact", "degrees Celsius"),
    "1 percentage point": ("points", 1, 1, "exact", "percentage points"),
    "0.25 percentage points": ("points", "0.25", "0.25", "exact", "percentage points"),
    "×2": ("multiplier", 2, 2, "exact", None),
    "1/3": ("ratio", "0.3333333333", "0.3333333333", "exact", None),
    "2/3–3/4": ("ratio", "0.6666666667", "0.75", "range", None),
    "0.0314": ("ratio", "0.0314", "0.0314", "exact", None),
    "216–192": ("score", 216, 192, "exact", None),
    "3rd": ("ordinal", 3, 3, "exact", None),
    "112th": ("ordinal", 112, 112, "exact", None),
    "22nd": ("ordinal", 22, 22, "exact", None),
    "no number": ("vague", None, None, "vague", "bridge"),
    "1,234,567": ("count", 1234567, 1234567, "exact", "vote"),
    "3.2 million": ("count", 3200000, 3200000, "exact", "person"),
    "0": ("count", 0, 0, "exact", "person"),
    "1e+400": ("count", "1e400", "1e400", "exact", None),
}


@pytest.mark.parametrize(("wanted", "figure"), READINGS.items(), ids=READINGS)
def test_reading(wanted: str, figure: tuple[str, object, object, str, str | None]) -> None:
    kind, low, high, modifier, unit = figure
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    assert reading(Figure(0, 1, 0, 1, kind, *ends, modifier=modifier, unit=unit)) == wanted  # type: ignore[arg-type]


def test_json_says_what_the_report_holds() -> None:
    shown = json.loads("".join(json_report.render([report(), report()])))
    VALIDATOR.validate(shown)
    first = shown["documents"][0]
    assert [TEXT[c["start"] : c["end"]] == c["text"] for c in first["claims"]] == [True] * 7
    toll = first["claims"][2]
    assert (toll["low"], toll["high"], toll["source"]["name"]) == (900, 2400, "The Halden Pact")
    assert (toll["line"], toll["column"], toll["paragraph"], toll["block"]) == (5, 41, 3, "body")
    assert first["coverage"] | {"set_aside": 1} == {"numbers": 11, "in_claims": 10, "set_aside": 1}


def test_schema_is_strict_and_knows_every_word_of_the_model() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, *SCHEMA["$defs"].values()]
    assert all(o["additionalProperties"] is False for o in objects)
    assert all("description" in value for o in objects for value in o["properties"].values())
    enums = {
        ("Claim", "block"): model.BlockKind,
        ("Claim", "kind"): model.FigureKind,
        ("Claim", "modifier"): model.Modifier,
        ("ClaimSource", "kind"): model.SourceKind,
        ("Source", "kind"): model.SourceKind,
        ("Time", "type"): model.TimeType,
        ("Hedge", "category"): model.HedgeCategory,
        ("Finding", "severity"): model.Severity,
        ("Finding", "family"): model.Family,
    }
    for (name, key), literal in enums.items():
        assert SCHEMA["$defs"][name]["properties"][key]["enum"] == list(get_args(literal))
    origins = SCHEMA["$defs"]["Document"]["properties"]["published_from"]["enum"]
    assert origins == [*get_args(model.PublishedFrom), None]
    flags = SCHEMA["$defs"]["Claim"]["properties"]["flags"]["items"]["enum"]
    assert sorted(flags) == sorted(flag.name for flag in FLAGS)


def test_surprises_of_a_document_stay_valid_json() -> None:
    odd = replace(report(), article=replace(report().article, document=replace(
        report().article.document, title="\x9b31m\u2028 \x00", id=7, url=None, plain=False)))  # fmt: skip
    shown = "".join(json_report.render_lines([odd]))
    assert shown.count("\n") == len(shown.splitlines()) == 1
    VALIDATOR.evolve(schema=SCHEMA["$defs"]["Document"] | {"$defs": SCHEMA["$defs"]}).validate(
        json.loads(shown)
    )


def test_a_long_line_comes_in_parts_of_which_only_the_last_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(json_report.render_lines([report(), report()]))
    assert [type(piece) for piece in whole] == [str, str]
    monkeypatch.setattr(json_report, "_LONGEST", 100)
    pieces = list(json_report.render_lines([report(), report()]))
    assert "".join(pieces) == "".join(whole)
    assert len(pieces) > 10
    assert [piece.endswith("\n") for piece in pieces] == [not isinstance(piece, Part) for piece in pieces]


SHOWN = {
    "a\nb\t c": "a b c",
    "\x1b[31mred\x07": "␛[31mred␇",
    "\x9b31m": "�31m",
    "left\u202eright\u2066": "leftright",
    "[bold]x[/bold]": "[bold]x[/bold]",
    "naïve “x” 東京 😀": "naïve “x” 東京 😀",
}


@pytest.mark.parametrize(("given", "wanted"), SHOWN.items())
def test_printable(given: str, wanted: str) -> None:
    assert printable(given) == wanted


def test_markup_of_an_article_is_shown_as_written() -> None:
    titled = replace(report(), article=replace(report().article, document=replace(
        report().article.document, title="[red]Nine[/red] :boat: [/]")))  # fmt: skip
    assert on_terminal(80, View(), titled).startswith("[red]Nine[/red] :boat: [/]\n")
