"""Plate: one picture of the page as a painted widget: signed pixels, ink, or bars, with its colour bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.panels.layers.why.figures import figure
from neuroviz.sims.scores import Floats
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import Raster, fade, picture, word_table
from neuroviz.ui.theme import Theme, theme, theme_changes

MOST_BARS = 24
"""More inputs than this, if they are no picture, are folded into rows of pixels."""

_CLIPPED = 0.99  # the few largest values take the last colour, or the rest would hardly be seen
_TIP_AGE_MS = 20_000
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, eq=False)
class Shown:
    """values (n,): None for nothing, then `note` says why. side: a square picture, 0 if it is none.

    ink: grey values 0..1; else signed values of which `scale` has the last colour.
    """

    values: Floats | None = None
    side: int = 0
    ink: bool = False
    scale: float = 1.0
    note: str = ""


def scale_of(*maps: Floats | None) -> float:
    """The size at which the last colour is reached: 99 % of what is not 0 is smaller. 0 if all is."""
    sizes = np.concatenate([np.abs(m[np.isfinite(m) & (m != 0)]) for m in maps if m is not None] or [[]])
    return float(np.quantile(sizes, _CLIPPED)) if sizes.size else 0.0


class Plate(Ringed):
    """The mouse, or the arrow keys, point at an input; a click, or Enter, asks for it large."""

    opened = Signal()
    pointed = Signal(int)
    """The input under the mouse or under the keyboard's mark; −1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._raster: Raster | None = None
        self._mark = -1
        self._tell: Callable[[int], str] = lambda _i: ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_changes.changed.connect(self._restyle)

    def set_teller(self, tell: Callable[[int], str]) -> None:
        """What is said of input i: its formula, with the numbers."""
        self._tell = tell

    def show_values(self, shown: Shown) -> None:
        """Paint this from now on."""
        self._shown, self._raster = shown, None
        if shown.values is None or self._mark >= len(shown.values):
            self._mark = -1
        self.update()

    @property
    def shown(self) -> Shown:
        """What is painted."""
        return self._shown

    def set_mark(self, i: int) -> None:
        """Mark an input, silently; −1 for none."""
        n = 0 if self._shown.values is None else len(self._shown.values)
        i = i if i < n else -1
        if i != self._mark:
            self._mark = i
            self.update()

    # -- where things are --------------------------------------------------------------------------

    def shape(self) -> tuple[int, int]:
        """Rows and columns of cells."""
        values, side = self._shown.values, self._shown.side
        n = 0 if values is None else len(values)
        if side:
            return side, side
        if n <= MOST_BARS:
            return 1, max(n, 1)
        columns = int(np.ceil(np.sqrt(n)))
        return -(-n // columns), columns

    @property
    def bars(self) -> bool:
        """Whether the inputs are few, and shown as bars."""
        return self._shown.side == 0 and self.shape()[0] == 1

    def height_for(self, width: int) -> int:
        """The height at which square cells fill this width; pictures beside each other get the same."""
        return round(width + self._line() + theme().space(2)) // 4 * 4

    def _line(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height()

    def field(self) -> QRectF:
        """The cells, above the colour bar."""
        high = self.height() - self._line() - theme().space(2) - 4
        wide = self.width() - 6.0
        rows, columns = self.shape()
        if self.bars:
            return QRectF(3, 2, wide, max(high - self._line(), 1))
        cell = max(min(wide / columns, high / rows), 0.5)
        if cell >= 2:
            cell = float(int(cell * 2)) / 2
        return QRectF(round((self.width() - cell * columns) / 2), 2, cell * columns, cell * rows)

    def cell(self, i: int) -> QRectF:
        """Where input i lies."""
        field, (rows, columns) = self.field(), self.shape()
        row, column = divmod(i, columns)
        wide, high = field.width() / columns, field.height() / rows
        return QRectF(field.x() + column * wide, field.y() + row * high, wide, high)

    def at(self, place: QPointF) -> int:
        """The input at a place; −1 for none."""
        field, (rows, columns) = self.field(), self.shape()
        values = self._shown.values
        if values is None or not field.contains(place):
            return -1
        row = min(int((place.y() - field.y()) / field.height() * rows), rows - 1)
        column = min(int((place.x() - field.x()) / field.width() * columns), columns - 1)
        i = row * columns + column
        return i if i < len(values) else -1

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The cells, the colour bar, the mark, the ring."""
        look, shown = theme(), self._shown
        if shown.values is None:
            painter.setPen(look.quiet)
            painter.setFont(look.font(0.85))
            flags = _CENTRE | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()).adjusted(6, 0, -6, 0), flags, shown.note)
        else:
            if self.bars:
                self._paint_bars(painter, shown.values, look)
            else:
                self._paint_cells(painter, shown.values, look)
            self._paint_scale(painter, look)
            self._paint_mark(painter, look)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(1.5)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_cells(self, painter: QPainter, values: Floats, look: Theme) -> None:
        rows, columns = self.shape()
        if self._raster is None:
            full = np.full(rows * columns, np.nan, np.float32)
            with np.errstate(over="ignore"):  # a scale may be so small that its inverse is beyond all limits
                full[: len(values)] = values if self._shown.ink else values / (self._shown.scale or 1.0)
            table = _strip(look, self._shown.ink).words[0]
            low = 0.0 if self._shown.ink else -1.0
            self._raster = picture(full.reshape(rows, columns), table, low)
        field = self.field()
        painter.fillRect(field.adjusted(-1, -1, 1, 1), look.line)
        painter.fillRect(field, look.card)
        device.draw_pixels(painter, field, self._raster.image)

    def _paint_bars(self, painter: QPainter, values: Floats, look: Theme) -> None:
        field = self.field()
        zero, half = field.center().y(), field.height() / 2
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QPointF(field.left(), zero), QPointF(field.right(), zero))
        painter.setFont(look.font(0.85))
        for i, value in enumerate(values):
            cell = self.cell(i)
            painter.setPen(look.quiet)
            name = QRectF(cell.x() - 20, field.bottom(), cell.width() + 40, self._line())
            if cell.width() >= self._line() * 1.2 or i == 0:
                painter.drawText(name, _CENTRE, subscript(i))
            if not np.isfinite(value):
                continue
            share = float(np.clip(value / (self._shown.scale or 1.0), -1, 1))
            colour = look.positive if value > 0 else look.negative
            wide = min(cell.width() * 0.6, look.space(10))
            bar = QRectF(cell.center().x() - wide / 2, zero, wide, -share * half).normalized()
            painter.fillRect(bar, colour)
            if cell.width() >= self._line() * 3:  # on the side of zero where there is no bar
                painter.setPen(look.text)
                name.moveTop(zero if value >= 0 else zero - self._line())
                painter.drawText(name, _CENTRE, figure(float(value), plus=True))

    def _paint_scale(self, painter: QPainter, look: Theme) -> None:
        """The colour bar: its ends and its middle with their numbers."""
        field, shown = self.field(), self._shown
        below = field.bottom() + (self._line() if self.bars else 0)
        place = QRectF(field.x(), below + look.space(0.75), field.width(), self._line())
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        ends = ("0", "1") if shown.ink else (figure(-shown.scale), figure(shown.scale, plus=True))
        metrics = QFontMetricsF(painter.font())
        widths = [metrics.horizontalAdvance(text) + look.space(1) for text in ends]
        left, right = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignRight)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place, left | middle, ends[0])
        painter.drawText(place, right | middle, ends[1])
        if self.bars:
            return
        strip = place.adjusted(widths[0], place.height() * 0.3, -widths[1], -place.height() * 0.3)
        if strip.width() > 8:
            painter.fillRect(strip.adjusted(-1, -1, 1, 1), look.line)
            painter.drawImage(strip, _strip(look, shown.ink).image)

    def _paint_mark(self, painter: QPainter, look: Theme) -> None:
        if self._mark < 0:
            return
        frame = self.cell(self._mark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.window, 3))
        painter.drawRect(frame)
        painter.setPen(QPen(look.accent, 1.5))
        painter.drawRect(frame)

    # -- events ------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at an input, and say its formula."""
        i = self.at(event.position())
        self._point(i, event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Large, please."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer."""
        self._point(-1, None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard points elsewhere."""
        super().focusOutEvent(event)
        self._point(-1, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the inputs, Enter asks for the large picture."""
        values = self._shown.values
        columns = self.shape()[1]
        by = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if plain(event) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain(event) and by is not None and values is not None:
            known = np.nan_to_num(np.abs(values))
            i = self._mark + by if self._mark >= 0 else int(known.argmax())
            if 0 <= i < len(values):
                self._point(i, self.mapToGlobal(self.cell(i).bottomRight().toPoint()))
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A picture in which single pixels can be told apart."""
        return QSize(theme().space(36), theme().space(40))

    def minimumSizeHint(self) -> QSize:
        """The least."""
        return QSize(theme().space(22), theme().space(24))

    def _point(self, i: int, where: QPoint | None) -> None:
        self.set_mark(i)
        self.pointed.emit(i)
        text = self._tell(i) if i >= 0 else ""
        if text and where is not None:
            QToolTip.showText(where, text, self, self.rect(), _TIP_AGE_MS)
        else:
            QToolTip.hideText()

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()


_strips: dict[tuple[str, bool], Raster] = {}


def _strip(look: Theme, ink: bool) -> Raster:
    """All colours of a theme's map in a row: paper to ink, or −1 to 1. Made once."""
    if (look.name, ink) not in _strips:
        table = fade(look.card, look.ink) if ink else word_table(look.signed, -1.0)
        made = _strips[look.name, ink] = Raster(1, len(table))
        made.words[0] = table
    return _strips[look.name, ink]


def subscript(i: int) -> str:
    """x₁, x₂, …"""
    return "x" + "".join("₀₁₂₃₄₅₆₇₈₉"[int(digit)] for digit in str(i + 1))
