"""Where configuration stands: in the article's own folder, or in the first folder above which has one."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

FILE, PROJECT_FILE, TABLE = "claimcheck.toml", "pyproject.toml", "claimcheck"
# Every way to write our table has this in it: `[tool.claimcheck]`, or a table `tool` that holds it.
_MAY_BE_OURS = rb"""tool["']?\s*(?:\.\s*["']?claimcheck|\]|=)"""


def nearest(folder: str | os.PathLike[str]) -> Path | None:
    """The configuration file for articles in `folder`: of two side by side, `claimcheck.toml`."""
    above, below = os.path.realpath(folder), ""
    while above != below:
        for name in (FILE, PROJECT_FILE):
            file = os.path.join(above, name)
            if os.path.isfile(file):
                from pathlib import Path  # lazily, as most have none: 4 ms

                if name == FILE or _is_ours(Path(file)):
                    return Path(file)
        above, below = os.path.dirname(above), above
    return None


def tables(path: Path) -> dict[str, Any]:
    """Our tables: the whole of a `claimcheck.toml`, `[tool.claimcheck]` of a pyproject. Raises InputError."""
    found = _parse(path)
    if path.name != PROJECT_FILE:
        return found
    ours = _tool(found).get(TABLE, {})
    if not isinstance(ours, dict):
        raise InputError(f"{path}, tool.{TABLE}", "is not a table", f"begin it with [tool.{TABLE}]")
    return ours


def _is_ours(path: Path) -> bool:
    """Whether a pyproject has our table; most have not, and those are not parsed."""
    try:
        if not re.search(_MAY_BE_OURS, path.read_bytes()):
            return False
    except OSError:
        return False
    return TABLE in _tool(_parse(path))


def _tool(found: dict[str, Any]) -> dict[str, Any]:
    tool = found.get("tool")
    return tool if isinstance(tool, dict) else {}


def _parse(path: Path) -> dict[str, Any]:
    import tomllib  # lazily: 10 ms

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(str(path), "is not UTF-8", "save it again as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        problem = f"is not valid TOML ({str(error)[:1].lower()}{str(error)[1:]})"
        raise InputError(str(path), problem, "mend that line") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(str(path), f"cannot be read ({reason})", "name a file that you may open") from None
