"""FacePicture: one picture of a unit, as large as it can be; hovering tells the value under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from neuroviz.data.plane import PlaneTask
from neuroviz.panels.layers.units.faces import Face
from neuroviz.sims.unit_maps import REACH
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, Words, fade, words
from neuroviz.ui.plane_pad import paint_point
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes


@lru_cache(maxsize=4)
def grey_table(_theme: str) -> Words:
    """Paper to ink in 256 steps, in the present theme, whose name is the key."""
    return fade(theme().card, theme().ink)


def face_raster(face: Face) -> Raster:
    """A face in the theme's colours."""
    raster = Raster(*face.values.shape)
    if face.kind == "grey":
        table = grey_table(theme().name)
        raster.words[:] = table[np.rint(np.clip(np.nan_to_num(face.values), 0, 1) * 255).astype(np.intp)]
    else:
        with np.errstate(all="ignore"):
            raster.words[:] = words(theme().signed(face.values / np.float32(face.scale)))
    return raster


class FacePicture(SquareWidget):
    """A click or Enter picks it. On a map of the plane the points of the task are seen."""

    picked = Signal(float, float)
    """It was clicked: where, as shares 0..1 of the picture from its upper left corner."""

    def __init__(self) -> None:
        super().__init__()
        self._face: Face | None = None
        self._raster: Raster | None = None
        self._empty = ""
        self._task: PlaneTask | None = None
        self._rings: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._mark: tuple[float, float] | None = None
        self._tell: Callable[[int, int], str] = _nothing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self._restyle)

    def set_face(self, face: Face | None) -> None:
        """Show it; None for nothing yet."""
        if face is not self._face:
            self._face, self._raster = face, None
            self.update()

    def face(self) -> Face | None:
        """What is shown."""
        return self._face

    def set_empty(self, text: str) -> None:
        """The words that stand there while there is nothing."""
        if text != self._empty:
            self._empty = text
            self.update()

    def set_plane(
        self, task: PlaneTask | None, rings: NDArray[np.float32], mark: tuple[float, float] | None
    ) -> None:
        """Points of a task, points to be ringed (n, 2), and the visitor's own, over a map."""
        same = task is self._task and mark == self._mark and np.array_equal(rings, self._rings)
        if not same:
            self._task, self._rings, self._mark = task, rings, mark
            self.update()

    def set_teller(self, tell: Callable[[int, int], str]) -> None:
        """What is said of the value in a row and column."""
        self._tell = tell

    def sizeHint(self) -> QSize:
        """Large enough to see a digit well."""
        return QSize(theme().space(40), theme().space(40))

    def minimumSizeHint(self) -> QSize:
        """Still to be seen."""
        return QSize(theme().space(18), theme().space(18))

    # -- paint -------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        square = self.square()
        if self._face is None:
            return square
        high, wide = self._face.values.shape
        scale = square.width() / max(high, wide)
        across, down = wide * scale, high * scale
        return QRectF(
            square.center().x() - across / 2, square.center().y() - down / 2, across, down
        )  # fmt: skip

    def _draw(self, painter: QPainter) -> None:
        look, square = theme(), self.square()
        if self._face is None:
            painter.fillRect(square, look.card)
            painter.setFont(look.font(0.85))
            painter.setPen(look.quiet)
            edge = look.space(2)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(square.adjusted(edge, edge, -edge, -edge), int(flags), self._empty)
        else:
            if self._raster is None:
                self._raster = face_raster(self._face)
            area = self._area()
            smooth = self._face.what == "map"
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            device.draw_pixels(painter, area, self._raster.image)
            if self._face.what == "map":
                self._draw_plane(painter, area, look)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.line, 1))
            painter.drawRect(area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(square.adjusted(-2, -2, 2, 2))

    def _draw_plane(self, painter: QPainter, area: QRectF, look: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(area)
        if self._task is not None:
            size = max(1.4, area.width() / 110)
            for (x, y), label in zip(self._task.points.tolist(), self._task.labels.tolist(), strict=True):
                paint_point(painter, _place(area, x, y), label, size, look)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x, y in self._rings.tolist():
            _ring(painter, _place(area, x, y), look.space(1.25), look.text, look)
        if self._mark is not None:
            _ring(painter, _place(area, *self._mark), look.space(1.75), look.accent, look)
        painter.restore()

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick it."""
        area = self._area()
        if event.button() == Qt.MouseButton.LeftButton and area.contains(event.position()):
            at = event.position() - area.topLeft()
            self.picked.emit(at.x() / area.width(), at.y() / area.height())
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(0.5, 0.5)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What the value under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _told(self, at: QPointF) -> str:
        area = self._area()
        if self._face is None or not area.contains(at):
            return self.toolTip()
        high, wide = self._face.values.shape
        row = min(int((at.y() - area.y()) / area.height() * high), high - 1)
        column = min(int((at.x() - area.x()) / area.width() * wide), wide - 1)
        return self._tell(row, column) or self.toolTip()

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()


def _place(area: QRectF, x: float, y: float) -> QPointF:
    across = area.width() / (2 * REACH)
    return QPointF(area.left() + (x + REACH) * across, area.bottom() - (y + REACH) * across)


def _ring(painter: QPainter, at: QPointF, radius: float, colour: QColor, look: Theme) -> None:
    for one, width in ((look.window, 4.0), (colour, 2.0)):
        painter.setPen(QPen(one, width))
        painter.drawEllipse(at, radius, radius)


def _nothing(_row: int, _column: int) -> str:
    return ""
