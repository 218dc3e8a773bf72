"""A run that was stopped goes on: nothing is lost, nothing is there twice, and nothing is mixed."""

import json
import os
import signal
import time
from pathlib import Path

import pytest
from batches import article, fill, start
from test_cli import run

from claimcheck.batch.journal import Journal
from claimcheck.errors import InputError

AT_ONCE = "from claimcheck.batch import resume; resume._SAVED_EVERY = 0"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return fill(tmp_path / "drafts", 8)


def go(*more: object, output: str = "out.jsonl") -> tuple[int, str]:
    return scan("-o", output, "--resume", "journal", *map(str, more))


def scan(*options: str) -> tuple[int, str]:
    """The exit code, and what is said on standard error."""
    done = run("scan", "drafts", *options)
    return (
        (2, str(done.exception)) if isinstance(done.exception, InputError) else (done.exit_code, done.stderr)
    )


def entries() -> list[dict[str, object]]:
    return [json.loads(line) for line in Path("journal").read_bytes().splitlines()[1:]]


@pytest.mark.parametrize(("format", "jobs"), [("jsonl", 1), ("csv", 2)])
def test_a_run_that_is_killed_twice_ends_as_if_it_never_was(tmp_path: Path, format: str, jobs: int) -> None:
    folder = fill(tmp_path / "drafts", 60)
    records = [json.dumps({"text": article(number), "id": number}) for number in range(10)]
    folder.joinpath("archive.jsonl").write_text("\n".join(records), encoding="utf-8")
    options = ("scan", folder, "-f", format, "--jobs", jobs)
    run(*map(str, options), "-o", str(tmp_path / "whole"))
    output, journal = tmp_path / "out", tmp_path / "journal"
    seen = 0
    for _ in range(2):
        process = start(*options, "-o", output, "--resume", journal, cwd=tmp_path, more=AT_ONCE)
        while lines(journal) < seen + 12 and process.poll() is None:
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert seen + 12 <= lines(journal) < 71
        seen = lines(journal)
        assert not output.exists()
    done = run(*map(str, options), "-o", str(output), "--resume", str(journal))
    assert (done.exit_code, done.stderr) == (0, "")
    assert output.read_bytes() == tmp_path.joinpath("whole").read_bytes()
    assert lines(journal) == 71
    assert not list(tmp_path.glob("*.part"))


def lines(journal: Path) -> int:
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def test_journal_and_output_are_two_files(folder: Path) -> None:
    code, said = go(output="journal")
    assert (code, said) == (2, "journal: is the output itself; name another file for the journal")
    assert not Path("journal").exists()


def test_a_line_that_is_none_of_the_journal_s_ends_it(folder: Path) -> None:
    assert go() == (0, "")
    whole = Path("out.jsonl").read_bytes()
    with Path("journal").open("ab") as journal:
        journal.write(b'{"path": "drafts/000.txt"}\n')
    assert go() == (0, "")
    assert Path("out.jsonl").read_bytes() == whole


def test_what_was_cut_short_is_done_again(folder: Path) -> None:
    assert go() == (0, "")
    whole = Path("out.jsonl").read_bytes()
    journal = Path("journal").read_bytes().splitlines(keepends=True)
    for cut in (1, 4, 9):
        Path("journal").write_bytes(b"".join(journal[:cut]) + b'{"path": "drafts/0')
        Path("out.jsonl").unlink()
        Path("out.jsonl.part").write_bytes(whole + b"{half a line")
        assert go() == (0, "")
        assert Path("out.jsonl").read_bytes() == whole
        assert Path("journal").read_bytes() == b"".join(journal)


def test_a_finished_run_takes_in_what_is_new_and_tries_again_what_failed(folder: Path) -> None:
    broken = folder / "002.txt"
    text = broken.read_text(encoding="utf-8")
    broken.write_text("", encoding="utf-8")
    code, error = go()
    assert (code, error.count("\n")) == (2, 1) and "002.txt" in error
    assert len(entries()) == 7
    broken.write_text(text, encoding="utf-8")
    folder.joinpath("new.txt").write_text(article(99), encoding="utf-8")
    assert go() == (0, "")
    found = [json.loads(line)["path"][7:10] for line in Path("out.jsonl").read_bytes().splitlines()]
    assert found == ["000", "001", "003", "004", "005", "006", "007", "002", "new"]
    assert go("--fail-on", "error") == (1, "")


