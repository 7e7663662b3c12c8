"""Sheets of paper as plain JSON values and back: strokes as lists of numbers, pictures as base64 text."""

from __future__ import annotations

import base64
import binascii
import math
from typing import Any

import numpy as np

from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.sheet import Picture, Sheet
from neuroviz.io.problem import Problem

MOST_POINTS = 200_000
_LARGEST_PICTURE = 512  # pixels of a side


def plain_sheet(sheet: Sheet) -> dict[str, Any]:
    """What `sheet_from` reads."""
    plain: dict[str, Any] = {"strokes": plain_drawing(sheet.drawing)}
    if sheet.picture is not None:
        plain["picture"] = base64.b64encode(sheet.picture.tobytes()).decode("ascii")
        plain["side"] = len(sheet.picture)
    if sheet.label is not None:
        plain["label"] = sheet.label
    return plain


def plain_drawing(drawing: Drawing) -> list[dict[str, Any]]:
    """One object a stroke: x and y by turns, the width, whether it erases, the pressures if there are any."""
    return [
        {"points": [value for point in stroke.points for value in point], "width": stroke.width}
        | ({"erase": True} if stroke.erase else {})
        | ({"pressure": list(stroke.pressure)} if stroke.pressure else {})
        for stroke in drawing.strokes
    ]


def sheet_from(plain: Any) -> Sheet:
    """The sheet of a plain value. Raises Problem (sheet-broken) for anything that is none."""
    found = _object(plain)
    label = found.get("label")
    if label is not None and (isinstance(label, bool) or not isinstance(label, int) or not 0 <= label <= 9):
        raise Problem("sheet-broken", detail=f"label {label!r:.40}")
    picture = _picture(found) if "picture" in found else None
    return Sheet(drawing_from(found.get("strokes", [])), picture, label if picture is not None else None)


def drawing_from(plain: Any) -> Drawing:
    """The drawing of a plain value. Raises Problem (sheet-broken) for anything that is none."""
    if not isinstance(plain, list):
        raise Problem("sheet-broken", detail="strokes are no list")
    strokes = tuple(_stroke(one) for one in plain)
    if sum(len(stroke.points) for stroke in strokes) > MOST_POINTS:
        raise Problem("sheet-broken", detail=f"more than {MOST_POINTS} points")
    return Drawing(strokes)


def _stroke(plain: Any) -> Stroke:
    found = _object(plain)
    numbers, pressure = _numbers(found.get("points")), _numbers(found.get("pressure", []))
    width = _numbers([found.get("width", 0.08)])[0]
    try:
        points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
        return Stroke(points, width, found.get("erase", False) is True, tuple(pressure))
    except ValueError as error:
        raise Problem("sheet-broken", detail=str(error)[:200]) from error


def _numbers(plain: Any) -> list[float]:
    if not isinstance(plain, list) or len(plain) > 2 * MOST_POINTS:
        raise Problem("sheet-broken", detail="no list of numbers")
    good = all(isinstance(n, int | float) and not isinstance(n, bool) and abs(n) < 1e9 for n in plain)
    if not good or not all(math.isfinite(n) for n in plain):
        raise Problem("sheet-broken", detail="a number that is none")
    return [float(n) for n in plain]


def _picture(found: dict[str, Any]) -> Picture:
    side, text = found.get("side"), found["picture"]
    if isinstance(side, bool) or not isinstance(side, int) or not 1 <= side <= _LARGEST_PICTURE:
        raise Problem("sheet-broken", detail=f"side {side!r:.40}")
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise Problem("sheet-broken", detail=str(error)[:200]) from error
    if len(content) != side * side:
        raise Problem("sheet-broken", detail=f"{len(content)} bytes for {side} x {side}")
    return np.frombuffer(content, np.uint8).reshape(side, side)


def _object(plain: Any) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise Problem("sheet-broken", detail=f"{type(plain).__name__} instead of an object")
    return plain
