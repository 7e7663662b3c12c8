"""Sitting: where a player stands in a game: what is offered, what is asked, what is looked at."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from neuroviz.panels.digits.game.answer_pad import Verdict
from neuroviz.sims.game import GameFrame, GameSpec

State = Literal["ready", "asking", "past", "over"]
_MOST_ROUNDS = 100


@dataclass(frozen=True)
class Held:
    """A game to come back to. The answers are the game's own list, so that those given later come along; they
    and where it stands make no other game of it."""

    spec: GameSpec
    stand_in: str
    said: list[int | None] = field(compare=False)
    started: bool = field(compare=False)


class Sitting:
    """One game at a time. said: all answers given; viewed: the picture looked at, from 0; holding: the answer
    just given is shown for a moment; stand_in: the net that plays in a person's place, "" for a person."""

    def __init__(self) -> None:
        self.spec = GameSpec()
        self.said: list[int | None] = []
        self.started = self.kept = self.holding = False
        self.stand_in = ""
        self.viewed = 0
        self.frame: GameFrame | None = None
        self._games = 0

    def begin(self, spec: GameSpec, *, started: bool, stand_in: str) -> None:
        """Another game; `started`: without being offered first."""
        self.spec, self.said, self.stand_in, self.started = spec, [], stand_in, started
        self.kept = self.holding = False
        self.viewed = 0
        self.frame = None

    def game(self) -> Held:
        """The present game."""
        return Held(self.spec, self.stand_in, self.said, self.started)

    def resume(self, game: Held) -> None:
        """Go on with a game that was left; one that was played to its end has been kept already."""
        self.begin(game.spec, started=game.started, stand_in=game.stand_in)
        self.said = game.said
        self.viewed = len(self.said)
        self.kept = len(self.said) >= game.spec.rounds

    @property
    def state(self) -> State:
        """ready: offered or being made; past: a picture already answered is looked at."""
        frame = self.frame
        if frame is None or not self.started or not len(frame.pictures):
            return "ready"
        if self.viewed < frame.step:
            return "past"
        if frame.over:
            return "over" if frame.summary is not None else "ready"
        return "asking" if len(frame.pictures) > frame.step else "ready"

    @property
    def answered(self) -> int:
        """Answers that have arrived."""
        return 0 if self.frame is None else self.frame.step

    @property
    def finished(self) -> bool:
        """Whether the last answer has arrived."""
        return self.frame is not None and self.frame.over

    @property
    def going(self) -> bool:
        """Whether a person is in the midst of it."""
        return self.started and bool(self.said) and not self.stand_in and len(self.said) < self.spec.rounds

    def take(self, frame: GameFrame, playing: bool) -> None:
        """What the worker knows now."""
        self.frame = frame
        if self.stand_in and not playing:
            self.viewed = frame.step

    def answer(self, said: int | None, reveal: bool) -> bool:
        """Note an answer; False when none is asked for. `reveal`: the net's is shown for a moment."""
        if self.state != "asking" or self.answered != len(self.said):
            return False
        self.said.append(said)
        self.holding = reveal
        if not reveal:
            self.viewed = len(self.said)
        return True

    def look_at(self, step: int) -> None:
        """Look at a picture that was answered, or behind the last of them at the one that is asked for."""
        self.holding = False
        self.viewed = min(max(step, 0), self.answered)

    def open(self, reveal: bool) -> bool:
        """Whether the net's answers may be seen."""
        return bool(self.stand_in) or reveal or self.finished

    def verdict(self, reveal: bool) -> Verdict:
        """What may be said of the picture that is looked at, which has been answered."""
        frame, i = self.frame, self.viewed
        assert frame is not None
        assert frame.rounds is not None
        if not self.open(reveal):
            return Verdict(int(frame.said[i]))
        sure, label = float(frame.certainty[i]), int(frame.rounds.labels[i])
        return Verdict(int(frame.said[i]), int(frame.net_said[i]), sure, label)

    def fresh(self, spec: GameSpec, name: str, played: int) -> GameSpec:
        """The same kind of game with other pictures: the seed follows from name and number of games played,
        so that a game can be had again, without a clock or a die."""
        self._games += 1
        return replace(spec, seed=zlib.crc32(f"{name}/{spec.kind}".encode()) + played + self._games)

    def memory(self) -> dict[str, Any] | None:
        """A game that is going on, as plain values."""
        return {**vars(self.spec), "said": list(self.said)} if self.going else None

    def remember(self, plain: object) -> bool:
        """Take up a game from `memory`; False, and nothing changes, for what makes no sense."""
        found = remembered(plain)
        if found is None:
            return False
        self.spec, self.said = found
        self.started = True
        self.viewed = len(self.said)
        return True


def remembered(plain: object) -> tuple[GameSpec, list[int | None]] | None:
    """Spec and answers of a game that was begun; None for what makes no sense."""
    if not isinstance(plain, dict):
        return None
    found: dict[str, Any] = dict(plain)
    said = found.pop("said", None)
    if not all(type(found.get(name)) is int and 0 <= found[name] < 2**40 for name in ("seed", "rounds")):
        return None
    try:
        spec = GameSpec(**found)
    except (TypeError, ValueError):
        return None
    fits = isinstance(said, list) and 0 < len(said) < spec.rounds <= _MOST_ROUNDS
    if not fits or not all(one is None or (type(one) is int and 0 <= one <= 9) for one in said):
        return None
    return spec, said
