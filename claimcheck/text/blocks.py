"""Plain text to blocks: which paragraphs are headline, standfirst, caption, list, table or body.

A headline is the first line that reads like one above the first paragraph that reads like body text.
Lines that belong to the page (`Share this`), to the writer (`By …`) or to the clock are neither; they stay
in the document as body, so that their numbers are accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Block, BlockKind
from claimcheck.text.comments import without_comments
from claimcheck.text.furniture import is_byline, is_caption, is_furniture
from claimcheck.text.paragraphs import find_paragraphs, is_list_item, is_stopped

_MOST_WORDS = 28  # of a headline
_HEADLINE_WORDS = 18  # of one that ends in a full stop
_FEWEST_WORDS = 4  # of one that stands above another
_BODY_WORDS = 25  # a paragraph this long is body text, stopped or not
_CAPTION_WORDS = 45
_LEAD = 12  # paragraphs among which body text must begin
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.]?"
# The long patterns are compiled where a paragraph may match them, which is rare.
_ENDS_IN_DATE = (
    rf", (?:on )?(?:[A-Z][a-z]+day,? )?(?:{_MONTH} \d{{1,2}}, |\d{{1,2}} {_MONTH},? )(?:19|20)\d\d[.]?$"
)
_DATELINE = (
    r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:[,/] ?[A-Z][\w.'’-]*(?: [A-Z\d][\w.'’-]*){0,3}){0,3}"
    r"(?: ?\([^()]{2,30}\))?(?: ?[—–_]|:| -|--) ?(?=\S)"
    r"|(?:[A-Z][\w.'’-]+,? ){1,5}\([A-Z][^()]{1,25}\) ?(?:[—–_-]|--) ?(?=\S)"
)
_LABEL = r"([A-Za-z]{3,12}):\s+(?=\S)"
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")


def split_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of a plain-text article, in order."""
    text = without_comments(text)
    spans = find_paragraphs(text)
    labels = [_label(text[start : start + 40]) for start, _ in spans[:_LEAD]]
    roles = [
        label[0] if label else _role(text[start:end])
        for label, (start, end) in zip(labels, spans[:_LEAD], strict=True)
    ]
    headline = roles.index("headline") if "headline" in roles else _headline(text, spans, roles)
    skipped = [label[1] if label else 0 for label in labels] + [0] * (len(spans) - len(labels))
    return tuple(
        Block(_kind(text[start:end], index, headline, roles), min(start + skip, end), end)
        for index, ((start, end), skip) in enumerate(zip(spans, skipped, strict=True))
    )


def find_headline(text: str, blocks: Sequence[Block]) -> str | None:
    """The headline's words, or None where the article has none."""
    text = without_comments(text)
    found = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return " ".join(found.lstrip("# ").split()) if found else None


def _label(opening: str) -> tuple[str, int] | None:
    """What a paragraph says it is (`HEADLINE: …`), and how long that label is."""
    found = re.match(_LABEL, opening) if ":" in opening else None
    role = load("blocks")["label"].get(found[1].lower()) if found else None
    return (role, found.end()) if found and role else None


def _role(paragraph: str) -> str:
    """What a paragraph near the top may be: furniture, byline, caption, dateline, body, question or line."""
    words = _WORD.findall(paragraph[:2000].lower())
    if len(words) <= _FEWEST_WORDS * 2 and paragraph.endswith(("_", "—", "–", "-")):
        return "dateline"  # on a line of its own
    if is_furniture(paragraph, words):
        return "furniture"
    if is_byline(paragraph, words):
        return "byline"
    if is_caption(paragraph) or (len(words) <= _CAPTION_WORDS and _ends_in_date(paragraph)):
        return "caption"
    if _opens_with_dateline(paragraph):
        return "dateline"
    if len(words) > _MOST_WORDS or is_list_item(paragraph) or _is_table_row(paragraph):
        return "body"
    if is_stopped(paragraph) and paragraph.lower().split()[-1].strip("\"'“”‘’()") not in _endings():
        return "question" if paragraph.rstrip("\"'”’ ").endswith(("?", "!")) else "body"
    return "body" if len(words) > _BODY_WORDS and not paragraph.isupper() else "line"


