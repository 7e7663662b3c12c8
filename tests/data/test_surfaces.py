"""Surfaces: exact derivatives, true minima, no warning anywhere, and the same function when typed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data.formula import parse
from neuroviz.data.minima import found_minima, with_minima
from neuroviz.data.surfaces import KNOBS, SURFACES, Functions, Knobs, Surface, surface

EVERY = pytest.mark.parametrize("id", SURFACES)


def some_points(one: Surface, n: int = 200, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    x0, x1, y0, y1 = one.domain
    rng = np.random.default_rng(seed)
    return rng.uniform(x0, x1, n), rng.uniform(y0, y1, n)


def differences(f: object, x: np.ndarray, y: np.ndarray, h: float = 1e-5) -> tuple[np.ndarray, np.ndarray]:
    """Central differences of f by x and y."""
    return (f(x + h, y) - f(x - h, y)) / (2 * h), (f(x, y + h) - f(x, y - h)) / (2 * h)  # type: ignore[operator]


def close(found: np.ndarray, wanted: np.ndarray, scale: np.ndarray) -> None:
    assert np.max(np.abs(found - wanted) / (1.0 + np.abs(scale))) < 2e-6


# -- derivatives ----------------------------------------------------------------------------------------


def check_derivatives(one: Surface, x: np.ndarray, y: np.ndarray) -> None:
    """Gradient and Hessian against central differences of value and gradient."""
    # The difference of two large values has lost digits in proportion to them.
    height, (gx, gy), (hxx, hxy, hyy) = np.abs(one.value(x, y)), one.gradient(x, y), one.hessian(x, y)
    for found, wanted in zip((gx, gy), differences(one.value, x, y), strict=True):
        close(found, wanted, height + np.abs(gx) + np.abs(gy))
    slope, bend = np.abs(gx) + np.abs(gy), np.abs(hxx) + np.abs(hyy)
    by_x = differences(lambda a, b: one.gradient(a, b)[0], x, y)
    by_y = differences(lambda a, b: one.gradient(a, b)[1], x, y)
    for found, wanted in zip((hxx, hxy, hxy, hyy), (*by_x, *by_y), strict=True):
        close(found, wanted, slope + bend)


@EVERY
def test_derivatives_everywhere(id: str) -> None:
    one = surface(id)
    check_derivatives(one, *some_points(one))


@given(st.floats(1, 1000), st.floats(0, 180), st.integers(0, 9999))
@settings(max_examples=25)
def test_derivatives_for_all_knobs(condition: float, angle: float, seed: int) -> None:
    for id in ("bowl", "hollows"):
        one = surface(id, Knobs(condition, angle, seed))
        check_derivatives(one, *some_points(one, 40, seed))


@EVERY
def test_the_typed_formula_is_the_same_function(id: str) -> None:
    """Two derivations that know nothing of each other: by hand, and by jets."""
    one = surface(id)
    formula = parse(one.text)
    x, y = some_points(one)
    by_hand = (one.value(x, y), *one.gradient(x, y), *one.hessian(x, y))
    for found, wanted in zip(formula.jet(x, y), by_hand, strict=True):
        assert np.max(np.abs(found - wanted) / (1.0 + np.abs(wanted))) < 1e-11


# -- minima ---------------------------------------------------------------------------------------------


def check_minima(one: Surface) -> None:
    x0, x1, y0, y1 = one.domain
    for at, height in zip(one.minima, one.heights, strict=True):
        assert x0 <= at[0] <= x1
        assert y0 <= at[1] <= y1
        hxx, hxy, hyy = one.hessian(*at)
        assert np.hypot(*one.gradient(*at)) < 1e-9 * float(hxx + hyy)
        assert np.linalg.eigvalsh([[hxx, hxy], [hxy, hyy]]).min() > 0.0
        angles = np.linspace(0, 2 * np.pi, 30)
        assert one.value(at[0] + 1e-3 * np.cos(angles), at[1] + 1e-3 * np.sin(angles)).min() > height
    assert list(one.heights) == sorted(one.heights) or np.ptp(one.heights) < 1e-12
    # Nothing in the picture lies lower than the lowest.
    if one.minima:
        x, y = np.linspace(x0, x1, 200), np.linspace(y0, y1, 200)
        assert one.value(x[None], y[:, None]).min() > one.heights[0] - 1e-12


@EVERY
def test_minima_are_minima(id: str) -> None:
    check_minima(surface(id))
    assert bool(surface(id).minima) == (id != "open_saddle")


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_every_landscape_has_many(seed: int) -> None:
    one = surface("hollows", Knobs(seed=seed))
    check_minima(one)
    assert len(one.minima) >= 9
    assert one.value(1, 1) != surface("hollows", Knobs(seed=seed + 1)).value(1, 1)
    # What is known is exactly what balls run into: 100 of them, rolled down.
    x, y = some_points(one, 100, seed)
    for _ in range(1500):
        gx, gy = one.gradient(x, y)
        x, y = x - 0.05 * gx, y - 0.05 * gy
    away = np.min([np.hypot(x - a, y - b) for a, b in one.minima], axis=0)
    inside = (np.abs(x) < 4.0) & (np.abs(y) < 4.0)
    settled = np.hypot(*one.gradient(x, y)) < 1e-9
    assert (inside & settled).sum() > 80
    assert away[inside & settled].max() < 1e-6


@pytest.mark.parametrize("id", ["himmelblau", "beale", "bowl", "saddle", "plateau", "ravine", "rosenbrock"])
def test_the_search_finds_what_the_literature_says(id: str) -> None:
    one = surface(id)
    found = found_minima(one.functions, one.domain)
    assert len(found) == len(one.minima)
    for at in one.minima:
        assert min(np.hypot(at[0] - a, at[1] - b) for a, b in found) < 1e-8


def test_heights_of_the_literature() -> None:
    for id in ("rosenbrock", "himmelblau", "beale", "rastrigin", "ackley", "bowl", "ravine", "plateau"):
        assert surface(id).heights[0] == pytest.approx(0.0, abs=1e-14)
    assert surface("saddle").heights == pytest.approx((-1.0, -1.0))
    assert surface("rosenbrock").value(-1.2, 1.0) == pytest.approx(24.2)
    assert len(surface("rastrigin").minima) == 121
    assert surface("rastrigin").minima[0] == (0.0, 0.0)


@pytest.mark.parametrize(
    "text", ["x", "3", "ln(x)", "1/x", "sqrt(-1-x^2)", "x^2", "9^9^9*x", "abs(x)+abs(y)"]
)
def test_the_search_finds_nothing_where_nothing_is(text: str) -> None:
    assert with_minima(parse(text).surface()).minima == ()


def test_the_search_in_a_typed_formula() -> None:
    found = with_minima(parse("(x-1)^2 + (y+0.5)^2").surface())
    assert len(found.minima) == 1
    assert found.minima[0] == pytest.approx((1.0, -0.5))


# -- special points and shapes --------------------------------------------------------------------------


@EVERY
def test_quiet_everywhere(id: str) -> None:
    """Warnings are errors here: at 0, on the axes, far out and beyond float64."""
    one = surface(id)
    far = np.array([0.0, -0.0, 1e-320, 1e-9, 1.0, -30.0, 1e8, 1e160, -1e308, np.inf, -np.inf, np.nan])
    x, y = np.meshgrid(far, far)
    for part in (one.value(x, y), *one.gradient(x, y), *one.hessian(x, y)):
        assert part.shape == x.shape
    near = (np.abs(x) <= 1e8) & (np.abs(y) <= 1e8)
    for part in (one.value(x, y), *one.gradient(x, y), *one.hessian(x, y)):
        assert not np.isnan(part[near]).any()


def test_the_tip_of_ackley() -> None:
    one = surface("ackley")
    assert one.minima[0] == (0.0, 0.0)
    assert one.value(0.0, 0.0) == 0.0
    assert one.gradient(0.0, 0.0) == (0.0, 0.0)
    bend = 2 * np.pi**2 * np.e
    assert [float(part) for part in one.hessian(0.0, 0.0)] == pytest.approx([bend, 0, bend])
    # Off the tip the cone's slope is 4/√2 at once.
    assert one.gradient(1e-9, 0.0)[0] == pytest.approx(4 / np.sqrt(2), rel=1e-6)


@EVERY
def test_shapes_broadcast_and_are_copies(id: str) -> None:
    one = surface(id)
    x, y = np.linspace(-2, 2, 150), np.linspace(-1.5, 1, 90)
    grid = np.meshgrid(x, y)
    for parts in (lambda a, b: (one.value(a, b),), one.gradient, one.hessian):
        whole, row_and_column = parts(*grid), parts(x[None], y[:, None])
        one_by_one = parts(x[7], y[11])
        for a, b, c in zip(whole, row_and_column, one_by_one, strict=True):
            assert a.shape == b.shape == (90, 150)
            assert c.shape == ()
            assert a.dtype == np.float64
            np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-12)
            np.testing.assert_allclose(a[11, 7], c, rtol=1e-12, atol=1e-12)
            assert a.flags.writeable
            assert not any(np.shares_memory(a, given) for given in grid)
        assert all(part.shape == (0,) for part in parts(np.zeros(0), np.zeros(0)))


# -- starts, rates, knobs -------------------------------------------------------------------------------


@EVERY
def test_plain_descent_gets_down_from_each_start(id: str) -> None:
    one = surface(id)
    for start in one.starts:
        x0, x1, y0, y1 = one.domain
        assert x0 < start[0] < x1
        assert y0 < start[1] < y1
        at = np.array(start)
        heights = [float(one.value(*at))]
        for _ in range(300):
            at = at - one.rate * np.array(one.gradient(*at))
            heights.append(float(one.value(*at)))
        assert np.max(np.diff(heights[:10])) < 1e-9
        assert heights[-1] < heights[0] - 0.1


@given(st.floats(1, 1000), st.floats(0, 180))
def test_the_condition_number_is_what_the_knob_says(condition: float, angle: float) -> None:
    a, b, c = surface("bowl", Knobs(condition, angle)).hessian(0.3, 0.2)
    values, vectors = np.linalg.eigh(np.array([[a, b], [b, c]]))
    assert values[1] / values[0] == pytest.approx(condition, rel=1e-9)
    if condition > 1.01:
        along = np.array((np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))))
        assert abs(vectors[:, 0] @ along) == pytest.approx(1.0, abs=1e-9)


def test_waiting_on_the_plateau_is_as_long_as_its_docstring_says() -> None:
    one = surface("plateau")
    x, steps = 4.2, 0
    while x > 1.0:
        x, steps = x - 0.1 * float(one.gradient(x, 0.0)[0]), steps + 1
    assert steps == pytest.approx(np.exp(2 * 4.2) / 16 / 0.1, rel=0.05)


def test_noise_is_said_and_not_drawn() -> None:
    quiet, loud = surface("bowl"), surface("noisy", Knobs(noise=2.5))
    assert (quiet.noise, loud.noise) == (0.0, 2.5)
    assert loud.gradient(1.0, 2.0) == quiet.gradient(1.0, 2.0)


def test_knobs_and_ids() -> None:
    assert set(KNOBS) == set(SURFACES)
    assert surface("bowl", Knobs(seed=5)) is surface("bowl", Knobs(seed=6))
    with pytest.raises(KeyError):
        surface("no such")
    for wrong in ({"condition": 0.5}, {"angle": 181.0}, {"seed": -1}, {"noise": -1.0}, {"condition": np.nan}):
        with pytest.raises(ValueError, match="not in"):
            Knobs(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"domain": (1.0, 1.0, 0.0, 1.0)}, {"domain": (0.0, np.inf, 0.0, 1.0)}, {"starts": ()}, {"rate": 0.0},
        {"noise": -1.0},
    ],
)  # fmt: skip
def test_what_is_no_surface(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"domain|starts"):
        replace(surface("bowl"), **wrong)  # type: ignore[arg-type]


def test_a_surface_of_ones_own() -> None:
    own = Functions(lambda x, y: x * y, lambda x, y: (y, x), lambda _x, _y: (0.0, 1.0, 0.0))
    one = Surface("own", own, (-1.0, 1.0, -1.0, 1.0), ((0.5, 0.5),), 0.1)
    x = np.array([1.0, 2.0])
    gx, gy = one.gradient(x, 3.0)
    assert (gx.tolist(), gy.tolist()) == ([3.0, 3.0], [1.0, 2.0])
    gy[:] = 9.0
    assert x.tolist() == [1.0, 2.0]
