"""Remedies: what is usually done about a finding, as a knob turned in a branch or as another recipe."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from neuroviz import nn
from neuroviz.nn import Dense, ReLU, Sigmoid, Tanh
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe

Edit = Callable[[Recipe], Recipe]
Layers = tuple[LayerPlan, ...]

_SMALL_STEPS = ("adam", "adamw", "rmsprop")
_ADAM, _SGD = 0.01, 0.5  # rates that seldom do harm; momentum makes a step 1 / (1 - momentum) times as long


@dataclass(frozen=True)
class Remedy:
    """kind "branch": turn the knob `name` to `value` in a branch from this moment, or from step `at` on,
    where all was sound. kind "recipe": `name` says what of the recipe is changed, for what is wrong from the
    start cannot be mended on the way.

    Names of the second kind: a knob, "init", "activation" (value: the kind), "width" (units), "labels",
    "leak", "balance", "rates" (all layers learn again).
    """

    kind: Literal["branch", "recipe"]
    name: str
    value: float | int | str | bool
    at: int | None = None

    @property
    def edit(self) -> Edit | None:
        """The recipe that begins a new run; None when a branch will do."""
        return None if self.kind == "branch" else partial(edited, self)


def edited(remedy: Remedy, recipe: Recipe) -> Recipe:
    """`recipe` with the remedy; what began from parameters of its own begins from fresh ones where layers or
    their start are changed. ValueError for a name that is not known."""
    name, value = remedy.name, remedy.value
    if name in _LAYERS:
        return replace(recipe, layers=_LAYERS[name](recipe.layers, value), start=None)
    if name == "rates":
        return replace(recipe, layers=tuple(replace(one, rate=1.0) for one in recipe.layers))
    if name in _HONEST:
        return replace(recipe, task=replace(recipe.task, **_HONEST[name]))
    if name not in vars(recipe.knobs):
        raise ValueError(f"there is no remedy {name!r}")
    turned: dict[str, Any] = {name: value}
    return replace(recipe, knobs=replace(recipe.knobs, **turned))


def largest_rate(knobs: Knobs) -> float:
    """That seldom does harm."""
    if knobs.optimiser in ("sgd", "nesterov"):
        return _SGD * (1.0 - knobs.momentum)
    return _ADAM if knobs.optimiser in _SMALL_STEPS else _SGD


def lower_rate(knobs: Knobs) -> float:
    """A tenth, or the largest rate that seldom does harm, if that is less still; one digit that matters."""
    return rounded(max(1e-5, min(knobs.rate / 10, largest_rate(knobs))))


def rounded(value: float) -> float:
    """To one digit that matters, downwards: 0.037 is 0.03."""
    unit = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return float(f"{math.floor(value / unit + 1e-9) * unit:.0e}")


def hidden_width(recipe: Recipe) -> int:
    """Units of the widest layer but the last; 0 if there is none."""
    widths = [one.layer.n_out for one in recipe.layers if isinstance(one.layer, Dense)]
    return max(widths[:-1], default=0)


def _started(layers: Layers, value: object = "he") -> Layers:
    """All layers begin so."""
    return tuple(replace(one, init=str(value)) for one in layers)


def _activated(layers: Layers, kind: object) -> Layers:
    """That activation in place of every other one, and the start that suits it (He, 2015)."""
    other = nn.layer_from_dict({"kind": str(kind)})
    return _started(tuple(
        replace(one, layer=other) if isinstance(one.layer, (Sigmoid, Tanh, ReLU)) else one for one in layers
    ))  # fmt: skip


def _widened(layers: Layers, value: object) -> Layers:
    """Every hidden layer at least so wide; one is put in where there is none."""
    width = int(value)  # type: ignore[call-overload]
    dense = [i for i, one in enumerate(layers) if isinstance(one.layer, Dense)]
    if len(dense) < 2:
        at = dense[-1] if dense else len(layers)
        hidden = LayerPlan(Dense(width)), LayerPlan(Tanh())
        return (*layers[:at], *hidden, *layers[at:])
    return tuple(
        replace(one, layer=Dense(max(width, one.layer.n_out)))
        if i in dense[:-1] and isinstance(one.layer, Dense) else one
        for i, one in enumerate(layers)
    )  # fmt: skip


_HONEST: dict[str, dict[str, Any]] = {
    "labels": {"wrong_labels": 0.0}, "leak": {"leak": False}, "balance": {"balance": 1.0},
}  # fmt: skip
_LAYERS: dict[str, Callable[[Layers, object], Layers]] = {
    "init": _started, "activation": _activated, "width": _widened,
}  # fmt: skip
