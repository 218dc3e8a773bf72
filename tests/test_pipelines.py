"""The pre-commit hook and the GitHub action: well formed, and what they run does what they say."""

from __future__ import annotations

import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
yaml = pytest.importorskip("yaml", reason="the test extra is not installed")

WRONG = "Ticket sales rose from 10,250 to 25,500, an increase of 250%.\n"
RIGHT = "Ticket sales rose from 10,250 to 25,500, an increase of 149%.\n"


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a right and a wrong article, and `bin` with the commands of an installation."""
    (tmp_path / "bin").mkdir()
    for name, line in (("claimcheck", f"{sys.executable} -m claimcheck"), ("python3", "echo python3")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec {line} "$@"\n', encoding="utf-8")
        command.chmod(command.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


def run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_manifest_is_one_that_pre_commit_takes() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="the test extra is not installed")
    (hook,) = clientlib.load_manifest(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"]) == ("claimcheck", "python")


@pytest.mark.parametrize(("file", "code"), [("right.txt", 0), ("wrong.txt", 1), ("gone.txt", 2)])
def test_hook_fails_on_wrong_sums(desk: Path, file: str, code: int) -> None:
    (hook,) = load(".pre-commit-hooks.yaml")
    done = run([*shlex.split(hook["entry"]), file], desk)
    assert done.returncode == code
    assert ("CC401" in done.stdout) == (code == 1)


@pytest.mark.parametrize(("name", "taken"), [("a.txt", True), ("desk/b.md", True), ("a.py", False)])
def test_hook_is_given_articles(name: str, taken: bool) -> None:
    (hook,) = load(".pre-commit-hooks.yaml")
    assert bool(re.search(hook["files"], name)) is taken


def steps(inputs: dict[str, str], folder: Path) -> list[subprocess.CompletedProcess[str]]:
    """The action's steps, run by bash as GitHub runs them."""
    action = load("action.yml")
    values = {name: str(each["default"]) for name, each in action["inputs"].items()} | inputs
    values = {f"inputs.{name}": value for name, value in values.items()} | {"github.action_path": str(ROOT)}
    done = []
    for step in action["runs"]["steps"]:
        assert (step["shell"], "${{" in step["run"]) == ("bash", False)
        variables = {
            name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], text)
            for name, text in step["env"].items()
        }
        bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done.append(run(bash, folder, **variables))
    return done


def test_action_annotates_and_fails(desk: Path) -> None:
    installed, scanned = steps({}, desk)
    assert installed.stdout == f"python3 -m pip install --quiet {ROOT}\n"
    assert scanned.returncode == 1
    assert re.search(r"^::error file=wrong\.txt,line=1", scanned.stdout)
    assert "right.txt" not in scanned.stdout


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "right.txt"}, 0),
        ({"fail-on": "never"}, 0),
        ({"arguments": "--ignore CC401,CC1"}, 0),
        ({"paths": "wrong.txt\nright.txt"}, 1),
        ({"paths": "$(touch hacked) right.txt"}, 2),
    ],
)
def test_action_takes_its_inputs(desk: Path, inputs: dict[str, str], code: int) -> None:
    assert steps(inputs, desk)[1].returncode == code
    assert not (desk / "hacked").exists()
