"""FreshSim: a net before its first step: its weights, and how far signals and gradients come in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.runtime import Change, Frame
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.report import PROBED, Floats, LayerSizes, Probe


@dataclass(frozen=True, eq=False)
class Signals:
    """Of some training examples in a net that has learned nothing, by layer, (L,) each.

    spread: how much the activations differ from example to example, as a deviation: what is 0 tells nothing
    of the input any more. sizes: root mean squares of activations, gradients and weights. n: examples.
    example: the first of them, (*input_shape), and what each layer makes of it.
    """

    spread: Floats
    sizes: LayerSizes
    n: int
    example: Array
    activations: tuple[Array, ...]


@dataclass(frozen=True, eq=False)
class FreshFrame(Frame):
    """The net that `recipe` begins from; both are None until they are made, signals also without a task."""

    recipe: Recipe
    task: Task | None
    net: Net | None
    signals: Signals | None


class FreshSim:
    """Change "look": (recipe, task or None), what is to be looked at. It rests when all is known."""

    def __init__(self, recipe: Recipe, task: Task | None = None) -> None:
        self._step = 0
        self._net: Net | None = None
        self._signals: Signals | None = None
        self._look(recipe, task)

    def advance(self) -> bool:
        """Make the net, then measure it; False when there is nothing left to do."""
        self._step += 1
        if self._net is None:
            self._net = self._recipe.net()
        elif self._signals is None and self._task is not None:
            self._signals = signals(self._recipe, self._net, self._task)
        return self._net is None or (self._task is not None and self._signals is None)

    def snapshot(self) -> FreshFrame:
        """What is known so far. Recipe, task and net are values: they are handed on."""
        return FreshFrame(self._step, self._recipe, self._task, self._net, self._signals)

    def apply(self, change: Change) -> None:
        """Another net or another task. ValueError for anything else, and for a task the net does not fit."""
        if change.name != "look":
            raise ValueError(f"unknown change {change.name!r}")
        recipe, task = change.value
        self._look(recipe, task)

    def _look(self, recipe: Recipe, task: Task | None) -> None:
        plan = recipe.plan()
        self._recipe = recipe
        fits = task is not None and plan.shapes[-1] == (task.n_out,)
        fits = fits and task is not None and int(np.prod(plan.input_shape)) == task.n_in
        self._task = task if fits else None
        self._net, self._signals = None, None


@DIVERGING_IS_ALLOWED
def signals(recipe: Recipe, net: Net, task: Task) -> Signals:
    """How far signals and gradients come in `net`."""
    x = task.train.inputs(slice(0, PROBED)).reshape(-1, *net.input_shape)
    found = net.trace(x).activations
    spread = [float(np.sqrt(np.mean(np.var(a.astype(np.float64), axis=0)))) for a in found]
    sizes, _ = Probe(recipe.plan(), task).layers(net.theta, None)
    first = tuple(freeze(a[0].copy()) for a in found)
    return Signals(np.array(spread), sizes, len(x), freeze(x[0].copy()), first)
