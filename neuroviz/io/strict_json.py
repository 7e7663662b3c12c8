"""JSON from outside: no NaN, no key twice, nothing so deep or long that reading it hurts."""

from __future__ import annotations

import json
from typing import Any

from neuroviz.io.problem import Problem

_LONGEST = 20  # digits of a whole number: more has no meaning in any of our files


def from_json(content: bytes, name: str) -> Any:
    """The plain value in UTF-8 JSON text. `name` is for the facts. Raises Problem (json-broken)."""
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_constant=_no_constant,
            parse_int=_whole,
            object_pairs_hook=_once,
        )
    except (ValueError, RecursionError) as error:
        raise Problem("json-broken", name=name, detail=str(error)[:200]) from error


def to_json(plain: Any) -> bytes:
    """UTF-8 JSON with sorted keys; ValueError for NaN or infinity."""
    return json.dumps(plain, sort_keys=True, indent=1, allow_nan=False, ensure_ascii=False).encode()


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found
