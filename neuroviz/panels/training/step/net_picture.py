"""NetPicture: a small net with all its units and wires, values flowing forward and gradients flowing back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from neuroviz.panels.training.step import words
from neuroviz.panels.training.step.formula import class_name
from neuroviz.panels.training.step.numbers import briefer, number, short
from neuroviz.panels.training.step.picture import ARRIVED, StepPicture, Thing, write_legend
from neuroviz.panels.training.step.values import (
    Floats,
    Scene,
    Shown,
    activations,
    deltas,
    gradient_size,
    rms,
    shown,
    small_sizes,
    wires,
)
from neuroviz.sims.one_weight import Weight
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting, longest
from neuroviz.ui.theme import Theme, theme

_LEVELS = 8  # of strength in which wires are drawn
_FAINTEST = 0.005  # of the largest; weaker wires are not drawn
_PULSES = 60
_LIGHT = np.array([0.299, 0.587, 0.114])  # of red, green and blue
_DARK = 140  # of 255, below which words are white
_CHORD = 1.85  # radii: as wide is a circle where a line of digits is written across it
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


@dataclass(frozen=True)
class Column:
    """The units of a block (-1: the input) on the screen: their middles and the radius of each."""

    block: int
    x: float
    ys: tuple[float, ...]
    radius: float

    def centre(self, i: int) -> QPointF:
        """Of one unit."""
        return QPointF(self.x, self.ys[i])


class NetPicture(StepPicture):
    """Units: inside what they hand on, the ring the error that came back. Wires: what `shown` says."""

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All of it."""
        self.draw(painter)

    def columns(self) -> list[Column]:
        """Where everything is, for the present size."""
        scene, look = self.scene, theme()
        sizes = None if scene is None else small_sizes(scene.frame)
        if sizes is None:
            return []
        top, bottom = look.space(13), look.space(15)
        left, right = look.space(9), look.space(17)
        high, wide = self.height() - top - bottom, self.width() - left - right
        gap = wide / max(1, len(sizes) - 1)
        found = []
        for k, n in enumerate(sizes):
            pitch = min(high / n, look.space(22))
            first = top + high / 2 - pitch * (n - 1) / 2
            ys = tuple(first + i * pitch for i in range(n))
            radius = min(look.space(5.5), 0.42 * pitch, 0.3 * gap)
            found.append(Column(k - 1, left + k * gap, ys, radius))
        return found

    def column_sizes(self) -> list[tuple[int, int]]:
        """Left to right."""
        return [(one.block, len(one.ys)) for one in self.columns()]

    def thing_at(self, place: QPointF) -> Thing | None:
        """A unit, or the nearest wire within reach."""
        columns = self.columns()
        for column in columns:
            for i in range(len(column.ys)):
                if QLineF(place, column.centre(i)).length() <= column.radius + 2:
                    return column.block, i
        return self._wire_at(place, columns)

    def caption_at(self, place: QPointF) -> int | None:
        """The name over a column."""
        columns = self.columns()
        if place.y() > theme().space(10) or len(columns) < 2:
            return None
        half = (columns[1].x - columns[0].x) / 2
        return next((c.block for c in columns[1:] if abs(place.x() - c.x) < half), None)

    def _wire_at(self, place: QPointF, columns: list[Column]) -> Weight | None:
        scene = self.scene
        if scene is None:
            return None
        for left, right in pairwise(columns):
            if not left.x < place.x() < right.x:
                continue
            share = (place.x() - left.x) / (right.x - left.x)
            ends = np.array(left.ys)[:, None] * (1 - share) + np.array(right.ys)[None, :] * share
            far = np.abs(ends - place.y())
            i, j = divmod(int(far.argmin()), len(right.ys))
            if far[i, j] <= theme().space(2):
                return Weight(scene.frame.blocks[right.block].start, "w", (i, j))
        return None

    # -- what stays ------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter, scene: Scene) -> None:
        """Wires, units, captions, the legend."""
        look, columns = theme(), self.columns()
        kinds = {column.block: shown(scene, column.block) for column in columns[1:]}
        scales = {kind: self._scale(scene, kind, kinds) for kind in set(kinds.values())}
        # smooth edges are four fifths of the work, and not seen in a picture that is another at once
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not scene.whole)
        for left, right in pairwise(columns):
            kind = kinds[right.block]
            values = wires(scene, right.block, kind) / scales[kind]
            _paint_wires(painter, left, right, values, look, faint=kind == "weights")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_chosen_wire(painter, scene, columns, look)
        back = [deltas(scene, one.block) for one in columns[1:] if scene.came_back(one.block)]
        largest = max((float(np.nan_to_num(np.abs(d)).max()) for d in back), default=0.0) or 1.0
        for column in columns:
            self._paint_units(painter, scene, column, largest, look)
            self._paint_caption(painter, scene, column, columns, look)
        self._paint_answers(painter, scene, columns[-1], look)
        self._paint_legend(painter, scene, kinds, scales, look)

    def _scale(self, scene: Scene, kind: Shown, kinds: dict[int, Shown]) -> float:
        """The largest of all wires that show this: so that layers can be compared."""
        every = [wires(scene, b, kind) for b, one in kinds.items() if one == kind]
        return max(float(np.nan_to_num(np.abs(one), posinf=0.0).max()) for one in every) or 1.0

    def _paint_units(
        self, painter: QPainter, scene: Scene, column: Column, largest: float, look: Theme
    ) -> None:
        b, n = column.block, len(column.ys)
        values = activations(scene, b) if scene.came_forward(b) else np.zeros(n, np.float32)
        errors = deltas(scene, b) if b >= 0 and scene.came_back(b) else None
        scale = float(np.nan_to_num(np.abs(values), posinf=0.0).max()) or 1.0
        inside = look.signed(np.clip(np.nan_to_num(values / scale), -1, 1))
        ring = None if errors is None else look.signed(_spread(errors / largest))
        for i in range(n):
            centre, thick = column.centre(i), look.stroke(max(2.0, column.radius * 0.28))
            painter.setPen(QPen(look.line, look.stroke(1)) if ring is None else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*inside[i].tolist()) if scene.came_forward(b) else look.card)
            painter.drawEllipse(centre, column.radius, column.radius)
            if ring is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(*ring[i].tolist()), thick))
                painter.drawEllipse(centre, column.radius - thick / 2, column.radius - thick / 2)
                painter.setPen(QPen(look.line, 1))
                painter.drawEllipse(centre, column.radius, column.radius)
            if scene.sight.unit == (b, i):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.accent, look.stroke(2)))
                painter.drawEllipse(centre, column.radius + 3, column.radius + 3)
            self._paint_number(painter, scene, column, (i, float(values[i])), inside[i], look)

    def _paint_number(
        self, painter: QPainter, scene: Scene, column: Column, value: tuple[int, float], ground: np.ndarray,
        look: Theme,
    ) -> None:  # fmt: skip
        """The value in a unit that is large enough."""
        if column.radius < look.space(3.5) or not scene.came_forward(column.block):
            return
        i, v = value
        font = look.font(0.85, tabular=True)
        box = QRectF(0, 0, _CHORD * column.radius, column.radius)
        box.moveCenter(column.centre(i))
        text = longest(font, briefer(v), box.width())
        painter.setFont(font)
        dark = ground[:3] @ _LIGHT < _DARK
        painter.setPen(QColor("white") if dark else QColor("black"))
        painter.drawText(box, _CENTRE, text)

    def _paint_caption(
        self, painter: QPainter, scene: Scene, column: Column, columns: list[Column], look: Theme
    ) -> None:
        gap = columns[1].x - columns[0].x if len(columns) > 1 else self.width()
        name, detail = words.layer_name(scene, column.block)
        b = column.block
        wide = gap - look.space(1)
        painter.setFont(look.font(0.85, QFont.Weight.DemiBold))
        if painter.fontMetrics().horizontalAdvance(name) > wide:
            name, detail = "" if b < 0 else f"{b + 1}", detail.partition(" · ")[2] or detail
        line, y = look.space(4.5), float(look.space(1))
        active = scene.place.leg in ("forward", "back") and scene.place.block == b and not scene.whole
        for text, font, colour in (
            (name, look.font(0.85, QFont.Weight.DemiBold), look.accent if active else look.text),
            (detail, look.font(0.85), look.quiet),
        ):
            painter.setFont(fitting(font, (text,), wide))
            painter.setPen(colour)
            painter.drawText(QRectF(column.x - gap / 2, y, gap, line), _CENTRE, text)
            y += line
        texts = _size_texts(scene, b)
        font = look.font(0.85, tabular=True)
        below = longest(font, texts, wide) or texts[-1]
        painter.setFont(fitting(font, (below,), wide))
        painter.setPen(look.quiet)
        lowest = self.height() - look.space(14)
        painter.drawText(QRectF(column.x - gap / 2, lowest, gap, line), _CENTRE, below)

    def _paint_answers(self, painter: QPainter, scene: Scene, column: Column, look: Theme) -> None:
        """What the last units stand for."""
        if scene.frame.task.kind != "classes":
            return
        x = column.x + column.radius + look.space(2)
        room = self.width() - x - look.space(1)
        for i in range(len(column.ys)):
            text = class_name(scene, i)
            area = QRectF(x, column.ys[i] - look.space(3), room, look.space(6))
            painter.setFont(fitting(look.font(0.85), (text,), room - look.space(3)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.digit(i))
            painter.drawEllipse(QPointF(x + look.space(1), column.ys[i]), look.space(1), look.space(1))
            painter.setPen(look.text)
            painter.drawText(area.adjusted(look.space(3), 0, 0, 0), _LEFT, text)

    def _paint_legend(
        self, painter: QPainter, scene: Scene, kinds: dict[int, Shown], scales: dict[Shown, float],
        look: Theme,
    ) -> None:
        names = {
            "weights": self.tr("weights, thickest {most}"),
            "flow": self.tr("w·a on its way, thickest {most}"),
            "gradient": self.tr("gradients of weights, thickest {most}"),
            "change": self.tr("changes of weights, thickest {most}"),
        }
        order: list[Shown] = ["flow", "gradient", "change", "weights"]
        parts = [names[kind].format(most=number(scales[kind])) for kind in order if kind in kinds.values()]
        text = self.tr("Wires: {parts}.").format(parts="; ".join(parts))
        rings = " " + self.tr("Rings: the error δ.") if any(scene.came_back(b) for b in kinds) else ""
        signs = " " + self.tr("Orange is positive, blue negative.")
        edge = look.space(2)
        box = QRectF(edge, self.height() - look.space(9.5), self.width() - 2 * edge, look.space(9))
        write_legend(painter, box, (text + signs + rings, text + rings, text))

    def _paint_chosen_wire(
        self, painter: QPainter, scene: Scene, columns: list[Column], look: Theme
    ) -> None:
        weight = scene.sight.weight
        if weight is None or weight.name != "w" or len(weight.index) != 2:
            return
        for left, right in pairwise(columns):
            i, j = weight.index
            here = scene.frame.blocks[right.block].start == weight.layer
            if here and i < len(left.ys) and j < len(right.ys):
                painter.setPen(QPen(look.accent, look.stroke(1.5), Qt.PenStyle.DashLine))
                painter.drawLine(*_ends(left, right, i, j))

    # -- what flows ------------------------------------------------------------------------------------

    def paint_flow(self, painter: QPainter, scene: Scene) -> None:
        """Dots along the wires of this stage, and the cursor of the keyboard."""
        columns, look = self.columns(), theme()
        place = scene.place
        if self.share < 1.0 and not scene.whole and len(columns) > 1:
            if place.leg == "forward":
                b = place.block
                if self.share < ARRIVED:
                    _paint_waiting(painter, columns[b + 1], look)
                gone = min(1.0, self.share / ARRIVED)
                _paint_pulses(painter, columns[b : b + 2], wires(scene, b, "flow"), gone, look)
            elif place.leg == "back" and place.block + 1 < len(scene.frame.blocks):
                b = place.block + 1
                back = wires(scene, b, "weights") * deltas(scene, b)[None, :]
                _paint_pulses(painter, columns[b : b + 2], back, 1.0 - self.share, look)
        if self.at_unit is not None and self.hasFocus():
            for column in columns:
                if column.block == self.at_unit[0] and self.at_unit[1] < len(column.ys):
                    side = 2 * column.radius + 8
                    box = QRectF(0, 0, side, side)
                    box.moveCenter(column.centre(self.at_unit[1]))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(look.accent, look.stroke(2)))
                    painter.drawRoundedRect(box, 4, 4)


