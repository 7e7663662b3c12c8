"""ConfusionMatrix: what each class was taken for, as counts that lead to their examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.data.scores import precision, recall
from neuroviz.ui.confusion_words import ALL, sentence
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import Theme, theme, theme_changes

__all__ = ["ALL", "Cell", "ConfusionMatrix", "Counts", "Places"]

Counts = NDArray[np.int64]
Cell = tuple[int, int]

_DIGITS = 10
_NARROWER = 1.5  # times its cell may a share be wide, as small as it can be written
_SMALL = 0.7  # of their size that names may be brought down to
_LONGEST = 0.28  # of the width that the names of rows may take
_READABLE = 8  # steps of the theme's space: sides of a cell that three digits can be read in
_NARROW = 6  # steps of the theme's space: narrower cells leave no room for shares beside them
_STEPS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


@dataclass(frozen=True)
class Places:
    """Where the table of n by n stands: its first cell's corner, a cell's sides, the widths of the rows'
    headings and of shares, the height of the columns' headings.
    """

    x: float
    y: float
    wide: float
    high: float
    heading: float
    share: float
    above: float
    n: int = _DIGITS

    def cell(self, cell: Cell) -> QRectF:
        """A cell; ALL is the heading before the first."""
        row, column = cell
        x = self.x + column * self.wide if column >= 0 else self.x - self.heading
        y = self.y + row * self.high if row >= 0 else self.y - self.above
        return QRectF(
            x, y, self.wide if column >= 0 else self.heading, self.high if row >= 0 else self.above
        )

    def at(self, place: QPointF) -> Cell | None:
        """The cell under a point, headings and shares included; None beside the table."""
        column, row = (place.x() - self.x) / self.wide, (place.y() - self.y) / self.high
        if not self.x - self.heading <= place.x() < self.x + self.n * self.wide + self.share:
            return None
        if not self.y - self.above <= place.y() or row >= self.n + 1:
            return None
        return (
            int(row) if 0 <= row < self.n else ALL,
            int(column) if 0 <= column < self.n else ALL,
        )


class ConfusionMatrix(QWidget):
    """Rows are what an example is, columns what it was taken for; beside and below, recall and precision.
    Ten digits, if no other classes are named.

    Arrows move a cursor, Enter or a click picks; headings stand for a whole row or column of mistakes.
    """

    picked = Signal(int, int)
    """A cell (what it is, what it was taken for), either may be ALL."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self._names: tuple[str, ...] | None = None
        self._selected: Cell | None = None
        self._cursor: Cell = (ALL, ALL)
        self._hover: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.update)
        self._describe()

    @property
    def n(self) -> int:
        """Classes."""
        return _DIGITS if self._names is None else len(self._names)

    def set_classes(self, names: Sequence[str] | None) -> None:
        """Name the classes, in the data's own words; None for the ten digits. Nothing is counted any more."""
        if names is not None and not names:
            raise ValueError("a table of no classes")
        self._names = None if names is None else tuple(names)
        self._counts, self._selected, self._hover, self._cursor = None, None, None, (ALL, ALL)
        self._describe()
        self.update()

    def set_counts(self, counts: Counts | None) -> None:
        """Show (n, n) counts; None while nothing is judged. ValueError for another shape."""
        if counts is not None and counts.shape != (self.n, self.n):
            raise ValueError(f"a matrix of shape {counts.shape}")
        self._counts = None if counts is None else counts.copy()
        self._describe()
        self.update()

    def set_selected(self, cell: Cell | None) -> None:
        """Mark a cell as the one whose pictures are shown."""
        self._selected = cell
        if cell is not None:
            self._cursor = cell
        self._describe()
        self.update()

    def selected(self) -> Cell | None:
        """The cell that is marked."""
        return self._selected

    def told(self, cell: Cell) -> str:
        """One sentence on a cell, a row, a column or the whole."""
        if self._counts is None:
            return self.tr("Nothing is judged yet.")
        return sentence(self._counts, cell, self._names)

    # -- paint -------------------------------------------------------------------------------------------

    def places(self) -> Places:
        """Where everything stands at the present size."""
        look = theme()
        line = QFontMetricsF(look.font(0.85)).height()
        title = line + look.space(0.5)
        share = QFontMetricsF(look.font(0.85, tabular=True)).horizontalAdvance("100.0") + look.space(1)
        heading = self._widest_name(look)
        above = (self.height() - title - 2) / (self.n + 2)
        wide = (self.width() - title - heading - share - 2) / self.n
        if self._stand_upright(wide, look):
            above = min(self._longest(look) + look.space(1), 0.25 * self.height())
        high = (self.height() - title - 2 - above) / (self.n + 1)
        if wide < look.space(_NARROW):  # too narrow for the shares: the counts come first
            share, wide = 0.0, wide + share / self.n
        if self._names is None:
            wide = min(wide, high * 1.6)
        else:  # square, once a count can be read in them
            wide = min(wide, max(high, min(high * 1.6, look.space(_READABLE))))
            high = min(high, max(wide, look.space(_READABLE)))
            above = min(above, max(high, self._longest(look) + look.space(1)))
        if share > _NARROWER * wide:  # below the columns they would run into each other
            share = 0.0
        sides = max(wide, 1.0), max(high, 1.0)
        spare = 0.0 if self._names is None else self.width() - title - heading - share - 2 - self.n * sides[0]
        x = title + heading + max(0.0, spare / 2)
        return Places(x, title + above, *sides, heading, share, above, self.n)

    def _stand_upright(self, wide: float, look: Theme) -> bool:
        """Whether the columns' names would have to be too small beside each other."""
        return self._names is not None and _SMALL * self._longest(look) > wide

    def _longest(self, look: Theme) -> float:
        metrics = QFontMetricsF(look.font(0.85, tabular=True))
        return max((metrics.horizontalAdvance(name) for name in self._names or ()), default=0.0)

    def _widest_name(self, look: Theme) -> float:
        if self._names is None:
            return float(look.space(5))
        return min(max(self._longest(look) + look.space(2), look.space(5)), _LONGEST * self.width())

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Axes, cells, shares, cursor."""
        look, places = theme(), self.places()
        self._paint_titles(painter, places, look)
        focus = self._hover or (self._cursor if self.hasFocus() else self._selected)
        for i in range(self.n):
            self._paint_heading(painter, places, i, focus, look)
        if self._counts is not None:
            self._paint_cells(painter, places, self._counts, look)
            self._paint_shares(painter, places, self._counts, look)
        self._paint_rings(painter, places, look)

    def _paint_titles(self, painter: QPainter, places: Places, look: Theme) -> None:
        painter.setFont(look.font(0.85))
        painter.setPen(look.quiet)
        line = painter.fontMetrics().height()
        across = QRectF(places.x, 0, self.n * places.wide, line)
        painter.drawText(across, _CENTRE, self.tr("taken for"))
        painter.save()
        painter.translate(places.x - places.heading - line, places.y + self.n * places.high)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, self.n * places.high, line), _CENTRE, self.tr("is"))
        painter.restore()

    def _paint_heading(self, painter: QPainter, places: Places, i: int, at: Cell | None, look: Theme) -> None:
        for axis, cell in enumerate(((i, ALL), (ALL, i))):
            box = places.cell(cell)
            here = at is not None and at[axis] == i
            if here:
                painter.fillRect(box, look.raised)
            weight = QFont.Weight.Bold if here else QFont.Weight.Normal
            painter.setPen(look.digit(i))
            if self._names is None:
                font = look.font(1.0, weight, tabular=True)
                painter.setFont(fitting(font, ("0",), box.width(), box.height()))
                painter.drawText(box, _CENTRE, str(i))
            else:
                painter.setFont(look.font(0.85, weight, tabular=True))
                upright = axis == 1 and self._stand_upright(places.wide, look)
                _paint_name(painter, box, self._names[i], upright=upright)

    def _paint_cells(self, painter: QPainter, places: Places, counts: Counts, look: Theme) -> None:
        wrong = counts.copy()
        np.fill_diagonal(wrong, 0)
        fills = look.magnitude(np.sqrt(wrong / max(1, int(wrong.max()))))
        box = places.cell((0, 0))
        widest = f"{int(counts.max())}"
        small = fitting(look.font(0.85, tabular=True), (widest,), box.width() - 2, box.height())
        font = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
        large = fitting(font, (f"{int(wrong.max())}",), box.width() - 2, box.height())
        for row in range(self.n):
            for column in range(self.n):
                box = places.cell((row, column)).adjusted(0.5, 0.5, -0.5, -0.5)
                n = int(counts[row, column])
                fill = look.raised if row == column else QColor(*(int(c) for c in fills[row, column]))
                painter.fillRect(box, fill)
                if n:
                    painter.setFont(small if row == column else large)
                    painter.setPen(look.quiet if row == column else _readable(fill))
                    painter.drawText(box, _CENTRE, f"{n}")

    def _paint_shares(self, painter: QPainter, places: Places, counts: Counts, look: Theme) -> None:
        """Recall at the right, precision below, in percent; nothing where there is no room for them."""
        if not places.share:
            return
        right, below = recall(counts), precision(counts)
        least = min(places.wide, places.share) - 2
        painter.setFont(fitting(look.font(0.85, tabular=True), ("99.9",), least, places.high))
        painter.setPen(look.quiet)
        for i in range(self.n):
            side = places.cell((i, self.n - 1)).translated(places.wide, 0)
            side.setWidth(places.share)
            under = places.cell((self.n - 1, i)).translated(0, places.high)
            for box, share in ((side, right[i]), (under, below[i])):
                if not np.isnan(share):
                    painter.drawText(box, _CENTRE, _short(float(share)))

    def _paint_rings(self, painter: QPainter, places: Places, look: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if look.tokens.stroke > 1:  # cells that are nearly black end somewhere
            painter.setPen(QPen(look.line, look.stroke(0.75)))
            painter.drawRect(_span(places, (ALL, ALL)))
        if self._hover is not None:
            painter.setPen(QPen(look.quiet, look.stroke(1)))
            painter.drawRect(_span(places, self._hover))
        if self._selected is not None:
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(_span(places, self._selected))
        if self.hasFocus():
            painter.setPen(QPen(look.accent, look.stroke(2), Qt.PenStyle.DotLine))
            painter.drawRect(_span(places, self._cursor).adjusted(2, 2, -2, -2))

    # -- the hand ----------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row and column under the pointer stand out."""
        self._set_hover(self.places().at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """They rest."""
        self._set_hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        cell = self.places().at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pick(cell)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, Enter picks."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            down, right = _STEPS[key]
            row, column = self._cursor[0] + down, self._cursor[1] + right
            self._cursor = (min(max(row, ALL), self.n - 1), min(max(column, ALL), self.n - 1))
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._cursor)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The sentence of the cell under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._describe()
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        places = self.places()
        cell = places.at(QPointF(at))
        box = QRect() if cell is None else _span(places, cell).toAlignedRect()
        QToolTip.showText(on_screen, "" if cell is None else self.told(cell), self, box)

    def _pick(self, cell: Cell) -> None:
        self.set_selected(cell)
        self.picked.emit(*cell)

    def _set_hover(self, cell: Cell | None) -> None:
        if cell != self._hover:
            self._hover = cell
            self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Confusion matrix"))
        cell = self._cursor if self.hasFocus() else self._selected
        self.setAccessibleDescription(self.told(cell or (ALL, ALL)))

    def sizeHint(self) -> QSize:
        """Cells in which three digits can be read."""
        return QSize(theme().space(90), theme().space(80))

    def minimumSizeHint(self) -> QSize:
        """The smallest that can be read."""
        return QSize(theme().space(60), theme().space(48))


