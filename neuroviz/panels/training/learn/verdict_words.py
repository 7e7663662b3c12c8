"""What the verdict says: each finding in one sentence with its numbers, each remedy in a few words."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import layer_from_dict
from neuroviz.panels.training.learn.figures import line_name, number, part
from neuroviz.panels.training.learn.turn_words import knob_name, value_text
from neuroviz.sims.training.diagnosis import Finding, Remedy
from neuroviz.ui.layer_names import kind_name

translate = QCoreApplication.translate

_SHARES = ("train", "valid", "test", "par", "wrong", "honest", "recall", "score", "share", "update")
_COUNTS = (
    "units", "place", "places", "probed", "at", "steps", "rare", "common", "parameters", "judged", "classes",
)  # fmt: skip


def sentence(finding: Finding, *, values: bool = False) -> str:
    """What is so, in the present language. values: the task asks for values, not for classes."""
    texts = _calm() if finding.severity == 0 else {**_of_steps(), **_of_turns(), **_of_net(), **_of_data()}
    key: str = finding.kind
    if key == "dead" and finding.facts["share"] >= 1.0:
        key = "dead_all"
    elif key == "vanishing" and math.isinf(finding.facts["ratio"]):
        key = "vanished"
    elif values and f"{key}_values" in texts:
        key = f"{key}_values"
    elif key == "by_heart" and finding.facts["wrong"]:
        key = "by_heart_known"
    losses = finding.kind in ("small", "overfitting", "far_up", "bouncing", "slow")
    facts = {name: _fact(name, value, losses) for name, value in finding.facts.items()}
    return texts[key].format(knob=knob_name(finding.knob).lower() or "–", **facts)


def _fact(name: str, value: float, losses: bool) -> str:
    """A fact as it is read; of some findings train, valid and par are losses, not shares."""
    if name == "input":
        return f"{value + 1:.0f}"
    if name in _COUNTS:
        return f"{value:,.0f}"
    if name in _SHARES and not (losses and name in ("train", "valid", "par")):
        return part(value)
    return number(value)


def remedy_text(remedy: Remedy) -> str:
    """What the button does."""
    if remedy.kind == "branch":
        text = translate("VerdictWords", "Try {knob} {value} as a branch")
        if remedy.at is not None:
            text = translate("VerdictWords", "Try {knob} {value} from step {step}")
        return text.format(
            knob=knob_name(remedy.name).lower(), value=value_text(remedy.name, remedy.value),
            step=f"{remedy.at or 0:,}",
        )  # fmt: skip
    texts: dict[str, Callable[[], str]] = {
        "init": lambda: translate("VerdictWords", "Begin anew with He’s weights"),
        "activation": lambda: translate("VerdictWords", "Begin anew with {kind}").format(
            kind=kind_name_of(str(remedy.value))
        ),
        "width": lambda: translate("VerdictWords", "Begin anew with {n} units a layer").format(
            n=remedy.value
        ),
        "labels": lambda: translate("VerdictWords", "Begin anew with true labels"),
        "leak": lambda: translate("VerdictWords", "Begin anew, the test kept apart"),
        "balance": lambda: translate("VerdictWords", "Begin anew with equal classes"),
        "rates": lambda: translate("VerdictWords", "Begin anew with all layers learning"),
    }
    if remedy.name in texts:
        return texts[remedy.name]()
    text = translate("VerdictWords", "Begin anew with {knob} {value}")
    return text.format(knob=knob_name(remedy.name).lower(), value=value_text(remedy.name, remedy.value))


def kind_name_of(kind: str) -> str:
    """An activation by its id, as it is called."""
    return kind_name(layer_from_dict({"kind": kind}))


def remedy_reason(remedy: Remedy) -> str:
    """What will happen to the run."""
    if remedy.at is not None:
        text = translate(
            "VerdictWords",
            "Time goes back to step {step}; from there another line goes on beside this one, with that knob "
            "turned. This one is kept for comparing",
        )
        return text.format(step=f"{remedy.at:,}")
    if remedy.kind == "branch":
        return translate(
            "VerdictWords",
            "A second line goes on from this moment with that knob turned; the present one stays as it is",
        )
    return translate(
        "VerdictWords",
        "What is wrong was so from the start, or cannot be mended on the way: a new run begins; undo brings "
        "this one back",
    )


def tried(remedy: Remedy, line: int) -> str:
    """What has just been done; line: the one that has branched off for it."""
    if remedy.kind == "recipe":
        return translate(
            "VerdictWords",
            "A new run has begun: {what}. Undo brings back the one before, with all its lines.",
        ).format(what=remedy_text(remedy))
    knob, value = knob_name(remedy.name).lower(), value_text(remedy.name, remedy.value)
    if remedy.at is None:
        text = translate(
            "VerdictWords", "{line} branches off here with {knob} {value}; the other stays beside it."
        )
        return text.format(line=line_name(line), knob=knob, value=value)
    text = translate(
        "VerdictWords",
        "Back at step {step}: {line} goes on from there with {knob} {value}, beside the other.",
    )
    return text.format(step=f"{remedy.at:,}", line=line_name(line), knob=knob, value=value)


def _of_steps() -> dict[str, str]:
    return {
        "not_finite": translate(
            "VerdictWords",
            "From step {at} on the loss is no number; before it was {before}. The rate {rate} is too "
            "high.",
        ),
        "frozen": translate(
            "VerdictWords",
            "Nothing can be learned: the rate of every layer is 0.",
        ),
        "far_up": translate(
            "VerdictWords",
            "The loss leaps up to {loss}; saying the same of all gives {par}. The rate {rate} is too high.",
        ),
        "rising": translate(
            "VerdictWords",
            "The loss has risen {steps} steps running, from {before} to {loss}: the rate {rate} is too "
            "high.",
        ),
        "bouncing": translate(
            "VerdictWords",
            "Each step changes the weights by {update}, the loss stays at {loss}: the rate {rate} is too "
            "high.",
        ),
        "slow": translate(
            "VerdictWords",
            "A step changes the weights by {update}, the loss is still {loss} after {steps}: the rate {rate} "
            "is too low.",
        ),
        "unshuffled": translate(
            "VerdictWords",
            "The examples come class by class: where a class begins the loss is {begin}, where it ends "
            "{end}.",
        ),
        "overfitting": translate(
            "VerdictWords",
            "The validation loss was best at step {at}, {best}; now it is {valid}, the training loss "
            "{train}: overfitting.",
        ),
    }


def _of_turns() -> dict[str, str]:
    """A knob turned by hand, or the rate by its schedule; what may pass."""
    return {
        "leapt": translate(
            "VerdictWords",
            "The loss has just leapt from {before} to {loss}: {train} are right in training, {valid} in "
            "validation. It may come back.",
        ),
        "leapt_values": translate(
            "VerdictWords",
            "The loss has just leapt from {before} to {loss}: {train} of the variance is explained in "
            "training, {valid} in validation. It may come back.",
        ),
        "worse": translate(
            "VerdictWords",
            "Since {knob} was turned at step {at} the loss went from {before} to {loss}; {valid} are right "
            "in validation.",
        ),
        "worse_values": translate(
            "VerdictWords",
            "Since {knob} was turned at step {at} the loss went from {before} to {loss}; R² is {valid} in "
            "validation.",
        ),
        "ended": translate(
            "VerdictWords",
            "The schedule has brought the rate down to {rate}: nothing is learned since step {at}. {valid} "
            "are right.",
        ),
        "ended_values": translate(
            "VerdictWords",
            "The schedule has brought the rate down to {rate}: nothing is learned since step {at}. R² is "
            "{valid}.",
        ),
    }


def _of_net() -> dict[str, str]:
    return {
        "symmetric": translate(
            "VerdictWords",
            "The {units} units of layer {place} are all the same, and stay so: equal weights get equal "
            "gradients.",
        ),
        "dead_all": translate(
            "VerdictWords",
            "All units of layer {place} are dead: 0 for all {probed} examples probed. Nothing gets "
            "through.",
        ),
        "dead": translate(
            "VerdictWords",
            "{share} of the units of layer {place} are dead: 0 for all {probed} examples probed.",
        ),
        "vanishing": translate(
            "VerdictWords",
            "The gradient vanishes: in layer 1 it is {ratio} times smaller than in layer {places}.",
        ),
        "vanished": translate(
            "VerdictWords",
            "The gradient vanishes: nothing of it is left in layer 1 of {places}.",
        ),
        "exploding": translate(
            "VerdictWords",
            "The gradient explodes: in layer {place} it is {times} times as large as the weights.",
        ),
        "saturated": translate(
            "VerdictWords",
            "{share} of the values of layer {place} are saturated: in the flat ends, where nothing is "
            "learned.",
        ),
        "small": translate(
            "VerdictWords",
            "Both losses stand still, at {train} and {valid}; guessing gives {par}. {parameters} "
            "parameters may be too few.",
        ),
    }


def _of_data() -> dict[str, str]:
    return {
        "unscaled": translate(
            "VerdictWords",
            "Input {input} is of size {size}, and scaled ones are of size 1: the inputs are not scaled.",
        ),
        "leak": translate(
            "VerdictWords",
            "The test examples are learned too: {test} of them are right, of the validation examples "
            "{valid}.",
        ),
        "leak_values": translate(
            "VerdictWords",
            "The test examples are learned too: {test} of their variance is explained, {valid} in "
            "validation.",
        ),
        "by_heart_known": translate(
            "VerdictWords",
            "{wrong} of the labels are shuffled; {train} of them are known by heart, of new ones {valid} "
            "are right.",
        ),
        "by_heart": translate(
            "VerdictWords",
            "{train} are right in training, in validation {valid}, as if guessed ({par}). Are the labels "
            "shuffled?",
        ),
        "by_heart_values": translate(
            "VerdictWords",
            "{train} of the variance is explained in training, {valid} in validation. Are the values "
            "shuffled?",
        ),
        "no_rule": translate(
            "VerdictWords",
            "{wrong} of the labels are shuffled: there is no rule. {train} are known by heart so far, or "
            "right by chance.",
        ),
        "no_rule_values": translate(
            "VerdictWords",
            "{wrong} of the values are shuffled: there is no rule. {train} of their variance is known by "
            "heart.",
        ),
        "wrong_labels": translate(
            "VerdictWords",
            "{wrong} of the labels are shuffled: a rule is right for {honest} of all, the net for "
            "{train}. It learns errors.",
        ),
        "unbalanced": translate(
            "VerdictWords",
            "The rarest class has {rare} examples, the largest {common}: {recall} of it are found, "
            "{score} of all.",
        ),
    }


def _calm() -> dict[str, str]:
    return {
        "start": translate(
            "VerdictWords",
            "The loss is {loss}. It is too early to say how it goes.",
        ),
        "learning": translate(
            "VerdictWords",
            "All is well so far: the loss went from {before} to {loss} in {steps} steps.",
        ),
        "well": translate(
            "VerdictWords",
            "All is well: {train} are right in training, {valid} in validation; the loss is {loss}.",
        ),
        "well_values": translate(
            "VerdictWords",
            "All is well: {train} of the variance is explained in training, {valid} in validation.",
        ),
        "still": translate(
            "VerdictWords",
            "The loss stays at {loss}, and nothing is known to be wrong: {train} are right, {valid} in "
            "validation.",
        ),
        "still_values": translate(
            "VerdictWords",
            "The loss stays at {loss}, and nothing is known to be wrong; {train} of the variance is "
            "explained.",
        ),
    }
