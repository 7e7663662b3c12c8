"""Cuts: what can be done to the units of a net, as values, and the net that comes of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net
from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.edit import with_gates

Kind = Literal["off", "clamp", "boost", "edit"]
Edit = tuple[int, str, int, float]
"""Of one unit: layer, name of the parameter, place among the unit's own values, the new value."""

OFF: Kind = "off"
CLAMP: Kind = "clamp"
BOOST: Kind = "boost"
EDIT: Kind = "edit"
WEIGHTED = ("dense", "conv2d")
LARGEST = 1e6
"""Values and factors go so far either way; more says nothing new and overflows sooner."""

_FUNCTIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "gelu", "softmax", "linear")
_KEPT = (*_FUNCTIONS, "batch_norm", "layer_norm", "gate")
_READ = ("softmax", "sigmoid")  # at the end they make an answer of the units' values
_PER_UNIT = ("gain", "shift")


@dataclass(frozen=True)
class Block:
    """A layer with weights and all that its units go through before others read them.

    layer: the one with weights; gate: the layer before which its units are cut; n: units, or maps where
    `maps`; shape: of one activation there; n_in: weights of one unit; fan: their shape as they are read.
    """

    layer: int
    gate: int
    n: int
    shape: tuple[int, ...]
    fan: tuple[int, ...]
    functions: tuple[str, ...]
    norms: tuple[int, ...] = ()

    @property
    def maps(self) -> bool:
        """Whether its units are maps."""
        return len(self.shape) == 3

    @cached_property
    def n_in(self) -> int:
        """Weights of one unit."""
        return math.prod(self.fan)


@dataclass(frozen=True)
class Cut:
    """One intervention. block: its number; units: in order, each once; value: held at, or times.

    edits belong to the only unit of an "edit". active: False while it is set aside.
    """

    block: int
    kind: Kind
    units: tuple[int, ...]
    value: float = 0.0
    edits: tuple[Edit, ...] = ()
    active: bool = True

    @property
    def gates(self) -> bool:
        """Whether it works on what the units give."""
        return self.kind != EDIT


Cuts = tuple[Cut, ...]


def blocks(net: Net) -> tuple[Block, ...]:
    """Every layer with weights, in order; empty for a net without."""
    starts = [i for i, layer in enumerate(net.layers) if layer.kind in WEIGHTED]
    return tuple(_block(net, start, end) for start, end in pairwise((*starts, len(net.layers))))


def _block(net: Net, start: int, end: int) -> Block:
    shape, last = net.shapes[start], end == len(net.layers)
    gate = start + 1
    for i in range(start + 1, end):
        kind = net.layers[i].kind
        if kind == "dropout":
            continue
        if kind not in _KEPT or net.shapes[i] != shape or (last and kind in _READ):
            break
        gate = i + 1
    inside = range(start + 1, gate)
    w = net.views(start)["w"]
    fan = w.shape[:1] if w.ndim == 2 else w.shape[1:]
    norms = tuple(i for i in inside if _per_unit(net, i, shape[0]))
    functions = tuple(net.layers[i].kind for i in inside if net.layers[i].kind not in ("dropout", "gate"))
    return Block(start, gate, shape[0], shape, fan, functions, norms)


def _per_unit(net: Net, i: int, n: int) -> bool:
    return all(name in net.views(i) and net.views(i)[name].shape == (n,) for name in _PER_UNIT)


def own_values(net: Net, block: Block, unit: int) -> dict[tuple[int, str], Array]:
    """All that is a unit's own, by layer and name, each as a row: "w" (n_in,), "b" (1,), "gain", "shift"."""
    found = _rows(net.plan.views(net.theta, block.layer), block.layer, unit)
    for i in block.norms:
        views = net.views(i)
        found.update({(i, name): views[name][unit : unit + 1] for name in _PER_UNIT})
    return found


def _rows(views: dict[str, Array], layer: int, unit: int) -> dict[tuple[int, str], Array]:
    w = views["w"]
    row = w[:, unit] if w.ndim == 2 else w[unit].reshape(-1)
    return {(layer, "w"): row, (layer, "b"): views["b"][unit : unit + 1]}


def operated(net: Net, cuts: Sequence[Cut]) -> Net:
    """The net with all active cuts made: of several that gate a unit the last one counts.

    The net itself when there is nothing to do. ValueError for a cut that does not fit (see `fits`).
    """
    active = [cut for cut in cuts if cut.active]
    if not active:
        return net
    parts = blocks(net)
    if not all(fits(parts, net, cut) for cut in active):
        raise ValueError("a cut names what this net does not have")
    edited = _with_edits(net, [cut for cut in active if not cut.gates])
    gates = {parts[b].gate: pair for b, pair in gated(parts, active).items()}
    return with_gates(edited, gates) if gates else edited


def _with_edits(net: Net, cuts: Sequence[Cut]) -> Net:
    if not cuts:
        return net
    theta = net.theta.copy()
    for cut in cuts:
        for layer, name, place, value in cut.edits:
            views = net.plan.views(theta, layer)
            if name == "w":
                _rows(views, layer, cut.units[0])[layer, name][place] = value
            else:
                views[name][cut.units[0]] = value
    return net.with_theta(freeze(theta))


