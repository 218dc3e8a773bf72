"""Files to documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.text.blocks import split_blocks


def read(path: str) -> Iterator[Document | InputError]:
    """The documents at `path`: one for an article, one a line for JSON lines."""
    file = Path(path)
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        for line in text.splitlines():
            record = json.loads(line)
            given = record.get("date")
            yield Document(
                record["text"], split_blocks(record["text"]), path, record.get("id"), record.get("title"),
                record.get("url"), date.fromisoformat(given[:10]) if given else None,
                "record" if given else None, plain=False,
            )  # fmt: skip
    else:
        yield Document(text, split_blocks(text), path)
