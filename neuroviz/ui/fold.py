"""Fold: controls that are seldom wanted, under a heading that opens them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuroviz.ui.icons import icon
from neuroviz.ui.theme import theme, theme_changes


class Fold(QWidget):
    """Closed at first."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._head = QPushButton()
        self._head.setProperty("flat", True)
        self._head.setProperty("fold", True)
        self._head.setCheckable(True)
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        column.addWidget(content)
        content.hide()
        self._head.toggled.connect(self._on_toggled)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def set_heading(self, text: str) -> None:
        """Its words, in the present language."""
        self._head.setText(text)

    def open(self, on: bool = True) -> None:
        """Show what it holds, or fold it away."""
        self._head.setChecked(on)

    def _on_toggled(self, on: bool) -> None:
        self._content.setVisible(on)
        self._restyle()

    def _restyle(self) -> None:
        look = theme()
        name = "chevron_down" if self._head.isChecked() else "chevron_right"
        self._head.setIcon(icon(name, look.space(4), look.quiet))
        self._head.setStyleSheet(f"text-align: left; padding-left: {look.space(1)}px")
