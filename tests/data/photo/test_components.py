"""Connected parts, against a flood fill that looks at one pixel at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data.photo.components import components


def flooded(mask: np.ndarray) -> np.ndarray:
    """The same labels by a slow flood fill over the eight neighbours."""
    labels = np.zeros(mask.shape, np.int32)
    n = 0
    for start in zip(*np.nonzero(mask), strict=True):
        if labels[start]:
            continue
        n += 1
        labels[start] = n
        front = [start]
        while front:
            y, x = front.pop()
            for v in range(max(y - 1, 0), min(y + 2, mask.shape[0])):
                for u in range(max(x - 1, 0), min(x + 2, mask.shape[1])):
                    if mask[v, u] and not labels[v, u]:
                        labels[v, u] = n
                        front.append((v, u))
    return labels


@settings(max_examples=150)
@given(
    st.integers(1, 24),
    st.integers(1, 24),
    st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.95]),
    st.integers(0, 2**32 - 1),
)
def test_any_mask_is_labelled_as_by_a_flood_fill(h: int, w: int, share: float, seed: int) -> None:
    mask = np.random.default_rng(seed).random((h, w)) < share
    found, expected = components(mask), flooded(mask)
    np.testing.assert_array_equal(found.labels, expected)
    assert len(found) == expected.max(initial=0)
    for k, (x0, y0, x1, y1) in enumerate(found.boxes):
        rows, columns = np.nonzero(expected == k + 1)
        assert (x0, y0, x1, y1) == (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
        assert found.areas[k] == len(rows)


def test_a_long_spiral_is_one_part() -> None:
    mask = np.zeros((61, 61), bool)
    for k in range(0, 30, 2):  # rings, each joined to the next by one pixel
        mask[k, k : 61 - k] = mask[60 - k, k : 61 - k] = True
        mask[k : 61 - k, k] = mask[k : 61 - k, 60 - k] = True
    assert len(components(mask)) == 15
    mask[30, :] = True
    assert len(components(mask)) == 1


@pytest.mark.parametrize("turn", range(4))
def test_how_the_picture_is_turned_changes_numbers_but_not_parts(turn: int) -> None:
    mask = np.random.default_rng(3).random((40, 50)) < 0.35
    one, other = components(mask), components(np.rot90(mask, turn))
    assert sorted(one.areas.tolist()) == sorted(other.areas.tolist())
    pairs = set(zip(np.rot90(one.labels, turn).ravel().tolist(), other.labels.ravel().tolist(), strict=True))
    assert len(pairs) == len(one) + 1, "each part is one part there too"
