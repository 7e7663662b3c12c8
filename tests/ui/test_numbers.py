"""Numbers of somebody's own data: digits that matter, thousands marked, and no e+05."""

from __future__ import annotations

import pytest

from neuroviz.ui.numbers import measured


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (3342.7, 3, "3,340"), (313824.0, 3, "314,000"), (156234.0, 4, "156,200"), (0.0, 3, "0"),
        (-0.0, 3, "0"), (48.94, 3, "48.9"), (2.4, 3, "2.4"), (5.0, 3, "5"),
        (-1234567.0, 3, "−1,230,000"), (0.99996, 4, "1"),
        (0.012345, 3, "0.0123"), (0.00012, 4, "0.00012"), (999.96, 4, "1,000"), (1e3, 4, "1,000"),
        (2.5e12, 3, "2.5 × 10¹²"), (-1.234e-7, 3, "−1.23 × 10⁻⁷"), (1e100, 3, "1 × 10¹⁰⁰"),
        (1e15, 4, "1 × 10¹⁵"),
        (float("nan"), 3, "–"), (float("inf"), 3, "∞"), (float("-inf"), 3, "−∞"),
    ],
)  # fmt: skip
def test_a_measured_number_is_written_out(value: float, digits: int, said: str) -> None:
    assert measured(value, digits) == said
