"""What machines do to programs: full disks, closed pipes, odd locales, clocks and homes."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batches import ROOT, claimcheck, environment, fill

import claimcheck as library
from claimcheck.batch import cache

resource = pytest.importorskip("resource", reason="Windows limits no files")
LIMIT = 20_000  # bytes that a file may have, where the disk is full
FORMATS = ["jsonl", "json", "csv", "html", "xlsx", "table"]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return fill(tmp_path / "drafts", 12)


def limited(*arguments: object, cwd: Path, limit: int = LIMIT) -> subprocess.CompletedProcess[str]:
    """The command on a disk with room for `limit` bytes a file: writing more fails as on a full one."""

    def set_limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *map(str, arguments)], cwd=cwd, env=environment(), text=True,
        capture_output=True, preexec_fn=set_limit,
    )  # fmt: skip


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("format", ["jsonl", "html"])
def test_a_full_disk_leaves_nothing_under_the_name(drafts: Path, format: str, jobs: int) -> None:
    kept = drafts.parent / "kept"
    kept.write_text("as it was", encoding="utf-8")
    for output in (kept, drafts.parent / "new"):
        done = limited("scan", drafts, "-f", format, "-o", output, "--jobs", jobs, cwd=drafts.parent)
        said = (
            f"claimcheck: {output}: cannot be written (file too large); make room there, or name another file"
        )
        assert (done.returncode, done.stderr.splitlines()) == (2, [said])
    assert sorted(path.name for path in drafts.parent.iterdir()) == ["drafts", "kept"]
    assert kept.read_text(encoding="utf-8") == "as it was"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_small_disk_that_fills_up(small_disk: Path, drafts: Path) -> None:
    output = small_disk / "all.jsonl"
    done = claimcheck("scan", drafts, "-o", output, cwd=drafts)
    assert done.returncode == 2
    assert done.stderr.startswith(f"claimcheck: {output}: cannot be written (no space left on device); make")
    assert list(small_disk.iterdir()) == []
    command = ("scan", drafts, "-o", output, "--cache-dir", small_disk / "kept", "-f", "csv")
    assert claimcheck(*command, "--select", "CC4", cwd=drafts).returncode in (0, 2)  # a cache that fills up


def test_a_run_goes_on_when_there_is_room_again(drafts: Path) -> None:
    folder = drafts.parent
    command = ("scan", drafts, "-o", "all.jsonl", "--resume", "journal")
    done = limited(*command, cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("claimcheck: all.jsonl.part: cannot be written (file too large)")
    assert not (folder / "all.jsonl").exists()
    assert claimcheck(*command, cwd=folder).returncode == 0
    claimcheck("scan", drafts, "-o", "whole.jsonl", cwd=folder)
    assert (folder / "all.jsonl").read_bytes() == (folder / "whole.jsonl").read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("format", ["jsonl", "xlsx", "table"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_under_standard_output(drafts: Path, format: str, jobs: str) -> None:
    command = [sys.executable, "-m", "claimcheck", "scan", str(drafts), "-f", format, "--jobs", jobs]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment())
    assert (done.returncode, done.stderr) == (
        2,
        "claimcheck: standard output: cannot be written (no space left on device); make room there, or name "
        "another file\n",
    )


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "github", "markdown", "html", "table"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_has_seen_enough(tmp_path: Path, format: str, jobs: str) -> None:
    drafts = fill(tmp_path / "drafts", 60)
    command = f"{sys.executable} -m claimcheck scan {drafts} -f {format} --jobs {jobs} | head -n 1 | wc -l"
    done = subprocess.run(
        ["bash", "-c", f"{command}; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert (done.stdout.split(), done.stderr) == (["1", "0"], "")


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_in_the_middle_that_cannot_be_read(drafts: Path, jobs: int) -> None:
    faults: dict[str, Callable[[Path], None]] = {
        "gone": lambda path: path.symlink_to("nowhere"),
        "circle": lambda path: path.symlink_to(path.name),
        "locked": lambda path: path.touch(0),
        "failing": lambda path: path.symlink_to("/proc/self/mem"),
    }
    for name, make in faults.items():
        make(drafts / f"005-{name}.txt")
    done = claimcheck("scan", drafts, "-f", "jsonl", "--jobs", jobs, cwd=drafts, powerless=True)
    assert done.returncode == 2
    assert [json.loads(line)["path"][-7:-4] for line in done.stdout.splitlines()] == [
        f"{n:03}" for n in range(12)
    ]
    told = [line.rsplit("-", 1)[1].split(".")[0] for line in done.stderr.splitlines()]
    assert told == sorted(faults)
    assert "005-locked.txt: cannot be read (permission denied)" in done.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_go_while_others_are_read(tmp_path: Path, jobs: int) -> None:
    drafts = fill(tmp_path / "drafts", 200)
    results = library.scan(drafts, jobs=jobs)
    first = next(results)
    (drafts / "199.txt").unlink()
    rest = list(results)
    assert isinstance(first, library.Report) and len(rest) == 199
    assert "199.txt: there is no such file or folder" in str(rest.pop())
    assert all(isinstance(result, library.Report) for result in rest)


WORDS = "Übung – “Größe”\n\n“Rund £5m”, said Zoë Ångström on Monday, up from €3m in 2021.\n"
NOTE = "claimcheck: ./windows.txt: is not UTF-8 (line 1); read as Windows-1252\n"
ODD: dict[str, dict[str, str]] = {
    "C": {"LC_ALL": "C"},
    "C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX, ASCII streams": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    "no such locale": {"LC_ALL": "xx_YY.KOI8-R", "LANG": "tlh"},
    "comma for the point": {"LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"},
    "far east": {"TZ": "Pacific/Kiritimati"},
    "no such zone": {"TZ": ":Mars/Olympus"},
    "a day ahead": {"TZ": "XXX-23:59:59"},
    "hashes": {"PYTHONHASHSEED": "7"},
    "no home": {"HOME": "/dev/null", "XDG_CACHE_HOME": ""},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, bytes]:
    """A folder with odd names and words, and what a usual environment prints and writes for it."""
    folder = tmp_path_factory.mktemp("odd")
    folder.joinpath("Übung.txt").write_text(WORDS, encoding="utf-8")
    folder.joinpath("windows.txt").write_bytes(WORDS.encode("cp1252"))
    done = claimcheck("scan", ".", "-f", "jsonl", cwd=folder)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, NOTE, 2)
    claimcheck("scan", ".", "-o", "../page.html", cwd=folder)
    return folder, done.stdout, folder.parent.joinpath("page.html").read_bytes()


@pytest.mark.parametrize("variables", ODD.values(), ids=ODD)
def test_the_environment_changes_nothing(usual: tuple[Path, str, bytes], variables: dict[str, str]) -> None:
    folder, printed, page = usual
    done = claimcheck("scan", ".", "-f", "jsonl", "--jobs", 2, cwd=folder, **variables)
    assert (done.returncode, done.stderr, done.stdout) == (0, NOTE, printed)
    output = folder.parent / "odd.html"
    assert claimcheck("scan", ".", "-o", output, cwd=folder, **variables).returncode == 0
    assert output.read_bytes() == page


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
@pytest.mark.parametrize("format", FORMATS)
def test_a_name_that_is_no_unicode(tmp_path: Path, format: str) -> None:
    folder = fill(tmp_path / "drafts", 1)
    folder.joinpath("000.txt").rename(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))
    done = claimcheck("scan", "drafts", "-f", format, "-o", "out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    if format in ("jsonl", "csv"):
        options = ("scan", "drafts", "-f", format, "-o", "on", "--resume", "journal", "--jobs", 2)
        for _ in range(2):
            done = claimcheck(*options, cwd=tmp_path)
            assert (done.returncode, done.stderr) == (0, "")
        assert tmp_path.joinpath("on").read_bytes() == tmp_path.joinpath("out").read_bytes()
        assert claimcheck("scan", "drafts", "-f", format, cwd=tmp_path).stderr == ""


def test_a_home_that_cannot_be_written_to(drafts: Path) -> None:
    plain = claimcheck("scan", drafts, "-f", "jsonl", cwd=drafts)
    for jobs in (1, 2):
        done = claimcheck(
            "scan", drafts, "-f", "jsonl", "--cache", "--jobs", jobs, cwd=drafts,
            HOME="/dev/null", XDG_CACHE_HOME="",
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (0, plain.stdout)
        said = (
            "claimcheck: /dev/null/.cache/claimcheck: cannot hold a cache (not a directory); scanned without"
        )
        assert done.stderr == f"{said} one\n"


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that may be read and not written to."""
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    yield folder
    folder.chmod(0o700)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_home_that_is_read_only(drafts: Path, closed: Path, jobs: int) -> None:
    plain = claimcheck("scan", drafts, "-f", "jsonl", cwd=drafts)
    done = claimcheck(
        "scan", drafts, "-f", "jsonl", "--cache", "--jobs", jobs, cwd=drafts, powerless=True,
        HOME=str(closed), XDG_CACHE_HOME="",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, plain.stdout)
    said = f"claimcheck: {closed}/.cache/claimcheck: cannot hold a cache (permission denied); scanned without"
    assert done.stderr == f"{said} one\n"
    assert list(closed.iterdir()) == []


