"""What every room owes its visitor, for every room there is: the author of a room tests only its idea."""

from __future__ import annotations

import gc
import json
import re
import threading
import weakref
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from neuroviz import panels
from neuroviz.ui import i18n
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.theme import set_theme
from neuroviz.ui.wrap_button import WrapButton
from tests.panels.host import lay_out, opened, spoken, workspace

ROOMS = panels.discover()
SPECS = tuple(page for room in ROOMS for page in room.all())
NAMES = re.compile(
    r"\b(CNN|MLP|MNIST|NeuroViz|NumPy|NPZ|PNG|Ctrl|Shift|Del|Esc|F\d+|ReLU|GELU|R|Z"
    r"|SGD|Nesterov|AdaGrad|RMSProp|AdamW?|BFGS)\b"
)
every_room = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Dark, normal size, English, before and after."""
    set_theme("dark")
    i18n.install(qapp, "en")
    yield
    set_theme("dark")
    i18n.install(qapp, "en")


def runs() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("run-")]


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1).copy()


def test_there_are_rooms_and_their_ids_and_places_are_their_own() -> None:
    assert SPECS
    assert len({spec.id for spec in SPECS}) == len(SPECS)
    assert len({(spec.chapter, spec.order) for spec in ROOMS}) == len(ROOMS)
    assert all(1 <= spec.chapter <= 6 and spec.id == spec.id.lower() for spec in SPECS)
    assert all(page.room == room.id for room in ROOMS for page in room.all())


@every_room
def test_it_opens_draws_and_says_what_is_seen(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        before = pixels(host.panel.picture())
        host.pose()
        sentence = host.panel.room.sentence.text()
        assert len(sentence) > 20
        assert sentence.rstrip().endswith((".", "?", "!"))
        assert re.search(r"\d", sentence), "a live sentence has its numbers in it"
        after = pixels(host.panel.picture())
        assert before.shape != after.shape or (before != after).any(), "the picture follows the state"
        assert len(np.unique(after)) > 20, "something is drawn"


@every_room
def test_it_restarts_and_comes_to_the_same_state(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        first = host.panel.data()
        host.panel.restart()
        host.pose()
        again = host.panel.data()
        assert first.keys() == again.keys()
        for name, values in first.items():
            np.testing.assert_array_equal(values, again[name], err_msg=name)


@every_room
def test_it_closes_while_running(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.panel.pose()
        assert runs(), "something is being computed"
        host.panel.shut()
        assert runs() == []


@every_room
def test_nothing_runs_while_it_is_hidden_and_it_goes_on_when_seen(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.panel.leave()
        run = host.panel.run
        assert run is None or run.paused or run.outcome is not None
        host.panel.enter()
        host.pose()


@every_room
def test_it_leaves_no_trace(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot):
        pass
    gc.collect()
    widgets = len(QApplication.allWidgets())
    ghosts = []
    for _ in range(3):
        with opened(spec, qtbot) as host:
            host.panel.pose()
            host.panel.tick()
            ghosts.append(weakref.ref(host.panel))
        del host
    gc.collect()
    assert [ghost() for ghost in ghosts] == [None] * 3
    assert len(QApplication.allWidgets()) == widgets


@every_room
def test_every_preset_and_every_try_leads_somewhere(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        presets = host.panel.presets()
        assert len(presets) >= 2
        for number, preset in enumerate(presets, 1):
            assert preset.title
            assert preset.reason
            if number <= 9:
                QTest.keyClick(host.panel, Qt.Key(Qt.Key.Key_0 + number))
                _settle(host)
        text = host.panel.explanation()
        assert text is not None
        assert 1 <= len(text.tries) <= 3
        for _, action in text.tries:
            host.panel.try_it(action)
            _settle(host)


def _settle(host) -> None:
    for _ in range(20):
        host.panel.tick()
        QApplication.processEvents()
    assert not host.panel.room.problem.isVisible(), host.panel.room.problem.sentence()


@every_room
def test_the_keyboard_reaches_everything_and_everything_has_a_name(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        for one in host.panel.findChildren(QWidget):
            if not one.isVisible() or one.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            if isinstance(one, QScrollArea) or one.objectName().startswith("qt_"):
                continue
            text = one.text() if isinstance(one, QAbstractButton) else ""
            assert text or one.accessibleName(), f"{type(one).__name__} has no name for a screen reader"
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_R):
            QTest.keyClick(host.panel, key)
            _settle(host)


@every_room
def test_it_speaks_chinese_throughout_and_english_again(
    spec: PanelSpec, qtbot: QtBot, qapp: QApplication
) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        host.panel.toggle_explanation()
        english = spoken(host.panel)
        i18n.install(qapp, "zh_CN")
        QApplication.processEvents()
        for text, widget in spoken(host.panel).items():
            left = NAMES.sub("", text)
            chinese = re.search(r"[\u4e00-\u9fff]", text)
            latin = re.search(r"[A-Za-z]{2,}", left)
            assert chinese or not latin, f"not in Chinese: {text!r} ({type(widget).__name__})"
        i18n.install(qapp, "en")
        QApplication.processEvents()
        assert spoken(host.panel).keys() == english.keys()


@every_room
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(("size", "scale"), [((1080, 700), 1.0), ((1640, 1040), 1.6)], ids=["desk", "hall"])
def test_its_texts_fit(
    spec: PanelSpec, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], scale: float, language: str
) -> None:
    set_theme("dark", scale)
    i18n.install(qapp, language)
    with opened(spec, qtbot, size) as host:
        host.pose()
        for explained in (False, True):
            if explained:
                host.panel.toggle_explanation()
                lay_out()
            assert (host.width(), host.height()) == size, "the room asks for more than the window has"
            for one in host.panel.findChildren(QWidget):
                if one.isVisible():
                    _check_fit(one, host.panel)


def _check_fit(one: QWidget, panel: QWidget) -> None:
    """A label or button shows all of its text, and lies within the room or in something that scrolls."""
    if isinstance(one, QLabel | QAbstractButton) and one.text() and not one.property("elides"):
        text = one.text()
        if isinstance(one, WrapButton) or (isinstance(one, QLabel) and one.wordWrap()):
            assert one.heightForWidth(one.width()) <= one.height() + 1, f"cut off: {text!r}"
        else:
            needed = one.fontMetrics().horizontalAdvance(text)
            assert needed <= one.width() + 1, f"cut off: {text!r} needs {needed}, has {one.width()}"
    if not _scrolls(one, panel):
        corner = one.mapTo(panel, QPoint(one.width(), one.height()))
        assert corner.x() <= panel.width() + 1, f"{type(one).__name__} sticks out at the right"
        assert corner.y() <= panel.height() + 1, f"{type(one).__name__} sticks out at the bottom"


def _scrolls(one: QWidget, panel: QWidget) -> bool:
    above = one.parentWidget()
    while above is not None and above is not panel:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


@every_room
def test_a_failing_worker_ends_on_the_card_and_can_be_tried_again(
    spec: PanelSpec, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        run = host.panel.run
        if run is None:
            pytest.skip("this room has no run")
        simulation = type(run._sim)  # the one place where a test reaches inside: to break what works
        monkeypatch.setattr(simulation, "snapshot", _broken)
        host.panel.restart()
        host.settle(host.panel.room.problem.isVisible)
        assert host.panel.room.problem.sentence()
        monkeypatch.undo()
        host.panel.room.problem.again_asked.emit()
        host.pose()
        assert not host.panel.room.problem.isVisible()


def _broken(_self: object) -> None:
    raise RuntimeError("broken on purpose")


@every_room
def test_a_theme_or_size_changed_while_it_runs_harms_nothing(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.panel.pose()
        for name, scale in (("light", 1.0), ("dark", 1.6), ("light", 2.0), ("dark", 1.0)):
            set_theme(name, scale)
            host.resize(900 + int(100 * scale), 640)
            _settle(host)
        host.settle(host.panel.posed)


@every_room
def test_what_it_remembers_is_plain_and_brings_it_back(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        memory = json.loads(json.dumps(host.panel.memory()))
    again = spec.widget(Context(workspace(), memory))
    assert again.memory() == memory
    again.shut()
    again.deleteLater()
    spoilt = spec.widget(Context(workspace(), dict.fromkeys(memory, "nonsense") | {"knobs": {"x": 1e400}}))
    spoilt.shut()
    spoilt.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
