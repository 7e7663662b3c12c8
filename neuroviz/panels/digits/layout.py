"""DigitsView: the centre of the room, from the pad to the answer and the pen's path."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.panels.digits.pad_tools import PadTools
from neuroviz.sims.digits import DigitsFrame
from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.mind import MindStrip
from neuroviz.ui.net_view import NetView
from neuroviz.ui.picture_row import PictureRow
from neuroviz.ui.theme import theme, theme_changes


def _whole_path(frame: DigitsFrame) -> NDArray[np.float32] | None:
    """(n_points, n) with rows of zeros where the answer is not known yet; None without a path."""
    if frame.n_points == 0:
        return None
    whole = np.zeros((frame.n_points, frame.path.shape[1]), np.float32)
    whole[: len(frame.path)] = frame.path
    return whole


class DigitsView(QWidget):
    """The pictures of the room; it knows how to show a frame, not where frames come from."""

    def __init__(self) -> None:
        super().__init__()
        self.pad = DrawingPad()
        self.tools = PadTools(self.pad)
        self.stages = PictureRow()
        self.net = NetView()
        self.bars = ProbabilityBars()
        self.mind = MindStrip()
        self._net: Net | None = None
        self._grid = QGridLayout()
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.pad, 1)
        left.addWidget(self.tools)
        self._grid.addLayout(left, 0, 0)
        self._grid.addWidget(self.net, 0, 1)
        self._grid.addWidget(self.stages, 1, 0)
        self._grid.addWidget(self.bars, 1, 1)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 9)
        self._grid.setRowStretch(0, 7)
        self._grid.setRowStretch(1, 3)
        self._all.addLayout(self._grid, 1)
        self._all.addWidget(self.mind)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_frame(self, frame: DigitsFrame) -> None:
        """Show one answer everywhere."""
        if frame.net is not self._net:
            self._net = frame.net
            self.net.set_net(frame.net)
        answer = frame.answer
        self.net.set_trace(None if answer is None else answer.trace)
        self.bars.set_probabilities(None if answer is None else answer.probabilities)
        if frame.prepared is not None:
            self.stages.set_prepared(frame.prepared)
        else:
            self.stages.set_picture(None if answer is None else answer.grey)
        self.mind.set_curve(_whole_path(frame))
        self.mind.set_position(frame.step)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.pad.set_hint(self.tr("draw a digit here"))

    def _restyle(self) -> None:
        now = theme()
        self._grid.setHorizontalSpacing(now.space(5))
        self._grid.setVerticalSpacing(now.space(3))
        self._all.setSpacing(now.space(2))
