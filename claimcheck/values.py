"""Frozen, slotted values. They behave as `@dataclass(frozen=True, slots=True)` makes them.

A dataclass is compiled method by method when its module loads, 0.6 ms each, which for seventy of them was a
quarter of the start. Here the methods are shared, and so is the code of `__init__` among classes with as many
fields; that sets slots directly, so making a value takes half the time too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_FEW = 4  # values of a class for which to compile its `__init__` would take longer


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
    """An `__init__` that gives way to the class's own after a few values: many classes have no more."""
    made = 0

    def init(self: object, *given: object, **named: object) -> None:
        nonlocal made
        made += 1
        fields = {**defaults, **named, **dict(zip(names, given, strict=False))}
        as_told = len(given) <= len(names) and named.keys().isdisjoint(names[: len(given)])
        if made <= _FEW and as_told and fields.keys() == set(names):
            for name, value in fields.items():
                object.__setattr__(self, name, value)
        else:  # which says as well what is wrong with the arguments
            cls.__init__ = _own_init(cls, names, defaults)
            cls.__init__(self, *given, **named)

    return init


def _own_init(cls: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., None]:
    init: Any = _setting(len(names))(*[getattr(cls, name).__set__ for name in names])
    init.__code__ = init.__code__.replace(co_varnames=("self", *names))
    init.__defaults__ = tuple(defaults.values())
    return init  # type: ignore[no-any-return]


@cache
def _setting(count: int) -> Callable[..., Any]:
    """What makes an `__init__` that passes so many arguments on to so many setters."""
    setters = ", ".join(f"set_{i}" for i in range(count))
    parameters = "".join(f", value_{i}" for i in range(count))
    lines = "; ".join(f"set_{i}(self, value_{i})" for i in range(count)) or "pass"
    scope: dict[str, Any] = {}
    exec(f"def make({setters}):\n def __init__(self{parameters}): {lines}\n return __init__", scope)
    make: Callable[..., Any] = scope["make"]
    return make


def _fields(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in self.__match_args__])


def _equal(self: Any, other: Any) -> bool:
    if type(self) is not type(other):
        return NotImplemented  # type: ignore[no-any-return]
    return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)


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
