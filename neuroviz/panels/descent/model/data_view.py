"""DataView: examples, the curve of a model through them, and what each example costs; all can be moved."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.surface import Domain, Point
from neuroviz.panels.descent.model import handles, words
from neuroviz.panels.descent.model.config import MOST
from neuroviz.panels.descent.model.data_axes import DataAxes, window_of
from neuroviz.panels.descent.model.data_ink import DataInk, near
from neuroviz.panels.descent.model.on_data import OnData
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import theme, theme_changes

_REACH = 11.0  # pixels from which something is taken hold of
_STEP = 0.01  # of the window, for each press of an arrow; with Shift ten times as far
_CLOSE = 1e-9
_Key = Qt.Key
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, 1), _Key.Key_Down: (0, -1)}
_CHOOSE = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
_CHANGE = (_Key.Key_Insert, _Key.Key_Delete, _Key.Key_Backspace)

_THINGS = ("example", "handle")

Thing = tuple[Literal["handle", "example"], int]


class DataView(Ringed):
    """Drag an example or one of the two handles of the curve; a click adds an example, the right button takes
    one away. Page keys choose, arrows move, Ins adds, Del takes away.
    """

    edited = Signal(object)
    """Other examples, as a tuple of points; also with each movement of a drag."""

    bent = Signal(float, float)
    """The curve is wanted with this w and b, over plain inputs; also with each movement."""

    done = Signal()
    """An act is complete."""

    refused = Signal(str)
    """Why there is no example more, or less."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: OnData | None = None
        self._curve = QColor(Qt.GlobalColor.gray)
        self._window: Domain = (-1.0, 1.0, -1.0, 1.0)
        self._grips: list[float] = []  # x of the handles
        self._held: Thing | None = None
        self._bent: Point | None = None  # as the hand has made it: the handles stay where it left them
        self._fixed: Point = (0.0, 0.0)  # the other handle while one is held: x, and w x + b there
        self._chosen: Thing | None = None
        self._hover: Thing | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    # -- what is shown -----------------------------------------------------------------------------------

    def show_model(self, shown: OnData, curve: QColor) -> None:
        """A model as it stands, silently. What is held stays where the hand is."""
        self._shown, self._curve = shown, curve
        if self._held is None:
            self._window = window_of(shown.model)
        if shown.known and not self._is_bent(shown.at):
            self._grips = list(handles.places(shown.model.kind, *shown.at, self._window))
            self._bent = None
        if self._chosen is not None and self._chosen[1] >= self._count(self._chosen[0]):
            self._chosen = None
        self._hover = None if self._held is None else self._hover
        self._describe()
        self.update()

    def window_seen(self) -> Domain:
        """The part of the plane that is seen."""
        return self._window

    def chosen(self) -> Thing | None:
        """What keys move."""
        return self._chosen

    def pixel_of(self, x: float, y: float) -> QPointF:
        """Where a place lies in this widget."""
        return self._axes().pixel(x, y)

    def grips(self) -> tuple[Point, ...]:
        """Where the handles are, within the window."""
        shown = self._shown
        if shown is None or not shown.known:
            return ()
        _, _, y0, y1 = self._window
        with np.errstate(all="ignore"):
            heights = [handles.height(shown.model, *shown.at, x) for x in self._grips]
        return tuple((x, min(max(y, y0), y1)) for x, y in zip(self._grips, heights, strict=True))

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The plane, the examples with their sticks, the curve."""
        look, shown = theme(), self._shown
        if shown is None:
            return
        hot = self._hover or self._held or (self._chosen if self.hasFocus() else None)
        example, grip = (hot[1] if hot is not None and hot[0] == one else -1 for one in _THINGS)
        DataInk(painter, self._axes(), look, self._curve).paint(shown, self.grips(), example, grip)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def sizeHint(self) -> QSize:
        """Room to look at."""
        return QSize(theme().space(100), theme().space(80))

    def minimumSizeHint(self) -> QSize:
        """Less than this cannot be read."""
        return QSize(theme().space(50), theme().space(40))

    # -- the hand ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is there, or put an example; the right button takes one away."""
        at, shown = event.position(), self._shown
        if shown is None or not self._axes().area.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
            return
        found = self._under(at)
        if event.button() == Qt.MouseButton.RightButton:
            if found is not None and found[0] == "example":
                self._remove(found[1])
        elif event.button() == Qt.MouseButton.LeftButton:
            self._take(found if found is not None else self._add(self._axes().place(at)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held follows; else what is under the pointer is told."""
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self._held, self._axes().place(event.position()))
            return
        found = self._under(event.position())
        if found != self._hover:
            self._hover = found
            shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.SizeAllCursor
            self.setCursor(shape if found is not None else Qt.CursorShape.CrossCursor)
            self.update()
        self._tell(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._held is not None:
            self._held = None
            if self._shown is not None:
                self.show_model(self._shown, self._curve)
            self.done.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is told any more."""
        self._hover = None
        QToolTip.hideText()
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QEvent) -> None:
        """The right button takes examples away: it opens no menu."""
        event.accept()

    # -- keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys that are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys choose, arrows move what is chosen, Ins and Del add and take away."""
        key = _Key(event.key())
        if self._shown is None or not _ours(event):
            super().keyPressEvent(event)
        elif key in _CHOOSE:
            self._choose(_CHOOSE[key])
        elif key in _ARROWS:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._nudge(*(far * one for one in _ARROWS[key]))
        elif key == _Key.Key_Insert:
            x0, x1, y0, y1 = self._window
            self._chosen = self._add(((x0 + x1) / 2, (y0 + y1) / 2))
            self.done.emit()
            self._describe()
        elif self._chosen is not None and self._chosen[0] == "example":
            self._remove(self._chosen[1])

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _axes(self) -> DataAxes:
        edge = theme().space(1)
        return DataAxes.within(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), self._window, theme())

    def _is_bent(self, at: Point) -> bool:
        """Whether the curve is as a hand has made it, up to rounding."""
        bent = self._bent
        return bent is not None and bool(np.allclose(at, bent, rtol=_CLOSE, atol=_CLOSE))

    def _count(self, kind: str) -> int:
        shown = self._shown
        return len(self._grips) if kind == "handle" else 0 if shown is None else len(shown.model.examples.x)

    def _points(self) -> list[Point]:
        assert self._shown is not None
        known = self._shown.model.examples
        return list(zip(known.x.tolist(), known.y.tolist(), strict=True))

    def _under(self, at: QPointF) -> Thing | None:
        """What is nearest to a pixel, handles first."""
        if self._shown is None:
            return None
        axes = self._axes()
        for kind, places in (("handle", self.grips()), ("example", tuple(self._points()))):
            far = [near(axes.pixel(*place), at) for place in places]
            if far and min(far) <= _REACH:
                return kind, far.index(min(far))  # type: ignore[return-value]
        return None

    def _take(self, thing: Thing | None) -> None:
        self._held = self._chosen = thing
        if thing is not None and thing[0] == "handle":
            self._hold(thing[1])
        self._describe()
        self.update()

    def _hold(self, i: int) -> None:
        """The curve turns about the other handle."""
        assert self._shown is not None
        w, b = self._shown.at
        x = self._grips[1 - i]
        self._fixed = x, w * x + b

    def _move(self, thing: Thing, place: Point) -> None:
        assert self._shown is not None
        kind, i = thing
        model = self._shown.model
        if kind == "handle":
            self._grips[i] = place[0]
            w, b = handles.through(model.kind, place, self._fixed, self._window)
            if math.isfinite(w) and math.isfinite(b):
                self._bent = w, b
                self.bent.emit(w, b)
        else:
            points = self._points()
            points[i] = self._put(place)
            self.edited.emit(tuple(points))

    def _put(self, place: Point) -> Point:
        """Where an example can be: answers of logistic regression are 0 or 1."""
        assert self._shown is not None
        x0, x1, _, _ = self._window
        places = max(0, 3 - math.ceil(math.log10(x1 - x0)) + 1)
        x, y = round(place[0], places), round(place[1], 3)
        return (x, float(y >= 0.5)) if self._shown.model.kind == "logistic" else (x, y)

    def _add(self, place: Point) -> Thing | None:
        points = self._points()
        if len(points) >= MOST:
            self.refused.emit(self.tr("{n} examples are the most.").format(n=MOST))
            return None
        self.edited.emit((*points, self._put(place)))
        return "example", len(points)

    def _remove(self, i: int) -> None:
        points = self._points()
        if len(points) == 1:
            self.refused.emit(self.tr("One example has to stay."))
            return
        del points[i]
        self._hover = None
        self._chosen = ("example", min(i, len(points) - 1)) if self._chosen is not None else None
        self.edited.emit(tuple(points))
        self.done.emit()

    def _choose(self, by: int) -> None:
        """The next thing: the handles, then the examples from left to right."""
        order = sorted(range(self._count("example")), key=lambda i: self._points()[i][0])
        things: list[Thing] = [("handle", i) for i in range(len(self._grips))]
        things += [("example", i) for i in order]
        here = things.index(self._chosen) + by if self._chosen in things else 0 if by > 0 else -1
        self._chosen = things[here % len(things)]
        self._hover = None
        self._describe()
        self.update()

    def _nudge(self, across: int, up: int) -> None:
        """Move what is chosen; without a choice, choose."""
        if self._chosen is None:
            self._choose(1)
            return
        kind, i = self._chosen
        x0, x1, y0, y1 = self._window
        x, y = self.grips()[i] if kind == "handle" else self._points()[i]
        classes = kind == "example" and self._shown is not None and self._shown.model.kind == "logistic"
        place = x + across * _STEP * (x1 - x0), y + up * (1.0 if classes else _STEP * (y1 - y0))
        if kind == "handle":
            self._hold(i)
        self._held = self._chosen  # until it is done, the window stays
        self._move(self._chosen, (min(max(place[0], x0), x1), min(max(place[1], y0), y1)))
        self._held = None

    def _tell(self, event: QMouseEvent) -> None:
        """How what an example costs comes about."""
        shown, found = self._shown, self._hover
        if shown is None or not shown.known or found is None or found[0] != "example":
            QToolTip.hideText()
            return
        text = words.example(shown.model, shown.at, found[1])
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The model on its data"))
        self.setAccessibleDescription(words.data(self._shown, self._chosen))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _ours(event: QKeyEvent) -> bool:
    key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _ARROWS:
        return not modifiers & ~Qt.KeyboardModifier.ShiftModifier
    return not modifiers and (key in _CHOOSE or key in _CHANGE)
