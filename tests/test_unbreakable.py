"""Jumbled articles and texts that once broke something: never an exception, always a sound report."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.reports.outputs import FORMATS, render
from claimcheck.reports.schema import text as schema_text
from claimcheck.reports.view import View
from claimcheck.scanning import check_text

SAMPLES = [
    path.read_text(encoding="utf-8")
    for path in sorted(Path(__file__, "../../samples").resolve().glob("*.txt"))
]
MARKS = (
    *'"“”‘’()[]-–—%$£€½⅓º\u202e\u200b\u0301\u20e3𝟗😀\x00\x1b\x85\u2028\rİßﬁ３Ⅷ五',
    *["٣٤٥", "1e999", "NaN", "-0", "0.0", "0/0", "5/0", "0%", "1,000,000,000,000,000", "1.2.3.4", "1.234,5"],
    *["12:99", "31/02/2021", "0000-00-00", "9999-12-31", "44BC", "0th", "00s", "zero", "googol", "half"],
    *[
        "minus",
        "per",
        "between",
        "to",
        "up",
        "from",
        "one in",
        "dozen",
        "twice",
        "said",
        "according",
        "sources",
    ],
    *["Monday", "ago", "years", "than", "31 December 9999", "a million years from now"],
    *["1" + "0" * 30, "9" * 60, "0." + "0" * 40 + "1"],
)
ONCE_BROKEN = [
    "The dose was 0.0,005 grams.",
    "The fine was $0. The $5,000 was paid in June.",
    "It was moved to 1.1.1000000000000000000000.2020 and 99999999999999999999.12.2020 at last.",
    "The toll fell by 20, from up to 90 to 30. It rose by five to at least 40, from up to 30.",
    "1 in " + "2" * 30 + " parts was faulty.",
    "About 1" + "0" * 30 + " people came.",
    "The dose of vitamin A\u00a0. It was 6 mg of B\u2009. And 3 of C\u202f.",
]


def mutated(seed: int) -> str:
    """A sample with pieces of others spliced in, marks strewn, digits, case, lines or order changed."""
    chance = random.Random(seed)
    text = chance.choice(SAMPLES)[:2500]
    for _ in range(chance.randrange(1, 5)):
        text = _mutation(chance, text)
    return text[:4000]


def _mutation(chance: random.Random, text: str) -> str:
    words, other = text.split(" "), chance.choice(SAMPLES)
    cut, from_ = chance.randrange(len(text) + 1), chance.randrange(len(other))
    match chance.randrange(9):
        case 0:
            data = bytearray(text.encode())
            for _ in range(20):
                data[chance.randrange(len(data))] = chance.randrange(256)
            return data.decode(chance.choice(["utf-8", "cp1252", "latin-1"]), "replace")
        case 1:
            for _ in range(25):
                words.insert(chance.randrange(len(words)), chance.choice(MARKS))
            return " ".join(words)
        case 2:
            return text[:cut] + chance.choice(MARKS) * chance.randrange(1, 9) + text[cut:]
        case 3:
            return text[:cut] + other[from_ : from_ + 900]
        case 4:
            return "".join(
                c + chance.choice("0123456789.,") * chance.choice([0, 1, 9]) if c.isdigit() else c
                for c in text
            )
        case 5:
            return text.replace("\n", chance.choice([" ", "\r\n", "\r", ""]))
        case 6:
            return chance.choice([str.upper, str.lower, str.title, str.swapcase])(text)
        case 7:
            paragraphs = text.split("\n\n")
            chance.shuffle(paragraphs)
            return "\n\n".join(paragraphs[1:] or paragraphs)
        case _:
            return "".join(
                "0" if c.isdigit() and chance.random() < 0.6 else c for c in text if chance.random() < 0.98
            )


def spans(found: Any) -> Iterator[dict[str, Any]]:
    """Every object in the JSON that has a place in the text."""
    if isinstance(found, dict):
        if "start" in found:
            yield found
        found = list(found.values())
    if isinstance(found, list):
        for part in found:
            yield from spans(part)


def check_soundness(text: str) -> None:
    (format,) = (f for f in FORMATS if f.name == "json")
    once, twice = ("".join(map(str, render(format, [check_text(text)], View()))) for _ in range(2))
    assert once == twice
    whole = json.loads(once, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    jsonschema.validate(whole, json.loads(schema_text()))
    for span in spans(whole):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert span.get("text", quoted := text[span["start"] : span["end"]]) == quoted
    coverage = whole["documents"][0]["coverage"]
    assert coverage["numbers"] == coverage["in_claims"] + len(coverage["set_aside"])


@pytest.mark.parametrize("seed", range(60))
def test_mutated_articles_give_sound_reports(seed: int) -> None:
    check_soundness(mutated(seed))


@pytest.mark.parametrize("text", ONCE_BROKEN)
def test_texts_that_once_broke_something(text: str) -> None:
    check_soundness(text)
    for format in FORMATS:
        for piece in render(format, [check_text("Inquiry opens\n\n" + text)], View(advice=True)):
            assert "Infinity" not in str(piece)
