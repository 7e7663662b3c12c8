"""Timeline: where in its run the room is, and what happened when; drag to scrub."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.knob_slider import focus_ring
from neuroviz.ui.theme import theme, theme_changes

_FEW = 60  # so many steps or fewer have each a tick


@dataclass(frozen=True)
class Mark:
    """Something that happened at `step`: a knob was changed, or another run branched off."""

    step: int
    text: str = ""
    kind: Literal["change", "branch"] = "change"


def tick_step(last: int, room: int) -> int:
    """Distance between ticks (1, 2, 5, 10 …) so that at most `room` of them fit on 0..last."""
    if last <= room:
        return 1
    raw = last / max(1, room)
    power = 10 ** math.floor(math.log10(raw))
    return next(int(m * power) for m in (1, 2, 5, 10) if m * power >= raw)


class Timeline(QSlider):
    """A slider over steps, for screen readers too; painted by hand with ticks, marks and the played part."""

    sought = Signal(int)
    """The step the visitor wants to see; also while dragging."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks: tuple[Mark, ...] = ()
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these, in place of those before."""
        self._marks = marks
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, one row high."""
        return QSize(theme().space(60), theme().space(8))

    def minimumSizeHint(self) -> QSize:
        """Still usable."""
        return QSize(theme().space(24), theme().space(8))

    def x_of(self, step: int) -> float:
        """Pixel of a step."""
        left, width = self._groove()
        return left + width * step / max(1, self.maximum())

    def step_at(self, x: float) -> int:
        """The step nearest to a pixel."""
        left, width = self._groove()
        share = min(1.0, max(0.0, (x - left) / max(1.0, width)))
        return round(share * self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._seek(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if self.isSliderDown():
            self._seek(self.step_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by one step, Page keys by a tenth, Home and End."""
        tenth = max(1, self.maximum() // 10)
        targets = {
            Qt.Key.Key_Left: self.value() - 1,
            Qt.Key.Key_Right: self.value() + 1,
            Qt.Key.Key_PageUp: self.value() - tenth,
            Qt.Key.Key_PageDown: self.value() + tenth,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            self._seek(min(self.maximum(), max(0, target)))

    def event(self, event: QEvent) -> bool:
        """A tooltip for the mark under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            near = [m for m in self._marks if abs(self.x_of(m.step) - event.pos().x()) <= theme().space(2)]
            text = "\n".join(f"{mark.step:,}  {mark.text}" for mark in near)
            QToolTip.showText(event.globalPos(), text or self.toolTip(), self)
            return True
        return super().event(event)

    def _seek(self, step: int) -> None:
        if step != self.value():
            self.setValue(step)
            self.sought.emit(step)

    def _groove(self) -> tuple[float, float]:
        edge = theme().space(2)
        return edge, self.width() - 2 * edge

    def _draw(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = self._groove()
        middle, thick = self.height() / 2, look.stroke(max(3.0, look.space(0.75)))
        here = self.x_of(self.value())
        self._draw_ticks(painter, middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.line)
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, width, thick), thick / 2, thick / 2)
        if not self.isEnabled() or self.maximum() == 0:
            return
        painter.setBrush(look.accent)
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, here - left, thick), thick / 2, thick / 2)
        self._draw_marks(painter, middle)
        busy = self.isSliderDown() or self.underMouse()
        radius = look.space(2 if busy else 1.75)
        painter.setBrush(look.accent)
        if self.hasFocus():
            focus_ring(painter, QPointF(here, middle), look)
        painter.setPen(QPen(look.text if self.hasFocus() else look.window, look.stroke(2)))
        painter.drawEllipse(QPointF(here, middle), radius, radius)

    def _draw_ticks(self, painter: QPainter, middle: float) -> None:
        look = theme()
        if self.maximum() == 0:
            return
        step = tick_step(self.maximum(), min(_FEW, self.width() // look.space(4)))
        painter.setPen(QPen(look.line, 1))
        low, high = middle + look.space(1.5), middle + look.space(2.5)
        places = (round(self.x_of(tick)) + 0.5 for tick in range(0, self.maximum() + 1, step))
        painter.drawLines([QLineF(x, low, x, high) for x in places])

    def _draw_marks(self, painter: QPainter, middle: float) -> None:
        """A change is a diamond above the groove, a branch a fork."""
        look = theme()
        side, up = look.space(1), middle - look.space(2.5)
        for mark in self._marks:
            x = self.x_of(mark.step)
            painter.setPen(QPen(look.warn, 1.5))
            painter.setBrush(look.warn)
            if mark.kind == "change":
                corners = [(x, up - side), (x + side, up), (x, up + side), (x - side, up)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            else:
                painter.drawLine(QPointF(x, middle), QPointF(x, up))
                painter.drawLine(QPointF(x, up), QPointF(x - side, up - side))
                painter.drawLine(QPointF(x, up), QPointF(x + side, up - side))

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name
