"""NoveltyMeter: a slim gauge from "like the digits it learnt" to "not a digit"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.ui.backing import Backing
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import share
from neuroviz.ui.theme import Theme, theme, theme_changes

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class Shown:
    """A reading: its place on the gauge, the part of real digits that are less strange, beyond the mark?"""

    at: float
    farther: float
    beyond: bool


class NoveltyMeter(QWidget):
    """A hill where real digits lie, a mark beyond which few do, and a pointer for what is on the pad.

    Below it the two ends in words; the side that the pointer is on is bold.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: NDArray[np.float32] | None = None
        self._mark = 0.5
        self._still = Backing()
        self._shown: Shown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_scale(self, profile: ArrayLike, mark: float) -> None:
        """How many real digits lie along the gauge, (n,) of 0..1, and where the threshold is, 0..1."""
        self._profile, self._mark = np.array(profile, np.float32), mark
        self._still.forget()
        self._describe()
        self.update()

    def set_impossible(self) -> None:
        """There is no scale for this net."""
        self._profile, self._shown = None, None
        self._still.forget()
        self._describe()
        self.update()

    def set_reading(self, at: float | None, farther: float = 0.0, beyond: bool = False) -> None:
        """Point to a place; None for nothing on the pad. See `Shown`."""
        shown = None if at is None else Shown(at, farther, beyond)
        if shown != self._shown:
            self._shown = shown
            self._describe()
            self.update()

    def words(self) -> str:
        """What the gauge says, in one sentence."""
        if self._profile is None:
            return self.tr("This net has no real digits to compare with.")
        if self._shown is None:
            return self.tr("Nothing to measure.")
        return self.tr("farther than {p} of real digits").format(p=share(self._shown.farther))

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Hill, mark, pointer, words."""
        look, track = theme(), self._track(theme())
        beyond = None if self._shown is None else self._shown.beyond
        self._still.paint(painter, self, (beyond,), self._paint_still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._profile is not None and self._shown is not None:
            self._point(painter, track, self._shown, look)
            self._write_number(painter, self._words_line(track, look), self._shown, look)

    def _paint_still(self, painter: QPainter) -> None:
        """All but the pointer and its number."""
        look, track = theme(), self._track(theme())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._profile is not None:
            self._paint_hill(painter, track, self._profile, look)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(track.bottomLeft(), track.bottomRight())
        self._write(painter, track, look)

    def _paint_hill(
        self, painter: QPainter, track: QRectF, profile: NDArray[np.float32], look: Theme
    ) -> None:
        x = track.left() + track.width() * (np.arange(len(profile)) + 0.5) / len(profile)
        y = track.bottom() - 0.86 * track.height() * profile
        hill = QPainterPath(track.bottomLeft())
        for one, other in zip(x.tolist(), y.tolist(), strict=True):
            hill.lineTo(one, other)
        hill.lineTo(track.bottomRight())
        painter.fillPath(hill, look.faint)
        mark = track.left() + track.width() * self._mark
        painter.setPen(QPen(look.quiet, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(mark, track.top()), QPointF(mark, track.bottom()))

    def _point(self, painter: QPainter, track: QRectF, shown: Shown, look: Theme) -> None:
        x = track.left() + track.width() * shown.at
        colour = look.warn if shown.beyond else look.accent
        painter.setPen(QPen(colour, 2.0 * look.text_scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        half = 1.3 * look.space(1)
        painter.drawLine(QPointF(x, track.top() + half), QPointF(x, track.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top = track.top()
        tip = [QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + 1.6 * half)]
        painter.drawPolygon(QPolygonF(tip))

    def _write(self, painter: QPainter, track: QRectF, look: Theme) -> None:
        line = self._words_line(track, look)
        if self._profile is None:
            painter.setFont(fitting(look.font(0.85, tabular=True), (self.words(),), line.width()))
            painter.setPen(look.quiet)
            painter.drawText(line, int(_LEFT), self.words())
            return
        beyond = None if self._shown is None else self._shown.beyond
        self._end(painter, line, self._ends()[0], beyond is False, look)
        self._end(painter, line, self._ends()[1], beyond is True, look)

    def _ends(self) -> tuple[str, str]:
        return self.tr("like what it learnt"), self.tr("not a digit")

    def _words_line(self, track: QRectF, look: Theme) -> QRectF:
        return QRectF(0, track.bottom() + look.space(0.5), self.width(), self._line(look))

    def _write_number(self, painter: QPainter, line: QRectF, shown: Shown, look: Theme) -> None:
        """Between the ends, in as many words as there is room for."""
        left, right = (self._wide(text, look) for text in self._ends())
        between = line.adjusted(left + look.space(3), 0, -right - look.space(3), 0)
        short = self.tr("farther than {p}").format(p=share(shown.farther))
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        said = next((one for one in (self.words(), short) if self._wide(one, look) <= between.width()), "")
        painter.drawText(between, int(_MIDDLE), said)

    def _end(self, painter: QPainter, line: QRectF, text: str, here: bool, look: Theme) -> None:
        font = look.font(0.85, QFont.Weight.Bold if here else QFont.Weight.Normal)
        painter.setFont(fitting(font, (text,), line.width() * 0.6))
        colour: QColor = look.text if here else look.quiet
        painter.setPen(colour)
        painter.drawText(line, int(_LEFT if text == self.tr("like what it learnt") else _RIGHT), text)

    def _wide(self, text: str, look: Theme) -> float:
        """The width of a text in bold, so that nothing moves when it becomes so."""
        return QFontMetricsF(look.font(0.85, QFont.Weight.Bold)).horizontalAdvance(text)

    def _line(self, look: Theme) -> float:
        return QFontMetricsF(look.font(0.85)).height()

    def _track(self, look: Theme) -> QRectF:
        side = look.space(1.5)  # half of the pointer
        return QRectF(side, 1, max(4.0, self.width() - 2 * side), look.space(6))

    def sizeHint(self) -> QSize:
        """A hill and a line of words."""
        look = theme()
        return QSize(look.space(70), round(look.space(6.5) + self._line(look)) + 2)

    def minimumSizeHint(self) -> QSize:
        """Shorter cannot be read."""
        return QSize(theme().space(40), self.sizeHint().height())

    # -- events ------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._still.forget()
            self._describe()
            self.update()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Is it a digit at all?"))
        told = self.words()
        if self._profile is not None and self._shown is not None:
            side = self.tr("not a digit") if self._shown.beyond else self.tr("like what it learnt")
            told = f"{side}: {told}"
        self.setAccessibleDescription(told)
        self.setToolTip(
            self.tr(
                "How far this is from what the net learnt, in all its layers. The hill shows where real "
                "digits lie; of those, 95 % are left of the dashed line."
            )
            + f"\n{told}"
        )
