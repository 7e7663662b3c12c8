"""Stand: where a line of learning stands, for somebody who goes on from there."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.sims.training.course import CourseState


@dataclass(frozen=True, eq=False)
class Stand:
    """line: its id; turns: what had been done to the run by then; run: what tells its run from others."""

    line: int
    turns: int
    run: object
    state: CourseState

    @property
    def step(self) -> int:
        """Steps taken."""
        return self.state.trainer.step

    def same(self, other: Stand | None) -> bool:
        """Whether both are one moment."""
        return other is not None and self.run is other.run and self._mark() == other._mark()

    def _mark(self) -> tuple[int, int, int]:
        return self.line, self.turns, self.step
