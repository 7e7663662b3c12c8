"""Places: where everything in the picture of a stack stands, and what a hand finds where. Pure geometry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from neuroviz.panels.training.net.scene import INPUT, Scene
from neuroviz.scenes.blocks import FIELDS, is_function
from neuroviz.ui.theme import Theme

ROWS = ("number", "window", "function", "start", "signal", "gradient", "parameters", "multiply_adds")
_SPARED = ("multiply_adds", "start", "parameters")
"""Rows that are left out first where there is no room; the column's tip and the form still say them."""

_ROW, _HEAD, _RAIL, _LEAST_FACE = 5.5, 9.5, 5.5, 20.0  # steps of 4 px
_GOOD_FACE = 34.0  # for less, rows are left out
_NARROW, _WIDE = (13.0, 17.0), 64.0  # columns of numbers in a row, of pictures; the widest
_HEADINGS = 24.0  # the first column, in which the rows have their names
_SIDE = 1.5


@dataclass(frozen=True)
class Zone:
    """Something that can be clicked: what it does, to which block (or gap), and to which of its numbers."""

    rect: QRectF
    what: str
    block: int
    field: str = ""


@dataclass(frozen=True)
class Column:
    """The place of a block, or of the input."""

    block: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Of its width."""
        return self.x + self.width / 2

    @property
    def right(self) -> float:
        """Its end."""
        return self.x + self.width


class Places:
    """Everything for one scene in one size."""

    def __init__(self, scene: Scene, size: tuple[float, float], look: Theme) -> None:
        self.scene, self.look = scene, look
        self.width, self.height = size
        self.columns = self._columns()
        self.rows = self._rows()
        self.row_height = float(look.space(_ROW))
        table = self.height - len(self.rows) * self.row_height - look.space(1)
        self.head = QRectF(0, look.space(1), self.width, look.space(_HEAD))
        self.rail = table - look.space(_RAIL) / 2
        self.table = table
        self.face_top = self.head.bottom() + look.space(1)
        self.face_bottom = table - look.space(_RAIL)
        self.zones = self._zones()

    @staticmethod
    def least(scene: Scene, look: Theme) -> tuple[int, int]:
        """The width and height below which it cannot be read."""
        rows = [row for row in ROWS if row not in _SPARED and (row != "window" or _windows(scene))]
        high = _HEAD + _RAIL + _LEAST_FACE + len(rows) * _ROW + 2
        return look.space(sum(_needed(scene))), look.space(high)

    def column(self, block: int) -> Column:
        """That of a block; INPUT: of the input."""
        return self.columns[block + 1]

    def row(self, name: str, block: int) -> QRectF:
        """A cell of the table; empty where the row is left out."""
        if name not in self.rows:
            return QRectF()
        column, i = self.column(block), self.rows.index(name)
        return QRectF(column.x, self.table + i * self.row_height, column.width, self.row_height)

    def face(self, block: int) -> QRectF:
        """Where the units or maps of a block are drawn."""
        column = self.column(block)
        return QRectF(column.x, self.face_top, column.width, self.face_bottom - self.face_top)

    def whole(self, block: int) -> QRectF:
        """A column from top to bottom."""
        column = self.column(block)
        return QRectF(column.x, 0, column.width, self.height).adjusted(1, 1, -1, -1)

    def gap(self, gap: int) -> QPointF:
        """Where something can be put in before block `gap`."""
        return QPointF(self.column(gap).x, self.rail)

    def plus(self, gap: int) -> QRectF:
        """The button there."""
        side = self.look.space(4.5)
        box = QRectF(0, 0, side, side)
        box.moveCenter(self.gap(gap))
        return box

    def at(self, place: QPointF) -> Zone | None:
        """What a hand finds there, the smallest first."""
        return next((zone for zone in self.zones if zone.rect.contains(place)), None)

    def gap_at(self, x: float) -> int:
        """The number of the block before which something dropped at x would stand; the last: at the end."""
        return sum(1 for column in self.columns[1:] if x > column.middle)

    # -- inside ------------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        steps = _needed(self.scene)
        least = [float(self.look.space(one)) for one in steps]
        spare = self.width - sum(least)
        most = self.look.space(_WIDE)
        widths = list(least)
        if spare > 0:
            shares = [0.4, *steps[1:]]
            for _ in range(3):  # what one column cannot take goes to the others
                free = [i for i, wide in enumerate(widths) if wide < most]
                rest = self.width - sum(widths)
                total = sum(shares[i] for i in free) or 1.0
                for i in free:
                    widths[i] = min(most, widths[i] + rest * shares[i] / total)
        x = max(0.0, (self.width - sum(widths)) / 2)
        columns = []
        for i, wide in enumerate(widths):
            columns.append(Column(i - 1, x, wide))
            x += wide
        return columns

    def _rows(self) -> tuple[str, ...]:
        rows = [row for row in ROWS if row != "window" or _windows(self.scene)]
        for spared in _SPARED:
            used = self.look.space(_HEAD + _RAIL + 2) + len(rows) * self.look.space(_ROW)
            if self.height - used >= self.look.space(_GOOD_FACE):
                break
            rows.remove(spared)
        return tuple(rows)

    def _zones(self) -> list[Zone]:
        found = [Zone(self.plus(gap), "add", gap) for gap in range(len(self.scene.blocks))]
        for i, one in enumerate(self.scene.blocks):
            found.extend(self._of_block(i, one.kind))
            found.append(Zone(self.whole(i), "column", i))
        return found

    def _of_block(self, i: int, kind: str) -> list[Zone]:
        fields, found = list(FIELDS.get(kind, {})), []
        if i != self.scene.answer:
            side = self.look.space(4.5)
            box = QRectF(0, 0, side, side)
            box.moveCenter(QPointF(self.column(i).middle, self.rail))
            found.append(Zone(box, "bin", i))
        if fields and i != self.scene.answer:
            found.extend(self._stepper(self.row("number", i), i, fields[0]))
        if kind == "conv2d":
            found.extend(self._stepper(self.row("window", i), i, "kernel"))
        elif kind in ("max_pool", "avg_pool"):
            found.append(Zone(self.row("window", i), "other_pool", i))
        one = self.scene.blocks[i]
        if one.learns or one.function is not None or is_function(one.layer):
            found.append(Zone(self.row("function", i), "function", i))
        start = self.row("start", i)
        if one.learns and not start.isEmpty():
            key = min(self.row_height, start.width() / 3)
            found.append(Zone(QRectF(start.right() - key, start.top(), key, start.height()), "lock", i))
            if one.weighs:
                found.append(Zone(start.adjusted(0, 0, -key, 0), "start", i))
        return [zone for zone in found if not zone.rect.isEmpty()]

    def _stepper(self, cell: QRectF, block: int, field: str) -> list[Zone]:
        if cell.isEmpty():
            return []
        third = min(cell.width() / 3, float(self.look.space(8)))
        less = QRectF(cell.x(), cell.y(), third, cell.height())
        more = QRectF(cell.right() - third, cell.y(), third, cell.height())
        return [
            Zone(less, "less", block, field), Zone(more, "more", block, field),
            Zone(cell.adjusted(third, 0, -third, 0), "number", block, field),
        ]  # fmt: skip


def _windows(scene: Scene) -> bool:
    """Whether there is a layer with a window."""
    return any(one.kind in ("conv2d", "max_pool", "avg_pool") for one in scene.blocks)


def _needed(scene: Scene) -> list[float]:
    """The least width of each column, in steps."""
    pictures = [len(scene.shape(i)) > 1 for i in range(len(scene.blocks))]
    return [_HEADINGS, *(_NARROW[one] for one in pictures[:-1]), _NARROW[1] + _SIDE]


__all__ = ["INPUT", "ROWS", "Column", "Places", "Zone"]
