"""Toast: a sentence at the foot of the window, over everything, that goes away by itself or by a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes

_LEAST_S, _MOST_S, _BRIEFLY_S = 4.0, 12.0, 4.0
_LETTER_S = 0.07  # to read one; a Chinese word is about two
_WORD_S = 0.2


class Toast(QWidget):
    """One at a time: a new sentence replaces the old one."""

    log_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._brief = parent, False
        self._words = Words()
        self._words.setWordWrap(True)
        self._log = QPushButton()
        self._close = IconButton("close")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._log)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._log.clicked.connect(self.log_asked)
        self._close.clicked.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        parent.installEventFilter(self)
        self._say_names()
        self._restyle()
        theme_changes.changed.connect(self._restyle)
        self.hide()

    def say(self, sentence: str, *, log: bool = False, briefly: bool = False) -> None:
        """Show `sentence`; with `log` it stays until closed and offers the log.

        briefly: as long as it takes to read, and no wider, at the very foot: what lies below is to be seen.
        """
        self._brief = briefly
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._log.setVisible(log)
        self.show()
        self.raise_()
        self._place()
        if log:
            self._timer.stop()
        else:
            self._timer.start(round((_BRIEFLY_S if briefly else _to_read(sentence)) * 1000))

    def take_back(self, sentence: str) -> None:
        """This no longer holds; something else that is said meanwhile stays."""
        if self.sentence() == sentence:
            self.hide()

    def sentence(self) -> str:
        """What it says, or said last."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
        super().changeEvent(event)

    def _say_names(self) -> None:
        self._log.setText(self.tr("Show log"))
        self._close.describe(self.tr("Close"))

    def _place(self) -> None:
        look, parent = theme(), self._window
        width = min(look.space(150), parent.width() - look.space(8))
        if self._brief:
            words = self._words.fontMetrics().horizontalAdvance(self.sentence()) + look.space(1)
            margins = self._row.contentsMargins()
            around = margins.left() + margins.right() + self._row.spacing() + self._close.sizeHint().width()
            width = min(width, words + around)
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = (parent.width() - width) // 2
        below = look.space(2 if self._brief else 16)
        self.setGeometry(left, parent.height() - height - below, width, height)

    def _draw(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.line, 1))
        painter.setBrush(look.raised)
        radius = look.space(2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name

    def _restyle(self) -> None:
        look = theme()
        self._row.setContentsMargins(look.space(4), look.space(2), look.space(2), look.space(2))
        self._row.setSpacing(look.space(3))
        if self.isVisible():
            self._place()


def _to_read(sentence: str) -> float:
    """Seconds: what lies below a short sentence is not hidden for long."""
    needs = sum(_LETTER_S if letter.isascii() else _WORD_S for letter in sentence)
    return min(_MOST_S, max(_LEAST_S, 2.0 + needs))
