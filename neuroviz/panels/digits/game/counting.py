"""Counting: the agreement of all players of one kind of game, found on a worker of its own."""

from __future__ import annotations

import numpy as np

from neuroviz.io.players import Game, Player, Players
from neuroviz.sims.agreement import UNREAD, Answers
from neuroviz.sims.game_kinds import KINDS
from neuroviz.sims.players import Played, PlayersFrame, PlayersSim
from neuroviz.ui.side_run import SideRun


class Counting(SideRun):
    """One run at a time; `frame`: the newest it has found, `kind` and `ends` what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self.frame: PlayersFrame | None = None
        self.kind = ""
        self.ends = (0.0, 1.0)

    def begin(self, players: Players, kind: str) -> None:
        """Count all games of this kind."""
        self.frame, self.kind = None, kind
        played = tuple(
            one for one in (_played(player, kind) for player in players.players) if one is not None
        )
        levels = [one.answers.levels for one in played]
        low = min([KINDS[kind].low, *(float(part.min()) for part in levels)])
        high = max([KINDS[kind].high, *(float(part.max()) for part in levels)])
        self.ends = (low, high)
        self.start(PlayersSim(played, low, high), live=True)

    def collect(self) -> PlayersFrame | None:
        """The newest frame, if there is one since the last call."""
        frame = self.take()
        if isinstance(frame, PlayersFrame):
            self.frame = frame
            return frame
        return None


def _played(player: Player, kind: str) -> Played | None:
    games = [game for game in player.games if game.kind == kind]
    return Played(player.name, len(games), _answers(games)) if games else None


def _answers(games: list[Game]) -> Answers:
    rounds = [one for game in games for one in game.rounds]
    said = [UNREAD if one.said is None else one.said for one in rounds]
    return Answers(
        np.array([one.level for one in rounds], np.float64),
        np.array([one.label for one in rounds], np.int64),
        np.array(said, np.int64),
        np.array([one.answer for one in rounds], np.int64),
        np.array([one.certainty for one in rounds], np.float64),
    )
