"""Row cuts: 10,000 test images judged anew when a unit is switched off, against asking the whole net."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net
from neuroviz.runtime import Change
from neuroviz.sims.cuts import EDIT, OFF, Cut, Cuts, operated
from neuroviz.sims.subject import Subject
from neuroviz.sims.surgery import Score, SurgerySim
from tests.bench.rows import Row, interleaved

_GOAL_MS = 300.0
_ROUNDS = 9

CUTS = (
    ("MLP", "unit of layer 1", Cut(0, OFF, (3,))),
    ("MLP", "weight of layer 1", Cut(0, EDIT, (3,), edits=((0, "w", 400, 1.0),))),
    ("CNN", "map of layer 1", Cut(0, OFF, (3,))),
    ("CNN", "map of layer 2", Cut(1, OFF, (3,))),
    ("CNN", "unit of layer 3", Cut(2, OFF, (3,))),
)


def rows() -> Iterator[Row]:
    """From the change to the last image, the coarse answer after 1,000 of them included."""
    nets, digits = shipped_nets(), mnist.load_test()
    x = digits.images.reshape(len(digits), -1).astype(np.float32) / np.float32(255)
    for name, what, cut in CUTS:
        net = nets[name]
        sim = SurgerySim(Subject(net, Sheet()), name)
        score = _judged(sim, (cut,))
        edited = operated(net, (cut,))

        def ours(sim: SurgerySim = sim, cut: Cut = cut) -> int:
            return _judged(sim, (cut,)).right()[1]

        def whole(edited: Net = edited) -> int:
            answers = edited(x.reshape(-1, *edited.input_shape)).argmax(axis=1)
            return int((answers == digits.labels).sum())

        parity = ours() == whole() == score.right()[1]
        fast, slow = interleaved(ours, whole, rounds=_ROUNDS)
        yield Row(
            f"cuts {name}, {what}", 1e3 * fast, "ms", _GOAL_MS if name == "MLP" else None, parity,
            1e3 * fast, 1e3 * slow, "the whole net", "ms for all 10,000 test images, confusion included",
            lower_is_better=True,
        )  # fmt: skip


def _judged(sim: SurgerySim, cuts: Cuts) -> Score:
    """All images with these cuts, from scratch but for what comes before them."""
    sim.apply(Change("cuts", cuts))
    while sim.advance():
        pass
    score = sim.snapshot().score
    assert score is not None
    return score
