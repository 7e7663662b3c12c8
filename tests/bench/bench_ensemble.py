"""Row ensemble: many nets 2-8-8-1 learning at once, against PyTorch's batched products."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from neuroviz import nn
from tests.bench import peers
from tests.bench.rows import Row, interleaved

LAYERS = (nn.Dense(8), nn.Tanh(), nn.Dense(8), nn.Tanh(), nn.Dense(1))
BATCH = 32
GOALS: dict[int, float | None] = {64: 4.5, 256: 4.5, 1024: None}
MORE = {10: 256, 100: 256}
RATE = 0.05


def rows() -> Iterator[Row]:
    for k, goal in GOALS.items():
        yield _row(k, BATCH, goal)
    for batch, k in MORE.items():
        yield _row(k, batch, None)


def _row(k: int, batch: int, goal: float | None) -> Row:
    rng = np.random.default_rng(1)
    plan = nn.Plan(LAYERS, (2,))
    theta = nn.starts(plan, k, rng, ("he",) * len(LAYERS))
    x, y = rng.uniform(-1, 1, (batch, 2)).astype(np.float32), rng.random((batch, 1), np.float32)
    ensemble = _ours(plan, theta, batch)
    sides: list[Callable[[], object]] = [lambda: ensemble.step(x, y)]
    parity = None
    if peers.torch is not None:
        parity = _same(plan, theta, x, y)
        peer = Peer(plan, theta)
        tensors = peers.torch.from_numpy(x), peers.torch.from_numpy(y)
        sides.append(lambda: peer.step(*tensors))
    mine, *theirs = interleaved(*sides)
    other = theirs[0] if theirs else None
    note = peers.MISSING if other is None else "baddbmm, one fused optimiser for all nets"
    return Row(f"ensemble {k} batch {batch}", other and other / mine, "×", goal, parity, mine * 1e6,
               other and other * 1e6, f"{peers.peer_name()}, µs",
               f"{note}; {k * batch / mine / 1e6:.1f} million examples a second")


def _ours(plan: nn.Plan, theta: Any, batch: int) -> nn.Ensemble:
    return nn.Ensemble(plan, theta, nn.SquaredError(), nn.SGD(RATE, momentum=0.9), batch)


def _same(plan: nn.Plan, theta: Any, x: Any, y: Any) -> bool:
    """Whether the losses of all nets agree after a few steps."""
    ours, peer = _ours(plan, theta, len(x)), Peer(plan, theta)
    tensors = peers.torch.from_numpy(x), peers.torch.from_numpy(y)
    return all(np.allclose(ours.step(x, y), peer.step(*tensors), rtol=1e-3, atol=1e-5) for _ in range(20))


class Peer:
    """The same nets as stacks of matrices in torch; the optimiser sees one tensor a layer, not one a net."""

    def __init__(self, plan: nn.Plan, theta: Any) -> None:
        self.layers = [
            tuple(self._tensor(theta, own[name], shape) for name, shape in (("w", (-1,)), ("b", (1, -1))))
            for own in plan.segments if own
        ]  # fmt: skip
        torch = peers.torch
        self.optimiser = torch.optim.SGD([p for pair in self.layers for p in pair], RATE, 0.9, fused=True)
        self.k = len(theta)

    @staticmethod
    def _tensor(theta: Any, segment: Any, shape: tuple[int, ...]) -> Any:
        p = segment.parameter
        rows = theta[:, segment.start : segment.start + p.size]
        values = rows.reshape(len(theta), *(p.shape if p.name == "w" else shape)).copy()
        return peers.torch.from_numpy(values).requires_grad_()

    def step(self, x: Any, y: Any) -> Any:
        torch = peers.torch
        self.optimiser.zero_grad(set_to_none=True)
        a = x.expand(self.k, *x.shape)
        for i, (w, b) in enumerate(self.layers):
            a = torch.baddbmm(b, a, w)
            a = torch.tanh(a) if i + 1 < len(self.layers) else a
        losses = ((a - y) ** 2).mean(dim=(1, 2))
        losses.sum().backward()
        self.optimiser.step()
        return losses.detach().numpy()
