"""LargeMap: one unit's function over the plane, large, with the task's points and the input to be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from neuroviz.data.plane import PlaneTask
from neuroviz.panels.layers.formula import map_ink, words
from neuroviz.sims.formula import Large
from neuroviz.sims.plane_maps import REACH, level
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster
from neuroviz.ui.numbers import percent
from neuroviz.ui.plane_pad import paint_point
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

_STEP = 0.02
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip


class LargeMap(SquareWidget):
    """Drag, or use the arrows, to move the input."""

    moved = Signal(float, float)
    """The visitor has put the input there."""

    def __init__(self) -> None:
        super().__init__()
        self._large: Large | None = None
        self._name = ""
        self._task: PlaneTask | None = None
        self._point: tuple[float, float] = (0.0, 0.0)
        self._raster: Raster | None = None
        self._reach = 1.0
        self._scaled: tuple[tuple[int, int], QImage] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_map(self, large: Large | None, name: str) -> None:
        """Show this map of the value with that name; None: not yet computed."""
        if large is not self._large or name != self._name:
            if large is not self._large:
                self._raster = None
            self._large, self._name = large, name
            self._describe()
            self.update()

    def set_task(self, task: PlaneTask | None) -> None:
        """Points to be shown; None for none."""
        if task is not self._task:
            self._task = task
            self.update()

    def put(self, x: float, y: float) -> None:
        """The input, silently."""
        if (x, y) != self._point:
            self._point = (x, y)
            self._describe()
            self.update()

    def square(self) -> QRectF:
        """The map, with room for the scale below it."""
        low = self._scale_height()
        side = max(1.0, min(self.width() - 10.0, self.height() - 10.0 - low))
        return QRectF((self.width() - side) // 2, (self.height() - low - side) // 2, side, side)

    def _scale_height(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height() + theme().space(2)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The map, the axes, the points, the input, the scale."""
        look, area = theme(), self.square()
        painter.fillRect(area, look.card)
        if self._large is not None:
            image = self._coloured(self._large, look).image
            if not device.is_vector(painter):
                image = self._fitted(image, round(area.width() * device.ratio(painter)))
            painter.drawImage(area, image)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(self._pixel(-REACH, 0), self._pixel(REACH, 0))
        painter.drawLine(self._pixel(0, -REACH), self._pixel(0, REACH))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._task is not None:
            size = max(1.6, area.width() / 130)
            for (x, y), label in zip(self._task.points.tolist(), self._task.labels.tolist(), strict=True):
                paint_point(painter, self._pixel(x, y), label, size, look)
        self._paint_mark(painter, look)
        if self._large is not None:
            self._paint_key(painter, level(self._large.net, self._large.place[0]), look)
            self._paint_scale(painter, self._large, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(area.adjusted(-2, -2, 2, 2))

    def _coloured(self, large: Large, look: Theme) -> Raster:
        if self._raster is None:
            middle = level(large.net, large.place[0])
            self._reach = map_ink.reach_of(large.values, middle)
            self._raster = map_ink.raster(large.values, middle, self._reach, map_ink.table(look), look.text)
        return self._raster

    def _fitted(self, image: QImage, side: int) -> QImage:
        """The picture at the pixels it is seen with, kept for as long as it is the same."""
        key = (image.cacheKey(), side)
        if self._scaled is None or self._scaled[0] != key:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = key, image.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._scaled[1]

    def _paint_mark(self, painter: QPainter, look: Theme) -> None:
        at, radius = self._pixel(*self._point), look.space(1.75)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.window, 5.0), (look.accent, 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, radius, radius)

    def _paint_key(self, painter: QPainter, middle: float, look: Theme) -> None:
        """In the corner that the input is not in: what the line in the colour of text stands for."""
        area, font = self.square(), look.font(0.85, tabular=True)
        metrics, gap = QFontMetricsF(font), look.space(1.5)
        text, stroke = f"{self._name} = {words.number(middle)}", look.space(4)
        wide, high = metrics.horizontalAdvance(text) + stroke + 3 * gap, metrics.height() + gap
        if wide > area.width() / 2:
            return
        left = area.left() if self._point[0] > 0 or self._point[1] > 0 else area.right() - wide
        box = QRectF(left, area.bottom() - high, wide, high)
        ground = QColor(look.card)
        ground.setAlphaF(0.8)
        painter.fillRect(box, ground)
        painter.setPen(QPen(look.text, look.stroke(1.5)))
        y = box.center().y()
        painter.drawLine(QPointF(left + gap, y), QPointF(left + gap + stroke, y))
        painter.setFont(font)
        painter.drawText(box.adjusted(2 * gap + stroke, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_scale(self, painter: QPainter, large: Large, look: Theme) -> None:
        """A strip of the colours with its ends and its middle."""
        area, middle = self.square(), level(large.net, large.place[0])
        font = look.font(0.85, tabular=True)
        painter.setFont(font)
        texts = [words.number(middle - self._reach), words.number(middle), words.number(middle + self._reach)]
        top = area.bottom() + look.space(2)
        high = QFontMetricsF(font).height()
        wide = min(area.width() * 0.36, look.space(30))
        strip = QRectF(area.center().x() - wide / 2, top + high * 0.2, wide, high * 0.6)
        shades = 48
        for k in range(shades):
            r, g, b, _ = look.signed(2 * k / (shades - 1) - 1).tolist()
            part = QRectF(strip.left() + k * wide / shades, strip.top(), wide / shades + 1, strip.height())
            painter.fillRect(part.intersected(strip), QColor(r, g, b))
        painter.setPen(look.text)
        painter.drawLine(
            QPointF(strip.center().x(), strip.top()), QPointF(strip.center().x(), strip.bottom())
        )
        painter.setPen(look.quiet)
        gap = look.space(1.5)
        left = QRectF(0, top, strip.left() - gap, high)
        right = QRectF(strip.right() + gap, top, self.width() - strip.right() - gap, high)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, flags | Qt.AlignmentFlag.AlignRight, texts[0])
        painter.drawText(right, flags | Qt.AlignmentFlag.AlignLeft, texts[2])

    def _pixel(self, x: float, y: float) -> QPointF:
        area = self.square()
        across = area.width() / (2 * REACH)
        return QPointF(area.left() + (x + REACH) * across, area.bottom() - (y + REACH) * across)

    def _plane(self, place: QPointF) -> tuple[float, float]:
        area = self.square()
        across = area.width() / (2 * REACH)
        x, y = (place.x() - area.left()) / across - REACH, (area.bottom() - place.y()) / across - REACH
        return min(max(x, -REACH), REACH), min(max(y, -REACH), REACH)

    # -- hands -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The input goes there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(*self._plane(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The input follows."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(*self._plane(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the input, with Shift ten times as far."""
        key = Qt.Key(event.key())
        if key not in _ARROWS:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        x, y = (
            min(max(at + by * far * _STEP, -REACH), REACH)
            for at, by in zip(self._point, _ARROWS[key], strict=True)
        )
        self.moved.emit(x, y)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard; a rest of the mouse asks for the value there."""
        wanted = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _ARROWS
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._value_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _value_at(self, place: QPointF) -> str:
        area = self.square()
        if self._large is None or not area.contains(place):
            return ""
        x, y = self._plane(place)
        side = len(self._large.values)
        column = min(int((place.x() - area.left()) / area.width() * side), side - 1)
        row = min(int((place.y() - area.top()) / area.height() * side), side - 1)
        value = float(self._large.values[row, column])
        return f"{self._name}({words.number(x)}; {words.number(y)}) = {words.number(value)}"

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Large map of {name}").format(name=self._name or "y"))
        if self._large is None:
            self.setAccessibleDescription("")
            return
        values = self._large.values
        above = float((values > level(self._large.net, self._large.place[0])).mean())
        text = self.tr("Input at ({x}; {y}), moved by the arrow keys, with Shift farther. {map}")
        told = words.map_told(self._name, float(values.min()), float(values.max()), percent(above))
        x, y = (words.number(v) for v in self._point)
        self.setAccessibleDescription(text.format(x=x, y=y, map=told))

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()
