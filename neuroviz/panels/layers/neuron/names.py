"""What Neuron calls things: numbers, functions with their formulas, layers, units, inputs."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Layer, LeakyReLU, Net
from neuroviz.sims.neuron_parts import BEYOND
from neuroviz.sims.stages import Source, Stage
from neuroviz.ui.numbers import percent

_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FEW = 9  # as many inputs are called x₁, x₂, …
_LARGE = 1e6


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞" if value > 0 else "−∞"
    if value == round(value) and abs(value) < _LARGE:
        return "0" if value == 0 else f"{value:,.0f}".replace("-", "−")
    if 0.01 <= abs(value) < _LARGE:
        text = f"{value:,.{0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2}f}"
    else:
        text = f"{value:.2g}"
    return text.replace("e-0", "e-").replace("e+0", "e").replace("-", "−")


def factor(value: float) -> str:
    """In three digits, so that a product can be checked by hand; in brackets if it is negative."""
    text = f"{value:.3g}".replace("-", "−") if math.isfinite(value) else number(value)
    return f"({text})" if value < 0 else text


def signed(value: float) -> str:
    """With its sign, also above zero."""
    return f"+{number(value)}" if value > 0 else number(value)


def function(kind: str) -> str:
    """The name of a function."""
    return {
        "linear": QCoreApplication.translate("NeuronNames", "linear"),
        "relu": "ReLU", "leaky_relu": QCoreApplication.translate("NeuronNames", "leaky ReLU"),
        "sigmoid": "sigmoid", "tanh": "tanh", "gelu": "GELU", "softmax": "softmax",
    }[kind]  # fmt: skip


def short(kind: str) -> str:
    """A shorter name where there is little room."""
    return QCoreApplication.translate("NeuronNames", "leaky") if kind == "leaky_relu" else function(kind)


def formula(f: Layer) -> str:
    """A function as one writes it."""
    slope = f"{f.slope:g}" if isinstance(f, LeakyReLU) else ""
    return {
        "linear": "z", "relu": "max(0, z)", "leaky_relu": f"max({slope} z, z)", "sigmoid": "1 / (1 + e⁻ᶻ)",
        "tanh": "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", "gelu": "z (1 + tanh u) / 2",
        "softmax": "eᶻ / Σ eᶻ",
    }[f.kind]  # fmt: skip


def derivative(f: Layer) -> str:
    """Its derivative as one writes it."""
    bent = QCoreApplication.translate("NeuronNames", "1 above 0, else {low}")
    low = f"{f.slope:g}" if isinstance(f, LeakyReLU) else "0"
    return {
        "linear": "1", "relu": bent.format(low=low), "leaky_relu": bent.format(low=low),
        "sigmoid": "y (1 − y)", "tanh": "1 − y²", "gelu": "(1 + t + z (1 − t²) u′) / 2",
        "softmax": "y (1 − y)",
    }[f.kind]  # fmt: skip


def layer(net: Net, stage: Stage) -> str:
    """What kind of layer it is."""
    return {
        "dense": QCoreApplication.translate("NeuronNames", "dense"),
        "conv2d": QCoreApplication.translate("NeuronNames", "convolution"),
        "max_pool": QCoreApplication.translate("NeuronNames", "max pool"),
        "avg_pool": QCoreApplication.translate("NeuronNames", "mean pool"),
        "flatten": QCoreApplication.translate("NeuronNames", "flatten"),
        "dropout": "dropout",
        "gate": QCoreApplication.translate("NeuronNames", "gate"),
        "batch_norm": QCoreApplication.translate("NeuronNames", "batch norm"),
        "layer_norm": QCoreApplication.translate("NeuronNames", "layer norm"),
    }.get(net.layers[stage.layer].kind) or function(net.layers[stage.layer].kind)


def short_layer(net: Net, stage: Stage) -> str:
    """The same where there is little room."""
    if net.layers[stage.layer].kind == "conv2d":
        return QCoreApplication.translate("NeuronNames", "conv", "short for convolution")
    return layer(net, stage)


def extent(stage: Stage) -> str:
    """How large it is."""
    if len(stage.shape) == 3:
        channels, high, wide = stage.shape
        return f"{channels} × {wide} × {high}"
    return f"{stage.size:,}"


def bend(net: Net, stage: Stage) -> str:
    """The function at its end; "" where there is none of its own."""
    return function(net.layers[stage.f].kind) if stage.f is not None and stage.sort == "sum" else ""


def unit(stage: Stage, index: int) -> str:
    """Which unit of a stage; counting starts at 1."""
    if len(stage.shape) == 3:
        return place_of_map(Source(stage.shape, 0), index)
    return QCoreApplication.translate("NeuronNames", "unit {n}").format(n=f"{index + 1:,}")


def source(where: Source, index: int) -> str:
    """Which input of a neuron."""
    if index == BEYOND:
        return QCoreApplication.translate("NeuronNames", "padding")
    if len(where.shape) == 3:
        return place_of_map(where, index)
    if where.stage is None:
        if math.prod(where.shape) <= _FEW:
            return f"x{index + 1}".translate(_LOW)
        return QCoreApplication.translate("NeuronNames", "input {n}").format(n=index + 1)
    return QCoreApplication.translate("NeuronNames", "unit {n}").format(n=f"{index + 1:,}")


def others(n: int) -> str:
    """What the row of all the other terms is called."""
    return QCoreApplication.translate("NeuronNames", "and {n} others").format(n=f"{n:,}")


def place_of_map(where: Source, index: int) -> str:
    """A pixel of the input, or a place of a map."""
    channel, row, column = where.where(index)
    if where.stage is None and where.shape[0] == 1:
        text = QCoreApplication.translate("NeuronNames", "pixel {row}, {column}")
        return text.format(row=row + 1, column=column + 1)
    text = QCoreApplication.translate("NeuronNames", "map {map}: {row}, {column}")
    return text.format(map=channel + 1, row=row + 1, column=column + 1)


def chosen(net: Net, stage: Stage, number_: int, index: int) -> str:
    """A neuron in full: "unit 17 of 64 in layer 2 (dense)"; of the last layer also the class it scores."""
    if len(stage.shape) == 1 and stage.size > 1 and stage.last == len(net.layers) - 1:
        text = QCoreApplication.translate(
            "NeuronNames", "the score of {label} ({unit} of {n} in layer {layer}, {kind})"
        )
    elif len(stage.shape) == 3:
        text = QCoreApplication.translate("NeuronNames", "{unit} of layer {layer} ({kind})")
    else:
        text = QCoreApplication.translate("NeuronNames", "{unit} of {n} in layer {layer} ({kind})")
    return text.format(
        label=index, unit=unit(stage, index), n=f"{stage.size:,}", layer=number_ + 1, kind=layer(net, stage)
    )


def reading(label: int, p: float) -> str:
    """An answer with its probability."""
    return f"{label} ({percent(p)})"
