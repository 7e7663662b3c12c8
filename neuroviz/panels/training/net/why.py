"""Why: the sentences for what cannot be done to a net, and for what was changed besides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.net import words
from neuroviz.scenes.fits import NoSuchNet, Repair
from neuroviz.ui.numbers import memory

translate = QCoreApplication.translate


def refused(reason: NoSuchNet) -> str:
    """Why the net stays as it is."""
    texts = {
        "answer-stays": translate("NetWhy", "The last layer gives the {n} answers of the task: it stays."),
        "answer-width": translate("NetWhy", "The task wants {n} answers, so the last layer gives {n}."),
        "answer-last": translate("NetWhy", "At the end there must be a layer that gives {n} answers."),
        "softmax-end": translate("NetWhy", "The loss makes probabilities itself: no softmax at the end."),
        "flatten-needed": translate("NetWhy", "What follows wants numbers in a row: Flatten has to stay."),
        "flat-already": translate("NetWhy", "There the numbers are in a row already."),
        "no-pictures": translate(
            "NetWhy", "That layer wants pictures; at that place there are only numbers in a row."
        ),
        "window": translate("NetWhy", "A window of {size}×{size} does not fit into maps of {high}×{wide}."),
        "edge": translate("NetWhy", "It cannot go further: there the net ends."),
        "nothing-learns": translate("NetWhy", "Without a layer with weights there is nothing to learn."),
        "limits": translate("NetWhy", "That number has to lie between {low} and {high}."),
        "number": translate("NetWhy", "That is not a number."),
        "layers": translate("NetWhy", "More than {n} layers are not possible here."),
        "parameters": translate("NetWhy", "That would be more than {n} parameters: too much here."),
        "work": translate(
            "NetWhy", "That would be more than {n} multiply-adds for each example: a step would take seconds."
        ),
        "memory": translate("NetWhy", "A step of that net would need more than {n} of memory."),
        "no-function": translate("NetWhy", "A function stands behind dense, convolution and norm layers."),
        "no-weights": translate("NetWhy", "That layer has no weights."),
        "other-kind": translate("NetWhy", "Only a pooling layer can be of the other kind."),
        "input": translate(
            "NetWhy", "That net takes {n} numbers, an example of this task has {wanted}: it cannot be used."
        ),
        "no-task": translate("NetWhy", "There is no task yet that the net could be made for."),
        "no-net": translate("NetWhy", "There is no trained net yet that takes the examples of this task."),
    }
    facts = {name: _plain(value) for name, value in reason.facts.items()}
    if reason.id == "memory":
        facts["n"] = memory(int(reason.facts["n"]))
    return texts[reason.id].format(**facts)


def mended(repairs: Sequence[Repair]) -> str:
    """What was changed besides, so that the net fits."""
    texts = {
        "flatten-added": translate("NetWhy", "A Flatten was put in: the layer behind it wants a row."),
        "flatten-removed": translate("NetWhy", "A Flatten was taken out: it had nothing left to do."),
        "input-pictures": translate("NetWhy", "The input is taken as a picture now, no longer as a row."),
        "answer-fresh": translate(
            "NetWhy", "Its answers were others: the last layer gives {n} now, and begins afresh."
        ),
        "softmax-dropped": translate("NetWhy", "Its softmax was left out: the loss does that itself."),
    }
    said = []
    for one in repairs:
        text = texts[one.id].format(**{name: _plain(value) for name, value in one.facts.items()})
        if text not in said:
            said.append(text)
    return " ".join(said)


def _plain(value: float) -> str:
    if isinstance(value, int) or float(value).is_integer():
        return words.amount(value) if value >= 10**6 else f"{int(value):,}"
    return f"{value:g}"
