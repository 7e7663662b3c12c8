"""Steps: the order in which the numbers of a point are put into a formula, one value after the other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Trace
from neuroviz.sims.expression import Place, inside_out
from neuroviz.sims.program import Program

MOST_STEPS = 60
"""With more values than that a step is a whole layer."""

Steps = tuple[tuple[Place, ...], ...]


def steps_of(program: Program, at: Place | None = None) -> Steps:
    """What is known after the first, the second, … step: the inputs, then each sum, then its function.

    at: only what this value rests on; None: everything.
    """
    defs = program.needed(at) if at is not None else tuple(program.defs.values())
    inputs = tuple((-1, k) for k in range(program.n_inputs))
    places = [part.at for one in defs for part in inside_out(one.expr)]
    singles: list[tuple[Place, ...]] = [(place,) for place in dict.fromkeys(places)]
    if len(singles) > MOST_STEPS:
        layers: dict[int, list[Place]] = {}
        for (place,) in singles:
            layers.setdefault(place[0], []).append(place)
        singles = [tuple(layers[i]) for i in sorted(layers)]
    return (inputs, *singles)


def known_after(steps: Steps, n: int, values: Values) -> Mapping[Place, float]:
    """The values that are put in after n steps, n = 0: none."""
    return {place: values[place] for group in steps[:n] for place in group if place in values}


class Values(dict[Place, float]):
    """Each value of a net for one input; read out of a trace when it is asked for."""

    def __init__(self, trace: Trace | None) -> None:
        super().__init__()
        self._flat: list[NDArray[np.float32]] = []
        if trace is not None:
            self._flat = [a[0].reshape(-1) for a in (trace.input, *trace.activations)]

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and 0 <= place[0] + 1 < len(self._flat)

    def __missing__(self, place: Place) -> float:
        return float(self._flat[place[0] + 1][place[1]])
