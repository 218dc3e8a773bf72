"""One article that claimcheck fails on costs one sentence, not the batch."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck import scanning
from claimcheck.model import Document, Report


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    analyse = scanning.analyse

    def failing(document: Document) -> Report:
        if "unlucky" in document.text:
            raise ZeroDivisionError
        return analyse(document)

    monkeypatch.setattr(scanning, "analyse", failing)
    for name, text in {"a": "Five men fell.", "b": "An unlucky 13 fell.", "c": "Six men fell."}.items():
        tmp_path.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_failure_is_named_and_the_rest_goes_on(batch: Path) -> None:
    first, failed, last = claimcheck.scan(batch)
    assert isinstance(first, Report) and isinstance(last, Report)
    assert isinstance(failed, claimcheck.InputError)
    assert "b.txt: claimcheck failed on this article (ZeroDivisionError); please report it" in str(failed)


def test_a_failure_can_be_looked_into(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        list(claimcheck.scan(batch))
