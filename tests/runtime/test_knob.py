"""Limits of knobs, as a table."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace
from typing import Any

import numpy as np
import pytest

from neuroviz.runtime import Knob, check, knob, knobs_of, restored

INF, NAN = float("inf"), float("nan")


@dataclass(frozen=True)
class Ordered:
    """A config that looks at its knobs together."""

    low: int = knob(2, 0, 9)
    high: int = knob(5, 0, 9)

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("low is above high")


@dataclass(frozen=True)
class Config:
    """One knob of each kind, and a field that is none."""

    rate: float = knob(0.1, 1e-4, 10.0, unit="1/step", log=True)
    size: int = knob(8, 1, 64, restart=True)
    even: float = knob(2.0, 0, 8, integer=True)
    above: float = knob(0.5, 0.0)
    below: float = knob(0.5, None, 1.0)
    kind: str = knob("tanh", choices=("tanh", "relu"))
    shown: bool = knob(True, more=True)
    name: str = knob("free")
    count: int = knob(3)
    seed: int = 0


TAKEN = {
    "rate": (1e-4, 0.1, 1, 10.0, np.float64(0.5)),
    "size": (1, 64, 8.0),
    "even": (0, 8, 2.0),
    "above": (0.0, 1e300, INF),
    "below": (-1e300, 1, -INF),
    "kind": ("tanh", "relu"),
    "shown": (True, False),
    "name": ("anything", ""),
    "count": (-5, 10**9),
}
REFUSED = {
    "rate": (0, 1e-5, 10.01, -1.0, NAN, INF, -INF, "0.1", None, True, [0.1], 10**400),
    "size": (0, 65, 1.5, NAN, INF, "8", None, False, 10**400),
    "even": (0.5, -1, 9, NAN, INF),
    "above": (-1e-9, NAN, -INF, "1"),
    "below": (1.1, NAN, INF, None),
    "kind": ("Tanh", "", None, 0),
    "shown": (1, 0, "yes", None),
    "name": (1, None, ["a"]),
    "count": ("3", 0.5, NAN, None, [3]),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in TAKEN for value in TAKEN[name]])
def test_within_the_limits(name: str, value: Any) -> None:
    check(replace(Config(), **{name: value}))


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in REFUSED for value in REFUSED[name]])
def test_outside_the_limits_the_field_is_named(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"^{name}: "):
        check(replace(Config(), **{name: value}))


def test_knobs_come_in_the_order_of_the_fields_and_only_knobs() -> None:
    assert list(knobs_of(Config)) == [
        "rate",
        "size",
        "even",
        "above",
        "below",
        "kind",
        "shown",
        "name",
        "count",
    ]
    assert knobs_of(Config()) == knobs_of(Config)


def test_a_knob_keeps_what_was_said_of_it() -> None:
    knobs = knobs_of(Config)
    assert knobs["rate"] == Knob(0.1, 1e-4, 10.0, unit="1/step", log=True)
    assert (knobs["size"].restart, knobs["size"].integer) == (True, True)
    assert (knobs["shown"].more, knobs["shown"].integer) == (True, False)
    assert knobs["even"].integer
    assert not knobs["above"].integer


def test_the_default_is_the_field_s_default() -> None:
    assert Config().rate == 0.1
    assert Config().kind == "tanh"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: knob(2.0, 0.0, 1.0),
        lambda: knob(0.5, 1.0, 0.0),
        lambda: knob(NAN, 0.0, 1.0),
        lambda: knob("c", choices=("a", "b")),
        lambda: knob(1.5, 0, 2, integer=True),
        lambda: knob(0.5, 0.0, 1.0, log=True),
        lambda: knob(0.5, -1.0, 1.0, log=True),
        lambda: knob(0.5, log=True),
    ],
)
def test_a_knob_that_breaks_its_own_limits_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has its own words
        wrong()  # type: ignore[operator]


def test_a_knob_is_a_value() -> None:
    with pytest.raises(FrozenInstanceError):
        knobs_of(Config)["rate"].low = 0.0  # type: ignore[misc]


def test_what_a_file_remembers_is_restored() -> None:
    there: dict[str, Any] = {"rate": 0.5, "size": 16, "kind": "relu", "shown": False, "name": "mine"}
    assert restored(Config(), there) == replace(Config(), **there)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in REFUSED for value in REFUSED[name]])
def test_what_does_not_fit_is_passed_over_and_the_rest_restored(name: str, value: Any) -> None:
    good: dict[str, Any] = {"name": "mine"} if name == "kind" else {"kind": "relu"}
    assert restored(Config(), {name: value, **good}) == replace(Config(), **good)


@pytest.mark.parametrize("values", [None, 3, "text", [1, 2], [], {}, {"unknown": 1}, {"seed": 7}])
def test_what_is_no_memory_of_knobs_changes_nothing(values: object) -> None:
    assert restored(Config(), values) == Config()


def test_a_whole_number_comes_back_as_an_int() -> None:
    assert type(restored(Config(), {"size": 16.0}).size) is int


def test_values_that_do_not_go_together_change_nothing() -> None:
    assert restored(Ordered(), {"low": 8, "high": 3}) == Ordered()
