"""Frozen, slotted values. They behave as `@dataclass(frozen=True, slots=True)` makes them.

A dataclass is compiled method by method when its module loads, 0.6 ms each, which for seventy of them was a
quarter of the start. Here the methods are shared, and only a class of which many values are made gets an
`__init__` of its own; that sets slots directly, so making a value takes half the time too.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")

_MANY = 24  # values that cost as much to make without a compiled `__init__` as compiling it


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """A class decorator: annotated names become slots, and `__init__` takes them in order."""
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    dropped = {*names, "__dict__", "__weakref__"}
    body = {name: part for name, part in cls.__dict__.items() if name not in dropped}
    shared = {name: method for name, method in _SHARED.items() if name not in body}
    made: Any = type(
        cls.__name__, cls.__bases__, {**body, **shared, "__slots__": names, "__match_args__": names}
    )
    made.__qualname__ = cls.__qualname__

    made.__init__ = _first_init(made, names, defaults)
    return made  # type: ignore[no-any-return]


def replace(old: T, **changes: object) -> T:
    """A value like `old` with some fields changed."""
    cls: Any = type(old)
    get = changes.pop
    fields = [get(name) if name in changes else getattr(old, name) for name in cls.__match_args__]
    return cls(*fields, **changes)  # type: ignore[no-any-return]


def _first_init(cls: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., None]:
    """An `__init__` that fits any class; after some values, or where arguments are wrong, it gives way."""
    setters = [getattr(cls, name).__set__ for name in names]
    made = count(1)

    def init(self: object, *given: object, **named: object) -> None:
        values = {**defaults, **dict(zip(names, given, strict=False)), **named}
        wrong = len(values) != len(names) or not named.keys().isdisjoint(names[: len(given)])
        if next(made) > _MANY or wrong or len(given) > len(names):
            cls.__init__ = _compile_init(cls, names, defaults)
            cls.__init__(self, *given, **named)
            return
        for name, set_value in zip(names, setters, strict=True):
            set_value(self, values[name])

    return init


def _compile_init(cls: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., None]:
    scope: dict[str, Any] = {f"set_{name}": getattr(cls, name).__set__ for name in names}
    scope |= {f"default_{name}": given for name, given in defaults.items()}
    parameters = ", ".join(f"{name}=default_{name}" if name in defaults else name for name in names)
    lines = "".join(f"\n    set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self, {parameters}):{lines or ' pass'}", scope)
    init: Callable[..., None] = scope["__init__"]
    return init


def _fields(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in self.__match_args__])


def _equal(self: object, other: object) -> bool:
    return _fields(self) == _fields(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_fields(self))


def _show(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"cannot change {name!r}: a {type(self).__name__} is frozen")


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    return type(self), _fields(self)


_SHARED: dict[str, Callable[..., Any]] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _show,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
}
