"""PairView: two lines side by side: their maps, curves or filters, and how far apart their weights are."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.task import Task
from neuroviz.panels.training.learn import pair_ink
from neuroviz.panels.training.learn.figures import line_name, number, paint_line
from neuroviz.panels.training.learn.line_pair import LayerGap, LinePair, shrunk
from neuroviz.panels.training.learn.pair_ink import Pictures
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as colour_words
from neuroviz.ui.layer_names import kind_name
from neuroviz.ui.numbers import share
from neuroviz.ui.theme import Theme, theme, theme_changes

translate = QCoreApplication.translate

_PICTURES = 3
_STRIP = 512  # values in a strip at most
_LEAST_STRIP, _MOST_STRIP = 1.5, 12.0  # steps of space


class PairView(Ringed):
    """A, B, B − A; below, B − A of each layer's weights. Arrows go from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._pair: LinePair | None = None
        self._task: Task | None = None
        self._pictures: Pictures | None = None
        self._strips: list[Raster] = []
        self._scale = 1.0
        self._at = _PICTURES - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_pair(self, pair: LinePair | None, task: Task | None) -> None:
        """Compare these; None while there is but one line."""
        self._pair, self._task = pair, task
        self._restyle()

    def told(self, i: int) -> str:
        """What one of the three pictures, or one of the layers (from 3 on), says."""
        pair = self._pair
        if pair is None:
            return self.tr("There is one line. Go back in time and turn a knob: another begins.")
        if i < 2:
            side = (pair.a, pair.b)[i]
            text = self.tr("{side}: {line}")
            return text.format(side="AB"[i], line=line_name(side.id))
        if i == 2:
            return self._told_difference(pair)
        return self._told_layer(pair.layers[i - _PICTURES])

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Pictures above, strips below, the whole distance at the foot."""
        look, pair = theme(), self._pair
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pair is None:
            painter.setFont(look.font())
            painter.setPen(look.quiet)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()).adjusted(16, 0, -16, 0), flags, self.told(0))
            return
        if self._pictures is not None:
            for i in range(_PICTURES):
                self._paint_picture(painter, i, pair, look)
        self._paint_strips(painter, pair, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(self._place(self._at).adjusted(-2, -2, 2, 2), 3, 3)

    def _paint_picture(self, painter: QPainter, i: int, pair: LinePair, look: Theme) -> None:
        assert self._pictures is not None
        box, line = self._place(i), QFontMetricsF(look.font(0.85)).height()
        painter.fillRect(box, look.card)
        side = (pair.a.id, pair.b.id, None)[i]
        if self._pictures.curves:
            pair_ink.paint_curve(painter, box, self._pictures.curves[i], side, look)
        else:
            pair_ink.paint_raster(painter, box, self._pictures.rasters[i])
        head = QRectF(box.left(), box.top() - line - 2, box.width(), line)
        if side is not None:
            sample = look.space(6)
            if head.width() > 3 * sample:  # the table above shows its stroke too
                paint_line(painter, QRectF(head.right() - sample, head.top(), sample, line), side, look)
                head.setWidth(head.width() - look.space(7))
        text = self._heading(i, pair)
        painter.setFont(fitting(look.font(0.85), (text,), head.width()))
        painter.setPen(look.text)
        painter.drawText(head, _LEFT, text)

    def _heading(self, i: int, pair: LinePair) -> str:
        if i < 2:
            return f"{'AB'[i]}: {line_name((pair.a, pair.b)[i].id)}"
        if pair.differs is not None:
            return self.tr("differ on {share}").format(share=_share(pair.share))
        assert self._pictures is not None
        return self.tr("B − A, ±{most}").format(most=number(self._pictures.scale))

    def _paint_strips(self, painter: QPainter, pair: LinePair, look: Theme) -> None:
        font = look.font(0.85, tabular=True)
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        text = self._foot(pair)
        box = QRectF(0, self._strips_top() - line - look.space(1), self.width(), line)
        painter.setPen(look.text)
        painter.setFont(fitting(font, (text,), box.width()))
        painter.drawText(box, _LEFT, text)
        every = max(1, -int(-line * 0.85 // self._strip_high()))
        for k, gap in enumerate(pair.layers):
            place = self._place(_PICTURES + k)
            device.draw_pixels(painter, place, self._strips[k].image)
            if k % every:
                continue
            row = QRectF(0, place.top(), place.left() - look.space(1.5), place.height())
            name = f"{k + 1} {kind_name(pair.a.net.layers[gap.layer])}"
            painter.setFont(fitting(look.font(0.85), (name,), row.width()))
            painter.setPen(look.text)
            painter.drawText(row, _LEFT, name)
            left = place.right() + look.space(1)
            value = QRectF(left, place.top(), self.width() - left, place.height())
            painter.setFont(fitting(font, (number(gap.rms),), value.width()))
            painter.setPen(look.quiet)
            painter.drawText(value, _LEFT, number(gap.rms))

    def _foot(self, pair: LinePair) -> str:
        text = self.tr("Weights, B − A: ‖B − A‖ = {far}; colours to ±{most}, rms at the right")
        return text.format(far=number(pair.distance), most=number(self._scale))

    # -- places ------------------------------------------------------------------------------------------

    def _strip_high(self) -> float:
        look = theme()
        n = 1 if self._pair is None else max(1, len(self._pair.layers))
        room = 0.85 * self.height()
        if self._pictures is not None:  # what the pictures, as large as they get, leave
            side = (self.width() - 2 * look.space(3)) / _PICTURES
            line = QFontMetricsF(look.font(0.85)).height()
            room = max(0.34 * self.height(), self.height() - side - 2 * line - look.space(5))
        return min(max(room / n, look.space(_LEAST_STRIP) if n <= 16 else 3.0), look.space(_MOST_STRIP))

    def _strips_top(self) -> float:
        """Right below the pictures, which have what the strips leave them."""
        line, look = QFontMetricsF(theme().font(0.85)).height(), theme()
        if self._pictures is None:
            return self._lowest()
        return min(self._lowest(), self._side() + 2 * line + look.space(5))

    def _lowest(self) -> float:
        n = 0 if self._pair is None else len(self._pair.layers)
        return self.height() - n * self._strip_high() - 2

    def _side(self) -> float:
        """Of a picture."""
        look = theme()
        room = self._lowest() - 2 * QFontMetricsF(look.font(0.85)).height() - look.space(4)
        return max(8.0, min((self.width() - 2 * look.space(3)) / _PICTURES, room))

    def _place(self, i: int) -> QRectF:
        """Where a picture (0..2) or a strip stands."""
        look = theme()
        line = QFontMetricsF(look.font(0.85)).height()
        if i >= _PICTURES:
            names, numbers = look.space(26), look.space(13)
            y = self._strips_top() + (i - _PICTURES) * self._strip_high()
            wide = max(1.0, float(self.width() - names - numbers))
            return QRectF(names, y + 1, wide, max(2.0, self._strip_high() - 2))
        gap, side = look.space(3), self._side()
        left = (self.width() - _PICTURES * side - 2 * gap) / 2
        return QRectF(left + i * (side + gap), line + look.space(1), side, side)

    def _n(self) -> int:
        return 0 if self._pair is None else _PICTURES + len(self._pair.layers)

    def _first(self) -> int:
        return 0 if self._pictures is not None else _PICTURES

    def place_at(self, at: QPointF) -> int:
        """The picture or strip under a point, −1 for none; a strip's name and number belong to it."""
        for i in range(self._first(), self._n()):
            place = self._place(i)
            if i >= _PICTURES:
                place = QRectF(0, place.top(), self.width(), place.height())
            if place.contains(at):
                return i
        return -1

    # -- the hand ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if plain(event) and key in steps and self._pair is not None:
            self._at = min(max(self._at + steps[key], self._first()), self._n() - 1)
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What is under the pointer, with its numbers."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Three pictures and some strips."""
        return QSize(theme().space(100), theme().space(56))

    def minimumSizeHint(self) -> QSize:
        """The least that can be seen."""
        return QSize(theme().space(60), theme().space(36))

    # -- inside ------------------------------------------------------------------------------------------

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        i = self.place_at(QPointF(at))
        if i < 0:
            QToolTip.hideText()
            return
        here = self._told_here(i, QPointF(at))
        text = f"{self.told(i)}\n{here}" if here else self.told(i)
        QToolTip.showText(on_screen, text, self)

    def _told_here(self, i: int, at: QPointF) -> str:
        """The value of a map under the pointer."""
        pair, place = self._pair, self._place(i)
        if pair is None or i >= _PICTURES or pair.signed is None or pair.signed.ndim != 2:
            return ""
        side = len(pair.signed)
        column, row = (int(v * side) for v in (
            (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()
        ))  # fmt: skip
        if not (0 <= row < side and 0 <= column < side):
            return ""
        assert pair.a.answers is not None
        assert pair.b.answers is not None
        first, second = (float(one.values[row, column, 0]) for one in (pair.a.answers, pair.b.answers))
        text = self.tr("here A {a}, B {b}, B − A {gap}")
        return text.format(a=number(first), b=number(second), gap=number(second - first))

    def _told_difference(self, pair: LinePair) -> str:
        if pair.differs is not None:
            text = self.tr("A and B answer differently at {n} of {all} places: {share} of the map")
            n = int(pair.differs.sum())
            return text.format(n=f"{n:,}", all=f"{pair.differs.size:,}", share=_share(pair.share))
        if pair.signed is not None:
            text = self.tr("B − A of the answers: √(mean of squares) = {rms} over {n} places")
            return text.format(rms=number(pair.share), n=f"{pair.signed.size:,}")
        scale = math.nan if self._pictures is None else self._pictures.scale
        return self.tr("B − A of the first layer’s weights, at most {most}").format(most=number(scale))

    def _told_layer(self, gap: LayerGap) -> str:
        assert self._pair is not None
        name = kind_name(self._pair.a.net.layers[gap.layer])
        text = self.tr(
            "{name}: √(mean of (w of B − w of A)²) = {rms} over {n} weights and biases, the largest {most}"
        )
        return text.format(
            name=name, rms=number(gap.rms), n=f"{len(gap.difference):,}", most=number(gap.largest)
        )

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("A and B compared"))
        pair = self._pair
        if pair is None:
            self.setAccessibleDescription(self.told(0))
            return
        self._at = min(max(self._at, self._first()), self._n() - 1)
        self.setAccessibleDescription(f"{self.told(self._at)}. {self._foot(pair)}")

    def _restyle(self) -> None:
        pair, look = self._pair, theme()
        self._pictures, self._strips = None, []
        if pair is not None and self._task is not None:
            self._pictures = pair_ink.pictures(pair, self._task, look)
            self._scale = max([*(gap.largest for gap in pair.layers), 1e-9])
            for gap in pair.layers:
                values = shrunk(gap.difference, _STRIP)
                raster = Raster(1, max(1, len(values)))
                with np.errstate(invalid="ignore", over="ignore"):
                    shares = np.clip(values / self._scale, -1, 1)
                raster.words[0, : len(values)] = colour_words(look.signed(shares))
                self._strips.append(raster)
        self._describe()
        self.update()


def _share(part: float) -> str:
    """A share of a map; also none and all of it."""
    return f"{100 * part:.0f}\N{NARROW NO-BREAK SPACE}%" if part in (0.0, 1.0) else share(part)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
