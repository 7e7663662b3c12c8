"""CurvesView: loss, score and learning rate of every line over the steps, the moment marked on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.panels.training.learn import curve_series, curves_words, turn_words
from neuroviz.panels.training.learn.curve_knobs import CurveKnobs, CurveLook
from neuroviz.panels.training.learn.figures import answers_values, line_mark
from neuroviz.panels.training.learn.thinning import smoothed, thinned
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame
from neuroviz.sims.training.whole_way import whole
from neuroviz.ui.curves import Axis, Curves, PlotMark, Series
from neuroviz.ui.theme import theme, theme_changes

_LEAST_SCORE = -1.0  # a worse R² is told, not drawn: it would flatten all others
_TURN_MS = 16  # between two charts: each costs most of a tick, to draw and to paint
_REST = 6  # times as long as drawing took nothing is drawn anew: what the window does slows learning down
_LEAST_REST_MS = 400  # painting takes longer than drawing anew, and is not seen in that
_MOST_REST_MS = 1000  # also where other programs are what made it slow
_SHORT_MS = 2.0  # after less than this in a turn the next part may follow at once
_SHARES = (6, 5, 2)  # of the height, for loss, score and rate


class CurvesView(QWidget):
    """Training thin and pale over the spread of its batches, validation thick; each line in the strokes that
    it has in the lists of lines, those that are not looked at thinner.

    Dragging the cursor asks for another moment; wheel zooms, dragging pans, a double click shows all again.
    """

    sought = Signal(int)
    """The visitor wants to see this step."""

    turned = Signal()
    """Another look has been chosen by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.knobs = CurveKnobs()
        self.loss, self.score, self.rate = Curves(), Curves(), Curves()
        self._frame: TrainingFrame | None = None
        self._drawn: object = None
        self._axes: object = None
        self._turns: tuple[PlotMark, ...] | None = None
        self._left: list[Callable[[TrainingFrame], None]] = []
        self._looked: TrainingFrame | None = None  # the one that is being drawn
        self._spent = 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._work)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.knobs)
        for chart in self._charts():
            self._column.addWidget(chart, 1)
            chart.moved.connect(self._on_moved)
            chart.part_changed.connect(self._on_part_changed)
        self.loss.set_told(self._told_loss)
        self.score.set_told(self._told_score)
        self.rate.set_told(self._told_rate)
        for chart in self._charts():
            chart.spare_row()
        self.rate.hide()
        self.knobs.changed.connect(self._refresh)
        self.knobs.turned.connect(self.turned)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show(self, frame: TrainingFrame | None = None) -> None:
        """Show the lines of a frame; without one, be seen as any widget."""
        if frame is None:
            super().show()
            return
        self._frame = whole(frame)
        if self.isVisible() and not self._soon.isActive():
            self._work()

    @property
    def up_to_date(self) -> bool:
        """Whether nothing newer waits to be drawn."""
        return not self._left and (self._frame is None or self._drawn == self._key(self._frame))

    def clear(self) -> None:
        """Another run: nothing is known of it."""
        self._frame = self._drawn = self._turns = None
        self._left.clear()
        for chart in self._charts():
            chart.release()
            chart.set_series(())
            chart.set_marks(())
            chart.set_cursor(None)
            chart.show_all()

    def look(self) -> CurveLook:
        """How the curves are drawn, to be kept."""
        return self.knobs.look()

    def set_look(self, look: CurveLook) -> None:
        """Draw them so, silently."""
        self.knobs.set_look(look)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was not seen."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn that is not seen."""
        self._soon.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer pixels to draw on."""
        super().resizeEvent(event)
        self._share_out()
        self._refresh()

    # -- inside ------------------------------------------------------------------------------------

    def _charts(self) -> tuple[Curves, Curves, Curves]:
        return self.loss, self.score, self.rate

    def _refresh(self) -> None:
        """Draw anew without waiting; each chart is seen as soon as it is drawn."""
        self._left.clear()
        for chart in self._charts():
            chart.release()
        self._work(together=False)

    def _work(self, *, together: bool = True) -> None:
        """Draw what has changed, a part at a time; then show it, rest, and look again. together: the charts
        change in one moment, so that the same step stands at the same place in each at any time."""
        self._soon.stop()
        frame = self._frame
        if frame is None or not self.isVisible():
            return
        if not self._left:
            key = self._key(frame)
            if key == self._drawn:
                self._show_cursor(frame)
                return
            self._drawn, self._looked, self._spent = key, frame, 0.0
            if together:
                for chart in self._charts():
                    chart.hold()
            self._name_axes(frame)
            self._left = [
                self._draw_loss, self._draw_score, self._draw_rate, self._draw_rest,
                *(partial(self._prepare, chart) for chart in self._charts() if together), self._show_all,
            ]  # fmt: skip
        self._work_a_turn(self._looked or frame)
        rest = min(_MOST_REST_MS, max(_LEAST_REST_MS, round(_REST * self._spent)))
        self._soon.start(_TURN_MS if self._left else rest)

    def _work_a_turn(self, frame: TrainingFrame) -> None:
        """One part, or several short ones."""
        clock = QElapsedTimer()
        clock.start()
        before = 0.0
        while self._left and before < _SHORT_MS:
            part = self._left.pop(0)
            part(frame)
            now = clock.nsecsElapsed() / 1e6
            if not isinstance(part, partial):  # a picture would be painted in any case, if not so soon
                self._spent += now - before
            before = now
            if part == self._draw_rest:
                break  # the charts find their places before they are painted

    def _key(self, frame: TrainingFrame) -> object:
        """What the curves look like, but for the cursor."""
        lines = tuple((one.id, one.last, one.reports[-1:]) for one in frame.courses)
        return lines, frame.focus, self.knobs.look(), self.size().toTuple(), len(frame.turns), theme()

    def _draw_loss(self, frame: TrainingFrame) -> None:
        self._fill(self.loss, frame, self._loss_of)

    def _draw_score(self, frame: TrainingFrame) -> None:
        self._fill(self.score, frame, self._score_of)

    def _draw_rate(self, frame: TrainingFrame) -> None:
        seen = curve_series.changes_rate(frame)
        if seen == self.rate.isHidden():
            self.rate.setVisible(seen)
            self._share_out()
            self._column.activate()  # the charts have other heights now, and other numbers at their axes
        if seen:
            self._fill(self.rate, frame, curve_series.rate_of)

    def _draw_rest(self, frame: TrainingFrame) -> None:
        marks = tuple(PlotMark(one.step, one.text) for one in turn_words.marks(frame))
        if marks != self._turns:
            self._turns = marks
            self.loss.set_marks(marks)
            for chart in (self.score, self.rate):
                chart.set_marks([PlotMark(one.x) for one in marks])
        self._line_up([chart for chart in self._charts() if not chart.isHidden()])

    def _prepare(self, chart: Curves, _frame: TrainingFrame) -> None:
        chart.prepare()

    def _show_all(self, frame: TrainingFrame) -> None:
        self._show_cursor(frame)
        for chart in self._charts():
            chart.release()

    def _fill(self, chart: Curves, frame: TrainingFrame, parts: Callable[..., Iterator[Series]]) -> None:
        """The line that is looked at lies above the others; all charts are as wide as the longest line."""
        courses = [*(one for one in frame.courses if one.id != frame.focus), frame.focused]
        ends = np.array([0.0, curve_series.last(frame)])
        whole = Series("", ends, np.full(2, np.nan), kind="points")
        chart.set_series([whole, *(one for course in courses for one in parts(course, frame))])

    def _show_cursor(self, frame: TrainingFrame) -> None:
        step = max(1, round(curve_series.last(frame)) // 100)
        for chart in self._charts():
            chart.set_cursor(float(frame.step), step=float(step))

    def _share_out(self) -> None:
        """Words of a chart take the same room whatever its height: the rest is shared by the curves."""
        line = theme().space(4)
        words = 2 * line, 2 * line, 2 * line
        charts = [one for one in self._charts() if not one.isHidden()]
        foot = 2.5 * line
        room = max(self.height() - self.knobs.height() - sum(words[: len(charts)]) - foot, 8.0 * line)
        shares = _SHARES[: len(charts)]
        for chart, share, own in zip(charts, shares, words, strict=False):
            high = room * share / sum(shares) + own + (foot if chart is charts[-1] else 0)
            self._column.setStretch(self._column.indexOf(chart), round(high))

    def _line_up(self, charts: list[Curves]) -> None:
        """The same step stands at the same place in each."""
        needs = [chart.needed() for chart in charts]
        for chart in charts:
            chart.set_least(max(left for left, _ in needs), max(right for _, right in needs))

    def _loss_of(self, course: CourseFrame, frame: TrainingFrame) -> Iterator[Series]:
        look, focused = self.knobs.look(), course.id == frame.focus
        curve = course.curve
        if len(curve.step):
            seen = self._seen(frame)
            thin = thinned(
                curve, smoothed(curve, look.share), seen, max(16, self.loss.width()), log=look.log_steps
            )
            if focused:
                yield curve_series.spread(thin, curve.mean, line_mark(course.id).colour)
            known = thin.step, thin.mean
        else:  # of no batch yet; what was measured of the start
            known = curve_series.reported(course, "train_loss")
        name = self._name(self.loss, frame, course, self.tr("training")) if focused else ""
        yield curve_series.series(name, *known, course, focused=focused, thick=False)
        step, loss = curve_series.reported(course, "valid_loss")
        name = self._name(self.loss, frame, course, self.tr("validation") if focused else "")
        yield curve_series.series(name, step, loss, course, focused=focused, thick=True)

    def _score_of(self, course: CourseFrame, frame: TrainingFrame) -> Iterator[Series]:
        focused = course.id == frame.focus
        for what, text, thick in (
            ("train_score", self.tr("training"), False), ("valid_score", self.tr("validation"), True)
        ):  # fmt: skip
            step, score = curve_series.reported(course, what)
            name = self._name(self.score, frame, course, text if focused else "") if focused or thick else ""
            score = np.where(score >= _LEAST_SCORE, score, np.nan)
            yield curve_series.series(name, step, score, course, focused=focused, thick=thick)

    def _name(self, chart: Curves, frame: TrainingFrame, course: CourseFrame, text: str) -> str:
        """What stands at the end of a curve; the line's number where there are several, and room for it."""
        if len(frame.courses) == 1:
            return text
        room = chart.height() // theme().space(5) - 4
        others = [one.id for one in frame.courses if one.id != frame.focus]
        return f"{course.id + 1} {text}".strip() if course.id not in others[max(0, room) :] else ""

    def _seen(self, frame: TrainingFrame) -> tuple[float, float]:
        if self.loss.zoomed:
            return self.loss.seen()
        return 1.0, curve_series.last(frame)

    def _name_axes(self, frame: TrainingFrame) -> None:
        """Naming an axis ends zooming: it is done when the names are others."""
        look, course, rates = self.knobs.look(), frame.focused, curve_series.changes_rate(frame)
        falls = curve_series.falls_far(frame)
        key = look.log_steps, look.log_loss, answers_values(course), rates, falls, self.tr("step")
        if key == self._axes:
            return
        self._axes = key
        x = Axis("", low=1.0 if look.log_steps else 0.0, log=look.log_steps)
        bare = Axis("", low=x.low, log=x.log, silent=True)
        named = Axis(self.tr("step"), low=x.low, log=x.log)
        values = answers_values(course)
        self.loss.set_axes(bare, Axis(curves_words.loss_name(course), log=look.log_loss))
        score = Axis(curves_words.score_name(course), high=1.0, share=not values)
        self.score.set_axes(bare if rates else named, score)
        self.rate.set_axes(named, Axis(curves_words.rate_name(), low=None if falls else 0.0, log=falls))

    def _on_moved(self, x: float) -> None:
        step = max(0, round(x))
        for chart in self._charts():
            chart.set_cursor(float(step))
        self.sought.emit(step)

    def _on_part_changed(self) -> None:
        """What is seen large is drawn as fine as there."""
        self._drawn = None
        if not self._soon.isActive():
            self._work()

    def _told_loss(self, x: float) -> str:
        share = self.knobs.look().share
        return self._told(self.loss, x, lambda frame, x: curves_words.told_loss(frame, x, share))

    def _told_score(self, x: float) -> str:
        return self._told(self.score, x, curves_words.told_score)

    def _told_rate(self, x: float) -> str:
        return self._told(self.rate, x, curves_words.told_rate)

    def _told(self, chart: Curves, x: float, tell: Callable[[TrainingFrame, float], str]) -> str:
        """What was done there, and the values; a mark is met a little beside it, too."""
        frame = self._frame
        if frame is None:
            return ""
        near = (curves_words.told_mark(self._turns[i]) for i in chart.marks_at(x) if self._turns is not None)
        return "\n".join([*near, tell(frame, x)])

    def _retranslate(self) -> None:
        names = self.tr("Loss"), self.tr("Score"), self.tr("Learning rate")
        for chart, name in zip(self._charts(), names, strict=True):
            chart.setAccessibleName(name)
            chart.set_hint(self.tr("The curves begin with the first step."))
        self._drawn = self._axes = self._turns = None
        self._refresh()

    def _restyle(self) -> None:
        self._drawn = None
        self._share_out()
        self._refresh()
