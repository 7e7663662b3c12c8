"""A formula as text: for people, for LaTeX, and for Python with NumPy, where it can be run."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from neuroviz.sims.expression import (
    Call,
    Digits,
    Known,
    Node,
    Number,
    Place,
    Sum,
    Var,
    children,
    digits,
    inside_out,
)
from neuroviz.sims.program import Program, put_in

MINUS = "\N{MINUS SIGN}"
SYMBOLS = {"sigmoid": "σ", "tanh": "tanh", "relu": "relu", "leaky_relu": "leaky", "gelu": "gelu",
           "softmax": "softmax", "layer_norm": "norm", "max_pool": "max", "avg_pool": "mean"}  # fmt: skip
"""What a function is called in a formula."""

_SUBSCRIPTS = str.maketrans("0123456789,", "₀₁₂₃₄₅₆₇₈₉,")
_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PYTHON = {
    "relu": "def relu(z):\n    return np.maximum(z, 0)\n",
    "sigmoid": "def sigmoid(z):\n    return 0.5 * (1 + np.tanh(0.5 * z))\n",
    "leaky_relu": "def leaky(z, slope):\n    return np.maximum(z, slope * z)\n",
    "gelu": ("def gelu(z):\n"
             "    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z * z * z)))\n"),
    "softmax": ("def softmax(*z):\n    e = np.exp(np.array(z) - np.max(z, axis=0))\n"
                "    return e / e.sum(axis=0)\n"),
    "layer_norm": ("def norm(*z):\n    z = np.array(z)\n"
                   "    return (z - z.mean(axis=0)) / np.sqrt(z.var(axis=0) + 1e-5)\n"),
    "max_pool": "def largest(*z):\n    return np.max(z, axis=0)\n",
    "avg_pool": "def mean(*z):\n    return np.mean(z, axis=0)\n",
}  # fmt: skip
_PYTHON_NAMES = {"tanh": "np.tanh", "leaky_relu": "leaky", "layer_norm": "norm", "max_pool": "largest",
                 "avg_pool": "mean"}  # fmt: skip


@dataclass(frozen=True)
class _Style:
    """How names, numbers and functions are written; number: the size alone, without its sign."""

    name: Callable[[str, tuple[int, ...]], str]
    number: Callable[[float], str]
    times_name: str
    times: str
    minus: str
    call: Callable[[Call, tuple[str, ...]], str]


def plain_digits(found: Digits) -> str:
    """A number as people write it, without its sign."""
    if found.power is None:
        return found.body
    return f"{found.body}·10{str(found.power).translate(_POWERS)}"


def plain(program: Program, at: Place | None) -> str:
    """One formula for the value at `at`, or, with None, a line for each value."""
    return "\n".join(f"{name} = {text}" for name, text in _lines(program, at, _PLAIN))


def filled(program: Program, at: Place, values: Mapping[Place, float]) -> str:
    """How the value at `at` comes about from those it is made of: tanh(−1.29·0.300 + 1.43) = 0.280.

    Empty for a place that is no part of the program, or for values that are not there.
    """
    for one in program.defs.values():
        for part in inside_out(one.expr):
            if part.at == at and at in values:
                inner = [child for child in children(part) if not isinstance(child, Known)]
                known = {child.at: values[child.at] for child in inner}
                text = _text(put_in(part, known), program, _PLAIN)
                size = plain_digits(digits(abs(values[at])))
                return f"{text} = {MINUS if values[at] < 0 else ''}{size}"
    return ""


def latex(program: Program, at: Place | None) -> str:
    """The same for LaTeX, within an aligned environment."""
    rows = [f"{name} &= {text}" for name, text in _lines(program, at, _LATEX)]
    return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"


def python(program: Program, at: Place | None) -> str:
    """A function `net` of numbers, or of arrays of one shape, with all digits of the weights."""
    nodes = [one.expr for one in (program.needed(at) if at is not None else program.defs.values())]
    kinds = {part.kind for node in nodes for part in inside_out(node) if isinstance(part, Call)}
    helpers = [text for kind, text in _PYTHON.items() if kind in kinds]
    names = [_python_name("x", (k + 1,)) for k in range(program.n_inputs)]
    rows = [f"    {name} = {text}" for name, text in _lines(program, at, _NUMPY)]
    wanted = program.outputs if at is None else (program.defs[at],)
    answer = ", ".join(_python_name(one.letter, one.index) for one in wanted)
    body = "\n".join([f"def net({', '.join(names)}):", *rows, f"    return {answer}"])
    return "\n\n".join(["import numpy as np\n", *helpers, body + "\n"])


def _lines(program: Program, at: Place | None, style: _Style) -> list[tuple[str, str]]:
    if at is not None:
        one = program.defs[at]
        return [(style.name(one.letter, one.index), _text(put_in(one.expr, {}, program), program, style))]
    return [
        (style.name(one.letter, one.index), _text(one.expr, program, style)) for one in program.defs.values()
    ]


def _text(node: Node, program: Program, style: _Style) -> str:
    if isinstance(node, Var):
        return style.name(*program.name(node.at))
    if isinstance(node, Known):
        return _signed(node.value, style)
    if isinstance(node, Call):
        return style.call(node, tuple(_text(one, program, style) for one in node.args))
    text = ""
    for term in node.terms:
        factor = None if term.factor is None else _text(term.factor, program, style)
        if isinstance(term.factor, Sum) or (isinstance(term.factor, Known) and term.factor.value < 0):
            factor = f"({factor})"
        negative = term.weight is not None and _is_negative(term.weight)
        sign = style.minus if negative else ""
        text += f" {sign or '+'} " if text else sign
        if term.weight is None:
            text += factor or ""
        else:
            size = style.number(abs(term.weight.value))
            between = style.times_name if isinstance(term.factor, Var) else style.times
            text += size if factor is None else f"{size}{between}{factor}"
    return text


def _is_negative(number: Number) -> bool:
    return number.value < 0


def _signed(value: float, style: _Style) -> str:
    return f"{style.minus}{style.number(-value)}" if value < 0 else style.number(value)


# -- for people ------------------------------------------------------------------------------------


def plain_name(letter: str, index: tuple[int, ...]) -> str:
    """A name with its index below the line."""
    return letter + ",".join(map(str, index)).translate(_SUBSCRIPTS)


def symbol(call: Call) -> str:
    """What the function of a call is written as."""
    return SYMBOLS.get(call.kind, call.kind)


def _plain_call(call: Call, args: tuple[str, ...]) -> str:
    index = "" if call.index is None else str(call.index + (call.kind != "softmax")).translate(_SUBSCRIPTS)
    return f"{symbol(call)}{index}({', '.join(args)})"


_PLAIN = _Style(plain_name, lambda v: plain_digits(digits(v)), "", "·", MINUS, _plain_call)

# -- for LaTeX -------------------------------------------------------------------------------------


def _latex_name(letter: str, index: tuple[int, ...]) -> str:
    return f"{letter}_{{{','.join(map(str, index))}}}" if index else letter


def _latex_number(value: float) -> str:
    found = digits(value)
    body = {"NaN": "\\mathrm{NaN}", "∞": "\\infty"}.get(found.body, found.body)
    return body if found.power is None else f"{body}\\cdot 10^{{{found.power}}}"


def _latex_call(call: Call, args: tuple[str, ...]) -> str:
    names = {"sigmoid": "\\sigma", "tanh": "\\tanh", "max_pool": "\\max"}
    name = names.get(call.kind, f"\\operatorname{{{symbol(call)}}}")
    index = "" if call.index is None else f"_{{{call.index + (call.kind != 'softmax')}}}"
    return f"{name}{index}\\left({', '.join(args)}\\right)"


_LATEX = _Style(_latex_name, _latex_number, "\\,", "\\cdot ", "-", _latex_call)

# -- for Python ------------------------------------------------------------------------------------


def _python_name(letter: str, index: tuple[int, ...]) -> str:
    return letter + "_".join(map(str, index))


def python_number(value: float) -> str:
    """The shortest text that gives the same float32 again."""
    if math.isnan(value):
        return "np.nan"
    if math.isinf(value):
        return "np.inf"
    return str(np.float32(value))


def _python_call(call: Call, args: tuple[str, ...]) -> str:
    slope = f", {call.slope!r}" if call.kind == "leaky_relu" else ""
    which = "" if call.index is None else f"[{call.index}]"
    return f"{_PYTHON_NAMES.get(call.kind, call.kind)}({', '.join(args)}{slope}){which}"


_NUMPY = _Style(_python_name, python_number, " * ", " * ", "-", _python_call)
