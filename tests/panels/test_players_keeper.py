"""The list of players in its file: two windows, failures, and a screen that waits for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from neuroviz.io import players as file_of_players
from neuroviz.io.players import Players, read_players, update_players
from neuroviz.panels.digits.game import PAGE
from neuroviz.panels.digits.game.keeper import PlayersKeeper
from neuroviz.sims.game import GameSpec
from tests.panels.host import opened
from tests.panels.test_game import ANSWERS, PEOPLE, Table, game, told


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        yield Table(host)


@contextmanager
def kept(folder: Path | None) -> Iterator[PlayersKeeper]:
    keeper = PlayersKeeper(folder)
    yield keeper
    keeper.close()


@pytest.mark.parametrize("content", [b"{", b"", b'{"version": 1}'])
def test_a_damaged_list_is_kept_aside_and_a_new_one_begun(
    content: bytes, tmp_path: Path, qapp: object
) -> None:
    (tmp_path / "players.json").write_bytes(content)
    with kept(tmp_path) as keeper:
        keeper.load()
        assert "players.json.bad" in told(keeper)
        assert (tmp_path / "players.json.bad").read_bytes() == content
        keeper.add("Ada", game("a", [1]))
        assert told(keeper) == ""
    assert [one.name for one in read_players(tmp_path / "players.json").players] == ["Ada"]


def test_a_list_of_a_newer_program_is_left_alone(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "players.json"
    file.write_text('{"version": 9, "players": "in another way"}')
    with kept(tmp_path) as keeper:
        keeper.load()
        assert "newer" in told(keeper)
        keeper.add("Ada", game("a", [1]))
        assert "newer" in told(keeper)
    assert file.read_text() == '{"version": 9, "players": "in another way"}'


def test_a_game_that_could_not_be_saved_is_saved_with_the_next(tmp_path: Path, qapp: object) -> None:
    with kept(tmp_path) as keeper:
        (tmp_path / "players.json").mkdir()
        keeper.add("Ada", game("a", [1]))
        assert "players.json" in told(keeper)
        (tmp_path / "players.json").rmdir()
        keeper.add("Ben", game("b", [2]))
        assert told(keeper) == ""
    assert {one.name for one in read_players(tmp_path / "players.json").players} == {"Ada", "Ben"}


def test_where_nothing_is_kept_players_are_known_for_the_visit(qapp: object) -> None:
    with kept(None) as keeper:
        keeper.load()
        keeper.add("Ada", game("a", [1]))
        gone = keeper.part("Ada")
        keeper.remove(gone)
        assert keeper.players.players == ()
        keeper.bring_back(gone)
        assert [one.name for one in keeper.players.players] == ["Ada"]
        assert not keeper.path.exists()


def test_two_windows_add_to_the_same_list(tmp_path: Path, qapp: object) -> None:
    with kept(tmp_path) as one, kept(tmp_path) as other:
        one.add("Ada", game("a", [1]))
        told(one)
        other.add("Ben", game("b", [2]))
        told(other)
        gone = other.part("Ada")
        other.remove(gone)
        told(other)
        one.add("Ada", game("c", [3]))
        told(one)
        assert [g.id for p in read_players(one.path).players for g in p.games] == ["b", "c"]
        other.bring_back(gone)
        told(other)
        assert {g.id for p in other.players.players for g in p.games} == {"a", "b", "c"}
        assert other.removed == []


def test_the_screen_does_not_wait_for_the_lock_of_another(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_of_players, "_PATIENCE", 60.0)
    lock = tmp_path / ".players.json.lock"
    lock.touch()
    with kept(tmp_path) as keeper:
        keeper.add("Ada", game("a", [1]))
        assert [one.name for one in keeper.players.players] == ["Ada"]
        assert keeper.busy
        assert not keeper.path.exists(), "the other still has it"
        lock.unlink()
        told(keeper)
    assert [one.name for one in read_players(tmp_path / "players.json").players] == ["Ada"]


def test_a_window_closed_with_the_last_answer_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        table = Table(host)
        table.name("Ada")
        table.start(GameSpec("blur", 3))
        table.play(ANSWERS[:-1])
        table.press(Qt.Key.Key_7)
    (one,) = read_players(tmp_path / "players.json").named("Ada").games
    assert [said.said for said in one.rounds] == [*ANSWERS[:-1], 7]


def test_a_player_of_an_earlier_visit_does_not_meet_the_same_pictures(table: Table) -> None:
    table.name("Ada")
    first = table.frame.spec.seed
    update_players(table.panel.keeper.path, lambda _: PEOPLE)
    table.panel.leave()
    table.panel._known = False
    table.panel.enter()
    table.host.settle(lambda: table.panel._known)
    table.ready()
    assert table.frame.spec.seed != first


# -- removed and brought back --------------------------------------------------------------------------


def _listed(tree: QTreeWidget) -> list[str]:
    return [tree.topLevelItem(i).text(0) for i in range(tree.topLevelItemCount())]


def _counted(table: Table) -> None:
    told(table.panel.keeper)
    table.host.settle(lambda: (f := table.panel.counting.frame) is not None and f.whole is not None)


def test_a_removal_is_a_step_of_the_rooms_history(table: Table) -> None:
    panel, path = table.panel, table.panel.keeper.path
    update_players(path, lambda _: PEOPLE)
    panel.keeper.load()
    told(panel.keeper)
    panel.show_everyone(True)
    _counted(table)
    listed = panel.view.everyone.list
    listed.tree.setCurrentItem(listed.tree.topLevelItem(0))
    listed._remove.click()
    _counted(table)
    assert _listed(listed.tree) == ["Ben"]
    assert "Ada" in panel.acts.names()[0]
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(listed.tree, Qt.Key.Key_Z, control)
    _counted(table)
    assert _listed(listed.tree) == ["Ada", "Ben"], "in the same place, and so in the same colour"
    QTest.keyClick(listed.tree, Qt.Key.Key_Z, control | shift)
    _counted(table)
    assert [one.name for one in read_players(path).players] == ["Ben"]
    listed._undo.click()
    _counted(table)
    assert _listed(listed.tree) == ["Ada", "Ben"]
    assert panel.history.index() == 0, "the button takes the same step back"


def test_players_stand_by_their_first_game_wherever_they_are_put_back() -> None:
    turned = Players(tuple(reversed(PEOPLE.players)))
    assert [one.name for one in turned.in_order().players] == ["Ada", "Ben"]
