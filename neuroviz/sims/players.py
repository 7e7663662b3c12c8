"""What a class of players came to: each player's agreement, then that of all together."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.runtime import Change, Frame
from neuroviz.sims.agreement import Answers, Summary, joined, summary


@dataclass(frozen=True)
class Played:
    """A player's answers in all games of one kind, and how many games those are."""

    name: str
    games: int
    answers: Answers


@dataclass(frozen=True, eq=False)
class PlayersFrame(Frame):
    """After `step` players: their summaries, and the one of all once every player's is known."""

    players: tuple[Played, ...]
    summaries: tuple[Summary, ...]
    whole: Summary | None


class PlayersSim:
    """One player a unit of work. Levels between `low` and `high`, the same for all."""

    def __init__(self, players: tuple[Played, ...], low: float, high: float) -> None:
        self._players, self._low, self._high = players, low, high
        self._summaries: list[Summary] = []
        self._whole: Summary | None = None

    def advance(self) -> bool:
        """The next player, or the whole; False after that."""
        k = len(self._summaries)
        if k < len(self._players):
            self._summaries.append(summary(self._players[k].answers, self._low, self._high))
        elif self._players:
            self._whole = summary(joined([one.answers for one in self._players]), self._low, self._high)
        return bool(self._players) and self._whole is None

    def snapshot(self) -> PlayersFrame:
        """What is known so far."""
        return PlayersFrame(len(self._summaries), self._players, tuple(self._summaries), self._whole)

    def apply(self, change: Change) -> None:
        """There is no knob here: always ValueError."""
        raise ValueError(f"unknown change {change.name!r}")
