"""The JSON Schema of the output, which ships as a file."""

from __future__ import annotations

from pathlib import Path


def text() -> str:
    """The schema `claimcheck/1` as JSON (draft 2020-12)."""
    return Path(__file__).with_name("schema.json").read_text(encoding="utf-8")
