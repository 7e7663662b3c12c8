"""The idea of the game: you answer, the net answers, and what is kept is what was said."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.io.players import Game, Players, Round, read_players, update_players
from neuroviz.panels.digits.game import PAGE
from neuroviz.panels.digits.game.counting import Counting
from neuroviz.panels.digits.game.keeper import PlayersKeeper
from neuroviz.panels.digits.game.panel import GamePanel
from neuroviz.panels.digits.game.sitting import remembered
from neuroviz.sims.agreement import UNREAD
from neuroviz.sims.game import GameFrame, GameSpec, judged
from neuroviz.ui.room import Context
from neuroviz.ui.shared_pad import current_sheet
from tests.panels.host import Host, opened, workspace

SPACE = Qt.Key.Key_Space


def told(keeper: PlayersKeeper) -> str:
    """What the worker has to say of all that was asked for."""
    end = time.monotonic() + 20
    while keeper.busy and time.monotonic() < end:
        keeper.collect()
        time.sleep(0.002)
    assert not keeper.busy
    return keeper.told


class Table:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, GamePanel)
        self.host, self.panel = host, host.panel

    @property
    def frame(self) -> GameFrame:
        assert isinstance(self.panel.last, GameFrame)
        return self.panel.last

    @property
    def sentence(self) -> str:
        return self.panel.room.sentence.text()

    def ready(self) -> None:
        self.host.settle(lambda: isinstance(self.panel.last, GameFrame) and self.frame.ready)

    def start(self, spec: GameSpec | None = None) -> None:
        if spec is not None:
            self.panel.offer(spec)
        self.ready()
        self.press(Qt.Key.Key_Return)
        assert self.panel.sitting.state == "asking"

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel, key)

    def say(self, said: int | None) -> None:
        """Answer by keyboard, and wait for the worker."""
        k = self.frame.step
        self.press(SPACE if said is None else Qt.Key(Qt.Key.Key_0 + said))
        self.host.settle(lambda: self.frame.step == k + 1)

    def play(self, answers: list[int | None]) -> None:
        for said in answers:
            self.say(said)
            if self.panel.sitting.state == "past":
                self.press(SPACE)

    def name(self, name: str) -> None:
        self.panel.player.field.setText(name)
        self.panel.player.field.editingFinished.emit()
        self.ready()


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        yield Table(host)


ANSWERS: list[int | None] = [*range(10), None, None, *range(8)]


def test_a_whole_game_by_keyboard(table: Table) -> None:
    table.name("Ada")
    table.start()
    table.play(ANSWERS)
    assert table.panel.sitting.state == "over"
    assert table.frame.said.tolist() == [UNREAD if one is None else one for one in ANSWERS]
    agree = int((table.frame.said == table.frame.net_said).sum())
    assert f"{agree} of 20" in table.sentence
    told(table.panel.keeper)
    games = read_players(table.panel.keeper.path).named("Ada").games
    assert len(games) == 1
    assert [one.said for one in games[0].rounds] == ANSWERS
    assert [one.answer for one in games[0].rounds] == table.frame.net_said.tolist()
    assert games[0].net == "CNN"
    assert games[0].seed == table.frame.spec.seed
    assert table.panel.data()["said"].tolist() == table.frame.said.tolist()


def test_the_net_is_hidden_until_you_have_answered_and_then_told_truly(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    i, pad = 0, table.panel.view.play.answers
    assert all(pad.button(digit).tags == () for digit in range(10))
    net, p = int(table.frame.net_said[i]), float(table.frame.certainty[i])
    label = int(table.frame.rounds.labels[i])  # type: ignore[union-attr]
    assert str(round(100 * p)) not in table.sentence
    table.say((net + 1) % 10)
    assert table.panel.sitting.state == "past"
    assert any("net" in tag for tag in pad.button(net).tags)
    assert any("truth" in tag for tag in pad.button(label).tags)
    assert any("you" in tag for tag in pad.button((net + 1) % 10).tags)
    assert f"the net {net}" in table.sentence
    shown = judged(table.panel._net, table.frame.pictures[i])
    assert int(shown.argmax()) == net
    assert float(shown.max()) == pytest.approx(p)


def test_with_answers_at_the_end_only_nothing_is_told_before(table: Table) -> None:
    table.panel.knobs._rows["reveal"].turned.emit("reveal", False)
    table.start(GameSpec("blur", 3))
    pad = table.panel.view.play.answers
    for k in range(19):
        table.say(k % 10)
        assert table.panel.sitting.state == "asking", "straight on to the next"
        table.press(Qt.Key.Key_Left)
        assert "at the end" in table.sentence
        tags = [tag for digit in range(10) for tag in pad.button(digit).tags]
        assert tags == ["you"]
        table.press(Qt.Key.Key_Right)
    table.say(1)
    assert table.panel.sitting.state == "over"
    table.press(Qt.Key.Key_Left)
    assert "the net" in table.sentence


def test_digits_answer_while_a_picture_waits_and_choose_presets_where_nothing_is_lost(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    table.say(2)
    seed = table.frame.spec
    table.press(Qt.Key.Key_3)
    table.panel.tick()
    assert table.frame.spec == seed, "a digit too many does no harm"
    table.press(SPACE)
    table.play(ANSWERS[1:])
    assert table.panel.sitting.state == "over"
    table.press(Qt.Key.Key_3)
    table.panel.tick()
    assert table.frame.spec == seed, "nor does it throw the result away"
    table.panel.offer(GameSpec("noise", 1))
    table.ready()
    table.press(Qt.Key.Key_3)
    table.ready()
    assert table.frame.spec.kind == "turn"
    assert table.panel.sitting.state == "asking"


def test_presets_carry_their_numbers_only_while_digits_choose_them(table: Table) -> None:
    def numbered() -> list[bool]:
        titles = [preset.title for preset in table.panel.presets()]
        texts = [table.panel.room.presets.button(k).text() for k in range(len(titles))]
        return [text == f"{k}  {title}" for k, (text, title) in enumerate(zip(texts, titles, strict=True), 1)]

    table.ready()
    assert all(numbered())
    table.start()
    assert not any(numbered())
    table.play(ANSWERS)
    assert not any(numbered()), "a digit too many must not throw the result away"
    table.panel.begin(GameSpec("blur", 7), stand_in=True)
    table.host.settle(table.panel.posed)
    assert all(numbered()), "a net has nothing to lose"


def test_the_next_picture_comes_by_itself_after_a_moment(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("neuroviz.panels.digits.game.panel._MOMENT_MS", 1)
    table.start(GameSpec("blur", 3))
    table.say(2)
    table.host.settle(lambda: table.panel.sitting.state == "asking")
    assert table.panel.sitting.viewed == 1


def test_buttons_answer_as_keys_do(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    QTest.mouseClick(table.panel.view.play.answers.button(4), Qt.MouseButton.LeftButton)
    table.host.settle(lambda: table.frame.step == 1)
    QTest.mouseClick(table.panel.view.play.answers.onward, Qt.MouseButton.LeftButton)
    QTest.mouseClick(table.panel.view.play.answers.unread, Qt.MouseButton.LeftButton)
    table.host.settle(lambda: table.frame.step == 2)
    assert table.frame.said.tolist() == [4, UNREAD]


def test_looking_back_changes_nothing(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    table.play([1, 2, 3])
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        table.press(key)
    assert "Picture 2" in table.sentence
    for _ in range(5):
        table.press(Qt.Key.Key_Right)
    assert table.panel.sitting.state == "asking"
    assert table.frame.said.tolist() == [1, 2, 3]


def test_without_a_name_nothing_is_kept_and_a_stand_in_is_no_player(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    table.play(ANSWERS)
    table.name("Ada")
    table.panel.pose()
    table.host.settle(table.panel.posed)
    assert "MLP" in table.sentence
    assert table.frame.stand_in
    assert not table.panel.keeper.path.exists()


def test_a_game_begun_is_taken_up_again(table: Table, qtbot: QtBot) -> None:
    table.name("Ada")
    table.start(GameSpec("noise", 9))
    table.play([1, None, 3])
    pictures, memory = table.frame.pictures, json.loads(json.dumps(table.panel.memory()))
    again = GamePanel(Context(workspace(), memory))
    again.enter()
    qtbot.waitUntil(lambda: _ticked(again))
    assert isinstance(again.last, GameFrame)
    assert again.last.said.tolist() == [1, UNREAD, 3]
    np.testing.assert_array_equal(again.last.pictures, pictures)
    assert again.sitting.state == "asking"
    again.shut()
    again.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _ticked(panel: GamePanel) -> bool:
    panel.tick()
    return isinstance(panel.last, GameFrame) and panel.last.ready


@pytest.mark.parametrize(
    "plain",
    [
        None, [], {}, {"said": [1]}, {"kind": "blur", "seed": 1, "rounds": 20, "said": [11]},
        {"kind": "love", "seed": 1, "rounds": 20, "said": [1]},
        {"kind": "blur", "seed": True, "rounds": 20, "said": [1]},
        {"kind": "blur", "seed": 1, "rounds": 10**9, "said": [1]},
        {"kind": "blur", "seed": 1, "rounds": 20, "said": []},
        {"kind": "blur", "seed": 1, "rounds": 20, "low": "x", "said": [1]},
        {"kind": "blur", "seed": 1, "rounds": 2, "said": [1, 2]},
        {"kind": "blur", "seed": 1, "rounds": 20, "x": 1, "said": [1]},
    ],
    ids=str,
)  # fmt: skip
def test_a_memory_that_makes_no_sense_is_no_game(plain: object) -> None:
    assert remembered(plain) is None


def test_another_net_during_a_game_waits_for_the_next(table: Table) -> None:
    table.start(GameSpec("blur", 3))
    table.play([1, 2])
    before = table.frame.probabilities
    table.panel.context.workspace.choose("net", "MLP")
    table.panel.tick()
    np.testing.assert_array_equal(table.frame.probabilities, before)
    table.panel.rewind()
    table.ready()
    assert table.panel._net_name == "MLP"


def test_a_picture_of_the_sheet_goes_to_the_pad(table: Table) -> None:
    table.host.pose()
    sheet = table.panel.view.outcome.sheet
    cell = sheet.cells()[4]
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=cell.picture.center().toPoint())
    which = sheet._order[4]
    lying = current_sheet(table.panel.context.workspace)
    np.testing.assert_array_equal(lying.picture, table.frame.pictures[which])
    assert table.frame.rounds is not None
    assert lying.label == table.frame.rounds.labels[which]
    sheet.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(sheet, key)
    np.testing.assert_array_equal(
        current_sheet(table.panel.context.workspace).picture, table.frame.pictures[sheet._order[15]]
    )


# -- all players ---------------------------------------------------------------------------------------


def game(id: str, said: list[int | None]) -> Game:
    rounds = tuple(Round(i, 0.6 + 0.2 * i, i % 10, one, (i + 1) % 10, 0.5) for i, one in enumerate(said))
    return Game(id, "2026-01-02T03:04:05", "blur", 1, "CNN", rounds)


PEOPLE = (
    Players()
    .with_games("Ada", (game("a", list(range(10)) * 2),))
    .with_games("Ben", (game("b", [None] * 20),))
)


def test_all_players_are_counted_shown_removed_and_brought_back(table: Table) -> None:
    path = table.panel.keeper.path
    update_players(path, lambda _: PEOPLE)
    table.panel.enter()
    table.host.settle(lambda: len(table.panel.keeper.players.players) == 2)
    QTest.mouseClick(table.panel.results._group.button(1), Qt.MouseButton.LeftButton)
    table.host.settle(lambda: (f := table.panel.counting.frame) is not None and f.whole is not None)
    assert "Players: 2, games: 2" in table.sentence
    assert "label: 50" in table.sentence
    assert set(table.panel.data()["player"].tolist()) == {"Ada", "Ben"}
    listed = table.panel.view.everyone.list
    assert [listed.tree.topLevelItem(i).text(0) for i in range(2)] == ["Ada", "Ben"]
    listed.tree.setCurrentItem(listed.tree.topLevelItem(0))
    listed._remove.click()
    told(table.panel.keeper)
    assert [one.name for one in read_players(path).players] == ["Ben"]
    table.host.settle(lambda: (f := table.panel.counting.frame) is not None and f.whole is not None)
    assert "Players: 1" in table.sentence
    listed._undo.click()
    told(table.panel.keeper)
    assert {one.name for one in read_players(path).players} == {"Ada", "Ben"}
    table.panel.show_everyone(False)
    assert table.panel.sitting.state == "ready"


def test_counting_is_of_one_kind_only(qtbot: QtBot) -> None:
    counting = Counting()
    counting.begin(PEOPLE, "noise")
    qtbot.waitUntil(lambda: counting.collect() is not None)
    assert counting.frame is not None
    assert counting.frame.players == ()
    counting.end()
