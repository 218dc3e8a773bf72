"""What is said to people when something given to claimcheck cannot be used as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class InputError(Exception):
    """Something given cannot be used: `where` says which, `problem` what is wrong, `remedy` what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")
        self.where, self.problem, self.remedy = where, problem, remedy

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return type(self), (self.where, self.problem, self.remedy)


class InputNote(InputError):  # noqa: N818 - it is no error
    """Something given was odd but usable, and was used: `remedy` says what was done about it."""


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """`did you mean …?` with the nearest of `names`, empty where none is near."""
    from difflib import get_close_matches  # lazily: only on the way to an error

    near = get_close_matches(name, list(names), 1, 0.5)
    return f"did you mean {near[0]}?" if near else ""


def choose(name: str, names: Sequence[str], where: str, noun: str) -> str:
    """`name` where it is one of `names`, whatever its case. Raises InputError, with the nearest there is."""
    if name.strip().lower() in names:
        return name.strip().lower()
    remedy = did_you_mean(name.lower(), names) or f"choose from {', '.join(names)}"
    raise InputError(f"{where} {name}", f"no such {noun}", remedy)
