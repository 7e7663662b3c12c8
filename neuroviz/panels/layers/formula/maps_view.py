"""MapsView: every unit's function as a small map, layer by layer, with the weights between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.nn import Dense, Dropout, Flatten, Linear, Net
from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.formula import map_ink, words
from neuroviz.panels.layers.formula.names import Names
from neuroviz.sims.expression import Place
from neuroviz.sims.formula import MOST_ROWS, SMALL, Maps
from neuroviz.sims.plane_maps import REACH, axis, level
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Raster
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_COUPLED = (Flatten, Dropout, Linear)
_MOST_EDGES, _FAINT = 200, 0.04  # lines, and the share of the thickest that can be seen
_IN_COLUMN = 9  # maps below each other; more stand in two columns
_LARGEST = 24  # side of a map at most, in steps of the theme's space
_MOVES = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True)
class Cell:
    """A small map at its place: column (0: the inputs) and row."""

    place: Place
    column: int
    rect: QRectF


class MapsView(Ringed):
    """Click a map, or go there with the arrows, to have it large."""

    chosen = Signal(object)
    """The place of the value whose map was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._maps: Maps | None = None
        self._names = Names(None)
        self._rasters: dict[Place, Raster] = {}
        self._ground: QImage | None = None
        self._at: Place | None = None
        self._point: tuple[float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_maps(self, maps: Maps | None, names: Names) -> None:
        """Show these; None: there are none yet."""
        if maps is not self._maps or names != self._names:
            self._maps, self._names = maps, names
            self._rasters, self._ground = {}, None
            self._describe()
            self.update()

    def choose(self, place: Place | None) -> None:
        """Mark this map, silently."""
        if place != self._at:
            self._at = place
            self._describe()
            self.update()

    def set_point(self, point: tuple[float, float] | None) -> None:
        """The input of the moment."""
        if point != self._point:
            self._point = point
            self.update()

    # -- where everything is -----------------------------------------------------------------------

    def cells(self) -> list[Cell]:
        """Every map that is shown, column by column."""
        if self._maps is None:
            return []
        columns = [[(-1, k) for k in range(2)]]
        for layer, maps in zip(self._maps.layers, self._maps.maps, strict=True):
            columns.append([(layer, k) for k in range(min(len(maps), MOST_ROWS))])
        look = theme()
        gap, head = look.space(1.5), QFontMetricsF(look.font(0.85)).height() + look.space(1)
        across = [1 if len(column) <= _IN_COLUMN else 2 for column in columns]
        down = [-(-len(column) // n) for column, n in zip(columns, across, strict=True)]
        high = (self.height() - head - 2) / max(down) - gap
        wide = (self.width() - 10 - gap * (sum(across) - len(across))) / (
            sum(across) + 0.5 * (len(across) - 1)
        )
        side = round(max(6.0, min(high, wide, look.space(_LARGEST))))
        widths = [n * side + (n - 1) * gap for n in across]
        between = (self.width() - 10 - sum(widths)) / max(1, len(columns) - 1)
        between = min(between, look.space(34))
        x = (self.width() - sum(widths) - between * (len(columns) - 1)) / 2
        found = []
        for c, column in enumerate(columns):
            total = down[c] * (side + gap) - gap
            top = head + max(0.0, (self.height() - head - total) / 2)
            for k, place in enumerate(column):
                i, j = k % down[c], k // down[c]
                spot = QRectF(round(x + j * (side + gap)), round(top + i * (side + gap)), side, side)
                found.append(Cell(place, c, spot))
            x += widths[c] + between
        return found

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Edges, maps, names."""
        look, cells = theme(), self.cells()
        if self._maps is None or not cells:
            return
        if device.is_vector(painter):
            self._paint_ground(painter, cells, self._maps, look)
        else:
            painter.drawImage(0, 0, self._grounded(device.ratio(painter), cells, self._maps, look))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in cells:
            if self._point is not None:
                self._paint_point(painter, cell.rect, look)
            if cell.place == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.accent, look.stroke(2.5 if self.hasFocus() else 2)))
                painter.drawRect(cell.rect.adjusted(-2, -2, 2, 2))
        if self.hasFocus() and self._at is None:
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _grounded(self, ratio: float, cells: list[Cell], maps: Maps, look: Theme) -> QImage:
        """All that stays while the input moves, kept as a picture of that resolution."""
        size = self.size() * ratio
        if self._ground is None or self._ground.size() != size or self._ground.devicePixelRatio() != ratio:
            self._ground = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(Qt.GlobalColor.transparent)
            with QPainter(self._ground) as painter:
                self._paint_ground(painter, cells, maps, look)
        return self._ground

    def _paint_ground(self, painter: QPainter, cells: list[Cell], maps: Maps, look: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_edges(painter, cells, maps.net, look)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._colour(maps, look)
        for cell in cells:
            painter.fillRect(cell.rect.adjusted(-1, -1, 1, 1), look.line)
            painter.fillRect(cell.rect, look.card)
            painter.drawImage(cell.rect, self._rasters[cell.place].image)
            self._paint_name(painter, cell, look)
        self._paint_heads(painter, cells, maps, look)

    def _paint_name(self, painter: QPainter, cell: Cell, look: Theme) -> None:
        """In the corner of its map, where there is room."""
        font = look.font(0.85)
        metrics, name = QFontMetricsF(font), self._names.of(cell.place)
        room = QRectF(0, 0, metrics.horizontalAdvance(name) + look.space(1.5), metrics.height())
        if room.width() > cell.rect.width() / 2 or room.height() > cell.rect.height() / 3:
            return
        room.moveBottomLeft(cell.rect.bottomLeft())
        ground = QColor(look.card)
        ground.setAlphaF(0.8)
        painter.fillRect(room, ground)
        painter.setFont(font)
        painter.setPen(look.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_edges(self, painter: QPainter, cells: list[Cell], net: Net, look: Theme) -> None:
        edges = self._edges(cells, net)
        largest: dict[int, float] = {}
        for one, _, w in edges:
            largest[one.column] = max(largest.get(one.column, 0.0), abs(w))
        for one, other, w in sorted(edges, key=lambda edge: abs(edge[2]))[-_MOST_EDGES:]:
            share = min(abs(w) / largest[one.column], 1.0)
            if share < _FAINT:
                continue
            colour = QColor(look.positive if w > 0 else look.negative)
            colour.setAlphaF(0.15 + 0.75 * share)
            painter.setPen(QPen(colour, look.stroke(0.6 + 3.4 * share)))
            start = QPointF(one.rect.right() + 1, one.rect.center().y())
            end = QPointF(other.rect.left() - 1, other.rect.center().y())
            painter.drawLine(start, end)

    def _edges(self, cells: list[Cell], net: Net) -> list[tuple[Cell, Cell, float]]:
        assert self._maps is not None
        found = []
        ends = (-1, *self._maps.layers)
        for c, (before, after) in enumerate(pairwise(ends)):
            between = [i for i in range(before + 1, after + 1) if isinstance(net.layers[i], Dense)]
            first = next(
                (i for i in range(before + 1, after + 1) if not isinstance(net.layers[i], _COUPLED)), None
            )
            if len(between) != 1 or first != between[0]:
                continue
            w = net.views(between[0])["w"].tolist()
            left = [cell for cell in cells if cell.column == c]
            right = [cell for cell in cells if cell.column == c + 1]
            for one in left:
                for other in right:
                    value = w[one.place[1]][other.place[1]]
                    if np.isfinite(value) and value:
                        found.append((one, other, value))
        return found

    def _colour(self, maps: Maps, look: Theme) -> None:
        if self._rasters:
            return
        table, ink = map_ink.table(look), look.text
        x = np.broadcast_to(axis(SMALL), (SMALL, SMALL))
        for k, values in enumerate((x, -x.T)):
            self._rasters[-1, k] = map_ink.raster(values, 0.0, REACH, table, ink)
        for layer, values in zip(maps.layers, maps.maps, strict=True):
            middle = level(maps.net, layer)
            reach = map_ink.reach_of(values[:MOST_ROWS], middle)
            for k in range(min(len(values), MOST_ROWS)):
                self._rasters[layer, k] = map_ink.raster(values[k], middle, reach, table, ink)

    def _paint_point(self, painter: QPainter, rect: QRectF, look: Theme) -> None:
        assert self._point is not None
        x, y = self._point
        at = QPointF(
            rect.left() + (x / REACH + 1) / 2 * rect.width(), rect.top() + (1 - y / REACH) / 2 * rect.height()
        )
        radius = max(1.5, rect.width() / 22)
        painter.setPen(QPen(look.window, 1))
        painter.setBrush(look.text)
        painter.drawEllipse(at, radius, radius)

    def _paint_heads(self, painter: QPainter, cells: list[Cell], maps: Maps, look: Theme) -> None:
        font = look.font(0.85)
        painter.setFont(font)
        painter.setPen(look.quiet)
        high = QFontMetricsF(font).height()
        for c in range(len(maps.layers) + 1):
            first = next(cell for cell in cells if cell.column == c)
            n = 2 if c == 0 else int(np.prod(maps.net.shapes[maps.layers[c - 1]]))
            text = words.column_head(c, len(maps.layers), n, min(n, MOST_ROWS))
            last = [cell for cell in cells if cell.column == c][-1]
            room = QRectF(
                (first.rect.left() + last.rect.right()) / 2 - 200,
                first.rect.top() - high - look.space(0.75),
                400,
                high,
            )
            room.moveLeft(
                min(
                    max(room.left(), -200 + QFontMetricsF(font).horizontalAdvance(text) / 2),
                    self.width() - 200 - QFontMetricsF(font).horizontalAdvance(text) / 2,
                )
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)

    # -- hands -------------------------------------------------------------------------------------

    def cell_at(self, place: QPointF) -> Cell | None:
        """The map there."""
        return next((cell for cell in self.cells() if cell.rect.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """That map is wanted large."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None and cell.place[0] >= 0:
            self.chosen.emit(cell.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Maps can be clicked."""
        cell = self.cell_at(event.position())
        hand = cell is not None and cell.place[0] >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the map beside or below."""
        key = Qt.Key(event.key())
        cells = [cell for cell in self.cells() if cell.place[0] >= 0]
        if key not in _MOVES or not cells:
            super().keyPressEvent(event)
            return
        now = next((cell for cell in cells if cell.place == self._at), cells[-1])
        across, down = _MOVES[key]
        column = [cell for cell in cells if cell.column == now.column + across]
        if not column:
            return
        if across:
            aim = min(column, key=lambda cell: abs(cell.rect.center().y() - now.rect.center().y()))
        else:
            places = [cell.place for cell in column]
            at = places.index(now.place) + down if now.place in places else 0
            aim = column[min(max(at, 0), len(column) - 1)]
        self.chosen.emit(aim.place)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard; a rest of the mouse asks what this is."""
        wanted = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _MOVES
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else self._told(cell.place), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._ground = None
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a few rows."""
        return QSize(theme().space(90), theme().space(60))

    def minimumSizeHint(self) -> QSize:
        """The smallest in which maps can be told apart."""
        return QSize(theme().space(40), theme().space(24))

    def _values(self, place: Place) -> Array | None:
        if self._maps is None or place[0] not in self._maps.layers:
            return None
        maps = self._maps.maps[self._maps.layers.index(place[0])]
        return maps[place[1]] if place[1] < len(maps) else None

    def _told(self, place: Place) -> str:
        values = self._values(place)
        if values is None or self._maps is None:
            return words.input_map(self._names.of(place))
        above = float((values > level(self._maps.net, place[0])).mean())
        return words.map_told(self._names.of(place), float(values.min()), float(values.max()), percent(above))

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Maps of all units"))
        told = "" if self._at is None or self._maps is None else self._told(self._at)
        self.setAccessibleDescription(told)

    def _restyle(self) -> None:
        self._rasters, self._ground = {}, None
        self.update()
