"""Makes the package ready to start when it is built or installed, also in place (`pip install -e .`)."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the word lists; and the modules where they stay in place, as pip does where it copies them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, before files are collected."""
        root = Path(self.root)
        sys.path.insert(0, self.root)
        try:
            from claimcheck.lexicon.compile import compile_tables
        finally:
            sys.path.remove(self.root)
        if version == "editable":
            compileall.compile_dir(root / "claimcheck", quiet=2)
        build_data["artifacts"].append(compile_tables().relative_to(root).as_posix())
