"""The idea of Morph: two digits, one place, two ways, and an honest picture beside the second."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import mnist, strokes
from neuroviz.data.sheet import Sheet
from neuroviz.panels.digits.morph import PAGE
from neuroviz.panels.digits.morph.panel import MorphPanel
from neuroviz.sims.morph import LAST, MorphFrame
from neuroviz.ui.shared_pad import NAME
from tests.panels.host import Host, opened

PAD, TEST = 10, 11


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, MorphPanel)
        self.host, self.panel, self.view = host, host.panel, host.panel.view

    def settle(self) -> MorphFrame:
        self.host.settle(self.panel.posed)
        assert isinstance(self.panel.last, MorphFrame)
        return self.panel.last


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        host.pose()
        yield Page(host)


def test_from_6_to_9_the_pixels_pass_through_8_and_the_layer_does_not(page: Page) -> None:
    frame = page.settle()
    assert [flip.after for flip in frame.pixels.flips] == [8, 9]
    assert [flip.after for flip in frame.inside.flips] == [9]
    assert "8" in page.panel.room.sentence.text()
    np.testing.assert_allclose(page.view.pixels.data()["8 y"], frame.pixels.probabilities[:, 8])
    np.testing.assert_allclose(page.view.inside.data()["9 y"], frame.inside.probabilities[:, 9])
    assert (frame.nearest >= 0).all()
    assert frame.searched == 10_000
    assert {"a", "b", "pixels_probabilities", "nearest_test_images"} <= page.panel.data().keys()


def test_ends_can_be_test_images_and_what_lies_on_the_pad(page: Page) -> None:
    page.panel.a.restore([TEST, 42])
    page.panel.a.picked.emit()
    np.testing.assert_array_equal(page.settle().a, mnist.load_test().images[42])
    assert page.settle().nearest[0] == 42
    page.panel.context.workspace.put("input", NAME, Sheet(strokes.digit(3)))
    page.panel.b.restore([PAD, 0])
    page.panel.b.picked.emit()
    assert page.settle().pixels.probabilities[-1].argmax() == 3
    page.panel.leave()
    page.panel.context.workspace.put("input", NAME, Sheet(strokes.digit(0)))
    page.panel.enter()
    assert page.settle().pixels.probabilities[-1].argmax() == 0
    page.panel.context.workspace.put("input", NAME, Sheet())
    page.panel.b.picked.emit()
    page.host.settle(lambda: page.panel.last.b is None)
    assert page.panel.data() == {}


def test_one_place_for_both_charts_and_the_time(page: Page) -> None:
    QTest.keyClick(page.view.inside, Qt.Key.Key_Right)
    assert page.view.pixels.cursor_at() == page.view.inside.cursor_at() == pytest.approx(0.42)
    page.panel.seek(90)
    assert page.view.pixels.cursor_at() == pytest.approx(0.9)
    page.panel.set_speed(1000)
    page.panel.rewind()
    page.host.settle(lambda: not page.panel._playing)
    assert page.view.inside.cursor_at() == 1.0
    assert page.panel.memory()["place"] == LAST


def test_each_net_begins_before_its_last_layer_and_layer_0_is_the_pixels(page: Page) -> None:
    page.panel.context.workspace.choose("net", "MLP")
    frame = page.settle()
    assert frame.layer == len(frame.net.layers) - 1
    page.panel.layer.set_value(0)
    page.panel.layer.chosen.emit()
    frame = page.settle()
    np.testing.assert_array_equal(frame.pixels.probabilities, frame.inside.probabilities)


def test_a_net_without_a_layer_between_has_one_way_and_says_so(page: Page) -> None:
    page.panel.context.workspace.choose("net", "Linear")
    page.settle()
    view = page.panel.view
    assert not view.inside.isVisible()
    assert not page.panel.layer.isVisible()
    assert "no layer between" in view._note.text()
    assert "layer" not in page.panel.sentence()
    assert "mixed pixels" in page.panel.sentence()
    assert "layer" not in view.near._heading.text()
    page.panel.context.workspace.choose("net", "CNN")
    page.settle()
    assert view.inside.isVisible()
    assert page.panel.layer.isVisible()
    assert not view._note.isVisible()
    page.panel.layer.set_value(0)
    page.panel.layer.chosen.emit()
    page.settle()
    assert not view.inside.isVisible()
    assert "choose a layer" in view._note.text()


def test_every_preset_keeps_its_promise(page: Page) -> None:
    def flips(number: int) -> tuple[int, int]:
        page.panel.presets()[number - 1].apply()
        frame = page.settle()
        return len(frame.pixels.flips), len(frame.inside.flips)

    assert flips(1) == (1, 1)
    assert flips(2) == (2, 1)
    assert flips(3)[0] >= 4
    assert flips(4)[0] == 1
    assert page.settle().pixels.flips[0].at < 0.25
