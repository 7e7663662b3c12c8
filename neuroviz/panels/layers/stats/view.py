"""StatsView: the table of all layers on top; below, the chosen layer's numbers, weights and units."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.nn import Net, Sigmoid, Tanh
from neuroviz.panels.layers.stats import words
from neuroviz.panels.layers.stats.bars import CountBars
from neuroviz.panels.layers.stats.table import LayerTable, Row
from neuroviz.panels.layers.stats.units import UnitGrid
from neuroviz.sims.layer_stats import StatsFrame
from neuroviz.sims.layer_tally import FLAT_SLOPE, Tallied
from neuroviz.ui.controls import Words
from neuroviz.ui.long_work import LongWork, UntilDone
from neuroviz.ui.theme import theme, theme_changes


class StatsView(QWidget):
    """Knows how to show a frame."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.activations, self.weights = LayerTable(), CountBars(), CountBars()
        self.units, self.work = UnitGrid(), LongWork()
        self._units_head, self._list = Words(scale=0.85, quiet=True), Words(scale=0.85)
        self._rule = Words(scale=0.85, quiet=True)
        for one in (self._list, self._rule):
            one.setWordWrap(True)
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._frame: StatsFrame | None = None
        self._layer = 0
        self._told = -1
        self._lay_out()
        self.units.pointed.connect(self._on_pointed)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.say()

    def show_frame(self, frame: StatsFrame | None, layer: int) -> None:
        """All of it; layer: the one that is large."""
        self._frame, self._layer = frame, layer
        rows = [] if frame is None else _rows(frame)
        self.table.set_rows(rows)
        self.table.set_layer(layer)
        self._show_layer()

    def set_log(self, log: bool) -> None:
        """Heights of bars as logarithms."""
        for one in (self.table, self.activations, self.weights):
            one.set_log(log)

    def say(self) -> None:
        """Everything anew in the present language."""
        self.show_frame(self._frame, self._layer)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)

    def _show_layer(self) -> None:
        frame, one = self._frame, self._one()
        if frame is None or one is None:
            self.activations.show_counts(
                None, words.activations_title(), words.activations(), words.working(frame)
            )
            self.weights.show_counts(None, words.weights_title(None, 0, None), words.weights(), "")
            self.activations.show_here(None)
            self.units.show_units(None, 0)
        else:
            self.activations.show_counts(one.counts, words.activations_title(), words.activations())
            self.activations.show_ends(_ends(frame.net, self._layer))
            self.activations.show_here(frame.here if frame.layer == self._layer else None)
            at = next((i for i in range(self._layer, -1, -1) if frame.weights[i] is not None), 0)
            weighed = frame.weights[at]
            title = words.weights_title(frame.net, at, weighed)
            counts = None if weighed is None else weighed.counts
            self.weights.show_counts(counts, title, words.weights(), words.no_weights())
            self.units.show_units(one, frame.seen)
        self._rule.setText(words.definition(one))
        self._list.setText(words.listed(one))
        self._say_units()

    def _one(self) -> Tallied | None:
        frame = self._frame
        return frame.layers[self._layer] if frame is not None and self._layer < len(frame.layers) else None

    def _on_pointed(self, unit: int) -> None:
        self._told = unit
        self._say_units()

    def _say_units(self) -> None:
        one, frame = self._one(), self._frame
        if one is not None and frame is not None and 0 <= self._told < one.n_units:
            self._units_head.setText(words.unit_told(one, self._told, frame.seen).replace("\n", " · "))
        else:
            self._units_head.setText(words.colour_told(one))

    def _lay_out(self) -> None:
        self._units_head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        units = QVBoxLayout()
        units.addWidget(self._units_head)
        units.addWidget(self.units, 1)
        self._lower = QHBoxLayout()
        self._lower.addWidget(self.activations, 5)
        self._lower.addWidget(self.weights, 4)
        self._lower.addLayout(units, 4)
        self._units = units
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        foot = QWidget()
        told = QVBoxLayout(foot)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self._list)
        told.addWidget(self._rule)
        self._foot = told
        self.until = UntilDone(self.work, foot)
        self._all.addWidget(self.table, 5)
        self._all.addLayout(self._lower, 4)
        self._all.addLayout(self.until)

    def _restyle(self) -> None:
        now = theme()
        self._all.setSpacing(now.space(1.5))
        self._lower.setSpacing(now.space(3))
        self._units.setSpacing(now.space(1))
        self._foot.setSpacing(now.space(0.5))


def _rows(frame: StatsFrame) -> Sequence[Row]:
    both = zip(frame.layers, frame.weights, strict=False)  # before the first inputs there are weights alone
    return [Row(frame.net, i, one, weights) for i, (one, weights) in enumerate(both)]


def _ends(net: Net, layer: int) -> tuple[float, float] | None:
    """Outside of these outputs the function of a layer is flat: a(1 − a) or 1 − a² below its tenth."""
    function = net.layers[layer - 1] if layer else None
    if isinstance(function, Sigmoid):
        half = float(np.sqrt(1 - FLAT_SLOPE)) / 2
        return 0.5 - half, 0.5 + half
    if isinstance(function, Tanh):
        end = float(np.sqrt(1 - FLAT_SLOPE))
        return -end, end
    return None
