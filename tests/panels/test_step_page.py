"""One step: its stages, what is looked at, its formulas, and steps that fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.panels.training.step import PAGE, formula, showcase, words
from neuroviz.panels.training.step.numbers import briefer, number, short
from neuroviz.panels.training.step.panel import StepPanel
from neuroviz.panels.training.step.values import Scene, Sight
from neuroviz.scenes.recipe import LayerPlan, Recipe
from neuroviz.sims.one_weight import Weight
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.stages import Place, StagesFrame
from neuroviz.sims.training.stand import Stand
from neuroviz.ui.room import Context
from neuroviz.ui.theme import theme
from tests.panels.host import Host, lay_out, opened, workspace


class Page:
    """The page in a window, with what tests ask of it."""

    def __init__(self, host: Host) -> None:
        self.host = host
        assert isinstance(host.panel, StepPanel)
        self.panel: StepPanel = host.panel

    def show(self, recipe: Recipe, place: Place, number: int = 0) -> StagesFrame:
        """A recipe at a place."""
        self.panel.show_step(recipe, place, number)
        return self.wait(place)

    def wait(self, place: Place) -> StagesFrame:
        """Until that place is shown, of the present recipe."""

        def there() -> bool:
            frame = self.panel.last
            return isinstance(frame, StagesFrame) and frame.place == place and self.panel.task() is frame.task

        self.host.settle(there)
        lay_out()
        return self.frame

    @property
    def frame(self) -> StagesFrame:
        """What is shown."""
        assert isinstance(self.panel.last, StagesFrame)
        return self.panel.last

    @property
    def story(self) -> str:
        """What the story says."""
        return self.panel.view.story._body.text()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        yield Page(host)


def test_a_small_step_lowers_the_loss_of_its_batch_and_a_large_one_raises_it(page: Page) -> None:
    page.show(showcase.small(), Place("update"))
    assert "falls from" in page.panel.sentence()
    recipe = showcase.small()
    page.show(replace(recipe, knobs=replace(recipe.knobs, rate=100.0)), Place("update"))
    assert "a step too far" in page.panel.sentence()


def test_the_gradient_fades_through_ten_sigmoids(page: Page) -> None:
    page.show(showcase.deep(), Place("back", 0))
    assert "times smaller than that of layer 11" in page.panel.sentence()
    assert page.panel.view.picture is page.panel.view.net


def test_from_zero_all_hidden_units_stay_the_same(page: Page) -> None:
    found = page.show(showcase.zero(), Place("update"), 3).found
    assert found is not None
    gradient = found.plan.views(found.grad, 0, trainable_only=True)["w"]
    assert np.ptp(gradient, axis=1).max() == 0.0
    assert np.abs(gradient).max() > 0.0


def test_adams_first_step_is_as_long_as_the_rate(page: Page) -> None:
    done = page.show(showcase.adam(), Place("update")).done
    assert done is not None
    np.testing.assert_allclose(np.abs(done.update.change), 0.01, rtol=1e-2)
    assert "m′" in page.story


def test_an_example_is_looked_at_alone_and_that_can_be_undone(page: Page) -> None:
    page.show(showcase.small(), Place("back", 0))
    page.panel.acts.follow()
    page.panel.view.list.chosen.emit(2)
    page.panel.view.picked.emit((1, 1))
    assert "z = Σ w·a + b" in page.story
    assert "δ = f ′(z)" in page.story
    page.panel.acts.undo()
    page.panel.acts.undo()
    assert page.panel.own_state() == Sight()


class Reader(QPainter):
    """Notes what is written, and how large."""

    def __init__(self, on: QImage) -> None:
        super().__init__(on)
        self.read: dict[str, float] = {}

    def drawText(self, *what: object) -> object:
        """As QPainter."""
        self.read[str(what[-1])] = self.font().pointSizeF()
        return super().drawText(*what)  # type: ignore[call-overload]


@pytest.mark.parametrize("recipe", [showcase.small(), showcase.deep(), showcase.digits()])
def test_what_is_written_in_the_net_can_be_read(page: Page, recipe: Recipe) -> None:
    page.show(recipe, Place("back", 0))
    picture, least = page.panel.view.picture, theme().font(0.85).pointSizeF()
    scene = picture.scene
    assert scene is not None
    picture.resize(520, 400)
    sheet = QImage(picture.size(), QImage.Format.Format_RGB32)
    with Reader(sheet) as painter:
        picture.paint_still(painter, scene)
        read = painter.read
    legends = [text for text in read if "strip" in text or "Wires" in text]
    assert len(legends) == 1
    assert read[legends[0]] >= least
    numbers = {text: size for text, size in read.items() if text and not set(text) - set("0123456789.−")}
    assert numbers or recipe is not showcase.small()
    assert min(numbers.values(), default=least) >= least
    assert not [text for text in numbers if text.startswith("−") and not float(text.replace("−", ""))]
    column = page.panel.view.list
    column.resize(220, 300)
    whats = [column.entry(i).what.split("\n") for i in range(column.n)]
    widest = QFontMetricsF(theme().font(0.85, tabular=True))
    room = column._parts(column.row(0))[0].width()
    assert all(widest.horizontalAdvance(line) <= room for what in whats for line in what)


def test_a_number_loses_decimals_before_it_is_made_smaller_and_nothing_has_no_sign() -> None:
    assert briefer(-0.034) == ("−0.03", "−.03", "0")
    assert briefer(0.76) == ("0.76", ".76", "0.8", "1")
    assert briefer(-10.26) == ("−10.26", "−10.3", "−10")
    assert briefer(-0.999) == ("−1.00", "−1.0", "−1")
    assert briefer(-0.0041) == ("−0.004", "−.004", "0")
    assert briefer(-0.0004) == briefer(0.0) == ("0",)
    assert briefer(float("inf")) == ("∞",)
    assert briefer(-1234.0) == ("−1234", "−1·10³")
    assert [short(123.4), short(123.4, 1), number(12345.0)] == ["123", "123", "12345"]


def test_a_weight_tells_its_story_and_its_gradient_is_checked(page: Page) -> None:
    page.show(showcase.small(), Place("back", 0))
    page.panel.view.picked.emit(Weight(0, "w", (1, 2)))
    assert "mean of a·δ over 8 examples" in page.story
    page.panel.check_here()
    page.host.settle(lambda: "✓ the same" in page.story)
    page.panel.seek(page.frame.whole.step(Place("update"), 0))
    page.wait(Place("update"))
    assert "w ← w − η g" in page.story


def test_the_check_that_the_explanation_offers_goes_to_where_there_is_a_gradient(page: Page) -> None:
    page.show(showcase.small(), Place("start"))
    page.panel.try_it("check")
    page.host.settle(lambda: "✓ the same" in page.story)
    assert page.frame.place == Place("back", 0)


def test_the_strip_and_the_arrows_go_from_stage_to_stage(page: Page) -> None:
    page.show(showcase.small(), Place("loss"))
    strip = page.panel.view.strip
    cells = dict(strip.cells())
    QTest.mouseClick(
        strip, Qt.MouseButton.LeftButton, pos=cells[Place("forward", 1)].center().toPoint()
    )
    page.wait(Place("forward", 1))
    QTest.keyClick(strip, Qt.Key.Key_Right)
    page.wait(Place("forward", 2))
    QTest.keyClick(strip, Qt.Key.Key_Home)
    page.wait(Place("draw"))
    page.panel.step_back()
    page.wait(Place("start"))


def test_a_knob_counts_from_the_next_draw_on_and_is_marked_in_time(page: Page) -> None:
    page.show(showcase.small(), Place("update"))
    page.panel.form.row("batch").turned.emit("batch", 5)
    page.panel.step_forward()
    frame = page.wait(Place("draw"))
    assert frame.batch is not None
    assert len(frame.batch.rows) == 5
    assert frame.knobs.batch == 5


def test_the_keyboard_picks_a_unit_and_then_its_weights(page: Page) -> None:
    page.show(showcase.small(), Place("update"))
    net = page.panel.view.net
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(net, key)
    assert page.panel.own_state().unit == (0, 1)
    QTest.keyClick(net, Qt.Key.Key_Return)
    first = page.panel.own_state().weight
    assert first is not None
    assert (first.layer, first.index[1]) == (0, 1)
    QTest.keyClick(net, Qt.Key.Key_Return)
    assert page.panel.own_state().weight not in (None, first)
    QTest.keyClick(net, Qt.Key.Key_W)
    assert page.panel.own_state().shows == ((0, "weights"),)


def test_every_unit_and_wire_of_the_picture_can_be_clicked(page: Page) -> None:
    page.show(showcase.small(), Place("update"))
    net = page.panel.view.net
    columns = net.columns()
    assert net.thing_at(columns[2].centre(1)) == (1, 1)
    left, right = columns[0], columns[1]
    middle = QPointF((left.x + right.x) / 2, (left.ys[0] + right.ys[3]) / 2)
    thing = net.thing_at(middle)
    assert isinstance(thing, Weight)
    assert thing.layer == 0
    assert "∂L/∂w" in net.told(thing)


def test_a_large_net_is_shown_layer_by_layer_and_can_be_asked(page: Page) -> None:
    recipe = showcase.small()
    layers = (nn.Dense(100), nn.ReLU(), nn.Dense(2))
    frame = page.show(replace(recipe, layers=tuple(map(LayerPlan, layers))), Place("update"))
    blocks = page.panel.view.blocks
    assert page.panel.view.picture is blocks
    row = blocks.rows()[1]
    weight = blocks.thing_at(row.weights.center())
    assert isinstance(weight, Weight)
    assert weight.layer == 0
    unit = blocks.thing_at(row.forward.center())
    assert isinstance(unit, tuple)
    assert unit[0] == 0
    QTest.mouseClick(blocks, Qt.MouseButton.LeftButton, pos=row.caption.center().toPoint())
    assert page.panel.own_state().shows == ((0, "weights"),)
    assert page.panel.memory()["shows"] == [[0, "weights"]]
    assert frame.done is not None


def test_maps_and_pictures_are_shown_too(page: Page) -> None:
    layers = (nn.Conv2d(3, 5), nn.ReLU(), nn.MaxPool(2), nn.Flatten(), nn.Dense(10))
    digits = showcase.digits()
    recipe = Recipe(replace(digits.task, n=200), tuple(map(LayerPlan, layers)), (1, 28, 28), digits.knobs)
    page.show(recipe, Place("update"))
    for example in (None, 3):
        page.panel.view.list.chosen.emit(example)
        page.panel.picture()
    kernel = page.panel.view.blocks.thing_at(page.panel.view.blocks.rows()[1].weights.center())
    assert isinstance(kernel, Weight)
    assert "kernel" in page.panel.view.blocks.told(kernel)


def test_values_have_targets_and_answers_as_numbers(page: Page) -> None:
    recipe = showcase.small()
    layers = (nn.Dense(6), nn.Tanh(), nn.Dense(1))
    task = replace(recipe.task, source="sine")
    page.show(Recipe(task, tuple(map(LayerPlan, layers)), (1,), recipe.knobs), Place("loss"))
    assert "mean squared distance" in page.panel.sentence()
    page.panel.picture()


def test_it_goes_on_from_the_moment_of_a_run(page: Page) -> None:
    frame = page.show(showcase.small(), Place("start"))
    course = Course(page.panel.recipe(), frame.task)
    for _ in range(7):
        course.advance()
    page.panel.begin_at(Stand(0, 0, course, course.state()))
    page.host.settle(lambda: page.frame.number == 8)
    assert page.frame.theta.tobytes() == course.trainer.theta.tobytes()


def test_taking_a_preset_back_brings_the_run_back_as_it_stood(page: Page) -> None:
    start = page.show(showcase.small(), Place("start"))
    page.panel.form.row("rate").turned.emit("rate", 0.3)
    page.panel.seek(start.whole.step(Place("back", 1), 4))
    before = page.wait(Place("back", 1))
    assert page.panel.run is not None
    log = page.panel.run.log
    page.panel.acts.follow()
    page.panel.apply_preset(5)
    page.host.settle(lambda: page.panel.last is not None and page.frame.knobs.optimiser == "adam")
    page.panel.acts.undo()
    page.host.settle(lambda: page.panel.last is not None and page.frame.step == before.step)
    assert page.frame.theta.tobytes() == before.theta.tobytes()
    assert page.frame.knobs.rate == 0.3
    assert page.panel.run.log == log
    page.panel.seek(0)
    page.host.settle(lambda: page.frame.step == 0)
    assert page.frame.theta.tobytes() == start.theta.tobytes()
    page.panel.acts.redo()
    page.host.settle(lambda: page.panel.last is not None and page.frame.place == Place("update"))
    assert page.frame.knobs.optimiser == "adam"
    assert page.panel.run.log == ()


def test_at_full_speed_whole_steps_are_shown(page: Page) -> None:
    page.show(showcase.small(), Place("start"))
    page.panel.set_speed(float("inf"))
    page.panel.play(True)
    page.host.settle(lambda: page.frame.step > 300)
    assert "the loss of these 8 examples" in page.panel.sentence()
    page.panel.play(False)


def test_a_scene_shows_no_more_than_has_happened(page: Page) -> None:
    frame = page.show(showcase.small(), Place("forward", 1))
    scene = Scene(frame, Sight())
    assert scene.came_forward(1)
    assert not scene.came_forward(2)
    assert not scene.came_back(2)
    assert not scene.came_loss


@pytest.mark.usefixtures("qapp")
def test_what_it_remembers_may_be_anything() -> None:
    for shows in (None, 3, [[0]], [["a", "weights"]], [[0, "nonsense"]], [[True, "weights"]], {"a": 1}):
        panel = StepPanel(Context(workspace(), {"shows": shows}))
        assert panel.memory()["shows"] == []
        panel.shut()
        panel.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_batch_larger_than_all_there_is_says_so(page: Page) -> None:
    recipe = showcase.small()
    n = recipe.task.n
    page.show(replace(recipe, knobs=replace(recipe.knobs, batch=10)), Place("draw"))
    row = page.panel.form.row("batch")
    assert not row._note.text()
    page.show(replace(recipe, knobs=replace(recipe.knobs, batch=2 * n)), Place("draw"))
    frame = page.frame
    assert frame.batch is not None
    assert row._note.text() == f"all {len(frame.task.train):,}" == f"all {len(frame.batch.rows):,}"


def test_norms_and_dropout_are_named_and_no_function_gives_what_it_cannot(page: Page) -> None:
    layers = (nn.Dense(8), nn.ReLU(), nn.BatchNorm(), nn.Dropout(0.3), nn.Dense(4), nn.ReLU(), nn.Dense(2))
    recipe = showcase.small()
    page.show(replace(recipe, layers=tuple(map(LayerPlan, layers))), Place("forward", 0))
    scene = Scene(page.frame, Sight())
    assert words.layer_name(scene, 0) == ("Layer 1", "8 · ReLU · batch norm · dropout")
    assert words.layer_name(scene, 1)[1] == "4 · ReLU"
    assert page.panel.sentence().endswith("They have gone through ReLU → batch norm → dropout.")
    said = formula.unit_lines(Scene(page.frame, Sight(example=0)), (0, 1))[0]
    assert "a = dropout(batch norm(ReLU(z))) = " in said
    page.panel.seek(3)
    page.wait(Place("forward", 1))
    assert "gone through" not in page.panel.sentence()
