"""Transport: the time of a room: restart, step back, play or pause, step, speed, timeline, counter."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from neuroviz.ui.controls import IconButton, Words, give_focus_back
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.ui.timeline import Mark, Timeline

SLOWEST, FASTEST = 0.5, 1000.0  # steps a second; beyond the fastest stands "as fast as it goes"
SLOWEST_STAGE = 0.1  # stages a second: ten seconds to talk about one

SLIDER_STOPS = 100
_WIDE, _NARROW, _TIGHT, _TIGHTEST = 165, 130, 98, 84  # widths in steps of 4 px at which words give way


def speed_of(stop: int, slowest: float = SLOWEST) -> float:
    """Steps a second at a stop 0..SLIDER_STOPS of the slider; the last is infinity. Rounded to two digits."""
    if stop >= SLIDER_STOPS:
        return math.inf
    return float(f"{slowest * (FASTEST / slowest) ** (stop / (SLIDER_STOPS - 1)):.2g}")


def stop_of(speed: float, slowest: float = SLOWEST) -> int:
    """The stop nearest to a speed."""
    if speed > FASTEST:
        return SLIDER_STOPS
    share = math.log(max(speed, slowest) / slowest) / math.log(FASTEST / slowest)
    return round(share * (SLIDER_STOPS - 1))


class Transport(QWidget):
    """One row. Setters never emit; signals come from the visitor's hand alone."""

    restart_asked = Signal()
    back_asked = Signal()
    play_asked = Signal(bool)
    step_asked = Signal()
    speed_changed = Signal(float)
    """Steps a second; infinity for as fast as it goes."""
    seek_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self._longest = 0  # characters that the count has room for
        self._stages, self._slowest = False, SLOWEST
        self._restart, self._back = IconButton("restart"), IconButton("back")
        self._play, self._step = IconButton("play", accent=True), IconButton("step")
        self._speed = QSlider(Qt.Orientation.Horizontal)
        self._speed.setRange(0, SLIDER_STOPS)
        self._speed.setPageStep(10)
        self._speed_words, self._count = Words(quiet=True), Words()
        self._timeline = Timeline()
        self._connect()
        self._lay_out()
        self.set_speed(12)
        self._say_names()
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def count_stages(self) -> None:
        """What is counted here are stages of a step, to be called so; they can be slower than steps."""
        speed = self.speed()
        self._stages, self._slowest = True, SLOWEST_STAGE
        self.set_speed(speed)
        self._say_count()
        self._restyle()

    def set_range(self, n: int) -> None:
        """The last step there is (0: nothing yet)."""
        self._timeline.setMaximum(max(0, n))
        self._say_count()

    def set_position(self, k: int) -> None:
        """The step that is shown; the range grows with it."""
        if k > self._timeline.maximum():
            self._timeline.setMaximum(k)
        if not self._timeline.isSliderDown():
            self._timeline.setValue(k)
        self._say_count()

    def set_playing(self, on: bool) -> None:
        """Whether the button offers to pause, or to play."""
        if on != self._playing:
            self._playing = on
            self._play.set_icon("pause" if on else "play")
            self._say_names()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """What happened when."""
        self._timeline.set_marks(tuple(marks))

    def set_speed(self, speed: float) -> None:
        """The speed that the slider shows, steps a second."""
        self.set_stop(stop_of(speed, self._slowest))

    def speed(self) -> float:
        """Steps a second; infinity for as fast as it goes."""
        return speed_of(self._speed.value(), self._slowest)

    def stop(self) -> int:
        """Where the slider stands, 0..SLIDER_STOPS, to be remembered."""
        return self._speed.value()

    def set_stop(self, stop: int) -> None:
        """The slider stands there again."""
        self._speed.blockSignals(True)
        self._speed.setValue(stop)
        self._speed.blockSignals(False)
        self._say_speed()

    @property
    def playing(self) -> bool:
        """What was last set."""
        return self._playing

    def setEnabled(self, on: bool) -> None:
        """A row that goes out of use gives the focus to the room."""
        if not on:
            for one in self.findChildren(QWidget):
                give_focus_back(one)
        super().setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the timeline keeps its length and the words beside it go."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What is left when the words have gone."""
        return QSize(theme().space(70), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Names and units follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
            self._say_speed()
            self._say_count()
            self._restyle()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._restart.clicked.connect(self.restart_asked)
        self._back.clicked.connect(self.back_asked)
        self._step.clicked.connect(self.step_asked)
        self._play.clicked.connect(self._on_play)
        self._speed.valueChanged.connect(self._on_speed)
        self._timeline.sought.connect(self._on_sought)

    def _on_play(self) -> None:
        self.set_playing(not self._playing)
        self.play_asked.emit(self._playing)

    def _on_speed(self) -> None:
        self._say_speed()
        self.speed_changed.emit(self.speed())

    def _on_sought(self, step: int) -> None:
        self._say_count()
        self.seek_asked.emit(step)

    def _say_names(self) -> None:
        self._restart.describe(self.tr("Restart"), "R")
        self._back.describe(self.tr("One step back"), "←")
        self._play.describe(self.tr("Pause") if self._playing else self.tr("Play"), self.tr("Space"))
        self._step.describe(self.tr("One step"), "→")
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("Speed"))
        self._timeline.setAccessibleName(self.tr("Timeline"))
        self._timeline.setToolTip(self.tr("Drag to see any moment"))

    def _say_speed(self) -> None:
        self._speed_words.setText(self._speed_text(self.speed()))
        self._speed.setAccessibleDescription(self._speed_text(self.speed()))

    def _speed_text(self, speed: float) -> str:
        if math.isinf(speed):
            return self.tr("full speed")
        text = self.tr("{speed} stages/s") if self._stages else self.tr("{speed} steps/s")
        digits = f"{speed:.2g}" if speed < 1 else f"{speed:,.1f}" if speed < 10 else f"{speed:,.0f}"
        return text.format(speed=digits)

    def _say_count(self) -> None:
        text = self._count_text(self._timeline.value())
        self._count.setText(text)
        if len(text) > self._longest:  # otherwise its size stays, and the window need not be laid out anew
            self._size_count(text)
        if QAccessible.isActive():  # a string a tick is too much when nobody listens
            self._timeline.setAccessibleDescription(self._count.text())

    def _count_text(self, step: int) -> str:
        text = self.tr("stage {step}") if self._stages else self.tr("step {step}")
        return text.format(step=f"{step:,}")

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        for button in (self._restart, self._back, self._play, self._step):
            self._row.addWidget(button)
        self._row.addWidget(self._speed)
        self._row.addWidget(self._speed_words)
        self._row.addWidget(self._timeline, 1)
        self._row.addWidget(self._count)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        """Fixed widths for all that changes, so that nothing moves while it runs."""
        self._row.setContentsMargins(0, 0, 0, 0)
        metrics = self._count.fontMetrics()
        speeds = [self._speed_text(s) for s in (FASTEST, math.inf)]
        self._speed_words.setFixedWidth(max(metrics.horizontalAdvance(s) for s in speeds))
        self._size_count(self._count_text(100_000))
        self._fit()

    def _size_count(self, text: str) -> None:
        """Room for a count as long as this one."""
        metrics, self._longest = self._count.fontMetrics(), len(text)
        self._count.setFixedSize(metrics.horizontalAdvance(text) + 1, metrics.height())

    def _fit(self) -> None:
        """Give way where it is narrow: first the speed in words, then air, last the speed."""
        look, width = theme(), self.width()
        narrow = width < look.space(_NARROW)
        self._speed_words.setVisible(width >= look.space(_WIDE))
        self._row.setSpacing(look.space(1 if narrow else 2))
        self._speed.setFixedWidth(look.space(14 if narrow else 22))
        self._speed.setVisible(width >= look.space(_TIGHT))
        for button in (self._back, self._step):  # the arrow keys do the same
            button.setVisible(width >= look.space(_TIGHTEST))
