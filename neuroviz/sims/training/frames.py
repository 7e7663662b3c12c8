"""What the screen may know of a training run."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.nn import Net
from neuroviz.runtime import Frame
from neuroviz.scenes.recipe import Knobs
from neuroviz.sims.training.answers import Answers
from neuroviz.sims.training.book import Curve
from neuroviz.sims.training.finding import Finding
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.stops import Stopped, Stops


@dataclass(frozen=True)
class Branch:
    """Course `id` came from `parent` by turning `name` to `value`."""

    id: int
    parent: int
    name: str
    value: object


@dataclass(frozen=True, eq=False)
class CourseFrame:
    """One line of learning. born: the step it began at; branch: how, None for the first. last: the furthest
    step it has reached. report: of the moment, if the run rests or was measured there, else the last before;
    reports: all that were measured on the way. distance: of its parameter vector from that of its parent;
    travelled: from its own start. findings: what is so with it, worst first; empty for lines that are not
    looked at. ends: the step at which it will be ended; None for a line that goes on.
    """

    id: int
    born: int
    branch: Branch | None
    knobs: Knobs
    rates: tuple[float, ...]
    epochs: float
    loss: float
    last: int
    curve: Curve
    reports: tuple[Report, ...]
    report: Report | None
    net: Net
    answers: Answers | None
    distance: float | None
    travelled: float
    findings: tuple[Finding, ...] = ()
    ends: int | None = None


@dataclass(frozen=True, eq=False)
class Trunk:
    """What was written down of a line that is not here, but that one of those here has come from."""

    id: int
    born: int
    branch: Branch | None
    last: int
    loss: float
    curve: Curve
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class Turn:
    """What was done at a step, for the timeline. parent: where `course` branched off with it."""

    step: int
    course: int
    name: str
    value: object
    branch: bool = False
    parent: int | None = None


@dataclass(frozen=True, eq=False)
class TrainingFrame(Frame):
    """All lines at one moment; focus is the id of the one that is looked at. start: the knobs of step 0.
    given: every reason to stop that a line has given, here or at another step. trunks: the lines that those
    here have come from, where they have been ended."""

    courses: tuple[CourseFrame, ...]
    focus: int
    turns: tuple[Turn, ...]
    stops: Stops
    stopped: Stopped | None
    start: Knobs | None = None
    given: tuple[Stopped, ...] = ()
    trunks: tuple[Trunk, ...] = ()

    @property
    def focused(self) -> CourseFrame:
        """The line that is looked at."""
        return next(one for one in self.courses if one.id == self.focus)
