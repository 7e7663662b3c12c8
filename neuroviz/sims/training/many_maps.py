"""What many nets answer: all of them as small pictures on one sheet, and what they have in common."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Plan, outputs_of
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.sims.decisions import places
from neuroviz.sims.training.answers import LEVELS, STEPS, class_codes, value_codes

Floats = NDArray[np.float32]
Codes = NDArray[np.uint16]

REACH = 2.0
"""Maps go from -REACH to REACH: twice as far as the data."""

SHARES = 255
"""Steps of agreement or of spread; one more stands for no number."""

ALONE = 72
"""Places along the map of a single net."""

LINE = 96
"""Places of a net of one input."""

INK = 32
"""Levels of a curve on the sheet; as many again for where no data are."""

_SMALL = ((9, 72), (16, 64), (36, 48), (64, 40), (144, 28), (256, 24), (576, 18), (1024, 16))
_FINE = ((9, 144), (16, 120), (36, 80), (64, 64), (144, 44), (256, 36), (576, 26), (1024, 22))
_LINE_SIDES = ((9, 96), (16, 96), (36, 64), (64, 48), (144, 32), (256, 24), (576, 20), (1024, 16))
_ABSURD = 1000.0  # times the largest value: such a net has flown apart
SCALE_OF_SPREAD = 0.5
"""Of the largest value: a deviation of so much is the strongest colour."""



@dataclass(frozen=True, eq=False)
class Sheet:
    """All nets on one picture, row by row: codes (rows * side, columns * side)."""

    k: int
    columns: int
    side: int
    codes: Codes


@dataclass(frozen=True, eq=False)
class Common:
    """What the nets have in common at the places of a grid, row 0 on top, or of a line from left to right.

    agreement (S, S): the share of nets that give the most frequent answer; for values, the standard deviation
    of the answers. levels: the same in 0..SHARES, no number SHARES + 1. codes of the mean answer, None on a
    line. mean (S, S, n_out) or (S, n_out): probabilities, or values. band (2, S): where nine of ten curves
    lie, on a line alone. counted: nets that still answer (`sound`); the others are left out.
    """

    agreement: Floats
    levels: NDArray[np.uint16]
    codes: Codes | None
    mean: Floats
    band: Floats | None
    counted: int


@dataclass(frozen=True, eq=False)
class Single:
    """The answers of one net on a grid of its own: outputs (S, S, n_out) or (S, n_out), codes (S, S)."""

    outputs: Floats
    codes: Codes | None


def columns_of(k: int) -> int:
    """Nets side by side on the sheet."""
    return math.isqrt(k - 1) + 1


def side_of(task: Task, k: int, *, fine: bool = False) -> int:
    """Pixels along each small picture."""
    table = _LINE_SIDES if task.n_in == 1 else _FINE if fine else _SMALL
    return next((side for most, side in table if k <= most), table[-1][1])


def grid(task: Task, side: int) -> Floats:
    """The places that are asked: (side², 2), or (LINE, 1)."""
    if task.n_in == 1:
        return np.linspace(-REACH, REACH, LINE, dtype=np.float32)[:, None]
    return places(side, (-REACH, REACH))


class Gathering:
    """Draws nets and what they have in common, some of them at a time."""

    def __init__(self, task: Task, side: int, *, tiles: bool = True) -> None:
        """side: places along each map, see `side_of` and `grid`. tiles: each net is to be drawn, too."""
        self._task, self._side, self._draws = task, side, tiles
        points = LINE if task.n_in == 1 else side * side
        self._tiles: list[Codes] = []
        self._votes = np.zeros((task.n_out, points))
        self._sum, self._squares = np.zeros((task.n_out, points)), np.zeros(points)
        self._lines: list[Floats] = []
        self._counted = 0

    @DIVERGING_IS_ALLOWED
    def add(self, out: Array) -> None:
        """The outputs (k, n_out, P) of some nets at the places of the grid."""
        task, side = self._task, self._side
        line = task.n_in == 1
        if self._draws:
            drawn = _curves(task, out, side) if line else _codes(task, out).reshape(-1, side, side)
            self._tiles.append(drawn)
        good = sound(task, out)
        some = out if good.all() else out[good]
        self._counted += len(some)
        if task.kind == "classes":
            said = _winners(some)
            for label in range(task.n_out):
                self._votes[label] += np.count_nonzero(said == label, axis=0)
            some = probabilities(some)
        else:
            self._squares += np.einsum("kp,kp->p", some[:, 0], some[:, 0], dtype=np.float64)
        self._sum += some.sum(axis=0)
        if line:
            self._lines.append(some[:, 0])

    def sheet(self) -> Sheet:
        """All of them, side by side."""
        task, side, tiles = self._task, self._side, np.concatenate(self._tiles)
        k, columns = len(tiles), columns_of(len(tiles))
        rows = -(-k // columns)
        room = np.full((rows * columns, side, side), 0 if task.n_in == 1 else _blank(task), np.uint16)
        room[:k] = tiles
        whole = room.reshape(rows, columns, side, side).transpose(0, 2, 1, 3)
        return Sheet(k, columns, side, whole.reshape(rows * side, columns * side))

    @DIVERGING_IS_ALLOWED
    def common(self) -> Common:
        """What they have in common; numbers that are none where no net has answers that are numbers."""
        task, n = self._task, self._counted
        line = task.n_in == 1
        shape = (LINE,) if line else (self._side, self._side)
        mean = (self._sum / n).T.astype(np.float32)
        if task.kind == "classes":
            alike = self._votes.max(axis=0) / n
            codes = class_codes(np.log(np.maximum(mean, 1e-12)), task)
        else:
            alike = np.sqrt(np.maximum(self._squares / n - (self._sum[0] / n) ** 2, 0))
            codes = value_codes(mean, task)
        alike = alike.reshape(shape).astype(np.float32)
        band = None
        if line and n:
            band = np.quantile(np.concatenate(self._lines), (0.05, 0.95), axis=0).astype(np.float32)
        return Common(alike, _levels(task, alike), None if line else codes.reshape(shape),
                      mean.reshape(*shape, -1), band, n)  # fmt: skip


def sound(task: Task, out: Array) -> NDArray[np.bool_]:
    """Which nets, outputs (K, n_out, P), still answer: by numbers, and by values of the task's own size."""
    most = _ABSURD * largest(task) if task.kind == "values" else np.finfo(np.float32).max
    return np.asarray(np.abs(out).max(axis=(1, 2)) <= most)  # NaN is not


