"""Texts to measure on: articles spliced from the samples with other figures, and texts meant to be slow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

_SAMPLES = Path(__file__).parents[2] / "samples"
_DIGITS = re.compile(r"(?<![\w.,])[1-9]\d{1,2}(?![\w.,])")
_SENTENCE_END = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z])")
DENSE, ORDINARY = 0.6, 0.82  # shares of sentences without digits
KINDS = {
    ORDINARY: "as many figures as most news",
    DENSE: "twice as many",
}  # in most, one word in forty has digits


def article(words: int, seed: int = 0, plain_share: float = DENSE) -> str:
    """An article of at least so many words: a headline, and paragraphs of the samples' sentences mixed."""
    random = Random(seed)
    plain, told = _sentences()
    pieces, written = [f"Report {seed + 1} on the Year's Figures"], 0
    while written < words:
        sentences = [random.choice(plain if random.random() < plain_share else told) for _ in range(3)]
        paragraph = " ".join(sentences)
        pieces.append(
            _DIGITS.sub(
                lambda old: str(random.randint(10 ** (len(old[0]) - 1), 10 ** len(old[0]) - 1)), paragraph
            )
        )
        written += len(paragraph.split())
    return "\n\n".join(pieces)


@cache
def _sentences() -> tuple[list[str], list[str]]:
    """The sentences of the samples without digits and with them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_SAMPLES.glob("*.txt"))]
    paragraphs = [part for text in texts for part in text.split("\n\n") if len(part.split()) > 12]
    found = [sentence for part in paragraphs for sentence in _SENTENCE_END.split(part)]
    plain = [sentence for sentence in found if not any(c.isdigit() for c in sentence)]
    return plain, [sentence for sentence in found if sentence not in plain]


def folder(path: Path, articles: int, words: int) -> Path:
    """`path` filled with so many articles."""
    path.mkdir(parents=True)
    for seed in range(articles):
        path.joinpath(f"{seed:05}.txt").write_text(article(words, seed), encoding="utf-8")
    return path


HOSTILE: dict[str, Callable[[int], str]] = {
    "digits without end": lambda n: "7" * 10 * n,
    "“one and” again and again": lambda n: "one and " * n,
    "quotation marks": lambda n: "“" * n,
    "quotation marks in pairs": lambda n: '"a" ' * n,
    "brackets": lambda n: "([" * n,
    "a figure every word": lambda n: "4 5,000 6% £7m " * (n // 4),
    "names": lambda n: "Ada Cole of Bell & Co said Ann Moor " * (n // 8),
    "reporting verbs": lambda n: "said that he claimed " * (n // 4),
    "hedges": lambda n: "about perhaps may " * (n // 3),
    "ranges": lambda n: "between 4 and 9 to 12-15 " * (n // 6),
    "paragraphs of a word": lambda n: "Five\n\n" * n,
    "dates": lambda n: "on 4 May 2021, Tuesday, " * (n // 5),
    "percentages that change": lambda n: "rose 5% to 40 from 30, " * (n // 5),
    "one word": lambda n: "a" * 10 * n,
}


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """Each kind of hostile text, made of about `size` parts."""
    for name, make in HOSTILE.items():
        yield name, make(size)
