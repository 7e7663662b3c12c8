"""From the positions a pen is seen at to a smooth line: quadratic curves through the midpoints."""

from __future__ import annotations

from math import ceil, hypot

from neuroviz.data.ink import Stroke

Sample = tuple[float, float, float]
"""x, y in pads and the pen's pressure, 0..1."""

_NEAREST = 0.0015  # pads; a hand that rests trembles by less
_SPACING = 0.012  # pads between the points of a curve: about 5 pixels of a usual pad


class Pen:
    """One stroke while it is being drawn. Points once given are never taken back.

    The line runs through the midpoints of successive positions, with the positions as control points: it is
    smooth whatever the rate of events, and what is drawn at once is what a later replay draws. It stays half
    a step behind the pen; `tail` is the stretch that is missing.
    """

    def __init__(self, start: Sample) -> None:
        self.points: list[Sample] = [start]
        self._places: list[tuple[float, float]] = [start[:2]]
        self._pressures: list[float] = [start[2]]
        self._last = start
        self._settled = True

    def move(self, here: Sample) -> list[Sample]:
        """The pen has been seen at `here`: the new points of the line, none when it hardly moved."""
        last = self._last
        if hypot(here[0] - last[0], here[1] - last[1]) < _NEAREST:
            return []
        self._last, self._settled = here, False
        start, end = self.points[-1], _between(last, here, 0.5)
        return self._extend(start, _between(start, end, 0.5) if start == last else last, end)

    def lift(self) -> list[Sample]:
        """The pen leaves the pad: the points up to where it was last seen."""
        if self._settled:
            return []
        self._settled = True
        start = self.points[-1]
        return self._extend(start, _between(start, self._last, 0.5), self._last)

    def stroke(self, width: float, *, erase: bool) -> Stroke:
        """The line so far, as a value; full pressure throughout needs no pressures."""
        even = min(self._pressures) == 1.0
        return Stroke.growing(self._places, width, erase, () if even else self._pressures)

    @property
    def tail(self) -> tuple[Sample, Sample]:
        """From the end of the line to where the pen was last seen."""
        return self.points[-1], self._last

    def _extend(self, start: Sample, control: Sample, end: Sample) -> list[Sample]:
        way = hypot(control[0] - start[0], control[1] - start[1]) + hypot(
            end[0] - control[0], end[1] - control[1]
        )
        n = max(1, ceil(way / _SPACING))
        new = [_curve(start, control, end, i / n) for i in range(1, n + 1)]
        self.points += new
        self._places += [(x, y) for x, y, _ in new]
        self._pressures += [pressure for _, _, pressure in new]
        return new


def _between(a: Sample, b: Sample, share: float) -> Sample:
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def _curve(start: Sample, control: Sample, end: Sample, t: float) -> Sample:
    """A point of a quadratic Bézier curve (de Casteljau)."""
    return _between(_between(start, control, t), _between(control, end, t), t)