def probabilities(out: Array) -> Floats:
    """Softmax over the classes of outputs (K, n_out, P)."""
    p = np.exp(out - out.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return np.asarray(p, np.float32)


def agreement(out: Array) -> Floats:
    """The share of nets, outputs (K, n_out, P), that give the most frequent answer at each place, (P,)."""
    said = _winners(out)
    votes = np.stack([np.count_nonzero(said == label, axis=0) for label in range(out.shape[1])])
    return np.asarray(votes.max(axis=0) / len(out), np.float32)


def _winners(out: Array) -> NDArray[np.intp]:
    """(K, P): the classes with the largest outputs."""
    return (out[:, 1] > out[:, 0]).astype(np.intp) if out.shape[1] == 2 else out.argmax(axis=1)


@DIVERGING_IS_ALLOWED
def single(plan: Plan, task: Task, theta: Array) -> Single:
    """One net, alone."""
    out = outputs_of(plan, theta[None], grid(task, ALONE))
    values = np.ascontiguousarray(out[0].T)
    if task.n_in == 1:
        return Single(values, None)
    return Single(values.reshape(ALONE, ALONE, -1), _codes(task, out)[0].reshape(ALONE, ALONE))


def largest(task: Task) -> float:
    """The largest value the task knows."""
    return float(np.abs(task.train.y).max(initial=1e-6)) if task.kind == "values" else 1.0


def _codes(task: Task, out: Array) -> Codes:
    """(K, P), as in `Answers`, of all nets at once."""
    if task.kind == "values":
        return value_codes(out.reshape(-1, 1), task).reshape(len(out), -1)
    top = out.max(axis=1)
    sure = 1 / np.exp(out - top[:, None]).sum(axis=1)  # softmax of the largest
    level = ((2 * sure - 1).clip(0, 1) * (LEVELS - 1) + np.float32(0.5)).astype(np.uint16)
    codes: Codes = _winners(out).astype(np.uint16) * np.uint16(LEVELS) + level
    missing = np.isnan(sure)
    if missing.any():
        codes[missing] = task.n_out * LEVELS
    return codes


def _blank(task: Task) -> int:
    return STEPS if task.kind == "values" else task.n_out * LEVELS


def _levels(task: Task, share: Floats) -> NDArray[np.uint16]:
    """Agreement from a guess to all alike; spread from none to half of the largest value."""
    if task.kind == "classes":
        lowest = 1 / task.n_out
        level = (share - lowest) / (1 - lowest)
    else:
        level = share / (SCALE_OF_SPREAD * largest(task))
    missing = np.isnan(level)
    found: Codes = np.rint(np.clip(np.where(missing, 0, level), 0, 1) * SHARES).astype(np.uint16)
    found[missing] = SHARES + 1
    return found


def _curves(task: Task, out: Array, side: int) -> Codes:
    """Outputs (K, 1, P) as ink on small pictures (K, side, side), on another ground where no data are."""
    high = 1.4 * largest(task)
    at = np.linspace(0, LINE - 1, side + 1)
    left = np.floor(at).astype(int).clip(0, LINE - 2)
    part = (at - left).astype(np.float32)
    values = np.nan_to_num(out[:, 0], nan=1e9, posinf=1e9, neginf=-1e9)
    y = values[:, left] * (1 - part) + values[:, left + 1] * part
    rows = ((high - y) * (side / (2 * high))).clip(-1, side + 1)
    half = max(0.6, side / 60)
    low = (np.minimum(rows[:, :-1], rows[:, 1:]) - half)[:, None, :]
    top = (np.maximum(rows[:, :-1], rows[:, 1:]) + half)[:, None, :]
    row = np.arange(side, dtype=np.float32)[:, None]
    ink = (np.minimum(top, row + 1) - np.maximum(low, row)).clip(0, 1)
    x = np.linspace(-REACH, REACH, side)
    beyond = (np.abs(x) > 1).astype(np.uint16) * INK
    codes: Codes = np.rint(ink * (INK - 1)).astype(np.uint16) + beyond
    return codes