def _ends_in_date(paragraph: str) -> bool:
    return paragraph[-2:-1].isdigit() and bool(re.search(_ENDS_IN_DATE, paragraph[-40:]))


def _opens_with_dateline(paragraph: str) -> bool:
    """`PORT ELM, June 3 —`: a place in capitals, or with an agency in brackets, and text after it."""
    capitals = paragraph[1:2].isupper() or paragraph[1:2] in ("'", "’", ".", "-")
    if not paragraph[:1].isupper() or not (capitals or "(" in paragraph):
        return False
    opening = re.match(_DATELINE, paragraph)
    return opening is not None and any(c.islower() for c in paragraph[opening.end() :])


def _headline(text: str, spans: Sequence[tuple[int, int]], roles: list[str]) -> int | None:
    """The index of the headline; none without body text below it."""
    body = next((i for i, role in enumerate(roles) if role in ("body", "dateline")), None)
    if body is None:
        return None
    if body + 1 < len(spans) and _is_stopped_headline(text[slice(*spans[body])], roles[body : body + 2]):
        roles[body] = "line"
        return body if "line" not in roles[:body] else _headline(text, spans, roles)
    lines = [i for i, role in enumerate(roles[:body]) if role in ("line", "question")]
    marked = [i for i in lines if text.startswith("# ", spans[i][0])]
    long = [i for i in lines if _count(text, spans[i]) >= _FEWEST_WORDS]
    stands_alone = [i for i in lines if _count(text, spans[i]) >= 2]
    return next(iter(marked or long or stands_alone), None)


def _is_stopped_headline(paragraph: str, roles: Sequence[str]) -> bool:
    """Some end headlines in a full stop: a short sentence in Title Case, or right above a dateline."""
    words = _WORD.findall(paragraph)
    if roles[0] != "body" or not 3 <= len(words) <= _HEADLINE_WORDS or is_list_item(paragraph):
        return False
    if any(mark in paragraph for mark in (". ", "? ", "! ")) or paragraph[0] in "\"“'‘":
        return False
    if paragraph.endswith(";") or roles[1] in ("dateline", "furniture", "byline"):
        return True
    long = [word for word in words[1:] if len(word) > 3]
    return len(long) >= 3 and sum(1 for word in long if word[0].isupper()) >= 0.8 * len(long)


def _kind(paragraph: str, index: int, headline: int | None, roles: Sequence[str]) -> BlockKind:
    if index == headline:
        return "headline"
    role = roles[index] if index < len(roles) else ""
    if role == "standfirst":
        return "standfirst"
    if is_list_item(paragraph):
        return "list"
    if _is_table_row(paragraph):
        return "table"
    if is_caption(paragraph) or (
        headline is not None and role == "caption" and _is_leading(index, headline, roles)
    ):
        return "caption"
    if headline is not None and index > headline and _is_standfirst(paragraph, index, roles):
        return "standfirst"
    return "body"


def _is_leading(index: int, headline: int, roles: Sequence[str]) -> bool:
    """Whether the paragraph stands above the body text or right below the headline."""
    later = (i for i, found in enumerate(roles) if found in ("body", "dateline") and i > headline)
    return index <= next(later, len(roles))


def _is_standfirst(paragraph: str, index: int, roles: Sequence[str]) -> bool:
    """A line above the body, or whatever stands between headline and byline or dateline."""
    if index >= len(roles) or roles[index] in ("furniture", "byline", "caption", "dateline"):
        return False
    if any(role in ("byline", "dateline") for role in roles[index + 1 : index + 3]):
        return len(_WORD.findall(paragraph)) > _FEWEST_WORDS
    above = roles[index] in ("line", "question") and "body" not in roles[:index]
    return above and "dateline" not in roles[:index] and len(_WORD.findall(paragraph)) > _FEWEST_WORDS


def _is_table_row(paragraph: str) -> bool:
    return "\t" in paragraph.strip() or paragraph.count(" | ") >= 2


def _count(text: str, span: tuple[int, int]) -> int:
    return len(_WORD.findall(text, *span))


@cache
def _endings() -> frozenset[str]:
    return frozenset(load("blocks")["stopped"])
