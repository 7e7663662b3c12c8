"""KnobForm: the knobs of a room, generated from its Config."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuroviz.runtime.knob import check, knobs_of
from neuroviz.ui.history import KnobCommand
from neuroviz.ui.icons import icon
from neuroviz.ui.knob_row import KnobRow, KnobText
from neuroviz.ui.theme import theme, theme_changes

__all__ = ["KnobForm", "KnobText"]

Texts = Mapping[str, KnobText]


class KnobForm(QWidget):
    """A row for each `knob()` field, in the order of the fields; those with `more` fold away under "More".

    `config` is a frozen dataclass; `labels` are the words by field, or a callable that gives them in the
    present language. A combination that the config refuses (ValueError) is taken back.
    """

    changed = Signal(str, object)
    """Name and value of a knob that the visitor turned; also while dragging."""

    said = Signal(str)
    """Why a knob does not stand at what was typed."""

    def __init__(
        self, config: Any, labels: Texts | Callable[[], Texts] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._config = config
        self._labels = labels
        self._history: QUndoStack | None = None
        self._turn = 0
        self._rows: dict[str, KnobRow] = {}
        self._more = QPushButton()
        self._more.setProperty("flat", True)
        self._more.setProperty("fold", True)
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the room
        self._folded = QWidget()
        self._folded.hide()
        self._more.toggled.connect(self._on_more)
        self._build()
        self.set_config(config)
        self.retranslate()
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def config(self) -> Any:
        """The config as it stands."""
        return self._config

    def set_config(self, config: Any) -> None:
        """Show `config`, silently. Raises ValueError when it breaks its limits."""
        check(config)
        self._config = config
        for name, row in self._rows.items():
            row.set_value(getattr(config, name))

    def use_history(self, stack: QUndoStack) -> None:
        """Note what is turned by hand in this history from now on."""
        self._history = stack

    def restore(self, config: Any) -> None:
        """All knobs to the values of `config`, as if turned by hand, but not noted in the history.

        Raises ValueError when it breaks its limits.
        """
        before = self._config
        self.set_config(config)
        for name in self._rows:
            value = getattr(config, name)
            if value != getattr(before, name):
                self.changed.emit(name, value)

    def reset(self) -> None:
        """All knobs back to their defaults, as if turned by hand."""
        for name, knob in knobs_of(self._config).items():
            if getattr(self._config, name) != knob.default:
                self._rows[name].reset()

    def row(self, name: str) -> KnobRow:
        """The row of a field. Raises KeyError when it has none."""
        return self._rows[name]

    def retranslate(self) -> None:
        """Name everything in the present language."""
        texts = self._labels() if callable(self._labels) else self._labels or {}
        restart = self.tr("Changing this starts anew.")
        reset = self.tr("Double-click to reset.")
        for name, row in self._rows.items():
            row.set_text(texts.get(name) or KnobText(_plain(name)), restart, reset)
        self._more.setText(self.tr("More"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._column, self._inner = QVBoxLayout(self), QVBoxLayout(self._folded)
        for layout in (self._column, self._inner):
            layout.setContentsMargins(0, 0, 0, 0)
        knobs = knobs_of(self._config)
        for name, knob in knobs.items():
            row = self._rows[name] = KnobRow(name, knob)
            row.turned.connect(self._on_turned)
            row.began.connect(self._on_began)
            row.said.connect(self.said)
            (self._inner if knob.more else self._column).addWidget(row)
        self._column.addWidget(self._more)
        self._column.addWidget(self._folded)
        self._more.setVisible(any(knob.more for knob in knobs.values()))

    def _on_began(self) -> None:
        self._turn += 1

    def _on_turned(self, name: str, value: object) -> None:
        before = getattr(self._config, name)
        if not self._take(name, value) or self._history is None:
            return
        turn = (self, name, self._turn)
        values = before, getattr(self._config, name)
        self._history.push(KnobCommand(partial(self._put, name), values, turn, self._rows[name].label))

    def _take(self, name: str, value: object) -> bool:
        """Whether the knob has another value now than before."""
        try:
            config = replace(self._config, **{name: value})
            check(config)
        except ValueError:
            self._rows[name].set_value(getattr(self._config, name))
            return False
        if config == self._config:
            return False
        self._config = config
        self.changed.emit(name, value)
        return True

    def _put(self, name: str, value: object) -> None:
        """A value out of the history."""
        if value != getattr(self._config, name):
            self._rows[name].set_value(value)
            self._take(name, value)

    def _on_more(self, on: bool) -> None:
        self._folded.setVisible(on)
        self._restyle()

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(3))
        self._inner.setSpacing(look.space(3))
        name = "chevron_down" if self._more.isChecked() else "chevron_right"
        self._more.setIcon(icon(name, look.space(4), look.quiet))
        self._more.setStyleSheet(f"text-align: left; padding-left: {look.space(1)}px")


def _plain(name: str) -> str:
    """A field's own name, when nobody gave it words."""
    return name.replace("_", " ").capitalize()
