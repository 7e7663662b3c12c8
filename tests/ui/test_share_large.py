"""A large picture is packed while the screen goes on, says how far it is, and can be given up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.share import ShareMenu, render
from neuroviz.ui.share import menu as share_menu
from neuroviz.ui.share.sheet import PictureSheet
from tests.ui.test_share import menu, owner

__all__ = ["menu", "owner"]


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Packing waits for it after its first piece."""
    event, packed = Event(), render.png_in_pieces

    def slow(picture: QImage) -> Iterator[float | bytes]:
        pieces = packed(picture)
        yield next(pieces)
        event.wait(20)
        yield from pieces

    monkeypatch.setattr(share_menu.render, "png_in_pieces", slow)
    yield event
    event.set()


def large(menu: ShareMenu, owner: QWidget) -> PictureSheet:
    menu.ask_for_picture()
    (sheet,) = owner.findChildren(PictureSheet)
    sheet.width_box.set_value(4000)
    sheet.width_box.entered.emit(4000)
    assert sheet.is_large()
    return sheet


def test_a_large_picture_says_how_far_it_is_and_is_there_at_the_end(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot, tmp_path: Path, go: Event
) -> None:
    sheet, path = large(menu, owner), tmp_path / "digits.png"
    told: list[str] = []
    menu.done.connect(told.append)
    menu._save_chosen(str(path))
    assert sheet.work.state == "working"
    assert not sheet.save_button.isEnabled()
    qtbot.waitUntil(lambda: "<1" in sheet.work.text() or "0" not in sheet.work.text().split(":")[1][:2])
    assert not path.exists(), "nothing of it before all of it"
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    assert QImage(str(path)).width() == 4000
    qtbot.waitUntil(lambda: not owner.findChildren(PictureSheet))


def test_a_large_picture_is_given_up_at_once_and_asked_for_again_with_one_click(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot, tmp_path: Path, go: Event
) -> None:
    sheet, path = large(menu, owner), tmp_path / "digits.png"
    menu._save_chosen(str(path))
    sheet.work.button.click()
    assert sheet.work.state == "stopped", "before the worker has taken note"
    assert "was not written" in sheet.work.text()
    assert sheet.save_button.isEnabled()
    go.set()
    menu.finish()
    assert not list(tmp_path.iterdir())
    assert sheet.work.state == "stopped"
    sheet.work.button.click()
    assert sheet.work.state == "working"
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not owner.findChildren(PictureSheet))


def test_a_large_picture_that_can_not_be_written_is_told(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = large(menu, owner)
    with qtbot.waitSignal(menu.failed, timeout=20_000):
        menu._save_chosen(str(tmp_path / "no" / "such" / "digits.png"))
    assert sheet.work.state == "over"
    assert sheet.save_button.isEnabled()
    sheet.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PictureSheet))
