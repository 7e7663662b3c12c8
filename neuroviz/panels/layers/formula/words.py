"""What the page says: the live sentence, the table, the maps, and the sheet that explains it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.formula.names import Names
from neuroviz.sims.expression import Node, Place, digits, inside_out
from neuroviz.sims.formula import FormulaFrame
from neuroviz.sims.formula_counts import Count, LayerCount
from neuroviz.sims.formula_text import MINUS, plain_digits
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import percent

translate = QCoreApplication.translate
_HUGE = 1e12


def title() -> str:
    """The room's name."""
    return translate("LayersPanel", "Layers")


# -- numbers -----------------------------------------------------------------------------------------


def number(value: float) -> str:
    """Three digits that matter, with a real minus."""
    found = digits(value)
    return (MINUS if found.negative else "") + plain_digits(found)


def amount(value: float) -> str:
    """A count, however large."""
    if math.isinf(value):
        return translate("FormulaWords", "more than 10³⁰⁰")
    return f"{value:,.0f}" if value < _HUGE else plain_digits(digits(value)).replace("·", " · ")


def pages(value: float) -> str:
    """So many pages of print."""
    if value < 0.15:
        return translate("FormulaWords", "a few lines")
    if value < 9.95:
        return translate("FormulaWords", "{n} pages").format(n=f"{value:.1f}")
    return translate("FormulaWords", "{n} pages").format(n=amount(value))


