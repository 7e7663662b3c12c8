"""UnitsPicture: every layer as a grid of its units or maps, with a sign on each that has been cut."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery import words
from neuroviz.panels.layers.surgery.cells import coloured, paint_edges, paint_gaps, paint_heading
from neuroviz.panels.layers.surgery.places import Grid, grids
from neuroviz.panels.layers.surgery.signs import paint_edited, paint_state
from neuroviz.sims.cuts import Block, Cut
from neuroviz.sims.surgery import SurgeryFrame
from neuroviz.ui.device import draw_pixels
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Raster
from neuroviz.ui.theme import Theme, theme, theme_changes

Values = tuple[tuple[Array, Array], ...]
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_CUTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_RINGS = 260  # more chosen cells than these get one ring round the whole


class UnitsPicture(Ringed):
    """Click chooses a unit, with Shift all up to it, with Ctrl one more; dragging chooses what is framed.

    Arrows move, with Shift they extend; Enter, Delete or a double click switches off and on again.
    """

    chosen = Signal(int, tuple)
    """Block and units that the visitor has chosen."""

    switch_asked = Signal()
    """The chosen units are to be switched off, or on again."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Block, ...] = ()
        self._grids: list[Grid] = []
        self._values: Values | None = None
        self._inner: Values | None = None
        self._edges: tuple[Array | None, ...] = ()
        self._rasters: list[Raster | list[Raster] | None] = []
        self._states: list[dict[int, Cut]] = []
        self._edited: set[tuple[int, int]] = set()
        self._at = (0, 0)
        self._units: tuple[int, ...] = ()
        self._anchor = 0
        self._frame: tuple[QPointF, QPointF] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    # -- what is shown -------------------------------------------------------------------------------

    def show_net(self, parts: tuple[Block, ...]) -> None:
        """Another net: nothing of it is cut or chosen yet."""
        self._parts, self._values, self._inner = parts, None, None
        self._rasters, self._edges = [], ()
        self._states, self._edited = [{} for _ in parts], set()
        self._at, self._units, self._anchor = (0, 0), (), 0
        self._lay_out()
        self._describe()

    def show_frame(self, frame: SurgeryFrame) -> None:
        """What each unit gives, before and after, and what has been done."""
        self._values, self._edges, self._inner = frame.values(), frame.edges(), frame.inner()
        self._rasters = []
        self._states = [{} for _ in self._parts]
        self._edited = set()
        for cut in frame.cuts:
            if cut.active and cut.gates:
                self._states[cut.block].update(dict.fromkeys(cut.units, cut))
            elif cut.active:
                self._edited.add((cut.block, cut.units[0]))
        self._describe()
        self.update()

    def choose(self, block: int, units: tuple[int, ...]) -> None:
        """Mark these, silently."""
        if 0 <= block < len(self._parts):
            self._units = tuple(i for i in units if i < self._parts[block].n)
            last = self._at[1] if self._at[0] == block and self._at[1] in self._units else None
            self._at = (block, last if last is not None else self._units[-1] if self._units else 0)
            self._describe()
            self.update()

    def cell(self, block: int, unit: int) -> QRectF:
        """Where a unit is."""
        grid = self._grids[block]
        x, y = grid.corner(unit)
        return QRectF(x, y, grid.cell, grid.cell)

    def at(self, place: QPointF) -> tuple[int, int | None] | None:
        """Block and unit at a place; the unit is None beside the cells, all is None outside."""
        for b, grid in enumerate(self._grids):
            if grid.left <= place.x() < grid.right:
                return b, grid.at(place.x(), place.y())
        return None

    # -- paint ---------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Every block in sight."""
        look, seen = theme(), QRectF(self.visibleRegion().boundingRect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for b, grid in enumerate(self._grids):
            if seen.isEmpty() or (grid.right >= seen.left() and grid.left <= seen.right()):
                self._paint_heading(painter, b, grid, look)
                w = self._edges[b - 1] if 0 < b <= len(self._edges) else None
                if w is not None:
                    paint_edges(painter, self._grids[b - 1], grid, w, look)
                self._paint_cells(painter, b, grid, look)
                self._paint_signs(painter, b, grid, look)
        if self._parts:
            self._paint_chosen(painter, look)
        if self._frame is not None:
            painter.setPen(QPen(look.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(*self._frame).normalized())

    def _paint_heading(self, painter: QPainter, b: int, grid: Grid, look: Theme) -> None:
        box = QRectF(grid.left + 2, 0, grid.right - grid.left - 4, self._line(look))
        paint_heading(painter, self._parts, b, box, look)

    def _paint_cells(self, painter: QPainter, b: int, grid: Grid, look: Theme) -> None:
        if not self._rasters:
            self._rasters = [None] * len(self._parts)
        raster = self._rasters[b]
        if raster is None:
            pair = None if self._values is None else self._values[b]
            raster = self._rasters[b] = coloured(self._parts[b], grid, pair, look)
        gap = 2.0 if grid.cell > 24 else 1.0 if grid.cell > 5 else 0.0
        if isinstance(raster, list):
            for i, one in enumerate(raster):
                box = self.cell(b, i).adjusted(gap, gap, -gap, -gap)
                draw_pixels(painter, box, one.image)
                if not look.dark:
                    painter.setPen(QPen(look.line, 1))
                    painter.drawRect(box)
            return
        area = QRectF(grid.x, grid.y, grid.columns * grid.cell, grid.rows * grid.cell)
        draw_pixels(painter, area, raster.image)
        if gap:
            paint_gaps(painter, grid, gap, look)
        if b == len(self._parts) - 1 and grid.columns == 1 < grid.n and grid.cell >= look.space(3):
            painter.setFont(look.font(0.85, tabular=True))
            for i in range(grid.n):
                painter.setPen(look.digit(i))
                box = self.cell(b, i).translated(grid.cell + look.space(1), 0)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(i))

    def _paint_signs(self, painter: QPainter, b: int, grid: Grid, look: Theme) -> None:
        for i, cut in self._states[b].items():
            if i < grid.n:
                paint_state(painter, self.cell(b, i), cut, look)
        for block, i in self._edited:
            if block == b and i < grid.n:
                paint_edited(painter, self.cell(b, i), look)

    def _paint_chosen(self, painter: QPainter, look: Theme) -> None:
        b, i = self._at
        grid = self._grids[b]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.accent, look.stroke(2)))
        if len(self._units) > _RINGS:
            painter.drawRect(QRectF(grid.x, grid.y, grid.columns * grid.cell, grid.rows * grid.cell))
        else:
            for unit in self._units:
                if unit < grid.n:
                    painter.drawRect(self.cell(b, unit))
        if self.hasFocus() and i < grid.n:
            painter.setPen(QPen(look.text, look.stroke(1.5), Qt.PenStyle.DotLine))
            painter.drawRect(self.cell(b, i).adjusted(-3, -3, 3, 3))

    # -- the hand --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; over a heading the whole layer."""
        found = self.at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            super().mousePressEvent(event)
            return
        b, i = found
        if i is None:
            if event.position().y() < self._top(theme()):
                self._choose(b, tuple(range(self._parts[b].n)), 0)
            self._frame = event.position(), event.position()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(b, i)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and b == self._at[0]:
            units = set(self._units) ^ {i}
            self._choose(b, tuple(sorted(units)), i)
        else:
            self._anchor = i
            self._choose(b, (i,), i)
            self._frame = event.position(), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The frame grows; what it touches is chosen."""
        if self._frame is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._frame = self._frame[0], event.position()
        box = QRectF(*self._frame).normalized()
        if box.width() + box.height() < 6:
            return
        first = self.at(self._frame[0])
        grid = self._grids[first[0]] if first else None
        units = () if grid is None else grid.between(box.left(), box.top(), box.right(), box.bottom())
        if first is not None and units:
            self._choose(first[0], units, units[-1])
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The frame goes."""
        self._frame = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Off, or on again."""
        found = self.at(event.position())
        if found is not None and found[1] is not None:
            self.switch_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter and Delete cut; Ctrl+A chooses the layer."""
        key = Qt.Key(event.key())
        held = event.modifiers()
        if not self._parts:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._move(*_ARROWS[key], extend=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._parts[self._at[0]].n - 1
            self._go(self._at[0], 0 if key == Qt.Key.Key_Home else last)
        elif key == Qt.Key.Key_A and held & Qt.KeyboardModifier.ControlModifier:
            self._choose(self._at[0], tuple(range(self._parts[self._at[0]].n)), self._at[1])
        elif key in _CUTS and self._units:
            self.switch_asked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard; what a unit is, under the pointer."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _ARROWS or event.key() == Qt.Key.Key_Delete:
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the places anew."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    # -- inside ----------------------------------------------------------------------------------------

    def told(self, b: int, i: int) -> str:
        """What is said about a unit."""
        known = None
        if self._values is not None and self._inner is not None:
            was, now = (float(np.mean(one[i])) for one in self._values[b])
            z, a = (float(np.mean(one[i])) for one in self._inner[b])
            known = z, a, now, was
        lines = words.told(self._parts[b], self._states[b].get(i), known)
        return "<br>".join([f"<b>{words.unit(self._parts, b, i)}</b>", *lines])

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        found = self.at(QPointF(at))
        b, i = found or (0, None)
        if i is None:
            QToolTip.hideText()
            return
        QToolTip.showText(on_screen, self.told(b, i), self, self.cell(b, i).toAlignedRect())

    def _choose(self, b: int, units: tuple[int, ...], at: int) -> None:
        if (b, units) != (self._at[0], self._units):
            self._at, self._units = (b, at), units
            self.chosen.emit(b, units)
        self._at = (b, at)
        self._describe()
        self.update()

    def _extend(self, b: int, i: int) -> None:
        anchor = self._anchor if b == self._at[0] else i
        self._choose(b, tuple(range(min(anchor, i), max(anchor, i) + 1)), i)

    def _go(self, b: int, i: int) -> None:
        self._anchor = i
        self._choose(b, (i,), i)
        self.ensure_seen()

    def _move(self, across: int, down: int, *, extend: bool) -> None:
        b, i = self._at
        grid = self._grids[b]
        to = i + down + across * grid.rows
        if across and not extend and not 0 <= to < self._parts[b].n:
            other = b + across
            if 0 <= other < len(self._parts):
                row = min(i % grid.rows, self._grids[other].rows - 1)
                last = self._grids[other]
                to = row if across > 0 else min((last.columns - 1) * last.rows + row, last.n - 1)
                self._go(other, to)
            return
        to = min(max(to, 0), self._parts[b].n - 1)
        if extend:
            self._extend(b, to)
        else:
            self._go(b, to)

    def ensure_seen(self) -> None:
        """Scroll to the cursor where the picture is wider than its place."""
        place = self.parentWidget()
        above = None if place is None else place.parentWidget()
        if isinstance(above, QScrollArea) and self._grids:
            grid = self._grids[self._at[0]]
            above.ensureVisible(int((grid.left + grid.right) / 2), int(grid.y), 60, 0)

    def _line(self, look: Theme) -> float:
        return QFontMetricsF(look.font(0.85)).height()

    def _top(self, look: Theme) -> float:
        return 2 * self._line(look) + look.space(2)

    def _lay_out(self) -> None:
        look, place = theme(), self.parentWidget()
        width = self.width() if place is None else place.width()
        height = self.height() - look.space(1)
        self._grids = grids(self._parts, width, self._top(look), height, look.text_scale)
        self._rasters = []
        wanted = int(self._grids[-1].right) if self._grids else 0
        self.setMinimumWidth(wanted if wanted > width else 0)
        self.update()

    def _restyle(self) -> None:
        self._rasters = []
        self._lay_out()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The units of the net"))
        b, i = self._at
        if not self._parts:
            self.setAccessibleDescription(self.tr("This net has no units to cut."))
            return
        plain = self.told(b, i).replace("<br>", "; ").replace("<b>", "").replace("</b>", "")
        chosen = words.units(self._parts, b, self._units) if self._units else ""
        self.setAccessibleDescription("; ".join(one for one in (plain, chosen) if one))

    def sizeHint(self) -> QSize:
        """A picture of some layers."""
        return QSize(theme().space(150), theme().space(62))

    def minimumSizeHint(self) -> QSize:
        """The least in which cells can be hit."""
        return QSize(theme().space(60), theme().space(40))


