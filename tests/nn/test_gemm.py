"""Products in pieces give what one product gives."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.nn.gemm import SMALL, LongProduct, Product, pieces

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("cuts", [1, 2, 3, 12])
def test_product(cuts: int) -> None:
    a, b, out = RNG.normal(size=(4, 5)), RNG.normal(size=(5, 12)), np.full((4, 12), np.nan)
    Product(a, b, out, cuts)()
    np.testing.assert_allclose(out, a @ b)


@pytest.mark.parametrize("cuts", [1, 2, 3, 12])
def test_long_product(cuts: int) -> None:
    a, b, out = RNG.normal(size=(4, 12)), RNG.normal(size=(5, 12)), np.full((4, 5), np.nan)
    LongProduct(a, b, out, cuts)()
    np.testing.assert_allclose(out, a @ b.T)


@pytest.mark.parametrize(("length", "rest", "expected"), [
    (100, 10, 1),
    (1000, SMALL // 1000, 1),
    (1000, SMALL // 500, 2),
    (1000, SMALL // 300, 4),
    (7, SMALL // 2, 7),
    (7, 10 * SMALL, 7),
])
def test_fewest_pieces_that_are_small(length: int, rest: int, expected: int) -> None:
    assert pieces(length, rest) == expected