def test_the_exit_code_counts_what_was_found_before(folder: Path) -> None:
    assert go("--fail-on", "error") == (1, "")
    assert go("--fail-on", "error") == (1, "")


def test_a_document_that_changed_is_named_and_keeps_its_lines(folder: Path) -> None:
    go()
    whole = Path("out.jsonl").read_bytes()
    folder.joinpath("003.txt").write_text("Six boats.", encoding="utf-8")
    code, error = go()
    assert code == 2
    assert error.startswith("claimcheck: drafts/003.txt: has changed, or its settings have, since it was")
    assert Path("out.jsonl").read_bytes() == whole


def test_a_configuration_that_changed_is_a_change(folder: Path) -> None:
    go()
    Path("claimcheck.toml").write_text('ignore = ["CC4"]\n', encoding="utf-8")
    code, error = go()
    assert (code, error.count("has changed, or its settings have")) == (2, 8)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--date", "2022-03-23"], "its run had another date (None, not 2022-03-23)"),
        (["--with-text"], "its run had another with_text (False, not True)"),
        (["-f", "csv"], "its run had another format (jsonl, not csv)"),
    ],
)
def test_other_options_are_refused(folder: Path, more: list[str], said: str) -> None:
    go()
    before = Path("out.jsonl").read_bytes()
    code, error = go(*more)
    assert code == 2 and said in error and "delete it to scan everything anew" in error
    assert Path("out.jsonl").read_bytes() == before


def test_another_version_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go()
    monkeypatch.setattr("claimcheck.batch.resume.fingerprint", lambda: "another version")
    code, error = go()
    assert code == 2 and "its run had another version" in error


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-f", "jsonl"], "needs a file to go on with; name it: -o figures.jsonl"),
        (["-f", "jsonl", "-o", "/dev/null"], "needs a file to go on with"),
        (["-o", "out.xlsx"], "only one report of lines can be continued; choose one of jsonl, csv, github"),
        (["-f", "csv", "-f", "jsonl=a"], "only one report of lines"),
        (["-o", "out.csv", "--baseline", "b"], "does not go with a baseline"),
        (["-o", "out.csv", "--watch"], "does not go with --watch"),
        (["-o", "no/out.csv"], "no/out.csv.part: cannot be written (no such file or directory)"),
    ],
)
def test_options_that_cannot_go_on_are_refused(folder: Path, options: list[str], said: str) -> None:
    code, error = scan("--resume", "journal", *options)
    assert code == 2 and said in error


def test_a_file_that_is_no_journal_is_left_alone(folder: Path) -> None:
    Path("journal").write_text("My diary.\nMonday.\n", encoding="utf-8")
    assert "is no journal" in go()[1]
    assert Path("journal").read_text(encoding="utf-8") == "My diary.\nMonday.\n"


def test_output_that_is_gone_is_said_to_be(folder: Path) -> None:
    go()
    Path("out.jsonl").unlink()
    assert "out.jsonl.part: is gone, or shorter than journal says" in go()[1]
    Path("out.jsonl.part").write_text("short", encoding="utf-8")
    assert "out.jsonl.part: is gone, or shorter than journal says" in go()[1]


def test_two_runs_do_not_write_one_journal(folder: Path) -> None:
    pytest.importorskip("fcntl", reason="Windows does not lock")
    go()
    head = json.loads(Path("journal").read_bytes().splitlines()[0])
    del head["schema"]
    held = Journal(Path("journal"), head, lambda item: "")
    assert "another run is writing it" in go()[1]
    held.close()
    assert go() == (0, "")


def test_reports_and_journal_in_the_folder_are_no_articles(folder: Path) -> None:
    for _ in range(2):
        assert scan("-o", "drafts/out.jsonl", "--resume", "drafts/journal.jsonl") == (0, "")
    assert len(folder.joinpath("out.jsonl").read_bytes().splitlines()) == 8
