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
