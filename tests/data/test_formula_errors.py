"""What is no formula: told by id and place, whatever was typed; and nothing typed reaches Python."""

from __future__ import annotations

import builtins
import keyword
import sys

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from neuroviz.data.formula import Formula, FormulaError, parse
from neuroviz.data.formula_functions import CONSTANTS, NAMES
from neuroviz.data.formula_parser import DEEPEST, LARGEST
from neuroviz.data.formula_text import LONGEST

IDS = {
    "empty", "too_long", "too_deep", "too_many", "too_large", "bad_number", "bad_character", "unknown_name",
    "not_two_variables", "no_parentheses", "wrong_count", "unclosed", "unopened", "unexpected", "unfinished",
    "ambiguous",
}  # fmt: skip


def error_of(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "id", "position", "facts"),
    [
        ("", "empty", 0, {}),
        (" \n\t\u3000", "empty", 0, {}),
        ("x" * 1001, "too_long", 1000, {"length": 1001, "limit": 1000}),
        ("1e999 x", "too_large", 0, {"found": "1e999"}),
        ("x + " + "9" * 400, "too_large", 4, {"found": "9" * 400}),
        ("x + 1.2.3", "bad_number", 4, {"found": "1.2."}),
        ("1..2", "bad_number", 0, {"found": "1.."}),
        ("x + $", "bad_character", 4, {"found": "$"}),
        ("x + 1²·.", "bad_character", 7, {"found": "."}),
        ("2 + zeta", "unknown_name", 4, {"name": "zeta", "suggestion": ""}),
        ("2 + sni(x)", "unknown_name", 4, {"name": "sni", "suggestion": "sin"}),
        ("x2", "unknown_name", 0, {"name": "x2", "suggestion": ""}),
        ("arctan(x)", "unknown_name", 0, {"name": "arctan", "suggestion": "atan"}),
        ("x + z", "not_two_variables", 4, {"name": "z"}),
        ("f(x)", "not_two_variables", 0, {"name": "f"}),
        ("1 + sin x", "no_parentheses", 4, {"name": "sin"}),
        ("exp", "no_parentheses", 0, {"name": "exp"}),
        ("sin^-1(x)", "no_parentheses", 0, {"name": "sin"}),
        ("sin⁻¹(x)", "no_parentheses", 0, {"name": "sin"}),
        ("x + sin()", "wrong_count", 4, {"name": "sin", "count": 0, "least": 1, "most": 1}),
        ("sin(x, y)", "wrong_count", 0, {"name": "sin", "count": 2, "least": 1, "most": 1}),
        ("min(x)", "wrong_count", 0, {"name": "min", "count": 1, "least": 2, "most": LONGEST}),
        ("hypot(x, y, 1)", "wrong_count", 0, {"name": "hypot", "count": 3, "least": 2, "most": 2}),
        ("2(x + (y - 1)", "unclosed", 1, {}),
        ("sin(x", "unclosed", 3, {}),
        ("x + y)", "unopened", 5, {}),
        (")", "unopened", 0, {}),
        ("(x))", "unopened", 3, {}),
        ("()", "unexpected", 1, {"found": ")"}),
        ("x 2", "unexpected", 2, {"found": "2"}),
        ("(x)2", "unexpected", 3, {"found": "2"}),
        ("2 3", "unexpected", 2, {"found": "3"}),
        ("x // y", "unexpected", 3, {"found": "/"}),
        ("x * / y", "unexpected", 4, {"found": "/"}),
        ("x, y", "unexpected", 1, {"found": ","}),
        ("(x, y)", "unexpected", 2, {"found": ","}),
        ("min(x,,y)", "unexpected", 6, {"found": ","}),
        ("x² ³", "unexpected", 3, {"found": "³"}),
        ("²x", "unexpected", 0, {"found": "²"}),
        ("x +  ", "unfinished", 3, {"after": "+"}),
        ("x^", "unfinished", 2, {"after": "^"}),
        ("(x +", "unfinished", 4, {"after": "+"}),
        ("(", "unfinished", 1, {"after": "("}),
        ("1/2x", "ambiguous", 3, {"of": "division", "found": "x"}),
        ("6/2(1+2)", "ambiguous", 3, {"of": "division", "found": "("}),
        ("1/xy", "ambiguous", 3, {"of": "division", "found": "y"}),
        ("e^2x", "ambiguous", 3, {"of": "power", "found": "x"}),
        ("x^2y", "ambiguous", 3, {"of": "power", "found": "y"}),
        ("x^-2(y)", "ambiguous", 4, {"of": "power", "found": "("}),
        ("x²^3", "ambiguous", 2, {"of": "power", "found": "^"}),
        ("×ｘ", "unexpected", 0, {"found": "*"}),
        ("πｘ＋？", "bad_character", 3, {"found": "？"}),
    ],
)
def test_told_by_id_and_place(text: str, id: str, position: int, facts: dict[str, int | str]) -> None:
    error = error_of(text)
    assert (error.id, error.position, error.facts) == (id, position, facts)


def test_limits() -> None:
    nested = "(" * DEEPEST + "x" + ")" * DEEPEST
    assert parse(nested).value(2.0, 0.0) == 2.0
    assert (error_of(f"({nested})").id, error_of(f"({nested})").position) == ("too_deep", DEEPEST)
    for one in ("sin(" * 200, "x^" * 200, "x^-" * 200, "min(1,(" * 100, "(" * 1000):
        assert error_of(one).id == "too_deep"
    assert parse("+".join("x" * LARGEST)).value(1.0, 0.0) == LARGEST
    assert error_of("+".join("x" * (LARGEST + 2))).id == "too_many"
    assert error_of("min(" + ",".join("x" * (LARGEST + 2)) + ")").id == "too_many"
    assert parse("min(" + ",".join("xy" * 150) + ")").value(1.0, 2.0) == 1.0
    assert error_of("x" * LONGEST).id == "too_many"
    assert parse("-" * (LONGEST - 1) + "x").value(1.0, 0.0) == -1.0


