"""What is told of a value that is asked for: its formula with the numbers filled in."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import LeakyReLU, Softmax
from neuroviz.panels.layers.neuron import names
from neuroviz.panels.layers.neuron.names import factor, number, signed
from neuroviz.panels.layers.neuron.rows import Row
from neuroviz.sims.neuron_parts import Neuron, Other

_FEW = 4


def sum_name(*, whole: bool) -> str:
    """What the running sum is called."""
    if whole:
        return QCoreApplication.translate("NeuronTold", "z, the whole sum")
    return QCoreApplication.translate("NeuronTold", "so far")


def row(one: Row) -> str:
    """One step of the sum."""
    if one.kind == "others":
        text = QCoreApplication.translate("NeuronTold", "{n} smaller terms add {sum} together.")
        return text.format(n=f"{one.n:,}", sum=signed(one.amount))
    if one.kind == "bias":
        text = QCoreApplication.translate("NeuronTold", "b = {b} is added whatever the inputs are.")
        return text.format(b=factor(one.w)) + _was(one)
    if one.padding:
        text = QCoreApplication.translate(
            "NeuronTold", "The window reaches over the edge here: 0 × {w} adds nothing."
        )
        return text.format(w=factor(one.w)) + _was(one)
    if one.x == 0:
        text = QCoreApplication.translate(
            "NeuronTold", "{name}: 0 × {w} = 0. Its weight has no say for this input."
        )
        return text.format(name=one.name, w=factor(one.w)) + _was(one)
    if one.amount < 0:
        text = QCoreApplication.translate(
            "NeuronTold", "{name}: x · w = {x} × {w} = {sum}, inhibitory: it holds the neuron back."
        )
    else:
        text = QCoreApplication.translate(
            "NeuronTold", "{name}: x · w = {x} × {w} = {sum}, excitatory: it drives the neuron."
        )
    values = {"name": one.name, "x": factor(one.x), "w": factor(one.w), "sum": signed(one.amount)}
    return text.format(**values) + _was(one)


def _was(one: Row) -> str:
    if one.was is None:
        return ""
    text = QCoreApplication.translate("NeuronTold", " Before the change it added {sum}.")
    return text.format(sum=signed(one.was))


def whole_sum(rows: tuple[Row, ...]) -> str:
    """The sum, written out as far as there is room."""
    shown = [signed(one.amount) for one in rows[:_FEW]]
    text = " ".join(shown) + (" + …" if len(rows) > _FEW else "")
    return f"z = Σ x · w + b = {text.removeprefix('+')} = {number(rows[-1].end)}"


def bent(neuron: Neuron) -> str:
    """z through f, with the numbers filled in."""
    kind, z, y = neuron.f.kind, number(neuron.z), number(neuron.y)
    if kind == "relu":
        return f"y = max(0, {z}) = {y}"
    if kind == "leaky_relu" and isinstance(neuron.f, LeakyReLU):
        return f"y = max({neuron.f.slope:g} × {factor(neuron.z)}, {z}) = {y}"
    if kind == "sigmoid":
        return f"y = 1 / (1 + exp({number(-neuron.z)})) = {y}"
    if kind == "linear":
        return f"y = z = {y}"
    return f"y = {names.function(kind)}({z}) = {y}"


def slope(neuron: Neuron) -> str:
    """The derivative there, and what it means."""
    if math.isnan(neuron.slope):
        return QCoreApplication.translate("NeuronTold", "There is no slope where z is no number.")
    values = {"slope": number(neuron.slope), "f": names.function(neuron.f.kind)}
    if neuron.slope == 0:
        text = QCoreApplication.translate(
            "NeuronTold", "f′(z) = 0: a small change of z changes nothing, and nothing is learned through it."
        )
    elif abs(neuron.slope) < 0.01:
        text = QCoreApplication.translate(
            "NeuronTold", "f′(z) = {slope}: nearly flat; a change of z is all but lost."
        )
    else:
        text = QCoreApplication.translate(
            "NeuronTold", "f′(z) = {slope}: a small change of z changes y by {slope} times as much."
        )
    if isinstance(neuron.f, Softmax):
        text += QCoreApplication.translate("NeuronTold", " The other scores are held.")
    return text.format(**values)


def other(part: Other) -> str:
    """In one sentence, what a layer does that sums nothing by weights."""
    kind, values = part.layer.kind, {name: factor(value) for name, value in part.numbers.items()}
    values |= {"y": number(part.y), "x": number(part.x), "count": str(len(part.given))}
    if part.source is not None and part.inputs is not None:
        values["where"] = names.source(part.source, int(part.inputs[part.at]))
    return _others(kind).format(**values)


def _others(kind: str) -> str:
    texts = {
        "max_pool": QCoreApplication.translate(
            "NeuronTold",
            "Max pooling has no weights: of the {count} values of its block it passes on the largest, "
            "{x} ({where}); the others have no say.",
        ),
        "avg_pool": QCoreApplication.translate(
            "NeuronTold",
            "Mean pooling has no weights of its own: the {count} values of its block count equally, "
            "and their mean is {y}.",
        ),
        "flatten": QCoreApplication.translate(
            "NeuronTold",
            "Flatten computes nothing: it lays all values in one row, and this one, {y}, comes from {where}.",
        ),
        "dropout": QCoreApplication.translate(
            "NeuronTold",
            "Dropout silences each value with probability {rate} while the net learns; "
            "now that it only answers, {x} passes as it is.",
        ),
        "batch_norm": QCoreApplication.translate(
            "NeuronTold",
            "Batch norm takes away the mean {mean} of what it saw in training, divides by its standard "
            "deviation √{variance}, and scales: ({x} − {mean}) / √{variance} × {gain} + {shift} = {y}.",
        ),
        "layer_norm": QCoreApplication.translate(
            "NeuronTold",
            "Layer norm compares this value with all {n} of the layer: mean {mean}, variance {variance}; "
            "({x} − {mean}) / √{variance} × {gain} + {shift} = {y}.",
        ),
        "gate": QCoreApplication.translate(
            "NeuronTold", "A gate: {x} × {factor} + {held} = {y}. It silences units, boosts or holds them."
        ),
    }
    return texts.get(kind) or QCoreApplication.translate(
        "NeuronTold", "This layer sums nothing: it takes one number, {x}, and bends it to {y}."
    )
