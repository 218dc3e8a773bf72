"""The library's verbs: from paths, documents or plain text to reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from typing import TYPE_CHECKING

from claimcheck.config.resolve import Resolver
from claimcheck.errors import InputError
from claimcheck.governing import govern
from claimcheck.model import Document, FigureKind, Report
from claimcheck.pipeline import analyse
from claimcheck.readers import read
from claimcheck.settings import Settings
from claimcheck.silencing.silence import silence
from claimcheck.text.blocks import split_blocks
from claimcheck.values import replace

if TYPE_CHECKING:
    from claimcheck.batch.cache import Cache
    from claimcheck.batch.work import CacheChoice

_DEFAULT = Settings()


def scan(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str],
    settings: Settings = _DEFAULT,
    *,
    stdin_filename: str | None = None,
    jobs: int = 1,
    cache: CacheChoice = None,
) -> Iterator[Report | InputError]:
    """A report for each article at `paths` (files, folders, `-`), as each is done.

    What cannot be read comes as an InputError in its place and stops nothing; an InputNote comes before
    the report of an article that was odd but usable. Raises InputError where `settings` or a configuration
    that they ask for cannot be used.

    `jobs` processes share the work, 0 for one a core; the order stays. An article that kills its process
    comes as an InputError too. `cache` is a folder to keep analyses in (`default`: the usual one), of which
    a text that is scanned again takes its own; where it cannot be used, an InputNote comes first.
    """
    if jobs != 1 or cache is not None:
        from claimcheck.batch.work import scan_apart  # lazily: most runs have few articles

        given = [paths] if isinstance(paths, str | PathLike) else paths
        yield from scan_apart((fspath(path) for path in given), settings, jobs, cache, stdin_filename)
        return
    resolver = Resolver(settings)
    for found in read(paths, stdin_filename=stdin_filename):
        yield found if isinstance(found, InputError) else check_apart(found, settings, resolver)


def check_text(text: str, settings: Settings = _DEFAULT, *, title: str | None = None) -> Report:
    """The report on an article given as text."""
    return check(Document(text, split_blocks(text), title=title), settings)


def check(document: Document, settings: Settings = _DEFAULT) -> Report:
    """The report on a document that a reader gave."""
    return _check(document, settings, Resolver(settings))


def check_apart(
    document: Document, settings: Settings, resolver: Resolver, cache: Cache | None = None
) -> Report | InputError:
    """The report, or an InputError where claimcheck itself fails, so that the rest of a batch goes on.

    With CLAIMCHECK_DEBUG in the environment the failure is raised as it is.
    """
    try:
        return _check(document, settings, resolver, cache)
    except InputError:
        raise
    except Exception as error:
        if os.environ.get("CLAIMCHECK_DEBUG"):
            raise
        where = " ".join(str(part) for part in (document.path, document.id) if part is not None)
        problem = f"claimcheck failed on this article ({type(error).__name__})"
        return InputError(where or "text", problem, "please report it; CLAIMCHECK_DEBUG=1 shows where")


def _check(document: Document, settings: Settings, resolver: Resolver, cache: Cache | None = None) -> Report:
    rules = resolver.effective(document.path)
    if settings.date:
        document = replace(document, published=settings.date, published_from="option")
    report = cache.report(document, analyse) if cache else analyse(document)
    if rules.numbers:
        from claimcheck.number_style import house_style  # lazily: only where a style is configured

        report = replace(report, findings=(*report.findings, *house_style(report, rules.numbers)))
    report = silence(report, rules.off)
    report = replace(report, findings=govern(report.findings, rules))
    return report if settings.kinds is None else _select(report, settings.kinds)


def _select(report: Report, kinds: frozenset[FigureKind]) -> Report:
    """`report` with the claims of `kinds` only; its coverage stays that of the whole text."""
    claims = tuple(claim for claim in report.claims if claim.figure.kind in kinds)
    kept = {claim.id for claim in claims}
    findings = tuple(
        replace(finding, claims=tuple(id for id in finding.claims if id in kept))
        for finding in report.findings
    )
    return replace(report, claims=claims, findings=findings)
