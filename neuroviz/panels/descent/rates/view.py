"""RatesView: the map of pairs at the left; at the right the path and the losses of the one that is picked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.surface import Surface
from neuroviz.panels.descent.rates import words
from neuroviz.panels.descent.rates.config import Bend, Rating, bend, best_known
from neuroviz.panels.descent.rates.rate_map import RateMap
from neuroviz.panels.descent.walk.words import number, place
from neuroviz.sims.descent.rates import RatesFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.relief.map import LevelMap
from neuroviz.ui.relief.marks import NOTHING, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import theme, theme_changes

_SIDE = 121  # values along each side of the surface
_LEAST, _MOST = 1e-12, 1e6  # of the loss, on the chart


class RatesView(QWidget):
    """The start can be dragged on the surface, the pair on the map."""

    start_asked = Signal(float, float)
    """Another start; also with each movement of a drag."""

    domain_asked = Signal(object)
    """Another part of the surface is to be seen."""

    done = Signal()
    """A drag is complete."""

    def __init__(self) -> None:
        super().__init__()
        self.rates, self.map, self.chart = RateMap(), LevelMap(), Curves()
        self.theory = Words(scale=0.85, quiet=True)
        self.theory.setWordWrap(True)
        self.theory.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._ground: Surface | None = None
        self._bend: Bend | None = None
        self._rating = Rating()
        self._frame: RatesFrame | None = None
        self.map.set_told(self._told)
        self.map.picked.connect(self.start_asked)
        self.map.dragged.connect(self.start_asked)
        self.map.dropped.connect(self.done)
        self.rates.done.connect(self.done)
        self.map.domain_wanted.connect(lambda *domain: self.domain_asked.emit(domain))
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_ground(self, ground: Surface, rating: Rating) -> None:
        """Another surface, or another part of it."""
        self._ground, self._rating, self._bend = ground, rating, bend(ground)
        x0, x1, y0, y1 = rating.domain or ground.domain
        z = ground.value(np.linspace(x0, x1, _SIDE)[None], np.linspace(y0, y1, _SIDE)[:, None])
        self.map.set_home(ground.domain)
        if self.map.seen() != (x0, x1, y0, y1):
            self.map.forget_wish()
        self.map.set_relief(Relief(z, (x0, x1), (y0, y1)))

    def show_frame(self, frame: RatesFrame | None, rating: Rating) -> None:
        """The map as far as it is, and the pair."""
        self._frame, self._rating = frame, rating
        ground = self._ground
        if ground is None:
            return
        pair = rating.pair or best_known(ground)
        self.rates.show_frame(frame, self._bend, pair)
        self.theory.setText(words.theory(self._bend, pair[1]))
        start = rating.start or ground.starts[0]
        look = theme()
        spots = [Spot(x, y, look.text, "minimum") for x, y in ground.minima]
        spots.append(Spot(*start, look.accent, "start"))
        if frame is None or not len(frame.path):
            self.map.set_marks(NOTHING if frame is None else Marks((), (), tuple(spots)))
            return
        last = frame.path[np.flatnonzero(np.isfinite(frame.path).all(axis=1))[-1]]
        spots.append(Spot(float(last[0]), float(last[1]), look.accent, "ball"))
        trail = Trail(frame.path[:, 0], frame.path[:, 1], look.accent, 2.0, dots=True)
        self.map.set_marks(Marks((), (trail,), tuple(spots)))
        self._show_chart(frame)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show_chart(self, frame: RatesFrame) -> None:
        at = np.arange(len(frame.losses), dtype=float)
        with np.errstate(invalid="ignore"):
            seen = (frame.losses > _LEAST) & (frame.losses < _MOST)
        series = [Series.of(self.tr("this pair"), at, np.where(seen, frame.losses, np.nan), width=2.4)]
        near = np.full(len(at), frame.plan.near)
        series.append(Series.of(self.tr("there"), at, near, "quiet", width=1.4, dash=(1.0, 3.0)))
        if self._bend is not None and self._bend.condition > 1 + 1e-9:
            root = np.sqrt(self._bend.condition)
            fastest = ((root - 1) / (root + 1)) ** (2 * at)
            fastest = np.where(fastest > _LEAST, fastest, np.nan)
            series.append(Series.of(self.tr("theory’s best"), at, fastest, "text", width=1.6, dash=True))
        self.chart.set_series(series)

    def _told(self, x: float, y: float, value: float) -> str:
        text = self.tr("At {place} the height is {value}.")
        return text.format(place=place(np.array([x, y])), value=number(value))

    def _lay_out(self) -> None:
        self._left, self._right, self._row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        self._left.addWidget(self.rates, 1)
        self._left.addWidget(self.theory)
        self._right.addWidget(self.map, 3)
        self._right.addWidget(self.chart, 2)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._left, 5)
        self._row.addLayout(self._right, 4)

    def _restyle(self) -> None:
        look = theme()
        self._row.setSpacing(look.space(3))
        for layout in (self._left, self._right):
            layout.setSpacing(look.space(1.5))
        self.show_frame(self._frame, self._rating)

    def _retranslate(self) -> None:
        self.map.setAccessibleName(self.tr("The path of this pair on the surface"))
        self.map.set_names(Names("x", "y", self.tr("height")))
        self.chart.setAccessibleName(self.tr("The loss of this pair"))
        self.chart.set_axes(
            Axis(self.tr("step"), low=0.0), Axis(self.tr("share of the loss that is left"), log=True)
        )
        self.show_frame(self._frame, self._rating)
