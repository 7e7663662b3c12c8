"""NearList: the points nearest to the current input in the chosen layer, with pictures and distances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.space.map_paint import colour_of
from neuroviz.sims.layer_space import N_LISTED
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.image_cells import row_raster, source
from neuroviz.ui.images import fade
from neuroviz.ui.theme import Theme, theme, theme_changes


@dataclass(frozen=True, eq=False)
class Neighbour:
    """point: its index; label: its class, −1 for none; two lines of words; tip: whence the distance."""

    point: int
    label: int
    text: str
    second: str
    tip: str
    image: NDArray[np.uint8] | None


class NearList(Ringed):
    """Arrows move along the list, Enter or a click lays that point on the pad."""

    picked = Signal(int)
    """This point is wanted: its index."""

    def __init__(self) -> None:
        super().__init__()
        self._near: tuple[Neighbour, ...] = ()
        self._hint = ""
        self._at = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_near(self, near: Sequence[Neighbour], hint: str = "") -> None:
        """Nearest first; without any, the hint says why."""
        self._near, self._hint = tuple(near), hint
        self._at = min(self._at, max(0, len(self._near) - 1))
        self._name()
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A row each."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(0.85))
        if not self._near:
            painter.setPen(look.quiet)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self._hint)
            if self.hasFocus():
                painter.fillRect(QRectF(0, 0, self.width(), 2), look.accent)
            return
        for i, one in enumerate(self._near):
            self._paint_row(painter, one, self._row(i), look, marked=self.hasFocus() and i == self._at)

    def _paint_row(
        self, painter: QPainter, one: Neighbour, row: QRectF, look: Theme, *, marked: bool
    ) -> None:
        gap = look.space(1)
        side = row.height() - gap if one.image is not None else float(look.space(4))
        left = row.x()
        if one.image is not None:
            square = QRectF(left + 2, row.y() + 2, side - 4, side - 4)
            raster = row_raster(one.image[None], fade(look.card, look.ink))
            device.draw_pixels(painter, square, raster.image, source(0))
            painter.fillRect(
                QRectF(square.x(), square.bottom() + 1, square.width(), 3), colour_of(one.label, look)
            )
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(one.label, look))
            painter.drawEllipse(QRectF(left + side / 2 - 5, row.center().y() - 7, 10, 10))
        words = QRectF(left + side + gap, row.y(), row.width() - side - gap, row.height() - gap)
        metrics = painter.fontMetrics()
        lines = [(one.text, look.text), (one.second, look.quiet)]
        top = words.center().y() - metrics.height()
        for text, colour in lines:
            painter.setPen(colour)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(QRectF(words.x(), top, words.width(), metrics.height()), _LEFT, shown)
            top += metrics.height()
        if marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -gap + 1), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        i = self._at_place(event.position().y())
        if i >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._at = i
            self.picked.emit(self._near[i].point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Enter."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is not None and plain(event):
            self._at = min(max(self._at + step, 0), max(0, len(self._near) - 1))
            self._name()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._near:
            self.picked.emit(self._near[self._at].point)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Where the distance comes from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            i = self._at_place(event.pos().y())
            QToolTip.showText(event.globalPos(), self._near[i].tip if i >= 0 else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Pictures of twice their pixels and a few words."""
        look = theme()
        return QSize(look.space(40), look.space(16) * N_LISTED)

    def minimumSizeHint(self) -> QSize:
        """Small pictures."""
        look = theme()
        return QSize(look.space(32), look.space(9) * N_LISTED)

    def _row(self, i: int) -> QRectF:
        high = min(self.height() / N_LISTED, theme().space(16))
        return QRectF(0, i * high, self.width(), high)

    def _at_place(self, y: float) -> int:
        i = int(y // max(1.0, self._row(0).height()))
        return i if 0 <= i < len(self._near) else -1

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Nearest in this layer"))
        if not self._near:
            self.setAccessibleDescription(self._hint)
            return
        one = self._near[self._at]
        self.setAccessibleDescription(f"{self._at + 1}: {one.text}, {one.second}")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
