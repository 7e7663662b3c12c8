"""Where there is nothing to learn from, no page keeps what was there before, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from neuroviz.data.tables import Table, suggested
from neuroviz.data.task import TaskSpec
from neuroviz.io import csv_tables
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.panels.training.own_files import OwnFile
from neuroviz.panels.training.page import TrainingPage, fitting
from neuroviz.ui.knobs import KnobForm
from tests.panels.host import Host, opened, spec_of

WHY = "A table needs at least 8 rows without gaps, for two in each part; short.csv has 2."
PAGES = ("training", "training.step", "training.many")


def short(n: int = 2) -> Table:
    """A table of so few rows."""
    text = "x,z,kind\n" + "".join(f"{i},{i * i},{'ab'[i % 2]}\n" for i in range(n))
    return next(one for one in csv_tables.parsing(text.encode(), "short") if isinstance(one, Table))


def take(panel: TrainingPage, n: int = 2) -> None:
    """Open a table of so few rows."""
    source = suggested(short(n))
    panel.context.workspace.put("files", "short", OwnFile("/nowhere/short.csv", n=n))
    panel.context.workspace.put("data", "short", source)
    spec = TaskSpec("short", n=max(12, n))
    panel.set_recipe(fitting(replace(panel.recipe(), task=spec), source))
    panel.acts.follow()  # as when the page is seen again


@pytest.fixture(params=PAGES)
def host(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Host]:
    """A page, some steps on."""
    with opened(spec_of(request.param), qtbot) as made:
        made.pose()
        yield made


def page(host: Host) -> TrainingPage:
    """The page itself."""
    assert isinstance(host.panel, TrainingPage)
    return host.panel


def test_nothing_of_the_task_before_is_left(host: Host) -> None:
    panel, transport = page(host), host.panel.room.transport
    assert transport._timeline.maximum() > 0
    assert panel.data()
    panel.play(True)
    transport.set_playing(True)
    transport._play.setFocus()
    take(panel)
    host.settle(lambda: bool(panel.fault))
    assert panel.hasFocus()
    assert panel.sentence().startswith(WHY)
    assert not panel.data()
    assert not transport.isEnabled()
    assert transport._timeline.maximum() == transport._timeline.value() == 0
    assert not transport._timeline._marks
    assert not panel.playing
    assert not transport.playing
    panel.play(True)
    assert not panel.playing
    assert not transport.playing
    assert panel._no_task is not None
    assert panel._no_task.choose.isVisible()
    assert not panel._no_task.widget(0).isVisible()
    assert not any(form.isEnabled() for form in panel.findChildren(KnobForm))


def test_the_way_back_is_one_click(host: Host, qtbot: QtBot) -> None:
    panel = page(host)
    before = panel.recipe()
    take(panel)
    host.settle(lambda: bool(panel.fault))
    assert panel._no_task is not None
    with qtbot.waitSignal(panel.page_asked) as asked:
        panel._no_task.choose.click()
    assert asked.args == ["training.task"]
    panel._no_task.back.click()
    assert panel.recipe() is before
    host.settle(lambda: panel.task() is not None)
    assert panel.room.transport.isEnabled()
    assert not panel._no_task.back.isVisible()
    assert all(form.isEnabled() for form in panel.findChildren(KnobForm))
    panel.acts.undo()
    assert panel.recipe().task.source == "short"


def test_rows_that_are_added_mend_it(host: Host) -> None:
    panel = page(host)
    take(panel, 7)
    host.settle(lambda: bool(panel.fault))
    take(panel, 8)
    host.settle(lambda: panel.task() is not None)
    assert not panel.fault
    assert panel.room.transport.isEnabled()


def test_points_that_are_gone_are_no_way_back(qtbot: QtBot) -> None:
    with opened(spec_of("training"), qtbot) as host:
        panel = page(host)
        host.pose()
        take(panel, 20)
        host.settle(lambda: panel.task() is not None)
        panel.context.workspace.put("data", "short", suggested(short(2)))
        host.settle(lambda: bool(panel.fault))
        assert panel._no_task is not None
        panel._no_task.back.click()
        assert panel.recipe().task.source == "spirals"


def test_task_has_no_parts_and_asks_for_no_number_of_examples(qtbot: QtBot) -> None:
    with opened(spec_of("training.task"), qtbot) as host:
        panel = page(host)
        host.pose()
        take(panel)
        host.settle(lambda: bool(panel.fault))
        assert panel.sentence() == "short: these examples cannot be learned yet."
        assert panel.view._fault.text().startswith(WHY)  # type: ignore[attr-defined]
        assert not panel.view.parts.isVisible()  # type: ignore[attr-defined]
        assert not panel.knobs.row("n").isVisible()  # type: ignore[attr-defined]
        take(panel, 20)
        host.settle(lambda: panel.task() is not None)
        assert panel.knobs.row("n").isVisible()  # type: ignore[attr-defined]


def test_learn_says_nothing_of_lines_and_moments_that_are_gone(qtbot: QtBot) -> None:
    with opened(spec_of("training"), qtbot) as host:
        panel = page(host)
        assert isinstance(panel, LearnPanel)
        host.pose()
        panel.hand.split()
        host.settle(panel.lines.isVisible)
        assert panel.brief._branch.isEnabled()
        take(panel)
        host.settle(lambda: bool(panel.fault))
        panel.tick()
        assert not panel.lines.isVisible()
        assert not panel.brief._branch.isEnabled()
        assert not panel.brief._test.text()
        assert panel.files.isEnabled()
