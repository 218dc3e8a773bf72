"""`claimcheck why`: every reading is there with its rule, every number left out with its reason."""

import subprocess
import sys

import pytest

from claimcheck.explain import explain, render
from claimcheck.scanning import check_text

TEXT = (
    "Aid workers in Orvel said on Tuesday that at least 43 people, about 20% of the village, "
    "had fled since the 1990s. It took three days and £2m, World War II veterans told Channel 4."
)


def test_every_claim_and_every_number_left_out_is_explained() -> None:
    report = check_text(TEXT)
    facts = {(line.about, line.name): line.fact for line in explain(report)}
    assert len(report.claims) >= 3
    for claim in report.claims:
        assert facts[TEXT[claim.figure.start : claim.figure.end], "rule"] == claim.figure.rule != ""
    for left in report.set_aside:
        assert facts[TEXT[left.start : left.end], "set aside"] == left.reason
    for time in report.times:
        assert time.type in facts[TEXT[time.start : time.end], "time"]


def test_tokens_show_which_touch() -> None:
    tokens = next(explain(check_text("Up 2.5km (8-mile) in the firm's day.")))
    assert tokens.fact == "Up 2.5·km (·8·-·mile·) in the firm·'s day·."


RELATED = [
    ("The fleet fell from 480 to 330 boats.", "change", "before 480, after 330, fall, ordered"),
    ("Ten left: five men and four women.", "whole", "total Ten, part five, part four, closed"),
    ("One in five, or 20%, agreed.", "twin", "first One in five, second 20%, or"),
    ("Of 300 hens, 45 (15%) had lice.", "share", "part 45, whole 300, percent 15%"),
    ("The gale felled 27 limes. The 72 limes were old.", "repeat", "earlier 27, later 72"),
    ("She gave three reasons: cost, noise, smell and risk.", "list", "number three, fewest 4, most 4"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "fact"), RELATED)
def test_relations_are_shown_with_the_words_that_say_so(text: str, kind: str, fact: str) -> None:
    found = [line for line in explain(check_text(text)) if line.name == kind]
    assert [line.fact for line in found] == [fact]
    words = found[0].about.strip("“”").split(" … ")
    assert all(part in text for part in words)


def test_rendering_names_each_thing_once_above_its_facts() -> None:
    lines = render(explain(check_text("It sold 12 vans."))).splitlines()
    assert lines[0] == "text"
    assert lines.count("12") <= 2
    assert all(line.startswith("  ") or not line.startswith(" ") for line in lines)


@pytest.mark.parametrize(
    "text", ["", "   ", "no numbers", "\u202e12\u202c", "1" * 500, "a\x00b 5 km\x1b[31m"]
)
def test_odd_text_is_explained_and_steers_no_terminal(text: str) -> None:
    shown = render(explain(check_text(text)))
    assert not {"\x1b", "\x00", "\u202e"} & set(shown)


def test_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "why", "At least 43 people died.", "--date", "2022-03-23"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "43 (digits)" in done.stdout
