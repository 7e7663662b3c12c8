"""Plain values from a file, each looked at before it is used; what is wrong with one is a ValueError."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

FURTHEST = 2**53
"""The largest number of a step: beyond it, programs that know floats alone would confuse two steps."""


def mapping(plain: object, name: str = "an object") -> dict[str, Any]:
    """A copy, from which what is known can be taken out."""
    if not isinstance(plain, dict):
        raise odd(name, plain)
    return dict(plain)


def listed(whole: Mapping[str, Any], key: str, most: int) -> list[Any]:
    """A list of at most so many."""
    found = whole.get(key)
    if not isinstance(found, list) or len(found) > most:
        raise odd(key, found)
    return found


def text(whole: Mapping[str, Any], key: str, most: int) -> str:
    """At most so many letters, none of them half a character."""
    found = whole.get(key)
    if not isinstance(found, str) or len(found) > most or not found.isprintable():
        raise odd(key, found)
    return found


def count(whole: Mapping[str, Any], key: str, low: int, high: int) -> int:
    """A whole number between the limits."""
    found = whole.get(key)
    if isinstance(found, bool) or not isinstance(found, int) or not low <= found <= high:
        raise odd(key, found)
    return found


def real(whole: Mapping[str, Any], key: str, low: float, high: float) -> float:
    """A finite number between the limits."""
    found = whole.get(key)
    if isinstance(found, bool) or not isinstance(found, int | float) or not low <= found <= high:
        raise odd(key, found)
    if not math.isfinite(found):
        raise odd(key, found)
    return float(found)


def truth(whole: Mapping[str, Any], key: str) -> bool:
    """True or False."""
    found = whole.get(key)
    if not isinstance(found, bool):
        raise odd(key, found)
    return found


def odd(key: str, value: object) -> ValueError:
    """What to raise."""
    return ValueError(f"{key}: {value!r:.100}")


# -- random states -----------------------------------------------------------------------------------

_BITS = 128


def generator_from(plain: object) -> dict[str, Any]:
    """The state of a NumPy PCG64, as `plain_generator` wrote it, fit to be set."""
    whole = mapping(plain, "generator")
    if whole.get("kind") != "PCG64":
        raise odd("generator", whole.get("kind"))
    state, inc = (_hex(whole, key) for key in ("state", "inc"))
    if inc % 2 == 0:
        raise odd("inc", inc)
    return {
        "bit_generator": "PCG64", "state": {"state": state, "inc": inc},
        "has_uint32": count(whole, "has_uint32", 0, 1), "uinteger": count(whole, "uinteger", 0, 2**32 - 1),
    }  # fmt: skip


def plain_generator(state: Mapping[str, Any]) -> dict[str, Any]:
    """JSON values; numbers of 128 bits as hexadecimal text, since few readers of JSON know such numbers."""
    if state["bit_generator"] != "PCG64":
        raise odd("generator", state["bit_generator"])
    inner = state["state"]
    return {
        "kind": "PCG64", "state": f"{inner['state']:x}", "inc": f"{inner['inc']:x}",
        "has_uint32": int(state["has_uint32"]), "uinteger": int(state["uinteger"]),
    }  # fmt: skip


def _hex(whole: Mapping[str, Any], key: str) -> int:
    digits = text(whole, key, _BITS // 4)
    if not digits or set(digits) - set("0123456789abcdef"):
        raise odd(key, digits)
    return int(digits, 16)
