"""What Statistics says: its tab, the live sentence, what is told of bars, layers and units."""

from __future__ import annotations

from math import isfinite, isnan

from PySide6.QtCore import QCoreApplication

from neuroviz.data.histogram import Counts
from neuroviz.nn import Net
from neuroviz.sims.layer_stats import StatsFrame
from neuroviz.sims.layer_tally import OFTEN, Tallied, Weighed
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.layer_names import kind_name, layer_name, layer_size
from neuroviz.ui.numbers import counted_share, share

_LISTED = 24  # units named in a list


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    if isnan(value):
        return "NaN"
    if not isfinite(value):
        text = "∞" if value > 0 else "-∞"
    else:
        size = abs(value)
        digits = 0 if size >= 100 else 1 if size >= 10 else 2
        text = f"{value:.{digits}f}" if 0.01 <= size < 10_000 or value == 0 else f"{value:.2g}"
    return text.replace("-", "\N{MINUS SIGN}")


def inputs(frame: StatsFrame, n: int) -> str:
    """So many of what the net is given."""
    texts = {
        "digits": QCoreApplication.translate("StatsWords", "{n} test images"),
        "plane": QCoreApplication.translate("StatsWords", "{n} points of the task"),
        "random": QCoreApplication.translate("StatsWords", "{n} random inputs"),
    }
    return texts[frame.kind or "digits"].format(n=f"{n:,}")


def sentence(frame: StatsFrame | None, layer: int) -> str:
    """What is being seen."""
    if frame is None or not frame.layers or not frame.seen:
        return QCoreApplication.translate("StatsWords", "Reading the inputs that are counted …")
    one = frame.layers[min(layer, len(frame.layers) - 1)]
    where, what = place(frame.net, layer), inputs(frame, frame.seen)
    if one.counts.odd:
        text = QCoreApplication.translate(
            "StatsWords", "{layer}: {part} of its numbers on {inputs} are NaN or infinite: the net is broken."
        )
        part = counted_share(one.counts.odd, one.counts.n)
        return text.format(layer=where, part=part, inputs=what)
    units = {"layer": where, "inputs": what, "units": f"{one.n_units:,}"}
    if one.ends_known:
        text = QCoreApplication.translate(
            "StatsWords",
            "{layer}: {flat} of {units} units are saturated on {inputs}; {ends} of all answers lie on a flat "
            "end.",
        )
        return text.format(**units, flat=f"{int(one.flat.sum()):,}", ends=share(float(one.ends.mean())))
    if one.rule == "never above 0":
        text = QCoreApplication.translate(
            "StatsWords",
            "{layer}: {dead} of {units} units are dead, never above 0 on {inputs}; the others are active on "
            "{active} of them.",
        )
        alive = one.active[~one.dead]
        return text.format(
            **units, dead=f"{int(one.dead.sum()):,}", active=share(float(alive.mean())) if alive.size else "0"
        )
    text = QCoreApplication.translate(
        "StatsWords", "{layer}: numbers of {mean} ± {spread} on {inputs}; {dead} of {units} never change."
    )
    return text.format(
        **units, mean=number(one.mean), spread=number(one.spread), dead=f"{int(one.dead.sum()):,}"
    )


def place(net: Net, layer: int) -> str:
    """A layer at the beginning of a sentence."""
    if layer == 0:
        return QCoreApplication.translate("StatsWords", "Input")
    text = QCoreApplication.translate("StatsWords", "Layer {i} {kind}")
    return text.format(i=layer, kind=kind_name(net.layers[layer - 1]))


def working(frame: StatsFrame | None) -> str:
    """Beside the groove."""
    if frame is None or not frame.total:
        return QCoreApplication.translate("StatsWords", "Reading …")
    text = QCoreApplication.translate("StatsWords", "Counting: {n} of {total}")
    return text.format(n=f"{frame.seen:,}", total=f"{frame.total:,}")