# -- the sentence --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """What the sentence needs beside the frame: the net's name, the step, what came last, edits.

    whole: of which value the formula is written in one, with so many `numbers`.
    """

    net: str
    step: int = 0
    length: int = 0
    fresh: tuple[Place, ...] = ()
    whole: Place | None = None
    numbers: int = 0
    edits: int = 0


def sentence(frame: FormulaFrame | None, told: Told) -> str:  # noqa: PLR0911 - one for each state
    """What is being seen."""
    if frame is None:
        return translate("FormulaWords", "{net} is being written out.").format(net=told.net)
    if frame.trace is None:
        text = translate("FormulaWords", "{net} is a formula of {n} numbers; draw something to be put in.")
        return text.format(net=told.net, n=f"{frame.subject.net.n_params:,}")
    if told.step and told.fresh and frame.program is not None:
        return _step(frame, told)
    answer = _answer(frame)
    if frame.program is None:
        text = translate(
            "FormulaWords",
            "As one formula {net} would fill {pages}: {k} multiplications and {n} numbers. {answer}",
        )
        total = frame.counts.total
        return text.format(
            net=told.net, pages=pages(frame.counts.nested.pages), k=f"{total.multiplications:,}",
            n=f"{frame.subject.net.n_params:,}", answer=answer,
        )  # fmt: skip
    if told.edits:
        text = translate("FormulaWords", "{net} with {k} of its {n} numbers changed. {answer}")
        return text.format(net=told.net, k=told.edits, n=f"{frame.subject.net.n_params:,}", answer=answer)
    if told.whole is not None and told.numbers > frame.subject.net.n_params:
        text = translate(
            "FormulaWords", "{name} of {net} in one: its {n} numbers are written {k} times. {answer}"
        )
        name, n = Names(frame.program).of(told.whole), frame.subject.net.n_params
        return text.format(name=name, net=told.net, n=n,
                           k=f"{told.numbers:,}", answer=answer)  # fmt: skip
    text = translate("FormulaWords", "{net} is nothing but this formula of {n} numbers. {answer}")
    return text.format(net=told.net, n=f"{frame.subject.net.n_params:,}", answer=answer)


def _step(frame: FormulaFrame, told: Told) -> str:
    assert frame.trace is not None
    assert frame.program is not None
    names, first = Names(frame.program), told.fresh[0]
    if first[0] < 0:
        parts = [f"{names.of(place)} = {number(_value(frame, place))}" for place in told.fresh[:3]]
        more = " …" if len(told.fresh) > 3 else ""
        text = translate("FormulaWords", "Step {k} of {n}: the input is put in, {values}.")
        return text.format(k=told.step, n=told.length, values=", ".join(parts) + more)
    if len(told.fresh) > 1:
        text = translate("FormulaWords", "Step {k} of {n}: {m} values of layer {layer} are put in at once.")
        return text.format(k=told.step, n=told.length, m=len(told.fresh), layer=first[0] + 1)
    if first in frame.program.defs:
        text = translate(
            "FormulaWords", "Step {k} of {n}: {name} is {value}, and is put in wherever it stands."
        )
        return text.format(
            k=told.step, n=told.length, name=names.of(first), value=number(_value(frame, first))
        )
    text = translate("FormulaWords", "Step {k} of {n}: the sum within {name} comes to {value}.")
    name = next((names.of(one.at) for one in frame.program.defs.values() if _holds(one.expr, first)), "")
    return text.format(k=told.step, n=told.length, name=name, value=number(_value(frame, first)))


def _holds(node: Node, place: Place) -> bool:
    return any(part.at == place for part in inside_out(node))


def _value(frame: FormulaFrame, place: Place) -> float:
    assert frame.trace is not None
    values = frame.trace.input if place[0] < 0 else frame.trace.activations[place[0]]
    return float(values[0].reshape(-1)[place[1]])


def _answer(frame: FormulaFrame) -> str:
    assert frame.trace is not None
    output = frame.trace.output[0].reshape(-1)
    p = frame.probabilities
    if p is None:
        if not math.isfinite(float(output[0])):
            return translate("FormulaWords", "Here its value is no number.")
        return translate("FormulaWords", "Here its value is {y}.").format(y=number(float(output[0])))
    best = int(p.argmax())
    if len(output) == 1:
        text = translate("FormulaWords", "Here y = {y}: class {best}.")
        return text.format(y=number(float(output[0])), best=best)
    text = translate("FormulaWords", "Here it says {best} ({p}).")
    return text.format(best=best, p=percent(float(p[best])))


def copied(text: str) -> str:
    """What was copied."""
    said = translate("FormulaWords", "Copied: {n} characters.").format(n=f"{len(text):,}")
    if "np.load" not in text:
        return said
    more = translate("FormulaWords", "It reads its numbers from the data of this page: save them beside it.")
    return f"{said} {more}"


def read_out(held: str, formula: str) -> str:
    """The formula for those who hear it, after the number that is held."""
    text = translate("FormulaWords", "It reads: {formula}").format(formula=formula)
    return f"{held} {text}" if held else text


# -- the table -----------------------------------------------------------------------------------------


def column(name: str) -> str:
    """Heads of the table."""
    return {
        "": translate("FormulaWords", "Layer"),
        "parameters": translate("FormulaWords", "numbers"),
        "multiplications": translate("FormulaWords", "times"),
        "additions": translate("FormulaWords", "plus"),
        "functions": translate("FormulaWords", "functions"),
        "terms": translate("FormulaWords", "terms"),
        "full": translate("FormulaWords", "one in full"),
    }[name]


def layer(row: LayerCount) -> str:
    """What a layer is, and what it gives."""
    if not row.kind:
        return translate("FormulaWords", "together")
    kind = {
        "dense": translate("FormulaWords", "dense"),
        "conv2d": translate("FormulaWords", "convolution"),
        "batch_norm": translate("FormulaWords", "batch norm"),
        "layer_norm": translate("FormulaWords", "layer norm"),
        "max_pool": translate("FormulaWords", "largest of blocks"),
        "avg_pool": translate("FormulaWords", "mean of blocks"),
        "flatten": translate("FormulaWords", "in one row"),
        "dropout": translate("FormulaWords", "dropout, off"),
        "linear": translate("FormulaWords", "no function"),
        "gate": translate("FormulaWords", "switches"),
    }.get(row.kind, {"relu": "relu", "leaky_relu": "leaky relu", "sigmoid": "σ"}.get(row.kind, row.kind))
    return f"{kind}, {'×'.join(map(str, row.shape))}"


def layer_told(row: LayerCount) -> str:
    """How the numbers of a row come about."""
    text = translate(
        "FormulaWords",
        "{layer}: {p} numbers that are learned, {t} multiplications, {a} additions, {f} functions.",
    )
    told = text.format(layer=layer(row), p=f"{row.parameters:,}", t=f"{row.multiplications:,}",
                       a=f"{row.additions:,}", f=f"{row.functions:,}")  # fmt: skip
    if row.full:
        text = translate("FormulaWords", "One of its values as a formula of the inputs has {n} numbers.")
        told = f"{told} {text.format(n=amount(row.full))}"
    if row.shared <= 1:
        return told
    text = translate("FormulaWords", "Its weights are shared: each is used {n} times, once at each place.")
    return f"{told} {text.format(n=amount(row.shared))}"


def left_out(n: int) -> str:
    """So many layers have no row."""
    return translate("FormulaWords", "… {n} more layers …").format(n=f"{n:,}")


def length(count: Count) -> str:
    """How long it is, with names and without."""
    text = translate(
        "FormulaWords",
        "Each value written once: {n} numbers, {pages}. Every name replaced by what it stands for, "
        "one formula of the inputs: {m} numbers, {more}.",
    )
    told = text.format(n=amount(count.named.numbers), pages=pages(count.named.pages),
                       m=amount(count.nested.numbers), more=pages(count.nested.pages))  # fmt: skip
    shared = [row for row in count.layers if row.shared > 1]
    if not shared:
        return told
    text = translate(
        "FormulaWords", "A convolution writes each of its weights again at every place: up to {n} times."
    )
    return f"{told} {text.format(n=amount(max(row.shared for row in shared)))}"


# -- the maps ------------------------------------------------------------------------------------------


def column_head(at: int, last: int, n: int, shown: int) -> str:
    """Above a column of maps."""
    if at == 0:
        return translate("FormulaWords", "input")
    if at == last:
        return translate("FormulaWords", "answer") if shown == n else f"{shown} / {n}"
    if shown < n:
        return translate("FormulaWords", "{k} of {n}").format(k=shown, n=n)
    if n == 1:
        return translate("FormulaWords", "1 unit")
    return translate("FormulaWords", "{n} units").format(n=n)


def input_map(name: str) -> str:
    """The map of an input."""
    return translate("FormulaWords", "{name}: the place itself, from −1.25 to 1.25").format(name=name)


def map_told(name: str, low: float, high: float, above: str) -> str:
    """The map of a unit."""
    text = translate(
        "FormulaWords", "{name} goes from {low} to {high} over the plane; {share} lies above the line."
    )
    return text.format(name=name, low=number(low), high=number(high), share=above)


# -- the explanation -------------------------------------------------------------------------------------


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        idea=translate(
            "FormulaWords",
            "A net is a formula, and no more: sums of products, put through simple functions, put into "
            "each other. A small one can be read in full. A large one is made of the same few signs; there "
            "are only more of them.",
        ),
        tries=(
            (translate("FormulaWords", "Put a point in, step by step"), "fill"),
            (translate("FormulaWords", "Turn one number and lose the circle"), "turn"),
            (translate("FormulaWords", "See how many pages the CNN would fill"), "pages"),
        ),
        notice=translate(
            "FormulaWords",
            "Each map is a sum of the maps before it, times the weights on the lines. The first layer has "
            "only straight edges; every layer after it bends them.",
        ),
    )
