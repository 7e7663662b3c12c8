"""DecisionMap: which class a net gives to each place of the plane, mixed where it is unsure, with points."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.neuron.names import number
from neuroviz.sims.collapse import REACH, SIDE
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, words
from neuroviz.ui.numbers import percent
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

_POINTS = 400
_OPAQUE = 120  # of 255, so that the points stand out
_TIP_AGE_MS = 4000


class DecisionMap(SquareWidget):
    """Probabilities (SIDE, SIDE, K) as colours of the classes; points as squares, circles and triangles."""

    def __init__(self) -> None:
        super().__init__()
        self._p: Array | None = None
        self._points: Array | None = None
        self._labels: Array | None = None
        self._here: Array | None = None
        self._raster: Raster | None = None
        self.setMouseTracking(True)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_map(self, p: Array | None) -> None:
        """Show this; None: not yet known."""
        if p is not self._p:
            self._p, self._raster = p, None
            self._describe()
            self.update()

    def set_points(self, points: Array | None, labels: Array | None, here: Array | None) -> None:
        """The points of the task (N, 2), their classes, and the one that lies before the net."""
        self._points, self._labels, self._here = points, labels, here
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The map, the points, the input."""
        look, square = theme(), self.square()
        painter.fillRect(square, look.card)
        if self._p is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(square, self._colours(self._p, look).image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._points is not None and self._labels is not None:
            half = max(1.5, square.width() / 130)
            pairs = zip(self._points[:_POINTS].tolist(), self._labels[:_POINTS].tolist(), strict=True)
            for (x, y), label in pairs:
                painter.setPen(QPen(look.card, 0.75))
                painter.setBrush(look.digit(label))
                _mark(painter, self._spot(x, y, square), half, label)
        if self._here is not None and np.isfinite(self._here).all():
            spot = self._spot(float(self._here[0]), float(self._here[1]), square)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((look.window, 4.5), (look.text, 2.0)):
                painter.setPen(QPen(colour, look.stroke(width)))
                painter.drawEllipse(spot, 6.0, 6.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.line, look.stroke(1)))
        painter.drawRect(square)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The answer under the mouse."""
        square, text = self.square(), ""
        if self._p is not None and square.contains(event.position()):
            across = (event.position().x() - square.left()) / square.width()
            down = (event.position().y() - square.top()) / square.height()
            row, column = min(int(down * SIDE), SIDE - 1), min(int(across * SIDE), SIDE - 1)
            p = np.nan_to_num(self._p[row, column])
            x, y = (2 * across - 1) * REACH, (1 - 2 * down) * REACH
            text = f"({number(x)}, {number(y)}): {int(p.argmax())} ({percent(float(p.max()))})"
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _colours(self, p: Array, look: Theme) -> Raster:
        if self._raster is None:
            table = np.array([look.digit(i).getRgb() for i in range(p.shape[2])], np.float32)
            rgba = np.rint(np.clip(np.nan_to_num(p) @ table, 0, 255)).astype(np.uint8)
            rgba[..., 3] = np.where(np.isfinite(p).all(axis=2), _OPAQUE, 0)
            self._raster = Raster(SIDE, SIDE)
            self._raster.words[:] = words(rgba)
        return self._raster

    @staticmethod
    def _spot(x: float, y: float, square: QRectF) -> QPointF:
        share_x, share_y = (x / REACH + 1) / 2, (1 - y / REACH) / 2
        return QPointF(square.left() + share_x * square.width(), square.top() + share_y * square.height())

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Answers over the plane"))
        if self._p is None:
            self.setAccessibleDescription("")
            return
        found = np.bincount(np.nan_to_num(self._p).argmax(axis=2).reshape(-1), minlength=self._p.shape[2])
        parts = [f"{k}: {percent(n / SIDE**2)}" for k, n in enumerate(found.tolist())]
        self.setAccessibleDescription(", ".join(parts))

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()


def _mark(painter: QPainter, at: QPointF, half: float, label: int) -> None:
    """Classes are told apart by shape as well."""
    if label % 3 == 0:
        painter.drawEllipse(at, half, half)
    elif label % 3 == 1:
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
    else:
        top, low = at.y() - 1.2 * half, at.y() + half
        corners = [QPointF(at.x(), top), QPointF(at.x() + 1.2 * half, low), QPointF(at.x() - 1.2 * half, low)]
        painter.drawPolygon(QPolygonF(corners))
