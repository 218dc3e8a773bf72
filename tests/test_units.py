"""Units after a number: the corpus of spellings, the shipped index, and conversions."""

import tomllib
from pathlib import Path

import pytest

from claimcheck.figures.unit_index import build
from claimcheck.figures.units import UnitMatch, find_unit
from claimcheck.figures.vocabulary import PATH, unit_index
from claimcheck.model import NUMERAL
from claimcheck.text.tokens import tokenise

CORPUS = tomllib.loads(Path(__file__).with_name("corpus").joinpath("units.toml").read_text(encoding="utf-8"))


def unit_after_number(text: str) -> tuple[UnitMatch | None, int]:
    tokens = tokenise(text, [(0, len(text))])
    number = next(i for i, kind in enumerate(tokens.kind) if kind == NUMERAL)
    found = find_unit(tokens, number + 1)
    return found, tokens.end[found.last - 1] if found else 0


@pytest.mark.parametrize(
    ("text", "unit"), [(text, entry["unit"]) for entry in CORPUS["means"] for text in entry["spellings"]]
)
@pytest.mark.parametrize("after", ["", " was measured.", ", he said"])
def test_spelling_names_its_unit(text: str, unit: str, after: str) -> None:
    found, end = unit_after_number(text + after)
    assert found is not None
    assert found.name == unit
    assert end == len(text.rstrip(").")) or text.endswith(".")


@pytest.mark.parametrize("text", CORPUS["none"]["texts"])
def test_look_alike_is_no_unit(text: str) -> None:
    assert unit_after_number(text)[0] is None


def test_shipped_index_is_fresh() -> None:
    import json

    shipped = json.loads(Path(PATH).read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(build())), "run: python -m claimcheck.figures.unit_index"


def test_every_symbol_and_spelling_names_a_unit() -> None:
    index = unit_index()
    names = {name for entries in (*index.words.values(), *index.symbols.values()) for _, (_, name) in entries}
    assert names <= index.units.keys()


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("5 kg·m/s^2 on", "kilogram metres per square second", "kg·m/s^2"),
        ("9 mol/m^3.", "moles per cubic metre", "mol/m^3"),
        ("40 m^2 of", "square metres", "sq m"),
        ("12 N·m of", "newton metres", "N·m"),
        ("3 W·h/kg,", "watt hours per kilogram", "W·h/kg"),
        ("4 stars*wow", None, None),
        ("4 x^2", None, None),
        ("7 km* away", "kilometres", "km"),
        ("8 " + "q^2·" * 5000, None, None),
        ("8 " + "km/" * 5000, "kilometres per kilometre per kilometre", "km/km/km"),
    ],
)
def test_compound_units_are_named_by_quantulum3(text: str, name: str | None, shown: str | None) -> None:
    found, _ = unit_after_number(text)
    assert (found and found.name, found and found.unit) == (name, shown)


def test_units_on_the_ordinary_path_need_no_quantulum3() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from claimcheck.text.tokens import tokenise;"
        "from claimcheck.figures.units import find_unit;"
        "t = tokenise('5 tonnes per hectare', [(0, 20)]); assert find_unit(t, 1);"
        "print(*[m for m in ('quantulum3', 'inflect', 'pint') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    ("text", "is_unit"),
    [
        ("at one point", False),
        ("by one point", True),
        ("one bit", False),
        ("a 16 bit", True),
        ("a bit", False),
    ],
)
def test_set_phrases_are_no_units(text: str, is_unit: bool) -> None:
    tokens = tokenise(text, [(0, len(text))])
    assert (find_unit(tokens, len(tokens) - 1) is not None) == is_unit
