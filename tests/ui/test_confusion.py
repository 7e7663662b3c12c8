"""The confusion matrix: its cells lead to their counts by mouse, by key and in words."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui.confusion import ALL, ConfusionMatrix
from neuroviz.ui.numbers import counted_share
from neuroviz.ui.theme import set_theme, theme

COUNTS = np.diag(np.arange(900, 1000, 10)) + np.zeros((10, 10), np.int64)
COUNTS[4, 9], COUNTS[3, 5], COUNTS[5, 3] = 18, 6, 1


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.resize(360, 340)
    widget.set_counts(COUNTS)
    widget.show()
    return widget


@pytest.mark.parametrize("size", [(240, 190), (360, 340), (900, 400)])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_cells_lie_apart_and_inside(matrix: ConfusionMatrix, size: tuple[int, int], scale: float) -> None:
    set_theme("dark", scale)
    matrix.resize(*size)
    places = matrix.places()
    for row in range(ALL, 10):
        for column in range(ALL, 10):
            box = places.cell((row, column))
            assert matrix.rect().contains(box.center().toPoint())
            assert places.at(box.center()) == (row, column)


def test_a_click_picks_cell_row_column_and_all(matrix: ConfusionMatrix) -> None:
    picked: list[tuple[int, int]] = []
    matrix.picked.connect(lambda *cell: picked.append(cell))
    wanted = [(4, 9), (7, 7), (3, ALL), (ALL, 8), (ALL, ALL)]
    for cell in wanted:
        at = matrix.places().cell(cell).center().toPoint()
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
        assert matrix.selected() == cell
    assert picked == wanted


def test_arrows_and_enter_do_the_same(matrix: ConfusionMatrix) -> None:
    picked: list[tuple[int, int]] = []
    matrix.picked.connect(lambda *cell: picked.append(cell))
    matrix.setFocus()
    matrix.set_selected((0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(matrix, key)
    for _ in range(12):
        QTest.keyClick(matrix, Qt.Key.Key_Left)
    QTest.keyClick(matrix, Qt.Key.Key_Enter)
    assert picked == [(1, 2), (1, ALL)]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ((4, 9), "18 fours were taken for nines."),
        ((5, 3), "One 5 was taken for 3."),
        ((5, 4), "No 5 was taken for 4."),
        ((4, 4), "940 of 958 fours were recognised: 98.1\N{NARROW NO-BREAK SPACE}%."),
        ((3, ALL), "6 of 936 threes were taken for another digit."),
        ((ALL, 9), "Of 1,008 pictures that were taken for nines, 18 are something else."),
        ((ALL, ALL), "25 of 9,475 were taken for another digit."),
    ],
)
def test_each_place_has_its_sentence(matrix: ConfusionMatrix, cell: tuple[int, int], words: str) -> None:
    matrix.set_selected(cell)
    assert matrix.told(cell) == words == matrix.accessibleDescription()


def test_the_commonest_mistake_stands_out_the_most_and_the_diagonal_does_not(matrix: ConfusionMatrix) -> None:
    image = matrix.grab().toImage()

    def fill(cell: tuple[int, int]) -> int:
        return image.pixel(matrix.places().cell(cell).adjusted(2, 2, 0, 0).topLeft().toPoint())

    def expected(share: float) -> list[int]:
        return list(theme().magnitude([share])[0])

    assert list(np.uint32(fill((4, 9))).tobytes()[:3][::-1]) == expected(1.0)[:3]
    assert list(np.uint32(fill((0, 1))).tobytes()[:3][::-1]) == expected(0.0)[:3]
    assert fill((4, 4)) == fill((9, 9)) == theme().raised.rgb()


def test_nothing_judged_and_wrong_shapes(matrix: ConfusionMatrix) -> None:
    full = matrix.grab().toImage()
    matrix.set_counts(None)
    assert matrix.grab().toImage() != full
    assert matrix.told((1, 2)) == "Nothing is judged yet."
    matrix.set_counts(np.zeros((10, 10), np.int64))
    matrix.grab()
    with pytest.raises(ValueError, match="shape"):
        matrix.set_counts(np.zeros((9, 10), np.int64))


def test_hovering_lights_row_and_column(matrix: ConfusionMatrix) -> None:
    before = matrix.grab().toImage()
    QTest.mouseMove(matrix, matrix.places().cell((4, 9)).center().toPoint())
    QApplication.processEvents()
    image = matrix.grab().toImage()
    for heading in ((4, ALL), (ALL, 9)):
        corner = matrix.places().cell(heading).adjusted(2, 2, 0, 0).topLeft().toPoint()
        assert image.pixel(corner) != before.pixel(corner)


@pytest.mark.parametrize(
    ("hits", "n", "words"),
    [(0, 0, "–"), (0, 9, "0"), (23, 24, "96"), (24, 24, "100"), (999, 1000, "99.9"), (9_999, 10_000, "99.99"),
     (99_999, 100_000, "99.99"), (299, 299, "100"), (1, 100_000, "0.01"), (9_943, 10_000, "99.43")],
)  # fmt: skip
def test_a_counted_share_says_all_only_for_all(hits: int, n: int, words: str) -> None:
    assert counted_share(hits, n)[:-2] == words
