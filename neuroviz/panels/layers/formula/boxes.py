"""Boxes: a small typesetter. Glyphs and brackets in boxes with a baseline, side by side or in rows.

After D. Knuth, "The TeXbook", 1984, chapters 11 and 12: what is set knows its width, and how far it reaches
above and below its baseline; brackets grow with what they hold, about the axis of the formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from neuroviz.ui.theme import Theme

BODY, NAME, BOLD, SMALL = "body", "name", "bold", "small"
_TALL = 6
"""Rows above which a stack hangs from its first row: its middle may be out of sight."""


class Glyphs(NamedTuple):
    """Some characters; role: what they are, for their colour; tag: what they stand for."""

    text: str
    font: str
    role: str
    tag: object = None


class Bracket(NamedTuple):
    """A round bracket as high as its box."""

    left: bool


class Box(NamedTuple):
    """width, and how far it reaches above (up) and below (down) the baseline; parts with their offsets:
    glyphs, brackets, other boxes.
    """

    width: float
    up: float
    down: float
    parts: tuple[tuple[float, float, Any], ...] = ()
    rows: int = 1



class Mark(NamedTuple):
    """Something at its place on the page: x and baseline for glyphs, the whole rectangle for both."""

    part: Glyphs | Bracket
    x: float
    y: float
    rect: QRectF


class Press:
    """The fonts at one size, with their measures, which are asked for once."""

    def __init__(self, look: Theme, scale: float = 1.0) -> None:
        self.look = look
        name = look.font(scale)
        name.setItalic(True)
        small = look.font(scale, tabular=True)
        small.setPointSizeF(small.pointSizeF() * 0.7)
        self.fonts: dict[str, QFont] = {
            BODY: look.font(scale, tabular=True), NAME: name,
            BOLD: look.font(scale, QFont.Weight.DemiBold), SMALL: small,
        }  # fmt: skip
        self._metrics = {key: QFontMetricsF(font) for key, font in self.fonts.items()}
        self._widths: dict[tuple[str, str], float] = {}
        body = self._metrics[BODY]
        self.em = body.horizontalAdvance("m")
        self.up, self.down = body.ascent() * 0.92, body.descent()
        self.axis = body.xHeight() * 0.62
        self.gap = round(body.height() * 0.22)

    def width(self, text: str, font: str) -> float:
        """How wide some characters are."""
        key = text, font
        if key not in self._widths:
            self._widths[key] = self._metrics[font].horizontalAdvance(text)
        return self._widths[key]

    def glyphs(self, text: str, role: str, tag: object = None, font: str = BODY) -> Box:
        """One run of characters."""
        return Box(self.width(text, font), self.up, self.down, ((0.0, 0.0, Glyphs(text, font, role, tag)),))

    def raised(self, text: str, role: str, tag: object = None, *, by: float) -> Box:
        """Small characters, `by` of an x-height above the baseline (below, if negative)."""
        dy = -by * self._metrics[BODY].xHeight()
        return Box(self.width(text, SMALL), self.up, self.down, ((0.0, dy, Glyphs(text, SMALL, role, tag)),))

    def space(self, share: float) -> Box:
        """Nothing, `share` of an em wide."""
        return Box(share * self.em, self.up, self.down)

    def beside(self, boxes: Sequence[Box]) -> Box:
        """In one row, on one baseline."""
        x, up, down, rows = 0.0, self.up, self.down, 1
        parts: list[tuple[float, float, Any]] = []
        for box in boxes:
            single = box.parts[0] if len(box.parts) == 1 else None
            if single is not None and isinstance(single[2], Glyphs):  # one level less to go down later
                parts.append((x + single[0], single[1], single[2]))
            elif box.parts:
                parts.append((x, 0.0, box))
            x += box.width
            up, down, rows = max(up, box.up), max(down, box.down), max(rows, box.rows)
        return Box(x, up, down, tuple(parts), rows)

    def stack(self, rows: Sequence[Box], gap: float | None = None) -> Box:
        """Below each other, their left edges in line; the baseline is such that the middle is on the axis."""
        if len(rows) == 1:
            return rows[0]
        gap = self.gap if gap is None else gap
        y, placed = 0.0, []
        for box in rows:
            y += box.up
            placed.append((y, box))
            y += box.down + gap
        high = y - gap
        count = sum(box.rows for box in rows)
        base = high / 2 + self.axis if count <= _TALL else placed[0][0]
        parts = tuple((0.0, at - base, box) for at, box in placed)
        return Box(max(box.width for box in rows), base, high - base, parts, count)

    def padded(self, box: Box, width: float, *, right: bool = True) -> Box:
        """At least so wide; right: the box stands at the right of the room."""
        if box.width >= width:
            return box
        return Box(width, box.up, box.down, ((width - box.width if right else 0.0, 0.0, box),), box.rows)

    def bracketed(self, box: Box) -> Box:
        """Within round brackets as high as it is."""
        wide = self.bracket_width(box)
        down = max(box.down, self.down)
        side = [Box(wide, box.up, down, ((0.0, 0.0, Bracket(left)),), box.rows) for left in (True, False)]
        return self.beside((side[0], box, side[1]))

    def bracket_width(self, box: Box) -> float:
        """A higher bracket is a little wider."""
        return self.em * (0.36 if box.rows == 1 else 0.5)


def marks(box: Box, x: float, y: float, press: Press) -> Iterator[Mark]:
    """All that is to be painted, when the box's baseline begins at (x, y)."""
    for dx, dy, part in box.parts:
        if isinstance(part, Box):
            yield from marks(part, x + dx, y + dy, press)
        elif isinstance(part, Glyphs):
            wide = press.width(part.text, part.font)
            yield Mark(part, x + dx, y + dy, QRectF(x + dx, y + dy - press.up, wide, press.up + press.down))
        else:
            yield Mark(part, x + dx, y + dy, QRectF(x + dx, y - box.up, box.width, box.up + box.down))
