"""PlayersPanel: the part of the page that knows who plays: the list, and all players' agreement."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from neuroviz.io.players import Player
from neuroviz.panels.digits.game import showcase
from neuroviz.panels.digits.game.counting import Counting
from neuroviz.panels.digits.game.keeper import PlayersKeeper
from neuroviz.panels.digits.game.player_box import PlayerBox
from neuroviz.panels.digits.game.sitting import Sitting
from neuroviz.panels.digits.game.views import GameView
from neuroviz.sims.game import GameFrame
from neuroviz.ui.choices import Segmented
from neuroviz.ui.history import ValueCommand
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context


class PlayersPanel(Panel):
    """Keeps what a player has finished, and counts what all have."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sitting = Sitting()
        self.keeper = PlayersKeeper(context.folder)
        self.counting = Counting()
        self.player = PlayerBox()
        self.view = GameView()
        self.results = Segmented()
        self.results.set_choices([(False, ""), (True, "")])
        self.looks_at_everyone = self._known = False
        self.results.chosen.connect(self.show_everyone)
        self.view.everyone.list.remove_asked.connect(self._on_remove)
        self.view.everyone.list.undo_asked.connect(self._on_undo)

    def refresh(self) -> None:
        """Bring the page to the present state."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """The two things to look at."""
        self.results.set_texts((self.tr("This game"), self.tr("All players")))
        super().retranslate()

    def collect_players(self) -> None:
        """Take what the worker has read or written, and say what went wrong."""
        before = self.keeper.players
        if not self.keeper.collect():
            return
        if self.keeper.told:
            self.notice.emit(self.keeper.told)
        if self.keeper.players != before:
            self._recount()
        if not self._known:
            self._known = True
            self.on_known()

    def on_known(self) -> None:
        """The list has been read for the first time."""
        raise NotImplementedError

    def show_everyone(self, on: bool) -> None:
        """All players' agreement, or the game."""
        self.looks_at_everyone = on
        self.results.set_value(on)
        if on:
            self.counting.begin(self.keeper.players, self.sitting.spec.kind)
        else:
            self.counting.end()
        self.refresh()

    def close_everyone(self) -> None:
        """Back to the game, without looking at it yet."""
        self.looks_at_everyone = False
        self.results.set_value(False)
        self.counting.end()

    def keep(self, frame: GameFrame, net: str) -> None:
        """A game that was just answered to its end, once, under the player's name.

        Done with the answer and not with the frame that shows it: the window may be closed in between.
        """
        if self.sitting.kept or self.sitting.stand_in or not self.player.name:
            return
        self.sitting.kept = True
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        game = showcase.kept_game(frame, self.sitting.said, (secrets.token_hex(8), now, net))
        self.keeper.add(self.player.name, game)
        self.know_players()

    def know_players(self) -> None:
        """Offer the names, and say how many games the present player has."""
        players = self.keeper.players
        mine = players.named(self.player.name)
        self.player.set_known([one.name for one in players.players], len(mine.games))

    def _on_remove(self, name: str, game: str) -> None:
        gone = self.keeper.part(name, game)
        if gone.games:
            self.history.push(Removal(gone, self._set_removed))

    def _on_undo(self) -> None:
        """Bring back what was removed last: as a step back where that is the last step, else as one more."""
        if not self.keeper.removed:
            return  # it has been brought back by another way since the button was shown
        gone = self.keeper.removed[-1]
        last = self.history.command(self.history.index() - 1) if self.history.index() else None
        if isinstance(last, Removal) and last.gone is gone:
            self.acts.undo()
        else:
            self.history.push(Removal(gone, self._set_removed, back=True))

    def _set_removed(self, gone: Player, removed: bool) -> None:
        (self.keeper.remove if removed else self.keeper.bring_back)(gone)
        if not self.looks_at_everyone:
            text = self.tr("{name}: removed.") if removed else self.tr("{name}: brought back.")
            self.notice.emit(text.format(name=gone.name))
        self._recount()

    def _recount(self) -> None:
        self.know_players()
        if self.looks_at_everyone:
            self.show_everyone(True)


class Removal(ValueCommand):
    """Games taken out of the list, or with `back` put in again."""

    def __init__(self, gone: Player, show: Callable[[Player, bool], None], *, back: bool = False) -> None:
        super().__init__(back, not back, partial(show, gone), partial(_removal_name, gone.name, back))
        self.gone = gone


def _removal_name(name: str, back: bool) -> str:
    if back:
        return QCoreApplication.translate("PlayersPanel", "Bring back: {name}").format(name=name)
    return QCoreApplication.translate("PlayersPanel", "Remove: {name}").format(name=name)
