"""Legend: which colour is which class, and what diamond and ring mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.panels.layers.space.map_paint import MOST_RINGED
from neuroviz.ui.errors import painted
from neuroviz.ui.numbers import share
from neuroviz.ui.theme import theme, theme_changes


class Legend(QWidget):
    """One line; what does not fit at the right is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._classes: tuple[str, ...] = ()
        self._wrong: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def show_classes(self, names: Sequence[str], wrong: float | None) -> None:
        """The classes in the order of their colours; the share of wrong answers, None if unknown."""
        if (tuple(names), wrong) != (self._classes, self._wrong):
            self._classes, self._wrong = tuple(names), wrong
            self._name()
            self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A dot and a name each, then the signs."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
        metrics = QFontMetricsF(font)
        x, middle, gap, r = 2.0, self.height() / 2, look.space(1), look.space(1)
        for i, name in enumerate(self._classes):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.digit(i))
            painter.drawEllipse(QPointF(x + r, middle), r, r)
            x += 2 * r + gap
            wide = metrics.horizontalAdvance(name)
            painter.setFont(font)
            painter.setPen(look.text)
            painter.drawText(QRectF(x, 0, wide + 2, self.height()), _LEFT, name)
            x += wide + 2.5 * gap
        painter.setFont(look.font(0.85))
        metrics = QFontMetricsF(look.font(0.85))
        for k, text in enumerate(self._signs()):
            wide = metrics.horizontalAdvance(text)
            if x + 4 * gap + wide > self.width():
                break
            at = QPointF(x + 2 * gap, middle)
            if k == 0:
                s = 1.4 * r
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.accent)
                corners = (QPointF(0, -s), QPointF(s, 0), QPointF(0, s), QPointF(-s, 0))
                painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
            elif self._wrong is not None and self._wrong <= MOST_RINGED:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.text, look.stroke(1.2)))
                painter.drawEllipse(at, 1.2 * r, 1.2 * r)
            painter.setPen(look.quiet)
            painter.drawText(QRectF(x + 4 * gap, 0, wide + 2, self.height()), _LEFT, text)
            x += 6 * gap + wide

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().space(60), theme().space(6))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed."""
        return QSize(theme().space(20), theme().space(6))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _signs(self) -> tuple[str, ...]:
        here = self.tr("current input")
        if self._wrong is None:
            return (here,)
        text = (
            self.tr("read wrongly: {part}") if self._wrong <= MOST_RINGED else self.tr("{part} read wrongly")
        )
        return here, text.format(part=share(self._wrong) if self._wrong < 1 else _ALL)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription(", ".join((*self._classes, *self._signs())))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_ALL = "100\N{NARROW NO-BREAK SPACE}%"
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
