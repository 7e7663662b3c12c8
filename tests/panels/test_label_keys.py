"""The keys that label: digit and number can be read at every width that a key is given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from neuroviz.panels.digits.mine.label_keys import LabelKey
from neuroviz.ui.theme import set_theme


@pytest.fixture(autouse=True)
def _usual_type() -> Iterator[None]:
    yield
    set_theme("dark", 1.0)


@pytest.mark.parametrize("width", [44, 64, 120])
def test_the_last_figure_of_the_count_is_seen(qtbot: QtBot, width: int) -> None:
    set_theme("dark", 2.0)
    key = LabelKey(3)
    qtbot.addWidget(key)
    key.resize(width, key.sizeHint().height())
    key.show_count(18, asked=False)
    one = key.grab().toImage()
    key.show_count(14, asked=False)
    assert key.grab().toImage() != one


def test_a_count_that_is_not_known_yet_is_no_0(qtbot: QtBot) -> None:
    key = LabelKey(3)
    qtbot.addWidget(key)
    key.show_count(0, asked=False)
    none = key.grab().toImage()
    key.show_count(None, asked=False)
    assert key.grab().toImage() != none
    assert "0" not in key.accessibleName()
