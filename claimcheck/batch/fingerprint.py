"""What results depend on beside the article: this very code, its word lists, and the libraries that help."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claimcheck import __version__

_LIBRARIES = ("sentencex", "dateparser", "quantulum3")
_SUFFIXES = (".py", ".toml")


@cache
def fingerprint() -> str:
    """A checksum that changes with any line of claimcheck, its version, Python's, or a library's.

    The version alone would not do: a word added to a list changes results and no version. 10 ms.
    """
    digest = sha256(f"{__version__} {sys.version_info[:3]} {unicodedata.unidata_version}".encode())
    for library in _LIBRARIES:
        digest.update(f" {library} {_version(library)}".encode())
    package = Path(__file__).parent.parent
    for path in sorted(package.rglob("*")):
        if path.suffix in _SUFFIXES:
            digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"
