"""Frames and changes are values: nothing that happens afterwards alters them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from typing import Any, NamedTuple

import numpy as np
import pytest

from neuroviz.runtime import Change, Frame, frozen


@dataclass(frozen=True, eq=False)
class Picture(Frame):
    """A frame with something in it."""

    content: Any


class Pair(NamedTuple):
    """A tuple with names."""

    x: np.ndarray
    name: str


WRAPPINGS = {
    "bare": lambda x: x,
    "tuple": lambda x: (1, x),
    "list": lambda x: [x],
    "deep": lambda x: ("a", [(x,)]),
    "named tuple": lambda x: Pair(x, "a"),
    "dict": lambda x: {"x": x},
    "dict in tuple": lambda x: ({"x": x},),
    "view": lambda x: x[::2],
}


def _array_in(value: Any) -> np.ndarray:
    while not isinstance(value, np.ndarray):
        if hasattr(value, "values"):
            value = next(iter(value.values()))
        else:
            value = next(part for part in value if not isinstance(part, str | int))
    return value


@pytest.mark.parametrize("wrap", WRAPPINGS.values(), ids=WRAPPINGS.keys())
@pytest.mark.parametrize("hold", [lambda v: Picture(0, v).content, lambda v: Change("x", v).value])
def test_arrays_are_copied_in_and_read_only(hold: Any, wrap: Any) -> None:
    x = np.arange(6.0)
    kept = _array_in(hold(wrap(x)))
    before = kept.copy()
    x += 1
    np.testing.assert_array_equal(kept, before)
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 9.0


def test_a_read_only_view_of_a_live_buffer_is_copied_too() -> None:
    x = np.zeros(3)
    view = x.view()
    view.flags.writeable = False
    frame = Picture(0, view)
    x += 1
    assert not frame.content.any()


def test_the_owner_may_go_on_writing() -> None:
    x = np.zeros(3)
    Picture(0, x)
    x += 1


def test_names_of_a_named_tuple_stay() -> None:
    kept = Picture(0, Pair(np.ones(2), "a")).content
    assert isinstance(kept, Pair)
    assert kept.name == "a"


@pytest.mark.parametrize("dtype", [np.float32, np.uint8, np.int64, np.complex64, np.bool_])
def test_bits_shape_and_type_stay(dtype: type) -> None:
    x: np.ndarray = np.arange(6).reshape(2, 3).astype(dtype)
    kept = frozen(x)
    assert (kept.dtype, kept.shape, kept.tobytes()) == (x.dtype, x.shape, x.tobytes())


def test_lists_become_tuples_and_other_values_stay_themselves() -> None:
    other = object()
    assert frozen([1, [2], other]) == (1, (2,), other)
    assert frozen("text") == "text"
    assert frozen(None) is None


@pytest.mark.parametrize(("value", "name"), [(Frame(3), "step"), (Change("x", 1), "value")])
def test_fields_cannot_be_set(value: object, name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, 4)


def test_a_dict_cannot_be_altered() -> None:
    kept = Picture(0, {"a": 1}).content
    with pytest.raises(TypeError):
        kept["a"] = 2


def test_frames_are_compared_by_identity() -> None:
    assert Frame(1) != Frame(1)


def test_changes_are_compared_by_value() -> None:
    assert Change("a", 1) == Change("a", 1)
