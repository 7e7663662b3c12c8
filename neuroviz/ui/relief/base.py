"""ReliefView: what block and map have in common: a relief, marks on it, a cursor, and what is told."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.ui.errors import mend
from neuroviz.ui.focus import Ringed
from neuroviz.ui.relief import words
from neuroviz.ui.relief.marks import NOTHING, Marks
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import theme, theme_changes

DRAG = 4.0
"""Pixels before a click becomes a drag."""

_STILL_MS = 120  # without a change, after which it is drawn finely

Told = Callable[[float, float, float], str]
Place = tuple[float, float]


class ReliefView(Ringed):
    """Its owner gives words in the present language; `set_marks` and `set_cursor` may come sixty times a
    second.
    """

    picked = Signal(float, float)
    """A place of the surface, x and y, was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._relief: Relief | None = None
        self._marks = NOTHING
        self._cursor: Place | None = None
        self._names = Names()
        self._told: Told | None = None
        self._work: Iterator[None] | None = None
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._begin_refining)
        self._refiner = QTimer(self, interval=0)
        self._refiner.timeout.connect(self._refine)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._own_name = ""
        self._rename()
        self._describe()

    # -- what is shown -------------------------------------------------------------------------------

    def set_relief(self, relief: Relief | None) -> None:
        """Show another one; None: none. How it is looked at stays."""
        if relief is not self._relief:
            self._relief = relief
            self._stir()
            self._describe()
            mend(self)

    def relief(self) -> Relief | None:
        """What is shown."""
        return self._relief

    def set_marks(self, marks: Marks) -> None:
        """Show these in place of those before."""
        if marks is not self._marks:
            self._marks = marks
            self.update()

    def marks(self) -> Marks:
        """What lies on it."""
        return self._marks

    def set_cursor(self, place: Place | None) -> None:
        """Put the cursor there, silently; None: there is none."""
        if place != self._cursor:
            self._cursor = place
            self.update()

    def cursor_at(self) -> Place | None:
        """Where the cursor is."""
        return self._cursor

    def set_names(self, names: Names) -> None:
        """What stands at the axes."""
        if names != self._names:
            self._names = names
            self._describe()
            self.update()

    def set_told(self, told: Told | None) -> None:
        """What is told of a place under the pointer, from its x, y and value; None: these three."""
        self._told = told

    def data(self) -> dict[str, np.ndarray]:
        """x (columns,), y (rows,), the values (rows, columns), and the trails with their numbers."""
        relief = self._relief
        if relief is None:
            return {}
        rows, columns = relief.z.shape
        found = {"x": np.linspace(*relief.x, columns), "y": np.linspace(*relief.y, rows), "values": relief.z}
        for k, trail in enumerate(self._marks.trails, 1):
            found[f"trail {k} x"], found[f"trail {k} y"] = np.array(trail.x), np.array(trail.y)
        return found

    def place_at(self, across: float, down: float) -> Place | None:
        """The place that a pixel of this widget shows; None beside the surface."""
        raise NotImplementedError

    def pixel_of(self, x: float, y: float) -> QPointF | None:
        """Where a place lies in this widget; None beside the surface and in holes."""
        raise NotImplementedError

    # -- for those that show it ----------------------------------------------------------------------

    def _refining(self) -> Iterator[None] | None:
        """Draw what is shown finely, a few milliseconds at a time; None: there is nothing to draw."""
        raise NotImplementedError

    def _stir(self) -> None:
        """What is shown has changed, or from where it is seen: paint it anew, and finely when it rests."""
        self._rest()
        if self._relief is not None and self.isVisible():
            self._still.start()
        self.update()

    def _rest(self) -> None:
        self._work = None
        self._still.stop()
        self._refiner.stop()

    def _begin_refining(self) -> None:
        self._work = self._refining()
        if self._work is not None:
            self._refiner.start()

    def _refine(self) -> None:
        if self._work is None or next(self._work, self) is self:
            self._rest()
            self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._stir()

    def _tell(self, at: QPointF) -> None:
        """In a tooltip, the place under the pointer and its value."""
        place, relief, text = self.place_at(at.x(), at.y()), self._relief, ""
        if place is not None and relief is not None:
            value = float(relief.at(*place))
            if math.isfinite(value):
                text = self.told(*place, value)
        if text:
            QToolTip.showText(self.mapToGlobal(at.toPoint()), text, self)
        else:
            QToolTip.hideText()

    def told(self, x: float, y: float, value: float) -> str:
        """What is told of a place."""
        return (self._told or (lambda *place: words.told(self._names, *place)))(x, y, value)

    def _name(self) -> str:
        """For those who do not see it, unless its owner says another."""
        raise NotImplementedError

    def _rename(self) -> None:
        if self.accessibleName() == self._own_name:
            self._own_name = self._name()
            self.setAccessibleName(self._own_name)

    def _describe(self) -> None:
        self.setAccessibleDescription(words.described(self._relief, self._names))

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(theme().quiet)
        painter.setFont(theme().font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()), flags, words.empty())

    def _paint_ring(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().accent, theme().stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def sizeHint(self) -> QSize:
        """Room to look at."""
        return QSize(theme().space(120), theme().space(90))

    def minimumSizeHint(self) -> QSize:
        """Less than this cannot be read."""
        return QSize(theme().space(50), theme().space(40))

    def changeEvent(self, event: QEvent) -> None:
        """Another language, or another ground."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._rename()
            self._describe()
            self._stir()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Another screen has another resolution."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._stir()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawn anew."""
        super().resizeEvent(event)
        self._stir()

    def showEvent(self, event: QShowEvent) -> None:
        """It is refined when it is seen."""
        super().showEvent(event)
        self._stir()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        super().hideEvent(event)
        self._rest()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button moves the picture: it opens no menu."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is told any more."""
        QToolTip.hideText()
        super().leaveEvent(event)


def faded(colour: QColor, opacity: float) -> QColor:
    """A colour that lets through what is below."""
    found = QColor(colour)
    found.setAlphaF(opacity)
    return found


def moved_far(one: QPointF, other: QPointF) -> bool:
    """Whether a press has become a drag."""
    away: QPoint = (one - other).toPoint()
    return away.manhattanLength() > DRAG
