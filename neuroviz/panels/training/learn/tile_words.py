"""What WeightsView says of a picture of weights and of one weight in it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Net
from neuroviz.panels.training.learn.figures import number
from neuroviz.panels.training.learn.filter_tiles import Tile
from neuroviz.ui.layer_names import kind_name

translate = QCoreApplication.translate


def tile_name(tile: Tile, net: Net) -> str:
    """What it is called, in a word or two."""
    if tile.subject == "unit":
        return translate("WeightsView", "unit {n}").format(n=tile.i + 1)
    if tile.subject == "kernel":
        return translate("WeightsView", "kernel {n}").format(n=tile.i + 1)
    return f"{tile.i + 1} {kind_name(net.layers[tile.layer])}"


def told(tile: Tile, net: Net) -> str:
    """Its numbers, with how they come about."""
    w = tile.weights.astype(np.float64)
    known = w[np.isfinite(w)]
    lines = [tile_name(tile, net), _shape(tile)]
    if len(known) < w.size:
        text = translate("WeightsView", "{n} weights are no numbers")
        lines.append(text.format(n=f"{w.size - len(known):,}"))
    if len(known):
        text = translate("WeightsView", "from {least} to {most}, mean {mean}")
        least, most, mean = (number(float(v)) for v in (known.min(), known.max(), known.mean()))
        lines.append(text.format(least=least, most=most, mean=mean))
        text = translate("WeightsView", "length √(Σw²) = {length}")
        lines.append(text.format(length=number(float(np.sqrt(np.square(known).sum())))))
    if not math.isnan(tile.bias):
        lines.append(translate("WeightsView", "bias {b}").format(b=number(tile.bias)))
    return "\n".join(lines)


def told_weight(tile: Tile, net: Net, row: int, column: int) -> str:
    """One weight and what it is for."""
    w = number(float(tile.weights[row, column]))
    name = tile_name(tile, net)
    if tile.subject == "matrix":
        text = translate("WeightsView", "{name}: from input {i} to unit {j}, w = {w}")
        return text.format(name=name, i=row + 1, j=column + 1, w=w)
    text = translate("WeightsView", "{name}, row {row}, column {column}: w = {w}")
    return text.format(name=name, row=row + 1, column=column + 1, w=w)


def summary(n: int, whole: int, largest: float) -> str:
    """How many pictures there are, and their common scale."""
    if n < whole:
        text = translate(
            "WeightsView", "The first {n} of {whole} pictures of weights, the largest weight {most}"
        )
        return text.format(n=f"{n:,}", whole=f"{whole:,}", most=number(largest))
    text = translate("WeightsView", "{n} pictures of weights, the largest weight {most}")
    return text.format(n=f"{n:,}", most=number(largest))


def _shape(tile: Tile) -> str:
    high, wide = tile.weights.shape
    if tile.subject == "matrix":
        text = translate("WeightsView", "{rows} inputs down, {columns} units across")
    else:
        text = translate("WeightsView", "{rows} × {columns} weights")
    return text.format(rows=f"{high:,}", columns=f"{wide:,}")
