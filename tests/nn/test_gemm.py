"""Products in pieces give what one product gives, whatever the order of their arrays in memory."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.nn import gemm
from neuroviz.nn.arrays import Array
from neuroviz.nn.gemm import SMALL, LongProduct, Product, TallProduct, pieces

RNG = np.random.default_rng(0)


def array(*shape: int, turned: bool = False) -> Array:
    return RNG.normal(size=shape[::-1]).T if turned else RNG.normal(size=shape)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is cut up."""
    for name, value in (("SMALL", 100), ("FEWEST_COLUMNS", 2), ("FEWEST_ROWS", 2)):
        monkeypatch.setattr(gemm, name, value)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("cuts", [1, 2, 3, 12])
def test_product(cuts: int, turned: bool) -> None:
    a, b, out = array(4, 5), array(5, 12, turned=turned), array(4, 12, turned=turned)
    Product(a, b, out, cuts)()
    np.testing.assert_allclose(out, a @ b)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("turned", [False, True])
def test_product_in_pieces_of_its_own_choice(turned: bool) -> None:
    a, b, out = array(4, 5, turned=turned), array(5, 12, turned=turned), array(4, 12, turned=turned)
    product = Product(a, b, out)
    assert product.out.shape == (3, 4, 4)
    product()
    np.testing.assert_allclose(out, a @ b)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("turned", [False, True])
def test_tall_product(turned: bool) -> None:
    a, b, out = array(5, 12, turned=turned), array(5, 4, turned=turned), array(12, 4, turned=turned)
    product = TallProduct(a, b, out)
    assert product.out.shape == (3, 4, 4)
    product()
    np.testing.assert_allclose(out, a.T @ b)


@pytest.mark.parametrize("cuts", [1, 2, 3, 12])
def test_long_product(cuts: int) -> None:
    a, b, out = array(4, 12), array(5, 12), array(4, 5)
    LongProduct(a, b, out, cuts)()
    np.testing.assert_allclose(out, a @ b.T)


@pytest.mark.parametrize(("length", "rest", "fewest", "expected"), [
    (100, 10, 1, 1),
    (1000, SMALL // 1000, 1, 1),
    (1000, SMALL // 500, 1, 2),
    (1000, SMALL // 300, 1, 4),
    (1000, SMALL // 300, 250, 4),
    (1000, SMALL // 300, 251, 1),
    (7, SMALL // 2, 1, 7),
    (7, 10 * SMALL, 1, 1),
    (128, 32 * 784, 32, 4),
    (10, 32 * 784, 32, 1),
])
def test_fewest_pieces_that_are_small(length: int, rest: int, fewest: int, expected: int) -> None:
    assert pieces(length, rest, fewest) == expected
