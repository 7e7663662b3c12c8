"""ProbabilityBars: how sure a net is of each class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.ui import device
from neuroviz.ui.backing import Backing
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_TOLD = 0.005  # the least probability that is told as a number
_WIDE = 1.5  # wider than so many heights: the bars stand


@dataclass(frozen=True)
class Bar:
    """Where one class is drawn."""

    label: QRectF
    track: QRectF
    value: QRectF
    whole: QRectF


class ProbabilityBars(QWidget):
    """A bar for each class in its colour, lying or standing as the room allows.

    The winner is filled and bold, the runner-up has an outline and a mark; with no answer all are flat.
    """

    picked = Signal(int)
    """A bar was clicked: its class."""

    def __init__(self, n: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(str(i) for i in range(n))
        self._p: NDArray[np.float32] | None = None
        self._placed: list[Bar] = []
        self._placed_for: tuple[object, ...] = ()
        self._kept = Backing()
        self._drawn: dict[int, tuple[object, ...]] = {}  # what each bar looks like in the kept picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.update)
        self._describe()

    def set_probabilities(self, probabilities: ArrayLike | None) -> None:
        """Show these, one for each class; None for no answer. ValueError for another number of them."""
        if probabilities is None:
            self._p = None
        else:
            p = np.array(probabilities, np.float32)
            if p.shape != (len(self._labels),):
                raise ValueError(f"probabilities of shape {p.shape} for {len(self._labels)} classes")
            self._p = np.nan_to_num(p, nan=0.0)
        self._describe()
        self.update()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Name the classes anew; their number may change, the answer is gone then."""
        if len(labels) != len(self._labels):
            self._p = None
        self._labels = labels
        self._describe()
        self.update()

    def order(self) -> tuple[int, int] | None:
        """Winner and runner-up; None without an answer or with fewer than two classes."""
        if self._p is None or len(self._p) < 2:
            return None
        best = np.argsort(-self._p, kind="stable")
        return int(best[0]), int(best[1])

    # -- paint -----------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All bars; on the screen only those are drawn anew that look other than before."""
        if device.ratio(painter) != self.devicePixelRatioF():
            self._paint_bars(painter, range(len(self._labels)))
            return
        kept = self._kept.picture(self, (self._labels,), self._begin)
        bars, order = self._bars(theme()), self.order() or (-1, -1)
        now = [self._sight(i, bar, order) for i, bar in enumerate(bars)]
        stale = [i for i, one in enumerate(now) if one != self._drawn.get(i)]
        if stale:
            if self._standing and bars[0].value.width() > self.width() / len(bars) + 1:
                stale = list(range(len(now)))  # numbers reach over into the places of others
            with QPainter(kept) as inner:
                inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                for i in stale:
                    inner.fillRect(self._cell(i), Qt.GlobalColor.transparent)
                inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                self._paint_bars(inner, stale)
            self._drawn = dict(enumerate(now))
        painter.drawPixmap(0, 0, kept)

    def _begin(self, _painter: QPainter) -> None:
        """Nothing is drawn yet."""
        self._drawn.clear()

    def _sight(self, i: int, bar: Bar, order: tuple[int, int]) -> tuple[object, ...]:
        """All that is to be seen of a bar: its words, its length in eighths of a pixel, its rank."""
        if self._p is None:
            return ()
        p = float(self._p[i])
        filled = self._filled(bar.track, p)
        length = round(8 * (filled.height() if self._standing else filled.width())) if p > 0 else 0
        return percent(p), length, i == order[0], i == order[1] and p >= _TOLD

    def _cell(self, i: int) -> QRect:
        """The pixels that belong to one bar, and to no other."""
        n = max(1, len(self._labels))
        if self._standing:
            left, right = round(i * self.width() / n), round((i + 1) * self.width() / n)
            return QRect(left, 0, right - left, self.height())
        top, bottom = round(i * self.height() / n), round((i + 1) * self.height() / n)
        return QRect(0, top, self.width(), bottom - top)

    def _paint_bars(self, painter: QPainter, which: Iterable[int]) -> None:
        look, bars = theme(), self._bars(theme())
        order = self.order() or (-1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i in which:
            self._paint_bar(painter, i, bars[i], order, look)

    def _paint_bar(self, painter: QPainter, i: int, bar: Bar, order: tuple[int, int], look: Theme) -> None:
        p = 0.0 if self._p is None else float(self._p[i])
        winner, second = i == order[0], i == order[1]
        colour = look.digit(i)
        radius = min(4.0 * look.text_scale, min(bar.track.width(), bar.track.height()) / 3)
        thick = look.tokens.stroke > 1
        painter.setPen(QPen(look.line, 1) if thick else Qt.PenStyle.NoPen)
        painter.setBrush(look.raised)
        painter.drawRoundedRect(bar.track, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        if p > 0:
            painter.setBrush(colour if winner else softer(colour, look))
            filled = self._filled(bar.track, p)
            round_off = min(radius, filled.width() / 2, filled.height() / 2)
            painter.drawRoundedRect(filled, round_off, round_off)
        if second and p >= _TOLD:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.quiet, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(bar.track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        answered = self._p is not None
        weight = QFont.Weight.Bold if winner else QFont.Weight.Normal
        painter.setFont(look.font(1.0, weight, tabular=True))
        painter.setPen(look.quiet if not answered else colour)
        painter.drawText(bar.label, _CENTRE, self._labels[i])
        if answered:
            painter.setPen(look.text if winner or second else look.quiet)
            text = percent(p)
            if self._standing and bar.track.width() < look.space(9):
                # no room for signs: the number alone, and none that says nothing
                text = text[:-2] if p >= _TOLD else ""
            font = look.font(0.85 if self._standing else 1.0, weight, tabular=True)
            painter.setFont(fitting(font, (text,), bar.value.width()) if self._standing else font)
            painter.drawText(bar.value, _CENTRE if self._standing else _RIGHT, text)

    def _filled(self, track: QRectF, p: float) -> QRectF:
        share = min(max(p, 0.0), 1.0)
        if self._standing:
            high = max(1.0, track.height() * share)
            return QRectF(track.left(), track.bottom() - high, track.width(), high)
        return QRectF(track.left(), track.top(), max(1.0, track.width() * share), track.height())

    @property
    def _standing(self) -> bool:
        return self.width() > _WIDE * self.height()

    def _bars(self, look: Theme) -> list[Bar]:
        """The places of all bars; they depend on size, look and labels, never on values."""
        key = (self.size(), look, self._labels)
        if key != self._placed_for:
            self._placed, self._placed_for = self._place(look), key
        return self._placed

    def _place(self, look: Theme) -> list[Bar]:
        metrics = QFontMetricsF(look.font(1.0, QFont.Weight.Bold, tabular=True))
        widest = max((metrics.horizontalAdvance(label) for label in self._labels), default=0.0)
        n = max(1, len(self._labels))
        gap = float(look.space(2))
        if self._standing:
            step, high = self.width() / n, metrics.height()
            space = min(step * 0.22, gap)
            return [self._column(i * step + space / 2, step - space, high, look) for i in range(n)]
        step, value = self.height() / n, metrics.horizontalAdvance("100 %")
        space = min(step * 0.28, gap)
        left, right = widest + gap, value + gap
        bars = []
        for i in range(n):
            y, high = i * step + space / 2, step - space
            track = QRectF(left, y, max(4.0, self.width() - left - right), high)
            label = QRectF(0, y, widest, high)
            place = QRectF(self.width() - value - 1, y, value, high)
            bars.append(Bar(label, track, place, QRectF(0, i * step, self.width(), step)))
        return bars

    def _column(self, x: float, wide: float, line: float, look: Theme) -> Bar:
        gap = look.space(1)
        bottom = self.height() - line - gap
        track = QRectF(x, line + gap, wide, max(4.0, bottom - line - 2 * gap))
        label = QRectF(x, self.height() - line, wide, line)
        return Bar(label, track, QRectF(x - gap, 0, wide + 2 * gap, line), QRectF(x, 0, wide, self.height()))

    def sizeHint(self) -> QSize:
        """Room for ten lines."""
        return QSize(theme().space(70), theme().space(7) * len(self._labels))

    def minimumSizeHint(self) -> QSize:
        """Less than this cannot be read."""
        return QSize(theme().space(40), theme().space(18))

    # -- events ------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks a class."""
        if event.button() == Qt.MouseButton.LeftButton:
            for i, bar in enumerate(self._bars(theme())):
                if bar.whole.contains(event.position()):
                    self.picked.emit(i)
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Answer"))
        order = self.order()
        if order is None or self._p is None:
            self.setAccessibleDescription(self.tr("No answer."))
            return
        text = self.tr("{first}: {p} percent; next {second}: {q} percent.")
        first, second = order
        self.setAccessibleDescription(
            text.format(
                first=self._labels[first],
                second=self._labels[second],
                p=round(100 * float(self._p[first])),
                q=round(100 * float(self._p[second])),
            )
        )


_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip


def softer(colour: QColor, look: Theme) -> QColor:
    """A class colour half way to the ground, for bars that have not won."""
    ground, share = look.raised, 0.4
    return QColor.fromRgbF(
        colour.redF() * (1 - share) + ground.redF() * share,
        colour.greenF() * (1 - share) + ground.greenF() * share,
        colour.blueF() * (1 - share) + ground.blueF() * share,
    )
