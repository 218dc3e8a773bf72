"""Ordinary news whose figures fit: the checks have nothing to ask."""

import tomllib
from pathlib import Path

import pytest

from claimcheck import check_text

CORPUS = Path(__file__).parent / "corpus" / "quiet.toml"
PASSAGES = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["passages"]


@pytest.mark.parametrize("passage", PASSAGES)
def test_nothing_is_asked(passage: str) -> None:
    found = [finding for finding in check_text(passage).findings if finding.severity != "advice"]
    assert not found, [(f.code, f.message, f.working) for f in found]
