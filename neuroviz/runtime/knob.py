"""A knob: what a setting may be, stated once beside the field that holds it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from typing import Any, TypeVar

C = TypeVar("C")
_KEY = "knob"


@dataclass(frozen=True)
class Knob:
    """The limits of one field of a config, in the field's own unit. off: 0 stands for nothing at all; zero:
    it will do beside what lies between the limits."""

    default: Any
    low: float | None = None
    high: float | None = None
    unit: str = ""
    log: bool = False
    choices: tuple[object, ...] = ()
    integer: bool = False
    restart: bool = False
    more: bool = False
    off: bool = False
    zero: bool = False

    def check(self, name: str, value: object) -> None:
        """Raise ValueError, naming the field, when `value` is outside the limits."""
        if self.choices:
            if value not in self.choices:
                raise ValueError(f"{name}: {value!r} is not one of {self.choices}")
            return
        if isinstance(self.default, bool):
            if not isinstance(value, bool):
                raise ValueError(f"{name}: {value!r} is not a yes or no")
            return
        if isinstance(self.default, str) and not isinstance(value, str):
            raise ValueError(f"{name}: {value!r} is not a text")
        if not isinstance(self.default, int | float):
            return
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{name}: {value!r} is not a number")
        if self.integer and isinstance(value, float) and not value.is_integer():
            raise ValueError(f"{name}: {value!r} is not a whole number")
        low = -math.inf if self.low is None else self.low
        high = math.inf if self.high is None else self.high
        if not low <= value <= high and not (self.zero and value == 0):
            raise ValueError(f"{name}: {value!r} is not between {low} and {high}")


def knob(default: Any, low: float | None = None, high: float | None = None, **how: Any) -> Any:
    """A dataclass field that carries its Knob; `how` takes Knob's other fields.

    `integer` follows the type of `default`. Raises ValueError when the default breaks its own limits.
    """
    whole = isinstance(default, int) and not isinstance(default, bool)
    limits = Knob(default, low, high, **{"integer": whole, **how})
    limits.check("default", default)
    if limits.log and (low is None or low <= 0):
        raise ValueError("a logarithmic knob starts above zero")
    return field(default=default, metadata={_KEY: limits})


def knobs_of(config: object) -> Mapping[str, Knob]:
    """The knobs of a config (a dataclass or an instance of one), in the order of its fields."""
    found: dict[str, Knob] = {}
    one: Field[Any]
    for one in fields(config):  # type: ignore[arg-type]
        if _KEY in one.metadata:
            found[one.name] = one.metadata[_KEY]
    return found


def check(config: object) -> None:
    """Raise ValueError when any knob of `config` is outside its limits."""
    for name, limits in knobs_of(config).items():
        limits.check(name, getattr(config, name))


def restored(config: C, values: object) -> C:
    """`config` with those of `values` (a mapping from a file) that fit its knobs; the rest is passed over."""
    if not isinstance(values, Mapping):
        return config
    fit: dict[str, Any] = {}
    for name, limits in knobs_of(config).items():
        try:
            limits.check(name, values[name])
        except (KeyError, ValueError):
            continue
        fit[name] = int(values[name]) if limits.integer else values[name]
    try:
        return replace(config, **fit)  # type: ignore[type-var]
    except ValueError:
        return config
