"""The idea of the judges' page: the same drawing before all, who differs is marked, and where two differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import mnist, strokes
from neuroviz.nn import Dense, Net
from neuroviz.panels.digits.judges import PAGE, showcase
from neuroviz.panels.digits.judges.column import JudgeColumn
from neuroviz.panels.digits.judges.panel import JudgesPanel
from neuroviz.sims.judges import NEAREST, JudgesFrame
from neuroviz.ui.room import Context
from neuroviz.ui.shared_pad import current_sheet
from neuroviz.ui.theme import theme
from tests.panels.host import Host, opened, workspace

LEFT = Qt.MouseButton.LeftButton


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, JudgesPanel)
        self.host, self.panel = host, host.panel

    @property
    def frame(self) -> JudgesFrame:
        assert isinstance(self.panel.last, JudgesFrame)
        return self.panel.last

    @property
    def said(self) -> dict[str, int]:
        return dict(self.frame.answers())

    @property
    def sentence(self) -> str:
        return self.panel.room.sentence.text()

    def marks(self) -> dict[str, str]:
        return {column.name: column.head._mark for column in self.panel.view.columns}

    def settle(self, reached: Callable[[], bool]) -> None:
        self.host.settle(reached)

    def answered(self) -> None:
        """Until every judge has answered what lies on the pad."""

        def done() -> bool:
            last = self.panel.last
            return (
                isinstance(last, JudgesFrame)
                and last.complete
                and last.sheet is self.panel.view.pad.content()
            )

        self.settle(done)

    def compared(self) -> None:
        """Until the two have judged all test images."""
        self.settle(lambda: (frame := self.panel._survey.frame) is not None and frame.complete)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot, (1280, 800)) as host:
        yield Page(host)


def test_on_a_clear_digit_all_agree_and_the_sentence_says_so(page: Page) -> None:
    showcase.write_three(page.panel)
    page.answered()
    assert page.said == {"CNN": 3, "MLP": 3, "Linear": 3, NEAREST: 3}
    assert page.sentence.startswith("All 4 say 3")
    assert set(page.marks().values()) == {"most"}


def test_between_four_and_nine_they_are_split(page: Page) -> None:
    showcase.write_between(page.panel)
    page.answered()
    assert set(page.said.values()) == {4, 9}
    assert "split" in page.sentence or "of 4 say" in page.sentence
    assert set(page.marks().values()) & {"split", "differs"}


def test_a_turned_digit_is_too_much_for_those_that_compare_pixels(page: Page) -> None:
    showcase.write_turned(page.panel)
    page.answered()
    assert page.said["CNN"] == page.said["MLP"] == 6
    assert page.said["Linear"] != 6
    assert page.said[NEAREST] != 6


def test_of_a_house_the_one_that_remembers_knows_that_nothing_is_near(page: Page) -> None:
    showcase.write_three(page.panel)
    page.answered()
    assert "nothing remembered is near" not in page.sentence
    showcase.draw_house(page.panel)
    page.answered()
    assert "nothing remembered is near" in page.sentence


def test_the_judges_follow_the_pen(page: Page) -> None:
    pad = page.panel.view.pad
    square = pad.square()

    def at(x: float, y: float) -> QPoint:
        return QPoint(round(square.x() + x * square.width()), round(square.y() + y * square.width()))

    QTest.mousePress(pad, LEFT, pos=at(0.5, 0.2))
    for i in range(31):
        QTest.mouseMove(pad, at(0.5, 0.2 + 0.02 * i))
    page.settle(lambda: len(page.frame.answers()) >= 3)
    assert pad.busy, "they answer before the stroke has ended"
    QTest.mouseRelease(pad, LEFT, pos=at(0.5, 0.8))
    page.answered()
    assert set(page.said.values()) == {1}
    pad.undo()
    page.answered()
    assert page.frame.grey is None
    assert "Draw a digit" in page.sentence


def test_an_image_they_differ_on_goes_to_the_shared_pad_and_is_marked_right_or_wrong(
    page: Page,
) -> None:
    page.compared()
    survey = page.panel._survey.frame
    assert survey is not None
    page.panel.show_differing()
    page.answered()
    index = int(survey.differing()[0])
    sheet = current_sheet(page.panel.context.workspace)
    np.testing.assert_array_equal(sheet.picture, mnist.load_test().images[index])
    assert page.said["CNN"] == survey.first.digits[index]
    assert page.said["Linear"] == survey.second.digits[index]
    label = int(mnist.load_test().labels[index])
    assert page.marks() == {name: "right" if d == label else "wrong" for name, d in page.said.items()}
    assert f"is a {label}" in page.sentence


def test_the_strip_is_walked_by_keys_buttons_and_clicks(page: Page) -> None:
    page.compared()
    survey = page.panel._survey.frame
    assert survey is not None
    strip, picked = page.panel.view.strip, survey.differing().tolist()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.current() == picked[0]
    page.panel.view.after.click()
    assert strip.current() == picked[1]
    page.panel.view.before.click()
    page.panel.view.before.click()
    assert strip.current() == picked[-1], "round again"
    strip._first = 0
    QTest.mouseClick(strip, LEFT, pos=QPoint(2 * strip._step() + 10, 10))
    assert strip.current() == picked[2]
    page.answered()


def test_asking_before_anything_is_known_is_answered_as_soon_as_it_is(page: Page) -> None:
    page.panel.show_differing()
    page.settle(lambda: page.panel.view.pad.picture() is not None)


def test_another_pair_is_compared_and_the_table_is_theirs(page: Page) -> None:
    page.compared()
    page.panel.pair.set_pair(("MLP", "CNN"))
    page.panel.pair.chosen.emit("MLP", "CNN")
    page.compared()
    survey = page.panel._survey.frame
    assert survey is not None
    table = survey.agreement()
    assert table.n == 10_000
    assert table.both_right + table.only_first == 10_000 - 78  # as assets/SOURCES.md states for the MLP
    shown = [cell.text() for cell in page.panel.pair._counts]
    assert shown[0] == f"{table.both_right:,}"
    page.panel.pair.set_pair(("CNN", "Linear"))
    page.panel.pair.chosen.emit("CNN", "Linear")
    page.compared()


def test_the_same_judge_twice_is_not_compared(page: Page) -> None:
    box = page.panel.pair._boxes[0]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    pair = page.panel.pair.pair()
    assert pair is not None
    assert pair[0] == "Linear"
    assert pair[1] != "Linear"


def test_comparing_with_the_one_that_remembers_shows_how_far_it_is_and_stops_at_once(page: Page) -> None:
    page.answered()
    page.panel.pair.set_pair((NEAREST, "CNN"))
    page.panel.pair.chosen.emit(NEAREST, "CNN")

    def begun() -> bool:
        frame = page.panel._survey.frame
        return frame is not None and frame.judged > 20 and page.panel.pair._state == "running"

    page.settle(begun)
    work = page.panel.pair.work
    assert "%" in work.text()
    assert work.state == "working"
    work.button.click()
    assert work.state == "stopped"
    assert "Stopped" in work.text()
    page.panel.leave()
    page.panel.enter()
    resting(page)
    frame = page.panel._survey.frame
    assert frame is not None
    assert not frame.complete
    found = frame.judged
    work.button.click()
    assert work.state == "working"
    page.settle(lambda: page.panel._survey.frame is not None and page.panel._survey.frame.judged > found)


def resting(page: Page) -> None:
    """Nothing more comes of the comparing."""
    run = page.panel._survey._run
    assert run is not None
    page.settle(lambda: run._asleep)
    page.panel.tick()
    frame = page.panel._survey.frame
    for _ in range(5):
        page.panel.tick()
    assert page.panel._survey.frame is frame


def learning(page: Page) -> JudgeColumn:
    """The column of the one that remembers, once it has learnt a little."""
    page.settle(lambda: isinstance(page.panel.last, JudgesFrame) and bool(page.panel.last.ready))
    return page.panel.view.columns[-1]


def test_learning_by_heart_stops_at_once_and_goes_on_where_it_was(page: Page) -> None:
    column = learning(page)
    assert column.work.state == "working"
    assert "Learning" in column.work.text()
    column.work.button.click()
    assert column.work.state == "stopped", "before the worker has said so"
    assert page.panel.run is not None
    page.settle(lambda: page.panel.run is not None and page.panel.run.resting)
    page.panel.tick()
    assert page.frame.index is None
    reached = page.frame.ready
    assert column.work.state == "stopped"
    page.panel.write(strokes.digit(3))
    page.answered()
    assert page.said == {"CNN": 3, "MLP": 3, "Linear": 3}, "it says nothing of what it knows by half"
    column.work.button.click()
    assert column.work.state == "working"
    page.settle(lambda: page.frame.index is not None or (page.frame.ready or 0.0) > (reached or 0.0))
    page.answered()
    assert page.said[NEAREST] == 3
    assert not column.work.isVisible()


def test_comparing_with_one_whose_learning_was_stopped_says_so_and_lets_it_go_on(page: Page) -> None:
    column = learning(page)
    column.work.button.click()
    page.panel.pair.set_pair((NEAREST, "CNN"))
    page.panel.pair.chosen.emit(NEAREST, "CNN")
    work = page.panel.pair.work
    assert work.state == "stopped"
    assert "not remembered" in work.text()
    work.button.click()
    assert column.work.state == "working"
    page.settle(lambda: page.panel.pair._state == "running")


def test_a_judge_that_is_hidden_does_not_let_others_wait_for_it_without_a_word(page: Page) -> None:
    learning(page)
    page.panel.pair.set_pair((NEAREST, "CNN"))
    page.panel.pair.chosen.emit(NEAREST, "CNN")
    page.panel.judges.set_hidden((NEAREST,))
    page.panel._on_judges()
    if page.frame.index is None:
        assert "only while it is" in page.panel.pair.work.text()
    page.panel.judges.set_hidden(())
    page.panel._on_judges()
    page.settle(lambda: page.panel.pair._state == "running")


def test_a_pair_that_was_left_half_compared_is_compared_again(page: Page) -> None:
    learning(page).work.button.click()
    for pair in ((NEAREST, "CNN"), ("CNN", "Linear")):
        page.panel.pair.set_pair(pair)
        page.panel.pair.chosen.emit(*pair)
    page.compared()


def test_a_judge_that_is_switched_off_is_neither_shown_nor_counted(page: Page) -> None:
    showcase.write_three(page.panel)
    page.answered()
    for row in page.panel.judges._rows:
        row.switch.setChecked(row.name in ("MLP", "CNN"))
    page.settle(lambda: len(page.frame.verdicts) == 2)
    assert [column.name for column in page.panel.view.columns] == ["CNN", "MLP"]
    assert page.sentence.startswith("All 2 say 3")
    assert not page.panel.view.templates.isVisible(), "they are the linear model's"
    assert page.panel.memory()["hidden"] == ["Linear", NEAREST]
    for row in page.panel.judges._rows:
        row.switch.setChecked(False)
    page.settle(lambda: page.frame.verdicts == ())
    assert "at least one" in page.sentence


def test_a_new_net_of_the_workspace_takes_its_place_among_them(page: Page) -> None:
    page.answered()
    net = Net.create((Dense(10),), (784,), np.random.default_rng(0))
    for i in range(4):
        page.panel.context.workspace.put("net", f"mine {i}", net)
    showcase.write_three(page.panel)
    page.settle(lambda: len(page.frame.verdicts) == 8)
    assert [column.name for column in page.panel.view.columns][-1] == NEAREST
    scroll = page.panel.view._scroll
    page.settle(lambda: scroll.horizontalScrollBar().maximum() > 0)
    assert page.host.width() == 1280


def test_a_net_for_something_else_is_not_asked(page: Page) -> None:
    tiny = Net.create((Dense(1),), (2,), np.random.default_rng(0))
    page.panel.context.workspace.put("net", "tiny", tiny)
    page.answered()
    assert "tiny" not in [one.name for one in page.frame.verdicts]
    assert "tiny" not in page.panel.pair.names()


def test_the_numbers_behind_the_picture(page: Page) -> None:
    page.panel.view.pad.set_drawing(strokes.digit(8))
    page.answered()
    page.compared()
    data = page.panel.data()
    assert data["probabilities_CNN"].shape == (10,)
    assert data["evidence_Linear"].shape == (10, 784)
    assert data["neighbours"].shape == data["neighbour_distances"].shape == (5,)
    assert data["agreement"].sum() == 10_000
    assert len(data["differing"]) == data["agreement"][[1, 2, 4]].sum()


def test_what_was_chosen_is_there_again() -> None:
    memory = {"hidden": ["MLP"], "pair": ["MLP", NEAREST]}
    panel = JudgesPanel(Context(workspace(), memory))
    try:
        assert panel.memory() == memory
        assert "MLP" not in panel.judges.shown()
        assert panel.pair.pair() == ("MLP", NEAREST)
    finally:
        panel.shut()
        panel.deleteLater()


def test_without_the_images_the_page_says_so_and_the_nets_answer_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise FileNotFoundError("assets/mnist.npz")

    monkeypatch.setattr(mnist, "training", missing)
    monkeypatch.setattr(mnist, "load_test", missing)
    with opened(PAGE, qtbot) as host:
        page = Page(host)
        page.settle(lambda: page.panel.pair._state == "failed")
        showcase.write_three(page.panel)
        page.answered()
        assert page.said == {"CNN": 3, "MLP": 3, "Linear": 3}
        assert page.frame.ready is None
        assert "cannot be read" in page.panel.view.columns[-1].work.text()
        assert not host.panel.room.problem.isVisible()


def test_what_a_judge_is_and_what_it_says_stand_apart(page: Page) -> None:
    showcase.write_three(page.panel)
    page.answered()
    head, look = page.panel.view.columns[0].head, theme()
    image = head.grab().toImage()
    per = image.height() / head.height()
    below_size = sum(QFontMetricsF(font).height() for font in (look.font(), look.font(0.85)))
    rows = range(round(below_size * per), round((below_size + look.space(1)) * per))
    ground = image.pixelColor(0, 0)
    assert len(rows) >= 3
    assert all(image.pixelColor(x, y) == ground for y in rows for x in range(image.width()))
    assert head.height() >= below_size + look.space(1) + QFontMetricsF(look.font(2.0)).height()
