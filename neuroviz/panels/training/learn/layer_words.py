"""What LayersView says: the names of its rows and columns, and where each of its numbers comes from."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.figures import number
from neuroviz.panels.training.learn.layer_rows import HEALTHY, MEASURES, LayerRows, Measure
from neuroviz.sims.training.report import PROBED
from neuroviz.ui.layer_names import kind_name
from neuroviz.ui.numbers import share

translate = QCoreApplication.translate

SYMBOLS: dict[Measure, str] = {
    "activation": "a", "gradient": "∂L/∂a", "weight_gradient": "∂L/∂w", "update": "Δw / w",
}  # fmt: skip
_MUCH = 30.0  # times that the gradient falls or rises before it is called vanishing or exploding


def heading(measure: Measure) -> str:
    """The name of a column."""
    texts = {
        "activation": translate("LayersWords", "activation"),
        "gradient": translate("LayersWords", "gradient"),
        "weight_gradient": translate("LayersWords", "w gradient"),
        "update": translate("LayersWords", "last step"),
    }
    return texts[measure]


def silent_heading() -> str:
    """The name of the column of shares."""
    return translate("LayersWords", "stuck")


def told_heading(column: int) -> str:
    """What a column shows; "" for that of the names."""
    if column < 0:
        return ""
    if column == len(MEASURES):
        return translate(
            "LayersWords",
            "stuck: the share of units that are 0 for all examples (dead), or of values in the flat ends of "
            "their function (saturated): there nothing is learned",
        )
    texts = {
        "activation": translate("LayersWords", "activation: how large the values are that are handed on"),
        "gradient": translate("LayersWords", "gradient: how much the loss depends on these values"),
        "weight_gradient": translate("LayersWords", "w gradient: how much the loss depends on the weights"),
        "update": translate("LayersWords", "last step: by what part of itself it changed the weights"),
    }
    return texts[MEASURES[column]]


def row_name(rows: LayerRows, i: int) -> str:
    """The place, kind and size of a row, such as "2 dense 64 ReLU"."""
    stage = rows.stages[i]
    layer = rows.net.layers[stage.weights]
    size = rows.net.shapes[stage.weights][0]
    name = f"{i + 1} {kind_name(layer)} {size:,}"
    if stage.shown != stage.weights:
        name = f"{name} {kind_name(rows.net.layers[stage.shown])}"
    return name


def told(rows: LayerRows, i: int, column: int) -> str:
    """The value of a cell with its formula; column −1 is the name, 4 the shares."""
    head = row_name(rows, i)
    if rows.report is None:
        return head
    if column == len(MEASURES):
        return f"{head}\n{_silent(rows, i)}"
    if column < 0:
        parts = [f"{heading(m)} {number(float(rows.now[k, i]))}" for k, m in enumerate(MEASURES)]
        return "\n".join([head, *parts, _silent(rows, i)])
    return f"{head}\n{_formula(rows, i, column)}\n{_moved(rows, i, column)}".strip()


def summary(rows: LayerRows) -> str:
    """How the gradient changes on its way from the last layer to the first."""
    fall = rows.fall()
    if math.isnan(fall):
        return ""
    if math.isinf(fall):
        return translate("LayersWords", "The gradient dies out on its way: it is 0 in the first layer.")
    if fall > _MUCH:
        text = translate(
            "LayersWords", "The gradient vanishes: {times} times smaller in the first layer than in the last."
        )
        return text.format(times=number(fall))
    if fall < 1 / _MUCH:
        text = translate(
            "LayersWords", "The gradient explodes: {times} times larger in the first layer than in the last."
        )
        return text.format(times=number(1 / fall))
    text = translate(
        "LayersWords", "The gradient gets through: {first} in the first layer, {last} in the last."
    )
    sizes = rows.now[MEASURES.index("gradient")]
    return text.format(first=number(float(sizes[0])), last=number(float(sizes[-1])))


def _formula(rows: LayerRows, i: int, column: int) -> str:
    stage, value = rows.stages[i], number(float(rows.now[column, i]))
    assert rows.report is not None
    sizes = rows.report.layers
    units = math.prod(rows.net.shapes[stage.shown])
    if MEASURES[column] == "activation":
        text = translate(
            "LayersWords", "activation = √(mean of a²) = {value}, over {n} outputs for {m} examples"
        )
        return text.format(value=value, n=f"{units:,}", m=PROBED)
    if MEASURES[column] == "gradient":
        text = translate(
            "LayersWords",
            "gradient = √(mean of (∂L/∂a)²) = {value}, L: loss of one example; {n} outputs, {m} examples",
        )
        return text.format(value=value, n=f"{units:,}", m=PROBED)
    n = sum(one.size for one in rows.net.views(stage.weights).values())
    weight = number(float(sizes.weight[stage.weights]))
    if MEASURES[column] == "weight_gradient":
        text = translate(
            "LayersWords",
            "gradient of w = √(mean of (∂L/∂w)²) = {value}, over {n} weights and biases of size {weight}",
        )
        return text.format(value=value, n=f"{n:,}", weight=weight)
    step = number(float(rows.now[column, i] * sizes.weight[stage.weights]))
    text = translate(
        "LayersWords",
        "last step = size of Δw / size of w = {step} / {weight} = {value}; healthy: {low} to {high}",
    )
    low, high = (number(one) for one in HEALTHY)
    return text.format(step=step, weight=weight, value=value, low=low, high=high)


def _moved(rows: LayerRows, i: int, column: int) -> str:
    """What the value was when it was first measured, and its extremes."""
    values = rows.history[column, : rows.past, i]
    known = values[~np.isnan(values)]
    if len(known) < 2:
        return ""
    text = translate("LayersWords", "so far: {first} at first, {least} to {most}")
    return text.format(
        first=number(float(known[0])), least=number(float(known.min())), most=number(float(known.max()))
    )


def _silent(rows: LayerRows, i: int) -> str:
    if not math.isnan(rows.dead[i]):
        n = math.prod(rows.net.shapes[rows.stages[i].shown])
        text = translate("LayersWords", "{share} of {n} units are dead: 0 for each of {m} examples")
        return text.format(share=_share(float(rows.dead[i])), n=f"{n:,}", m=PROBED)
    if not math.isnan(rows.saturated[i]):
        text = translate(
            "LayersWords", "{share} of the activations are saturated: there the function is flat"
        )
        return text.format(share=_share(float(rows.saturated[i])))
    return translate("LayersWords", "this kind of layer cannot be dead or saturated")


def _share(value: float) -> str:
    return "100\N{NARROW NO-BREAK SPACE}%" if value >= 1.0 else share(value)
