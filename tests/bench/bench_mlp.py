"""Row mlp: a training step of 784-128-64-10 against PyTorch, and against its matrix products alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import numpy as np

from neuroviz import nn
from neuroviz.nn.gemm import Product, TallProduct
from tests.bench import peers
from tests.bench.rows import Row, interleaved

SIZES = (784, 128, 64, 10)
LIMIT_GOAL = 65  # per cent
CASES: tuple[tuple[str, nn.Optimiser, dict[int, float]], ...] = (
    ("sgd", nn.SGD(0.05, momentum=0.9), {32: 2.4, 64: 1.8, 128: 1.5}),
    ("adam", nn.Adam(0.001), {32: 1.8, 64: 1.5, 128: 1.35}),
)


def rows() -> Iterator[Row]:
    for name, optimiser, goals in CASES:
        for batch, goal in goals.items():
            yield from _rows(f"mlp {name} {batch}", optimiser, batch, goal)


def _rows(name: str, optimiser: nn.Optimiser, batch: int, goal: float) -> Iterator[Row]:
    rng = np.random.default_rng(1)
    layers = (nn.Dense(SIZES[1]), nn.ReLU(), nn.Dense(SIZES[2]), nn.ReLU(), nn.Dense(SIZES[3]))
    net = nn.Net.create(layers, SIZES[:1], rng)
    x, y = rng.random((4096, SIZES[0]), dtype=np.float32), rng.integers(0, 10, 4096)
    batches = [rng.integers(0, len(x), batch) for _ in range(64)]
    ours = _our_step(net, optimiser, x, y, batches)
    sides: list[Callable[[], object]] = [ours, _products(batch, cut=True), _products(batch, cut=False)]
    parity, peer = None, None
    if peers.torch is not None:
        parity = _same(net, optimiser, (x, y), batches[:20])
        sides.append(_their_step(net, optimiser, x, y, batches))
    mine, least, whole, *theirs = interleaved(*sides)
    peer = theirs[0] if theirs else None
    share = 100 * least / mine
    note = peers.MISSING if peer is None else "batches gathered by index on both sides"
    yield Row(name, peer and peer / mine, "×", goal, parity, mine * 1e6, peer and peer * 1e6,
              f"{peers.peer_name()} (fused), µs", f"{note}; {share:.0f} % of the GEMM limit")
    if isinstance(optimiser, nn.SGD):
        yield Row(f"{name} limit", share, "%", LIMIT_GOAL, None, mine * 1e6, least * 1e6,
                  "the matrix products alone, µs",
                  f"cut up as in the step; of the same products left whole: {100 * whole / mine:.0f} %")


def _our_step(net: nn.Net, optimiser: nn.Optimiser, x: Any, y: Any,
              batches: list[Any]) -> Callable[[], object]:
    trainer = nn.Trainer(net, nn.CrossEntropy(), optimiser, len(batches[0]))
    turn = cycle(batches)
    return lambda: trainer.step_at(x, y, next(turn))


def _their_step(net: nn.Net, optimiser: nn.Optimiser, x: Any, y: Any,
              batches: list[Any]) -> Callable[[], object]:
    peer = peers.Peer(net, _torch_optimiser(optimiser), x, y)
    turn = cycle([peers.torch.from_numpy(at) for at in batches])
    return lambda: peer.step(next(turn))


def _torch_optimiser(spec: nn.Optimiser) -> Callable[[Any], Any]:
    if isinstance(spec, nn.SGD):
        return lambda p: peers.torch.optim.SGD(p, spec.learning_rate, spec.momentum, fused=True)
    return lambda p: peers.torch.optim.Adam(p, spec.learning_rate, fused=True)


def _same(net: nn.Net, optimiser: nn.Optimiser, data: tuple[Any, Any], batches: list[Any]) -> bool:
    """Whether losses and outputs agree after a few steps."""
    trainer = nn.Trainer(net, nn.CrossEntropy(), optimiser, len(batches[0]))
    peer = peers.Peer(net, _torch_optimiser(optimiser), *data)
    for at in batches:
        pair = trainer.step_at(*data, at), peer.step(peers.torch.from_numpy(at))
        if not np.isclose(*pair, rtol=1e-3, atol=1e-4):
            return False
    return np.allclose(trainer.net(data[0][:50]), peer.outputs(data[0][:50]), rtol=1e-2, atol=1e-3)


def _products(n: int, *, cut: bool) -> Callable[[], object]:
    """The matrix products of one step and nothing else: the limit for any implementation on this BLAS."""
    rng = np.random.default_rng(2)

    def some(*shape: int) -> Any:
        return rng.random(shape, dtype=np.float32)

    a, b, c, d = SIZES
    x, w1, h1, w2, h2, w3 = some(n, a), some(a, b), some(n, b), some(b, c), some(n, c), some(c, d)
    d1, d2, d3, w2t, w3t = some(n, b), some(n, c), some(n, d), some(c, b), some(d, c)
    forwards, backwards = ((x, w1), (h1, w2), (h2, w3), (d3, w3t), (d2, w2t)), ((x, d1), (h1, d2), (h2, d3))
    if cut:
        products: list[Callable[[], None]] = [Product(p, q, some(len(p), q.shape[1])) for p, q in forwards]
        products += [TallProduct(p, q, some(p.shape[1], q.shape[1])) for p, q in backwards]
    else:
        whole = (*forwards, *((p.T, q) for p, q in backwards))
        products = [Product(p, q, some(len(p), q.shape[1]), 1) for p, q in whole]

    def run() -> None:
        for product in products:
            product()

    return run
