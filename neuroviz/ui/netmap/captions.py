"""What stands over the layers of a map: as much as there is room for, and where there is none, not each."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF

from neuroviz.ui.netmap.model import Caption, MapModel
from neuroviz.ui.netview import backdrop, words
from neuroviz.ui.theme import Theme

_MANY = 30  # layers; so many cannot all have captions


def fonts(look: Theme) -> tuple[QFont, QFont]:
    """Of the title, and of the lines under it."""
    return backdrop.caption_font(look, 0), backdrop.caption_font(look, 1)


def widths(model: MapModel, look: Theme, room: float) -> list[float]:
    """The width that each stage wants for its caption; as long as fits side by side."""
    wanted: list[float] = []
    for brevity in range(3):
        wanted = [_width(_lines(model, i, brevity), look) for i in range(len(model.stages))]
        if sum(wanted) <= room:
            break
    return wanted


def captions(model: MapModel, look: Theme, width: float) -> list[Caption]:
    """Those that are to be drawn, left to right, without meeting each other."""
    if not model.captions:
        model.captions += _found(model, look, width)
    return model.captions


def _found(model: MapModel, look: Theme, width: float) -> list[Caption]:
    middles = {i: middle for i in model.seen() if (middle := _middle(model, i, width)) is not None}
    found: list[Caption] = []
    for brevity in range(3 if len(middles) <= _MANY else 0):
        found = [Caption(middle, _lines(model, i, brevity)) for i, middle in middles.items()]
        found = _pushed(found, look, width)
        if _apart(found, look):
            return found
    return _thinned(model, middles, look, width)


def _lines(model: MapModel, i: int, brevity: int) -> tuple[str, ...]:
    brevity = 2 if i in model.folded else brevity
    last, stage = i == model.last and i > 0, model.stages[i]
    *head, third = words.caption(model.net, stage, last=last, brevity=brevity)
    if brevity == 0 and stage.start >= 0:
        parts = [words.NAMES[kind] for kind in words.chain(model.net, stage)]
        third = ", ".join([*parts, third] if third else parts)
    return (*head, third)


def _middle(model: MapModel, i: int, width: float) -> float | None:
    """Of the part of a block that is seen; None when that is next to nothing."""
    block = model.blocks[i]
    left, right = max(block.x, 0.0), min(block.x + block.width, width)
    return (left + right) / 2 if right > left else None


def _width(lines: tuple[str, ...], look: Theme) -> float:
    title, rest = (QFontMetricsF(font) for font in fonts(look))
    parts = [title.horizontalAdvance(lines[0]), *(rest.horizontalAdvance(line) for line in lines[1:])]
    return max(parts) + look.space(3)


def _apart(found: list[Caption], look: Theme) -> bool:
    spans = [(one.middle, _width(one.lines, look) / 2) for one in found]
    return all(b - a >= p + q for (a, p), (b, q) in pairwise(spans))


def _pushed(found: list[Caption], look: Theme, width: float) -> list[Caption]:
    """At the edges, words stay inside."""
    pushed = []
    for one in found:
        half = _width(one.lines, look) / 2
        pushed.append(Caption(min(max(one.middle, half), max(half, width - half)), one.lines))
    return pushed


def _thinned(model: MapModel, middles: dict[int, float], look: Theme, width: float) -> list[Caption]:
    """First and last, and between them by number those that have room."""
    text = QCoreApplication.translate("NetMap", "layer {i}")
    found: list[Caption] = []
    ends = [i for i in (0, model.last) if i in middles]
    found += _pushed([Caption(middles[i], _lines(model, i, 2)) for i in ends], look, width)
    taken = [(one.middle, _width(one.lines, look) / 2) for one in found]
    for i, place in middles.items():
        if i in ends or any(abs(place - at) < half for at, half in taken[-1:]):
            continue
        stage = model.stages[i]
        lines = (text.format(i=f"{i:,}"), *words.caption(model.net, stage, last=False, brevity=2)[1:])
        half = _width(lines, look) / 2
        middle = min(max(place, half), width - half)
        if all(abs(middle - at) >= half + other for at, other in taken):
            taken.append((middle, half))
            found.append(Caption(middle, lines))
    return found
