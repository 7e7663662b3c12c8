"""BuildSim: a task built from its spec, piece by piece; what cannot be built is a fault, not an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from neuroviz.data.pool import Unfit
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.tasks import Source, building
from neuroviz.io.problem import Problem
from neuroviz.runtime import Change, Frame


@dataclass(frozen=True, eq=False)
class BuildFrame(Frame):
    """The task of `spec`: None while `done` (0..1) of it is, and for ever when there is a fault.

    fault: the id of what is wrong; facts: with which numbers.
    """

    spec: TaskSpec
    task: Task | None
    fault: str | None
    done: float = 0.0
    facts: Mapping[str, Any] | None = None


class BuildSim:
    """Builds the task of `spec` from the house's own examples or from `source`. It takes no changes."""

    def __init__(self, spec: TaskSpec, source: Source | None = None) -> None:
        self.spec = spec
        self._pieces: Iterator[float | Task] = building(spec, source)
        self._step = 0
        self._task: Task | None = None
        self._done = 0.0
        self._fault: str | None = None
        self._facts: Mapping[str, Any] | None = None

    def advance(self) -> bool:
        """A piece more; False when it is built, or cannot be."""
        self._step += 1
        try:
            piece = next(self._pieces)
        except (Unfit, Problem) as fault:
            self._fault, self._facts = fault.id, dict(fault.facts)
        except FileNotFoundError as error:
            self._fault, self._facts = "task-missing", {"name": error.filename}
        except MemoryError:
            self._fault, self._facts = "task-memory", {}
        else:
            if isinstance(piece, float):
                self._done = piece
                return True
            self._task, self._done = piece, 1.0
        return False

    def snapshot(self) -> BuildFrame:
        """How far it is. The task is a value: it is handed on, not copied."""
        return BuildFrame(self._step, self.spec, self._task, self._fault, self._done, self._facts)

    def apply(self, change: Change) -> None:
        """There is nothing to turn: another spec is another run."""
        raise ValueError(f"unknown change {change.name!r}")
