"""LevelMap and Slices: places lie where the axes say, hand and keys ask for them and for other domains."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui.relief.map import LevelMap
from neuroviz.ui.relief.map_kept import MapKept
from neuroviz.ui.relief.marks import Marks, Spot
from neuroviz.ui.relief.shape import Domain, Relief
from neuroviz.ui.relief.slices import Slices
from neuroviz.ui.relief.words import Names
from neuroviz.ui.share import render
from neuroviz.ui.theme import set_theme, theme
from tests.ui import reliefs
from tests.ui.reliefs import RED, painted, reds, wheel

HOME = (*reliefs.X, *reliefs.Y)


def shown(qtbot: QtBot, *, equal: bool = False) -> LevelMap:
    made = LevelMap(equal=equal)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_names(Names("x", "y", "loss"))
    made.set_relief(reliefs.himmelblau())
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LevelMap]:
    made = shown(qtbot)
    yield made
    assert made.property("painting_failed") is not True


def pixel(view: LevelMap, x: float, y: float) -> QPoint:
    place = view.pixel_of(x, y)
    assert place is not None
    return place.toPoint()


def over(domain: Domain) -> Relief:
    x, y = np.meshgrid(np.linspace(*domain[:2], 30), np.linspace(*domain[2:], 30))
    return Relief(x * x + y * y, domain[:2], domain[2:])


@pytest.mark.parametrize("name", reliefs.BAD)
def test_any_values_are_painted(view: LevelMap, name: str) -> None:
    for log in (False, True):
        view.set_relief(Relief(reliefs.BAD[name], reliefs.X, reliefs.Y, log))
        view.set_marks(reliefs.every_mark())
        view.set_cursor((1.0, 2.0))
        assert painted(view).shape == (480, 640, 3)
        assert view.property("painting_failed") is not True
    view.set_relief(None)
    painted(view)


def test_bad_marks_are_painted(view: LevelMap) -> None:
    view.set_marks(reliefs.bad_marks())
    for cursor in ((1e308, -1e308), (np.inf, 0.0), (np.nan, np.nan)):
        view.set_cursor(cursor)
        painted(view)
    assert view.property("painting_failed") is not True


@pytest.mark.parametrize("size", [(1, 1), (50, 400), (900, 40), (200, 160)])
@pytest.mark.parametrize("equal", [False, True])
def test_any_size_is_painted(qtbot: QtBot, size: tuple[int, int], equal: bool) -> None:
    view = shown(qtbot, equal=equal)
    view.set_marks(reliefs.every_mark())
    view.setMinimumSize(1, 1)
    view.resize(*size)
    painted(view)
    assert view.property("painting_failed") is not True


def test_a_mark_lies_where_the_axes_say(view: LevelMap) -> None:
    for x, y in ((0.0, 0.0), (-4.5, 5.5), (3.0, -3.0)):
        view.set_marks(Marks(spots=(Spot(x, y, RED),)))
        rows, columns = np.nonzero(reds(painted(view)))
        area = view.area()
        assert columns.mean() == pytest.approx(area.left() + (x + 5) / 10 * area.width(), abs=1)
        assert rows.mean() == pytest.approx(area.bottom() - (y + 4) / 10 * area.height(), abs=1)


def test_each_kind_of_mark_leaves_ink(view: LevelMap) -> None:
    marks = reliefs.every_mark()
    assert not reds(painted(view)).any()
    for name in ("clouds", "trails", "spots", "arrows"):
        for one in getattr(marks, name):
            if getattr(one, "dx", 1.0) > 0.01:
                view.set_marks(Marks(**{name: (one,)}))
                assert reds(painted(view)).any(), one


def test_the_lowest_value_is_coloured_as_the_foot_of_the_bar(view: LevelMap) -> None:
    z = np.ones((20, 20))
    z[:10] = 0.0
    view.set_relief(Relief(z, reliefs.X, reliefs.Y))
    picture = painted(view)
    area = view.area()
    low, high = (theme().magnitude(value)[:3].astype(int) for value in (0.0, 1.0))
    x = int(area.center().x())
    for y, colour in ((area.bottom() - 20, low), (area.top() + 20, high)):
        assert np.abs(picture[int(y), x] - colour).max() < 60
        assert np.abs(picture[int(y), x] - (high if colour is low else low)).max() > 100


def test_equal_units_are_equally_long(qtbot: QtBot) -> None:
    view = shown(qtbot, equal=True)
    view.set_relief(over((0.0, 4.0, 0.0, 1.0)))
    area = view.area()
    assert area.width() / area.height() == pytest.approx(4, rel=0.01)
    painted(view)


def test_a_press_picks_and_a_drag_goes_on(view: LevelMap, qtbot: QtBot) -> None:
    found: list[tuple[str, float, float]] = []
    for name in ("picked", "dragged", "dropped"):
        getattr(view, name).connect(lambda x, y, name=name: found.append((name, x, y)))
    start, end = pixel(view, 0.0, 0.0), pixel(view, 2.0, 3.0)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert [one[0] for one in found] == ["picked", "dragged", "dragged", "dropped"]
    assert found[0][1:] == pytest.approx((0, 0), abs=0.03)
    assert found[2][1:] == found[3][1:] == pytest.approx((2, 3), abs=0.03)
    found.clear()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=start)
    assert [one[0] for one in found] == ["picked"]
    found.clear()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, QPoint(639, 1))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(639, 1))
    assert found[-1][1:] == pytest.approx((5, 6))
    found.clear()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert found == []


def wishes(view: LevelMap) -> list[Domain]:
    found: list[Domain] = []
    view.domain_wanted.connect(lambda *domain: found.append(domain))
    return found


def test_the_wheel_asks_for_a_closer_domain_about_the_pointer(view: LevelMap) -> None:
    found = wishes(view)
    at = QPointF(pixel(view, 3.0, 2.0))
    before = view.place_at(at.x(), at.y())
    assert before is not None
    wheel(view, at, 3)
    assert len(found) == 1
    x0, x1, y0, y1 = found[0]
    assert -5 < x0 < 3 < x1 < 5
    assert -4 < y0 < 2 < y1 < 6
    assert view.seen() == found[0]
    assert view.place_at(at.x(), at.y()) == pytest.approx(before)


def test_until_the_values_come_the_old_picture_is_stretched(view: LevelMap) -> None:
    view.set_marks(Marks(spots=(Spot(3.0, 2.0, RED),)))
    whole = painted(view)
    wheel(view, QPointF(pixel(view, 3.0, 2.0)), 5)
    wanted = view.seen()
    near = painted(view)
    rows, columns = np.nonzero(reds(near))
    place = view.pixel_of(3.0, 2.0)
    assert place is not None
    assert (columns.mean(), rows.mean()) == (pytest.approx(place.x(), abs=1), pytest.approx(place.y(), abs=1))
    assert not np.array_equal(whole, near)
    view.set_relief(over((-1.0, 1.0, -1.0, 1.0)))
    assert view.seen() == wanted
    view.set_relief(over(wanted))
    assert view.seen() == wanted
    view.set_relief(over(HOME))
    assert view.seen() == HOME


def test_a_wish_that_is_not_granted_can_be_forgotten(view: LevelMap) -> None:
    wheel(view, QPointF(pixel(view, 3.0, 2.0)), 5)
    view.forget_wish()
    assert view.seen() == HOME


@pytest.mark.parametrize(("button", "keys"), [
    (Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier),
    (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier),
])
def test_the_map_can_be_pushed(
    view: LevelMap, qtbot: QtBot, button: Qt.MouseButton, keys: Qt.KeyboardModifier
) -> None:
    found = wishes(view)
    start, end = pixel(view, 0.0, 0.0), pixel(view, 2.0, 1.0)
    with qtbot.assertNotEmitted(view.picked), qtbot.assertNotEmitted(view.dropped):
        QTest.mousePress(view, button, keys, start)
        QTest.mouseMove(view, (start + end) / 2)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, button, keys, end)
    assert found[-1] == pytest.approx((-7, 3, -5, 5), abs=0.05)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=start)
    assert found[-1] == HOME
    view.set_home((0.0, 1.0, 0.0, 1.0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert found[-1] == (0.0, 1.0, 0.0, 1.0)


def test_zoom_ends_where_numbers_end(view: LevelMap) -> None:
    view.set_home(HOME)
    for notches in (30, -30):
        for _ in range(40):
            wheel(view, QPointF(pixel_of_middle(view)), notches)
            view.set_relief(over(view.seen()))
            painted(view)
        x0, x1, _, _ = view.seen()
        assert (x1 - x0) / 10 >= 0.99e-6
        assert (x1 - x0) / 10 <= 1.01e3


def pixel_of_middle(view: LevelMap) -> QPoint:
    return view.area().center().toPoint()


def test_keys_move_the_cursor_pick_and_zoom(view: LevelMap, qtbot: QtBot) -> None:
    view.setFocus()
    found = wishes(view)
    with qtbot.waitSignal(view.moved) as moved:
        QTest.keyClick(view, Qt.Key.Key_Right)
    step = 10 / 59
    assert moved.args == pytest.approx([step, 1.0])
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.cursor_at() == pytest.approx((step, 1 + step))
    with qtbot.waitSignal(view.picked) as picked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert tuple(picked.args) == view.cursor_at()
    view.set_cursor((5.0, 0.0))
    with qtbot.assertNotEmitted(view.moved):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert len(found) == 2
    assert found[1] == pytest.approx(HOME)
    x0, x1, _, _ = found[0]
    assert (x1 - x0, x1) == (pytest.approx(8.0), pytest.approx(5.0))


@pytest.mark.parametrize("log", [False, True])
def test_numbers_stand_on_their_lines_and_apart(log: bool) -> None:
    relief, size = reliefs.himmelblau(log=log), QSizeF(500, 400)
    labels = MapKept(relief, theme()).labels(size)
    assert len(labels) >= 3
    words = {text: value for value, text in relief.ticks(14)}
    for at, text in labels:
        x, y = -5 + at.x() / 500 * 10, 6 - at.y() / 400 * 10
        assert float(relief.height_at(x, y)) == pytest.approx(float(relief.height_of(words[text])), abs=0.02)
    for k, (at, _) in enumerate(labels):
        assert all((at - other).manhattanLength() > 20 for other, _ in labels[:k])


def test_it_is_fine_when_it_rests(view: LevelMap, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.sharp)
    view.resize(500, 400)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.sharp)
    set_theme("light")
    assert painted(view).shape == (400, 500, 3)


@pytest.mark.parametrize("name", ["light", "contrast", "dark"])
def test_it_follows_the_theme(view: LevelMap, name: str) -> None:
    set_theme("light" if name == "dark" else "dark")
    before = painted(view)
    set_theme(name)
    assert (before != painted(view)).any(axis=2).mean() > 0.3


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_it_is_saved_in_any_resolution(view: LevelMap, ratio: float) -> None:
    view.set_marks(Marks(spots=(Spot(1.0, -2.0, RED),)))
    picture = render.image(view, ratio)
    place = view.pixel_of(1.0, -2.0)
    assert place is not None
    rows, columns = np.nonzero(reds(reliefs.pixels(picture)))
    assert columns.mean() / ratio - theme().space(4) == pytest.approx(place.x(), abs=1.5)
    assert rows.mean() / ratio - theme().space(4) == pytest.approx(place.y(), abs=1.5)


def test_its_lines_look_as_its_pixels_do(view: LevelMap) -> None:
    view.set_marks(reliefs.every_mark())
    flat = render.image(view, 1.0)
    lines = QImage(flat.size(), QImage.Format.Format_RGB32)
    with QPainter(lines) as painter:
        QSvgRenderer(QByteArray(render.svg(view, "map"))).render(painter)
    assert np.abs(reliefs.pixels(lines) - reliefs.pixels(flat)).mean() < 4


def test_numbers_are_said_to_those_who_do_not_see_it(view: LevelMap) -> None:
    assert view.accessibleName() == "Map of the surface"
    assert "Lowest" in view.accessibleDescription()


# -- slices --------------------------------------------------------------------------------------------


@pytest.fixture
def slices(qtbot: QtBot) -> Slices:
    made = Slices()
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.set_names(Names("x", "y", "loss"))
    made.set_relief(reliefs.himmelblau())
    made.set_cursor((3.0, 2.0))
    made.show()
    return made


def test_slices_are_the_values_along_both_axes(slices: Slices) -> None:
    data = slices.data()
    relief = reliefs.himmelblau()
    x, y = data["along x place"], data["along y place"]
    assert data["along x value"] == pytest.approx(relief.at(x, np.full(len(x), 2.0)))
    assert data["along y value"] == pytest.approx(relief.at(np.full(len(y), 3.0), y))
    assert (slices.along_x.cursor_at(), slices.along_y.cursor_at()) == (3.0, 2.0)


def test_the_cursor_of_a_slice_moves_the_place(slices: Slices, qtbot: QtBot) -> None:
    slices.along_x.setFocus()
    with qtbot.waitSignal(slices.moved) as moved:
        QTest.keyClick(slices.along_x, Qt.Key.Key_Right)
    x, y = moved.args
    assert (x > 3.0, y) == (True, 2.0)
    assert slices.cursor_at() == (x, y)
    with qtbot.waitSignal(slices.moved) as moved:
        QTest.keyClick(slices.along_y, Qt.Key.Key_Left)
    assert moved.args[0] == x
    assert moved.args[1] < 2.0


def test_a_part_that_is_looked_at_stays_while_the_cursor_moves(slices: Slices) -> None:
    QApplication.processEvents()
    before = slices.along_x.seen()
    slices.set_cursor((1.0, 1.0))
    assert slices.along_x.seen() == before == pytest.approx(reliefs.X)


@pytest.mark.parametrize("name", reliefs.BAD)
@pytest.mark.parametrize("upright", [False, True])
def test_slices_of_any_values(qtbot: QtBot, name: str, upright: bool) -> None:
    made = Slices(upright=upright)
    qtbot.addWidget(made)
    for log in (False, True):
        made.set_relief(Relief(reliefs.BAD[name], reliefs.X, reliefs.Y, log))
        made.set_cursor((0.0, 1.0))
        made.grab()
    made.set_cursor(None)
    made.set_relief(None)
    assert made.data() == {}
    QApplication.sendEvent(made, QEvent(QEvent.Type.LanguageChange))
    assert made.along_x.accessibleName() == "Slice along x"
