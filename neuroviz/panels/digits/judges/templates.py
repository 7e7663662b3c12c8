"""TemplateGrid: the ten pictures of weights of a linear model, alone or multiplied with the drawing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.nn import Net
from neuroviz.panels.digits.judges.evidence import CENTRE, framed, signed_pictures
from neuroviz.sims.judges import Verdict
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster
from neuroviz.ui.theme import theme, theme_changes

_PER_ROW = 5


class TemplateGrid(QWidget):
    """Ten signed pictures by one scale, with the scores they add up to once there is a drawing."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: NDArray[np.float32] | None = None
        self._scores: NDArray[np.float32] | None = None
        self._rasters: list[Raster] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_linear(self, net: Net, verdict: Verdict) -> None:
        """Show the products of this verdict, or the weights of `net` (784-10) while there is none."""
        evidence = verdict.evidence
        self._rows = net.views(0)["w"].T if evidence is None else evidence
        self._scores = verdict.scores
        self._restyle()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Two rows of five under a heading."""
        look = theme()
        small = look.font(0.85, tabular=True)
        line = QFontMetricsF(small).height()
        weights = self._scores is None
        text = self.tr("linear model: its weights") if weights else self.tr("linear model: weights × drawing")
        painter.setFont(fitting(small, (text,), self.width()))
        painter.setPen(look.quiet)
        painter.drawText(QRectF(0, 0, self.width(), line), int(CENTRE), text)
        if self._rows is None:
            return
        if self._rasters is None:
            self._rasters = signed_pictures(np.ascontiguousarray(self._rows), look)
        gap = look.space(1.5)
        high = (self.height() - line - gap) / 2 - line - 2
        side = max(8, int(min((self.width() - (_PER_ROW - 1) * gap) / _PER_ROW - 2, high)))
        left = (self.width() - _PER_ROW * side - (_PER_ROW - 1) * gap) / 2
        best = None if self._scores is None else int(self._scores.argmax())
        for digit, raster in enumerate(self._rasters):
            row, column = divmod(digit, _PER_ROW)
            frame = QRectF(
                round(left + column * (side + gap)), round(line + gap + row * (side + line + 2)), side, side
            )
            framed(painter, frame, raster, look)
            score = "" if self._scores is None else f" {self._scores[digit]:+.0f}".replace("-", "−")
            weight = QFont.Weight.Bold if digit == best else QFont.Weight.Normal
            text = f"{digit}{score}"
            painter.setFont(fitting(look.font(0.85, weight, tabular=True), (text,), side))
            painter.setPen(look.digit(digit))
            painter.drawText(QRectF(frame.x(), frame.bottom(), side, line), int(CENTRE), text)

    def sizeHint(self) -> QSize:
        """Pictures of 28 pixels."""
        look = theme()
        return QSize(5 * (28 + look.space(2)), look.space(36))

    def minimumSizeHint(self) -> QSize:
        """Smaller ones."""
        return QSize(theme().space(30), theme().space(24))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Ten pictures of weights"))
        text = self.tr("Orange: ink here speaks for the digit; blue: against it. The sum is its score.")
        self.setToolTip(text)
        self.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self._rasters = None
        self.update()
