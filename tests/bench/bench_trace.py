"""Row trace: every activation of one image, ours against PyTorch with a hook on each layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from neuroviz import nn
from tests.bench import peers
from tests.bench.rows import Row, interleaved

MLP = (nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10))
CNN = (nn.Conv2d(8, 5), nn.MaxPool(), nn.ReLU(), nn.Conv2d(16, 5), nn.MaxPool(), nn.ReLU(), nn.Flatten(),
       nn.Dense(10))
NETS = (("mlp", MLP, (784,), 1.5), ("cnn", CNN, (1, 28, 28), 3.0))


def rows() -> Iterator[Row]:
    """One row for a dense net, one for a convolutional one."""
    rng = np.random.default_rng(1)
    for name, layers, shape, goal in NETS:
        net = nn.Net.create(layers, shape, rng)
        yield _row(f"trace {name}", net, rng.random((1, *shape), dtype=np.float32), goal)


def _row(name: str, net: nn.Net, x: np.ndarray, goal: float) -> Row:
    sides: list[Callable[[], object]] = [lambda: net.trace(x)]
    parity = None
    if peers.torch is not None:
        theirs = _Hooked(net)
        pairs = zip(net.trace(x).activations, theirs(x), strict=True)
        parity = all(np.allclose(a, b, rtol=1e-4, atol=1e-5) for a, b in pairs)
        sides.append(lambda: theirs(x))
    mine, *rest = interleaved(*sides)
    peer = rest[0] if rest else None
    note = peers.MISSING if peer is None else f"one image, {len(net.layers)} activations kept, inference_mode"
    return Row(name, peer and peer / mine, "×", goal, parity, mine * 1e6, peer and peer * 1e6,
               f"{peers.peer_name()}, µs", note)


class _Hooked:
    """A module that keeps what each layer gives, as arrays that stay what they are."""

    def __init__(self, net: nn.Net) -> None:
        self._module = peers.module(net).eval()
        self._kept: list[np.ndarray] = []
        for layer in self._module:
            layer.register_forward_hook(lambda _layer, _x, y: self._kept.append(y.numpy().copy()))

    def __call__(self, x: np.ndarray) -> list[np.ndarray]:
        self._kept.clear()
        with peers.torch.inference_mode():
            self._module(peers.torch.from_numpy(x))
        return list(self._kept)
