"""FitView: a model on its data, its loss over w and b, how the loss fell, and one step in numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.data.contours import contour
from neuroviz.data.surface import Domain, Point, Surface
from neuroviz.data.two_knobs_best import minima
from neuroviz.panels.descent.ink import class_of, colour_of
from neuroviz.panels.descent.model import words
from neuroviz.panels.descent.model.config import Fitting
from neuroviz.panels.descent.model.data_view import DataView
from neuroviz.panels.descent.model.on_data import OnData
from neuroviz.panels.descent.walk import words as steps
from neuroviz.sims.descent.fit import FitFrame
from neuroviz.sims.descent.methods import Method
from neuroviz.sims.descent.walk import WalkerFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.relief.map import LevelMap
from neuroviz.ui.relief.marks import Arrow, Cloud, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.view import BlockView
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import theme, theme_changes

_SIDE = 121  # values along each side of the surface
_COARSE = 49  # of a batch's
_LEVELS = 7
_DOT, _GAP = 2.0, 1 / 70  # pixels of a dot; of the sides, from one to the next
_DRAWN, _DOTTED = 500, 60  # places of a path that are drawn; fewer are marked each
_LEAST = 1e-16  # on the logarithmic axis
_ARROW = 0.14  # of the width


class FitView(QWidget):
    """The data at the left, the surface at the right: what is moved in one moves in the other."""

    place_asked = Signal(float, float)
    """w and b of the surface, also with each movement of a drag."""

    curve_asked = Signal(float, float)
    """w and b over plain inputs, likewise."""

    points_asked = Signal(object)
    """Other examples, likewise."""

    domain_asked = Signal(object)
    """Another part of the surface is to be seen."""

    done = Signal()
    """An act is complete."""

    refused = Signal(str)
    """Why something cannot be done."""

    def __init__(self) -> None:
        super().__init__()
        self.data, self.map, self.block = DataView(), LevelMap(), BlockView()
        self.chart, self.tip = Curves(), Words()
        self.tip.setWordWrap(True)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # pictures first
        self.tip.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for one in (self.map, self.block):
            self._stack.addWidget(one)
            one.set_told(self._told)
        self._now: Fitting | None = None
        self._ground: Surface | None = None
        self._frame: FitFrame | None = None
        self._at: Point = (0.0, 0.0)
        self._method = Method()
        self.minima: tuple[Point, ...] = ()
        self._connect()
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    @property
    def least(self) -> float | None:
        """The lowest loss that is known; None for none."""
        if self._ground is None or not self.minima:
            return None
        return float(self._ground.value(*self.minima[0]))

    def show_setting(self, now: Fitting) -> None:
        """Another model, other examples, or another part of the surface."""
        before, self._now = self._now, now
        self._stack.setCurrentWidget(self.map if now.seen == "map" else self.block)
        if before is not None and _same_surface(before, now):
            return
        self._ground = now.model.surface()
        self.minima = minima(now.model)
        x0, x1, y0, y1 = now.shown
        z = self._ground.value(np.linspace(x0, x1, _SIDE)[None], np.linspace(y0, y1, _SIDE)[:, None])
        relief = Relief(z, (x0, x1), (y0, y1), now.log)
        self.map.set_home(now.model.domain)
        for one in (self.map, self.block):
            one.set_relief(relief)

    def show_fit(self, frame: FitFrame | None, at: Point, method: Method) -> None:
        """The model as it stands at w and b of the surface; the way that led there, if there is one."""
        self._frame, self._at, self._method = frame, at, method
        now = self._now
        if now is None:
            return
        best = now.scaling.plain(*self.minima[0]) if self.minima else None
        rows = np.zeros(0, np.intp) if frame is None else frame.rows[frame.rows < len(now.points)]
        shown = OnData(now.plain, now.scaling.plain(*at), rows, best)
        self.data.show_model(shown, colour_of(method.kind, theme()))
        marks = Marks(
            tuple(self._clouds(now, rows)), tuple(self._trails()), tuple(self._spots(now)),
            tuple(self._arrows(now)),
        )  # fmt: skip
        cursor = at if np.isfinite(at).all() else None
        for one in (self.map, self.block):
            one.set_marks(marks)
            one.set_cursor(cursor)
        self._show_chart()
        self._show_tip(now)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- marks -------------------------------------------------------------------------------------------

    def _clouds(self, now: Fitting, rows: np.ndarray) -> Iterator[Cloud]:
        """The loss of a batch as dotted lines, at the levels that the surface has."""
        relief = self.map.relief()
        if not len(rows) or relief is None:
            return
        x0, x1, y0, y1 = now.shown
        w, b = np.linspace(x0, x1, _COARSE), np.linspace(y0, y1, _COARSE)
        z = now.model.of(rows).surface().value(w[None], b[:, None])
        lines = [contour(z, w, b, level) for level in relief.levels(_LEVELS)]
        x, y = np.concatenate([dotted(*line, now.shown) for line in lines], axis=1)
        yield Cloud(x, y, theme().text, _DOT)

    def _trails(self) -> Iterator[Trail]:
        """The way."""
        frame, look = self._frame, theme()
        if frame is None:
            return
        path = frame.walker.path
        if len(path) > 1:
            colour = colour_of(frame.walker.kind, look)
            x, y = path[_kept(len(path))].T
            yield Trail(x, y, colour, 2.5, dots=len(path) < _DOTTED)

    def _spots(self, now: Fitting) -> Iterator[Spot]:
        look, (x0, x1, y0, y1) = theme(), now.shown
        for x, y in self.minima:
            if x0 <= x <= x1 and y0 <= y <= y1:
                yield Spot(x, y, look.text, "minimum")
        if self._frame is not None and self._frame.step:
            start = self._frame.walker.path[0]
            yield Spot(float(start[0]), float(start[1]), look.text, "start")
        if np.isfinite(self._at).all():
            yield Spot(*self._at, colour_of(self._method.kind, look), "ball")

    def _arrows(self, now: Fitting) -> Iterator[Arrow]:
        """Downhill as the last step saw it; of a batch also for all examples. Their length says nothing."""
        frame, ground, look = self._frame, self._ground, theme()
        if frame is None or ground is None or not frame.step or frame.walker.state != "walking":
            return
        one = frame.walker
        before = one.path[-2] if len(one.path) > 1 else one.path[-1]
        ways = [(one.gradient, look.accent)]
        if len(frame.rows):
            ways.insert(0, (np.array(ground.gradient(*before)), look.quiet))
        x0, x1, _, _ = now.shown
        for vector, colour in ways:
            size = float(np.hypot(*vector))
            if np.isfinite(size) and size > 0 and np.isfinite(before).all():
                way = -_ARROW * (x1 - x0) * vector / size
                yield Arrow(float(before[0]), float(before[1]), float(way[0]), float(way[1]), colour)

    # -- below -------------------------------------------------------------------------------------------

    def _show_chart(self) -> None:
        frame = self._frame
        if frame is None or not frame.step:
            self.chart.set_series([])
            self.chart.set_hint(self.tr("Press play: how the loss falls will be seen here."))
            return
        one: WalkerFrame = frame.walker
        keep = _kept(len(one.path))
        value = one.values[keep]
        value = np.where(np.isfinite(value) & (value > _LEAST), value, np.nan)
        series = [Series.of(self.tr("loss"), one.at[keep], value, class_of(one.kind), width=2.6)]
        if (least := self.least) is not None and least > _LEAST:
            best = np.full(2, least)
            name = self.tr("the best")
            series.append(Series.of(name, one.at[[0, -1]], best, "quiet", dash=True, width=1.4))
        self.chart.set_hint("")
        self.chart.set_series(series)
        self.chart.set_cursor(float(frame.step))

    def _show_tip(self, now: Fitting) -> None:
        frame = self._frame
        if frame is None or not frame.step:
            text = self.tr("Drag the point, the curve or an example: what moves here moves there.")
            self.tip.setText(text)
            return
        parts = [steps.step_words(frame.walker, self._method)]
        if frame.walker.state != "lost":
            parts.append(words.gradient(now.model, frame, now.scaled))
        if now.kind == "line" and self._method.kind == "gd" and self._ground is not None:
            ww, wb, bb = map(float, self._ground.hessian(0.0, 0.0))  # the same everywhere
            highest = float(np.linalg.eigvalsh([[ww, wb], [wb, bb]])[-1])
            parts.append(words.limit(self._method.rate, 2 / highest))
        self.tip.setText("\n".join(parts))

    # -- the rest ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.map.picked.connect(self.place_asked)
        self.map.dragged.connect(self.place_asked)
        self.map.moved.connect(self.place_asked)
        self.map.dropped.connect(lambda *_: self.done.emit())
        self.block.picked.connect(self._on_picked)
        self.map.domain_wanted.connect(lambda *domain: self.domain_asked.emit(domain))
        self.data.edited.connect(self.points_asked)
        self.data.bent.connect(self.curve_asked)
        self.data.done.connect(self.done)
        self.data.refused.connect(self.refused)

    def _on_picked(self, w: float, b: float) -> None:
        self.place_asked.emit(w, b)
        self.done.emit()

    def _told(self, w: float, b: float, _loss: float) -> str:
        return "" if self._now is None else words.place(self._now.model, w, b)

    def _lay_out(self) -> None:
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._upper.addWidget(self.data, 4)
        self._upper.addWidget(self._stack, 5)
        self._lower.addWidget(self.tip, 4)
        self._lower.addWidget(self.chart, 5)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._upper, 5)
        self._whole.addLayout(self._lower, 2)

    def _restyle(self) -> None:
        look = theme()
        for layout in (self._upper, self._lower):
            layout.setSpacing(look.space(3))
        self._whole.setSpacing(look.space(1.5))
        self.show_fit(self._frame, self._at, self._method)

    def _retranslate(self) -> None:
        self.chart.setAccessibleName(self.tr("How the loss fell"))
        self.chart.set_axes(Axis(self.tr("step"), low=0.0), Axis(self.tr("loss"), log=True))
        for one in (self.map, self.block):
            one.set_names(Names("w", "b", self.tr("loss")))
        self.show_fit(self._frame, self._at, self._method)


def _same_surface(one: Fitting, other: Fitting) -> bool:
    return (one.kind, one.points, one.scaled, one.shown, one.log) == (
        other.kind, other.points, other.scaled, other.shown, other.log,
    )  # fmt: skip


def dotted(x: np.ndarray, y: np.ndarray, domain: Domain) -> np.ndarray:
    """Places (2, m) at equal distances along lines x, y (n,) with NaN between them, as a domain is seen."""
    x0, x1, y0, y1 = domain
    steps = np.hypot(np.diff(x) / (x1 - x0), np.diff(y) / (y1 - y0))
    along = np.concatenate([[0.0], np.cumsum(np.nan_to_num(steps))])
    places = np.arange(_GAP / 2, along[-1], _GAP)
    before = np.searchsorted(along, places, side="right") - 1
    share = (places - along[before]) / np.maximum(along[before + 1] - along[before], 1e-12)
    return np.stack([one[before] + share * (one[before + 1] - one[before]) for one in (x, y)])


def _kept(n: int) -> np.ndarray:
    """Which of n places are drawn: the ends, and every k-th between them."""
    if n <= _DRAWN:
        return np.arange(n)
    return np.unique(np.concatenate([np.arange(0, n, -(-n // _DRAWN)), [n - 1]]))
