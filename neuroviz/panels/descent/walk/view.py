"""WalkView: the surface from the side and from above, how the walkers fare, and one step in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.data.surface import Surface
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.ink import class_of, colour_of
from neuroviz.panels.descent.walk import words
from neuroviz.panels.descent.walk.config import SHOWS, Shows, Walking
from neuroviz.sims.descent.methods import Kind, Method
from neuroviz.sims.descent.walk import WalkerFrame, WalkFrame
from neuroviz.ui.choices import Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.relief.map import LevelMap
from neuroviz.ui.relief.marks import Arrow, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.slices import Slices
from neuroviz.ui.relief.view import BlockView
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import theme, theme_changes

_SIDE = 121  # values along each side of the picture
_DRAWN = 500  # places of a path
_MARKED = 12  # minima: of more only the lowest
_SHORTEST = 20  # steps that the axis shows at least
_LEAST = 1e-16  # on the logarithmic axis


class WalkView(QWidget):
    """The block and the map show the same, marks and all; both can be clicked for another start."""

    start_asked = Signal(float, float)
    """A start, also with each movement of a drag."""

    domain_asked = Signal(object)
    """Another part of the plane is to be seen."""

    shows_asked = Signal(object)
    """Another of the charts."""

    log_asked = Signal(bool)
    """Heights by their logarithm, or as they are."""

    done = Signal()
    """A drag is complete."""

    def __init__(self) -> None:
        super().__init__()
        self.block, self.map, self.slices = BlockView(), LevelMap(), Slices()
        self.chart, self.tip, self.choice = Curves(), Words(), Segmented()
        self.legend = Words(scale=0.85, quiet=True)
        self.log = QPushButton()
        self.log.setCheckable(True)
        self.log.setProperty("segment", True)
        leave_out(self.choice, self.log)
        for one in (self.tip, self.legend):
            one.setWordWrap(True)
        self.tip.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._ground: Surface | None = None
        self._frame: WalkFrame | None = None
        self._walking = Walking()
        self._method: Callable[[Kind], Method] = Method
        self._stack = QStackedWidget()
        for part in (self.chart, self.slices):
            self._stack.addWidget(part)
        self.choice.set_choices([(one, one) for one in SHOWS])
        self._connect()
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_ground(self, ground: Surface, walking: Walking) -> None:
        """Another surface, or another part of it."""
        self._ground, self._walking = ground, walking
        x0, x1, y0, y1 = walking.domain or ground.domain
        z = ground.value(np.linspace(x0, x1, _SIDE)[None], np.linspace(y0, y1, _SIDE)[:, None])
        relief = Relief(z, (x0, x1), (y0, y1), walking.log)
        self.map.set_home(ground.domain)
        self.log.setChecked(walking.log)
        for one in (self.block, self.map, self.slices):
            one.set_relief(relief)
        self._name_axes()

    def show_frame(self, frame: WalkFrame | None, walking: Walking, method: Callable[[Kind], Method]) -> None:
        """The walkers at a moment."""
        self._frame, self._walking, self._method = frame, walking, method
        if self._ground is None or frame is None:
            return
        marks = self._marks(frame)
        self.block.set_marks(marks)
        self.map.set_marks(marks)
        picked = next((one for one in frame.walkers if one.kind == walking.picked), None)
        if picked is not None:
            here = float(picked.path[-1, 0]), float(picked.path[-1, 1])
            self.slices.set_cursor(here if np.isfinite(here).all() else None)
            self.tip.setText(words.step_words(picked, method(picked.kind)))
            self.legend.setText(words.arrows(picked))
        else:
            self.tip.setText("")
            self.legend.setText("")
        self._show_charts()

    def show_shows(self, shows: Shows) -> None:
        """One of the charts, silently."""
        self.choice.set_value(shows)
        self._stack.setCurrentWidget(self.slices if shows == "slices" else self.chart)
        self._name_axes()
        self._show_charts()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- marks -------------------------------------------------------------------------------------------

    def _marks(self, frame: WalkFrame) -> Marks:
        look = theme()
        ground = self._ground
        assert ground is not None
        trails = tuple(
            Trail(
                one.path[kept(len(one.path)), 0], one.path[kept(len(one.path)), 1],
                colour_of(one.kind, look), 3.0 if self._is_picked(one) else 2.0,
            )
            for one in frame.walkers
        )  # fmt: skip
        known = ground.minima if len(ground.minima) <= _MARKED else ground.minima[:1]
        spots = [Spot(x, y, look.text, "minimum") for x, y in known]
        start = frame.walkers[0].path[0]
        spots.append(Spot(float(start[0]), float(start[1]), look.text, "start"))
        spots += [
            Spot(float(one.path[-1, 0]), float(one.path[-1, 1]), colour_of(one.kind, look), "ball")
            for one in frame.walkers
            if np.isfinite(one.path[-1]).all()
        ]
        picked = next((one for one in frame.walkers if self._is_picked(one)), None)
        return Marks((), trails, tuple(spots), tuple(self._arrows(picked)) if picked is not None else ())

    def _is_picked(self, one: WalkerFrame) -> bool:
        return one.kind == self._walking.picked

    def _arrows(self, one: WalkerFrame) -> Iterator[Arrow]:
        """At the place before the last step: against the gradient, what is remembered, and the step itself.

        The first two are as long as can be seen: their own unit is not that of the ground.
        """
        if one.step == 0 or one.state == "lost" or len(one.path) < 2:
            return
        ground = self._ground
        assert ground is not None
        x0, x1, _, _ = self._walking.domain or ground.domain
        at, look = one.path[-1] - one.made, theme()
        for vector, colour in ((one.gradient, look.quiet), (one.mean, look.accent)):
            size = 0.0 if vector is None else float(np.hypot(*vector))
            if vector is not None and np.isfinite(size) and size > 0:
                way = -0.14 * (x1 - x0) * vector / size
                yield Arrow(float(at[0]), float(at[1]), float(way[0]), float(way[1]), colour)
        if np.isfinite(one.made).all():
            yield Arrow(float(at[0]), float(at[1]), float(one.made[0]), float(one.made[1]), look.text)

    # -- charts ------------------------------------------------------------------------------------------

    def _show_charts(self) -> None:
        frame, ground, shows = self._frame, self._ground, self._walking.shows
        if frame is None or ground is None or shows == "slices":
            return
        names = room.methods()
        ends = np.array([0.0, max(_SHORTEST, frame.step)])
        series = [Series.of("", ends, np.full(2, np.nan), kind="points")]  # the axis has room from the start
        for one in frame.walkers:
            value = self._heights(one, ground) if shows == "loss" else self._distances(one, ground)
            keep = kept(len(value))
            width = 2.6 if self._is_picked(one) else 1.6
            series.append(
                Series.of(names[one.kind], one.at[keep], value[keep], class_of(one.kind), width=width)
            )
        self.chart.set_series(series)
        self.chart.set_cursor(float(frame.step))

    @staticmethod
    def _heights(one: WalkerFrame, ground: Surface) -> np.ndarray:
        """Above the lowest minimum that is known, else as they are."""
        if not ground.minima:
            return np.where(np.isfinite(one.values), one.values, np.nan)
        value = one.values - min(ground.heights)
        return np.where(np.isfinite(value) & (value > _LEAST), value, np.nan)

    @staticmethod
    def _distances(one: WalkerFrame, ground: Surface) -> np.ndarray:
        if not ground.minima:
            return np.full(len(one.path), np.nan)
        gaps = np.linalg.norm(one.path[:, None] - np.array(ground.minima)[None], axis=2).min(axis=1)
        return np.where(np.isfinite(gaps) & (gaps > _LEAST), gaps, np.nan)

    def _name_axes(self) -> None:
        ground = self._ground
        known = ground is not None and bool(ground.minima)
        if self._walking.shows == "distance":
            text = self.tr("distance to the nearest minimum")
        elif known:
            text = self.tr("height above the lowest minimum")
        else:
            text = self.tr("height")
        self.chart.set_axes(Axis(self.tr("step"), low=0.0), Axis(text, log=known))
        empty = self._walking.shows == "distance" and not known
        self.chart.set_hint(self.tr("No minimum is known here.") if empty else "")

    # -- the rest ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.block.picked.connect(self._on_picked)
        self.map.picked.connect(self._on_picked)
        self.map.dragged.connect(self.start_asked)
        self.map.dropped.connect(self._on_dropped)
        self.map.domain_wanted.connect(self._on_domain)
        self.choice.chosen.connect(self.shows_asked)
        self.log.clicked.connect(self.log_asked)
        for one in (self.block, self.map):
            one.set_told(self._told)

    def _on_picked(self, x: float, y: float) -> None:
        self.start_asked.emit(x, y)
        self.done.emit()

    def _on_dropped(self, _x: float, _y: float) -> None:
        self.done.emit()

    def _on_domain(self, x0: float, x1: float, y0: float, y1: float) -> None:
        self.domain_asked.emit((x0, x1, y0, y1))

    def _told(self, x: float, y: float, _value: float) -> str:
        if self._ground is None:
            return ""
        gx, gy = self._ground.gradient(x, y)
        return words.told(x, y, float(self._ground.value(x, y)), (float(gx), float(gy)))

    def _lay_out(self) -> None:
        self._upper, self._lower, self._charts = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._upper.addWidget(self.block, 1)
        self._upper.addWidget(self.map, 1)
        self._choices = QHBoxLayout()
        self._choices.addWidget(self.choice, 1)
        self._choices.addWidget(self.log)
        self._charts.addLayout(self._choices)
        self._charts.addWidget(self._stack, 1)
        self._words = QVBoxLayout()
        self._words.addWidget(self.tip)
        self._words.addWidget(self.legend)
        self._words.addStretch(1)
        self._lower.addLayout(self._words, 2)
        self._lower.addLayout(self._charts, 3)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._upper, 3)
        self._whole.addLayout(self._lower, 2)

    def _restyle(self) -> None:
        look = theme()
        for row in (self._upper, self._lower, self._choices):
            row.setSpacing(look.space(3))
        for column in (self._charts, self._whole, self._words):
            column.setSpacing(look.space(1.5))
        self.show_frame(self._frame, self._walking, self._method)

    def _retranslate(self) -> None:
        self.choice.set_texts([self.tr("Loss"), self.tr("Distance"), self.tr("Slices")])
        self.log.setText(self.tr("log height"))
        self.log.setToolTip(self.tr("Equal ratios are equally high: what is low and flat is seen apart"))
        self.chart.setAccessibleName(self.tr("How the walkers fare"))
        for one in (self.block, self.map, self.slices):
            one.set_names(Names("x", "y", self.tr("height")))
        self._name_axes()
        self.show_frame(self._frame, self._walking, self._method)


def kept(n: int) -> NDArray[np.intp]:
    """Which of n places are drawn: the ends, and every k-th between them."""
    every = max(1, -(-n // _DRAWN))
    places: NDArray[np.intp] = np.unique(np.append(np.arange(0, n, every), n - 1))
    return places
