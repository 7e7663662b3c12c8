"""FilmStrip: every step from photo to digits as a small picture; most have a switch."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.data.photo.filters import Grey
from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.panels.digits.photo import words
from neuroviz.panels.digits.photo.config import SWITCHES
from neuroviz.panels.digits.photo.pictures import N_PICTURES, image_of
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.step_switch import DIMMED, paint_current, paint_left_out, paint_switch
from neuroviz.ui.theme import Theme, theme, theme_changes

_LEGIBLE = 0.8  # of their size: words are not made smaller than this before there are two rows


class FilmStrip(Ringed):
    """Click a picture to see it large, the word under it to leave its step out.

    By keyboard: the arrows go from picture to picture, Return shows it large, Space turns its switch.
    """

    shown = Signal(int)
    """This picture is wanted large."""
    recipe_changed = Signal(object)
    """A step was left out or taken again: the new PhotoRecipe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Grey | None] = [None] * N_PICTURES
        self._images: dict[int, tuple[Grey, QImage]] = {}
        self._recipe = PhotoRecipe()
        self._large = N_PICTURES - 1
        self._at = N_PICTURES - 1
        self._rows = 1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_values(self, values: list[Grey | None]) -> None:
        """Show these pictures; coloured when they are painted."""
        self._values = values
        self.update()

    def recipe(self) -> PhotoRecipe:
        """As the switches stand."""
        return self._recipe

    def set_recipe(self, recipe: PhotoRecipe) -> None:
        """Set the switches, silently."""
        self._recipe = recipe
        self._describe()
        self.update()

    def set_large(self, k: int) -> None:
        """Mark the picture that is seen large."""
        self._large = self._at = k
        self._describe()
        self.update()

    def toggle(self, k: int) -> None:
        """Leave out the step that makes the k-th picture, or take it again, as by hand."""
        name = switch_of(k)
        if name is not None:
            self._at = k
            off: dict[str, bool] = {name: not getattr(self._recipe, name)}
            self.set_recipe(replace(self._recipe, **off))  # type: ignore[arg-type]
            self.recipe_changed.emit(self._recipe)

    # -- paint -----------------------------------------------------------------------------------------

    def frames(self) -> list[QRectF]:
        """The place of each picture."""
        look = theme()
        gap, per_row = look.space(3), N_PICTURES // self._rows
        wide = (self.width() - 8 - (per_row - 1) * gap) / per_row
        step = (self.height() - 4) / self._rows
        high = max(10.0, step - self._line(look) - 4)
        found = []
        for k in range(N_PICTURES):
            row, column = divmod(k, per_row)
            found.append(
                QRectF(round(4 + column * (wide + gap)), round(4 + row * step), int(wide), int(high))
            )
        return found

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Pictures, words, switches."""
        look, frames, names = theme(), self.frames(), words.step_names()
        room = frames[1].x() - frames[0].x()
        font = fitting(look.font(0.85), names, room - look.space(6))
        for k, (frame, name) in enumerate(zip(frames, names, strict=True)):
            on = self._taken(k)
            painter.fillRect(frame, look.card)
            self._paint_picture(painter, k, frame, look)
            under = QRectF(frame.x(), frame.bottom(), frame.width(), self._line(look))
            if switch_of(k) is None:
                painter.setFont(font)
                painter.setPen(look.quiet)
                painter.drawText(under, int(_CENTRE), name)
            else:
                paint_switch(painter, under, name, on, font, look)
                if not on:
                    paint_left_out(painter, frame, look)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent if k == self._large else look.line, 2 if k == self._large else 1))
            painter.drawRect(frame)
        if self.hasFocus():
            paint_current(painter, frames[self._at], look)

    def _paint_picture(self, painter: QPainter, k: int, frame: QRectF, look: Theme) -> None:
        image = self._image(k, frame)
        if image is None:
            return
        inside = frame.adjusted(1, 1, -1, -1)
        size = image.size().toSizeF().scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(0, 0), size)
        place.moveCenter(inside.center())
        painter.setOpacity(1.0 if self._taken(k) else max(DIMMED, 0.45 if look.dark else 0.35))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        painter.setOpacity(1.0)

    def _image(self, k: int, frame: QRectF) -> QImage | None:
        """Coloured once for each new picture."""
        values = self._values[k]
        if values is None:
            return None
        known = self._images.get(k)
        if known is None or known[0] is not values:
            longest = round(2 * max(frame.width(), frame.height()))
            known = self._images[k] = (values, image_of(values, k, longest))
        return known[1]

    def _taken(self, k: int) -> bool:
        name = switch_of(k)
        return name is None or bool(getattr(self._recipe, name))

    def _line(self, look: Theme) -> float:
        return QFontMetricsF(look.font(0.85)).height() + look.space(1)

    def sizeHint(self) -> QSize:
        """A row of pictures in which shapes can be told, or two where the words need them."""
        look = theme()
        high = look.space(17 if self._rows == 1 else 12) + round(self._line(look)) + 4
        return QSize(look.space(180), self._rows * high + 4)

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high."""
        return QSize(8 * 48, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of rows."""
        super().resizeEvent(event)
        self._choose_rows()

    def _choose_rows(self) -> None:
        look = theme()
        metrics = QFontMetricsF(look.font(0.85))
        word = max(map(metrics.horizontalAdvance, words.step_names()))
        room = (self.width() - 8 + look.space(3)) / N_PICTURES - look.space(6)
        rows = 1 if room >= _LEGIBLE * word else 2
        if rows != self._rows:
            self._rows = rows
            self._images.clear()
            self.updateGeometry()
            self.update()

    # -- events ------------------------------------------------------------------------------------------

    def _found(self, at: QPointF) -> tuple[int, bool] | None:
        """The picture at a place, and whether it is its word."""
        line = self._line(theme())
        for k, frame in enumerate(self.frames()):
            if frame.adjusted(-4, 0, 4, line + 4).contains(at):
                return k, at.y() > frame.bottom()
        return None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows or switches."""
        found = self._found(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            k, word = found
            if word and switch_of(k) is not None:
                self.toggle(k)
            else:
                self._show(k)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What the step under the mouse does."""
        found = self._found(event.position())
        if found is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), words.step_hints()[found[0]], self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Return, Space."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not plain(event):
            super().keyPressEvent(event)
        elif step is not None:
            self._at = min(max(self._at + step, 0), N_PICTURES - 1)
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show(self._at)
        elif event.key() == Qt.Key.Key_Space and switch_of(self._at) is not None:
            self.toggle(self._at)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self._choose_rows()
            self.update()
        super().changeEvent(event)

    def _show(self, k: int) -> None:
        self.set_large(k)
        self.shown.emit(k)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Steps from the photo to the digits"))
        name = words.step_names()[self._at]
        state = self.tr("{step}: on") if self._taken(self._at) else self.tr("{step}: off")
        self.setAccessibleDescription(state.format(step=name) if switch_of(self._at) is not None else name)

    def _restyle(self) -> None:
        self._images.clear()
        self._choose_rows()
        self.updateGeometry()
        self.update()


def switch_of(k: int) -> str | None:
    """The field of the recipe that the k-th picture's switch stands for; None where there is none."""
    return SWITCHES[k - 1] if 1 <= k <= len(SWITCHES) else None


_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
