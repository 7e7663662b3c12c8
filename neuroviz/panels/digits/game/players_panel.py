"""PlayersPanel: the part of the page that knows who plays: the list, and all players' agreement."""

from __future__ import annotations

import secrets
from datetime import datetime

from neuroviz.panels.digits.game import showcase
from neuroviz.panels.digits.game.counting import Counting
from neuroviz.panels.digits.game.keeper import PlayersKeeper
from neuroviz.panels.digits.game.player_box import PlayerBox
from neuroviz.panels.digits.game.sitting import Sitting
from neuroviz.panels.digits.game.views import GameView
from neuroviz.sims.game import GameFrame
from neuroviz.ui.choices import Segmented
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
        self.looks_at_everyone = False
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

    def read_players(self) -> None:
        """Read the list anew: another window may have added some."""
        self.keeper.load()
        if self.keeper.told:
            self.notice.emit(self.keeper.told)
        self.know_players()

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
        """Once, under the player's name; a net that played in a person's place is no player."""
        if self.sitting.kept or self.sitting.stand_in or not self.player.name:
            return
        self.sitting.kept = True
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        game = showcase.kept_game(frame, secrets.token_hex(8), now, net)
        if self.keeper.add(self.player.name, game):
            self.know_players()
        if self.keeper.told:
            self.notice.emit(self.keeper.told)

    def know_players(self) -> None:
        """Offer the names, and say how many games the present player has."""
        players = self.keeper.players
        mine = players.named(self.player.name)
        self.player.set_known([one.name for one in players.players], len(mine.games))

    def _on_remove(self, name: str, game: str) -> None:
        if self.keeper.remove(name, game):
            self._recount()
        else:
            self.notice.emit(self.keeper.told)

    def _on_undo(self) -> None:
        if self.keeper.undo():
            self._recount()
        else:
            self.notice.emit(self.keeper.told)

    def _recount(self) -> None:
        self.know_players()
        self.show_everyone(self.looks_at_everyone)
