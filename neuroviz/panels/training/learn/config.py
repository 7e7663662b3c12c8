"""The knobs of Learn in words: those that are turned while the net learns, and when it is to stop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.sims.training.stops import Stops
from neuroviz.ui.knobs import KnobText

translate = QCoreApplication.translate


@dataclass(frozen=True)
class StopConfig:
    """target: per cent right, 0 for never; plateau: steps, 0 for never; gradient: norm, 0 for never."""

    target: int = knob(0, 0, 100, unit="%", off=True)
    plateau: int = knob(0, 0, 100_000, off=True)
    overfitting: bool = knob(False)
    gradient: float = knob(0.0, 0.0, 1000.0, off=True)
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
    return {
        "target": KnobText(
            translate("StopConfig", "Target reached"),
            translate("StopConfig", "Pause when so many of the validation examples are right"),
        ),
        "plateau": KnobText(
            translate("StopConfig", "Plateau, steps"),
            translate(
                "StopConfig",
                "Pause when the training loss has not fallen by 1 % in so many steps",
            ),
        ),
        "overfitting": KnobText(
            translate("StopConfig", "Overfitting"),
            translate(
                "StopConfig",
                "Pause when the validation loss stands a tenth above its best, while the training loss goes "
                "on falling",
            ),
        ),
        "gradient": KnobText(
            translate("StopConfig", "Gradient above"),
            translate("StopConfig", "Pause when the length of the gradient is above this"),
        ),
        "not_finite": KnobText(
            translate("StopConfig", "Loss is not a number"),
            translate("StopConfig", "Pause when the loss becomes infinite or no number at all"),
        ),
    }


def knob_texts() -> dict[str, KnobText]:
    """Words of the knobs, in the present language."""
    return {
        "optimiser": KnobText(
            translate("Knobs", "Optimiser"),
            translate(
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
            translate("Knobs", "Learning rate"),
            translate("Knobs", "How far each step goes along the gradient: w ← w − rate · gradient"),
        ),
        "momentum": KnobText(
            translate("Knobs", "Momentum"),
            translate("Knobs", "How much of the last step goes on (SGD): m ← momentum · m + gradient"),
        ),
        "batch": KnobText(
            translate("Knobs", "Batch"),
            translate(
                "Knobs",
                "Examples that share one step: few are fast and noisy, many slow and steady. With batch "
                "norm, one that would be left alone joins the batch before it",
            ),
        ),
        "decay": KnobText(
            translate("Knobs", "Weight decay"),
            translate("Knobs", "Pulls all weights towards zero: gradient + decay · w"),
        ),
        **_more_texts(),
    }


def _more_texts() -> dict[str, KnobText]:
    return {
        "augment": KnobText(
            translate("Knobs", "Augmentation"),
            translate("Knobs", "Pictures are shifted, turned and bent anew each time they are shown"),
        ),
        "noise": KnobText(
            translate("Knobs", "Noise"),
            translate("Knobs", "Standard deviation of what is added to each input, each time"),
        ),
        "schedule": KnobText(
            translate("Knobs", "Schedule"),
            translate("Knobs", "How the rate changes over time; it begins when it is chosen"),
            {
                "constant": translate("Knobs", "constant"),
                "step": translate("Knobs", "stairs, ÷10"),
                "exponential": translate("Knobs", "halving"),
                "cosine": translate("Knobs", "cosine"),
                "warmup": translate("Knobs", "warm-up, then cosine"),
            },
        ),
        "horizon": KnobText(
            translate("Knobs", "Horizon"),
            translate("Knobs", "Steps that the schedule takes to its end, to its half, or to its next stair"),
        ),
        "clip": KnobText(
            translate("Knobs", "Clip gradient"),
            translate("Knobs", "A gradient longer than this is shortened to it"),
        ),
        "shuffle": KnobText(
            translate("Knobs", "Shuffle"),
            translate("Knobs", "Each epoch in another order; off: class after class, as in many files"),
        ),
    }
