"""A knob: what a setting may be, stated once beside the field that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

_KEY = "knob"


@dataclass(frozen=True)
class Knob:
    """The limits of one field of a config, in the field's own unit."""

    default: Any
    low: float | None = None
    high: float | None = None
    unit: str = ""
    log: bool = False
    choices: tuple[object, ...] = ()
    integer: bool = False
    restart: bool = False
    more: bool = False

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
        if self.low is None or self.high is None:
            return
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{name}: {value!r} is not a number")
        if self.integer and value != int(value):
            raise ValueError(f"{name}: {value!r} is not a whole number")
        if not self.low <= value <= self.high:
            raise ValueError(f"{name}: {value!r} is not between {self.low} and {self.high}")


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
