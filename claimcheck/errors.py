"""The one exception that is meant for people."""

from __future__ import annotations


class InputError(Exception):
    """Something given to claimcheck cannot be used; says which, what is wrong and what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")
        self.where, self.problem, self.remedy = where, problem, remedy
