"""The cells of a sheet of pictures: where each one stands, what is written under it, how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from neuroviz.ui.images import Raster, Words
from neuroviz.ui.theme import Theme

FIELD = 28
_PITCH = FIELD + 2  # pictures of a row lie apart in their raster, so that smooth scaling mixes no neighbours

MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
"""The keys that lead from one picture to another."""

Mark = Literal["", "right", "wrong", "unlike"]


@dataclass(frozen=True)
class Caption:
    """What is written under a picture.

    text, second: one line each; colour: a class whose colour underlines the picture; mark: a sign in its
    corner; tip: what hovering tells, the two lines if empty.
    """

    text: str = ""
    second: str = ""
    colour: int | None = None
    mark: Mark = ""
    tip: str = ""

    @property
    def spoken(self) -> str:
        """The tooltip, and what a screen reader says."""
        return self.tip or ", ".join(line for line in (self.text, self.second) if line)


@dataclass(frozen=True)
class Grid:
    """`n` cells in reading order, `columns` to a row, each `across` x `down` pixels with a picture on top."""

    n: int
    columns: int
    across: float
    down: float
    side: int
    edge: float

    @property
    def rows(self) -> int:
        """How many rows there are, the last one perhaps not full."""
        return ceil(self.n / self.columns)

    @property
    def height(self) -> int:
        """Pixels from the first row's top to the last row's bottom."""
        return ceil(self.rows * self.down + self.edge)

    def cell(self, i: int) -> QRectF:
        """All that belongs to one item, in the sheet's own pixels (before scrolling)."""
        row, column = divmod(i, self.columns)
        return QRectF(column * self.across, self.edge / 2 + row * self.down, self.across, self.down)

    def picture(self, i: int) -> QRectF:
        """The square of its picture."""
        cell = self.cell(i)
        left = round(cell.x() + (cell.width() - self.side) / 2)
        return QRectF(left, round(cell.y() + self.edge / 2), self.side, self.side)

    def at(self, x: float, y: float) -> int:
        """The item at a place in the sheet, −1 where there is none."""
        column, row = int(x // self.across), int((y - self.edge / 2) // self.down)
        i = row * self.columns + column
        return i if 0 <= column < self.columns and row >= 0 and i < self.n else -1

    def seen(self, top: float, height: float) -> range:
        """The items of every row that shows in `height` pixels from `top` on."""
        first = max(0, int((top - self.edge / 2) // self.down))
        last = int((top + height - self.edge / 2) // self.down) + 1
        return range(min(first * self.columns, self.n), min(last * self.columns, self.n))

    def after(self, i: int, key: Qt.Key, page: int) -> int:
        """Where one of MOVES leads from item `i`, with `page` rows in sight; there are items."""
        last = self.n - 1
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else last
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return min(max(i + (1 if key == Qt.Key.Key_Right else -1), 0), last)
        rows = 1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) else page
        down = key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
        row, column = divmod(i, self.columns)
        row = min(max(row + (rows if down else -rows), 0), self.rows - 1)
        return min(row * self.columns + column, last)


def measured(captions: Sequence[Caption], look: Theme) -> tuple[float, int]:
    """The widest line of some captions in pixels, so that nothing jumps while scrolling, and their lines."""
    metrics = QFontMetricsF(look.font(0.85, QFont.Weight.DemiBold, tabular=True))
    texts = [text for one in captions for text in (one.text, one.second)]
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    return widest, max(((2 if one.second else 1 if one.text else 0) for one in captions), default=0)


def laid_out(n: int, width: float, side: int, words: float, lines: int, look: Theme) -> Grid:
    """The grid for `n` pictures of `side` pixels over `lines` lines of text, the widest `words` pixels."""
    gap = look.space(2)
    least = max(float(side), words) + gap
    columns = max(1, int(width // least))
    line = QFontMetricsF(look.font(0.85)).height()
    return Grid(n, columns, width / columns, side + lines * line + gap + look.space(2.5), side, float(gap))


def row_raster(images: NDArray[np.uint8], table: Words) -> Raster:
    """Pictures (n, 28, 28) side by side; `source(k)` is where the k-th lies."""
    raster = Raster(FIELD, _PITCH * max(1, len(images)))
    raster.words[:] = table[0]
    for k, image in enumerate(images):
        raster.words[:, k * _PITCH + 1 : k * _PITCH + 1 + FIELD] = table[image]
    return raster


def source(k: int) -> QRectF:
    """The k-th picture of a row's raster."""
    return QRectF(k * _PITCH + 1, 0, FIELD, FIELD)


def paint_empty(painter: QPainter, box: QRectF, words: str, look: Theme, *, focused: bool) -> None:
    """The sentence in the middle of a sheet without pictures."""
    painter.setFont(look.font())
    painter.setPen(look.quiet)
    edge = look.space(4)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(box.adjusted(edge, edge, -edge, -edge), int(flags), words)
    if focused:
        painter.fillRect(QRectF(0, 0, box.width(), 2), look.accent)


def paint_frame(painter: QPainter, square: QRectF, look: Theme, *, current: bool, focused: bool) -> None:
    """The ring round the current picture, stronger while the keys go there, or a hairline round another."""
    if not current:
        painter.fillRect(square.adjusted(-1, -1, 1, 1), look.line)
        return
    wide = look.stroke(3 if focused else 2)
    painter.fillRect(square.adjusted(-wide, -wide, wide, wide), look.accent if focused else look.quiet)


def paint_caption(
    painter: QPainter, cell: QRectF, square: QRectF, caption: Caption, look: Theme, *, current: bool
) -> None:
    """Underline, sign, and the lines under the picture."""
    if caption.colour is not None:
        thick = max(2.0, look.space(0.75))
        stripe = QRectF(square.x(), square.bottom() + 1, square.width(), thick)
        painter.fillRect(stripe, look.digit(caption.colour))
    if caption.mark:
        paint_mark(painter, _corner(square), caption.mark, look)
    weight = QFont.Weight.DemiBold if current else QFont.Weight.Normal
    painter.setFont(look.font(0.85, weight, tabular=True))
    metrics = painter.fontMetrics()
    y = square.bottom() + look.space(1.5)
    for text, colour in ((caption.text, look.text), (caption.second, look.quiet)):
        if text:
            painter.setPen(colour)
            line = QRectF(cell.x(), y, cell.width(), metrics.height())
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(cell.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
        y += metrics.height()


def _corner(square: QRectF) -> QRectF:
    side = max(square.width() / 4.2, min(9.0, square.width() / 3))
    return QRectF(square.right() - side, square.top(), side, side)


def mark_colour(mark: Mark, look: Theme) -> QColor:
    """The colour of a sign; its shape says the same."""
    return {"right": look.good, "wrong": look.bad, "unlike": look.warn}.get(mark, look.quiet)


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, look: Theme) -> None:
    """✓, ✗ or ≠, drawn as lines, because not every font has them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, look.card)
    x, y, s = box.x(), box.y(), box.width()

    def at(u: float, v: float) -> QPointF:
        return QPointF(x + u * s, y + v * s)

    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(mark_colour(mark, look), max(1.5, s / 8), Qt.PenStyle.SolidLine, _ROUND, _JOIN))
    if mark == "right":
        painter.drawPolyline(QPolygonF([at(0.2, 0.55), at(0.42, 0.76), at(0.8, 0.26)]))
    elif mark == "wrong":
        painter.drawLines([QLineF(at(0.25, 0.25), at(0.75, 0.75)), QLineF(at(0.75, 0.25), at(0.25, 0.75))])
    elif mark == "unlike":
        level = [QLineF(at(0.2, v), at(0.8, v)) for v in (0.4, 0.62)]
        painter.drawLines([*level, QLineF(at(0.34, 0.82), at(0.66, 0.2))])
    painter.restore()


_ROUND = Qt.PenCapStyle.RoundCap
_JOIN = Qt.PenJoinStyle.RoundJoin
