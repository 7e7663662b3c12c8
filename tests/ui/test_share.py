"""Copy and save: what arrives is what was shown; a failure is one sentence, and the old file is whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.share import ShareMenu

NUMBERS = {"p": np.array([0.25, 0.75], np.float32), "grey": np.arange(4, dtype=np.uint8).reshape(2, 2)}


def picture() -> QImage:
    image = QImage(7, 5, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    return image


def numbers() -> dict[str, np.ndarray]:
    return NUMBERS


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(owner: QWidget) -> ShareMenu:
    return ShareMenu(picture, numbers, owner)


def test_the_clipboard_gets_the_picture(menu: ShareMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.done):
        menu.copy_picture()
    assert QGuiApplication.clipboard().image().pixelColor(3, 3) == QColor("#123456")


@pytest.mark.parametrize("name", ["a.png", "a", "a.b"])
def test_a_picture_is_saved_with_its_ending(menu: ShareMenu, tmp_path: Path, name: str) -> None:
    menu.save_picture(str(tmp_path / name))
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".png"
    assert QImage(str(path)).size() == picture().size()


def test_numbers_come_back_as_they_were(menu: ShareMenu, tmp_path: Path) -> None:
    menu.save_data(str(tmp_path / "d"))
    with np.load(tmp_path / "d.npz", allow_pickle=False) as file:
        assert set(file) == set(NUMBERS)
        for name, values in NUMBERS.items():
            np.testing.assert_array_equal(file[name], values)


def test_a_folder_that_is_gone_is_one_sentence(menu: ShareMenu, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.failed) as said:
        menu.save_data(str(tmp_path / "gone" / "d.npz"))
    assert said.args is not None
    assert said.args[0].startswith("d.npz")


def test_asking_opens_a_dialog_that_does_not_block_and_goes_away(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot
) -> None:
    menu.actions()[1].trigger()
    (dialog,) = owner.findChildren(QFileDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not owner.findChildren(QFileDialog))


def test_there_is_nothing_to_save_while_there_are_no_numbers(owner: QWidget) -> None:
    empty = ShareMenu(picture, dict, owner)
    empty.aboutToShow.emit()
    assert [action.isEnabled() for action in empty.actions()] == [True, True, False]
