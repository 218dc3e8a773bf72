"""Several reports from one stream: nothing is kept, nothing is half written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import InputError
from claimcheck.feeding import shared
from claimcheck.model import Report
from claimcheck.scanning import check_text

REPORT = check_text("Nine people died.")


def test_every_consumer_has_every_report_and_none_waits_for_all() -> None:
    made = 0
    ahead: list[int] = []
    taken = {"sum": 0, "list": 0}

    def reports() -> Iterator[Report]:
        nonlocal made
        for _ in range(50):
            made += 1
            ahead.append(made - min(taken.values()))
            yield REPORT

    def count(name: str, given: Iterator[Report]) -> None:
        for _ in given:
            taken[name] += 1

    with shared(reports(), [lambda given: count("sum", given), lambda given: count("list", given)]) as own:
        assert sum(1 for _ in own) == 50
    assert taken == {"sum": 50, "list": 50}
    assert max(ahead) <= 4  # one in each queue, one in each hand


def test_what_stops_a_consumer_is_raised_and_nobody_hangs() -> None:
    def fail(given: Iterator[Report]) -> None:
        next(given)
        raise InputError("disk", "is full", "make room")

    with pytest.raises(InputError, match="full"), shared([REPORT] * 9, [fail]) as own:
        list(own)


def test_what_stops_the_caller_ends_the_others() -> None:
    ended: list[int] = []

    def count(given: Iterator[Report]) -> None:
        ended.append(sum(1 for _ in given))

    with pytest.raises(KeyboardInterrupt), shared([REPORT] * 9, [count]) as own:
        next(own)
        raise KeyboardInterrupt
    assert ended == [1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abc":
        text = f"Town {name.upper()}\n\nSales rose from 100 to 150, or 40%, the council said.\n"
        tmp_path.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


FORMATS = ("table", "json", "jsonl", "csv", "xlsx", "html", "markdown", "github", "sarif", "junit")


def test_reports_written_together_are_those_written_alone(folder: Path) -> None:
    def scan(*options: str) -> str:
        done = CliRunner().invoke(app, ["scan", str(folder), "--no-config", *options])
        assert done.exit_code == 0, done.output
        return done.stdout

    out = folder / "out"
    out.mkdir()
    many: list[str] = [part for name in FORMATS for part in ("-f", f"{name}={out / name}")]
    assert scan(*many) == ""
    for name in FORMATS:
        if name != "xlsx":
            assert out.joinpath(name).read_text(encoding="utf-8") == scan("-f", name)
    assert out.joinpath("xlsx").read_bytes().startswith(b"PK")


def test_standard_output_and_files_in_one_run(folder: Path) -> None:
    files = {name: folder / f"r.{name}" for name in ("json", "csv")}
    options = [part for name, path in files.items() for part in ("-f", f"{name}={path}")]
    done = CliRunner().invoke(app, ["scan", str(folder), "-f", "table", *options])
    assert [line for line in done.stdout.splitlines() if line.startswith("Town")] == [
        "Town A",
        "Town B",
        "Town C",
    ]
    documents: list[dict[str, Any]] = json.loads(files["json"].read_text(encoding="utf-8"))["documents"]
    rows = files["csv"].read_text(encoding="utf-8-sig").splitlines()[1:]
    assert (len(documents), len(rows)) == (3, sum(len(document["claims"]) for document in documents))


def test_a_file_that_cannot_be_written_is_told_before_anything_is_shown(folder: Path) -> None:
    good, bad = folder / "good.json", folder / "no" / "such" / "bad.csv"
    done = CliRunner().invoke(
        app, ["scan", str(folder), "-f", "table", "-f", f"json={good}", "-f", f"csv={bad}"]
    )
    assert isinstance(done.exception, InputError)
    assert (done.stdout, good.exists()) == ("", False)


def test_a_run_does_not_read_its_own_reports(folder: Path) -> None:
    review = folder / "review.html"
    for _ in range(2):
        CliRunner().invoke(
            app, ["scan", str(folder), "-f", f"html={review}", "-f", f"json={folder / 'r.json'}"]
        )
    documents = json.loads(folder.joinpath("r.json").read_text(encoding="utf-8"))["documents"]
    assert [Path(document["path"]).name for document in documents] == ["a.txt", "b.txt", "c.txt"]