def definition(one: Tallied | None) -> str:
    """When a unit of this layer is dead or saturated."""
    if one is None:
        return ""
    if one.rule == "never above 0":
        return QCoreApplication.translate(
            "StatsWords", "Dead (×): the output was not above 0 for a single input; no gradient mends it."
        )
    if one.ends_known:
        text = QCoreApplication.translate(
            "StatsWords",
            "Saturated (/): on {often} of the inputs the slope of the function is below a tenth of its "
            "greatest. Dead (×): the same output for every input.",
        )
        return text.format(often=share(OFTEN))
    return QCoreApplication.translate("StatsWords", "Dead (×): the same number for every input.")


def listed(one: Tallied | None) -> str:
    """Which units are dead, which saturated."""
    if one is None:
        return ""
    if one.counts.odd and one.counts.odd == one.counts.n:
        return QCoreApplication.translate("StatsWords", "Without a finite output no unit can be judged.")
    parts = []
    if one.dead.any():
        text = QCoreApplication.translate("StatsWords", "Dead ({n}): {units}")
        parts.append(text.format(n=f"{int(one.dead.sum()):,}", units=_names(one.dead.nonzero()[0].tolist())))
    if one.flat.any():
        text = QCoreApplication.translate("StatsWords", "Saturated ({n}): {units}")
        parts.append(text.format(n=f"{int(one.flat.sum()):,}", units=_names(one.flat.nonzero()[0].tolist())))
    if not parts:
        return QCoreApplication.translate("StatsWords", "No unit of this layer is dead or saturated.")
    return "   ".join(parts)


def _names(units: list[int]) -> str:
    names = ", ".join(f"{i + 1}" for i in units[:_LISTED])
    return f"{names} …" if len(units) > _LISTED else names


def bar_told(low: float, high: float, count: int, n: int, what: str) -> str:
    """One bar of a histogram."""
    text = QCoreApplication.translate("StatsWords", "{low} to {high}: {count} of {n} {what} = {part}")
    return text.format(
        low=number(low),
        high=number(high),
        count=f"{count:,}",
        n=f"{n:,}",
        what=what,
        part=counted_share(count, n),
    )


def activations() -> str:
    """What is counted of a layer."""
    return QCoreApplication.translate("StatsWords", "activations")


def weights() -> str:
    """What is counted of its parameters."""
    return QCoreApplication.translate("StatsWords", "weights")


def zeros_told(counts: Counts) -> str:
    """What stands in no bar."""
    parts = []
    if counts.zeros:
        text = QCoreApplication.translate("StatsWords", "exactly 0: {part}")
        parts.append(text.format(part=counted_share(counts.zeros, counts.n)))
    if counts.odd:
        text = QCoreApplication.translate("StatsWords", "NaN or ∞: {part}")
        parts.append(text.format(part=counted_share(counts.odd, counts.n)))
    return "  ".join(parts)


def nothing_told(counts: Counts) -> str:
    """In place of bars that are not there."""
    if counts.odd and not counts.zeros:
        return QCoreApplication.translate("StatsWords", "No finite number: NaN or infinity throughout.")
    return QCoreApplication.translate("StatsWords", "All are exactly 0.")


def range_told(counts: Counts) -> str:
    """A histogram for those who hear it."""
    text = QCoreApplication.translate("StatsWords", "{n} numbers from {low} to {high}. {zeros}")
    return text.format(
        n=f"{counts.n:,}", low=number(counts.low), high=number(counts.high), zeros=zeros_told(counts)
    )


def activations_title() -> str:
    """Over the large histogram."""
    return QCoreApplication.translate("StatsWords", "Activations")


def weights_title(net: Net | None, layer: int, one: Weighed | None) -> str:
    """Over that of the weights that lead to a layer."""
    if one is None or net is None:
        return QCoreApplication.translate("StatsWords", "Weights")
    return QCoreApplication.translate("StatsWords", "Weights of {layer}").format(layer=layer_name(net, layer))


def no_weights() -> str:
    """In place of theirs."""
    return QCoreApplication.translate("StatsWords", "No weights lead here.")


