"""Games that show something, what is in the centre when, and games as values that are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.io.players import Game, Players, Round
from neuroviz.panels.digits.game import chart, words
from neuroviz.sims.agreement import UNREAD
from neuroviz.sims.game import GameFrame, GameSpec
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.game.panel import GamePanel
    from neuroviz.panels.digits.game.sitting import Sitting
    from neuroviz.panels.digits.game.views import PlayView

_GAMES = (
    GameSpec("blur"),
    GameSpec("occlusion"),
    GameSpec("turn"),
    GameSpec("noise", low=0.3, high=0.7),
    GameSpec("static", low=0.7, high=1.0),
)


def presets(panel: GamePanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = words.preset_texts()
    return tuple(
        Preset(title, reason, partial(_begin, spec, panel))
        for spec, (title, reason) in zip(_GAMES, texts, strict=True)
    )


def _begin(spec: GameSpec, panel: GamePanel) -> None:
    panel.begin(panel.fresh(spec))


TRIES: dict[str, Callable[[GamePanel], None]] = {
    "blur": partial(_begin, _GAMES[0]),
    "seen": partial(_begin, _GAMES[3]),
    "certain": partial(_begin, _GAMES[4]),
}


def show(panel: GamePanel) -> None:
    """Put into the centre what belongs there now."""
    view, sitting = panel.view, panel.sitting
    frame, reveal = sitting.frame, panel.knobs.config().reveal
    if panel.looks_at_everyone:
        view.play.rest()
        _show_everyone(panel)
    elif frame is not None and sitting.state == "over":
        view.outcome.show_game(frame, sitting.stand_in)
        view.play.rest()
        view.setCurrentWidget(view.outcome)
    else:
        view.setCurrentWidget(view.play)
        if frame is not None:
            _show_play(view.play, sitting, frame, reveal)
    panel.room.set_least(view.least)


def _show_play(play: PlayView, sitting: Sitting, frame: GameFrame, reveal: bool) -> None:
    n, k = frame.spec.rounds, sitting.viewed
    if sitting.state == "ready":
        play.progress.setText("")
        play.show_preview(frame)
        text = QCoreApplication.translate("GameShowcase", "Start: {n} pictures  (Enter)")
        play.answers.show_idle(text.format(n=n))
        return
    play.progress.setText(QCoreApplication.translate("GameShowcase", "{k} of {n}").format(k=k + 1, n=n))
    play.show_round(frame, k)
    if sitting.state == "asking":
        play.answers.show_waiting()
    else:
        play.answers.show_verdict(sitting.verdict(reveal), _onward(sitting, frame))


def _onward(sitting: Sitting, frame: GameFrame) -> str:
    if not frame.over:
        return QCoreApplication.translate("GameShowcase", "Next picture  (Space or any digit)")
    if sitting.holding:
        return QCoreApplication.translate("GameShowcase", "To the outcome  (Space or any digit)")
    return QCoreApplication.translate("GameShowcase", "To the outcome")


def _show_everyone(panel: GamePanel) -> None:
    view, counting = panel.view.everyone, panel.counting
    frame = counting.frame
    if frame is not None:
        view.show_players(frame, counting.kind, counting.ends, panel.player.name)
        names = (one.name for one in frame.players)
        found = dict(zip(names, frame.summaries, strict=False))
        view.show_list(panel.keeper.players, counting.kind, found, bool(panel.keeper.removed))
    panel.view.setCurrentWidget(view)


def kept_game(frame: GameFrame, said: Sequence[int | None], about: tuple[str, str, str]) -> Game:
    """A game whose pictures are all judged and answered, as it is kept. about: its id, date and net."""
    assert frame.rounds is not None
    rounds = tuple(
        Round(int(index), float(level), int(label), one, int(answer), float(p))
        for index, level, label, one, answer, p in zip(
            frame.rounds.indices, frame.rounds.levels, frame.rounds.labels, said, frame.net_said,
            np.clip(frame.certainty, 0.0, 1.0), strict=True,
        )
    )  # fmt: skip
    id, date, net = about
    return Game(id, date, frame.spec.kind, frame.spec.seed, net, rounds)


def table(players: Players, kind: str) -> dict[str, np.ndarray]:
    """Every answer in the games of a kind, one row each, said −1: can't tell."""
    rows = [
        (player.name, game.id, one.index, one.level, one.label, UNREAD if one.said is None else one.said,
         one.answer, one.certainty)
        for player in players.players for game in player.games if game.kind == kind for one in game.rounds
    ]  # fmt: skip
    names = ("player", "game", "index", "level", "label", "said", "net", "certainty")
    return {name: np.array(column) for name, column in zip(names, zip(*rows, strict=True), strict=False)}


def numbers(frame: GameFrame) -> dict[str, np.ndarray]:
    """Every picture of a game that is over with what was said of it, and the curves; nothing before."""
    if frame.summary is None or frame.rounds is None:
        return {}
    answers = frame.answers()
    return {
        "index": frame.rounds.indices, "level": answers.levels, "label": answers.labels,
        "said": answers.said, "net": answers.net, "certainty": answers.certainty,
        "pictures": frame.pictures,
        **chart.table(frame.summary),
    }  # fmt: skip
