"""Gallery: all tasks side by side, each with a small picture made from its examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.training.task import names
from neuroviz.sims.training.look import Small
from neuroviz.ui import device
from neuroviz.ui.class_marks import Sprites
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.icons import paint_icon
from neuroviz.ui.images import Raster, fade
from neuroviz.ui.theme import Theme, theme, theme_changes

COLUMNS = 3
_MOVES = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS,
}  # fmt: skip
_KEYS = (*_MOVES, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)
_MARK = 1.4  # pixels
_AT_ONCE = 4  # small pictures drawn in one paint
_REACH = 1.2


class Gallery(Ringed):
    """A click or Enter takes a task; arrows move; Delete takes away data of the visitor's own."""

    chosen = Signal(str)
    """The name of the task that is wanted."""

    forgotten = Signal(str)
    """Data of the visitor's own that is not wanted any more."""

    looked = Signal(int, int)
    """From which pixel to which, from top to bottom, there is something to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._own: frozenset[str] = frozenset()
        self._current = ""
        self._at = 0
        self._drawn = 0  # small pictures in this paint
        self._small: dict[str, Small] = {}
        self._pictures: dict[str, tuple[object, QPixmap]] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme_changes.changed.connect(self._restyle)
        self._say()

    def show_tasks(self, tasks: Sequence[str], own: Sequence[str]) -> None:
        """The tasks there are, in order; `own` are the visitor's."""
        found = (tuple(tasks), frozenset(own))
        if found != (self._names, self._own):
            at = self._names[self._at] if self._at < len(self._names) else self._current
            self._names, self._own = found
            still = at in self._names
            self._at = self._names.index(at) if still else min(self._at, max(0, len(self._names) - 1))
            self.updateGeometry()
            self._say()
            self.update()

    def show_small(self, small: Mapping[str, Small]) -> None:
        """Pictures by name; those already there stay."""
        fresh = {name: one for name, one in small.items() if self._small.get(name) is not one}
        if fresh:
            self._small.update(fresh)
            self.update()

    def choose(self, name: str) -> None:
        """This task is the present one."""
        if name != self._current:
            self._current = name
            if name in self._names:
                self._at = self._names.index(name)
                self.look()
            self._say()
            self.update()

    def look(self) -> None:
        """Bring the task with the cursor into sight, by `looked`."""
        if self._at < len(self._names):
            cell = self._cell(self._at)
            self.looked.emit(int(cell.top()), int(cell.bottom()))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Each with its picture and name."""
        look = theme()
        self._drawn = 0
        for i, name in enumerate(self._names):
            cell, square = self._cell(i), self._square(i)
            if name == self._current:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(look.raised)
                painter.setPen(QPen(look.accent, look.stroke(1.5)))
                painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
            painter.drawPixmap(square.topLeft(), self._picture(name, square.width(), painter))
            bold = QFont.Weight.DemiBold if name == self._current else QFont.Weight.Normal
            painter.setFont(look.font(0.85, bold))
            painter.setPen(look.text if name == self._current else look.quiet)
            line = QRectF(
                cell.x() + 3, square.bottom() + 1, cell.width() - 6, cell.bottom() - square.bottom() - 3
            )
            text = painter.fontMetrics().elidedText(
                names.task_name(name), Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
            if self.hasFocus() and i == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.accent, look.stroke(2.5)))
                painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the one under the mouse."""
        i = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and i >= 0:
            self._at = i
            self.chosen.emit(self._names[i])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter takes; Delete forgets."""
        key = Qt.Key(event.key())
        if key in _MOVES or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = len(self._names) - 1
            to = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key, self._at + _MOVES.get(key, 0))
            if 0 <= to <= last:
                self._at = to
                self.look()
                self._say()
                self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._names:
            self.chosen.emit(self._names[self._at])
        elif key == Qt.Key.Key_Delete and self._names and self._names[self._at] in self._own:
            self.forgotten.emit(self._names[self._at])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard; hovering tells what a task is about."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = Qt.Key(event.key()) in _KEYS
            event.setAccepted(wanted)
            return wanted or super().event(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            i = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._told(i), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """All of them."""
        width, height = self._sizes()
        return QSize(COLUMNS * width, ceil(len(self._names) / COLUMNS) * height)

    def minimumSizeHint(self) -> QSize:
        """The same: it scrolls if there is not the room."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _told(self, i: int) -> str:
        if i < 0:
            return ""
        name = self._names[i]
        text = names.about(name) or self.tr("Data of your own.")
        return text + "\n" + self.tr("Del takes it away.") if name in self._own else text

    def _sizes(self) -> tuple[int, int]:
        """Width and height of a cell."""
        look = theme()
        line = self.fontMetrics().height()
        return look.space(20), look.space(15.5) + line

    def _cell(self, i: int) -> QRectF:
        width, height = self._sizes()
        return QRectF((i % COLUMNS) * width, (i // COLUMNS) * height, width, height)

    def _square(self, i: int) -> QRectF:
        cell, side = self._cell(i), theme().space(14)
        return QRectF(round(cell.center().x() - side / 2), cell.y() + theme().space(1), side, side)

    def _under(self, at: QPointF) -> int:
        return next((i for i in range(len(self._names)) if self._cell(i).contains(at)), -1)

    def _picture(self, name: str, side: float, painter: QPainter) -> QPixmap:
        look, ratio = theme(), device.ratio(painter)
        small = self._small.get(name)
        key = (small, side, ratio, look)
        known = self._pictures.get(name)
        if known is not None and known[0] == key:
            return known[1]
        if self._drawn >= _AT_ONCE and not device.is_vector(painter):
            self.update()  # the next time it is painted, so that no paint lasts long
            return known[1] if known is not None else _drawn(None, side, ratio, look)
        self._drawn += 1
        self._pictures[name] = (key, _drawn(small, side, ratio, look))
        return self._pictures[name][1]

    def _restyle(self) -> None:
        self._pictures.clear()
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Tasks"))
        text = self.tr("Chosen: {chosen}. At: {at}. Arrows move, Enter chooses.")
        at = names.task_name(self._names[self._at]) if self._names else "–"
        self.setAccessibleDescription(text.format(chosen=names.task_name(self._current), at=at))


def _drawn(small: Small | None, side: float, ratio: float, look: Theme) -> QPixmap:
    """A small picture; an empty card while it is being made."""
    found = QPixmap(round(side * ratio), round(side * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(look.card)
    if small is None:
        return found
    with QPainter(found) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if small.images is not None:
            _draw_images(painter, small.images, side, look)
        elif small.x is not None and small.y is not None and len(small.x):
            _draw_points(painter, small, side, look, ratio)
        elif small.x is not None:  # nothing has been painted yet
            edge = side * 0.3
            paint_icon(painter, QRectF(edge, edge, side - 2 * edge, side - 2 * edge), "pen", look.quiet)
        else:
            _draw_rows(painter, side, look)
    return found


def _draw_points(painter: QPainter, small: Small, side: float, look: Theme, ratio: float) -> None:
    x, y = small.x, small.y
    assert x is not None
    assert y is not None
    if x.shape[1] == 1:
        up = y[:, 0] / max(1e-6, float(np.abs(y).max(initial=0.0)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.positive)
        for a, b in zip(x[:, 0].tolist(), up.tolist(), strict=True):
            painter.drawEllipse(QPointF((a / _REACH + 1) * side / 2, (1 - b / _REACH) * side / 2), 1.2, 1.2)
        return
    places = [QPointF((a / _REACH + 1) * side / 2, (1 - b / _REACH) * side / 2) for a, b in x.tolist()]
    if y.ndim == 1:
        sprites = Sprites(_MARK, look, ratio)
        for at, label in zip(places, y.tolist(), strict=True):
            sprites.paint(painter, at, label, hollow=False)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    colours = look.signed(y[:, 0] / max(1e-6, float(np.abs(y).max(initial=0.0))))
    for at, colour in zip(places, colours.tolist(), strict=True):
        painter.setBrush(QColor(*colour))
        painter.drawEllipse(at, 1.6, 1.6)


def _draw_images(painter: QPainter, images: NDArray[np.uint8], side: float, look: Theme) -> None:
    """Up to nine, three in a row; empty frames for those that have yet to be read."""
    table = fade(look.card, look.ink)
    cell = side / 3
    if not len(images):
        painter.setPen(QPen(look.quiet, 1))
        for i in range(9):
            painter.drawRect(QRectF((i % 3) * cell + 3, (i // 3) * cell + 3, cell - 6, cell - 6))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for i, image in enumerate(images[:9]):
        raster = Raster(*image.shape)
        raster.words[:] = table[image]
        box = QRectF((i % 3) * cell + 0.5, (i // 3) * cell + 0.5, cell - 1, cell - 1)
        painter.drawImage(box, raster.image)


def _draw_rows(painter: QPainter, side: float, look: Theme) -> None:
    """A table: lines and a head."""
    edge = side * 0.14
    box = QRectF(edge, edge, side - 2 * edge, side - 2 * edge)
    painter.fillRect(QRectF(box.x(), box.y(), box.width(), box.height() / 5), look.line)
    painter.setPen(QPen(look.quiet, 1))
    painter.drawRect(box)
    for i in range(1, 5):
        y = box.y() + box.height() * i / 5
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    for i in range(1, 3):
        x = box.x() + box.width() * i / 3
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
