"""Files of lines, as the most modest readers see them."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.share import render


def test_what_is_not_filled_is_said_so_for_readers_that_know_no_opacity(qtbot: QtBot) -> None:
    class Frame(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            with QPainter(self) as painter:
                for pen, brush in ((QColor("red"), QColor(0, 0, 0, 0)), (QColor(9, 9, 9, 0), QColor("red"))):
                    painter.setPen(pen)
                    painter.setBrush(brush)
                    painter.drawRect(4, 4, 20, 20)

    view = Frame()
    qtbot.addWidget(view)
    view.resize(40, 40)
    made = render.svg(view, "frame")
    assert b'-opacity="0"' not in made
    assert made.count(b'fill="none"') + made.count(b'stroke="none"') >= 2
