"""The page of the game as its visitor meets it: keys, names, numbers, and a list that is kept in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF, QPainter
from pytestqt.qtbot import QtBot

from neuroviz.panels.digits.game import PAGE, kinds
from neuroviz.panels.digits.game.pictures import GamePictures
from neuroviz.ui.theme import theme
from tests.panels.host import opened
from tests.panels.test_game import Table


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        yield Table(host)


@pytest.mark.parametrize(
    ("value", "said"), [(-0.001, "0.00"), (0.0, "0.00"), (-0.25, "−0.25"), (0.256, "0.26")]
)
def test_a_number_below_nothing_has_a_true_minus_and_none_is_minus_nothing(value: float, said: str) -> None:
    assert kinds.signed(value, 2) == said


def test_words_under_pictures_do_not_run_into_each_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = GamePictures()
    qtbot.addWidget(pictures)
    pictures.resize(500, 120)
    words = tuple(f"a turn of {30 * i} degrees of a circle" for i in range(6))
    pictures.set_pictures(np.zeros((6, 28, 28), np.uint8), words)
    drawn: list[tuple[float, float]] = []
    paint = QPainter.drawText

    def note(painter: QPainter, box: object, flags: int, text: str) -> None:
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
        middle = box.center().x()  # type: ignore[attr-defined]
        drawn.append((middle - wide / 2, middle + wide / 2))
        paint(painter, box, flags, text)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", note)
    pictures.grab()
    tops = [place.y() for place in pictures.places()]
    pairs = [i for i in range(5) if tops[i] == tops[i + 1]]
    assert len(drawn) == 6
    assert pairs
    assert all(drawn[i][1] + theme().space(0.5) <= drawn[i + 1][0] for i in pairs)
