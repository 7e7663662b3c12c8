"""Numbers as Why writes them."""

from __future__ import annotations

import math

import pytest

from neuroviz.panels.layers.why.figures import correlation, figure


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (1.2345, "1.23"), (-12.345, "−12.3"), (123.4, "123"), (0.0123, "0.012"), (-0.5, "−0.500"),
        (1.6e-4, "1.6·10⁻⁴"), (-3e12, "−3.0·10¹²"), (math.nan, "–"), (math.inf, "∞"), (-math.inf, "−∞"),
    ],
)  # fmt: skip
def test_three_digits_and_a_true_minus(value: float, text: str) -> None:
    assert figure(value) == text


def test_the_sign_is_written_where_it_is_wanted() -> None:
    assert figure(2.0, plus=True) == "+2.00"
    assert figure(0.0, plus=True) == "0"
    assert figure(-2.0, plus=True) == "−2.00"
    assert correlation(-0.724) == "−0.72"
    assert correlation(0.5) == "+0.50"
