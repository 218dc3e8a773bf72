"""What a start may import, and that the compiled word lists say what their sources say."""

import json
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import lexicon

ROOT = Path(__file__).parent.parent
HEAVY = {"rich", "dateparser", "quantulum3", "pydantic", "numpy", "pint", "typer.rich_utils"}
NETWORK = {"socket", "ssl", "http.client", "urllib.request", "asyncio"}
STARTS = {
    "import claimcheck": "",
    "--help": "--help",
    "scan --format json": "scan - --format json",
    "scan --format jsonl": "scan - --format jsonl",
    "scan through a pipe": "scan -",
    "schema": "schema",
}


def imported(arguments: str) -> set[str]:
    """The modules a fresh process ends with."""
    code = f"""
import atexit, sys
atexit.register(lambda: print("\\n" + " ".join(sys.modules), file=sys.stderr))
import claimcheck
if {arguments.split()!r}:
    from claimcheck.cli import main
    sys.argv[1:] = {arguments.split()!r}
    main()
"""
    article = (
        "Fire Kills Nine\n\nAt least 9 people died on Tuesday, up from 3 on 4 May, and 2.5 km of road shut."
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=article, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", STARTS.values(), ids=STARTS)
def test_heavy_modules_stay_away_and_so_does_the_network(arguments: str) -> None:
    assert not imported(arguments) & (HEAVY | NETWORK)


def test_importing_the_package_imports_nothing_of_it() -> None:
    assert not {name for name in imported("") if name.startswith("claimcheck.")}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the word lists, without compiled ones."""
    copy = tmp_path / "lexicon"
    shutil.copytree(
        ROOT / "claimcheck" / "lexicon", copy, ignore=shutil.ignore_patterns("*.json", "*.py*", "compiled")
    )
    monkeypatch.setattr(lexicon, "_FOLDER", copy)
    monkeypatch.setattr(lexicon, "load", lexicon.load.__wrapped__)
    return copy


def test_compiled_lists_are_their_sources(folder: Path) -> None:
    compiled = lexicon.compile_all()
    assert len(compiled) == len(list(folder.glob("*.toml"))) > 2
    for path in compiled:
        source = tomllib.loads((folder / f"{path.stem}.toml").read_text(encoding="utf-8"))
        assert json.loads(path.read_text(encoding="utf-8"))["tables"] == source
        assert lexicon.load(path.stem) == source


def test_fresh_compiled_lists_are_used_and_stale_ones_are_not(folder: Path) -> None:
    toml, compiled = folder / "words.toml", folder / "compiled" / "words.json"
    lexicon.compile_all()
    marked = json.loads(compiled.read_text(encoding="utf-8")) | {"tables": {"mark": ["compiled"]}}
    compiled.write_text(json.dumps(marked), encoding="utf-8")
    assert lexicon.load("words") == {"mark": ["compiled"]}
    toml.write_text('mark = ["source"]\n', encoding="utf-8")
    assert lexicon.load("words") == {"mark": ["source"]}
    compiled.write_text("{half", encoding="utf-8")
    assert lexicon.load("words") == {"mark": ["source"]}


def test_built_package_carries_compiled_lists(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    copy = tmp_path / "source"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "tests", "__pycache__", "compiled"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    lists = {path.stem for path in copy.glob("claimcheck/lexicon/*.toml")}
    assert {f"claimcheck/lexicon/{name}.toml" for name in lists} <= names
    assert {f"claimcheck/lexicon/compiled/{name}.json" for name in lists} <= names
    assert {"claimcheck/py.typed", "claimcheck/reports/schema.json"} <= names
    assert {f"claimcheck/reports/page/page.{part}" for part in ("html", "css", "js")} <= names
