"""My digits: keys label what is drawn, every change can be taken back, and a kill loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import mnist, script_hand, strokes
from neuroviz.data.digits import DigitSet
from neuroviz.data.handwriting import OWN, Entry, Handwriting
from neuroviz.data.sheet import Sheet
from neuroviz.io.handwriting import read_handwriting, write_handwriting
from neuroviz.panels.digits.mine import PAGE, words
from neuroviz.panels.digits.mine.keeper import FILE
from neuroviz.panels.digits.mine.panel import MinePanel
from neuroviz.sims.hand import HandFrame
from neuroviz.ui.fit import fitting
from neuroviz.ui.room import PanelSpec
from neuroviz.ui.shortcut_sheet import shortcuts
from neuroviz.ui.theme import theme
from tests.panels.host import Host, opened


@pytest.fixture(autouse=True)
def few_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    test = mnist.load_test()
    few = DigitSet(test.images[:200], test.labels[:200], "few")
    monkeypatch.setattr(mnist, "load_test", lambda: few)


def kept_in(folder: Path) -> PanelSpec:
    """The page, with its file in a folder of the test's."""
    return replace(PAGE, widget=lambda context: MinePanel(replace(context, folder=folder)))


@contextmanager
def page_in(folder: Path, qtbot: QtBot) -> Iterator[Host]:
    spec = kept_in(folder)
    with opened(spec, qtbot) as host:
        host.settle(lambda: page(host)._keeper.loaded)
        yield host


@pytest.fixture
def host(tmp_path: Path, qtbot: QtBot) -> Iterator[Host]:
    with page_in(tmp_path, qtbot) as made:
        yield made


def page(host: Host) -> MinePanel:
    assert isinstance(host.panel, MinePanel)
    return host.panel


def labels(host: Host) -> list[int]:
    return [entry.label for entry in page(host).hand().entries]


def draw(host: Host, label: int, key: bool = True) -> None:
    page(host).view.pad.set_drawing(strokes.digit(label))
    if key:
        QTest.keyClick(page(host).view.pad, Qt.Key(Qt.Key.Key_0 + label))


def read(host: Host) -> HandFrame:
    def done() -> bool:
        frame = host.panel.last
        return isinstance(frame, HandFrame) and frame.hand is page(host)._shown() and frame.complete

    host.settle(done)
    assert isinstance(host.panel.last, HandFrame)
    return host.panel.last


def hand(*of: int) -> Handwriting:
    return Handwriting(tuple(Entry(Sheet(strokes.digit(label)), label) for label in of))


# -- labelling -----------------------------------------------------------------------------------------


def test_a_key_keeps_the_drawing_and_frees_the_pad(host: Host) -> None:
    for label in (7, 0, 4):
        draw(host, label)
    assert labels(host) == [7, 0, 4]
    panel = page(host)
    assert panel.view.pad.content().empty
    assert panel.hand().entries[0].sheet.drawing == strokes.digit(7), "with its strokes"
    frame = read(host)
    assert len(frame.images) == 3
    assert panel.view.sheet.current() == 2
    assert panel.sentence().startswith("Of your 3 digits, CNN reads 3 (100")
    assert panel.view.keys.keys[7].accessibleName().endswith("1 of them so far")


def test_buttons_do_the_same_and_an_empty_pad_is_told(host: Host, qtbot: QtBot) -> None:
    draw(host, 5, key=False)
    QTest.mouseClick(page(host).view.keys.keys[5], Qt.MouseButton.LeftButton)
    assert labels(host) == [5]
    with qtbot.waitSignal(host.panel.notice) as told:
        QTest.mouseClick(page(host).view.keys.keys[5], Qt.MouseButton.LeftButton)
    assert "empty" in told.args[0]
    assert labels(host) == [5]


def test_digits_always_label_and_presets_carry_no_numbers(host: Host, qtbot: QtBot) -> None:
    panel = page(host)
    with qtbot.waitSignal(panel.notice) as told:
        QTest.keyClick(panel, Qt.Key.Key_2)
    assert "nothing to label" in told.args[0]
    assert panel._script is None
    for number, preset in enumerate(panel.presets()):
        assert panel.room.presets.button(number).text() == preset.title
    groups = dict(shortcuts(panel))
    listed = {keys for pairs in groups.values() for keys, _ in pairs}
    assert not listed & {"1 … 9", "Space", "←  →", "R"}, "there is no time here"
    assert {"0 … 9", "Del", "Shift+arrows"} <= listed
    panel.room.presets.button(1).click()
    assert panel._script is not None
    draw(host, 2)
    assert panel._script is None, "who adds a digit sees their own again"
    assert labels(host) == [2]


def test_a_test_image_is_not_your_hand_and_too_much_ink_is_no_digit(host: Host, qtbot: QtBot) -> None:
    pad = page(host).view.pad
    pad.set_picture(mnist.load_test().images[0], 7)
    with qtbot.waitSignal(host.panel.notice) as told:
        QTest.keyClick(pad, Qt.Key.Key_7)
    assert "test image" in told.args[0]
    one = strokes.digit(8)
    pad.set_drawing(type(one)(one.strokes * 60))
    with qtbot.waitSignal(host.panel.notice) as told:
        QTest.keyClick(pad, Qt.Key.Key_8)
    assert "too much" in told.args[0]
    assert labels(host) == []
    assert not pad.content().empty, "nothing is lost"


