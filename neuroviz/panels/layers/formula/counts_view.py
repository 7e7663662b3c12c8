"""CountsView: what a formula consists of, layer by layer in a table, and how many pages it would fill."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QVBoxLayout, QWidget

from neuroviz.panels.layers.formula import words
from neuroviz.sims.formula_counts import Count, LayerCount
from neuroviz.ui.errors import painted
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST = 14  # layers in the table; of more the first and the last are shown
_SCALES = (2.0, 1.6, 1.25, 1.0)
_COLUMNS = ("parameters", "multiplications", "additions", "functions", "terms", "full")

Row = LayerCount | int
"""A layer, or so many that are left out."""


class CountsView(QWidget):
    """The table, which scrolls where it must."""

    def __init__(self) -> None:
        super().__init__()
        self.table = CountsTable()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A short table is written as large as there is room for."""
        super().resizeEvent(event)
        self.table.fit(self.size())


class CountsTable(QWidget):
    """Rows of layers, their sum, and two sentences."""

    def __init__(self) -> None:
        super().__init__()
        self._count: Count | None = None
        self._room, self._scale = QSize(), 1.0
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_count(self, count: Count) -> None:
        """Show these counts."""
        if count is not self._count:
            self._count = count
            self._restyle()
            self._describe()

    def fit(self, room: QSize) -> None:
        """Write it as large as fits into this room; where nothing does, at its usual size."""
        self._room, before = room, self._scale
        self._scale = next((one for one in _SCALES if self._fits(one)), 1.0)
        if self._scale != before:
            self.update()

    def _fits(self, scale: float) -> bool:
        if self._count is None:
            return False
        needs = self._needs(scale)
        return needs.width() <= self._room.width() and needs.height() <= self._room.height()

    def rows(self) -> list[Row]:
        """The layers that are shown."""
        if self._count is None:
            return []
        layers = self._count.layers
        if len(layers) <= _MOST:
            return list(layers)
        half = _MOST // 2
        return [*layers[:half], len(layers) - 2 * half, *layers[-half:]]

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Heads, rows, sums, sentences."""
        if self._count is None:
            return
        look, line = theme(), self._line()
        places = self._places(look)
        y = float(look.space(1))
        painter.setFont(look.font(0.85 * self._scale))
        painter.setPen(look.quiet)
        for name, (left, wide) in zip(("", *_COLUMNS), places, strict=True):
            self._write(painter, QRectF(left, y, wide, line), words.column(name), right=name != "")
        y += line
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QPointF(places[0][0], y), QPointF(places[-1][0] + places[-1][1], y))
        for row in self.rows():
            painter.setFont(look.font(self._scale, tabular=True))
            self._paint_row(painter, row, places, y)
            y += line
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QPointF(places[0][0], y), QPointF(places[-1][0] + places[-1][1], y))
        painter.setFont(look.font(self._scale, QFont.Weight.DemiBold, tabular=True))
        self._paint_row(painter, self._count.total, places, y)
        y += line * 1.35
        painter.setFont(look.font(self._scale))
        painter.setPen(look.text)
        text = words.length(self._count)
        area = QRectF(places[0][0], y, self.width() - 2 * places[0][0], self.height() - y)
        painter.drawText(area, int(_PROSE), text)

    def _paint_row(self, painter: QPainter, row: Row, places: list[tuple[float, float]], y: float) -> None:
        look, line = theme(), self._line()
        cells = [QRectF(left, y, wide, line) for left, wide in places]
        if isinstance(row, int):
            painter.setPen(look.quiet)
            self._write(painter, cells[0].united(cells[-1]), words.left_out(row), right=False)
            return
        painter.setPen(look.text)
        self._write(painter, cells[0], words.layer(row), right=False)
        for name, cell in zip(_COLUMNS, cells[1:], strict=True):
            text = _text(row, name)
            painter.setPen(look.quiet if text == "–" else look.text)
            self._write(painter, cell, text, right=True)

    @staticmethod
    def _write(painter: QPainter, cell: QRectF, text: str, *, right: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(cell, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _places(self, look: Theme) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        margin, gap = look.space(3), look.space(2.5)
        small = QFontMetricsF(look.font(0.85 * self._scale))
        body = QFontMetricsF(look.font(self._scale, QFont.Weight.DemiBold, tabular=True))
        assert self._count is not None
        widths = [
            max(
                small.horizontalAdvance(words.column(name)),
                *(
                    body.horizontalAdvance(_text(row, name))
                    for row in (*self.rows(), self._count.total)
                    if not isinstance(row, int)
                ),
            )
            for name in _COLUMNS
        ]
        first = self.width() - 2 * margin - sum(widths) - len(widths) * gap
        names = max(
            (body.horizontalAdvance(words.layer(row)) for row in self.rows() if not isinstance(row, int)),
            default=0,
        )
        first = max(min(first, names + gap), small.horizontalAdvance("mmmmmm"))
        found, x = [(float(margin), first)], margin + first
        for wide in widths:
            found.append((x + gap, wide))
            x += gap + wide
        return found

    def _line(self) -> float:
        return QFontMetricsF(theme().font(self._scale)).height() + theme().space(0.75)

    def event(self, event: QEvent) -> bool:
        """A rest of the mouse over a row: how its numbers come about."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = int((event.pos().y() - theme().space(1) - self._line()) // self._line())
            rows = self.rows()
            row = rows[at] if 0 <= at < len(rows) else None
            QToolTip.showText(
                event.globalPos(), words.layer_told(row) if isinstance(row, LayerCount) else "", self
            )
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """All rows."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """All rows, and the sentences below, at the usual size."""
        return self._needs(1.0)

    def _needs(self, scale: float) -> QSize:
        if self._count is None:
            return QSize(10, 10)
        look, now = theme(), self._scale
        self._scale = scale  # asked of every size before one is taken
        try:
            places = self._places(look)
            wide = places[-1][0] + places[-1][1] + look.space(3)
            prose = QFontMetricsF(look.font(self._scale)).boundingRect(
                QRectF(0, 0, max(self.width() - 2 * look.space(3), 200), 4000),
                int(_PROSE),
                words.length(self._count),
            )
            high = self._line() * (len(self.rows()) + 2.35) + look.space(3) + prose.height()
        finally:
            self._scale = now
        return QSize(round(wide), round(high))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self._restyle()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("What the formula consists of"))
        if self._count is not None:
            rows = [words.layer_told(row) for row in self.rows() if isinstance(row, LayerCount)]
            self.setAccessibleDescription("\n".join([*rows, words.length(self._count)]))

    def _restyle(self) -> None:
        self.fit(self._room)
        self.updateGeometry()
        self.update()


def _text(row: LayerCount, name: str) -> str:
    """One cell."""
    value = float(getattr(row, name))
    return words.amount(value) if value else "–"


_PROSE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