def unit_told(one: Tallied, i: int, seen: int) -> str:
    """One unit, with the numbers behind its colour and its sign."""
    head = QCoreApplication.translate("StatsWords", "Unit {i} of {n}").format(
        i=f"{i + 1:,}", n=f"{one.n_units:,}"
    )
    text = QCoreApplication.translate("StatsWords", "mean {mean}, spread {spread}, greatest {top}")
    lines = [
        head,
        text.format(mean=number(one.means[i]), spread=number(one.spreads[i]), top=number(one.tops[i])),
    ]
    if one.rule == "never above 0":
        text = QCoreApplication.translate("StatsWords", "above 0: {part} of its numbers on {seen} inputs")
        lines.append(text.format(part=_part(float(one.active[i])), seen=f"{seen:,}"))
    if one.ends_known:
        text = QCoreApplication.translate("StatsWords", "on a flat end: {part} of {seen} inputs")
        lines.append(text.format(part=_part(float(one.ends[i])), seen=f"{seen:,}"))
    if one.dead[i]:
        lines.append(QCoreApplication.translate("StatsWords", "dead"))
    if one.flat[i]:
        lines.append(QCoreApplication.translate("StatsWords", "saturated"))
    return "\n".join(lines)


def _part(value: float) -> str:
    """A share that may be none or all."""
    return "0" if value == 0 else "100\N{NARROW NO-BREAK SPACE}%" if value == 1 else share(value)


def colour_told(one: Tallied | None) -> str:
    """What the colours of the units mean."""
    if one is None:
        return ""
    if one.rule == "never above 0":
        return QCoreApplication.translate("StatsWords", "Units: how often above 0")
    if one.ends_known:
        return QCoreApplication.translate("StatsWords", "Units: how often on a flat end")
    return QCoreApplication.translate("StatsWords", "Units: how much each varies")


def scale_ends(one: Tallied) -> tuple[str, str]:
    """The numbers at both ends of the units' colours."""
    if one.rule == "never above 0" or one.ends_known:
        return "0", "100\N{NARROW NO-BREAK SPACE}%"
    finite = [float(s) for s in one.spreads if isfinite(s)]
    return "0", f"± {number(max(finite, default=0.0))}"


def row_tip(net: Net, layer: int, one: Tallied, weight: Weighed | None) -> str:
    """Where the numbers of a row come from."""
    lines = [f"{layer_name(net, layer)}, {layer_size(net, layer)}"]
    text = QCoreApplication.translate(
        "StatsWords",
        "‖a‖ = √ Σ a² over all numbers of the layer, mean of {n} inputs: {norm}\n"
        "Dead: {dead} of {units} units",
    )
    lines.append(
        text.format(
            n=f"{one.n:,}", norm=number(one.norm), dead=f"{int(one.dead.sum()):,}", units=f"{one.n_units:,}"
        )
    )
    if weight is not None:
        text = QCoreApplication.translate("StatsWords", "‖W‖ = √ Σ w² over {n} weights = {norm}")
        lines.append(text.format(n=f"{weight.n:,}", norm=number(weight.norm)))
    return "\n".join(lines)


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "StatsWords",
        "Before asking what a net thinks it is worth looking whether it is healthy. A rectifier (ReLU) whose "
        "sum is below 0 for every input gives 0 and passes no gradient back: it is dead, and no training "
        "wakes it. A sigmoid or tanh far out on its flat ends gives the same whatever comes, and passes "
        "almost no gradient: it is saturated. Both show at once in how often each number occurs.",
    )
    tries = (
        (QCoreApplication.translate("StatsWords", "Look at a net most of whose rectifiers are dead"), "dead"),
        (QCoreApplication.translate("StatsWords", "Look at sigmoids that only say 0 or 1"), "saturated"),
        (QCoreApplication.translate("StatsWords", "Compare with a net in good health"), "healthy"),
    )
    notice = QCoreApplication.translate(
        "StatsWords",
        "Zeros have no bar: a healthy ReLU gives them more than half of the time, so they are counted apart. "
        "Even a good net has a few dead units; it could do without them. The input has dead ones too: pixels "
        "at the rim on which nobody ever writes. The blue ticks under the bars are the numbers of the "
        "current input.",
    )
    return ExplanationText(idea, tries, notice)
