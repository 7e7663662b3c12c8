"""Acts: what the visitor did in a room, to be taken back, and the preset to come back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QWidget

from neuroviz.data.sheet import Sheet
from neuroviz.ui import regions
from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.history import LIMIT, ValueCommand, name_at, net_act, setting_act
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser
from neuroviz.ui.room_answers import RoomAnswers

_PRESET = "preset "  # a preset's step is known by its number, so that its name follows the language
_SETTLED_MS = 300  # so long after the last movement of a drag that has no end of its own, it is one step


@dataclass(frozen=True)
class State:
    """What a room can be brought back to: its nets by name, its knobs, and what it calls its own state."""

    nets: tuple[str, ...]
    configs: tuple[Any, ...]
    own: Any


@dataclass(frozen=True, eq=False)
class Mark:
    """What a preset left behind; it holds while what the preset has touched is still so."""

    number: int
    before: State
    left: State
    sheets: tuple[tuple[DrawingPad, Sheet], ...]

    def holds(self, now: State) -> bool:
        """Knobs and nets count if the preset has turned them, sheets if it has laid them there."""
        if now.own != self.left.own or any(not _alike(pad.content(), sheet) for pad, sheet in self.sheets):
            return False
        before, left, here = (_plain(one) for one in (self.before, self.left, now))
        return all(here[key] == left[key] for key in left if before[key] != left[key])


def _plain(state: State) -> dict[object, Any]:
    """Nets and single knobs by place and name."""
    found: dict[object, Any] = dict(enumerate(state.nets))
    for i, config in enumerate(state.configs):
        found.update({(i, name): value for name, value in vars(config).items()})
    return found


class Acts(QObject):
    """One history for all that is done in a room, newest act first, and the preset applied last.

    Pads and knob forms note their acts themselves. For everything else the room says with `note` that an act
    is complete, and its state before and after is one step.
    """

    changed = Signal()
    """There is another act to take back or to do again, or another preset to come back to."""

    def __init__(self, room: RoomAnswers) -> None:
        super().__init__(room)
        self.history = QUndoStack(self)
        self.history.setUndoLimit(LIMIT)
        self.history.indexChanged.connect(self._on_index)
        self.preset: int | None = None
        self._preset_at = 0  # length of the history when it had been applied
        self._room = room
        self._pads: list[DrawingPad] = []
        self._forms: list[KnobForm] = []
        self._choosers: list[NetChooser] = []
        self._known: State | None = None  # after the last act; None before the room was first seen
        self._busy = False  # a preset or the history is changing the room, not the visitor's hand
        self.coming: Any = None
        """The room's own state that the history is about to bring back, while knobs before it are turned."""
        self._marks: dict[int, Mark] = {}
        self._mark: Mark | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self._on_settled)

    @property
    def used(self) -> bool:
        """Whether there is anything in the room whose acts are noted."""
        return bool(self._pads or self._forms or self._choosers or self.history.count())

    @property
    def has_pad(self) -> bool:
        """Whether there is a drawing pad in the room."""
        return bool(self._pads)

    @property
    def marked(self) -> int | None:
        """The preset applied last, if what it has set is still so."""
        holds = self.preset is not None and self._mark is not None and self._mark.holds(self._state())
        return self.preset if holds else None

    @property
    def forms(self) -> tuple[KnobForm, ...]:
        """All whose knobs are noted."""
        return tuple(self._forms)

    def adopt(self, widget: QWidget) -> None:
        """Note what is done with the pads, forms and choosers of nets in `widget`, itself included."""
        for one in (widget, *widget.findChildren(QWidget)):
            if isinstance(one, DrawingPad) and one not in self._pads:
                one.use_history(self.history)
                regions.mark(one, regions.PAD)
                self._pads.append(one)
            elif isinstance(one, KnobForm) and one not in self._forms:
                one.use_history(self.history)
                self._forms.append(one)
            elif isinstance(one, NetChooser) and one not in self._choosers:
                one.chosen.connect(self._on_net)
                one.picked.connect(self.note)
                self._choosers.append(one)

    def note(self) -> None:
        """An act is complete: what the room's state was before it can be had again."""
        self._settling.stop()
        if self._busy:
            return
        before, now = self._known, self._state()
        if before is not None and before != now:
            self._known = now
            name = net_act if before.nets != now.nets else setting_act
            self.history.push(ValueCommand(before, now, partial(self._bring, _turned(before, now)), name))
        self._known = now

    def note_soon(self) -> None:
        """The same for movements that follow each other, such as a drag: all of them are one step."""
        if not self._busy:
            self._settling.start()

    def settle(self) -> None:
        """Another act begins: movements that were under way are complete."""
        if self._settling.isActive():
            self.note()

    def follow(self) -> None:
        """The state is another without an act, such as by playing: the next act begins from here."""
        if not self._busy:
            self.settle()
            self._known = self._state()

    def undo(self) -> None:
        """Take back the last act; a stroke under way is the last."""
        self._finish()
        self.history.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._finish()
        self.history.redo()

    def pad(self) -> DrawingPad | None:
        """The pad that can be seen, if there is one and no more."""
        seen = [pad for pad in self._pads if pad.isVisible()]
        return seen[0] if len(seen) == 1 else None

    def names(self) -> tuple[str, str]:
        """What would be taken back, and what would be done again, in the present language."""
        index = self.history.index()
        return self._name(index - 1), self._name(index)

    def apply_preset(self, number: int) -> None:
        """Bring a preset about, counted from 0, as one step of the history. IndexError for none."""
        self._apply(number, None)

    def do(self, act: Callable[[], None], text: str = "") -> None:
        """All that `act` changes in the room is one step of the history."""
        self._finish()
        before, busy, self._busy = self._state(), self._busy, True
        self.history.beginMacro(text)
        try:
            act()
            now = self._state()
            if now != before:
                self.history.push(ValueCommand(before, now, partial(self._bring, _turned(before, now))))
        finally:
            self._busy = busy
            self.history.endMacro()
            self._drop_empty()
        self._known = self._state()

    def reset(self) -> None:
        """Back to the preset applied last, its knobs included; without one, all knobs to their defaults."""
        if self.preset is None or self.preset >= len(self._room.presets()):
            self.history.beginMacro("")
            for form in self._forms:
                form.reset()
            self.history.endMacro()
            self._drop_empty()
        else:
            self._again(self.preset)

    def _again(self, number: int) -> None:
        """It shows its idea anew; where all is still as it left it, that is no step of the history."""
        held, sheets = self.marked is not None, [(pad, pad.content()) for pad in self._pads]
        before = self._state()
        self._apply(number, self._mark)
        same = all(_alike(pad.content(), sheet) for pad, sheet in sheets)
        if held and same and self._state() == before:
            self._drop_top()

    def _drop_top(self) -> None:
        """Forget the newest step without undoing what it did; the preset's step before it counts again."""
        top = self.history.index() - 1
        places = [i for i in range(top + 1) if self._number(i) is not None]
        serials = [int(self.history.text(i).split()[2]) for i in places]
        if len(places) > 1 and places[-1] == top and self._marks.get(serials[-1]) is self._mark:
            self.history.command(top).setObsolete(True)  # such a command is dropped, not undone
            busy, self._busy = self._busy, True
            self.history.undo()
            self._busy = busy

    def _apply(self, number: int, again: Mark | None) -> None:
        """again: what the preset left the last time, whose knobs are wanted too."""
        preset = self._room.presets()[number]

        def act() -> None:
            for form, config in zip(self._forms, again.left.configs if again else (), strict=False):
                form.restore(config)
            preset.apply()

        self._finish()
        before, sheets = self._state(), [(pad, pad.content()) for pad in self._pads]
        serial = max(self._marks, default=0) + 1
        self.do(act, f"{_PRESET}{number} {serial}")
        laid = tuple((pad, pad.content()) for pad, sheet in sheets if pad.content() is not sheet)
        before = again.before if again else before
        self._mark = self._marks[serial] = Mark(number, before, self._state(), laid)
        if len(self._marks) > LIMIT:
            del self._marks[min(self._marks)]
        self.preset, self._preset_at = number, self.history.index()
        self.changed.emit()

    def _state(self) -> State:
        nets = tuple(one.name() for one in self._choosers)
        return State(nets, tuple(form.config() for form in self._forms), self._room.state())

    def _bring(self, turned: tuple[bool, ...], state: State) -> None:
        """A state out of the history: net and knobs first, for the room's own may depend on them.

        turned: the forms that the act had to do with; others may stand elsewhere since, without an act.
        """
        busy, self._busy, self.coming = self._busy, True, state.own
        try:
            for chooser, name in zip(self._choosers, state.nets, strict=True):
                chooser.choose(name)
            for form, config, mine in zip(self._forms, state.configs, turned, strict=True):
                if mine and form.config() != config:
                    form.restore(config)
            if self._room.state() != state.own:
                self._room.restore(state.own)
        finally:
            self._busy, self.coming = busy, None

    def _name(self, index: int) -> str:
        if not 0 <= index < self.history.count():
            return ""
        number, presets = self._number(index), self._room.presets()
        if number is not None and number < len(presets):
            return presets[number].title
        return name_at(self.history, index)

    def _number(self, index: int) -> int | None:
        """Of the preset that the step at `index` was."""
        text = self.history.text(index)
        return int(text.split()[1]) if text.startswith(_PRESET) else None

    def _finish(self) -> None:
        self.settle()
        for pad in self._pads:
            pad.finish()

    def _drop_empty(self) -> None:
        """A macro in which nothing was done is no step."""
        top = self.history.index() - 1
        command = self.history.command(top) if top >= 0 else None
        if command is not None and command.childCount() == 0 and self._is_macro(top):
            command.setObsolete(True)
            self.history.undo()

    def _is_macro(self, index: int) -> bool:
        return not hasattr(self.history.command(index), "name")

    def _on_index(self, index: int) -> None:
        """A preset that was taken back is not the one to come back to; the one before it is."""
        if not self._busy and not self._settling.isActive() and self._known is not None:
            self._known = self._state()
        place = next((i for i in reversed(range(index)) if self._number(i) is not None), -1)
        if index < self._preset_at or place >= self._preset_at:
            self._preset_at = place + 1
            self.preset = self._number(place) if place >= 0 else None
            self._mark = self._marks.get(int(self.history.text(place).split()[2])) if place >= 0 else None
        self.changed.emit()

    def _on_net(self, _name: str) -> None:
        """Chosen in another room, or by hand here, which is an act that `note` hears of."""
        if self._known is not None and not any(one.by_hand for one in self._choosers):
            self.follow()
        self.changed.emit()

    def _on_settled(self) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.note()
        else:
            self._settling.start()


def _turned(before: State, after: State) -> tuple[bool, ...]:
    """The forms that stand otherwise after an act than before it."""
    return tuple(one != other for one, other in zip(before.configs, after.configs, strict=True))


def _alike(one: Sheet, other: Sheet) -> bool:
    """Whether both show the same."""
    pictures = one.picture is other.picture or (
        one.picture is not None and other.picture is not None and np.array_equal(one.picture, other.picture)
    )
    drawings = one.drawing == other.drawing
    return pictures and drawings and (one.label, one.number) == (other.label, other.number)
