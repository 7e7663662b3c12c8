"""Where the numbers of the page come from, each with its numbers filled in."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.io.unit_names import Names
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.panels.layers.units import words
from neuroviz.panels.layers.units.faces import SIDE, Face
from neuroviz.sims.unit_layers import first_layers
from neuroviz.sims.units import UnitsFrame
from neuroviz.ui.numbers import counted_share

translate = QCoreApplication.translate


def of_class(frame: UnitsFrame, k: int) -> str:
    """The average of a class, the selectivity if it is the favourite, and what is lost of the class."""
    survey, unit = frame.survey, frame.unit
    if survey is None or not 0 <= k < len(survey.class_counts):
        return ""
    count = int(survey.class_counts[k])
    if not count:
        return translate("UnitsTips", "No example of class {k} has come.").format(k=k)
    mean = float(survey.class_means[unit, k])
    text = translate("UnitsTips", "Class {k}: the sum of what it says, {sum}, over {n} examples = {mean}")
    lines = [text.format(k=k, sum=words.number(mean * count), n=f"{count:,}", mean=words.number(mean))]
    if k == int(survey.best_class()[unit]):
        lines.append(of_selectivity(frame))
    losses = frame.losses
    if losses is not None and losses.class_counts[k]:
        n = int(losses.class_counts[k])
        right, without = int(losses.class_right[k]), int(losses.by_class[unit, k])
        text = translate("UnitsTips", "Right of this class: {a} of {n} ({p}), without the unit {b} ({q})")
        lines.append(
            text.format(a=f"{right:,}", n=f"{n:,}", p=counted_share(right, n), b=f"{without:,}",
                        q=counted_share(without, n))
        )  # fmt: skip
    return "\n".join(lines)


def of_selectivity(frame: UnitsFrame) -> str:
    """(m − r) / (m + r), filled in."""
    survey, unit = frame.survey, frame.unit
    assert survey is not None
    k = int(survey.best_class()[unit])
    means = survey.class_means[unit].astype(np.float64)
    others = np.delete(means, k)
    others = others[np.isfinite(others)]
    if not others.size:
        return ""
    low = min(0.0, float(survey.bottom_values[unit, 0]))
    m, r = means[k] - low, float(others.mean()) - low
    text = translate("UnitsTips", "Selectivity = (m − r) / (m + r) = ({m} − {r}) / ({m} + {r}) = {s}")
    found = text.format(m=words.number(m), r=words.number(r), s=f"{float(survey.selectivity()[unit]):.2f}")
    if low < 0:
        text = translate("UnitsTips", "both counted from the lowest value seen, {low}")
        found = f"{found}; {text.format(low=words.number(low))}"
    return found


def of_facts(frame: UnitsFrame) -> str:
    """Where the measures of the chosen unit come from."""
    survey, unit = frame.survey, frame.unit
    if survey is None or not survey.n:
        return ""
    mean, above = float(survey.mean[unit]), round(float(survey.active[unit]) * survey.n)
    text = translate("UnitsTips", "Average: the sum of what it says, {sum}, over {n} = {mean}")
    lines = [text.format(sum=words.number(mean * survey.n), n=f"{survey.n:,}", mean=words.number(mean))]
    text = translate("UnitsTips", "Above 0: {k} of {n} = {p}")
    lines.append(text.format(k=f"{above:,}", n=f"{survey.n:,}", p=counted_share(above, survey.n)))
    if len(survey.class_counts) > 1:
        lines.append(of_selectivity(frame))
    losses = frame.losses
    if losses is not None:
        fall = float(losses.falls()[unit])
        text = translate("UnitsTips", "Accuracy without it: ({b} − {a}) / {n} = {d} points")
        a, b = f"{losses.right:,}", f"{int(losses.without[unit]):,}"
        lines.append(text.format(a=a, b=b, n=f"{losses.n:,}", d=words.points(-fall, losses.n)))
    return "\n".join(line for line in lines if line)


def of_made(frame: UnitsFrame) -> str:
    """How the made input came about."""
    excited = frame.portrait.excited
    if excited is None:
        return ""
    text = (
        translate("UnitsTips", "Begun at the example that excites it most, where it says {a}; {n} steps up")
        if excited.from_example
        else translate("UnitsTips", "Begun at faint noise, where it says {a}; {n} steps up its gradient")
    )
    lines = [text.format(a=words.number(float(excited.path[0])), n=excited.step)]
    if frame.subject.kind == "digit":
        text = translate("UnitsTips", "Never more ink than nine of ten test images have; now √Σx² = {l}")
        lines.append(text.format(l=words.number(float(np.sqrt((excited.x**2).sum())))))
    return "\n".join(lines)


def of_unit(frame: UnitsFrame, unit: int, name: str) -> str:
    """What the list tells of one unit."""
    lines = [words.unit_name(unit, name) if not name else f"{name} · #{unit + 1}"]
    survey, losses = frame.survey, frame.losses
    if survey is not None and survey.n:
        text = translate("UnitsTips", "average {v}, largest {m}, above 0 in {p}")
        share = counted_share(round(float(survey.active[unit]) * survey.n), survey.n)
        mean, most = words.number(float(survey.mean[unit])), words.number(float(survey.top_values[unit, 0]))
        lines.append(text.format(v=mean, m=most, p=share))
        if len(survey.class_counts) > 1:
            text = translate("UnitsTips", "most for class {k}, selectivity {s}")
            best, some = int(survey.best_class()[unit]), float(survey.selectivity()[unit])
            lines.append(text.format(k=best, s=f"{some:.2f}"))
    if losses is not None:
        text = translate("UnitsTips", "right without it: {b} of {n}, with it {a}")
        lines.append(
            text.format(b=f"{int(losses.without[unit]):,}", n=f"{losses.n:,}", a=f"{losses.right:,}")
        )
    return "\n".join(lines)


@DIVERGING_IS_ALLOWED
def of_example(frame: UnitsFrame, row: int) -> str:
    """How the unit comes to its value for an example."""
    if frame.examples is None or not 0 <= row < len(frame.examples):
        return ""
    net, layer, unit = frame.subject.net, frame.layer, frame.unit
    x = frame.examples.inputs(np.array([row]), net.input_shape)
    trace = first_layers(net, layer.shown + 1).trace(x)
    value = float(layer.values(trace.activations[layer.shown], centre=frame.centre)[0, unit])
    lines = [example_name(frame, row)]
    views = net.views(layer.start)
    if layer.kind == "dense" and "b" in views and not layer.is_maps:
        total, b = float(trace.activations[layer.start].reshape(-1)[unit]), float(views["b"][unit])
        text = translate("UnitsTips", "{n} inputs times its weights: {sum}; plus b = {b}: {z}")
        n = views["w"].shape[0]
        parts = {"sum": words.number(total - b), "b": words.number(b), "z": words.number(total)}
        lines.append(text.format(n=f"{n:,}", **parts))
        if layer.shown > layer.start:
            text = translate("UnitsTips", "through {f}: {v}")
            lines.append(text.format(f=function_name(layer.function), v=words.number(value)))
    elif layer.is_maps:
        y = trace.activations[layer.shown].reshape(layer.shape)[unit]
        text = (
            translate("UnitsTips", "the middle of its map of {h} × {w}: {v}")
            if frame.centre
            else translate("UnitsTips", "the mean of its map of {h} × {w}: {v}; the largest there is {m}")
        )
        h, w = y.shape
        lines.append(text.format(h=h, w=w, v=words.number(value), m=words.number(float(y.max()))))
    else:
        lines.append(translate("UnitsTips", "the unit says {v}").format(v=words.number(value)))
    lines.append(translate("UnitsTips", "Click to lay it before the net."))
    return "\n".join(lines)


def example_name(frame: UnitsFrame, row: int) -> str:
    """An example by its number and class."""
    assert frame.examples is not None
    labels = frame.examples.labels
    if frame.examples.source == "test" and labels is not None:
        text = translate("UnitsTips", "Test image {i}, a {k}")
        return text.format(i=f"{row:,}", k=int(labels[row]))
    numbers = ", ".join(f"{v:.2f}".replace("-", "−") for v in frame.examples.x[row][:4])
    more = ", …" if frame.examples.x.shape[1] > 4 else ""
    if labels is not None:
        return translate("UnitsTips", "Point ({x}), class {k}").format(x=numbers + more, k=int(labels[row]))
    return translate("UnitsTips", "Input ({x})").format(x=numbers + more)


def function_name(kind: str) -> str:
    """A non-linearity as it is written."""
    names = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "gelu": "GELU"}
    return names.get(kind, kind or "f")


def of_value(frame: UnitsFrame, face: Face, at: tuple[int, int], names: Names) -> str:
    """A value of one of the large pictures, at (row, column)."""
    row, column = at
    value = float(face.values[row, column])
    if np.isnan(value):
        return ""
    v = words.number(value)
    high, wide = face.values.shape
    if face.what in ("weights", "reach", "made") and (high, wide) == (SIDE, SIDE):
        text = {
            "weights": translate("UnitsTips", "Weight of the pixel in row {r}, column {c}: {v}"),
            "reach": translate(
                "UnitsTips",
                "One more unit of ink in row {r}, column {c} changes the sum before f by {v}, on average "
                "over the images that excite it most",
            ),
            "made": translate("UnitsTips", "Ink in row {r}, column {c}: {v}"),
        }[face.what]
        return text.format(r=row + 1, c=column + 1, v=v)
    if face.what == "kernels":
        k = frame.subject.net.views(frame.layer.start)["w"].shape[-1] + 1
        across = (wide + 1) // k
        text = translate("UnitsTips", "Kernel for map {i}, row {r}, column {c}: {v}")
        place = (row // k) * across + column // k
        return text.format(i=below(frame, place, face.n, names), r=row % k + 1, c=column % k + 1, v=v)
    if face.what == "map":
        text = translate("UnitsTips", "At this place of the plane the unit says {v}")
        return text.format(v=v)
    if face.what == "row":
        text = translate("UnitsTips", "Weight of input {i}: {v}")
        return text.format(i=below(frame, row * wide + column, face.n, names), v=v)
    text = translate("UnitsTips", "Number {i}: {v}")
    return text.format(i=row * wide + column + 1, v=v)


def below(frame: UnitsFrame, i: int, n: int, names: Names) -> str:
    """The i-th of n inputs of the layer: the number, and name, of the unit or channel it comes from."""
    if frame.layer.number == 0:
        return str(i + 1)
    source = frame.layers[frame.layer.number - 1]
    places = n // source.n_all if n % source.n_all == 0 else 1  # of one channel, once it is laid flat
    unit = i // max(1, places)
    name = names.get((source.start, unit), "")
    return f"{unit + 1} (“{name}”)" if name else str(unit + 1)
