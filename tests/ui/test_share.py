"""Copy and save: what arrives is what was shown, sharp at any size; a failure is one sentence."""

from __future__ import annotations

import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.ui import i18n, places
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster
from neuroviz.ui.share import NOT_IN_PICTURES, ShareMenu, Subject, render
from neuroviz.ui.share.sheet import PictureSheet
from neuroviz.ui.theme import theme
from neuroviz.ui.toast import Toast
from tests.ui.nets import cnn, traced

SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = {"p": np.array([0.25, 0.75], np.float32), "grey": np.arange(4, dtype=np.uint8).reshape(2, 2)}


class Drawing(QWidget):
    """A slanted line, a word, and a chessboard of four pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(100, 60)
        self._board = Raster(2, 2)
        self._board.words[:] = [[0xFFFF0000, 0xFF00FF00], [0xFF0000FF, 0xFFFFFFFF]]

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("#FF0000"))
        painter.drawLine(0, 0, 50, 40)
        painter.drawText(5, 55, "word")
        painter.drawImage(QRectF(60, 10, 40, 40), self._board.image)


@pytest.fixture
def owner(qtbot: QtBot, tmp_path: Path) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.drawing = Drawing()  # type: ignore[attr-defined]
    made.tool = QPushButton("tool")  # type: ignore[attr-defined]
    made.tool.setProperty(NOT_IN_PICTURES, True)  # type: ignore[attr-defined]
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made.drawing, 1)  # type: ignore[attr-defined]
    column.addWidget(made.tool)  # type: ignore[attr-defined]
    made.resize(100, 100)
    made.show()
    places.remember(tmp_path)
    yield made
    places.remember("")


def menu_of(owner: QWidget, data: dict[str, np.ndarray] | None = None) -> ShareMenu:
    numbers = NUMBERS if data is None else data
    subject = Subject(owner, lambda: numbers, lambda: "One sentence with 3 in it.", lambda: "digits")
    return ShareMenu(subject, owner)


@pytest.fixture
def menu(owner: QWidget) -> ShareMenu:
    return menu_of(owner)


def grey(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def test_the_clipboard_gets_the_picture_at_twice_the_size(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(menu.done):
        menu.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * render.extent(owner).width()
    edge = 2 * theme().space(4)
    assert image.pixelColor(edge + 2 * 70, edge + 2 * 20) == QColor("#FF0000")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 4.0])
def test_a_picture_is_painted_anew_and_not_enlarged(owner: QWidget, ratio: float) -> None:
    image = render.image(owner, ratio)
    assert image.width() == round(render.extent(owner).width() * ratio)
    plain = grey(render.image(owner, 1.0)).astype(float)
    found = grey(image).astype(float)
    if ratio == 4.0:
        blown_up = np.kron(plain, np.ones((4, 4)))[: found.shape[0], : found.shape[1]]
        line = (slice(4 * 16, 4 * 50), slice(4 * 16, 4 * 60))
        assert np.abs(found[line] - blown_up[line]).max() > 60, "the line has finer steps than the screen's"
        board = found[4 * 30 : 4 * 40, 4 * 80 : 4 * 90]
        assert len(np.unique(board)) == 1, "a pixel is a square with a sharp edge"


def test_a_width_in_pixels_is_what_one_gets(owner: QWidget) -> None:
    for pixels in (100, 333, 1920):
        assert render.image_of_width(owner, pixels).width() == pixels


def test_tools_are_not_in_the_picture(owner: QWidget) -> None:
    image = render.image(owner, 1.0)
    assert image.height() == 2 * theme().space(4) + owner.tool.y(), "the picture ends before it"  # type: ignore[attr-defined]
    below = grey(image)[-theme().space(4) - 4 :]
    assert len(np.unique(below)) == 1
    owner.tool.setMaximumWidth(50)  # type: ignore[attr-defined]
    owner.layout().activate()  # type: ignore[union-attr]
    image = render.image(owner, 1.0)
    assert image.height() == 2 * theme().space(4) + owner.height()
    assert len(np.unique(grey(image)[-theme().space(4) - 10 :])) == 1, "where it stood is the ground"
    assert owner.grab().toImage().pixelColor(20, 90) != theme().window, "on the screen it is there"


def test_a_picture_that_memory_has_no_room_for_is_refused_before_it_is_made(owner: QWidget) -> None:
    with pytest.raises(Problem) as refused:
        render.image(owner, 500.0)
    assert refused.value.id == "render-too-big"
    with pytest.raises(Problem):
        render.image_of_width(owner, 32_001)


def test_the_sentence_stands_below_the_picture(owner: QWidget) -> None:
    plain, told = render.image(owner, 1.0), render.image(owner, 1.0, "One sentence with 3 in it. " * 4)
    assert told.width() == plain.width()
    assert told.height() > plain.height() + 3 * theme().space(4), "it wraps"
    assert grey(told)[plain.height() :].max() > 150


def test_lines_and_words_stay_lines_and_words_in_svg(owner: QWidget) -> None:
    root = ET.fromstring(render.svg(owner, "digits", "A caption."))
    assert root.findtext(f"{SVG}title") == "digits"
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert "word" in texts
    assert "A caption." in texts
    assert "tool" not in texts
    assert list(root.iter(f"{SVG}polyline")) or list(root.iter(f"{SVG}path"))
    assert len(list(root.iter(f"{SVG}image"))) == 1


def test_a_net_is_lines_and_words_in_svg_and_sharp_at_any_size(qtbot: QtBot) -> None:
    from neuroviz.ui.net_view import NetView

    view = NetView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    net = cnn()
    view.set_net(net)
    view.set_trace(traced(net))
    view.show()
    view.grab()
    kept = view._back
    root = ET.fromstring(render.svg(view, "net"))
    assert len(list(root.iter(f"{SVG}polyline"))) > 5, "links"
    assert any("input" in (one.text or "") for one in root.iter(f"{SVG}text"))
    large = grey(render.image(view, 3.0))
    assert view._back is kept, "the screen's own picture is left alone"
    small = np.kron(grey(render.image(view, 1.0)), np.ones((3, 3)))
    head = slice(0, 3 * 60)
    assert np.abs(large[head].astype(float) - small[head]).max() > 60, "its words are drawn anew"


@pytest.mark.parametrize("name", ["a.png", "a", "a.b"])
def test_a_picture_is_saved_with_its_ending(
    menu: ShareMenu, owner: QWidget, tmp_path: Path, name: str
) -> None:
    assert menu._write(str(tmp_path / name), ".png", lambda: render.png(render.image(owner, 1.0)))
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".png"
    assert QImage(str(path)).size() == render.extent(owner)


def test_numbers_come_back_as_they_were(menu: ShareMenu, tmp_path: Path) -> None:
    menu.save_data(str(tmp_path / "d"))
    with np.load(tmp_path / "d.npz", allow_pickle=False) as file:
        assert set(file) == set(NUMBERS)
        for name, values in NUMBERS.items():
            np.testing.assert_array_equal(file[name], values)


def test_numbers_are_tables_when_the_name_says_so(owner: QWidget, tmp_path: Path) -> None:
    menu_of(owner, {"p": np.array([0.25, 0.75])}).save_data(str(tmp_path / "one.csv"))
    assert (tmp_path / "one.csv").read_text().split() == ["p", "0.25", "0.75"]
    menu, told = menu_of(owner), []
    menu.done.connect(told.append)
    menu.save_data(str(tmp_path / "two.csv"))
    assert (tmp_path / "two.zip").is_file()
    assert "two.zip" in told[0]
    assert "several tables" in told[0], "the ending was not the one that was typed"


@pytest.mark.parametrize(("name", "kept"), [("many.npz", "many.npz"), ("many.csv", "many.csv")])
def test_many_numbers_are_written_on_another_thread_and_then_told(
    owner: QWidget, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, kept: str
) -> None:
    threads: list[threading.Thread] = []
    plain = files.replace

    def noted(path: Path, content: bytes) -> None:
        threads.append(threading.current_thread())
        plain(path, content)

    monkeypatch.setattr(files, "replace", noted)
    values = np.arange(50_000)
    menu = menu_of(owner, {"p": values})
    with qtbot.waitSignal(menu.done) as said:
        menu.save_data(str(tmp_path / name))
        values[:] = 0  # a room goes on writing
    assert said.args is not None
    assert kept in said.args[0]
    assert threads[0] is not threading.main_thread()
    threads[0].join(10.0)
    assert not threads[0].is_alive()
    with np.load(tmp_path / kept) if kept.endswith("npz") else nullcontext() as file:
        found = np.loadtxt(tmp_path / kept, skiprows=1) if file is None else file["p"]
    np.testing.assert_array_equal(found, np.arange(50_000))


def test_many_numbers_that_cannot_be_written_are_told(owner: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    menu = menu_of(owner, {"p": np.zeros(50_000)})
    with qtbot.waitSignal(menu.failed):
        menu.save_data(str(tmp_path / "gone" / "d.npz"))


def test_closing_waits_for_what_is_being_saved(owner: QWidget, tmp_path: Path) -> None:
    menu = menu_of(owner, {"p": np.zeros(50_000)})
    told: list[str] = []
    menu.done.connect(told.append)
    for name in ("a.npz", "b.csv"):
        menu.save_data(str(tmp_path / name))
    menu.finish()
    assert (tmp_path / "a.npz").is_file()
    assert (tmp_path / "b.csv").is_file()
    assert len(told) == 2


def test_a_folder_that_is_gone_is_one_sentence(menu: ShareMenu, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.failed) as said:
        menu.save_data(str(tmp_path / "gone" / "d.npz"))
    assert said.args is not None
    assert said.args[0].startswith("d.npz")


def dialog_of(owner: QWidget) -> QFileDialog:
    (found,) = owner.findChildren(QFileDialog)
    return found


def test_the_dialog_proposes_a_name_that_is_free_and_follows_the_kind(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "digits.npz").touch()
    menu.ask_for_data()
    dialog = dialog_of(owner)
    assert dialog.selectedFiles() == [str(tmp_path / "digits-2.npz")]
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert "2 tables" in dialog.nameFilters()[1], "the kind says what will be written"
    assert dialog.selectedFiles() == [str(tmp_path / "digits-2.zip")]
    dialog.selectFile("typed")
    assert dialog.selectedFiles() == [str(tmp_path / "typed.zip")], "the kind holds for a name without ending"
    dialog.reject()
    qtbot.waitUntil(lambda: not owner.findChildren(QFileDialog))


def test_the_dialog_speaks_the_windows_language(
    menu: ShareMenu, owner: QWidget, qapp: QApplication, qtbot: QtBot
) -> None:
    menu.ask_for_data()
    dialog = dialog_of(owner)
    i18n.install(qapp, "zh_CN")
    qapp.processEvents()
    for label in dialog.findChildren(QLabel):
        if label.text() and label.isVisible():
            assert not label.text().isascii(), label.text()
    dialog.reject()
    qtbot.waitUntil(lambda: not owner.findChildren(QFileDialog))


def test_the_sheet_tells_the_size_and_saves_what_it_tells(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    menu.ask_for_picture()
    menu.ask_for_picture()
    (sheet,) = owner.findChildren(PictureSheet)
    sheet.width_box.set_value(700)
    sheet.width_box.entered.emit(700)
    sheet.caption.setChecked(True)
    assert "700 ×" in sheet.told.text()
    sheet.save_button.click()
    dialog = dialog_of(owner)
    dialog.fileSelected.emit(str(tmp_path / "digits.png"))
    dialog.reject()
    image = QImage(str(tmp_path / "digits.png"))
    assert image.width() == 700
    assert f"{image.height():,} pixels" in sheet_text(700, image)
    qtbot.waitUntil(lambda: not owner.findChildren(PictureSheet))
    assert places.last() == str(tmp_path)


def test_enter_in_the_sheet_saves_and_does_not_press_a_choice(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot
) -> None:
    menu.ask_for_picture()
    (sheet,) = owner.findChildren(PictureSheet)
    qtbot.keyClick(sheet.kind.findChildren(QPushButton)[0], Qt.Key.Key_Return)
    dialog_of(owner).reject()
    sheet.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PictureSheet))


def sheet_text(width: int, image: QImage) -> str:
    return f"{width:,} × {image.height():,} pixels"


def test_the_sheet_refuses_what_is_too_large_and_says_so(
    menu: ShareMenu, owner: QWidget, qtbot: QtBot
) -> None:
    menu.ask_for_picture()
    (sheet,) = owner.findChildren(PictureSheet)
    sheet.width_box.set_value(16_000)
    sheet.width_box.entered.emit(16_000)
    assert not sheet.save_button.isEnabled()
    assert "smaller width" in sheet.told.text()
    qtbot.mouseClick(sheet.kind.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert sheet.ending() == ".svg"
    assert sheet.save_button.isEnabled()
    ET.fromstring(sheet.content())
    sheet.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PictureSheet))


def test_the_sheet_grows_with_its_words(menu: ShareMenu, owner: QWidget, qtbot: QtBot) -> None:
    menu.ask_for_picture()
    (sheet,) = owner.findChildren(PictureSheet)
    sheet.resize(sheet.minimumWidth(), 1)  # one line of words, and not a pixel more
    sheet.kind.findChildren(QPushButton)[1].click()
    QApplication.processEvents()
    assert sheet.height() >= sheet.column.totalHeightForWidth(sheet.width())
    sheet.close()


def test_there_is_nothing_to_save_while_there_are_no_numbers(owner: QWidget, qtbot: QtBot) -> None:
    empty = menu_of(owner, {})
    empty.aboutToShow.emit()
    assert [action.isEnabled() for action in empty.actions()] == [True, True, False]
    with qtbot.waitSignal(empty.failed):
        empty.ask_for_data()


def test_a_room_that_goes_takes_its_sheet_along(qtbot: QtBot, tmp_path: Path) -> None:
    window, room = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(room)
    view = QLabel("view", room)
    menu = ShareMenu(Subject(view, dict, str, str), room)
    window.show()
    menu.ask_for_picture()
    assert window.findChildren(PictureSheet)
    room.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(PictureSheet))


def test_that_there_are_no_numbers_is_taken_back_when_there_are_some(owner: QWidget, qtbot: QtBot) -> None:
    data: dict[str, np.ndarray] = {}
    menu, told = menu_of(owner, data), []
    menu.failed.connect(told.append)
    menu.ask_for_data()
    assert len(told[0]) < 20
    with qtbot.waitSignal(menu.taken_back) as taken:
        data["p"] = np.zeros(3)
    assert taken.args == told
    menu.ask_for_data()
    dialog = dialog_of(owner)
    assert dialog.nameFilters()[1] == "Table (*.csv)"
    dialog.reject()
    qtbot.waitUntil(lambda: not owner.findChildren(QFileDialog))


def test_a_toast_takes_back_what_it_said_and_nothing_else(owner: QWidget) -> None:
    toast = Toast(owner)
    toast.say("No numbers yet.")
    toast.take_back("Something else.")
    assert toast.isVisible()
    toast.take_back("No numbers yet.")
    assert not toast.isVisible()
