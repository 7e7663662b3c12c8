"""SheetView: a photo, large, with a box, the answer and its certainty at each digit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.panels.digits.photo.plates import with_certainty
from neuroviz.panels.digits.photo.words import SURE
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_HESITATES_BELOW = 0.6
Plate = tuple[QRectF, bool]
"""Where an answer stands, and whether it says how sure."""


@dataclass(frozen=True)
class Mark:
    """A digit on the photo: corners as parts of it, the answer, the second best, and how sure of each."""

    corners: tuple[tuple[float, float], ...]
    digit: int
    p: float
    second: int
    q: float


class SheetView(Ringed):
    """Click a digit, or go from one to the next with the arrows; Return takes it to the pad."""

    picked = Signal(int)
    """The digit of this number was chosen."""
    taken = Signal()
    """Return was pressed on the chosen digit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._marks: tuple[Mark, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.update)
        self._describe()

    def set_picture(self, image: QImage | None, marks: tuple[Mark, ...]) -> None:
        """Show this picture with these marks on it."""
        self._image, self._marks = image, marks
        self._at = min(self._at, max(0, len(marks) - 1))
        self._describe()
        self.update()

    def marks(self) -> tuple[Mark, ...]:
        """What is marked."""
        return self._marks

    def select(self, k: int) -> None:
        """Make the k-th digit the chosen one, silently."""
        self._at = k
        self._describe()
        self.update()

    def place(self) -> QRectF:
        """Where the picture lies."""
        if self._image is None:
            return QRectF(self.rect())
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        return QRectF(left, top, size.width(), size.height())

    def polygon(self, mark: Mark) -> QPolygonF:
        """The box of a mark, in the widget's pixels."""
        place = self.place()
        return QPolygonF(
            [QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in mark.corners]
        )

    # -- paint -----------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The photo, then what was found on it."""
        look, place = theme(), self.place()
        if self._image is None:
            painter.fillRect(place, look.card)
            painter.setFont(look.font(1.25))
            painter.setPen(look.quiet)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, int(flags), self.tr("Drop a photo of digits here"))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(place)  # what was turned may reach beyond the photo
        plates = self.plates()
        order = sorted(range(len(self._marks)), key=lambda k: k == self._at)  # the chosen one on top
        for k in order:
            self._paint_box(painter, self._marks[k], look, chosen=k == self._at)
        for k in order:  # no box crosses an answer
            self._paint_label(painter, self._marks[k], look, plates[k], chosen=k == self._at)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_box(self, painter: QPainter, mark: Mark, look: Theme, *, chosen: bool) -> None:
        shape, colour = self.polygon(mark), look.digit(mark.digit)
        unsure = mark.p < _HESITATES_BELOW
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.window, 5.0 if chosen else 3.5))
        painter.drawPolygon(shape)
        style = Qt.PenStyle.DashLine if unsure else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 3.5 if chosen else 2.0, style))
        painter.drawPolygon(shape)

    def plates(self) -> list[Plate]:
        """A plate over each box: the answer, and how sure where there is room; always of the chosen one and
        of the one that the sentence names as least sure."""
        short = [self._plate(mark, certain=False) for mark in self._marks]
        long = [self._plate(mark, certain=True) for mark in self._marks]
        first = {self._at}
        least = min(range(len(self._marks)), key=lambda k: self._marks[k].p, default=-1)
        if least >= 0 and self._marks[least].p < SURE:
            first.add(least)
        told = with_certainty(short, long, first)
        return [(long[k] if certain else short[k], certain) for k, certain in enumerate(told)]

    def _plate(self, mark: Mark, *, certain: bool) -> QRectF:
        look, place, box = theme(), self.place(), self.polygon(mark).boundingRect()
        metrics = QFontMetricsF(look.font(1.0, QFont.Weight.Bold, tabular=True))
        wide, high = metrics.horizontalAdvance(_answer(mark)) + 2 * look.space(1), metrics.height()
        if certain:
            small = QFontMetricsF(look.font(0.85, tabular=True))
            wide += small.horizontalAdvance(percent(mark.p)) + look.space(1)
        plate = QRectF(0, 0, wide, high)
        plate.moveCenter(QPointF(box.center().x(), box.top() - high / 2 - look.space(0.5)))
        plate.moveLeft(min(max(plate.left(), place.left() + 1), max(1.0, place.right() - wide - 1)))
        plate.moveTop(min(max(plate.top(), place.top() + 1), place.bottom() - high - 1))
        return plate

    def _paint_label(self, painter: QPainter, mark: Mark, look: Theme, plate: Plate, *, chosen: bool) -> None:
        """The answer in bold, and how sure."""
        box, certain = plate
        pad = look.space(1)
        painter.setPen(QPen(look.digit(mark.digit), 1.5))
        painter.setBrush(look.window)
        painter.drawRoundedRect(box, look.space(1), look.space(1))
        painter.setFont(look.font(1.0, QFont.Weight.Bold, tabular=True))
        painter.setPen(look.text)
        painter.drawText(box.adjusted(pad, 0, 0, 0), int(_LEFT), _answer(mark))
        if certain:
            painter.setFont(look.font(0.85, tabular=True))
            painter.setPen(look.quiet if not chosen else look.text)
            painter.drawText(box.adjusted(0, 0, -pad, 0), int(_RIGHT), percent(mark.p))

    def sizeHint(self) -> QSize:
        """A photo in its usual shape."""
        return QSize(theme().space(120), theme().space(80))

    def minimumSizeHint(self) -> QSize:
        """Less shows nothing."""
        return QSize(160, 100)

    # -- events ------------------------------------------------------------------------------------------

    def mark_at(self, at: QPointF) -> int | None:
        """The number of the digit at a place; of several, the one whose middle is nearest."""
        inside = [
            (QPointF(shape.boundingRect().center() - at).manhattanLength(), k)
            for k, mark in enumerate(self._marks)
            if (shape := self.polygon(mark)).containsPoint(at, Qt.FillRule.OddEvenFill)
        ]
        return min(inside)[1] if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a digit."""
        found = self.mark_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(found)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the digits in reading order."""
        forward = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = forward.get(Qt.Key(event.key()))
        if self._marks and step is not None and plain(event):
            self._choose(min(max(self._at + step, 0), len(self._marks) - 1))
        elif self._marks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _choose(self, k: int) -> None:
        self.select(k)
        self.picked.emit(k)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Photo with the digits found"))
        if not self._marks:
            self.setAccessibleDescription(self.tr("No digit is marked."))
            return
        mark = self._marks[self._at]
        text = self.tr("Digit {k} of {n}: {digit}, {p} percent; next best {second}, {q} percent.")
        self.setAccessibleDescription(
            text.format(
                k=self._at + 1, n=len(self._marks), digit=mark.digit, p=_whole(mark.p),
                second=mark.second, q=_whole(mark.q),
            )
        )  # fmt: skip


def _answer(mark: Mark) -> str:
    return f"{mark.digit}?" if mark.p < _HESITATES_BELOW else f"{mark.digit}"


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip


def _whole(p: float) -> str:
    """A probability in whole percent; a net whose values overflow has none."""
    return "–" if math.isnan(p) else str(round(100 * p))
