"""The lists of the review page: findings to answer, figures to verify."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Finding, Silenced
from claimcheck.reports.html_leaf import Leaf, flags, shown
from claimcheck.reports.rows import SEVERITIES, read


def findings(leaf: Leaf) -> Iterator[str]:
    """Errors and warnings, worst first; questions of practice folded away unless they were asked for."""
    ordered = sorted(leaf.report.findings, key=lambda f: (SEVERITIES.index(f.severity), f.start))
    grave = [finding for finding in ordered if finding.severity != "advice"]
    advice = [finding for finding in ordered if finding.severity == "advice"]
    silenced = leaf.report.silenced
    if not ordered and not silenced:
        return
    yield f'<section id="{leaf.id("findings")}"><h2>Where figures do not fit</h2>'
    yield from _list(leaf, grave) if grave else ["<p>Nothing found.</p>"]
    if advice:
        noun = "question" if len(advice) == 1 else "questions"
        yield f"<details{' open' if leaf.view.advice else ''}>"
        yield f"<summary>{len(advice)} {noun} of practice</summary>"
        yield from _list(leaf, advice)
        yield "</details>"
    if silenced:
        yield f"<details><summary>{len(silenced)} silenced in the article</summary><ul>"
        yield from (_silenced(leaf, each) for each in silenced)
        yield "</ul></details>"
    yield "</section>"


def cards(leaf: Leaf) -> Iterator[str]:
    """One card for each figure, in article order."""
    yield f'<section class="side" id="{leaf.id("figures")}"><h2>Figures</h2><ol>'
    for index, claim in enumerate(leaf.claims):
        yield _card(leaf, index, claim)
    yield "</ol></section>"


def _list(leaf: Leaf, listed: Sequence[Finding]) -> Iterator[str]:
    at = {claim.id: index for index, claim in reversed(list(enumerate(leaf.claims)))}
    yield "<ul>"
    for finding in listed:
        card = next((at[claim] for claim in finding.claims if claim in at), None)
        yield _finding(leaf, finding, None if card is None else leaf.id("card", card))
    yield "</ul>"


def _finding(leaf: Leaf, finding: Finding, card: str | None) -> str:
    quoted = f"“{shown(leaf.place.quote(finding.start, finding.end))}”"
    if card:
        quoted = f'<a href="#{card}" data-select="{card}">{quoted}</a>'
    key = shown(f"{finding.code} {' '.join(finding.claims) or leaf.place.quote(finding.start, finding.end)}")
    working = f'<p class="working">{shown(finding.working)}</p>' if finding.working else ""
    return (
        f'<li class="finding {finding.severity}" data-key="{key}">{_tick("answered")}<div>'
        f'<p><span class="severity">{finding.severity}</span> {shown(finding.message)}</p>{working}'
        f'<p class="where">{leaf.place.where(finding.start)}: {quoted} · '
        f"{shown(finding.code)} {shown(finding.name)}</p></div></li>"
    )


def _silenced(leaf: Leaf, silenced: Silenced) -> str:
    finding = silenced.finding
    quoted = shown(leaf.place.quote(finding.start, finding.end))
    working = f" {shown(finding.working)}" if finding.working else ""
    return (
        f'<li class="finding silenced"><div><p>{shown(finding.message)}{working}</p>'
        f"<p><b>Silenced:</b> {shown(silenced.reason)}</p>"
        f'<p class="where">{leaf.place.where(finding.start)}: “{quoted}” · '
        f"{shown(finding.code)} {shown(finding.name)}</p></div></li>"
    )


def _card(leaf: Leaf, index: int, claim: Claim) -> str:
    figure, source = claim.figure, leaf.source(claim)
    card = leaf.id("card", index)
    about = f'<p class="about">{leaf.words(*figure.about)}</p>' if figure.about else ""
    marks = "".join(flags(claim))
    flagged = f'<ul class="flags">{marks}</ul>' if marks else ""
    return (
        f'<li class="card" id="{card}" data-key="{shown(leaf.keys[index])}" '
        f'data-flags="{shown(" ".join(leaf.marks(claim)))}" data-source="{shown(source)}">'
        f"{_tick('verified')}<div>"
        f'<span class="reading">{shown(read(claim, leaf.report))}</span>'
        f'<a class="words" href="#{leaf.id("figure", index)}" data-select="{card}">'
        f"{leaf.words(figure.start, figure.end)}</a>{about}"
        f'<p class="from">{_where(leaf, claim)} · {_source(leaf, claim)}</p>'
        f"{flagged}{_questions(leaf, claim)}</div></li>"
    )


def _where(leaf: Leaf, claim: Claim) -> str:
    page = leaf.place.position(claim.figure.start).page
    return f"¶ {leaf.place.paragraph(claim.figure.start)}" + (f", page {page}" if page else "")


def _source(leaf: Leaf, claim: Claim) -> str:
    if claim.source is None:
        return "no source: the article’s own voice"
    source = leaf.report.sources[claim.source.source_id]
    mention = leaf.words(claim.source.start, claim.source.end)
    name = shown(source.name)
    who = f"<b>{name}</b>" + ("" if name.lower() in mention.lower() else f", as “{mention}”")
    return who + (" (unnamed)" if source.anonymous else "")


def _questions(leaf: Leaf, claim: Claim) -> str:
    listed = sorted(leaf.about.get(claim.id, ()), key=lambda f: (SEVERITIES.index(f.severity), f.start))
    silenced = (
        f'<p class="question silenced">{shown(each.finding.message)} '
        f"<b>Silenced:</b> {shown(each.reason)}</p>"
        for each in leaf.silenced.get(claim.id, ())
    )
    return "".join((*map(_question, listed), *silenced))


def _question(finding: Finding) -> str:
    working = f" <b>{shown(finding.working)}</b>" if finding.working else ""
    severity = finding.severity
    return (
        f'<p class="question {severity}"><span class="severity">{severity}</span> '
        f"{shown(finding.message)}{working}</p>"
    )


def _tick(what: str) -> str:
    return (
        f'<label class="tick" title="{what}" hidden><input type="checkbox">'
        f'<span class="unseen">{what}</span></label>'
    )
