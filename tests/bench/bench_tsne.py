"""Row tsne: a map of 2,000 test images as a layer sees them, ours against scikit-learn's Barnes-Hut."""

from __future__ import annotations

import importlib
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.data.maps import (
    Affinities,
    Cloud,
    Near,
    Pca,
    Tsne,
    affinities,
    gathered_up,
    main_directions,
    nearest_of_each,
)
from tests.bench.rows import Row

manifold: Any = None
with suppress(ImportError):  # the peer is optional; the row then says so
    manifold = importlib.import_module("sklearn.manifold")

_POINTS, _STEPS, _PERPLEXITY = 2_000, 1_000, 30.0
_ROUNDS = 3
_SLACK = 1.03  # of the divergence: both end in different local minima


def rows() -> Iterator[Row]:
    """How many times as fast to a divergence as low; both on one thread, from the same start, in turns."""
    net, digits = shipped_nets()["MLP"], mnist.load_test()
    x = digits.images[:_POINTS].reshape(_POINTS, *net.input_shape).astype(np.float32) / np.float32(255)
    layer = net.trace(x).activations[1]
    kl, start, step_ms = _ours(layer.copy())
    peers = []

    def theirs() -> None:
        peer = manifold.TSNE(init=start, perplexity=_PERPLEXITY, max_iter=_STEPS, n_jobs=1)
        peer.fit_transform(layer)
        peers.append(peer.kl_divergence_)

    sides = [lambda: _ours(layer.copy())] + [theirs] * (manifold is not None)
    times = [[_seconds(side) for side in sides] for _ in range(_ROUNDS)]
    ours, *other = (statistics.median(each) for each in zip(*times, strict=True))
    told = f"s for {_STEPS:,} steps of {_POINTS:,} points, KL divergence {kl:.3f}"
    if not other:
        told += "; scikit-learn is not installed"
        yield Row("tsne", None, "×", 2.0, None, ours, None, "scikit-learn", told)
    else:
        same = kl <= peers[0] * _SLACK
        yield Row(
            "tsne", other[0] / ours, "×", 2.0, same, ours, other[0], "scikit-learn, Barnes-Hut",
            f"{told}, theirs {peers[0]:.3f}",
        )  # fmt: skip
    yield Row(
        "tsne step", step_ms, "ms", 10.0, None, step_ms, None, "no peer",
        "median of all; a unit of work on the worker", lower_is_better=True,
    )  # fmt: skip


def _seconds(side: Callable[[], object]) -> float:
    begun = time.perf_counter()
    side()
    return time.perf_counter() - begun


def _ours(layer: np.ndarray) -> tuple[float, np.ndarray, float]:
    """The divergence reached, the start, and the median ms of a step."""
    *_, cloud = gathered_up(layer)
    assert isinstance(cloud, Cloud)
    *_, pca = main_directions(cloud)
    *_, near = nearest_of_each(cloud, int(3 * _PERPLEXITY))
    assert isinstance(pca, Pca)
    assert isinstance(near, Near)
    *_, pairs = affinities(near, _PERPLEXITY)
    assert isinstance(pairs, Affinities)
    start = pca.placed(cloud.values)
    tsne, times = Tsne(pairs, start), []
    for _ in range(_STEPS):
        begun = time.perf_counter()
        tsne.step()
        times.append(time.perf_counter() - begun)
    return tsne.kl, start / np.float32(start[:, 0].std()) * np.float32(1e-4), 1e3 * float(np.median(times))
