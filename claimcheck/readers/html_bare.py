"""A page that is its article alone, as word processors export it: all of its text, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimcheck.lexicon import words
from claimcheck.model import BlockKind
from claimcheck.readers.assembly import Paragraph
from claimcheck.readers.html_flow import Flow, Region

_KINDS: dict[str, BlockKind] = {
    "h1": "headline", "caption": "caption", "li": "list", "td": "table", "th": "table",
}  # fmt: skip


def whole_page(flow: Flow) -> Iterator[Paragraph]:
    """The paragraphs of the page but for what stands around an article."""
    left_out = _covering([region for region in flow.regions if region.name in words("html", "around")])
    kinds = {name: _covering([region for region in flow.regions if region.name == name]) for name in _KINDS}
    at = 0
    for line in flow.text.split("\n\n"):
        start, at = at + len(line) - len(line.lstrip()), at + len(line) + 2
        found = [kind for name, kind in _KINDS.items() if kinds[name](start)]
        if line.strip() and not left_out(start):
            yield Paragraph(tuple(flow.pieces(start, at - 2)), found[0] if found else None)


def page_title(flow: Flow) -> str | None:
    """What the page calls itself."""
    title = next((flow.text[r.start : r.end] for r in flow.regions if r.name == "title"), "")
    return " ".join(title.split()) or None


def _covering(regions: Sequence[Region]) -> Callable[[int], bool]:
    """Whether one of `regions` holds an offset, to be asked for offsets that never fall."""
    waiting = sorted(regions, key=lambda region: -region.start)
    until = -1

    def covers(offset: int) -> bool:
        nonlocal until
        while waiting and waiting[-1].start <= offset:
            until = max(until, waiting.pop().end)
        return offset < until

    return covers
