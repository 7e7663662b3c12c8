"""What LineView says: which net is which, how far they are apart, how often they are right."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import MaxPool, Net
from neuroviz.panels.layers.neuron import names
from neuroviz.panels.layers.neuron.names import number
from neuroviz.sims.collapse import Line, Score
from neuroviz.sims.neuron import NeuronFrame
from neuroviz.sims.stages import stages_of
from neuroviz.ui.numbers import counted_share

_STEPS = 5  # layers told by name


def titles() -> tuple[str, str, str]:
    """Of the three nets."""
    return (
        QCoreApplication.translate("NeuronLine", "As it is"),
        QCoreApplication.translate("NeuronLine", "Every f a straight line"),
        QCoreApplication.translate("NeuronLine", "One layer: x · W + b"),
    )


def notes(frame: NeuronFrame, line: Line) -> tuple[str, str, str]:
    """How each is made."""
    net = frame.as_it_is.net if frame.as_it_is is not None else frame.subject.net
    deep = QCoreApplication.translate("NeuronLine", "the same {n} parameters").format(n=f"{net.n_params:,}")
    if any(isinstance(layer, MaxPool) for layer in net.layers):
        deep = QCoreApplication.translate(
            "NeuronLine", "the same {n} parameters; means instead of maxima, which bend too"
        ).format(n=f"{net.n_params:,}")
    if line.bent:
        single = QCoreApplication.translate("NeuronLine", "there is none")
    elif line.single is None:
        single = QCoreApplication.translate("NeuronLine", "being multiplied out")
    else:
        text = QCoreApplication.translate("NeuronLine", "{n} parameters: {product}")
        single = text.format(n=f"{line.single.n_params:,}", product=product(net))
    return shape(net), deep, single


def shape(net: Net) -> str:
    """The functions along the net: "ReLU, ReLU, then 10 scores"."""
    found = [names.function(net.layers[one.f].kind) for one in stages_of(net) if one.f is not None]
    if not found:
        return QCoreApplication.translate("NeuronLine", "no function bends anything")
    shown = ", ".join(found[:_STEPS]) + ("…" if len(found) > _STEPS else "")
    return QCoreApplication.translate("NeuronLine", "bent by {functions}").format(functions=shown)


def product(net: Net) -> str:
    """W₁·W₂·W₃, as many as there are matrices."""
    n = sum(one.sort == "sum" for one in stages_of(net))
    low = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
    if n > 4:
        return f"W₁·W₂·…·W{n}".translate(low)
    return "·".join(f"W{i}" for i in range(1, n + 1)).translate(low)


def scores(frame: NeuronFrame, line: Line) -> tuple[tuple[str, str, str], ...]:
    """How often each is right, and of how many."""
    trials = frame.trials
    if trials is None or trials.labels is None:
        return (("", "", ""),) * 3
    own = frame.as_it_is.score if frame.as_it_is is not None else Score()
    single = line.single_score if line.single is not None else Score()
    return tuple(_score(one, digits=frame.subject.kind == "digit") for one in (own, line.score, single))


def _score(score: Score, *, digits: bool) -> tuple[str, str, str]:
    if score.n == 0:
        return "–", "", ""
    counted = f"{score.hits:,} / {score.n:,}"
    if not score.done:
        text = QCoreApplication.translate("NeuronLine", "right so far, {n} of {of} tried")
        return counted_share(score.hits, score.n), text.format(n=f"{score.n:,}", of=f"{score.of:,}"), counted
    if digits:
        text = QCoreApplication.translate("NeuronLine", "of {n} test images right")
    else:
        text = QCoreApplication.translate("NeuronLine", "of {n} points right")
    return counted_share(score.hits, score.n), text.format(n=f"{score.n:,}"), counted


def apart(frame: NeuronFrame, line: Line) -> str:
    """How far the last two are apart, for this input and for all."""
    if line.bent:
        return QCoreApplication.translate(
            "NeuronLine",
            "Layer norm divides each example by its own spread: that bends too, so without other bends the "
            "net is still not one layer.",
        )
    if line.single is None:
        return QCoreApplication.translate("NeuronLine", "The matrices are being multiplied…")
    parts = []
    if frame.here is not None and frame.here[1] is not None:
        deep, single = frame.here
        assert single is not None
        gap = float(abs(deep - single).max()) if len(deep) else math.nan
        text = QCoreApplication.translate("NeuronLine", "Largest difference of a score here: {gap}.")
        parts.append(text.format(gap=number(gap)))
    if line.score.n:
        text = QCoreApplication.translate(
            "NeuronLine",
            "Over {n} inputs: {gap}, of scores up to {size}; the same answer {same} times.",
        )
        values = {"n": f"{line.score.n:,}", "gap": number(line.difference), "size": number(line.size)}
        parts.append(text.format(**values, same=f"{line.same:,}"))
    if line.score.n and not math.isfinite(line.difference):
        parts.append(QCoreApplication.translate("NeuronLine", "Some scores are no numbers."))
    elif line.score.n and line.difference <= 1e-4 * max(line.size, 1e-30):
        parts.append(QCoreApplication.translate("NeuronLine", "That is the rounding of 32-bit numbers."))
    return " ".join(parts)


def weights_title(line: Line) -> str:
    """Over the weights of the single layer."""
    if line.w is None:
        return ""
    if line.w.shape[0] == 784:
        return QCoreApplication.translate(
            "NeuronLine", "All of it in {k} pictures: each score is the drawing laid over one of them"
        ).format(k=line.w.shape[1])
    return QCoreApplication.translate("NeuronLine", "All of it, written out")
