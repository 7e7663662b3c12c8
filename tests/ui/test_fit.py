"""Fonts that shrink until the words fit."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from neuroviz.ui.fit import SMALLEST, fitting, longest
from neuroviz.ui.theme import theme

WORDS = ("convolution", "dense")


def test_what_fits_is_left_alone(qapp: QApplication) -> None:
    font = theme().font()
    assert fitting(font, WORDS, 1000.0) == font
    assert fitting(font, (), 0.0) == font


@pytest.mark.parametrize("share", [0.9, 0.7, 0.6])
def test_the_widest_word_fits_afterwards(qapp: QApplication, share: float) -> None:
    font = theme().font(2.0)
    room = QFontMetricsF(font).horizontalAdvance(WORDS[0]) * share
    smaller = QFontMetricsF(fitting(font, WORDS, room))
    assert smaller.horizontalAdvance(WORDS[0]) <= room * 1.05


def test_a_line_fits_its_height(qapp: QApplication) -> None:
    font = theme().font(2.0)
    room = QFontMetricsF(font).height() * 0.7
    assert QFontMetricsF(fitting(font, WORDS, 1e9, room)).height() <= room * 1.1


def test_it_stays_readable(qapp: QApplication) -> None:
    font = theme().font(2.0)
    assert fitting(font, WORDS, 1.0).pointSizeF() == pytest.approx(font.pointSizeF() * SMALLEST)


def test_the_longest_text_that_fits_is_taken(qapp: QApplication) -> None:
    font = QFont()
    wide = QFontMetricsF(font).horizontalAdvance("12.3")
    assert longest(font, ("12.34", "12.3", "12"), wide + 0.5) == "12.3"
    assert longest(font, ("12.34",), wide) == ""
