"""The formula of a net of any size, layer by layer with whole vectors, as text that can be run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import (
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    Layer,
    LayerNorm,
    LeakyReLU,
    Linear,
    MaxPool,
    Net,
)
from neuroviz.nn.arrays import Shape
from neuroviz.sims.formula_text import SYMBOLS, plain_name

_SAME = (Dropout, Linear)


@dataclass(frozen=True)
class Stage:
    """One layer as a function of all that comes from the one before.

    number: of its weights, counted from 1; 0: it has none. sort: "affine" W·h + b, "conv" W * h + b, "scale"
    g·h + s, "function". before, after, weights: shapes.
    """

    layer: int
    sort: str
    symbol: str
    number: int
    before: Shape
    after: Shape
    weights: Shape = ()


def stages_of(net: Net) -> tuple[Stage, ...]:
    """The layers that compute something, from the input to the answer."""
    found: list[Stage] = []
    number, before = 0, net.input_shape
    for i, (layer, after) in enumerate(zip(net.layers, net.shapes, strict=True)):
        sort = _sort(layer)
        if sort:
            number += sort != "function"
            name = "" if sort in ("affine", "conv") else SYMBOLS.get(layer.kind, layer.kind)
            weights = net.views(i)["w"].shape if sort in ("affine", "conv") else ()
            found.append(Stage(i, sort, name, number if sort != "function" else 0, before, after, weights))
        before = after
    return tuple(found)


def _sort(layer: Layer) -> str:
    if isinstance(layer, (*_SAME, Flatten)):
        return ""
    if isinstance(layer, Dense):
        return "affine"
    if isinstance(layer, Conv2d):
        return "conv"
    return "scale" if isinstance(layer, BatchNorm | Gate | LayerNorm) else "function"


def arrays_of(net: Net) -> dict[str, NDArray[np.float32]]:
    """Every parameter under the name the text gives it: W1, b1, …; g and s of what scales."""
    names = {
        "w": "W",
        "b": "b",
        "gain": "g",
        "factor": "g",
        "shift": "s",
        "held": "s",
        "mean": "m",
        "variance": "v",
    }
    found = {}
    for stage in stages_of(net):
        for name, values in net.views(stage.layer).items():
            found[f"{names[name]}{stage.number}"] = values
    return found


def layers_python(net: Net, file: str) -> str:
    """A function of a batch x (N, …) that reads its numbers from `file`, which holds `arrays_of`."""
    rows = [row for layer, stage in _with_stages(net) for row in _rows(layer, stage)]
    body = "\n".join(f"    {row}" for row in rows)
    needs_windows = any(isinstance(layer, Conv2d) for layer in net.layers)
    windows = "from numpy.lib.stride_tricks import sliding_window_view\n" if needs_windows else ""
    head = f'def net(x, p=None):\n    p = np.load("{file}") if p is None else p\n'
    return f"import numpy as np\n{windows}\n\n{head}{body}\n    return x\n"


def _with_stages(net: Net) -> list[tuple[Layer, Stage | None]]:
    found = {stage.layer: stage for stage in stages_of(net)}
    return [(layer, found.get(i)) for i, layer in enumerate(net.layers)]


def _rows(layer: Layer, stage: Stage | None) -> list[str]:  # noqa: PLR0911 - a table
    if isinstance(layer, Flatten):
        return ["x = x.reshape(len(x), -1)"]
    if stage is None:
        return []
    n = stage.number
    if isinstance(layer, Dense):
        return [f'x = x @ p["W{n}"] + p["b{n}"]']
    if isinstance(layer, Conv2d):
        pad, k, s = layer.padding, layer.kernel, layer.stride
        first = [f"x = np.pad(x, ((0, 0), (0, 0), ({pad}, {pad}), ({pad}, {pad})))"] if pad else []
        return [
            *first, f"x = sliding_window_view(x, ({k}, {k}), axis=(2, 3))[:, :, ::{s}, ::{s}]",
            f'x = np.einsum("ncijuv,kcuv->nkij", x, p["W{n}"]) + p["b{n}"][:, None, None]',
        ]  # fmt: skip
    beside = f"[(slice(None),) + (None,) * {len(stage.after) - 1}]"
    if isinstance(layer, BatchNorm):
        return [
            f'g = p["g{n}"] / np.sqrt(p["v{n}"] + 1e-5)',
            f'x = g{beside} * x + (p["s{n}"] - p["m{n}"] * g){beside}',
        ]
    if isinstance(layer, Gate):
        return [f'x = p["g{n}"]{beside} * x + p["s{n}"]{beside}']
    axes = tuple(range(1, len(stage.after) + 1))
    if isinstance(layer, LayerNorm):
        return [
            f"m, v = x.mean(axis={axes}, keepdims=True), x.var(axis={axes}, keepdims=True)",
            "x = (x - m) / np.sqrt(v + 1e-5)",
            f'x = p["g{n}"] * x + p["s{n}"]',
        ]
    if isinstance(layer, MaxPool | AvgPool):
        (c, rows, columns), k = stage.after, layer.size
        shape = f"len(x), {c}, {rows}, {k}, {columns}, {k}"
        how = "max" if isinstance(layer, MaxPool) else "mean"
        return [f"x = x[:, :, :{rows * k}, :{columns * k}].reshape({shape}).{how}(axis=(3, 5))"]
    return _functions(layer)


def _functions(layer: Layer) -> list[str]:
    slope = layer.slope if isinstance(layer, LeakyReLU) else 0.0
    return {
        "relu": ["x = np.maximum(x, 0)"],
        "tanh": ["x = np.tanh(x)"],
        "sigmoid": ["x = 0.5 * (1 + np.tanh(0.5 * x))"],
        "leaky_relu": [f"x = np.maximum(x, {slope!r} * x)"],
        "gelu": ["x = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))"],
        "softmax": [
            "x = np.exp(x - x.max(axis=1, keepdims=True))",
            "x = x / x.sum(axis=1, keepdims=True)",
        ],
    }[layer.kind]


def layers_plain(net: Net) -> str:
    """A line for each weight with its functions, h₁ = relu(W₁·x + b₁)."""
    return "\n".join(_chained(net, _plain_symbol, "·", " ∗ ", "{f}({x})"))


def layers_latex(net: Net) -> str:
    """The same for LaTeX."""
    rows = _chained(net, _latex_symbol, " ", " * ", "\\operatorname{{{f}}}\\left({x}\\right)")
    body = " \\\\\n".join(row.replace(" = ", " &= ", 1) for row in rows)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"


def _plain_symbol(letter: str, n: int) -> str:
    return plain_name(letter, (n,))


def _latex_symbol(letter: str, n: int) -> str:
    return f"{letter}_{{{n}}}"


def _chained(net: Net, symbol: Callable[[str, int], str], times: str, slides: str, call: str) -> list[str]:
    rows: list[str] = []
    now, at = "x", 0
    stages = stages_of(net)
    for k, stage in enumerate(stages):
        if stage.sort == "function":
            now = call.format(f=stage.symbol, x=now)
        else:
            scaled = stage.sort == "scale"
            held = call.format(f="norm", x=now) if stage.symbol == "norm" else now
            weight, bias = (
                symbol("g" if scaled else "W", stage.number),
                symbol("s" if scaled else "b", stage.number),
            )
            now = f"{weight}{slides if stage.sort == 'conv' else times}{held} + {bias}"
        if k == len(stages) - 1 or stages[k + 1].sort != "function":
            at += 1
            name = "y" if k == len(stages) - 1 else symbol("h", at)
            rows.append(f"{name} = {now}")
            now = name
    return rows or ["y = x"]
