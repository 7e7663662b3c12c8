"""PlayersKeeper: the players of this machine, known at once, and their file, written on a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from neuroviz.io.players import Game, Player, Players, read_players, update_players
from neuroviz.runtime import Background
from neuroviz.ui import problems
from neuroviz.ui.edited_file import EditedFile, Outcome

_log = logging.getLogger(__name__)
_DAMAGED = ("json-broken", "players-spec", "file-empty")

Edit = Callable[[Players], Players]


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
        self._file = EditedFile(self.path, read_players, update_players, _DAMAGED)
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

    def _take(self, outcome: Outcome[Players]) -> None:
        self._pending -= 1
        self.told = ""
        if outcome.problem is not None:
            _log.warning("players: %s", outcome.problem)
            self.told = problems.sentence(outcome.problem, self.path.name)
        if outcome.aside:
            kept = QCoreApplication.translate("GameKeeper", "It is kept as {name}, and a new list is begun.")
            self.told = f"{self.told} {kept.format(name=outcome.aside)}"
        if outcome.value is not None:
            del self._waiting[: outcome.done]
            players = outcome.value
            for edit in self._waiting:
                players = edit(players)
            self.players = players.in_order()


def _remove(ids: frozenset[str], players: Players) -> Players:
    return players.without(ids)


def _add(more: Player, players: Players) -> Players:
    return players.with_games(more.name, more.games)
