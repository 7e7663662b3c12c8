"""The curves of Learn: what is drawn is what was measured, and dragging the moment asks for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn.curve_knobs import SHARES, CurveKnobs, CurveLook
from neuroviz.panels.training.learn.curves_view import CurvesView
from neuroviz.panels.training.learn.figures import line_mark, number
from neuroviz.panels.training.learn.thinning import smoothed, stairs, thinned
from neuroviz.panels.training.learn.turn_words import marks, shown_turns
from neuroviz.runtime import Change
from neuroviz.sims.training.book import Curve
from neuroviz.sims.training.frames import Branch, TrainingFrame, Turn
from neuroviz.ui import curves
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import set_theme
from tests.panels.learn_frames import frame, plane, run


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    made = CurvesView()
    qtbot.addWidget(made)
    made.resize(440, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(view: CurvesView, seen: TrainingFrame, qtbot: QtBot) -> None:
    view.show(seen)
    qtbot.waitUntil(lambda: not view._left and not view._soon.isActive())


def lengths(n: int) -> Curve:
    mean = np.linspace(4.0, 1.0, n)
    return Curve(np.arange(1, n + 1), mean, mean - 0.5, mean + 0.5)


def test_the_losses_drawn_are_those_of_book_and_reports(view: CurvesView, qtbot: QtBot) -> None:
    seen = frame(plane(), 60)
    view.set_look(CurveLook(smoothing=0))
    shown(view, seen, qtbot)
    drawn = {one.name: one for one in view.loss._series}
    assert np.array_equal(drawn["training"].y, seen.focused.curve.mean)
    assert drawn["validation"].y.tolist() == [one.valid_loss for one in seen.focused.reports]
    scores = {one.name: one for one in view.score._series}
    assert scores["validation"].y.tolist() == [one.valid_score for one in seen.focused.reports]
    assert view.rate.isHidden()
    assert view.loss.cursor_at() == 60


def test_the_rate_is_seen_when_it_changes(view: CurvesView, qtbot: QtBot) -> None:
    shown(view, frame(plane(), 60, schedule="cosine", horizon=40), qtbot)
    assert view.rate.isVisible()
    shown(view, frame(plane(), 60), qtbot)
    assert not view.rate.isVisible()


def test_each_line_has_a_set_of_its_own_and_the_one_looked_at_lies_above(
    view: CurvesView, qtbot: QtBot
) -> None:
    seen = frame(plane(), 60, branches=3)
    shown(view, seen, qtbot)
    colours = {one.colour for one in view.loss._series if one.name}
    assert colours == {line_mark(one.id).colour for one in seen.courses}
    assert view.loss._series[-1].name == "1 validation"
    others = [one for one in view.loss._series if one.name in ("2", "3", "4")]
    assert len({one.dash for one in others}) == 3
    assert not view.loss._series[-1].dash


def test_a_line_has_the_same_strokes_in_the_curves_as_in_the_lists_whichever_is_looked_at(
    view: CurvesView, qtbot: QtBot
) -> None:
    seen = frame(plane(), 60, branches=2)
    for focus in (0, 1, 2):
        shown(view, replace(seen, focus=focus), qtbot)
        for chart in (view.loss, view.score):
            for one in chart._series:
                line = next((c.id for c in seen.courses if one.name.split(" ")[0] == str(c.id + 1)), None)
                if line is not None:
                    assert (one.colour, one.dash) == (line_mark(line).colour, line_mark(line).dash)


def test_training_and_validation_are_told_apart_by_more_than_a_little_width(
    view: CurvesView, qtbot: QtBot
) -> None:
    for steps in (0, 60):
        shown(view, frame(plane(), steps), qtbot)
        for chart in (view.loss, view.score):
            named = {one.name: one for one in chart._series if one.name}
            training, validation = named["training"], named["validation"]
            assert len(training.x), "both are named from the start"
            assert (validation.width or 0) >= 2 * (training.width or 0)
            assert training.opacity < validation.opacity == 1.0


@pytest.mark.parametrize("steps", [0, 1, 60])
def test_the_loss_has_numbers_at_its_axis_from_the_start(
    view: CurvesView, qtbot: QtBot, steps: int
) -> None:
    shown(view, frame(plane(), steps), qtbot)
    plot = view.loss._plot
    assert plot.ink._ticks(1, plot.seen(), plot.area().height())


def test_all_charts_change_in_one_moment(view: CurvesView, qtbot: QtBot) -> None:
    charts = view.loss, view.score
    shown(view, frame(plane(), 60), qtbot)
    before = [grey(chart) for chart in charts]
    view.show(frame(plane(), 200))
    turns = 0
    while view._left:
        assert all(np.abs(grey(chart) - b).max() <= 8 for chart, b in zip(charts, before, strict=True))
        view.show(frame(plane(), 230))  # a newer one waits until this has been drawn
        view._work()
        turns += 1
    assert turns > 1, "no turn does all of it"
    assert all(np.abs(grey(chart) - b).max() > 50 for chart, b in zip(charts, before, strict=True))
    assert {chart.cursor_at() for chart in charts} == {200.0}
    assert len({max(one.x.max() for one in chart._series if len(one.x)) for chart in charts}) == 1
    assert len({chart.seen() for chart in charts}) == 1


def test_what_was_told_of_a_place_goes_when_the_curves_do(
    view: CurvesView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(curves, "QToolTip", Told(told))
    shown(view, frame(plane(), 60), qtbot)
    view.loss._on_hovered(30.0)
    assert told[-1].startswith("Step 30")
    shown(view, frame(plane(), 200), qtbot)
    assert told[-1] == ""


def grey(chart: curves.Curves) -> np.ndarray:
    """As it is on the screen."""
    image = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


class Told:
    """What stands in a tooltip, one after the other."""

    def __init__(self, told: list[str]) -> None:
        self._told = told

    def showText(self, _at: object, text: str, *_rest: object) -> None:
        self._told.append(text)

    def hideText(self) -> None:
        self._told.append("")


def test_turns_are_marked_with_what_was_turned(view: CurvesView, qtbot: QtBot) -> None:
    sim = run(plane(), 20)
    sim.apply(Change("knob", (0, "rate", 0.5), "branch"))
    for _ in range(10):
        sim.advance()
    sim.apply(Change("branch", Branch(1, 0, "rate", 2.0), "branch"))
    for _ in range(10):
        sim.advance()
    seen = sim.snapshot()
    shown(view, seen, qtbot)
    assert [(one.x, one.text) for one in view.loss._marks] == [(20, "rate 0.05 → 0.5"), (30, "rate 0.5 → 2")]


def test_one_drag_of_a_knob_is_one_mark() -> None:
    seen = frame(plane(), 100)
    turns = tuple(Turn(50 + i // 3, 0, "rate", 0.1 * i) for i in range(1, 7))
    found = shown_turns(replace(seen, turns=turns))
    assert len(found) == 1
    assert found[0].after == pytest.approx(0.6)
    assert len(shown_turns(replace(seen, turns=(*turns, Turn(90, 0, "rate", 1.0))))) == 2


def texts(*turns: Turn, lines: int = 0) -> list[str]:
    seen = replace(frame(plane(), 100, branches=lines), turns=turns)
    return [one.text for one in marks(seen)]


def test_marks_tell_what_was_trained_with_and_nothing_else() -> None:
    twice = Turn(50, 0, "rate", 1e-5), Turn(50, 0, "rate", 100.0)
    assert texts(*twice) == ["rate 0.05 → 100"]
    assert texts(*twice, Turn(50, 0, "rate", 0.05)) == []
    assert texts(*twice, Turn(50, 0, "batch", 10)) == ["rate 0.05 → 100; Batch 32 → 10"]
    assert texts(Turn(50, 0, "rate", 1.0), Turn(51, 0, "rate", 0.05)) == ["rate 0.05 → 1", "rate 1 → 0.05"]
    layers = Turn(9, 0, "layer_rate", (0, 0.5)), Turn(9, 0, "layer_rate", (1, 2.0))
    assert texts(*layers) == ["layer rate layer 1 × 0.5; layer rate layer 2 × 2"]


def test_a_line_that_began_with_nothing_turned_is_a_branch() -> None:
    born = Turn(2, 1, "rate", 0.05, branch=True, parent=0)
    assert texts(born, lines=1) == ["branch of Line 1"]
    assert texts(born, Turn(2, 1, "rate", 1.0), lines=1) == ["rate 0.05 → 1"]
    at_once = Turn(2, 0, "rate", 0.5), replace(born, value=0.5), Turn(2, 0, "rate", 0.05)
    assert texts(*at_once, lines=1) == ["branch of Line 1"], "what its parent does after that is not its own"


def test_dragging_the_cursor_asks_for_a_step(view: CurvesView, qtbot: QtBot) -> None:
    shown(view, frame(plane(), 60), qtbot)
    sought: list[int] = []
    view.sought.connect(sought.append)
    view.loss.setFocus()
    QTest.keyClick(view.loss, Qt.Key.Key_Home)
    QTest.keyClick(view.score, Qt.Key.Key_End)
    assert sought[0] == 0
    assert sought[-1] == 60
    assert view.rate.cursor_at() == view.loss.cursor_at() == 60


def test_switches_are_kept_and_told(view: CurvesView, qtbot: QtBot) -> None:
    turned: list[bool] = []
    view.turned.connect(lambda: turned.append(True))
    shown(view, frame(plane(), 60), qtbot)
    QTest.mouseClick(view.knobs._steps, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.knobs._loss, Qt.MouseButton.LeftButton)
    view.knobs._slider.setFocus()
    QTest.keyClick(view.knobs._slider, Qt.Key.Key_Right)
    assert len(turned) == 3
    assert view.look() == CurveLook(CurveLook.smoothing + 1, log_steps=True, log_loss=False)
    view.set_look(CurveLook())
    assert len(turned) == 3
    assert view.look() == CurveLook()


def test_a_mark_without_room_for_its_words_tells_them_on_hover(view: CurvesView, qtbot: QtBot) -> None:
    seen = frame(plane(), 60, branches=3)
    shown(view, seen, qtbot)
    for chart, tell in ((view.loss, view._told_loss), (view.score, view._told_score)):
        del chart
        for mark in marks(seen):
            assert f"{mark.text} at step {mark.step}" in tell(float(mark.step))
        assert "at step 2" not in tell(50.0)
    view.set_look(CurveLook(log_steps=True))
    assert "at step 2" in view._told_loss(2.0)
    assert "at step 2" not in view._told_loss(50.0)


def test_hovering_tells_the_formula_with_its_numbers(view: CurvesView, qtbot: QtBot) -> None:
    seen = frame(plane(), 60)
    shown(view, seen, qtbot)
    report = seen.focused.report
    assert report is not None
    words = view._told_loss(60)
    assert number(float(seen.focused.curve.mean[59])) in words
    assert number(report.valid_loss) in words
    assert " of 24 right" in view._told_score(60)
    assert view.loss.accessibleDescription().startswith(view._told_loss(60))


def test_a_run_that_breaks_and_values_are_borne(view: CurvesView, qtbot: QtBot) -> None:
    shown(view, frame(plane(), 60, rate=100.0), qtbot)
    view.grab()
    shown(view, frame(plane("sine"), 60, rate=30.0), qtbot)
    view.grab()
    assert "R²" in view._told_score(60)
    view.clear()
    view.grab()


def test_nothing_is_done_while_it_is_not_seen(qtbot: QtBot) -> None:
    made = CurvesView()
    qtbot.addWidget(made)
    made.show(frame(plane(), 10))
    assert not made.isVisible()
    assert made.loss._series == ()
    made.show()
    assert len(made.loss._series) > 2


def test_language_and_theme_change_while_it_is_seen(view: CurvesView, qtbot: QtBot) -> None:
    shown(view, frame(plane(), 20), qtbot)
    for name in ("light", "contrast", "dark"):
        set_theme(name, 1.6)
        QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
        view.grab()
    set_theme("dark")


@pytest.mark.parametrize("log", [False, True])
def test_thinning_keeps_the_ends_of_the_spread(log: bool) -> None:
    curve = lengths(5000)
    thin = thinned(curve, curve.mean, (1.0, 5000.0), 200, log=log)
    assert len(thin.step) <= 201
    assert thin.least.min() == curve.least.min()
    assert thin.most.max() == curve.most.max()
    assert thin.step[-1] == 5000
    part = thinned(curve, curve.mean, (1000.0, 1100.0), 200, log=log)
    assert len(part.step) == 103


def test_smoothing_looks_back_only() -> None:
    curve = lengths(100)
    assert np.array_equal(smoothed(curve, 0.0), curve.mean)
    for share in SHARES[1:]:
        found = smoothed(curve, share)
        last = int(np.floor(100 * (1 - share)))
        assert found[-1] == pytest.approx(curve.mean[last:].mean())
        assert found[0] == curve.mean[0]


def test_what_is_no_number_spoils_nothing_beside_it() -> None:
    mean = np.array([1.0, np.nan, np.inf, 3.0])
    curve = Curve(np.arange(1, 5), mean, mean, mean)
    found = smoothed(curve, 0.5)
    assert np.isnan(found[1])
    assert np.isinf(found[2])
    assert found[3] == 3.0
    fall = np.array([1e30, 1.0])
    assert np.array_equal(smoothed(Curve(np.arange(1, 3), fall, fall, fall), 0.5), fall)


def test_a_rate_that_is_turned_jumps_there() -> None:
    x, y = stairs(np.array([0.0, 10.0, 20.0]), np.array([1.0, 5.0, 4.0]), np.array([3.0]))
    assert x.tolist() == [0, 3, 3, 10, 20]
    assert y.tolist() == [1, 1, 5, 5, 4]


@pytest.mark.parametrize("width", [260, 300, 340, 420, 600])
def test_in_a_narrow_row_the_words_go_before_the_switches_are_cut(qtbot: QtBot, width: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    knobs = CurveKnobs()
    knobs.setParent(holder)
    holder.show()
    knobs.resize(max(width, knobs.minimumSizeHint().width()), 40)
    knobs.show()
    QApplication.processEvents()
    for button in knobs.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() < knobs.width()
    shown = [words for words in knobs.findChildren(Words) if words.isVisible()]
    assert len(shown) == (2 if width == 600 else len(shown))
    assert all(words.width() >= words.sizeHint().width() for words in shown)
