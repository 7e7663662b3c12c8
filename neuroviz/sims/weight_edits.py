"""Single parameters of a net exchanged: what a hand has turned, as a value that can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from neuroviz.nn import Net
from neuroviz.nn.arrays import freeze
from neuroviz.sims.expression import Ref

WeightEdits = tuple[tuple[Ref, float], ...]
"""Which parameter is what now; what is as it was is not among them."""

LIMIT = 10_000.0
"""What is set by hand lies within this, either way."""


def exists(net: Net, ref: Ref) -> bool:
    """Whether the net has this parameter."""
    if not 0 <= ref.layer < len(net.layers):
        return False
    views = net.views(ref.layer)
    return ref.name in views and 0 <= ref.index < views[ref.name].size


def value_of(net: Net, ref: Ref) -> float:
    """The parameter's value. KeyError or IndexError where there is none."""
    return float(net.views(ref.layer)[ref.name].reshape(-1)[ref.index])


def with_edit(edits: WeightEdits, net: Net, ref: Ref, value: float) -> WeightEdits:
    """One more, within LIMIT; `net` is the net without edits."""
    kept = [one for one in edits if one[0] != ref]
    value = min(max(value, -LIMIT), LIMIT)
    if value != value_of(net, ref):
        kept.append((ref, value))
    return tuple(kept)


def edited(net: Net, edits: Iterable[tuple[Ref, float]]) -> Net:
    """The net with its edits; those that do not fit it are passed over. Without any it is `net` itself."""
    fitting = [(ref, value) for ref, value in edits if exists(net, ref)]
    if not fitting:
        return net
    theta = net.theta.copy()
    for ref, value in fitting:
        net.plan.views(theta, ref.layer)[ref.name].reshape(-1)[ref.index] = value
    return Net(net.layers, freeze(theta), net.input_shape)
