"""Row knockout: every unit of a layer switched off and 10,000 images judged again, against a torch loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.nn import Net
from neuroviz.sims.examples import Examples, examples_for
from neuroviz.sims.knockout import KnockOut, Losses
from neuroviz.sims.unit_layers import UnitLayer, unit_layers
from tests.bench import peers
from tests.bench.rows import Row, interleaved

_MOST = 0.3  # seconds a unit
_LAYERS = (("MLP", 0), ("MLP", 1), ("CNN", 1), ("CNN", 2))


def rows() -> Iterator[Row]:
    """Seconds for one unit of each layer, all of them done in one go; both sides on one thread."""
    nets = shipped_nets()
    for name, number in _LAYERS:
        net = nets[name]
        layer, examples = unit_layers(net)[number], examples_for(net, None)

        def ours(net: Net = net, layer: UnitLayer = layer, examples: Examples = examples) -> Losses:
            return _all_units(net, layer, examples)

        note = f"s for one of {layer.n_units} units of layer {number + 1} on {len(examples):,} images"
        label = f"knockout {name.lower()} {number + 1}"
        if peers.torch is None:
            fast = interleaved(ours, rounds=3)[0] / layer.n_units
            yield Row(label, fast, "s", _MOST, None, fast, None, peers.MISSING, note, lower_is_better=True)
            continue
        theirs = _torch_loop(net, layer, examples)
        parity = np.array_equal(ours().without, theirs())
        fast, slow = (one / layer.n_units for one in interleaved(ours, theirs, rounds=3))
        yield Row(label, fast, "s", _MOST, parity, fast, slow, peers.peer_name(), note, lower_is_better=True)


def _all_units(net: Net, layer: UnitLayer, examples: Examples) -> Losses:
    knock = KnockOut(net, layer, examples, np.random.default_rng(0))
    while knock.advance():
        pass
    return knock.losses()


def _torch_loop(net: Net, layer: UnitLayer, examples: Examples) -> Callable[[], np.ndarray]:
    """As it is written first: the layer's values are kept, a unit is set to 0, the rest answers."""
    torch: Any = peers.torch
    modules = list(peers.module(net))
    before = torch.nn.Sequential(*modules[: layer.shown + 1])
    after = torch.nn.Sequential(*modules[layer.shown + 1 :])
    x = torch.from_numpy(examples.inputs(slice(None), net.input_shape))
    assert examples.labels is not None
    labels = torch.from_numpy(examples.labels.astype(np.int64))

    def run() -> np.ndarray:
        found = []
        with torch.no_grad():
            values = before(x)
            for unit in range(layer.n_units):
                cut = values.clone()
                cut[:, unit] = 0
                found.append(int((after(cut).argmax(dim=1) == labels).sum()))
        return np.array(found)

    return run
