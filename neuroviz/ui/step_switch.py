"""A switch under a picture of a step: a tick box with a word, and how a step looks that is left out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from neuroviz.ui.icons import paint_icon
from neuroviz.ui.theme import Theme

DIMMED = 0.3  # how much is left to be seen of a step that is not taken


def paint_switch(painter: QPainter, place: QRectF, text: str, on: bool, font: QFont, look: Theme) -> QRectF:
    """A tick box and a word in the middle of `place`; the word is struck out when off. Gives their box."""
    struck = QFont(font)
    struck.setStrikeOut(not on)
    metrics = QFontMetricsF(struck)
    side, gap = round(metrics.ascent() * 0.95), look.space(1)
    wide = metrics.horizontalAdvance(text)
    whole = QRectF(0, 0, side + gap + wide, metrics.height())
    whole.moveCenter(place.center())
    box = QRectF(whole.left(), round(whole.center().y() - side / 2), side, side)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.accent if on else look.quiet, 1.2))
    painter.setBrush(look.accent if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), side * 0.22, side * 0.22)
    if on:
        paint_icon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check", look.on_accent)
    painter.setFont(struck)
    painter.setPen(look.quiet)
    words = QRectF(box.right() + gap, whole.top(), wide + 2, whole.height())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)
    return whole


def paint_left_out(painter: QPainter, frame: QRectF, look: Theme) -> None:
    """Cross out a picture whose step is not taken."""
    inset = look.space(1)
    inner = frame.adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((look.window, 4.0), (look.warn, 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(inner.bottomLeft()), QPointF(inner.topRight()))


def paint_current(painter: QPainter, frame: QRectF, look: Theme) -> None:
    """Where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.accent, 2.0))
    painter.drawRoundedRect(frame.adjusted(-3, -3, 3, 3), 3, 3)
