"""PlayersKeeper: the players of this machine, known at once, and their file, written on a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QCoreApplication

from neuroviz.io import files
from neuroviz.io.players import Game, Player, Players, read_players, update_players
from neuroviz.io.problem import Problem
from neuroviz.runtime import Background
from neuroviz.ui import problems

_log = logging.getLogger(__name__)
_DAMAGED = ("json-broken", "players-spec", "file-empty")

Edit = Callable[[Players], Players]


@dataclass(frozen=True)
class _Outcome:
    """What came of an errand. players: as they are in the file now, with the first `done` edits that were
    still waiting; None after a failure. aside: what a damaged file is called now."""

    players: Players | None
    done: int = 0
    problem: Problem | None = None
    aside: str = ""


class PlayersKeeper:
    """`players`: as this window knows them. `told`: a sentence about the last failure, "" after a success.
    `removed`: what was taken out in this visit, newest last.

    Every change is seen at once; the file follows on a worker, and what could not be written is tried again
    with the next. A damaged file is moved aside and a new one begun; one that cannot be read or is newer
    stays untouched. folder: where the file is; None: players are known for this visit alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self._kept = folder is not None
        self.path = (folder or Path()) / "players.json"
        self.players = Players()
        self.told = ""
        self.removed: list[Player] = []
        self._waiting: list[Edit] = []  # not known to be in the file
        self._errands = self._pending = 0
        self._file = _File(self.path)
        self._background = Background()

    @property
    def busy(self) -> bool:
        """Whether something is still to come from the worker."""
        return self._pending > 0

    def load(self) -> None:
        """Ask for the file as it is now."""
        self._submit()

    def add(self, name: str, game: Game) -> None:
        """Keep a game."""
        self._edit(partial(_add, Player(name, (game,))))

    def part(self, name: str, game: str = "") -> Player:
        """A player with one game (by id) or all of them, as something that may be removed."""
        player = self.players.named(name)
        return Player(name, tuple(one for one in player.games if game in ("", one.id)))

    def remove(self, gone: Player) -> None:
        """Take these games out."""
        self.removed.append(gone)
        self._edit(partial(_remove, frozenset(one.id for one in gone.games)))

    def bring_back(self, gone: Player) -> None:
        """Put them in again."""
        self.removed = [one for one in self.removed if one is not gone]
        self._edit(partial(_add, gone))

    def collect(self) -> bool:
        """Take what the worker has brought; False when there was nothing."""
        some = False
        while not self._file.outcomes.empty():
            self._take(self._file.outcomes.get())
            some = True
        return some

    def close(self) -> None:
        """Everything asked for has been tried when this returns."""
        self._background.close()
        self.collect()

    def _edit(self, edit: Edit) -> None:
        self.players = edit(self.players).in_order()
        if self._kept:
            self._waiting.append(edit)
            self._file.asked.put(edit)
            self._submit()

    def _submit(self) -> None:
        if self._kept:
            self._errands += 1
            self._pending += 1
            self._background.submit(f"players {self._errands}", self._file.follow)

    def _take(self, outcome: _Outcome) -> None:
        self._pending -= 1
        self.told = ""
        if outcome.problem is not None:
            _log.warning("players: %s", outcome.problem)
            self.told = problems.sentence(outcome.problem, self.path.name)
        if outcome.aside:
            kept = QCoreApplication.translate("GameKeeper", "It is kept as {name}, and a new list is begun.")
            self.told = f"{self.told} {kept.format(name=outcome.aside)}"
        if outcome.players is not None:
            del self._waiting[: outcome.done]
            players = outcome.players
            for edit in self._waiting:
                players = edit(players)
            self.players = players.in_order()


class _File:
    """The worker's side. asked: edits on their way to it; outcomes: what is on its way back."""

    def __init__(self, path: Path) -> None:
        self.asked: SimpleQueue[Edit] = SimpleQueue()
        self.outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._path = path
        self._edits: list[Edit] = []

    def follow(self) -> None:
        """Write what was asked for, or only read."""
        while not self.asked.empty():
            self._edits.append(self.asked.get())
        try:
            outcome = self._mended()
        except Exception:
            self.outcomes.put(_Outcome(None))
            raise
        if outcome.players is not None:
            self._edits.clear()
        self.outcomes.put(outcome)

    def _mended(self) -> _Outcome:
        """What came of it, at the second try where a damaged file was moved aside for it."""
        first = self._tried()
        if first.problem is None or first.problem.id not in _DAMAGED:
            return first
        try:
            aside = files.aside(self._path).name
        except Problem as problem:
            _log.warning("players: %s", problem)
            return first
        second = self._tried()
        return _Outcome(second.players, second.done, second.problem or first.problem, aside)

    def _tried(self) -> _Outcome:
        try:
            if self._edits:
                return _Outcome(update_players(self._path, self._edited), len(self._edits))
            return _Outcome(read_players(self._path))
        except Problem as problem:
            return _Outcome(None, problem=problem)

    def _edited(self, players: Players) -> Players:
        for edit in self._edits:
            players = edit(players)
        return players


def _remove(ids: frozenset[str], players: Players) -> Players:
    return players.without(ids)


def _add(more: Player, players: Players) -> Players:
    return players.with_games(more.name, more.games)
