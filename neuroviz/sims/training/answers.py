"""Answers: what a net says over a grid of one or two inputs, ready to be coloured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Net, softmax
from neuroviz.sims.decisions import places

LEVELS = 32
"""Of sureness, from a guess to certain."""

STEPS = 511
"""Of a value, from the least to the largest of the task."""

COARSE, USUAL, FINE = 48, 64, 192
"""Places along a map: beside others, while a net learns, and when it rests."""

_LINE = 200


@dataclass(frozen=True, eq=False)
class Answers:
    """Over the window of a task. values: (S, S, n_out), row 0 on top; or (S, n_out) along a line.

    codes (S, S): class * LEVELS + level of sureness, n_out * LEVELS where there is no number; for values
    0..STEPS - 1, and STEPS where there is none. None on a line.
    """

    values: NDArray[np.float32]
    codes: NDArray[np.uint16] | None = None


def answers(net: Net, task: Task, side: int = USUAL) -> Answers | None:
    """None for tasks that have more than two inputs, or pictures.

    The codes are made here, on the worker: a window that shares the interpreter with a busy worker waits at
    each array operation.
    """
    if not task.is_mapped:
        return None
    if task.n_in == 1:
        x = np.linspace(*task.window[0], _LINE, dtype=np.float32)[:, None]
        return Answers(net(x.reshape(-1, *net.input_shape)))
    out = net(places(side, *task.window).reshape(-1, *net.input_shape))
    make = class_codes if task.kind == "classes" else value_codes
    return Answers(out.reshape(side, side, -1), make(out, task).reshape(side, side))


def class_codes(out: NDArray[Any], task: Task) -> NDArray[np.uint16]:
    """The codes (N,) of logits (N, n_out), see Answers."""
    p = softmax(out)
    broken = np.isnan(p).any(axis=1)
    p[broken] = 0
    level = np.rint(np.clip(2 * p.max(axis=1) - 1, 0, 1) * (LEVELS - 1))
    codes: NDArray[np.uint16] = (p.argmax(axis=1) * LEVELS + level.astype(np.intp)).astype(np.uint16)
    codes[broken] = task.n_out * LEVELS
    return codes


def value_codes(out: NDArray[Any], task: Task) -> NDArray[np.uint16]:
    """The codes (N,) of values (N, 1), see Answers."""
    largest = float(np.abs(task.train.y).max(initial=1e-6))
    value = out[:, 0] / np.float32(largest)
    broken = np.isnan(value)
    place = np.rint((np.clip(np.where(broken, 0, value), -1, 1) + 1) * (STEPS // 2))
    codes: NDArray[np.uint16] = np.where(broken, STEPS, place).astype(np.uint16)
    return codes
