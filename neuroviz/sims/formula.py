"""The function a net is: its values for one input, its formula number by number, its maps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import BatchNorm, Dense, Dropout, Flatten, Gate, LayerNorm, Linear, Net, Softmax, Trace
from neuroviz.nn.arrays import Array
from neuroviz.runtime import Change, Frame
from neuroviz.sims.expression import Place
from neuroviz.sims.formula_counts import Count, count
from neuroviz.sims.plane_maps import MapWork, Wish, fine_side
from neuroviz.sims.program import Program, program_of
from neuroviz.sims.subject import Subject, answer

SMALL, COARSE, FINE = 64, 64, 512
"""Sides of the maps, in pixels: of every unit, and of the one that is looked at, first and last."""

MOST_COLUMNS, MOST_ROWS = 5, 16
"""Layers and units of a layer that have maps."""

MOST_VALUES = 4096  # of any layer that is mapped: a piece of work has to end in time
_SAME = (Flatten, Dropout, Linear)


@dataclass(frozen=True, eq=False)
class Maps:
    """Every unit's map, of `layers` of `net`: maps[k] is (units, SMALL, SMALL), MOST_ROWS at most."""

    net: Net
    layers: tuple[int, ...]
    maps: tuple[Array, ...]


@dataclass(frozen=True, eq=False)
class Large:
    """The map of one value, (side, side)."""

    net: Net
    place: Place
    values: Array


@dataclass(frozen=True, eq=False)
class FormulaFrame(Frame):
    """trace: None while nothing lies before the net. program: None for a net too large to be written out.

    maps, large: None for a net of other than two inputs, or until they are there; then they may be those of
    the net as it was a moment ago. complete: nothing is being computed.
    """

    subject: Subject
    trace: Trace | None
    probabilities: NDArray[np.float32] | None
    program: Program | None
    counts: Count
    maps: Maps | None
    large: Large | None
    complete: bool


class FormulaSim:
    """Changes: `subject` (Subject), `chosen` (Place or None): the value whose map is wanted large, and `lead`
    (bool): maps of the answer show how far each value is above the others.
    """

    def __init__(self, subject: Subject) -> None:
        self._chosen: Place | None = None
        self._lead = False
        self._maps: Maps | None = None
        self._large: Large | None = None
        self._counts: tuple[object, Count] | None = None
        self._program: tuple[Net, Program | None] | None = None
        self._queue: list[tuple[str, Wish]] = []
        self._work: MapWork | None = None
        self._subject = subject
        self._traced: tuple[Trace | None, NDArray[np.float32] | None] | None = None
        self._plan(small=True)

    def advance(self) -> bool:
        """A piece of a map: those of all units first, then the large one, coarse and fine."""
        if self._work is None:
            if not self._queue:
                return False
            self._work = MapWork(self._subject.net, self._queue[0][1])
        if not self._work.advance():
            kind, wish = self._queue.pop(0)
            maps, self._work = self._work.maps, None
            if kind == "small":
                self._maps = Maps(self._subject.net, wish.layers, tuple(maps))
            elif self._chosen is not None:
                self._large = Large(self._subject.net, self._chosen, maps[0][0])
        return bool(self._queue)

    def snapshot(self) -> FormulaFrame:
        """All there is now."""
        subject = self._subject
        if self._traced is None:
            x = subject.x
            trace = None if x is None else subject.net.trace(x)
            found = None if trace is None else answer(subject.net, trace.output[0])
            self._traced = trace, found
        trace, found = self._traced
        return FormulaFrame(
            0, subject, trace, found, self._program_now(), self._counts_now(), self._maps, self._large,
            not self._queue,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a subject or a choice. Raises ValueError for any other change, or no such place."""
        if change.name == "subject" and isinstance(change.value, Subject):
            before = self._subject.net
            self._subject, self._traced = change.value, None
            if change.value.net is not before:
                if change.value.net.layers is not before.layers:
                    self._maps = self._large = None
                self._plan(small=True)
        elif change.name == "chosen" and (change.value is None or _is_place(self._subject.net, change.value)):
            self._chosen = change.value
            self._plan(small=any(kind == "small" for kind, _ in self._queue))
        elif change.name == "lead" and isinstance(change.value, bool):
            self._lead = change.value
            self._plan(small=True)
        else:
            raise ValueError(f"unknown change {change.name!r}")

    # -- inside ------------------------------------------------------------------------------------

    def _plan(self, *, small: bool) -> None:
        """What is to be computed, most wanted first."""
        net = self._subject.net
        self._queue, self._work = [], None
        if not can_be_mapped(net):
            return
        if small:
            self._queue.append(("small", Wish(mapped_layers(net), SMALL, lead=self._lead, most=MOST_ROWS)))
        if self._chosen is not None and _is_place(net, self._chosen):
            layer, unit = self._chosen
            lead = self._lead and layer == mapped_layers(net)[-1]
            sides = dict.fromkeys((COARSE, fine_side(net, layer, FINE)))
            self._queue += [("large", Wish((layer,), side, unit, lead)) for side in sides]

    def _counts_now(self) -> Count:
        layers = self._subject.net.layers
        if self._counts is None or self._counts[0] is not layers:
            self._counts = layers, count(self._subject.net)
        return self._counts[1]

    def _program_now(self) -> Program | None:
        net = self._subject.net
        if self._program is None or self._program[0] is not net:
            self._program = net, program_of(net, self._counts_now())
        return self._program[1]


def can_be_mapped(net: Net) -> bool:
    """Whether its units are functions over the plane, and few enough to be shown at once."""
    sizes = [int(np.prod(shape)) for shape in (net.input_shape, *net.shapes)]
    return sizes[0] == 2 and max(sizes) <= MOST_VALUES


def mapped_layers(net: Net) -> tuple[int, ...]:
    """The layers whose values have maps: where a sum has gone through its functions; of many, the ends."""
    layers = net.layers
    coupled = (Dense, BatchNorm, Gate, LayerNorm, Softmax)
    real = [i for i, layer in enumerate(layers) if not isinstance(layer, _SAME)] or [len(layers) - 1]
    ends = [
        i
        for i, after in zip(real, [*real[1:], None], strict=True)
        if after is None or isinstance(layers[after], coupled)
    ]
    if len(ends) > MOST_COLUMNS:
        first = MOST_COLUMNS // 2
        ends = [*ends[:first], *ends[first - MOST_COLUMNS :]]
    return tuple(ends)


def _is_place(net: Net, place: object) -> bool:
    if not isinstance(place, tuple) or len(place) != 2:
        return False
    layer, unit = place
    return bool(0 <= layer < len(net.layers) and 0 <= unit < int(np.prod(net.shapes[layer])))
