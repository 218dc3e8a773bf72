"""Path patterns as `.gitignore` has them: `*` within a folder, `**` over folders, `?` one sign."""

from __future__ import annotations

import re
from functools import lru_cache

_PIECES = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANING = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, path: str) -> bool:
    """Whether `pattern` matches the relative POSIX `path`; one without a slash matches in any folder."""
    return bool(_compile(pattern).fullmatch(path))


@lru_cache(256)
def _compile(pattern: str) -> re.Pattern[str]:
    anywhere = "" if "/" in pattern.rstrip("/") else "**/"
    whole = anywhere + pattern.removeprefix("./").removeprefix("/")
    whole += "**" if whole.endswith("/") else ""
    whole = re.sub(r"\*{3,}", "**", whole)
    return re.compile("".join(_MEANING.get(piece) or re.escape(piece) for piece in _PIECES.findall(whole)))
