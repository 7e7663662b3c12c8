"""What is kept between two paintings is drawn anew when it would look different, and looks the same."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.backing import Backing
from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.picture_steps import averaged
from neuroviz.ui.theme import set_theme


def test_it_is_drawn_anew_only_for_another_size_key_or_look(qtbot: QtBot) -> None:
    widget, backing, drawn = QWidget(), Backing(QColor("white")), []
    qtbot.addWidget(widget)
    widget.resize(20, 10)

    def shown(key: object) -> QPixmap:
        return backing.picture(widget, (key,), lambda painter: drawn.append(painter.device().width()))

    shown(1), shown(1)
    assert drawn == [20]
    shown(2)
    widget.resize(30, 10)
    shown(2)
    set_theme("light")
    shown(2)
    backing.forget()
    assert shown(2).size() == widget.size()
    assert drawn == [20, 20, 30, 30, 30]


def test_a_picture_of_another_resolution_is_drawn_for_itself(qtbot: QtBot) -> None:
    widget, backing, drawn = QWidget(), Backing(), []
    qtbot.addWidget(widget)
    fine = QPixmap(40, 40)
    fine.setDevicePixelRatio(2 * widget.devicePixelRatioF())
    for _ in range(2):
        with QPainter(fine) as painter:
            backing.paint(painter, widget, (), lambda _: drawn.append(1))
    assert drawn == [1, 1]


@pytest.mark.parametrize("size", [(500, 90), (150, 90), (200, 300)])  # standing, standing tightly, lying
def test_bars_that_changed_one_by_one_look_as_if_drawn_at_once(qtbot: QtBot, size: tuple[int, int]) -> None:
    rng = np.random.default_rng(3)
    changing = ProbabilityBars()
    qtbot.addWidget(changing)
    changing.resize(*size)
    for _ in range(6):
        p = rng.dirichlet(np.full(10, 0.3))
        changing.set_probabilities(p)
        seen = _levels(changing)
        once = ProbabilityBars()
        qtbot.addWidget(once)
        once.resize(*size)
        once.set_probabilities(p)
        assert np.abs(seen - _levels(once)).max() <= 32  # an end is told to an eighth of a pixel


def _levels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


def test_fewer_pixels_are_means_of_squares_and_the_edge_is_filled_up() -> None:
    values = np.arange(15, dtype=np.float32).reshape(3, 5)
    assert averaged(values, 1) is values
    fewer = averaged(values, 2)
    assert fewer.shape == (2, 3)
    assert fewer[0, 0] == pytest.approx((0 + 1 + 5 + 6) / 4)
    assert fewer[1, 2] == pytest.approx(14 / 4)
