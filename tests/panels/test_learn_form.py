"""The knobs of Learn: what is off says so, and what would do nothing is out of use and says why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn.brief import Brief
from neuroviz.panels.training.learn.config import StopConfig, stop_texts
from neuroviz.panels.training.learn.knob_form import LearnForm
from neuroviz.panels.training.learn.words import test as told_test
from neuroviz.scenes.recipe import Knobs
from neuroviz.sims.training.testing import TestedFrame
from neuroviz.ui import i18n
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.number_box import NumberBox
from tests.panels.host import lay_out
from tests.panels.learn_frames import frame, pictures, plane


@pytest.fixture
def form(qtbot: QtBot) -> LearnForm:
    made = LearnForm(Knobs())
    qtbot.addWidget(made)
    made.show()
    return made


def box(form: KnobForm, name: str) -> NumberBox:
    """The number of a knob."""
    found: NumberBox = form.row(name).findChildren(NumberBox)[0]
    return found


def in_use(form: KnobForm, name: str) -> bool:
    """Whether it can be turned."""
    return form.row(name).focus_target().isEnabled()


def test_what_is_off_says_so(qtbot: QtBot) -> None:
    stops = KnobForm(StopConfig(), stop_texts)
    qtbot.addWidget(stops)
    assert [box(stops, name).text() for name in ("target", "plateau", "gradient")] == ["off"] * 3
    stops.set_config(replace(StopConfig(), target=90))
    assert box(stops, "target").text() == "90 %"
    for typed in ("off", "0"):
        stops.set_config(replace(StopConfig(), target=90))
        box(stops, "target").selectAll()
        qtbot.keyClicks(box(stops, "target"), typed)
        qtbot.keyClick(box(stops, "target"), Qt.Key.Key_Return)
        assert stops.config().target == 0
        assert box(stops, "target").text() == "off"


def test_off_is_said_in_the_language_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    stops = KnobForm(StopConfig(), stop_texts)
    qtbot.addWidget(stops)
    shown = box(stops, "target")
    shown.tr = lambda text, *_: {"off": "aus"}.get(text, text)  # type: ignore[method-assign]
    i18n.install(qapp, "zh_CN")
    try:
        lay_out()
        assert shown.text() == "aus"
    finally:
        i18n.install(qapp, "en")


def test_a_horizon_needs_a_schedule_and_momentum_its_optimiser(form: LearnForm) -> None:
    assert not in_use(form, "horizon")
    assert "schedule" in form.row("horizon").focus_target().toolTip()
    assert "schedule" in form.row("horizon").focus_target().accessibleDescription()
    form.row("schedule").turned.emit("schedule", "cosine")
    assert in_use(form, "horizon")
    assert "Steps" in form.row("horizon").focus_target().toolTip()
    assert in_use(form, "momentum")
    form.set_config(Knobs(optimiser="adam"))
    assert not in_use(form, "momentum")
    assert not in_use(form, "horizon")


def test_only_pictures_are_varied(form: LearnForm) -> None:
    assert in_use(form, "augment"), "nothing is known yet"
    form.set_task(plane())
    assert not in_use(form, "augment")
    form.retranslate()
    assert "pictures" in form.row("augment").focus_target().toolTip()
    form.set_task(pictures())
    assert in_use(form, "augment")


def test_nothing_moves_when_the_test_has_been_asked(qtbot: QtBot) -> None:
    brief, task = Brief(), plane()
    qtbot.addWidget(brief)
    brief.resize(252, 400)
    brief.show()
    places = set()
    for found in (None, TestedFrame(1, frame(task).focused.net, 120, 0.77)):
        brief.say_test(told_test(found, task))
        lay_out()
        places.add((brief._branch.y(), brief.sizeHint().height()))
    assert len(places) == 1


def test_a_batch_of_more_than_there_are_says_that_it_is_all(form: LearnForm, qtbot: QtBot) -> None:
    task = plane()
    n, note = len(task.train), form.row("batch")._note
    form.set_task(task)
    assert not note.isVisible()
    box(form, "batch").selectAll()
    qtbot.keyClicks(box(form, "batch"), str(n + 61))
    qtbot.keyClick(box(form, "batch"), Qt.Key.Key_Return)
    assert note.isVisible()
    assert note.text() == f"all {n}"
    assert f"all {n}" in form.row("batch").focus_target().accessibleDescription()
    form.set_config(replace(Knobs(), batch=n - 1))
    assert not note.isVisible()
    form.set_config(replace(Knobs(), batch=n))
    assert note.isVisible()
    form.set_task(None)
    assert not note.isVisible()
