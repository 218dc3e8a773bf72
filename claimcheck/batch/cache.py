"""Analyses kept from run to run, under a checksum of all that they follow from.

An entry is found by the text, by what its reader knows of it (blocks, title, day) and by `fingerprint()`.
What a configuration says (checks, severities, number style) is applied to the analysis afterwards, as it is
to a fresh one, so it is no part of the checksum. An article's path is not either: a copy is found too.

Entries hold the words of the article, so only their owner may read them. They are written aside and
renamed, so runs side by side do not disturb each other; one that cannot be read back is made again.
"""

from __future__ import annotations

import io
import os
import pickle
import shutil
import time
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from claimcheck import model
from claimcheck.batch.fingerprint import fingerprint
from claimcheck.errors import InputNote
from claimcheck.model import Document, Report
from claimcheck.values import frozen, replace

_OWNER_ONLY_FOLDER = 0o700
_KEPT_DAYS = 30  # for the entries of other versions
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"  # by which backups know a cache; bford.info/cachedir
_NOBODYS = Document("", ())
_OF_THE_FILE = {"path": None, "id": None, "url": None, "places": ()}


@frozen
class Cache:
    """The entries in `folder`, made by `open_cache`."""

    folder: Path

    def report(self, document: Document, analyse: Callable[[Document], Report]) -> Report:
        """The analysis of `document`: a kept one, or a fresh one that is kept from now on."""
        path = self._path(document)
        report = _load(path)
        if report is None:
            report = analyse(document)
            _store(path, replace(report, article=replace(report.article, document=_NOBODYS)))
            return report
        return replace(report, article=replace(report.article, document=document))

    def _path(self, document: Document) -> Path:
        content = replace(document, **_OF_THE_FILE)
        key = sha256(repr(content).encode("utf-8", "backslashreplace")).hexdigest()
        return self.folder / key[:2] / key[2:]


def open_cache(folder: Path | None = None) -> Cache | InputNote:
    """The cache in `folder` for this version of claimcheck; a note where none can be kept there.

    Without a folder it is `$XDG_CACHE_HOME/claimcheck`, else `~/.cache/claimcheck`.
    """
    try:
        folder = folder or _default_folder()
        own = folder / fingerprint()[:16]
        if not own.is_dir():
            own.mkdir(_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            folder.joinpath("CACHEDIR.TAG").write_text(_TAG, encoding="ascii")
            _forget_old(folder, own)
        with NamedTemporaryFile(dir=own):
            return Cache(own)
    except (OSError, RuntimeError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return InputNote(str(folder or "--cache"), f"cannot hold a cache ({reason})", "scanned without one")


def _default_folder() -> Path:
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".cache") / "claimcheck"


def _forget_old(folder: Path, own: Path) -> None:
    oldest = time.time() - _KEPT_DAYS * 86400
    for other in folder.iterdir():
        if other != own and other.is_dir() and other.stat().st_mtime < oldest:
            shutil.rmtree(other, ignore_errors=True)


def _load(path: Path) -> Report | None:
    try:
        found = _Reader(io.BytesIO(zlib.decompress(path.read_bytes()))).load()
    except Exception:  # a damaged pickle may raise anything
        return None
    return found if isinstance(found, Report) else None


_PLAIN = frozenset({
    ("decimal", "Decimal"), ("datetime", "date"), ("array", "array"), ("array", "_array_reconstructor"),
})  # fmt: skip


def _store(path: Path, report: Report) -> None:
    """Write an entry; where that fails the run goes on without it."""
    data = zlib.compress(pickle.dumps(report, protocol=5), 1)
    part = None
    try:
        path.parent.mkdir(_OWNER_ONLY_FOLDER, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:  # its owner alone may read it
            part = Path(file.name)
            file.write(data)
        part.replace(path)
    except OSError:
        if part is not None:
            part.unlink(missing_ok=True)


class _Reader(pickle.Unpickler):
    """Reads the values of a report and nothing else, so that a forged entry runs nothing."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = getattr(model, name, None) if module == "claimcheck.model" else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a report")
