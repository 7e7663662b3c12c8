"""PartsBar: how the examples are cut up: a bar for each part, in the colours of its classes, with counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.task import Task
from neuroviz.panels.training.task import words
from neuroviz.panels.training.task.points import PARTS
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import theme, theme_changes


@dataclass(frozen=True)
class Count:
    """Examples of a part, by class; one entry alone for values."""

    part: int
    by_class: tuple[int, ...]

    @property
    def n(self) -> int:
        """All of them."""
        return sum(self.by_class)


class PartsBar(Ringed):
    """Each bar is as long as its part is large. Hovering tells how a number comes about."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[Count, ...] = ()
        self._names: tuple[str, ...] = ()
        self._leak = False
        self._tip = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._say()

    def show_task(self, task: Task | None, *, leak: bool) -> None:
        """Show how it is cut."""
        self._leak = leak
        if task is None:
            self._counts = ()
        else:
            self._names = task.class_names
            self._counts = tuple(_count(task, k) for k in range(len(PARTS)))
        self._say()
        self.update()

    def data(self) -> dict[str, np.ndarray]:
        """Counts (part, class)."""
        return {"counts": np.array([one.by_class for one in self._counts], np.int64)} if self._counts else {}

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Names, bars, numbers."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for row, one in enumerate(self._counts):
            box = self._bar(row)
            painter.setFont(look.font(0.85))
            painter.setPen(look.quiet)
            label = QRectF(0, box.y(), box.x() - look.space(2), box.height())
            painter.drawText(
                label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words.part(row)
            )
            for k, x, width in self._pieces(row):
                colour = look.digit(k) if len(one.by_class) > 1 else look.positive
                painter.fillRect(QRectF(x, box.y(), max(1.0, width), box.height()), colour)
            painter.setFont(look.font(0.85, QFont.Weight.DemiBold, tabular=True))
            painter.setPen(look.text)
            end = box.x() + box.width() * one.n / self._longest() + look.space(1.5)
            told = QRectF(end, box.y(), self.width() - end, box.height())
            painter.drawText(told, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"{one.n:,}")
        if self.hasFocus():
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def told(self, x: float, y: float) -> str:
        """What stands there, with how it comes about."""
        for row, one in enumerate(self._counts):
            if abs(y - self._bar(row).center().y()) <= self._bar(row).height() * 0.75:
                for k, left, width in self._pieces(row):
                    if left <= x < left + max(3.0, width) and len(one.by_class) > 1:
                        return words.class_count(row, k, one.by_class[k], one.n, self._names)
                return words.part_count(row, one.n, sum(c.n for c in self._counts), leak=self._leak)
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse."""
        text = self.told(event.position().x(), event.position().y())
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(theme().space(80), theme().space(16.5))

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(theme().space(40), theme().space(16.5))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)

    def _bar(self, row: int) -> QRectF:
        look = theme()
        metrics = self.fontMetrics()
        name = max(metrics.horizontalAdvance(words.part(k)) for k in range(len(PARTS))) + look.space(3)
        number = metrics.horizontalAdvance("000,000") + look.space(3)
        return QRectF(
            name,
            look.space(5.5) * row + look.space(1),
            max(10, self.width() - name - number),
            look.space(3.5),
        )

    def _pieces(self, row: int) -> list[tuple[int, float, float]]:
        """Class, left end and width of each stretch."""
        one, box = self._counts[row], self._bar(row)
        found, x = [], box.x()
        for k, n in enumerate(one.by_class):
            width = box.width() * n / self._longest()
            if n:
                found.append((k, x, width))
            x += width
        return found

    def _longest(self) -> int:
        return max((one.n for one in self._counts), default=1) or 1

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("How the examples are cut up"))
        parts = [f"{words.part(one.part)}: {one.n:,}" for one in self._counts]
        self.setAccessibleDescription("; ".join(parts))


def _count(task: Task, k: int) -> Count:
    side = getattr(task, PARTS[k])
    if task.kind == "values":
        return Count(k, (len(side),))
    return Count(k, tuple(np.bincount(side.y, minlength=task.n_out).tolist()))
