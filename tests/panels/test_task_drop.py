"""Task after a restart: painted points are there, more can be painted, and files can be dropped anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.task import showcase
from neuroviz.panels.training.task.names import PAINTED
from neuroviz.panels.training.task.panel import TaskPanel
from tests.panels.host import Host, lay_out, opened, spec_of
from tests.panels.test_own_files import page, task_page
from tests.panels.test_task_page import csv

ACTION, BUTTON, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(onto: QWidget, *paths: Path) -> bool:
    """Files that are dragged in and dropped by the mouse; whether they were taken.

    Qt asks the widget under the mouse first, then what it stands in.
    """
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))  # as managers of files do
    place = QPointF(onto.rect().center())
    QApplication.sendEvent(onto, QDragEnterEvent(place.toPoint(), ACTION, mime, BUTTON, PLAIN))
    event = QDropEvent(place, ACTION, mime, BUTTON, PLAIN)
    QApplication.sendEvent(onto, event)
    return event.isAccepted()


def painted_before(qtbot: QtBot) -> dict[str, object]:
    """What is remembered of a face that was painted."""
    with opened(spec_of("training.task"), qtbot) as host:
        panel = task_page(host)
        panel.set_painted(showcase.face())
        host.settle(panel.posed)
        return panel.memory()


def stroke(panel: TaskPanel, at: QPoint) -> None:
    """A click with the brush."""
    panel.view.brushes._group.button(0).click()
    scatter = panel.view.scatter
    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=scatter.rect().center() + at)


def test_painted_points_are_there_and_more_can_be_painted(qtbot: QtBot) -> None:
    memory = painted_before(qtbot)
    with page("training.task", memory, qtbot) as host:
        panel = task_page(host)
        host.settle(panel.posed)
        assert panel.source().points == showcase.face().points
        assert panel.view._pictures.currentWidget() is panel.view.scatter
        assert panel.view.brushes.isVisible()
        lay_out()
        stroke(panel, QPoint(3, 5))
        assert len(panel.source()) == len(showcase.face()) + 1
        host.settle(lambda: panel.task() is not None)
        panel.acts.undo()
        assert panel.source().points == showcase.face().points


def parts(panel: TaskPanel) -> dict[str, QWidget]:
    """Where a hand may let go of a file."""
    view = panel.view
    return {
        "gallery": view.gallery, "picture": view.scatter, "page": panel,
        "number": panel.knobs.row("n").focus_target(), "side": panel.bring,
        "box": panel.knobs.row("n")._box or panel,
    }  # fmt: skip


@pytest.mark.parametrize("where", ["gallery", "picture", "page", "number", "side", "box", "columns"])
def test_files_can_be_dropped_anywhere_on_the_page(where: str, qtbot: QtBot, tmp_path: Path) -> None:
    memory = painted_before(qtbot)
    with page("training.task", memory, qtbot) as host:
        panel = task_page(host)
        host.settle(panel.posed)
        if where == "columns":
            first = csv(tmp_path / "first.csv")
            first.write_text(first.read_text() + "\n1,2,a")
            _open(host, first)
            onto: QWidget = panel.view.columns._tree.viewport()
        else:
            onto = parts(panel)[where]
        assert drop(onto, csv(tmp_path / "flowers.csv"))
        host.settle(lambda: panel.recipe().task.source == "flowers" and panel.task() is not None)
        panel.view.gallery.chosen.emit(PAINTED)
        host.settle(lambda: panel.task() is not None)
        assert panel.source().points == showcase.face().points


def _open(host: Host, path: Path) -> None:
    panel = task_page(host)
    panel.opening.open(str(path), "")
    host.settle(lambda: panel.recipe().task.source == path.stem and panel.task() is not None)
