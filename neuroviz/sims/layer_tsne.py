"""t-SNE of a layer, step by step, its whole path kept: any moment of it can be shown again at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from neuroviz.data.maps import Affinities, Near, Tsne, affinities
from neuroviz.data.maps.cloud import Floats
from neuroviz.runtime import Change, Frame

LAST = 1_000
"""Steps of a whole run: with 2,000 points 16 MB of path."""


class Track:
    """The places (n, 2) after each step, read-only, and the KL divergence of each. It only ever grows at its
    end, so that a screen may read it while a worker writes: a frame says how long it was.
    """

    def __init__(self, start: Floats) -> None:
        self._places, self._kl = [_still(start)], [float("nan")]

    def __len__(self) -> int:
        return len(self._places)

    def places(self, step: int) -> Floats:
        """After `step` steps; while another run has not come so far yet, the furthest there are."""
        return self._places[min(step, len(self._places) - 1)]

    def kl(self, step: int) -> float:
        """KL(P‖Q) in nats of the places after `step` steps; for the last, not known yet, of those before."""
        return self._kl[step] if step + 1 < len(self._kl) or not step else self._kl[step - 1]

    def add(self, places: Floats, kl_before: float) -> None:
        """One step more; kl_before is that of the places it began from."""
        self._kl[-1] = kl_before
        self._kl.append(float("nan"))
        self._places.append(_still(places.copy()))


@dataclass(frozen=True, eq=False)
class TsneFrame(Frame):
    """After `step` units of work: `reached` steps lie on the track; preparing: the part done, 1 when done."""

    track: Track
    reached: int
    preparing: float

    @property
    def complete(self) -> bool:
        """Whether the last step has been taken."""
        return self.reached >= LAST


class TsneSim:
    """Finds the affinities, then takes LAST steps from `start` (n, 2): the same input, the same path."""

    def __init__(self, near: Near, start: Floats, perplexity: float) -> None:
        self._track = Track(start)
        self._start = start
        self._preparing, self._done = 0.0, 0
        self._affinities: Iterator[float | Affinities] | None = affinities(near, perplexity)
        self._tsne: Tsne | None = None

    def advance(self) -> bool:
        """One piece of the affinities, or one step; False after the last."""
        self._done += 1
        if self._tsne is None:
            assert self._affinities is not None
            found = next(self._affinities)
            if isinstance(found, Affinities):
                self._tsne, self._affinities, self._preparing = Tsne(found, self._start), None, 1.0
            else:
                self._preparing = found
            return True
        self._tsne.step()
        self._track.add(self._tsne.places, self._tsne.kl)
        return len(self._track) <= LAST

    def snapshot(self) -> TsneFrame:
        """The track so far."""
        return TsneFrame(self._done, self._track, len(self._track) - 1, self._preparing)

    def apply(self, change: Change) -> None:
        """There is no knob: always ValueError."""
        raise ValueError(f"unknown change {change.name!r}")


def _still(array: Floats) -> Floats:
    array = np.array(array, np.float32)
    array.flags.writeable = False
    return array
