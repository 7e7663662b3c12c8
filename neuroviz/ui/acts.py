"""Acts: what the visitor did in a room, to be taken back, and the preset to come back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from neuroviz.ui import regions
from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.history import LIMIT, ValueCommand, name_at
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.room import Preset

_PRESET = "preset "  # a preset's step is known by its number, so that its name follows the language


class Acts(QObject):
    """One history for all pads and knob forms of a room, newest act first, and the preset applied last."""

    changed = Signal()
    """There is another act to take back or to do again, or another preset to come back to."""

    def __init__(self, presets: Callable[[], tuple[Preset, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self.history.setUndoLimit(LIMIT)
        self.history.indexChanged.connect(self._on_index)
        self.preset: int | None = None
        self._preset_at = 0  # length of the history when it had been applied
        self._presets = presets
        self._pads: list[DrawingPad] = []
        self._forms: list[KnobForm] = []
        self._configs: list[tuple[KnobForm, Any]] = []  # as the preset left them

    @property
    def used(self) -> bool:
        """Whether there is anything in the room whose acts are noted."""
        return bool(self._pads or self._forms or self.history.count())

    def adopt(self, widget: QWidget) -> None:
        """Note what is done with the pads and forms in `widget`, itself included."""
        for pad in (widget, *widget.findChildren(QWidget)):
            if isinstance(pad, DrawingPad) and pad not in self._pads:
                pad.use_history(self.history)
                regions.mark(pad, regions.PAD)
                self._pads.append(pad)
            elif isinstance(pad, KnobForm) and pad not in self._forms:
                pad.use_history(self.history)
                self._forms.append(pad)

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
        preset = self._presets()[number]
        self._finish()
        before = [(form, form.config()) for form in self._forms]
        self.history.beginMacro(f"{_PRESET}{number}")
        try:
            preset.apply()
            for form, config in before:
                if form.config() != config:
                    self.history.push(ValueCommand(config, form.config(), form.restore))
        finally:
            self.history.endMacro()
            self._drop_empty()
        self.preset, self._preset_at = number, self.history.index()
        self._configs = [(form, form.config()) for form in self._forms]
        self.changed.emit()

    def reset(self) -> None:
        """Back to the preset applied last, its knobs included; without one, all knobs to their defaults."""
        if self.preset is None or self.preset >= len(self._presets()):
            self.history.beginMacro("")
            for form in self._forms:
                form.reset()
            self.history.endMacro()
            self._drop_empty()
            return
        for form, config in self._configs:
            form.restore(config)
        configs = self._configs
        self.apply_preset(self.preset)
        self._configs = configs

    def _name(self, index: int) -> str:
        if not 0 <= index < self.history.count():
            return ""
        text, presets = self.history.text(index), self._presets()
        if text.startswith(_PRESET) and int(text.removeprefix(_PRESET)) < len(presets):
            return presets[int(text.removeprefix(_PRESET))].title
        return name_at(self.history, index)

    def _finish(self) -> None:
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
        place = next((i for i in reversed(range(index)) if self.history.text(i).startswith(_PRESET)), -1)
        if index < self._preset_at or place >= self._preset_at:
            self._preset_at, self._configs = place + 1, []
            self.preset = None
            if place >= 0:
                self.preset = int(self.history.text(place).removeprefix(_PRESET))
        self.changed.emit()
