"""GamePanel: you say what you see, the net says what it sees, and the label has its say at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.data import mnist
from neuroviz.data.sheet import Sheet
from neuroviz.io.players import clean_name
from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.game import keys, showcase, words
from neuroviz.panels.digits.game.config import GameConfig, knob_texts
from neuroviz.panels.digits.game.keys import DIGITS, GO
from neuroviz.panels.digits.game.players_panel import PlayersPanel
from neuroviz.panels.digits.game.sitting import Held
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.game import GameFrame, GameSim, GameSpec
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.focus import plain
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser, current_name, current_net, reads_digits
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.shared_pad import NAME as PAD
from neuroviz.ui.theme import theme

_MOMENT_MS = 1200  # for which an answer is shown: less than people take for the next
_MEANT_MS = 250  # a digit this soon after a picture has come by itself was meant to call it, not to answer it
_SPEED = 1.0  # pictures a second when a game is looked at again


class GamePanel(PlayersPanel):
    """Its run makes the pictures, judges them and takes the answers; what is looked at is the panel's own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._position = 0.0
        self._speed = _SPEED
        self._since = QElapsedTimer()
        self._came = QElapsedTimer()  # begins when a picture has come by itself
        self._seen = self._net_waits = False
        self.knobs = KnobForm(restored(GameConfig(), context.memory.get("knobs")), knob_texts)
        self.chooser = NetChooser(context.workspace)
        self.place(self.view, (self._side(), self.knobs, self.chooser))
        self._remember()
        self._wire()
        self.room.transport.set_speed(_SPEED)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """The pictures of the present game and what was said of them."""
        self._net_name, self._net = self._current_net()
        return Run(
            GameSim(self.sitting.spec, self._net, mnist.load_test, tuple(self.sitting.said)), live=True
        )

    def restart(self) -> None:
        """The same game from where it stands; a stand-in plays again."""
        super().restart()
        self._playing = False  # play looks at pictures again; making them is not its business
        if self.sitting.stand_in:
            self.tell(Change("stand_in", self.context.workspace.get("net", self.sitting.stand_in)))
        self.room.transport.set_playing(False)

    def draw(self, frame: Frame) -> None:
        """Show the state of the game."""
        assert isinstance(frame, GameFrame)
        self.sitting.take(frame, self._playing)
        self.refresh()

    def sentence(self) -> str:
        """Where the game stands, or what came of it."""
        if self.looks_at_everyone:
            counted = self.counting.frame
            return "" if counted is None else words.everyone(counted, self.sitting.spec.kind)
        return words.game(self.sitting, self.knobs.config().reveal)

    def presets(self) -> tuple[Preset, ...]:
        """Games that show something."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """What the keys do as the game stands."""
        return () if self.looks_at_everyone else keys.listed(self.sitting)

    def data(self) -> Mapping[str, np.ndarray]:
        """Every picture with what was said of it, and the curves; or all games kept of this kind."""
        if self.looks_at_everyone:
            return showcase.table(self.keeper.players, self.sitting.spec.kind)
        return showcase.numbers(self.last) if isinstance(self.last, GameFrame) else {}

    def on_knob(self, name: str, value: object) -> None:
        """Another kind is another game; the rest concerns the screen."""
        if name == "kind":
            self.offer(GameSpec(str(value)))
        elif name == "smooth":
            self.view.play.pictures.set_smooth(bool(value))
        self.refresh()

    def pose(self) -> None:
        """A whole game of blurred digits, played by another net, which is said; it is not kept."""
        self.begin(GameSpec("blur", 7), stand_in=True)

    def posed(self) -> bool:
        """The game is over and its curves are drawn."""
        frame = self.last
        over = isinstance(frame, GameFrame) and frame.summary is not None
        return over and self.view.currentWidget() is self.view.outcome

    def memory(self) -> dict[str, Any]:
        """The knobs, the name, and a game that was begun."""
        knobs = vars(self.knobs.config())
        return {"knobs": knobs, "player": self.player.name, "game": self.sitting.memory()}

    def state(self) -> Held:
        """The game that is offered or played."""
        return self.sitting.game()

    def restore(self, state: Held) -> None:
        """Go on with that game."""
        self.sitting.resume(state)
        self.knobs.set_config(replace(self.knobs.config(), kind=state.spec.kind))
        self.restart()
        self.refresh()

    def retranslate(self) -> None:
        """Say everything anew."""
        super().retranslate()
        self.refresh()

    # -- the game ----------------------------------------------------------------------------------

    def offer(self, spec: GameSpec) -> None:
        """Make the pictures of a new game, and wait for its start."""
        self._set(spec, started=False, stand_in="")

    def begin(self, spec: GameSpec, *, stand_in: bool = False) -> None:
        """A new game at once; `stand_in`: another net than the present one answers it."""
        self._set(spec, started=True, stand_in=self._other_net() if stand_in else "")
        self.setFocus()

    def start(self) -> None:
        """Ask for the first answer of the game that was offered."""
        self.sitting.started = True
        self.setFocus()
        self.refresh()

    def answer(self, said: int | None) -> None:
        """Answer the picture that is asked for; None: can't tell."""
        if self._came.isValid() and self._came.elapsed() < _MEANT_MS:
            return
        if self.sitting.answer(said, self.knobs.config().reveal):
            self._since.start()
            frame = self.sitting.frame
            if frame is not None and len(self.sitting.said) == self.sitting.spec.rounds:
                self.keep(frame, self._net_name)
            self.tell(Change("said", said))

    def onward(self) -> None:
        """From the answer just shown to the next picture, from the offer to the first, or to another game."""
        if self.sitting.state == "ready":
            self.start()
        elif self.sitting.state == "over":
            self.begin(self.fresh(self.sitting.spec))
        else:
            self._look_at(len(self.sitting.said))

    def fresh(self, spec: GameSpec) -> GameSpec:
        """The same kind of game with pictures that this player has not met."""
        mine = self.keeper.players.named(self.player.name).games
        return self.sitting.fresh(spec, self.player.name, sum(game.kind == spec.kind for game in mine))

    # -- time is the order of the pictures ---------------------------------------------------------

    def rewind(self) -> None:
        """A new game of the same kind: at once after the last, offered in the midst of one."""
        new = self.fresh(self.sitting.spec)
        (self.begin if self.sitting.state == "over" else self.offer)(new)

    def play(self, on: bool) -> None:
        """Look at the pictures one after the other; before a game: start it."""
        if on and self.sitting.state == "ready":
            self.start()
            on = False
        self._playing = on and bool(self.sitting.said)
        if self._playing and self.sitting.viewed >= self.sitting.answered:
            self.sitting.viewed = 0
        self.sitting.holding = False
        self._position = float(self.sitting.viewed)
        self._since.start()
        self.room.transport.set_playing(self._playing)
        self.refresh()

    def step_forward(self) -> None:
        """The next picture that was answered."""
        self.seek(self.sitting.viewed + 1)

    def step_back(self) -> None:
        """The picture before."""
        self.seek(self.sitting.viewed - 1)

    def seek(self, step: int) -> None:
        """Look at a picture that was answered; behind the last: at the one that is asked for."""
        self._playing = False
        self.room.transport.set_playing(False)
        self._look_at(step)

    def set_speed(self, steps_per_second: float) -> None:
        """So many pictures a second."""
        self._speed = steps_per_second

    def tick(self) -> None:
        """Collect frames; go on when the moment is over; walk while playing."""
        super().tick()
        self.collect_players()
        if self.sitting.holding and self.knobs.config().onward and self._since.elapsed() > _MOMENT_MS:
            self._look_at(self.sitting.answered)
            self._came.start()
        if self._playing:
            self._position += min(self._speed, 1e6) * self._since.restart() / 1000
            self.sitting.viewed = min(int(self._position), self.sitting.answered)
            if self.sitting.viewed >= self.sitting.answered:
                self.play(False)
            self.refresh()
        if self.looks_at_everyone and self.counting.collect() is not None:
            self.refresh()

    # -- the life of the room ----------------------------------------------------------------------

    def enter(self) -> None:
        """Read the players anew: another window may have added some."""
        self._seen = True
        self.keeper.load()
        super().enter()
        if self._net_waits and current_name(self.context.workspace) != self._net_name:
            self._on_net("")
        self._net_waits = False

    def leave(self) -> None:
        """Nothing runs unseen."""
        self._playing = self._seen = False
        super().leave()
        self.counting.end()

    def shut(self) -> None:
        """End both runs, and see the last game written."""
        super().shut()
        self.counting.end()
        self.keeper.close()

    # -- events ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While a picture waits, the digits answer it and Space cannot tell; while an answer is shown they go
        on to the next picture. Presets wait until another game is offered."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat() and (key in DIGITS or key in GO):
            return  # a key held down answers once
        if not plain(event) or not self._on_key(key):
            super().keyPressEvent(event)

    def _on_key(self, key: Qt.Key) -> bool:
        """Whether the game took it."""
        state = "everyone" if self.looks_at_everyone else self.sitting.state
        if state == "asking" and (key in DIGITS or key == Qt.Key.Key_Space):
            self.answer(DIGITS.get(key))
        elif state == "past" and (self.sitting.holding or (self.sitting.going and not self._playing)):
            if key not in DIGITS and key not in GO:
                return False
            self.onward()
        elif key in GO and (state == "ready" or (state == "over" and key != Qt.Key.Key_Space)):
            self.onward()
        elif self._holds_digits and key in DIGITS:
            pass  # a digit too many must not throw the game, or what came of it, away for a preset
        else:
            return False
        return True

    # -- inside ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Bring the centre, the transport and the sentence to the present state."""
        showcase.show(self)
        self.room.transport.set_range(self.sitting.answered)
        self.room.transport.set_position(self.sitting.viewed)
        self.room.presets.set_keyed(not self._holds_digits)
        self.refresh_sentence()

    @property
    def _holds_digits(self) -> bool:
        """Whether digit keys answer, or are held back from the presets: from a person's start of a game to
        the next. Games in which a net stands in may be left by them."""
        of_person = self.sitting.started and not self.sitting.stand_in
        return not self.looks_at_everyone and (self.sitting.state == "asking" or of_person)

    def pick(self, i: int) -> None:
        """Lay a picture of the game on the shared pad."""
        if isinstance(self.last, GameFrame) and self.last.rounds is not None:
            sheet = Sheet(picture=self.last.pictures[i], label=int(self.last.rounds.labels[i]))
            self.context.workspace.put("input", PAD, sheet)
            self.notice.emit(self.tr("Picture {k} lies on the drawing pad now.").format(k=i + 1))

    def _look_at(self, step: int) -> None:
        self.sitting.look_at(step)
        self.refresh()

    def _set(self, spec: GameSpec, *, started: bool, stand_in: str) -> None:
        if self.sitting.going:
            self.notice.emit(self.tr("The game that was begun is given up; nothing of it is kept."))
        self.sitting.begin(spec, started=started, stand_in=stand_in)
        self.knobs.set_config(replace(self.knobs.config(), kind=spec.kind))
        self.close_everyone()
        self.restart()
        self.refresh()
        self.acts.follow()  # another game is no act: only what threw one away can be taken back

    def _current_net(self) -> tuple[str, Net]:
        return current_name(self.context.workspace) or "", current_net(self.context.workspace)

    def _other_net(self) -> str:
        """A net to play in a person's place: another than the present one, if there is one."""
        current = current_name(self.context.workspace) or ""
        space = self.context.workspace
        fit = (name for name in space.names("net") if reads_digits(space.get("net", name)))
        return next((name for name in fit if name != current), current)

    def _on_net(self, _name: str) -> None:
        self._net_waits = not self._seen
        if self._net_waits:
            return  # what is not looked at says nothing, and does nothing
        if self.sitting.going:
            self.notice.emit(self.tr("The game goes on against the net that it began with."))
        elif self.run is not None and not self.sitting.finished:
            self.restart()

    def _on_player(self, _name: str) -> None:
        self.know_players()
        if (self.sitting.state == "ready" or self.sitting.finished) and self.run is not None:
            self.offer(self.fresh(self.sitting.spec))

    def on_known(self) -> None:
        """Not the pictures again that the player has met in an earlier visit."""
        if self.keeper.players.named(self.player.name).games and not self.sitting.started:
            self.offer(self.fresh(self.sitting.spec))

    def _on_typing(self) -> None:
        """What another player came to is not the result of the one whose name is typed."""
        if self.sitting.finished and not self.looks_at_everyone:
            self.offer(self.fresh(self.sitting.spec))

    def _remember(self) -> None:
        """The name and the game that was begun, as far as they make sense."""
        name, game = self.context.memory.get("player"), self.context.memory.get("game")
        self.player.set_name(clean_name(name) if isinstance(name, str) else "")
        self.sitting.spec = self.fresh(GameSpec(self.knobs.config().kind))
        self.sitting.remember(game)

    def _side(self) -> QWidget:
        side = QWidget()
        self._side_column = QVBoxLayout(side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.addWidget(self.player)
        self._side_column.addWidget(self.results)
        self._side_column.setSpacing(theme().space(3))
        return side

    def _wire(self) -> None:
        self.view.play.answers.answered.connect(self.answer)
        self.view.play.answers.onward_asked.connect(self.onward)
        self.view.play.pictures.set_smooth(self.knobs.config().smooth)
        self.view.outcome.sheet.picked.connect(self.pick)
        self.view.outcome.again.clicked.connect(self.rewind)
        self.knobs.changed.connect(self.on_knob)
        self.chooser.chosen.connect(self._on_net)
        self.player.changed.connect(self._on_player)
        self.player.typing.connect(self._on_typing)
        self.player.entered.connect(self.setFocus)
