"""The confusion matrix of other classes than digits: two, twenty-six, with long names."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.ui.confusion import ALL, ConfusionMatrix
from neuroviz.ui.theme import set_theme

TWO = ("left", "right")
MANY = tuple("abcdefghijklmnopqrstuvwxyz")
LONG = ("Iris setosa", "Iris versicolor", "Iris virginica of the marshes")


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.resize(360, 240)
    widget.show()
    return widget


@pytest.mark.parametrize("names", [TWO, MANY, LONG])
@pytest.mark.parametrize("size", [(300, 200), (440, 260), (900, 400)])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_cells_lie_inside_whatever_the_classes(
    matrix: ConfusionMatrix, names: tuple[str, ...], size: tuple[int, int], scale: float
) -> None:
    set_theme("dark", scale)
    matrix.set_classes(names)
    matrix.set_counts(np.arange(len(names) ** 2).reshape(len(names), -1))
    matrix.resize(*size)
    matrix.grab()
    places = matrix.places()
    for row in range(ALL, len(names)):
        for column in range(ALL, len(names)):
            box = places.cell((row, column))
            assert matrix.rect().contains(box.center().toPoint())
            assert places.at(box.center()) == (row, column)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ((ALL, ALL), "5 of 20 were taken for another class."),
        ((0, 0), "9 of 10 “left” were recognised: 90 %."),
        ((0, 1), "1 of 10 “left” were taken for “right”."),
        ((1, ALL), "4 of 10 “right” were taken for another class."),
        ((ALL, 0), "Of 13 that were taken for “left”, 4 are something else."),
    ],
)
def test_each_place_has_its_sentence(matrix: ConfusionMatrix, cell: tuple[int, int], words: str) -> None:
    matrix.set_classes(TWO)
    matrix.set_counts(np.array([[9, 1], [4, 6]]))
    assert matrix.told(cell).replace("\N{NARROW NO-BREAK SPACE}", " ") == words


def test_other_classes_forget_counts_and_choice(matrix: ConfusionMatrix) -> None:
    matrix.set_classes(TWO)
    matrix.set_counts(np.eye(2, dtype=np.int64))
    matrix.set_selected((1, 1))
    matrix.set_classes(MANY)
    assert matrix.selected() is None
    assert matrix.told((0, 0)) == "Nothing is judged yet."
    with pytest.raises(ValueError, match="shape"):
        matrix.set_counts(np.eye(2, dtype=np.int64))
    with pytest.raises(ValueError, match="no classes"):
        matrix.set_classes(())
    matrix.set_classes(None)
    matrix.set_counts(np.eye(10, dtype=np.int64))


def test_the_keys_reach_the_last_of_many(matrix: ConfusionMatrix) -> None:
    picked: list[tuple[int, int]] = []
    matrix.picked.connect(lambda *cell: picked.append(cell))
    matrix.set_classes(MANY)
    matrix.set_counts(np.eye(26, dtype=np.int64))
    matrix.setFocus()
    for _ in range(30):
        QTest.keyClick(matrix, Qt.Key.Key_Right)
        QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert picked == [(25, 25)]
