"""Told: what hovering over a column says: how its numbers come about, with the numbers filled in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.nn.initialisers import deviation
from neuroviz.panels.training.net import words
from neuroviz.panels.training.net.scene import INPUT, Scene
from neuroviz.scenes.blocks import Block

translate = QCoreApplication.translate


def column(scene: Scene, block: int) -> str:
    """All that is known of a column, a line each."""
    name, size = words.heading(scene, block)
    if block == INPUT:
        return translate("NetTold", "{name}: {size} numbers").format(name=name, size=size)
    one = scene.blocks[block]
    lines = [f"{block + 1}. {name}: {_shape(scene, block - 1)} → {size}"]
    lines += [line for line in (parameters(scene, block), work(scene, block)) if line]
    if one.learns or one.function is not None:
        lines.append(function(one))
    if one.weighs:
        lines.append(start(scene, block))
    if one.learns:
        lines.append(rate(one))
    lines += [signal(scene, block), gradient(scene, block)]
    return "\n".join(lines)


def cell(scene: Scene, what: str, block: int) -> str:
    """What one cell of the table says."""
    texts = {
        "parameters": parameters, "multiply_adds": work, "signal": signal, "gradient": gradient,
    }  # fmt: skip
    if block == INPUT:
        return words.row_tip(what) if what else column(scene, block)
    if what in texts:
        return texts[what](scene, block) or column(scene, block)
    one = scene.blocks[block]
    if what == "function" and (one.learns or one.function is not None):
        return function(one)
    if what == "start" and one.weighs:
        return "\n".join((start(scene, block), rate(one)))
    return column(scene, block)


def _shape(scene: Scene, block: int) -> str:
    return "×".join(f"{n:,}" for n in scene.shape(block))


def parameters(scene: Scene, block: int) -> str:
    """Weights and biases, multiplied out."""
    one, n = scene.blocks[block], scene.parameters(block)
    if one.kind == "dense":
        n_in, n_out = scene.shape(block - 1)[0], scene.shape(block)[0]
        text = translate("NetTold", "{a} inputs × {b} units + {b} biases = {n} parameters")
        return text.format(a=f"{n_in:,}", b=f"{n_out:,}", n=f"{n:,}")
    if one.kind == "conv2d":
        plain, c = one.layer.to_dict(), scene.shape(block - 1)[0]
        text = translate("NetTold", "{c} maps × {k}×{k} × {b} channels + {b} biases = {n} parameters")
        return text.format(c=c, k=plain["kernel"], b=plain["channels"], n=f"{n:,}")
    if one.learns:
        text = translate("NetTold", "{k} factors + {k} shifts = {n} parameters")
        return text.format(k=f"{n // 2:,}", n=f"{n:,}")
    return translate("NetTold", "Nothing to learn here")


def work(scene: Scene, block: int) -> str:
    """Multiply-adds for one example, multiplied out."""
    one, n = scene.blocks[block], scene.multiply_adds(block)
    if one.kind == "dense":
        n_in, n_out = scene.shape(block - 1)[0], scene.shape(block)[0]
        text = translate("NetTold", "{a} × {b} = {n} multiply-adds for one example")
        return text.format(a=f"{n_in:,}", b=f"{n_out:,}", n=f"{n:,}")
    if one.kind == "conv2d":
        plain, c = one.layer.to_dict(), scene.shape(block - 1)[0]
        b, high, wide = scene.shape(block)
        text = translate(
            "NetTold", "{c} × {k}×{k} × {b} × {h}×{w} places = {n} multiply-adds for one example"
        )
        return text.format(c=c, k=plain["kernel"], b=b, h=high, w=wide, n=f"{n:,}")
    return translate("NetTold", "{n} multiply-adds for one example").format(n=f"{n:,}") if n else ""


def function(one: Block) -> str:
    """Its formula."""
    name = one.function.kind if one.function is not None else "none"
    text = translate("NetTold", "Function: {name}, {formula}")
    return text.format(name=words.function(name), formula=words.formula(name))


def start(scene: Scene, block: int) -> str:
    """The deviation of its weights by its rule, and as they were drawn."""
    one, w = scene.blocks[block], scene.weights(block)
    drawn = "–" if w is None else words.number(float(w.std()))
    if scene.recipe.start is not None:
        return translate("NetTold", "Start: given weights, deviation {drawn}").format(drawn=drawn)
    parameter = one.layer.parameters(scene.shape(block - 1))[0]
    init = words.known_init(one.plan.init)
    wanted = deviation(one.plan.init, parameter.fan_in, parameter.fan_out)
    text = translate("NetTold", "Start: {name}, {formula}; n = {a}, m = {b}: σ = {wanted}; drawn: {drawn}")
    return text.format(
        name=words.init(init), formula=words.init_formula(init), wanted=words.number(wanted), drawn=drawn,
        a=f"{parameter.fan_in:,}", b=f"{parameter.fan_out:,}",
    )  # fmt: skip


def rate(one: Block) -> str:
    """How fast it learns."""
    if one.plan.rate == 0.0:
        return translate("NetTold", "Frozen: learning rate × 0")
    return translate("NetTold", "Learning rate × {factor}").format(factor=f"{one.plan.rate:g}")


def signal(scene: Scene, block: int) -> str:
    """How much of the input is left."""
    value = scene.spread(block)
    n = 0 if scene.signals is None else scene.signals.n
    text = translate(
        "NetTold", "Signal before the first step: what comes out has a deviation of {v} over {n} examples"
    )
    return text.format(v=words.number(value), n=n)


def gradient(scene: Scene, block: int) -> str:
    """How much of the error arrives."""
    value, last = scene.gradient(block), scene.gradient(len(scene.blocks) - 1)
    text = translate(
        "NetTold", "Gradient that arrives before the first step: {v}, {share} times that at the answer"
    )
    part = value / last if last else float("nan")
    return text.format(v=words.number(value), share=words.number(part))
