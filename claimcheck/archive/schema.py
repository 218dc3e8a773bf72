"""The columns of an archive's output: one row a claim, in Arrow types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.values import frozen

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA = "claimcheck-archive/1"


@frozen
class Column:
    """A column of the output: its name, its type in words, and what stands in it."""

    name: str
    type: str
    meaning: str


COLUMNS = (
    Column("id", "string", "the article's id, as given"),
    Column(
        "article",
        "string",
        "a fingerprint of its text, or of a row that has none, which tells articles of one id apart",
    ),
    Column("url", "string", "its address, as given"),
    Column("title", "string", "its title, as given, or its headline"),
    Column("published", "date", "the day that its relative days count from"),
    Column("words", "int", "how many words it has"),
    Column("row", "int", "the row's number in the article, from 0"),
    Column("claim", "string", "the claim's fingerprint; null on a row without a claim"),
    Column("start", "int", "where the figure begins in the article's text"),
    Column("end", "int", "where it ends"),
    Column("text", "string", "the figure as printed"),
    Column("sentence", "string", "the sentence it stands in"),
    Column("block", "string", "headline, standfirst, caption, body, list, table"),
    Column("kind", "string", "count, percent, money and so on"),
    Column("low", "double", "the lowest value meant; null for none"),
    Column("high", "double", "the highest"),
    Column("modifier", "string", "exact, approx, upper, lower, range, vague"),
    Column("unit", "string", "the unit, currency, or thing counted"),
    Column("about", "string", "what is counted or measured, in the article's words"),
    Column("source", "string", "the source's fullest name; null for the article's own voice"),
    Column("source_kind", "string", "person, role, organisation, document, media, group, unnamed"),
    Column("anonymous", "bool", "whether the source has no name; null without a source"),
    Column("in_quote", "bool", "whether the figure stands inside quotation marks"),
    Column("flags", "strings", "the claim's flags"),
    Column("hedges", "strings", "the hedging words that bear on it"),
    Column("findings", "findings", "what the checks ask about it"),
    Column(
        "error",
        "string",
        "why the article could not be scanned; all else but its id, fingerprint and row is null then",
    ),
)
FINDING = (
    ("code", "string"), ("name", "string"), ("family", "string"), ("severity", "string"),
    ("start", "int"), ("end", "int"), ("message", "string"), ("working", "string"),
)  # fmt: skip
_DDL = {"strings": "array<string>", "bool": "boolean"}


def arrow_schema() -> pa.Schema:
    """The output's schema for Arrow."""
    import pyarrow as pa

    types: dict[str, Any] = {
        "string": pa.string(), "int": pa.int32(), "double": pa.float64(), "bool": pa.bool_(),
        "date": pa.date32(), "strings": pa.list_(pa.field("element", pa.string())),
    }  # fmt: skip
    finding = pa.struct([(name, types[type]) for name, type in FINDING])
    types["findings"] = pa.list_(pa.field("element", finding))
    return pa.schema([(column.name, types[column.type]) for column in COLUMNS])


def sql_schema() -> str:
    """The same as engines that speak SQL write it."""
    finding = ", ".join(f"{name}: {type}" for name, type in FINDING)
    types = _DDL | {"findings": f"array<struct<{finding}>>"}
    return ", ".join(f"`{column.name}` {types.get(column.type, column.type)}" for column in COLUMNS)
