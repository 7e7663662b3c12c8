"""Typed formulas: what they mean, and that their derivatives are exact."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from neuroviz.data.formula import DOMAIN, Formula, FormulaError, parse
from neuroviz.data.formula_functions import BINARY, CONSTANTS, FOLDED, NAMES, UNARY

Real = Callable[[float, float], float]


# -- meaning --------------------------------------------------------------------------------------------

MEANINGS: list[tuple[str, Real]] = [
    ("x^2 + y^2", lambda x, y: x * x + y * y),
    ("x**2 - -y", lambda x, y: x * x + y),
    ("-x^2", lambda x, y: -(x * x)),
    ("2^3^2 + x - x", lambda x, y: 512.0),
    ("x - y - 1", lambda x, y: x - y - 1),
    ("x / y / 2", lambda x, y: x / y / 2),
    ("x / y * 2", lambda x, y: x / y * 2),
    ("2^-x", lambda x, y: 2.0**-x),
    ("-+--x", lambda x, y: -x),
    ("2x", lambda x, y: 2 * x),
    ("3(x+1)", lambda x, y: 3 * (x + 1)),
    ("(x+1)(y-1)", lambda x, y: (x + 1) * (y - 1)),
    ("x(y+1)", lambda x, y: x * (y + 1)),
    ("x y", lambda x, y: x * y),
    ("xy", lambda x, y: x * y),
    ("xyx", lambda x, y: x * y * x),
    ("xy^2", lambda x, y: x * y * y),
    ("x²y", lambda x, y: x * x * y),
    ("2x²y³", lambda x, y: 2 * x**2 * y**3),
    ("x⁻¹ + x¹⁰", lambda x, y: 1 / x + x**10),
    ("x^(2)y", lambda x, y: x * x * y),
    ("x^2*y", lambda x, y: x * x * y),
    ("2pi x", lambda x, y: 2 * math.pi * x),
    ("2πx·y", lambda x, y: 2 * math.pi * x * y),
    ("2e", lambda x, y: 2 * math.e),
    ("2e3 + 2e-1", lambda x, y: 2000.2),
    ("1.5E2x", lambda x, y: 150 * x),
    (".5x + 1.", lambda x, y: 0.5 * x + 1),
    ("2sin(x)cos(y)", lambda x, y: 2 * math.sin(x) * math.cos(y)),
    ("sin²(x) + cos^2(x)", lambda x, y: 1.0),
    ("x × y − 3 ÷ 2", lambda x, y: x * y - 1.5),
    ("ｓｉｎ（ｘ）＋２＊Ｙ，"[:-1], lambda x, y: math.sin(x) + 2 * y),
    ("hypot（x，y）", math.hypot),
    ("√(x) + Sqrt(Y)", lambda x, y: math.sqrt(x) + math.sqrt(y)),
    ("x\u3000+\u00a0y\n", lambda x, y: x + y),
    ("min(x, y, 1) + max(x, 2)", lambda x, y: min(x, y, 1) + max(x, 2)),
    ("atan2(y, x)", lambda x, y: math.atan2(y, x)),
    ("log(x) - ln(x) + log2(8) + log10(100)", lambda x, y: 5.0),
    ("x^y", lambda x, y: x**y),
    ("e^(xy)", lambda x, y: math.exp(x * y)),
    ("x^sin(y)x", lambda x, y: x ** math.sin(y) * x),
    ("floor(3x) + ceil(y) + sign(-x)", lambda x, y: math.floor(3 * x) + math.ceil(y) - 1),
    ("sigmoid(x) + relu(-x) + softplus(y)", lambda x, y: 1 / (1 + math.exp(-x)) + math.log1p(math.exp(y))),
    ("((((x))))", lambda x, y: x),
    ("x/2*3y", lambda x, y: x / 2 * 3 * y),
]


@pytest.mark.parametrize(("text", "real"), MEANINGS, ids=[text for text, _ in MEANINGS])
def test_what_it_means(text: str, real: Real) -> None:
    formula = parse(text)
    assert formula.text == text
    for x, y in ((0.7, 1.3), (1.9, 0.4), (2.5, 2.5)):
        assert formula.value(x, y) == pytest.approx(real(x, y), rel=1e-14)


def test_equal_by_what_was_typed() -> None:
    assert parse("x + y") == parse("x + y")
    assert parse("x + y") != parse("y + x")
    uses = ["".join(sorted(parse(text).uses)) for text in ("x y", "2x", "3", "x - x")]
    assert uses == ["xy", "x", "", "x"]


def test_every_name_is_known() -> None:
    for name in NAMES:
        n = 1 if name in UNARY else 2
        assert parse(f"{name}({','.join('xy'[:n])})").uses
    assert len(set(NAMES) | set(CONSTANTS)) == len(UNARY) + len(BINARY) + len(FOLDED) + 2


# -- derivatives ----------------------------------------------------------------------------------------

SMOOTH = [
    "sin(x y)", "cos(x - y²)", "tan(x/3 + y/4)", "asin(x y / 9)", "acos(x/4 - y/5)", "atan(x y)",
    "sinh(x - y)", "cosh(x y/2)", "tanh(2x - y)", "exp(-x² - y)", "ln(x + y²)", "log2(x y)",
    "log10(x + 3y)", "sqrt(x + 2y)", "cbrt(x - 5y)", "abs(x - 7y)", "sigmoid(3x - y)", "relu(x y)",
    "softplus(2x y - 3)", "hypot(x, 2y)", "hypot(x y, 3)", "atan2(y, x)", "atan2(2, x y)", "min(x², 9 + y)",
    "max(x y, x - 5)", "x^y", "(x+y)^(x-y)", "2^(x y)", "e^(x - y)", "x^2.5*y^-1.5", "x^5 - y^-2", "x^33",
    "x / (y² + 1)", "(x - y) / 4", "x y / (x - 9)", "x^0 + y^1", "sin(sin(sin(x + y)))", "floor(x) y²",
    "(x y)^(1/3)", "-(x y)", "x - (y - x y)", "1 - x", "3 / x", "floor(9.5) ^ (x y)", "(x^2 + 1)^sin(y)",
]  # fmt: skip


def check_derivatives(formula: Formula, x: np.ndarray, y: np.ndarray, tolerance: float = 1e-6) -> None:
    """Against central differences; and the same for each order."""
    f, gx, gy, hxx, hxy, hyy = formula.jet(x, y)
    h = 1e-5
    for i, (dx, dy) in enumerate(((h, 0.0), (0.0, h))):
        up, down = formula.jet(x + dx, y + dy), formula.jet(x - dx, y - dy)
        slope = (up[0] - down[0]) / (2 * h)
        scale = 1.0 + np.abs(f) + np.abs(gx) + np.abs(gy) + np.abs(hxx) + np.abs(hxy) + np.abs(hyy)
        assert np.max(np.abs(slope - (gx, gy)[i]) / scale) < tolerance
        for k, wanted in ((1, (hxx, hxy)[i]), (2, (hxy, hyy)[i])):
            assert np.max(np.abs((up[k] - down[k]) / (2 * h) - wanted) / scale) < tolerance
    np.testing.assert_array_equal(formula.value(x, y), f)
    np.testing.assert_array_equal(formula.gradient(x, y), (gx, gy))
    np.testing.assert_array_equal(formula.hessian(x, y), (hxx, hxy, hyy))


@pytest.mark.parametrize("text", SMOOTH)
def test_derivatives(text: str) -> None:
    rng = np.random.default_rng(5)
    check_derivatives(parse(text), rng.uniform(0.5, 2.4, 300), rng.uniform(0.5, 2.4, 300), 2e-6)


LEAVES = st.sampled_from(["x", "y", "0.5", "2", "pi"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.sampled_from(["sin", "cos", "tanh", "atan", "sigmoid", "softplus", "abs", "relu", "-"])
    two = st.sampled_from(
        ["{}+{}", "{}-{}", "{}*{}", "{}/(2+{}^2)", "hypot(3,{})*{}", "min({},{})", "max({},{})"]
    )
    return (
        st.builds(lambda name, a: f"{name}({a})", one, inner)
        | st.builds(lambda form, a, b: form.format(f"({a})", f"({b})"), two, inner, inner)
        | st.builds(lambda a, n: f"({a})^{n}", inner, st.integers(0, 3))
    )


@given(st.recursive(LEAVES, _larger, max_leaves=8), st.integers(0, 1000))
@settings(max_examples=150)
def test_derivatives_of_any_formula(text: str, seed: int) -> None:
    formula = parse(text)
    x, y = np.random.default_rng(seed).uniform(-1.5, 1.5, (2, 20))
    jets = [np.array(formula.jet(x + dx, y + dy)) for dx in (-1e-4, 0, 1e-4) for dy in (-1e-4, 0, 1e-4)]
    # Not across a kink, where differences tell nothing, nor where rounding eats them.
    smooth = np.all([np.abs(one[1:] - jets[4][1:]).max(axis=0) < 0.1 for one in jets], axis=0)
    smooth &= np.abs(jets[4]).max(axis=0) < 1e3
    assume(smooth.any())
    check_derivatives(formula, x[smooth], y[smooth], 1e-4)


def test_derivatives_against_autograd() -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch's derivatives of derivatives")
    xs, ys = np.random.default_rng(2).uniform(0.3, 2.0, (2, 50))
    spelled = {
        "sin(x y) tanh(x - y)": lambda x, y: torch.sin(x * y) * torch.tanh(x - y),
        "x^y + hypot(x, y)": lambda x, y: x**y + torch.hypot(x, y),
        "exp(-x²) / (1 + y²)": lambda x, y: torch.exp(-x * x) / (1 + y * y),
        "softplus(x y) atan2(y, x)": lambda x, y: torch.nn.functional.softplus(x * y) * torch.atan2(y, x),
        "ln(x + y) sigmoid(x y) - sqrt(x) y^1.5": lambda x, y: (
            torch.log(x + y) * torch.sigmoid(x * y) - torch.sqrt(x) * y**1.5
        ),
    }
    for text, function in spelled.items():
        x, y = (torch.tensor(one, requires_grad=True) for one in (xs, ys))
        f = function(x, y)
        gx, gy = torch.autograd.grad(f.sum(), (x, y), create_graph=True)
        hxx, hxy = torch.autograd.grad(gx.sum(), (x, y), retain_graph=True)
        hyy = torch.autograd.grad(gy.sum(), y)[0]
        for found, wanted in zip(parse(text).jet(xs, ys), (f, gx, gy, hxx, hxy, hyy), strict=True):
            np.testing.assert_allclose(found, wanted.detach().numpy(), rtol=1e-10, atol=1e-12)


# -- kinks, poles, and what is no real number -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "jet"),
    [
        ("abs(x)", (0, 1), (0, 0, 0, 0, 0, 0)),
        ("relu(2x)", (0, 1), (0, 1, 0, 0, 0, 0)),
        ("max(x, y)", (1, 1), (1, 0.5, 0.5, 0, 0, 0)),
        ("min(x², x²)", (3, 0), (9, 6, 0, 2, 0, 0)),
        ("min(x, 1)", (1, 0), (1, 0.5, 0, 0, 0, 0)),
        ("hypot(x, y)", (0, 0), (0, 0, 0, 0, 0, 0)),
        ("x^y", (0, 3), (0, 0, 0, 0, 0, 0)),
        ("x^2", (0, 0), (0, 0, 0, 2, 0, 0)),
        ("0^x", (2, 0), (0, 0, 0, 0, 0, 0)),
        ("x^0", (0, 0), (1, 0, 0, 0, 0, 0)),
        ("sqrt(x)", (0, 0), (0, np.inf, 0, -np.inf, 0, 0)),
        ("1/x", (0, 0), (np.inf, -np.inf, 0, np.inf, 0, 0)),
        ("tanh(x)", (30, 0), (1, 4 * np.exp(-60), 0, -8 * np.exp(-60), 0, 0)),
        ("sigmoid(-x)", (800, 0), (0, 0, 0, 0, 0, 0)),
        ("softplus(x)", (1000, 0), (1000, 1, 0, 0, 0, 0)),
        ("9**9**9", (0, 0), (np.inf, 0, 0, 0, 0, 0)),
        ("x + 10^400", (0, 0), (np.inf, 1, 0, 0, 0, 0)),
        ("atan2(x, y)", (0, -1), (0 + np.pi, -1, 0, 0, -1, 0)),
    ],
)
def test_at_special_points(text: str, at: tuple[float, float], jet: tuple[float, ...]) -> None:
    assert [float(part) for part in parse(text).jet(*at)] == pytest.approx(list(jet), rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "sqrt(x)", "ln(x)", "x^0.5", "x^1.5", "x^y", "x^(1/3)", "(-8)^(1/3) + x", "asin(x - 3)", "0/0 + x",
        "x/0 - x/0", "log(x)^3", "(-2)^y", "sqrt(ln(x)^2)", "min(ln(x), 1)", "tan(9^9^9)*x", "0ln(x)",
        "floor(ln(x))",
    ],
)  # fmt: skip
def test_what_has_no_real_value_is_nan_with_all_its_derivatives(text: str) -> None:
    for part in parse(text).jet(np.full(3, -2.0), np.full(3, 2.0)):
        assert np.isnan(part).all()
    # Also at a single point, and beside points that have one.
    assert np.isnan(parse(text).hessian(-2.0, 2.0)).all()


EXTREMES = np.array(
    [0.0, -0.0, 1.0, -1.0, 5e-324, 1e-200, 3.7, -800.0, 1e160, -1e308, np.inf, -np.inf, np.nan]
)


@pytest.mark.parametrize("text", [*SMOOTH, *(text for text, _ in MEANINGS)])
def test_never_a_warning(text: str) -> None:
    """Warnings are errors here."""
    x, y = np.meshgrid(EXTREMES, EXTREMES)
    formula = parse(text)
    parts = formula.jet(x, y)
    assert all(part.shape == x.shape and part.dtype == np.float64 for part in parts)
    lost = np.isnan(parts[0])
    assert all(np.isnan(part[lost]).all() for part in parts)
    formula.surface()


# -- shapes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["sin(3x)cos(2y) + xy", "x²", "y", "7", "max(x, y)^2.5", "floor(x)"])
def test_shapes_broadcast(text: str) -> None:
    formula = parse(text)
    x, y = np.linspace(-2, 2, 211), np.linspace(-1.5, 1, 190)
    whole, apart = formula.jet(*np.meshgrid(x, y)), formula.jet(x[None], y[:, None])
    for i, (a, b) in enumerate(zip(whole, apart, strict=True)):
        assert a.shape == b.shape == (190, 211)
        np.testing.assert_array_equal(a, b)
        single = formula.jet(x[13], y[101])[i]
        assert single.shape == ()
        np.testing.assert_allclose(single, a[101, 13], rtol=1e-14)
        assert a.flags.writeable
    assert formula.value(np.zeros((0, 3)), 1.0).shape == (0, 3)
    assert formula.value([1, 2], [[1], [2]]).shape == (2, 2)
    big = np.linspace(-1, 1, 30_000)
    np.testing.assert_array_equal(formula.value(big, 0.5)[::1000], formula.value(big[::1000], 0.5))


def test_what_was_given_is_not_what_comes_back() -> None:
    x = np.ones(4)
    parse("x").value(x, x)[:] = 5.0
    assert x.tolist() == [1.0] * 4


# -- surfaces -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["x² + 10y²", "sin(x) + cos(y)", "ln(x)", "sqrt(-1 - x²)", "3", "1/(x y)", "9^9^9", "exp(900x²)"]
)
def test_a_surface_of_it(text: str) -> None:
    one = parse(text).surface()
    assert (one.id, one.domain, one.text, one.minima, one.noise) == ("formula", DOMAIN, text, (), 0.0)
    assert 1e-6 <= one.rate <= 1.0
    x0, x1, y0, y1 = one.domain
    assert all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in one.starts)
    np.testing.assert_array_equal(one.value(1.0, 2.0), parse(text).value(1.0, 2.0))
    np.testing.assert_array_equal(one.hessian(1.0, 2.0), parse(text).hessian(1.0, 2.0))


def test_its_starts_have_a_height() -> None:
    one = parse("ln(x) + ln(y)").surface((-4.0, 2.0, -4.0, 2.0))
    assert np.isfinite([one.value(*start) for start in one.starts]).all()
    with pytest.raises(ValueError, match="domain"):
        parse("x").surface((1.0, 0.0, 0.0, 1.0))


def test_what_is_wrong_is_said_by_the_same_error() -> None:
    with pytest.raises(FormulaError):
        parse("x +")