def test_the_rarest_is_asked_for(host: Host) -> None:
    for label in (0, 1, 2):
        draw(host, label)
    assert page(host).hand().rarest == 3
    assert page(host).view.pad._hint == "draw a 3"
    assert [key._asked for key in page(host).view.keys.keys].index(True) == 3


# -- changing ------------------------------------------------------------------------------------------


def test_relabel_delete_and_take_back(host: Host) -> None:
    for label in (1, 2, 3):
        draw(host, label)
    read(host)
    sheet = page(host).view.sheet
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    QTest.keyClick(sheet, Qt.Key.Key_9)
    assert labels(host) == [9, 2, 3]
    page(host).delete_current()
    assert labels(host) == [2, 3]
    for expected in ([9, 2, 3], [1, 2, 3], [1, 2]):
        page(host).acts.undo()
        assert labels(host) == expected
    for expected in ([1, 2, 3], [9, 2, 3], [2, 3]):
        page(host).acts.redo()
        assert labels(host) == expected
    assert len(read(host).images) == 2


def test_to_take_back_a_digit_brings_its_drawing_back_to_the_pad(host: Host) -> None:
    draw(host, 6)
    pad = page(host).view.pad
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert labels(host) == []
    assert pad.content().drawing == strokes.digit(6)
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert labels(host) == [6]
    assert pad.content().empty


def test_delete_and_undo_by_key_belong_to_the_sheet_when_it_has_the_focus(host: Host, qtbot: QtBot) -> None:
    for label in (1, 2):
        draw(host, label)
    read(host)
    with qtbot.waitActive(host):
        host.activateWindow()
    sheet = page(host).view.sheet
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    assert labels(host) == [2]
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert labels(host) == [1, 2]


def test_a_script_s_hand_cannot_be_changed_or_saved_and_is_not_kept(host: Host, tmp_path: Path) -> None:
    draw(host, 6)
    page(host).presets()[2].apply()
    frame = read(host)
    assert len(frame.hand) == 40
    assert host.panel.sentence().startswith("Of 40 digits drawn by script")
    page(host).view.sheet.set_current(3)
    page(host).delete_current()
    page(host).relabel(3, 1)
    assert len(page(host)._shown()) == 40
    assert not page(host).files.save.isEnabled()
    assert labels(host) == [6]
    space = host.panel.context.workspace
    host.settle(lambda: page(host)._keeper._waiting is None)
    assert len(read_handwriting(tmp_path / FILE)) == 1
    page(host).presets()[0].apply()
    read(host)
    assert len(space.get("digits", OWN)) == 1


# -- what other rooms see ------------------------------------------------------------------------------


def test_the_set_is_the_workspace_s_with_its_strokes(host: Host) -> None:
    space = host.panel.context.workspace
    assert OWN not in space.names("digits")
    draw(host, 3)
    read(host)
    shared = space.get("digits", OWN)
    assert shared.labels.tolist() == [3]
    assert shared.hand.entries[0].sheet.drawing == strokes.digit(3)
    page(host).new_set()
    read(host)
    assert len(space.get("digits", OWN)) == 0


def test_marks_say_whether_the_nets_agree(host: Host) -> None:
    draw(host, 3)
    page(host).view.pad.set_drawing(strokes.digit(7))
    page(host).add_drawing(1)  # a lie: every net says 7
    read(host)
    assert page(host)._caption(0).mark == "right"
    wrong = page(host)._caption(1)
    assert (wrong.mark, wrong.text) == ("wrong", "1 → 7")
    assert "all take your 1 for 7" in host.panel.sentence()
    scores = page(host).view.scores
    assert scores.mistakes(host.panel.last.readings[0]) == "1 → 7"
    assert "1 of 2" in scores.accessibleDescription()


def test_a_single_digit_has_no_share_and_none_is_told_before_it_is_read(host: Host) -> None:
    draw(host, 7)
    frame = read(host)
    panel = page(host)
    assert panel.sentence().startswith("Your first digit: CNN reads it rightly")
    none = np.full(1, -1, frame.readings[0].answers.dtype)
    unread = replace(frame, readings=tuple(replace(one, answers=none) for one in frame.readings))
    assert "CNN is still reading" in words.sentence(unread, script=False)
    assert "–" not in words.sentence(unread, script=True)


def test_a_net_that_comes_later_reads_too(host: Host) -> None:
    draw(host, 3)
    space = host.panel.context.workspace
    space.put("net", "Mine", space.get("net", "MLP"))
    host.settle(lambda: isinstance(host.panel.last, HandFrame) and len(host.panel.last.readings) == 4)


# -- files ---------------------------------------------------------------------------------------------


