"""MapView: the space of a layer as a map of points: hover to see one, click to lay it on the pad."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.space import map_paint
from neuroviz.panels.layers.space.map_paint import Marks
from neuroviz.panels.layers.space.sight import Frame, Sight, framed
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.image_cells import row_raster, source
from neuroviz.ui.images import fade
from neuroviz.ui.theme import Theme, theme, theme_changes

_NOTCH = 120
_NEAR = 14.0  # pixels: a point so near is the one that is meant
_STEP = 1.3  # times, for one press of plus or notch of the wheel
_SHIFT = 0.25  # of the half side, for one press of Shift with an arrow

_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0), Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0), Qt.Key.Key_Down: (0.0, 1.0),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Scene:
    """places (n, 2), what the points are, and their pictures (n, 28, 28) uint8 or None."""

    places: NDArray[np.floating]
    marks: Marks
    images: NDArray[np.uint8] | None


class MapView(Ringed):
    """A wheel or plus and minus zoom, dragging or Shift with arrows shifts, 0 shows all again.

    Arrows go from point to point, Enter or a click picks one.
    """

    picked = Signal(int)
    """A point is wanted on the pad: its row among the places."""

    pointed = Signal(int)
    """The point under the pointer or the cursor, −1 for none."""

    sighted = Signal()
    """The visitor has zoomed or shifted."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._sight = Sight()
        self._here: NDArray[np.floating] | None = None
        self._links: NDArray[np.int64] = np.zeros(0, np.int64)
        self._cursor, self._by_key = -1, False
        self._told: tuple[str, str] = ("", "")
        self._note = self._corner = self._formula = ""
        self._cache: tuple[object, QImage] | None = None
        self._version = 0
        self._drag: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    # -- what is shown -----------------------------------------------------------------------------------

    def show_scene(self, scene: Scene | None, note: str = "") -> None:
        """Show these points; without, the note that says why there are none."""
        if scene is not self._scene or note != self._note:
            if scene is None or self._scene is None or len(scene.places) != len(self._scene.places):
                self._cursor = -1
            self._scene, self._note = scene, note
            self._restyle()
            self._name()

    def show_here(self, place: NDArray[np.floating] | None, links: NDArray[np.int64]) -> None:
        """The current input, and the rows of the points it is tied to."""
        if not _same(place, self._here) or not np.array_equal(links, self._links):
            self._here, self._links = place, links
            self.update()

    def show_corner(self, text: str) -> None:
        """A quiet line in the lower corner: what the directions mean."""
        if text != self._corner:
            self._corner = text
            self.update()

    def tell(self, title: str, text: str) -> None:
        """What is known of the point at the cursor: two lines for its card."""
        if (title, text) != self._told:
            self._told = title, text
            self._name()
            self.update()

    def set_formula(self, text: str) -> None:
        """Where the places come from: what hovering tells where no point is."""
        self._formula = text

    def sight(self) -> Sight:
        """What is looked at."""
        return self._sight

    def set_sight(self, sight: Sight) -> None:
        """Look at another part."""
        if sight != self._sight:
            self._sight = sight
            self.update()

    @property
    def cursor_row(self) -> int:
        """The row of the point that is pointed at; −1 for none."""
        return self._cursor

    def frame(self) -> Frame:
        """Where the map lies at the present size: above the line in its lower corner."""
        look = theme()
        edge, foot = look.space(4), QFontMetricsF(look.font(0.85)).height() + look.space(2)
        half = max(10.0, self.width() / 2 - edge), max(10.0, (self.height() - foot) / 2 - edge)
        places = np.zeros((0, 2)) if self._scene is None else self._scene.places
        return framed(places, (self.width() / 2, (self.height() - foot) / 2), half, self._sight)

    def place_of(self, row: int) -> QPointF:
        """Where a point lies in the widget."""
        assert self._scene is not None
        x, y = self.frame().pixels(self._scene.places[row : row + 1])[0]
        return QPointF(x, y)

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The points from the cache, and on top what moves: the current input, the cursor, its card."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring = self.hasFocus()
        painter.setPen(QPen(look.accent if ring else look.line, look.stroke(2 if ring else 1)))
        painter.setBrush(look.card)
        painter.drawRoundedRect(box, 6, 6)
        painter.setClipRect(box.adjusted(1, 1, -1, -1))
        if self._scene is None:
            self._paint_note(painter, box, look)
            return
        if device.is_vector(painter):
            self._paint_points(painter, look)
        else:
            painter.drawImage(QPointF(0, 0), self._points_image(device.ratio(painter), look))
        frame = self.frame()
        if self._here is not None:
            at = frame.pixels(np.asarray(self._here)[None])[0]
            ends = frame.pixels(self._scene.places[self._links]) if len(self._links) else np.zeros((0, 2))
            place = QPointF(*np.clip(at, (8, 8), (self.width() - 8, self.height() - 8)))
            map_paint.paint_here(painter, place, [QPointF(x, y) for x, y in ends.tolist()], look)
        self._paint_corner(painter, box, look)
        if 0 <= self._cursor < len(self._scene.places):
            self._paint_cursor(painter, self._scene, look)

    def _points_image(self, ratio: float, look: Theme) -> QImage:
        key = (self._version, self.size(), ratio, self._sight)
        if self._cache is None or self._cache[0] != key:
            image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            with QPainter(image) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setClipRect(QRectF(self.rect()))
                self._paint_points(painter, look)
            self._cache = key, image
        return self._cache[1]

    def _paint_points(self, painter: QPainter, look: Theme) -> None:
        assert self._scene is not None
        pixels = self.frame().pixels(self._scene.places)
        map_paint.paint_points(painter, pixels, self._scene.marks, self._sight.zoom, look)
        if self._sight.zoom < map_paint.NUMERALS_FROM:
            map_paint.paint_names(painter, pixels, self._scene.marks, look)

    def _paint_note(self, painter: QPainter, box: QRectF, look: Theme) -> None:
        painter.setFont(look.font())
        painter.setPen(look.quiet)
        edge = look.space(6)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(edge, edge, -edge, -edge), int(flags), self._note)

    def _paint_corner(self, painter: QPainter, box: QRectF, look: Theme) -> None:
        painter.setFont(look.font(0.85))
        painter.setPen(look.quiet)
        inner = box.adjusted(look.space(2.5), 0, -look.space(2.5), -look.space(1.5))
        words = painter.fontMetrics().elidedText(
            self._corner, Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)

    def _paint_cursor(self, painter: QPainter, scene: Scene, look: Theme) -> None:
        at = self.place_of(self._cursor)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.accent, look.stroke(2)))
        painter.drawEllipse(at, look.space(2), look.space(2))
        painter.setFont(look.font(0.85))
        metrics = painter.fontMetrics()
        side = look.space(21) if scene.images is not None else 0
        words = max(metrics.horizontalAdvance(text) for text in (*self._told, ""))
        gap = look.space(2)
        wide = max(side, words) + 2 * gap
        lines = sum(bool(text) for text in self._told)
        high = side + lines * metrics.height() + 2 * gap + (gap / 2 if side and lines else 0)
        x = at.x() + gap * 2 if at.x() + gap * 2 + wide < self.width() else at.x() - gap * 2 - wide
        y = min(max(at.y() - high / 2, 4.0), max(self.height() - high - 4.0, 4.0))
        card = QRectF(max(x, 4.0), y, wide, high)
        painter.setPen(QPen(look.line, look.stroke(1)))
        painter.setBrush(look.raised)
        painter.drawRoundedRect(card, 6, 6)
        top = card.y() + gap
        if scene.images is not None:
            picture = QRectF(card.center().x() - side / 2, top, side, side)
            raster = row_raster(scene.images[self._cursor : self._cursor + 1], fade(look.card, look.ink))
            device.draw_pixels(painter, picture, raster.image, source(0))
            top += side + gap / 2
        for text, colour in zip(self._told, (look.text, look.quiet), strict=True):
            if text:
                painter.setPen(colour)
                line = QRectF(card.x(), top, wide, metrics.height())
                painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), text)
                top += metrics.height()

    # -- the hand ----------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shift the map, or see what lies under the pointer."""
        at = event.position()
        if self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            move = at - self._drag
            if self._dragged or abs(move.x()) + abs(move.y()) > 4:
                self._dragged, self._drag = True, at
                across, down = self.frame().half
                self._look_at(self._sight.shifted(-move.x() / across, move.y() / down))
            return
        self._point(self._nearest(at), by_key=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click or of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag, self._dragged = event.position(), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        if event.button() == Qt.MouseButton.LeftButton and self._drag is not None:
            self._drag = None
            row = self._nearest(event.position())
            if not self._dragged and row >= 0:
                self._point(row, by_key=False)
                self.picked.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Where no point is, everything is shown again."""
        if event.button() == Qt.MouseButton.LeftButton and self._nearest(event.position()) < 0:
            self._look_at(Sight())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or further, about the pointer."""
        turn = event.angleDelta().y() / _NOTCH
        if turn:
            at = self.frame().part(event.position().x(), event.position().y())
            self._look_at(self._sight.zoomed(_STEP**turn, at))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The card goes with the pointer."""
        if not self._by_key:
            self._point(-1, by_key=False)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, plus, minus, 0, Enter."""
        key = Qt.Key(event.key())
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key in _ARROWS and shift:
            self._look_at(self._sight.shifted(_ARROWS[key][0] * _SHIFT, -_ARROWS[key][1] * _SHIFT))
        elif key in _ARROWS and plain(event) and self._scene is not None:
            self._point(self._next(*_ARROWS[key]), by_key=True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and (shift or plain(event)):
            self._look_at(self._sight.zoomed(_STEP))
        elif key == Qt.Key.Key_Minus and plain(event):
            self._look_at(self._sight.zoomed(1 / _STEP))
        elif key == Qt.Key.Key_0 and plain(event):
            self._look_at(Sight())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor >= 0:
            self.picked.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The formula, where no point has a card."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            shown = self._formula if self._scene is not None and self._cursor < 0 else ""
            QToolTip.showText(event.globalPos(), shown, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """A comfortable map."""
        return QSize(theme().space(110), theme().space(90))

    def minimumSizeHint(self) -> QSize:
        """The smallest in which classes can be told apart."""
        return QSize(theme().space(50), theme().space(45))

    # -- inside ------------------------------------------------------------------------------------------

    def _look_at(self, sight: Sight) -> None:
        if sight != self._sight:
            self.set_sight(sight)
            self.sighted.emit()

    def _pixels(self) -> NDArray[np.float64]:
        return np.zeros((0, 2)) if self._scene is None else self.frame().pixels(self._scene.places)

    def _nearest(self, at: QPointF) -> int:
        pixels = self._pixels()
        if not len(pixels):
            return -1
        far = np.hypot(pixels[:, 0] - at.x(), pixels[:, 1] - at.y())
        row = int(far.argmin())
        return row if far[row] <= _NEAR else -1

    def _next(self, dx: float, dy: float) -> int:
        """The point that lies next in a direction, sideways counting double; the middle one to begin with."""
        pixels = self._pixels()
        if self._cursor < 0:
            middle = np.array((self.width() / 2, self.height() / 2))
            return int(np.hypot(*(pixels - middle).T).argmin()) if len(pixels) else -1
        apart = pixels - pixels[self._cursor]
        along, across = apart @ (dx, dy), np.abs(apart @ (dy, dx))
        cost = np.where(along > 1e-9, along + 2 * across, np.inf)
        best = int(cost.argmin())
        return best if np.isfinite(cost[best]) else self._cursor

    def _point(self, row: int, *, by_key: bool) -> None:
        self._by_key = by_key
        if row != self._cursor:
            self._cursor = row
            self.pointed.emit(row)
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Map of the layer"))
        n = 0 if self._scene is None else len(self._scene.places)
        points = self.tr("{n} points. Arrows go from point to point, Enter lays one on the pad.").format(
            n=f"{n:,}"
        )
        told = ". ".join(text for text in self._told if text)
        self.setAccessibleDescription(self._note if self._scene is None else told or points)

    def _restyle(self) -> None:
        self._version += 1
        self.update()


def _same(one: NDArray[np.floating] | None, other: NDArray[np.floating] | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(np.array_equal(one, other))
