"""Large type in a small window: what matters is still large, and no word is cut."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from neuroviz.panels.digits import PANEL
from neuroviz.panels.digits.judges import PAGE, showcase
from neuroviz.panels.digits.photo.film_strip import FilmStrip
from neuroviz.ui.theme import set_theme, theme
from tests.panels.host import lay_out, opened
from tests.panels.test_digits import Room
from tests.panels.test_judges import Page as JudgesPage


def test_with_large_type_the_answer_can_be_read_and_pad_and_net_are_seen_at_once(qtbot: QtBot) -> None:
    set_theme("dark", 2.0)
    try:
        with opened(PANEL, qtbot, (1160, 720)) as host:
            room = Room(host)
            room.panel.pose()
            room.complete()
            lay_out()
            view, seen = room.panel.view, room.panel.room._centre_scroll.viewport().height()
            assert view.bars.height() > theme().space(20)
            assert view.pad.height() > theme().space(30)
            assert view.net.geometry().bottom() <= seen + theme().space(4)
    finally:
        set_theme("dark")


def test_with_large_type_the_columns_that_are_seen_are_seen_whole(qtbot: QtBot) -> None:
    set_theme("dark", 2.0)
    try:
        with opened(PAGE, qtbot, (1160, 720)) as host:
            page = JudgesPage(host)
            showcase.write_three(page.panel)
            page.answered()
            lay_out()
            view = page.panel.view
            room = view._scroll.viewport().width()
            ends = [column.geometry().right() for column in view.columns]
            assert room - theme().space(4) <= max(end for end in ends if end < room), "nothing is cut"
            assert view.columns[0].width() >= theme().space(20)
    finally:
        set_theme("dark")


def test_the_steps_stand_in_two_rows_where_their_words_would_be_too_small(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    strip.show()
    rows = []
    for wide in (900, 580, 900):
        strip.resize(wide, strip.sizeHint().height())
        strip.resize(wide, strip.sizeHint().height())
        frames = strip.frames()
        rows.append(len({frame.y() for frame in frames}))
        assert frames[-1].right() <= wide
        assert frames[-1].bottom() + QFontMetricsF(theme().font(0.85)).height() <= strip.height()
    assert rows == [1, 2, 1]
