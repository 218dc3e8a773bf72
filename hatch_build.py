"""Compiles the lexicons when the package is built or installed, also in place (`pip install -e .`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `lexicon/compiled/*.json` beside `lexicon/*.toml`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, before files are collected."""
        sys.path.insert(0, self.root)
        try:
            from claimcheck.lexicon import compile_all
        finally:
            sys.path.remove(self.root)
        files = compile_all()
        build_data["artifacts"] += [path.relative_to(Path(self.root)).as_posix() for path in files]
