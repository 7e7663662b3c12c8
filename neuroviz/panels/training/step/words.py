"""What One step says: the live sentence, stages and layers by name, the explanation."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Layer
from neuroviz.panels.training.step.numbers import number
from neuroviz.panels.training.step.values import Scene, activations, gradient_size
from neuroviz.sims.training.stages import Place
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.layer_names import kind_name

_FUNCTIONS = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "tanh": "tanh", "sigmoid": "σ", "gelu": "GELU",
              "softmax": "softmax"}  # fmt: skip


def stage_name(place: Place) -> str:
    """A stage in a word or two."""
    translate = QCoreApplication.translate
    return {
        "start": translate("StepWords", "Start"),
        "draw": translate("StepWords", "Draw the batch"),
        "forward": translate("StepWords", "Forward"),
        "loss": translate("StepWords", "Loss"),
        "back": translate("StepWords", "Backward"),
        "update": translate("StepWords", "Update"),
    }[place.leg]


def layer_name(scene: Scene, b: int) -> tuple[str, str]:
    """A block by number, with its size and function."""
    translate = QCoreApplication.translate
    plan = scene.frame.plan
    if b < 0:
        return translate("StepWords", "Input"), "×".join(map(str, plan.input_shape))
    size = "×".join(map(str, scene.frame.blocks[b].shape))
    detail = " · ".join((size, *after(scene, b)))
    return translate("StepWords", "Layer {n}").format(n=b + 1), detail


def after(scene: Scene, b: int) -> tuple[str, ...]:
    """What the sums of a block go through until they are what is shown of it, in order."""
    block = scene.frame.blocks[b]
    return tuple(layer_symbol(one) for one in scene.frame.plan.layers[block.start + 1 : block.shown + 1])


def layer_symbol(layer: Layer) -> str:
    """What a function or another layer without weights of its own is called beside a number."""
    return _FUNCTIONS.get(layer.kind) or kind_name(layer)


def waiting() -> str:
    """There is no step to be seen yet."""
    return QCoreApplication.translate("StepWords", "Getting the examples …")


def sentence(scene: Scene, begun: Literal["", "learn", "anew"] = "") -> str:
    """What is being seen. begun: where Learn stands, or anew because Learn has another recipe."""
    frame = scene.frame
    if begun and scene.place.leg == "start":
        return _begun(scene, begun)
    if frame.found is not None and not math.isfinite(frame.found.loss) and scene.place.leg != "draw":
        text = QCoreApplication.translate(
            "StepWords", "Step {step}: the loss is no number any more; from here nothing can be learned."
        )
        return text.format(step=f"{frame.number:,}")
    if scene.whole and frame.found is not None:
        text = QCoreApplication.translate(
            "StepWords", "Step {step}, epoch {epoch}: the loss of these {n} examples is {loss}."
        )
        epoch = 1 + (0 if frame.batch is None else frame.batch.epoch)
        return text.format(
            step=f"{frame.number:,}", epoch=epoch, n=frame.found.n, loss=number(frame.found.loss)
        )
    return _SAYS[scene.place.leg](scene)


def _start(scene: Scene) -> str:
    text = QCoreApplication.translate(
        "StepWords",
        "Before step {step}: {n} examples to learn from wait to be drawn. Press play, or → for one stage."
    )
    return text.format(step=f"{scene.frame.number:,}", n=f"{len(scene.frame.task.train):,}")


def _begun(scene: Scene, begun: str) -> str:
    text = (
        QCoreApplication.translate(
            "StepWords",
            "Where Learn stands, before step {step}: its weights, its optimiser, its order of {n} examples. "
            "Press play, or → for one stage.",
        )
        if begun == "learn"
        else QCoreApplication.translate(
            "StepWords",
            "The recipe is no longer the one that Learn stands at, so this begins anew: before step {step}, "
            "{n} examples wait to be drawn.",
        )
    )
    return text.format(step=f"{scene.frame.number:,}", n=f"{len(scene.frame.task.train):,}")


def _draw(scene: Scene) -> str:
    batch, task = scene.frame.batch, scene.frame.task
    assert batch is not None
    text = (
        QCoreApplication.translate(
            "StepWords",
            "Step {step}, draw: {n} of {all} examples, numbers {first} to {last} of the shuffled order "
            "of epoch {epoch}.",
        )
        if scene.frame.knobs.shuffle
        else QCoreApplication.translate(
            "StepWords",
            "Step {step}, draw: {n} of {all} examples, numbers {first} to {last} as they lie in the "
            "file, epoch {epoch}.",
        )
    )
    n = len(batch.rows)
    return text.format(
        step=f"{scene.frame.number:,}", n=n, all=f"{len(task.train):,}", first=f"{batch.at + 1:,}",
        last=f"{batch.at + n:,}", epoch=batch.epoch + 1,
    )  # fmt: skip


def _forward(scene: Scene) -> str:
    frame, b = scene.frame, scene.place.block
    found = frame.found
    assert found is not None
    values = found.ys[frame.blocks[b].shown] if scene.example is None else activations(scene, b)
    text = (
        QCoreApplication.translate(
            "StepWords",
            "Forward, layer {k} of {of}: {units} values for each of {n} examples, from {low} to {high}.",
        )
        if scene.example is None
        else QCoreApplication.translate(
            "StepWords",
            "Forward, layer {k} of {of}: {units} values for example {example}, from {low} to {high}."
        )
    )
    text = text.format(
        k=b + 1, of=len(frame.blocks), units=f"{frame.blocks[b].size:,}", n=found.n,
        example=(scene.example or 0) + 1, low=number(float(values.min())), high=number(float(values.max())),
    )  # fmt: skip
    layers = after(scene, b)
    if len(layers) < 2:
        return text
    way = QCoreApplication.translate("StepWords", "They have gone through {layers}.")
    return f"{text} {way.format(layers=' → '.join(layers))}"


def _loss(scene: Scene) -> str:
    found = scene.frame.found
    assert found is not None
    worst = int(found.losses.argmax())
    largest = number(float(found.losses[worst]))
    if scene.frame.task.kind == "classes":
        right = int((np.nan_to_num(found.outputs).argmax(axis=1) == found.y).sum())
        text = QCoreApplication.translate(
            "StepWords",
            "Loss: {right} of {n} answers are right; the mean loss is {loss}, the largest {worst}, of "
            "example {i}.",
        )
        return text.format(right=right, n=found.n, loss=number(found.loss), worst=largest, i=worst + 1)
    text = QCoreApplication.translate(
        "StepWords",
        "Loss: the mean squared distance of {n} answers is {loss}, the largest {worst}, of example {i}."
    )
    return text.format(n=found.n, loss=number(found.loss), worst=largest, i=worst + 1)


def _back(scene: Scene) -> str:
    frame, b = scene.frame, scene.place.block
    found = frame.found
    assert found is not None
    size, last = gradient_size(frame, b), len(frame.blocks) - 1
    if b == last:
        text = QCoreApplication.translate(
            "StepWords",
            "Backward: the error of {n} examples enters layer {k}, the last; its gradient is {size}."
        )
        return text.format(n=found.n, k=b + 1, size=number(size))
    above = gradient_size(frame, last)
    if size == 0.0 or above == 0.0:
        text = QCoreApplication.translate(
            "StepWords", "Backward: the error of {n} examples reaches layer {k}; its gradient is {size}."
        )
        return text.format(n=found.n, k=b + 1, size=number(size))
    times = above / size
    text = (
        QCoreApplication.translate(
            "StepWords",
            "Backward: the error of {n} examples reaches layer {k}; its gradient is {size}, {times} "
            "times smaller "
            "than that of layer {last}.",
        )
        if times >= 1.0
        else QCoreApplication.translate(
            "StepWords",
            "Backward: the error of {n} examples reaches layer {k}; its gradient is {size}, {times} "
            "times larger "
            "than that of layer {last}.",
        )
    )
    return text.format(
        n=found.n, k=b + 1, size=number(size), times=_times(max(times, 1 / times)), last=last + 1
    )


def _update(scene: Scene) -> str:
    found, done = scene.frame.found, scene.frame.done
    if found is None or done is None:
        return ""
    text = (
        QCoreApplication.translate(
            "StepWords",
            "Update: {moved} of {all} parameters move, at most by {most}; the loss of the same {n} "
            "examples falls "
            "from {before} to {after}.",
        )
        if done.loss < found.loss
        else QCoreApplication.translate(
            "StepWords",
            "Update: {moved} of {all} parameters move, at most by {most}; a step too far: the loss of "
            "the same {n} "
            "examples rises from {before} to {after}.",
        )
        if done.loss > found.loss
        else QCoreApplication.translate(
            "StepWords",
            "Update: {moved} of {all} parameters move, at most by {most}; the loss of the same {n} "
            "examples stays "
            "{before}.",
        )
    )
    return text.format(
        moved=f"{done.moved:,}", all=f"{found.plan.n_trainable:,}", most=number(done.most), n=found.n,
        before=number(found.loss), after=number(done.loss),
    )  # fmt: skip


def _times(value: float) -> str:
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}" if value < 1e6 else number(value)


_SAYS = {
    "start": _start, "draw": _draw, "forward": _forward, "loss": _loss, "back": _back, "update": _update,
}  # fmt: skip


def explanation() -> ExplanationText:
    """The idea, what to try, what to notice."""
    translate = QCoreApplication.translate
    return ExplanationText(
        translate(
            "StepWords",
            "All of learning is this one step, over and over. A few examples are drawn; their numbers flow "
            "forward through the layers; each answer is compared with the target; the error flows back and "
            "tells each weight which way is better; all weights move a little. Then the next batch is drawn.",
        ),
        (
            (translate("StepWords", "Play one step slowly"), "play"),
            (translate("StepWords", "Check the gradient of the chosen weight by differences"), "check"),
            (translate("StepWords", "Take the same step with a rate of 10"), "far"),
        ),
        translate(
            "StepWords",
            "The gradient of a weight is what came in times the error that came back, averaged over the "
            "batch. "
            "Where a function is flat the error hardly passes: compare the layers. And look at the same "
            "batch "
            "after the update: its loss should have fallen, though other examples were not asked.",
        ),
    )
