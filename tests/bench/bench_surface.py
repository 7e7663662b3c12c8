"""Rows surface: the loss of 784-128-64-10 in a plane of weight space, 2,000 digits, against a torch loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

import numpy as np

from neuroviz import nn
from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.nn.directions import random_plane
from neuroviz.nn.landscape import PlaneLoss, Scores, grid
from neuroviz.nn.plane import Plane
from tests.bench import peers
from tests.bench.rows import Row, interleaved

EXAMPLES = 2_000
SIDES = (17, 51)
FIRST = (9, 500)  # points along a side, examples of the first picture
_GOAL, _AT_ONCE = 7.0, 0.1
_ROUNDS = {17: 3, 51: 1}  # a turn of the loop takes so long that a moment more or less is nothing


def rows() -> Iterator[Row]:
    """How many times as fast; all that ours prepares for a plane is counted. Both on one thread."""
    net, digits = shipped_nets()["MLP"], mnist.load_test()
    x = digits.images[:EXAMPLES].reshape(-1, *net.input_shape).astype(np.float32) / np.float32(255)
    y = digits.labels[:EXAMPLES].astype(np.intp)
    plane = random_plane(net.plan, net.theta, np.random.default_rng(0))

    def ours(side: int, n: int | None = None) -> Scores:
        return _done(PlaneLoss(net.plan, nn.CrossEntropy(), plane, x, y).at(*grid(1.0, side), n))

    for side in SIDES:
        yield _against_torch(net, plane, (x, y), side, lambda side=side: ours(side))  # type: ignore[misc]
    first = interleaved(lambda: ours(*FIRST), rounds=7)[0]
    yield Row(
        "surface first picture", first, "s", _AT_ONCE, None, first, None, "no peer",
        f"{FIRST[0]}² points on {FIRST[1]} digits", lower_is_better=True,
    )  # fmt: skip
    unit = _longest(PlaneLoss(net.plan, nn.CrossEntropy(), plane, x, y).at(*grid(1.0, SIDES[0])))
    yield Row("surface unit", unit, "ms", 10.0, None, unit, None, "no peer",
              "95 % of the units of work take the processor no longer", lower_is_better=True)


def _against_torch(net: nn.Net, plane: Plane, examples: tuple[np.ndarray, np.ndarray], side: int,
                   ours: Callable[[], Scores]) -> Row:
    name, note = f"surface {side}²", f"s for {side}² points on {EXAMPLES:,} digits"
    if peers.torch is None:
        fast = interleaved(ours, rounds=_ROUNDS[side])[0]
        return Row(name, None, "×", _GOAL, None, fast, None, peers.peer_name(), f"{note}; {peers.MISSING}")
    theirs = _torch_loop(net, plane, examples, side)
    parity = bool(np.allclose(ours().loss, theirs(), rtol=1e-4, atol=1e-5))
    fast, slow = interleaved(ours, theirs, rounds=_ROUNDS[side])
    return Row(name, slow / fast, "×", _GOAL, parity, fast, slow, peers.peer_name(), note)


def _torch_loop(net: nn.Net, plane: Plane, examples: tuple[np.ndarray, np.ndarray],
                side: int) -> Callable[[], np.ndarray]:
    """As it is written first: every point sets all weights and asks the net for its loss."""
    torch: Any = peers.torch
    module = peers.module(net)
    x, y = (torch.from_numpy(one) for one in examples)
    sides = [peers.module(net.with_theta(one)) for one in (plane.origin, plane.u, plane.v)]
    origin, u, v = ([p.detach().clone() for p in one.parameters()] for one in sides)

    def run() -> np.ndarray:
        found = []
        with torch.no_grad():
            for a, b in zip(*(one.tolist() for one in grid(1.0, side)), strict=True):
                for p, o, across, up in zip(module.parameters(), origin, u, v, strict=True):
                    p.copy_(o + a * across + b * up)
                found.append(float(torch.nn.functional.cross_entropy(module(x), y)))
        return np.array(found)

    return run


def _done(units: Generator[None, None, Scores]) -> Scores:
    while True:
        try:
            next(units)
        except StopIteration as end:
            scores: Scores = end.value
            return scores


def _longest(units: Iterator[None]) -> float:
    """Of 95 % of the units, in ms of the processor: what others do meanwhile is not counted."""
    times = [time.thread_time()]
    times.extend(time.thread_time() for _ in units)
    return 1e3 * float(np.quantile(np.diff(times), 0.95))
