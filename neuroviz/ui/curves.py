"""Curves: a chart with axes, names, marks and a cursor. The one way to pyqtgraph for the rest of us."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from neuroviz.ui.curve_ink import Naming
from neuroviz.ui.curve_values import Axis, PlotMark, Series
from neuroviz.ui.focus import plain
from neuroviz.ui.theme import theme, theme_changes

__all__ = ["Axis", "Curves", "PlotMark", "Series"]

_NEAR = 6  # pixels beside a mark
_TOLD = 3  # series told on hover, and to screen readers
_TIP_AGE_MS = 6000


class Curves(QWidget):
    """Lines, points or bars over one x axis. Wheel zooms (with Ctrl where the page scrolls), dragging pans, a
    double click shows all again.

    The words of axes, series and marks come from the owner, in the present language. `set_series` may be
    called sixty times a second.
    """

    moved = Signal(float)
    """The visitor wants the cursor at this x; `set_cursor` has moved it already."""

    part_changed = Signal()
    """The visitor has zoomed or panned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It costs a fifth of a second, so it waits for the first chart.
        from neuroviz.ui.curve_plot import Plot  # noqa: PLC0415

        self._plot = Plot()
        self._x, self._y = Axis(), Axis()
        self._series: tuple[Series, ...] = ()
        self._marks: tuple[PlotMark, ...] = ()
        self._cursor: float | None = None
        self._step: float | None = None
        self._told: Callable[[float], str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self._plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot.sought.connect(self._on_sought)
        self._plot.hovered.connect(self._on_hovered)
        self._plot.zoomed_by_hand.connect(self.part_changed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    # -- what is shown -----------------------------------------------------------------------------

    def set_axes(self, x: Axis, y: Axis) -> None:
        """Name and limit both axes; the whole of them is seen again."""
        self._x, self._y = x, y
        self._plot.set_axes(x, y)
        self._describe()

    def set_series(self, series: Sequence[Series]) -> None:
        """Show these in place of those before. A part that is looked at stays in sight."""
        self._series = tuple(series)
        self._plot.set_series(self._series)
        self._forget_told()
        self._describe()

    def set_marks(self, marks: Sequence[PlotMark]) -> None:
        """Mark these places, such as those where the answer flips."""
        self._marks = tuple(marks)
        self._plot.set_marks(self._marks)
        self._describe()

    def set_cursor(self, x: float | None, step: float | None = None) -> None:
        """Put the cursor there, silently; None: there is none. step: what an arrow key moves it by."""
        self._step = step or self._step
        if x != self._cursor:
            self._cursor = x
            self._plot.set_cursor(x)
            self._describe()

    def set_naming(self, naming: Naming) -> None:
        """Names stand at the "end" of each line, at its "peak", or nowhere ("none")."""
        self._plot.ink.naming = naming
        self._plot.set_series(self._series)

    def set_hint(self, text: str) -> None:
        """What is written while there is nothing to show."""
        self._plot.set_hint(text)

    def set_told(self, told: Callable[[float], str]) -> None:
        """What hovering tells of a place, in place of the largest values there."""
        self._told = told

    def needed(self) -> tuple[int, int]:
        """Pixels that the words left and right of the curves need."""
        return self._plot.needed()

    def set_least(self, left: int, right: int) -> None:
        """Leave at least so much: charts above each other stand in line."""
        self._plot.set_least(left, right)

    def spare_row(self) -> None:
        """Leave no room for words of marks while there are none."""
        self._plot.ink.row = False

    def hold(self) -> None:
        """Go on showing what is seen until `release`: charts above each other change in one moment."""
        self._plot.hold()

    def prepare(self) -> None:
        """Make ready what `release` will show, which then costs nothing."""
        self._plot.prepare()

    def release(self) -> None:
        """Show what has been changed since `hold`."""
        self._plot.release()

    def show_all(self) -> None:
        """End zooming and panning."""
        self._plot.show_all()

    @property
    def zoomed(self) -> bool:
        """Whether the visitor looks at a part."""
        return self._plot.zoomed

    def cursor_at(self) -> float | None:
        """Where the cursor is."""
        return self._cursor

    def seen(self) -> tuple[float, float]:
        """The part of the x axis in sight."""
        return self._plot.seen()[0]

    def pixel_at(self, x: float, y: float) -> QPoint:
        """Where a place of both axes lies in this widget."""
        across, down = self._plot.pixel_at(x, y)
        place: QPoint = self._plot.mapTo(self, QPoint(round(across), round(down)))
        return place

    def marks_at(self, x: float) -> list[int]:
        """The marks at a place, by their order, and those so near that the mouse cannot tell them apart."""
        pixels = self._plot.pixel_at(np.array([x, *(mark.x for mark in self._marks)]), 1.0)[0]
        return np.flatnonzero(np.abs(pixels[1:] - pixels[0]) <= _NEAR).tolist()

    # -- what can be taken away --------------------------------------------------------------------

    def data(self) -> dict[str, np.ndarray]:
        """Every series by name: its x and y, and its errors where it has them."""
        found: dict[str, np.ndarray] = {}
        for one in self._series:
            found[f"{one.name} x"], found[f"{one.name} y"] = one.x, one.y
            if one.error is not None:
                found[f"{one.name} low"], found[f"{one.name} high"] = one.low, one.high
        return found

    def render_on(self, painter: QPainter, place: QRectF) -> None:
        """Draw the chart, without ground, into a part of what the painter paints on."""
        self._plot.render(painter, place, QRect(QPoint(0, 0), self._plot.viewport().size()))

    def picture(self, scale: float = 1.0) -> QImage:
        """The chart as an image, `scale` times as large as it is on the screen."""
        size = self._plot.viewport().size()
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.fill(theme().window)
        with QPainter(image) as painter:
            self.render_on(painter, QRectF(image.rect()))
        return image

    def svg(self) -> bytes:
        """The chart as lines and text."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        size = self._plot.viewport().size()
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setSize(size)
        made.setResolution(self.logicalDpiX())
        made.setViewBox(QRect(QPoint(0, 0), size))
        made.setTitle(self.accessibleName())
        with QPainter(made) as painter:
            painter.fillRect(QRect(QPoint(0, 0), size), theme().window)
            self.render_on(painter, QRectF(QPoint(0, 0), size))
        content: QByteArray = buffer.data()
        return bytes(content.data())

    # -- events ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor by a step, Page keys by ten, Home and End to its ends; 0 shows all."""
        low, high = self._ends()
        step = self._step or (high - low) / 100
        here = low if self._cursor is None else self._cursor
        targets = {
            Qt.Key.Key_Left: here - step, Qt.Key.Key_Right: here + step,
            Qt.Key.Key_PageUp: here - 10 * step, Qt.Key.Key_PageDown: here + 10 * step,
            Qt.Key.Key_Home: low, Qt.Key.Key_End: high,
        }  # fmt: skip
        target = targets.get(Qt.Key(event.key()))
        if plain(event) and target is not None and self._cursor is not None:
            self._move(target)
        elif plain(event) and event.key() == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rim that shows the keyboard's focus; the plot paints itself."""
        if self.hasFocus():
            look = theme()
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(look.accent, 1.5))
                radius = look.space(1.5)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return QSize(theme().space(100), theme().space(60))

    def minimumSizeHint(self) -> QSize:
        """The least that still shows a curve."""
        return QSize(theme().space(40), theme().space(26))

    # -- inside ------------------------------------------------------------------------------------

    def _on_sought(self, place: float) -> None:
        self._move(10.0**place if self._x.log else place)

    def _move(self, x: float) -> None:
        low, high = self._ends()
        x = min(max(x, low), high)
        if x != self._cursor:
            self.set_cursor(x)
            self.moved.emit(x)

    def _ends(self) -> tuple[float, float]:
        """How far the cursor goes: to the ends of the axis, or of the data."""
        xs = np.concatenate([one.x for one in self._series] or [np.zeros(1)])
        low = self._x.low if self._x.low is not None else float(xs.min(initial=math.inf))
        high = self._x.high if self._x.high is not None else float(xs.max(initial=-math.inf))
        return (low, high) if low <= high else (0.0, 0.0)

    def _on_hovered(self, place: object) -> None:
        if isinstance(place, float) and self._series:
            if self._told is not None:
                text = self._told(place)
            else:
                text = f"{self._x.tell(self._sensible(place))}\n" + "\n".join(self._values(place))
            QToolTip.showText(QCursor.pos(), text.strip(), self, self.rect(), _TIP_AGE_MS)
            self._tells = True
        else:
            QToolTip.hideText()

    _tells = False

    def _forget_told(self) -> None:
        """What was told of a place holds no longer, and would hide what comes."""
        if self._tells:
            self._tells = False
            QToolTip.hideText()

    def _values(self, x: float) -> list[str]:
        """The largest values at a place, with their names."""
        known = [(one.at(x), one.name) for one in self._series if one.kind != "band"]
        known = sorted([pair for pair in known if math.isfinite(pair[0])], reverse=True)[:_TOLD]
        return [f"{name}: {self._y.tell(value)}" if name else self._y.tell(value) for value, name in known]

    def _at(self, x: float) -> str:
        text = self.tr("At {place}: {values}.")
        return text.format(place=self._x.tell(self._sensible(x)), values=", ".join(self._values(x)))

    def _sensible(self, x: float) -> float:
        """Rounded to what a pixel can tell apart."""
        low, high = self.seen()
        return round(x, max(0, 3 - math.ceil(math.log10(max(high - low, 1e-9)))))

    def _describe(self) -> None:
        """Say the numbers to those who do not see the lines."""
        if not self._series:
            self.setAccessibleDescription("")
            return
        parts = []
        if self._cursor is not None:
            told = self._told or self._at
            parts.append(told(self._cursor))
        marks = ", ".join(f"{self._x.tell(self._sensible(m.x))} ({m.text})" for m in self._marks if m.text)
        if marks:
            parts.append(self.tr("Marked: {marks}.").format(marks=marks))
        low, high = (self._x.tell(self._sensible(end)) for end in self._ends())
        parts.append(self.tr("From {low} to {high}.").format(low=low, high=high))
        self.setAccessibleDescription(" ".join(parts))

    def _restyle(self) -> None:
        self._plot.restyle()
        self.updateGeometry()
