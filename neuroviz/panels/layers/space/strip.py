"""LayerStrip: a small map of every layer side by side: classes come apart from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.space.map_paint import Marks, colour_of
from neuroviz.panels.layers.space.sight import Sight, framed
from neuroviz.sims.layer_space import LayerMap
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.numbers import counted_share
from neuroviz.ui.theme import Theme, theme, theme_changes

_LINES = 2


@dataclass(frozen=True, eq=False)
class Cell:
    """One layer of the strip: its name, what hovering tells, its map and the classes of the map's points."""

    layer: int
    name: str
    tip: str
    map: LayerMap | None
    marks: Marks | None


class LayerStrip(Ringed):
    """Arrows, Home and End choose, or a click."""

    chosen = Signal(int)
    """This layer is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        self._layer = 0
        self._pictures: dict[int, tuple[object, QImage]] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Show these layers."""
        self._cells = tuple(cells)
        self._pictures = {i: p for i, p in self._pictures.items() if i in {cell.layer for cell in cells}}
        self._name()
        self.update()

    def set_layer(self, layer: int) -> None:
        """Mark the chosen one; none if it is not in the strip."""
        if layer != self._layer:
            self._layer = layer
            self._name()
            self.update()

    def cell_at(self, x: float) -> Cell | None:
        """The layer at a place across."""
        i = int(x // self._across()) if self._cells else 0
        return self._cells[i] if 0 <= i < len(self._cells) else None

    @property
    def cells(self) -> Mapping[int, Cell]:
        """By layer."""
        return {cell.layer: cell for cell in self._cells}

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The maps, their names and how well neighbours tell the classes."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across, side = self._across(), self._side(look)
        for k, cell in enumerate(self._cells):
            box = QRectF(k * across, 0, across, self.height())
            square = QRectF(box.center().x() - side / 2, look.space(1), side, side)
            self._paint_cell(painter, cell, square, look)
            self._paint_words(painter, cell, box, square.bottom(), look)

    def _paint_cell(self, painter: QPainter, cell: Cell, square: QRectF, look: Theme) -> None:
        here = cell.layer == self._layer
        strong = here and self.hasFocus()
        colour = look.accent if strong else look.text if here else look.line
        painter.setPen(QPen(colour, look.stroke(2.5 if strong else 2 if here else 1)))
        painter.setBrush(look.card)
        painter.drawRoundedRect(square, 4, 4)
        if cell.map is None or cell.marks is None or cell.map.pca is None:
            painter.setPen(look.quiet)
            painter.setFont(look.font(0.85))
            painter.drawText(square, _CENTRE, "…" if cell.map is None else "–")
        elif device.is_vector(painter):
            painter.save()
            painter.translate(square.topLeft())
            _paint_dots(painter, square.width(), cell.map, cell.marks, look)
            painter.restore()
        else:
            painter.drawImage(
                square.topLeft(), self._picture(cell, square.width(), device.ratio(painter), look)
            )

    def _picture(self, cell: Cell, side: float, ratio: float, look: Theme) -> QImage:
        assert cell.map is not None
        assert cell.marks is not None
        key = (id(cell.map.places), side, ratio)
        kept = self._pictures.get(cell.layer)
        if kept is None or kept[0] != key:
            image = QImage(
                round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied
            )
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            with QPainter(image) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                _paint_dots(painter, side, cell.map, cell.marks, look)
            kept = self._pictures[cell.layer] = key, image
        return kept[1]

    def _paint_words(self, painter: QPainter, cell: Cell, box: QRectF, top: float, look: Theme) -> None:
        here = cell.layer == self._layer
        line = _line(look)
        weight = QFont.Weight.DemiBold if here else QFont.Weight.Normal
        names = [one.name for one in self._cells]
        painter.setFont(fitting(look.font(0.85, weight), names, box.width() - 4))
        painter.setPen(look.text if here else look.quiet)
        words = painter.fontMetrics().elidedText(cell.name, Qt.TextElideMode.ElideRight, int(box.width() - 4))
        painter.drawText(QRectF(box.x(), top + 2, box.width(), line), _CENTRE, words)
        painter.setFont(look.font(0.85, weight, tabular=True))
        painter.setPen(look.text)
        painter.drawText(QRectF(box.x(), top + 2 + line, box.width(), line), _CENTRE, shown(cell.map))

    # -- the hand ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        cell = self.cell_at(event.position().x())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(cell.layer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour."""
        key, layers = Qt.Key(event.key()), [cell.layer for cell in self._cells]
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(layers) - 1}
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if not layers or not plain(event) or (step is None and key not in ends):
            super().keyPressEvent(event)
            return
        now = int(np.searchsorted(layers, self._layer))
        now = min(max(ends.get(key, now + (step or 0)), 0), len(layers) - 1)
        if layers[now] != self._layer:
            self.chosen.emit(layers[now])

    def event(self, event: QEvent) -> bool:
        """What the layer under the pointer is, and where its number comes from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if cell is None else cell.tip, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """A row of small maps over two lines."""
        look = theme()
        return QSize(look.space(150), look.space(18) + round(_LINES * _line(look)) + look.space(2))

    def minimumSizeHint(self) -> QSize:
        """As high as that."""
        return QSize(theme().space(60), self.sizeHint().height())

    def _across(self) -> float:
        most = theme().space(26)
        return min(float(most), self.width() / max(1, len(self._cells)))

    def _side(self, look: Theme) -> float:
        room = self.height() - _LINES * _line(look) - look.space(2)
        return max(8.0, min(self._across() - look.space(1.5), room))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Maps of all layers"))
        cell = self.cells.get(self._layer)
        self.setAccessibleDescription("" if cell is None else f"{cell.name}: {cell.tip}")

    def _restyle(self) -> None:
        self._pictures.clear()
        self.updateGeometry()
        self.update()


def shown(one: LayerMap | None) -> str:
    """How many of the points their neighbours classify rightly."""
    if one is None or one.right is None:
        return "–" if one is not None and one.fault else "…"
    return counted_share(int(one.right.sum()), len(one.right))


def _paint_dots(painter: QPainter, side: float, one: LayerMap, marks: Marks, look: Theme) -> None:
    half = side / 2 * 0.88
    frame = framed(one.places, (side / 2, side / 2), (half, half), Sight())
    pixels = frame.pixels(one.places)
    r = 0.9 if len(pixels) > 500 else 1.3
    for label in np.unique(marks.labels):
        pen = QPen(colour_of(int(label), look), 2 * r, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in pixels[marks.labels == label].tolist()]))


def _line(look: Theme) -> float:
    return 4.6 * look.space(1)


_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
