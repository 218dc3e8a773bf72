"""What the parts of the review page share: one report's figures with their ids on the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from html import escape

from claimcheck.model import Claim, Finding, Report, Silenced
from claimcheck.reports.flags import FLAGS, WEIGHTS, Flag
from claimcheck.reports.place import Places
from claimcheck.reports.printable import visible
from claimcheck.reports.view import View

OWN_VOICE = "The article itself"
FOUND = Flag("questioned", "doubt", "an error or a warning is about the figure")
SILENCED = Flag("silenced", "bound", "the article silences a finding about the figure")
_FIRST = {weight: rank for rank, weight in enumerate(dict.fromkeys(flag.weight for flag in FLAGS))}


class Leaf:
    """One report on the page: its place in the row of reports, and the figures that it shows."""

    def __init__(self, report: Report, view: View, number: int) -> None:
        self.report, self.view, self.number = report, view, number
        self.place = Places(report.article)
        self.claims = [claim for claim in report.claims if view.dates or claim.figure.kind != "date"]

    def id(self, part: str, index: int | None = None) -> str:
        """The id of a part of this report: `d1-card-3`."""
        return f"d{self.number}-{part}" + ("" if index is None else f"-{index}")

    @cached_property
    def keys(self) -> list[str]:
        """A name for each figure by which its tick is kept: the claim's id, counted where it comes again."""
        seen: dict[str, int] = {}
        keys = []
        for claim in self.claims:
            seen[claim.id] = seen.get(claim.id, 0) + 1
            keys.append(claim.id if seen[claim.id] == 1 else f"{claim.id}.{seen[claim.id]}")
        return keys

    @cached_property
    def about(self) -> dict[str, list[Finding]]:
        """The findings on each claim, by its id."""
        findings: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            for claim in finding.claims:
                findings.setdefault(claim, []).append(finding)
        return findings

    @cached_property
    def silenced(self) -> dict[str, list[Silenced]]:
        """The silenced findings on each claim, by its id."""
        found: dict[str, list[Silenced]] = {}
        for each in self.report.silenced:
            for claim in each.finding.claims:
                found.setdefault(claim, []).append(each)
        return found

    def marks(self, claim: Claim) -> Iterator[str]:
        """What the page filters a figure by: its flags, and whether a finding on it is open or silenced."""
        yield from claim.flags
        if any(finding.severity != "advice" for finding in self.about.get(claim.id, ())):
            yield FOUND.name
        if claim.id in self.silenced:
            yield SILENCED.name

    def source(self, claim: Claim) -> str:
        """Whose figure it is, by the fullest name there is."""
        return self.report.sources[claim.source.source_id].name if claim.source else OWN_VOICE

    def words(self, start: int, end: int) -> str:
        """Words of the article, as HTML."""
        return escape(self.place.stretch(start, end))


def shown(text: str) -> str:
    """`text` as HTML in which nothing is markup, safe in attributes too."""
    return escape(visible(text))


def weight(claim: Claim) -> str:
    """The CSS class of a figure: what its gravest flag is about."""
    weights = sorted((WEIGHTS[flag] for flag in claim.flags if flag in WEIGHTS), key=lambda w: _FIRST[w])
    return f"{weights[0]}-weight" if weights else "clear-weight"


def flags(claim: Claim) -> Iterator[str]:
    """The claim's flags as list items."""
    for flag in claim.flags:
        yield f'<li class="{WEIGHTS.get(flag, "clear")}-weight">{shown(flag)}</li>'
