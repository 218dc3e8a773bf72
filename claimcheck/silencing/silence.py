"""What comments in the article silence, and what is wrong with the comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from claimcheck.model import Block, Finding, Report, Silenced
from claimcheck.text.comments import Comment, find_comments, without_comments
from claimcheck.values import replace

if TYPE_CHECKING:
    from claimcheck.silencing.comments import Silence


def silence(report: Report, off: frozenset[str] = frozenset()) -> Report:
    """`report` with the findings silenced that a comment in their paragraph names, and findings on comments.

    `off` holds the codes of checks that are switched off: a comment on those is not unused.
    """
    comments = [*find_comments(report.article.text), *report.article.document.comments]
    if not comments:
        return report
    from claimcheck.silencing.comments import understand  # lazily: few articles have comments

    silences = [understand(comment) for comment in comments]
    blocks = report.article.document.blocks
    about = _paragraphs(report, comments)
    silencing = {
        (code, paragraph): index
        for index, (found, paragraph) in enumerate(zip(silences, about, strict=True))
        for code in found.codes
        if found.reason
    }
    open_, silenced, used = [], [], set()
    for finding in report.findings:
        keys = ((finding.code, paragraph) for paragraph in _touched(finding, blocks))
        by = next((silencing[key] for key in keys if key in silencing), None)
        if by is None:
            open_.append(finding)
        else:
            used.add(by)
            silenced.append(Silenced(finding, silences[by].reason))
    for index, found in enumerate(silences):
        open_ += _complaint(found, index in used or found.codes <= off)
    return replace(report, findings=tuple(open_), silenced=tuple(silenced))


def _complaint(found: Silence, used: bool) -> list[Finding]:
    from claimcheck.silencing import silence_without_reason, unknown_silence, unused_silence

    if found.problem:
        return [_finding(unknown_silence, found.comment, found.problem)]
    if not found.reason:
        return [_finding(silence_without_reason, found.comment, "Why is this right? It gives no reason.")]
    if not used:
        return [_finding(unused_silence, found.comment, "Is this comment still needed? It silences nothing.")]
    return []


def _finding(rule: ModuleType, comment: Comment, message: str) -> Finding:
    working = f"the comment here: claimcheck: {comment.said}" if comment.block is not None else None
    return Finding(
        rule.CODE, rule.NAME, rule.FAMILY, rule.SEVERITY, comment.start, comment.end, message, working
    )


def _paragraphs(report: Report, comments: Sequence[Comment]) -> list[int]:
    """The paragraph that each comment is about: its own, or the next for one on lines of its own."""
    words, blocks = without_comments(report.article.text), report.article.document.blocks
    found = []
    for comment in comments:
        if comment.block is not None:
            found.append(comment.block)
            continue
        start, end = comment.start, comment.end
        first, last = words.rfind("\n", 0, start) + 1, words.find("\n", end)
        own_line = not words[first : last if last >= 0 else len(words)].strip()
        index = bisect_right(blocks, start, key=lambda block: block.start) - 1
        follows = index >= 0 and blocks[index].end > first
        found.append(index if follows and not own_line else index + 1)
    return found


def _touched(finding: Finding, blocks: Sequence[Block]) -> list[int]:
    """The paragraphs that a finding is about."""
    starts = [finding.start, *(span.start for span in finding.related)]
    return [bisect_right(blocks, start, key=lambda block: block.start) - 1 for start in starts]
