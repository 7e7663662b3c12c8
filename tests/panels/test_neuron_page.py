"""The page of one neuron: what is dragged, typed or chosen is what the net does, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.panels.layers.neuron import PAGE
from neuroviz.panels.layers.neuron.functions_view import FunctionsView
from neuroviz.panels.layers.neuron.names import factor, number, signed
from neuroviz.panels.layers.neuron.rows import Row
from neuroviz.panels.layers.neuron.showcase import SCENES, Scene
from neuroviz.runtime import Change
from neuroviz.sims.bends import FUNCTIONS as KINDS
from neuroviz.sims.neuron import FUNCTIONS, NEURON
from neuroviz.sims.neuron_edits import Edits, edited
from neuroviz.sims.neuron_parts import Neuron, Other
from neuroviz.sims.stages import Place
from neuroviz.ui import motion
from neuroviz.ui.theme import theme
from tests.panels.host import opened
from tests.panels.neuron_page import LEFT, Page, move


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        made = Page(host)
        host.pose()
        yield made


def test_the_rows_are_the_sum(page: Page) -> None:
    part = page.neuron()
    rows = page.view.rows
    assert [row.kind for row in rows[-2:]] == ["others", "bias"]
    assert rows[0].start == 0
    for one, after in pairwise(rows):
        assert after.start == one.end
    assert_allclose(rows[-1].end, part.z, rtol=1e-5)
    assert sum(row.n for row in rows[:-1]) == part.n
    sizes = [abs(row.amount) for row in rows[:-2]]
    assert sizes == sorted(sizes, reverse=True)


def test_a_dragged_arrow_changes_that_weight_and_the_answer_follows(page: Page) -> None:
    page.preset(1)
    before, row = page.settle(), page.view.rows[0]
    w, x = row.w, row.x
    page.drag(0, -120)
    after = page.settle()
    part = page.neuron()
    assert part.w[row.term] < w
    (edit,) = page.edits.values
    assert edit[:3] == (4, "w", int(part.weights[row.term]))
    assert_allclose(part.z, before.part.z + (edit[3] - w) * x, rtol=1e-4)
    assert after.after.output[3] < before.after.output[3]
    assert_array_equal(after.before.output, before.after.output)
    assert page.view.rows[[r.term for r in page.view.rows].index(row.term)].was is not None
    back = page.undo()
    assert page.edits == Edits()
    assert_array_equal(back.after.output, before.after.output)


def test_while_an_arrow_is_held_the_rows_keep_their_order(page: Page) -> None:
    page.preset(1)
    terms = page.view.terms
    high = terms.height() / (len(page.view.rows) + 1)
    order = [row.term for row in page.view.rows]
    start = QPoint(terms.width() // 2, int(0.5 * high))
    QTest.mousePress(terms, LEFT, Qt.KeyboardModifier.NoModifier, start)
    move(terms, QPointF(start - QPoint(30, 0)))
    page.settle()
    assert [row.term for row in page.view.rows] == order
    QTest.mouseRelease(terms, LEFT, Qt.KeyboardModifier.NoModifier, start)
    page.settle()
    assert [row.term for row in page.view.rows] != order


def test_another_net_under_a_held_arrow_has_rows_of_its_own(page: Page) -> None:
    page.preset(5)
    terms = page.view.terms
    QTest.mousePress(terms, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(100, 5))
    for number_ in (3, 4, 1):
        page.preset(number_)
        move(terms, QPointF(150, 5))
    QTest.mouseRelease(terms, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(150, 5))
    assert_allclose(page.view.rows[-1].end, page.neuron().z, rtol=1e-4, atol=1e-5)


def test_a_dragged_bias_and_a_dragged_point_change_b(page: Page) -> None:
    page.preset(1)
    b = page.neuron().b
    page.drag(len(page.view.rows) - 1, 60)
    assert page.neuron().b > b
    assert page.edits.values[0][1] == "b"
    page.undo()
    assert page.neuron().b == b
    curve = page.view.curve
    QTest.mousePress(curve, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(100, 60))
    move(curve, QPointF(140, 60))
    move(curve, QPointF(130, 60))
    QTest.mouseRelease(curve, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(130, 60))
    assert page.neuron().b > b
    assert page.undo().edits == Edits()


def test_an_input_of_nothing_says_that_its_weight_has_no_say(page: Page) -> None:
    page.panel.knobs.set_config(type(page.panel.knobs.config())(terms=24))
    page.preset(5)  # the dead unit: few pixels are inked
    part = page.neuron()
    silent = int(np.flatnonzero(part.x == 0)[0])
    page.panel._on_weighed(silent, 3.0)
    after = page.neuron()
    assert after.w[silent] == 3.0
    assert after.z == part.z


def test_keys_turn_to_rows_and_change_weights(page: Page) -> None:
    page.preset(1)
    terms = page.view.terms
    terms.setFocus()
    QTest.keyClick(terms, Qt.Key.Key_Down)
    row = terms.row()
    assert row is page.view.rows[1]
    assert row.name in terms.accessibleDescription()
    QTest.keyClick(terms, Qt.Key.Key_Right)
    assert page.neuron().w[row.term] > row.w
    QTest.keyClick(terms, Qt.Key.Key_Delete)
    assert page.neuron().w[row.term] == 0


def test_a_weight_and_the_bias_can_be_typed(page: Page) -> None:
    page.preset(1)
    controls = page.panel.controls
    for box, text in ((controls.weight, "-0.75"), (controls.bias, "2.5")):
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
    part = page.neuron()
    assert part.b == 2.5
    assert -0.75 in part.w
    assert page.edits.count == 2
    controls.reset.click()
    assert page.settle().edits == Edits()
    assert page.undo().edits.count == 2


def test_a_function_is_exchanged_by_click_and_by_key(page: Page) -> None:
    page.panel.acts.do(lambda: page.panel.show_scene(_hidden()))
    page.settle()
    strip = page.view.functions
    for kind, act in (("sigmoid", _click), ("tanh", _enter)):
        act(strip, kind)
        part = page.neuron()
        assert part.f.kind == kind
        expected = 1 / (1 + np.exp(-part.z)) if kind == "sigmoid" else np.tanh(part.z)
        assert_allclose(part.y, expected, rtol=1e-5, atol=1e-7)
    _click(strip, "softmax")  # not in a hidden layer
    assert page.neuron().f.kind == "tanh"
    page.undo()
    page.undo()
    assert page.neuron().f.kind == "relu"


def _hidden() -> Scene:


    return replace(SCENES[0], place=Place(1, 4), play=False)


def _card(strip: FunctionsView, kind: str) -> tuple[int, QRectF]:

    return list(KINDS).index(kind), strip._card(list(KINDS).index(kind), theme())


def _click(strip: FunctionsView, kind: str) -> None:
    _, card = _card(strip, kind)
    QTest.mouseClick(strip, LEFT, Qt.KeyboardModifier.NoModifier, card.center().toPoint())


def _enter(strip: FunctionsView, kind: str) -> None:
    at, _ = _card(strip, kind)
    strip.setFocus()
    for _ in range(8):
        QTest.keyClick(strip, Qt.Key.Key_Left)
    for _ in range(at):
        QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Return)


def test_the_sum_builds_up_term_by_term(page: Page) -> None:
    page.preset(1)
    panel, n = page.panel, len(page.view.rows)
    assert panel.length() == n + 1
    panel.seek(0)
    assert panel.at() == 0
    for k in range(1, n + 1):
        panel.step_forward()
        assert panel.at() == k
        assert page.view.curve._running == page.view.rows[k - 1].end
    panel.step_forward()
    assert panel.at() == n + 1
    assert page.view.curve._running is None
    panel.set_speed(np.inf)
    panel.rewind()
    page.host.settle(lambda: not panel.playing)
    assert panel.at() == panel.length()


def test_a_preset_plays_its_sum_unless_nothing_is_tomove(page: Page) -> None:
    page.preset(2)
    page.panel.apply_preset(0)
    page.host.settle(lambda: page.panel.playing)
    assert page.panel.at() < page.panel.length()
    motion.set_motion(False)
    try:
        page.preset(2)
        page.preset(1)
        assert not page.panel.playing
        assert page.panel.at() == page.panel.length()
    finally:
        motion.set_motion(True)


def test_units_and_layers_are_chosen_and_undone(page: Page) -> None:
    page.preset(4)
    place = page.settle().place
    page.view.stages.chosen.emit(5)
    assert page.settle().place == Place(5, 0)
    units = page.view.units
    units.setFocus()
    QTest.keyClick(units, Qt.Key.Key_Right)
    assert page.settle().place == Place(5, 1)
    page.panel.acts.settle()
    assert page.undo().place == Place(5, 0)
    assert page.undo().place == place


@pytest.mark.parametrize("stage", range(7))
def test_every_layer_of_the_cnn_says_what_it_does(page: Page, stage: int) -> None:
    page.preset(4)
    page.view.stages.chosen.emit(stage)
    part = page.settle().part
    assert isinstance(part, Other if stage in (1, 3, 4) else Neuron)
    assert number(part.y) in page.panel.room.sentence.text()


def test_without_bends_the_net_is_one_layer(page: Page) -> None:
    frame = page.preset(7)
    line = frame.line
    assert line is not None
    assert frame.as_it_is.score.hits == frame.as_it_is.score.n == 400
    assert line.score.hits == line.single_score.hits < 250
    assert line.difference < 1e-5 * line.size
    assert page.panel.controls.line.isChecked()
    assert frame.after.net.layers == edited(frame.subject.net, Edits(linear=True)).layers
    data = page.panel.data()
    assert_array_equal(data["single_w"], line.w)
    page.panel.controls.line.click()
    frame = page.settle()
    assert frame.look == NEURON
    assert frame.edits == Edits()
    assert page.undo().edits.linear


def test_measuring_can_be_stopped_and_goes_on(page: Page) -> None:

    page.panel.tell(Change("measuring", False))
    frame = page.preset(8)
    assert frame.line.score.n == 0
    stop = page.view.line.stop
    assert stop.isVisible()
    stop.click()
    assert page.settle().measuring
    page.host.settle(lambda: page.panel.last.line.score.done)
    assert page.panel.last.line.score.hits == 2585
    assert not stop.isVisible()


def test_a_changed_net_can_be_kept_and_that_undone(page: Page) -> None:
    before = page.settle()
    names = set(page.panel.context.workspace.names("net"))
    page.panel.controls.keep.click()
    after = page.settle()
    (new,) = set(page.panel.context.workspace.names("net")) - names
    assert page.panel.net_name() == new
    assert after.edits == Edits()
    assert_array_equal(after.before.output, before.after.output)
    back = page.undo()
    assert back.edits == before.edits
    assert page.panel.net_name() == "MLP"
    assert back.place == before.place


def test_a_kept_net_of_the_plane_still_knows_its_task(page: Page) -> None:
    page.preset(7)
    page.panel.controls.keep.click()
    assert page.settle().trials.labels is not None


def test_the_bias_is_raised_until_the_answer_is_another(page: Page) -> None:
    page.panel.try_it("flip")
    frame = page.settle()
    assert frame.before.output.argmax() == 3
    assert frame.after.output.argmax() == 8
    assert frame.edits.count == 1


def test_the_gallery_moves_one_z_through_all(page: Page) -> None:
    page.preset(9)
    assert page.settle().look == FUNCTIONS
    gallery = page.view.gallery
    gallery.setFocus()
    before = gallery.accessibleDescription()
    QTest.keyClick(gallery, Qt.Key.Key_Up)
    assert gallery.accessibleDescription() != before


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (1.0, "1"), (-2.0, "−2"), (0.5, "0.50"), (-0.004, "−0.004"), (1234.5, "1,234"),
     (123.4, "123.4"), (1e-9, "1e−9"), (float("nan"), "NaN"), (float("-inf"), "−∞"), (2.5e9, "2.5e9")],
)  # fmt: skip
def test_numbers_are_written_as_people_read_them(value: float, text: str) -> None:
    assert number(value) == text
    assert signed(value).lstrip("+") == text
    assert factor(value).strip("()")


def test_a_row_knows_what_it_would_be_without_the_change() -> None:
    row = Row("term", "unit 1", 1.0, 2.0, 0, 1.0, 2.0, was=-1.0)
    assert row.end == 3.0
    assert row.key == ("term", 0)


def test_the_row_that_was_turned_to_stays_so_wherever_it_goes(page: Page) -> None:
    terms, rows = page.view.terms, page.view.rows
    terms.turn_to(rows[1].key)
    terms.set_rows((rows[1], rows[0], *rows[2:]), len(rows))
    found = terms.row()
    assert found is not None
    assert found.key == rows[1].key
