"""What a sign of the formula is, in words and with its number."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Net
from neuroviz.panels.layers.formula import words
from neuroviz.panels.layers.formula.layers_form import Whole, size_of
from neuroviz.panels.layers.formula.names import Names
from neuroviz.sims.expression import Known, Number, Ref
from neuroviz.sims.formula import FormulaFrame
from neuroviz.sims.formula_steps import Values
from neuroviz.sims.formula_text import filled

translate = QCoreApplication.translate
_MOST_TOLD = 400  # characters of a formula under the mouse


def tell(tag: object, frame: FormulaFrame) -> str:
    """The words for whatever is under the mouse."""
    if isinstance(tag, Number):
        return _number(tag, frame)
    if isinstance(tag, Known):
        return _value(tag.at, frame)
    if isinstance(tag, tuple):
        return _value(tag, frame)
    return _whole(tag, frame) if isinstance(tag, Whole) else ""


def parameter(net: Net, names: Names, ref: Ref) -> str:
    """What a parameter is: the weight from one value to another, or what a value is shifted by."""
    views = net.views(ref.layer)
    if ref.name == "w" and views["w"].ndim == 2:
        n_out = views["w"].shape[1]
        source = (_before(net, ref.layer), ref.index // n_out)
        text = translate("FormulaTold", "weight from {one} to {other}")
        return text.format(one=names.of(source), other=names.of(_end(net, ref.layer, ref.index % n_out)))
    if ref.name == "w":
        text = translate("FormulaTold", "weight of map {map}, used at every place")
        return text.format(map=ref.index // views["w"][0].size + 1)
    if ref.name == "b":
        return translate("FormulaTold", "bias of {name}").format(
            name=names.of(_end(net, ref.layer, ref.index))
        )
    kind = {
        "gain": translate("FormulaTold", "gain of layer {layer}"),
        "factor": translate("FormulaTold", "factor of the switch of layer {layer}"),
        "held": translate("FormulaTold", "value held by the switch of layer {layer}"),
    }.get(ref.name, translate("FormulaTold", "shift of layer {layer}"))
    return kind.format(layer=ref.layer + 1)


def _number(tag: Number, frame: FormulaFrame) -> str:
    if tag.ref is None:
        text = translate("FormulaTold", "{value}: computed from the statistics of a batch norm")
        return text.format(value=words.number(tag.value))
    names = Names(frame.program)
    what = parameter(frame.subject.net, names, tag.ref)
    text = translate("FormulaTold", "{value}: {what}. Drag it, or click it and turn the wheel.")
    return text.format(value=f"{tag.value:.6g}".replace("-", "−"), what=what)


def _value(at: tuple[int, int], frame: FormulaFrame) -> str:
    values, name = Values(frame.trace), _name(at, frame)
    if at not in values:
        return name
    value = words.number(values[at])
    if at[0] < 0:
        return translate("FormulaTold", "{name} = {value}: what lies before the net").format(
            name=name, value=value
        )
    layer = frame.subject.net.layers[at[0]].kind
    meaning = functions().get(layer, "")
    told = translate("FormulaTold", "{name} = {value} for this input").format(name=name, value=value)
    come = "" if frame.program is None else filled(frame.program, at, values)
    parts = (told, come if len(come) <= _MOST_TOLD else "", meaning)
    return "\n".join(part for part in parts if part)


def functions() -> dict[str, str]:
    """Each function in its own words, by kind of layer."""
    return {
        "relu": translate("FormulaTold", "relu(z) is z above 0, else 0."),
        "leaky_relu": translate("FormulaTold", "leaky(z) is z above 0, else a small part of z."),
        "tanh": translate("FormulaTold", "tanh(z) bends z into the range from −1 to 1."),
        "sigmoid": translate("FormulaTold", "σ(z) = 1 / (1 + e⁻ᶻ) bends z into the range from 0 to 1."),
        "gelu": translate("FormulaTold", "gelu(z) is a relu with a soft bend."),
        "softmax": translate(
            "FormulaTold", "softmax turns scores into parts of 1: eᶻ over the sum of all eᶻ."
        ),
        "layer_norm": translate(
            "FormulaTold", "norm takes the mean of all away and divides by their spread."
        ),
        "max_pool": translate("FormulaTold", "max is the largest of a block."),
        "avg_pool": translate("FormulaTold", "mean is the average of a block."),
    }


def _whole(tag: Whole, frame: FormulaFrame) -> str:
    net = frame.subject.net
    if tag.stage is None:
        shape = net.input_shape if tag.part == "x" else net.shapes[-1]
        text = translate("FormulaTold", "{name}: {n} numbers")
        return text.format(name=tag.part, n="×".join(map(str, shape)))
    if tag.part == "f":
        return functions().get(net.layers[tag.stage.layer].kind, "")
    views = net.views(tag.stage.layer)
    name = {"w": ("w", "gain", "factor"), "b": ("b", "shift", "held")}[tag.part]
    values = next(views[one] for one in name if one in views)
    text = translate("FormulaTold", "{n} numbers ({shape}), from {low} to {high}, on average {mean} from 0")
    finite = values[np.isfinite(values)]
    if not finite.size:
        return translate("FormulaTold", "{n} numbers, none of them finite").format(n=f"{values.size:,}")
    return text.format(
        n=f"{values.size:,}", shape=size_of(tag.stage, tag.part), low=words.number(float(finite.min())),
        high=words.number(float(finite.max())), mean=words.number(float(np.abs(finite).mean())),
    )  # fmt: skip


def _name(at: tuple[int, int], frame: FormulaFrame) -> str:
    program = frame.program
    if program is not None and at[0] >= 0 and at not in program.defs:
        return translate("FormulaTold", "this sum")
    return Names(program).of(at)


def _before(net: Net, layer: int) -> int:
    """The layer whose values come into `layer` by name."""
    at = layer - 1
    while at >= 0 and net.layers[at].kind in ("flatten", "dropout", "linear"):
        at -= 1
    return at


def _end(net: Net, layer: int, unit: int) -> tuple[int, int]:
    """Where the value that the sum of a layer goes into has its name: behind its functions."""
    coupled = ("dense", "conv2d", "max_pool", "avg_pool", "softmax", "layer_norm")
    at = found = layer
    while at + 1 < len(net.layers) and net.layers[at + 1].kind not in coupled:
        at += 1
        if net.layers[at].kind not in ("flatten", "dropout", "linear"):
            found = at
    return found, unit
