"""The formula of a net of any size with whole vectors: y = W₂·relu(W₁x + b₁) + b₂, sizes below."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.nn.arrays import Shape
from neuroviz.panels.layers.formula.boxes import BOLD, NAME, Box, Press
from neuroviz.panels.layers.formula.typeset import EQUALS, FUNCTION, OPERATOR, VARIABLE
from neuroviz.sims.layers_text import Stage

_MOST_IN_ONE = 9  # stages put into each other; more become lines
_MOST_LINES = 9


@dataclass(frozen=True)
class Whole:
    """What a symbol stands for: stage, and which of its parts: "w", "b", "f"; stage None: x or y."""

    stage: Stage | None
    part: str


def layers_page(press: Press, stages: tuple[Stage, ...], width: float) -> Box:
    """All in one if it can be read, else a line for each weight with its functions."""
    answer = press.glyphs("y", VARIABLE, Whole(None, "y"), NAME)
    if len(stages) <= _MOST_IN_ONE:
        start = press.beside([answer, _equals(press)])
        inside = _nested(press, stages)
        if inside.width <= width - start.width:
            return _with_room(press, press.beside([start, inside]))
    return _with_room(press, _lines(press, stages))


def _with_room(press: Press, box: Box) -> Box:
    """The sizes of the last row are below it."""
    return Box(box.width, box.up, box.down + press.em, box.parts, box.rows)


def _nested(press: Press, stages: tuple[Stage, ...]) -> Box:
    """The last stage around all before it."""
    if not stages:
        return press.glyphs("x", VARIABLE, Whole(None, "x"), NAME)
    *before, stage = stages
    return _stage(press, stage, _nested(press, tuple(before)), bare=_is_bare(before))


def _is_bare(before: list[Stage]) -> bool:
    """What needs no brackets where it is multiplied: a name or a function."""
    return not before or before[-1].sort == "function"


def _stage(press: Press, stage: Stage, inner: Box, *, bare: bool) -> Box:
    head = _head(press, stage)
    if stage.sort == "function":
        return press.beside([head, press.bracketed(inner)])
    held = inner if bare else press.bracketed(inner)
    tail = press.beside([press.glyphs(" + ", OPERATOR), _symbol(press, stage, "b")])
    return press.beside([head, held, tail])


def _head(press: Press, stage: Stage) -> Box:
    if stage.sort == "function":
        return press.glyphs(stage.symbol, FUNCTION, Whole(stage, "f"))
    between = {"affine": "·", "conv": " ∗ ", "scale": "·"}[stage.sort]
    boxes = [_symbol(press, stage, "w"), press.glyphs(between, OPERATOR)]
    if stage.sort == "scale" and stage.symbol == "norm":
        boxes.append(press.glyphs("norm ", FUNCTION, Whole(stage, "f")))
    return press.beside(boxes)


def _symbol(press: Press, stage: Stage, part: str) -> Box:
    """W or b with its number, its size written small below."""
    letter = {"w": "g" if stage.sort == "scale" else "W", "b": "s" if stage.sort == "scale" else "b"}[part]
    tag = Whole(stage, part)
    name = press.beside([
        press.glyphs(letter, VARIABLE, tag, BOLD if part == "w" else NAME),
        press.raised(str(stage.number), VARIABLE, tag, by=-0.35),
    ])  # fmt: skip
    size = size_of(stage, part)
    small = press.raised(size, OPERATOR, tag, by=-2.1)
    wide = max(name.width, small.width)
    parts = (((wide - name.width) / 2, 0.0, name), ((wide - small.width) / 2, 0.0, small))
    return Box(wide, name.up, name.down, parts)


def size_of(stage: Stage, part: str) -> str:
    """How many numbers it is, as rows and columns."""
    n_in, n_out = stage.before[0], stage.after[0]
    if part == "b" or stage.sort == "scale":
        return f"{n_out}"
    size = (n_out, n_in) if stage.sort == "affine" else stage.weights
    return "×".join(map(str, size))


def _lines(press: Press, stages: tuple[Stage, ...]) -> Box:
    """h₁ = f(W₁·x + b₁), h₂ = …; of many the first and the last."""
    groups: list[list[Stage]] = []
    for stage in stages:
        if not groups or stage.sort != "function":
            groups.append([])
        groups[-1].append(stage)
    rows: list[Box] = []
    shown = list(range(len(groups)))
    if len(shown) > _MOST_LINES:
        shown = [*shown[: _MOST_LINES // 2 + 1], -1, *shown[-(_MOST_LINES // 2) :]]
    for k in shown:
        if k < 0:
            rows.append(press.glyphs("⋮", OPERATOR))
            continue
        inner = _value(press, k, groups[k - 1][-1].after if k else groups[0][0].before, last=False)
        for stage in groups[k]:
            first = stage is groups[k][0]
            inner = _stage(press, stage, inner, bare=first)
        name = _value(press, k + 1, groups[k][-1].after, last=k == len(groups) - 1)
        rows.append(press.beside([press.padded(name, press.em * 2.2), _equals(press), inner]))
    return press.stack(rows, press.em * 1.4)


def _value(press: Press, k: int, _shape: Shape, *, last: bool) -> Box:
    if k == 0 or last:
        return press.glyphs("y" if last else "x", VARIABLE, Whole(None, "y" if last else "x"), NAME)
    return press.beside([press.glyphs("h", VARIABLE, None, NAME), press.raised(str(k), VARIABLE, by=-0.35)])


def _equals(press: Press) -> Box:
    return press.beside([press.space(EQUALS), press.glyphs("=", OPERATOR), press.space(EQUALS)])
