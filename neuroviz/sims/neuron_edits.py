"""Edits: single weights, biases and functions of a net exchanged, or every function made a straight line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuroviz.nn import AvgPool, Layer, LayerNorm, Linear, MaxPool, Net
from neuroviz.nn.arrays import freeze
from neuroviz.sims.bends import BENDS, FUNCTIONS
from neuroviz.sims.stages import Stage, reads_out, stages_of

Value = tuple[int, str, int, float]
"""Layer, name of the parameter, place in it as in one row, what it is now."""


@dataclass(frozen=True)
class Edits:
    """What is other than in the net they belong to: a value that can be compared.

    functions: stage and kind, in order of stages. linear: every function before the answer is straight.
    """

    values: tuple[Value, ...] = ()
    functions: tuple[tuple[int, str], ...] = ()
    linear: bool = False

    @property
    def count(self) -> int:
        """How many changes there are; all lines together count as one."""
        return len(self.values) + len(self.functions) + self.linear

    def with_value(self, net: Net, layer: int, name: str, index: int, value: float) -> Edits:
        """One more weight or bias; what is again as in `net` is no edit."""
        kept = [one for one in self.values if one[:3] != (layer, name, index)]
        before = float(net.views(layer)[name].reshape(-1)[index])
        if value != before:
            kept.append((layer, name, index, value))
        return replace(self, values=tuple(sorted(kept)))

    def with_function(self, net: Net, stage: int, kind: str) -> Edits:
        """Another function behind a stage; what is again as in `net` is no edit."""
        kept = [one for one in self.functions if one[0] != stage]
        if kind != kind_of(net, stages_of(net)[stage]):
            kept.append((stage, kind))
        return replace(self, functions=tuple(sorted(kept)))

    def original(self, net: Net, layer: int, name: str, index: int) -> float | None:
        """What an edited number was before; None for one that was not touched."""
        if all(one[:3] != (layer, name, index) for one in self.values):
            return None
        return float(net.views(layer)[name].reshape(-1)[index])


def kind_of(net: Net, stage: Stage) -> str:
    """The kind of the function behind a stage."""
    return "linear" if stage.f is None else net.layers[stage.f].kind


def can_end_in(net: Net, stage: Stage, number: int, count: int) -> tuple[str, ...]:
    """The kinds that stage `number` of `count` may end in: a softmax only where the answer is."""
    at_end = number == count - 1 and len(stage.shape) == 1
    mine = kind_of(net, stage)
    return tuple(kind for kind in FUNCTIONS if kind != "softmax" or at_end or mine == "softmax")


def edited(net: Net, edits: Edits) -> Net:
    """The net with its edits; those that do not fit it are passed over."""
    if not edits.count:
        return net
    layers, theta = list(net.layers), net.theta
    if edits.values:
        theta = net.theta.copy()
        for layer, name, index, value in edits.values:
            views = net.plan.views(theta, layer) if 0 <= layer < len(layers) else {}
            if name in views and 0 <= index < views[name].size:
                views[name].reshape(-1)[index] = value
        theta = freeze(theta)
    stages = stages_of(net)
    added: list[tuple[int, Layer]] = []
    for number, kind in edits.functions:
        if not 0 <= number < len(stages) or kind not in can_end_in(net, stages[number], number, len(stages)):
            continue
        stage = stages[number]
        if stage.f is not None:
            layers[stage.f] = _like(layers[stage.f], kind)
        elif stage.sort == "sum":
            added.append((stage.layer + 1, FUNCTIONS[kind]))
    for at, layer_ in reversed(added):
        layers.insert(at, layer_)
    made = Net(tuple(layers), theta, net.input_shape)
    return straightened(made) if edits.linear else made


def straightened(net: Net) -> Net:
    """`net` with a straight line for every function before the answer, and means for maxima.

    A softmax or sigmoid at the end stays: it only reads the scores. A maximum bends as a ReLU does.
    """
    last = len(net.layers) - 1
    layers: list[Layer] = []
    for i, layer in enumerate(net.layers):
        if isinstance(layer, BENDS) and not (i == last and reads_out(net)):
            layers.append(Linear())
        elif isinstance(layer, MaxPool):
            layers.append(AvgPool(layer.size))
        else:
            layers.append(layer)
    return Net(tuple(layers), net.theta, net.input_shape)


def still_bent(net: Net) -> bool:
    """Whether something is left, after that, that is no straight line: a layer norm divides by its input."""
    return any(isinstance(layer, LayerNorm) for layer in net.layers)


def _like(layer: Layer, kind: str) -> Layer:
    """The function of that kind; one of the same kind keeps its setting."""
    return layer if layer.kind == kind else FUNCTIONS[kind]


