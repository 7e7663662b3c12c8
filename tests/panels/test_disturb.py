"""The idea of Disturb: what is set by hand, key or preset is what the net answers, and the strips tell it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.data.disturb import Disturbance
from neuroviz.panels.digits.disturb import PAGE, words
from neuroviz.panels.digits.disturb.panel import DisturbPanel
from neuroviz.panels.digits.disturb.showcase import Scene
from neuroviz.panels.digits.disturb.strip import StripSlider
from neuroviz.sims.disturb import ALONG, LAST, DisturbFrame
from neuroviz.sims.flips import Flip
from neuroviz.ui.knob_scale import Scale
from neuroviz.ui.room import Context
from neuroviz.ui.share import render
from neuroviz.ui.theme import theme
from tests.panels.host import Host, opened, workspace

LEFT = Qt.MouseButton.LeftButton


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, DisturbPanel)
        self.host, self.panel, self.view = host, host.panel, host.panel.view

    def settle(self) -> DisturbFrame:
        self.host.settle(self.panel.posed)
        assert isinstance(self.panel.last, DisturbFrame)
        return self.panel.last

    @property
    def read(self) -> int:
        p = self.settle().probabilities
        return -1 if p is None else int(p.argmax())

    def preset(self, number: int) -> DisturbFrame:
        self.panel.presets()[number - 1].apply()
        return self.settle()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        made = Page(host)
        host.pose()
        yield made


def test_the_strips_and_the_chart_show_what_was_found(page: Page) -> None:
    frame = page.settle()
    curve = frame.curves["rotate"]
    assert len(curve.flips) >= 2
    strip = page.view.amounts.row("rotate").strip
    stretches = strip.stretches()
    assert [digit for digit, _, _ in stretches][1:] == [flip.after for flip in curve.flips]
    assert stretches[0][0] == curve.flips[0].before
    data = page.view.curves.data()
    np.testing.assert_array_equal(data["7 y"].astype(np.float32), curve.probabilities[:, 7])
    assert page.view.curves.cursor_at() == 52
    sentence = page.panel.room.sentence.text()
    assert "52°" in sentence
    assert "7" in sentence
    saved = page.panel.data()
    assert {f"{name}_probabilities" for name in ALONG} <= saved.keys()
    assert saved["rotate_flips"].shape == (len(curve.flips), 3)


@pytest.mark.parametrize("before", ["rotate", "shift_x", "noise"])
def test_size_can_be_chosen_after_any_other(page: Page, before: str) -> None:
    for value in (0.0, -20.0):
        page.panel._choose(before)
        page.panel._set_one(before, value)
        page.panel._choose("scale")
        assert page.view.curves.cursor_at() == 1.0
    page.view.pad.clear()
    page.panel._choose(before)
    page.panel._choose("scale")
    assert page.view.curves.cursor_at() == 1.0


def test_the_sentence_never_says_that_a_place_lies_where_it_does_not(page: Page) -> None:
    page.panel.show_scene(Scene(8, "rotate"))
    flips = page.settle().curves["rotate"].flips
    assert flips, "an 8 on its side is something else"
    told = {}
    for angle in (0.0, 90.0, 180.0):
        page.panel._set(Disturbance(rotate=angle))
        assert page.read == (8 if angle != 90.0 else page.read)
        told[angle] = page.panel.room.sentence.text()
    assert "still" in told[0.0]
    assert "again" in told[180.0]
    assert "stays" in told[90.0]


def test_a_slider_follows_mouse_and_keys_and_is_then_the_one_shown_large(page: Page) -> None:
    row = page.view.amounts.row("blur")
    strip = row.strip
    QTest.mouseClick(strip, LEFT, pos=QPoint(strip.width() // 2, strip.height() // 2))
    frame = page.settle()
    assert frame.amounts.blur == pytest.approx(2.5, abs=0.1)
    assert row.box.value() == frame.amounts.blur
    assert page.panel.memory()["chosen"] == "blur"
    assert page.view.curves.cursor_at() == frame.amounts.blur
    before = frame.amounts.blur
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert page.settle().amounts.blur == pytest.approx(before + 5 / 200, abs=0.02)
    QTest.mouseDClick(strip, LEFT, pos=QPoint(strip.width() // 2, strip.height() // 2))
    assert page.settle().amounts.blur == 0


def test_a_number_typed_is_taken_exactly_and_outside_its_limits_to_the_limit(page: Page) -> None:
    box = page.view.amounts.row("shift_x").box
    for text, value in (("-3.7", -3.7), ("99", 14.0)):
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert page.settle().amounts.shift_x == pytest.approx(value)


def test_the_answer_shown_is_the_curve_at_the_sliders_place(page: Page) -> None:
    for name in ("rotate", "scale", "noise"):
        page.panel._choose(name)
        page.panel.seek(33)
        frame = page.settle()
        assert frame.probabilities is not None
        np.testing.assert_allclose(frame.curves[name].probabilities[33], frame.probabilities, atol=2e-4)


def test_a_patch_is_laid_dragged_moved_by_keys_and_sized(page: Page) -> None:
    sight = page.view.sight
    QTest.mouseClick(sight, LEFT, pos=sight.place_of(10.0, 20.0).toPoint())
    amounts = page.settle().amounts
    assert amounts.patch == 6
    assert (amounts.patch_x, amounts.patch_y) == pytest.approx((10, 20), abs=0.2)
    QTest.mousePress(sight, LEFT, pos=sight.place_of(10.0, 20.0).toPoint())
    QTest.mouseMove(sight, sight.place_of(25.0, 5.0).toPoint())
    QTest.mouseRelease(sight, LEFT, pos=sight.place_of(25.0, 5.0).toPoint())
    assert page.settle().amounts.patch_x == pytest.approx(25, abs=0.3)
    before = page.settle().amounts
    QTest.keyClick(sight, Qt.Key.Key_Left)
    QTest.keyClick(sight, Qt.Key.Key_Down)
    QTest.keyClick(sight, Qt.Key.Key_Plus)
    after = page.settle().amounts
    assert after.patch_x == pytest.approx(before.patch_x - 0.5)
    assert after.patch_y == pytest.approx(before.patch_y + 0.5)
    assert after.patch == before.patch + 1
    for _ in range(60):
        QTest.keyClick(sight, Qt.Key.Key_Left)
    assert page.settle().amounts.patch_x == 0


def test_every_preset_shows_what_it_promises(page: Page) -> None:
    assert page.preset(1).probabilities[9] > 0.99
    assert int(page.preset(2).probabilities.argmax()) == 3
    shifted = page.preset(3)
    assert int(shifted.plain.argmax()) == 9
    assert int(shifted.probabilities.argmax()) != 9
    page.panel.context.workspace.choose("net", "CNN")
    page.host.settle(lambda: page.panel.last.net is not shifted.net)
    assert page.read == 9
    assert int(page.preset(4).probabilities.argmax()) == 9
    assert page.view.given.isVisible()
    assert int(page.preset(5).probabilities.argmax()) == 8
    assert int(page.preset(6).probabilities.argmax()) != 3
    assert not page.view.given.isVisible()


def test_play_sweeps_from_end_to_end_and_steps_go_place_by_place(page: Page) -> None:
    page.panel.set_speed(1000)
    page.panel.rewind()
    assert page.panel._playing
    page.host.settle(lambda: not page.panel._playing)
    assert page.settle().amounts.rotate == 180
    page.panel.step_back()
    assert page.settle().amounts.rotate == pytest.approx(180 - 360 / LAST)
    page.panel.seek(0)
    page.panel.step_back()
    assert page.settle().amounts.rotate == -180


def test_reset_and_new_noise(page: Page) -> None:
    page.panel.buttons.noise.click()
    first = page.settle()
    assert first.amounts.noise > 0
    page.panel.buttons.noise.click()
    page.host.settle(lambda: not np.array_equal(page.panel.last.seen, first.seen))
    page.panel.buttons.reset.click()
    assert page.settle().amounts == Disturbance()


def test_what_is_drawn_is_disturbed_and_an_empty_pad_says_so(page: Page) -> None:
    page.view.pad.set_drawing(strokes.digit(4))
    page.panel._set(Disturbance())
    assert page.read == 4
    page.view.pad.clear()
    page.host.settle(lambda: page.panel.last.grey is None)
    assert "9" in page.panel.room.sentence.text()
    assert page.panel.data() == {}
    assert page.view.curves.data() == {}


def test_it_remembers_what_was_set(qtbot: QtBot) -> None:
    memory = {
        "amounts": {"rotate": 20.0, "blur": 999.0, "noise": "x"},
        "chosen": "blur",
        "knobs": {"again": True},
    }
    panel = DisturbPanel(Context(workspace(), memory))
    qtbot.addWidget(panel)
    assert panel.memory()["amounts"] == {**vars(Disturbance()), "rotate": 20.0}
    assert panel.memory()["chosen"] == "blur"
    assert panel.memory()["knobs"]["again"] is True
    panel.shut()


def test_a_strip_is_as_fine_as_the_picture_it_is_painted_into(qtbot: QtBot) -> None:
    strip = StripSlider(Scale(0.0, 1.0, log=False, integer=False), 0.0)
    qtbot.addWidget(strip)
    strip.resize(400, 30)
    strip.set_curve(np.random.default_rng(1).dirichlet(np.ones(10), 40).astype(np.float32))
    render.image(strip, 4.0)
    assert strip._picture is not None
    assert strip._picture.image.width() == round(4 * strip._groove().width())


def test_a_strip_is_coloured_by_who_leads_where(qtbot: QtBot) -> None:
    strip = StripSlider(Scale(0.0, 1.0, log=False, integer=False), 0.0)
    qtbot.addWidget(strip)
    strip.resize(400, 30)
    curve = np.zeros((LAST + 1, 10), np.float32)
    curve[:20, 3] = curve[20:, 5] = 1
    strip.set_curve(curve, (Flip(19.5 / LAST, 3, 5),))
    strip.setValue(strip.maximum())
    strip.show()
    QApplication.processEvents()
    assert strip.stretches() == [(3, 0.0, 19.5 / LAST), (5, 19.5 / LAST, 1.0)]
    image = strip.grab().toImage()
    for share, digit in ((0.05, 3), (0.28, 3), (0.4, 5), (0.9, 5)):
        groove = strip._groove()
        colour = image.pixelColor(round(groove.left() + share * groove.width()), 6)
        wanted = theme().digit(digit)
        assert abs(colour.red() - wanted.red()) + abs(colour.green() - wanted.green()) < 12, share
    strip.set_curve(None)
    assert strip.stretches() == []


def test_the_sentence_tells_all_that_is_set_or_how_many_more_and_half_degrees() -> None:
    three = words.phrases(Disturbance(scale=0.85, rotate=-37.5, shift_x=-3), "scale")
    assert "turned by −37.5°" in three
    assert "moved 3 px to the left".replace(" px", "\N{NARROW NO-BREAK SPACE}px") in three
    assert "more" not in three
    five = words.phrases(Disturbance(scale=0.85, rotate=-37.5, shift_x=-3, shift_y=2, blur=1), "scale")
    assert five.endswith(" and 2 more")
