"""Models of two parameters: the surface is the mean of the examples' losses, its derivatives are exact."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.two_knobs import KINDS, MOST, Examples, Kind, TwoKnobs, drawn

AT = np.random.default_rng(1).uniform(-3, 3, (2, 40))


def made(kind: Kind, **how: float) -> TwoKnobs:
    return TwoKnobs(kind, drawn(kind, **how))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_the_height_is_the_mean_loss(kind: Kind) -> None:
    model = made(kind)
    heights = model.surface().value(*AT)
    np.testing.assert_allclose(heights, [model.losses(w, b).mean() for w, b in AT.T], rtol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_slopes_and_bends_are_those_of_differences(kind: Kind) -> None:
    ground, (w, b), e = made(kind).surface(), AT, 1e-5
    gw, gb = ground.gradient(w, b)
    np.testing.assert_allclose(gw, (ground.value(w + e, b) - ground.value(w - e, b)) / (2 * e), atol=1e-8)
    np.testing.assert_allclose(gb, (ground.value(w, b + e) - ground.value(w, b - e)) / (2 * e), atol=1e-8)
    ww, wb, bb = ground.hessian(w, b)
    right, left = ground.gradient(w + e, b), ground.gradient(w - e, b)
    np.testing.assert_allclose(ww, (right[0] - left[0]) / (2 * e), atol=1e-7)
    np.testing.assert_allclose(wb, (right[1] - left[1]) / (2 * e), atol=1e-7)
    up, down = ground.gradient(w, b + e), ground.gradient(w, b - e)
    np.testing.assert_allclose(bb, (up[1] - down[1]) / (2 * e), atol=1e-7)


def test_least_squares_lie_where_numpy_has_them() -> None:
    model = made("line")
    found = np.polyfit(model.examples.x, model.examples.y, 1)
    np.testing.assert_allclose(model.surface().minima[0], found, rtol=1e-9)
    assert TwoKnobs("line", Examples(np.ones(3), np.arange(3.0))).surface().minima == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_is_a_model_of_its_own_and_all_batches_are_the_whole(kind: Kind) -> None:
    model = made(kind, n=12)
    rows = np.random.default_rng(0).permutation(12).reshape(3, 4)
    parts = [model.of(one).surface().gradient(*AT) for one in rows]
    np.testing.assert_allclose(np.mean(parts, axis=0), model.surface().gradient(*AT), atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_far_away_there_are_numbers_or_infinities_and_no_warnings(kind: Kind) -> None:
    far = np.array([1e3, -1e3, 1e200])
    ground = made(kind).surface()
    assert not np.isnan(ground.value(far, far)[:2]).any()
    assert np.isfinite(ground.gradient(far[:2], far[:2])).all()


@pytest.mark.parametrize("kind", KINDS)
def test_its_answers_for_good_parameters_are_good(kind: Kind) -> None:
    model = made(kind, noise=0.0)
    w, b = {"line": (0.9, 0.4), "logistic": (50.0, -10.0), "neuron": (2.5, -1.0)}[kind]
    np.testing.assert_allclose(model.predict(w, b, model.examples.x), model.examples.y, atol=0.5)
    assert model.losses(w, b).mean() < 0.1


@pytest.mark.parametrize(
    ("x", "y"),
    [(np.zeros(0), np.zeros(0)), (np.zeros(3), np.zeros(2)), (np.zeros((2, 2)), np.zeros((2, 2))),
     (np.array([np.nan]), np.zeros(1)), (np.zeros(MOST + 1), np.zeros(MOST + 1))],
)  # fmt: skip
def test_examples_without_sense_are_refused(x: np.ndarray, y: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"inputs|number"):
        Examples(x, y)
