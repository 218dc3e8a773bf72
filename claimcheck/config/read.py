"""Configuration files to values. What is unknown or of the wrong kind is an InputError."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from claimcheck.config.files import tables
from claimcheck.config.selectors import codes_of
from claimcheck.config.values import Configuration, FailOn, Layer, NumberStyle, PathLayer, Percent
from claimcheck.errors import InputError, did_you_mean
from claimcheck.model import Severity

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[Any, str], object]


def read(path: Path) -> Configuration:
    """The configuration in the file at `path`. Raises InputError."""
    ours, where = tables(path), str(path)
    per_path = tuple(
        _per_path(each, f"{where}, per-path {number}")
        for number, each in enumerate(_tables(ours.get("per-path", []), where), 1)
    )
    return Configuration(path, layer(ours, where, where, {"per-path"}), per_path)


def layer(table: dict[str, Any], where: str, origin: str, more: set[str] | None = None) -> Layer:
    """What a table says; `more` are keys that the caller reads. Raises InputError."""
    for key in table:
        _known(key, [*_READERS, *(more or ())], where, "key")
    given = {
        key.replace("-", "_"): reader(table[key], f"{where}, {key}")
        for key, reader in _READERS.items()
        if key in table
    }
    found: dict[str, Any] = given
    return Layer(origin, **found)


def fail_on(value: object, where: str) -> FailOn:
    """A level at which the exit code becomes 1. Raises InputError."""
    level: FailOn = _one_of(value, get_args(FailOn), where)
    return level


def profile(value: object, where: str) -> str:
    """The name of a profile there is. Raises InputError."""
    from claimcheck.config.profiles import names

    return str(_one_of(value, names(), where))


def _per_path(table: dict[str, Any], where: str) -> PathLayer:
    if "paths" not in table:
        raise InputError(where, "has no paths", 'say which: paths = ["wire/**"]')
    patterns = _strings(table["paths"], f"{where}, paths")
    return PathLayer(tuple(patterns), layer(table, where, f"{where} ({', '.join(patterns)})", {"paths"}))


def _tables(value: object, where: str) -> list[dict[str, Any]]:
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return value
    raise InputError(f"{where}, per-path", "is not a list of tables", "begin each with [[per-path]]")


def _codes(value: object, where: str) -> frozenset[str]:
    return codes_of(_strings(value, where), where)


def _severity(value: object, where: str) -> tuple[tuple[str, Severity], ...]:
    table = _table(value, where, 'name checks in it: CC401 = "warning"')
    # the wider selector first, so that a check's own line has the last word over its family's
    wide_first = sorted(table, key=lambda selector: -len(codes_of([selector], where)))
    return tuple(
        (code, _one_of(table[selector], get_args(Severity), f"{where}, {selector}"))
        for selector in wide_first
        for code in sorted(codes_of([selector], where))
    )


def _numbers(value: object, where: str) -> NumberStyle:
    table = _table(value, where, "write [numbers] and its keys below")
    for key in table:
        _known(key, ("spell-below", "percent"), where, "key")
    below, percent = table.get("spell-below"), table.get("percent")
    if below is not None and (isinstance(below, bool) or not isinstance(below, int) or not 0 <= below <= 101):
        raise InputError(f"{where}, spell-below", f"{below!r} is no such number", "give one from 0 to 101")
    named = percent if percent is None else _one_of(percent, get_args(Percent), f"{where}, percent")
    return NumberStyle(below, named)


def _strings(value: object, where: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    raise InputError(where, "is not a list of words", 'write it in brackets: ["CC401", "arithmetic"]')


def _table(value: object, where: str, remedy: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise InputError(where, "is not a table", remedy)


def _one_of(value: object, choices: tuple[str, ...], where: str) -> Any:
    if not isinstance(value, str):
        raise InputError(where, f"{value!r} is no word", f"choose from {', '.join(choices)}")
    return _known(value, choices, where, "choice")


def _known(value: str, choices: list[str] | tuple[str, ...], where: str, noun: str) -> str:
    if value in choices:
        return value
    remedy = did_you_mean(value.replace("_", "-"), choices) or f"choose from {', '.join(choices)}"
    raise InputError(where, f"no {noun} is called {value!r}", remedy)


_READERS: dict[str, Reader] = {
    "profile": profile,
    "select": _codes,
    "ignore": _codes,
    "severity": _severity,
    "fail-on": fail_on,
    "numbers": _numbers,
}
