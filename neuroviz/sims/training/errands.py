"""What can be done with the files of a training run, as pieces of work for a thread beside the screen's."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pool import Unfit
from neuroviz.data.task import Task
from neuroviz.data.tasks import Source, building
from neuroviz.io import files
from neuroviz.io.problem import Problem, naming
from neuroviz.io.tables import comma_separated, npz
from neuroviz.io.weights import write_weights
from neuroviz.runtime import Handed, Past
from neuroviz.scenes.kept_run import KeptRun
from neuroviz.scenes.own_sources import digesting, source_of
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_file import read_run, write_run
from neuroviz.scenes.script import script, script_data, turns_of
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame
from neuroviz.sims.training.keeping import keep, logged, revive
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stops import Stops
from neuroviz.sims.training.whole_way import whole

_READ = 0.4  # of the work of opening


@dataclass(frozen=True, eq=False)
class Moment:
    """A run as it stands: all that its files are made of. first: the stops it began with."""

    recipe: Recipe
    source: Source | None
    task: Task
    past: Past
    frame: TrainingFrame
    first: Stops


@dataclass(frozen=True, eq=False)
class OpenedRun:
    """A run from a file: its task built, and a simulation to go on with from its past (see Run).

    digest: of its own data (see own_sources.digesting), "" without.
    """

    kept: KeptRun
    source: Source | None
    task: Task
    sim: TrainingSim
    past: Past
    digest: str = ""


@dataclass(frozen=True)
class Written:
    """What has been written, in the order in which it is to be told."""

    paths: tuple[Path, ...]


def opening(path: Path) -> Iterator[float | OpenedRun]:
    """Shares done in 0..1, then the run. Raises Problem."""
    yield 0.0
    kept = read_run(path)
    yield _READ
    yield from reviving(kept, path)


def reviving(kept: KeptRun, path: Path) -> Iterator[float | OpenedRun]:
    """The same, of a run that has been read from `path`. Raises Problem."""
    with naming(path):
        try:
            source, digest = None, ""
            if kept.own is not None:
                source = source_of(kept.own)
                digest = yield from _digested(source)
            for piece in building(kept.recipe.task, source):
                if isinstance(piece, float):
                    yield _READ + (1 - _READ) * piece
                else:
                    task = piece
            sim, past = revive(kept, task)
        except (Unfit, ValueError) as error:
            raise Problem("run-spec", detail=str(error)[:200]) from error
    yield OpenedRun(kept, source, task, sim, past, digest)


def copying(handed: Handed, began: tuple[Recipe, Stops], task: Task) -> Iterator[float | OpenedRun]:
    """What a run has handed over as another run, which shares nothing with it but its checkpoints."""
    yield 0.0
    assert isinstance(handed.frame, TrainingFrame)
    recipe, stops = began
    kept = keep(recipe, None, handed.past, handed.frame, stops)
    yield _READ
    sim, past = revive(kept, task)
    yield OpenedRun(kept, None, task, sim, past)


def _digested(source: Source) -> Generator[float, None, str]:
    pieces = digesting(source)
    while True:
        try:
            next(pieces)
        except StopIteration as over:
            return str(over.value)
        yield _READ


def writing(write: Callable[[], tuple[Path, ...]]) -> Iterator[float | Written]:
    """All in one piece: it takes as long as the disc does. Raises Problem."""
    yield 0.0
    yield Written(write())


def write_run_of(moment: Moment, path: Path) -> tuple[Path, ...]:
    """The whole run, with own data. Raises Problem."""
    write_run(keep(moment.recipe, moment.source, moment.past, moment.frame, moment.first), path)
    return (path,)


def write_weights_of(moment: Moment, path: Path) -> tuple[Path, ...]:
    """The weights of the line that is looked at. Raises Problem."""
    write_weights(moment.frame.focused.net, path)
    return (path,)


def write_curves_of(moment: Moment, path: Path) -> tuple[Path, ...]:
    """The curves of all lines in one table. Raises Problem."""
    with naming(path):
        files.replace(path, comma_separated(curve_table(moment.frame))[1])
    return (path,)


def write_script_of(moment: Moment, path: Path) -> tuple[Path, ...]:
    """The way of the line that is looked at as a script, and its examples beside it. Raises Problem."""
    frame, recipe, task = moment.frame, moment.recipe, moment.task
    content = npz(script_data(recipe, task))
    data = _free(path, content)
    digest = hashlib.sha256(frame.focused.net.theta.tobytes()).hexdigest()
    turns = turns_of([logged(entry) for entry in moment.past.log], frame.focus)
    text = script(recipe, task, turns, frame.step, data=data.name, digest=digest)
    with naming(data):
        files.replace(data, content)
    with naming(path):
        files.replace(path, text.encode())
    return path, data


def curve_table(frame: TrainingFrame) -> dict[str, NDArray[np.generic]]:
    """Columns of one length: a row for each report of each line, oldest first; lines are counted from 1.

    batch_loss: the mean loss of the batches of the steps batch_from to batch_to, as the net saw them, one of
    which is the row's; empty before the first. The others are measured at the step, on the same examples each
    time. score: the share right, or of the variance explained. A line whose past lies in one that has been
    ended has that past as its own.
    """
    courses = whole(frame).courses
    rows = [(one, report) for one in courses for report in one.reports]
    of = {
        "line": "", "step": "step", "epochs": "epochs", "batch_loss": "", "batch_from": "", "batch_to": "",
        "training_loss": "train_loss", "validation_loss": "valid_loss", "training_score": "train_score",
        "validation_score": "valid_score", "learning_rate": "rate", "gradient_norm": "norm",
    }  # fmt: skip
    table = {name: np.array([getattr(r, field) for _, r in rows]) for name, field in of.items() if field}
    table["line"] = np.array([one.id + 1 for one, _ in rows], np.intp)
    batches = np.array([_batches(one, report.step) for one, report in rows], object).reshape(-1, 3)
    for i, name in enumerate(("batch_loss", "batch_from", "batch_to")):
        table[name] = batches[:, i].astype(str)
    return {name: table[name] for name in of}


def _batches(one: CourseFrame, step: int) -> tuple[str, str, str]:
    """Mean loss, first and last step of the bucket that a step of a line lies in."""
    ends = one.curve.step
    at = int(np.searchsorted(ends, step))
    if step < 1 or at >= len(ends):
        return "", "", ""
    begin = int(ends[at - 1]) + 1 if at else 1
    if ends[at] > one.born:
        begin = max(begin, one.born + 1)  # what it has of that bucket itself
    return (repr(float(one.curve.mean[at])), str(begin), str(ends[at])) if step >= begin else ("", "", "")


def _free(script_path: Path, content: bytes) -> Path:
    """A name beside the script that no file has yet, or one that holds the same."""
    number = 1
    while True:
        mark = "" if number == 1 else f"-{number}"
        path = script_path.with_name(f"{script_path.stem}-data{mark}.npz")
        if not path.exists() or _holds(path, content):
            return path
        number += 1


def _holds(path: Path, content: bytes) -> bool:
    try:
        return files.read(path, len(content)) == content
    except Problem:
        return False
