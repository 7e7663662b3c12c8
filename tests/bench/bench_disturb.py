"""Row disturb: nine curves of answers with their flips, ours against one picture at a time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.data.disturb import LIMITS, Disturbance, disturbed, noise_field
from neuroviz.data.sheet import Sheet
from neuroviz.data.strokes import digit
from neuroviz.nn import Net
from neuroviz.sims.disturb import ALONG, LAST, DisturbSim, answers, grey_of
from neuroviz.sims.flips import ROUNDS
from tests.bench.rows import Row, interleaved

_GOAL = 4.0
_PEER = "one forward pass a place"
Curves = dict[str, np.ndarray]


def rows() -> Iterator[Row]:
    """How many times as fast, for each shipped net; both sides in float32 on one thread."""
    sheet = Sheet(digit(6))
    for name, net in shipped_nets().items():
        parity = _agree(net, sheet)

        def ours(net: Net = net) -> DisturbSim:
            return _computed(net, sheet)

        def naive(net: Net = net) -> Curves:
            return _one_by_one(net, sheet)

        fast, slow = interleaved(ours, naive, rounds=7)
        note = f"ms for {len(ALONG)} curves of {LAST + 1} places and every flip between them"
        yield Row(
            f"disturb {name.lower()}", slow / fast, "×", _GOAL, parity, 1e3 * fast, 1e3 * slow, _PEER, note
        )


def _computed(net: Net, sheet: Sheet) -> DisturbSim:
    sim = DisturbSim(net, sheet)
    while sim.advance():
        pass
    return sim


def _one_by_one(net: Net, sheet: Sheet) -> Curves:
    """As it is written first: a picture is disturbed and judged, then the next one; flips are halved down."""
    grey = grey_of(sheet)
    assert grey is not None
    plain = (grey / np.float32(255)).astype(np.float32)[None]
    noise = noise_field(np.random.default_rng(0))

    def at(name: str, share: float) -> np.ndarray:
        amounts = Disturbance().along(name, LIMITS[name].value(np.array([share])))
        found: np.ndarray = answers(net, disturbed(plain, amounts, noise))[0]
        return found

    curves: Curves = {}
    for name in ALONG:
        curves[name] = np.array([at(name, k / LAST) for k in range(LAST + 1)])
        said = curves[name].argmax(axis=1)
        for k in np.flatnonzero(said[1:] != said[:-1]):
            left, right = k / LAST, (k + 1) / LAST
            for _ in range(ROUNDS):
                middle = (left + right) / 2
                if at(name, middle).argmax() == said[k]:
                    left = middle
                else:
                    right = middle
    return curves


def _agree(net: Net, sheet: Sheet) -> bool:
    mine, theirs = _computed(net, sheet).snapshot().curves, _one_by_one(net, sheet)
    return set(mine) == set(theirs) and all(
        np.allclose(mine[name].probabilities, theirs[name], atol=1e-4) for name in ALONG
    )
