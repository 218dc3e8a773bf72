"""A batch of articles becomes a batch of claims, whatever is in it."""

import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from claimcheck.archive import COLUMNS, arrow_schema, scan_batch
from claimcheck.archive.batches import prepare
from claimcheck.archive.schema import FINDING, sql_schema
from claimcheck.errors import InputError
from claimcheck.settings import Settings
from tests.archive.articles import ARTICLE, BROKEN

TEXT = ARTICLE.format(number=12, town="Ardmore")


def rows(*articles: dict[str, Any], **settings: Any) -> list[dict[str, Any]]:
    """The rows that a batch of articles gives."""
    batch = pa.RecordBatch.from_pylist(list(articles))
    result = scan_batch(batch, Settings(**settings))
    assert result.schema.equals(arrow_schema())
    return result.to_pylist()  # type: ignore[no-any-return]


def test_each_claim_is_a_row_with_its_article() -> None:
    found = rows({"id": "a", "text": TEXT, "date": "2024-03-05", "url": "https://paper.example/a"})
    assert [row["text"] for row in found] == ["12", "At least 12", "up to $2.5 million", "30%", "150", "100"]
    assert [row["row"] for row in found] == list(range(6))
    hurt = found[1]
    assert (hurt["id"], hurt["url"], hurt["published"]) == ("a", "https://paper.example/a", date(2024, 3, 5))
    assert (hurt["low"], hurt["high"], hurt["kind"], hurt["modifier"]) == (12.0, None, "count", "lower")
    assert (hurt["source"], hurt["source_kind"], hurt["anonymous"]) == ("police", "organisation", False)
    assert hurt["sentence"].startswith("At least 12 people were hurt in Ardmore")
    assert TEXT[hurt["start"] : hurt["end"]] == hurt["text"]
    assert found[3]["anonymous"] and "anonymous" in found[3]["flags"]


def test_articles_of_one_id_are_told_apart() -> None:
    texts = ("Nine died.", "Ten died.", "Nine died.")
    found = rows(*[{"id": "a", "text": text} for text in texts])
    first, second, third = (row["article"] for row in found)
    assert first == third != second


def test_a_finding_stands_with_each_claim_it_asks_about() -> None:
    asked = [row["text"] for row in rows({"text": TEXT}) if "CC401" in {f["code"] for f in row["findings"]}]
    assert asked == ["30%", "150", "100"]


def test_an_article_without_figures_gives_a_row() -> None:
    (row,) = rows({"id": "quiet", "text": "Nothing happened."})
    assert (row["id"], row["words"], row["claim"], row["error"]) == ("quiet", 2, None, None)


@pytest.mark.parametrize(
    ("article", "why"),
    [
        ({"id": "x", "text": None}, 'has no "text"'),
        ({"id": "x", "text": "  "}, 'has an empty "text"'),
        ({"id": "x", "body": "Nine died."}, 'has no "text"'),
        ({"id": "x", "text": 12}, 'has a "text" that is not in quotation marks'),
    ],
    ids=str,
)
def test_what_cannot_be_scanned_says_why_and_stops_nothing(article: dict[str, Any], why: str) -> None:
    first = rows(article)[0]
    assert first["error"].startswith(why) and first["claim"] is None and first["id"] == "x"
    assert len(rows({"text": TEXT})) == 6


def test_an_article_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck import scanning

    def fail(document: object) -> None:
        raise ZeroDivisionError

    fingerprint = rows({"id": 7, "text": TEXT})[0]["article"]
    monkeypatch.setattr(scanning, "analyse", fail)
    (row,) = rows({"id": 7, "text": TEXT})
    assert row["id"] == "7" and "ZeroDivisionError" in row["error"] and row["article"] == fingerprint


@pytest.mark.parametrize("day", ["2024-03-05", date(2024, 3, 5), "5 March 2024", b"2024-03-05"], ids=str)
def test_cells_of_other_types_are_read(day: object) -> None:
    assert rows({"id": Decimal(5), "text": TEXT, "date": day})[0]["published"] == date(2024, 3, 5)


def test_lines_of_json_are_read_as_files_of_them_are() -> None:
    lines = ['{"id": 1, "text": "Nine died."}', "", BROKEN, '{"id": 2, "text": "Ten died."}']
    found = rows(*({"line": line} for line in lines))
    assert [(row["id"], row["text"]) for row in found] == [("1", "Nine"), (None, None), ("2", "Ten")]
    assert found[1]["error"].startswith("is not JSON")


def test_rows_that_cannot_be_read_are_told_apart() -> None:
    found = rows(*({"line": line} for line in ['{"id": 1', '{"id": 2', b'{"id": 1\n']))
    first, second, third = (row["article"] for row in found)
    assert first == third != second and all(row["error"] for row in found)


def test_settings_go_to_other_machines_with_what_they_read(tmp_path: Path) -> None:
    """A configuration lies on the machine that the command is given on, and workers have other folders."""
    file = tmp_path / "claimcheck.toml"
    file.write_text('ignore = ["CC4"]\n[[per-path]]\npaths = ["*.txt"]\nignore = ["CC1"]\n')
    sent = pickle.dumps(prepare(Settings(config=file))[0])
    file.unlink()
    batch = pa.RecordBatch.from_pylist([{"text": TEXT}])
    found = pickle.loads(sent)(batch)
    assert found.equals(scan_batch(batch, Settings(ignore=("CC4",)))) and not found.equals(scan_batch(batch))


def test_settings_that_cannot_be_used_are_named() -> None:
    with pytest.raises(InputError, match="no check is called 'nonsense'"):
        prepare(Settings(select=("nonsense",)))


def test_a_line_without_words_keeps_its_id() -> None:
    (found,) = rows({"line": '{"id": "a7", "text": 12}'})
    assert (found["id"], found["claim"]) == ("a7", None) and found["error"].startswith('has a "text"')


def test_settings_hold() -> None:
    assert not any(row["findings"] for row in rows({"text": TEXT}, ignore=("CC",)))


def test_both_schemas_name_the_same_columns() -> None:
    names = [column.name for column in COLUMNS]
    assert arrow_schema().names == names
    for name in (*names, *(name for name, _ in FINDING)):
        assert f"{name}" in sql_schema()


def test_the_output_can_be_written(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    table = pa.Table.from_batches([scan_batch(pa.RecordBatch.from_pylist([{"text": TEXT}]))])
    pq.write_table(table, tmp_path / "claims.parquet")
    assert pq.read_table(tmp_path / "claims.parquet").to_pylist() == table.to_pylist()
