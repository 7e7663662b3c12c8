"""PhotoView: the centre of the page: the photo, one digit of it, and the steps as a strip of pictures."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.digits.photo.detail import DigitDetail
from neuroviz.panels.digits.photo.film_strip import FilmStrip
from neuroviz.panels.digits.photo.pictures import N_PICTURES, image_of, stage_values
from neuroviz.panels.digits.photo.sheet_view import Mark, SheetView
from neuroviz.sims.photo import PhotoFrame
from neuroviz.ui.theme import theme, theme_changes

LAST = N_PICTURES - 1
_DETAIL_SHARE, _DETAIL_STEPS = 0.36, 76


class PhotoView(QWidget):
    """It knows how to show a frame, not where frames come from. Position 0..7: which picture is large."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet, self.detail, self.strip = SheetView(), DigitDetail(), FilmStrip()
        self.position = LAST
        self.chosen = 0
        self._frame: PhotoFrame | None = None
        self._above = QHBoxLayout()
        self._above.addWidget(self.sheet, 1)
        self._above.addWidget(self.detail)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._above, 1)
        self._all.addWidget(self.strip)
        self.sheet.picked.connect(self.choose)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def show_frame(self, frame: PhotoFrame) -> None:
        """Show one reading; while it is under way, as far as it has come."""
        new = self._frame is None or frame.source is not self._frame.source
        self._frame = frame
        if new:
            self.chosen = 0
        self.strip.set_values(stage_values(frame.reading))
        self._show_large()
        self.choose(min(self.chosen, max(0, len(frame.answers) - 1)))

    def go_to(self, position: int) -> None:
        """Show this stage large."""
        self.position = min(max(position, 0), LAST)
        self.strip.set_large(self.position)
        self._show_large()

    def choose(self, k: int) -> None:
        """Show the k-th digit beside the photo."""
        self.chosen = k
        frame = self._frame
        if frame is None or frame.reading is None or k >= len(frame.answers):
            self.detail.show_digit(None, None, None)
            return
        self.sheet.select(k)
        n = len(frame.answers)
        self.detail.show_digit((k + 1, n), frame.reading.digits[k].prepared, frame.answers[k])

    def chosen_grey(self) -> np.ndarray | None:
        """The chosen digit as the net gets it, (28, 28) uint8."""
        frame = self._frame
        if frame is None or frame.reading is None or self.chosen >= len(frame.reading.digits):
            return None
        return frame.reading.digits[self.chosen].prepared.grey

    def _show_large(self) -> None:
        frame = self._frame
        if frame is None or frame.reading is None:
            self.sheet.set_picture(None, ())
            return
        values = stage_values(frame.reading)
        index = 0 if self.position == LAST else self.position
        while values[index] is None:
            index -= 1
        marks = _marks(frame) if self.position == LAST else ()
        picture = values[index]
        image: QImage | None = None if picture is None else image_of(picture, index)
        self.sheet.set_picture(image, marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The photo gets the most."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        look = theme()
        self._above.setSpacing(look.space(4))
        self._all.setSpacing(look.space(3))
        self._fit()
        if self._frame is not None:
            self._show_large()

    def _fit(self) -> None:
        share = round(self.width() * _DETAIL_SHARE)
        self.detail.setFixedWidth(max(200, min(share, theme().space(_DETAIL_STEPS))))


def _marks(frame: PhotoFrame) -> tuple[Mark, ...]:
    """What was found, for the photo."""
    if frame.reading is None or len(frame.answers) != len(frame.reading.digits):
        return ()
    marks = []
    for one, p in zip(frame.reading.digits, frame.answers, strict=True):
        order = np.argsort(-p, kind="stable")
        best, second = int(order[0]), int(order[1])
        corners = tuple((float(x), float(y)) for x, y in one.corners)
        marks.append(Mark(corners, best, float(p[best]), second, float(p[second])))
    return tuple(marks)
