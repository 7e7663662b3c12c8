"""The steps from ink to what the net gets, as pictures."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.data.prepare import Prepared, Recipe, prepare
from neuroviz.ui.picture_row import PictureRow, mass_centre
from neuroviz.ui.step_switch import paint_switch
from neuroviz.ui.theme import Theme, set_theme, theme


def prepared() -> Prepared:
    found = prepare(raster(Drawing((Stroke(((0.3, 0.2), (0.35, 0.8)), 0.1),))))
    assert found is not None
    return found


@pytest.fixture
def row(qtbot: QtBot) -> PictureRow:
    widget = PictureRow()
    qtbot.addWidget(widget)
    widget.resize(700, 140)
    widget.show()
    return widget


def test_a_picture_that_comes_prepared_stands_alone(row: PictureRow) -> None:
    grey = np.zeros((28, 28), np.uint8)
    grey[10:18, 10:18] = 255
    empty = row.grab().toImage()
    row.set_given(grey)
    given = row.grab().toImage()
    assert given != empty
    middle = row.frames()[-1].center().toPoint()
    assert given.pixelColor(middle) == theme().ink
    row.set_prepared(None)
    assert row.grab().toImage() == empty


@pytest.mark.parametrize("size", [(700, 140), (300, 220), (240, 60), (200, 400)])
def test_five_frames_lie_inside_in_reading_order(row: PictureRow, size: tuple[int, int]) -> None:
    row.resize(*size)
    frames = row.frames()
    assert len(frames) == 5
    for frame in frames:
        assert frame.left() >= 0
        assert frame.right() <= size[0]
        assert frame.bottom() <= size[1]
    places = [(frame.y(), frame.x()) for frame in frames]
    assert places == sorted(places)


@pytest.mark.parametrize(("size", "scale"), [((208, 200), 1.0), ((390, 320), 2.0), ((480, 300), 2.0)])
def test_its_words_are_whole_and_can_be_read(
    row: PictureRow, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], scale: float
) -> None:
    set_theme("dark", scale)
    row.set_recipe(Recipe())
    row.set_prepared(prepared())
    row.resize(*size)
    drawn: list[tuple[QRectF, float]] = []

    def note(painter: QPainter, under: QRectF, label: str, on: bool, font: QFont, look: Theme) -> QRectF:
        whole = paint_switch(painter, under, label, on, font, look)
        drawn.append((whole, font.pointSizeF()))
        return whole

    monkeypatch.setattr("neuroviz.ui.picture_row.paint_switch", note)
    try:
        row.grab()
        usual = theme().font(0.85).pointSizeF()
    finally:
        set_theme("dark")
    assert len(drawn) == 4
    for whole, points in drawn:
        assert whole.left() >= 0
        assert whole.right() <= size[0]
        assert points >= 0.75 * usual
    for (one, _), (other, _) in pairwise(drawn):
        assert one.right() < other.left() or one.bottom() <= other.top()


def test_a_narrow_row_is_laid_in_several(row: PictureRow) -> None:
    row.resize(200, 400)
    assert len({frame.y() for frame in row.frames()}) > 1
    assert row.heightForWidth(240) > row.heightForWidth(600)


def test_values_are_those_of_the_arrays(row: PictureRow) -> None:
    p = prepared()
    row.set_prepared(p)
    frames = row.frames()
    middle = frames[4].center() + QPointF(0.5, 0.5)
    assert row.value_at(middle) == (4, 14, 14, float(p.grey[14, 14]))
    corner = frames[3].topLeft() + QPointF(1, 1)
    assert row.value_at(corner) == (3, 0, 0, 0.0)
    found = row.value_at(frames[2].center())
    assert found is not None
    assert found[3] == pytest.approx(float(p.scaled[found[1], found[2]]))
    assert row.value_at(frames[2].topLeft() + QPointF(1, 1)) is None  # beside the 20 × 20 box
    assert row.value_at(QPointF(frames[0].right() + 5, 20)) is None


def test_pixels_are_seen_in_their_grey(row: PictureRow) -> None:
    p = prepared()
    row.set_prepared(p)
    image, frame = row.grab().toImage(), row.frames()[4]
    pixel = frame.width() / 28
    for y, x in ((0, 0), (14, 14), (14, 13), (5, 12)):
        at = frame.topLeft() + QPointF((x + 0.5) * pixel, (y + 0.5) * pixel)
        seen = image.pixelColor(at.toPoint()).redF()
        paper, ink = theme().card.redF(), theme().ink.redF()
        assert seen == pytest.approx(paper + (ink - paper) * p.grey[y, x] / 255, abs=0.02)


def test_the_box_is_drawn_on_the_ink_where_it_is(row: PictureRow) -> None:
    p = prepared()
    row.set_prepared(p)
    image, frame = row.grab().toImage(), row.frames()[0]
    y = frame.center().toPoint().y()
    colours = {x: image.pixelColor(x, y) for x in range(int(frame.left()) + 1, int(frame.right()))}
    near = [x for x, colour in colours.items() if colour.blueF() - colour.redF() > 0.2]  # all else is grey
    scale = frame.width() / 280
    assert min(near) == pytest.approx(frame.left() + p.box[0] * scale, abs=2)
    assert max(near) == pytest.approx(frame.left() + p.box[2] * scale, abs=2)


def test_the_centre_of_mass() -> None:
    values = np.zeros((4, 8), np.float32)
    values[1, 6] = 3
    assert mass_centre(values) == pytest.approx((6.5 / 8, 1.5 / 4))
    assert mass_centre(prepared().centred) == pytest.approx((0.5, 0.5), abs=0.02)


def test_nothing_drawn_shows_empty_frames(row: PictureRow) -> None:
    row.set_prepared(prepared())
    row.set_prepared(None)
    image = row.grab().toImage()
    for frame in row.frames():
        assert image.pixelColor(frame.center().toPoint()) == theme().card
    assert row.value_at(row.frames()[0].center()) is None


def test_without_a_recipe_there_are_no_switches(row: PictureRow) -> None:
    told: list[Recipe] = []
    row.recipe_changed.connect(told.append)
    row.set_prepared(prepared())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.frames()[2].center().toPoint())
    assert told == []
    assert row.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_click_on_a_picture_or_its_word_turns_its_step_off_and_on(row: PictureRow) -> None:
    row.set_recipe(Recipe())
    row.set_prepared(prepared())
    told: list[Recipe] = []
    row.recipe_changed.connect(told.append)
    frames = row.frames()
    before = row.grab().toImage()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=frames[2].center().toPoint())
    assert told == [Recipe(scale=False)]
    off = row.grab().toImage()
    assert off != before, "a step that is left out is seen to be"
    assert "off" in row.accessibleDescription()
    word = QPointF(frames[2].center().x(), frames[2].bottom() + 8).toPoint()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=word)
    assert told[-1] == row.recipe() == Recipe()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=frames[0].center().toPoint())
    assert len(told) == 2, "the ink itself cannot be left out"


def test_the_switches_by_keyboard(row: PictureRow) -> None:
    row.set_recipe(Recipe())
    told: list[Recipe] = []
    row.recipe_changed.connect(told.append)
    row.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(row, key)
    assert told == [Recipe(centre=False)]
    for _ in range(5):
        QTest.keyClick(row, Qt.Key.Key_Right)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert told[-1] == Recipe(centre=False, full=False)
    assert row.recipe() == told[-1]


def test_a_picture_that_comes_prepared_has_no_steps_to_leave_out(row: PictureRow) -> None:
    row.set_recipe(Recipe())
    row.set_given(np.zeros((28, 28), np.uint8))
    row.toggle(1)
    assert row.recipe() == Recipe()
