"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from claimcheck.errors import InputError


@contextmanager
def replacing(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A file to write to (UTF-8 text, or bytes), which takes the name `path` when all went well.

    Raises InputError.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        with _open(target, "wb" if binary else "w") as device:  # /dev/stdout and the like
            yield device
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    if target.is_dir():
        raise InputError(str(path), "is a folder", "name a file to write to")
    file = _open(part, "xb" if binary else "x", shown=path)
    try:
        with file:
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _open(path: Path, mode: str, shown: Path | None = None) -> IO[Any]:
    try:
        return path.open(mode) if "b" in mode else path.open(mode, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(str(shown or path), f"cannot be written ({reason})", "name another file") from None
