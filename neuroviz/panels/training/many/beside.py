"""Beside: one net large, what all have in common, or the two ways to average them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.nn import softmax
from neuroviz.panels.training.learn.pace import Pace
from neuroviz.panels.training.many import words
from neuroviz.panels.training.many.ink import Ink
from neuroviz.panels.training.many.level_bar import LevelBar
from neuroviz.panels.training.many.line_map import LineMap
from neuroviz.panels.training.many.plane_map import PlaneMap
from neuroviz.sims.training.many import ManyFrame
from neuroviz.sims.training.many_maps import REACH, Common, Single
from neuroviz.ui.choices import Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes

Shows = Literal["one", "common", "averages"]
SHOWS: tuple[Shows, ...] = ("one", "common", "averages")


class Spot(QWidget):
    """A map of the plane or of the line, with a caption above it if it has one."""

    def __init__(self) -> None:
        super().__init__()
        self.plane, self.line = PlaneMap(), LineMap()
        self.caption = Words(scale=0.85, bold=True)
        self.caption.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plane)
        self._stack.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self._stack, 1)

    def say(self, caption: str, tip: str = "") -> None:
        """Its words."""
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.caption.setToolTip(tip)
        for one in (self.plane, self.line):
            one.setAccessibleName(caption or self.tr("Map"))
        self.plane.setAccessibleDescription(tip)

    def on_line(self, *, line: bool) -> None:
        """Which of both is seen."""
        self._stack.setCurrentWidget(self.line if line else self.plane)


class Beside(QWidget):
    """A switch, one or two maps, and words."""

    chosen = Signal(object)
    """What is wanted to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.switch = Segmented()
        leave_out(self.switch)
        self.switch.set_choices([(one, one) for one in SHOWS])
        self.first, self.second = Spot(), Spot()
        self.scale = LevelBar()
        self._shows: Shows = "one"
        self._seen: tuple[ManyFrame, Ink] | None = None
        self._fine: Common | None = None
        self._pace = Pace(self, self._show)  # charts cost more than maps
        self._lay_out()
        self.switch.chosen.connect(self.chosen)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    @property
    def shows(self) -> Shows:
        """What is seen."""
        return self._shows

    def show_shows(self, shows: Shows) -> None:
        """See something else."""
        self._shows = shows
        self.switch.set_value(shows)
        self._show()

    def show_frame(self, frame: ManyFrame, ink: Ink, fine: Common | None) -> None:
        """Of these nets; fine: what they have in common, if it has been drawn finely."""
        self._seen, self._fine = (frame, ink), fine
        if frame.task.n_in == 1:
            self._pace.ask()
        else:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._seen is None:
            return
        frame, ink = self._seen
        averages = self._shows == "averages"
        self.second.setVisible(averages)
        self.scale.setVisible(self._shows == "common" and frame.task.n_in == 2)
        for spot in (self.first, self.second):
            spot.on_line(line=frame.task.n_in == 1)
        {"one": self._show_one, "common": self._show_common, "averages": self._show_averages}[self._shows](
            frame, ink
        )

    def _show_one(self, frame: ManyFrame, ink: Ink) -> None:
        self.first.say("", words.about_one(frame))
        self._single(self.first, frame, ink, frame.one)

    def _show_common(self, frame: ManyFrame, ink: Ink) -> None:
        common = self._fine or frame.common
        self.first.say("", words.about_common(frame))
        if frame.task.n_in == 1:
            self.first.line.show_curve(frame.task, common.mean[:, 0], words.averages(frame)[0], common.band,
                                       words.about_band())  # fmt: skip
            return
        self.scale.show_ends(ink.levels_table, words.level_ends(frame))
        self.first.plane.show_map(
            frame.task, common.levels, ink.levels_table,
            _reader(common.agreement, lambda share: words.common_formula(frame, float(share))),
        )  # fmt: skip

    def _show_averages(self, frame: ManyFrame, ink: Ink) -> None:
        common = self._fine or frame.common
        names, tips = words.averages(frame), words.averages_tips(frame)
        self.first.say(f"{names[0]}: {names[1]}", tips[0])
        self.second.say(f"{names[2]}: {names[3]}", tips[1])
        if frame.task.n_in == 1:
            self.first.line.show_curve(frame.task, common.mean[:, 0], names[0], None, "")
        else:
            told = _reader(common.mean, lambda values: words.answer(frame, values))
            self.first.plane.show_map(frame.task, common.codes, ink.answers_table, told)
        self._single(self.second, frame, ink, frame.average)

    @staticmethod
    def _single(spot: Spot, frame: ManyFrame, ink: Ink, one: Single) -> None:
        if frame.task.n_in == 1:
            spot.line.show_curve(frame.task, one.outputs[:, 0], words.net(frame.picked), None, "")
            return
        classes = frame.task.kind == "classes"

        def read(values: np.ndarray) -> str:
            return words.answer(frame, softmax(values[None])[0] if classes else values)

        spot.plane.show_map(frame.task, one.codes, ink.answers_table, _reader(one.outputs, read))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.first, 1)
        self._row.addWidget(self.second, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.switch)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self.scale)

    def _say(self) -> None:
        self.switch.set_texts([self.tr("One net"), self.tr("Agreement"), self.tr("Averages")])

    def _restyle(self) -> None:
        look = theme()
        self._row.setSpacing(look.space(2))
        self._column.setSpacing(look.space(1))


def _reader(values: np.ndarray, say: Callable[[np.ndarray], str]) -> Callable[[float, float], str]:
    """What is said of a place of a grid (S, S, …)."""

    def told(x: float, y: float) -> str:
        side = len(values)
        column, row = (min(side - 1, max(0, int((v + REACH) / (2 * REACH) * side))) for v in (x, -y))
        return f"{words.place(x, y)}\n{say(values[row, column])}"

    return told
