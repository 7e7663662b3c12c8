"""DifferenceMatrix: the confusion matrix after the cuts, as what there is more or less than before."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from neuroviz.ui.confusion import ALL, Cell, ConfusionMatrix, Counts, Places
from neuroviz.ui.digit_names import plural
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import Theme

_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class DifferenceMatrix(ConfusionMatrix):
    """Orange is more than before, blue is less; with nothing cut it is the usual matrix."""

    _before: Counts | None = None

    def show_pair(self, before: Counts | None, after: Counts | None) -> None:
        """Counts (10, 10) before and after."""
        self._before = None if before is None else before.copy()
        self.set_counts(after)

    def _difference(self) -> Counts | None:
        if self._before is None or self._counts is None or np.array_equal(self._before, self._counts):
            return None
        return np.asarray(self._counts - self._before, np.int64)

    def told(self, cell: Cell) -> str:
        """How many there are, and how many there were."""
        plain = super().told(cell)
        if self._difference() is None or self._before is None or ALL in cell:
            return plain
        row, column = cell
        was = QCoreApplication.translate("DifferenceMatrix", "Before the cuts: {n} {who}.")
        return f"{plain} {was.format(n=f'{int(self._before[row, column]):,}', who=plural(row))}"

    def _paint_cells(self, painter: QPainter, places: Places, counts: Counts, look: Theme) -> None:
        more = self._difference()
        if more is None:
            super()._paint_cells(painter, places, counts, look)
            return
        share = np.sign(more) * np.sqrt(np.abs(more) / max(1, int(np.abs(more).max())))
        fills = look.signed(share)
        box = places.cell((0, 0))
        widest = f"+{int(np.abs(more).max())}"
        font = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
        painter.setFont(fitting(font, (widest,), box.width() - 2, box.height()))
        for row, column in np.ndindex(more.shape):
            box = places.cell((row, column)).adjusted(0.5, 0.5, -0.5, -0.5)
            fill = QColor(*(int(c) for c in fills[row, column]))
            painter.fillRect(box, fill if more[row, column] else look.raised)
            if more[row, column]:
                painter.setPen(QColor("#101216") if fill.lightnessF() > 0.5 else QColor("#F4F6FA"))
                text = f"{more[row, column]:+d}".replace("-", "\N{MINUS SIGN}")
                painter.drawText(box, _CENTRE, text)
