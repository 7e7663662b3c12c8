"""The story of a weight or a unit in formulas, with the numbers filled in."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.step.numbers import number, power
from neuroviz.panels.training.step.values import Scene
from neuroviz.panels.training.step.words import layer_symbol
from neuroviz.sims.one_weight import Weight, place_of
from neuroviz.sims.training.story import Check, Term, UnitStory, WeightStory, unit_story, weight_story
from neuroviz.sims.training.update import Moved, moved

_MINUS = "\N{MINUS SIGN}"


def weight_name(scene: Scene, weight: Weight) -> str:
    """Which weight, for a heading."""
    translate = QCoreApplication.translate
    block = 1 + sum(one.start < weight.layer for one in scene.frame.blocks)
    if weight.name == "b":
        text = translate("StepFormula", "Bias of unit {j}, layer {layer}")
        return text.format(j=weight.index[-1] + 1, layer=block)
    if weight.name == "w" and len(weight.index) == 2:
        text = translate("StepFormula", "Weight from unit {i} to unit {j}, layer {layer}")
        return text.format(i=weight.index[0] + 1, j=weight.index[1] + 1, layer=block)
    if weight.name == "w":
        text = translate("StepFormula", "Weight of kernel {j}, layer {layer}, at {place}")
        return text.format(
            j=weight.index[0] + 1, layer=block, place=", ".join(str(i + 1) for i in weight.index[1:])
        )
    return translate("StepFormula", "Parameter {name} of layer {layer}").format(name=weight.name, layer=block)


def weight_lines(scene: Scene, weight: Weight) -> list[str]:
    """What is known of it at this stage."""
    frame = scene.frame
    symbol = "b" if weight.name == "b" else "w"
    if frame.found is None:
        return [f"{symbol} = {number(float(frame.theta[place_of(frame.plan, weight)]))}"]
    block = sum(one.start <= weight.layer for one in frame.blocks) - 1
    story = weight_story(frame.found, weight, scene.example)
    updated = frame.done is not None and scene.place.leg == "update"
    lines = [] if updated else [f"{symbol} = {number(story.value)}"]
    if not updated and scene.came_forward(block) and weight.name == "w" and len(weight.index) == 2:
        lines[0] += "    " + _flow(scene, story)
    if scene.came_back(max(0, block)):
        lines.append(gradient_line(story, symbol, scene.example))
        if frame.check is not None and frame.check.weight == weight:
            lines.append(check_line(frame.check, float(frame.found.grad[place_of(frame.plan, weight)])))
    if updated and frame.done is not None:
        at = place_of(frame.plan, weight)
        lines.extend(update_lines(moved(frame.found.plan, frame.found.grad, frame.done.update, at), symbol))
    return lines


def _flow(scene: Scene, story: WeightStory) -> str:
    """What the weight hands on."""
    found = scene.frame.found
    assert found is not None
    a = found.seen(story.weight.layer)[:, story.weight.index[0]]
    value = float(a.mean() if scene.example is None else a[scene.example])
    head = "w·ā" if scene.example is None else "w·a"
    return f"{head} = {number(story.value)} · {bracketed(value)} = {number(story.value * value)}"


def gradient_line(story: WeightStory, symbol: str, example: int | None) -> str:
    """dL/dw as a mean of products."""
    translate = QCoreApplication.translate
    left = f"∂L/∂{symbol}"
    if not story.terms:
        text = translate(
            "StepFormula", "{left} = {value}, summed over all places and averaged over {n} examples"
        )
        return text.format(left=left, value=number(story.gradient), n=story.n)
    if example is not None and story.n == 1:
        one = story.terms[0]
        return f"{left} = a · δ = {number(one.a)} · {bracketed(one.b)} = {number(story.gradient)}"
    terms = story.terms[:2]
    more = " + …" if story.n > len(terms) else ""
    text = translate("StepFormula", "{left} = mean of a·δ over {n} examples = ({sum}{more}) / {n} = {value}")
    return text.format(
        left=left, n=story.n, sum=products(terms), more=more, value=number(story.gradient)
    )


def check_line(check: Check, gradient: float) -> str:
    """The same by differences."""
    translate = QCoreApplication.translate
    if check.kink:
        text = translate(
            "StepFormula", "Checked by differences: the loss has a kink here: {below} below, {above} above"
        )
        return text.format(below=number(check.below), above=number(check.above))
    close = abs(check.numeric - gradient) <= 2e-3 * max(abs(check.numeric), abs(gradient)) + 1e-6
    text = (
        translate("StepFormula", "Checked by differences: (L(w + h) − L(w − h)) / 2h = {value}  ✓ the same")
        if close
        else translate(
            "StepFormula", "Checked by differences: (L(w + h) − L(w − h)) / 2h = {value}: not the same"
        )
    )
    return text.format(value=number(check.numeric))


def update_lines(it: Moved, w: str) -> list[str]:
    """From the gradient to the new weight."""
    lines = []
    if it.shrink < 1.0 or (it.decay and it.kind != "adamw"):
        parts = f"{number(it.gradient)}"
        if it.shrink < 1.0:
            parts = f"{number(it.shrink)} · {bracketed(it.gradient)}"
        if it.decay and it.kind != "adamw":
            parts += f" + {number(it.decay)} · {bracketed(it.before)}"
        lines.append(f"g = {parts} = {number(it.g)}")
    n, b, rate = number, bracketed, number(it.rate)
    new = f"{w} ← {n(it.before)}"
    if it.kind == "sgd" and not it.keep:
        return [*lines, f"{w} ← {w} − η g = {n(it.before)} − {rate} · {b(it.g)} = {n(it.after)}"]
    if it.kind == "sgd":
        lines.append(f"v ← μ v + g = {n(it.keep)} · {b(it.m[0])} + {b(it.g)} = {n(it.m[1])}")
        if it.nesterov:
            ahead = f"({b(it.g)} + {n(it.keep)} · {b(it.m[1])})"
            return [*lines, f"{w} ← {w} − η (g + μ v): {new} − {rate} · {ahead} = {n(it.after)}"]
        return [*lines, f"{w} ← {w} − η v = {n(it.before)} − {rate} · {b(it.m[1])} = {n(it.after)}"]
    return [*lines, *_scaled(it, w)]


def _scaled(it: Moved, w: str) -> list[str]:
    """Optimisers that divide by what the gradients were like."""
    n, b, rate = number, bracketed, number(it.rate)
    if it.kind in ("adam", "adamw"):
        shrunk = f" − {rate} · {n(it.decay)} · {b(it.before)}" if it.kind == "adamw" and it.decay else ""
        return [
            f"m ← {n(it.keep)} · {b(it.m[0])} + {n(1 - it.keep)} · {b(it.g)} = {n(it.m[1])}    "
            f"v ← {n(it.keep_square)} · {b(it.v[0])} + {n(1 - it.keep_square)} · g² = {n(it.v[1])}",
            f"m′ = m / (1 − {n(it.keep)}{power(it.t)}) = {n(it.m_hat)}    "
            f"v′ = v / (1 − {n(it.keep_square)}{power(it.t)}) = {n(it.v_hat)}",
            f"{w} ← {n(it.before)}{shrunk} − {rate} · {b(it.m_hat)} / √{n(it.v_hat)} = {n(it.after)}",
        ]
    first = (
        f"v ← v + g² = {n(it.v[1])}"
        if it.kind == "adagrad"
        else f"v ← {n(it.keep_square)} · {b(it.v[0])} + {n(1 - it.keep_square)} · g² = {n(it.v[1])}"
    )
    step = f"{rate} · {b(it.g)} / √{n(it.v[1])}"
    return [first, f"{w} ← {w} − η g / √v = {n(it.before)} − {step} = {n(it.after)}"]


def unit_name(scene: Scene, unit: tuple[int, int]) -> str:
    """Which unit, for a heading."""
    translate = QCoreApplication.translate
    b, i = unit
    if b < 0:
        names = scene.frame.task.input_names
        text = translate("StepFormula", "Input {i}")
        return text.format(i=names[i] if i < len(names) else i + 1)
    if b == len(scene.frame.blocks) - 1 and scene.frame.task.kind == "classes":
        return translate("StepFormula", "Answer unit for class {name}").format(name=class_name(scene, i))
    return translate("StepFormula", "Unit {i} of layer {layer}").format(i=i + 1, layer=b + 1)


def class_name(scene: Scene, k: int) -> str:
    """What a class is called."""
    names = scene.frame.task.class_names
    return names[k] if k < len(names) else str(k)


def unit_lines(scene: Scene, unit: tuple[int, int]) -> list[str]:
    """What is known of it at this stage."""
    frame = scene.frame
    if frame.found is None or not scene.came_forward(unit[0]):
        return []
    story = unit_story(frame.found, frame.blocks, unit, scene.example)
    translate = QCoreApplication.translate
    if scene.example is None:
        text = translate("StepFormula", "mean of a over {n} examples = {a}")
        lines = [text.format(n=frame.found.n, a=number(story.a))]
        if unit[0] >= 0 and scene.came_back(unit[0]) and not math.isnan(story.delta):
            text = translate("StepFormula", "mean of δ = ∂L/∂z = {delta}, which is the gradient of its bias")
            lines.append(text.format(delta=number(story.delta)))
        lines.append(translate("StepFormula", "Choose an example in the list to see how it came about."))
        return lines
    if math.isnan(story.z):
        return [f"a = {number(story.a)}"]
    lines = [sum_line(story)]
    if scene.came_back(unit[0]):
        lines.append(delta_line(story))
    return lines


def sum_line(story: UnitStory) -> str:
    """z and a."""
    more = " + …" if story.n_terms > len(story.terms) else ""
    bias = f" + {bracketed(story.bias)}"
    line = f"z = Σ w·a + b = {products(story.terms)}{more}{bias} = {number(story.z)}"
    if not story.after:
        return line
    text = "z"
    for layer in story.after:  # the innermost comes first
        text = f"{layer_symbol(layer)}({text})"
    return f"{line}    a = {text} = {number(story.a)}"


def delta_line(story: UnitStory) -> str:
    """The error that comes back."""
    if not story.back or math.isnan(story.slope):
        return f"δ = ∂L/∂z = {number(story.delta)}"
    more = " + …" if story.n_back > len(story.back) else ""
    inner = f"({products(story.back)}{more})"
    return f"δ = f ′(z) · Σ w·δ = {number(story.slope)} · {inner} = {number(story.delta)}"


def products(terms: tuple[Term, ...]) -> str:
    """0.3·0.2 + 0.1·(−0.4) …"""
    return " + ".join(f"{bracketed(one.a)}·{bracketed(one.b)}" for one in terms)


def bracketed(value: float) -> str:
    """A number that may stand behind a sign."""
    text = number(value)
    return f"({text})" if text.startswith(_MINUS) else text
