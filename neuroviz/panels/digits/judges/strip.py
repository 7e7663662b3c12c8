"""DifferStrip: the test images on which two judges differ, in a row that is walked through."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from neuroviz.panels.digits.judges.evidence import CENTRE, framed
from neuroviz.sims.survey import SurveyFrame
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import Raster, fade, picture
from neuroviz.ui.theme import theme, theme_changes


class DifferStrip(Ringed):
    """Small pictures with what the two say; a click or an arrow key picks one. Empty until there is any."""

    picked = Signal(int)
    """The index of the test image that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: SurveyFrame | None = None
        self._list = np.zeros(0, np.int64)
        self._place = -1
        self._first = 0
        self._rasters: dict[int, Raster] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_frame(self, frame: SurveyFrame | None) -> None:
        """Take what is known by now; the picture that was picked stays picked."""
        now = self.current()
        self._frame = frame
        self._list = np.zeros(0, np.int64) if frame is None else frame.differing()
        found = np.flatnonzero(self._list == now) if now is not None else np.zeros(0, np.int64)
        self._place = int(found[0]) if len(found) else -1
        self._show_place()
        self._name()

    def current(self) -> int | None:
        """The index of the test image that was picked last."""
        return int(self._list[self._place]) if 0 <= self._place < len(self._list) else None

    def pick_next(self, by: int = 1) -> None:
        """The next one, or the one before; round again after the last."""
        if len(self._list):
            start = self._place if self._place >= 0 or by > 0 else 0
            self._pick((start + by) % len(self._list))

    def _pick(self, place: int) -> None:
        self._place = place
        self._show_place()
        self._name()
        self.picked.emit(int(self._list[place]))

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """As many as there is room for."""
        look, frame = theme(), self._frame
        if frame is None or frame.digits is None or not len(self._list):
            painter.setPen(look.quiet)
            painter.setFont(look.font(0.85))
            text = self.tr("none so far") if frame is None or not frame.complete else self.tr("none at all")
            painter.drawText(QRectF(self.rect()), int(CENTRE), text)
            return
        side, line = self._side(), self._line()
        for i in range(self._n_shown()):
            place = self._first + i
            if place >= len(self._list):
                break
            index = int(self._list[place])
            box = QRectF(i * self._step() + 2, 2, side, side)
            framed(painter, box, self._raster(index), look)
            if place == self._place:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.accent, 2.5 if self.hasFocus() else 1.5))
                painter.drawRect(box.adjusted(-1, -1, 1, 1))
            one, other = int(frame.first.digits[index]), int(frame.second.digits[index])
            text = f"{one} ≠ {other}"
            painter.setFont(fitting(look.font(0.85, tabular=True), (text,), side))
            painter.setPen(look.text if place == self._place else look.quiet)
            painter.drawText(QRectF(box.x(), box.bottom() + 1, side, line), int(CENTRE), text)

    def _raster(self, index: int) -> Raster:
        if index not in self._rasters:
            if len(self._rasters) > 400:
                self._rasters.clear()
            assert self._frame is not None
            assert self._frame.digits is not None
            look = theme()
            grey = self._frame.digits.images[index].astype(np.float32) / np.float32(255)
            self._rasters[index] = picture(grey, fade(look.card, look.ink))
        return self._rasters[index]

    def _line(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height()

    def _side(self) -> int:
        return int(self.height() - self._line() - 4)

    def _step(self) -> int:
        return self._side() + theme().space(2)

    def _n_shown(self) -> int:
        return max(1, (self.width() - 4 + theme().space(2)) // max(1, self._step()))

    def _show_place(self) -> None:
        """Bring the picked one into view."""
        n = self._n_shown()
        if self._place >= 0 and not self._first <= self._place < self._first + n:
            self._first = max(0, self._place - n // 2)
        self._first = min(self._first, max(0, len(self._list) - n))
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(theme().space(80), theme().space(12) + round(self._line()) + 4)

    def minimumSizeHint(self) -> QSize:
        """One row of few."""
        return QSize(theme().space(30), self.sizeHint().height())

    # -- events ------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        place = self._first + int(event.position().x()) // max(1, self._step())
        if event.button() == Qt.MouseButton.LeftButton and place < len(self._list):
            self._pick(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or not plain(event):
            super().keyPressEvent(event)
        else:
            self.pick_next(by)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Test images on which the two differ"))
        text = self.tr("{k} of {n}; the arrow keys walk through them.")
        self.setAccessibleDescription(text.format(k=self._place + 1, n=len(self._list)))

    def _restyle(self) -> None:
        self._rasters.clear()
        self.updateGeometry()
        self.update()
