"""Row maps: a 2-16-16-3 over the plane, 512² places, against PyTorch; and the first look at every unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from neuroviz import nn
from neuroviz.sims.formula import COARSE, FINE, SMALL, mapped_layers
from neuroviz.sims.plane_maps import MapWork, Wish, axis
from tests.bench import peers
from tests.bench.rows import Row, interleaved

STACK = (nn.Dense(16), nn.ReLU(), nn.Dense(16), nn.ReLU(), nn.Dense(3))
_FRAME_MS = 16.0


def rows() -> Iterator[Row]:
    """The whole map of the answer, and how soon something is to be seen; one thread, float32."""
    net = nn.Net.create(STACK, (2,), np.random.default_rng(1))
    points = _points(FINE)
    sides: list[Callable[[], object]] = [lambda: _mapped(net, Wish((4,), FINE))]
    parity = None
    if peers.torch is not None:
        module, torch = peers.module(net).eval(), peers.torch
        tensor = torch.from_numpy(points)

        def theirs() -> np.ndarray:
            with torch.inference_mode():
                found: np.ndarray = module(tensor).numpy()
            return found

        mine = _mapped(net, Wish((4,), FINE))[0].reshape(3, -1).T
        parity = bool(np.allclose(mine, theirs(), rtol=1e-4, atol=1e-5))
        sides.append(theirs)
    mine_s, *rest = interleaved(*sides, rounds=15)
    peer = rest[0] if rest else None
    note = peers.MISSING if peer is None else f"2-16-16-3, {FINE}×{FINE} places, inference_mode"
    yield Row(
        "maps", peer and peer / mine_s, "×", None, parity, mine_s * 1e3, peer and peer * 1e3,
        f"{peers.peer_name()}, ms", note,
    )  # fmt: skip
    (first,) = interleaved(lambda: _first_look(net), rounds=15)
    yield Row(
        "maps first look", first * 1e3, "ms", _FRAME_MS, None, first * 1e3, None, "no peer",
        f"every unit at {SMALL}², one at {COARSE}²", lower_is_better=True,
    )  # fmt: skip


def _first_look(net: nn.Net) -> None:
    _mapped(net, Wish(mapped_layers(net), SMALL))
    _mapped(net, Wish((4,), COARSE, 0))


def _mapped(net: nn.Net, wish: Wish) -> list[np.ndarray]:
    work = MapWork(net, wish)
    while work.advance():
        pass
    return work.maps


def _points(side: int) -> np.ndarray:
    x = axis(side)
    return np.stack([np.tile(x, side), np.repeat(-x, side)], axis=1)
