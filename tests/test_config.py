"""Configuration: what a file says holds, the nearest file wins, and every mistake in one gets a sentence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from claimcheck.config.globs import matches
from claimcheck.config.profiles import grounds, meaning, names, profile_layer
from claimcheck.config.read import read
from claimcheck.config.show import sample
from claimcheck.errors import InputError
from claimcheck.manual import page
from claimcheck.model import Report
from claimcheck.rulebook import all_rules
from claimcheck.scanning import check_text, scan
from claimcheck.settings import Settings

# CC401 percent-change is an error in it, CC301 toll-without-source advice
ARTICLE = """Ferry fares

Ticket sales rose from 10,250 to 25,500, an increase of 250%.

At least 12 people were killed.
"""


def codes(folder: Path, name: str = "a.txt", **settings: object) -> dict[str, str]:
    """Code and severity of what is found in the article `name` of `folder`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE, encoding="utf-8")
    chosen = Settings(**{"config": "nearest", **settings})  # type: ignore[arg-type]
    (report,) = scan(path, chosen)
    assert isinstance(report, Report)
    return {finding.code: finding.severity for finding in report.findings}


def configure(folder: Path, text: str, name: str = "claimcheck.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200"})


def test_article_has_both_findings_without_configuration(tmp_path: Path) -> None:
    found = codes(tmp_path)
    assert (found["CC401"], found["CC301"]) == ("error", "advice")


