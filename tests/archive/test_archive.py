"""Archives on one machine: shards, marks, second runs, processes that are killed."""

import contextlib
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from claimcheck.archive import archive, local, shards
from claimcheck.archive.batches import Scan
from claimcheck.archive.run import EXTRAS, Outcome
from claimcheck.archive.shards import Shard
from claimcheck.errors import InputError
from claimcheck.options import ENGINES
from claimcheck.settings import Settings
from tests.archive.articles import BROKEN, ODD_TEXTS, make_archive, make_odd_archive, rows_of, texts_of

ROOT = Path(__file__).parent.parent.parent


def done(source: Path | str, target: Path | str, **options: int) -> dict[str, str]:
    """How each shard of a run ended."""
    outcomes = archive(str(source), str(target), **options)  # type: ignore[arg-type]
    return {o.shard: "before" if o.before else o.error or "done" for o in outcomes}


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    """A run of the command."""
    given = [sys.executable, "-m", "claimcheck", "archive", *map(str, arguments)]
    return subprocess.run(given, capture_output=True, text=True, cwd=ROOT)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "articles")


def test_every_shard_gets_its_claims_and_its_mark(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims"
    assert set(done(source, target)) == {"s000.parquet", "2024/s001.jsonl", "s002.jsonl.gz"}
    assert len(list(target.glob("shard=*/_SUCCESS"))) == 3
    articles = duckdb.sql(
        f"select shard, count(distinct id), count(error) from read_parquet('{target}/**/*.parquet', "
        "hive_partitioning=true) group by shard order by shard"
    ).fetchall()
    assert articles == [("2024/s001.jsonl", 5, 1), ("s000.parquet", 5, 0), ("s002.jsonl.gz", 5, 0)]


def test_processes_give_what_one_gives(source: Path, tmp_path: Path) -> None:
    done(source, tmp_path / "one")
    done(source, tmp_path / "two", jobs=2)
    assert rows_of(tmp_path / "one") == rows_of(tmp_path / "two")


def test_a_second_run_does_what_is_missing(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims"
    done(source, target)
    before = rows_of(target)
    (target / "shard=s000.parquet" / "_SUCCESS").unlink()
    (target / "shard=s000.parquet" / "part-00000.parquet").write_bytes(b"half wri")
    assert done(source, target) == {
        "2024/s001.jsonl": "before",
        "s002.jsonl.gz": "before",
        "s000.parquet": "done",
    }
    assert rows_of(target) == before


def test_other_settings_want_another_folder(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims"
    done(source, target)
    with pytest.raises(InputError, match="holds claims of another configuration"):
        list(archive(str(source), str(target), settings=Settings(ignore=("CC4",))))


def test_a_configuration_that_says_something_else_wants_another_folder(source: Path, tmp_path: Path) -> None:
    target, file = tmp_path / "claims", tmp_path / "claimcheck.toml"
    settings = Settings(config=file)

    def said(text: str) -> list[Outcome]:
        file.write_text(text)
        return list(archive(str(source), str(target), settings=settings))

    said("")
    assert all(outcome.before for outcome in said('fail-on = "error"\n'))
    with pytest.raises(InputError, match="holds claims of another configuration"):
        said('ignore = ["CC4"]\n')


def test_another_claimcheck_wants_another_folder(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(source, tmp_path / "claims")
    monkeypatch.setattr(shards, "fingerprint", lambda: "f" * 64)
    with pytest.raises(InputError, match="holds claims of another version"):
        done(source, tmp_path / "claims")


def test_claims_of_two_archives_are_not_mixed(source: Path, tmp_path: Path) -> None:
    target, other = tmp_path / "claims", make_archive(tmp_path / "others")
    done(source, target)
    with pytest.raises(InputError, match="holds claims of another source"):
        done(other, target)
    assert set(done(source.as_uri(), target).values()) == {"before"}  # the same, written otherwise


def test_claims_do_not_go_among_the_articles(source: Path) -> None:
    for target in (source, source / "claims", source.as_uri() + "/claims"):
        with pytest.raises(InputError, match="lies among the articles"):
            done(source, target)


def test_a_note_of_a_run_that_was_cut_off_is_named(source: Path, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "_claimcheck.json").write_text('{"schema": ')
    with pytest.raises(InputError, match="is not as claimcheck wrote it; write to another folder"):
        done(source, tmp_path / "claims")


def test_odd_shards(tmp_path: Path) -> None:
    """None empty, none without the column, and no row's odd text, lets another row down."""
    source, target = tmp_path / "articles", tmp_path / "claims"
    make_odd_archive(source)
    outcome = done(source, target)
    assert "Truncated" in outcome.pop("half.jsonl.gz") and set(outcome.values()) == {"done"}
    assert [row[:2] for row in texts_of(target)] == ODD_TEXTS


def test_a_shard_that_is_broken_is_named(source: Path, tmp_path: Path) -> None:
    (source / "s000.parquet").write_bytes(b"PAR1 no parquet at all PAR1")
    outcome = done(source, tmp_path / "claims")
    assert "Parquet" in outcome.pop("s000.parquet") and set(outcome.values()) == {"done"}
    assert not (tmp_path / "claims" / "shard=s000.parquet" / "_SUCCESS").exists()


def killing(scan: Scan, shard: Shard) -> str | None:
    """An attempt that an out-of-memory killer ends at one shard."""
    if shard.name == "s000.parquet":
        os.kill(os.getpid(), signal.SIGKILL)
    return _ATTEMPT(scan, shard)


_ATTEMPT = local._attempt


def test_a_killed_process_costs_its_shard_alone(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_attempt", killing)
    outcome = done(source, tmp_path / "claims", jobs=2)
    assert outcome == {
        "s000.parquet": "its process was killed",
        "2024/s001.jsonl": "done",
        "s002.jsonl.gz": "done",
    }
    monkeypatch.undo()
    assert set(done(source, tmp_path / "claims").values()) == {"before", "done"}


def test_half_a_shard_is_no_part_of_the_output(tmp_path: Path) -> None:
    lines = gzip.compress("".join(f'{{"id": {n}, "text": "{n} died."}}\n' for n in range(900)).encode())
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "cut.jsonl.gz").write_bytes(lines[: len(lines) * 2 // 3])
    outcomes = list(archive(str(tmp_path / "articles"), str(tmp_path / "claims")))
    assert [bool(outcome.error) for outcome in outcomes] == [True]
    assert not list((tmp_path / "claims").rglob("*.parquet"))


def _processes_of(folder: Path) -> list[int]:
    """The processes that were started in `folder`."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and (entry / "cwd").resolve() == folder.resolve():
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_broken_off_leaves_no_process(tmp_path: Path, how: signal.Signals) -> None:
    source, target, home = make_archive(tmp_path / "in", 24, 60), tmp_path / "out", tmp_path / "home"
    home.mkdir()
    given = [sys.executable, "-m", "claimcheck", "archive", str(source), str(target), "--jobs", "2"]
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.Popen(given, cwd=home, env=variables, stderr=subprocess.PIPE, text=True)
    assert run.stderr
    run.stderr.readline()  # the first shard is done
    run.send_signal(how)
    said = run.stderr.read()
    assert run.wait(timeout=60) == {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}[how]
    assert "Traceback" not in said
    for _ in range(200):
        if not _processes_of(home):
            break
        time.sleep(0.1)
    assert _processes_of(home) == []
    assert 0 < len(list(target.rglob("_SUCCESS"))) < 24
    assert set(done(source, target).values()) == {"before", "done"}


def test_the_command_tells_of_each_shard(source: Path, tmp_path: Path) -> None:
    first = command(source, tmp_path / "claims")
    assert first.returncode == 0 and "3 of 3: s002.jsonl.gz is done" in first.stderr and not first.stdout
    (source / "s003.parquet").write_bytes(b"")
    second = command(source, tmp_path / "claims", "--quiet")
    assert second.returncode == 2 and len(second.stderr.splitlines()) == 1
    assert "s003.parquet failed" in second.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "out"), "nowhere: is not there; give a file or folder of articles"),
        (("samples", "out"), "samples: holds no articles; give a file or a folder of files named .parquet"),
        (("samples", "out", "--engine", "sprak"), "--engine sprak: no such engine; did you mean spark?"),
        (("ftp://x/y", "out"), "ftp://x/y: cannot be reached"),
        (("samples", "out", "--select", "nonsense"), "--select: no check is called 'nonsense'"),
        (("samples", "out", "--config", "nowhere.toml"), "nowhere.toml: cannot be read"),
    ],
    ids=str,
)
def test_wrong_places_are_named(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    given = [str(tmp_path / "out") if a == "out" else a for a in arguments]
    result = command(*given)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert said in result.stderr and not (tmp_path / "out").exists()


def test_an_engine_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError, match=r"pip install 'claimcheck-cli\[ray\]'"):
        list(archive(str(tmp_path), str(tmp_path / "out"), "ray"))


def test_the_options_name_every_engine() -> None:
    assert tuple(EXTRAS) == ENGINES


def test_a_path_in_a_line_opens_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nine died.")
    line = {"id": "a", "path": str(secret), "url": secret.as_uri(), "text": "Ten died."}
    (tmp_path / "in.jsonl").write_text(json.dumps(line))
    done(tmp_path / "in.jsonl", tmp_path / "out")
    assert "Nine" not in str(rows_of(tmp_path / "out"))


def test_the_questions_of_the_manual_are_answered(source: Path, tmp_path: Path) -> None:
    done(source, tmp_path / "claims")
    pages = [ROOT / "README.md", ROOT / "docs" / "archives.md"]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    queries = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    assert len(queries) >= 2
    for query in queries:
        found = duckdb.sql(query.replace("claims/", f"{tmp_path}/claims/")).fetchall()
        assert found, query


def test_broken_lines_are_told(source: Path, tmp_path: Path) -> None:
    done(source, tmp_path / "claims")
    errors = [row for row in rows_of(tmp_path / "claims") if row[-2]]
    assert len(errors) == 1 and "is not JSON" in str(errors[0]) and BROKEN not in str(errors[0])
