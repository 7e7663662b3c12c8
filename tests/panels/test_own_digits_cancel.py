"""A large set of own digits shows how far its reading is, can be stopped, and goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz.data.handwriting import OWN, Handwriting
from neuroviz.data.script_hand import NEAT, written_by
from neuroviz.io.handwriting import write_handwriting
from neuroviz.panels.digits.errors import PAGE as ERRORS
from neuroviz.panels.digits.errors.panel import ErrorsPanel
from neuroviz.panels.digits.mine import PAGE as MINE
from neuroviz.panels.digits.mine.keeper import FILE
from neuroviz.panels.digits.mine.panel import MinePanel
from neuroviz.sims.hand import HandFrame
from tests.panels.host import Host, opened


def large() -> Handwriting:
    """160 digits: enough to be read for a while."""
    return written_by(NEAT, 16, np.random.default_rng(1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_handwriting(large(), tmp_path / FILE)
    return tmp_path


@pytest.fixture
def mine(qtbot: QtBot, folder: Path) -> Iterator[Host]:
    with opened(MINE, qtbot, (1280, 800), folder) as host:
        yield host


def read(panel: MinePanel) -> int:
    frame = panel.last
    return sum(int((one.answers >= 0).sum()) for one in frame.readings) if isinstance(frame, HandFrame) else 0


def test_reading_one_s_digits_stops_at_once_and_goes_on_where_it_was(mine: Host) -> None:
    panel = mine.panel
    assert isinstance(panel, MinePanel)
    mine.settle(lambda: len(panel.hand()) == 160 and read(panel) > 0)
    assert panel.reading.text() == f"Reading: {read(panel)} of 160 digits"
    panel.reading.button.click()
    assert panel.reading.state == "stopped"
    assert "Stopped after" in panel.reading.text()
    panel.leave()
    panel.enter()
    assert panel.run is not None
    run = panel.run
    mine.settle(lambda: run._asleep)
    panel.tick()
    found = read(panel)
    for _ in range(5):
        panel.tick()
    assert read(panel) == found
    assert panel.reading.state == "stopped"
    panel.reading.button.click()
    mine.settle(panel.posed)
    assert panel.reading.state == "over"
    assert "read all" in panel.reading.text()


def test_what_is_asked_anew_goes_on_by_itself(mine: Host) -> None:
    panel = mine.panel
    assert isinstance(panel, MinePanel)
    mine.settle(lambda: panel.reading.state == "working")
    panel.reading.button.click()
    panel.show_script(NEAT)
    mine.settle(panel.posed)


def test_errors_shows_how_far_a_large_set_is_read_and_stops_at_once(qtbot: QtBot, folder: Path) -> None:
    with opened(ERRORS, qtbot, (1280, 800), folder) as host:
        panel = host.panel
        assert isinstance(panel, ErrorsPanel)
        work = panel._own.work
        host.settle(work.isVisible)
        work.button.click()
        assert work.state == "stopped"
        panel.leave()
        panel.enter()
        run = panel._own._run
        assert run is not None
        host.settle(lambda: run._asleep)
        panel.tick()
        assert OWN not in panel.context.workspace.names("digits"), "nothing of half a set"
        work.button.click()
        host.settle(lambda: OWN in panel.context.workspace.names("digits"))
        assert not work.isVisible()
