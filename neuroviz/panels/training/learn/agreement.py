"""Agreement: the knobs on the screen stand as the run is trained, whatever has turned them."""

from __future__ import annotations

from neuroviz.panels.training.learn.config import StopConfig
from neuroviz.panels.training.learn.hand import Hand
from neuroviz.runtime.knob import restored
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.acts import Acts
from neuroviz.ui.knobs import KnobForm


class Agreement:
    """Time, undo and other lines change the knobs of a run without a hand; a hand is ahead of the run."""

    def __init__(self, hand: Hand, form: KnobForm, stops: KnobForm, acts: Acts) -> None:
        self._hand, self._form, self._stops, self._acts = hand, form, stops, acts

    def show(self, frame: TrainingFrame) -> None:
        """As the line that is looked at is trained, but for what the run has yet to hear."""
        knobs, stops = frame.focused.knobs, StopConfig.of(frame.stops)
        if not self._hand.awaits and knobs != self._form.config():
            self._form.set_config(knobs)
            self._acts.follow()
        if not self._hand.awaits_stops and stops != self._stops.config():
            self._stops.set_config(restored(StopConfig(), vars(stops)))
            self._acts.follow()

    def after_refusal(self, frame: TrainingFrame) -> None:
        """What was turned last is not so."""
        self._hand.give_up()
        self.show(frame)
