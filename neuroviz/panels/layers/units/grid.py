"""UnitGrid: all units of a layer to scroll through: a face, averages by class, a name and a number each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip

from neuroviz.panels.layers.units.faces import Face
from neuroviz.panels.layers.units.picture import face_raster
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.image_cells import MOVES, Grid
from neuroviz.ui.images import Raster
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import Theme, theme, theme_changes

_KEPT = 400  # pictures that were seen
_NOTCH = 120  # what one notch of a wheel reports
Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Entry:
    """What is known of one unit. profile (K,): its average by class, NaN for none."""

    name: str
    value: str
    named: bool
    profile: Floats | None
    silent: bool = False


class UnitGrid(Ringed):
    """Arrows, Home, End and Page keys move; a click or a move chooses."""

    chosen = Signal(int)
    """The visitor has chosen this unit."""

    def __init__(self) -> None:
        super().__init__()
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._entry: Callable[[int], Entry] = _no_entry
        self._face: Callable[[int], Face | None] | None = None
        self._rasters: dict[int, tuple[Raster | None, bool]] = {}
        self._current, self._hover, self._empty = 0, -1, ""
        self._scale, self._negative = 1.0, False
        self._tell: Callable[[int], str] = _nothing
        self._grid = Grid(0, 1, 1.0, 1.0, 1, 0.0)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        leave_out(self._bar)
        self._bar.valueChanged.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)

    # -- what it shows -----------------------------------------------------------------------------

    def show_units(
        self, order: NDArray[np.int64], entry: Callable[[int], Entry], profiles: Floats | None
    ) -> None:
        """Show these units in this order; `entry` is asked by unit for those in sight. profiles (U, K): those
        of all units, whose scale is one."""
        again = len(order) != len(self._order)
        self._order, self._entry = order, entry
        sound = np.zeros(0) if profiles is None else profiles[np.isfinite(profiles)]
        self._scale = float(np.abs(sound).max(initial=0)) or 1.0
        self._negative = bool((sound < 0).any())
        if again:
            self._lay_out()
        self._describe()
        self.update()

    def set_teller(self, tell: Callable[[int], str]) -> None:
        """What hovering over a unit says."""
        self._tell = tell

    def set_faces(self, face: Callable[[int], Face | None] | None) -> None:
        """The picture of a unit, asked for those in sight; None for none yet."""
        if face is not self._face:
            self._face = face
            self._rasters.clear()
            self.update()

    def set_current(self, unit: int) -> None:
        """Choose it, silently, and bring it into sight."""
        if unit != self._current:
            self._current = unit
            self.show_current()
            self._describe()
            self.update()

    def show_current(self) -> None:
        """Scroll to where the chosen unit can be seen."""
        place = self._place_of(self._current)
        if place < 0:
            return
        cell, top = self._grid.cell(place), self._bar.value()
        if cell.top() < top:
            self._bar.setValue(int(cell.top()))
        elif cell.bottom() > top + self.height():
            self._bar.setValue(round(cell.bottom()) - self.height())

    def order(self) -> NDArray[np.int64]:
        """The units as they stand."""
        return self._order

    def cell_of(self, unit: int) -> QRect:
        """Where a unit stands now, in the widget's pixels; empty for none."""
        place = self._place_of(unit)
        cell = self._grid.cell(place).translated(0, -self._bar.value())
        return cell.toAlignedRect() if place >= 0 else QRect()

    def sizeHint(self) -> QSize:
        """Three columns."""
        return QSize(theme().space(76), theme().space(100))

    def minimumSizeHint(self) -> QSize:
        """One column, two rows."""
        return QSize(theme().space(30), theme().space(36))

    def _place_of(self, unit: int) -> int:
        found = np.flatnonzero(self._order == unit)
        return int(found[0]) if len(found) else -1

    def _lay_out(self) -> None:
        look = theme()
        bar = self._bar.sizeHint().width()
        width = max(1, self.width() - bar - look.space(1))
        columns = max(1, int(width // look.space(24)))
        face = look.space(10)
        line = QFontMetricsF(look.font(0.85)).height()
        down = face + line + look.space(3)
        self._grid = Grid(len(self._order), columns, width / columns, down, face, 0.0)
        self._bar.setGeometry(self.width() - bar, 0, bar, self.height())
        self._bar.setRange(0, max(0, self._grid.height - self.height()))
        self._bar.setPageStep(max(1, self.height()))
        self._bar.setSingleStep(max(1, round(down / 2)))
        self._bar.setVisible(self._bar.maximum() > 0)
        self.update()

    # -- paint -------------------------------------------------------------------------------------

    def _draw(self, painter: QPainter) -> None:
        look, top = theme(), self._bar.value()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        for place in self._grid.seen(top, self.height()):
            self._draw_cell(painter, place, look)

    def _draw_cell(self, painter: QPainter, place: int, look: Theme) -> None:
        unit = int(self._order[place])
        gap = look.space(0.5)
        entry, cell = self._entry(unit), self._grid.cell(place).adjusted(gap, gap, -gap, -gap)
        current = unit == self._current
        ground = look.raised if current or place == self._hover else look.card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(cell, look.space(1), look.space(1))
        inner = cell.adjusted(look.space(1), look.space(1), -look.space(1), -look.space(0.5))
        side = float(self._grid.side)
        face = QRectF(inner.x(), inner.y(), side, side)
        left = inner.x()
        if self._face is not None:
            self._draw_face(painter, unit, face)
            left = face.right() + look.space(1.5)
        bars = QRectF(left, inner.y(), inner.right() - left, side)
        self._draw_profile(painter, entry, bars, look)
        line = QRectF(inner.x(), face.bottom(), inner.width(), inner.bottom() - face.bottom())
        self._draw_words(painter, entry, line, look)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            focused = self.hasFocus()
            colour = look.accent if focused else look.quiet
            painter.setPen(QPen(colour, look.stroke(2.5 if focused else 1.5)))
            painter.drawRoundedRect(cell, look.space(1), look.space(1))

    def _draw_face(self, painter: QPainter, unit: int, box: QRectF) -> None:
        if unit not in self._rasters:
            face = None if self._face is None else self._face(unit)
            if len(self._rasters) > _KEPT:
                self._rasters.clear()
            smooth = face is not None and (face.kind == "grey" or face.what == "map")
            self._rasters[unit] = None if face is None else face_raster(face), smooth
        raster, smooth = self._rasters[unit]
        if raster is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            device.draw_pixels(painter, box, raster.image)

    def _draw_profile(self, painter: QPainter, entry: Entry, box: QRectF, look: Theme) -> None:
        """A bar for each class, up or down from zero; one scale for the layer."""
        profile = entry.profile
        if profile is None or not len(profile):
            return
        zero = box.center().y() if self._negative else box.bottom()
        half = box.height() / 2 if self._negative else box.height()
        wide = box.width() / len(profile)
        painter.setPen(Qt.PenStyle.NoPen)
        for k, value in enumerate(profile.tolist()):
            if not np.isfinite(value):
                continue
            tall = max(-1.0, min(1.0, value / self._scale)) * half
            painter.setBrush(look.digit(k))
            painter.drawRect(QRectF(box.x() + k * wide, zero, max(1.0, wide - 1), -tall).normalized())
        painter.fillRect(QRectF(box.x(), zero - 0.5, box.width(), 1), look.line)

    def _draw_words(self, painter: QPainter, entry: Entry, box: QRectF, look: Theme) -> None:
        number = look.font(0.85, tabular=True)
        painter.setFont(number)
        value = QFontMetricsF(number).horizontalAdvance(entry.value)
        painter.setPen(look.quiet)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.value)
        font = look.font(0.85, QFont.Weight.DemiBold if entry.named else QFont.Weight.Normal, tabular=True)
        painter.setFont(font)
        painter.setPen(look.text if not entry.silent else look.quiet)
        room = box.width() - value - look.space(1)
        text = QFontMetricsF(font).elidedText(entry.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name

    # -- the hand ----------------------------------------------------------------------------------

    def unit_at(self, at: QPointF) -> int:
        """The unit under a point of the widget, −1 for none."""
        place = self._grid.at(at.x(), at.y() + self._bar.value())
        return int(self._order[place]) if place >= 0 else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        unit = self.unit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and unit >= 0:
            self._choose(unit)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer."""
        self._set_hover(self._grid.at(event.position().x(), event.position().y() + self._bar.value()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is."""
        self._set_hover(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        if self._bar.maximum() == 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        pixels = event.pixelDelta().y() or round(event.angleDelta().y() / _NOTCH * self._grid.down * 0.75)
        self._bar.setValue(self._bar.value() - pixels)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, pages."""
        key = Qt.Key(event.key())
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key not in MOVES or not len(self._order) or control:
            super().keyPressEvent(event)
            return
        page = max(1, int(self.height() // self._grid.down))
        place = self._grid.after(max(0, self._place_of(self._current)), key, page)
        self._choose(int(self._order[place]))

    def _choose(self, unit: int) -> None:
        if unit != self._current:
            self.set_current(unit)
            self.chosen.emit(unit)

    def _set_hover(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.update()

    # -- events ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The tooltip of the unit under the pointer; arrows are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            unit = self.unit_at(QPointF(event.pos()))
            text = self._tell(unit) if unit >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self, self.cell_of(unit) if text else QRect())
            return True
        wanted = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in MOVES and not event.modifiers()
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer in a row."""
        super().resizeEvent(event)
        self._lay_out()
        self.show_current()

    def _restyle(self) -> None:
        self._rasters.clear()
        self.updateGeometry()
        self._lay_out()

    def _describe(self) -> None:
        unit = self._current
        self.setAccessibleDescription(self._tell(unit) if 0 <= unit < len(self._order) else "")


def _nothing(_unit: int) -> str:
    return ""


def _no_entry(unit: int) -> Entry:
    return Entry(f"#{unit + 1}", "", False, None)
