"""NetPageView: the centre of the page: the stack, what was mended or refused, and what it will cost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from neuroviz.panels.training.net.cost_bar import CostBar
from neuroviz.panels.training.net.stack_view import StackView
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class NetPageView(QWidget):
    """A deep net is wider than the room: it scrolls, and follows the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.stack, self.costs = StackView(), CostBar()
        self._said = Words(scale=0.85)
        self._said.setWordWrap(True)
        self._bad = False
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.stack)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._said)
        self._column.addWidget(self.costs)
        self.stack.looked.connect(self._on_looked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.say("")

    def say(self, text: str, *, bad: bool = False) -> None:
        """What was mended; bad: what could not be done, and why. Empty: how the picture is worked with."""
        self._bad = bad
        self._told = bool(text)
        self._said.setText(text or self._hint())
        self._colour()

    def said(self) -> str:
        """What it says."""
        return self._said.text() if self._told else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say("")
        super().changeEvent(event)

    def _hint(self) -> str:
        return self.tr(
            "Click + to put a layer in, any value to change it; drag a layer to move it, Del takes it out."
        )

    def _on_looked(self, left: int, right: int) -> None:
        self._scroll.ensureVisible((left + right) // 2, 0, (right - left) // 2 + theme().space(2), 0)

    def _colour(self) -> None:
        look = theme()
        palette = self._said.palette()
        ink = look.warn if self._bad else look.text if self._told else look.quiet
        palette.setColor(self._said.foregroundRole(), ink)
        self._said.setPalette(palette)

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(2))
        least = self.stack.minimumSizeHint().height()
        self._scroll.setMinimumHeight(least)
        self._said.setMinimumHeight(self._said.fontMetrics().lineSpacing())
        self._colour()

    _told = False
