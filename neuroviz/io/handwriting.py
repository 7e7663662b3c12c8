"""Handwriting as a file: JSON, one digit a line, strokes and all.

JSON, because strokes are lists of all lengths that arrays would cut up, because a teacher can read and
mend the file with any editor, because two versions can be compared line by line, and because what a newer
program has written into it can be kept. It is larger than an npz (about 4 kB a digit), which does not matter
for what a hand can write.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from neuroviz.data.handwriting import INK_SIZE, POINTS, Entry, Handwriting
from neuroviz.data.ink import Drawing
from neuroviz.data.sheet import Sheet
from neuroviz.io import files
from neuroviz.io.problem import Problem, naming
from neuroviz.io.sheets import (
    PICTURE_KEYS,
    STROKE_KEYS,
    picture_from,
    plain_picture,
    plain_stroke,
    stroke_from,
)
from neuroviz.io.strict_json import from_json

VERSION = 1
KIND = "neuroviz handwriting"
LIMIT = 128 * 2**20  # bytes of a file
ENTRIES = 20_000

_lines: WeakKeyDictionary[Entry, bytes] = WeakKeyDictionary()


def read_handwriting(path: Path) -> Handwriting:
    """The handwriting in a file that `write_handwriting` wrote. Raises Problem; nothing is half read."""
    with naming(path):
        return parsed(files.read(path, LIMIT))


def write_handwriting(hand: Handwriting, path: Path) -> None:
    """Write it so that `read_handwriting` gives it back; the old file stays until the new one is whole.

    Raises Problem (file-unwritable, hand-too-big).
    """
    with naming(path):
        content = written(hand)
        if len(hand) > ENTRIES or len(content) > LIMIT:
            raise Problem("hand-too-big", count=len(hand), limit=ENTRIES)
        files.replace(path, content)


def written(hand: Handwriting) -> bytes:
    """The bytes of the file: a head, then a line for each digit. Lines once written are kept."""
    head = json.dumps({**hand.extra, "kind": KIND, "version": VERSION}, **_PLAIN)[:-1]
    lines = []
    for entry in hand.entries:
        line = _lines.get(entry)
        if line is None:
            line = _lines[entry] = json.dumps(_plain(entry), **_PLAIN).encode()
        lines.append(line)
    return head.encode() + b',"digits":[\n' + b",\n".join(lines) + b"\n]}\n"


def parsed(content: bytes) -> Handwriting:
    """The handwriting in the bytes of a file. Raises Problem."""
    if content.lstrip(_BEFORE)[:1] not in _BEGINS:
        raise Problem("hand-kind")
    plain = from_json(content, "handwriting")
    if not isinstance(plain, Mapping) or plain.get("kind") != KIND:
        raise Problem("hand-kind")
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Problem("hand-broken", detail=f"version {version!r}")
    if version > VERSION:
        raise Problem("hand-newer", version=version, known=VERSION)
    digits = plain.get("digits")
    if not isinstance(digits, list):
        raise Problem("hand-broken", detail="no list of digits")
    if len(digits) > ENTRIES:
        raise Problem("hand-too-big", count=len(digits), limit=ENTRIES)
    try:
        entries = tuple(_entry(one) for one in digits)
    except (ValueError, TypeError, OverflowError) as error:
        raise Problem("hand-broken", detail=str(error)[:200]) from error
    return Handwriting(entries, _rest(plain, ("kind", "version", "digits")))


_BEFORE = b"\xef\xbb\xbf \t\r\n"
_BEGINS = (b"{", b"\0", b"")  # ours; or what is left of it where a disc has failed

_PLAIN: dict[str, Any] = {"allow_nan": False, "ensure_ascii": False, "separators": (",", ":")}


def _plain(entry: Entry) -> dict[str, Any]:
    strokes = entry.sheet.drawing.strokes
    extras = entry.stroke_extra or ({},) * len(strokes)
    return {
        **entry.extra,
        "label": entry.label,
        "strokes": [{**x, **plain_stroke(one)} for one, x in zip(strokes, extras, strict=True)],
        **plain_picture(entry.sheet.picture),
    }


def _entry(plain: Any) -> Entry:
    if not isinstance(plain, Mapping):
        raise ValueError("a digit is not a mapping")
    label, strokes = plain.get("label"), plain.get("strokes")
    if not isinstance(label, int) or isinstance(label, bool) or not isinstance(strokes, list):
        raise ValueError("a digit without its label or its strokes")
    drawing = Drawing(tuple(stroke_from(one, POINTS) for one in strokes))
    extras = tuple(_rest(one, STROKE_KEYS) for one in strokes)
    return Entry(
        Sheet(drawing, picture_from(plain, INK_SIZE)),
        label,
        _rest(plain, ("label", "strokes", *PICTURE_KEYS)),
        extras if any(extras) else (),
    )


def _rest(plain: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """The keys that this version does not know, to be written again."""
    return {key: value for key, value in plain.items() if key not in known}
