"""Ink: the columns of the picture of a stack, without what the pointer or the keyboard adds."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from neuroviz.nn import GELU, LeakyReLU, ReLU, Sigmoid, Tanh
from neuroviz.panels.training.net import words
from neuroviz.panels.training.net.faces import faces, paint_face
from neuroviz.panels.training.net.places import Places
from neuroviz.panels.training.net.scene import INPUT
from neuroviz.panels.training.net.wires import paint_wires
from neuroviz.scenes.blocks import NO_FUNCTION, Block, is_function
from neuroviz.ui.fit import fitting
from neuroviz.ui.icons import paint_icon
from neuroviz.ui.theme import Theme

_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip)
_LEAST, _DECADES = -6.0, 7.0  # of the bars: from a millionth to ten


def paint(painter: QPainter, places: Places) -> None:
    """All of it."""
    found = faces(places)
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    for block in range(len(places.scene.blocks)):
        paint_wires(painter, places, block, (found[block], found[block + 1]))
    for block, face in zip((INPUT, *range(len(places.scene.blocks))), found, strict=True):
        paint_face(painter, places, block, face)
        _paint_heading(painter, places, block)
    _paint_rail(painter, places)
    _paint_table(painter, places)


def _paint_heading(painter: QPainter, places: Places, block: int) -> None:
    look, column = places.look, places.column(block)
    name, size = words.heading(places.scene, block)
    line = places.head.height() / 2
    box = QRectF(column.x, places.head.y(), column.width, line).adjusted(2, 0, -2, 0)
    for text, font, ink in (
        (name, look.font(0.85, QFont.Weight.DemiBold), look.text),
        (size, look.font(0.85, tabular=True), look.quiet),
    ):
        painter.setFont(fitting(font, (text,), box.width()))
        painter.setPen(ink)
        painter.drawText(box, _CENTRE, text)
        box.translate(0, line)


def _paint_rail(painter: QPainter, places: Places) -> None:
    """The way from input to answer, with a button wherever something can be put in."""
    look, y = places.look, places.rail
    start, end = places.columns[0].middle, places.columns[-1].middle
    painter.setPen(QPen(look.line, look.stroke(1.5)))
    painter.drawLine(QPointF(start, y), QPointF(end, y))
    tip = float(look.space(1.5))
    painter.setBrush(look.line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(end + tip, y), QPointF(end - tip / 2, y - tip),
                                   QPointF(end - tip / 2, y + tip)]))  # fmt: skip
    for gap in range(len(places.scene.blocks)):
        paint_plus(painter, places.plus(gap), look, lit=False)


def paint_plus(painter: QPainter, box: QRectF, look: Theme, *, lit: bool) -> None:
    """The button that puts something in."""
    painter.setPen(QPen(look.accent if lit else look.quiet, look.stroke(1.2)))
    painter.setBrush(look.accent if lit else look.card)
    painter.drawEllipse(box)
    painter.setPen(QPen(look.on_accent if lit else look.text, look.stroke(1.5)))
    arm, centre = 0.26 * box.width(), box.center()
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))


def paint_bin(painter: QPainter, box: QRectF, look: Theme, *, lit: bool) -> None:
    """The button that takes a block away."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.raised)
    painter.drawRoundedRect(box, 4, 4)
    inner = box.adjusted(2, 2, -2, -2)
    paint_icon(painter, inner, "clear", look.bad if lit else look.quiet)


def _paint_table(painter: QPainter, places: Places) -> None:
    look = places.look
    for i, row in enumerate(places.rows):
        head = places.row(row, INPUT).adjusted(2, 0, -look.space(2), 0)
        if i:
            painter.setPen(QPen(look.line, 1))
            y = head.top()
            painter.drawLine(QPointF(places.columns[0].x, y), QPointF(places.columns[-1].right, y))
        text = words.row_name(row)
        painter.setFont(fitting(look.font(0.85), (text,), head.width()))
        painter.setPen(look.quiet)
        painter.drawText(head, _RIGHT, text)
    for block, one in enumerate(places.scene.blocks):
        _paint_numbers(painter, places, block, one)
        _paint_function(painter, places, block, one)
        _paint_start(painter, places, block, one)
        _paint_bars(painter, places, block)
        for row, n in (
            ("parameters", places.scene.parameters(block)),
            ("multiply_adds", places.scene.multiply_adds(block)),
        ):
            _text(painter, places, places.row(row, block), words.amount(n) if n else "–", quiet=not n)


def _text(painter: QPainter, places: Places, cell: QRectF, text: str, *, quiet: bool = False) -> None:
    if cell.isEmpty():
        return
    look = places.look
    painter.setFont(fitting(look.font(0.85, tabular=True), (text,), cell.width() - 4))
    painter.setPen(look.quiet if quiet else look.text)
    painter.drawText(cell, _CENTRE, text)


def _paint_numbers(painter: QPainter, places: Places, block: int, one: Block) -> None:
    cell = places.row("number", block)
    text = words.size_text(one)
    fixed = block == places.scene.answer
    if text and not fixed:
        _paint_stepper(painter, places, cell, text)
    else:
        _text(painter, places, cell, text or "–", quiet=not text)
    cell = places.row("window", block)
    text = words.window_text(one)
    if one.kind == "conv2d" and not cell.isEmpty():
        _paint_stepper(painter, places, cell, text)
    elif text:
        _text(painter, places, cell, text)
    elif not cell.isEmpty():
        _text(painter, places, cell, "–", quiet=True)


