"""Word F1 of the article bodies that are read from web pages, and the figures of each body that are missed.

    python tests/bench/pages.py FOLDER

FOLDER holds pages (`name.html`), each with the body that a person marked in it (`name.txt`). Headline,
standfirst and captions are no part of a marked body, so blocks of these kinds are not counted.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from claimcheck.model import Document
from claimcheck.readers import read

_WORD = re.compile(r"\w+(?:[.,:]\d+)*")
_ASIDE = ("headline", "standfirst", "caption")


def body(path: Path) -> str:
    """The body text that claimcheck finds in a page."""
    for found in read(path):
        if isinstance(found, Document):
            return "\n\n".join(found.text[b.start : b.end] for b in found.blocks if b.kind not in _ASIDE)
    return ""


def score(found: Counter[str], marked: Counter[str]) -> float:
    """The harmonic mean of precision and recall of words."""
    both = sum((found & marked).values())
    return 2 * both / (sum(found.values()) + sum(marked.values())) if both else 0.0


def main(folder: Path) -> None:
    """Print a line for each page, and the mean."""
    scores = []
    for page in sorted(folder.glob("*.html")):
        found = Counter(_WORD.findall(body(page).lower()))
        marked = Counter(_WORD.findall(page.with_suffix(".txt").read_text(encoding="utf-8").lower()))
        missed = sorted(word for word in marked - found if word[0].isdigit())
        scores.append(score(found, marked))
        print(f"{scores[-1]:.4f}  {page.name}  {'figures missed: ' + ', '.join(missed) if missed else ''}")
    print(f"{sum(scores) / len(scores):.4f}  mean of {len(scores)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
