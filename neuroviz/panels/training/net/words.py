"""The words of the page: names, what is seen, what cannot be done and why, what was mended."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.net.scene import INPUT, Scene
from neuroviz.scenes.blocks import NO_FUNCTION, Block
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.layer_names import kind_name

translate = QCoreApplication.translate

INITS = ("he", "he_uniform", "glorot", "glorot_normal", "lecun", "orthogonal", "small", "large", "zeros")
"""The starts that are offered; he_normal is he, glorot_uniform is glorot."""

_SAME = {"he_normal": "he", "glorot_uniform": "glorot"}


def number(value: float) -> str:
    """A number in few digits: 0.53, 1.2e−07, 12."""
    if not math.isfinite(value):
        return "–" if math.isnan(value) else "∞"
    return f"{value:.2g}".replace("-", "\N{MINUS SIGN}")


def amount(n: float) -> str:
    """A large number as it is said: 7,840; 109 k; 3.6 M; 2.1 G."""
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e5, "k")):
        if n >= limit:
            value = n / (1e3 if unit == "k" else limit)
            text = f"{value:.1f}".removesuffix(".0") if value < 100 else f"{value:.0f}"
            return f"{text}\N{NARROW NO-BREAK SPACE}{unit}"
    return f"{n:,.0f}"


def kind(name: str) -> str:
    """What a sort of block is called."""
    names = {
        "dense": translate("NetPage", "Dense"),
        "conv2d": translate("NetPage", "Convolution"),
        "max_pool": translate("NetPage", "Max pooling"),
        "avg_pool": translate("NetPage", "Mean pooling"),
        "dropout": translate("NetPage", "Dropout"),
        "batch_norm": translate("NetPage", "Batch norm"),
        "layer_norm": translate("NetPage", "Layer norm"),
        "flatten": translate("NetPage", "Flatten"),
    }
    return names.get(name, name)


def about(name: str) -> str:
    """What a sort of block does, in a sentence."""
    return {
        "dense": translate("NetPage", "Every unit adds up all values before it, each times a weight"),
        "conv2d": translate("NetPage", "The same small window of weights at every place of a picture"),
        "max_pool": translate("NetPage", "Of each little square of a map one value: the largest"),
        "avg_pool": translate("NetPage", "Of each little square of a map the mean"),
        "dropout": translate("NetPage", "In training a share of the values is silenced at random"),
        "batch_norm": translate("NetPage", "Each feature brought to mean 0 and deviation 1 over the batch"),
        "layer_norm": translate("NetPage", "All values of one example brought to mean 0 and deviation 1"),
        "flatten": translate("NetPage", "All values of the maps in one row"),
    }[name]


def block_name(block: Block) -> str:
    """Its kind with a capital, of any layer there is."""
    known = kind(block.kind)
    return known if known != block.kind else kind_name(block.layer)


def about_block(block: Block) -> str:
    """What a block does, in a sentence; empty for what is seldom seen."""
    return f"{about(block.kind)}." if kind(block.kind) != block.kind else ""


def about_answer(n: int) -> str:
    """What the last layer is for."""
    text = translate("NetPage", "It gives the answer: {n} numbers, as the task wants them.")
    return text.format(n=n)


def heading(scene: Scene, block: int) -> tuple[str, str]:
    """What stands over a column: the name, and the size of what comes out."""
    size = "×".join(f"{n:,}" for n in scene.shape(block))
    if block == INPUT:
        return translate("NetPage", "Input"), size
    return block_name(scene.blocks[block]), size


def function(name: str) -> str:
    """What a function is called."""
    names = {
        NO_FUNCTION: translate("NetPage", "none"), "relu": "ReLU",
        "leaky_relu": translate("NetPage", "leaky"), "tanh": "tanh", "sigmoid": "sigmoid", "gelu": "GELU",
        "linear": translate("NetPage", "none"),
    }  # fmt: skip
    return names.get(name, name)


def formula(name: str) -> str:
    """What a function does to a value."""
    return {
        NO_FUNCTION: "y = x", "relu": "y = max(0, x)", "leaky_relu": "y = max(0.01 x, x)",
        "tanh": "y = tanh x", "sigmoid": "y = 1 / (1 + e⁻ˣ)", "gelu": "y = x Φ(x)",
    }.get(name, "y = x")  # fmt: skip


def init(name: str) -> str:
    """What a start is called."""
    names = {
        "he": translate("NetPage", "He"),
        "he_uniform": translate("NetPage", "He, uniform"),
        "glorot": translate("NetPage", "Glorot"),
        "glorot_normal": translate("NetPage", "Glorot, normal"),
        "lecun": translate("NetPage", "LeCun"),
        "orthogonal": translate("NetPage", "orthogonal"),
        "small": translate("NetPage", "small"),
        "large": translate("NetPage", "large"),
        "zeros": translate("NetPage", "zeros"),
    }
    return names[_SAME.get(name, name)]


def learned() -> str:
    """The weights were learned before."""
    return translate("NetPage", "given")


def known_init(name: str) -> str:
    """The one of those that are offered that is the same."""
    return _SAME.get(name, name)


def init_formula(name: str) -> str:
    """The deviation of its weights."""
    return {
        "he": "σ = √(2/n)", "he_uniform": "σ = √(2/n)", "glorot": "σ = √(2/(n+m))",
        "glorot_normal": "σ = √(2/(n+m))", "lecun": "σ = √(1/n)", "orthogonal": "WᵀW = 1",
        "small": "σ = 0.01", "large": "σ = 1", "zeros": "w = 0",
    }[_SAME.get(name, name)]  # fmt: skip


def add_tip() -> str:
    """Of the button between two blocks."""
    return translate("NetPage", "Put a layer in here")


def row_name(row: str) -> str:
    """What a row of the table says."""
    return {
        "number": translate("NetPage", "size"),
        "window": translate("NetPage", "window"),
        "function": translate("NetPage", "function"),
        "start": translate("NetPage", "start"),
        "signal": translate("NetPage", "signal"),
        "gradient": translate("NetPage", "gradient"),
        "parameters": translate("NetPage", "parameters"),
        "multiply_adds": translate("NetPage", "multiply-adds"),
    }[row]


def row_tip(row: str) -> str:
    """What the numbers of a row mean."""
    return {
        "number": translate("NetPage", "Units, maps, or the share that is dropped"),
        "window": translate("NetPage", "How large a piece of the picture one value is made from"),
        "function": translate("NetPage", "What bends each value; without one, layers in a row are but one"),
        "start": translate(
            "NetPage", "How the weights are drawn before the first step, of n inputs and m outputs; "
            "a lock freezes them"
        ),
        "signal": translate(
            "NetPage", "How much what comes out differs from example to example before the first step, as a "
            "deviation; each quarter of the bar is a factor of about 60"
        ),
        "gradient": translate(
            "NetPage", "How large the gradient of the loss is when it arrives here before the first step; "
            "each quarter of the bar is a factor of about 60"
        ),
        "parameters": translate("NetPage", "Numbers that are learned"),
        "multiply_adds": translate("NetPage", "Multiplications with a weight to answer for one example"),
    }[row]  # fmt: skip


def size_text(block: Block) -> str:
    """The number that is changed most often."""
    plain = block.layer.to_dict()
    if block.kind == "dense":
        return f"{plain['n_out']:,}"
    if block.kind == "conv2d":
        return f"{plain['channels']:,}"
    if block.kind == "dropout":
        return f"{100 * plain['rate']:.0f}\N{NARROW NO-BREAK SPACE}%"
    if block.kind in ("max_pool", "avg_pool"):
        return f"{plain['size']}×{plain['size']}"
    return ""


def window_text(block: Block) -> str:
    """Of a convolution the window, of a pooling which it is."""
    plain = block.layer.to_dict()
    if block.kind == "conv2d":
        step = f"/{plain['stride']}" if plain["stride"] != 1 else ""
        return f"{plain['kernel']}×{plain['kernel']}{step}"
    if block.kind == "max_pool":
        return translate("NetPage", "largest")
    return translate("NetPage", "mean") if block.kind == "avg_pool" else ""


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = translate(
        "NetPage",
        "A net is a stack: each layer multiplies what it gets with its weights and hands on what a function "
        "makes of the sums. Nobody computes how many layers a task needs, how wide and with which function: "
        "it is tried. Here the stack is put together by hand. What it will cost, and how far signals come "
        "through it before it has learned anything, is known before the first step.",
    )
    tries = (
        (translate("NetPage", "Watch the signal fade in ten sigmoid layers"), "fade"),
        (translate("NetPage", "Begin with all weights zero"), "zeros"),
        (translate("NetPage", "Learn a trained net further, all but its last layer frozen"), "further"),
    )
    notice = translate(
        "NetPage",
        "Most parameters sit in the dense layer behind a picture, most multiplications in the convolutions. "
        "A gradient that arrives at the first layer ten thousand times smaller than at the last moves "
        "nothing there: for years that kept deep nets from learning. And two layers without a function "
        "between them are one layer, however many parameters they have.",
    )
    return ExplanationText(idea, tries, notice)
