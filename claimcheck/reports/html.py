"""One page for a reviewer, with everything in it: no network, no file beside it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from string import Template

from claimcheck import __version__
from claimcheck.model import Report
from claimcheck.reports.flags import FLAGS, WEIGHTS
from claimcheck.reports.html_article import article
from claimcheck.reports.html_cards import cards, findings
from claimcheck.reports.html_leaf import FOUND, SILENCED, Leaf, shown
from claimcheck.reports.html_scales import pictures
from claimcheck.reports.rows import SEVERITIES, Sheet, lay_out
from claimcheck.reports.view import View

_PAGE = Path(__file__).parent / "page"
_LEGEND = (
    ("source-weight", "who says it"),
    ("doubt-weight", "how surely"),
    ("bound-weight", "one or both ends open or apart"),
    ("clear-weight", "no flag"),
)


def render(reports: Iterable[Report], view: View) -> Iterator[str]:
    """The page over all reports. What an article says stands on it only as text."""
    leaves = [Leaf(report, view, number) for number, report in enumerate(reports, 1)]
    yield Template(_part("html")).substitute(
        version=shown(__version__),
        title=shown(_title(leaves)),
        policy=_policy(),
        style=_part("css"),
        script=_part("js"),
        chips="".join(_chips(leaves)),
        sources="".join(_sources(leaves)),
        body="\n".join((*_contents(leaves), *_documents(leaves))),
    )


def _title(leaves: Sequence[Leaf]) -> str:
    if len(leaves) == 1:
        return f"{lay_out(leaves[0].report, leaves[0].view).title} – claimcheck"
    return f"{len(leaves)} articles – claimcheck"


def _documents(leaves: Sequence[Leaf]) -> Iterator[str]:
    for leaf in leaves:
        yield from _document(leaf, len(leaves) > 1)


def _document(leaf: Leaf, several: bool) -> Iterator[str]:
    sheet, document = lay_out(leaf.report, leaf.view), leaf.report.article.document
    name = shown(str(document.id or document.path or document.title or leaf.number))
    yield f'<section class="document" id="{leaf.id("top")}" data-article="{name}">'
    up = '<p class="up"><a href="#contents">All articles</a></p>' if several else ""
    yield f"<header>{up}<h1>{shown(sheet.title)}</h1><p>{shown(sheet.facts)}</p></header>"
    yield '<div class="columns"><div>'
    yield from findings(leaf)
    yield f"<h2>The article</h2>{_legend()}"
    yield from article(leaf)
    yield from pictures(leaf)
    yield from _implied(sheet)
    yield from _coverage(leaf)
    yield "</div>"
    yield from cards(leaf)
    yield "</div></section>"


def _contents(leaves: Sequence[Leaf]) -> Iterator[str]:
    if len(leaves) < 2:
        return
    yield f'<nav class="contents" id="contents" aria-label="Articles"><h1>{len(leaves)} articles</h1><table>'
    yield "<thead><tr><th>Article</th><th>Figures</th><th>Flagged</th><th>Findings</th></tr></thead><tbody>"
    for leaf in leaves:
        sheet, path = lay_out(leaf.report, leaf.view), leaf.report.article.document.path
        file = f" <small>{shown(path)}</small>" if path and path != sheet.title else ""
        flagged = sum(1 for claim in leaf.claims if claim.flags)
        yield (
            f'<tr><td><a href="#{leaf.id("top")}">{shown(sheet.title)}</a>{file}</td>'
            f"<td>{len(leaf.claims)}</td><td>{flagged}</td><td>{_grave(leaf)}</td></tr>"
        )
    yield "</tbody></table></nav>"


def _grave(leaf: Leaf) -> str:
    counts = Counter(finding.severity for finding in leaf.report.findings)
    said = (
        f'<span class="{severity}"><span class="severity">{counts[severity]} {severity}'
        f"{'' if counts[severity] == 1 else 's'}</span></span>"
        for severity in SEVERITIES[:2]
        if counts[severity]
    )
    return " · ".join(said) or "none"


def _implied(sheet: Sheet) -> Iterator[str]:
    if sheet.implied:
        yield "<h2>What the figures imply</h2>"
        yield "<details open><summary>Sums to weigh, not findings</summary><ul>"
        yield from (f"<li>{shown(line.removeprefix('implied: '))}</li>" for line in sheet.implied)
        yield "</ul></details>"


def _coverage(leaf: Leaf) -> Iterator[str]:
    report, aside = leaf.report, leaf.report.set_aside
    yield (
        f"<h2>Every number</h2><p>{report.numbers} numbers seen: {report.numbers - len(aside)} in claims, "
        f"{len(aside)} set aside.</p>"
    )
    if aside:
        yield "<details><summary>Set aside, and why</summary><ul>"
        for part in aside:
            where = leaf.place.paragraph(part.start)
            yield f"<li>“{leaf.words(part.start, part.end)}” (¶ {where}): {shown(part.reason)}</li>"
        yield "</ul></details>"


def _legend() -> str:
    marks = "".join(f'<span><i class="{css}">12</i>{meaning}</span>' for css, meaning in _LEGEND)
    return f'<p class="legend">{marks}</p>'


def _chips(leaves: Sequence[Leaf]) -> Iterator[str]:
    counts = Counter(mark for leaf in leaves for claim in leaf.claims for mark in leaf.marks(claim))
    reports = [leaf.report for leaf in leaves]
    grave = any(finding.severity != "advice" for report in reports for finding in report.findings)
    always = {FOUND: grave, SILENCED: any(report.silenced for report in reports)}
    for flag in (FOUND, *FLAGS, SILENCED):
        if counts[flag.name] or always.get(flag):
            weight = WEIGHTS.get(flag.name, "clear")
            yield (
                f'<button type="button" aria-pressed="false" class="{weight}-weight" '
                f'data-flag="{flag.name}" title="{shown(flag.meaning)}">{flag.name} '
                f"<small>{counts[flag.name]}</small></button>"
            )


def _sources(leaves: Sequence[Leaf]) -> Iterator[str]:
    counts = Counter(leaf.source(claim) for leaf in leaves for claim in leaf.claims)
    for name, count in counts.most_common():
        yield f'<option value="{shown(name)}">{shown(name)} ({count})</option>'


def _policy() -> str:
    """Only the page's own style and script, by their hashes; nothing is fetched (CSP level 3)."""
    style, script = _hash(_part("css")), _hash(_part("js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _part(kind: str) -> str:
    return (_PAGE / f"page.{kind}").read_text(encoding="utf-8")
