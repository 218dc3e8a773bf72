"""A baseline: what was there is not shown and does not fail; what is new does; what is mended is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app

WRONG = "Ticket sales rose from 10,250 to 25,500, an increase of 250%.\n"
OTHER = "\nThe harbour earned £40m in 2020 and £50m in 2021, a rise of 75%.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200"})


def found(folder: Path, *more: str | Path) -> list[str]:
    arguments = ("scan", folder / "a.txt", "-f", "jsonl", "--select", "CC4", *more)
    return [finding["code"] for finding in json.loads(run(*arguments).stdout)["findings"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    done = run("scan", tmp_path / "a.txt", "--select", "CC4", "--fail-on", "error",
               "--write-baseline", tmp_path / "old.json")  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, f"claimcheck: 1 finding written to {tmp_path / 'old.json'}\n")
    return tmp_path


EDITS = {  # the article after the edit: how many findings are new
    WRONG: 0,
    f"A new headline\n\nAnd 3 new lines.\n\n{WRONG}": 0,
    f"The harbour was full all summer. {WRONG}": 0,
    WRONG.replace("Ticket sales", "Timber exports"): 1,
    WRONG.replace("10,250 to 25,500,", "10,250\nto 25,500,"): 0,
    WRONG + OTHER: 1,
    f"{WRONG}\n{WRONG}": 1,
    WRONG.replace("250%", "350%"): 1,
    "Nothing happened.\n": 0,
}


@pytest.mark.parametrize(("text", "new"), EDITS.items(), ids=EDITS)
def test_only_new_findings_are_shown(folder: Path, text: str, new: int) -> None:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    baseline = folder / "old.json"
    assert len(found(folder, "--baseline", baseline)) == new
    done = run("scan", folder / "a.txt", "--select", "CC4", "--fail-on", "error", "--baseline", baseline)
    assert done.exit_code == (1 if new else 0)


def test_what_is_mended_is_told_only_of_what_was_scanned(folder: Path) -> None:
    (folder / "b.txt").write_text(WRONG, encoding="utf-8")
    baseline = folder / "old.json"
    run("scan", folder, "--select", "CC4", "--write-baseline", baseline)
    (folder / "a.txt").write_text("Nothing happened.\n", encoding="utf-8")
    done = run("scan", folder / "a.txt", "-v", "--baseline", baseline, "--no-config")
    assert "claimcheck: mended since the baseline: a.txt: CC401 “250%”\n" in done.stderr
    assert "b.txt" not in done.stderr
    assert "mended" not in run("scan", folder / "a.txt", "--baseline", baseline).stderr


def test_a_new_baseline_keeps_what_the_old_one_has(folder: Path) -> None:
    baseline, second = folder / "old.json", folder / "new.json"
    run("scan", folder / "a.txt", "--select", "CC4", "--baseline", baseline, "--write-baseline", second)
    assert second.read_text(encoding="utf-8") == baseline.read_text(encoding="utf-8")


def test_the_file_holds_no_lines_and_no_drive(folder: Path) -> None:
    (row,) = json.loads((folder / "old.json").read_text(encoding="utf-8"))["findings"]
    assert set(row) == {"path", "code", "text", "claims"}
    assert (row["path"], row["code"], row["text"]) == ("a.txt", "CC401", "250%")


BROKEN = {
    "": "is no baseline; make one with --write-baseline FILE",
    "[]": "is no baseline",
    '{"schema": "claimcheck-baseline/9", "findings": []}': "is no baseline",
    '{"schema": "claimcheck-baseline/1", "findings": [3]}': "is no baseline",
    '{"schema": "claimcheck-baseline/1", "findings": [{"path": "a"}]}': "is no baseline",
}


@pytest.mark.parametrize(("text", "sentence"), BROKEN.items())
def test_a_broken_baseline_has_a_sentence(folder: Path, text: str, sentence: str) -> None:
    (folder / "old.json").write_text(text, encoding="utf-8")
    for file, expected in ((folder / "old.json", sentence), (folder / "no.json", "cannot be read (no such")):
        done = run("scan", folder / "a.txt", "--baseline", file)
        assert expected in str(done.exception)
