"""The photo page: pictures come in by every way, bad ones keep the old one, and switches are felt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.data.prepare import Recipe
from neuroviz.panels.digits.photo import PAGE, showcase
from neuroviz.panels.digits.photo.config import PhotoConfig, combined, switched
from neuroviz.panels.digits.photo.film_strip import switch_of
from neuroviz.panels.digits.photo.kept_photo import remembered
from neuroviz.panels.digits.photo.layout import LAST
from neuroviz.panels.digits.photo.panel import PhotoPanel
from neuroviz.panels.digits.photo.plates import with_certainty
from neuroviz.panels.digits.photo.sheet_view import Mark
from neuroviz.panels.digits.photo.words import sentence
from neuroviz.runtime import Change
from neuroviz.sims.photo import PhotoFrame, Source
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.shared_pad import current_sheet
from neuroviz.ui.shortcut_sheet import shortcuts
from tests.data.photo.sheets import written
from tests.panels.host import Host, opened

LEFT = Qt.MouseButton.LeftButton
PI = (3, 1, 4, 1, 5, 9, 2, 6, 5, 3)


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, PhotoPanel)
        self.host, self.panel, self.view = host, host.panel, host.panel.view
        self.notices: list[str] = []
        self.panel.notice.connect(self.notices.append)
        self.done()

    @property
    def frame(self) -> PhotoFrame:
        assert isinstance(self.panel.last, PhotoFrame)
        return self.panel.last

    def done(self) -> None:
        """Until all that was asked is read."""
        self.host.settle(lambda: self.panel.posed() and self.frame.recipe == self.panel.recipe())

    def show(self, name: str) -> None:
        showcase.SHOWS[name](self.panel)
        self.done()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        yield Page(host)


def image_of(grey: np.ndarray) -> QImage:
    return QImage(
        grey.data, grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8
    ).copy()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "my 27.png"
    assert image_of(written((2, 7))).save(str(path))
    return path


def drop(page: Page, mime: QMimeData) -> None:
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(50, 50), copy, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    page.panel.dropEvent(event)
    page.done()


def test_the_page_opens_with_a_sheet_that_needs_every_step(page: Page) -> None:
    assert page.frame.taken_for == PI
    assert "10 of the 10" in page.panel.room.sentence.text()
    assert len(page.view.sheet.marks()) == 10


def test_a_file_is_opened_and_named(page: Page, photo: Path) -> None:
    page.panel.open_file(str(photo))
    page.done()
    assert page.frame.taken_for == (2, 7)
    assert page.frame.source is not None
    assert page.frame.source.name == "my 27.png"
    assert "27" in page.panel.room.sentence.text()
    page.panel.restart()
    page.done()
    assert page.frame.taken_for == (2, 7), "reading anew reads the same photo"


def test_a_picture_or_a_file_is_dropped(page: Page, photo: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    drop(page, mime)
    assert page.frame.taken_for == (2, 7)
    other = QMimeData()
    other.setImageData(image_of(written((6, 0), dark=True)))
    drop(page, other)
    assert page.frame.taken_for == (6, 0)
    assert page.notices == []


def test_a_picture_is_pasted_by_key(page: Page) -> None:
    QGuiApplication.clipboard().setImage(image_of(written((4, 2))))
    page.panel.setFocus()
    QTest.keyClick(page.panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.done()
    assert page.frame.taken_for == (4, 2)


def test_what_is_no_picture_leaves_the_old_one_and_says_so(page: Page, tmp_path: Path) -> None:
    before = page.panel.data()
    bad = tmp_path / "notes.txt"
    bad.write_text("1234")
    for path, said in ((bad, "notes.txt"), (tmp_path, tmp_path.name), (tmp_path / "gone.png", "gone.png")):
        page.panel.open_file(str(path))
        page.done()
        assert said in page.notices[-1]
    words = QMimeData()
    words.setText("no picture")
    drop(page, words)
    assert "no picture" in page.notices[-1]
    assert len(page.notices) == 4
    after = page.panel.data()
    for name, values in before.items():
        np.testing.assert_array_equal(values, after[name])
    assert page.frame.taken_for == PI
    page.panel.restart()
    page.done()
    assert page.frame.taken_for == PI


def test_each_switch_of_the_strip_reaches_the_reading_and_the_lines_are_missed(page: Page) -> None:
    strip = page.view.strip
    for k in range(1, LAST):
        frame = strip.frames()[k]
        word = QPoint(round(frame.center().x()), round(frame.bottom()) + 8)
        QTest.mouseClick(strip, LEFT, pos=word)
        page.done()
        name = switch_of(k)
        assert name is not None
        assert not getattr(page.frame.recipe, name)
        if name == "lines":
            assert len(page.frame.taken_for) < 10
        strip.toggle(k)
        page.done()
    assert page.frame.recipe == PhotoRecipe()
    assert page.frame.taken_for == PI


def test_preparation_can_be_left_out_for_all_digits(page: Page) -> None:
    page.view.detail.stages.toggle(1)
    page.done()
    assert page.frame.recipe.prepare == Recipe(scale=False)
    assert page.frame.reading is not None
    assert all(not one.prepared.recipe.scale for one in page.frame.reading.digits)


def test_knobs_reach_the_reading(page: Page) -> None:
    page.panel.knobs.row("smallest").turned.emit("smallest", 20)
    page.done()
    assert page.frame.recipe.smallest == pytest.approx(0.2)
    assert page.frame.taken_for == ()
    assert "0 digits" in page.panel.room.sentence.text()
    page.show("squared")
    assert page.frame.taken_for == PI, "a preset puts the knobs back"


def test_a_digit_is_chosen_by_mouse_and_keys_and_taken_to_the_pad(page: Page) -> None:
    sheet = page.view.sheet
    middle = sheet.polygon(sheet.marks()[2]).boundingRect().center().toPoint()
    QTest.mouseClick(sheet, LEFT, pos=middle)
    assert page.view.chosen == 2
    assert "3 of 10" in page.view.detail.heading.text()
    assert page.view.detail.answer.text().startswith("4")
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert page.view.chosen == 4
    asked: list[str] = []
    page.panel.page_asked.connect(asked.append)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert asked == ["digits"]
    lying = current_sheet(page.panel.context.workspace)
    assert page.frame.reading is not None
    assert lying.picture is not None
    np.testing.assert_array_equal(lying.picture, page.frame.reading.digits[4].prepared.grey)


def test_time_is_the_way_through_the_stages(page: Page) -> None:
    pictures = []
    for k in range(LAST + 1):
        page.panel.seek(k)
        assert page.view.position == k
        assert bool(page.view.sheet.marks()) == (k == LAST)
        pictures.append(page.view.sheet.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures[2:]))
    page.panel.set_speed(500.0)
    page.panel.rewind()
    page.host.settle(lambda: not page.panel._playing)
    assert page.view.position == LAST


def test_the_failures_fail_and_the_others_do_not(page: Page) -> None:
    for name, right in (
        ("board", 8),
        ("test", 10),
        ("shadow", 8),
        ("touching", None),
        ("lines", 0),
        ("light", 0),
    ):
        page.show(name)
        text = page.panel.room.sentence.text()
        if right is None:
            assert "10 of the 10" not in text
        elif right:
            assert f"{right} of the {right}" in text
        else:
            assert "0 of the" in text or "0 digits" in text


def test_another_net_judges_the_same_digits(page: Page) -> None:
    before = page.frame.answers
    other = next(n for n in page.panel.context.workspace.names("net") if n != "CNN")
    page.panel.context.workspace.choose("net", other)
    page.host.settle(
        lambda: page.frame.answers.shape == before.shape and (page.frame.answers != before).any()
    )
    assert page.frame.taken_for == PI


def test_switches_are_read_back_and_nonsense_is_passed_over() -> None:
    assert switched({"lines": False, "light": "no", "join": False}) == PhotoRecipe(lines=False)
    for nonsense in (None, 3, "lines", [False]):
        assert switched(nonsense) == PhotoRecipe()
    assert combined(PhotoRecipe(), PhotoConfig()) == PhotoRecipe()
    assert combined(PhotoRecipe(), PhotoConfig(level=30, pen=False)).bias == pytest.approx(0.3)


def test_refused_changes_harm_nothing(page: Page) -> None:
    page.panel.tell(Change("photo", "a name"))
    page.host.settle(lambda: bool(page.notices))
    assert page.frame.taken_for == PI


# -- the photo of last time ----------------------------------------------------------------------------


def _reopened(memory: dict[str, Any], context: Context) -> PhotoPanel:
    return PhotoPanel(replace(context, memory=json.loads(json.dumps(memory))))


def again(memory: dict[str, Any]) -> PanelSpec:
    return replace(PAGE, widget=partial(_reopened, memory))


def paste(page: Page, grey: np.ndarray) -> None:
    QGuiApplication.clipboard().setImage(image_of(grey))
    page.panel.paste()
    page.done()


def test_an_opened_photo_is_there_again(qtbot: QtBot, photo: Path, tmp_path: Path) -> None:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        page = Page(host)
        assert "photo" not in page.panel.memory()
        page.panel.open_file(str(photo))
        page.done()
        memory = page.panel.memory()
    with opened(again(memory), qtbot, folder=tmp_path) as host:
        assert Page(host).frame.taken_for == (2, 7)
    photo.unlink()
    with opened(again(memory), qtbot, folder=tmp_path) as host:
        told: list[str] = []
        host.panel.notice.connect(told.append)
        host.settle(lambda: isinstance(host.panel.last, PhotoFrame) and host.panel.last.taken_for == PI)
        assert told[0].startswith("my 27.png is not there")
        assert "photo" not in host.panel.memory()


def test_a_pasted_photo_is_there_again(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(PAGE, qtbot, folder=tmp_path / "new") as host:
        page = Page(host)
        paste(page, written((4, 2)))
        memory = page.panel.memory()
    with opened(again(memory), qtbot, folder=tmp_path / "new") as host:
        page = Page(host)
        assert page.frame.taken_for == (4, 2)
        showcase.SHOWS["board"](page.panel)
        page.done()
        assert "photo" not in page.panel.memory(), "a sheet made by script is no photo from outside"


def test_without_a_folder_no_photo_is_kept(page: Page, photo: Path) -> None:
    for bring in (lambda: page.panel.open_file(str(photo)), lambda: paste(page, written((4, 2)))):
        bring()
        page.done()
        assert "photo" not in page.panel.memory()


@pytest.mark.parametrize("plain", [None, 3, {}, {"path": 3}, {"path": ""}, {"path": "\0"}, {"pasted": None}])
def test_a_memory_that_makes_no_sense_is_no_photo(plain: object, tmp_path: Path) -> None:
    assert remembered(plain, tmp_path) is None
    assert remembered({"path": "x.png"}, None) is None


# -- what is said of certainty ---------------------------------------------------------------------------


def test_the_least_sure_is_named_only_where_the_net_hesitates(page: Page, photo: Path) -> None:
    sure = page.frame.answers.max(axis=1)
    assert ("least sure" in page.panel.sentence()) == bool(sure.min() < 0.99)
    for known, n in ((True, 2), (False, 2), (False, 1)):
        for p in (0.995, 0.8):
            answers = np.full((n, 10), (1 - p) / 9, np.float32)
            answers[:, 3] = p
            source = Source("x", lambda: np.zeros((9, 9)), (3,) * n if known else ())
            text = sentence(replace(page.frame, source=source, answers=answers))
            assert ("least sure of a 3 (80" in text) == (p < 0.99 and n > 1)
            assert ("at least 99" in text) == (p > 0.99 and n > 1)
            assert (text.startswith("Found 1 digit, read as 3 (")) == (n == 1)


def test_the_one_that_is_named_says_how_sure_and_no_plate_lies_on_another() -> None:
    short = [QRectF(40 * k, 0, 20, 20) for k in range(4)]
    long = [QRectF(40 * k - 15, 0, 50, 20) for k in range(4)]
    assert with_certainty(short, long, {0}) == [True, False, True, False]
    assert with_certainty(short, long, {1, 2}) == [False, True, True, False]
    apart = [QRectF(90 * k, 0, 50, 20) for k in range(4)]
    assert all(with_certainty(apart, apart, ()))


def test_the_least_sure_keeps_its_number_in_a_narrow_box(page: Page) -> None:
    box = ((0.4, 0.4), (0.42, 0.4), (0.42, 0.6), (0.4, 0.6))
    marks = tuple(
        Mark(tuple((x + 0.03 * k, y) for x, y in box), 1, p, 7, 1 - p) for k, p in enumerate((1.0, 1.0, 0.7))
    )
    page.view.sheet.set_picture(QImage(600, 400, QImage.Format.Format_RGB32), marks)
    page.view.sheet.select(0)
    assert [certain for _, certain in page.view.sheet.plates()] == [True, False, True]


def test_the_sheet_of_shortcuts_knows_pasting_and_no_pad(page: Page) -> None:
    listed = {keys for _, pairs in shortcuts(page.panel) for keys, _ in pairs}
    assert {"Ctrl+V", "Ctrl+O", "1 … 9", "Space"} <= listed
    assert not listed & {"Del", "Shift+arrows"}


def test_a_file_that_is_refused_leaves_no_trace_in_the_history(page: Page, photo: Path) -> None:
    page.panel.open_file(str(photo))
    page.done()
    history = page.panel.history
    steps = history.count()
    assert history.canUndo()
    broken = photo.with_name("broken.png")
    broken.write_bytes(b"hello")
    page.panel.open_file(str(broken))
    page.host.settle(lambda: bool(page.notices))
    page.panel.acts.note()
    assert history.count() == steps
    page.panel.acts.undo()
    page.done()
    assert page.frame.taken_for == PI
    page.panel.acts.redo()
    page.done()
    assert page.frame.taken_for == (2, 7)
    assert len(page.notices) == 1


def test_a_problem_is_taken_back_when_the_next_picture_is_read(page: Page, photo: Path) -> None:
    over: list[str] = []
    page.panel.notice_over.connect(over.append)
    page.panel.open_file(str(photo.parent / "gone.png"))
    page.done()
    assert over == []
    page.panel.open_file(str(photo))
    page.done()
    assert over == [page.notices[-1]]
