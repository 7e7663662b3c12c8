"""Flow: how far the activations have come on their way through a net, and the links that carry them there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainter, QPen

from neuroviz.ui.netview.backdrop import Points, draw_links
from neuroviz.ui.netview.links import Links

PLACES = 12  # on the way from one layer to the next
_MANY = 20  # layers; with more, each is one place
_GROWN = 0.75  # of the way to a layer its links have all arrived, and its cells appear
_LAST_START = 0.45  # of the time for links, at which the weakest sets out


@dataclass(frozen=True)
class Moment:
    """Everything before `stage` has been computed; of the way to it, `share` (0..1) is gone."""

    stage: int
    share: float

    @property
    def appeared(self) -> float:
        """How far the cells of the stage have appeared, 0..1."""
        return min(1.0, max(0.0, (self.share - _GROWN) / (1 - _GROWN)))


def places(n_stages: int) -> int:
    """Places of the way from one layer to the next."""
    return PLACES if n_stages <= _MANY else 1


def length(n_stages: int) -> int:
    """The last place, at which everything is there."""
    return places(n_stages) * max(0, n_stages - 1)


def moment(along: float, n_stages: int) -> Moment | None:
    """Where the flow is at a place, which may lie between two; None at the end of the way."""
    if along >= length(n_stages):
        return None
    stage, rest = divmod(max(0.0, along), places(n_stages))
    return Moment(int(stage) + 1, rest / places(n_stages))


def grown(n: int, share: float) -> Points:
    """How far each of n links, strongest first, has come by then: (n, 1)."""
    start = np.linspace(0.0, _LAST_START, n) if n > 1 else np.zeros(n)
    time = min(1.0, share / _GROWN)
    return np.clip((time - start) / (1 - _LAST_START), 0.0, 1.0)[:, None]


def draw_growing(
    painter: QPainter, links: Links, ends: tuple[Points, Points], kinds: tuple[QPen, ...], share: float
) -> None:
    """Links on their way from source to target."""
    begun = grown(len(links.value), share)
    tips = ends[0] + (ends[1] - ends[0]) * begun
    under_way = begun[:, 0] > 0
    if not under_way.any():
        return
    shown = Links(links.source[under_way], links.target[under_way], links.value[under_way])
    draw_links(painter, shown, (ends[0][under_way], tips[under_way]), kinds)
