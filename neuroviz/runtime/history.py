"""History: checkpoints of a run in bounded memory, thinned as it grows."""

from __future__ import annotations

from bisect import bisect_right

from neuroviz.runtime.sim import State

DEFAULT_LIMIT = 128 * 2**20


class History:
    """Checkpoints at every `stride` steps, within `limit` bytes, and `most` of them.

    When they outgrow either the stride doubles and every second one goes. Where a step costs less than its
    checkpoint, `most` bounds what the run is slowed down by.
    The first checkpoint is always kept, so that any step can be reached by replaying from below.
    """

    def __init__(self, limit: int = DEFAULT_LIMIT, most: int | None = None) -> None:
        if limit <= 0:
            raise ValueError("the memory of a history is a positive number of bytes")
        if most is not None and most < 2:
            raise ValueError("a history keeps two checkpoints at least")
        self.limit, self.most = limit, most
        self.stride = 1
        self._kept: list[tuple[int, State]] = []
        self._bytes = 0

    @property
    def nbytes(self) -> int:
        """The memory of all checkpoints, in bytes."""
        return self._bytes

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps that have a checkpoint."""
        return tuple(step for step, _ in self._kept)

    @property
    def kept(self) -> tuple[tuple[int, State], ...]:
        """All checkpoints by step. May be asked from another thread than the run's."""
        return tuple(self._kept)

    def wants(self, step: int) -> bool:
        """True when a checkpoint of `step` belongs here and is missing."""
        if not self._kept:
            return True
        return step % self.stride == 0 and step > self._kept[-1][0]

    def add(self, step: int, state: State) -> None:
        """Keep `state` as the checkpoint of `step`; steps come in rising order."""
        self._kept.append((step, state))
        self._bytes += state.nbytes
        while self._overgrown and len(self._kept) > 1:
            self._thin()

    def nearest(self, step: int) -> tuple[int, State]:
        """The last checkpoint at or before `step`. Raises LookupError when there is none."""
        at = bisect_right(self._kept, step, key=_step_of) - 1
        if at < 0:
            raise LookupError(f"no checkpoint at or before step {step}")
        return self._kept[at]

    def forget_after(self, step: int) -> None:
        """Drop the checkpoints of a future that will not happen."""
        self._keep(self._kept[: bisect_right(self._kept, step, key=_step_of)])

    @property
    def _overgrown(self) -> bool:
        return self._bytes > self.limit or (self.most is not None and len(self._kept) > self.most)

    def _thin(self) -> None:
        self.stride *= 2
        self._keep([one for i, one in enumerate(self._kept) if i == 0 or one[0] % self.stride == 0])

    def _keep(self, kept: list[tuple[int, State]]) -> None:
        self._kept = kept
        self._bytes = sum(state.nbytes for _, state in kept)


def _step_of(kept: tuple[int, State]) -> int:
    return kept[0]
