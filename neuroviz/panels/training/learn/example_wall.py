"""ExampleWall: validation examples to scroll through: pictures, or the values of a table row by row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip

from neuroviz.data.task import Task
from neuroviz.panels.training.learn import cases as words
from neuroviz.panels.training.learn.cases import Case
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.image_cells import (
    MOVES,
    Caption,
    Grid,
    laid_out,
    measured,
    paint_caption,
    paint_empty,
    paint_frame,
)
from neuroviz.ui.images import Raster, fade
from neuroviz.ui.images import words as colour_words
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import Theme, theme, theme_changes

_SIDE = 48  # pixels of a picture at the usual size of text
_KEPT = 600  # pictures that were seen
_NOTCH = 120


class ExampleWall(Ringed):
    """Arrows, Home, End, Page keys move; Enter or a double click picks; the wheel scrolls."""

    picked = Signal(int)
    """This row of the validation examples is wanted."""

    current_changed = Signal(int)
    """Another example is the current one: its place in the list, −1 for none."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self._cases: tuple[Case, ...] = ()
        self._captions: list[Caption] = []
        self._current = -1
        self._rasters: dict[int, Raster] = {}
        self._grid = Grid(0, 1, 1.0, 1.0, 0, 0.0)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        leave_out(self._bar)
        self._bar.hide()
        self._bar.valueChanged.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_cases(self, task: Task, found: Sequence[Case]) -> None:
        """Show these in their order; the current one stays if it is still among them."""
        if task is not self._task:
            self._rasters.clear()
        current = self.current()
        self._task, self._cases = task, tuple(found)
        rows = [one.row for one in self._cases]
        self._current = rows.index(current.row) if current is not None and current.row in rows else -1
        self._caption()
        self._lay_out()
        self._describe()

    def current(self) -> Case | None:
        """The example the cursor is on."""
        return self._cases[self._current] if 0 <= self._current < len(self._cases) else None

    def cases(self) -> tuple[Case, ...]:
        """All that are shown."""
        return self._cases

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The examples in sight."""
        look, top = theme(), self._bar.value()
        if not self._cases or self._task is None:
            empty = self.tr("There is no such example.") if self._task is not None else ""
            paint_empty(painter, QRectF(self.rect()), empty, look, focused=self.hasFocus())
            return
        painter.translate(0, -top)
        for i in self._grid.seen(top, self.height()):
            if self._pictures():
                self._paint_picture(painter, i, look)
            else:
                self._paint_row(painter, i, look)

    def _paint_picture(self, painter: QPainter, i: int, look: Theme) -> None:
        square, current = self._grid.picture(i), i == self._current
        if current:
            paint_frame(painter, square, look, current=True, focused=self.hasFocus())
        raster = self._raster(self._cases[i].row)
        high, wide = raster.words.shape
        scale = square.width() / max(high, wide)
        target = QRectF(0, 0, wide * scale, high * scale)
        target.moveCenter(square.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1.0)
        device.draw_pixels(painter, target, raster.image)
        paint_caption(painter, self._grid.cell(i), square, self._captions[i], look, current=current)

    def _paint_row(self, painter: QPainter, i: int, look: Theme) -> None:
        box, caption = self._grid.cell(i), self._captions[i]
        if i == self._current:
            painter.fillRect(box, look.raised)
            if self.hasFocus():
                painter.fillRect(QRectF(box.left(), box.top(), look.stroke(3), box.height()), look.accent)
        assert self._task is not None
        inner = box.adjusted(look.space(2), look.space(1), -look.space(1), 0)
        metrics = QFontMetricsF(look.font(0.85))
        first = QRectF(inner.left(), inner.top(), inner.width(), metrics.height())
        painter.setFont(look.font(0.85, QFont.Weight.DemiBold, tabular=True))
        painter.setPen(look.text)
        painter.drawText(first, _LEFT, caption.text)
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        painter.drawText(first, _RIGHT, caption.second)
        second = first.translated(0, metrics.height())
        text = words.inputs_text(self._task, self._cases[i].row)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, _LEFT, shown)

    def _raster(self, row: int) -> Raster:
        if row not in self._rasters:
            while len(self._rasters) >= _KEPT:
                del self._rasters[next(iter(self._rasters))]
            assert self._task is not None
            self._rasters[row] = picture_of(self._task, row)
        return self._rasters[row]

    # -- the hand ----------------------------------------------------------------------------------------

    def place_at(self, at: QPointF) -> int:
        """The place in the list under a point, −1 for none."""
        return self._grid.at(at.x(), at.y() + self._bar.value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes an example current."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(self.place_at(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks pick it."""
        if event.button() == Qt.MouseButton.LeftButton and self.place_at(event.position()) == self._current:
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, pages, ends; Enter picks."""
        key = Qt.Key(event.key())
        if not plain(event) or not self._cases:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
        elif key in MOVES:
            page = max(1, int(self.height() // self._grid.down))
            self._go_to(0 if self._current < 0 else self._grid.after(self._current, key, page))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, where there is more than is seen."""
        if self._bar.maximum() == 0:
            event.ignore()
            return
        turned = event.pixelDelta().y() or round(event.angleDelta().y() / _NOTCH * self._grid.down * 0.75)
        self._bar.setValue(self._bar.value() - turned)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """What is known of the example under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        i = self.place_at(QPointF(at))
        if i < 0 or self._task is None:
            QToolTip.hideText()
            return
        box = self._grid.cell(i).translated(0, -self._bar.value()).toAlignedRect()
        QToolTip.showText(on_screen, words.told(self._task, self._cases[i]), self, QRect(box))

    def _go_to(self, place: int) -> None:
        self._current = place
        if place >= 0:
            cell, top = self._grid.cell(place), self._bar.value()
            low, high = round(cell.bottom()) - self.height() + 2, int(cell.top())
            self._bar.setValue(min(max(top, low), max(high, low)))
        self._describe()
        self.update()
        self.current_changed.emit(place)

    def _pick(self) -> None:
        current = self.current()
        if current is not None:
            self.picked.emit(current.row)

    # -- events ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer in a row."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._restyle()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """One row; it takes the room that is left."""
        return QSize(theme().space(60), theme().space(24))

    def minimumSizeHint(self) -> QSize:
        """One example."""
        return QSize(theme().space(30), theme().space(22))

    # -- inside ------------------------------------------------------------------------------------------

    def _pictures(self) -> bool:
        return self._task is not None and self._task.view == "images"

    def _caption(self) -> None:
        task = self._task
        self._captions = []
        for one in self._cases if task is not None else ():
            assert task is not None
            colour = int(task.valid.y[one.row]) if task.kind == "classes" else None
            self._captions.append(Caption(words.short(task, one), words.loss_text(one), colour))

    def _lay_out(self) -> None:
        look, bar = theme(), self._bar.sizeHint().width()
        width = max(1.0, float(self.width() - bar))
        if self._pictures():
            side = round(_SIDE * look.text_scale)
            widest, lines = measured(self._captions[:24], look)
            self._grid = laid_out(len(self._cases), width, side, min(widest, width / 3), lines, look)
        else:
            down = 2 * QFontMetricsF(look.font(0.85)).height() + look.space(2)
            self._grid = Grid(len(self._cases), 1, width, down, 0, 0.0)
        self._bar.setGeometry(self.width() - bar, 0, bar, self.height())
        self._bar.setRange(0, max(0, self._grid.height - self.height()))
        self._bar.setPageStep(max(1, self.height()))
        self._bar.setSingleStep(max(1, round(self._grid.down / 2)))
        self._bar.setVisible(self._bar.maximum() > 0)
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Examples"))
        current = self.current()
        if current is None or self._task is None:
            text = self.tr("Examples: {n}.").format(n=f"{len(self._cases):,}")
        else:
            told = words.told(self._task, current).replace("\n", ", ")
            text = self.tr("Example {i} of {n}: {told}")
            text = text.format(i=self._current + 1, n=f"{len(self._cases):,}", told=told)
        self.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self._rasters.clear()
        self._caption()
        self._lay_out()
        self._describe()


def picture_of(task: Task, row: int) -> Raster:
    """A validation example of a task of pictures: one channel as ink on paper, three as they are."""
    channels, high, wide = task.shape if len(task.shape) == 3 else (1, *task.shape[:2])
    x = task.valid.inputs(slice(row, row + 1)).reshape(channels, high, wide)
    low, most = float(x.min()), float(x.max())
    if low < 0 or most > 1:  # scaled pictures are seen as far as they go
        x = (x - low) / max(most - low, 1e-6)
    raster = Raster(high, wide)
    bytes_ = np.rint(255 * x).astype(np.uint8)
    if channels == 3:
        rgba = np.concatenate([np.moveaxis(bytes_, 0, -1), np.full((high, wide, 1), 255, np.uint8)], axis=-1)
        raster.words[:] = colour_words(rgba)
    else:
        raster.words[:] = fade(theme().card, theme().ink)[bytes_[0]]
    return raster


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
