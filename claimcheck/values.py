"""Frozen, slotted values. They behave as `@dataclass(frozen=True, slots=True)` makes them.

A dataclass is compiled method by method when its module loads, 0.6 ms each, which for seventy of them was a
quarter of the start. Here the methods are shared, and so is the code that fills the slots of classes with as
many fields; it does so before the value is frozen, so that making one takes a third of the time too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_FEW = 4  # values of a class for which to make its own `__new__` would take longer


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """A class decorator: annotated names become slots, which a call of the class fills in order."""
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    dropped = {*names, "__dict__", "__weakref__"}
    body = {name: part for name, part in cls.__dict__.items() if name not in dropped}
    shared = {name: method for name, method in _SHARED.items() if name not in body}
    made: Any = type(
        cls.__name__, cls.__bases__, {**body, **shared, "__slots__": names, "__match_args__": names}
    )
    made.__qualname__ = cls.__qualname__

    made.__new__ = _first_new(made, names, defaults)
    return made  # type: ignore[no-any-return]


def replace(old: T, **changes: object) -> T:
    """A value like `old` with some fields changed."""
    cls: Any = type(old)
    read, places = _fields_of(cls)
    fields = [*read(old)]
    for name, value in changes.items():
        if name not in places:
            raise TypeError(f"{cls.__name__} has no field {name!r}")
        fields[places[name]] = value
    return cls(*fields)  # type: ignore[no-any-return]


@cache
def _fields_of(cls: Any) -> tuple[Callable[[object], Iterable[object]], dict[str, int]]:
    """What reads all fields of a value of `cls`, and the place of each."""
    names = cls.__match_args__
    read = attrgetter(*names) if len(names) > 1 else _fields
    return read, {name: place for place, name in enumerate(names)}


def _first_new(cls: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., object]:
    """A `__new__` that gives way to the class's own after a few values: many classes have no more."""
    made = 0

    def new(cls: Any, *given: object, **named: object) -> object:
        nonlocal made
        made += 1
        fields = {**defaults, **named, **dict(zip(names, given, strict=False))}
        as_told = len(given) <= len(names) and named.keys().isdisjoint(names[: len(given)])
        if made > _FEW or not as_told or fields.keys() != set(names):
            cls.__new__ = _own_new(cls, names, defaults)
            return cls(*given, **named)  # which says as well what is wrong with the arguments
        value = object.__new__(cls)
        for name in names:
            object.__setattr__(value, name, fields[name])
        return value

    return new


def _own_new(cls: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., object]:
    """Fills a value of a class like `cls` that is not frozen, then makes it one of `cls`: twice as fast."""
    open_class = type(cls.__name__, cls.__bases__, {"__slots__": names})
    new: Any = _filling(len(names))(open_class)
    code = new.__code__
    places = {f"value_{i}": name for i, name in enumerate(names)}
    new.__code__ = code.replace(
        co_varnames=tuple(places.get(name, name) for name in code.co_varnames),
        co_names=tuple(places.get(name, name) for name in code.co_names),
    )
    new.__defaults__ = tuple(defaults.values())
    return new  # type: ignore[no-any-return]


@cache
def _filling(count: int) -> Callable[..., Any]:
    """What makes a `__new__` that fills so many fields."""
    parameters = "".join(f", value_{i}" for i in range(count))
    lines = "".join(f" self.value_{i} = value_{i};" for i in range(count))
    scope: dict[str, Any] = {}
    exec(
        f"def make(open_class):\n def __new__(cls{parameters}):\n"
        f"  self = open_class();{lines} self.__class__ = cls\n  return self\n return __new__",
        scope,
    )
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
