"""A sheet of thousands of pictures: places, keys, and that only what is seen is drawn."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from neuroviz.ui import image_rows
from neuroviz.ui.image_cells import Caption, laid_out, measured
from neuroviz.ui.image_sheet import SIDES, ImageSheet
from neuroviz.ui.theme import set_theme, theme

N = 3000
IMAGES = np.random.default_rng(1).integers(0, 256, (N, 28, 28), np.uint8)


def caption(row: int) -> Caption:
    return Caption(f"{row} → 9", "98 %", row % 10, "wrong", f"picture {row}")


@pytest.fixture
def sheet(qtbot: QtBot) -> ImageSheet:
    widget = ImageSheet()
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.set_captions(caption)
    widget.set_empty("Nothing here.")
    widget.show_images(IMAGES)
    widget.show()
    return widget


def centre(sheet: ImageSheet, row: int) -> QPoint:
    return sheet.cell_of(row).center()


def top(sheet: ImageSheet, row: int) -> int:
    return sheet.cell_of(row).top()


def wheel(sheet: ImageSheet, notches: int, ctrl: bool = False) -> None:
    at = QPointF(100, 100)
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, sheet.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(sheet, event)


# -- the grid ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [0, 1, 7, 8, 9, 1000])
@pytest.mark.parametrize("width", [50.0, 300.0, 1234.0])
@pytest.mark.parametrize("side", SIDES)
def test_every_cell_has_its_own_place_inside(n: int, width: float, side: int) -> None:
    grid = laid_out(n, width, side, 70.0, 2, theme())
    assert grid.rows * grid.columns >= n
    for i in range(n):
        cell, picture = grid.cell(i), grid.picture(i)
        assert cell.right() <= max(width, side + 20) + 1e-6
        assert cell.bottom() <= grid.height + 1e-6
        assert cell.contains(picture.center())
        assert grid.at(cell.center().x(), cell.center().y()) == i
        assert i in grid.seen(cell.center().y(), 1)
    assert grid.at(-1, 5) == -1
    assert grid.at(5, grid.height + 2 * grid.down) == -1


def test_rows_in_sight_are_all_that_show() -> None:
    grid = laid_out(1000, 500, 56, 0, 1, theme())
    for y in (0.0, 3.0, 777.0, float(grid.height) - 100):
        shown = {i for i in range(1000) if grid.cell(i).bottom() > y and grid.cell(i).top() < y + 200}
        assert shown <= set(grid.seen(y, 200))
        assert len(grid.seen(y, 200)) <= len(shown) + 2 * grid.columns


def test_the_widest_line_makes_the_cell() -> None:
    widest, lines = measured([Caption("4"), Caption("4", "a much longer second line")], theme())
    assert lines == 2
    assert widest > measured([Caption("4")], theme())[0]
    assert measured([], theme()) == (0.0, 0)


# -- what is drawn -------------------------------------------------------------------------------------


def test_a_picture_is_seen_as_it_is(sheet: ImageSheet) -> None:
    sheet.set_captions(lambda row: Caption())
    image = sheet.grab().toImage()
    paper, ink = theme().card.redF(), theme().ink.redF()
    square = sheet._grid.picture(9)
    for y, x in ((0, 0), (3, 20), (27, 27), (14, 9)):
        at = square.topLeft() + QPointF(2 * x + 1, 2 * y + 1)  # 56 pixels: two for each of the picture's
        seen = image.pixelColor(at.toPoint()).redF()
        assert seen == pytest.approx(paper + (ink - paper) * IMAGES[9, y, x] / 255, abs=0.02)


def test_only_rows_in_sight_are_coloured_and_asked_for(
    sheet: ImageSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    real = image_rows.row_raster
    monkeypatch.setattr(image_rows, "row_raster", lambda *args: made.append(1) or real(*args))
    asked: list[int] = []
    sheet.set_captions(lambda row: asked.append(row) or Caption("x"))
    set_theme("light")
    asked.clear()
    sheet.grab()
    assert 0 < len(made) < 10
    assert len(asked) < 120
    sheet.grab()
    assert len(made) < 10, "what was coloured is kept"


def test_colour_is_not_the_only_carrier(sheet: ImageSheet) -> None:
    pictures = []
    for mark in ("", "right", "wrong", "unlike"):
        sheet.set_captions(lambda row, mark=mark: Caption("x", mark=mark))
        pictures.append(sheet.grab().toImage())
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_theme_and_size_of_text_are_followed(sheet: ImageSheet, name: str, scale: float) -> None:
    side = sheet._grid.side
    set_theme(name, scale)
    assert sheet._grid.side == round(side * scale)
    sheet.set_captions(lambda row: Caption())
    black = np.zeros((4, 28, 28), np.uint8)
    sheet.show_images(black)
    assert sheet.grab().toImage().pixelColor(centre(sheet, 0)) == theme().card


def test_an_empty_sheet_says_so(sheet: ImageSheet) -> None:
    full = sheet.grab().toImage()
    sheet.show_images(IMAGES, np.zeros(0, np.int64))
    assert sheet.accessibleDescription() == "Nothing here."
    assert sheet.grab().toImage() != full
    sheet.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End):
        QTest.keyClick(sheet, key)
    assert sheet.current() == -1


# -- moving about --------------------------------------------------------------------------------------


def test_a_click_makes_current_and_two_pick(sheet: ImageSheet, qtbot: QtBot) -> None:
    picked: list[int] = []
    sheet.picked.connect(picked.append)
    with qtbot.waitSignal(sheet.current_changed) as told:
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=centre(sheet, 9))
    assert told.args == [9]
    assert (sheet.current(), picked) == (9, [])
    QTest.mouseDClick(sheet, Qt.MouseButton.LeftButton, pos=centre(sheet, 9))
    assert picked == [9]


def test_keys_lead_everywhere_and_into_sight(sheet: ImageSheet) -> None:
    columns = sheet._grid.columns
    page = sheet.height() // int(sheet._grid.down) * columns
    assert columns > 2
    picked: list[int] = []
    sheet.picked.connect(picked.append)
    key = Qt.Key
    steps = (
        (key.Key_Down, 0), (key.Key_Right, 1), (key.Key_Down, 1 + columns), (key.Key_Left, columns),
        (key.Key_PageDown, columns + page), (key.Key_PageUp, columns), (key.Key_Up, 0), (key.Key_Up, 0),
        (key.Key_Left, 0), (key.Key_End, N - 1), (key.Key_Right, N - 1), (key.Key_Return, N - 1),
        (key.Key_Home, 0),
    )  # fmt: skip
    for one, there in steps:
        QTest.keyClick(sheet, one)
        assert sheet.current() == there, one
        assert sheet.rect().contains(centre(sheet, there))
    assert picked == [N - 1]


def test_down_from_above_a_short_last_row_goes_to_its_end(sheet: ImageSheet) -> None:
    columns = sheet._grid.columns
    sheet.show_images(IMAGES[: columns + 1])
    QTest.keyClick(sheet, Qt.Key.Key_End)
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert sheet.current() == columns - 1
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.current() == columns


def test_the_wheel_scrolls_and_with_ctrl_it_sizes(sheet: ImageSheet) -> None:
    before = top(sheet, 0)
    wheel(sheet, -1)
    assert top(sheet, 0) < before
    sizes: list[int] = []
    sheet.side_changed.connect(sizes.append)
    wheel(sheet, 1, ctrl=True)
    wheel(sheet, -1, ctrl=True)
    QTest.keyClick(sheet, Qt.Key.Key_Minus)
    assert sizes == [70, 56, 42]
    for _ in range(20):
        wheel(sheet, 1, ctrl=True)
    assert sheet.side() == SIDES[-1]


def test_hovering_tells_row_and_words(sheet: ImageSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.hovered) as told:
        QTest.mouseMove(sheet, centre(sheet, 4))
    assert told.args == [4]
    at = centre(sheet, 4)
    QApplication.sendEvent(sheet, QHelpEvent(QEvent.Type.ToolTip, at, sheet.mapToGlobal(at)))
    assert QToolTip.text() == "picture 4"
    QToolTip.hideText()


def test_a_screen_reader_hears_the_current_one(sheet: ImageSheet) -> None:
    assert sheet.accessibleDescription() == "Pictures: 3,000."
    sheet.set_current(4)
    assert sheet.accessibleDescription() == "Picture 5 of 3,000: picture 4"


# -- it keeps its place --------------------------------------------------------------------------------


def test_pictures_that_come_in_between_move_nothing_that_is_seen(sheet: ImageSheet) -> None:
    evens = np.arange(0, N, 2)
    sheet.show_images(IMAGES, evens)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=centre(sheet, 8))
    for _ in range(20):
        wheel(sheet, -1)
    seen = next(row for row in evens if sheet.rect().contains(sheet.cell_of(int(row))))
    before = top(sheet, seen)
    sheet.show_images(IMAGES, np.arange(N))
    assert abs(top(sheet, seen) - before) <= 1
    assert sheet.current() == 8


def test_at_the_very_top_one_sees_the_new_first(sheet: ImageSheet) -> None:
    sheet.show_images(IMAGES, np.arange(10, N))
    sheet.show_images(IMAGES, np.arange(N))
    assert sheet.cell_of(0).top() >= 0


def test_appended_pictures_are_drawn_also_in_the_row_that_was_not_full(sheet: ImageSheet) -> None:
    sheet.set_captions(lambda row: Caption())
    white = np.full((40, 28, 28), 255, np.uint8)
    sheet.show_images(white, np.arange(1))
    sheet.grab()
    sheet.show_images(white, np.arange(40))
    image = sheet.grab().toImage()
    for row in (0, 1, 2, 12):
        assert image.pixelColor(sheet._grid.picture(row).center().toPoint()) == theme().ink, row


def test_a_current_picture_that_is_gone_is_told(sheet: ImageSheet, qtbot: QtBot) -> None:
    sheet.set_current(9)
    with qtbot.waitSignal(sheet.current_changed) as told:
        sheet.show_images(IMAGES, np.arange(5))
    assert told.args == [-1]


@pytest.mark.parametrize("size", [(30, 30), (500, 100), (900, 700)])
def test_another_size_keeps_the_current_one_in_sight(sheet: ImageSheet, size: tuple[int, int]) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_End)
    sheet.set_current(1500)
    sheet.resize(*size)
    QApplication.processEvents()
    cell = sheet.cell_of(1500)
    assert cell.bottom() > 0
    assert cell.top() < size[1]
    sheet.grab()
