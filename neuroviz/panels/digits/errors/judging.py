"""Judging: how far a net has come with a set of pictures, and a button that stops it at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes


class Groove(QWidget):
    """A thin bar that fills."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_share(self, share: float) -> None:
        """So much of it is done."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Groove and filling."""
        look = theme()
        box = QRectF(self.rect())
        painter.fillRect(box, look.raised)
        box.setWidth(box.width() * self._share)
        painter.fillRect(box, look.accent)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(theme().space(20), theme().space(1))


class Judging(QWidget):
    """Says how many are judged; "Stop" rests at once and keeps what was found, "Go on" goes on."""

    pause_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._done = self._all = 0
        self._paused = False
        self._words, self._groove = Words(scale=0.85, quiet=True), Groove()
        self._words.setWordWrap(True)
        self._button = QPushButton()
        self._button.setProperty("flat", True)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._column.addWidget(self._groove)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_progress(self, done: int, n: int, *, paused: bool) -> None:
        """So many of `n` are judged; n is 0 while they are being loaded."""
        if (done, n, paused) != (self._done, self._all, self._paused):
            self._done, self._all, self._paused = done, n, paused
            self._groove.set_share(done / n if n else 0.0)
            self._say()

    def show_paused(self, on: bool) -> None:
        """Stopped or going, as far as is known of what is done."""
        self.show_progress(self._done, self._all, paused=on)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        self.pause_asked.emit(not self._paused)

    def _say(self) -> None:
        k, n = f"{self._done:,}", f"{self._all:,}"
        whole = 0 < self._all == self._done
        if not self._all:
            self._words.setText(self.tr("Loading the pictures …"))
        elif whole:
            self._words.setText(self.tr("All {n} pictures are judged.").format(n=n))
        elif self._paused:
            self._words.setText(self.tr("Stopped after {k} of {n} pictures.").format(k=k, n=n))
        else:
            self._words.setText(self.tr("Judging: {k} of {n} pictures").format(k=k, n=n))
        self._button.setText(self.tr("Go on") if self._paused else self.tr("Stop"))
        # It keeps its place, so that nothing jumps when all is done.
        policy = self._button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._button.setSizePolicy(policy)
        self._button.setVisible(not whole)
        self._groove.setVisible(not whole)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
