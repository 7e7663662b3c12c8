"""Segmented: one line where there is room for it, several where there is not; no word is cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleOptionButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.choices import Segmented

WORDS = ("Curves", "Layers", "Mistakes")


class Seat:
    """A row of segments in a window that can be as narrow as it likes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.inner, self.row = QWidget(), QWidget(), Segmented()
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addStretch(1)
        self.inner.setParent(self.window)
        qtbot.addWidget(self.window)
        self.row.set_choices([(word, word) for word in WORDS])
        self.window.resize(600, 300)
        self.window.show()
        self.wide(500)

    def wide(self, width: int) -> None:
        """As if a room gave it less than it asks for."""
        self.inner.resize(width, 300)
        for _ in range(4):
            QApplication.processEvents()

    @property
    def buttons(self) -> list[QAbstractButton]:
        """In the order of the choices."""
        found: list[QAbstractButton] = [
            one for one in self.row.findChildren(QAbstractButton) if not one.isHidden()
        ]
        return found

    @property
    def lines(self) -> int:
        """In how many lines they stand."""
        return len({one.y() for one in self.buttons})

    def whole(self) -> bool:
        """Whether every word can be read, within the row."""
        return all(
            one.width() >= one.minimumSizeHint().width() and one.geometry().right() < self.row.width()
            and one.geometry().bottom() < self.row.height()
            for one in self.buttons
        )  # fmt: skip


@pytest.fixture
def seat(qtbot: QtBot) -> Seat:
    return Seat(qtbot)


def _needed(seat: Seat) -> int:
    return seat.row.minimumSizeHint().width()


def test_where_there_is_room_they_stand_in_one_line(seat: Seat) -> None:
    assert (seat.lines, seat.whole()) == (1, True)
    seat.wide(_needed(seat))
    assert (seat.lines, seat.whole()) == (1, True)


def test_where_there_is_too_little_they_stand_below_each_other_and_come_back(seat: Seat) -> None:
    needed = _needed(seat)
    for width, lines in ((needed - 1, 2), (needed // 2 - 4, 3), (needed, 1)):
        seat.wide(width)
        assert (seat.lines, seat.whole()) == (lines, True)
        assert _needed(seat) == needed, "it goes on asking for one line"


def test_longer_words_and_other_choices_find_their_lines(seat: Seat) -> None:
    seat.wide(_needed(seat))
    seat.row.set_texts(["Curves of losses", "Layers", "Mistakes"])
    seat.wide(seat.inner.width())
    assert (seat.lines, seat.whole()) == (2, True)
    seat.row.set_choices([("a", "Map"), ("b", "Net")])
    seat.wide(seat.inner.width())
    assert (seat.lines, seat.whole()) == (1, True)


def test_the_arrows_go_through_all_lines(seat: Seat) -> None:
    seat.wide(_needed(seat) // 2 - 4)
    for word in WORDS[1:]:
        seat.row.take_neighbour(1)
        assert seat.row.value() == word


def test_a_word_without_room_ends_in_dots(seat: Seat) -> None:
    seat.wide(60)
    (last,) = seat.buttons[2:]
    option = QStyleOptionButton()
    last.initStyleOption(option)  # type: ignore[attr-defined]
    assert option.text.endswith("…")
    assert last.text() == "Mistakes"
    seat.wide(500)
    last.initStyleOption(option)  # type: ignore[attr-defined]
    assert option.text == "Mistakes"