def _size_texts(scene: Scene, b: int) -> tuple[str, ...]:
    """What stands below a column, from the longest to the shortest."""
    if b >= 0 and scene.came_back(b):
        size, name = gradient_size(scene.frame, b), "∂L/∂w"
    elif scene.came_forward(b):
        size, name = rms(activations(scene, b)), "a"
    else:
        return ("",)
    return f"{name} {number(size)}", short(size), short(size, 1)


def _ends(left: Column, right: Column, i: int, j: int) -> tuple[QPointF, QPointF]:
    return (
        QPointF(left.x + left.radius, left.ys[i]),
        QPointF(right.x - right.radius, right.ys[j]),
    )


def _spread(values: Floats) -> Floats:
    """Small errors are to be seen beside large ones: the square root keeps sign and order."""
    sound = np.clip(np.nan_to_num(values), -1, 1)
    return np.asarray(np.sign(sound) * np.sqrt(np.abs(sound)), np.float32)


def _paint_wires(
    painter: QPainter, left: Column, right: Column, values: Floats, look: Theme, *, faint: bool
) -> None:
    """Weakest first, in a few strengths for each sign."""
    sizes = np.clip(np.nan_to_num(np.abs(values)), 0, 1)
    levels = np.ceil(sizes * _LEVELS).astype(int)
    levels[sizes < _FAINTEST] = 0
    for level in range(1, _LEVELS + 1):
        for sign, colour in ((1, look.positive), (-1, look.negative)):
            chosen = np.argwhere((levels == level) & (np.sign(values) == sign))
            if len(chosen) == 0:
                continue
            share = level / _LEVELS
            ink = QColor(colour)
            ink.setAlphaF((0.08 + 0.42 * share) if faint else (0.15 + 0.8 * share))
            painter.setPen(QPen(ink, look.stroke(0.6 + (2.0 if faint else 3.4) * share)))
            painter.drawLines([QLineF(*_ends(left, right, int(i), int(j))) for i, j in chosen])


def _paint_waiting(painter: QPainter, column: Column, look: Theme) -> None:
    """Units whose values are still on their way."""
    painter.setPen(QPen(look.line, look.stroke(1)))
    painter.setBrush(look.card)
    for i in range(len(column.ys)):
        painter.drawEllipse(column.centre(i), column.radius + 0.5, column.radius + 0.5)


def _paint_pulses(
    painter: QPainter, pair: list[Column], values: Floats, share: float, look: Theme
) -> None:
    """A dot on each of the strongest wires, so far along it from left to right."""
    left, right = pair
    sound = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    largest = float(np.abs(sound).max()) or 1.0
    order = np.argsort(-np.abs(sound), axis=None)[:_PULSES]
    painter.setPen(QPen(look.window, 1))
    for flat in order:
        i, j = divmod(int(flat), sound.shape[1])
        size = math.sqrt(abs(float(sound[i, j])) / largest)
        if size < 0.1:
            break
        a, b = _ends(left, right, i, j)
        painter.setBrush(look.positive if sound[i, j] > 0 else look.negative)
        radius = look.space(0.5 + 1.0 * size)
        painter.drawEllipse(a + (b - a) * share, radius, radius)
