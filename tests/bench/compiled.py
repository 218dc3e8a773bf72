"""How fast the pipeline is when it is compiled: `python -m tests.bench.compiled`.

A trial, which no release needs: a copy of the package is rewritten so that mypyc makes native classes of its
values, compiled in a scratch folder (a quarter of an hour) and timed beside the plain one.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

from tests.bench.texts import KINDS, article

ROOT = Path(__file__).parents[2]
PARTS = ("text", "times", "figures", "hedges", "claims", "attribution", "relations", "checks")
SINGLE = ("model.py", "intervals.py", "coverage.py")
PLAIN = ("__init__.py", "finders.py")  # these load modules by name
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

files = ["--ignore-missing-imports", *sys.argv.pop().split(",")]
modules = mypycify(files, opt_level="1", multi_file=True, group_name="native")
setup(name="trial", ext_modules=modules, script_args=["build_ext", "--inplace"])
"""
_TIME = """
import json, sys, time
from claimcheck.model import Document
from claimcheck.pipeline import analyse
from claimcheck.text.blocks import split_blocks

texts = json.load(sys.stdin)
def once():
    start = time.process_time()
    for text in texts:
        analyse(Document(text, split_blocks(text)))
    return time.process_time() - start
print(sum(len(text.split()) for text in texts) / min(once() for _ in range(9)))
"""
Edit = tuple[int, int, str]  # characters [start, end) and what stands there instead


def native(source: str) -> str:
    """A module with its frozen values written out, and what mypyc cannot compile said in another way."""
    tree = ast.parse(source)
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    edits = [*_edits(tree, source.encode(), starts)]
    written = source.encode()
    for start, end, text in sorted(edits, reverse=True):
        written = written[:start] + text.encode() + written[end:]
    future = "from __future__ import annotations\n"
    return written.decode().replace(future, f"{future}from typing import ClassVar\n", 1)


def _edits(tree: ast.Module, source: bytes, starts: list[int]) -> Iterator[Edit]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Name) and decorator.id == "frozen":
                    yield starts[decorator.lineno - 1], starts[decorator.lineno], ""
                    yield from _written_out(node, starts)
        elif isinstance(node, ast.Compare):
            for part in node.comparators:
                if isinstance(part, ast.Tuple | ast.Set | ast.List):
                    start, end = _place(part, starts)
                    if any(isinstance(each, ast.Starred) for each in part.elts):
                        yield start, end, f"list({source[start:end].decode()})"
        elif isinstance(node, ast.Attribute) and node.attr == "__annotations__":
            end = _place(node, starts)[1]
            yield end - len(node.attr), end, "__match_args__"


def _place(node: ast.expr | ast.stmt, starts: list[int]) -> tuple[int, int]:
    end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
    return starts[node.lineno - 1] + node.col_offset, starts[end_line - 1] + end_column


def _written_out(node: ast.ClassDef, starts: list[int]) -> Iterator[Edit]:
    """The methods of a frozen class."""
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    names = [ast.unparse(field.target) for field in fields]
    given = [
        f"{ast.unparse(field.target)}: {ast.unparse(field.annotation)}"
        + (f" = {ast.unparse(field.value)}" if field.value else "")
        for field in fields
    ]
    for field in fields:
        if field.value:
            yield _place(field.annotation, starts)[1], _place(field.value, starts)[1], ""
    values = "".join(f"self.{name}, " for name in names)
    same = " and ".join(f"self.{name} == other.{name}" for name in names)
    lines = [
        f"__match_args__: ClassVar[tuple[str, ...]] = {tuple(names)!r}",
        f"def __init__(self, {', '.join(given)}) -> None:",
        *[f"    self.{name} = {name}" for name in names],
        "def __eq__(self, other: object) -> bool:",
        f"    return isinstance(other, {node.name}) and {same}",
        f"def __hash__(self) -> int:\n        return hash(({values}))",
        f"def __reduce__(self) -> tuple[object, ...]:\n        return ({node.name}, ({values}))",
    ]
    end = starts[fields[-1].end_lineno or 0]
    yield end, end, "".join(f"    {line}\n" for line in lines)


def build(folder: Path) -> None:
    """A compiled copy of the package in `folder`."""
    package = folder / "claimcheck"
    copytree(ROOT / "claimcheck", package, ignore=ignore_patterns("__pycache__", "compiled"))
    modules = [package / name for name in SINGLE]
    modules += [path for part in PARTS for path in (package / part).glob("*.py") if path.name not in PLAIN]
    for module in [*modules, *(package / part / name for part in PARTS for name in PLAIN)]:
        if module.exists():
            module.write_text(native(module.read_text(encoding="utf-8")), encoding="utf-8")
    ready = package / "lexicon" / "ready.py"  # tables of native classes are made anew, not unpacked
    code = ready.read_text(encoding="utf-8")
    ready.write_text(code.replace("make() if found is None else unpack(found)", "make()"), encoding="utf-8")
    (folder / "setup.py").write_text(_SETUP, encoding="utf-8")
    names = ",".join(str(path.relative_to(folder)) for path in sorted(modules))
    subprocess.run([sys.executable, "setup.py", names], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def words_a_second(folder: Path, texts: str) -> float:
    """The speed of the package that lies in `folder`."""
    done = subprocess.run(
        [sys.executable, "-c", _TIME], cwd=folder, input=texts, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main(scratch: Path) -> None:
    """Build and print."""
    build(scratch)
    for share, kind in KINDS.items():
        texts = json.dumps([article(800, seed, share) for seed in range(40)])
        plain, compiled = words_a_second(ROOT, texts), words_a_second(scratch, texts)
        times = f"{compiled / plain:.2f} times as fast"
        print(f"{kind}: plain {plain:,.0f} words/s, compiled {compiled:,.0f} words/s, {times}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name))
