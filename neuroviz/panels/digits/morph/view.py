"""MorphView: both ends, what is mixed, and the ten answers along both ways."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.digits.morph import words
from neuroviz.panels.digits.morph.tile import Tile
from neuroviz.sims.morph import LAST, MorphFrame, Way
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves, PlotMark, Series
from neuroviz.ui.theme import theme, theme_changes

_X = np.arange(LAST + 1) / LAST


class MorphView(QWidget):
    """The pictures of the page; it knows how to show a place on the way of a frame."""

    def __init__(self) -> None:
        super().__init__()
        self.a, self.mixed, self.near, self.b = Tile(), Tile(), Tile(), Tile()
        self.pixels, self.inside = Curves(), Curves()
        self._shown: list[Way | None] = [None, None]
        self._frame: MorphFrame | None = None
        self._place = 0
        self._tiles = QHBoxLayout()
        for tile in (self.a, self.mixed, self.near, self.b):
            self._tiles.addWidget(tile, 1)
        self._holder = QWidget()
        self._tiles.setContentsMargins(0, 0, 0, 0)
        self._holder.setLayout(self._tiles)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._holder, 34)
        self._all.addWidget(self.pixels, 33)
        self._all.addWidget(self.inside, 33)
        self._note = Words(scale=0.85, quiet=True)
        self._note.setWordWrap(True)
        self._note.hide()
        self._all.addWidget(self._note)
        for chart in (self.pixels, self.inside):
            chart.set_naming("peak")
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_frame(self, frame: MorphFrame) -> None:
        """Show what is known by now."""
        renamed = self._frame is None or (frame.net, frame.layer) != (self._frame.net, self._frame.layer)
        self._frame = frame
        if renamed:
            self._set_axes()
        for i, (chart, way) in enumerate(((self.pixels, frame.pixels), (self.inside, frame.inside))):
            if way is not self._shown[i]:
                self._shown[i] = way
                _show_way(chart, way)
        self.set_place(self._place)

    def set_place(self, place: int) -> None:
        """Show the place `place` of 0..100."""
        self._place = place
        for chart in (self.pixels, self.inside):
            chart.set_cursor(place / LAST, step=1 / LAST)
        frame = self._frame
        if frame is None:
            return
        a, b = (
            None if end is None else end.astype(np.float32) / np.float32(255) for end in (frame.a, frame.b)
        )
        self.a.show_picture(a, words.read(frame.pixels, 0))
        self.b.show_picture(b, words.read(frame.pixels, LAST))
        share = np.float32(place / LAST)
        mixed = None if a is None or b is None else (1 - share) * a + share * b
        self.mixed.show_picture(mixed, words.read(frame.pixels, place))
        index = int(frame.nearest[place])
        near = None
        if index >= 0 and frame.digits is not None:
            near = frame.digits.images[index].astype(np.float32) / np.float32(255)
        self.near.show_picture(near, words.found(frame, index))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _set_axes(self) -> None:
        frame = self._frame
        layer = "" if frame is None else words.layer(frame.net, frame.layer)
        self.near.set_heading(words.nearest(frame))
        x = Axis(self.tr("share of the way from A to B"), low=0.0, high=1.0, share=True)
        pixels = self.tr("Pixels mixed: probability of each digit")
        inside = self.tr("Mixed after {layer}: probability of each digit").format(layer=layer)
        bare = Axis("", low=0.0, high=1.0, share=True)
        alone = frame is not None and words.one_way(frame)
        self.inside.setVisible(not alone)
        self._all.setStretchFactor(self.pixels, 66 if alone else 33)
        self._note.setText(words.note(frame))
        self._note.setVisible(alone)
        for chart, axis, heading in ((self.pixels, x if alone else bare, pixels), (self.inside, x, inside)):
            chart.set_axes(axis, Axis(heading, low=0.0, high=1.0, share=True))
            chart.setAccessibleName(heading)

    def _retranslate(self) -> None:
        self.a.set_heading("A")
        self.b.set_heading("B")
        self.mixed.set_heading(self.tr("Pixels mixed"))
        self.near.setToolTip(
            self.tr(
                "What is mixed inside the net is no picture: this is the test image whose numbers there are "
                "nearest to it"
            )
        )
        for chart in (self.pixels, self.inside):
            chart.set_hint(self.tr("The answers along the way appear here"))
        self._set_axes()
        self.set_place(self._place)

    def _restyle(self) -> None:
        now = theme()
        self._tiles.setSpacing(now.space(4))
        self._all.setSpacing(now.space(1))


def _show_way(chart: Curves, way: Way | None) -> None:
    if way is None:
        chart.set_series([])
        chart.set_marks([])
        return
    p = way.probabilities
    chart.set_series([Series.of(str(k), _X, p[:, k], k) for k in range(p.shape[1])])
    chart.set_marks([PlotMark(flip.at, f"{flip.before} → {flip.after}") for flip in way.flips])
