"""The run that was left when the program ended: one file for each window that was open at a time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from neuroviz.io.hold import Hold
from neuroviz.scenes.kept_run import KeptRun
from neuroviz.scenes.run_file import read_run, write_left

NAMES = ("training.run", "training-2.run", "training-3.run")
LIMIT = 50_000_000
"""Bytes of one file."""

_TOKEN = "token"


@dataclass(frozen=True, eq=False)
class Place:
    """A file that is ours alone while it is held."""

    path: Path
    hold: Hold

    def leave(self) -> None:
        """Another window may have it."""
        self.hold.leave()


def kept(folder: Path) -> list[Path]:
    """The files there are, the newest first."""
    there = [path for path in (folder / name for name in NAMES) if path.exists()]
    return sorted(there, key=_time, reverse=True)


def taken(path: Path) -> Place | None:
    """The place of that file, now held; None while another window has it."""
    hold = Hold(path)
    return Place(path, hold) if hold.take() else None


def spare(folder: Path) -> Place | None:
    """A place to write to: one without a file, else the one with the oldest that no window has."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    there = kept(folder)
    free = [path for path in (folder / name for name in NAMES) if path not in there]
    places = (taken(path) for path in (*free, *reversed(there)))
    return next((place for place in places if place is not None), None)


def read(path: Path) -> KeptRun:
    """The run of such a file. Raises Problem."""
    return read_run(path, LIMIT)


def write(run: KeptRun, token: str, path: Path) -> None:
    """Write it quickly; `token` says which run it is. Raises Problem, and ValueError for no run."""
    write_left(replace(run, extra={**run.extra, _TOKEN: token}), path, LIMIT)


def token_of(run: KeptRun) -> str:
    """Under which token it was written; "" where the file does not say."""
    return str(run.extra.get(_TOKEN, ""))


def is_of(run: KeptRun, token: str | None) -> bool:
    """Whether it was written under that token; None: under any."""
    return token is None or (token != "" and run.extra.get(_TOKEN) == token)


def _time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
