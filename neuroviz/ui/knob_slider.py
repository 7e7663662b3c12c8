"""KnobSlider: a slider that shows its default and, for signed values, fills from zero."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.theme import Theme, theme, theme_changes


class KnobSlider(QSlider):
    """Jumps to the click, leaves the wheel to the form, and resets on a double click."""

    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rest, self._origin = 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_stops(self, last: int, rest: int, origin: int) -> None:
        """Stops 0..last, the default's stop, and the stop from which the groove is filled."""
        self.setRange(0, last)
        self.setPageStep(max(1, last // 10))
        self._rest, self._origin = rest, origin

    def sizeHint(self) -> QSize:
        """As wide as the form."""
        return QSize(theme().space(40), theme().space(5.5))

    def minimumSizeHint(self) -> QSize:
        """Still usable."""
        return QSize(theme().space(16), theme().space(5.5))

    def x_of(self, stop: int) -> float:
        """Pixel of a stop."""
        edge = self._edge()
        return edge + (self.width() - 2 * edge) * stop / max(1, self.maximum())

    def stop_at(self, x: float) -> int:
        """The stop nearest to a pixel."""
        edge = self._edge()
        share = (x - edge) / max(1.0, self.width() - 2 * edge)
        return round(min(1.0, max(0.0, share)) * self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the click is, then drag from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.stop_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self.setValue(self.stop_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back to the default."""
        self.setSliderDown(False)
        self.reset_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls."""
        event.ignore()

    def _edge(self) -> float:
        return theme().space(2)

    def _draw(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, thick = self.height() / 2, look.stroke(max(3.0, look.space(0.75)))
        on = self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.line)
        groove = QRectF(0, middle - thick / 2, self.width(), thick)
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        rest = self.x_of(self._rest)
        painter.drawRoundedRect(QRectF(rest - 1, middle - look.space(1.5), 2, look.space(3)), 1, 1)
        here = self.x_of(self.value())
        left, right = sorted((here, self.x_of(self._origin) if self._origin else 0.0))
        painter.setBrush(look.accent if on else look.faint)
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, right - left, thick), thick / 2, thick / 2)
        held = on and (self.isSliderDown() or self.underMouse())
        painter.setBrush(look.accent if held or self.hasFocus() else (look.text if on else look.faint))
        if self.hasFocus():
            focus_ring(painter, QPointF(here, middle), look)
        painter.setPen(QPen(look.text if self.hasFocus() else look.window, look.stroke(2)))
        radius = look.space(2) if held else look.space(1.75)
        painter.drawEllipse(QPointF(here, middle), radius, radius)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name


def focus_ring(painter: QPainter, middle: QPointF, look: Theme) -> None:
    """Round the handle that has the keyboard, with a gap, so that it is seen on any ground."""
    painter.setPen(QPen(look.accent, look.stroke(2)))
    brush = painter.brush()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = look.space(2.5)
    painter.drawEllipse(middle, reach, reach)
    painter.setBrush(brush)
