"""LayerRows: the sizes of a report by layer with weights, now and over the run, ready to be drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Layer, Net
from neuroviz.sims.training.finding import Kind
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.sims.training.report import LayerSizes, Report

Floats = NDArray[np.float64]
Measure = Literal["activation", "gradient", "weight_gradient", "update"]

MEASURES: tuple[Measure, ...] = ("activation", "gradient", "weight_gradient", "update")
HEALTHY = (3e-4, 3e-3)
"""A last step of about a thousandth of the weights is healthy."""

_SHOWN_BY: dict[Kind, int] = {"vanishing": 1, "exploding": 2, "dead": 4, "saturated": 4}

_FUNCTIONS = frozenset(("relu", "leaky_relu", "gelu", "tanh", "sigmoid", "softmax", "linear"))
_WITH_WEIGHTS = frozenset(("dense", "conv2d"))
_MOMENTS = 48  # of the run that a small picture shows
_DECADES = 14
_LEAST_SPAN = {"update": (-4, -2)}


@dataclass(frozen=True)
class Stage:
    """A layer with weights, and the activation function behind it (the layer itself where there is none)."""

    weights: int
    shown: int


def stages(layers: Sequence[Layer]) -> tuple[Stage, ...]:
    """The layers with weights in their order; all layers of a net that has none."""
    found: list[Stage] = []
    for i, layer in enumerate(layers):
        if layer.kind in _WITH_WEIGHTS:
            found.append(Stage(i, i))
        elif found and layer.kind in _FUNCTIONS:
            found[-1] = Stage(found[-1].weights, i)
    return tuple(found) or tuple(Stage(i, i) for i in range(len(layers)))


@dataclass(frozen=True, eq=False)
class LayerRows:
    """Of S stages: now (4, S), by measure; history (4, M, S) at `steps` (M,), the first `past` of them up to
    the moment; silent (S,): share of dead units or of saturated activations; NaN where nothing was measured.
    """

    net: Net
    stages: tuple[Stage, ...]
    report: Report | None
    now: Floats
    history: Floats
    steps: NDArray[np.int64]
    past: int
    dead: Floats
    saturated: Floats

    def row(self, layer: int) -> int:
        """The row that a layer of the net belongs to."""
        return max((i for i, one in enumerate(self.stages) if one.weights <= layer), default=0)

    @property
    def silent(self) -> Floats:
        """The larger of both shares."""
        return np.fmax(self.dead, self.saturated)

    def span(self, measure: int) -> tuple[int, int]:
        """The powers of ten between which all values of a measure lie, over the whole run."""
        values = np.concatenate([self.history[measure].ravel(), self.now[measure]])
        values = values[np.isfinite(values) & (values > 0)]
        low, high = _LEAST_SPAN.get(MEASURES[measure], (0, 0))
        if len(values):
            least, most = math.floor(math.log10(values.min())), math.ceil(math.log10(values.max()))
            known = MEASURES[measure] in _LEAST_SPAN
            low, high = (min(low, least), max(high, most)) if known else (least, most)
        if high - low < 2:
            low, high = low - 1, high + (1 if high == low else 0)
        return max(low, high - _DECADES), high

    def fall(self) -> float:
        """How many times larger the gradient is in the last layer than in the first; NaN where unknown."""
        sizes = self.now[MEASURES.index("gradient")]
        first, last = float(sizes[0]), float(sizes[-1])
        if len(sizes) < 2 or not (math.isfinite(first) and math.isfinite(last)):
            return math.nan
        return last / first if first else math.inf if last else math.nan


def layer_column(kind: Kind) -> int:
    """The column by which such a finding is seen: a measure, 4 for the silent, −1 for all of a row."""
    return _SHOWN_BY.get(kind, -1)


def layer_rows(course: CourseFrame) -> LayerRows:
    """The rows of a line of learning at its moment."""
    net, report = course.net, course.report
    found = stages(net.layers)
    reports = course.reports
    if len(reports) > _MOMENTS:
        picked = np.unique(np.linspace(0, len(reports) - 1, _MOMENTS).astype(np.intp))
        reports = tuple(reports[i] for i in picked)
    steps = np.array([one.step for one in reports], np.int64)
    history = np.full((4, len(reports), len(found)), np.nan)
    for m, one in enumerate(reports):
        history[:, m] = _row(one.layers, found)
    now = np.full((4, len(found)), np.nan) if report is None else _row(report.layers, found)
    shown = [one.shown for one in found]
    nothing = np.full(len(found), np.nan)
    return LayerRows(
        net, found, report, now, history, steps,
        0 if report is None else int(np.searchsorted(steps, report.step, side="right")),
        nothing if report is None else report.layers.dead[shown],
        nothing if report is None else report.layers.saturated[shown],
    )  # fmt: skip


def _row(sizes: LayerSizes, found: tuple[Stage, ...]) -> Floats:
    shown, weights = [one.shown for one in found], [one.weights for one in found]
    return np.stack([
        sizes.activation[shown], sizes.gradient[shown], sizes.weight_gradient[weights], sizes.update[weights],
    ])  # fmt: skip