def gated(parts: Sequence[Block], cuts: Iterable[Cut]) -> dict[int, tuple[Array, Array]]:
    """Factor and held (n,) of each block that active cuts gate, by its number."""
    found: dict[int, tuple[Array, Array]] = {}
    for cut in cuts:
        if cut.active and cut.gates:
            n = parts[cut.block].n
            factor, held = found.setdefault(cut.block, (np.ones(n, np.float32), np.zeros(n, np.float32)))
            units = list(cut.units)
            factor[units] = cut.value if cut.kind == BOOST else 0.0
            held[units] = cut.value if cut.kind == CLAMP else 0.0
    return found


def first_layer(net: Net, cuts: Sequence[Cut]) -> int:
    """Up to this layer, it not included, the operated net does what `net` does; its length for no cut."""
    parts = blocks(net)
    found = len(net.layers)
    for cut in cuts:
        if cut.active and cut.gates:
            gate = parts[cut.block].gate
            found = min(found, gate - 1 if net.layers[gate - 1].kind == "gate" else gate)
        elif cut.active:
            found = min([found, *(layer for layer, *_ in cut.edits)])
    return found


def fits(parts: Sequence[Block], net: Net, cut: Cut) -> bool:
    """Whether the net has what a cut names, and its values are numbers within LARGEST."""
    if not 0 <= cut.block < len(parts) or not cut.units or not abs(cut.value) <= LARGEST:
        return False
    block = parts[cut.block]
    if not all(0 <= unit < block.n for unit in cut.units) or len(set(cut.units)) != len(cut.units):
        return False
    if cut.gates:
        return cut.kind in (OFF, CLAMP, BOOST)
    if len(cut.units) != 1 or not cut.edits:
        return False
    own = own_values(net, block, cut.units[0])
    return all(
        (layer, name) in own and 0 <= place < len(own[layer, name]) and abs(value) <= LARGEST
        for layer, name, place, value in cut.edits
    )


def state_of(cuts: Sequence[Cut], block: int, unit: int) -> Cut | None:
    """The cut that gates a unit: the last active one; None for a unit that is passed on as it is."""
    return next(
        (c for c in reversed(cuts) if c.active and c.gates and c.block == block and unit in c.units), None
    )


def with_state(cuts: Cuts, cut: Cut) -> Cuts:
    """One more cut that gates units; in place of the last one if that was of the same units."""
    last = cuts[-1] if cuts else None
    same = last is not None and last.gates and (last.block, last.units) == (cut.block, cut.units)
    return (*(cuts[:-1] if same else cuts), cut)


def without_state(cuts: Cuts, block: int, units: Iterable[int]) -> Cuts:
    """All that gates these units undone; what else those cuts did stays."""
    gone, found = set(units), []
    for cut in cuts:
        if cut.gates and cut.block == block and gone & set(cut.units):
            left = tuple(unit for unit in cut.units if unit not in gone)
            if left:
                found.append(replace(cut, units=left))
        else:
            found.append(cut)
    return tuple(found)


def with_edits(net: Net, cuts: Cuts, block: int, unit: int, edits: Iterable[Edit]) -> Cuts:
    """Values of one unit set, as one cut together with those set before; as trained, they are none."""
    at = next((i for i, c in enumerate(cuts) if c.active and not c.gates and _is(c, block, unit)), None)
    merged = {} if at is None else {edit[:3]: edit[3] for edit in cuts[at].edits}
    merged.update({(layer, name, place): value for layer, name, place, value in edits})
    own = own_values(net, blocks(net)[block], unit)
    kept = tuple(
        (*key, value) for key, value in sorted(merged.items()) if np.float32(value) != own[key[:2]][key[2]]
    )
    made = (Cut(block, EDIT, (unit,), edits=kept),) if kept else ()
    return (*cuts, *made) if at is None else (*cuts[:at], *made, *cuts[at + 1 :])


def _is(cut: Cut, block: int, unit: int) -> bool:
    return cut.block == block and cut.units == (unit,)


def at_random(n: int, k: int, seed: int) -> tuple[int, ...]:
    """k of n units, thrown with seeded dice, in order. k is cut to n."""
    chosen: NDArray[np.int64] = np.random.default_rng(seed).permutation(n)[: max(0, k)]
    return tuple(sorted(chosen.tolist()))


def ranked(activity: Array, *, strongest: bool) -> tuple[int, ...]:
    """Units by how active they are; those whose activity is no number come last."""
    order = np.argsort(-activity if strongest else activity, kind="stable")
    return tuple(order.tolist())


def shown_at(net: Net, parts: Sequence[Block], cuts: Sequence[Cut]) -> tuple[int, ...]:
    """Which activation of the operated net is each block's, its gate included."""
    cut = {c.block for c in cuts if c.active and c.gates}
    found, more = [], 0
    for b, block in enumerate(parts):
        more += b in cut and net.layers[block.gate - 1].kind != "gate"
        found.append(block.gate - 1 + more)
    return tuple(found)


def own_after(
    net: Net, block: Block, b: int, unit: int, cuts: Sequence[Cut]
) -> dict[tuple[int, str], Array]:
    """`own_values` with the active edits of that unit made; copies."""
    found = {key: values.copy() for key, values in own_values(net, block, unit).items()}
    for cut in cuts:
        if cut.active and not cut.gates and _is(cut, b, unit):
            for layer, name, place, value in cut.edits:
                found[layer, name][place] = value
    return found
