"""BlockView: the hand turns it, a click says where, what lies on it is seen there, whatever it is given."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui.relief.block_axes import BlockAxes
from neuroviz.ui.relief.lens import NEAREST, STEEPEST, Eye
from neuroviz.ui.relief.marks import NOTHING, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.view import BlockView
from neuroviz.ui.relief.words import Names
from neuroviz.ui.share import render
from neuroviz.ui.theme import set_theme, theme
from tests.ui import reliefs
from tests.ui.reliefs import RED, painted, reds, wheel


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[BlockView]:
    made = BlockView()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_names(Names("x", "y", "loss"))
    made.set_relief(reliefs.himmelblau())
    made.show()
    QApplication.processEvents()
    yield made
    assert made.property("painting_failed") is not True


@pytest.mark.parametrize("name", reliefs.BAD)
def test_any_values_are_painted(view: BlockView, name: str) -> None:
    for log in (False, True):
        view.set_relief(Relief(reliefs.BAD[name], reliefs.X, reliefs.Y, log))
        view.set_marks(reliefs.every_mark())
        view.set_cursor((1.0, 2.0))
        assert painted(view).shape == (480, 640, 3)
        assert view.property("painting_failed") is not True
        assert view.accessibleDescription()
    view.set_relief(None)
    painted(view)


def test_bad_marks_are_painted(view: BlockView) -> None:
    view.set_marks(reliefs.bad_marks())
    for cursor in ((np.nan, 0.0), (1e308, -1e308), (np.inf, np.inf)):
        view.set_cursor(cursor)
        painted(view)
    assert view.property("painting_failed") is not True


@pytest.mark.parametrize("size", [(1, 1), (50, 400), (900, 40), (200, 160)])
def test_any_size_is_painted(view: BlockView, size: tuple[int, int]) -> None:
    view.set_marks(reliefs.every_mark())
    view.setMinimumSize(1, 1)
    view.resize(*size)
    painted(view)


def spot_at(view: BlockView, x: float, y: float) -> np.ndarray:
    view.set_marks(Marks(spots=(Spot(x, y, RED),)))
    return reds(painted(view))


def test_each_kind_of_mark_leaves_ink_where_it_lies(view: BlockView) -> None:
    marks = reliefs.every_mark()
    assert not reds(painted(view)).any()
    for name in ("clouds", "trails", "spots", "arrows"):
        for one in getattr(marks, name):
            view.set_marks(Marks(**{name: (one,)}))
            seen = reds(painted(view))
            if getattr(one, "dx", 1.0) > 0.01:
                assert seen.any(), one
    ink = spot_at(view, 1.0, -2.0)
    place = view.pixel_of(1.0, -2.0)
    assert place is not None
    rows, columns = np.nonzero(ink)
    assert (columns.mean(), rows.mean()) == (pytest.approx(place.x(), abs=1), pytest.approx(place.y(), abs=1))


def test_what_is_hidden_is_fainter(view: BlockView) -> None:
    view.set_relief(reliefs.ridge())
    view.set_look(Eye(0, 50))
    view.set_marks(NOTHING)
    bare = painted(view)
    weight = {}
    for y in (-1.0, 2.0):
        view.set_marks(Marks(trails=(Trail(np.array([-3.0, 3.0]), np.array([y, y]), RED),)))
        weight[y] = np.abs(painted(view) - bare).sum()
    assert 0 < weight[2.0] < 0.5 * weight[-1.0]


def test_a_trail_follows_the_ground(view: BlockView) -> None:
    view.set_relief(reliefs.ridge())
    view.set_look(Eye(80, 20))
    view.set_marks(Marks(trails=(Trail(np.zeros(2), np.array([-4.0, 6.0]), RED),)))
    ink = reds(painted(view))
    crest = view.pixel_of(0.0, 1.0)
    assert crest is not None
    about = ink[int(crest.y()) - 3 : int(crest.y()) + 4, int(crest.x()) - 3 : int(crest.x()) + 4]
    assert about.any()


def test_a_click_picks_the_place_that_is_there(view: BlockView, qtbot: QtBot) -> None:
    for x, y in ((0.0, 0.0), (-2.0, 3.5), (2.5, 5.0)):
        place = view.pixel_of(x, y)
        assert place is not None
        with qtbot.waitSignal(view.picked) as got:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.toPoint())
        near = view.pixel_of(*got.args)
        assert near is not None
        assert (near - QPointF(place.toPoint())).manhattanLength() < 4
    with qtbot.assertNotEmitted(view.picked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def drag(view: BlockView, way: QPoint, button: Qt.MouseButton, shift: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    start = QPoint(320, 240)
    QTest.mousePress(view, button, keys, start)
    for k in range(1, 5):
        QTest.mouseMove(view, start + way * (k / 4))
    QTest.mouseRelease(view, button, keys, start + way)


def test_a_drag_turns_and_picks_nothing(view: BlockView, qtbot: QtBot) -> None:
    before = view.look()
    with qtbot.assertNotEmitted(view.picked), qtbot.waitSignal(view.turned):
        drag(view, QPoint(80, 40), Qt.MouseButton.LeftButton)
    assert view.look().azimuth < before.azimuth - 20
    assert view.look().tilt > before.tilt + 5
    assert view.look().shift == before.shift


@pytest.mark.parametrize(("button", "shift"), [
    (Qt.MouseButton.RightButton, False), (Qt.MouseButton.LeftButton, True),
])
def test_shift_and_the_right_button_shift(view: BlockView, button: Qt.MouseButton, shift: bool) -> None:
    before = view.pixel_of(0.0, 0.0)
    drag(view, QPoint(60, -40), button, shift)
    after = view.pixel_of(0.0, 0.0)
    assert before is not None
    assert after is not None
    assert (after.x() - before.x(), after.y() - before.y()) == (
        pytest.approx(60, abs=1), pytest.approx(-40, abs=1))
    assert view.look().azimuth == Eye().azimuth
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert view.look() == Eye()


def test_the_wheel_zooms_about_the_pointer(view: BlockView) -> None:
    at = view.pixel_of(1.0, 1.0)
    assert at is not None
    wheel(view, at, 4)
    after = view.pixel_of(1.0, 1.0)
    assert after is not None
    assert view.look().zoom > 1.5
    assert (after - at).manhattanLength() < 0.01
    wheel(view, at, 100)
    assert view.look().zoom == NEAREST
    painted(view)


def test_keys_turn_zoom_and_go_back(view: BlockView) -> None:
    view.setFocus()
    seen = [view.look()]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(view, key)
        seen.append(view.look())
    assert seen[1].azimuth < seen[0].azimuth
    assert seen[2].tilt > seen[1].tilt
    assert seen[3].zoom > seen[2].zoom
    assert seen[4].zoom == pytest.approx(1.0)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.look().tilt == STEEPEST
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.look() == Eye()
    view.set_home(Eye(10, 50))
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.look() == Eye(10, 50)


def test_setting_the_look_says_nothing(view: BlockView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.turned):
        view.set_look(Eye(700, 300, 99, (9, -9)))
    assert view.look() == Eye(700, 300, 99, (9, -9)).within()


def test_it_is_fine_when_it_rests_and_coarse_when_it_moves(view: BlockView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.sharp)
    fine = painted(view)
    view.set_look(Eye(-20, 35))
    assert not view.sharp
    qtbot.waitUntil(lambda: view.sharp)
    view.set_look(Eye())
    qtbot.waitUntil(lambda: view.sharp)
    assert np.array_equal(painted(view), fine)


def test_words_never_lie_on_each_other_or_beyond_the_edge(view: BlockView) -> None:
    relief = view.relief()
    assert relief is not None
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    for scale in (1.0, 1.6):
        set_theme("dark", scale)
        for azimuth in range(-180, 180, 9):
            for tilt in (8, 35, 88):
                view.set_look(Eye(azimuth, tilt))
                with QPainter(picture) as painter:
                    boxes = BlockAxes(painter, relief, view.lens(), theme()).paint(Names("x", "y", "loss"))
                assert len(boxes) > 6
                assert all(view.rect().toRectF().contains(box) for box in boxes)
                for k, box in enumerate(boxes):
                    assert not any(box.intersects(other) for other in boxes[:k])


@pytest.mark.parametrize("name", ["light", "contrast", "dark"])
def test_it_follows_the_theme(view: BlockView, name: str) -> None:
    set_theme("contrast" if name == "dark" else "dark")
    before = painted(view)
    set_theme(name)
    after = painted(view)
    assert (before != after).any(axis=2).mean() > 0.3
    ground = theme().window
    assert (abs(after[30, 30] - [ground.red(), ground.green(), ground.blue()]) < 3).all()


def test_numbers_are_said_to_those_who_do_not_see_it(view: BlockView) -> None:
    assert view.accessibleName() == "Surface"
    assert "Lowest 0.0" in view.accessibleDescription()
    assert "highest 1556 at x = 5, y = 6" in view.accessibleDescription()
    view.set_relief(None)
    assert view.accessibleDescription() == "Nothing to be seen yet."
    view.setAccessibleName("Loss of the net")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.accessibleName() == "Loss of the net"


def test_hovering_tells_place_and_value(view: BlockView) -> None:
    assert view.told(1.0, -2.0, 68.0) == "x = 1, y = −2\nloss: 68"
    view.set_told(lambda x, y, value: f"{x}|{y}|{value}")
    assert view.told(1.0, 2.0, 3.0) == "1.0|2.0|3.0"
    view.set_told(None)
    place = view.pixel_of(0.0, 0.0)
    assert place is not None
    QTest.mouseMove(view, place.toPoint())


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_it_is_saved_in_any_resolution(view: BlockView, ratio: float) -> None:
    view.set_marks(Marks(spots=(Spot(1.0, -2.0, RED),)))
    picture = render.image(view, ratio)
    edge, place = theme().space(4), view.pixel_of(1.0, -2.0)
    assert place is not None
    rows, columns = np.nonzero(reds(reliefs.pixels(picture)))
    assert columns.mean() / ratio - edge == pytest.approx(place.x(), abs=1.5)
    assert rows.mean() / ratio - edge == pytest.approx(place.y(), abs=1.5)


def test_its_lines_look_as_its_pixels_do(view: BlockView) -> None:
    view.set_marks(reliefs.every_mark())
    flat = render.image(view, 1.0)
    lines = QImage(flat.size(), QImage.Format.Format_RGB32)
    with QPainter(lines) as painter:
        QSvgRenderer(QByteArray(render.svg(view, "surface"))).render(painter)
    apart = np.abs(reliefs.pixels(lines) - reliefs.pixels(flat)).mean()
    assert apart < 4


def test_its_data_are_the_values_and_the_trails(view: BlockView) -> None:
    view.set_marks(reliefs.every_mark())
    data = view.data()
    relief = view.relief()
    assert relief is not None
    assert np.array_equal(data["values"], relief.z)
    assert (len(data["x"]), len(data["y"])) == relief.z.shape[::-1]
    assert len(data["trail 2 x"]) == 40
    view.set_relief(None)
    assert view.data() == {}
