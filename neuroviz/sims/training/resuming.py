"""The run that was left when the program ended, kept and brought back: pieces of work for another thread."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.scenes import left_run
from neuroviz.scenes.left_run import Place
from neuroviz.sims.training.errands import Moment, OpenedRun, reviving
from neuroviz.sims.training.keeping import keep

FURTHEST = 100_000
"""Steps that may have to be taken again to stand where a run was left: some seconds."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Resumed:
    """place: where a run is kept from now on, None for nowhere. found: the run that was left there.

    problem: why one could not be read, and aside: what its file is called now, "" where it stays.
    """

    place: Place | None
    found: OpenedRun | None = None
    problem: Problem | None = None
    aside: str = ""


def resuming(folder: Path, token: str | None) -> Iterator[float | Resumed]:
    """Shares done in 0..1, then what there is of the run `token`; None: the newest of all.

    A file that cannot be read is set aside; one of another run stays, as long as there is room beside it.
    """
    problem, aside = None, ""
    yield 0.0
    for path in left_run.kept(folder):
        place = left_run.taken(path)
        if place is None:
            continue
        try:
            for piece in _opening(path, token):
                if isinstance(piece, float):
                    yield piece
                else:
                    yield Resumed(place, piece, problem, aside)
                    return
        except Problem as fault:
            _log.warning("the run of last time cannot be read: %s", fault)
            problem, aside = fault, _set_aside(path)
        place.leave()
    yield Resumed(left_run.spare(folder), None, problem, aside)


def keep_left(moment: Moment, token: str, path: Path) -> None:
    """Write a run as it stands, in bounded time and size. Raises Problem."""
    run = keep(moment.recipe, moment.source, moment.past, moment.frame, moment.first)
    left_run.write(run, token, path)


def _opening(path: Path, token: str | None) -> Iterator[float | OpenedRun]:
    """Nothing comes of another run than that of the token."""
    kept = left_run.read(path)
    if left_run.is_of(kept, token):
        standing = kept.standing
        if kept.step - (0 if standing is None else standing.step) > FURTHEST:
            detail = f"it stands at {kept.step}, far from what is known"
            raise Problem("run-spec", detail=detail, path=str(path))
        yield from reviving(kept, path)


def _set_aside(path: Path) -> str:
    try:
        return files.aside(path).name
    except Problem as fault:
        _log.warning("it stays where it is: %s", fault)
        return ""
