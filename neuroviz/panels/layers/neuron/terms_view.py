"""TermsView: a sum that builds up, one arrow a term, each beginning where the one before has ended."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.neuron import told
from neuroviz.panels.layers.neuron.names import factor, number, signed
from neuroviz.panels.layers.neuron.rows import Row
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import Theme, theme, theme_changes

_TIP_AGE_MS = 8000
_SMALL = 0.85
_KEY_STEP = 0.05  # of the largest weight in sight, for one press of an arrow
_LEAST = 1e-12


@dataclass(frozen=True)
class Columns:
    """Where things stand across, and how high a row is."""

    name: float
    formula: float
    left: float
    right: float
    row: float


class TermsView(Ringed):
    """Drag an arrow, and its weight changes; that of b changes the bias. Up and Down choose a row, Left and
    Right change it.

    `position` rows are built up; the others are faint. The scale is held while an arrow is dragged.
    """

    weighed = Signal(int, float)
    """A term is wanted with this weight; −1: the bias."""

    chosen = Signal(int)
    """The row of this term (−1: the bias) was turned to."""

    let_go = Signal()
    """A drag is over."""

    room_changed = Signal()
    """There is room for more rows, or for fewer."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._position, self._at = 0, 0
        self._key: tuple[str, int] | None = None  # of the row that was turned to
        self._hint = ""
        self._room = 0
        self._scale = (-1.0, 1.0)
        self._dragged: tuple[Row, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    @property
    def dragging(self) -> bool:
        """Whether a hand holds an arrow: rows must keep their places then."""
        return self._dragged is not None

    def set_rows(self, rows: tuple[Row, ...], position: int) -> None:
        """Show these, the first `position` of them built up; one more than there are: the sum as well."""
        self._rows, self._position = rows, position
        self._at = self._kept_at(rows)
        if self._dragged is None:
            self._scale = _scale(rows)
        self._describe()
        self.update()

    def drop(self) -> None:
        """What was dragged belongs to another neuron: the hand holds nothing any more."""
        self._dragged = None

    def set_hint(self, text: str) -> None:
        """What is written while there is no sum."""
        self._hint = text
        self.update()

    def room(self) -> int:
        """How many terms can be read under each other, beside others, bias and sum."""
        line = QFontMetricsF(theme().font(_SMALL)).height()
        return max(2, int(self.height() / line) - 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More terms can be told apart, or fewer."""
        super().resizeEvent(event)
        if self.room() != self._room:
            self._room = self.room()
            self.room_changed.emit()

    def row(self) -> Row | None:
        """The row that is turned to."""
        return self._rows[self._at] if self._rows else None

    def _kept_at(self, rows: tuple[Row, ...]) -> int:
        """Where the row is that was turned to: the largest at first, and the same one wherever it goes."""
        if self._key is None and rows:
            self._key = rows[0].key
        return next((i for i, row in enumerate(rows) if row.key == self._key), 0)

    def turn_to(self, key: tuple[str, int]) -> None:
        """Turn to the row of a term, silently, as soon as it is in sight."""
        self._key = key
        for i, row in enumerate(self._rows):
            if row.key == key:
                self._at = i
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a dozen rows."""
        return QSize(theme().space(110), theme().space(72))

    def minimumSizeHint(self) -> QSize:
        """The least in which arrows can be told apart."""
        return QSize(theme().space(50), theme().space(28))

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All rows, and the sum under them."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._rows:
            painter.setPen(look.quiet)
            painter.setFont(look.font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self._hint)
            return
        columns = self._columns(look)
        zero = self._x(0.0, columns)
        painter.setPen(QPen(look.line, look.stroke(1)))
        painter.drawLine(QPointF(zero, 0), QPointF(zero, self.height()))
        for i, row in enumerate(self._rows):
            self._paint_row(painter, i, row, columns, look)
        self._paint_sum(painter, columns, look)

    def _paint_row(self, painter: QPainter, i: int, row: Row, columns: Columns, look: Theme) -> None:
        top, built = i * columns.row, i < self._position
        place = QRectF(0, top, self.width(), columns.row)
        if i == self._position - 1 and self._position <= len(self._rows):
            painter.fillRect(place, look.raised)
        if i == self._at and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(1.5)))
            painter.drawRoundedRect(place.adjusted(1, 0.5, -1, -0.5), 3, 3)
        weight = QFont.Weight.DemiBold if row.was is not None else QFont.Weight.Normal
        size = look.font(_SMALL, weight, tabular=True)
        text = look.text if built else look.faint
        self._write(painter, QRectF(0, top, columns.name, columns.row), row.name, size, text, left=True)
        if columns.formula and row.kind == "term":
            words = _product(row)
            spot = QRectF(columns.name, top, columns.formula, columns.row)
            self._write(painter, spot, words, size, look.quiet if built else look.faint)
        spot = QRectF(columns.right, top, self.width() - columns.right - 4, columns.row)
        self._write(painter, spot, signed(row.amount), size, text)
        if row.was is not None:
            self._paint_arrow(painter, (row.start, row.start + row.was), top, columns, None)
        colour = _colour(row.amount, look)
        if not built:
            colour.setAlphaF(0.22)
        self._paint_arrow(painter, (row.start, row.end), top, columns, colour)
        if built and i + 1 < len(self._rows):
            x = self._x(row.end, columns)
            painter.setPen(QPen(look.quiet, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, top + columns.row * 0.8), QPointF(x, top + columns.row * 1.2))

    def _paint_arrow(
        self, painter: QPainter, ends: tuple[float, float], top: float, columns: Columns,
        colour: QColor | None,
    ) -> None:
        """From one value to another, with its head where it goes; no colour: only its outline."""
        x0, x1 = (self._x(end, columns) for end in ends)
        middle, half = top + columns.row / 2, min(columns.row * 0.32, 9.0 * theme().text_scale)
        painter.setPen(Qt.PenStyle.NoPen)
        if colour is None:
            painter.setPen(QPen(theme().quiet, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(colour)
        if abs(x1 - x0) < 1.5:
            painter.drawRect(QRectF(x0 - 0.75, middle - half, 1.5, 2 * half))
            return
        head = math.copysign(min(abs(x1 - x0), half), x1 - x0)
        points = [(x0, -half), (x1 - head, -half), (x1, 0.0), (x1 - head, half), (x0, half)]
        painter.drawPolygon(QPolygonF([QPointF(x, middle + y) for x, y in points]))

    def _paint_sum(self, painter: QPainter, columns: Columns, look: Theme) -> None:
        """The running sum: a line down from where it is, and its value."""
        done = min(self._position, len(self._rows))
        at = self._rows[done - 1].end if done else 0.0
        top, whole = len(self._rows) * columns.row, done == len(self._rows)
        x = self._x(at, columns)
        if done:
            painter.setPen(QPen(look.accent, look.stroke(1.5)))
            painter.drawLine(QPointF(x, (done - 0.5) * columns.row), QPointF(x, top + columns.row * 0.5))
        zero = self._x(0.0, columns)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent)
        half = min(columns.row * 0.22, 6.0 * look.text_scale)
        middle, wide = top + columns.row / 2, max(1.5, abs(x - zero))
        painter.drawRect(QRectF(min(x, zero), middle - half, wide, 2 * half))
        font = look.font(_SMALL, QFont.Weight.Bold, tabular=True)
        name = told.sum_name(whole=whole)
        self._write(painter, QRectF(0, top, columns.left - 4, columns.row), name, font, look.text, left=True)
        spot = QRectF(columns.right, top, self.width() - columns.right - 4, columns.row)
        self._write(painter, spot, number(at), font, look.text)

    @staticmethod
    def _write(
        painter: QPainter, place: QRectF, text: str, font: QFont, colour: QColor, *, left: bool = False
    ) -> None:
        inner = place.adjusted(4, 0, -4, 0)
        painter.setFont(fitting(font, (text,), inner.width(), inner.height()))
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)

    def _columns(self, look: Theme) -> Columns:
        metrics = QFontMetricsF(look.font(_SMALL, QFont.Weight.DemiBold, tabular=True))
        wide = float(self.width())
        name = min(max(metrics.horizontalAdvance(row.name) for row in self._rows) + 10, wide * 0.3)
        formula = max(metrics.horizontalAdvance(_product(row)) for row in self._rows) + 10
        value = metrics.horizontalAdvance("+00.00") + 10
        if wide - name - formula - value < wide * 0.3:
            formula = 0.0
        left = name + formula + 8
        return Columns(name, formula, left, wide - value, self.height() / (len(self._rows) + 1))

    def _x(self, value: float, columns: Columns) -> float:
        low, high = self._scale
        if not math.isfinite(value):
            value = 0.0
        share = (value - low) / (high - low)
        return columns.left + min(max(share, -0.02), 1.02) * (columns.right - columns.left)

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn to a row, and take its arrow."""
        row = self._row_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        self._turn(self._rows.index(row))
        if row.kind != "others":
            self._dragged = (row, event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the arrow's end, or tell the row under the mouse."""
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton:
            row, x = self._dragged
            columns, (low, high) = self._columns(theme()), self._scale
            by = (event.position().x() - x) * (high - low) / max(1.0, columns.right - columns.left)
            self._wish(row, by)
            return
        here = self._row_at(event.position())
        movable = here is not None and here.kind != "others"
        self.setCursor(Qt.CursorShape.SizeHorCursor if movable else Qt.CursorShape.ArrowCursor)
        text = "" if here is None else told.row(here)
        if self._rows and here is None:
            text = told.whole_sum(self._rows)
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go: the rows find their order and scale again."""
        self._dragged = None
        self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down: another row; Left and Right: another weight; Del: 0."""
        key, row = Qt.Key(event.key()), self.row()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or row is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._turn(min(max(self._at + by, 0), len(self._rows) - 1))
        elif row.kind == "others":
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = _KEY_STEP * max((abs(one.w) for one in self._rows), default=1.0) or _KEY_STEP
            self.weighed.emit(row.term, row.w + (step if key == Qt.Key.Key_Right else -step))
        elif key == Qt.Key.Key_Delete:
            self.weighed.emit(row.term, 0.0)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _wish(self, row: Row, by: float) -> None:
        """`by` more in the sum; an input of 0 adds nothing whatever its weight, so that goes by itself."""
        x = row.x if abs(row.x) > _LEAST and math.isfinite(row.x) else 1.0
        weight = row.w + by / x
        if math.isfinite(weight):
            self.weighed.emit(row.term, weight)

    def _turn(self, at: int) -> None:
        self._at, self._key = at, self._rows[at].key
        self._describe()
        self.update()
        row = self._rows[at]
        if row.kind != "others":
            self.chosen.emit(row.term)

    def _row_at(self, place: QPointF) -> Row | None:
        if not self._rows:
            return None
        at = int(place.y() * (len(self._rows) + 1) / max(1, self.height()))
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The sum, term by term"))
        row = self.row()
        self.setAccessibleDescription(self._hint if row is None else told.row(row))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _product(row: Row) -> str:
    return f"{factor(row.x)} × {factor(row.w)}" if row.kind == "term" else ""


def _colour(amount: float, look: Theme) -> QColor:
    return QColor(look.negative if amount < 0 else look.positive)


def _scale(rows: tuple[Row, ...]) -> tuple[float, float]:
    """All sums on the way, 0, and a little room at both ends."""
    ends = [end for row in rows for end in (row.start, row.end) if math.isfinite(end)]
    ends += [row.start + row.was for row in rows if row.was is not None and math.isfinite(row.was)]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    room = (high - low) * 0.06 or 1.0
    return low - room, high + room
