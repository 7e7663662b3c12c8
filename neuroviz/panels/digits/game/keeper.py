"""PlayersKeeper: the players of this machine in their file, and the way back from a removal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from neuroviz.io import files
from neuroviz.io.players import Game, Player, Players, read_players, update_players
from neuroviz.io.problem import Problem
from neuroviz.ui import problems

_log = logging.getLogger(__name__)
_DAMAGED = ("json-broken", "players-spec", "file-empty")


class PlayersKeeper:
    """`players`: as last read. `told`: a sentence about the last failure, "" after a success.

    A damaged file is moved aside and a new one begun; one that cannot be read or is newer stays untouched.
    folder: where the file is; None: players are known for this visit alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self._kept = folder is not None
        self.path = (folder or Path()) / "players.json"
        self.players = Players()
        self.told = ""
        self._removed: list[tuple[Player, ...]] = []
        self._unsaved: list[Player] = []

    @property
    def can_undo(self) -> bool:
        """Whether something was removed in this visit."""
        return bool(self._removed)

    def load(self) -> bool:
        """Read the file again; False when that failed, and `told` says why."""
        if not self._kept:
            return True
        return self._save() if self._unsaved else self._try(partial(read_players, self.path))

    def add(self, name: str, game: Game) -> bool:
        """Keep a game; False when that failed, and `told` says why: it is then tried again with the next."""
        self._unsaved.append(Player(name, (game,)))
        return self._save()

    def remove(self, name: str, game: str = "") -> bool:
        """Remove one game (by id) of a player, or all of them."""
        player = self.players.named(name)
        gone = tuple(one for one in player.games if game in ("", one.id))
        ids = frozenset(one.id for one in gone)
        if not gone or not self._change(partial(_remove, ids)):
            return False
        self._removed.append((Player(name, gone),))
        return True

    def undo(self) -> bool:
        """Bring back what was removed last."""
        if not self._removed:
            return False
        if not self._change(partial(_add, self._removed[-1])):
            return False
        self._removed.pop()
        return True

    def _save(self) -> bool:
        done = self._change(partial(_add, tuple(self._unsaved)))
        if done:
            self._unsaved.clear()
        return done

    def _change(self, change: Callable[[Players], Players]) -> bool:
        if self._kept:
            return self._try(partial(update_players, self.path, change))
        self.players = change(self.players)
        return True

    def _try(self, work: Callable[[], Players]) -> bool:
        try:
            self.players = work()
        except Problem as problem:
            return self._on_problem(problem, work)
        self.told = ""
        return True

    def _on_problem(self, problem: Problem, work: Callable[[], Players]) -> bool:
        _log.warning("players: %s", problem)
        self.told = problems.sentence(problem, self.path.name)
        if problem.id not in _DAMAGED:
            return False
        try:
            aside = files.aside(self.path)
            self.players = work()
        except Problem as second:
            _log.warning("players: %s", second)
            return False
        kept = QCoreApplication.translate("GameKeeper", "It is kept as {name}, and a new list is begun.")
        self.told = f"{self.told} {kept.format(name=aside.name)}"
        return True


def _remove(ids: frozenset[str], players: Players) -> Players:
    return players.without(ids)


def _add(more: tuple[Player, ...], players: Players) -> Players:
    for one in more:
        players = players.with_games(one.name, one.games)
    return players
