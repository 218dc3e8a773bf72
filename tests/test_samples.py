"""The shop window: every sample reads, and what is said of it holds."""

import json
from pathlib import Path

import jsonschema
import pytest

import claimcheck
from claimcheck.reports import json as json_report
from claimcheck.reports.schema import text as schema_text

SAMPLES = sorted(Path(__file__).parent.parent.joinpath("samples").glob("*.txt"))
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))


def test_there_are_six_beats() -> None:
    assert {path.stem for path in SAMPLES} >= {"war", "flood", "budget", "poll", "results", "health"}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    (report,) = claimcheck.scan([path])
    assert isinstance(report, claimcheck.Report)
    shown = json.loads("".join(json_report.render([report])))
    VALIDATOR.validate(shown)
    document, text = shown["documents"][0], report.article.text
    assert 300 <= document["words"] <= 800
    assert document["title"] == text.split("\n")[0]
    assert len(document["claims"]) > 10
    for part in (*document["claims"], *document["times"], *document["hedges"]):
        assert text[part["start"] : part["end"]] == part["text"]
    assert every_digit_is_accounted_for(document, text)


def every_digit_is_accounted_for(document: dict[str, object], text: str) -> bool:
    """Each digit stands in a claim or in a number set aside; the coverage adds up."""
    coverage = document["coverage"]
    assert isinstance(coverage, dict) and isinstance(document["claims"], list)
    assert coverage["numbers"] == coverage["in_claims"] + len(coverage["set_aside"])
    covered = {
        index
        for part in (*document["claims"], *coverage["set_aside"])
        for index in range(part["start"], part["end"])
    }
    return all(index in covered for index, char in enumerate(text) if char.isdigit())