@pytest.mark.parametrize(
    "piece", ["(", ")", "x", "x+", "-", "9**", "sin(", "min(x,", "9", "²", "x^", "[", "é", "\0"]
)
def test_a_hundred_thousand_characters(piece: str) -> None:
    assert error_of((piece * 100_000)[:100_000]).id == "too_long"


# -- no way to Python -----------------------------------------------------------------------------------

ATTEMPTS = [
    "__import__('os').system('true')", "().__class__.__bases__[0].__subclasses__()", "x.__class__",
    "x.real", "(1).__class__", "1 .real", "x[0]", "x[()]", "[x for x in (1,2)]", "{x}", "{x: y}",
    "lambda: 0", "(lambda x: x)(y)", "(x := 1)", "x if y else 1", "x and y", "not x", "x < y", "x == y",
    "x = y", "f'{x}'", "'x'", '"x"', "b'x'", "sin(x=1)", "sin(*x)", "sin(**x)", "min(x, key=y)", "eval(x)",
    "exec(x)", "open(x)", "getattr(x, y)", "sin.x", "sin.__globals__", "np.exp(x)", "numpy", "os", "sys",
    "self", "__builtins__", "__name__", "_", "x_", "_x", "x;y", "x\\\ny", "x#y", "x@y", "x%y", "x&y", "x|y",
    "~x", "!x", "x!", "x<<y", "`x`", "await x", "yield", "print(x)", "import os", "...", "x...y", "1_000",
    "0x10", "0b1", "1j", "1jx", "None", "True", "globals()", "breakpoint()", "ｅｖａｌ（ｘ）",
    "＿＿ｉｍｐｏｒｔ＿＿（ｘ）", "𝐬𝐢𝐧(x)", "𝓮𝓿𝓪𝓵(x)", "ℯ^x", "ſin(x)", "Ｋ", "K", "sİn(x)", "ªx",
    "x\u200by", "x\u202ey", "х", "е", "٣x", "①", "½x", "x\ud800", "\ufeff", "x\x00", "x‥y", "∑x", "∞",
    "sin‿(x)", "|x|", "x→y", "%s", "{0.__class__}", "${x}", "number", "raise", "negative", "number(1)",
    "raise(x)", "negative(x)", "sum(x)",
]  # fmt: skip


@pytest.mark.parametrize("text", ATTEMPTS)
def test_attempts_are_refused(text: str) -> None:
    can_be_shown(error_of(text), text)


def test_no_word_of_python_is_a_name() -> None:
    words = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins), *dir(object), *sys.stdlib_module_names}
    for name in words:
        if name.lower() not in {*NAMES, *CONSTANTS}:
            assert error_of(name).id in IDS
            assert error_of(f"{name}(x)").id in IDS


def test_steps_are_nothing_but_arithmetic() -> None:
    known = {"number", "x", "y", "negative", "raise", *"+-*/^", *NAMES}
    formula = parse("2x^y + min(x, -y, sin(x)^3, 2)/y - hypot(x, y)")
    assert {step.name for step in formula.program.steps} <= known


# -- anything that can be typed -------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "x", "y", "2", "1.5", ".5", "1e3", "9", "pi", "e", "π", "+", "-", "*", "/", "^", "**", "(", ")",
        ",", " ", "²", "⁻¹", "sin(", "cos(", "min(", "hypot(", "sqrt(", "√(", "ln", "abs(", "z", "_", ".",
        "x^", "（", "，", "×", "exp(", "max(x,",
    ]
)  # fmt: skip


def can_be_shown(error: FormulaError, text: str) -> None:
    assert error.id in IDS
    assert 0 <= error.position <= len(text)
    assert all(isinstance(fact, int | str) for fact in error.facts.values())


def held(text: str) -> None:
    """A formula that can be computed, or an error that can be shown. Warnings are errors here."""
    try:
        formula = parse(text)
    except FormulaError as error:
        can_be_shown(error, text)
        return
    x, y = np.meshgrid([-2.0, 0.0, 0.5, 1e200, np.nan], [-1.5, 0.0, 3.0, np.inf])
    found = formula.jet(x, y)
    assert all(part.shape == x.shape for part in found)
    np.testing.assert_array_equal(formula.value(x, y), found[0])
    assert isinstance(parse(text), Formula)


@given(st.text(max_size=1100))
@settings(max_examples=300)
@example("(" * 1000)
@example("x^" * 500)
@example("9**" * 300 + "9")
@example("-(" * 39 + "x" + ")" * 39)
@example("(9^9^9-9^9^9)x")
def test_any_text(text: str) -> None:
    held(text)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=800)
def test_any_order_of_words(text: str) -> None:
    held(text)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes(raw: bytes) -> None:
    held(raw.decode("latin-1"))
    held(raw.decode("utf-8", "surrogateescape"))


@given(st.sampled_from(["sin(3x)cos(2y) + x²/4", "min(x, y, hypot(x, 2)) - e^(-x^2)"]), st.data())
@settings(max_examples=200)
def test_one_slip_of_the_hand(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    typed = data.draw(st.characters() | PIECES)
    held(text[:at] + typed + text[at:])
    held(text[:at] + typed + text[at + 1 :])
    held(text[:at])
