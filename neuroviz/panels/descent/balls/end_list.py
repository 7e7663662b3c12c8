"""EndList: where the balls have ended, the deepest place first, with bars that say how many are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.theme import Theme, theme, theme_changes

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True)
class EndRow:
    """end: its number, or what stands for it; name: its rank, or words; place and height: words, "" for none;
    part: of all balls, 0..1; count: words; tip: all of it in a sentence.
    """

    end: int
    colour: QColor
    name: str
    place: str
    height: str
    part: float
    count: str
    tip: str


class EndList(Ringed):
    """A click on a row, or the arrows, pick an end; once more, or Escape, and none is picked."""

    picked = Signal(object)
    """The number of an end, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EndRow, ...] = ()
        self._end: int | None = None
        self._first = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._say()

    def show_rows(self, rows: Sequence[EndRow], end: int | None) -> None:
        """These, and which of them is picked."""
        if tuple(rows) != self._rows or end != self._end:
            self._rows, self._end = tuple(rows), end
            self._scroll(self._first)
            self._say()
            self.update()

    @property
    def rows(self) -> tuple[EndRow, ...]:
        """What is listed."""
        return self._rows

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A heading, a row each, and how many more there are."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(0.85, tabular=True)
        painter.setFont(font)
        high = self._high()
        painter.setPen(look.quiet)
        place, height, count = self._columns(look)
        for box, text, flags in (
            (place, self.tr("Place"), _LEFT), (height, self.tr("Height"), _RIGHT),
            (count, self.tr("Balls"), _RIGHT),
        ):  # fmt: skip
            painter.drawText(QRectF(box[0], 0, box[1] - box[0], high), flags, text)
        seen = self._rows[self._first : self._first + self._fitting()]
        for i, row in enumerate(seen):
            self._paint_row(painter, look, row, high * (i + 1))
        self._paint_rest(painter, look, high * (len(seen) + 1), len(seen))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_row(self, painter: QPainter, look: Theme, row: EndRow, top: float) -> None:
        high, gap = self._high(), look.space(1)
        place, height, count = self._columns(look)
        whole = QRectF(0, top, self.width(), high)
        if row.end == self._end:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.raised)
            painter.drawRoundedRect(whole.adjusted(2, 1, -2, -1), 4, 4)
            painter.setBrush(look.accent)
            painter.drawRect(QRectF(2, top + 2, 3, high - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(row.colour)
        dot, line = look.space(2.5), high - look.space(1.5)
        painter.drawEllipse(QRectF(look.space(2), top + (line - dot) / 2, dot, dot))
        start = look.space(2) + dot + gap
        painter.drawRoundedRect(QRectF(start, top + line, max(2.0, (count[1] - start) * row.part), gap), 2, 2)
        painter.setPen(look.text)
        cells = [((start, place[0] if row.place else height[1]), row.name, _LEFT), (count, row.count, _RIGHT)]
        if row.place:
            cells += [(place, row.place, _LEFT), (height, row.height, _RIGHT)]
        for box, text, flags in cells:
            wide = box[1] - box[0]
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(wide))
            painter.drawText(QRectF(box[0], top, wide, line), flags, shown)

    def _paint_rest(self, painter: QPainter, look: Theme, top: float, seen: int) -> None:
        """What is not in sight."""
        before, after = self._first, len(self._rows) - self._first - seen
        if before or after:
            text = self.tr("More: {before} above, {after} below")
            painter.setPen(look.quiet)
            box = QRectF(look.space(2), top, self.width() - look.space(4), self._high())
            painter.drawText(box, _LEFT, text.format(before=before, after=after))

    def _columns(self, look: Theme) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
        """From where to where the places, the heights and the counts go: places give way."""
        metrics, gap = QFontMetricsF(look.font(0.85, tabular=True)), look.space(2)
        numbered = [row for row in self._rows if row.place]
        texts = (
            ["00", *(row.name for row in numbered)],
            ["−0.00", self.tr("Height"), *(row.height for row in numbered)],
            ["00 · 0.0 %", *(row.count for row in self._rows)],
        )
        names, heights, counts = (max(map(metrics.horizontalAdvance, some)) + gap for some in texts)
        right = self.width() - gap
        start, middle = look.space(5.5) + names, right - counts - heights
        return (start, middle), (middle, middle + heights), (right - counts, right)

    # -- events ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick, or pick no more."""
        row = self._at(event.position().y())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(None if row.end == self._end else row.end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pick, Escape lets go."""
        key = Qt.Key(event.key())
        here = next((i for i, row in enumerate(self._rows) if row.end == self._end), -1)
        if not plain(event) or not self._rows:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._go_to(min(max(here + _MOVES[key], 0), len(self._rows) - 1))
        elif key in _ENDS:
            self._go_to(_ENDS[key] % len(self._rows))
        elif key == Qt.Key.Key_Escape and self._end is not None:
            self.picked.emit(None)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Other rows."""
        self._scroll(self._first + (-3 if event.angleDelta().y() > 0 else 3))
        self.update()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Rows tell of themselves."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._at(event.pos().y())
            QToolTip.showText(event.globalPos(), "" if row is None else row.tip, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(theme().space(80), round(9 * self._high()))

    def minimumSizeHint(self) -> QSize:
        """A few."""
        return QSize(theme().space(60), round(4 * self._high()))

    # -- inside ------------------------------------------------------------------------------------------

    def _high(self) -> float:
        return float(theme().space(6.5))

    def _fitting(self) -> int:
        """Rows in sight; one line says what is not."""
        lines = int(self.height() / self._high()) - 1
        return max(1, lines if len(self._rows) <= lines else lines - 1)

    def _scroll(self, first: int) -> None:
        self._first = min(max(0, first), max(0, len(self._rows) - self._fitting()))

    def _go_to(self, i: int) -> None:
        fits = self._fitting()
        self._scroll(min(max(self._first, i - fits + 1), i))
        self.picked.emit(self._rows[i].end)

    def _at(self, y: float) -> EndRow | None:
        i = int(y / self._high()) - 1
        return self._rows[self._first + i] if 0 <= i < min(self._fitting(), len(self._rows)) else None

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Where the balls have ended"))
        row = next((row for row in self._rows if row.end == self._end), None)
        told = [row] if row is not None else list(self._rows[:3])
        self.setAccessibleDescription(" ".join(one.tip for one in told))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._scroll(self._first)
        self.update()
