"""The names that the visitor has given to units, by the net they belong to: one JSON file.

A net is known by its digest, so that names stay with it whatever it is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from neuroviz.io import files
from neuroviz.io.players import clean_name
from neuroviz.io.problem import Problem, naming
from neuroviz.io.strict_json import from_json, to_json

VERSION = 1
_FILE = 4 * 2**20
_NETS, _UNITS, _LARGEST = 2000, 20_000, 10_000_000

Names = Mapping[tuple[int, int], str]
"""Names by layer (its place among the net's layers) and unit."""

All = Mapping[str, Names]
"""Names by a net's digest."""


def with_name(names: All, digest: str, layer: int, unit: int, text: str) -> All:
    """`names` with one unit called `text`, cleaned; "" takes its name away."""
    own, text = dict(names.get(digest, {})), clean_name(text)
    if text:
        own[layer, unit] = text
    else:
        own.pop((layer, unit), None)
    changed = dict(names) | {digest: MappingProxyType(own)}
    if not own:
        del changed[digest]
    return MappingProxyType(changed)


def read_names(path: Path) -> All:
    """The names in a file; none when there is no file yet.

    Raises Problem (file-…, json-broken, names-newer, names-spec).
    """
    with naming(path):
        try:
            content = files.read(path, _FILE)
        except Problem as problem:
            if problem.id == "file-missing":
                return MappingProxyType({})
            raise
        return _names(from_json(content, path.name))


def write_names(path: Path, names: All) -> None:
    """Put them in their place in one move; after a Problem the file is as it was."""
    plain = {
        "version": VERSION,
        "nets": {
            digest: {f"{layer}.{unit}": text for (layer, unit), text in own.items()}
            for digest, own in names.items()
        },
    }
    with naming(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Problem("file-unwritable", detail=str(error)) from error
        _names(plain)  # what could not be read again is not written
        files.replace(path, to_json(plain))


def _names(plain: object) -> All:
    if not isinstance(plain, dict):
        raise _odd("it is no object")
    version = plain.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise _odd(f"version {version!r}")
    if version > VERSION:
        raise Problem("names-newer", version=version, known=VERSION)
    nets = plain.get("nets")
    if not isinstance(nets, dict) or len(nets) > _NETS:
        raise _odd("nets")
    return MappingProxyType({_digest(digest): _own(own) for digest, own in nets.items()})


def _own(plain: Any) -> Names:
    if not isinstance(plain, dict) or len(plain) > _UNITS:
        raise _odd("the units of a net")
    found = {}
    for key, text in plain.items():
        if not isinstance(text, str) or not text or clean_name(text) != text:
            raise _odd(f"the name {text!r}")
        found[_place(key)] = text
    return MappingProxyType(found)


def _place(key: str) -> tuple[int, int]:
    parts = key.split(".")
    if len(parts) != 2 or not all(p.isascii() and p.isdigit() and len(p) < 9 for p in parts):
        raise _odd(f"the unit {key!r}")
    layer, unit = int(parts[0]), int(parts[1])
    if max(layer, unit) > _LARGEST or f"{layer}.{unit}" != key:
        raise _odd(f"the unit {key!r}")
    return layer, unit


def _digest(text: str) -> str:
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise _odd(f"the net {text[:80]!r}")
    return text


def _odd(detail: str) -> Problem:
    return Problem("names-spec", detail=detail[:200])
