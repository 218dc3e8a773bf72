"""What a start may import, and that compiled tables say what their sources say."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from claimcheck.lexicon.compile import HOMES

ROOT = Path(__file__).parent.parent
HEAVY = {"rich", "dateparser", "quantulum3", "pydantic", "numpy", "pint", "typer.rich_utils"}
NETWORK = {"socket", "ssl", "http.client", "urllib.request", "asyncio"}
# What only Typer, a report of another kind or a rare input needs.
RARE = {
    "typer", "inspect", "dataclasses", "threading", "subprocess", "hashlib", "_hashlib", "tomllib",
    "calendar", "claimcheck.options", "claimcheck.figures.unit_index", "claimcheck.reports.html",
}  # fmt: skip
ARTICLE = "Fire Kills Nine\n\nAt least 9 people died on Tuesday, up from 3 on 4 May, and 2.5 km of road shut."
STARTS = {
    "import claimcheck": "",
    "--help": "--help",
    "scan --format json": "scan - --format json",
    "scan --format jsonl": "scan - --format jsonl",
    "scan through a pipe": "scan -",
    "schema": "schema",
}


def imported(arguments: str, folder: Path = ROOT) -> set[str]:
    """The modules a fresh process ends with, of the package in `folder`."""
    code = f"""
import atexit, sys
atexit.register(lambda: print("\\n" + " ".join(sys.modules), file=sys.stderr))
import claimcheck
if {arguments.split()!r}:
    from claimcheck.__main__ import main
    sys.argv[1:] = {arguments.split()!r}
    main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], input=ARTICLE, capture_output=True, text=True, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", STARTS.values(), ids=STARTS)
def test_heavy_modules_stay_away_and_so_does_the_network(arguments: str) -> None:
    assert not imported(arguments) & (HEAVY | NETWORK)


@pytest.mark.parametrize("arguments", ["scan - --format json", "scan -f jsonl -", "scan -"])
def test_an_ordinary_scan_loads_what_it_needs(arguments: str, checkout: Path) -> None:
    run(checkout, COMPILE)
    found = imported(arguments, checkout)
    assert not found & RARE
    assert len(found) < 375
    checks = {name for name in found if name.startswith("claimcheck.checks.")}
    assert "claimcheck.checks.percent_change" in checks
    assert not checks & {"claimcheck.checks.shares", "claimcheck.checks.times_less", "claimcheck.checks.age"}
    relations = {name for name in found if name.startswith("claimcheck.relations.")}
    assert "claimcheck.relations.changes" in relations
    assert not relations & {"claimcheck.relations.shares", "claimcheck.relations.elapsed"}


def test_an_ordinary_scan_reads_one_file_of_words(checkout: Path) -> None:
    run(checkout, COMPILE)
    opened = """
import sys
seen = []
sys.addaudithook(lambda event, given: event == "open" and seen.append(str(given[0])))
from claimcheck.attribution.vocabulary import triggers
from claimcheck.figures.vocabulary import unit_index
from claimcheck.hedges.lexicon import cues
from claimcheck.times.words import words
assert triggers() and unit_index() and cues() and words()
print(*[path for path in seen if "lexicon" in path and not path.endswith((".py", ".pyc"))], sep="\\n")
"""
    assert [Path(line).name for line in run(checkout, opened).split()] == ["tables.bin"]


def test_importing_the_package_imports_nothing_of_it() -> None:
    assert not {name for name in imported("") if name.startswith("claimcheck.")}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the package and its project file, not compiled."""
    without = shutil.ignore_patterns("__pycache__", "compiled")
    shutil.copytree(ROOT / "claimcheck", tmp_path / "claimcheck", ignore=without)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(checkout: Path, code: str) -> str:
    """What `code` prints in a checkout; third-party packages are not found, as while the package is built."""
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=checkout, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


COMPILE = "from claimcheck.lexicon.compile import compile_tables; compile_tables()"
SAME = """
import sys, tomllib
from importlib import import_module
from claimcheck.lexicon import load
from claimcheck.lexicon.compile import HOMES
from claimcheck.lexicon.ready import MAKERS, PACKAGE, compiled
from pathlib import Path
for path in Path(PACKAGE, "lexicon").glob("*.toml"):
    assert path.name in compiled()
    assert load(path.stem) == tomllib.loads(path.read_text(encoding="utf-8")), path
for home in HOMES:
    import_module(f"claimcheck.{home}")
for name, make in MAKERS.items():
    module, _, function = name.rpartition(".")
    assert name in compiled(), name
    ready, made = getattr(sys.modules[module], function)(), make()
    assert getattr(ready, "_by_first", ready) == getattr(made, "_by_first", made), name
print(len(MAKERS))
"""


def test_compiled_tables_are_what_the_sources_give(checkout: Path) -> None:
    run(checkout, COMPILE)
    assert int(run(checkout, SAME)) > 10


@pytest.mark.parametrize("edited", ["lexicon/words.toml", "attribution/vocabulary.py"])
def test_tables_of_an_edited_checkout_are_made_anew(checkout: Path, edited: str) -> None:
    state = "from claimcheck.lexicon.ready import compiled; print(len(compiled()))"
    assert run(checkout, state) == "0\n"
    run(checkout, COMPILE)
    assert int(run(checkout, state)) > 30
    with (checkout / "claimcheck" / edited).open("a") as file:
        file.write("\n")
    assert run(checkout, state) == "0\n"


def test_a_damaged_compiled_file_is_passed_over(checkout: Path) -> None:
    run(checkout, COMPILE)
    (checkout / "claimcheck/lexicon/compiled/tables.bin").write_bytes(b"\x80\x05half")
    assert "said" in run(
        checkout, "from claimcheck.attribution.vocabulary import triggers; print(triggers())"
    )


def test_every_table_is_compiled() -> None:
    marked = {
        path.relative_to(ROOT / "claimcheck").with_suffix("").as_posix().replace("/", ".")
        for path in (ROOT / "claimcheck").rglob("*.py")
        if "\n@table\n" in path.read_text(encoding="utf-8")
    }
    assert {home.removesuffix(".__init__") for home in marked} == set(HOMES)


def test_built_package_carries_compiled_tables(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    copy = tmp_path / "source"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "tests", "__pycache__", "compiled"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    lists = {path.name for path in copy.glob("claimcheck/lexicon/*.toml")}
    assert {f"claimcheck/lexicon/{name}" for name in lists} <= names
    assert "claimcheck/lexicon/compiled/tables.bin" in names
    assert {"claimcheck/py.typed", "claimcheck/reports/schema.json"} <= names
    assert {f"claimcheck/reports/page/page.{part}" for part in ("html", "css", "js")} <= names


def test_editable_install_starts_ready(checkout: Path) -> None:
    pytest.importorskip("hatchling")
    shutil.copy(ROOT / "hatch_build.py", checkout)
    build = (
        "import os; from hatch_build import ReadyHook; data = {'artifacts': []}; "
        "ReadyHook(os.getcwd(), {}, None, None, '', 'wheel').initialize('editable', data)"
    )
    subprocess.run([sys.executable, "-c", build], cwd=checkout, check=True, capture_output=True)
    assert list((checkout / "claimcheck" / "__pycache__").glob("cli.*.pyc"))
    assert int(run(checkout, "from claimcheck.lexicon.ready import compiled; print(len(compiled()))")) > 30
