"""CurveView: where the sum lands on the curve of f, with the tangent there, and the derivative under it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.neuron import names, told
from neuroviz.panels.layers.neuron.ink import Frame, dashed, dot, draw_axes, draw_curve, framed, solid
from neuroviz.panels.layers.neuron.names import number
from neuroviz.sims.bends import value_and_slope
from neuroviz.sims.neuron_parts import Neuron, Other
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import Theme, theme, theme_changes

_TIP_AGE_MS = 8000
_STEPS = 100  # presses of an arrow from end to end
_SMALL = 0.85
_UPPER = 0.62  # of the height for f


class CurveView(Ringed):
    """Drag the point along the curve: it is b that changes. Left and Right do the same.

    While the sum builds up, `running` is where it has come to: a mark on the axis that is not yet bent.
    """

    moved = Signal(float)
    """z is wanted larger by this."""

    let_go = Signal()
    """A drag is over."""

    def __init__(self) -> None:
        super().__init__()
        self._part: Neuron | Other | None = None
        self._running: float | None = None
        self._reach = 5.0
        self._pressed: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    @property
    def dragging(self) -> bool:
        """Whether a hand holds the point."""
        return self._pressed is not None

    def set_part(self, part: Neuron | Other | None, running: float | None = None) -> None:
        """Show this neuron; running: how far the sum has come, None when it is whole and bent."""
        self._part, self._running = part, running
        line = None if part is None else part.curve
        if line is not None and self._pressed is None:
            self._reach = float(line.z[-1])
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Broader than high."""
        return QSize(theme().space(80), theme().space(56))

    def minimumSizeHint(self) -> QSize:
        """The least in which a tangent can be seen."""
        return QSize(theme().space(34), theme().space(24))

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """f above, f′ below, on one axis."""
        look, part = theme(), self._part
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if part is None or part.curve is None:
            return
        above, below = self._frames(look)
        line, (z, y, slope) = part.curve, _values(part)
        for frame, values, pen in ((above, line.y, solid(look)), (below, line.dy, dashed(look))):
            painter.save()
            painter.setClipRect(frame.place.adjusted(-1, -1, 1, 1))
            draw_axes(painter, frame, look)
            draw_curve(painter, frame, line.z, values, pen)
            painter.restore()
        self._paint_words(painter, above, below, look)
        if self._running is not None:
            self._paint_running(painter, above, self._running, look)
        elif math.isfinite(z):
            self._paint_point(painter, above, (z, y, slope), look)
            painter.setPen(QPen(look.accent, 1, Qt.PenStyle.DotLine))
            painter.drawLine(below.point(z, 0.0), below.point(z, slope))
            dot(painter, below.point(z, slope), 4.0 * look.text_scale, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(1.5)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_point(
        self, painter: QPainter, frame: Frame, at: tuple[float, float, float], look: Theme
    ) -> None:
        """The way up from z and across to y, the tangent, the point."""
        z, y, slope = at
        place = frame.point(z, y)
        painter.setPen(QPen(look.accent, 1, Qt.PenStyle.DotLine))
        painter.drawLine(frame.point(z, 0.0), place)
        painter.drawLine(place, frame.point(0.0, y))
        if math.isfinite(slope):
            run = frame.reach * 0.28
            painter.save()
            painter.setClipRect(frame.place)
            painter.setPen(QPen(look.accent, look.stroke(1.75)))
            painter.drawLine(frame.point(z - run, y - run * slope), frame.point(z + run, y + run * slope))
            painter.restore()
        dot(painter, place, 5.5 * look.text_scale, look)

    def _paint_running(self, painter: QPainter, frame: Frame, z: float, look: Theme) -> None:
        """A mark on the axis: the sum is not yet bent."""
        if math.isfinite(z):
            dot(painter, frame.point(z, 0.0), 4.5 * look.text_scale, look, filled=False)

    def _paint_words(self, painter: QPainter, above: Frame, below: Frame, look: Theme) -> None:
        part = self._part
        assert part is not None
        title, under = _titles(part)
        if self._running is not None:
            title, under = f"{told.sum_name(whole=False)}: {number(self._running)}", "f′(z)"
        painter.setPen(look.text)
        head = QRectF(4, 0, self.width() - 8, above.place.top() - 2)
        font = look.font(1.0, QFont.Weight.DemiBold, tabular=True)
        painter.setFont(fitting(font, (title,), head.width(), head.height()))
        painter.drawText(head, int(_LEFT), title)
        painter.setPen(look.quiet)
        gap = QRectF(4, above.place.bottom(), self.width() - 8, below.place.top() - above.place.bottom())
        small = look.font(_SMALL, tabular=True)
        painter.setFont(fitting(small, (under,), gap.width(), gap.height()))
        painter.drawText(gap, int(_LEFT), under)
        foot = QRectF(below.place.left(), below.place.bottom(), below.place.width(), self.height())
        foot.setBottom(self.height())
        painter.setFont(fitting(small, ("0",), 99, foot.height()))
        for share, flag in ((-1.0, Qt.AlignmentFlag.AlignLeft), (1.0, Qt.AlignmentFlag.AlignRight)):
            painter.drawText(foot, int(flag | Qt.AlignmentFlag.AlignVCenter), number(share * below.reach))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), "z")

    def _frames(self, look: Theme) -> tuple[Frame, Frame]:
        part = self._part
        assert part is not None
        assert part.curve is not None
        line = QFontMetricsF(look.font(_SMALL)).height()
        head, foot = line * 1.3, line
        left, wide = 4.0, self.width() - 8.0
        rest = max(20.0, self.height() - head - line - foot - 2)
        upper = QRectF(left, head, wide, rest * _UPPER)
        lower = QRectF(left, upper.bottom() + line, wide, rest * (1 - _UPPER))
        return framed(upper, self._reach, part.curve.y), framed(lower, self._reach, part.curve.dy)

    # -- the hand ----------------------------------------------------------------------------------

    @property
    def _movable(self) -> bool:
        return isinstance(self._part, Neuron) and math.isfinite(self._part.z)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the point."""
        if event.button() == Qt.MouseButton.LeftButton and self._movable:
            self._pressed = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or tell f at the mouse."""
        part = self._part
        if part is None or part.curve is None:
            return
        above, _ = self._frames(theme())
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            by = above.z(event.position().x()) - above.z(self._pressed)
            self._pressed = event.position().x()
            self.moved.emit(by)
            return
        self.setCursor(Qt.CursorShape.SizeHorCursor if self._movable else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(
            event.globalPosition().toPoint(), self._tip(part, above, event.position()), self, self.rect(),
            _TIP_AGE_MS,
        )  # fmt: skip

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        if self._pressed is not None:
            self._pressed = None
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the point."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._movable or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step * 2 * self._reach / _STEPS)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _tip(self, part: Neuron | Other, frame: Frame, at: QPointF) -> str:
        """The neuron's own numbers near the point, else the function at the mouse."""
        z, _, _ = _values(part)
        here = frame.z(at.x())
        if isinstance(part, Other):
            return told.other(part)
        if abs(here - z) < 0.04 * frame.reach or part.f.kind == "softmax":
            return f"{told.bent(part)}\n{told.slope(part)}"
        y, slope = value_and_slope(part.f, here)
        return f"f({number(here)}) = {number(y)}, f′({number(here)}) = {number(slope)}"

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The function behind the sum"))
        part = self._part
        if isinstance(part, Neuron):
            self.setAccessibleDescription(f"{told.bent(part)}. {told.slope(part)}")
        else:
            self.setAccessibleDescription("" if part is None else told.other(part))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def _values(part: Neuron | Other) -> tuple[float, float, float]:
    """z, y and the slope there."""
    z = part.z if isinstance(part, Neuron) else part.x
    return z, part.y, part.slope


def _titles(part: Neuron | Other) -> tuple[str, str]:
    """Above f, and above its derivative."""
    slope = f"f′(z) = {number(part.slope)}"
    if isinstance(part, Neuron):
        return f"{names.function(part.f.kind)}: {told.bent(part)}", slope
    return f"y = f({number(part.x)}) = {number(part.y)}", slope
