"""Small archives, and what an output holds."""

import gzip
import json
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

TOWNS = ("Ardmore", "Belfield", "Carrow", "Dunmere", "Eastholm")
ARTICLE = """{number} hurt as {town} market roof falls

At least {number} people were hurt in {town} on Tuesday, police said. Repairs could cost up to $2.5 million.

Sales rose 30% to 150 stalls from 100, according to a trader who asked not to be named.
"""
BROKEN = "{this is no JSON"


def records(shard: int, count: int) -> list[dict[str, str]]:
    """`count` articles, each unlike the others."""
    return [
        {
            "id": f"{shard}-{n}",
            "text": ARTICLE.format(number=shard * 100 + n + 3, town=TOWNS[n % len(TOWNS)]),
            "date": f"2024-0{n % 9 + 1}-11",
            "url": f"https://paper.example/{shard}/{n}",
        }
        for n in range(count)
    ]


def make_archive(folder: Path, shards: int = 3, count: int = 5) -> Path:
    """Shards in every form: parquet, JSON lines with one that is broken, JSON lines packed."""
    (folder / "2024").mkdir(parents=True)
    for shard in range(shards):
        rows = records(shard, count)
        if shard % 3 == 0:
            pq.write_table(pa.Table.from_pylist(rows), folder / f"s{shard:03}.parquet")
            continue
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        if shard % 3 == 1:
            (folder / "2024" / f"s{shard:03}.jsonl").write_text(f"{lines}\n{BROKEN}\n")
        else:
            with gzip.open(folder / f"s{shard:03}.jsonl.gz", "wt") as file:
                file.write(lines)
    return folder


def rows_of(output: Path) -> list[tuple[object, ...]]:
    """Every row of an output, sorted."""
    table = f"read_parquet('{output}/**/*.parquet', hive_partitioning=true)"
    return duckdb.sql(f"select * from {table} order by shard, id, row").fetchall()


ODD_LINES = (
    b'\xef\xbb\xbf{"id": "a", "text": "Nine died."}',
    b'{"id": "b", "text": "The caf\xe9 sold 10 cakes."}',
    b'{"id": "c", "title": "\\udc00", "url": "\\ud801", "text": "11 \\ud800 died."}',
    b'{"id": "d",\r "text": "12\xe2\x80\xa8boats."}\r',
    b"[1, 2]",
    b"[" * 100_000,
    b'{"id": "same", "text": "Thirteen died."}',
    b'{"id": "same", "text": "Fourteen died."}',
)
ODD_TEXTS = [
    ("a", "Nine"), ("b", "10"), ("c", "11"), ("d", "12"), ("same", "Fourteen"), ("same", "Thirteen"),
    (None, None), (None, None),
    ("long", "15"), ("null", None),
    (None, None),
]  # fmt: skip


def make_odd_archive(folder: Path) -> None:
    """Shards that are empty, cut off or without articles, and lines and cells of every odd kind."""
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(b"\n".join(ODD_LINES))
    (folder / "empty.jsonl").touch()
    (folder / "half.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Nine died."}\n' * 2000)[:60])
    long = "15 died. " + "Nobody spoke. " * 40_000
    rows = [{"id": "long", "text": long}, {"id": "null", "text": None}]
    pq.write_table(pa.Table.from_pylist(rows), folder / "b.parquet")
    pq.write_table(pa.Table.from_pylist([{"body": "Nine died."}]), folder / "c.parquet")
    pq.write_table(pa.Table.from_pylist(rows).slice(0, 0), folder / "none.parquet")


def texts_of(output: Path) -> list[tuple[object, ...]]:
    """The id, text and error of every row of an output."""
    table = f"read_parquet('{output}/**/*.parquet', hive_partitioning=true)"
    return duckdb.sql(f"select id, text, error from {table} order by shard, id nulls last, text").fetchall()
