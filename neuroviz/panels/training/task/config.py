"""The knobs of Task: how many examples there are, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import TaskSpec
from neuroviz.runtime import knob
from neuroviz.runtime.knob import knobs_of
from neuroviz.ui.knobs import KnobText

translate = QCoreApplication.translate

FEWEST, MOST = 12, 200_000
"""Examples that can be asked for; of own data with no more than the fewest, all are taken."""


@dataclass(frozen=True)
class TaskKnobs:
    """The fields of TaskSpec that can be turned; see there."""

    n: int = knob(400, FEWEST, MOST, log=True, restart=True)
    noise: float = knob(0.0, 0.0, 1.0, restart=True)
    classes: int = knob(2, 2, 10, restart=True)
    balance: float = knob(1.0, 0.02, 1.0, log=True, restart=True)
    wrong_labels: float = knob(0.0, 0.0, 1.0, restart=True)
    leak: bool = knob(False, restart=True)
    valid: float = knob(0.2, 0.02, 0.45, restart=True, more=True)
    test: float = knob(0.2, 0.02, 0.45, restart=True, more=True)

    @classmethod
    def of(cls, spec: TaskSpec) -> TaskKnobs:
        """The knobs that say so; what is beyond them is brought within."""
        found = {}
        for name, limits in knobs_of(cls).items():
            value = getattr(spec, name)
            if limits.low is not None and limits.high is not None:
                value = type(limits.default)(min(max(value, limits.low), limits.high))
            found[name] = value
        return cls(**found)

    def spec(self, spec: TaskSpec) -> TaskSpec:
        """`spec` with what the knobs say."""
        return replace(spec, **{one.name: getattr(self, one.name) for one in fields(self)})


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "n": KnobText(
            translate("TaskConfig", "Examples"), translate("TaskConfig", "How many there are in all, at most")
        ),
        "noise": KnobText(
            translate("TaskConfig", "Noise"),
            translate(
                "TaskConfig",
                "Points: how far they are moved, as a deviation. Pictures: the deviation of a pixel. "
                "Values: the deviation as a share of their own",
            ),
        ),
        "classes": KnobText(
            translate("TaskConfig", "Classes"), translate("TaskConfig", "How many kinds are to be told apart")
        ),
        "balance": KnobText(
            translate("TaskConfig", "Balance"),
            translate(
                "TaskConfig",
                "Each class has this share of the examples of the class before it: 1 is balanced, 0.05 is "
                "one in twenty",
            ),
        ),
        "wrong_labels": KnobText(
            translate("TaskConfig", "Wrong labels"),
            translate(
                "TaskConfig", "This share of the training labels is handed round; 1: all of them are shuffled"
            ),
        ),
        "leak": KnobText(
            translate("TaskConfig", "Learn the test too"),
            translate(
                "TaskConfig", "A mistake that is often made: the test examples are among those learned from"
            ),
        ),
        "valid": KnobText(
            translate("TaskConfig", "Validation"),
            translate("TaskConfig", "Share of all examples by which settings are chosen while it learns"),
        ),
        "test": KnobText(
            translate("TaskConfig", "Test"),
            translate("TaskConfig", "Share of all examples that are looked at once, in the end"),
        ),
    }
