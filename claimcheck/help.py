"""What `--help` says below the options: examples to be typed as they stand, exit codes, the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST = 110  # columns that a line of help may take on a wide terminal
_OTHERS = "Options"

ROOT = """
Examples:
  claimcheck scan draft.txt     every figure, and where figures do not fit
  claimcheck sources draft.txt  who carries the story
  claimcheck explain CC401      what a check does, and why
  claimcheck scan --help        options and examples of a command
"""
SCAN = """
Examples:
  One article; a folder with its sub-folders; text from another program:
    claimcheck scan draft.txt
    claimcheck scan drafts
    pbpaste | claimcheck scan -

  With questions of practice, as an agency asks them:
    claimcheck scan drafts --advice --profile wire

  The table here, a page for the reviewer and a sheet for the checker:
    claimcheck scan draft.docx -f table -f html=review.html -f xlsx=facts.xlsx

  In a script: one line an article, exit code 1 where a sum is wrong:
    claimcheck scan drafts -f jsonl --fail-on error --quiet

  Only sums and headlines; only figures of money and percentages:
    claimcheck scan drafts --select arithmetic,CC7
    claimcheck scan drafts --kinds money,percent

  An old archive: only what is new from now on:
    claimcheck scan archive --write-baseline known.json
    claimcheck scan archive --baseline known.json

  Thousands, on every core; the same line again goes on after a stop:
    claimcheck scan archive --jobs auto --resume journal -o all.jsonl

  While you write: again at every save:
    claimcheck scan draft.md --watch

Exit codes:
  0    all was read, and nothing found that --fail-on names
  1    a finding as severe as --fail-on says, or worse
  2    an option or an input could not be used; the other inputs are scanned
  130  ended with Ctrl-C

Environment:
  NO_COLOR          no colours
  CI                no line of progress
  CLAIMCHECK_DEBUG  raise what claimcheck fails on instead of naming the article
"""
SOURCES = """
Examples:
  claimcheck sources draft.docx                   for one article
  claimcheck sources drafts -f json -o who.jsonl  one line an article
"""
ARCHIVE = """
Examples:
  The cores of this machine; files where Arrow reaches them:
    claimcheck archive articles/ claims/ --jobs 8
    claimcheck archive s3://paper/articles s3://paper/claims

  A Spark cluster, as spark-submit is set up for it; a Ray cluster that runs:
    spark-submit $(which claimcheck) archive hdfs:///a hdfs:///b --engine spark
    claimcheck archive articles/ claims/ --engine ray --cluster auto

Exit codes:
  0  all shards are done
  2  an option could not be used, or a shard not scanned: the same command
     tries it again
"""
WHY = """
Examples:
  claimcheck why "At least 43 of the 310 houses were flooded, the council said."
  claimcheck why "Sales fell in May." --date 2026-06-03
  pbpaste | claimcheck why -
"""
EXPLAIN = """
Examples:
  claimcheck explain CC401
  claimcheck explain percent-change
"""
RULES = """
Examples:
  claimcheck rules             all checks
  claimcheck rules | grep CC4  the family of sums
"""
CONFIG = """
Examples:
  claimcheck config --sample > claimcheck.toml  a file to begin with
  claimcheck config drafts/budget.md            what holds for this draft
  claimcheck config drafts --profile bbc        what would hold with this
"""
SCHEMA = """
Examples:
  claimcheck schema > claimcheck.schema.json
  claimcheck schema | jq '.["$defs"].Claim.properties | keys'
"""


class Page(TyperCommand):
    """A command whose help has its options in groups, and below them what is written for it, as it is."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The usage as manual pages have it: what is needed stands bare."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments, then each group of options in the order in which they are declared."""
        for name, parameters in grouped(self.get_params(ctx)).items():
            records = [parameter.get_help_record(ctx) for parameter in parameters]
            with formatter.section(name):
                formatter.write_dl([record for record in records if record is not None])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The examples, line by line."""
        _write_lines(self.epilog, formatter)


class Contents(TyperGroup):
    """The help of the whole program: its commands in the order of use."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands as they were declared."""
        return list(self.commands)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The examples, line by line."""
        _write_lines(self.epilog, formatter)


def _write_lines(text: str | None, formatter: Any) -> None:
    formatter.write_paragraph()
    formatter.write((text or "").lstrip("\n"))


def _group(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return "Arguments"
    return getattr(parameter, "rich_help_panel", None) or _OTHERS


def grouped(parameters: Iterable[Any]) -> dict[str, list[Any]]:
    """Parameters by the heading that the help shows them under, those without one last."""
    found: dict[str, list[Any]] = {}
    for parameter in parameters:
        found.setdefault(_group(parameter), []).append(parameter)
    others = found.pop(_OTHERS, [])
    return found | ({_OTHERS: others} if others else {})
