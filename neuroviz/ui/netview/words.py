"""The words of NetView: captions, and what is said about a value that was asked for."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Net
from neuroviz.ui.netview.facts import Fact, Spot, Term, source_shape
from neuroviz.ui.netview.layout import MOST_MAPS, MOST_UNITS
from neuroviz.ui.netview.stages import Stage

NAMES = {  # proper names, the same in every language
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "tanh": "tanh",
    "sigmoid": "σ",
    "gelu": "GELU",
    "softmax": "softmax",
    "linear": "id",
    "batch_norm": "BatchNorm",
    "layer_norm": "LayerNorm",
    "gate": "Gate",
}
"""How functions are called in formulas."""


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    text = f"{value:.2f}" if 0.01 <= abs(value) < 100 or value == 0 else f"{value:.2g}"
    return text.replace("-", "\N{MINUS SIGN}")


def title(stage: Stage, *, last: bool) -> str:
    """What kind of stage it is."""
    if stage.kind == "input":
        return QCoreApplication.translate("NetView", "input")
    if last:
        return QCoreApplication.translate("NetView", "answer")
    if stage.kind == "conv2d":
        return QCoreApplication.translate("NetView", "convolution")
    return QCoreApplication.translate("NetView", "dense")


def size(stage: Stage) -> str:
    """How large it is."""
    n = stage.n_cells
    if stage.is_picture and stage.kind == "input":
        text = QCoreApplication.translate("NetView", "{w} × {h} pixels")
        return text.format(w=stage.shape[2], h=stage.shape[1])
    if not stage.is_maps:
        if n > MOST_UNITS:
            text = QCoreApplication.translate("NetView", "first {shown} of {n} units")
            return text.format(shown=MOST_UNITS, n=n)
        return QCoreApplication.translate("NetView", "{n} units").format(n=n)
    if n > MOST_MAPS:
        text = QCoreApplication.translate("NetView", "first {shown} of {n} maps")
        return text.format(shown=MOST_MAPS, n=n)
    text = QCoreApplication.translate("NetView", "{n} maps of {w} × {h}")
    return text.format(n=n, w=stage.shape[2], h=stage.shape[1])


def pooled(net: Net, stage: Stage) -> str:
    """To what size its maps are pooled after what is shown; empty when they are not."""
    if stage.pool is None or stage.pool <= stage.shown:
        return ""
    shape = net.shapes[stage.pool]
    return QCoreApplication.translate("NetView", "pooled to {w} × {h}").format(w=shape[2], h=shape[1])


def caption(net: Net, stage: Stage, *, last: bool, brevity: int) -> tuple[str, str, str]:
    """Three lines about a stage; brevity 0 says all, 2 as little as will do."""
    head = title(stage, last=last)
    if brevity == 0:
        return head, size(stage), pooled(net, stage)
    if brevity == 2 and stage.kind == "conv2d" and not last:
        head = QCoreApplication.translate("NetView", "conv", "short for convolution")
    if not stage.is_maps:
        return head, size(stage) if brevity == 1 else str(stage.n_cells), ""
    area = f"{stage.shape[2]} × {stage.shape[1]}"
    if stage.kind == "input" and stage.is_picture:
        return head, area, ""
    count = QCoreApplication.translate("NetView", "{n} maps").format(n=stage.n_cells)
    return head, count if brevity == 1 else f"{stage.n_cells} ×", area


def where(stage: Stage, spot: Spot, label: str | None) -> str:
    """Which value was asked for; counting starts at 1, as people count."""
    i, n = spot.cell + 1, stage.n_cells
    if label is not None:
        return QCoreApplication.translate("NetView", "answer “{label}”").format(label=label)
    if not stage.is_maps:
        if stage.kind == "input":
            return QCoreApplication.translate("NetView", "input {i} of {n}").format(i=i, n=n)
        return QCoreApplication.translate("NetView", "unit {i} of {n}").format(i=i, n=n)
    if stage.is_picture and stage.kind == "input":
        text = QCoreApplication.translate("NetView", "pixel in row {row}, column {column}")
        return text.format(row=spot.row + 1, column=spot.column + 1)
    text = QCoreApplication.translate("NetView", "map {i} of {n}, row {row}, column {column}")
    return text.format(i=i, n=n, row=spot.row + 1, column=spot.column + 1)


def chain(net: Net, stage: Stage) -> tuple[str, ...]:
    """The kinds of what the weighted sum goes through until it is what is shown, in order."""
    kinds = (layer.kind for layer in net.layers[stage.start + 1 : stage.shown + 1])
    return tuple(kind for kind in kinds if kind in NAMES)


def told(net: Net, stage: Stage, spot: Spot, known: Fact | None, label: str | None) -> str:
    """All that is said about a spot, as rich text; `known` is None while the net has no input."""
    head = f"<b>{escape(where(stage, spot, label))}</b>"
    if known is None:
        return head
    return f"{head}<br>" + "<br>".join(_lines(net, stage, known))


def _lines(net: Net, stage: Stage, known: Fact) -> list[str]:
    if known.z is None:
        return [number(known.value)]
    names = [NAMES[kind] for kind in reversed(chain(net, stage))]
    inner = "(".join([*names, number(known.z)]) + ")" * len(names)
    lines = [f"{number(known.value)} = {inner}" if names else number(known.value)]
    lines += [_term(term, net, stage) for term in known.terms]
    summed = sum(term.w * term.a for term in known.terms)
    rest = known.n_terms - len(known.terms)
    if rest > 0:
        text = QCoreApplication.translate("NetView", "{value} from {n} smaller terms")
        lines.append(text.format(value=_signed(known.z - known.bias - summed), n=rest))
    lines.append(QCoreApplication.translate("NetView", "{value} bias").format(value=_signed(known.bias)))
    if known.pooled is not None:
        text = QCoreApplication.translate("NetView", "after pooling: {value}")
        lines.append(text.format(value=number(known.pooled)))
    return lines


def _term(term: Term, net: Net, stage: Stage) -> str:
    if len(term.source) == 1:
        text = QCoreApplication.translate("NetView", "{value} = {w} × {a} from unit {i}")
        source = {"i": str(term.source[0] + 1)}
    elif _reads_one_map(net, stage):
        text = QCoreApplication.translate("NetView", "{value} = {w} × {a} from row {row}, column {column}")
        source = {"row": str(term.source[1] + 1), "column": str(term.source[2] + 1)}
    else:
        text = QCoreApplication.translate(
            "NetView", "{value} = {w} × {a} from map {i}, row {row}, column {column}"
        )
        names = ("i", "row", "column")
        source = {name: str(place + 1) for name, place in zip(names, term.source, strict=True)}
    return text.format(value=_signed(term.w * term.a), w=_factor(term.w), a=_factor(term.a), **source)


def _reads_one_map(net: Net, stage: Stage) -> bool:
    if stage.kind == "conv2d":
        return bool(net.views(stage.start)["w"].shape[1] == 1)
    return source_shape(net, stage)[0] == 1


def _factor(value: float) -> str:
    """In four digits, so that the product can be checked by hand to the two decimals that are told."""
    return f"{value:.4g}".replace("-", "−")


def _signed(value: float) -> str:
    return number(value) if value < 0 else "+" + number(value)
