"""StripSlider: a slider whose groove is the answer at every place: ten areas in the colours of the digits."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from neuroviz.sims.flips import Flip
from neuroviz.ui import device
from neuroviz.ui.colour import contrast
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster
from neuroviz.ui.knob_scale import Scale
from neuroviz.ui.mind import areas
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

Values = NDArray[np.float32]
_STALE = 0.6
_TIP_AGE_MS = 4000
_TOLD = 3


class StripSlider(QSlider):
    """Shows probabilities (K, n) at K equal places from end to end, and where the answer flips.

    Flips lie at shares 0..1 of the way; between two of them stands the digit that is read there.
    """

    taken = Signal()
    """The visitor has turned to this slider: by the mouse or by the keyboard."""

    reset_asked = Signal()

    def __init__(self, scale: Scale, rest: float, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scale, self._rest = scale, scale.stop(rest)
        self._curve: Values | None = None
        self._flips: tuple[Flip, ...] = ()
        self._stale = False
        self._picture: Raster | None = None
        self.setRange(0, scale.last)
        self.setPageStep(max(1, scale.last // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme_changes.changed.connect(self._restyle)

    def set_curve(self, curve: Values | None, flips: tuple[Flip, ...] = ()) -> None:
        """Show these answers; None for none yet."""
        self._curve, self._flips = curve, flips
        self._picture = None
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Whether the answers are of a moment ago: they are paler then."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def share(self) -> float:
        """The present place, 0..1."""
        return self.value() / max(1, self.maximum())

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(theme().space(60), theme().space(7))

    def minimumSizeHint(self) -> QSize:
        """The least on which a digit can be read."""
        return QSize(theme().space(24), theme().space(5.5))

    def stretches(self) -> list[tuple[int, float, float]]:
        """What is read from where to where: (class, share, share); -1 for nothing."""
        if self._curve is None:
            return []
        ends = pairwise((0.0, *(flip.at for flip in self._flips), 1.0))
        middle = self._curve[len(self._curve) // 2]
        only = int(middle.argmax()) if middle.max() > 0 else -1
        said = (self._flips[0].before if self._flips else only, *(flip.after for flip in self._flips))
        return [(digit, low, high) for digit, (low, high) in zip(said, ends, strict=True)]

    # -- paint -------------------------------------------------------------------------------------

    def _groove(self) -> QRectF:
        edge = theme().space(2)
        return QRectF(edge, 3, max(1, self.width() - 2 * edge), max(1, self.height() - 6))

    def _at(self, place: float) -> Values:
        """The answer between two places."""
        assert self._curve is not None
        low = min(int(place), len(self._curve) - 2)
        row: Values = self._curve[low] + (self._curve[low + 1] - self._curve[low]) * np.float32(place - low)
        return row

    def _areas(self, curve: Values, groove: QRectF, look: Theme, ratio: float) -> Raster:
        high, wide = (max(2, round(side * ratio)) for side in (groove.height(), groove.width()))
        if self._picture is None or self._picture.words.shape != (high, wide):
            place = np.linspace(0, len(curve) - 1, wide)
            low = np.minimum(place.astype(np.intp), len(curve) - 2)
            share = (place - low).astype(np.float32)[:, None]
            dense = curve[low] * (1 - share) + curve[low + 1] * share
            colours = [look.digit(label) for label in range(curve.shape[1])]
            rgba = np.array([c.getRgb() for c in (*colours, look.raised)], np.uint8)
            self._picture = Raster(high, wide)
            self._picture.words[:] = areas(dense, rgba, high, wide)
        return self._picture

    def _draw(self, painter: QPainter) -> None:
        look, groove = theme(), self._groove()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = QPainterPath()
        round_.addRoundedRect(groove, look.space(1), look.space(1))
        painter.fillPath(round_, look.raised)
        if self._curve is not None:
            painter.save()
            painter.setClipPath(round_)
            painter.setOpacity(_STALE if self._stale else 1.0)
            painter.drawImage(groove, self._areas(self._curve, groove, look, device.ratio(painter)).image)
            self._draw_flips(painter, groove, look)
            painter.restore()
        self._draw_rest(painter, groove, look)
        self._draw_handle(painter, groove, look)

    def _draw_flips(self, painter: QPainter, groove: QRectF, look: Theme) -> None:
        """A tick at each flip, and the digit that is read between two of them."""
        for flip in self._flips:
            x = groove.left() + flip.at * groove.width()
            painter.setPen(QPen(look.window, 2))
            painter.drawLine(QPointF(x, groove.top()), QPointF(x, groove.bottom()))
        font = look.font(0.85, QFont.Weight.Bold)
        painter.setFont(font)
        needed = painter.fontMetrics().horizontalAdvance("0") + 6
        for label, *ends in self.stretches():
            left, right = (groove.left() + share * groove.width() for share in self._beside_handle(*ends))
            place = QRectF(left, groove.top(), right - left, groove.height())
            if label >= 0 and place.width() >= needed:
                painter.setPen(_readable(look.digit(label), look))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(label))

    def _beside_handle(self, low: float, high: float) -> tuple[float, float]:
        """The larger part of a stretch that the handle stands in."""
        here = self.share()
        if not low < here < high:
            return low, high
        return (low, here) if here - low > high - here else (here, high)

    def _draw_rest(self, painter: QPainter, groove: QRectF, look: Theme) -> None:
        """Where nothing happens: a notch above and below."""
        x = groove.left() + groove.width() * self._rest / max(1, self.maximum())
        painter.setPen(QPen(look.quiet, 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, groove.top() + 1))
        painter.drawLine(QPointF(x, groove.bottom() - 1), QPointF(x, self.height()))

    def _draw_handle(self, painter: QPainter, groove: QRectF, look: Theme) -> None:
        x = groove.left() + groove.width() * self.share()
        half = look.space(1.25)
        bar = QRectF(x - half / 2, 0.5, half, self.height() - 1)
        painter.setPen(QPen(look.window, 2))
        painter.setBrush(look.accent if self.hasFocus() or self.isSliderDown() else look.text)
        painter.drawRoundedRect(bar, half / 2, half / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 1.5))
            painter.drawRoundedRect(groove.adjusted(-2, -2, 2, 2), look.space(1) + 2, look.space(1) + 2)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name

    # -- events ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the click is, then drag from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit()
            self.setSliderDown(True)
            self.setValue(self._stop_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or say what is read under the mouse."""
        if self.isSliderDown():
            self.setValue(self._stop_at(event.position().x()))
        elif self._curve is not None:
            place = self._stop_at(event.position().x()) / max(1, self.maximum()) * (len(self._curve) - 1)
            row = self._at(place)
            best = np.argsort(-row, kind="stable")[:_TOLD]
            text = "  ".join(f"{label}: {percent(float(row[label]))}" for label in best if row[label] > 0)
            QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back to where nothing happens."""
        self.setSliderDown(False)
        self.reset_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By the keyboard, too, it is the one that is looked at."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.taken.emit()

    def event(self, event: QEvent) -> bool:
        """The wheel belongs to whatever scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)

    def _stop_at(self, x: float) -> int:
        groove = self._groove()
        share = min(1.0, max(0.0, (x - groove.left()) / groove.width()))
        return round(share * self.maximum())

    def _restyle(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()


def _readable(ground: QColor, look: Theme) -> QColor:
    """The darkest or the brightest of the theme, whichever is read more easily on `ground`."""
    dark, bright = sorted((look.window, look.text), key=QColor.lightnessF)
    return dark if _darker_is_read(ground.name(), dark.name(), bright.name()) else bright


@lru_cache(maxsize=64)
def _darker_is_read(ground: str, dark: str, bright: str) -> bool:
    return contrast(ground, dark) > contrast(ground, bright)
