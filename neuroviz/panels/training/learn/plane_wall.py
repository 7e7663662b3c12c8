"""PlaneWall: validation examples of the plane where they lie, the asked-for ones ringed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from neuroviz.data.task import Task
from neuroviz.nn import softmax
from neuroviz.panels.training.learn import cases as words
from neuroviz.panels.training.learn.cases import Case
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import plain
from neuroviz.ui.images import Raster
from neuroviz.ui.plane_colours import decision_raster
from neuroviz.ui.plane_pad import REACH, paint_point
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST_POINTS = 800
_NEAR = 14.0  # pixels
_MOVES = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6,
}  # fmt: skip


class PlaneWall(SquareWidget):
    """Arrows go from one asked-for example to the next, the worst first; a click takes the nearest."""

    picked = Signal(int)
    """This row of the validation examples is wanted."""

    current_changed = Signal(int)
    """Another example is the current one: its place in the list, −1 for none."""

    def __init__(self) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)  # what stands above and below it decides
        self.setSizePolicy(policy)
        self._task: Task | None = None
        self._cases: tuple[Case, ...] = ()
        self._map: Raster | None = None
        self._answers: NDArray[np.float32] | None = None
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self._recolour)
        self._describe()

    def show_cases(
        self, task: Task, found: Sequence[Case], answers: NDArray[np.float32] | None = None
    ) -> None:
        """Ring these; the current one stays if it is still among them. answers: (S, S, n_out) of the net all
        over the plane, row 0 on top.
        """
        current = self.current()
        self._task, self._cases = task, tuple(found)
        rows = [one.row for one in self._cases]
        self._current = rows.index(current.row) if current is not None and current.row in rows else -1
        mapped = answers is not None and answers.ndim == 3 and task.kind == "classes"
        self._answers = answers if mapped else None
        self._recolour()
        self._describe()

    def current(self) -> Case | None:
        """The example the cursor is on."""
        return self._cases[self._current] if 0 <= self._current < len(self._cases) else None

    def cases(self) -> tuple[Case, ...]:
        """All that are ringed."""
        return self._cases

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """What is answered all over, the points, the rings."""
        look, area = theme(), self.square()
        painter.fillRect(area, look.card)
        if self._map is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._map.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._task is not None:
            painter.save()
            painter.setClipRect(area)
            self._paint_points(painter, self._task, look)
            painter.restore()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(area.adjusted(-2, -2, 2, 2))

    def _paint_points(self, painter: QPainter, task: Task, look: Theme) -> None:
        size = max(1.8, self.square().width() / 110)
        x = task.valid.inputs(slice(0, _MOST_POINTS))
        painter.setOpacity(0.45)
        for i, (u, v) in enumerate(x.tolist()):
            self._paint_point(painter, task, i, self._to_pixel(u, v), size)
        painter.setOpacity(1.0)
        worst = max((one.loss for one in self._cases if np.isfinite(one.loss)), default=0.0)
        for place in range(len(self._cases) - 1, -1, -1):
            case = self._cases[place]
            at = self._at(case)
            share = 0.0 if not worst or not np.isfinite(case.loss) else case.loss / worst
            self._paint_point(painter, task, case.row, at, 1.25 * size)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = size * (2.0 + 1.6 * share)
            ring = (look.accent, 3.0) if place == self._current else (look.text, 1.4)
            for colour, width in ((look.window, 4.0), ring):
                painter.setPen(QPen(colour, look.stroke(width)))
                painter.drawEllipse(at, radius, radius)

    def _paint_point(self, painter: QPainter, task: Task, row: int, at: QPointF, size: float) -> None:
        look = theme()
        if task.kind == "classes":
            paint_point(painter, at, int(task.valid.y[row]), size, look)
            return
        most = float(np.abs(task.train.y).max(initial=1e-6))
        colour = look.signed(np.array(float(task.valid.y[row, 0]) / most))
        painter.setPen(QPen(look.text, 0.8))
        painter.setBrush(QColor(*colour.tolist()))
        painter.drawEllipse(at, size, size)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The nearest becomes current."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(self.place_at(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks pick it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and ends go along the list; Enter picks."""
        key = Qt.Key(event.key())
        if plain(event) and self._cases and key in _MOVES:
            self._go_to(min(max(self._current + _MOVES[key], 0), len(self._cases) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self._pick()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What is known of the example near the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def place_at(self, at: QPointF) -> int:
        """The place in the list of the example nearest to a point; −1 where none is near."""
        if not self._cases:
            return -1
        far = [_distance(self._at(one), at) for one in self._cases]
        best = int(np.argmin(far))
        return best if far[best] <= _NEAR else -1

    def hasHeightForWidth(self) -> bool:
        """It takes the room that is left."""
        return False

    def minimumSizeHint(self) -> QSize:
        """The least on which points can be told apart."""
        return QSize(theme().space(30), theme().space(30))

    def sizeHint(self) -> QSize:
        """No more: what stands above and below it decides."""
        return self.minimumSizeHint()

    def _at(self, case: Case) -> QPointF:
        assert self._task is not None
        u, v = self._task.valid.inputs(slice(case.row, case.row + 1))[0].tolist()
        return self._to_pixel(u, v)

    def _to_pixel(self, x: float, y: float) -> QPointF:
        area = self.square()
        across = area.width() / (2 * REACH)
        return QPointF(area.left() + (x + REACH) * across, area.bottom() - (y + REACH) * across)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        place = self.place_at(QPointF(at))
        if place < 0 or self._task is None:
            QToolTip.hideText()
            return
        around = QRectF(0, 0, 2 * _NEAR, 2 * _NEAR)
        around.moveCenter(self._at(self._cases[place]))
        QToolTip.showText(on_screen, words.told(self._task, self._cases[place]), self, around.toAlignedRect())

    def _go_to(self, place: int) -> None:
        self._current = place
        self._describe()
        self.update()
        self.current_changed.emit(place)

    def _pick(self) -> None:
        current = self.current()
        if current is not None:
            self.picked.emit(current.row)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Examples on the plane"))
        current = self.current()
        if current is None or self._task is None:
            self.setAccessibleDescription(self.tr("Examples: {n}.").format(n=f"{len(self._cases):,}"))
            return
        text = self.tr("Example {i} of {n}: {told}")
        told = words.told(self._task, current).replace("\n", ", ")
        self.setAccessibleDescription(
            text.format(i=self._current + 1, n=f"{len(self._cases):,}", told=told)
        )

    def _recolour(self) -> None:
        self._map = None
        if self._answers is not None:
            sides = self._answers.shape
            p = softmax(self._answers.reshape(-1, sides[-1])).reshape(sides)
            broken = np.isnan(p).any(axis=-1)
            sure = np.where(broken, np.nan, p.max(axis=-1))
            self._map = decision_raster(np.nan_to_num(p, nan=-1.0).argmax(axis=-1), sure, theme())
        self.update()


def _distance(a: QPointF, b: QPointF) -> float:
    return float(np.hypot(a.x() - b.x(), a.y() - b.y()))
