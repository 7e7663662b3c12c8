"""Row tiny: a training step of 2-8-8-1 against PyTorch, and beside what TensorFlow Playground takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import numpy as np

from neuroviz import nn
from neuroviz.data.tasks import build, fresh
from neuroviz.runtime import History, Run
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.plane_maps import MapWork, Wish
from neuroviz.sims.training.many import ManySim, Setup
from tests.bench import peers
from tests.bench.rows import Row, interleaved

GOALS = {10: 22.0, 50: 22.0, 200: 22.0}
STEPS = 64  # of one call
RATE = 0.03
NETS, SECONDS = 64, 3.0
PLAYGROUND = "TensorFlow Playground's engine in V8"
NOT_NOW = "timed earlier on such a machine, not in this run"
PLAYGROUND_STEP = {(4, 2): (5.8, None), (8, 8): (16.7, 1.4)}  # µs at batch 10, and the goal
PLAYGROUND_MAPS = 10_700.0  # µs, every neuron of 8-8 at 100 x 100 places
PLAYGROUND_SAMPLES = 15_000  # a second: one epoch of its examples a frame


def rows() -> Iterator[Row]:
    for batch, goal in GOALS.items():
        yield _step(batch, goal)
    for hidden, (theirs, wish) in PLAYGROUND_STEP.items():
        yield _playground(hidden, theirs, wish)
    yield _samples()
    yield _maps()


def _net(*hidden: int) -> nn.Net:
    layers = [layer for n in hidden for layer in (nn.Dense(n), nn.Tanh())]
    return nn.Net.create((*layers, nn.Dense(1)), (2,), np.random.default_rng(1))


def _data(batch: int) -> tuple[Any, Any, Any]:
    rng = np.random.default_rng(2)
    x = rng.uniform(-1, 1, (500, 2)).astype(np.float32)
    y = np.sign(x[:, :1] * x[:, 1:])
    return x, y, rng.integers(0, len(x), (STEPS, batch))


def _trainer(net: nn.Net, batch: int) -> nn.TinyTrainer:
    return nn.TinyTrainer(net, nn.SquaredError(), nn.SGD(RATE), batch)


def _ours(net: nn.Net, batch: int) -> Callable[[], object]:
    """STEPS steps in a call."""
    trainer = _trainer(net, batch)
    x, y, at = _data(batch)
    return lambda: trainer.steps_at(x, y, at)


def _step(batch: int, goal: float) -> Row:
    net, (x, y, at) = _net(8, 8), _data(batch)
    single, turn = _trainer(net, batch), cycle(at)
    sides = [_ours(net, batch), lambda: single.step_at(x, y, next(turn))]
    parity = None
    if peers.torch is not None:
        parity = _same(net, x, y, at)
        peer = peers.Peer(net, _optimiser, x, y)
        theirs = cycle([peers.torch.from_numpy(one) for one in at])
        sides.append(lambda: peer.step(next(theirs)))
    many, alone, *others = interleaved(*sides)
    mine, other = many / STEPS, others[0] if others else None
    note = peers.MISSING if other is None else "batches gathered by index on both sides"
    return Row(f"tiny batch {batch}", other and other / mine, "×", goal, parity, mine * 1e6,
               other and other * 1e6, f"{peers.peer_name()} (fused), µs",
               f"{note}; {STEPS} steps a call, asked for one by one {alone * 1e6:.1f} µs")


def _playground(hidden: tuple[int, ...], theirs: float, wish: float | None) -> Row:
    mine = interleaved(_ours(_net(*hidden), 10))[0] / STEPS * 1e6
    name = "-".join(map(str, hidden))
    return Row(f"tiny playground {name}", theirs / mine, "×", wish, None, mine, theirs, f"{PLAYGROUND}, µs",
               f"a step of batch 10; {NOT_NOW}")


def _samples() -> Row:
    """Examples learned in a second by the run of the page Many, while each frame it can show is fetched."""
    layers = (nn.Dense(8), nn.Tanh(), nn.Dense(8), nn.Tanh(), nn.Dense(1))
    recipe = Recipe(fresh("hills"), tuple(map(LayerPlan, layers)), (2,), Knobs(rate=RATE, batch=10))
    run = Run(ManySim(recipe, build(recipe.task), Setup(NETS)), history=History(most=256))
    run.start()
    begun, frames = time.perf_counter(), 0
    while time.perf_counter() - begun < SECONDS:
        time.sleep(1 / 60)
        frames += run.frames.take() is not None
    seconds, steps = time.perf_counter() - begun, run.head
    run.stop()
    run.join(2.0)
    samples = steps * recipe.knobs.batch * NETS / seconds
    return Row("tiny playground screen", samples / PLAYGROUND_SAMPLES, "×", 50, None, samples / 1e3,
               PLAYGROUND_SAMPLES / 1e3, f"{PLAYGROUND}, thousand samples a second while it draws",
               f"ours: {NETS} nets at once, the map of each {frames / seconds:.0f} times a second; {NOT_NOW}")


def _maps() -> Row:
    net = _net(8, 8)
    layers = (1, 3, 4)  # both hidden layers after their tanh, and the output

    def run() -> None:
        work = MapWork(net, Wish(layers, 100))
        while work.advance():
            pass

    mine = interleaved(run)[0] * 1e6
    return Row("tiny playground maps", PLAYGROUND_MAPS / mine, "×", 50, None, mine, PLAYGROUND_MAPS,
               f"{PLAYGROUND}, µs", f"every neuron of 8-8 at 100 x 100 places; {NOT_NOW}")


def _optimiser(parameters: Any) -> Any:
    return peers.torch.optim.SGD(parameters, RATE, fused=True)


def _same(net: nn.Net, x: Any, y: Any, at: Any) -> bool:
    """Whether losses and outputs agree after a few steps."""
    trainer, peer = _trainer(net, at.shape[1]), peers.Peer(net, _optimiser, x, y)
    ours = trainer.steps_at(x, y, at[:20])
    theirs = [peer.step(peers.torch.from_numpy(one)) for one in at[:20]]
    if not np.allclose(ours, theirs, rtol=1e-3, atol=1e-5):
        return False
    return np.allclose(trainer.net(x), peer.outputs(x), rtol=1e-3, atol=1e-4)
