"""NetCharts: what is asked beside the plane, as curves: the gap, the line between two nets, the sharpness."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from neuroviz.panels.descent.net.config import Shows
from neuroviz.sims.descent.net_line import LineCurve, LineFrame
from neuroviz.sims.descent.net_plane import Track
from neuroviz.sims.descent.sharpness import SharpnessFrame
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.theme import theme, theme_changes

_TRUE, _SLICE, _OFF, _EDGE = 0, 1, 3, 8  # classes, for their colours
_DASH = (4.0, 3.0)
_WIDE = 100  # steps of 4 px that two charts need


class NetCharts(QWidget):
    """Two charts side by side; the second for how far the path lies off the plane, where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = Curves(), Curves()
        self._shows: Shows = "gap"
        self._track: Track | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.first, 3)
        self._row.addWidget(self.second, 2)
        theme_changes.changed.connect(self._restyle)
        self.second.set_naming("none")
        self._restyle()
        self._name()

    def set_shows(self, shows: Shows) -> None:
        """Which of the three, empty until its numbers come."""
        if shows != self._shows:
            self._shows = shows
            for chart in (self.first, self.second):
                chart.set_series(())
                chart.set_cursor(None)
            self._name()

    def show_track(self, track: Track | None) -> None:
        """The true loss along the path and that of the slice; how far the path is off."""
        if self._shows != "gap" or track is None or track is self._track:
            return
        self._track = track
        steps = track.steps.astype(np.float64)
        self.first.set_series((
            Series.of(self.tr("the net itself"), steps, _sound(track.true), _TRUE, width=2.4),
            Series.of(self.tr("the slice"), steps, _sound(track.slice), _SLICE, dash=_DASH, width=2.0),
        ))  # fmt: skip
        off = np.where(np.isfinite(track.off), track.off, np.nan)
        self.second.set_series((Series.of(self.tr("off the plane"), steps, off, _OFF, width=2.4),))
        for chart in (self.first, self.second):
            chart.set_cursor(float(steps[track.here]))

    def show_line(self, frame: LineFrame | None) -> None:
        """The loss on the way from one net to the other, straight and after matching."""
        if self._shows != "line":
            return
        found = []
        if frame is not None and frame.straight is not None:
            found.append(_of(frame.straight, self.tr("straight"), _TRUE))
            if frame.matched is not None:
                found.append(_of(frame.matched, self.tr("after matching"), _SLICE, _DASH))
        self.first.set_series(found)
        self.first.set_cursor(None)

    def show_sharpness(self, frame: SharpnessFrame | None) -> None:
        """The top eigenvalue along the run, and the edge of stability."""
        if self._shows != "sharpness" or frame is None:
            return
        steps = frame.steps.astype(np.float64)
        found = [Series.of(self.tr("sharpness"), *_known(steps, frame.sharpness), _TRUE, width=2.4)]
        if np.isfinite(frame.edge).any():
            name, edge = self.tr("edge of stability"), _sound(frame.edge)
            found.append(Series.of(name, steps, edge, _EDGE, dash=_DASH, width=2.0))
        self.first.set_series(found)
        self.first.set_cursor(float(steps[frame.here]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two charts, or one."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        self._track = None
        step, loss = self.tr("step"), self.tr("loss")
        if self._shows == "gap":
            self.first.set_axes(Axis(step, low=0.0), Axis(loss, log=True))
            self.second.set_axes(Axis(step, low=0.0), Axis(self.tr("off the plane"), low=0.0))
            said = self.tr("The loss along the path: of the net itself, and of the slice below it")
        elif self._shows == "line":
            self.first.set_axes(Axis(self.tr("from the first net to the second")), Axis(loss, low=0.0))
            said = self.tr("The loss on the line between two nets")
        else:
            self.first.set_axes(Axis(step, low=0.0), Axis(self.tr("curvature"), log=True))
            said = self.tr("The sharpness along the run, and the edge of stability")
        self.first.set_naming("peak" if self._shows == "line" else "end")
        self.first.setAccessibleName(said)
        self.second.setAccessibleName(self.tr("How far the path lies off the plane"))
        self._make_room()

    def _make_room(self) -> None:
        """Where there is little of it the first chart has all: how far off is said in words too."""
        self.second.setVisible(self._shows == "gap" and self.width() >= theme().space(_WIDE))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(2))
        self._make_room()


def _sound(values: np.ndarray) -> np.ndarray:
    """What a logarithmic axis has a place for."""
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(values) & (values > 0), values, np.nan)


def _known(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Without the gaps: what is known first lies far apart."""
    sound = _sound(y)
    keep = np.isfinite(sound)
    return x[keep], sound[keep]


def _of(curve: LineCurve, name: str, colour: int, dash: tuple[float, ...] | bool = False) -> Series:
    loss = np.where(np.isfinite(curve.loss), curve.loss, np.nan)
    return Series.of(name, curve.t, loss, colour, dash=dash, width=2.4)
