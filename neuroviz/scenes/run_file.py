"""A whole training run in one file: a zip archive of run.json, numbers.npy (the parameters and moments of
every kept moment, one behind the other), measured/*.npy, for a task of one's own data/*.npy, and digest.txt:
the SHA-256 of all others, for a run is whole only with the log, the moments and the curves that it had.

JSON for what a person may want to read, arrays for what is long; nothing in it is evaluated or unpickled.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.io import files
from neuroviz.io.archive import pack, unpack
from neuroviz.io.npy import from_npy, to_npy
from neuroviz.io.problem import Problem, naming
from neuroviz.io.strict_json import from_json, to_json
from neuroviz.nn.arrays import Array
from neuroviz.scenes.kept_run import KeptRun, OwnData
from neuroviz.scenes.plain import FURTHEST, count, listed, mapping
from neuroviz.scenes.run_parts import (
    log_from,
    moments_from,
    numbers_of,
    plain_log,
    plain_moments,
    plain_recipe,
    recipe_from,
)  # fmt: skip

VERSION = 1
KIND = "neuroviz run"
ENDING = ".nvrun"
_RUN, _NUMBERS = "run.json", "numbers.npy"
_DIGEST = "digest.txt"
_FILE = 256 * 2**20
_UNPACKED = 256 * 2**20
_TEXT = 16 * 2**20  # bytes of run.json
_MOMENTS = 32 * 2**20  # bytes of all moments together: half of it as a file
_OTHERS = 16 * 2**20  # bytes of the moments beside the one where a run that is left stands
_WORDS = 2000  # bytes of one moment in run.json, beside its numbers
_GIVEN = 100_000  # reasons to pause
_ARRAYS = 1000  # of what was measured, and as many of own data: columns of a table
_NAME = re.compile(r"(measured|data)/([a-z][a-z0-9_]{0,39})\.npy")
_KNOWN = frozenset(
    {"kind", "version", "recipe", "log", "head", "step", "moments", "stops", "data", "focus", "given"}
)


def read_run(path: Path, limit: int = _FILE) -> KeptRun:
    """The run in a file that `write_run` wrote, of at most `limit` bytes. Raises Problem (file-…, archive-…,
    array-…, json-broken, run-…); nothing of any size is made before it has been looked at."""
    with naming(path):
        members = unpack(files.read(path, limit), _UNPACKED, 2 * _ARRAYS + 8)
        said = members.pop(_DIGEST, None)  # files of earlier versions have none
        digest = _digest(members)
        for name in (_RUN, _NUMBERS):
            if name not in members:
                raise Problem("run-missing", name=name)
        if len(members[_RUN]) > _TEXT:
            raise Problem("run-too-big", size=len(members[_RUN]), limit=_TEXT)
        plain = from_json(members.pop(_RUN), _RUN)
        if not isinstance(plain, dict) or plain.get("kind") != KIND:
            raise Problem("run-spec", detail="it does not say that it is a run")
        _check_version(plain.get("version"))
        if said is not None and said.strip() != digest:
            raise Problem("run-altered")
        try:
            run = _run(plain, members)
            to_json(dict(run.extra))  # what is kept must be fit to be written again
            return run
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise Problem("run-spec", detail=str(error)[:200]) from error


def write_run(run: KeptRun, path: Path) -> None:
    """Write a run so that `read_run` gives an equal one; the old file stays until the new one is whole.

    Of the moments as many are written as find room. Raises Problem (file-unwritable; run-too-big and
    run-columns for what could not be read again). ValueError for a run that is none.
    """
    with naming(path):
        files.replace(path, pack(_sealed(_members(run.thinned(_MOMENTS)))))


def write_left(run: KeptRun, path: Path, limit: int) -> None:
    """Write a run that is left, quickly and in at most `limit` bytes: the moment it stands at, and of the
    others as many as find room beside all the rest. Raises what `write_run` raises."""
    with naming(path):
        members = _members(run.alone())
        room = limit - sum(map(len, members.values()))
        if room >= 0:
            held = 0 if run.standing is None else run.standing.nbytes
            room -= len(run.moments) * _WORDS
            members = _members(run.thinned(held + max(0, min(_OTHERS, room))))
        content = pack(_sealed(members), 1 if room < 0 else 0)
        if len(content) > limit:
            raise Problem("run-too-big", size=len(content), limit=limit)
        files.replace(path, content)


def _members(run: KeptRun) -> dict[str, bytes]:
    """The parts of the archive."""
    plain: dict[str, Any] = {
        **run.extra, "kind": KIND, "version": VERSION, "recipe": plain_recipe(run.recipe),
        "log": plain_log(run.log), "head": run.head, "step": run.step,
        "moments": plain_moments(run.moments), "stops": dict(run.stops),
        "data": None if run.own is None else dict(run.own.info),
        "focus": run.focus, "given": [dict(one) for one in run.given],
    }  # fmt: skip
    members = {_RUN: to_json(plain), _NUMBERS: to_npy(_numbers(run))}
    own = {} if run.own is None else run.own.arrays
    if len(own) > _ARRAYS:
        raise Problem("run-columns", count=len(own), limit=_ARRAYS)
    for folder, arrays in (("measured", run.measured), ("data", own)):
        members |= {f"{folder}/{name}.npy": to_npy(values) for name, values in arrays.items()}
    size = sum(map(len, members.values()))
    if size > _UNPACKED or len(members[_RUN]) > _TEXT:
        raise Problem("run-too-big", size=size, limit=_UNPACKED)
    return members


def _sealed(members: dict[str, bytes]) -> dict[str, bytes]:
    """With the digest that says they belong together; what could not be read again is not written."""
    _run(from_json(members[_RUN], _RUN), {name: one for name, one in members.items() if name != _RUN})
    return {**members, _DIGEST: _digest(members)}


def _digest(members: Mapping[str, bytes]) -> bytes:
    """Of names and contents, whatever their order in the archive."""
    digest = hashlib.sha256()
    for name in sorted(members):
        digest.update(f"{name}\n{len(members[name])}\n".encode())
        digest.update(members[name])
    return digest.hexdigest().encode()


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Problem("run-spec", detail=f"version {version!r}")
    if version > VERSION:
        raise Problem("run-newer", version=version, known=VERSION)


def _run(plain: Mapping[str, Any], members: Mapping[str, bytes]) -> KeptRun:
    """Words before numbers, and their sizes before anything of that size is made."""
    draft = recipe_from(mapping(plain.get("recipe"), "recipe"))
    head = count(plain, "head", 0, FURTHEST)
    step = count(plain, "step", 0, head)
    log = log_from(plain.get("log"), head)
    rows = from_npy(members[_NUMBERS], _NUMBERS)
    if rows.dtype != np.float32 or rows.ndim != 1:
        raise Problem("array-type", name=_NUMBERS, type=str(rows.dtype))
    numbers = _Numbers(rows)
    start = numbers.take(draft.n_values) if draft.has_start else None
    recipe = draft.recipe(start)
    moments = moments_from(plain.get("moments"), recipe, head, numbers.take)
    numbers.end()
    arrays = _arrays(members)
    data = plain.get("data")
    own = None if data is None else OwnData(arrays["data"], mapping(data, "data"))
    extra = {key: value for key, value in plain.items() if key not in _KNOWN}
    stops = mapping(plain.get("stops"), "stops")
    focus = count({"focus": 0, **plain}, "focus", 0, FURTHEST)
    given = tuple(mapping(one, "given") for one in listed({"given": [], **plain}, "given", _GIVEN))
    return KeptRun(recipe, log, head, step, moments, stops, arrays["measured"], own, extra, focus, given)


def _numbers(run: KeptRun) -> Array:
    start = run.recipe.start
    parts = [] if start is None else [start]
    return np.concatenate([*parts, *numbers_of(run.moments), np.empty(0, np.float32)]).astype(np.float32)


class _Numbers:
    """A long row, handed out piece by piece."""

    def __init__(self, row: Array) -> None:
        self._row, self._at = row, 0

    def take(self, n: int) -> Array:
        """The next n."""
        piece = self._row[self._at : self._at + n]
        if len(piece) < n:
            raise ValueError(f"{len(self._row)} numbers are too few")
        self._at += n
        return piece

    def end(self) -> None:
        """There must be none left."""
        if self._at != len(self._row):
            raise ValueError(f"{len(self._row)} numbers where {self._at} are needed")


def _arrays(members: Mapping[str, bytes]) -> dict[str, dict[str, Array]]:
    found: dict[str, dict[str, Array]] = {"measured": {}, "data": {}}
    for name, content in members.items():
        if fit := _NAME.fullmatch(name):
            found[fit[1]][fit[2]] = from_npy(content, name)
    if max(map(len, found.values())) > _ARRAYS:
        raise ValueError("too many arrays")
    return found
