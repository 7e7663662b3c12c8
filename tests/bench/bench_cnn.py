"""Row cnn: conv 5×5×8 – pool – conv 5×5×16 – pool – 10, one image forward and training, against PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import numpy as np

from neuroviz import nn
from tests.bench import peers
from tests.bench.rows import Row, interleaved

BATCH = 128
OPTIMISER = nn.SGD(0.05, momentum=0.9)
STACK = (nn.Conv2d(8, 5), nn.MaxPool(), nn.ReLU(), nn.Conv2d(16, 5), nn.MaxPool(), nn.ReLU(), nn.Flatten(),
         nn.Dense(10))
# ConvNetJS's MNIST demo: 24×24 crops, both convolutions padded by 2, batches of 20.
CONVNETJS_STACK = (nn.Conv2d(8, 5, padding=2), nn.ReLU(), nn.MaxPool(2),
                   nn.Conv2d(16, 5, padding=2), nn.ReLU(), nn.MaxPool(3), nn.Flatten(), nn.Dense(10))
# µs an image, measured with ConvNetJS's own file under Node on another machine.
CONVNETJS_TRAINING, CONVNETJS_FORWARD = 3570.0, 1270.0


def rows() -> Iterator[Row]:
    rng = np.random.default_rng(1)
    net = nn.Net.create(STACK, (1, 28, 28), rng)
    x, y = rng.random((2048, 1, 28, 28), dtype=np.float32), rng.integers(0, 10, 2048)
    yield _forward_row(net, x)
    yield _training_row(net, x, y)
    yield from _convnetjs_rows()


def _forward_row(net: nn.Net, x: np.ndarray) -> Row:
    one, parity = x[:1], None
    sides: list[Callable[[], object]] = [lambda: net(one), lambda: net.trace(one)]
    if peers.torch is not None:
        module, torch = peers.module(net).eval(), peers.torch
        tensor = torch.from_numpy(one)
        with torch.inference_mode():
            parity = np.allclose(net(x[:50]), module(torch.from_numpy(x[:50])).numpy(), rtol=1e-4, atol=1e-5)

        def theirs() -> None:
            with torch.inference_mode():
                module(tensor)

        sides.append(theirs)
    mine, trace, *rest = interleaved(*sides)
    peer = rest[0] if rest else None
    note = peers.MISSING if peer is None else "same net and image, inference_mode"
    note += f"; with every activation (trace): {trace * 1e6:.0f} µs"
    return Row("cnn forward 1", peer and peer / mine, "×", 4.5, parity, mine * 1e6, peer and peer * 1e6,
               f"{peers.peer_name()}, µs", note)


def _training_row(net: nn.Net, x: np.ndarray, y: np.ndarray) -> Row:
    rng, parity = np.random.default_rng(2), None
    batches = [rng.integers(0, len(x), BATCH) for _ in range(16)]
    trainer, turn = nn.Trainer(net, nn.CrossEntropy(), OPTIMISER, BATCH), cycle(batches)
    sides: list[Callable[[], object]] = [lambda: trainer.step_at(x, y, next(turn))]
    if peers.torch is not None:
        parity = _same(net, x, y, batches)
        peer_side, their_turn = _peer(net, x, y), cycle([peers.torch.from_numpy(at) for at in batches])
        sides.append(lambda: peer_side.step(next(their_turn)))
    mine, *rest = interleaved(*sides)
    peer = rest[0] if rest else None
    note = peers.MISSING if peer is None else f"batch {BATCH}, SGD with momentum, fused"
    return Row("cnn training", peer and peer / mine, "×", 1.8, parity, BATCH / mine, peer and BATCH / peer,
               f"{peers.peer_name()}, images/s", note)


def _peer(net: nn.Net, x: np.ndarray, y: np.ndarray) -> peers.Peer:
    sgd = peers.torch.optim.SGD
    return peers.Peer(net, lambda p: sgd(p, OPTIMISER.learning_rate, OPTIMISER.momentum, fused=True), x, y)


def _same(net: nn.Net, x: np.ndarray, y: np.ndarray, batches: list[Any]) -> bool:
    """Whether losses and outputs agree after a few steps."""
    trainer, peer = nn.Trainer(net, nn.CrossEntropy(), OPTIMISER, BATCH), _peer(net, x, y)
    for at in batches:
        pair = trainer.step_at(x, y, at), peer.step(peers.torch.from_numpy(at))
        if not np.isclose(*pair, rtol=1e-3, atol=1e-4):
            return False
    return np.allclose(trainer.net(x[:50]), peer.outputs(x[:50]), rtol=1e-2, atol=1e-3)


def _convnetjs_rows() -> Iterator[Row]:
    rng = np.random.default_rng(3)
    net = nn.Net.create(CONVNETJS_STACK, (1, 24, 24), rng)
    x, y = rng.random((20, 1, 24, 24), dtype=np.float32), rng.integers(0, 10, 20)
    trainer = nn.Trainer(net, nn.CrossEntropy(), nn.RMSProp(0.001), 20)
    step, forward = interleaved(lambda: trainer.step(x, y), lambda: net(x[:1]))
    for name, mine, theirs in (("training", step / 20 * 1e6, CONVNETJS_TRAINING),
                               ("forward", forward * 1e6, CONVNETJS_FORWARD)):
        note = (f"ConvNetJS is not installed; on the machine of the goals it took {theirs:.0f}, "
                f"{theirs / mine:.0f} × ours here: a scale, not a comparison")
        yield Row(f"cnn convnetjs {name}", None, "×", 25, None, mine, None, "ConvNetJS, µs an image", note)
