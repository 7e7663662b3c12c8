"""Slices: the values of a relief along x and along y through a place, as two charts with its cursor."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from neuroviz.ui.curve_values import Axis, Series
from neuroviz.ui.curves import Curves
from neuroviz.ui.relief.base import Place
from neuroviz.ui.relief.shape import Domain, Floats, Relief
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import theme

_PLACES = 201  # of a curve


class Slices(QWidget):
    """Side by side or one above the other. The cursor of each can be moved."""

    moved = Signal(float, float)
    """The visitor moved a cursor: the place x, y is there now, and both charts show it."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        """upright: one above the other."""
        super().__init__(parent)
        self._relief: Relief | None = None
        self._cursor: Place | None = None
        self._names = Names()
        self._axes: tuple[object, ...] | None = None
        self.along_x, self.along_y = Curves(), Curves()
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        box = QBoxLayout(way, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().space(2))
        for chart in self.charts():
            chart.set_naming("none")
            box.addWidget(chart)
        self.along_x.moved.connect(lambda x: self._on_moved(x, None))
        self.along_y.moved.connect(lambda y: self._on_moved(None, y))
        self._retranslate()

    def charts(self) -> tuple[Curves, Curves]:
        """Along x and along y."""
        return self.along_x, self.along_y

    def set_relief(self, relief: Relief | None) -> None:
        """Show slices of another one."""
        self._relief = relief
        self._show()

    def set_cursor(self, place: Place | None) -> None:
        """Through this place, silently; None: no slices."""
        if place != self._cursor:
            self._cursor = place
            self._show()

    def cursor_at(self) -> Place | None:
        """Through where they go."""
        return self._cursor

    def set_names(self, names: Names) -> None:
        """What stands at the axes."""
        self._names = names
        self._show()

    def data(self) -> dict[str, np.ndarray]:
        """Both curves."""
        found: dict[str, np.ndarray] = {}
        if self._relief is not None and self._cursor is not None:
            for name, (places, values) in zip(("along x", "along y"), self._curves(), strict=True):
                found[f"{name} place"], found[f"{name} value"] = places, values
        return found

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Two small charts."""
        return QSize(theme().space(120), theme().space(40))

    # -- inside --------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.along_x.setAccessibleName(self.tr("Slice along {name}").format(name=self._names.x))
        self.along_y.setAccessibleName(self.tr("Slice along {name}").format(name=self._names.y))
        hint = self.tr("Choose a place: the values along both axes through it are shown here.")
        for chart in self.charts():
            chart.set_hint(hint)

    def _curves(self) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
        """Places along x and along y, and the values there."""
        relief, cursor = self._relief, self._cursor
        assert relief is not None
        assert cursor is not None
        x, y = (np.linspace(*span, _PLACES) for span in (relief.x, relief.y))
        return (x, relief.at(x, np.full(_PLACES, cursor[1]))), (y, relief.at(np.full(_PLACES, cursor[0]), y))

    def _show(self) -> None:
        relief, cursor = self._relief, self._cursor
        if relief is None or cursor is None or not relief.known:
            for chart in self.charts():
                chart.set_series(())
                chart.set_cursor(None)
            return
        self._set_axes(relief)
        log = self._log(relief)
        steps = ((relief.x[1] - relief.x[0]) / _PLACES, (relief.y[1] - relief.y[0]) / _PLACES)
        for chart, curve, at, step in zip(self.charts(), self._curves(), cursor, steps, strict=True):
            places, values = curve
            if log:
                values = np.where(values > 0, values, np.nan)
            chart.set_series((Series.of(self._names.value, places, values),))
            chart.set_cursor(at, step)

    def _set_axes(self, relief: Relief) -> None:
        """Set anew only when they are others: a part that is looked at stays in sight."""
        low, high = relief.span
        log = self._log(relief)
        key: tuple[Domain, float, float, bool, Names] = (relief.domain, low, high, log, self._names)
        if key == self._axes:
            return
        self._axes = key
        if log:
            low = max(low, relief.value_at(0.02), np.finfo(np.float64).tiny)
        edge = 0.0 if log else 0.04 * (high - low)
        value = Axis(self._names.value, low=low - edge, high=high + edge, log=log)
        for chart, name, span in zip(
            self.charts(), (self._names.x, self._names.y), (relief.x, relief.y), strict=True
        ):
            chart.set_axes(Axis(name, low=span[0], high=span[1]), value)
        self._retranslate()

    @staticmethod
    def _log(relief: Relief) -> bool:
        """An axis of logarithms has no place for what is below zero."""
        return relief.log and relief.span[0] >= 0

    def _on_moved(self, x: float | None, y: float | None) -> None:
        if self._cursor is not None:
            place = (self._cursor[0] if x is None else x, self._cursor[1] if y is None else y)
            self.set_cursor(place)
            self.moved.emit(*place)
