"""The way a line of learning has come, from what its run keeps: nothing is computed again, nothing copied."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from neuroviz.runtime import Entry, Past
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.training.course import CourseState, Since
from neuroviz.sims.training.frames import Branch
from neuroviz.sims.training.sim import TrainingState
from neuroviz.sims.training.stand import Stand

MOST = 100
"""Moments of a path: more are not told apart on a screen."""


def path_of(recipe: Recipe, past: Past, stand: Stand, most: int = MOST) -> RunPath:
    """The line that `stand` tells of, from its start through the checkpoints of its run as far as it has
    been, the present moment among them. Before it branched off, its way is that of its parents.

    Of more than `most` moments, some of them are taken, the first, the present and the last always.
    """
    parents = _parents(past.log)
    found = dict[int, CourseState]()
    for step, state in past.checkpoints:
        if isinstance(state, TrainingState) and (one := _of_line(state, stand.line, parents)) is not None:
            found[step] = one
    found[stand.step] = stand.state
    steps = _thinned(sorted(found), stand.step, most)
    states = [found[step] for step in steps]
    losses = [math.nan if one.loss is None else one.loss for one in states]
    return RunPath(
        recipe, tuple(steps), tuple(one.trainer.theta for one in states), np.array(losses),
        tuple(one.knobs for one in states), np.array([_rate(one) for one in states]),
        steps.index(stand.step),
    )  # fmt: skip


def _parents(log: Sequence[Entry]) -> Mapping[int, int]:
    branches = (entry.change.value for entry in log if isinstance(entry.change.value, Branch))
    return {one.id: one.parent for one in branches}


def _of_line(state: TrainingState, line: int, parents: Mapping[int, int]) -> CourseState | None:
    """The line, or while it had not branched off, the one it was to come from."""
    courses = dict(state.courses)
    while line not in courses and line in parents:
        line = parents[line]
    return courses.get(line)


def _thinned(steps: list[int], here: int, most: int) -> list[int]:
    if len(steps) <= most:
        return steps
    every = np.linspace(0, len(steps) - 1, max(2, most)).round().astype(int)
    return sorted({steps[i] for i in every} | {here})


def _rate(state: CourseState) -> float:
    schedule = Since(state.knobs.made_schedule(), state.since)
    return state.knobs.rate * schedule(state.trainer.step)
