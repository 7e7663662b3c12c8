"""BlocksPicture: a larger net layer by layer: activations on their way down, gradients on their way up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from neuroviz.panels.training.step import heat, words
from neuroviz.panels.training.step.numbers import number
from neuroviz.panels.training.step.picture import ARRIVED, StepPicture, Thing, write_legend
from neuroviz.panels.training.step.values import Floats, Scene, rms, shown, wires
from neuroviz.sims.one_weight import Weight
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import Theme, theme

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_PULSES = 5
_SYMBOLS = {"weights": "w", "flow": "w·a", "gradient": "∂L/∂w", "change": "Δw"}


@dataclass(frozen=True)
class Row:
    """A block (-1: the input): its caption, what goes forward, its weights, what comes back."""

    block: int
    caption: QRectF
    forward: QRectF
    weights: QRectF
    back: QRectF


class BlocksPicture(StepPicture):
    """A click on a caption goes through what the weights of that layer show."""

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All of it."""
        self.draw(painter)

    def rows(self) -> list[Row]:
        """Where everything is, for the present size."""
        scene, look = self.scene, theme()
        if scene is None:
            return []
        n = len(scene.frame.blocks) + 1
        top, bottom = look.space(7), look.space(6)
        pitch = (self.height() - top - bottom) / n
        gap, line = look.space(3), float(look.space(5.5))
        wide = self.width() - 2 * look.space(2)
        left = float(look.space(2))
        side = (wide - 2 * gap) * 0.39
        middle = wide - 2 * gap - 2 * side
        found = []
        for k in range(n):
            y = top + k * pitch
            high = pitch - line - look.space(1.5)
            found.append(
                Row(
                    k - 1,
                    QRectF(left, y, wide, line),
                    QRectF(left, y + line, side, high),
                    QRectF(left + side + gap, y + line, middle, high),
                    QRectF(left + side + middle + 2 * gap, y + line, side, high),
                )
            )
        return found

    def column_sizes(self) -> list[tuple[int, int]]:
        """Left and right go from layer to layer."""
        scene = self.scene
        if scene is None:
            return [(-1, 1)]
        n_in = int(np.prod(scene.frame.plan.input_shape))
        return [(-1, n_in), *((b, block.size) for b, block in enumerate(scene.frame.blocks))]

    def thing_at(self, place: QPointF) -> Thing | None:
        """A unit, or the strongest weight of what is summed up there."""
        scene = self.scene
        if scene is None:
            return None
        for row in self.rows():
            for box, back in ((row.forward, False), (row.back, True)):
                seen = scene.came_back(row.block) if back else scene.came_forward(row.block)
                if seen and box.contains(place) and not (back and row.block < 0):
                    found = heat.unit_at(scene, row.block, _within(box, place), back=back)
                    return None if found is None else (row.block, found[0])
            if row.block >= 0 and row.weights.contains(place):
                return self._weight_at(scene, row, place)
        return None

    def caption_at(self, place: QPointF) -> int | None:
        """The line over the strips of a block."""
        return next((r.block for r in self.rows() if r.block >= 0 and r.caption.contains(place)), None)

    def _weight_at(self, scene: Scene, row: Row, place: QPointF) -> Weight | None:
        values = wires(scene, row.block, shown(scene, row.block))
        starts = [heat.edges(n) for n in values.shape]
        across, down = _within(row.weights, place)
        at = [min(int(share * len(s)), len(s) - 1) for share, s in zip((down, across), starts, strict=True)]
        ends = [int(s[i + 1]) if i + 1 < len(s) else n
                for s, i, n in zip(starts, at, values.shape, strict=True)]  # fmt: skip
        rows, columns = (slice(int(s[i]), end) for s, i, end in zip(starts, at, ends, strict=True))
        part = np.abs(np.nan_to_num(values[rows, columns]))
        i, j = np.unravel_index(int(part.argmax()), part.shape)
        layer = scene.frame.blocks[row.block].start
        segment = scene.frame.plan.segments[layer].get("w")
        if segment is None:
            return None
        flat = (rows.start + int(i)) * values.shape[1] + columns.start + int(j)
        index = np.unravel_index(flat, segment.parameter.shape)
        return Weight(layer, "w", tuple(map(int, index)))

    # -- painting ------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter, scene: Scene) -> None:
        """Row after row, each strip on its own scale: gradients of maps would be lost beside the others."""
        look, rows = theme(), self.rows()
        self._paint_heads(painter, scene, rows[0], look)
        backs = {row.block: heat.matrix(scene, row.block, back=True) for row in rows[1:]
                 if scene.came_back(row.block)}  # fmt: skip
        kinds = {row.block: shown(scene, row.block) for row in rows[1:]}
        weights = {b: wires(scene, b, kind) for b, kind in kinds.items()}
        for row in rows:
            b = row.block
            self._paint_caption(painter, scene, row, look)
            if scene.came_forward(b):
                values = heat.matrix(scene, b, back=False)
                box = _fitted(row.forward, values) if _is_image(scene, b) else row.forward
                _paint_heat(painter, box, values, _most(values), look)
            else:
                _paint_empty(painter, row.forward, look)
            if b < 0:
                continue
            _paint_heat(painter, row.weights, heat.shrunk(weights[b]), _most(weights[b]), look)
            if b in backs:
                box = _fitted(row.back, backs[b]) if _is_image(scene, b) else row.back
                _paint_heat(painter, box, backs[b], _most(backs[b]), look)
            else:
                _paint_empty(painter, row.back, look)
        self._paint_loss(painter, scene, rows[0], look)
        self._paint_legend(painter, scene, look)
        self._paint_picked(painter, scene, rows, look)

    def _paint_heads(self, painter: QPainter, scene: Scene, row: Row, look: Theme) -> None:
        heads = (
            (row.forward, self.tr("↓ activations"), "forward"),
            (row.weights, self.tr("weights"), "update"),
            (row.back, self.tr("↑ gradients"), "back"),
        )
        for box, text, leg in heads:
            area = QRectF(box.x(), look.space(1), box.width(), look.space(5))
            painter.setFont(fitting(look.font(0.85, QFont.Weight.DemiBold), (text,), box.width()))
            active = scene.place.leg == leg and not scene.whole
            painter.setPen(look.accent if active else look.text)
            painter.drawText(area, _LEFT, text)

    def _paint_caption(self, painter: QPainter, scene: Scene, row: Row, look: Theme) -> None:
        b = row.block
        name, detail = words.layer_name(scene, b)
        active = scene.place.leg in ("forward", "back") and scene.place.block == b and not scene.whole
        text = f"{name} · {detail}"
        if scene.came_forward(b):
            text += f"    a {number(rms(heat.matrix(scene, b, back=False)))}"
        box = QRectF(row.forward.x(), row.caption.y(), row.forward.width(), row.caption.height())
        painter.setFont(fitting(look.font(0.85), (text,), box.width()))
        painter.setPen(look.accent if active else look.quiet)
        painter.drawText(box, _LEFT, text)
        if b < 0:
            return
        kind = shown(scene, b)
        chosen = "" if scene.sight.shown(b) is None else " ●"
        size = number(rms(wires(scene, b, kind)))
        self._write(painter, row.weights, row.caption, f"{_SYMBOLS[kind]} {size}{chosen}")
        if scene.came_back(b):
            text = f"δ {number(rms(heat.matrix(scene, b, back=True)))}"
            self._write(painter, row.back, row.caption, text)

    def _write(self, painter: QPainter, box: QRectF, caption: QRectF, text: str) -> None:
        area = QRectF(box.x(), caption.y(), box.width(), caption.height())
        look = theme()
        painter.setFont(fitting(look.font(0.85, tabular=True), (text,), area.width()))
        painter.setPen(look.quiet)
        painter.drawText(area, _LEFT, text)

    def _paint_loss(self, painter: QPainter, scene: Scene, row: Row, look: Theme) -> None:
        """Where nothing comes back to: what the answers and the loss are."""
        found = scene.frame.found
        if found is None or not scene.came_loss:
            return
        losses, done = found.losses, scene.frame.done
        value = found.loss if scene.example is None else float(losses[scene.example])
        text = self.tr("loss {value}").format(value=number(value))
        if done is not None:
            after = done.loss if scene.example is None else float(done.losses[scene.example])
            text = self.tr("loss {value} → {after}").format(value=number(value), after=number(after))
        painter.setFont(fitting(look.font(1.25, tabular=True), (text,), row.back.width(), row.back.height()))
        worse = done is not None and done.loss > found.loss
        painter.setPen(look.bad if worse else look.text)
        painter.drawText(row.back, _CENTRE, text)

    def _paint_legend(self, painter: QPainter, scene: Scene, look: Theme) -> None:
        what = (
            self.tr("Rows: examples, columns: units.")
            if scene.example is None
            else self.tr("Each cell is a unit.")
        )
        scale = self.tr("Orange +, blue −, each strip on its own scale.")
        edge = look.space(2)
        box = QRectF(edge, self.height() - look.space(5.5), self.width() - 2 * edge, look.space(5))
        write_legend(painter, box, (f"{what} {scale}", scale))

    def _paint_picked(self, painter: QPainter, scene: Scene, rows: list[Row], look: Theme) -> None:
        """A frame round the layer of what is chosen, and a cross at a weight."""
        weight = scene.sight.weight
        for row in rows[1:]:
            block = scene.frame.blocks[row.block]
            if weight is None or weight.layer != block.start or weight.name != "w":
                continue
            values = wires(scene, row.block, "weights")
            shape = scene.frame.plan.segments[block.start]["w"].parameter.shape
            i, j = divmod(int(np.ravel_multi_index(weight.index, shape)), values.shape[1])
            x = row.weights.x() + (j + 0.5) / values.shape[1] * row.weights.width()
            y = row.weights.y() + (i + 0.5) / values.shape[0] * row.weights.height()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawEllipse(QPointF(x, y), look.space(1.5), look.space(1.5))

    def paint_flow(self, painter: QPainter, scene: Scene) -> None:
        """Dots going down from row to row, or up."""
        rows, place, look = self.rows(), scene.place, theme()
        if self.share < 1.0 and not scene.whole:
            if place.leg == "forward":
                self._paint_way(painter, rows[place.block].forward, rows[place.block + 1].forward, look)
            elif place.leg == "back" and place.block + 2 < len(rows):
                self._paint_way(painter, rows[place.block + 2].back, rows[place.block + 1].back, look)
        if self.at_unit is not None and self.hasFocus():
            for row in rows:
                if row.block == self.at_unit[0]:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(look.accent, look.stroke(2)))
                    painter.drawRect(row.forward)
                    text = f"{self.at_unit[1] + 1}"
                    painter.setFont(look.font(0.85))
                    painter.drawText(row.forward, _CENTRE, text)


    def _paint_way(self, painter: QPainter, a: QRectF, b: QRectF, look: Theme) -> None:
        """Dots from one box to the next, which is empty until they have come."""
        if self.share < ARRIVED:
            painter.fillRect(b, look.card)
            _paint_empty(painter, b, look)
        _paint_pulses(painter, a, b, min(1.0, self.share / ARRIVED), look)


