"""Values behave as frozen, slotted dataclasses do."""

import pickle
from copy import deepcopy

import pytest

from claimcheck.values import frozen, replace


@frozen
class Point:
    """A place."""

    x: int
    y: int = 2

    @property
    def sum(self) -> int:
        return self.x + self.y


@frozen
class Named:
    """A place with a name."""

    x: int
    y: int
    name: str


def test_fields_come_in_order_with_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(1, 5).y, Point(y=7, x=1).y, Point(1).sum) == (1, 2, 5, 7, 3)
    assert repr(Point(1)) == "Point(x=1, y=2)"
    assert Point.__doc__ == "A place."


def test_equal_values_are_one_key() -> None:
    assert {Point(1), Point(1, 2), Point(2)} == {Point(2), Point(1)}
    assert Point(1) != (1, 2)
    assert Point(1, 2) != Named(1, 2, "")


def test_values_do_not_change() -> None:
    with pytest.raises(AttributeError, match="cannot change 'x'"):
        Point(1).x = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del Point(1).x
    with pytest.raises(AttributeError):
        Point(1).z = 3  # type: ignore[attr-defined]
    assert not hasattr(Point(1), "__dict__")


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
@pytest.mark.parametrize("before", [0, 100])
def test_wrong_arguments_are_refused(given: tuple[int, ...], named: dict[str, int], before: int) -> None:
    @frozen
    class Fresh:
        x: int
        y: int = 2

    assert all((Fresh(i).x, Fresh(y=i, x=3).y) == (i, i) for i in range(before))
    with pytest.raises(TypeError):
        Fresh(*given, **named)
    assert Fresh(1) == Fresh(1, 2)


def test_values_can_be_replaced_copied_and_sent() -> None:
    named = Named(1, 3, "a")
    assert replace(named, y=4) == Named(1, 4, "a")
    assert deepcopy(named) == pickle.loads(pickle.dumps(named)) == named
    with pytest.raises(TypeError):
        replace(named, z=1)


def test_a_value_can_be_matched() -> None:
    match Point(1, 5):
        case Point(x, y):
            assert (x, y) == (1, 5)
