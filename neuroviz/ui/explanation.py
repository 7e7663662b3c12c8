"""Explanation: the idea of a room, what to try there (one click each), and what to notice."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.icons import icon
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.ui.wrap_button import WrapButton


@dataclass(frozen=True)
class ExplanationText:
    """What a room says of itself; `tries` are (what to do, action id), at most three."""

    idea: str
    tries: tuple[tuple[str, str], ...]
    notice: str


class Explanation(QWidget):
    """The sheet itself: a column of text with the things to try as buttons."""

    try_asked = Signal(str)
    """The action id of what the visitor wants to try."""
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._idea_head, self._try_head, self._notice_head = (
            _Heading("idea"),
            _Heading("next"),
            _Heading("eye"),
        )
        self._idea, self._notice = _paragraph(), _paragraph()
        self._buttons: list[WrapButton] = []
        self._actions: tuple[str, ...] = ()
        self._close = IconButton("close")
        self._close.clicked.connect(self.close_asked)
        self._lay_out()
        self._restyle()
        self._say_names()
        theme_changes.changed.connect(self._restyle)

    def set_text(self, text: ExplanationText | None) -> None:
        """Show this text; None empties the sheet."""
        text = text or ExplanationText("", (), "")
        self._idea.setText(text.idea)
        self._notice.setText(text.notice)
        self._actions = tuple(action for _, action in text.tries)
        while len(self._buttons) < len(text.tries):
            self._add_button()
        for i, button in enumerate(self._buttons):
            button.setVisible(i < len(text.tries))
            button.setText(text.tries[i][0] if i < len(text.tries) else "")
        self._try_head.setVisible(bool(text.tries))
        self._notice_head.setVisible(bool(text.notice))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Headings follow the language; the text comes anew from the room."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
        super().changeEvent(event)

    def _say_names(self) -> None:
        self._idea_head.set_text(self.tr("The idea"))
        self._try_head.set_text(self.tr("Try this"))
        self._notice_head.set_text(self.tr("What to notice"))
        self._close.describe(self.tr("Close the explanation"), "Esc")

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        top = QHBoxLayout()
        top.addWidget(self._idea_head, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._column.addWidget(self._idea)
        self._column.addWidget(self._try_head)
        self._tries = QVBoxLayout()
        self._column.addLayout(self._tries)
        self._column.addWidget(self._notice_head)
        self._column.addWidget(self._notice)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _add_button(self) -> None:
        button = WrapButton()
        button.clicked.connect(self._on_try)
        self._buttons.append(button)
        self._tries.addWidget(button)

    def _on_try(self) -> None:
        pressed = self.sender()
        for button, action in zip(self._buttons, self._actions, strict=False):
            if button is pressed:
                self.try_asked.emit(action)

    def _restyle(self) -> None:
        look = theme()
        self._column.setContentsMargins(0, 0, look.space(2), 0)
        self._column.setSpacing(look.space(2))
        self._tries.setSpacing(look.space(1))


class _Heading(QWidget):
    """An icon and a word above a group."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._picture = QLabel()
        self._words = Words(quiet=True, bold=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._words, 1)
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """The word."""
        self._words.setText(text)

    def _restyle(self) -> None:
        look = theme()
        side = look.space(4)
        self._picture.setPixmap(icon(self._name, side, look.quiet).pixmap(side, side))
        self._row.setContentsMargins(0, look.space(2), 0, 0)
        self._row.setSpacing(look.space(2))


def _paragraph() -> Words:
    words = Words()
    words.setWordWrap(True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