_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


def _span(places: Places, cell: Cell) -> QRectF:
    """What a cell's ring goes round: one cell, or its whole row, column or table."""
    row, column = cell
    first = places.cell((max(row, 0), max(column, 0)))
    last = places.cell((row if row >= 0 else places.n - 1, column if column >= 0 else places.n - 1))
    return first.united(last)


def _readable(fill: QColor) -> QColor:
    """Dark or bright words, whichever can be read on `fill`."""
    return QColor("#101216") if fill.lightnessF() > 0.5 else QColor("#F4F6FA")


def _short(share: float) -> str:
    """A share in percent without its sign: 99.4, and 100 only if all of them."""
    text = f"{100 * share:.1f}"
    return "100" if share == 1.0 else "99.9" if text == "100.0" else text


def _paint_name(painter: QPainter, box: QRectF, name: str, *, upright: bool) -> None:
    """A class's name, cut short where it is too long; upright it is read from below."""
    metrics = QFontMetricsF(painter.font())
    painter.save()
    if upright:
        painter.translate(box.left(), box.bottom())
        painter.rotate(-90)
        box = QRectF(3, 0, box.height() - 6, box.width())
    smaller = fitting(painter.font(), (name,), box.width(), box.height())
    painter.setFont(smaller)
    metrics = QFontMetricsF(smaller)
    where = Qt.AlignmentFlag.AlignLeft if upright else Qt.AlignmentFlag.AlignHCenter
    flags = int(where | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
    painter.drawText(box, flags, metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() + 1))
    painter.restore()