def _within(box: QRectF, place: QPointF) -> tuple[float, float]:
    return (place.x() - box.x()) / box.width(), (place.y() - box.y()) / box.height()


def _is_image(scene: Scene, b: int) -> bool:
    """Whether the cells of a heat picture are pixels, which are square."""
    return (b < 0 and heat.is_picture(scene)) or (b >= 0 and len(scene.frame.blocks[b].shape) == 3)


def _fitted(box: QRectF, values: Floats) -> QRectF:
    """The largest part of a box in which the cells are square."""
    side = min(box.width() / values.shape[1], box.height() / values.shape[0])
    return QRectF(box.x(), box.y(), side * values.shape[1], side * values.shape[0])


def _most(values: Floats) -> float:
    return float(np.abs(np.nan_to_num(values, posinf=0.0, neginf=0.0)).max()) or 1.0


def _paint_heat(painter: QPainter, box: QRectF, values: Floats, largest: float, look: Theme) -> None:
    """Cells as they are where there is room for each, smooth where there is not."""
    if box.height() < 2 or box.width() < 2:
        return
    picture = heat.raster(values, largest, look)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, values.shape[1] > box.width())
    device.draw_pixels(painter, box, picture.image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.line, 1))
    painter.drawRect(box)


def _paint_empty(painter: QPainter, box: QRectF, look: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.line, 1, Qt.PenStyle.DotLine))
    painter.drawRect(box)


def _paint_pulses(painter: QPainter, a: QRectF, b: QRectF, share: float, look: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    ink = QColor(look.accent)
    ink.setAlphaF(0.9)
    painter.setBrush(ink)
    start, end = a.center().y(), b.center().y()
    y = start + (end - start) * share
    for k in range(_PULSES):
        x = b.x() + (k + 0.5) / _PULSES * b.width()
        painter.drawEllipse(QPointF(x, y), look.space(1), look.space(1))
