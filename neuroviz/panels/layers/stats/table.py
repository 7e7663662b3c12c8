"""LayerTable: all layers of a net, a row each: small histograms, spread, norms, dead and saturated units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip

from neuroviz.nn import Net
from neuroviz.panels.layers.stats import words
from neuroviz.panels.layers.stats.bars import paint_bars
from neuroviz.sims.layer_tally import Tallied, Weighed
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.layer_names import layer_name, layer_size
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import Theme, theme, theme_changes

_NOTCH = 120
_HIGHEST = 3.2  # rows, in heights of the heading
_WEIGHTS = (4.3, 3.0, 3.0, 1.7, 3.0, 1.7, 2.6, 2.6)  # shares of the width, column by column
_NARROW = 165  # steps of 4 px: in a narrower table weights have no histogram, and norms no column
_LEFT_OUT = (4, 5)


@dataclass(frozen=True, eq=False)
class Row:
    """Layer i of a net: what was counted, and its weights. Words are made when they are seen or asked for."""

    net: Net
    i: int
    one: Tallied
    weights: Weighed | None


class LayerTable(Ringed):
    """Up, down, Page keys, Home and End choose a row, or a click; a wheel scrolls."""

    chosen = Signal(int)
    """This layer is wanted, 0 for the input."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._at = 0
        self._log = False
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        leave_out(self._bar)
        self._bar.valueChanged.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these layers, the input first."""
        self._rows = tuple(rows)
        self._fit()
        self._name()
        self.update()

    def set_layer(self, layer: int) -> None:
        """Mark the chosen one, and bring it into sight."""
        if layer != self._at:
            self._at = layer
            self._reveal()
            self._name()
            self.update()

    def set_log(self, log: bool) -> None:
        """Heights of bars as logarithms."""
        if log != self._log:
            self._log = log
            self.update()

    def row_at(self, y: float) -> int:
        """The layer at a height; −1 for none."""
        head = self._head()
        i = int((y - head + self._bar.value()) // self._high())
        return i if y >= head and 0 <= i < len(self._rows) else -1

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Headings, and the rows that are in sight."""
        look, high, head = theme(), self._high(), self._head()
        boxes = self._columns()
        painter.setFont(look.font(0.85))
        painter.setPen(look.quiet)
        metrics = painter.fontMetrics()
        for k, text in enumerate(self._heads()):
            if boxes[k] is not None:
                x, wide = boxes[k] or (0.0, 0.0)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(wide))
                painter.drawText(QRectF(x, 0, wide, head), _LEFT, shown)
        painter.setClipRect(QRectF(0, head, self.width(), self.height() - head))
        first = int(self._bar.value() // high)
        last = min(len(self._rows), int((self._bar.value() + self.height()) // high) + 1)
        for i in range(first, last):
            top = head + i * high - self._bar.value()
            self._paint_row(painter, i, QRectF(0, top, self.width(), high), look)

    def _paint_row(self, painter: QPainter, i: int, box: QRectF, look: Theme) -> None:
        row, boxes, here = self._rows[i], self._columns(), i == self._at
        if here:
            painter.fillRect(box, look.raised)
            painter.fillRect(QRectF(box.x(), box.y(), look.space(0.75), box.height()), look.accent)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.accent, look.stroke(2)))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        weight = QFont.Weight.DemiBold if here else QFont.Weight.Normal
        for k, text in enumerate(self._texts(row)):
            place = boxes[k]
            if place is None:
                continue
            cell = QRectF(place[0], box.y(), place[1], box.height())
            if k in (2, 4):
                counts = row.one.counts if k == 2 else row.weights.counts if row.weights is not None else None
                if counts is not None:
                    paint_bars(painter, cell.adjusted(0, 4, -4, -4), counts, look, log=self._log)
                    continue
            painter.setFont(look.font(0.85, weight, tabular=True))
            painter.setPen(self._colour(k, row, look))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(cell.width()))
            painter.drawText(cell, _LEFT, shown)

    @staticmethod
    def _colour(k: int, row: Row, look: Theme) -> QColor:
        """Numbers that are bad news stand out; their size says the same."""
        bad = (k == 6 and row.one.dead.mean() > 0.25) or (k == 7 and row.one.flat.mean() > 0.25)
        return (
            look.bad
            if bad or (k == 1 and row.one.counts.odd)
            else look.text
            if k in (0, 6, 7)
            else look.quiet
        )

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("layer"), self.tr("mean ± spread"), self.tr("activations"), "‖a‖", self.tr("weights"),
            "‖W‖", self.tr("dead"), self.tr("saturated"),
        )  # fmt: skip

    @staticmethod
    def _texts(row: Row) -> tuple[str, ...]:
        one, w = row.one, row.weights
        size = layer_size(row.net, row.i).replace(" ", "")
        name = f"{layer_name(row.net, row.i)}  ·  {size}"
        mean = f"{words.number(one.mean)} ± {words.number(one.spread)}"
        return (
            name, "NaN / ∞" if one.counts.odd else mean, "", words.number(one.norm),
            "–",
            words.number(w.norm) if w is not None else "–", f"{int(one.dead.sum()):,} / {one.n_units:,}",
            f"{int(one.flat.sum()):,} / {one.n_units:,}" if one.ends_known else "–",
        )  # fmt: skip

    # -- the hand ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        i = self.row_at(event.position().y())
        if i >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(i)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        self._bar.setValue(self._bar.value() - round(event.angleDelta().y() / _NOTCH * self._high()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose another row."""
        key, last = Qt.Key(event.key()), len(self._rows) - 1
        page = max(1, int(self.height() // self._high()) - 2)
        step = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -last, Qt.Key.Key_End: last,
        }.get(key)  # fmt: skip
        if step is None or not plain(event) or last < 0:
            super().keyPressEvent(event)
            return
        i = min(max(self._at + step, 0), last)
        if i != self._at:
            self.chosen.emit(i)

    def event(self, event: QEvent) -> bool:
        """Where the numbers of a row come from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(QPointF(event.pos()), event.globalPos())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scroll bar stays at the right."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a common net."""
        return QSize(theme().space(150), round(self._head() * 8))

    def minimumSizeHint(self) -> QSize:
        """A heading and three rows."""
        return QSize(theme().space(70), round(self._head() * 4))

    # -- inside ------------------------------------------------------------------------------------------

    def _tell(self, at: QPointF, on_screen: QPoint) -> None:
        i = self.row_at(at.y())
        row = self._rows[i]
        QToolTip.showText(on_screen, words.row_tip(row.net, i, row.one, row.weights) if i >= 0 else "", self)

    def _columns(self) -> tuple[tuple[float, float] | None, ...]:
        """Left edge and width of each column; None for one that has no room."""
        narrow = self.width() < theme().space(_NARROW)
        shown = [k for k in range(len(_WEIGHTS)) if not (narrow and k in _LEFT_OUT)]
        edge = float(theme().space(2.5))
        room = self.width() - edge - (self._bar.width() if self._bar.isVisible() else 0)
        whole, x = sum(_WEIGHTS[k] for k in shown), edge
        places: list[tuple[float, float] | None] = [None] * len(_WEIGHTS)
        for k in shown:
            wide = room * _WEIGHTS[k] / whole
            places[k] = (x, wide - theme().space(1.5))
            x += wide
        return tuple(places)

    def _head(self) -> float:
        """Height of the headings."""
        look = theme()
        return QFontMetricsF(look.font(0.85)).height() + look.space(2)

    def _high(self) -> float:
        """Height of a row: a few rows share what room there is, many scroll."""
        least = self._head()
        room = (self.height() - least) / max(1, len(self._rows))
        return min(max(room, least), _HIGHEST * least)

    def _fit(self) -> None:
        high = self._high()
        head = self._head()
        below = round(len(self._rows) * high + head) - self.height()
        self._bar.setRange(0, max(0, below))
        self._bar.setPageStep(max(1, round(self.height() - head)))
        self._bar.setSingleStep(round(high))
        self._bar.setVisible(below > 1)
        wide = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - wide, round(head), wide, max(1, self.height() - round(head)))
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _reveal(self) -> None:
        high = self._high()
        top, room = self._at * high, self.height() - self._head()
        if top < self._bar.value():
            self._bar.setValue(int(top))
        elif top + high > self._bar.value() + room:
            self._bar.setValue(round(top + high - room))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Layers"))
        if 0 <= self._at < len(self._rows):
            row = self._rows[self._at]
            heads, texts = self._heads(), self._texts(row)
            both = zip(heads, texts, strict=True)
            told = ", ".join(f"{head} {text}" for head, text in both if text)
            self.setAccessibleDescription(told)
        else:
            self.setAccessibleDescription("")

    def _restyle(self) -> None:
        self._fit()
        self.updateGeometry()
        self.update()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
