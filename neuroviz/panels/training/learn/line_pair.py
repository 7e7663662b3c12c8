"""LinePair: how two lines of learning differ: in what they answer, and in their weights layer by layer."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.panels.training.learn.layer_rows import stages
from neuroviz.sims.training.answers import LEVELS, Answers
from neuroviz.sims.training.frames import CourseFrame

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class LayerGap:
    """B − A of one layer with weights: its index; the difference of all its parameters (n,); its root mean
    square; the largest, either way.
    """

    layer: int
    difference: Floats
    rms: float
    largest: float


@dataclass(frozen=True, eq=False)
class LinePair:
    """Lines a and b of one task, at one moment.

    differs (S, S) or (S,): where they answer another class; signed (S, S) or (S,): B − A of the first value.
    Only one of both is there, and only for tasks of one or two inputs; share: of the map that differs, or
    the root mean square of `signed`. distance: of their parameter vectors.
    """

    a: CourseFrame
    b: CourseFrame
    differs: NDArray[np.bool_] | None
    signed: Floats | None
    share: float
    layers: tuple[LayerGap, ...]
    distance: float


@DIVERGING_IS_ALLOWED
def line_pair(a: CourseFrame, b: CourseFrame, task: Task) -> LinePair:
    """Measure the difference; both lines have nets of the same layers."""
    differs, signed, share = _maps(a.answers, b.answers, task)
    gaps = tuple(_gap(a.net, b.net, one.weights) for one in stages(a.net.layers))
    far = b.net.theta.astype(np.float64) - a.net.theta
    return LinePair(a, b, differs, signed, share, gaps, float(np.sqrt(np.square(far).sum())))


def _maps(
    a: Answers | None, b: Answers | None, task: Task
) -> tuple[NDArray[np.bool_] | None, Floats | None, float]:
    if a is None or b is None or a.values.shape != b.values.shape:
        return None, None, math.nan
    if task.kind == "classes":
        if a.codes is not None and b.codes is not None:
            differs = a.codes // LEVELS != b.codes // LEVELS
        else:
            first, second = (np.nan_to_num(one.values).argmax(axis=-1) for one in (a, b))
            differs = np.asarray(first != second)
        return differs, None, float(differs.mean())
    signed = np.asarray(b.values[..., 0] - a.values[..., 0], np.float32)
    known = signed[np.isfinite(signed)].astype(np.float64)
    return None, signed, float(np.sqrt(np.square(known).mean())) if len(known) else math.nan


def _gap(a: Net, b: Net, layer: int) -> LayerGap:
    first, second = a.views(layer), b.views(layer)
    parts = [np.ravel(second[name] - first[name]) for name in first]
    difference = np.concatenate([*parts, np.zeros(0, np.float32)]).astype(np.float32)
    known = difference[np.isfinite(difference)].astype(np.float64)
    rms = float(np.sqrt(np.square(known).mean())) if len(known) else math.nan
    return LayerGap(layer, difference, rms, float(np.abs(known).max(initial=0.0)))


def shrunk(values: Floats, width: int) -> Floats:
    """Values (n,) as at most `width`: of each part the one that is the furthest from 0, its sign kept."""
    if len(values) <= width:
        return values
    starts = np.linspace(0, len(values), width, endpoint=False).astype(np.intp)
    safe = np.nan_to_num(values, nan=0.0, posinf=3e38, neginf=-3e38)
    high, low = np.maximum.reduceat(safe, starts), np.minimum.reduceat(safe, starts)
    return np.where(high >= -low, high, low).astype(np.float32)
