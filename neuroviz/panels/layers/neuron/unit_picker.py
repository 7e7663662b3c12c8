"""UnitPicker: what every unit of a layer gives, as cells or as maps; one of them is chosen."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.neuron import names
from neuroviz.panels.layers.neuron.names import number
from neuroviz.sims.stages import Stage
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Raster, words
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST_CELLS = 2048
_MOST_MAPS = 64
_EDGE = 3.0  # pixels round all, for the ring
_TIP_AGE_MS = 4000


@dataclass(frozen=True)
class Grid:
    """Tiles of rows × columns values, `across` of them in a row, `side` pixels a value."""

    n: int
    rows: int
    columns: int
    across: int
    side: float
    gap: float

    def tile(self, i: int) -> QRectF:
        """The place of tile i."""
        down, right = divmod(i, self.across)
        wide, high = self.columns * self.side, self.rows * self.side
        return QRectF(right * (wide + self.gap), down * (high + self.gap), wide, high)

    def cell(self, unit: int) -> QRectF:
        """The place of one unit."""
        i, inside = divmod(unit, self.rows * self.columns)
        row, column = divmod(inside, self.columns)
        tile = self.tile(i)
        return QRectF(tile.x() + column * self.side, tile.y() + row * self.side, self.side, self.side)

    def unit(self, at: QPointF) -> int | None:
        """The unit at a place; None beside all."""
        wide, high = self.columns * self.side + self.gap, self.rows * self.side + self.gap
        right, down = int(at.x() // wide), int(at.y() // high)
        i = down * self.across + right
        if not (0 <= right < self.across and down >= 0 and i < self.n):
            return None
        column, row = int((at.x() - right * wide) // self.side), int((at.y() - down * high) // self.side)
        if column >= self.columns or row >= self.rows:
            return None
        return i * self.rows * self.columns + row * self.columns + column


class UnitPicker(Ringed):
    """A click chooses a unit, arrows move to its neighbours. Of very many the first are shown."""

    chosen = Signal(int)
    """This unit, its place in the layer's output as in one row."""

    def __init__(self) -> None:
        super().__init__()
        self._stage: Stage | None = None
        self._values: NDArray[np.float32] | None = None
        self._at = 0
        self._raster: Raster | None = None
        self._low = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_values(self, stage: Stage, values: Array | None, at: int) -> None:
        """Show what the stage gives, of its shape; None while nothing is known."""
        if self._stage is None or len(stage.shape) != len(self._stage.shape):
            self._stage = stage
            self.updateGeometry()
        if stage != self._stage or at != self._at or values is not self._values:
            self._stage, self._values, self._at = stage, values, at
            self._raster = None
            self._describe()
            self.update()

    def set_low(self, low: bool) -> None:
        """As high as one line, where there is no room for more."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(theme().space(120), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The least in which a unit can be hit."""
        maps = self._stage is not None and len(self._stage.shape) == 3
        return QSize(theme().space(40), theme().space(9 if self._low else 20 if maps else 13))

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All tiles, and a ring round the chosen unit."""
        look, stage = theme(), self._stage
        if stage is None:
            return
        grid = self._grid(stage)
        painter.translate(_EDGE, _EDGE)
        raster = self._colours(stage, look)
        for i in range(grid.n):
            source = QRectF(0, i * grid.rows, grid.columns, grid.rows)
            device.draw_pixels(painter, grid.tile(i), raster.image, source)
        if grid.rows * grid.columns > 1 or grid.side < 5:
            painter.setPen(QPen(look.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if grid.rows * grid.columns > 1:
                for i in range(grid.n):
                    painter.drawRect(grid.tile(i).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._at < grid.n * grid.rows * grid.columns:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            spot = grid.cell(self._at)
            room = max(1.5, (9 - spot.width()) / 2)
            spot = spot.adjusted(-room, -room, room, room)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((look.window, 4.0), (look.accent if self.hasFocus() else look.text, 2.0)):
                painter.setPen(QPen(colour, look.stroke(width)))
                painter.drawRoundedRect(spot, 2, 2)

    def _colours(self, stage: Stage, look: Theme) -> Raster:
        """All tiles under each other, one pixel a value."""
        if self._raster is None:
            n, rows, columns = _tiles(stage)
            seen = np.full(n * rows * columns, np.nan, np.float32)
            if self._values is not None:
                seen[:] = self._values.reshape(-1)[: len(seen)]
            sound = np.abs(seen[np.isfinite(seen)])
            largest = float(sound.max()) if len(sound) else 0.0
            self._raster = Raster(n * rows, columns)
            shares = (seen / (largest or 1.0)).reshape(-1, columns)
            self._raster.words[:] = words(look.signed(np.clip(shares, -1, 1)))
        return self._raster

    def _grid(self, stage: Stage) -> Grid:
        """The tiles as large as they fit."""
        n, rows, columns = _tiles(stage)
        gap = 2.0 if rows * columns == 1 else float(theme().space(1.5))
        wide, high = max(1.0, self.width() - 2 * _EDGE), max(1.0, self.height() - 2 * _EDGE)
        best = Grid(n, rows, columns, n, 0.0, gap)
        for down in range(1, n + 1):
            across = math.ceil(n / down)
            side = min(
                ((wide + gap) / across - gap) / columns, ((high + gap) / math.ceil(n / across) - gap) / rows
            )
            if side <= best.side and down > 40:
                break
            if side > best.side:
                best = Grid(n, rows, columns, across, side, gap)
        most = theme().space(9)
        side = max(min(best.side, most), 0.5)
        return Grid(n, rows, columns, best.across, side, gap if side > 3 else min(gap, 1.0))

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a unit."""
        unit = self._unit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self.chosen.emit(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on choosing while the button is held, else tell the value."""
        unit = self._unit_at(event.position())
        if unit is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(unit)
            return
        text = "" if unit is None else self._told(unit)
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The neighbour that way; Page Up and Page Down: the same place of another map."""
        stage = self._stage
        if stage is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        grid = self._grid(stage)
        picture = grid.rows * grid.columns
        down = grid.columns if picture > 1 else grid.across
        by = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -down, Qt.Key.Key_Down: down,
            Qt.Key.Key_PageUp: -picture, Qt.Key.Key_PageDown: picture,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if by is None:
            super().keyPressEvent(event)
        elif 0 <= self._at + by < stage.size:
            self.chosen.emit(self._at + by)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _unit_at(self, at: QPointF) -> int | None:
        return None if self._stage is None else self._grid(self._stage).unit(at - QPointF(_EDGE, _EDGE))

    def _told(self, unit: int) -> str:
        assert self._stage is not None
        name = names.unit(self._stage, unit)
        if self._values is None or unit >= self._values.size:
            return name
        return f"{name}: y = {number(float(self._values.reshape(-1)[unit]))}"

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Units of the layer"))
        self.setAccessibleDescription("" if self._stage is None else self._told(self._at))

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()


def _tiles(stage: Stage) -> tuple[int, int, int]:
    """How many tiles, of how many rows and columns."""
    if len(stage.shape) == 3:
        channels, rows, columns = stage.shape
        return min(channels, _MOST_MAPS), rows, columns
    return min(stage.size, _MOST_CELLS), 1, 1
