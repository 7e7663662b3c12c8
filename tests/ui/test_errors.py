"""Every uncaught error is kept once, logged, and does not bring more."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.errors import Faults, faults, mend, painted


@pytest.fixture
def own(caplog: pytest.LogCaptureFixture) -> Iterator[Faults]:
    caplog.set_level(logging.DEBUG)
    made = Faults()
    made.install()
    yield made
    made.remove()


@pytest.fixture
def clean() -> Iterator[Faults]:
    faults.take()
    faults.forget()
    yield faults
    faults.take()
    faults.forget()


def fail(text: str = "no") -> None:
    raise ValueError(text)


def caught(text: str = "no") -> ValueError:
    try:
        fail(text)
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_in_a_thread_arrives(own: Faults) -> None:
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    (fault,) = own.take()
    assert fault.error == "ValueError: no"
    assert "in fail" in fault.details
    assert own.take() == []


def test_an_error_that_nobody_caught_arrives(own: Faults, caplog: pytest.LogCaptureFixture) -> None:
    error = caught()
    sys.excepthook(ValueError, error, error.__traceback__)
    assert [fault.error for fault in own.take()] == ["ValueError: no"]
    assert "Traceback" in caplog.text


def test_an_error_in_a_destructor_arrives(own: Faults) -> None:
    class Grave:
        def __del__(self) -> None:
            fail("in del")

    Grave()
    assert [fault.error for fault in own.take()] == ["ValueError: in del"]


def test_what_qt_says_goes_to_the_log(own: Faults, caplog: pytest.LogCaptureFixture) -> None:
    qWarning("a word of Qt")
    assert "Qt: a word of Qt" in caplog.text
    assert own.take() == []


def test_a_flood_is_one_fault_and_a_few_log_lines(own: Faults, caplog: pytest.LogCaptureFixture) -> None:
    for i in range(500):
        own.add(caught(f"number {i}"))
    assert len(own.take()) == 1
    assert caplog.text.count("Traceback") == 5


def test_many_different_faults_are_bounded(own: Faults) -> None:
    for i in range(500):
        own.add(caught(), where=f"place {i}")
    assert len(own.take()) == 50


def test_an_error_while_keeping_an_error_does_not_recurse(own: Faults) -> None:
    class Again(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            own.add(caught("from the log"), where=record.name)

    handler = Again()
    logging.getLogger("neuroviz").addHandler(handler)
    try:
        own.add(caught())
    finally:
        logging.getLogger("neuroviz").removeHandler(handler)
    assert [fault.error for fault in own.take()] == ["ValueError: no"]


def test_an_error_already_on_a_card_is_only_logged(own: Faults, caplog: pytest.LogCaptureFixture) -> None:
    own.add(caught(), shown=True)
    assert own.take() == []
    assert "Traceback" in caplog.text


def test_remove_puts_everything_back() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Faults()
    made.install()
    made.install()
    assert sys.excepthook != before[0]
    made.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


class Picture(QWidget):
    """Fails to paint while `broken`."""

    broken = True
    tries = 0

    def _draw(self, painter: QPainter) -> None:
        self.tries += 1
        painter.fillRect(self.rect(), "red")
        if self.broken:
            fail("in paint")

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name


def test_a_picture_that_fails_is_tried_once_and_says_so(qtbot: QtBot, clean: Faults) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    picture.resize(300, 100)
    for _ in range(5):
        picture.grab()
    assert picture.tries == 1
    assert [fault.error for fault in clean.take()] == ["ValueError: in paint"]
    image = picture.grab().toImage()
    colours = {image.pixelColor(x, 50).name() for x in range(300)}
    assert len(colours) > 2, "no words are seen"


def test_a_mended_picture_paints_again(qtbot: QtBot, clean: Faults) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    picture.grab()
    picture.broken = False
    mend(picture)
    assert picture.grab().toImage().pixelColor(3, 3).name() == "#ff0000"
    assert len(clean.take()) == 1
