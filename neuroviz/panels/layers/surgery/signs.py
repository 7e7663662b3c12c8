"""Signs on units: what is done to each, told without colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from neuroviz.sims.cuts import BOOST, CLAMP, OFF, Cut
from neuroviz.ui.theme import Theme


def paint_state(painter: QPainter, cell: QRectF, cut: Cut, look: Theme) -> None:
    """A cross: off; two bars: held; an arrow up: more than it was, down: less, or turned round."""
    side = min(cell.width(), cell.height())
    pad = side * (0.22 if side > 12 else 0.12)
    box = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
    box.adjust(pad, pad, -pad, -pad)
    box = _at_most(box, look.space(6))
    width = look.stroke(max(1.0, min(2.5, side / 8)))
    if side > 8:
        painter.setPen(_pen(look.window, width + 2))
        _strokes(painter, box, cut)
    painter.setPen(_pen(look.text, width))
    _strokes(painter, box, cut)


def paint_edited(painter: QPainter, cell: QRectF, look: Theme) -> None:
    """A folded corner: some of its own values are not as trained."""
    size = max(3.0, min(cell.width() * 0.4, look.space(2.5)))
    corner = cell.topRight()
    painter.setPen(QPen(look.window, 1))
    painter.setBrush(look.text)
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _at_most(box: QRectF, side: float) -> QRectF:
    if box.width() <= side:
        return box
    middle = box.center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def _strokes(painter: QPainter, box: QRectF, cut: Cut) -> None:
    if cut.kind == OFF:
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
    elif cut.kind == CLAMP:
        for part in (0.3, 0.7):
            y = box.top() + part * box.height()
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    elif cut.kind == BOOST:
        up = cut.value > 1
        tip, foot = (box.top(), box.bottom()) if up else (box.bottom(), box.top())
        x, side = box.center().x(), box.width() * 0.38
        back = box.height() * (0.4 if up else -0.4)
        painter.drawLine(QPointF(x, foot), QPointF(x, tip))
        painter.drawLine(QPointF(x, tip), QPointF(x - side, tip + back))
        painter.drawLine(QPointF(x, tip), QPointF(x + side, tip + back))
