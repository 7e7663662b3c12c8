"""Cuts as plain JSON values and back; what makes no sense in a file is passed over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from neuroviz.sims.cuts import BOOST, CLAMP, EDIT, LARGEST, OFF, Cut, Cuts, Edit

_NETS, _CUTS, _NUMBERS = 20, 200, 5000  # more than this is not kept for the next time


def to_plain(cuts: Mapping[str, Cuts]) -> dict[str, Any]:
    """By the net's name: those of the latest nets, unless they are too many."""
    found = {}
    for name, own in list(cuts.items())[-_NETS:]:
        size = sum(len(cut.units) + 4 * len(cut.edits) for cut in own)
        if own and len(own) <= _CUTS and size <= _NUMBERS:
            found[name] = [_plain(cut) for cut in own]
    return found


def from_plain(plain: object) -> dict[str, Cuts]:
    """What `to_plain` gave; whether the cuts fit their net is asked later."""
    if not isinstance(plain, Mapping):
        return {}
    found: dict[str, Cuts] = {}
    for name, own in list(plain.items())[:_NETS]:
        if isinstance(name, str) and isinstance(own, list):
            cuts = [cut for one in own[:_CUTS] if (cut := _cut(one)) is not None]
            if cuts:
                found[name] = tuple(cuts)
    return found


def _plain(cut: Cut) -> dict[str, Any]:
    return {
        "block": cut.block, "kind": cut.kind, "units": list(cut.units), "value": cut.value,
        "edits": [list(edit) for edit in cut.edits], "active": cut.active,
    }  # fmt: skip


def _cut(plain: object) -> Cut | None:
    if not isinstance(plain, Mapping):
        return None
    block, kind, units = plain.get("block"), plain.get("kind"), plain.get("units")
    value, edits, active = plain.get("value"), plain.get("edits"), plain.get("active")
    if not _whole(block) or kind not in (OFF, CLAMP, BOOST, EDIT) or not isinstance(active, bool):
        return None
    if not isinstance(units, list) or not all(map(_whole, units)) or not _real(value):
        return None
    if not isinstance(edits, list) or not all(map(_is_edit, edits)):
        return None
    made: tuple[Edit, ...] = tuple((e[0], e[1], e[2], float(e[3])) for e in edits)
    return Cut(int(str(block)), kind, tuple(units), float(str(value)), made, active)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _real(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(float(str(value))) and abs(float(str(value))) <= LARGEST


def _is_edit(plain: object) -> bool:
    if not isinstance(plain, list) or len(plain) != 4:
        return False
    layer, name, place, value = plain
    return _whole(layer) and isinstance(name, str) and _whole(place) and _real(value)
