"""Quotation marks to quotations, over sentences and paragraphs.

One pass over the marks with a stack. A paragraph that ends inside a quotation which the next one re-opens
goes on there (`continues`); a mark without a partner reaches to the end of its paragraph when it opens it,
else to the end of its sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.lexicon import words
from claimcheck.model import WORD, Article, Quotation, Tokens

_JOINERS = frozenset("([{—–-/…:;,\"“”„«'‘’‹`")


class _Mark(NamedTuple):
    """A quotation mark: its tokens [first, last), its shape, and which way it may face."""

    first: int
    last: int
    double: bool
    shape: str
    opens: bool
    closes: bool


class _Open(NamedTuple):
    mark: _Mark
    continues: bool


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The article's quotations in order of their start, nested ones included, marks included."""
    tokens = article.tokens
    known = words("quotes", "double") | words("quotes", "single")
    places = [index for index, word in enumerate(tokens.lower) if word in known]
    found: list[tuple[int, int, bool]] = []
    pending = ""  # the shape of the mark that the paragraph before left open
    for first, last in _blocks(article) if places else ():
        inside = places[bisect_left(places, first) : bisect_left(places, last)]
        marks = _marks(tokens, inside, first, last)
        pieces, pending = _match(article, marks, first, last, pending) if marks else ([], "")
        found.extend(pieces)
    found.sort(key=lambda piece: (piece[0], -piece[1]))
    return tuple(
        Quotation(tokens.start[first], tokens.end[last - 1], first, last, continues)
        for first, last, continues in found
    )


def _blocks(article: Article) -> Iterator[tuple[int, int]]:
    """Token ranges of the blocks."""
    first = last = 0
    block = -1
    for sentence in article.sentences:
        if sentence.block != block:
            if last > first:
                yield first, last
            first, block = sentence.first, sentence.block
        last = sentence.last
    if last > first:
        yield first, last


def _marks(tokens: Tokens, places: list[int], first: int, last: int) -> list[_Mark]:
    """The double marks of a block with marks at `places`, and the single ones that have a partner."""
    held: list[_Mark] = []
    found: list[_Mark] = []
    done = first
    for index in places:
        if index >= done:
            mark = _mark(tokens, index, first, last)
            (found if mark.double else held).append(mark)
            done = mark.last
    found.extend(_paired(tokens, held))
    found.sort()
    return found


def _mark(tokens: Tokens, index: int, first: int, last: int) -> _Mark:
    # The look-up form has straight apostrophes, so the shape is read from the text.
    shape = tokens.text[index]
    end = index + 1
    double = shape in words("quotes", "double")
    if not double and end < last and tokens.glued(end) and tokens.text[end] == shape:
        double, end = True, end + 1  # ''typed as two singles''
    before = index > first and tokens.glued(index)
    after = end < last and tokens.glued(end)
    opens = after and (not before or tokens.text[index - 1] in _JOINERS)
    closes = before
    if shape in words("quotes", "opening") and (opens or not before):
        opens, closes = True, False
    elif shape in words("quotes", "closing") and before:
        opens, closes = False, True
    return _Mark(index, end, double, shape * (end - index), opens, closes)


def _paired(tokens: Tokens, marks: list[_Mark]) -> Iterator[_Mark]:
    """The single marks that make pairs: an opener with the first sure closer before the next opener."""
    opener: _Mark | None = None
    closer: _Mark | None = None
    sure = False
    for mark in marks:
        if mark.opens and not _elides(tokens, mark):
            if opener and closer:
                yield from _pair(opener, closer)
            opener, closer, sure = mark, None, False
        elif opener and mark.closes and not sure:
            closer, sure = mark, not _possessive(tokens, mark)
    if opener and closer:
        yield from _pair(opener, closer)


def _pair(opener: _Mark, closer: _Mark) -> tuple[_Mark, _Mark]:
    return opener._replace(closes=False), closer._replace(opens=False)


def _elides(tokens: Tokens, mark: _Mark) -> bool:
    """Whether the mark is an apostrophe: `'90s`, `'tis`."""
    after = mark.last
    return after < len(tokens) and (
        tokens.text[after][0].isdigit() or tokens.lower[after] in words("quotes", "elisions")
    )


def _possessive(tokens: Tokens, mark: _Mark) -> bool:
    """Whether the mark may be a plural's apostrophe: `the miners' union`."""
    after = mark.last
    return (
        tokens.kind[mark.first - 1] == WORD
        and tokens.lower[mark.first - 1][-1] in "sxz"
        and after < len(tokens)
        and tokens.kind[after] == WORD
        and not tokens.glued(after)
    )


def _match(
    article: Article, marks: list[_Mark], first: int, last: int, pending: str
) -> tuple[list[tuple[int, int, bool]], str]:
    """The quotations of one block, and the shape that it leaves open for the next."""
    found: list[tuple[int, int, bool]] = []
    stack: list[_Open] = []
    for mark in marks:
        partner = _partner(stack, mark)
        if partner is not None:
            opened = stack[partner]
            found.extend(_unclosed(article, stack[partner + 1 :], mark.first))
            del stack[partner:]
            found.append((opened.mark.first, mark.last, opened.continues))
        elif mark.opens:
            stack.append(_Open(mark, bool(pending) and mark.first == first and mark.double))
        elif pending and mark.double and not stack and not found:
            found.append((first, mark.last, True))  # closes what the paragraph before opened
    leading = stack[0] if stack and stack[0].mark.first == first else None
    found.extend(_unclosed(article, stack[1:] if leading else stack, last))
    if leading:
        found.append((first, last, leading.continues))
    left = next((o.mark.shape for o in reversed(stack) if o.mark.double), "")
    return found, left if leading or _runs_on(article, stack, last) else ""


def _partner(stack: list[_Open], mark: _Mark) -> int | None:
    """The index of the open mark that `mark` closes."""
    if not mark.closes or not stack:
        return None
    if mark.opens and stack[-1].mark.shape != mark.shape:
        return None
    top = stack[-1].mark
    if top.double == mark.double and (top.shape == mark.shape or not mark.opens):
        return _nearest_shape(stack, mark)
    for index in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if stack[index].mark.double == mark.double:
            return index
    return None


def _nearest_shape(stack: list[_Open], mark: _Mark) -> int:
    """A straight closer ends the straight opener below a curly one that was left open, else the last one."""
    top = len(stack) - 1
    if mark.shape == '"' and stack[top].mark.shape != '"' and top and stack[top - 1].mark.shape == '"':
        return top - 1
    return top


def _unclosed(article: Article, stack: list[_Open], limit: int) -> Iterator[tuple[int, int, bool]]:
    """Open marks without a partner reach to the end of their sentence, but not past `limit`."""
    for opened in stack:
        if opened.mark.double:
            inside = min(opened.mark.last, len(article.tokens) - 1)
            sentence = article.sentences[article.tokens.sentence[inside]]
            yield opened.mark.first, max(opened.mark.last, min(sentence.last, limit)), opened.continues


def _runs_on(article: Article, stack: list[_Open], last: int) -> bool:
    """Whether the block's last open mark stands in its last sentence, so that the next may go on with it."""
    opened = [o for o in stack if o.mark.double]
    return (
        bool(opened) and article.tokens.sentence[opened[-1].mark.first] == article.tokens.sentence[last - 1]
    )
