"""My digits while the own file is still being read: nothing looks lost, and what is done keeps its undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.data.handwriting import Entry, Handwriting
from neuroviz.data.sheet import Sheet
from neuroviz.io.handwriting import write_handwriting
from neuroviz.panels.digits.mine import PAGE
from neuroviz.panels.digits.mine.keeper import FILE, DigitsKeeper
from neuroviz.panels.digits.mine.panel import MinePanel
from neuroviz.sims.hand import HandFrame
from tests.panels.host import opened


def test_nothing_looks_lost_and_a_label_keeps_its_undo(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tuple(Entry(Sheet(strokes.digit(label)), label) for label in (1, 2))
    write_handwriting(Handwriting(kept), tmp_path / FILE)
    held = [True]
    collect = DigitsKeeper.collect
    monkeypatch.setattr(DigitsKeeper, "collect", lambda keeper: [] if held[0] else collect(keeper))
    spec = replace(PAGE, widget=lambda context: MinePanel(replace(context, folder=tmp_path)))
    with opened(spec, qtbot) as host:
        page = host.panel
        assert isinstance(page, MinePanel)
        host.settle(lambda: isinstance(page.last, HandFrame))
        assert "being read" in page.room.sentence.text()
        assert "0" not in page.view.sheet_tools.heading.text()
        assert "Every net" not in page.reading.text()
        page.view.pad.set_drawing(strokes.digit(5))
        QTest.keyClick(page.view.pad, Qt.Key.Key_5)
        held[0] = False
        host.settle(lambda: len(page.hand()) == 3)
        page.history.undo()
        assert [entry.label for entry in page.hand().entries] == [1, 2], "the kept ones are not taken back"
        page.history.redo()
        assert [entry.label for entry in page.hand().entries] == [1, 2, 5]
        host.settle(lambda: isinstance(page.last, HandFrame) and len(page.last.hand) == 3)
        assert "being read" not in page.room.sentence.text()
