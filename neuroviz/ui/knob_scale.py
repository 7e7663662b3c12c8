"""From the stops of a slider to the values of a knob and back, straight or logarithmic; sensible digits."""

from __future__ import annotations

import math
from dataclasses import dataclass

from neuroviz.runtime.knob import Knob

_STOPS = 200
_MANY = 1000  # a whole-number knob with more values than this moves in coarser stops


@dataclass(frozen=True)
class Scale:
    """Stops 0..`last` over the limits of a knob that has both."""

    low: float
    high: float
    log: bool
    integer: bool

    @classmethod
    def of(cls, knob: Knob) -> Scale:
        """The scale of a knob. Raises ValueError when it lacks a limit."""
        if knob.low is None or knob.high is None:
            raise ValueError("a slider needs both limits")
        return cls(knob.low, knob.high, knob.log, knob.integer)

    @property
    def last(self) -> int:
        """The last stop; one stop for each value where there are few."""
        values = self.high - self.low
        if self.integer and values <= (_STOPS if self.log else _MANY):
            return max(1, int(values))
        return _STOPS

    @property
    def _each(self) -> bool:
        return self.integer and not self.log and self.last == int(self.high - self.low)

    def value(self, stop: int) -> float:
        """The value at a stop, in as few digits as tell it from its neighbours (whole if it must be)."""
        if self._each:
            return int(self.low) + stop
        if stop <= 0 or stop >= self.last:
            return self._kind(self.low if stop <= 0 else self.high)
        share = stop / self.last
        if self.log:
            ratio = self.high / self.low
            digits = max(3, 1 - math.floor(math.log10(math.log(ratio) / self.last)))  # finer than a stop
            return self._kind(_within(float(f"{self.low * ratio**share:.{digits}g}"), self.low, self.high))
        digits = 2 - math.floor(math.log10(self.high - self.low))
        return self._kind(
            _within(round(self.low + share * (self.high - self.low), digits), self.low, self.high)
        )

    def stop(self, value: float) -> int:
        """The stop nearest to a value."""
        value = _within(value, self.low, self.high)
        if self.log:
            return round(self.last * math.log(value / self.low) / math.log(self.high / self.low))
        return round(self.last * (value - self.low) / (self.high - self.low))

    def _kind(self, value: float) -> float:
        return round(value) if self.integer else float(value)


def shown(value: float, integer: bool = False) -> str:
    """A number in up to four significant digits, thousands apart, a true minus, no needless zeros."""
    if integer:
        text = f"{int(value):,}"
    elif value != 0 and (abs(value) < 1e-4 or abs(value) >= 1e7):
        text = f"{value:.3g}".replace("e-0", "e-").replace("e+0", "e")
    else:
        digits = max(0, 3 - math.floor(math.log10(abs(value)))) if value else 0
        text = f"{value:,.{digits}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


def read(text: str) -> float:
    """The number in a text as `shown` writes it, or as people type it. Raises ValueError when it is none."""
    plain = text.replace("−", "-").replace(" ", "").replace("\u00a0", "")
    if plain.count(",") == 1 and "." not in plain and len(plain.rsplit(",", 1)[1]) != 3:
        plain = plain.replace(",", ".")
    value = float(plain.replace(",", ""))
    if not math.isfinite(value):
        raise ValueError("not a finite number")
    return value


def _within(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
