"""LevelBar: the colours of a map of agreement or of spread, with the numbers at their ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.sims.training.many_maps import SHARES
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, Words
from neuroviz.ui.theme import theme, theme_changes


class LevelBar(QWidget):
    """One line: the least, the colours, the most."""

    def __init__(self) -> None:
        super().__init__()
        self._table: Callable[[], Words] | None = None
        self._ends = ("", "")
        self._raster = Raster(1, SHARES + 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def show_ends(self, table: Callable[[], Words], ends: tuple[str, str]) -> None:
        """The table of the levels, and what the first and the last of them stand for."""
        self._table, self._ends = table, ends
        self.setToolTip(f"{ends[0]} – {ends[1]}")
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Words, colours, words."""
        look = theme()
        if self._table is None:
            return
        self._raster.words[0] = self._table()[: SHARES + 1]
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        metrics, gap = painter.fontMetrics(), look.space(1.5)
        wide = [metrics.horizontalAdvance(end) for end in self._ends]
        whole = QRectF(self.rect()).adjusted(gap, 0, -gap, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(whole, flags | Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(whole, flags | Qt.AlignmentFlag.AlignRight, self._ends[1])
        bar = whole.adjusted(wide[0] + gap, whole.height() * 0.28, -wide[1] - gap, -whole.height() * 0.28)
        painter.drawImage(bar, self._raster.image)

    def sizeHint(self) -> QSize:
        """A line of small words."""
        return QSize(theme().space(50), theme().space(5))

    def minimumSizeHint(self) -> QSize:
        """The least that can be read."""
        return QSize(theme().space(30), theme().space(5))
