"""Recipe: all that decides a training run before it begins; with the log of its changes it is the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

import numpy as np

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.initialisers import INITIALISERS, fill
from neuroviz.runtime import knob
from neuroviz.runtime.knob import check

T = TypeVar("T")

OPTIMISERS = ("sgd", "nesterov", "rmsprop", "adagrad", "adam", "adamw")
SCHEDULES = ("constant", "step", "exponential", "cosine", "warmup")
LARGEST_BATCH = 1024
MOST_AT_ONCE = LARGEST_BATCH + 1
"""Examples of a step: one that would be left alone may join a batch; see the feeder."""

MOST_VALUES = 20_000_000
"""Parameters: 80 MB, and as much again for each moment of the optimiser."""


@dataclass(frozen=True)
class Knobs:
    """What can be turned while a net learns.

    rate: the learning rate; momentum: of sgd and nesterov; decay: weight decay; clip: the largest norm of a
    gradient, 0 for none; schedule over `horizon` steps; augment: variations of pictures, 1 is as much as
    helps; noise: deviation of what is added to each input; shuffle: every epoch in another order.
    """

    optimiser: str = knob("sgd", choices=OPTIMISERS)
    rate: float = knob(0.05, 1e-5, 100.0, log=True, zero=True)
    momentum: float = knob(0.9, 0.0, 0.99)
    batch: int = knob(32, 1, LARGEST_BATCH, log=True)
    decay: float = knob(0.0, 0.0, 0.1)
    augment: float = knob(0.0, 0.0, 2.0, more=True)
    noise: float = knob(0.0, 0.0, 1.0, more=True)
    schedule: str = knob("constant", choices=SCHEDULES, more=True)
    horizon: int = knob(1000, 10, 100_000, log=True, more=True)
    clip: float = knob(0.0, 0.0, 10.0, more=True, off=True)
    shuffle: bool = knob(True, more=True)

    def made_optimiser(self) -> nn.Optimiser:
        """The optimiser these knobs describe."""
        match self.optimiser:
            case "sgd":
                return nn.SGD(self.rate, momentum=self.momentum, weight_decay=self.decay)
            case "nesterov":
                nesterov = self.momentum > 0.0  # without momentum there is nothing to look ahead by
                return nn.SGD(self.rate, self.momentum, nesterov, self.decay)
            case "rmsprop":
                return nn.RMSProp(self.rate, weight_decay=self.decay)
            case "adagrad":
                return nn.AdaGrad(self.rate, weight_decay=self.decay)
            case "adam":
                return nn.Adam(self.rate, weight_decay=self.decay)
            case _:
                return nn.AdamW(self.rate, weight_decay=self.decay)

    def made_schedule(self) -> nn.Schedule:
        """The factor on the rate at each step."""
        match self.schedule:
            case "step":
                return nn.Step(self.horizon)
            case "exponential":
                return nn.Exponential(self.horizon)
            case "cosine":
                return nn.Cosine(self.horizon)
            case "warmup":
                return nn.Warmup(max(1, self.horizon // 10), nn.Cosine(self.horizon))
            case _:
                return nn.Constant()


@dataclass(frozen=True)
class LayerPlan:
    """A layer, how its weights start (one of nn.INITIALISERS), a factor on its learning rate (0 freezes)."""

    layer: nn.Layer
    init: str = "he"
    rate: float = 1.0

    def __post_init__(self) -> None:
        if self.init not in INITIALISERS:
            raise ValueError(f"there is no initialiser {self.init!r}")
        if not 0.0 <= self.rate <= 1000.0:
            raise ValueError(f"the factor {self.rate} is not between 0 and 1000")


@dataclass(frozen=True, eq=False)
class Recipe:
    """ValueError: layers that do not fit each other, knobs outside their limits, a start of another net.

    input_shape: what one example is reshaped to. start: parameters to begin from, (n_values,), in place of
    fresh ones.
    """

    task: TaskSpec
    layers: tuple[LayerPlan, ...]
    input_shape: tuple[int, ...]
    knobs: Knobs = field(default_factory=Knobs)
    seed: int = 1
    start: Array | None = None

    def __post_init__(self) -> None:
        check(self.knobs)
        plan = self.plan()
        if plan.n_values > MOST_VALUES:
            raise ValueError(f"{plan.n_values} parameters are more than {MOST_VALUES}")
        if self.start is not None and self.start.shape != (plan.n_values,):
            raise ValueError(f"these layers need {plan.n_values} parameters, not {self.start.shape}")

    def plan(self) -> nn.Plan:
        """What follows from the layers alone. ValueError when they do not fit each other."""
        return nn.Plan(tuple(one.layer for one in self.layers), self.input_shape)

    def net(self) -> nn.Net:
        """The net it begins from: the same each time."""
        plan = self.plan()
        if self.start is not None:
            return nn.Net(plan.layers, freeze(self.start.copy()), plan.input_shape)
        rng = np.random.default_rng((self.seed, 0))
        theta = np.empty(plan.n_values, np.float32)
        for own, one in zip(plan.segments, self.layers, strict=True):
            for segment in own.values():
                fill(segment.view(theta), segment.parameter, rng, one.init)
        return nn.Net(plan.layers, freeze(theta), plan.input_shape)

    def rates(self) -> tuple[float, ...]:
        """The factor on the learning rate of each layer."""
        return tuple(one.rate for one in self.layers)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values; `start` is not among them."""
        layers = [{"layer": p.layer.to_dict(), "init": p.init, "rate": p.rate} for p in self.layers]
        return {
            "task": asdict(self.task), "layers": layers, "input_shape": list(self.input_shape),
            "knobs": asdict(self.knobs), "seed": self.seed,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any], start: Array | None = None) -> Recipe:
        """What `to_dict` wrote. ValueError if anything in it is wrong."""
        try:
            layers = tuple(
                LayerPlan(nn.layer_from_dict(one["layer"]), str(one["init"]), float(one["rate"]))
                for one in plain["layers"]
            )
            task = plain_like(TaskSpec(), plain["task"])
            knobs = plain_like(Knobs(), plain["knobs"])
            shape = tuple(int(side) for side in plain["input_shape"])
            return cls(task, layers, shape, knobs, int(plain["seed"]), start)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"no recipe: {error}") from None


def plain_like(default: T, plain: Mapping[str, Any]) -> T:
    """A dataclass like `default` with those values. ValueError for a missing, unknown or ill-typed one."""
    known = {one.name: type(getattr(default, one.name)) for one in fields(default)}  # type: ignore[arg-type]
    if set(plain) != set(known):
        raise ValueError(f"wanted are {sorted(known)}, not {sorted(plain)}")
    for name, kind in known.items():
        number = kind is float and type(plain[name]) is int
        if type(plain[name]) is not kind and not number:
            raise ValueError(f"{name} is {plain[name]!r}, not a {kind.__name__}")
    return type(default)(**{name: kind(plain[name]) for name, kind in known.items()})
