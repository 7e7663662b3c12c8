"""Row walkers: a step of a thousand balls by each of nine methods, and its frame, beside PyTorch's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from neuroviz.data.surfaces import surface
from neuroviz.sims.descent.balls import BallsSim, Drop
from neuroviz.sims.descent.methods import KINDS, Kind, Method, usual
from neuroviz.sims.descent.walkers import walkers
from tests.bench import peers
from tests.bench.rows import Row, interleaved

WALKERS = 1_000
GROUND = "himmelblau"
GOAL = 1000 / 60  # ms: a frame of the screen
RATE = 1e-3
STEPS = 12  # until both sides are compared
SOME = 50  # walkers of the peer's L-BFGS, which remembers for one at a time
Place = Any


def rows() -> Iterator[Row]:
    """Milliseconds for all of them, ends looked for and frames made as on the page."""
    ground = surface(GROUND)
    methods = tuple(usual(kind, RATE) for kind in KINDS)
    sides: list[Callable[[], object]] = [_stepper(BallsSim(_drop(methods), ground))]
    parity = None
    if peers.torch is not None:
        parity = _same(methods)
        sides += [_peer(methods, _starts()), _alone(usual("lbfgs", RATE), _starts()[:SOME])]
    times = interleaved(*sides, rounds=9)
    mine = times[0] * 1e3
    other = (times[1] + times[2] * WALKERS / SOME) * 1e3 if peers.torch is not None else None
    note = peers.MISSING if other is None else (
        f"there eight methods at once on all, {times[1] * 1e3:.1f} ms, L-BFGS one by one, timed with {SOME}"
    )
    yield Row("walkers", mine, "ms", GOAL, parity, mine, other, f"{peers.peer_name()}, ms",
              f"{WALKERS:,} walkers x {len(KINDS)} methods on {GROUND}; {note}", lower_is_better=True)


def _drop(methods: tuple[Method, ...]) -> Drop:
    return Drop(methods, surface(GROUND).domain, WALKERS, most=1_000_000)


def _starts() -> np.ndarray:
    return _drop((Method(),)).starts()


def _stepper(sim: BallsSim) -> Callable[[], object]:
    """A step and the frame that is drawn; from the start again as soon as all are at rest."""
    start = sim.state()

    def step() -> object:
        if not sim.advance():
            sim.restore(start)
        return sim.snapshot()

    return step


def _height(at: Place) -> Any:
    x, y = at[..., 0], at[..., 1]
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def _peer(methods: tuple[Method, ...], starts: np.ndarray) -> Callable[[], object]:
    """Eight methods on all walkers at once, each with autograd."""
    steps = [_step_of(method, starts) for method in methods if method.kind != "lbfgs"]

    def step() -> list[Any]:
        return [one() for one in steps]

    return step


def _step_of(method: Method, starts: np.ndarray) -> Callable[[], Any]:
    torch = peers.torch
    at = torch.tensor(starts, requires_grad=True)
    if method.kind == "newton":
        return _newton(at, method.rate)
    optimiser = _optimiser(method, at)

    def step() -> Any:
        optimiser.zero_grad()
        _height(at).sum().backward()
        optimiser.step()
        return at

    return step


def _newton(at: Place, rate: float) -> Callable[[], Any]:
    torch = peers.torch
    slopes, bends = (torch.func.vmap(make(_height)) for make in (torch.func.grad, torch.func.hessian))

    def step() -> Any:
        with torch.no_grad():
            at.sub_(rate * torch.linalg.solve(bends(at), slopes(at)))
        return at

    return step


def _alone(method: Method, starts: np.ndarray) -> Callable[[], list[Any]]:
    """Each walker with an L-BFGS of its own."""
    torch = peers.torch
    places = [torch.tensor(start, requires_grad=True) for start in starts]
    each = [torch.optim.LBFGS([at], method.rate, max_iter=1, history_size=method.memory) for at in places]

    def closure(at: Place, one: Any) -> Any:
        one.zero_grad()
        height = _height(at)
        height.backward()
        return height

    def step() -> list[Any]:
        for at, one in zip(places, each, strict=True):
            one.step(lambda at=at, one=one: closure(at, one))
        return places

    return step


def _optimiser(method: Method, at: Place) -> Any:
    optim, rate, kind = peers.torch.optim, method.rate, method.kind
    betas = method.beta1, method.beta2
    made: dict[Kind, Callable[[], Any]] = {
        "gd": lambda: optim.SGD([at], rate),
        "momentum": lambda: optim.SGD([at], rate, method.momentum),
        "nesterov": lambda: optim.SGD([at], rate, method.momentum, nesterov=True),
        "adagrad": lambda: optim.Adagrad([at], rate),
        "rmsprop": lambda: optim.RMSprop([at], rate, method.decay),
        "adam": lambda: optim.Adam([at], rate, betas),
        "adamw": lambda: optim.AdamW([at], rate, betas, weight_decay=method.weight_decay),
    }
    return made[kind]()


def _same(methods: tuple[Method, ...]) -> bool:
    """Whether all are at the same places after some steps."""
    for method in methods:
        starts = _starts()[:SOME]
        ours = walkers(method, surface(GROUND), starts)
        theirs = _alone(method, starts) if method.kind == "lbfgs" else _step_of(method, starts)
        for _ in range(STEPS):
            ours.step()
            there = theirs()
        found = np.array([one.detach().numpy() for one in there])
        if not np.allclose(ours.xy, found, rtol=1e-6, atol=1e-7):
            return False
    return True
