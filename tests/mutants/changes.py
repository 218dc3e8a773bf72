"""Small changes to a module, each of which should make a test fail."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Mod: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Change(NamedTuple):
    """`old` at bytes [start, end) of a module's source, on `line`, becomes `new`."""

    start: int
    end: int
    line: int
    old: str
    new: str

    def made(self, source: bytes) -> bytes:
        """The module with the change."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def changes(source: bytes) -> Iterator[Change]:
    """Every change that is tried of a module."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _code(ast.parse(source)):
        for new in _turned(node):
            place: ast.expr = node  # type: ignore[assignment]
            start = starts[place.lineno - 1] + place.col_offset
            end = starts[(place.end_lineno or 0) - 1] + (place.end_col_offset or 0)
            yield Change(start, end, place.lineno, source[start:end].decode(), new)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run: no annotations, no parts of text."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child
                yield from _code(child)


def _turned(node: ast.AST) -> Iterator[str]:
    """What may stand in place of an expression."""
    match node:
        case ast.Compare(left, [operator], [right]) if type(operator) in _TURNED:
            turned: ast.expr = ast.Compare(left, [_TURNED[type(operator)]()], [right])  # type: ignore[list-item]
            yield f"({ast.unparse(turned)})"
        case ast.BinOp(left, operator, right) if type(operator) in _TURNED:
            turned = ast.BinOp(left, _TURNED[type(operator)](), right)  # type: ignore[arg-type]
            yield f"({ast.unparse(turned)})"
        case ast.BoolOp(operator, values):
            turned = ast.BoolOp(_TURNED[type(operator)](), values)  # type: ignore[arg-type]
            yield f"({ast.unparse(turned)})"
        case ast.UnaryOp(ast.Not(), operand):
            yield f"bool({ast.unparse(operand)})"
        case ast.Constant(bool() as value):
            yield str(not value)
        case ast.Constant(int() as value):
            yield f"({value + 1})"
        case ast.Call(ast.Name("Decimal"), [ast.Constant(str() as number)]):
            yield f'Decimal("{Decimal(number) * 2}")'
        case ast.Call(ast.Name(name), [_, *_] as given, named) if name in _SWAPPED:
            yield ast.unparse(ast.Call(ast.Name(_SWAPPED[name]), given, named))