HOLDS = {  # configuration: what becomes of (CC401, CC301), None where it is left out
    'select = ["CC401"]': ("error", None),
    'select = ["percent-change"]': ("error", None),
    'select = ["arithmetic"]': ("error", None),
    'select = ["CC4"]': ("error", None),
    'ignore = ["source"]': ("error", None),
    'ignore = ["CC4", "toll-without-source"]': (None, None),
    'select = ["source", "arithmetic"]\nignore = ["CC401"]': (None, "advice"),
    'severity = { CC401 = "warning" }': ("warning", "advice"),
    'severity = { CC301 = "error", source = "warning" }': ("error", "error"),
    'severity = { source = "warning" }': ("error", "warning"),
    'profile = "wire"': ("error", "error"),
    'profile = "magazine"': ("error", "warning"),
    'profile = "wire"\nseverity = { CC301 = "warning" }': ("error", "warning"),
    'profile = "wire"\nignore = ["CC301"]': ("error", None),
    '[[per-path]]\npaths = ["*.txt"]\nprofile = "wire"': ("error", "error"),
    '[[per-path]]\npaths = ["wire/**"]\nprofile = "wire"': ("error", "advice"),
    'ignore = ["CC4"]\n[[per-path]]\npaths = ["a.*"]\nselect = ["CC401"]': ("error", None),
    '[[per-path]]\npaths = ["a.txt"]\nignore = ["CC4"]\n[[per-path]]\npaths = ["a.txt"]\nignore = ["CC3"]': (
        None, None
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOLDS.items(), ids=HOLDS)
def test_configuration_holds(tmp_path: Path, text: str, expected: tuple[str | None, str | None]) -> None:
    configure(tmp_path, text)
    found = codes(tmp_path)
    assert (found.get("CC401"), found.get("CC301")) == expected


WRONG = {  # configuration: what is said of it
    'selct = ["CC4"]': "no key is called 'selct'; did you mean select?",
    "fail_on = 'error'": "no key is called 'fail_on'; did you mean fail-on?",
    'ignore = ["CC4O1"]': "ignore: no check is called 'CC4O1'; did you mean CC4",
    'ignore = ["CC499"]': "no check is called 'CC499'; did you mean CC4",
    'select = ["percent-chnge"]': "no check is called 'percent-chnge'; did you mean percent-change?",
    'select = ["arithmetics"]': "did you mean arithmetic?",
    'select = ["zzzz"]': "no check is called 'zzzz'; `claimcheck rules` lists them all",
    'select = "CC401"': 'select: is not a list of words; write it in brackets: ["CC401", "arithmetic"]',
    'severity = { CC401 = "eror" }': "severity, CC401: no choice is called 'eror'; did you mean error?",
    "severity = { CC401 = 1 }": "severity, CC401: 1 is no word; choose from error, warning, advice",
    "severity = 3": "severity: is not a table",
    'profile = "wires"': "profile: no choice is called 'wires'; did you mean wire?",
    'fail-on = "sometimes"': "choose from never, error, warning, advice",
    "numbers = { spell-below = true }": "spell-below: True is no such number; give one from 0 to 101",
    "numbers = { per-cent = '%' }": "numbers: no key is called 'per-cent'; did you mean percent?",
    "[[per-path]]\nignore = ['CC4']": 'per-path 1: has no paths; say which: paths = ["wire/**"]',
    "[[per-path]]\npaths = ['a']\nprofle = 'wire'": "no key is called 'profle'; did you mean profile?",
    "[per-path]\npaths = ['a']": "per-path: is not a list of tables; begin each with [[per-path]]",
    "select = [": "is not valid TOML (invalid value (at end of document)); mend that line",
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.items(), ids=WRONG)
def test_mistakes_have_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = configure(tmp_path, text)
    with pytest.raises(InputError) as caught:
        codes(tmp_path)
    assert str(caught.value).startswith(str(file))
    assert sentence in str(caught.value)


def test_mistakes_on_the_command_line_name_the_option(tmp_path: Path) -> None:
    for given, sentence in (
        ({"select": ("CC77",)}, "--select: no check is called 'CC77'"),
        ({"ignore": ("totl",)}, "--ignore: no check is called 'totl'; did you mean total?"),
        ({"profile": "bcc"}, "--profile: no choice is called 'bcc'; did you mean bbc?"),
        ({"config": tmp_path / "no.toml"}, "cannot be read (no such file or directory)"),
    ):
        with pytest.raises(InputError, match=r".") as caught:
            check_text(ARTICLE, Settings(**given))  # type: ignore[arg-type]
        assert sentence in str(caught.value)


def test_nearest_file_wins_whole(tmp_path: Path) -> None:
    configure(tmp_path, 'ignore = ["CC3"]')
    configure(tmp_path / "desk", 'ignore = ["CC4"]')
    configure(tmp_path / "desk", '[tool.claimcheck]\nignore = ["all"]', "pyproject.toml")
    configure(tmp_path / "other", '[tool.claimcheck]\nignore = ["all"]', "pyproject.toml")
    configure(tmp_path / "third", "[tool.claimchecks]\nx = 1 # no table of claimcheck", "pyproject.toml")
    assert "CC401" in codes(tmp_path)
    assert "CC301" in codes(tmp_path, "desk/deep/er/a.txt")
    assert "CC401" not in codes(tmp_path, "desk/a.txt")
    assert codes(tmp_path, "other/a.txt") == {}
    assert "CC301" not in codes(tmp_path, "third/a.txt")
    assert "CC301" in codes(tmp_path, config=None)


def test_command_line_is_stronger_than_everything(tmp_path: Path) -> None:
    configure(tmp_path, 'profile = "wire"\nignore = ["CC301"]\nselect = ["CC3"]')
    assert "CC401" in codes(tmp_path, select=("CC4",))
    assert codes(tmp_path, select=("CC301",), profile="magazine") == {"CC301": "warning"}
    assert "CC401" not in codes(tmp_path, select=("all",), ignore=("CC4",))


PATTERNS = [
    ("*.txt", "a.txt", True),
    ("*.txt", "wire/deep/a.txt", True),
    ("wire/**", "wire/a.txt", True),
    ("wire/**", "wire/deep/a.txt", True),
    ("wire/", "wire/deep/a.txt", True),
    ("wire/*", "wire/deep/a.txt", False),
    ("wire/**", "awire/a.txt", False),
    ("**/draft-?.txt", "draft-1.txt", True),
    ("**/draft-?.txt", "desk/draft-1.txt", True),
    ("**/draft-?.txt", "desk/draft-10.txt", False),
    ("a.txt", "axtxt", False),
    ("./a[1].txt", "a[1].txt", True),
]


@pytest.mark.parametrize(("pattern", "path", "expected"), PATTERNS)
def test_patterns_match_paths(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


def test_a_hostile_pattern_ends() -> None:
    assert not matches("**/" * 8 + "x", "a/" * 40 + "b")


def test_fail_on_comes_from_the_file_and_is_overruled(tmp_path: Path) -> None:
    configure(tmp_path, 'fail-on = "error"')
    codes(tmp_path)
    assert run("scan", tmp_path).exit_code == 1
    assert run("scan", tmp_path, "--fail-on", "never").exit_code == 0
    assert run("scan", tmp_path, "--no-config").exit_code == 0
    assert run("scan", tmp_path, "--ignore", "arithmetic,CC1").exit_code == 0


def test_verbose_says_which_file_holds(tmp_path: Path) -> None:
    file = configure(tmp_path, 'ignore = ["CC3"]')
    codes(tmp_path)
    assert run("scan", tmp_path, "-v").stderr == f"claimcheck: settings of {file}\n"
    assert run("scan", tmp_path).stderr == ""


def test_json_has_only_what_is_wanted(tmp_path: Path) -> None:
    codes(tmp_path)
    (document,) = json.loads(run("scan", tmp_path, "-f", "json", "--select", "CC401").stdout)["documents"]
    assert [finding["code"] for finding in document["findings"]] == ["CC401"]


def test_config_shows_values_and_origins(tmp_path: Path) -> None:
    file = configure(tmp_path, 'profile = "wire"\nignore = ["CC401"]\n[numbers]\nspell-below = 13')
    shown = " ".join(run("config", tmp_path).stdout.split())
    for line in (
        f"configuration: {file}",
        f"profile: wire ({file})",
        f"numbers: in words below 13 ({file})",
        f"CC401 percent-change off ({file})",
        "CC301 toll-without-source error (profile wire)",
        "CC402 percent-for-points error (default)",
        "fail-on: never (default)",
    ):
        assert line in shown
    assert run("config", tmp_path / "no").exception is not None


def test_sample_is_a_configuration_with_every_key(tmp_path: Path) -> None:
    printed = run("config", "--sample").stdout
    assert printed == sample()
    assert tomllib.loads(printed) == {}
    lines = [line.removeprefix("# ") for line in printed.splitlines()]
    active = [line for line in lines if line.startswith("[") or ("= " in line and line[0].islower())]
    configuration = read(configure(tmp_path, "\n".join(active)))
    assert configuration.layer.numbers is not None
    assert (configuration.layer.fail_on, configuration.layer.profile) == ("error", "wire")
    assert configuration.per_path[0].layer.ignore == {"CC302"}
    assert all(f"  {name}: " in printed for name in names())


def test_profiles_can_be_used() -> None:
    assert set(names()) == {"wire", "bbc", "magazine"}
    for name in names():
        assert profile_layer(name).severity
        assert profile_layer(name).numbers
        assert meaning(name)


def test_every_setting_of_a_profile_rests_on_a_published_rule() -> None:
    settled = {(ground.profile, ground.setting) for ground in grounds()}
    codes = {rule.code: rule.name for rule in all_rules()}
    for name in names():
        layer = profile_layer(name)
        assert {check for profile, check in settled if profile == name} == {
            "numbers", *(codes[code] for code, _ in layer.severity)
        }  # fmt: skip
    assert all(len(ground.source) > 30 for ground in grounds())
    assert "wire: error. AP Stylebook, polls" in page("CC801")
