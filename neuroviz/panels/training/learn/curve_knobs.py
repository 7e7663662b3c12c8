"""CurveKnobs: how curves are drawn: smoothed by how much, and on which axes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.knob_slider import KnobSlider
from neuroviz.ui.theme import theme, theme_changes

SHARES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""Of the steps so far, over which a smoothed value is the mean."""


@dataclass(frozen=True)
class CurveLook:
    """smoothing: index in SHARES; log_steps, log_loss: equal ratios are equally long."""

    smoothing: int = 3
    log_steps: bool = False
    log_loss: bool = True

    @property
    def share(self) -> float:
        """Of the steps so far."""
        return SHARES[self.smoothing]


class CurveKnobs(QWidget):
    """A slider and two switches in a row."""

    changed = Signal()
    """Another look, also with each movement of a drag."""

    turned = Signal()
    """A turn by hand is complete."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._value = Words(quiet=True, scale=0.85), Words(quiet=True, scale=0.85)
        self._slider = KnobSlider()
        self._slider.set_stops(len(SHARES) - 1, CurveLook.smoothing, 0)
        self._steps, self._loss = QPushButton(), QPushButton()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for one in (self._words, self._slider, self._value):
            self._row.addWidget(one)
        self._row.addStretch(1)
        for button in (self._steps, self._loss):
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_switched)
            self._row.addWidget(button)
        self._slider.valueChanged.connect(self._on_slid)
        self._slider.sliderReleased.connect(self._on_released)
        self._slider.reset_asked.connect(self._on_reset)
        theme_changes.changed.connect(self._restyle)
        self._silent = False
        self.set_look(CurveLook())
        self._restyle()
        self._retranslate()

    def look(self) -> CurveLook:
        """As the controls stand."""
        return CurveLook(self._slider.value(), self._steps.isChecked(), self._loss.isChecked())

    def set_look(self, look: CurveLook) -> None:
        """Put the controls so, silently."""
        self._silent = True
        self._slider.setValue(look.smoothing)
        self._steps.setChecked(look.log_steps)
        self._loss.setChecked(look.log_loss)
        self._silent = False
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all has room, words give way before the switches are cut."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What is left when the words have gone."""
        wide = self._slider.minimumWidth() + 3 * self._row.spacing()
        wide += sum(button.sizeHint().width() for button in (self._steps, self._loss))
        return QSize(wide, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_slid(self, _stop: int) -> None:
        self._say()
        if not self._silent:
            self.changed.emit()
            if not self._slider.isSliderDown():
                self.turned.emit()

    def _on_released(self) -> None:
        if not self._silent:
            self.turned.emit()

    def _on_reset(self) -> None:
        self._slider.setValue(CurveLook.smoothing)

    def _on_switched(self) -> None:
        self.changed.emit()
        self.turned.emit()

    def _say(self) -> None:
        percent = f"{100 * SHARES[self._slider.value()]:.0f}\N{NARROW NO-BREAK SPACE}%"
        self._value.setText(percent)
        text = self.tr("Each point is the mean of the last {share} of the steps up to it.")
        self._slider.setToolTip(text.format(share=percent))
        self._slider.setAccessibleDescription(text.format(share=percent))

    def _fit(self) -> None:
        room = self.width() - self.minimumSizeHint().width()
        for words in (self._value, self._words):
            wide = max(words.sizeHint().width(), words.minimumWidth()) + self._row.spacing()
            words.setVisible(room >= wide)
            room -= wide

    def _retranslate(self) -> None:
        self._words.setText(self.tr("Smoothing"))
        self._slider.setAccessibleName(self.tr("Smoothing"))
        self._steps.setText(self.tr("log steps"))
        self._steps.setToolTip(self.tr("Equal ratios of steps are equally long: the beginning is seen large"))
        self._loss.setText(self.tr("log loss"))
        self._loss.setToolTip(self.tr("Equal ratios of the loss are equally long: small ones are seen apart"))
        self._say()
        self._fit()

    def _restyle(self) -> None:
        look = theme()
        self._row.setSpacing(look.space(1.5))
        self._slider.setFixedWidth(look.space(20))
        widest = self._value.fontMetrics().horizontalAdvance("50\N{NARROW NO-BREAK SPACE}%")
        self._value.setMinimumWidth(widest + look.space(1))
        self._fit()
