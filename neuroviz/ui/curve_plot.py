"""The part of a chart that pyqtgraph draws. Imported by `Curves` alone, when the first chart is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from neuroviz.ui import device
from neuroviz.ui.curve_field import Field
from neuroviz.ui.curve_ink import ChartInk, Margins, Span
from neuroviz.ui.curve_items import Band, Bars, Dots, Errors, Line
from neuroviz.ui.curve_ticks import span
from neuroviz.ui.curve_values import Axis, PlotMark, Series, Values, colour_of
from neuroviz.ui.theme import Theme, theme

# The program ends by itself in good order; pyqtgraph's own way takes scenes apart while they are in use.
pg.setConfigOptions(antialias=True, exitCleanup=False)

_SYMBOLS = ("o", "s", "t", "d", "star", "t1", "p", "h", "t2", "t3")


class Plot(pg.GraphicsView):  # type: ignore[misc]
    """Axes, curves, points, bars, and on top of them what `ChartInk` writes.

    On the screen all but the cursor is kept as a picture: that moves with every frame, and to paint the rest
    anew for it takes half a frame.
    """

    sought = Signal(float)
    """The place to which the cursor is wanted."""

    hovered = Signal(object)
    """The place under the mouse, None when it has left."""

    zoomed_by_hand = Signal()
    """Another part is looked at."""

    def __init__(self) -> None:
        super().__init__(background=None)
        for one in (self, self.viewport()):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart takes the keyboard as a whole
        self.field = Field()
        self.centralLayout.addItem(self.field, 0, 0)
        self.field.sigRangeChanged.connect(self._on_range)
        self.field.geometryChanged.connect(self._on_moved)
        self._series: tuple[Series, ...] = ()
        self._items: list[list[Any]] = []
        self._zoomed = False
        self._margins: Margins | None = None
        self._limits: dict[str, float] = {}
        self._area = QRectF()
        self._picture: QPixmap | None = None
        self._held: QPixmap | None = None  # what is seen until all that is being changed can be seen
        self.ink = ChartInk()
        self.field.sought.connect(self.sought)
        self.field.reset_asked.connect(self.show_all)
        self.field.sigRangeChangedManually.connect(self._on_zoomed)
        self.restyle()

    @property
    def zoomed(self) -> bool:
        """Whether the visitor looks at a part."""
        return self._zoomed

    def set_axes(self, x: Axis, y: Axis) -> None:
        """Describe both axes; all is seen again."""
        self.ink.x, self.ink.y = x, y
        self.field.setMouseEnabled(x=True, y=y.low is None or y.high is None)
        self._hold_cursor()
        self.set_series(self._series)
        self.show_all()

    def set_series(self, series: Sequence[Series]) -> None:
        """Show these; items of the same kind are filled anew, not made anew."""
        before = [self._kind(one) for one in self._series]
        self._series = tuple(series)
        if [self._kind(one) for one in self._series] != before:
            for item in (item for items in self._items for item in items):
                self.field.removeItem(item)
            self._items = [self._made(one) for one in self._series]
        self.ink.series = self._series
        look = theme()
        for i, (one, items) in enumerate(zip(self._series, self._items, strict=True)):
            self._fill(i, one, items, look)
        if not self._zoomed:
            self.show_all()
        self._fit()

    def set_cursor(self, x: float | None) -> None:
        """Move the cursor; None: there is none."""
        before, self.ink.cursor = self.ink.cursor, x
        self._hold_cursor()
        if before is None or x is None:
            self._fit()
            return
        reach = theme().space(4)  # only where it was and where it is: curves are dearer to paint than a line
        for place in (before, x):
            across = float(self._pixel_across(place))
            if np.isfinite(across):  # a value of the axis before may have no place on a logarithmic one
                self.viewport().update(QRect(round(across) - reach, 0, 2 * reach, self.viewport().height()))

    def needed(self) -> tuple[int, int]:
        """Pixels that the words left and right of the field need."""
        own = self.ink.needed(self.seen(), self.height())
        return own.left, own.right

    def set_least(self, left: int, right: int) -> None:
        """Leave at least so much."""
        if (left, right) != self.ink.least:
            self.ink.least = (left, right)
            self._fit()

    def set_marks(self, marks: Sequence[PlotMark]) -> None:
        """Show these places."""
        self.ink.marks = tuple(marks)
        self._fit()

    def show_all(self) -> None:
        """The whole of the axes, or of the data."""
        self._zoomed = False
        spans = []
        for axis, values in ((self.ink.x, self._xs()), (self.ink.y, self._ys())):
            low, high = span(axis, values)
            spans.append((self._along(low, axis), self._along(high, axis)))
        (x0, x1), (y0, y1) = spans
        limits = {"xMin": x0, "xMax": x1, "yMin": y0, "yMax": y1}
        if limits != self._limits:
            self._limits = limits
            self.field.setLimits(**limits, minXRange=(x1 - x0) / 1000, minYRange=(y1 - y0) / 1000)
        self.field.setRange(xRange=spans[0], yRange=spans[1], padding=0.0)
        self._spoil()

    def hold(self) -> None:
        """Go on showing what is seen, whatever is changed; a part chosen by hand is seen at once."""
        if self._held is None and self._picture is not None:
            self._held = QPixmap(self._picture)
            with QPainter(self._held) as painter:
                self.ink.paint_cursor(painter, self.area(), self.pixel_at)

    def prepare(self) -> None:
        """Make the picture that will be seen, so that showing it costs nothing."""
        if self._held is not None:
            self._kept(self._held.devicePixelRatio())

    def release(self) -> None:
        """Show how it is now."""
        if self._held is not None:
            self._held = None
            self.viewport().update()

    def x_at(self, pixel: float) -> float:
        """The value on the x axis at a pixel of the view."""
        x = float(self.field.mapSceneToView(pg.Point(pixel, 0)).x())
        return 10.0**x if self.ink.x.log else x

    def pixel_at(self, x: Any, y: Any) -> tuple[Any, Any]:
        """The pixel of a place on both axes, or those of arrays of places."""
        y0, y1 = self.field.viewRange()[1]
        area = self.area()
        down = (y1 - self._along(y, self.ink.y)) / (y1 - y0)
        return self._pixel_across(x), area.top() + down * area.height()

    def seen(self) -> tuple[Span, Span]:
        """The parts of both axes that are seen."""
        spans = []
        for axis, (low, high) in zip((self.ink.x, self.ink.y), self.field.viewRange(), strict=True):
            spans.append((10.0**low, 10.0**high) if axis.log else (float(low), float(high)))
        return spans[0], spans[1]

    def set_hint(self, text: str) -> None:
        """What is written while there is nothing to show."""
        self.ink.hint = text
        self._spoil()

    def restyle(self) -> None:
        """Colours and type of the theme in force."""
        self.set_series(self._series)
        self._on_range()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture is the screen's; elsewhere all is painted anew."""
        with QPainter(self.viewport()) as painter:
            ratio = device.ratio(painter)
            if ratio == self.viewport().devicePixelRatioF() and not device.is_vector(painter):
                if self._held is not None and self._held.size() == self._size(ratio):
                    painter.drawPixmap(0, 0, self._held)
                    return
                painter.drawPixmap(0, 0, self._kept(ratio))
                self.ink.paint_cursor(painter, self.area(), self.pixel_at)
                return
        super().paintEvent(event)

    def _kept(self, ratio: float) -> QPixmap:
        size = self._size(ratio)
        if self._picture is None or self._picture.size() != size:
            picture = QPixmap(size)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            place = QRect(QPoint(0, 0), self.viewport().size())
            cursor, self._cursor_apart = self._cursor_apart, True
            with QPainter(picture) as painter:
                self.render(painter, QRectF(place), place)
            self._cursor_apart = cursor
            self._picture = picture
        return self._picture

    def _size(self, ratio: float) -> QSize:
        return (QSizeF(self.viewport().size()) * ratio).toSize()

    _cursor_apart = False

    def drawBackground(self, painter: QPainter, _rect: QRectF) -> None:
        """The grid."""
        self.ink.paint_grid(painter, self.area(), self.pixel_at, self.seen())

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Words, marks and the cursor, above everything."""
        painter.save()
        self.ink.paint(painter, self.area(), self.pixel_at, self.seen())
        if not self._cursor_apart:
            self.ink.paint_cursor(painter, self.area(), self.pixel_at)
        painter.restore()

    def area(self) -> QRectF:
        """Where the curves are, in pixels of the view."""
        return self._area

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom; but a page that scrolls must not come to a halt where a chart slips under the mouse."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier and _scrolls(self):
            event.ignore()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The chart takes the keyboard."""
        self.parentWidget().setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is, and show when the cursor can be taken."""
        super().mouseMoveEvent(event)
        place = event.position()
        inside = self.area().contains(place)
        if not event.buttons():
            self.hovered.emit(self.x_at(place.x()) if inside else None)
            takes = inside and self.field.near(place.x())
            shape = Qt.CursorShape.SplitHCursor if takes else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    # -- inside ------------------------------------------------------------------------------------

    def _on_range(self) -> None:
        self._fit()

    def _on_moved(self) -> None:
        self._area = QRectF(self.field.sceneBoundingRect())
        self._fit()

    def _spoil(self) -> None:
        """The kept picture shows it no longer."""
        self._picture = None
        self.viewport().update()

    def _pixel_across(self, x: Any) -> Any:
        x0, x1 = self.field.viewRange()[0]
        area = self.area()
        return area.left() + (self._along(x, self.ink.x) - x0) / (x1 - x0) * area.width()

    def _hold_cursor(self) -> None:
        """Where the cursor can be taken; a value without a place on the axis is nowhere."""
        place = None if self.ink.cursor is None else float(self._along(self.ink.cursor, self.ink.x))
        self.field.place = place if place is not None and np.isfinite(place) else None

    def _on_zoomed(self) -> None:
        self._zoomed = True
        self.release()
        self._spoil()
        self.zoomed_by_hand.emit()

    def _fit(self) -> None:
        """Leave room for the words round the field."""
        margins: Margins = self.ink.margins(self.seen(), self.height())
        if margins != self._margins:
            self._margins = margins
            self.centralLayout.setContentsMargins(*margins)
        self._spoil()

    def _kind(self, series: Series) -> tuple[str, bool]:
        return series.kind, series.error is not None

    def _made(self, series: Series) -> list[Any]:
        """Empty items for a series, the main one first."""
        made: list[Any] = []
        if series.kind == "line":
            made.append(Line(connect="finite"))
        elif series.kind == "points":
            made.append(Dots(pxMode=True))
        elif series.kind == "band":
            return self._added([Band()], -2)
        else:
            made.append(Bars(x=[0.0], height=[0.0], width=1.0))
        if series.error is not None:
            made.append(Errors())
        return self._added(made, -1 if series.kind == "bars" else 0)  # lines are seen before bars

    def _added(self, made: list[Any], depth: int) -> list[Any]:
        for item in made:
            item.setZValue(depth)
            self.field.addItem(item, ignoreBounds=True)
        return made

    def _fill(self, i: int, series: Series, items: list[Any], look: Theme) -> None:
        colour = QColor(colour_of(series.colour, look))
        colour.setAlphaF(series.opacity)
        x, y = self._along(series.x, self.ink.x), self._along(series.y, self.ink.y)
        if series.kind == "band":
            low, high = (self._along(ends, self.ink.y) for ends in (series.low, series.high))
            items[0].set_ends(x, low, high, QBrush(colour))
            return
        rim = QPen(look.window, 1)
        rim.setCosmetic(True)
        if series.kind == "line":
            pen = QPen(colour, series.width or look.space(0.5))
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if series.dash:
                pen.setDashPattern([4.0, 3.0] if isinstance(series.dash, bool) else list(series.dash))
            items[0].setData(x, y, pen=pen)
        elif series.kind == "points":
            good = np.isfinite(x) & np.isfinite(y)
            symbol = _SYMBOLS[i % len(_SYMBOLS)]
            items[0].setData(x[good], y[good], size=look.space(2.5), symbol=symbol, brush=colour, pen=rim)
        else:
            width = series.width or _gap(series.x)
            base = self._along(1e-12, self.ink.y) if self.ink.y.log else 0.0
            items[0].setOpts(x=x, y0=base, height=np.nan_to_num(y - base), width=width, brush=colour, pen=rim)
        if series.error is not None:
            low, high = (self._along(ends, self.ink.y) for ends in (series.low, series.high))
            good = np.isfinite(low) & np.isfinite(high) & np.isfinite(y)
            pen = QPen(look.text if series.kind == "bars" else colour, 1.5)
            pen.setCosmetic(True)
            items[1].setData(x=x[good], y=y[good], top=(high - y)[good], bottom=(y - low)[good], pen=pen)

    def _along(self, value: Any, axis: Axis) -> Any:
        """Values as the field knows them: logarithms on a logarithmic axis, NaN where there is none."""
        if not axis.log:
            return value
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.log10(np.asarray(value, np.float64))
        found = np.where(np.isfinite(found), found, np.nan)
        return found if np.ndim(value) else float(found)

    def _xs(self) -> Values:
        parts = []
        for one in self._series:
            half = (one.width or _gap(one.x)) / 2 if one.kind == "bars" and len(one.x) else 0.0
            parts += [one.x - half, one.x + half]
        return np.concatenate([*parts, np.zeros(0)])

    def _ys(self) -> Values:
        bars = any(one.kind == "bars" for one in self._series) and not self.ink.y.log
        ends = [ends for one in self._series for ends in (one.low, one.high)]
        return np.concatenate([*ends, np.zeros(1 if bars else 0)])


def _scrolls(widget: QWidget) -> bool:
    """Whether it stands on something that is higher than its place."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and above.verticalScrollBar().maximum() > 0:
            return True
        above = above.parentWidget()
    return False


def _gap(x: Values) -> float:
    """The width of a bar that leaves a little air to its neighbours."""
    steps = np.diff(np.unique(x))
    return 0.8 * float(steps.min()) if len(steps) else 0.8
