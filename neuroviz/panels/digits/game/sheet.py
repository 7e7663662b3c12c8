"""AnswerSheet: every picture of a game with what each said of it, the least disturbed first."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.panels.digits.game.pictures import raster_of
from neuroviz.panels.digits.game.words import round_text
from neuroviz.sims.agreement import UNREAD
from neuroviz.sims.game import GameFrame
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster
from neuroviz.ui.theme import Theme, theme, theme_changes

_COLUMNS = 10
_LINES = 3
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class Cell:
    """One picture's place and the place of each of its three lines."""

    whole: QRectF
    picture: QRectF
    lines: tuple[QRectF, ...]


class AnswerSheet(QWidget):
    """Arrows move, Enter or a click picks; a corner mark and a frame tell where person and net differ."""

    picked = Signal(int)
    """The number of a round."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: GameFrame | None = None
        self._order: tuple[int, ...] = ()
        self._rasters: list[Raster] | None = None
        self._at = 0
        self._stand_in = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_frame(self, frame: GameFrame, stand_in: str = "") -> None:
        """Show a game that is over; stand_in: the net that played in a person's place."""
        if frame is self._frame or frame.rounds is None:
            return
        self._frame, self._at, self._stand_in = frame, 0, stand_in
        self._order = tuple(int(i) for i in np.argsort(frame.rounds.levels, kind="stable"))
        self._describe()
        self._restyle()

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All cells."""
        frame, look = self._frame, theme()
        if frame is None:
            return
        if self._rasters is None:
            self._rasters = [raster_of(frame.pictures[i]) for i in self._order]
        cells = self.cells()
        texts = [_lines(frame, i, self._words()) for i in self._order]
        font = fitting(
            look.font(0.85, QFont.Weight.DemiBold), (t for row in texts for t in row), cells[0].whole.width()
        )
        for place, (i, cell) in enumerate(zip(self._order, cells, strict=True)):
            device.draw_pixels(painter, cell.picture, self._rasters[place].image)
            self._paint_frame(painter, place, bool(frame.said[i] != frame.net_said[i]), cell, look)
            _paint_lines(painter, texts[place], cell, font, look)

    def _paint_frame(self, painter: QPainter, place: int, differ: bool, cell: Cell, look: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.warn, 2) if differ else QPen(look.line, 1))
        painter.drawRect(cell.picture)
        if differ:
            side = QFontMetricsF(look.font(0.85)).height()
            corner = QRectF(cell.picture.right() - side, cell.picture.top(), side, side)
            painter.fillRect(corner, look.warn)
            painter.setPen(look.window)
            painter.setFont(look.font(0.85, QFont.Weight.Bold))
            painter.drawText(corner, _CENTRE, "≠")
        if self.hasFocus() and place == self._at:
            painter.setPen(QPen(look.accent, 2))
            painter.drawRect(cell.whole.adjusted(-1, -1, 1, 1))

    def cells(self) -> list[Cell]:
        """The places of all pictures, in the order in which they are shown."""
        n = len(self._order)
        if n == 0:
            return []
        look = theme()
        line = QFontMetricsF(look.font(0.85)).height()
        rows, gap = ceil(n / _COLUMNS), look.space(2)
        step = (self.width() + gap) / min(n, _COLUMNS)
        down = (self.height() - (rows - 1) * gap) / rows - _LINES * line - look.space(1)
        side = max(16.0, min(step - gap, down))
        high = side + look.space(1) + _LINES * line
        top = max(0.0, (self.height() - rows * high - (rows - 1) * gap) / 2)
        found = []
        for place in range(n):
            x, y = place % _COLUMNS * step, top + place // _COLUMNS * (high + gap)
            wide = step - gap
            box = QRectF(round(x + (wide - side) / 2), round(y), int(side), int(side))
            lines = tuple(
                QRectF(x, box.bottom() + look.space(1) + k * line, wide, line) for k in range(_LINES)
            )
            found.append(Cell(QRectF(x, y, wide, high), box, lines))
        return found

    def sizeHint(self) -> QSize:
        """Two rows of ten."""
        return QSize(theme().space(150), theme().space(70))

    def minimumSizeHint(self) -> QSize:
        """Small pictures, whole words."""
        line = QFontMetricsF(theme().font(0.85)).height()
        return QSize(theme().space(80), round(2 * (30 + theme().space(1) + _LINES * line) + theme().space(2)))

    # -- events ------------------------------------------------------------------------------------

    def place_at(self, point: QPointF) -> int | None:
        """Which picture lies there, in the order shown."""
        return next((i for i, cell in enumerate(self.cells()) if cell.whole.contains(point)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self.picked.emit(self._order[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The whole story of a picture as a tooltip."""
        place = self.place_at(event.position())
        if place is None or self._frame is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(
                event.globalPosition().toPoint(), round_text(self._frame, self._order[place]), self
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter; the rest is the room's."""
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_COLUMNS, Qt.Key.Key_Down: _COLUMNS,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps and 0 <= self._at + steps[key] < len(self._order):
            self._go_to(self._at + steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._order:
            self.picked.emit(self._order[self._at])
        elif key not in steps:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _go_to(self, place: int) -> None:
        self._at = place
        self._describe()
        self.update()

    def _words(self) -> tuple[str, str, str]:
        you = f"{self._stand_in} {{digit}}" if self._stand_in else self.tr("you {digit}")
        return self.tr("it is {digit}"), you, self.tr("net {digit}")

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The pictures and what was said"))
        told = (
            "" if self._frame is None or not self._order else round_text(self._frame, self._order[self._at])
        )
        self.setAccessibleDescription(told)

    def _restyle(self) -> None:
        self._rasters = None
        self.update()


def _lines(frame: GameFrame, i: int, words: tuple[str, str, str]) -> tuple[str, str, str]:
    """The truth, and what each said with a sign for right or wrong."""
    assert frame.rounds is not None
    label, said, net = int(frame.rounds.labels[i]), int(frame.said[i]), int(frame.net_said[i])
    truth, you, it = words
    shown = "?" if said == UNREAD else str(said)
    return (
        truth.format(digit=label),
        f"{you.format(digit=shown)} {'✓' if said == label else '✗'}",
        f"{it.format(digit=net)} {'✓' if net == label else '✗'}",
    )


def _paint_lines(painter: QPainter, texts: tuple[str, ...], cell: Cell, font: QFont, look: Theme) -> None:
    plain = QFont(font)
    plain.setWeight(QFont.Weight.Normal)
    for k, (text, line) in enumerate(zip(texts, cell.lines, strict=True)):
        wrong = text.endswith("✗")
        painter.setFont(font if wrong else plain)
        painter.setPen(look.bad if wrong else look.quiet if k == 0 else look.text)
        painter.drawText(line, _CENTRE, text)
