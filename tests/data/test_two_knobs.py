"""Models of two parameters: the surface is the mean of the examples' losses, its derivatives are exact."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.two_knobs import KINDS, MOST, Examples, Kind, Scaling, TwoKnobs, drawn

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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [1.0, 30.0, 1e4])
def test_a_grid_is_what_its_places_are_one_by_one(kind: Kind, times: float) -> None:
    examples = drawn(kind, 21)
    model = TwoKnobs(kind, Examples(times * examples.x, examples.y))
    w, b = np.linspace(-9, 9, 31), np.linspace(-7, 7, 23)
    found = model.surface().value(w[None], b[:, None])
    one_by_one = [[model.losses(x, y).mean() for x in w] for y in b]
    np.testing.assert_allclose(found, one_by_one, rtol=1e-9, atol=1e-13)


@pytest.mark.parametrize("kind", KINDS)
def test_many_places_and_few_are_told_the_same(kind: Kind) -> None:
    ground = made(kind, n=90).surface()
    w, b = np.random.default_rng(2).uniform(-4, 4, (2, 1000))
    for one in (ground.gradient, ground.hessian):
        few = [one(*at) for at in zip(w.reshape(50, 20), b.reshape(50, 20), strict=True)]
        for whole, *parts in zip(one(w, b), *few, strict=True):
            np.testing.assert_allclose(whole, np.concatenate(parts), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_the_shape_at_one_place_is_that_of_the_surface(kind: Kind) -> None:
    model = made(kind)
    for w, b in AT.T[:9]:
        value, slope, bends = model.shape(w, b)
        ground = model.surface()
        np.testing.assert_allclose(value, ground.value(w, b))
        np.testing.assert_allclose(slope, ground.gradient(w, b))
        np.testing.assert_allclose(bends[[0, 0, 1], [0, 1, 1]], ground.hessian(w, b))


def test_far_inputs_are_looked_at_and_walked_on_at_their_own_scale() -> None:
    near, x = drawn("line"), drawn("line").x
    far = TwoKnobs("line", Examples(100 * x + 100, near.y))
    assert far.domain == (-0.03, 0.03, -3.0, 3.0)
    assert far.start[0] * 100 == pytest.approx(TwoKnobs("line", near).start[0])
    bends = np.array(far.surface().hessian(0.0, 0.0))[[0, 1, 1, 2]].reshape(2, 2)
    assert far.rate < 2 / np.linalg.eigvalsh(bends)[-1], "plain descent is not thrown out"


def test_scaled_inputs_have_other_parameters_for_the_same_curve() -> None:
    x = np.random.default_rng(3).uniform(50, 150, 40)
    scaling = Scaling.of(x)
    fed = scaling.fed(x)
    np.testing.assert_allclose([fed.mean(), fed.std()], [0, 1], atol=1e-12)
    w, b = scaling.scaled(0.3, -7.0)
    np.testing.assert_allclose(w * fed + b, 0.3 * x - 7.0, rtol=1e-12)
    np.testing.assert_allclose(scaling.plain(w, b), (0.3, -7.0), rtol=1e-12)
    assert Scaling.of(np.full(3, 5.0)) == Scaling(5.0, 1.0)
