"""WhyView: the centre of the page: all pictures side by side with the check of the maps, or one large."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from neuroviz.panels.layers.why import formulas, words
from neuroviz.panels.layers.why.check import Check
from neuroviz.panels.layers.why.config import SHARED
from neuroviz.panels.layers.why.large import Large
from neuroviz.panels.layers.why.plane_map import PlaneMap
from neuroviz.panels.layers.why.plate import Shown, scale_of
from neuroviz.panels.layers.why.tile import Tile
from neuroviz.panels.layers.why.words import CHANGE, CHANGED, INPUT
from neuroviz.sims.attribution import INTEGRATED, METHODS, OCCLUSION, TIMES_INPUT
from neuroviz.sims.why import WhyFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes

_IN_SCORE = (TIMES_INPUT, INTEGRATED, OCCLUSION)  # measured in the same unit, so that a scale can be shared


class WhyView(QWidget):
    """The pictures of the page; it knows how to show a frame, not where frames come from."""

    opened = Signal(str)
    """A picture is wanted large; "" for all of them again."""

    put = Signal(float, float)
    """The point of the plane is wanted there."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: WhyFrame | None = None
        self._scale = ""
        self.tiles = {picture: Tile(picture) for picture in words.PICTURES}
        self.large = Large()
        self.plane = PlaneMap()
        self.check = Check()
        self._legend = Words(scale=0.85, quiet=True)
        self._legend.setWordWrap(True)
        self._plane_words = Words(scale=0.85, quiet=True)
        self._plane_words.setWordWrap(True)
        self._lay_out()
        self._wire()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    # -- what is shown -----------------------------------------------------------------------------

    def show_frame(self, frame: WhyFrame, scale: str) -> None:
        """Show all that is known."""
        self._frame, self._scale = frame, scale
        plane = frame.subject.kind == "plane"
        self._plane_box.setVisible(plane)
        for picture in (INPUT, CHANGE, CHANGED):
            self.tiles[picture].setVisible(not plane)
        self.check.setVisible(not plane)
        self._place_maps(plane)
        if plane:
            self.plane.show_frame(frame)
            self._plane_words.setText(self._plane_text(frame))
        open_ = self.opened_picture()
        for picture, tile in self.tiles.items():
            if open_ == picture:
                self.large.show_picture(frame, self._shown(frame, picture))
            elif not open_ and tile.isVisibleTo(self):
                tile.show_values(self._shown(frame, picture), words.caption(frame, picture))
        if not plane:
            self.check.show_frame(frame)

    def open(self, picture: str) -> None:
        """Lay a picture large, "" for all of them."""
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        if picture in self.tiles:
            self.large.choose(picture)
            if self._frame is not None:
                self.large.show_picture(self._frame, self._shown(self._frame, picture))
            self._stack.setCurrentWidget(self.large)
            if focused:
                self.large.plate.setFocus()
        else:
            self._stack.setCurrentWidget(self._grid_box)
            if self._frame is not None:
                self.show_frame(self._frame, self._scale)
            if focused:
                self.tiles[self.large.picture].plate.setFocus()

    def opened_picture(self) -> str:
        """Which picture lies there large; "" for none."""
        return self.large.picture if self._stack.currentWidget() is self.large else ""

    def _shown(self, frame: WhyFrame, picture: str) -> Shown:
        if picture == INPUT:
            if frame.x is None:
                return Shown(note=words.waiting(frame))
            return Shown(frame.x, frame.side, ink=frame.side > 0, scale=_reach(frame.x))
        if picture in (CHANGE, CHANGED):
            return self._shown_flip(frame, picture)
        found = frame.maps.get(picture)
        if found is None or not np.isfinite(found.values).any():
            return Shown(note=words.waiting(frame))
        maps = [found.values]
        if self._scale == SHARED and picture in _IN_SCORE:
            maps = [frame.maps[one].values for one in _IN_SCORE if one in frame.maps]
        return Shown(found.values, frame.side, scale=scale_of(*maps))

    def _shown_flip(self, frame: WhyFrame, picture: str) -> Shown:
        flip, x = frame.flip, frame.x
        if flip is None or flip.x is None or x is None or len(flip.x) != len(x):
            return Shown(note=words.no_flip(frame))
        if picture == CHANGED:
            return Shown(flip.x, frame.side, ink=frame.side > 0, scale=_reach(flip.x))
        change = flip.x - x
        return Shown(change, frame.side, scale=float(np.abs(change).max()))

    def _plane_text(self, frame: WhyFrame) -> str:
        if not frame.finite or frame.x is None:
            return words.waiting(frame)
        text = self.tr(
            "∇f: where the {score} rises most steeply. Dashed: the path of integrated gradients. "
            "Ring: the nearest other answer found{flip}. Stronger colour: surer."
        )
        found = words.caption(frame, CHANGE)
        return text.format(score=words.score(frame), flip=f" ({found})" if found else "")

    # -- inside ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._plane_box = QWidget()
        plane = self._plane_column = QVBoxLayout(self._plane_box)
        plane.setContentsMargins(0, 0, 0, 0)
        plane.addWidget(self.plane, 1)
        plane.addWidget(self._plane_words)
        for column, picture in enumerate((INPUT, CHANGE, CHANGED)):
            self._grid.addWidget(self.tiles[picture], 1, column)
        self._grid.addWidget(self.check, 1, 3)
        self._grid.addWidget(self._legend, 2, 0, 1, 4)
        self._planar: bool | None = None
        self._place_maps(False)
        for row in range(2):
            self._grid.setRowStretch(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._grid_box)
        self._stack.addWidget(self.large)

    def _place_maps(self, planar: bool) -> None:
        """Maps in a row; for the plane two by two beside it."""
        if planar == self._planar:
            return
        self._planar = planar
        self._even_out()
        for column, share in enumerate((6, 6, 5, 5) if planar else (1, 1, 1, 1)):
            self._grid.setColumnStretch(column, share)
        places = ((0, 2), (0, 3), (1, 2), (1, 3)) if planar else ((0, 0), (0, 1), (0, 2), (0, 3))
        for method, place in zip(METHODS, places, strict=True):
            self._grid.addWidget(self.tiles[method], *place)
        if planar:
            self._grid.addWidget(self._plane_box, 0, 0, 2, 2)
        else:
            self._grid.removeWidget(self._plane_box)
            self._plane_box.setParent(self._grid_box)
            self._plane_box.hide()

    def _wire(self) -> None:
        for picture, tile in self.tiles.items():
            tile.plate.set_teller(partial(self._tell, picture))
            tile.plate.opened.connect(partial(self.opened.emit, picture))
            tile.plate.pointed.connect(partial(self._on_pointed, picture))
        self.large.closed.connect(partial(self.opened.emit, ""))
        self.plane.moved.connect(self.put)

    def _tell(self, picture: str, i: int) -> str:
        return formulas.formula(self._frame, picture, i)

    def _on_pointed(self, picture: str, i: int) -> None:
        """The same input is marked in all pictures."""
        for other, tile in self.tiles.items():
            if other != picture:
                tile.plate.set_mark(i)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for tile in self.tiles.values():
            tile.retranslate()
        self.check.retranslate()
        self._even_out()
        self._legend.setText(words.legend())
        if self._frame is not None:
            self.show_frame(self._frame, self._scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures of another width, and words of another height below them."""
        super().resizeEvent(event)
        self._even_out()

    def _even_out(self) -> None:
        """The longest words below a picture decide for all, so that all pictures are of one size."""
        tiles = self.tiles.values()
        for tile in tiles:
            tile.worth.setMinimumHeight(0)  # a label asked for its height counts it in
        wide = (self.width() - 3 * self._grid.horizontalSpacing()) // 4
        high = 0 if self._planar else max(tile.worth.heightForWidth(max(wide, 1)) for tile in tiles)
        for tile in tiles:
            tile.worth.setMinimumHeight(high)

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme().space(4))
        self._grid.setVerticalSpacing(theme().space(3))
        self._plane_column.setSpacing(theme().space(1))
        self._even_out()


def _reach(values: np.ndarray) -> float:
    """The height of the bars of an input."""
    finite = values[np.isfinite(values)]
    return max(float(np.abs(finite).max(initial=0.0)), 1.0)
