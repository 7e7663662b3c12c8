"""Players in their file: all of it comes back, two writers lose nothing, and bad files end in one problem."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.io import players
from neuroviz.io.players import (
    Game,
    Player,
    Players,
    Round,
    clean_name,
    read_players,
    update_players,
)
from neuroviz.io.problem import Problem

ROUND = {"index": 12, "level": 2.5, "label": 3, "said": None, "answer": 8, "certainty": 0.75}
GAME = {"id": "a1", "date": "2026-01-02T03:04:05", "kind": "blur", "seed": 7, "net": "CNN", "rounds": [ROUND]}
FILE = {"version": 1, "players": [{"name": "Ada", "games": [GAME]}]}


def game(id: str) -> Game:
    return Game(
        id, "2026-01-02", "blur", 1, "CNN", (Round(1, 0.5, 3, 3, 8, 0.25), Round(2, 4.5, 9, None, 9, 1.0))
    )


def add(name: str, *games: Game) -> Any:
    return lambda players: players.with_games(name, games)


def problem_of(path: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        read_players(path)
    assert caught.value.facts["path"] == str(path)
    return caught.value


def test_games_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "players.json"
    assert read_players(path) == Players()
    update_players(path, add("Ada", game("a"), game("b")))
    update_players(path, add("李雷", game("c")))
    found = read_players(path)
    assert found == Players((Player("Ada", (game("a"), game("b"))), Player("李雷", (game("c"),))))
    before = path.read_bytes()
    update_players(path, lambda players: players)
    assert path.read_bytes() == before


def test_a_game_is_there_once_and_can_be_removed_and_brought_back(tmp_path: Path) -> None:
    path = tmp_path / "players.json"
    update_players(path, add("Ada", game("a"), game("b")))
    update_players(path, add("Ada", game("a")))
    assert [one.id for one in read_players(path).named("Ada").games] == ["a", "b"]
    update_players(path, lambda players: players.without(frozenset("a")))
    assert [one.id for one in read_players(path).named("Ada").games] == ["b"]
    update_players(path, lambda players: players.without(frozenset("b")))
    assert read_players(path).players == (), "a player without games is gone"
    assert read_players(path).named("Nobody") == Player("Nobody")


def test_unknown_keys_are_kept_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "players.json"
    plain = json.loads(json.dumps(FILE))
    for at in (plain, plain["players"][0], plain["players"][0]["games"][0]):
        at["from elsewhere"] = {"deep": [1, "two"]}
    plain["players"][0]["games"][0]["rounds"][0]["seconds"] = 1.5
    path.write_text(json.dumps(plain))
    update_players(path, add("Ben", game("new")))
    again = json.loads(path.read_text())
    assert again["players"][0] == plain["players"][0]
    assert again["from elsewhere"] == plain["from elsewhere"]


def with_(path: str, value: Any) -> dict[str, Any]:
    """The sound file with one value replaced, or dropped for ...; path: "round.said"."""
    plain = json.loads(json.dumps(FILE))
    player = plain["players"][0]
    places = {
        "file": plain,
        "player": player,
        "game": player["games"][0],
        "round": player["games"][0]["rounds"][0],
    }
    place, key = path.split(".")
    if value is ...:
        del places[place][key]
    else:
        places[place][key] = value
    return plain


WRONG = [
    ("file.version", ..., "players-spec"), ("file.version", True, "players-spec"),
    ("file.version", 0, "players-spec"), ("file.version", "1", "players-spec"),
    ("file.version", 2, "players-newer"), ("file.version", 99, "players-newer"),
    ("file.players", ..., "players-spec"), ("file.players", {}, "players-spec"),
    ("file.players", [None], "players-spec"), ("file.players", [FILE["players"][0]] * 2, "players-spec"),
    ("player.name", ..., "players-spec"), ("player.name", 7, "players-spec"),
    ("player.name", "", "players-spec"),
    ("player.name", "a" * 41, "players-spec"), ("player.name", "a\nb", "players-spec"),
    ("player.name", " Ada", "players-spec"), ("player.name", "\ud800", "players-spec"),
    ("player.games", "none", "players-spec"), ("player.games", [GAME, GAME], "players-spec"),
    ("game.id", "", "players-spec"), ("game.id", "x" * 65, "players-spec"), ("game.seed", -1, "players-spec"),
    ("game.seed", 1.5, "players-spec"), ("game.rounds", [], "players-spec"),
    ("game.rounds", [ROUND] * 101, "players-spec"), ("game.net", None, "players-spec"),
    ("round.index", 10_000, "players-spec"), ("round.index", True, "players-spec"),
    ("round.level", "2", "players-spec"), ("round.level", 1e7, "players-spec"),
    ("round.label", 10, "players-spec"), ("round.label", None, "players-spec"),
    ("round.said", ..., "players-spec"), ("round.said", -1, "players-spec"),
    ("round.said", 2.0, "players-spec"),
    ("round.answer", None, "players-spec"), ("round.certainty", 1.01, "players-spec"),
    ("round.certainty", False, "players-spec"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "id"), WRONG, ids=lambda part: str(part)[:30])
def test_wrong_values_open_nothing(path: str, value: Any, id: str, tmp_path: Path) -> None:
    file = tmp_path / "players.json"
    content = json.dumps(with_(path, value)).encode()
    file.write_bytes(content)
    assert problem_of(file).id == id
    with pytest.raises(Problem):
        update_players(file, add("Ben", game("new")))
    assert file.read_bytes() == content, "the file is as it was"


RAW = {
    "empty": (b"", "file-empty"),
    "not JSON": (b"hello", "json-broken"),
    "cut off": (json.dumps(FILE).encode()[:-9], "json-broken"),
    "NaN": (json.dumps(FILE).replace("2.5", "NaN").encode(), "json-broken"),
    "infinity": (json.dumps(FILE).replace("2.5", "-Infinity").encode(), "json-broken"),
    "1e400": (json.dumps(FILE).replace("2.5", "1e400").encode(), "players-spec"),
    "1e400 in a key of others": (b'{"version": 1, "players": [], "x": 1e400}', "players-spec"),
    "half a character": (b'{"version": 1, "players": [], "x": "\\ud800"}', "players-spec"),
    "twice the same key": (b'{"version": 1, "version": 1, "players": []}', "json-broken"),
    "endless number": (json.dumps(FILE).replace("12", "1" * 5000).encode(), "json-broken"),
    "nested": (b"[" * 200_000, "json-broken"),
    "a list": (b"[]", "players-spec"),
    "null": (b"null", "players-spec"),
    "bad UTF-8": (b'{"version": 1, "players": [], "x": "\xff"}', "json-broken"),
    "random": (bytes(range(256)), "json-broken"),
    "too large": (b" " * (4 * 2**20 + 1), "file-too-big"),
}


@pytest.mark.parametrize("case", RAW)
def test_broken_files_end_in_a_problem(case: str, tmp_path: Path) -> None:
    content, id = RAW[case]
    file = tmp_path / "players.json"
    file.write_bytes(content)
    assert problem_of(file).id == id


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "players.json"
    folder.mkdir()
    assert problem_of(folder).id == "file-kind"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert problem_of(pipe).id == "file-kind"
    below = tmp_path / "pipe" / "players.json"
    with pytest.raises(Problem) as caught:
        update_players(below, add("Ada", game("a")))
    assert caught.value.id in {"file-unwritable", "file-missing", "file-kind"}


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_spoilt_byte_never_does_more_than_raise_a_problem(
    data: st.DataObject, tmp_path_factory: Any
) -> None:
    content = bytearray(json.dumps(FILE).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path_factory.mktemp("spoilt") / "players.json"
    file.write_bytes(bytes(content))
    try:
        found = read_players(file)
    except Problem:
        return
    assert update_players(file, lambda players: players) == found


@given(st.text())
def test_a_name_is_cleaned_once_for_all(text: str) -> None:
    name = clean_name(text)
    assert clean_name(name) == name
    assert len(name) <= 40
    assert name.isprintable()
    assert name == name.strip()


def test_a_result_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "players.json"
    update_players(path, add("Ada", game("a")))
    before = path.read_bytes()
    for bad in (
        replace(game("b"), rounds=()),
        replace(game("b"), seed=-1),
        replace(game("b"), date="\ud800"),
    ):
        with pytest.raises(Problem):
            update_players(path, add("Ada", bad))
        assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["players.json"], "neither lock nor leftovers"


def _many(path: Path, letter: str) -> None:
    players._PATIENCE = 60.0  # a lock is passed in the end, which is not what is tried here
    for i in range(25):
        update_players(path, add(letter, game(f"{letter}{i}")))


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "players.json"
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=partial(_many, path, letter)) for letter in "xyz"]
    for one in others:
        one.start()
    for one in others:
        one.join(60)
    found = read_players(path)
    assert {player.name: len(player.games) for player in found.players} == {"x": 25, "y": 25, "z": 25}


def test_a_lock_left_by_a_dead_program_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "players.json"
    lock = tmp_path / ".players.json.lock"
    lock.touch()
    os.utime(lock, (time.time() - 60, time.time() - 60))
    update_players(path, add("Ada", game("a")))
    assert not lock.exists()
