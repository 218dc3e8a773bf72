"""The command as people and scripts run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from claimcheck.errors import InputError

ARTICLE = "Bridge Closed\n\nCracks were found in 12 of 40 beams, the council said.\n"


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(
        app, [str(argument) for argument in arguments], input=stdin, env={"COLUMNS": "200"}
    )


def shell(command: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = command.replace("claimcheck ", f"{sys.executable} -m claimcheck ")
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, **more)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_table_is_the_default_and_plain_through_a_pipe(article: Path) -> None:
    done = run("scan", article)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Bridge Closed\n{article} · ")
    assert "\x1b" not in done.stdout
    assert "numbers seen" in done.stdout


def test_json_and_jsonl_hold_the_same_documents(article: Path) -> None:
    whole = json.loads(run("scan", article, article.parent, "-f", "json").stdout)
    line = json.loads(run("scan", article, "-f", "jsonl").stdout)
    assert (whole["schema"], whole["documents"]) == ("claimcheck/1", [line])


def test_standard_input_takes_text_or_records() -> None:
    assert json.loads(run("scan", "-", "-f", "jsonl", stdin=ARTICLE).stdout)["path"] == "-"
    records = '{"text": "Six ships.", "id": "a"}\n{"text": "Seven.", "id": "b"}\n'
    done = run("scan", "-", "-f", "jsonl", stdin=records)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]


def test_one_unreadable_input_gives_2_and_the_others_are_scanned(article: Path) -> None:
    done = run("scan", "no.txt", article)
    assert (done.exit_code, done.stderr) == (
        2, "claimcheck: no.txt: there is no such file or folder; check the spelling\n"
    )  # fmt: skip
    assert "Bridge Closed" in done.stdout


def test_a_path_nearly_right_is_named(article: Path) -> None:
    near = article.with_name("brigde.txt")
    done = run("scan", near)
    assert (done.exit_code, done.stderr) == (
        2, f"claimcheck: {near}: there is no such file or folder; did you mean {article}?\n"
    )  # fmt: skip


def test_odd_but_readable_input_gives_0(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Tickets cost £12 each.".encode("cp1252"))
    done = run("scan", path)
    assert done.exit_code == 0
    assert done.stderr == f"claimcheck: {path}: is not UTF-8 (line 1); read as Windows-1252\n"


def test_quiet_says_errors_alone_and_findings_stay(tmp_path: Path) -> None:
    odd = tmp_path / "a.txt"
    odd.write_bytes("Ticket sales rose from £10,250 to £25,500, an increase of 250%.".encode("cp1252"))
    done = run("scan", odd, "no.txt", "-q")
    assert done.stderr == "claimcheck: no.txt: there is no such file or folder; check the spelling\n"
    assert "CC401" in done.stdout
    known = tmp_path / "known.json"
    assert run("scan", odd, "-q", "--write-baseline", known).stderr == ""
    assert known.exists()


def test_date_counts_over_the_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Six ships.", "date": "2020-01-01"}', encoding="utf-8")
    for given in ("2022-03-23", "23 March 2022"):
        document = json.loads(run("scan", path, "--date", given, "-f", "jsonl").stdout)
        assert (document["published"], document["published_from"]) == ("2022-03-23", "option")


WRONG = {
    "--date 03/04/2022": "'03/04/2022': is not a date; write it as 2022-03-23",
    "--date tomorrowish": "'tomorrowish': is not a date",
    "--kinds procent": "--kinds procent: no such kind; did you mean percent?",
    "--output /no/such/folder/x": "/no/such/folder/x: cannot be written",
    "--format jsn": "--format jsn: no such format; did you mean json?",
    "--fail-on eror": "--fail-on: no choice is called 'eror'; did you mean error?",
    "--fail-on oops": "choose from never, error, warning, advice",
}


@pytest.mark.parametrize(("option", "sentence"), WRONG.items(), ids=WRONG)
def test_wrong_options_are_named(article: Path, option: str, sentence: str) -> None:
    done = shell(f"claimcheck scan {article} {option}")
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_kinds_select_claims_and_leave_coverage(article: Path) -> None:
    everything = json.loads(run("scan", article, "-f", "jsonl").stdout)
    chosen = json.loads(run("scan", article, "-f", "jsonl", "--kinds", "money,percent").stdout)
    assert chosen["claims"] == []
    assert chosen["coverage"] == everything["coverage"]
    assert json.loads(run("scan", article, "-f", "jsonl", "--kinds", "all").stdout) == everything


def test_output_appears_whole_or_not_at_all(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = article.with_name("out.json")
    assert run("scan", article, "-f", "json", "-o", target).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["documents"]
    before = target.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("claimcheck.reports.json._claim", fail)
    assert isinstance(run("scan", article, "-f", "json", "-o", target).exception, RuntimeError)
    assert target.read_bytes() == before
    assert sorted(path.name for path in article.parent.iterdir()) == ["bridge.txt", "out.json"]


def test_text_comes_back_when_asked_for_or_needed(article: Path, tmp_path: Path) -> None:
    assert "text" not in json.loads(run("scan", article, "-f", "jsonl").stdout)
    assert json.loads(run("scan", article, "-f", "jsonl", "--with-text").stdout)["text"] == ARTICLE
    marked = tmp_path / "marked.txt"
    marked.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    assert json.loads(run("scan", marked, "-f", "jsonl").stdout)["text"] == ARTICLE


def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Six ships sank."}\n' * 4000, encoding="utf-8")
    done = shell(f"claimcheck scan {path} -f jsonl | head -n 1; echo ${{PIPESTATUS[0]}} >&2")
    assert (done.stdout.count("\n"), done.stderr) == (1, "0\n")


def test_escapes_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "\x1b[31mRed\x9b31m [bold]9 boats[/bold] sank \x07\n\n3 of \u202e7\x1b]0;x\x07 rose.\n",
        encoding="utf-8",
    )
    for format in ("table", "json", "jsonl"):
        shown = run("scan", path, "-f", format, "--with-text", "-v").stdout
        assert not {"\x1b", "\x9b", "\x07"} & set(shown)
    assert "\u202e" not in run("scan", path).stdout


def test_version_and_help_say_what_there_is() -> None:
    assert run("--version").stdout.startswith("claimcheck 0.")
    assert "scan" in run("--help").stdout
    assert {"--fail-on", "--kinds", "--date"} <= set(run("scan", "--help").stdout.split())


def test_names_of_the_library() -> None:
    import claimcheck

    assert all(getattr(claimcheck, name) for name in claimcheck.__all__)
    assert isinstance(claimcheck.check_text(ARTICLE), claimcheck.Report)
    assert not hasattr(claimcheck, "nothing")


def test_one_long_line_reads_as_its_sentences_do(tmp_path: Path) -> None:
    """100,000 characters without a line break; every sentence gives the figures it gives alone."""
    sentence = "At least 43 of the 310 houses were flooded, the council said. "
    path = tmp_path / "line.txt"
    path.write_text(sentence * (100_000 // len(sentence)), encoding="utf-8")
    claims = json.loads(run("scan", path, "-f", "jsonl").stdout)["claims"]
    assert len(claims) == 2 * (100_000 // len(sentence))
    assert {(claim["low"], claim["high"]) for claim in claims} == {(43, None), (310, 310)}


def test_help_ends_with_examples() -> None:
    shown = run("scan", "--help").stdout
    examples = [line for line in shown.splitlines() if line.strip().startswith("claimcheck scan ")]
    assert len(examples) >= 5


def test_shells_can_complete() -> None:
    asked = {"_CLAIMCHECK_COMPLETE": "complete_bash", "COMP_WORDS": "claimcheck sc", "COMP_CWORD": "1"}
    done = shell("claimcheck ", env={**os.environ, **asked})
    assert done.stdout.split() == ["scan", "schema"]
    assert {"--install-completion", "--show-completion"} <= set(run("--help").stdout.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("scan", "-o"),
        ("scan", "-f", "table", "-f", "csv", "-o"),
        ("scan", "-f", "jsonl", "--jobs", "2", "-o"),
        ("scan", "--write-baseline"),
        ("scan", "-f", "jsonl", "-o", "figures.jsonl", "--resume"),
        ("sources", "-o"),
    ],
)
@pytest.mark.parametrize("spelling", ["bridge.txt", "./bridge.txt", "linked.txt"])
def test_no_report_takes_the_place_of_the_draft(
    arguments: tuple[str, ...], spelling: str, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)
    Path("linked.txt").symlink_to(article)
    done = run(*arguments, spelling, "bridge.txt")
    assert isinstance(done.exception, InputError)  # which ends the process with 2, as another test shows
    assert "is the draft itself; name another file to write to" in str(done.exception)
    assert article.read_text(encoding="utf-8") == ARTICLE
