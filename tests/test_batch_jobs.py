"""Several processes give what one gives, and no article takes the others down with it."""

import json
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from batches import article, fill, start
from batches import claimcheck as command

import claimcheck
from claimcheck import scanning
from claimcheck.batch import processes
from claimcheck.batch.items import Item, find_items, parcels
from claimcheck.model import Document, Report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "drafts", 24)


@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_the_output_is_the_same_with_any_number_of_jobs(folder: Path, format: str) -> None:
    archive = folder / "archive.jsonl"
    records = [{"id": number, "text": article(number)} for number in range(20)]
    lines = [json.dumps(record) for record in records]
    archive.write_text("\ufeff" + "\n\n".join([*lines, "{broken"]), encoding="utf-8")
    folder.joinpath("empty.pdf").touch()
    alone, shared = (
        command("scan", folder, "gone.txt", "-f", format, "--fail-on", "error", "--jobs", jobs, cwd=folder)
        for jobs in (1, 3)
    )
    assert shared.stdout == alone.stdout
    assert sorted(shared.stderr.splitlines()) == sorted(alone.stderr.splitlines())
    assert (alone.returncode, shared.returncode) == (2, 2)
    assert len(alone.stderr.splitlines()) == 3


def test_findings_give_exit_code_1(folder: Path) -> None:
    done = command("scan", folder, "-f", "jsonl", "--fail-on", "error", "--jobs", "2", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("given", ["two", "-1", "1.5", ""])
def test_a_number_of_jobs_that_is_none_is_refused(folder: Path, given: str) -> None:
    done = command("scan", folder, "--jobs", given, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "write it as 4, or auto" in done.stderr


@pytest.mark.parametrize(("name", "format"), [("SIGKILL", "jsonl"), ("SIGSEGV", "table")])
def test_an_article_that_kills_its_process_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, format: str
) -> None:
    folder = fill(tmp_path / "drafts", 24, deadly=17)
    folder.joinpath("017.txt").rename(tmp_path / "kept.txt")
    without = command("scan", folder, "-f", format, cwd=tmp_path).stdout
    tmp_path.joinpath("kept.txt").rename(folder / "017.txt")
    process = start("scan", folder, "-f", format, "--jobs", "2", cwd=tmp_path, signal=name)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, without)
    assert err.startswith(f"claimcheck: {folder}/017.txt: the process that scanned it died; ")
    assert len(err.splitlines()) == 1


