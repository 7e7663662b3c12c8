"""Who played the game of disturbed digits on this machine, and what they said: one JSON file.

Two programs may use it at once: whoever writes takes the file as it is now and adds or removes its own games.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from neuroviz.io import files
from neuroviz.io.problem import Problem, naming
from neuroviz.io.strict_json import from_json, to_json

VERSION = 1
NAME_LENGTH = 40

_FILE = 4 * 2**20
_PLAYERS, _GAMES, _ROUNDS = 500, 1000, 100
_IMAGES = 10_000
_GAME_TEXTS = {"id": 64, "date": 40, "kind": 40, "net": 200}  # and their longest, in letters
_PATIENCE, _STALE, _NAP = 0.25, 10.0, 0.01  # seconds: to wait for the other, after which a lock is left over


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Round:
    """One picture: which test image, how disturbed, what it shows, what was said (None: can't tell), and the
    net's answer with its certainty (0..1). `extra`: keys from elsewhere, kept."""

    index: int
    level: float
    label: int
    said: int | None
    answer: int
    certainty: float
    extra: Mapping[str, Any] = field(default_factory=_nothing, compare=False)


@dataclass(frozen=True)
class Game:
    """A finished game. id: its own, by which it is told from others; date: ISO 8601, as the caller says."""

    id: str
    date: str
    kind: str
    seed: int
    net: str
    rounds: tuple[Round, ...]
    extra: Mapping[str, Any] = field(default_factory=_nothing, compare=False)


@dataclass(frozen=True)
class Player:
    """A name and its games, oldest first."""

    name: str
    games: tuple[Game, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=_nothing, compare=False)


@dataclass(frozen=True)
class Players:
    """All players, in the order in which they came."""

    players: tuple[Player, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=_nothing, compare=False)

    def named(self, name: str) -> Player:
        """The player of that name; one without games if there is none."""
        return next((one for one in self.players if one.name == name), Player(name))

    def with_games(self, name: str, games: tuple[Game, ...]) -> Players:
        """With these games added to a player's; those already there (by id, whoever played them) stay."""
        known = {game.id for player in self.players for game in player.games}
        player = self.named(name)
        grown = replace(player, games=player.games + tuple(game for game in games if game.id not in known))
        others = [grown if one.name == name else one for one in self.players]
        return replace(self, players=tuple(others if grown.name in _names(self) else [*others, grown]))

    def without(self, ids: frozenset[str]) -> Players:
        """Without these games, and without players who have none left."""
        left = (replace(one, games=tuple(g for g in one.games if g.id not in ids)) for one in self.players)
        return replace(self, players=tuple(one for one in left if one.games))

    def in_order(self) -> Players:
        """By the date of the first game, then by name; games by date: wherever they were put back."""
        players = (replace(one, games=tuple(sorted(one.games, key=_date))) for one in self.players)
        return replace(self, players=tuple(sorted(players, key=_came)))


def _date(game: Game) -> str:
    return game.date


def _came(player: Player) -> tuple[str, str]:
    return (player.games[0].date if player.games else "", player.name)


def read_players(path: Path) -> Players:
    """The players in a file; none when there is no file yet.

    Raises Problem (file-…, json-broken, players-newer, players-spec).
    """
    with naming(path):
        try:
            content = files.read(path, _FILE)
        except Problem as problem:
            if problem.id == "file-missing":
                return Players()
            raise
        plain = from_json(content, path.name)
        _bytes(plain)
        return _players(plain)


def update_players(path: Path, change: Callable[[Players], Players]) -> Players:
    """What `change` makes of the file as it is now, written back in one move. After a Problem the file is as
    it was."""
    with naming(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Problem("file-unwritable", detail=str(error)) from error
        with _alone(path):
            now = change(read_players(path))
            plain = _plain(now)
            _players(plain)  # what could not be read again is not written
            content = _bytes(plain)
            if len(content) > _FILE:
                raise Problem("file-too-big", size=len(content), limit=_FILE)
            files.replace(path, content)
    return now


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody else updates meanwhile. A lock whose owner died is taken after a while; one that stays held is
    passed, since a game that is not kept is worse than the small chance that two write at once."""
    lock = path.with_name(f".{path.name}.lock")
    end = time.monotonic() + _PATIENCE
    held = False
    while not held and time.monotonic() < end:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            held = True
        except FileExistsError:
            with suppress(OSError):
                if time.time() - lock.stat().st_mtime > _STALE:
                    lock.unlink()
            time.sleep(_NAP)
        except OSError as error:
            raise Problem("file-unwritable", detail=str(error)) from error
    try:
        yield
    finally:
        if held:
            with suppress(OSError):
                lock.unlink()


def _bytes(plain: object) -> bytes:
    """As it is written; what is read must be fit to be written again (1e400 and half characters are not)."""
    try:
        return to_json(plain)
    except (ValueError, RecursionError) as error:
        raise Problem("players-spec", detail=str(error)[:200]) from error


# -- plain values ------------------------------------------------------------------------------------


def _players(plain: object) -> Players:
    whole = _mapping(plain)
    version = whole.pop("version", None)
    if not _whole(version) or version < 1:
        raise _odd("version", version)
    if version > VERSION:
        raise Problem("players-newer", version=version, known=VERSION)
    players = tuple(_player(one) for one in _list(whole, "players", _PLAYERS))
    ids = [game.id for player in players for game in player.games]
    if len({one.name for one in players}) != len(players) or len(set(ids)) != len(ids):
        raise _odd("players", "a name or a game stands twice")
    return Players(players, MappingProxyType(whole))


def _player(plain: object) -> Player:
    whole = _mapping(plain)
    name = _text(whole, "name", NAME_LENGTH)
    if not name or clean_name(name) != name:
        raise _odd("name", name)
    return Player(name, tuple(_game(one) for one in _list(whole, "games", _GAMES)), MappingProxyType(whole))


def _game(plain: object) -> Game:
    whole = _mapping(plain)
    texts = [_text(whole, key, length) for key, length in _GAME_TEXTS.items()]
    seed = _number(whole, "seed", 0, 2**63)
    rounds = tuple(_round(one) for one in _list(whole, "rounds", _ROUNDS))
    if not rounds or not texts[0]:
        raise _odd("rounds", "none")
    return Game(texts[0], texts[1], texts[2], seed, texts[3], rounds, MappingProxyType(whole))


def _round(plain: object) -> Round:
    whole = _mapping(plain)
    return Round(
        _number(whole, "index", 0, _IMAGES - 1),
        _real(whole, "level", -1e6, 1e6),
        _number(whole, "label", 0, 9),
        _said(whole),
        _number(whole, "answer", 0, 9),
        _real(whole, "certainty", 0.0, 1.0),
        MappingProxyType(whole),
    )


def _said(whole: dict[str, Any]) -> int | None:
    """Must be there, and may be null: can't tell."""
    if "said" in whole and whole["said"] is None:
        return whole.pop("said")  # type: ignore[no-any-return]
    return _number(whole, "said", 0, 9)


def clean_name(text: str) -> str:
    """A name as it is kept: no control characters, no spaces at its ends or in a row, not too long; "" if
    nothing is left."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())[:NAME_LENGTH].strip()


def _plain(players: Players) -> dict[str, Any]:
    people = [
        {**one.extra, "name": one.name, "games": [_plain_game(game) for game in one.games]}
        for one in players.players
    ]
    return {**players.extra, "version": VERSION, "players": people}


def _plain_game(game: Game) -> dict[str, Any]:
    rounds = [{**one.extra, **_fields(one)} for one in game.rounds]
    return {**game.extra, **_fields(game), "rounds": rounds}


def _fields(one: Round | Game) -> dict[str, Any]:
    return {name: value for name, value in vars(one).items() if name not in ("extra", "rounds")}


def _names(players: Players) -> set[str]:
    return {one.name for one in players.players}


def _odd(key: str, value: object) -> Problem:
    return Problem("players-spec", detail=f"{key}: {value!r:.100}")


def _mapping(plain: object) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise _odd("an object", plain)
    return dict(plain)


def _list(whole: dict[str, Any], key: str, most: int) -> list[object]:
    found = whole.pop(key, None)
    if not isinstance(found, list) or len(found) > most:
        raise _odd(key, type(found))
    return found


def _text(whole: dict[str, Any], key: str, most: int) -> str:
    found = whole.pop(key, None)
    if not isinstance(found, str) or len(found) > most:
        raise _odd(key, found)
    return found


def _number(whole: dict[str, Any], key: str, low: int, high: int) -> int:
    found = whole.pop(key, None)
    if not _whole(found) or not low <= found <= high:
        raise _odd(key, found)
    return int(found)


def _real(whole: dict[str, Any], key: str, low: float, high: float) -> float:
    found = whole.pop(key, None)
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise _odd(key, found)
    if not math.isfinite(found) or not low <= found <= high:
        raise _odd(key, found)
    return float(found)


def _whole(value: object) -> Any:
    return isinstance(value, int) and not isinstance(value, bool)
