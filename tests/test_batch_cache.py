"""A kept analysis is the fresh one, is nobody else's to read, and never in the way."""

import os
import pickle
import stat
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from batches import environment, fill

import claimcheck
from claimcheck import scanning
from claimcheck.batch import cache, fingerprint
from claimcheck.errors import InputNote
from claimcheck.model import Document, Report
from claimcheck.settings import Settings, parse_date

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The documents that were analysed afresh."""
    found: list[Document] = []
    analyse = scanning.analyse

    def noted(document: Document) -> Report:
        found.append(document)
        return analyse(document)

    monkeypatch.setattr(scanning, "analyse", noted)
    return found


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*/*") if path.is_file())


def test_kept_reports_equal_fresh_ones_to_the_last_token(tmp_path: Path, analysed: list[Document]) -> None:
    paths = sorted(SAMPLES.glob("*.txt"))
    fresh = list(claimcheck.scan(paths))
    first, second = (list(claimcheck.scan(paths, cache=tmp_path)) for _ in range(2))
    assert fresh == first == second
    assert len(analysed) == 2 * len(paths)


def test_settings_hold_for_kept_analyses_as_for_fresh_ones(tmp_path: Path) -> None:
    drafts = fill(tmp_path / "drafts", 2)
    choices = [
        Settings(),
        Settings(ignore=("CC4",)),
        Settings(profile="wire"),
        Settings(kinds=frozenset({"percent"})),
        Settings(date=parse_date("2022-03-23")),
        Settings(date=parse_date("2022-03-30")),
    ]
    fresh = [list(claimcheck.scan(drafts, choice)) for choice in choices]
    for _ in range(2):
        assert [list(claimcheck.scan(drafts, choice, cache=tmp_path / "kept")) for choice in choices] == fresh
    assert fresh[4] != fresh[5] and len(entries(tmp_path / "kept")) == 6  # two articles on three days


def test_a_copy_of_an_article_is_known_and_a_changed_one_is_not(
    tmp_path: Path, analysed: list[Document]
) -> None:
    drafts = fill(tmp_path / "drafts", 1)
    text = drafts.joinpath("000.txt").read_text(encoding="utf-8")
    drafts.joinpath("copy.md").write_text(text, encoding="utf-8")
    first, copy = claimcheck.scan(drafts, cache=tmp_path / "kept")
    assert isinstance(first, Report) and isinstance(copy, Report)
    assert copy.article.document.path == str(drafts / "copy.md")
    assert copy.claims == first.claims
    before = len(analysed)
    drafts.joinpath("000.txt").write_text(text.replace("60", "61"), encoding="utf-8")
    list(claimcheck.scan(drafts, cache=tmp_path / "kept"))
    assert len(analysed) == before + 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-40],
        lambda data: data[:50] + bytes([data[50] ^ 1]) + data[51:],
        lambda data: zlib.compress(pickle.dumps(print)),
        lambda data: zlib.compress(pickle.dumps("no report")),
        lambda data: zlib.compress(b"cos\nsystem\n(S'touch hacked'\ntR."),
    ],
)
def test_a_damaged_entry_is_ignored_and_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: object, analysed: list[Document]
) -> None:
    monkeypatch.chdir(tmp_path)
    drafts = fill(tmp_path / "drafts", 1)
    fresh = list(claimcheck.scan(drafts, cache=tmp_path / "kept"))
    (entry,) = entries(tmp_path / "kept")
    sound = entry.read_bytes()
    entry.write_bytes(damage(sound))  # type: ignore[operator]
    assert list(claimcheck.scan(drafts, cache=tmp_path / "kept")) == fresh
    assert len(analysed) == 2 and entry.read_bytes() == sound
    assert not Path("hacked").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_owner_may_read_what_is_kept(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        list(claimcheck.scan(fill(tmp_path / "drafts", 2), cache=tmp_path / "kept"))
    finally:
        os.umask(before)
    found = [path for path in (tmp_path / "kept").rglob("*") if path.name != "CACHEDIR.TAG"]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in found}
    assert modes == {0o700, 0o600}


def test_any_change_of_the_code_or_a_word_list_makes_another_cache(tmp_path: Path) -> None:
    package = tmp_path / "claimcheck"
    for part in ("batch/fingerprint.py", "__init__.py", "lexicon/words.toml"):
        (package / part).parent.mkdir(parents=True, exist_ok=True)
        (package / part).write_bytes(Path(claimcheck.__file__).parent.joinpath(part).read_bytes())
    (package / "batch" / "__init__.py").touch()
    code = "from claimcheck.batch.fingerprint import fingerprint; print(fingerprint())"

    def found() -> str:
        return subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, text=True)

    seen = {found(), found()}
    assert len(seen) == 1
    for part in ("__init__.py", "lexicon/words.toml"):
        with (package / part).open("a", encoding="utf-8") as file:
            file.write("\n")
        seen.add(found())
    assert len(seen) == 3
    assert fingerprint.fingerprint() not in seen


def test_runs_side_by_side_share_a_cache(tmp_path: Path) -> None:
    drafts = fill(tmp_path / "drafts", 12)
    command = [sys.executable, "-m", "claimcheck", "scan", drafts, "-f", "jsonl", "--cache-dir", "kept"]
    runs = [
        subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE) for _ in range(3)
    ]
    outputs = {run.communicate()[0] for run in runs}
    assert len(outputs) == 1 and outputs.pop().count(b"\n") == 12
    assert len(entries(tmp_path / "kept")) == 12


def test_caches_of_other_versions_go_after_a_month(tmp_path: Path) -> None:
    for name, days in {"old": 40, "recent": 20}.items():
        (tmp_path / name / "ab").mkdir(parents=True)
        then = time.time() - days * 86400
        os.utime(tmp_path / name, (then, then))
    assert not isinstance(cache.open_cache(tmp_path), InputNote)
    assert not (tmp_path / "old").exists() and (tmp_path / "recent").exists()
    assert (tmp_path / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_where_the_cache_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    drafts = fill(tmp_path / "drafts", 1)
    list(claimcheck.scan(drafts, cache="default"))
    assert len(entries(tmp_path / "xdg" / "claimcheck")) == 1
    for unusable in ("", "relative/folder"):
        monkeypatch.setenv("XDG_CACHE_HOME", unusable)
        list(claimcheck.scan(drafts, cache="default"))
    assert len(entries(tmp_path / "home" / ".cache" / "claimcheck")) == 1


def test_without_a_place_to_keep_anything_the_scan_goes_on_with_one_note(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    drafts = fill(tmp_path / "drafts", 3)
    note, *reports = claimcheck.scan(drafts, cache=tmp_path / "file" / "kept", jobs=2)
    assert isinstance(note, InputNote)
    assert str(note) == f"{tmp_path}/file/kept: cannot hold a cache (not a directory); scanned without one"
    assert reports == list(claimcheck.scan(drafts))
