"""EvidenceView: what speaks for a judge's answer and for the runner-up, or the nearest pictures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.sims.judges import NEAREST, Verdict
from neuroviz.sims.neighbours import K, Near
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster, fade, picture, word_table
from neuroviz.ui.theme import Theme, theme, theme_changes

CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_PER_ROW = 3
_CLIPPED = 0.98  # the few largest values take the last colour, or the rest would hardly be seen

Floats = NDArray[np.float32]


class EvidenceView(QWidget):
    """Two signed pictures for a net (a pixel or neuron each), the five nearest for the one that remembers."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._images: NDArray[np.uint8] | None = None
        self._rasters: list[Raster] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)

    def set_verdict(self, verdict: Verdict, images: NDArray[np.uint8] | None) -> None:
        """Show this. images: what is remembered, (N, 28, 28)."""
        self._verdict, self._images = verdict, images
        self._rasters = None
        self.update()

    def heading(self) -> str:
        """What the pictures show."""
        verdict = self._verdict
        if verdict is None:
            return ""
        if verdict.name == NEAREST:
            return self._distances(verdict.near)
        if verdict.evidence is None:
            return "" if verdict.probabilities is None else self.tr("no sum to show")
        if verdict.evidence.shape[1] == 784:
            return self.tr("weights × drawing")
        return self.tr("neurons × weights")

    def _distances(self, near: Near | None) -> str:
        """From the nearest to the farthest of those shown."""
        if near is None:
            return ""
        text = self.tr("{d} to {e} away")
        return text.format(d=f"{near.distances[0]:.1f}", e=f"{near.distances[-1]:.1f}")

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A heading, and the pictures with what they count."""
        look = theme()
        line = QFontMetricsF(look.font(0.85)).height()
        heading = self.heading()
        painter.setPen(look.quiet)
        painter.setFont(fitting(look.font(0.85), (heading,), self.width() - 4))
        painter.drawText(QRectF(0, 0, self.width(), line), int(CENTRE), heading)
        area = QRectF(0, line + look.space(1), self.width(), self.height() - line - look.space(1))
        verdict = self._verdict
        if verdict is None:
            return
        if verdict.near is not None:
            self._paint_near(painter, area, verdict.near, look)
        elif verdict.evidence is not None:
            self._paint_sums(painter, area, verdict, look)

    def _paint_sums(self, painter: QPainter, area: QRectF, verdict: Verdict, look: Theme) -> None:
        ranked, scores = verdict.ranked, verdict.scores
        if verdict.evidence is None or ranked is None or scores is None:
            return
        if self._rasters is None:
            self._rasters = signed_pictures(verdict.evidence[list(ranked)], look)
        line = QFontMetricsF(look.font(0.85)).height()
        gap = look.space(2)
        side = min((area.width() - gap) / 2 - 2, area.height() - line - 2)
        left = area.x() + (area.width() - 2 * side - gap) / 2
        for i, (digit, raster) in enumerate(zip(ranked, self._rasters, strict=True)):
            frame = QRectF(round(left + i * (side + gap)), round(area.y()), int(side), int(side))
            framed(painter, frame, raster, look)
            text = f"{digit}: {_signed(float(scores[digit]))}"
            weight = QFont.Weight.Bold if i == 0 else QFont.Weight.Normal
            painter.setFont(fitting(look.font(0.85, weight, tabular=True), (text,), side + gap / 2))
            painter.setPen(look.digit(digit))
            painter.drawText(QRectF(frame.x(), frame.bottom(), side, line), int(CENTRE), text)

    def _paint_near(self, painter: QPainter, area: QRectF, near: Near, look: Theme) -> None:
        if self._images is None:
            return
        if self._rasters is None:
            table = fade(look.card, look.ink)
            greys = self._images[near.indices].astype(np.float32) / np.float32(255)
            self._rasters = [picture(grey, table) for grey in greys]
        line = QFontMetricsF(look.font(0.85)).height()
        gap = look.space(1.5)
        side = min((area.width() - 2 * gap) / _PER_ROW - 2, (area.height() - 2 * line) / 2 - 2)
        for i, raster in enumerate(self._rasters):
            row, column = divmod(i, _PER_ROW)
            in_row = min(_PER_ROW, len(self._rasters) - row * _PER_ROW)
            left = area.x() + (area.width() - in_row * side - (in_row - 1) * gap) / 2
            top = area.y() + row * (side + line)
            frame = QRectF(round(left + column * (side + gap)), round(top), int(side), int(side))
            framed(painter, frame, raster, look)
            votes = i < K
            digit = int(near.labels[i])
            if votes:  # also told by the bold type below
                painter.setPen(QPen(look.digit(digit), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(frame)
            weight = QFont.Weight.Bold if votes else QFont.Weight.Normal
            font = look.font(0.85, weight, tabular=True)
            text = f"{digit} · {near.distances[i]:.1f}"
            if QFontMetricsF(font).horizontalAdvance(text) > side + gap / 2:
                text = str(digit)  # no room for each distance: the heading has the first and the last
            painter.setFont(font)
            painter.setPen(look.digit(digit) if votes else look.quiet)
            painter.drawText(QRectF(frame.x(), frame.bottom(), side, line), int(CENTRE), text)

    def sizeHint(self) -> QSize:
        """Two rows of small pictures."""
        return QSize(theme().space(30), theme().space(32))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return QSize(theme().space(20), theme().space(32))

    def _restyle(self) -> None:
        self._rasters = None
        self.updateGeometry()
        self.update()


def signed_pictures(rows: Floats, look: Theme) -> list[Raster]:
    """Each row (n, m) as a picture in signed colours, all by the same scale; m of 784 is 28 x 28."""
    n, m = rows.shape
    high = 28 if m == 784 else max(d for d in range(1, int(m**0.5) + 1) if m % d == 0)
    sizes = np.abs(rows[rows != 0])
    scale = float(np.quantile(sizes, _CLIPPED)) if sizes.size else 1.0
    table = word_table(look.signed, -1.0)
    values = (rows / np.float32(scale)).reshape(n, high, m // high)
    return [picture(one, table, -1.0) for one in values]


def framed(painter: QPainter, frame: QRectF, raster: Raster, look: Theme) -> None:
    """A picture with hard pixels and a hairline round it."""
    painter.fillRect(frame.adjusted(-1, -1, 1, 1), look.line)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=raster.image.width() >= frame.width())
    device.draw_pixels(painter, frame, raster.image)


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")
