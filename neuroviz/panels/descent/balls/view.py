"""BallsView: the balls on the map, their ends in a list, and how many are still rolling after each step."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.surface import Surface
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.balls import words
from neuroviz.panels.descent.balls.config import CHARTS, SHOWS, Dropping
from neuroviz.panels.descent.balls.end_list import EndList, EndRow
from neuroviz.panels.descent.ink import class_of
from neuroviz.panels.descent.walk.words import number, place
from neuroviz.sims.descent.balls import LEVEL, LOST, OTHER, WALKING, BallsFrame, DropFrame
from neuroviz.sims.descent.ends import FLAT, HOLLOW, SADDLE, TOP
from neuroviz.ui.choices import Segmented
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.relief.map import LevelMap
from neuroviz.ui.relief.marks import NOTHING, Cloud, Marks, Spot, SpotKind
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import Theme, theme, theme_changes

_SIDE = 161  # values along each side of the map
_NAMED = 12  # ends with their number on the map
_CLOSE = 0.02  # of the side that is seen: the ball under the pointer
_DRAWN = 400  # steps of a curve
_FEW, _MANY = 300, 2_000  # balls that are drawn large, and small
_FAINT = 60  # of 255: balls that do not stand out
_SIGNS = {HOLLOW: "", SADDLE: " ×", TOP: " ∩", FLAT: ""}
_SPECIAL = (LEVEL, OTHER, LOST, WALKING)


class BallsView(QWidget):
    """Balls have the colour of their end, grey while they roll."""

    shows_asked = Signal(object)
    """Where they are, or where they began."""

    chart_asked = Signal(object)
    """Another chart."""

    middle_asked = Signal(float, float)
    """A heap is to fall there; also with each movement of a drag."""

    end_asked = Signal(object)
    """The balls of this end are to stand out; None: all alike."""

    domain_asked = Signal(object)
    """Another part of the plane is to be seen."""

    done = Signal()
    """A drag is complete."""

    def __init__(self) -> None:
        super().__init__()
        self.map, self.ends, self.chart = LevelMap(), EndList(), Curves()
        self.shows, self.charts = Segmented(), Segmented()
        leave_out(self.shows, self.charts)
        self.charts.set_choices([(one, one) for one in CHARTS])
        self.shows.set_choices([(one, one) for one in SHOWS])
        self._ground: Surface | None = None
        self._frame: BallsFrame | None = None
        self._dropping = Dropping()
        self._ranks: dict[int, int] = {}
        self._axis: Axis | None = None
        self.map.set_told(self._told)
        self._connect()
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_ground(self, ground: Surface, dropping: Dropping) -> None:
        """Another surface, or another part of it."""
        self._ground, self._dropping = ground, dropping
        x0, x1, y0, y1 = dropping.domain or ground.domain
        z = ground.value(np.linspace(x0, x1, _SIDE)[None], np.linspace(y0, y1, _SIDE)[:, None])
        self.map.set_home(ground.domain)
        if self.map.seen() != (x0, x1, y0, y1):
            self.map.forget_wish()
        self.map.set_relief(Relief(z, (x0, x1), (y0, y1)))

    def show_frame(self, frame: BallsFrame | None, dropping: Dropping) -> None:
        """The balls at a moment."""
        self._frame, self._dropping = frame, dropping
        self.shows.set_value(dropping.shows)
        self.charts.set_value(dropping.chart)
        if frame is None or self._ground is None:
            self.map.set_marks(NOTHING)
            self.ends.show_rows((), None)
            return
        drop = words.drop_of(frame, dropping.picked)
        order = [i for i in np.argsort(drop.values, kind="stable").tolist() if drop.counts[i]]
        self._ranks = {end: rank for rank, end in enumerate(order, 1)}
        picked = self.end_of(drop)
        self.map.set_marks(self._marks(frame, drop, picked))
        self.ends.show_rows(self._rows(frame, drop, order), picked)
        self._show_chart(frame)

    def end_of(self, drop: DropFrame) -> int | None:
        """The number of the end that stands out."""
        end = self._dropping.end
        if end is None or isinstance(end, int):
            return end
        if not len(drop.ends) or self._ground is None:
            return None
        gaps = np.hypot(*(drop.ends - np.array(end)).T)
        x0, x1, _, _ = self._ground.domain
        return int(gaps.argmin()) if gaps.min() < _CLOSE * (x1 - x0) else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- what is drawn -----------------------------------------------------------------------------------

    def _marks(self, frame: BallsFrame, drop: DropFrame, picked: int | None) -> Marks:
        look, n = theme(), len(frame.starts)
        size = 6.0 if n <= _FEW else 3.0 if n >= _MANY else 4.5
        at = frame.starts if self._dropping.shows == "start" else drop.xy
        colours = colour_numbers(drop.end)
        clouds = []
        for number_ in np.unique(colours).tolist():
            ink = colour(number_, look)
            of = colours == number_
            if picked is not None:
                clouds.append(_cloud(at[of & (drop.end != picked)], _faint(ink), 0.7 * size))
            else:
                clouds.append(_cloud(at[of], ink, size))
        if picked is not None:
            chosen = drop.end == picked
            clouds.append(_cloud(at[chosen], colour(_colour_number(picked), look), 1.3 * size))
        named = [end for end, rank in self._ranks.items() if rank <= _NAMED]
        spots = [
            _spot(drop, end, str(self._ranks[end]), look)
            for end in (*named, *(one for one in (picked,) if one in self._ranks and one not in named))
            if end is not None
        ]
        return Marks(tuple(clouds), (), tuple(spots))

    def _rows(self, frame: BallsFrame, drop: DropFrame, order: list[int]) -> list[EndRow]:
        look, n = theme(), len(frame.starts)
        rows = []
        for end in (*order, *_SPECIAL):
            hits = int((drop.end == end).sum())
            if hits:
                known = end >= 0
                rows.append(EndRow(
                    end, colour(_colour_number(end), look),
                    f"{self._ranks[end]}{_SIGNS[int(drop.kinds[end])]}" if known else words.end_name(end),
                    words.there(drop, end) if known else "", words.height(drop, end) if known else "",
                    hits / n, words.count(hits, n),
                    words.end_tip(drop, end, hits, n),
                ))  # fmt: skip
        return rows

    def _show_chart(self, frame: BallsFrame) -> None:
        names, series = room.methods(), []
        steps = np.unique(np.linspace(0, frame.step, _DRAWN).round().astype(int))
        for one in frame.drops:
            width = 2.6 if one.kind == self._dropping.picked else 1.6
            kind = class_of(one.kind)
            values = one.waiting if self._dropping.chart == "rolling" else one.heights
            known = np.where(np.isfinite(values[steps]), values[steps], np.nan)
            series.append(Series.of(names[one.kind], steps, known, kind, width=width))
        self._name_axes()
        self.chart.set_series(series)
        self.chart.set_cursor(float(frame.step))

    def _name_axes(self) -> None:
        if self._dropping.chart == "rolling":
            y = Axis(self.tr("balls still rolling"), low=0.0)
        else:
            y = Axis(self.tr("height of the ball in the middle"))
        if y != self._axis:
            self._axis = y
            self.chart.set_axes(Axis(self.tr("step"), low=0.0), y)

    def _told(self, x: float, y: float, value: float) -> str:
        """The ball that is near, else the place."""
        frame, ground = self._frame, self._ground
        if ground is None:
            return ""
        x0, x1, y0, y1 = self.map.seen()
        if frame is not None:
            drop = words.drop_of(frame, self._dropping.picked)
            at = frame.starts if self._dropping.shows == "start" else drop.xy
            gaps = np.hypot((at[:, 0] - x) / (x1 - x0), (at[:, 1] - y) / (y1 - y0))
            gaps = np.where(np.isfinite(gaps), gaps, np.inf)
            if gaps.min() < _CLOSE:
                i = int(gaps.argmin())
                return words.ball(frame, drop, i, self._ranks.get(int(drop.end[i]), 0))
        return self.tr("At {place} the height is {value}.").format(
            place=place(np.array([x, y])), value=number(value)
        )

    # -- the rest ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.map.picked.connect(self.middle_asked)
        self.map.dragged.connect(self.middle_asked)
        self.map.dropped.connect(self.done)
        self.map.domain_wanted.connect(lambda *domain: self.domain_asked.emit(domain))
        self.ends.picked.connect(self.end_asked)
        self.shows.chosen.connect(self.shows_asked)
        self.charts.chosen.connect(self.chart_asked)

    def _lay_out(self) -> None:
        self._left, self._right, self._row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        self._left.addWidget(self.shows)
        self._left.addWidget(self.map, 1)
        self._right.addWidget(self.ends, 3)
        self._right.addWidget(self.charts)
        self._right.addWidget(self.chart, 2)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._left, 5)
        self._row.addLayout(self._right, 4)

    def _restyle(self) -> None:
        look = theme()
        self._row.setSpacing(look.space(3))
        for layout in (self._left, self._right):
            layout.setSpacing(look.space(1.5))
        self.show_frame(self._frame, self._dropping)

    def _retranslate(self) -> None:
        self.shows.set_texts([self.tr("Where they are"), self.tr("Where they began")])
        self.map.setAccessibleName(self.tr("Balls on the surface"))
        self.map.set_names(Names("x", "y", self.tr("height")))
        self.charts.set_texts([self.tr("Still rolling"), self.tr("Median height")])
        self.chart.setAccessibleName(self.tr("The balls over the steps"))
        self.show_frame(self._frame, self._dropping)


def _colour_number(end: int) -> int:
    """Nine colours in turn, as the ends were found; the others have their own."""
    return 1 + end % 9 if end >= 0 else end


def colour_numbers(ends: np.ndarray) -> np.ndarray:
    """Of all balls."""
    return np.where(ends >= 0, 1 + ends % 9, ends)


def colour(number_: int, look: Theme) -> QColor:
    """Of an end, or of those who have none."""
    if number_ >= 0:
        return look.digit(number_)
    return look.bad if number_ == LOST else look.quiet


def _spot(drop: DropFrame, end: int, name: str, look: Theme) -> Spot:
    """An end on the map: a hollow, or another place."""
    kind: SpotKind = "minimum" if drop.kinds[end] == HOLLOW else "cross"
    return Spot(float(drop.ends[end, 0]), float(drop.ends[end, 1]), look.text, kind, name)


def _cloud(at: np.ndarray, ink: QColor, size: float) -> Cloud:
    return Cloud(at[:, 0], at[:, 1], ink, size)


def _faint(ink: QColor) -> QColor:
    found = QColor(ink)
    found.setAlpha(_FAINT)
    return found
