"""Odd articles and texts that once broke something: never an exception, always a sound report."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from fuzz import promises
from fuzz.articles import article

KEPT = tomllib.loads(Path(__file__, "../fuzz/once_failed.toml").resolve().read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("seed", range(60))
def test_odd_articles_give_sound_reports(seed: int) -> None:
    text = article(seed)
    promises.check(text)
    if seed % 6 == 0:
        promises.check_schema(text)
        promises.check_formats(text)


@pytest.mark.parametrize("case", KEPT, ids=[case["text"][:40] for case in KEPT])
def test_texts_that_once_failed(case: dict[str, Any]) -> None:
    for text in (case["text"], "Inquiry opens\n\n" + case["text"]):
        promises.check(text)
        promises.check_schema(text)
        promises.check_formats(text)


def test_odd_articles_are_many_and_each_seed_gives_one() -> None:
    found = [article(seed) for seed in range(200)]
    assert found == [article(seed) for seed in range(200)]
    assert len(set(found)) > 190
    assert sum(any(mark in text for mark in "\x1b\u202eΔ٣人") for text in found) > 10
    assert sum("\n\n" in text for text in found) > 100
