"""Scene: all that the picture of a stack shows: blocks, their sizes and costs, the fresh net, its signals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net, Plan
from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.cost import LayerCost, layer_costs
from neuroviz.scenes.blocks import Block, answer, blocks
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.fresh import Signals

INPUT = -1
"""The block number of the input."""


@dataclass(frozen=True, eq=False)
class Scene:
    """net: what the recipe begins from; None until it is made. signals: None until then, and without a task.
    classes: what the answers stand for; empty for values.
    """

    recipe: Recipe
    net: Net | None = None
    signals: Signals | None = None
    classes: tuple[str, ...] = ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The stack as people see it."""
        return blocks(self.recipe.layers)

    @cached_property
    def plan(self) -> Plan:
        """What follows from the layers."""
        return self.recipe.plan()

    @cached_property
    def answer(self) -> int:
        """The block that gives the answer."""
        return answer(self.blocks)

    @cached_property
    def _costs(self) -> tuple[LayerCost, ...]:
        return layer_costs(self.plan)

    def shape(self, block: int) -> Shape:
        """What a block gives for one example; INPUT: the example itself."""
        return self.plan.input_shape if block == INPUT else self.plan.shapes[self.blocks[block].stop - 1]

    def values(self, block: int) -> Array | None:
        """What a block gives for one example; None while that is not known."""
        found = self.signals
        if found is None:
            return None
        return found.example if block == INPUT else found.activations[self.blocks[block].stop - 1]

    def weights(self, block: int) -> Array | None:
        """Its w, as the net begins: (n_in, n_out), or (channels, C, k, k); None for none."""
        if block == INPUT or self.net is None or not self.blocks[block].weighs:
            return None
        return self.net.views(self.blocks[block].start)["w"]

    def parameters(self, block: int) -> int:
        """Learned numbers of a block."""
        one = self.blocks[block]
        return sum(cost.parameters for cost in self._costs[one.start : one.stop])

    def multiply_adds(self, block: int) -> int:
        """Of a block, for one example on its way forward."""
        one = self.blocks[block]
        return sum(cost.answering for cost in self._costs[one.start : one.stop])

    def spread(self, block: int) -> float:
        """How much what it gives differs between examples; NaN while that is not known."""
        return np.nan if self.signals is None else float(self.signals.spread[self.blocks[block].stop - 1])

    def gradient(self, block: int) -> float:
        """Root mean square of the gradient that reaches its layer; NaN while that is not known."""
        if self.signals is None:
            return np.nan
        return float(self.signals.sizes.gradient[self.blocks[block].start])

    def table(self) -> dict[str, NDArray[np.float64]]:
        """Its numbers by block, in columns."""
        n = range(len(self.blocks))
        return {
            "parameters": np.array([self.parameters(i) for i in n], float),
            "multiply_adds": np.array([self.multiply_adds(i) for i in n], float),
            "signal": np.array([self.spread(i) for i in n]),
            "gradient": np.array([self.gradient(i) for i in n]),
            "rate_factor": np.array([one.plan.rate for one in self.blocks]),
        }
