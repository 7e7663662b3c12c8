"""Sheets of paper as plain JSON values and back: strokes as lists of numbers, pictures as base64 text."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np

from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.mnist import N_TEST
from neuroviz.data.sheet import Picture, Sheet
from neuroviz.io.problem import Problem

STROKE_KEYS = ("points", "width", "erase", "pressure")
PICTURE_KEYS = ("picture", "side")

_MOST_POINTS = 200_000
_LARGEST_PICTURE = 512  # pixels of a side
_FAR = 1e9


def plain_sheet(sheet: Sheet) -> dict[str, Any]:
    """What `sheet_from` reads."""
    plain = {"strokes": [plain_stroke(one) for one in sheet.drawing.strokes], **plain_picture(sheet.picture)}
    known = {"label": sheet.label, "number": sheet.number}
    return {**plain, **{name: value for name, value in known.items() if value is not None}}


def sheet_from(plain: Any) -> Sheet:
    """The sheet of a plain value. Raises Problem (sheet-broken) for anything that is none."""
    try:
        return _sheet(_object(plain))
    except ValueError as error:
        raise Problem("sheet-broken", detail=str(error)[:200]) from error


def plain_stroke(stroke: Stroke) -> dict[str, Any]:
    """What `stroke_from` reads: x and y by turns, the width, and what is not usual."""
    plain: dict[str, Any] = {"width": stroke.width, "points": [c for point in stroke.points for c in point]}
    if stroke.erase:
        plain["erase"] = True
    if stroke.pressure:
        plain["pressure"] = list(stroke.pressure)
    return plain


def stroke_from(plain: Any, most: int) -> Stroke:
    """The stroke of a plain value, of at most so many points. ValueError for anything that is none."""
    found = _object(plain)
    points = _numbers(found.get("points"), 2 * most)
    pressure = _numbers(found.get("pressure", []), most)
    width, erase = _numbers([found.get("width")], 1)[0], found.get("erase", False)
    if len(points) % 2 or not isinstance(erase, bool):
        raise ValueError("a stroke without whole points")
    return Stroke(tuple(zip(points[::2], points[1::2], strict=True)), width, erase, tuple(pressure))


def plain_picture(picture: Picture | None) -> dict[str, Any]:
    """What `picture_from` reads; nothing for None."""
    if picture is None:
        return {}
    return {"side": len(picture), "picture": base64.b64encode(picture.tobytes()).decode("ascii")}


def picture_from(plain: Mapping[str, Any], largest: int) -> Picture | None:
    """The picture (n, n) in an object, read-only, n at most `largest`. ValueError for one that is broken."""
    side, text = plain.get("side"), plain.get("picture")
    if text is None:
        return None
    if not isinstance(side, int) or isinstance(side, bool) or not 1 <= side <= largest:
        raise ValueError(f"a picture with the side {side!r:.40}")
    if not isinstance(text, str):
        raise ValueError("a picture that is no text")
    content = base64.b64decode(text, validate=True)
    if len(content) != side * side:
        raise ValueError(f"{len(content)} bytes for a picture of {side} x {side}")
    return np.frombuffer(content, np.uint8).reshape(side, side)


def _sheet(found: Mapping[str, Any]) -> Sheet:
    strokes = found.get("strokes", [])
    label, number = _below(found, "label", 10), _below(found, "number", N_TEST)
    if not isinstance(strokes, list):
        raise ValueError("strokes are no list")
    drawing = Drawing(tuple(stroke_from(one, _MOST_POINTS) for one in strokes))
    if drawing.n_points > _MOST_POINTS:
        raise ValueError(f"more than {_MOST_POINTS} points")
    picture = picture_from(found, _LARGEST_PICTURE)
    if picture is None:
        return Sheet(drawing)
    return Sheet(drawing, picture, label, number)


def _below(found: Mapping[str, Any], name: str, limit: int) -> int | None:
    """A whole number from 0 to below `limit`, or None where there is none. ValueError for anything else."""
    value = found.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < limit:
        raise ValueError(f"{name} {value!r:.40}")
    return value


def _object(plain: Any) -> Mapping[str, Any]:
    if not isinstance(plain, Mapping):
        raise ValueError(f"{type(plain).__name__} instead of an object")
    return plain


def _numbers(plain: Any, most: int) -> list[float]:
    if not isinstance(plain, list) or len(plain) > most:
        raise ValueError("not a list of numbers, or an endless one")
    for one in plain:
        if isinstance(one, bool) or not isinstance(one, int | float) or not abs(one) < _FAR:
            raise ValueError(f"{str(one)[:20]!r} is not a number")
    return [float(one) for one in plain]