@pytest.mark.parametrize("more", [(), ("--resume", "journal")])
def test_a_folder_that_may_be_read_and_not_written(drafts: Path, closed: Path, more: tuple[str, ...]) -> None:
    output = closed / "all.jsonl"
    done = claimcheck("scan", drafts, "-o", output, *more, cwd=drafts.parent, powerless=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"claimcheck: {output}")
    assert "cannot be written (permission denied); " in done.stderr
    assert len(done.stderr.splitlines()) == 1 and list(closed.iterdir()) == []
    done = claimcheck("scan", drafts, "-o", "/proc/closed.jsonl", cwd=drafts)
    assert done.returncode == 2 and "/proc/closed.jsonl: cannot be written (" in done.stderr


def test_a_folder_that_may_not_be_looked_into(drafts: Path) -> None:
    locked = fill(drafts / "locked", 2)
    locked.chmod(0)
    done = claimcheck("scan", drafts, "-f", "jsonl", cwd=drafts, powerless=True)
    locked.chmod(0o700)
    assert done.returncode == 2 and len(done.stdout.splitlines()) == 12
    said = "the folder cannot be opened; check that you may open it"
    assert done.stderr == f"claimcheck: {locked}: {said}\n"


@pytest.mark.parametrize("now", [-1e9, 0.0, 4e10])
def test_the_clock_may_stand_anywhere(drafts: Path, monkeypatch: pytest.MonkeyPatch, now: float) -> None:
    fresh = list(library.scan(drafts))
    os.utime(drafts / "000.txt", (max(now, 0), max(now, 0)))
    monkeypatch.setattr(cache.time, "time", lambda: now)
    for _ in range(2):
        assert list(library.scan(drafts, cache=drafts.parent / "kept")) == fresh


ASKING = {"today", "now", "utcnow", "localtime", "gmtime", "ctime"}


def test_no_reading_depends_on_the_day_of_the_scan() -> None:
    """Days count from the article's own day: nothing that reads or reports asks for today's."""
    asked = {
        str(path.relative_to(ROOT))
        for path in ROOT.joinpath("claimcheck").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ASKING
    }
    assert asked == set()
