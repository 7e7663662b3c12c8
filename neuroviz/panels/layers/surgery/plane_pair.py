"""PlanePair: what a net of two inputs says everywhere on the plane, before and after the cuts."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.plane import PlaneTask
from neuroviz.nn import Net, Sigmoid, Softmax, softmax
from neuroviz.nn.arrays import Array
from neuroviz.sims.surgery import PlaneMaps
from neuroviz.ui.controls import Words
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as to_words
from neuroviz.ui.plane_pad import PlanePad
from neuroviz.ui.theme import Theme, theme, theme_changes


class PlanePair(QWidget):
    """Two maps with the points of the task; the visitor's point can be moved on both."""

    moved = Signal(float, float)
    """The point was put there."""

    def __init__(self) -> None:
        super().__init__()
        self.pads = (PlanePad(), PlanePad())
        self._captions = (Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True))
        self._rasters: list[Raster | None] = [None, None]
        self._maps: PlaneMaps | None = None
        self._nets: tuple[Net, Net] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for caption, pad in zip(self._captions, self.pads, strict=True):
            column = QVBoxLayout()
            column.addWidget(caption)
            column.addWidget(pad, 1)
            self._row.addLayout(column, 1)
            pad.moved.connect(self.moved)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_task(self, task: PlaneTask | None) -> None:
        """The points that are to be told apart."""
        for pad in self.pads:
            pad.set_task(task)

    def put(self, x: float, y: float) -> None:
        """Where the visitor's point is."""
        for pad in self.pads:
            pad.put(x, y)

    def show_maps(self, maps: PlaneMaps | None, nets: tuple[Net, Net]) -> None:
        """What the nets say everywhere, before and after."""
        if maps is not self._maps or theme() is not self._look:
            self._maps, self._nets, self._look = maps, nets, theme()
            for k, pad in enumerate(self.pads):
                if maps is None:
                    pad.set_map(None)
                    continue
                self._rasters[k] = _coloured((maps.before, maps.after)[k], nets[k], self._look)
                pad.set_map(self._image(k))

    _look: Theme | None = None

    def _image(self, k: int) -> QImage | None:
        raster = self._rasters[k]
        return None if raster is None else raster.image

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._captions[0].setText(self.tr("Before"))
        self._captions[1].setText(self.tr("After"))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(3))
        if self._maps is not None and self._nets is not None:
            self.show_maps(self._maps, self._nets)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _coloured(outputs: Array, net: Net, look: Theme) -> Raster:
    """Each place in the colour of its class, the paler the less sure; the ground where there is no number."""
    with np.errstate(invalid="ignore", over="ignore"):
        if outputs.shape[-1] == 1:
            last = net.layers[-1]
            p = outputs if isinstance(last, Sigmoid) else 1 / (1 + np.exp(-outputs))
            p = np.concatenate([1 - p, p], axis=-1)
        elif isinstance(net.layers[-1], Softmax | Sigmoid):
            p = outputs
        else:
            rows = outputs.reshape(-1, outputs.shape[-1])
            p = softmax(rows).reshape(outputs.shape)
    ground = np.array(_rgb(look.card), np.float32)
    colours = np.array([_rgb(look.digit(k)) for k in range(p.shape[-1])], np.float32)
    best = np.nan_to_num(p).argmax(axis=-1)
    sure = np.take_along_axis(p, best[..., None], axis=-1)
    least = 1 / max(2, p.shape[-1])
    share = np.clip((sure - least) / (1 - least), 0, 1) * 0.6 + 0.1
    share = np.where(np.isfinite(share), share, 0)
    rgb = ground * (1 - share) + colours[best] * share
    rgba = np.full((*rgb.shape[:2], 4), 255, np.uint8)
    rgba[..., :3] = np.rint(rgb)
    made = Raster(*rgb.shape[:2])
    made.words[:] = to_words(rgba)
    return made
