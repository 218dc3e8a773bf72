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
from claimcheck.reports.html_leaf import Leaf, shown
from claimcheck.reports.html_scales import pictures
from claimcheck.reports.rows import lay_out
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
        body="\n".join((*_contents(leaves), *(line for leaf in leaves for line in _document(leaf)))),
    )


def _title(leaves: Sequence[Leaf]) -> str:
    if len(leaves) == 1:
        return f"{lay_out(leaves[0].report, leaves[0].view).title} – claimcheck"
    return f"{len(leaves)} articles – claimcheck"


def _document(leaf: Leaf) -> Iterator[str]:
    sheet, document = lay_out(leaf.report, leaf.view), leaf.report.article.document
    name = shown(str(document.id or document.path or document.title or leaf.number))
    yield f'<section class="document" id="{leaf.id("top")}" data-article="{name}">'
    yield f"<header><h1>{shown(sheet.title)}</h1><p>{shown(sheet.facts)}</p></header>"
    yield '<div class="columns"><div>'
    yield from findings(leaf)
    yield f"<h2>The article</h2>{_legend()}"
    yield from article(leaf)
    yield from pictures(leaf)
    yield from _coverage(leaf)
    yield "</div>"
    yield from cards(leaf)
    yield "</div></section>"


def _contents(leaves: Sequence[Leaf]) -> Iterator[str]:
    if len(leaves) < 2:
        return
    yield '<nav class="contents" aria-label="Articles"><ol>'
    for leaf in leaves:
        sheet = lay_out(leaf.report, leaf.view)
        grave = sum(1 for finding in leaf.report.findings if finding.severity != "advice")
        yield (
            f'<li><a href="#{leaf.id("top")}">{shown(sheet.title)}</a> '
            f"<small>{len(leaf.claims)} figures, {grave} findings</small></li>"
        )
    yield "</ol></nav>"


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
    counts = Counter(flag for leaf in leaves for claim in leaf.claims for flag in claim.flags)
    for flag in FLAGS:
        if counts[flag.name]:
            yield (
                f'<button type="button" aria-pressed="false" class="{WEIGHTS[flag.name]}-weight" '
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
