"""The knobs of Learn in words: those that are turned while the net learns, and when it is to stop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.sims.training.stops import Stops
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class StopConfig:
    """target: per cent right, 0 for never; plateau: steps, 0 for never; gradient: norm, 0 for never."""

    target: int = knob(0, 0, 100, unit="%")
    plateau: int = knob(0, 0, 100_000)
    overfitting: bool = knob(False)
    gradient: float = knob(0.0, 0.0, 1000.0)
    not_finite: bool = knob(True)

    def stops(self) -> Stops:
        """As the simulation takes it."""
        return Stops(
            self.target / 100 if self.target else None,
            self.plateau or None,
            self.overfitting,
            self.not_finite,
            self.gradient or None,
        )

    @classmethod
    def of(cls, stops: Stops) -> StopConfig:
        """The knobs that say so."""
        return cls(
            round(100 * (stops.target or 0)), stops.plateau or 0, stops.overfitting, stops.gradient or 0.0,
            stops.not_finite,
        )  # fmt: skip


def stop_texts() -> dict[str, KnobText]:
    """Words of the stops, in the present language."""
    say = QCoreApplication.translate
    return {
        "target": KnobText(
            say("StopConfig", "Target reached"),
            say("StopConfig", "Pause when so many of the validation examples are right; 0: do not"),
        ),
        "plateau": KnobText(
            say("StopConfig", "Plateau, steps"),
            say(
                "StopConfig",
                "Pause when the training loss has not fallen by 1 % in so many steps; 0: do not",
            ),
        ),
        "overfitting": KnobText(
            say("StopConfig", "Overfitting"),
            say(
                "StopConfig",
                "Pause when the validation loss stands a tenth above its best, while the training loss goes "
                "on falling",
            ),
        ),
        "gradient": KnobText(
            say("StopConfig", "Gradient above"),
            say("StopConfig", "Pause when the length of the gradient is above this; 0: do not"),
        ),
        "not_finite": KnobText(
            say("StopConfig", "Loss no number"),
            say("StopConfig", "Pause when the loss becomes infinite or no number at all"),
        ),
    }


def knob_texts() -> dict[str, KnobText]:
    """Words of the knobs, in the present language."""
    say = QCoreApplication.translate
    return {
        "optimiser": KnobText(
            say("Knobs", "Optimiser"),
            say(
                "Knobs",
                "How a gradient becomes a step. SGD: downhill, with momentum; Nesterov: looks ahead; the "
                "others scale each weight’s step by what its gradients were like",
            ),
            {
                "sgd": "SGD", "nesterov": "Nesterov", "rmsprop": "RMSProp", "adagrad": "AdaGrad",
                "adam": "Adam", "adamw": "AdamW",
            },
        ),
        "rate": KnobText(
            say("Knobs", "Learning rate"),
            say("Knobs", "How far each step goes along the gradient: w ← w − rate · gradient"),
        ),
        "momentum": KnobText(
            say("Knobs", "Momentum"),
            say("Knobs", "How much of the last step goes on (sgd and nesterov): m ← momentum · m + gradient"),
        ),
        "batch": KnobText(
            say("Knobs", "Batch"),
            say("Knobs", "How many examples share one step: few are fast and noisy, many slow and steady"),
        ),
        "decay": KnobText(
            say("Knobs", "Weight decay"),
            say("Knobs", "Pulls all weights towards zero: gradient + decay · w"),
        ),
        "augment": KnobText(
            say("Knobs", "Augmentation"),
            say("Knobs", "Pictures are shifted, turned and bent anew each time they are shown"),
        ),
        "noise": KnobText(
            say("Knobs", "Noise"),
            say("Knobs", "Standard deviation of what is added to each input, each time"),
        ),
        "schedule": KnobText(
            say("Knobs", "Schedule"),
            say("Knobs", "How the rate changes over time; it begins when it is chosen"),
            {
                "constant": say("Knobs", "constant"),
                "step": say("Knobs", "stairs, ÷10"),
                "exponential": say("Knobs", "halving"),
                "cosine": say("Knobs", "cosine"),
                "warmup": say("Knobs", "warm-up, then cosine"),
            },
        ),
        "horizon": KnobText(
            say("Knobs", "Horizon"),
            say("Knobs", "Steps that the schedule takes to its end, to its half, or to its next stair"),
        ),
        "clip": KnobText(
            say("Knobs", "Clip gradient"),
            say("Knobs", "A gradient longer than this is shortened to it; 0: never"),
        ),
        "shuffle": KnobText(
            say("Knobs", "Shuffle"),
            say("Knobs", "Each epoch in another order; off: class after class, as data often lie in files"),
        ),
    }
