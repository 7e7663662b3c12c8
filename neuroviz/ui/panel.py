"""Panel: what every room has in the same place, and how a room and its run live together."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QUndoStack
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from neuroviz.runtime import Change, Frame, Outcome, Refusal, Run
from neuroviz.ui import motion, panel_keys
from neuroviz.ui.acts import Acts
from neuroviz.ui.focus import is_room, leave_keys
from neuroviz.ui.problem_card import ProblemCard
from neuroviz.ui.prompt import Prompt
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.room_answers import RoomAnswers
from neuroviz.ui.room_frame import RoomFrame
from neuroviz.ui.share import ShareMenu, Subject
from neuroviz.ui.transport import SLIDER_STOPS

_log = logging.getLogger(__name__)
_STOP_LIMIT = 2.0  # seconds a closing room waits for its worker, whose unit of work is about 10 ms


class Panel(RoomAnswers):
    """A room. Subclasses build their pictures, hand them to `place`, and say what is seen; the rest is here.

    Life: `enter` (seen) → `tick` sixty times a second → `leave` (hidden, its run paused) → `shut` (for good).
    Everything happens on the screen's thread; only `self.run` works elsewhere, and only its mailbox is read.
    """

    drawn = Signal(int)
    """A frame of this step has been handed to the widgets."""

    notice = Signal(str)
    """A sentence the window shows for a moment."""

    notice_over = Signal(str)
    """A sentence of `notice` that no longer holds."""

    page_asked = Signal(str)
    """The id of another page (or room) that the visitor wants to see instead of this one."""

    paced = False
    """Whether a run keeps from its first step to the speed that is shown, set by hand or not."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.run: Run | None = None
        self.last: Frame | None = None
        self._playing = False
        self._goes_on = False
        self._outcome_seen = False
        self._pages: tuple[PanelSpec, ...] = ()
        self._here = ""
        self._prompt = Prompt(self)
        self._prompt.timeout.connect(self._look_promptly)
        self._speed_stop: int | None = None
        self.room = RoomFrame()
        self.acts = Acts(self)
        self.share = ShareMenu(Subject(self.room.centre, self.data, self.sentence, self.stem), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.room)
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        is_room(self)

    def place(self, view: QWidget, side: Sequence[QWidget]) -> None:
        """Put the picture in the centre and the groups of knobs beside it, most important first."""
        centre = QVBoxLayout(self.room.centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addWidget(view)
        leave_keys(view)
        for group in side:
            self.room.side.addWidget(group)
            leave_keys(group)
            self.acts.adopt(group)
        self.acts.adopt(view)
        for form in self.acts.forms:
            form.said.connect(self.notice)

    def set_pages(self, specs: Sequence[PanelSpec], here: str) -> None:
        """Show the tabs of a room of several pages, of which this panel is the one with the id `here`."""
        self._pages, self._here = tuple(specs) if len(specs) > 1 else (), here
        self._say_tabs()
        self.room.set_lines(2 if "." in here else 1)  # pages say more than fits in one

    def set_bare(self, on: bool) -> None:
        """Show the picture and the sentence alone, or everything again."""
        self.room.set_bare(on)

    # -- what a room provides beside its answers -----------------------------------------------------

    def on_knob(self, name: str, value: object) -> None:
        """A knob was turned. By default the run is told."""
        self.tell(Change(name, value))

    def refused(self, refusal: Refusal) -> str:  # noqa: ARG002 - rooms ask which
        """What is said of a change that the simulation would not take; "" for nothing."""
        return self.tr("That is not possible here; nothing was changed.")

    def picture(self) -> QImage:
        """The centre as it is seen, at the screen's own resolution."""
        return self.room.centre.grab().toImage()

    def stem(self) -> str:
        """What a file of this room is called."""
        return self._here.replace(".", "-") or "picture"

    def posed(self) -> bool:
        """Whether that state has been reached."""
        return self.run is None or self.run.resting or self.run.outcome is not None

    def retranslate(self) -> None:
        """Say everything anew in the present language. Subclasses call this at the end of theirs."""
        self.room.title.setText(self.title())
        self.setAccessibleName(self.title())
        self._say_tabs()
        self.room.presets.set_presets(self.presets())
        self.room.explanation.set_text(self.explanation())
        self.room.retranslate()
        self.share.retranslate()
        self._say_acts()
        self.refresh_sentence()

    # -- the life of a room ------------------------------------------------------------------------

    def enter(self) -> None:
        """The room is seen: its run begins, or goes on if it was playing."""
        if self.run is None:
            self.restart()
            self._recall_speed()
        elif self._goes_on:
            self.run.resume()
        self.room.order_tabs()
        self.refresh_sentence()
        self.acts.follow()

    def leave(self) -> None:
        """The room is hidden: nothing runs unseen."""
        self.acts.settle()
        self._prompt.stop()
        if self.run is not None:
            self._goes_on = not self.run.paused
            self.run.pause()

    def shut(self) -> None:
        """The room is closed for good; its worker has ended when this returns."""
        self._prompt.stop()
        self._end_run()
        self.share.finish()

    def restart(self) -> None:
        """Begin anew: the old run is stopped and never read again."""
        self._end_run()
        self.room.problem.hide()
        self.last = None
        self._outcome_seen = False
        self.run = self.make_run()
        if self.run is not None:
            self._playing = self.plays_at_once()
            if self.paced or self._speed_stop is not None:
                self.set_speed(self.room.transport.speed())
            self.run.start(paused=not self._playing)
        self.room.transport.set_playing(self._playing)

    def tick(self) -> None:
        """Called with every tick of the window: take the newest frame and show it."""
        if self.run is None:
            return
        if (frame := self.run.frames.take()) is not None:
            self._show(frame)
        refusal = self.run.refusals.take()
        if refusal is not None:
            _log.warning("refused: %s: %s", refusal.change.name, refusal.reason)
            if sentence := self.refused(refusal):
                self.notice.emit(sentence)
        outcome = self.run.outcome
        if outcome is not None and not self._outcome_seen:
            self._outcome_seen = True
            self._on_outcome(outcome)

    def tell(self, change: Change) -> None:
        """Hand a change to the run, and look for its answer before the next tick."""
        if self.run is not None:
            self.run.change(change)
            self.look_soon()

    def look_soon(self) -> None:
        """Look into the mailbox each millisecond for a while: the hand must not wait for a tick."""
        self._prompt.begin()

    def refresh_sentence(self) -> None:
        """Write the live sentence anew."""
        self.room.set_sentence(self.sentence())

    # -- acts and presets --------------------------------------------------------------------------

    @property
    def history(self) -> QUndoStack:
        """Pads, forms and choosers given to `place` push to it by themselves; a room says `acts.note()`."""
        return self.acts.history

    def apply_preset(self, number: int) -> None:
        """Bring a preset about, counted from 0. IndexError for one that does not exist."""
        self.acts.apply_preset(number)
        if not motion.on():
            self.show_end()

    def reset_to_preset(self) -> None:
        """The preset applied last once more, knobs included; without one, the knobs' defaults."""
        self.acts.reset()
        if not motion.on():
            self.show_end()

    def remembered(self) -> dict[str, Any]:
        """What `memory` gives, and what every room remembers: the speed that was set by hand."""
        speed = {} if self._speed_stop is None else {"speed_stop": self._speed_stop}
        return {**self.memory(), **speed}

    # -- the transport; by default it drives the run -----------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether time goes on."""
        return self._playing

    def play(self, on: bool) -> None:
        """Go on, or pause."""
        self._playing = on
        if self.run is not None:
            (self.run.resume if on else self.run.pause)()

    def rewind(self) -> None:
        """Begin anew from the same start."""
        self.restart()

    def step_forward(self) -> None:
        """One step, then rest."""
        self._playing = False
        if self.run is not None:
            self.run.step()
            self.look_soon()
        self.room.transport.set_playing(False)

    def step_back(self) -> None:
        """To the moment one step before."""
        if self.last is not None:
            self.seek(max(0, self.last.step - 1))

    def seek(self, step: int) -> None:
        """To the moment of `step`."""
        self._playing = False
        if self.run is not None:
            self.run.seek(step)
            self.look_soon()
        self.room.transport.set_playing(False)

    def set_speed(self, steps_per_second: float) -> None:
        """So many steps a second; infinity: as fast as it goes."""
        if self.run is not None:
            self.run.pace(None if np.isinf(steps_per_second) else steps_per_second)

    # -- events ------------------------------------------------------------------------------------

    def toggle_explanation(self) -> None:
        """Open or close the sheet that explains the room."""
        self.room.explain(not self.room.explained)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no widget in the room has used; what means nothing here goes on to the window."""
        if not panel_keys.press(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language while running."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _say_tabs(self) -> None:
        pages = [(spec.id, spec.tab() if spec.tab is not None else spec.title()) for spec in self._pages]
        self.room.tabs.set_pages(pages, self._here)

    def _connect(self) -> None:
        transport, room = self.room.transport, self.room
        transport.play_asked.connect(self.play)
        transport.step_asked.connect(self.step_forward)
        transport.back_asked.connect(self.step_back)
        transport.restart_asked.connect(self.rewind)
        transport.seek_asked.connect(self.seek)
        transport.speed_changed.connect(self._on_speed)
        self.acts.changed.connect(self._say_acts)
        room.undo_button.clicked.connect(self.acts.undo)
        room.redo_button.clicked.connect(self.acts.redo)
        room.presets.asked.connect(self.apply_preset)
        room.presets.reset_asked.connect(self.reset_to_preset)
        room.tabs.page_asked.connect(self.page_asked)
        room.explanation.try_asked.connect(self._on_try)
        room.explanation.close_asked.connect(self.toggle_explanation)
        room.explain_button.clicked.connect(self.toggle_explanation)
        room.problem.again_asked.connect(self.restart)
        room.share_button.setMenu(self.share)
        room.share_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.share.done.connect(self.notice)
        self.share.failed.connect(self.notice)
        self.share.taken_back.connect(self.notice_over)

    def _on_try(self, action: str) -> None:
        self.acts.do(partial(self.try_it, action))
        if not motion.on():
            self.show_end()

    def _say_acts(self) -> None:
        """Which act would be taken back or done again, and which preset is there to come back to."""
        can = (self.history.canUndo(), self.history.canRedo())
        self.room.show_acts(self.acts.names(), can, used=self.acts.used)
        self.room.presets.set_current(self.acts.preset, holds=self.acts.marked is not None)

    def _on_speed(self, speed: float) -> None:
        self._speed_stop = self.room.transport.stop()
        self.set_speed(speed)

    def _recall_speed(self) -> None:
        """The speed that was set by hand the last time the room was open."""
        stop = self.context.memory.get("speed_stop")
        if self._speed_stop is not None:  # what has been set since counts
            return
        if isinstance(stop, int) and not isinstance(stop, bool) and 0 <= stop <= SLIDER_STOPS:
            self.room.transport.set_stop(stop)
            self._on_speed(self.room.transport.speed())

    def _show(self, frame: Frame) -> None:
        self.last = frame
        try:
            self.draw(frame)
            self.refresh_sentence()
        except Exception as error:
            self._on_outcome(Outcome.failure(error))
        self.drawn.emit(frame.step)

    def _look_promptly(self) -> None:
        if self.run is None or not self.run.frames.empty:
            self.tick()
            self._prompt.stop()

    def _on_outcome(self, outcome: Outcome) -> None:
        self._playing = False
        self.room.transport.set_playing(False)
        if outcome.kind == "failed":
            self.room.problem.set_problem(ProblemCard.sentence_for(outcome.error), outcome.traceback)
            self.room.problem.show()
            _log.error("%s", outcome.traceback)

    def _end_run(self) -> None:
        if self.run is not None:
            self.run.stop()
            self.run.join(_STOP_LIMIT)
            self.run = None
