"""The page of the game as its visitor meets it: keys, names, numbers, and a list that is kept in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.panels.digits.game import PAGE, kinds
from neuroviz.panels.digits.game.pictures import GamePictures
from neuroviz.sims.game import GameSpec
from neuroviz.ui.shortcut_sheet import shortcuts
from neuroviz.ui.theme import set_theme, theme
from tests.panels.host import lay_out, opened
from tests.panels.test_game import ANSWERS, PEOPLE, Table


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        yield Table(host)


@pytest.mark.parametrize(
    ("value", "said"), [(-0.001, "0.00"), (0.0, "0.00"), (-0.25, "−0.25"), (0.256, "0.26")]
)
def test_a_number_below_nothing_has_a_true_minus_and_none_is_minus_nothing(value: float, said: str) -> None:
    assert kinds.signed(value, 2) == said


def test_words_under_pictures_do_not_run_into_each_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = GamePictures()
    qtbot.addWidget(pictures)
    pictures.resize(500, 120)
    words = tuple(f"a turn of {30 * i} degrees of a circle" for i in range(6))
    pictures.set_pictures(np.zeros((6, 28, 28), np.uint8), words)
    drawn: list[tuple[float, float]] = []
    paint = QPainter.drawText

    def note(painter: QPainter, box: object, flags: int, text: str) -> None:
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
        middle = box.center().x()  # type: ignore[attr-defined]
        drawn.append((middle - wide / 2, middle + wide / 2))
        paint(painter, box, flags, text)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", note)
    pictures.grab()
    tops = [place.y() for place in pictures.places()]
    pairs = [i for i in range(5) if tops[i] == tops[i + 1]]
    assert len(drawn) == 6
    assert pairs
    assert all(drawn[i][1] + theme().space(0.5) <= drawn[i + 1][0] for i in pairs)


def test_a_digit_while_an_answer_is_shown_goes_on_and_answers_nothing(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    table.say(2)
    assert "any digit" in table.panel.view.play.answers.onward.text()
    table.press(Qt.Key.Key_7)
    assert table.panel.sitting.state == "asking"
    table.say(7)
    QTest.mouseClick(
        table.panel.view.play.answers,
        Qt.MouseButton.LeftButton,
        pos=table.panel.view.play.answers.button(4).geometry().center(),
    )
    assert table.panel.sitting.state == "asking"
    assert table.panel.sitting.said == [2, 7]


def test_a_digit_after_the_last_answer_leads_to_the_outcome_and_chooses_no_preset(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    table.play(ANSWERS[:-1])
    table.say(1)
    table.press(Qt.Key.Key_3)
    assert table.panel.sitting.state == "over"
    assert table.frame.spec == GameSpec("blur", 3)


def test_the_sheet_lists_what_the_keys_do_as_the_game_stands(table: Table) -> None:
    def listed() -> dict[str, str]:
        return {keys: text for _, pairs in shortcuts(table.panel) for keys, text in pairs}

    table.ready()
    assert "start" in listed()["Enter"]
    assert {"1 … 9", "0 … 9"} <= listed().keys()
    assert "Del" not in listed()
    table.start(GameSpec("blur", 3))
    for said in (None, 2):
        if said:
            table.say(said)
        assert "tell" in listed()["Space"]
        assert "digit you see" in listed()["0 … 9"]
        assert "1 … 9" not in listed()
    table.press(Qt.Key.Key_Space)
    table.play(ANSWERS[1:])
    assert "play" in listed()["Space"]
    assert "result" in listed()["0 … 9"]


def test_a_digit_that_comes_with_the_picture_was_meant_to_call_it(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("neuroviz.panels.digits.game.panel._MOMENT_MS", 1)
    monkeypatch.setattr("neuroviz.panels.digits.game.panel._MEANT_MS", 60_000)
    table.start(GameSpec("blur", 3))
    table.say(2)
    table.host.settle(lambda: table.panel.sitting.state == "asking")
    table.press(Qt.Key.Key_5)
    assert table.panel.sitting.said == [2]
    monkeypatch.setattr("neuroviz.panels.digits.game.panel._MEANT_MS", 0)
    table.press(Qt.Key.Key_5)
    assert table.panel.sitting.said == [2, 5]


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_Return])
def test_another_game_begins_at_once(table: Table, key: Qt.Key) -> None:
    table.start(GameSpec("blur", 3))
    table.play(ANSWERS)
    seed = table.frame.spec.seed
    table.press(key)
    table.ready()
    assert table.panel.sitting.state == "asking"
    assert table.frame.spec.seed != seed
    table.press(Qt.Key.Key_R)
    table.ready()
    assert table.panel.sitting.state == "ready", "in the midst of a game it leads to the start"


def test_a_name_that_is_typed_takes_the_former_players_result_away(table: Table) -> None:
    table.name("Ada")
    table.start(GameSpec("blur", 3))
    table.play(ANSWERS)
    table.panel.player.field.setFocus()
    QTest.keyClicks(table.panel.player.field, "B")
    assert table.panel.sitting.state == "ready"


def test_enter_takes_the_name_and_starts_nothing(table: Table) -> None:
    table.ready()
    table.panel.activateWindow()
    field = table.panel.player.field
    field.setFocus()
    QTest.keyClicks(field, "Ada")
    QTest.keyClick(field, Qt.Key.Key_Return)
    table.ready()
    assert table.panel.player.name == "Ada"
    assert table.panel.sitting.state == "ready"
    assert not field.hasFocus()
    table.press(Qt.Key.Key_Return)
    assert table.panel.sitting.state == "asking"


def test_another_net_is_told_of_only_where_the_game_is_seen(table: Table) -> None:
    told: list[str] = []
    table.panel.notice.connect(told.append)
    table.start(GameSpec("blur", 3))
    table.play([1, 2])
    table.panel.leave()
    table.panel.context.workspace.choose("net", "MLP")
    assert told == []
    table.panel.enter()
    assert len(told) == 1
    table.panel.leave()
    table.panel.enter()
    assert len(told) == 1


def test_the_picture_shrinks_before_its_answers_scroll_away(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(PAGE, qtbot, (1000, 440), tmp_path) as host:
        table = Table(host)
        table.start(GameSpec("blur", 3))
        lay_out()
        assert host.panel.room._centre_scroll.verticalScrollBar().maximum() == 0
        table.panel.begin(GameSpec("blur", 7), stand_in=True)
        host.settle(table.panel.posed)
        lay_out()
        assert host.panel.room._centre_scroll.verticalScrollBar().maximum() > 0, "curves need their height"


def test_large_type_leaves_the_picture_large(qtbot: QtBot, tmp_path: Path) -> None:
    set_theme("dark", 2.0)
    try:
        with opened(PAGE, qtbot, (1160, 720), tmp_path) as host:
            table = Table(host)
            table.start(GameSpec("blur", 3))
            lay_out()
            play = host.panel.view.play  # type: ignore[attr-defined]
            assert play.pictures.places()[0].width() > 0.8 * play.height()
            table.say(2)
            pad = play.answers
            assert pad.button(0).y() < pad.button(5).y()
            assert pad.geometry().bottom() < play.height()
    finally:
        set_theme("dark")


def test_all_of_what_was_counted_is_a_whole_hundred(table: Table) -> None:
    table.panel.keeper.add("Ada", PEOPLE.named("Ada").games[0])
    table.panel.show_everyone(True)
    table.host.settle(lambda: (f := table.panel.counting.frame) is not None and f.whole is not None)
    ada = table.panel.view.everyone.list.tree.topLevelItem(0)
    assert ada.text(2).startswith("100")
