"""ExtremeStrip: the examples that excite a unit most, or least, side by side, the value under each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.units.picture import grey_table
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Raster
from neuroviz.ui.theme import Theme, theme, theme_changes

FIELD = 28
_WIDEST = "−0.00"  # of a coordinate: all of them are written in one size


@dataclass(frozen=True, eq=False)
class Example:
    """row: among the examples; image (28, 28) uint8, None for points and numbers, which are told by `text`;
    label: its class, None where it has none."""

    row: int
    image: NDArray[np.uint8] | None
    text: str
    value: str
    label: int | None


class ExtremeStrip(Ringed):
    """As many as fit. A click or Enter lays one before the net; Left and Right walk along them."""

    picked = Signal(int)
    """This example is wanted before the net: its row."""

    def __init__(self) -> None:
        super().__init__()
        self._examples: Sequence[Example] = ()
        self._empty = ""
        self._rasters: dict[int, Raster] = {}
        self._at, self._hover = 0, -1
        self._tell: Callable[[int], str] = _nothing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)

    def show_examples(self, examples: Sequence[Example], empty: str = "") -> None:
        """Show these, the most telling first; or, if there are none, the words `empty`."""
        self._examples, self._at, self._empty = examples, 0, empty
        self._rasters.clear()
        self._describe()
        self.update()

    def set_teller(self, tell: Callable[[int], str]) -> None:
        """Where the value of an example comes from, asked by its row."""
        self._tell = tell

    def examples(self) -> Sequence[Example]:
        """What is shown, as far as it fits."""
        return self._examples[: self._fit()]

    def sizeHint(self) -> QSize:
        """Eight small pictures."""
        return QSize(theme().space(96), theme().space(17))

    def minimumSizeHint(self) -> QSize:
        """Four still smaller ones."""
        return QSize(theme().space(44), theme().space(10.5))

    def _line(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height()

    def _side(self) -> float:
        return max(float(theme().space(5)), min(self.height() - self._line() - 4, theme().space(16)))

    def _step(self) -> float:
        least = self._side() + theme().space(1.5)
        return max(least, theme().space(11))

    def _fit(self) -> int:
        return max(1, min(len(self._examples), int((self.width() - 4) // self._step())))

    def _cell(self, i: int) -> QRectF:
        return QRectF(2 + i * self._step(), 2, self._step(), self.height() - 4)

    # -- paint -------------------------------------------------------------------------------------

    def _draw(self, painter: QPainter) -> None:
        look, side = theme(), self._side()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._examples:
            painter.setFont(look.font(0.85))
            painter.setPen(look.quiet)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(self.rect()).adjusted(2, 0, 0, 0), int(flags), self._empty)
        number = look.font(0.85, tabular=True)
        number = fitting(number, (one.value for one in self.examples()), self._step() - look.space(1))
        for i, one in enumerate(self.examples()):
            cell = self._cell(i)
            square = QRectF(cell.x(), cell.y(), side, side)
            if one.image is None:
                self._draw_text(painter, one, square, look)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side < 2 * FIELD)
                device.draw_pixels(painter, square, self._raster(one).image)
            if one.label is not None:
                stripe = QRectF(square.x(), square.bottom() - look.space(0.5), side, look.space(0.75))
                painter.fillRect(stripe, look.digit(one.label))
            current = i == self._at and self.hasFocus()
            if current or i == self._hover:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(look.accent if current else look.quiet)
                painter.drawRect(square.adjusted(-1, -1, 1, 1))
            line = QRectF(square.x(), square.bottom() + 2, self._step() - look.space(1), self._line())
            painter.setFont(number)
            painter.setPen(look.quiet)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, one.value)

    def _draw_text(self, painter: QPainter, one: Example, square: QRectF, look: Theme) -> None:
        painter.fillRect(square, look.card)
        parts = (*one.text.split("\n"), _WIDEST)
        painter.setFont(fitting(look.font(0.85, tabular=True), parts, square.width() - 4))
        painter.setPen(look.text)
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), one.text)

    def _raster(self, one: Example) -> Raster:
        if one.row not in self._rasters:
            raster = Raster(FIELD, FIELD)
            raster.words[:] = grey_table(theme().name)[one.image]
            self._rasters[one.row] = raster
        return self._rasters[one.row]

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name

    # -- the hand ----------------------------------------------------------------------------------

    def place_at(self, at: QPointF) -> int:
        """The place in the strip under a point, −1 for none."""
        i = int((at.x() - 2) // self._step())
        return i if 0 <= i < len(self.examples()) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lay it before the net."""
        i = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and i >= 0:
            self._at = i
            self._pick()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer."""
        self._set_hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is."""
        self._set_hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say more."""
        super().focusInEvent(event)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home, End; Enter picks."""
        key, last = Qt.Key(event.key()), len(self.examples()) - 1
        to = {
            Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }.get(key)  # fmt: skip
        if to is not None and last >= 0:
            self._at = min(max(to, 0), last)
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Where the value under the pointer comes from; arrows are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            i = self.place_at(QPointF(event.pos()))
            text = self._tell(self._examples[i].row) if i >= 0 else ""
            here = self._cell(i).toAlignedRect() if text else QRect()
            QToolTip.showText(event.globalPos(), text, self, here)
            return True
        wanted = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _pick(self) -> None:
        if 0 <= self._at < len(self._examples):
            self._describe()
            self.update()
            self.picked.emit(self._examples[self._at].row)

    def _set_hover(self, i: int) -> None:
        if i != self._hover:
            self._hover = i
            self.update()

    def _restyle(self) -> None:
        self._rasters.clear()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        """In full only while the keys are here: what a value comes from takes a pass through the net."""
        shown = self.examples()
        one = shown[self._at] if self._at < len(shown) else None
        if one is None:
            self.setAccessibleDescription(self._empty)
        else:
            self.setAccessibleDescription(self._tell(one.row) if self.hasFocus() else one.value)


def _nothing(_row: int) -> str:
    return ""
