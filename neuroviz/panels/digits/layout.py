"""DigitsView: the centre of the room, from the pad to the answer and the pen's path."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.sims.digits import Answer, DigitsFrame
from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.long_work import LongWork, State, UntilDone
from neuroviz.ui.mind import MindStrip
from neuroviz.ui.net_view import NetView
from neuroviz.ui.novelty_meter import NoveltyMeter
from neuroviz.ui.numbers import share
from neuroviz.ui.pad_tools import PadTools
from neuroviz.ui.picture_row import PictureRow
from neuroviz.ui.shared_pad import SharedPad
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace

_FOOT_STEPS = 41  # height of the row below pad and net, in steps of the theme's space
_FOOT_SHARE = 0.32  # of the whole, and all that pad, net and strip can spare
_ABOVE_STEPS = 53
_STRIP_MS = 300  # between two pictures of the strip while the pen is down
_LOW_STEPS = 64  # a lower room has no place for it: pad and net say the same, larger


def _whole_path(frame: DigitsFrame) -> NDArray[np.float32] | None:
    """(n_points, n) with rows of zeros where the answer is not known yet; None without a path."""
    if frame.n_points == 0:
        return None
    whole = np.zeros((frame.n_points, frame.path.shape[1]), np.float32)
    whole[: len(frame.path)] = frame.path
    return whole


class DigitsView(QWidget):
    """The pictures of the room; it knows how to show a frame, not where frames come from."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.pad = SharedPad(workspace)
        self.tools = PadTools(self.pad)
        self.stages = PictureRow()
        self.net = NetView()
        self.bars = ProbabilityBars()
        self.meter, self.fitting = NoveltyMeter(), LongWork()
        self._fitted = 0.0
        self._fit_stopped = False
        self.mind = MindStrip()
        self._since_strip = QElapsedTimer()
        self._net: Net | None = None
        self._answer: Answer | None = None
        self._above, self._below, self._said = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._foot = QWidget()
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        drawing = QVBoxLayout()
        drawing.setSpacing(0)
        drawing.addWidget(self.pad, 1)
        drawing.addWidget(self.tools)
        self._above.addLayout(drawing, 10)
        self._above.addWidget(self.net, 17)
        self._below.addWidget(self.stages, 1)
        self._said.addWidget(self.bars, 1)
        self._gauge = UntilDone(self.fitting, self.meter)
        self._said.addLayout(self._gauge)
        self._below.addLayout(self._said, 1)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._foot.setLayout(self._below)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._above, 1)
        self._all.addWidget(self._foot)
        self._all.addWidget(self.mind)

    def show_frame(self, frame: DigitsFrame) -> None:
        """Show one answer everywhere."""
        if frame.net is not self._net:
            self._net = frame.net
            self._answer = None
            self.net.set_net(frame.net)
        if frame.answer is not self._answer or frame.answer is None:
            self._show_answer(frame)
        self._show_path(frame)

    def _show_path(self, frame: DigitsFrame) -> None:
        """The strip may lag behind a pen that moves: the answer itself must not wait for it."""
        if self.pad.busy and self._since_strip.isValid() and self._since_strip.elapsed() < _STRIP_MS:
            return
        self._since_strip.start()
        self.mind.set_curve(_whole_path(frame))
        self.mind.set_position(frame.step)

    def _show_answer(self, frame: DigitsFrame) -> None:
        self._answer = answer = frame.answer
        self.net.set_trace(None if answer is None else answer.trace)
        self.bars.set_probabilities(None if answer is None else answer.probabilities)
        reading = None if answer is None else answer.novelty
        if reading is None:
            self.meter.set_reading(None)
        else:
            self.meter.set_reading(reading.at, reading.farther, reading.beyond)
        if answer is not None and frame.prepared is None:
            self.stages.set_given(answer.grey, self.pad.content().number)
        else:
            self.stages.set_prepared(frame.prepared)

    def show_scale(self, profile: NDArray[np.float32], mark: float) -> None:
        """The meter is fitted; see `NoveltyMeter.set_scale`."""
        self.meter.set_scale(profile, mark)
        self._gauge.show_result()

    def show_no_scale(self) -> None:
        """There is no meter for this net."""
        self.meter.set_impossible()
        self._gauge.show_result()

    def show_fitting(self, done: float, *, stopped: bool) -> None:
        """The meter is being fitted, this part of it is done, 0..1; or that was stopped."""
        self._fitted, self._fit_stopped = done, stopped
        self.meter.set_reading(None)
        self._say_fitting()
        self._gauge.show_work()

    def _say_fitting(self) -> None:
        text = (
            self.tr("Stopped at {p}: there is no meter for this net yet.")
            if self._fit_stopped
            else self.tr("Measuring real digits for the meter: {p} …")
        )
        state: State = "stopped" if self._fit_stopped else "working"
        self.fitting.show_work(text.format(p=share(self._fitted)), self._fitted, state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.pad.set_hint(self.tr("draw a digit here"))
        if not self.fitting.isHidden():
            self._say_fitting()

    def _restyle(self) -> None:
        now = theme()
        self._above.setSpacing(now.space(5))
        self._below.setSpacing(now.space(5))
        self._all.setSpacing(now.space(3))
        self._said.setSpacing(now.space(2))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type in a small window leaves the most to pad and net."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._foot.setVisible(self.height() >= theme().space(_LOW_STEPS))
        high, look = self.height(), theme()
        spare = max(round(high * _FOOT_SHARE), high - look.space(_ABOVE_STEPS))
        self._foot.setFixedHeight(min(look.space(_FOOT_STEPS), spare))