def test_two_deadly_records_of_an_archive_are_named_by_their_lines(tmp_path: Path) -> None:
    lines = [json.dumps({"text": article(number), "id": number}) for number in range(50)]
    lines[3] = lines[41] = json.dumps({"text": "The tripwire cost $3."})
    tmp_path.joinpath("all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    process = start("scan", "all.jsonl", "-f", "jsonl", "--jobs", "2", cwd=tmp_path)
    out, err = process.communicate(timeout=60)
    assert [json.loads(line)["id"] for line in out.splitlines()] == [n for n in range(50) if n not in (3, 41)]
    assert [line.split(": ")[1] for line in err.splitlines()] == ["all.jsonl, line 4", "all.jsonl, line 42"]


def _once_killed(prepared: Path, item: int) -> int:
    if item == 5 and not prepared.exists():
        prepared.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def test_a_process_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    from functools import partial

    prepare = partial(partial, _once_killed, tmp_path / "killed")
    crew = processes.Crew(prepare, 2, lambda item: -1)
    given = [[number, number + 1] for number in range(0, 40, 2)]
    assert [found for _, found in crew.results(given)] == [number**2 for number in range(40)]


def _large(item: int) -> bytes:
    return bytes([item]) * 10_000_000


def test_a_process_killed_while_it_writes_its_result_costs_nothing() -> None:
    crew: processes.Crew[int, bytes] = processes.Crew(lambda: _large, 2, lambda item: b"")
    results = crew.results([number] for number in range(1, 7))
    assert next(results) == (1, _large(1))
    time.sleep(0.5)  # a pipe holds 64 KB: both are in the middle of a result that nobody takes
    for process in multiprocessing.active_children():
        process.kill()
    assert [item for item, found in results if found == _large(item)] == [2, 3, 4, 5, 6]
    assert not multiprocessing.active_children()


def test_what_the_work_raises_is_raised() -> None:
    crew: processes.Crew[int, float] = processes.Crew(lambda: lambda item: 1 / item, 2, float)
    with pytest.raises(ZeroDivisionError):
        list(crew.results([[2, 1], [0]]))
    assert not multiprocessing.active_children()


def _slow_first(item: int) -> int:
    time.sleep(1 if item == 0 else 0)
    return item


def test_results_come_in_order_or_as_they_are_done() -> None:
    given = [[number] for number in range(9)]
    ordered, free = (
        [item for item, _ in processes.Crew(lambda: _slow_first, 2, abs, in_order=way).results(given)]
        for way in (True, False)
    )
    assert ordered == list(range(9))
    assert free == [1, 2, 3, 4, 5, 6, 7, 8, 0]


def test_the_library_gives_whole_reports_in_order(folder: Path) -> None:
    alone, shared = (list(claimcheck.scan([folder], jobs=jobs)) for jobs in (1, 2))
    assert shared == alone
    assert all(isinstance(report, Report) for report in shared)


def test_processes_that_are_not_forked_do_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_context", lambda _: multiprocessing.get_context("spawn"))
    assert list(claimcheck.scan(folder, jobs=2)) == list(claimcheck.scan(folder))


def test_no_more_is_under_way_than_the_processes_need() -> None:
    pulled = 0

    def given() -> Iterator[Sequence[int]]:
        nonlocal pulled
        for pulled in range(1, 2001):
            yield [pulled]

    crew: processes.Crew[int, int] = processes.Crew(lambda: abs, 2, abs)
    ahead = [pulled - taken for taken, _ in crew.results(given())]
    assert len(ahead) == 2000 and max(ahead) <= 6


def test_small_items_travel_together_and_large_ones_alone(tmp_path: Path) -> None:
    for name, size in {"a": 10, "b": 10, "c": 300_000, "d": 10}.items():
        tmp_path.joinpath(f"{name}.txt").write_text("x" * size, encoding="utf-8")
    found = [[Path(item.path).stem for item in parcel] for parcel in parcels(find_items([str(tmp_path)]))]
    assert found == [["a", "b"], ["c"], ["d"]]
    assert [len(parcel) for parcel in parcels(Item("", 1, b"{}") for _ in range(40))] == [16, 16, 8]


def test_ctrl_c_leaves_whole_lines_and_no_process(tmp_path: Path) -> None:
    folder = fill(tmp_path / "drafts", 400)
    process = start("scan", folder, "-f", "jsonl", "--jobs", "2", cwd=tmp_path)
    assert process.stdout is not None and process.stderr is not None
    first = process.stdout.readline()
    workers = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    rest, errors = process.stdout.read(), process.stderr.read()
    assert process.wait(60) == 130
    lines = (first + rest).splitlines(keepends=True)
    assert 0 < len(lines) < 400 and all(json.loads(line) and line.endswith("\n") for line in lines)
    assert errors == ""
    assert not [pid for pid in workers if alive(pid)]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("format", ["jsonl", "html"])
def test_a_run_that_is_terminated_leaves_nothing_half_written(tmp_path: Path, format: str, jobs: str) -> None:
    folder = fill(tmp_path / "drafts", 400)
    out = tmp_path / "out"
    out.mkdir()
    process = start("scan", folder, "-f", format, "-o", out / "all", "--jobs", jobs, cwd=tmp_path)
    assert process.stderr is not None
    while not list(out.iterdir()):
        time.sleep(0.01)
    workers = children(process.pid)
    process.terminate()
    assert (process.communicate(timeout=60)[1], process.returncode) == ("", 143)
    assert not list(out.iterdir())
    assert not [pid for pid in workers if alive(pid)]


def test_ctrl_c_without_jobs_leaves_whole_lines(tmp_path: Path) -> None:
    folder = fill(tmp_path / "drafts", 400)
    process = start("scan", folder, "-f", "jsonl", cwd=tmp_path)
    assert process.stdout is not None and process.stderr is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, errors = process.stdout.read(), process.stderr.read()
    assert (process.wait(60), errors) == (130, "")
    assert all(json.loads(line) for line in (first + rest).splitlines())
    assert (first + rest).endswith("\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_in_the_middle_of_a_line_lets_it_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str, unbuffered: str
) -> None:
    if sys.platform != "linux":
        pytest.skip("a pipe need not say how full it is")
    tmp_path.joinpath("long.txt").write_text("\n".join(map(article, range(600))), encoding="utf-8")
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    process = start("scan", "long.txt", "-f", "jsonl", "--jobs", jobs, cwd=tmp_path)
    assert process.stdout is not None and process.stderr is not None
    while waiting(process.stdout.fileno()) < full(process.stdout.fileno()):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    time.sleep(0.1)  # for the write to be broken off before there is room again
    line, errors = process.stdout.read(), process.stderr.read()
    assert (process.wait(60), errors) == (130, "")
    assert line.endswith("\n") and len(json.loads(line)["claims"]) > 1000


def test_a_failing_analysis_is_named_by_a_worker_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Document) -> Report:
        raise ZeroDivisionError

    monkeypatch.setattr(scanning, "analyse", failing)
    found = list(claimcheck.scan(fill(tmp_path / "drafts", 3), jobs=2))
    assert all(isinstance(each, claimcheck.InputError) for each in found) and len(found) == 3


def full(pipe: int) -> int:
    """How many bytes a pipe takes."""
    import fcntl

    return fcntl.fcntl(pipe, fcntl.F_GETPIPE_SZ)


def waiting(pipe: int) -> int:
    """How many bytes in a pipe have not been read."""
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


def children(pid: int) -> list[int]:
    if sys.platform != "linux":
        pytest.skip("no /proc to look into")
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
