"""Every page, left in every way while it is computing: nothing is lost, nothing goes on unseen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz import panels
from neuroviz.data import strokes
from neuroviz.data.sheet import Sheet
from neuroviz.ui import i18n
from neuroviz.ui.errors import faults
from neuroviz.ui.settings import Settings, SettingsFile
from neuroviz.ui.shared_pad import NAME
from neuroviz.ui.theme import set_theme
from neuroviz.ui.window import MainWindow

PAGES = [page.id for room in panels.discover() for page in room.all()]


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = composition.compose(qapp, Settings(theme="dark", motion=False), SettingsFile(tmp_path))
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    faults.take()
    set_theme("dark")
    i18n.install(qapp, "en")


def begin(window: MainWindow, page: str) -> None:
    """Open the page and set it to work; it is not waited for."""
    window.show_room(page)
    panel = window.rooms.panel()
    assert panel is not None
    panel.pose()
    window.tick()


def other_page(window: MainWindow, page: str) -> None:
    window.show_room(PAGES[(PAGES.index(page) + 1) % len(PAGES)])


def other_net(window: MainWindow, _page: str) -> None:
    panel = window.rooms.panel()
    assert panel is not None
    workspace = panel.context.workspace
    names = workspace.names("net")
    workspace.choose("net", names[(names.index(workspace.current("net") or "") + 1) % len(names)])


def new_drawing(window: MainWindow, _page: str) -> None:
    panel = window.rooms.panel()
    assert panel is not None
    panel.context.workspace.put("input", NAME, Sheet(strokes.digit(4)))


def again(window: MainWindow, _page: str) -> None:
    panel = window.rooms.panel()
    assert panel is not None
    panel.restart()


def second_place(window: MainWindow, page: str) -> None:
    window.seats.open_beside(page)
    begin(window, page)
    window.seats.close_beside()


def own_window(window: MainWindow, page: str) -> None:
    own = window.seats.open_window(page)
    own.show()
    panel = own.rooms.panel()
    assert panel is not None
    panel.pose()
    own.close()


def hidden(window: MainWindow, _page: str) -> None:
    window.hide()
    window.show()


def language(window: MainWindow, _page: str) -> None:
    window.set_language("zh_CN")
    window.set_language("en")


WAYS: tuple[Callable[[MainWindow, str], None], ...] = (
    other_page, other_net, new_drawing, again, second_place, own_window, hidden, language,
)  # fmt: skip


def runs() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("run-")]


@pytest.mark.parametrize("page", PAGES)
def test_each_way_out_of_a_page_at_work(window: MainWindow, page: str, qapp: QApplication) -> None:
    for way in WAYS:
        begin(window, page)
        way(window, page)
        for _ in range(3):
            window.tick()
            qapp.processEvents()
        assert faults.take() == [], way.__name__
        panel = window.rooms.panel()
        assert panel is not None, way.__name__
        assert not panel.room.problem.isVisible(), (way.__name__, panel.room.problem.sentence())
    begin(window, page)
    window.close()
    assert [one for one in runs() if one != "run-background"] == []
    assert faults.take() == []
