"""t-SNE: affinities, gradient, descent, and how far it comes, also beside scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.maps import Affinities, Tsne, affinities, kernel, main_directions, nearest_of_each
from tests.data.maps.test_cloud_and_pca import cloud, last, spread


def blobs(n: int, d: int = 8, groups: int = 4) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    labels = np.arange(n) % groups
    centres = rng.standard_normal((groups, d)) * 8
    return centres[labels] + rng.standard_normal((n, d)), labels


def belonging(x: np.ndarray, perplexity: float, dtype: type = np.float64) -> Affinities:
    near = last(nearest_of_each(cloud(x), min(3 * int(perplexity), len(x) - 1)))
    return last(affinities(near, perplexity, dtype))


def whole(a: Affinities) -> np.ndarray:
    """As a matrix."""
    n = len(a)
    found = np.zeros((n, n))
    ends = np.append(a.starts[1:], len(a.at))
    for i, (start, end) in enumerate(zip(a.starts, ends, strict=True)):
        found[i, a.at[start:end]] = a.p[start:end]
    return found


def divergence(a: Affinities, y: np.ndarray) -> float:
    """KL(P‖Q) by the definition."""
    p = whole(a)
    q = 1 / (1 + ((y[:, None] - y[None]) ** 2).sum(axis=2))
    np.fill_diagonal(q, 0)
    q /= q.sum()
    some = p > 0
    return float((p[some] * np.log(p[some] / q[some])).sum())


@pytest.mark.parametrize("perplexity", [2, 5, 30])
def test_each_kernel_has_the_perplexity_that_was_asked_for(perplexity: float) -> None:
    squares = np.sort(np.random.default_rng(0).chisquare(5, (50, 100)), axis=1)
    p = kernel(squares, perplexity)
    np.testing.assert_allclose(p.sum(axis=1), 1)
    np.testing.assert_allclose(
        np.exp(-(p * np.log(np.maximum(p, 1e-300))).sum(axis=1)), perplexity, rtol=1e-3
    )
    assert (np.diff(p, axis=1) <= 0).all()


@pytest.mark.parametrize(
    "squares", [np.zeros((3, 9)), np.full((3, 9), 1e30), np.array([[0, 0, 0, 1e-20, 1.0]]), np.zeros((2, 1))]
)
def test_kernels_of_points_that_lie_together_are_numbers(squares: np.ndarray) -> None:
    p = kernel(squares, 2)
    assert np.isfinite(p).all()
    np.testing.assert_allclose(p.sum(axis=1), 1)


def test_affinities_are_symmetric_and_sum_to_one() -> None:
    a = belonging(spread(120, 5), 10)
    p = whole(a)
    np.testing.assert_allclose(p, p.T)
    assert p.sum() == pytest.approx(1)
    assert not np.diag(p).any()
    assert a.negentropy == pytest.approx(float((p[p > 0] * np.log(p[p > 0])).sum()))


def test_a_perplexity_below_one_is_refused() -> None:
    near = last(nearest_of_each(cloud(spread(10, 2)), 5))
    with pytest.raises(ValueError, match="perplexity"):
        last(affinities(near, 0.5))


@pytest.mark.parametrize("n", [40, 300])
def test_the_slope_is_that_of_numerical_differences(n: int) -> None:
    tsne = Tsne(belonging(spread(n, 4), 8), spread(n, 2, 5))
    tsne.places *= 1e4
    slope = tsne.slope()
    assert tsne.kl == pytest.approx(divergence(tsne._near, tsne.places), rel=1e-9)
    for i, j in ((0, 0), (7, 1), (n - 1, 0), (n // 2, 1)):
        step = np.zeros((n, 2))
        step[i, j] = 1e-5
        up, down = (divergence(tsne._near, tsne.places + sign * step) for sign in (1, -1))
        assert slope[i, j] == pytest.approx((up - down) / 2e-5, rel=1e-4, abs=1e-9)


def test_float32_computes_the_same_slope() -> None:
    x, start = spread(500, 4), spread(500, 2, 5)
    fine, coarse = Tsne(belonging(x, 8), start), Tsne(belonging(x, 8, np.float32), start)
    for one in (fine, coarse):
        one.places *= 3e5
    np.testing.assert_allclose(coarse.slope(), fine.slope(), atol=5e-4 * float(np.abs(fine.slope()).max()))


def test_the_divergence_falls_and_groups_come_apart() -> None:
    x, labels = blobs(200)
    one = cloud(x)
    tsne = Tsne(belonging(x, 15, np.float32), last(main_directions(one)).placed(one.values))
    seen = []
    for _ in range(600):
        tsne.step()
        seen.append(tsne.kl)
    assert seen[-1] < seen[260] < seen[0]
    near = last(nearest_of_each(cloud(tsne.places), 5))
    assert (labels[near.at] == labels[:, None]).mean() > 0.99
    assert tsne.kl == pytest.approx(divergence(tsne._near, tsne.places), abs=0.02)


@pytest.mark.parametrize("size", [1e-30, 1e37, 0.0])
def test_a_start_of_any_size_will_do(size: float) -> None:
    tsne = Tsne(belonging(spread(60, 3), 10, np.float32), (spread(60, 2) * size).astype(np.float32))
    tsne.step()
    assert np.isfinite(tsne.places).all()


def test_the_same_start_takes_the_same_way() -> None:
    a, start = belonging(spread(80, 3), 10, np.float32), spread(80, 2)
    one, other = Tsne(a, start), Tsne(a, start)
    for _ in range(30):
        one.step()
        other.step()
    assert np.array_equal(one.places, other.places)


def test_it_comes_as_far_as_scikit_learn() -> None:
    manifold = pytest.importorskip("sklearn.manifold")
    x, _ = blobs(400, 20, 8)
    one = cloud(x)
    start = last(main_directions(one)).placed(one.values)
    tsne = Tsne(belonging(x, 30, np.float32), start)
    for _ in range(1000):
        tsne.step()
    peer = manifold.TSNE(init=start / start[:, 0].std() * 1e-4, perplexity=30, max_iter=1000)
    peer.fit_transform(x)
    assert tsne.kl < peer.kl_divergence_ * 1.05
