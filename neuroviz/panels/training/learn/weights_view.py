"""WeightsView: the weights as they form: as pictures where the input is one, else as tables."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.panels.training.learn import filter_tiles, tile_ink, tile_words
from neuroviz.panels.training.learn.filter_tiles import Tile
from neuroviz.panels.training.learn.pace import Pace
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import Raster
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST = 144  # pictures: more would be too small to see
_MANY = 24  # pictures: more have no names below them
_ARROWS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class WeightsView(Ringed):
    """One scale for all pictures, symmetric about zero; a large one has its own. Arrows go from one to the
    next, Enter or a click makes one large; then arrows go from weight to weight, Page keys to the next
    picture, Escape or a click back.
    """

    turned = Signal()
    """A picture has been made large, or small again, by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._net: Net | None = None
        self._task: Task | None = None
        self._tiles: list[Tile] = []
        self._whole = 0
        self._rasters: list[Raster] = []
        self._places: tuple[object, list[QRectF]] | None = None
        self._largest = 1.0
        self._at = 0
        self._cell = (0, 0)
        self._large = False
        self._pace = Pace(self, self._take)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._recolour)
        self._describe()

    def show_course(self, course: CourseFrame, task: Task) -> None:
        """The weights of its net."""
        if task is not self._task:
            self._large, self._at = False, 0
        if course.net is not self._net or task is not self._task:
            self._net, self._task = course.net, task
            if self.isVisible():
                self._pace.ask()

    def tiles(self) -> list[Tile]:
        """The pictures that are shown."""
        return self._tiles

    def enlarged(self) -> int | None:
        """The picture that is large, to be kept; None for all of them."""
        return self._at if self._large else None

    def enlarge(self, i: int | None) -> None:
        """Make a picture large, silently; all of them for None and for one that is not there."""
        self._large = i is not None and 0 <= i < len(self._tiles)
        if i is not None and self._large:
            self._at, self._cell = i, (0, 0)
        self._describe()
        self.update()

    def told(self, place: QPointF) -> str:
        """What is under a place, in words."""
        found = self._weight_at(place)
        if found is None or self._net is None:
            return ""
        i, row, column = found
        weight = tile_words.told_weight(self._tiles[i], self._net, row, column)
        return weight if self._large else f"{weight}\n\n{tile_words.told(self._tiles[i], self._net)}"

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All pictures, or one of them, and the scale."""
        look = theme()
        if not self._tiles:
            return
        if self._large:
            self._paint_large(painter, look)
        else:
            self._paint_all(painter, look)
        foot = look.space(tile_ink.FOOT)
        scale = QRectF(0, self.height() - foot, self.width(), foot)
        most = filter_tiles.largest([self._tiles[self._at]]) if self._large else self._largest
        tile_ink.paint_scale(painter, scale, most, look)

    def _paint_all(self, painter: QPainter, look: Theme) -> None:
        assert self._net is not None
        named = self._caption() > 0
        for i, box in enumerate(self._boxes()):
            device.draw_pixels(painter, box, self._rasters[i].image)
            if i == self._at and self.hasFocus():
                painter.setPen(QPen(look.accent, look.stroke(2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(-2, -2, 2, 2))
            if named:
                text = tile_words.tile_name(self._tiles[i], self._net)
                left = box.center().x() - self._wide() / 2
                below = QRectF(left, box.bottom() + 2, self._wide(), self._caption())
                painter.setFont(fitting(look.font(0.85), (text,), below.width()))
                painter.setPen(look.quiet)
                painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_large(self, painter: QPainter, look: Theme) -> None:
        assert self._net is not None
        tile, box = self._tiles[self._at], self._large_box()
        raster = tile_ink.coloured(tile.weights, filter_tiles.largest([tile]), look)
        tile_ink.paint_large(painter, box, tile, raster, look)
        painter.setFont(look.font(0.85))
        painter.setPen(look.text)
        words = QRectF(look.space(1), 0, self.width() - look.space(2), self._words_high())
        told = tile_words.told(tile, self._net).split("\n")
        text = f"{told[0]}: {'; '.join(told[1:])}"
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), text)
        if self.hasFocus():
            high, wide = tile.weights.shape
            w, h = box.width() / wide, box.height() / high
            cell = QRectF(box.left() + self._cell[1] * w, box.top() + self._cell[0] * h, w, h)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(-1, -1, 1, 1))

    # -- places ------------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        edge = theme().space(1)
        foot = theme().space(tile_ink.FOOT)
        return QRectF(edge, edge, self.width() - 2 * edge, self.height() - foot - edge)

    def _caption(self) -> float:
        if len(self._tiles) > _MANY:
            return 0.0
        return QFontMetricsF(theme().font(0.85)).height() + 2

    def _wide(self) -> float:
        """Room for a name: the distance of two pictures."""
        boxes = self._boxes()
        if len(boxes) < 2 or boxes[1].center().y() != boxes[0].center().y():
            return float(self.width())
        return boxes[1].center().x() - boxes[0].center().x() - 4

    def _boxes(self) -> list[QRectF]:
        key = self.size(), theme(), [one.weights.shape for one in self._tiles]
        if self._places is None or self._places[0] != key:
            self._places = key, tile_ink.places(self._tiles, self._area(), self._caption())
        return self._places[1]

    def _words_high(self) -> float:
        return 2 * QFontMetricsF(theme().font(0.85)).height() + theme().space(1)

    def _large_box(self) -> QRectF:
        area = self._area()
        area.setTop(area.top() + self._words_high())
        return tile_ink.inner(area, self._tiles[self._at])

    def _weight_at(self, place: QPointF) -> tuple[int, int, int] | None:
        """Picture, row and column under a point."""
        boxes = [self._large_box()] if self._large and self._tiles else self._boxes()
        for k, box in enumerate(boxes):
            if box.contains(place):
                i = self._at if self._large else k
                high, wide = self._tiles[i].weights.shape
                row = int((place.y() - box.y()) / box.height() * high)
                column = int((place.x() - box.x()) / box.width() * wide)
                return i, min(row, high - 1), min(column, wide - 1)
        return None

    # -- the hand ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes a picture large, and all small again."""
        found = self._weight_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or not self._tiles:
            super().mousePressEvent(event)
        elif self._large:
            self.enlarge(None)
            self.turned.emit()
        elif found is not None:
            self.enlarge(found[0])
            self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        key = Qt.Key(event.key())
        if not plain(event) or not self._tiles:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge(None if self._large else self._at)
            self.turned.emit()
        elif key == Qt.Key.Key_Escape and self._large:
            self.enlarge(None)
            self.turned.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._at = self._within(self._at + (1 if key == Qt.Key.Key_PageDown else -1))
            self._cell = (0, 0)
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        if self._large:
            high, wide = self._tiles[self._at].weights.shape
            row, column = self._cell[0] + down, self._cell[1] + right
            self._cell = (min(max(row, 0), high - 1), min(max(column, 0), wide - 1))
        else:
            boxes = self._boxes()
            columns = sum(abs(box.center().y() - boxes[0].center().y()) < 1 for box in boxes)
            self._at = self._within(self._at + right + down * columns)
        self._describe()
        self.update()

    def event(self, event: QEvent) -> bool:
        """The weight under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        QToolTip.showText(on_screen, self.told(QPointF(at)), self)

    # -- events ------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was not seen."""
        super().showEvent(event)
        if self._net is not None:
            self._pace.now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn that is not seen."""
        self._pace.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(theme().space(90), theme().space(90))

    def minimumSizeHint(self) -> QSize:
        """The least in which pictures are seen."""
        return QSize(theme().space(40), theme().space(40))

    # -- inside ------------------------------------------------------------------------------------------

    def _take(self) -> None:
        if self._net is not None and self._task is not None:
            self._tiles = filter_tiles.tiles(self._net, self._task, _MOST)
            self._whole = filter_tiles.count(self._net, self._task)
            self._largest = filter_tiles.largest(self._tiles)
            self._at = self._within(self._at)
            self._recolour()
            self._describe()

    def _within(self, i: int) -> int:
        return min(max(i, 0), max(0, len(self._tiles) - 1))

    def _recolour(self) -> None:
        tile_ink.recolour(self._rasters, self._tiles, self._largest, theme())
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Weights"))
        if not self._tiles or self._net is None:
            self.setAccessibleDescription("")
            return
        tile = self._tiles[self._at]
        if self._large:
            high, wide = tile.weights.shape
            self._cell = (min(self._cell[0], high - 1), min(self._cell[1], wide - 1))
            told = tile_words.told_weight(tile, self._net, *self._cell)
        else:
            told = tile_words.summary(len(self._tiles), self._whole, self._largest)
        here = tile_words.told(tile, self._net).replace("\n", ", ")
        self.setAccessibleDescription(f"{told}. {here}")
