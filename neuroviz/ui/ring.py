"""Ring: points at a widget for a moment, whether or not it has just come into sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme

_SEEN_MS = 1800


class Ring(QWidget):
    """A line round a widget within the same parent. It takes no clicks, and nothing moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._round: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def round(self) -> QWidget | None:
        """What it lies round; None while it is not seen."""
        return self._round if self.isVisible() else None

    def show_round(self, widget: QWidget) -> None:
        """Point at this one, in place of any other."""
        if self._round is not None:
            self._round.removeEventFilter(self)
        self._round = widget
        widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays round what moves, and goes with what is hidden."""
        if watched is self._round:
            if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
                self._follow()
            elif event.type() == QEvent.Type.Hide:
                self.hide()
        return False

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The line."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.accent, look.stroke(3)))
        radius = look.space(1.5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)

    def _follow(self) -> None:
        widget, parent = self._round, self.parentWidget()
        if widget is not None and parent is not None:
            self.setGeometry(widget.rect().translated(widget.mapTo(parent, widget.rect().topLeft())))