def test_it_is_there_again_next_time(tmp_path: Path, qtbot: QtBot) -> None:
    with page_in(tmp_path / "new folder", qtbot) as host:
        draw(host, 8)
        draw(host, 9)
    with page_in(tmp_path / "new folder", qtbot) as host:
        assert labels(host) == [8, 9]
        read(host)
        assert host.panel.context.workspace.get("digits", OWN).labels.tolist() == [8, 9]


def test_a_kill_loses_nothing_that_was_drawn(host: Host, tmp_path: Path) -> None:
    draw(host, 8)
    host.settle(lambda: page(host)._keeper._waiting is None)
    assert [e.label for e in read_handwriting(tmp_path / FILE).entries] == [8], "written without closing"


def test_what_is_drawn_before_the_file_is_read_is_added_to_it(tmp_path: Path, qtbot: QtBot) -> None:
    write_handwriting(hand(1, 2), tmp_path / FILE)
    spec = kept_in(tmp_path)
    with opened(spec, qtbot) as host:
        page(host)._keeper.loaded = False
        draw(host, 5)
    assert [e.label for e in read_handwriting(tmp_path / FILE).entries] == [1, 2, 5]


def test_without_a_folder_nothing_is_kept_and_files_can_be_saved(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    with opened(PAGE, qtbot) as host:
        host.panel.notice.connect(told.append)
        draw(host, 3)
        page(host).save_file(str(tmp_path / "mine.json"))
        host.settle(lambda: bool(told))
        page(host).open_file(str(tmp_path / "mine.json"))
        page(host).new_set()
        host.settle(lambda: labels(host) == [3])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]


def test_a_newer_file_is_left_as_it_is_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    newer = json.dumps({"kind": "neuroviz handwriting", "version": 99, "digits": "?"}).encode()
    (tmp_path / FILE).write_bytes(newer)
    spec = kept_in(tmp_path)
    told: list[str] = []
    with opened(spec, qtbot) as host:
        host.panel.notice.connect(told.append)
        host.settle(lambda: page(host)._keeper.loaded)
        draw(host, 5)
        assert labels(host) == [5]
    assert (tmp_path / FILE).read_bytes() == newer
    assert any("newer NeuroViz" in text for text in told)


def test_a_damaged_file_is_put_aside_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / FILE).write_bytes(b"{ damaged")
    spec = kept_in(tmp_path)
    told: list[str] = []
    with opened(spec, qtbot) as host:
        host.panel.notice.connect(told.append)
        host.settle(lambda: page(host)._keeper.loaded)
        draw(host, 5)
    assert (tmp_path / "my_digits.json.bad").read_bytes() == b"{ damaged"
    assert len(read_handwriting(tmp_path / FILE)) == 1
    assert any("damaged" in text for text in told)


def test_save_open_and_add(host: Host, tmp_path: Path) -> None:
    told: list[str] = []
    host.panel.notice.connect(told.append)
    draw(host, 1)
    page(host).save_file(str(tmp_path / "saved.json"))
    host.settle(lambda: bool(told))
    assert "saved.json" in told[0]
    write_handwriting(hand(4, 5), tmp_path / "other.json")
    page(host).append_file(str(tmp_path / "other.json"))
    host.settle(lambda: labels(host) == [1, 4, 5])
    page(host).open_file(str(tmp_path / "other.json"))
    host.settle(lambda: labels(host) == [4, 5])
    page(host).acts.undo()
    assert labels(host) == [1, 4, 5]
    assert np.array_equal(read(host).labels, [1, 4, 5])


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\x01", b"[" * 100_000])
def test_a_broken_file_is_told_and_changes_nothing(host: Host, tmp_path: Path, content: bytes) -> None:
    draw(host, 1)
    (tmp_path / "bad.json").write_bytes(content)
    told: list[str] = []
    host.panel.notice.connect(told.append)
    page(host).open_file(str(tmp_path / "bad.json"))
    host.settle(lambda: bool(told))
    assert told[0].startswith("bad.json")
    assert labels(host) == [1]
    host.panel.notice_over.connect(told.append)
    write_handwriting(hand(4), tmp_path / "good.json")
    page(host).open_file(str(tmp_path / "good.json"))
    host.settle(lambda: labels(host) == [4])
    assert told == told[:1] * 2


def test_a_picture_is_told_to_be_no_handwriting(host: Host, tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    told: list[str] = []
    host.panel.notice.connect(told.append)
    page(host).open_file(str(tmp_path / "cat.png"))
    host.settle(lambda: bool(told))
    assert told == ["cat.png is not handwriting saved by NeuroViz. Nothing was opened."]


@pytest.mark.parametrize("width", [256, 270, 300, 400])
def test_scores_are_whole_in_a_narrow_column(host: Host, width: int) -> None:
    page(host).show_script(script_hand.NEAT)
    frame, scores = read(host), page(host).view.scores
    scores.setGeometry(0, 0, width, scores.height())
    names, words = scores._columns(theme())
    for reading in frame.readings:
        right = int((reading.answers == frame.labels).sum())
        text = scores._words(reading, right, len(frame.labels))
        font = fitting(theme().font(0.85, tabular=True), (text,), words)
        assert QFontMetricsF(font).horizontalAdvance(text) <= words
    assert names + words < width
