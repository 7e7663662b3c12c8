"""What Neuron says: its tab, the live sentence, and the sheet that explains it."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.neuron import names, told
from neuroviz.panels.layers.neuron.names import number, signed
from neuroviz.panels.layers.neuron.rows import Row
from neuroviz.sims.neuron import LINE, NeuronFrame, Side
from neuroviz.sims.neuron_parts import Neuron, Other
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import counted_share


def hint(frame: NeuronFrame) -> str:
    """Instead of the sum, while there is nothing to sum."""
    if frame.subject.kind == "digit":
        return QCoreApplication.translate("NeuronWords", "Draw a digit, and there is something to sum")
    return QCoreApplication.translate("NeuronWords", "Nothing lies before the net")


def step(rows: tuple[Row, ...], at: int, part: Neuron | Other | None) -> str:
    """The step of building up that is seen."""
    if not isinstance(part, Neuron) or not rows:
        return ""
    if at == 0:
        return QCoreApplication.translate("NeuronWords", "Nothing is summed yet.")
    if at > len(rows):
        return f"z = {number(part.z)}, {told.bent(part)}"
    row = rows[at - 1]
    text = QCoreApplication.translate("NeuronWords", "{i} of {n}: {name} adds {amount}, so far {sum}")
    return text.format(
        i=at, n=len(rows), name=row.name, amount=signed(row.amount), sum=number(row.end)
    )


def answers(frame: NeuronFrame) -> str:
    """Over the answer: before and after, and how often each is right."""
    if not frame.edits.count:
        return QCoreApplication.translate("NeuronWords", "What the net answers")
    text = QCoreApplication.translate("NeuronWords", "Outlined: as the net was. Filled: as it is now.")
    before, after = frame.before, frame.after
    if before is None or after is None or frame.trials is None or not after.score.n or not before.score.n:
        return text
    shares = [counted_share(one.score.hits, one.score.n) for one in (before, after)]
    if not (before.score.done and after.score.done):
        more = QCoreApplication.translate(
            "NeuronWords", " Right so far, {n} of {of} tried: {before}, now {after}."
        )
    else:
        more = QCoreApplication.translate("NeuronWords", " Right of {of}: {before}, now {after}.")
    n = min(before.score.n, after.score.n)
    return text + more.format(before=shares[0], after=shares[1], n=f"{n:,}", of=f"{after.score.of:,}")


def sentence(frame: NeuronFrame | None) -> str:
    """What is seen, in one sentence or two."""
    if frame is None:
        return QCoreApplication.translate("NeuronWords", "Numbers are multiplied and added up…")
    if frame.look == LINE:
        return line(frame)
    net = frame.after.net if frame.after is not None else frame.subject.net
    stage = frame.stages[frame.place.stage]
    who = names.chosen(net, stage, frame.place.stage, frame.place.unit)
    part = frame.part
    if part is None:
        text = QCoreApplication.translate(
            "NeuronWords", "Nothing lies before the net: {who} has nothing to sum."
        )
        return text.format(who=who)
    if isinstance(part, Other):
        text = QCoreApplication.translate("NeuronWords", "{who} gives {y}; it sums nothing by weights.")
        return text.format(who=_upper(who), y=number(part.y)) + _turned(frame)
    turned = _turned(frame)
    if turned and math.isfinite(part.z):
        text = QCoreApplication.translate("NeuronWords", "{who}: the sum z is {z}, the neuron gives {y}.")
        return text.format(who=_upper(who), z=number(part.z), y=number(part.y)) + turned
    return _summed(part, who, bends=stage.f is not None) + turned


def _summed(part: Neuron, who: str, *, bends: bool) -> str:
    if not math.isfinite(part.z):
        text = QCoreApplication.translate(
            "NeuronWords", "{who}: its sum of {n} terms is {z}: some input or weight is no number."
        )
        return text.format(who=_upper(who), n=f"{part.n:,}", z=number(part.z))
    if part.n == 1:
        text = QCoreApplication.translate(
            "NeuronWords", "{who}: one term, {sum}, with b = {b} the sum is {z}; it gives {y}."
        )
    elif bends:
        text = QCoreApplication.translate(
            "NeuronWords",
            "{who}: {n} terms make {sum}, with b = {b} the sum is {z}, and {f} turns it into {y}.",
        )
    else:
        text = QCoreApplication.translate(
            "NeuronWords", "{who}: {n} terms make {sum}, with b = {b} the sum is {z}; nothing bends it."
        )
    return text.format(
        who=_upper(who), n=f"{part.n:,}", sum=number(part.total), b=number(part.b), z=number(part.z),
        f=names.function(part.f.kind), y=number(part.y),
    )  # fmt: skip


def _turned(frame: NeuronFrame) -> str:
    """What the changes have done to the answer."""
    n, before, after = frame.edits.count, frame.before, frame.after
    if not n or before is None or after is None:
        return ""
    count = (
        QCoreApplication.translate("NeuronWords", "your change")
        if n == 1
        else QCoreApplication.translate("NeuronWords", "your {n} changes").format(n=n)
    )
    if before.probabilities is None or after.probabilities is None:
        text = QCoreApplication.translate("NeuronWords", " With {count} the output is {after}, not {before}.")
        values = {"before": _outputs(before), "after": _outputs(after)}
        return text.format(count=count, **values)
    old, new = (int(one.probabilities.argmax()) for one in (before, after))  # type: ignore[union-attr]
    values = {
        "before": names.reading(old, float(before.probabilities[old])),
        "after": names.reading(new, float(after.probabilities[new])),
    }
    if old == new:
        text = QCoreApplication.translate("NeuronWords", " With {count} the answer stays {after}.")
    else:
        text = QCoreApplication.translate("NeuronWords", " With {count} {before} has become {after}.")
    return text.format(count=count, **values)


def _outputs(side: Side) -> str:
    shown = ", ".join(number(float(value)) for value in side.output[:3])
    return shown + ("…" if len(side.output) > 3 else "")


def line(frame: NeuronFrame) -> str:
    """The net without bends, in one sentence."""
    found = frame.line
    n = frame.subject.net.n_params
    if found is not None and found.bent:
        return QCoreApplication.translate(
            "NeuronWords", "Layer norm bends as well: these {n} parameters do not collapse into one layer."
        ).format(n=f"{n:,}")
    if found is None or found.single is None:
        return QCoreApplication.translate(
            "NeuronWords", "With every f a straight line, {n} parameters are being multiplied out…"
        ).format(n=f"{n:,}")
    text = QCoreApplication.translate(
        "NeuronWords",
        "With every f a straight line, {n} parameters do no more than {k} can: they are one layer.",
    ).format(n=f"{n:,}", k=f"{found.single.n_params:,}")
    own = frame.as_it_is.score if frame.as_it_is is not None else None
    if found.score.done and found.score.n and own is not None and own.done and own.n:
        more = QCoreApplication.translate("NeuronWords", " {before} right with bends, {after} without.")
        before, after = (counted_share(one.hits, one.n) for one in (own, found.score))
        text += more.format(before=before, after=after)
    return text


def _upper(text: str) -> str:
    """At the start of a sentence."""
    return text[:1].upper() + text[1:]


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "NeuronWords",
        "A neuron does three things: it multiplies each input by a weight, adds everything up together with "
        "a number of its own, the bias b, and sends the sum z through a function f. The arrows are that sum, "
        "the largest terms first; the curve is f. All that a net knows lies in its weights: change one, and "
        "everything behind it follows.",
    )
    tries = (
        (QCoreApplication.translate("NeuronWords", "Watch a sum build up, term by term"), "build"),
        (QCoreApplication.translate("NeuronWords", "Change one bias until the answer is another"), "flip"),
        (QCoreApplication.translate("NeuronWords", "Take all bends out of a net of two spirals"), "line"),
    )
    notice = QCoreApplication.translate(
        "NeuronWords",
        "Where f is flat its derivative is 0: what lies before it cannot make itself heard, and nothing is "
        "learned through it. And without any bend at all, matrices multiplied are again a matrix: however "
        "many layers there are, the net is one line.",
    )
    return ExplanationText(idea, tries, notice)
