"""Blocks: a stack of layers as people see it: a layer together with the function behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from neuroviz import nn
from neuroviz.scenes.recipe import LayerPlan

NO_FUNCTION = "none"
FUNCTIONS = (NO_FUNCTION, "relu", "leaky_relu", "tanh", "sigmoid", "gelu")
"""What a block may have behind its layer."""

KINDS = ("dense", "conv2d", "max_pool", "avg_pool", "dropout", "batch_norm", "layer_norm", "flatten")
"""What a block may be."""

BENDING = ("dense", "conv2d", "batch_norm", "layer_norm")
"""Kinds of blocks that a function is put behind."""

_MADE: dict[str, type[nn.Layer]] = {
    "relu": nn.ReLU, "leaky_relu": nn.LeakyReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid, "gelu": nn.GELU,
}  # fmt: skip
_SMOOTH: tuple[type[nn.Layer], ...] = (nn.Linear, *_MADE.values())


@dataclass(frozen=True)
class Limits:
    """What a number of a layer may be."""

    low: float
    high: float
    whole: bool = True


FIELDS: dict[str, dict[str, Limits]] = {
    "dense": {"n_out": Limits(1, 4096)},
    "conv2d": {
        "channels": Limits(1, 256), "kernel": Limits(1, 15), "stride": Limits(1, 8), "padding": Limits(0, 7),
    },
    "max_pool": {"size": Limits(2, 8)},
    "avg_pool": {"size": Limits(2, 8)},
    "dropout": {"rate": Limits(0.0, 0.99, whole=False)},
    "leaky_relu": {"slope": Limits(0.0, 1.0, whole=False)},
}  # fmt: skip
"""The numbers of each kind, the one that is changed most first."""


@dataclass(frozen=True)
class Block:
    """The layers start..stop - 1 of a stack: `plan`, and behind it `function`, if there is one."""

    start: int
    plan: LayerPlan
    function: nn.Layer | None = None

    @property
    def stop(self) -> int:
        """The number of the layer behind it."""
        return self.start + (2 if self.function is not None else 1)

    @property
    def layer(self) -> nn.Layer:
        """Its layer."""
        return self.plan.layer

    @property
    def kind(self) -> str:
        """Of the layer."""
        return self.layer.kind

    @property
    def learns(self) -> bool:
        """Whether it has anything to learn."""
        return self.kind in BENDING

    @property
    def weighs(self) -> bool:
        """Whether it has weights, which an initialiser draws."""
        return self.kind in ("dense", "conv2d")


def blocks(layers: Sequence[LayerPlan]) -> tuple[Block, ...]:
    """All layers, a function with the layer it stands behind; one behind another function stands alone."""
    found: list[Block] = []
    i = 0
    while i < len(layers):
        here, following = layers[i], layers[i + 1] if i + 1 < len(layers) else None
        pair = not is_function(here.layer) and following is not None and is_function(following.layer)
        found.append(Block(i, here, following.layer if pair and following is not None else None))
        i = found[-1].stop
    return tuple(found)


def is_function(layer: nn.Layer) -> bool:
    """Whether a layer only bends each value."""
    return isinstance(layer, _SMOOTH)


def function_of(name: str) -> nn.Layer | None:
    """The function of that name; None for none. KeyError for an unknown one."""
    return None if name == NO_FUNCTION else _MADE[name]()


def answer(stack: Sequence[Block]) -> int:
    """The number of the last block that weighs: it gives the answer; -1 for none."""
    return max((i for i, one in enumerate(stack) if one.weighs), default=-1)


def usual_function(stack: Sequence[Block]) -> str:
    """The one that the hidden layers have most often; "relu" if they have none."""
    last = answer(stack)
    kinds = Counter(
        one.function.kind for i, one in enumerate(stack)
        if i != last and one.function is not None and one.function.kind in _MADE
    )  # fmt: skip
    return kinds.most_common(1)[0][0] if kinds else "relu"


def usual_init(stack: Sequence[Block]) -> str:
    """The initialiser that most layers have; "he" if there is none."""
    inits = Counter(one.plan.init for one in stack if one.weighs)
    return inits.most_common(1)[0][0] if inits else "he"
