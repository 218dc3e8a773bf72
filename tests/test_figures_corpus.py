"""The corpora of figures: a meaning and the spellings that must give it; look-alikes that must give none."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from readings import figures_of

CORPUS = Path(__file__).parent / "corpus"
FILES = ("figures_counts", "figures_money", "figures_measures", "figures_ranges")


def groups() -> list[Any]:
    cases = []
    for name in FILES:
        for group in tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))["group"]:
            marks = group.get("marks", group["spellings"])
            for spelling, mark in zip(group["spellings"], marks, strict=True):
                cases.append(pytest.param(group, spelling, mark, id=f"{name}: {spelling}"))
    return cases


def number(value: Any) -> Decimal | None:
    """A value of the corpus: a number, or a fraction such as `1/3`."""
    if value is None:
        return None
    top, _, bottom = str(value).partition("/")
    return Decimal(top) / Decimal(bottom or 1)


@pytest.mark.parametrize(("group", "spelling", "mark"), groups())
def test_spelling_gives_the_meaning(group: dict[str, Any], spelling: str, mark: str) -> None:
    text = group["passage"].replace("{}", spelling)
    start = text.index(mark, group["passage"].index("{}"))
    low, high = number(group.get("low")), number(group.get("high", group.get("low")))
    low, high = (None if group.get("open") == "low" else low), (None if group.get("open") == "high" else high)
    found = [f for f in figures_of(text) if f.start < start + len(mark) and start < f.end]
    assert [text[f.start : f.end] for f in found] == [mark]
    figure = found[0]
    assert (figure.kind, figure.modifier) == (group["kind"], group.get("modifier", "exact"))
    assert (figure.low, figure.high) == (low, high)
    if "unit" in group:
        assert figure.unit == group["unit"]


def look_alikes() -> list[Any]:
    table = tomllib.loads((CORPUS / "figures_look_alikes.toml").read_text(encoding="utf-8"))
    return [
        pytest.param(passage, id=passage) for entry in table["look_alike"] for passage in entry["passages"]
    ]


@pytest.mark.parametrize("passage", look_alikes())
def test_look_alike_gives_none(passage: str) -> None:
    start, end = passage.index("{"), passage.index("}") - 1
    text = passage.replace("{", "", 1).replace("}", "", 1)
    found = [f for f in figures_of(text) if f.start < end and start < f.end]
    assert [text[f.start : f.end] for f in found if f.kind not in ("date", "ordinal")] == []


def test_corpus_is_large_enough() -> None:
    assert len(groups()) >= 600
    assert len(look_alikes()) >= 200
