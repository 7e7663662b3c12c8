"""ImageSheet: thousands of small captioned pictures to scroll through; only what shows is drawn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QWidget

from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.image_cells import (
    FIELD,
    MOVES,
    Caption,
    Grid,
    laid_out,
    measured,
    paint_caption,
    paint_empty,
    paint_frame,
    source,
)
from neuroviz.ui.image_rows import RowRasters
from neuroviz.ui.images import Raster
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

__all__ = ["SIDES", "Caption", "ImageSheet"]

SIDES = (28, 42, 56, 70, 84, 112, 140)
"""The sizes a picture can have, pixels at normal text size."""

_SAMPLE = 24  # captions that are measured to find the width of a cell
_NOTCH = 120  # what one notch of a wheel reports

Images = NDArray[np.uint8]
Which = NDArray[np.int64]


class ImageSheet(Ringed):
    """Pictures named by their row in one large array, in any order; the sheet keeps its place as they change.

    Arrows, Home, End, Page keys move; Enter or a double click picks; Ctrl+wheel, + and − size the pictures.
    """

    picked = Signal(int)
    """Enter or a double click: the row of that picture in the array."""

    current_changed = Signal(int)
    """Another picture is the current one (a click, an arrow): its row, −1 for none."""

    hovered = Signal(int)
    """The picture under the pointer: its row, −1 for none."""

    side_changed = Signal(int)
    """The visitor has asked for another size of the pictures, one of SIDES."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: Images = np.zeros((0, FIELD, FIELD), np.uint8)
        self._which: Which = np.zeros(0, np.int64)
        self._caption: Callable[[int], Caption] = _no_caption
        self._side, self._empty = 56, ""
        self._current = self._hover = -1
        self._words, self._lines = 0.0, 0
        self._rows = RowRasters()
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        leave_out(self._bar)
        self._bar.valueChanged.connect(self._on_scrolled)
        self._grid = Grid(0, 1, 1.0, 1.0, self._side, 0.0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)

    # -- what it shows -----------------------------------------------------------------------------------

    def show_images(self, images: Images, which: Which | None = None) -> None:
        """Show the rows `which` of `images` (N, 28, 28) uint8, in that order; all without `which`.

        The current picture and the one at the top stay where they are if they are still among them; captions
        are asked for anew.
        """
        which = np.arange(len(images)) if which is None else np.asarray(which, np.int64)
        same = images is self._images and np.array_equal(which, self._which)
        if same:
            self.refresh()
            return
        anchor, current = self._anchor(), self.current()
        if images is not self._images or not _begins_with(which, self._which):
            self._rows.clear()
        elif len(self._which) % self._grid.columns:
            self._rows.forget(len(self._which) // self._grid.columns)  # the last row was not full
        self._images, self._which = images, which
        self._current = self._place_of(current)
        self._hover = -1
        self._measure()
        self._lay_out(anchor)
        self._describe()
        if self.current() != current:
            self.current_changed.emit(self.current())

    def set_captions(self, caption: Callable[[int], Caption]) -> None:
        """What is written under a picture, asked by its row whenever it is drawn."""
        self._caption = caption
        self.refresh()

    def refresh(self) -> None:
        """The captions say something else than before."""
        anchor = self._anchor()
        self._measure()
        self._lay_out(anchor)
        self._describe()

    def set_empty(self, text: str) -> None:
        """The sentence that stands there while there is no picture."""
        self._empty = text
        self._describe()
        self.update()

    def side(self) -> int:
        """The size of the pictures at normal text size."""
        return self._side

    def set_side(self, side: int) -> None:
        """Show them at the size of SIDES nearest to this."""
        side = min(SIDES, key=lambda one: abs(one - side))
        if side != self._side:
            anchor = self._anchor()
            self._side = side
            self._lay_out(anchor)

    def shown(self) -> Which:
        """The rows shown, in their order."""
        return self._which

    def current(self) -> int:
        """The row of the current picture, −1 for none."""
        return int(self._which[self._current]) if 0 <= self._current < len(self._which) else -1

    def set_current(self, row: int) -> None:
        """Make this picture current, silently, and bring it into sight; none for a row that is not shown."""
        self._current = self._place_of(row)
        self._bring_into_sight()
        self._describe()
        self.update()

    def cell_of(self, row: int) -> QRect:
        """Where a picture and its caption stand now, in the widget's pixels; empty if it is not shown."""
        place = self._place_of(row)
        if place < 0:
            return QRect()
        return self._grid.cell(place).translated(0, -self._bar.value()).toAlignedRect()

    # -- place -------------------------------------------------------------------------------------------

    def _place_of(self, row: int) -> int:
        found = np.flatnonzero(self._which == row)
        return int(found[0]) if row >= 0 and len(found) else -1

    def _anchor(self) -> tuple[int, float]:
        """A row and where its cell's top is in sight, to be kept; (−1, 0) for the very top."""
        top = self._bar.value()
        seen = self._grid.seen(top, max(1, self.height()))
        if top == 0 or not len(seen):
            return -1, 0.0
        whole = min(seen[0] + (self._grid.columns if self._grid.cell(seen[0]).y() < top else 0), seen[-1])
        place = self._current if self._current in seen else whole
        return int(self._which[place]), self._grid.cell(place).y() - top

    def _lay_out(self, anchor: tuple[int, float] = (-1, 0.0)) -> None:
        look = theme()
        bar = self._bar.sizeHint().width()
        columns = self._grid.columns
        width = max(1, self.width() - bar - look.space(1))
        side = max(FIELD // 2, round(self._side * look.text_scale))
        self._grid = laid_out(len(self._which), width, side, self._words, self._lines, look)
        if self._grid.columns != columns:
            self._rows.clear()
        self._bar.setGeometry(self.width() - bar, 0, bar, self.height())
        self._bar.setRange(0, max(0, self._grid.height - self.height()))
        self._bar.setPageStep(max(1, self.height()))
        self._bar.setSingleStep(max(1, round(self._grid.down / 2)))
        self._bar.setVisible(self._bar.maximum() > 0)
        place = self._place_of(anchor[0])
        if place >= 0:
            self._bar.setValue(round(self._grid.cell(place).y() - anchor[1]))
        self.update()

    def _measure(self) -> None:
        spread = max(1, len(self._which) // _SAMPLE)
        captions = [self._caption(int(row)) for row in self._which[::spread]]
        self._words, self._lines = measured(captions, theme())

    def _bring_into_sight(self) -> None:
        if self._current < 0:
            return
        cell, top = self._grid.cell(self._current), self._bar.value()
        if cell.top() < top:
            self._bar.setValue(int(cell.top() - self._grid.edge / 2))
        elif cell.bottom() > top + self.height():
            self._bar.setValue(round(cell.bottom() + self._grid.edge / 2) - self.height())

    def _restyle(self) -> None:
        anchor = self._anchor()
        self._rows.recolour()
        self._measure()
        self._lay_out(anchor)

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The rows in sight."""
        look, top = theme(), self._bar.value()
        if not len(self._which):
            paint_empty(painter, QRectF(self.rect()), self._empty, look, focused=self.hasFocus())
            return
        painter.translate(0, -top)
        side = self._grid.side * self.devicePixelRatioF()
        smooth = side < 2 * FIELD or abs(side / FIELD - round(side / FIELD)) > 0.01
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        for i in self._grid.seen(top, self.height()):
            self._paint_cell(painter, i)
        self._rows.trim()

    def _paint_cell(self, painter: QPainter, i: int) -> None:
        look, square, current = theme(), self._grid.picture(i), i == self._current
        row, k = divmod(i, self._grid.columns)
        if current or i == self._hover:
            paint_frame(painter, square, look, current=current, focused=self.hasFocus())
        device.draw_pixels(painter, square, self._row(row).image, source(k))
        caption = self._caption(int(self._which[i]))
        paint_caption(painter, self._grid.cell(i), square, caption, look, current=current)

    def _row(self, row: int) -> Raster:
        found = self._rows.known(row)
        if found is None:
            first = row * self._grid.columns
            found = self._rows.made(row, self._images[self._which[first : first + self._grid.columns]])
        return found

    # -- the hand ----------------------------------------------------------------------------------------

    def place_at(self, at: QPointF) -> int:
        """The place in the order under a point of the widget, −1 for none."""
        return self._grid.at(at.x(), at.y() + self._bar.value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes a picture current."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(self.place_at(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks pick it."""
        if event.button() == Qt.MouseButton.LeftButton and self.place_at(event.position()) == self._current:
            self._pick()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer."""
        self._set_hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is."""
        self._set_hover(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, size."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self._resize_by(1 if turned > 0 else -1)
        elif self._bar.maximum() == 0:
            event.ignore()
            return
        else:
            pixels = event.pixelDelta().y() or round(turned / _NOTCH * self._grid.down * 0.75)
            self._bar.setValue(self._bar.value() - pixels)
            self._set_hover(self.place_at(event.position()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, pages, Enter, + and −."""
        key, plain = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self._pick()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._resize_by(1 if key == Qt.Key.Key_Plus else -1)
        elif key in MOVES and len(self._which):
            self._go_to(self._after(key))
        else:
            super().keyPressEvent(event)

    def _after(self, key: Qt.Key) -> int:
        """Where a key leads from the current place; from nowhere it leads to the first in sight."""
        if self._current < 0 and key not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._grid.seen(self._bar.value(), self.height())[0]
        return self._grid.after(self._current, key, max(1, int(self.height() // self._grid.down)))

    def _go_to(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self._bring_into_sight()
            self._describe()
            self.update()
            self.current_changed.emit(self.current())

    def _pick(self) -> None:
        if self._current >= 0:
            self.picked.emit(self.current())

    def _set_hover(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.hovered.emit(int(self._which[place]) if place >= 0 else -1)
            self.update()

    def _resize_by(self, step: int) -> None:
        at = min(max(SIDES.index(self._side) + step, 0), len(SIDES) - 1)
        if SIDES[at] != self._side:
            self.set_side(SIDES[at])
            self.side_changed.emit(self._side)

    # -- events ------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The tooltip of the picture under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        place = self.place_at(QPointF(at))
        text = self._caption(int(self._which[place])).spoken if place >= 0 else ""
        QToolTip.showText(on_screen, text, self, self.cell_of(int(self._which[place])) if text else QRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer in a row; the one at the top stays there."""
        anchor = self._anchor()
        super().resizeEvent(event)
        self._lay_out(anchor)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: the captions are asked for anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(theme().space(100), theme().space(80))

    def minimumSizeHint(self) -> QSize:
        """One picture and its caption."""
        return QSize(theme().space(24), theme().space(20))

    def _on_scrolled(self, _value: int) -> None:
        self.update()

    def _describe(self) -> None:
        if not len(self._which):
            self.setAccessibleDescription(self._empty)
        elif self._current < 0:
            self.setAccessibleDescription(self.tr("Pictures: {n}.").format(n=f"{len(self._which):,}"))
        else:
            text = self.tr("Picture {i} of {n}: {caption}")
            told = text.format(
                i=self._current + 1, n=f"{len(self._which):,}", caption=self._caption(self.current()).spoken
            )
            self.setAccessibleDescription(told)


def _begins_with(which: Which, first: Which) -> bool:
    return len(first) <= len(which) and np.array_equal(which[: len(first)], first)


def _no_caption(_row: int) -> Caption:
    return Caption()
