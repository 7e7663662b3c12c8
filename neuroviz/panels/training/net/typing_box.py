"""TypingBox: a number typed where it stands in a picture."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from neuroviz.ui.theme import theme


class TypingBox(QLineEdit):
    """Enter or leaving takes what was typed, Esc gives up; both hand the keys back to the picture."""

    entered = Signal(object, str)
    """What it was about, and the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._about: object = None
        self._before = ""
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.editingFinished.connect(self._on_finished)
        self.hide()

    def open_at(self, rect: QRect, about: object, shown: str, text: str = "") -> None:
        """Stand at `rect` with `shown` to be typed over, or with the first typed character."""
        self._about, self._before = about, shown
        self.setAccessibleName(self.tr("Number"))
        self.setFont(theme().font(0.85, tabular=True))
        wide = max(rect.width(), theme().space(14))
        rect = QRect(rect.center().x() - wide // 2, rect.y(), wide, rect.height())
        parent = self.parentWidget()
        if parent is not None:
            rect.moveLeft(max(0, min(rect.x(), parent.width() - wide)))
        self.setGeometry(rect)
        self.setText(text or shown)
        if not text:
            self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.deselect()
            self.setCursorPosition(len(text))

    def give_up(self) -> None:
        """Nothing is taken."""
        self._about = None
        self._away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up; Up and Down are left to the picture."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        about, self._about = self._about, None
        text, before = self.text().strip(), self._before
        self._away()
        if about is not None and text != before:
            self.entered.emit(about, text)

    def _away(self) -> None:
        if not self.isHidden():
            home = self.parentWidget()
            inside = self.hasFocus()
            self.hide()
            if inside and home is not None:
                home.setFocus(Qt.FocusReason.OtherFocusReason)
