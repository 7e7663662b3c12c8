"""PictureRow: what happens to a drawing before the net gets it, step by step."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.data.prepare import WHOLE, Prepared, Recipe
from neuroviz.ui import device
from neuroviz.ui.backing import Backing
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import fade, picture
from neuroviz.ui.picture_steps import FIELD, Place, Step, mass_centre, steps_of
from neuroviz.ui.step_switch import DIMMED, paint_current, paint_left_out, paint_switch
from neuroviz.ui.theme import Theme, theme, theme_changes

_N = 5
_TIP_AGE_MS = 4000
_SWITCHES = ("crop", "scale", "centre", "full")  # what makes the second to the fifth picture


class PictureRow(Ringed):
    """Ink, crop, scaled, centred, grey: five small pictures with arrows between, in one row or more.

    With `set_recipe` each step has a switch: click its picture, or go there with the arrows and press Space.
    """

    recipe_changed = Signal(object)
    """A step was left out or taken again: the new Recipe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe: Recipe | None = None  # None: there are no switches
        self._at = 0  # the switch that the keyboard is on
        self._prepared: Prepared | None = None
        self._given: NDArray[np.uint8] | None = None
        self._number: int | None = None
        self._steps: tuple[Step, ...] | None = None  # None: to be coloured at the next paint
        self._frames: list[QRectF] = []
        self._frames_key: tuple[object, ...] = ()
        self._side = 0.0  # pixels of a frame for which they are coloured
        self._still = Backing()
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_prepared(self, prepared: Prepared | None) -> None:
        """Show the steps of one drawing; None when nothing is drawn."""
        self._prepared, self._given = prepared, None
        self._restyle()

    def set_given(self, grey: NDArray[np.uint8], number: int | None = None) -> None:
        """Show a picture that comes prepared: (28, 28), given to the net as it is; number: a test image."""
        self._prepared, self._given, self._number = None, grey, number
        self._restyle()

    def recipe(self) -> Recipe:
        """The steps that are taken."""
        return self._recipe or WHOLE

    def set_recipe(self, recipe: Recipe) -> None:
        """Put a switch under each step, silently."""
        self._recipe = recipe
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name()
        self.update()

    def toggle(self, k: int) -> None:
        """Leave out the k-th step (0: cropping), or take it again, as by hand."""
        if self._recipe is not None and self._given is None:
            self._at = k
            name = _SWITCHES[k]
            self.set_recipe(replace(self._recipe, **{name: not getattr(self._recipe, name)}))
            self.recipe_changed.emit(self._recipe)

    # -- paint -------------------------------------------------------------------------------------------

    def labels(self) -> tuple[str, ...]:
        """The words under the pictures."""
        return (
            self.tr("ink"),
            self.tr("cropped"),
            self.tr("20 × 20"),
            self.tr("centred"),
            self.tr("grey"),
        )

    def frames(self) -> list[QRectF]:
        """The square of each picture."""
        key = (self.size(), theme(), self._recipe is None, self.labels())
        if key != self._frames_key:
            self._frames, self._frames_key = self._laid_out(), key
        return self._frames

    def _laid_out(self) -> list[QRectF]:
        look = theme()
        per_row, side = self._fit(self.width(), self.height(), look)
        rows, line, arrow = ceil(_N / per_row), self._line(look), look.space(5)
        gap = look.space(2)
        pitch = max(side + arrow, min(self._word(look), self.width() / per_row))
        top = max(0.0, (self.height() - rows * (side + line) - (rows - 1) * gap) / 2)
        found = []
        for i in range(_N):
            row, column = divmod(i, per_row)
            count = min(per_row, _N - row * per_row)
            left = (self.width() - side - (count - 1) * pitch) / 2
            place = QPointF(left + column * pitch, top + row * (side + line + gap))
            found.append(QRectF(round(place.x()), round(place.y()), side, side))
        return found

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Pictures, marks, labels, arrows."""
        look, frames = theme(), self.frames()
        if self._given is not None:
            self._paint_given(painter, self._given, frames[-1], look)
            return
        self._still.paint(painter, self, (self._recipe,), self._paint_still)
        steps = self._coloured(look, frames[0].width() * device.ratio(painter))
        for i, (frame, step) in enumerate(zip(frames, steps, strict=False)):
            painter.setOpacity(1.0 if self._taken(i) else DIMMED)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, step.smooth)
            place = _inside(frame, step.drawn)
            if step.smooth:
                painter.drawImage(place, step.raster.image)
            else:
                device.draw_pixels(painter, place, step.raster.image)
        painter.setOpacity(1.0)
        for i, frame in enumerate(frames):
            if not self._taken(i):
                paint_left_out(painter, frame, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._prepared is not None:
            _box(painter, frames[0], self._prepared, look)
            _cross(painter, frames[3], self._prepared, look)
        if self._recipe is not None and self.hasFocus():
            paint_current(painter, frames[self._at + 1], look)

    def _paint_still(self, painter: QPainter) -> None:
        """What is the same for all drawings: frames, words, switches, arrows."""
        look, frames = theme(), self.frames()
        apart = frames[1].x() - frames[0].x() - look.space(1)
        edge = 2 * min(min(frame.center().x(), self.width() - frame.center().x()) for frame in frames)
        font = fitting(look.font(0.85), self.labels(), min(apart, edge) - self._switch(look))
        for i, (frame, label) in enumerate(zip(frames, self.labels(), strict=True)):
            painter.fillRect(frame.adjusted(-1, -1, 1, 1), look.line)
            painter.fillRect(frame, look.card)
            self._paint_label(painter, i, frame, label, font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one, other in pairwise(frames):
            if one.y() == other.y():
                _arrow(painter, QPointF((one.right() + other.left()) / 2, one.center().y()), look)

    def _taken(self, i: int) -> bool:
        """Whether the step that makes the i-th picture is taken."""
        return i == 0 or self._recipe is None or bool(getattr(self._recipe, _SWITCHES[i - 1]))

    def _paint_label(self, painter: QPainter, i: int, frame: QRectF, label: str, font: QFont) -> None:
        look = theme()
        under = QRectF(frame.x(), frame.bottom(), frame.width(), self._line(look))
        if i and self._recipe is not None:
            paint_switch(painter, under, label, self._taken(i), font, look)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        else:
            painter.setFont(font)
            painter.setPen(look.quiet)
            painter.drawText(under, int(_CENTRE), label)

    def _paint_given(self, painter: QPainter, grey: NDArray[np.uint8], frame: QRectF, look: Theme) -> None:
        painter.fillRect(frame.adjusted(-1, -1, 1, 1), look.line)
        shown = picture(grey.astype(np.float32) / np.float32(255.0), fade(look.card, look.ink))
        device.draw_pixels(painter, frame, shown.image)
        painter.setFont(look.font(0.85))
        painter.setPen(look.quiet)
        under = QRectF(frame.x(), frame.bottom(), frame.width(), self._line(look))
        painter.drawText(under, int(_CENTRE), self.labels()[-1])
        beside = QRectF(0, frame.y(), frame.x() - look.space(4), frame.height())
        painter.drawText(beside, int(_BESIDE), self.given_words())

    def given_words(self) -> str:
        """What the picture that comes prepared is, as far as that is known."""
        if self._number is None:
            return self.tr("This picture comes prepared: the net gets it as it is.")
        text = self.tr("Test image {i} comes prepared: the net gets it as it is.")
        return text.format(i=f"{self._number:,}")

    def _coloured(self, look: Theme, side: float) -> tuple[Step, ...]:
        """The pictures for frames of so many pixels."""
        prepared = self._prepared
        if self._steps is None or side != self._side:
            self._side = side
            self._steps = () if prepared is None else steps_of(prepared, look, side)
        return self._steps

    def _line(self, look: Theme) -> float:
        return QFontMetricsF(look.font(0.85)).height() + look.space(1)

    def _switch(self, look: Theme) -> float:
        """Width of a switch beside its word."""
        return 0.0 if self._recipe is None else QFontMetricsF(look.font(0.85)).ascent() + look.space(1)

    def _word(self, look: Theme) -> float:
        """Width of the widest word and its switch with some air, at full size."""
        metrics = QFontMetricsF(look.font(0.85))
        return max(map(metrics.horizontalAdvance, self.labels())) + self._switch(look) + look.space(2)

    def _fit(self, width: int, height: int, look: Theme) -> tuple[int, float]:
        """How many pictures go in a row so that they are largest and can be read, and their side."""
        best, score, word = (_N, 0.0), 0.0, self._word(look)
        for per_row in (5, 3, 2):
            rows = ceil(_N / per_row)
            across = (width - 2 - (per_row - 1) * look.space(5)) / per_row
            down = (height - 2 - rows * self._line(look) - (rows - 1) * look.space(2)) / rows
            side = min(across, down, look.space(40))
            legible = min(1.0, width / per_row / word)
            if side * legible > score * 1.1:
                best, score = (per_row, side), side * legible
        side = max(best[1], 12.0)
        return best[0], side // FIELD * FIELD if side >= 2 * FIELD else float(int(side))

    def sizeHint(self) -> QSize:
        """One row of pictures in which pixels can be seen."""
        look = theme()
        return QSize(5 * look.space(16) + 4 * look.space(5), look.space(16) + round(self._line(look)) + 2)

    def minimumSizeHint(self) -> QSize:
        """One row of small ones."""
        look = theme()
        return QSize(5 * 28 + 4 * look.space(5) + 2, 30 + round(self._line(look)))

    def hasHeightForWidth(self) -> bool:
        """A narrow one needs two rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for pictures of 56 pixels or more in as few rows as possible."""
        look = theme()
        per_row = 5 if width >= 5 * 56 + 4 * look.space(5) else 3
        side = min((width - 2 - (per_row - 1) * look.space(5)) / per_row, look.space(28))
        rows = ceil(_N / per_row)
        return ceil(rows * (side + self._line(look)) + (rows - 1) * look.space(2)) + 2

    # -- events ------------------------------------------------------------------------------------------

    def value_at(self, place: QPointF) -> tuple[int, int, int, float] | None:
        """Picture, row, column and value at a place in the widget; None outside of all."""
        frames = self.frames()
        side = frames[0].width() * self.devicePixelRatioF()
        for i, (frame, step) in enumerate(zip(frames, self._coloured(theme(), side), strict=False)):
            area = _inside(frame, step.place)
            if area.contains(place):
                high, wide = step.values.shape
                row = min(int((place.y() - area.y()) / area.height() * high), high - 1)
                column = min(int((place.x() - area.x()) / area.width() * wide), wide - 1)
                return i, row, column, float(step.values[row, column])
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The value of the pixel under the mouse."""
        found = self.value_at(event.position())
        if found is None:
            QToolTip.hideText()
            return
        i, row, column, value = found
        text = self.tr("row {row}, column {column}: {value}")
        shown = f"{value:.0f} / 255" if i == _N - 1 else f"{value:.2f}"
        told = text.format(row=row + 1, column=column + 1, value=shown)
        QToolTip.showText(event.globalPosition().toPoint(), told, self, self.rect(), _TIP_AGE_MS)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a picture, or on the word under it, turns its step off or on."""
        if event.button() == Qt.MouseButton.LeftButton:
            line = self._line(theme())
            for k, frame in enumerate(self.frames()[1:]):
                if frame.adjusted(0, 0, 0, line).contains(event.position()):
                    self.toggle(k)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from switch to switch, Space turns one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if self._recipe is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif step is not None:
            self._at = min(max(self._at + step, 0), len(_SWITCHES) - 1)
            self._name()
            self.update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.toggle(self._at)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._still.forget()
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What the net gets"))
        text = self.tr("The ink, cropped, scaled, centred by mass, and as grey levels.")
        if self._recipe is not None:
            state = self.tr("{step}: on") if self._taken(self._at + 1) else self.tr("{step}: off")
            text = f"{text} {state.format(step=self.labels()[self._at + 1])}"
        self.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self._steps = None
        self.update()


_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def _inside(frame: QRectF, place: Place) -> QRectF:
    side = frame.width()
    x, y, wide, high = place
    return QRectF(frame.x() + x * side, frame.y() + y * side, wide * side, high * side)


def _arrow(painter: QPainter, middle: QPointF, look: Theme) -> None:
    """From one picture to the one on its right."""
    x, y = middle.x(), middle.y()
    half = look.space(1)
    painter.setPen(QPen(look.quiet, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    head = [QPointF(x - half / 2, y - half), QPointF(x + half / 2, y), QPointF(x - half / 2, y + half)]
    painter.drawPolyline(QPolygonF(head))


def _box(painter: QPainter, frame: QRectF, prepared: Prepared, look: Theme) -> None:
    """The bounding box on the ink."""
    scale = frame.width() / len(prepared.ink)
    x0, y0, x1, y1 = (side * scale for side in prepared.box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.accent, 1.5))
    painter.drawRect(QRectF(frame.x() + x0, frame.y() + y0, x1 - x0, y1 - y0))


def _cross(painter: QPainter, frame: QRectF, prepared: Prepared, look: Theme) -> None:
    """A cross at the centre of mass."""
    x, y = mass_centre(prepared.centred)
    at = QPointF(frame.x() + x * frame.width(), frame.y() + y * frame.height())
    reach = look.space(1.5)
    for colour, width in ((look.window, 4.0), (look.accent, 1.8)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(at - QPointF(reach, 0), at + QPointF(reach, 0))
        painter.drawLine(at - QPointF(0, reach), at + QPointF(0, reach))
