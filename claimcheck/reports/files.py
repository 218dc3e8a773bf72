"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from claimcheck.errors import InputError

DISK_FAILURES = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


@contextmanager
def replacing(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A file to write to (UTF-8 text, or bytes), which takes the name `path` when all went well.

    Raises InputError.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        with writing(path), _open(target, "wb" if binary else "w") as device:  # /dev/stdout and the like
            yield device
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    if target.is_dir():
        raise InputError(str(path), "is a folder", "name a file to write to")
    file = _open(part, "xb" if binary else "x", shown=path)
    try:
        with writing(path), file:
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns a disk that is full, or fails, into an InputError about `path`."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK_FAILURES:
            raise
        raise cannot_be_written(path, error) from None


def cannot_be_written(path: Path | str, error: OSError) -> InputError:
    """What is said of a file that the system does not let us write."""
    reason = (error.strerror or str(error)).lower()
    remedy = "make room there, or name another file" if error.errno in DISK_FAILURES else "name another file"
    return InputError(str(path), f"cannot be written ({reason})", remedy)


def _open(path: Path, mode: str, shown: Path | None = None) -> IO[Any]:
    try:
        if "b" in mode:
            return path.open(mode)
        return path.open(mode, encoding="utf-8", newline="\n", errors="replace")
    except OSError as error:
        raise cannot_be_written(shown or path, error) from None
