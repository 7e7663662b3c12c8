"""WeightsView: the weights of a single layer: a picture for each digit, a formula, or all of W as a map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.neuron.names import number, signed
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster, words
from neuroviz.ui.theme import Theme, theme, theme_changes

_PIXELS, _FIELD = 784, 28
_MOST = 16  # pictures, or lines of a formula
_TERMS = 8
_TIP_AGE_MS = 4000
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class WeightsView(QWidget):
    """w (n_in, n_out) and b (n_out,): blue holds a score down, orange drives it up."""

    def __init__(self) -> None:
        super().__init__()
        self._w: Array | None = None
        self._b: Array | None = None
        self._raster: Raster | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_weights(self, w: Array | None, b: Array | None) -> None:
        """Show these; None: not yet known."""
        if w is not self._w:
            self._w, self._b, self._raster = w, b, None
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """A row of pictures."""
        return QSize(theme().space(120), theme().space(24))

    def minimumSizeHint(self) -> QSize:
        """The least in which a shape can be made out."""
        return QSize(theme().space(40), theme().space(14))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Pictures, lines of text, or one map."""
        look = theme()
        if self._w is None or self._b is None:
            return
        n_in, n_out = self._w.shape
        if n_in == _PIXELS and n_out <= _MOST:
            self._paint_pictures(painter, look)
        elif n_in <= _TERMS and n_out <= _MOST:
            self._paint_lines(painter, look)
        else:
            place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawImage(place, self._colours(look).image)

    def _paint_pictures(self, painter: QPainter, look: Theme) -> None:
        assert self._w is not None
        raster, font = self._colours(look), look.font(0.85, tabular=True)
        line = QFontMetricsF(font).height()
        for k in range(self._w.shape[1]):
            place = self._picture(k, line)
            device.draw_pixels(painter, place, raster.image, QRectF(0, k * _FIELD, _FIELD, _FIELD))
            painter.setPen(QPen(look.line, 1))
            painter.drawRect(place)
            painter.setFont(font)
            painter.setPen(look.digit(k))
            below = QRectF(place.left(), place.bottom(), place.width(), line)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(k))

    def _paint_lines(self, painter: QPainter, look: Theme) -> None:
        assert self._w is not None
        lines = self._lines()
        high = self.height() / len(lines)
        font = fitting(look.font(1.0, tabular=True), lines, self.width() - 8, high)
        painter.setFont(font)
        painter.setPen(look.text)
        step = min(high, QFontMetricsF(font).height() * 1.3)
        top = (self.height() - step * len(lines)) / 2
        for k, text in enumerate(lines):
            place = QRectF(4, top + k * step, self.width() - 8, step)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _lines(self) -> list[str]:
        """z₁ = 0.53 x₁ − 1.20 x₂ + 0.31 and so on."""
        assert self._w is not None
        assert self._b is not None
        found = []
        for k in range(self._w.shape[1]):
            terms = [(float(self._w[i, k]), f" x{i + 1}".translate(_LOW)) for i in range(self._w.shape[0])]
            parts = [signed(value) + name for value, name in [*terms, (float(self._b[k]), "")]]
            text = parts[0].removeprefix("+") + "".join(f" {part[0]} {part[1:]}" for part in parts[1:])
            found.append(f"{'z' + str(k + 1)} = ".translate(_LOW) + text)
        return found

    def _colours(self, look: Theme) -> Raster:
        assert self._w is not None
        if self._raster is None:
            sound = np.abs(self._w[np.isfinite(self._w)])
            shares = self._w.T / (float(sound.max()) if len(sound) and sound.max() > 0 else 1.0)
            if self._w.shape[0] == _PIXELS and self._w.shape[1] <= _MOST:
                shares = shares.reshape(-1, _FIELD)
            shares = shares[:2048, :2048]
            self._raster = Raster(*shares.shape)
            self._raster.words[:] = words(look.signed(np.clip(shares, -1, 1)))
        return self._raster

    def _picture(self, k: int, line: float) -> QRectF:
        assert self._w is not None
        n, gap = self._w.shape[1], theme().space(1.5)
        side = min((self.width() - (n - 1) * gap) / n, self.height() - line - 1)
        left = (self.width() - n * side - (n - 1) * gap) / 2
        return QRectF(left + k * (side + gap), 0, side, side)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The weight under the mouse."""
        text = self._told(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _told(self, at: QPointF) -> str:
        if self._w is None or self._b is None or self._w.shape[0] != _PIXELS or self._w.shape[1] > _MOST:
            return ""
        line = QFontMetricsF(theme().font(0.85, tabular=True)).height()
        for k in range(self._w.shape[1]):
            place = self._picture(k, line)
            if place.contains(at):
                column = min(int((at.x() - place.left()) / place.width() * _FIELD), _FIELD - 1)
                row = min(int((at.y() - place.top()) / place.height() * _FIELD), _FIELD - 1)
                text = self.tr("From pixel {row}, {column} to the score of {k}: w = {w}; b = {b}.")
                w, b = float(self._w[row * _FIELD + column, k]), float(self._b[k])
                return text.format(row=row + 1, column=column + 1, k=k, w=number(w), b=number(b))
        return ""

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The weights of the single layer"))
        if self._w is None:
            self.setAccessibleDescription("")
        else:
            text = self.tr("{n} inputs, {k} scores.")
            self.setAccessibleDescription(text.format(n=self._w.shape[0], k=self._w.shape[1]))

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()
