"""Learn: what is usually done stands beside what went wrong; what no knob can mend begins another run."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn import showcase
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.remedies import Remedy
from neuroviz.sims.training.sim import MOST_COURSES
from tests.panels.host import Host, opened, spec_of

RATE_10, ZEROS = 3, 2


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(spec_of("training"), qtbot) as host:
        host.settle(lambda: isinstance(host.panel.last, TrainingFrame))
        yield host


def _panel(host: Host) -> LearnPanel:
    assert isinstance(host.panel, LearnPanel)
    return host.panel


def _frame(host: Host) -> TrainingFrame:
    frame = host.panel.last
    assert isinstance(frame, TrainingFrame)
    return frame


def _ail(host: Host, number: int, kind: str) -> LearnPanel:
    """A preset that fails, played until that is said."""
    panel = _panel(host)
    panel.apply_preset(number)
    knobs = showcase.scenes()[number].recipe.knobs
    host.settle(lambda: panel.last is not None and _frame(host).step == 0 and panel.recipe().knobs == knobs)
    panel.play(True)
    panel.set_speed(float("inf"))
    host.settle(lambda: _frame(host).step > 300 and _frame(host).focused.findings[0].kind == kind)
    return panel


def test_a_lower_rate_is_tried_beside_the_line_that_blew_up(host: Host) -> None:
    panel = _ail(host, RATE_10, "far_up")
    recipe, lost = panel.recipe(), _frame(host).focused.curve.mean[:200].copy()
    panel.view.verdict.remedy_button.click()
    assert "Line 2" in panel.sentence()
    told, said = panel.sentence(), list[str]()
    panel.notice.connect(said.append)
    host.settle(lambda: len(_frame(host).courses) == 2 and _frame(host).step > 200)
    assert panel.sentence().startswith(f"Step {_frame(host).step:,}"), "it goes on from there"
    assert said == [told], "which can still be read"
    old, new = _frame(host).courses
    assert panel.recipe() is recipe, "it is the same run"
    assert panel.playing
    assert (new.born, new.knobs.rate, old.knobs.rate) == (0, 0.5, 10.0)
    assert _frame(host).focus == new.id
    assert np.array_equal(old.curve.mean[:200], lost), "what went wrong is there to be compared"


def test_where_there_is_no_room_for_another_line_nothing_happens(host: Host) -> None:
    panel = _ail(host, RATE_10, "far_up")
    panel.play(False)
    for n in range(2, MOST_COURSES + 1):
        panel.hand.split()
        host.settle(lambda n=n: len(_frame(host).courses) == n)
    step = _frame(host).step
    panel.view.verdict.remedy_asked.emit(Remedy("branch", "rate", 0.5, at=0))
    for _ in range(10):
        panel.tick()
    assert _frame(host).step == step
    assert not panel.playing
    assert "Line" not in panel.sentence()


def test_another_start_goes_on_playing_and_undo_brings_the_old_run_back(host: Host) -> None:
    panel = _ail(host, ZEROS, "symmetric")
    recipe = panel.recipe()
    panel.view.verdict.remedy_button.click()
    assert "Undo" in panel.sentence()
    told, taken_back = panel.sentence(), list[str]()
    panel.notice_over.connect(taken_back.append)
    host.settle(lambda: panel.last is not None and _frame(host).step > 0)
    assert "Undo" not in panel.sentence()
    assert panel.recipe() is not recipe
    assert panel.playing
    panel.play(False)
    panel.acts.undo()
    host.settle(lambda: panel.last is not None and _frame(host).step > 300)
    assert panel.recipe() is recipe
    assert "Undo" not in panel.sentence(), "that was said of the other run"
    assert taken_back == [told]


def test_show_points_at_what_is_seen_already(host: Host) -> None:
    panel = _ail(host, RATE_10, "far_up")
    panel.play(False)
    view = panel.view
    view.ring._timer.setInterval(50)
    assert view.right == "curves"
    before = host.grab().toImage()
    view.verdict.show_button.click()
    assert view.ring.round is view.curves
    assert view.ring.geometry().topLeft() == view.curves.mapTo(view, QPoint(0, 0))
    assert host.grab().toImage() != before, "there is something to be seen of it"
    host.settle(lambda: view.ring.round is None)
    view.verdict.show_button.click()
    view.turn("map", "lines")
    assert view.ring.round is None, "it goes with what it lies round"


def test_what_is_asked_to_be_played_is_played_on_the_same_task_too(host: Host) -> None:
    panel = _panel(host)
    panel.show_and_play(0)
    host.settle(lambda: panel.last is not None and _frame(host).step > 0)
    panel.show_and_play(3)
    host.settle(lambda: panel.last is not None and _frame(host).focused.knobs.rate == 10.0)
    host.settle(lambda: _frame(host).step > 0)
    assert panel.playing
