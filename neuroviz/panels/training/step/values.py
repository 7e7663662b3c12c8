"""What the pictures show of a frame: numbers of units and of wires, as far as the step has come."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Conv2d, Dense
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.sims.one_weight import Weight
from neuroviz.sims.training.stages import Place, StagesFrame

Floats = NDArray[np.float32]
Shown = Literal["weights", "flow", "gradient", "change"]

MOST_UNITS = 16
"""Units a layer may have to be drawn one by one, with all their wires."""
MOST_BLOCKS = 12


@dataclass(frozen=True)
class Sight:
    """What is looked at: an example of the batch (None: the mean of all), and a weight, or a unit (block,
    place in it; block -1: the input). shows: what a layer's weights show, by block, where that was chosen.
    """

    example: int | None = None
    weight: Weight | None = None
    unit: tuple[int, int] | None = None
    shows: tuple[tuple[int, Shown], ...] = ()

    def shown(self, block: int) -> Shown | None:
        """What was chosen for a block."""
        return dict(self.shows).get(block)


@dataclass(frozen=True)
class Scene:
    """A frame, what is looked at in it, and whether the whole step is shown whatever stage it is at."""

    frame: StagesFrame
    sight: Sight
    whole: bool = False

    @property
    def place(self) -> Place:
        """What is shown as having happened last."""
        place = self.frame.place
        known = self.frame.found is not None and place.leg != "update"
        return Place("back", 0) if self.whole and known else place

    @property
    def example(self) -> int | None:
        """The one that is looked at, if there is one of that number and all of it is kept."""
        found, example = self.frame.found, self.sight.example
        return example if found is not None and example is not None and example < found.kept else None

    def came_forward(self, b: int) -> bool:
        """Whether the activations of block b (-1: the input) are there."""
        place = self.place
        if self.frame.found is None or place.leg == "start":
            return False
        if place.leg == "draw":
            return b < 0
        return place.leg != "forward" or place.block >= b

    @property
    def came_out(self) -> bool:
        """Whether the net has answered."""
        return self.came_forward(len(self.frame.blocks) - 1)

    @property
    def came_loss(self) -> bool:
        """Whether the losses are there."""
        return self.frame.found is not None and self.place.leg in ("loss", "back", "update")

    def came_back(self, b: int) -> bool:
        """Whether the gradients of block b are there."""
        place = self.place
        return place.leg == "update" or (place.leg == "back" and place.block <= b)


def is_small(frame: StagesFrame) -> bool:
    """Whether all units and wires can be drawn."""
    return small_sizes(frame) is not None and len(frame.blocks) <= MOST_BLOCKS


def small_sizes(frame: StagesFrame) -> tuple[int, ...] | None:
    """Units of the input and of each block, if all are dense and small."""
    plan = frame.plan
    sizes = (math.prod(plan.input_shape), *(block.size for block in frame.blocks))
    dense = all(isinstance(plan.layers[block.start], Dense) for block in frame.blocks)
    return sizes if dense and max(sizes) <= MOST_UNITS else None


@DIVERGING_IS_ALLOWED
def activations(scene: Scene, b: int) -> Floats:
    """Of all units of a block (-1: the input), flat: of the example, or the mean of the batch."""
    found = scene.frame.found
    assert found is not None
    values = found.x if b < 0 else found.ys[scene.frame.blocks[b].shown]
    rows = values.reshape(found.kept, -1)
    one: Floats = rows.mean(axis=0) if scene.example is None else rows[scene.example]
    return one


@DIVERGING_IS_ALLOWED
def deltas(scene: Scene, b: int) -> Floats:
    """The gradient of the loss by the sums of a block, flat: of the example, or the mean."""
    found = scene.frame.found
    assert found is not None
    dy = found.dys[scene.frame.blocks[b].start]
    assert dy is not None
    rows = dy.reshape(found.kept, -1)
    one: Floats = rows.mean(axis=0) if scene.example is None else rows[scene.example]
    return one


@DIVERGING_IS_ALLOWED
def wires(scene: Scene, b: int, shown: Shown) -> Floats:
    """Of all weights of a block, (n_in, n_out): themselves, w·a, their gradient, or their change.

    Those of a convolution as (n_out, the rest), with the example's gradient only where each has one place.
    """
    frame, layer = scene.frame, scene.frame.blocks[b].start
    plan, found = frame.plan, frame.found
    conv = isinstance(plan.layers[layer], Conv2d)

    def of(flat: NDArray[np.float32]) -> Floats:
        w: Floats = plan.views(flat, layer, trainable_only=True)["w"]
        return w.reshape(len(w), -1) if conv else w

    if shown == "change" and frame.done is not None:
        return of(frame.done.update.change)
    if found is None:
        return of(frame.theta)
    dense = isinstance(plan.layers[layer], Dense)
    if shown == "gradient":
        dy = found.dys[layer]
        if scene.example is None or not dense or dy is None:
            return of(found.grad)
        return np.outer(found.seen(layer)[scene.example], dy[scene.example])
    w = of(found.theta)
    if shown == "flow" and dense:
        seen = found.seen(layer)
        a = seen.mean(axis=0) if scene.example is None else seen[scene.example]
        flow: Floats = w * a[:, None]
        return flow
    return w


def shown_by_itself(scene: Scene, b: int) -> Shown:
    """What the weights of a block show while nothing else was chosen."""
    place = scene.place
    if place.leg == "update" and scene.frame.done is not None:
        return "change"
    if scene.came_back(b):
        return "gradient"
    return "flow" if place.leg == "forward" and place.block == b else "weights"


def shown(scene: Scene, b: int) -> Shown:
    """What the weights of a block show now."""
    chosen = scene.sight.shown(b)
    if chosen == "change" and scene.frame.done is None:
        chosen = "gradient"
    if chosen == "gradient" and not scene.came_back(b):
        chosen = "weights"
    return chosen or shown_by_itself(scene, b)


@DIVERGING_IS_ALLOWED
def rms(values: NDArray[np.floating]) -> float:
    """Root mean square of what is known; infinite where that is."""
    known = values[~np.isnan(values)]
    size = math.sqrt(float(np.square(known, dtype=np.float64).mean())) if known.size else 0.0
    return size if math.isfinite(size) else math.inf


def gradient_size(frame: StagesFrame, b: int) -> float:
    """Root mean square of the gradient of a block's weights, over the batch."""
    found = frame.found
    assert found is not None
    views = found.plan.views(found.grad, frame.blocks[b].start, trainable_only=True)
    return rms(views["w"]) if "w" in views else 0.0
