"""What is said to people when something given to claimcheck cannot be used as it is."""

from __future__ import annotations


class InputError(Exception):
    """Something given cannot be used: `where` says which, `problem` what is wrong, `remedy` what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")
        self.where, self.problem, self.remedy = where, problem, remedy


class InputNote(InputError):  # noqa: N818 - it is no error
    """Something given was odd but usable, and was used: `remedy` says what was done about it."""