def _paint_stepper(painter: QPainter, places: Places, cell: QRectF, text: str) -> None:
    """− 16 +"""
    look = places.look
    third = min(cell.width() / 3, float(look.space(8)))
    middle = cell.adjusted(third, 0, -third, 0)
    font = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
    painter.setFont(fitting(font, (text,), middle.width() + 4))
    painter.setPen(look.text)
    painter.drawText(middle, _CENTRE, text)
    painter.setPen(QPen(look.quiet, look.stroke(1.5)))
    arm, y = float(look.space(1)), cell.center().y()
    less = middle.left() - min(third / 2, look.space(3.0))
    more = middle.right() + min(third / 2, look.space(3.0))
    painter.drawLine(QPointF(less - arm, y), QPointF(less + arm, y))
    painter.drawLine(QPointF(more - arm, y), QPointF(more + arm, y))
    painter.drawLine(QPointF(more, y - arm), QPointF(more, y + arm))


def _paint_function(painter: QPainter, places: Places, block: int, one: Block) -> None:
    cell, look = places.row("function", block), places.look
    layer = one.layer if is_function(one.layer) else one.function
    if layer is None and not one.learns:
        _text(painter, places, cell, "–", quiet=True)
        return
    name = NO_FUNCTION if layer is None else layer.kind
    text = words.function(name)
    narrow = cell.width() < look.space(18)
    plot = float(look.space(3 if narrow else 4.5))
    room = cell.width() - plot - look.space(2)
    painter.setFont(look.font(0.85))
    if narrow and painter.fontMetrics().horizontalAdvance(text) > room:
        _text(painter, places, cell, text, quiet=layer is None)
        return
    painter.setFont(fitting(look.font(0.85), (text,), room))
    wide = painter.fontMetrics().horizontalAdvance(text)
    x = cell.center().x() - (plot + look.space(1) + wide) / 2
    _paint_curve(painter, QRectF(x, cell.center().y() - plot / 2, plot, plot), name, look)
    painter.setPen(look.quiet if layer is None else look.text)
    painter.drawText(QRectF(x + plot + look.space(1), cell.y(), wide + 2, cell.height()), _CENTRE, text)


def _paint_curve(painter: QPainter, box: QRectF, name: str, look: Theme) -> None:
    """The function between −3 and 3."""
    x = np.linspace(-3, 3, 25)
    y = {
        ReLU.kind: np.maximum(x, 0), LeakyReLU.kind: np.maximum(x, 0.15 * x), Tanh.kind: 2.4 * np.tanh(x),
        Sigmoid.kind: 4.8 / (1 + np.exp(-2 * x)) - 2.4, GELU.kind: x / (1 + np.exp(-1.702 * x)),
    }.get(name, x)  # fmt: skip
    scale, centre = box.width() / 6.6, box.center()
    points = [centre + QPointF(a, -b) * scale for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    if box.width() > look.space(4):
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()))
        painter.drawLine(QPointF(centre.x(), box.top()), QPointF(centre.x(), box.bottom()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.quiet if name == NO_FUNCTION else look.accent, look.stroke(1.5)))
    painter.drawPolyline(QPolygonF(points))


def _paint_start(painter: QPainter, places: Places, block: int, one: Block) -> None:
    cell, look = places.row("start", block), places.look
    if cell.isEmpty():
        return
    if not one.learns:
        _text(painter, places, cell, "–", quiet=True)
        return
    frozen = one.plan.rate == 0.0
    side = min(places.row_height, cell.width() / 3)
    lock = QRectF(0, 0, 0.72 * side, 0.72 * side)
    lock.moveCenter(QPointF(cell.right() - side / 2, cell.center().y()))
    paint_icon(painter, lock, "lock" if frozen else "unlock", look.accent if frozen else look.faint)
    text = words.init(one.plan.init) if one.weighs else "1"
    if one.weighs and places.scene.recipe.start is not None:
        text = words.learned()
    if one.plan.rate not in (0.0, 1.0):
        text = f"{text} ×{one.plan.rate:g}"
    _text(painter, places, cell.adjusted(2, 0, -side, 0), text, quiet=not one.weighs)


def _paint_bars(painter: QPainter, places: Places, block: int) -> None:
    look, scene = places.look, places.scene
    for row, value, ink in (
        ("signal", scene.spread(block), look.accent), ("gradient", scene.gradient(block), look.good)
    ):  # fmt: skip
        cell = places.row(row, block)
        if cell.isEmpty():
            continue
        groove = cell.adjusted(look.space(1.5), 0, -look.space(1.5), 0)
        high = float(look.space(1.5))
        groove = QRectF(groove.x(), cell.bottom() - high - look.space(0.5), groove.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.raised)
        painter.drawRect(groove)
        painter.setBrush(QColor(ink))
        painter.drawRect(QRectF(groove.x(), groove.y(), groove.width() * share(value), high))
        box = QRectF(cell.x(), cell.y(), cell.width(), cell.height() - high - look.space(0.5))
        text = words.number(value)
        painter.setFont(fitting(look.font(0.85, tabular=True), (text,), box.width() - 4, box.height()))
        painter.setPen(look.text)
        painter.drawText(box, _CENTRE, text)


def share(value: float) -> float:
    """How much of a bar a value fills: from a millionth to ten, by its logarithm."""
    if not value > 0:
        return 0.0
    return min(1.0, max(0.0, (math.log10(value) - _LEAST) / _DECADES)) if math.isfinite(value) else 1.0
