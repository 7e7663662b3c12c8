"""UnitsView: all units of a layer in an order on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.plane import PlaneTask
from neuroviz.io.unit_names import Names
from neuroviz.panels.layers.units import tips, words
from neuroviz.panels.layers.units.detail import UnitDetail
from neuroviz.panels.layers.units.faces import Face, small_faces
from neuroviz.panels.layers.units.grid import Entry, UnitGrid
from neuroviz.panels.layers.units.measures import MEASURES, NOW, measured, ordered, progress
from neuroviz.panels.layers.units.work_row import WorkRow
from neuroviz.sims.unit_layers import UnitLayer
from neuroviz.sims.units import UnitsFrame
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_MILESTONES = 4  # so often the order is renewed while a measure is still being taken


class UnitsView(QWidget):
    """It knows how to show a frame, not where frames come from."""

    layer_chosen = Signal(int)
    measure_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layers: tuple[UnitLayer, ...] = ()
        self._measure = MEASURES[0]
        self._names: Names = {}
        self._frame: UnitsFrame | None = None
        self._entered: tuple[object, ...] = ()
        self._sorted: tuple[object, ...] = ()
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._faces: Callable[[int], Face | None] | None = None
        self._faced: tuple[object, ...] = ()
        self._of_layer, self._of_measure = (Words(scale=0.85, quiet=True) for _ in range(2))
        self.layer_box, self.measure_box = ChoiceBox(), ChoiceBox()
        self.grid, self.work, self.detail = UnitGrid(), WorkRow(), UnitDetail()
        for one in MEASURES:
            self.measure_box.addItem("", one)
        self._lay_out()
        self.layer_box.activated.connect(self.layer_chosen)
        self.measure_box.activated.connect(self._on_measure)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_layers(self, layers: tuple[UnitLayer, ...], number: int) -> None:
        """Offer these layers; silently."""
        if layers != self._layers:
            self._layers = layers
            self.layer_box.clear()
            self.layer_box.addItems([words.layer_name(one) for one in layers])
        self.layer_box.setCurrentIndex(number)

    def set_measure(self, measure: str) -> None:
        """Sort by this; silently."""
        self._measure = measure
        self.measure_box.setCurrentIndex(MEASURES.index(measure))
        self._show()

    def set_names(self, names: Names) -> None:
        """What the units of the net are called."""
        if names != self._names:
            self._names = names
            self._entered = ()
            self._show()

    def show_frame(self, frame: UnitsFrame, names: Names, task: PlaneTask | None) -> None:
        """Show what is known by now."""
        self._frame = frame
        if names != self._names:
            self._names, self._entered = names, ()
        self._show()
        self.detail.show_frame(frame, self._names, task)
        self._show_work(frame)

    def order(self) -> NDArray[np.int64]:
        """The units as they stand in the list."""
        return self._order

    def _show_work(self, frame: UnitsFrame) -> None:
        busy = frame.doing != ""
        self.work.show_work(words.doing(frame), frame.part, busy=busy, halted=frame.halted)

    # -- the list ------------------------------------------------------------------------------------

    def _show(self) -> None:
        frame = self._frame
        if frame is None:
            return
        state = _known(frame)
        if state != self._faced:
            self._faced, self._faces = state, small_faces(frame)
        self.grid.set_faces(self._faces)
        key = (*_known(frame), self._measure, _milestone(frame), frame.survey is None)
        if self._measure == NOW:
            key = (*key, None if frame.now is None else frame.now.tobytes())
        resort = key != self._sorted
        if resort:
            self._sorted = key
            self._order = ordered(frame, self._measure, self._names)
        entered = (*key, *progress(frame))
        if resort or entered != self._entered:
            self._entered = entered
            self._show_entries(frame)
        self.grid.set_current(frame.unit)
        if resort:
            self.grid.show_current()

    def _show_entries(self, frame: UnitsFrame) -> None:
        """Words and bars are asked for when they are drawn: a layer may have thousands of units."""
        values = measured(frame, self._measure, self._names)
        names, measure, survey = self._names, self._measure, frame.survey
        profiles = None
        if survey is not None and survey.n and len(survey.class_counts) > 1:
            profiles = survey.class_means

        def entry(unit: int) -> Entry:
            name = names.get((frame.layer.start, unit), "")
            value = float("nan") if values is None else float(values[unit])
            silent = survey is not None and survey.still(unit)
            profile = None if profiles is None else profiles[unit]
            text = words.value_of(measure, value, frame)
            return Entry(words.unit_name(unit, name), text, bool(name), profile, silent)

        self.grid.show_units(self._order, entry, profiles)

    def tip(self, unit: int) -> str:
        """What hovering over a unit in the list tells."""
        if self._frame is None:
            return ""
        name = self._names.get((self._frame.layer.start, unit), "")
        return tips.of_unit(self._frame, unit, name)

    def _on_measure(self, index: int) -> None:
        self.measure_chosen.emit(MEASURES[index])

    # -- places ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.grid.set_teller(self.tip)
        choices = QWidget()
        leave_out(choices)
        self._choice = QGridLayout(choices)
        self._choice.setContentsMargins(0, 0, 0, 0)
        for row, (label, box) in enumerate(
            ((self._of_layer, self.layer_box), (self._of_measure, self.measure_box))
        ):
            self._choice.addWidget(label, row, 0)
            self._choice.addWidget(box, row, 1)
        self._choice.setColumnStretch(1, 1)
        self._left = QVBoxLayout()
        self._left.addWidget(choices)
        self._left.addWidget(self.grid, 1)
        self._left.addWidget(self.work)
        self._all = QHBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._left, 8)
        self._all.addWidget(self.detail, 12)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._of_layer.setText(self.tr("Layer"))
        self._of_measure.setText(self.tr("Sorted by"))
        self.layer_box.setAccessibleName(self.tr("Layer"))
        self.layer_box.setToolTip(self.tr("The layer whose units are looked at"))
        self.measure_box.setAccessibleName(self.tr("Sorted by"))
        self.measure_box.setToolTip(self.tr("In which order the units stand"))
        self.grid.setAccessibleName(self.tr("Units of the layer"))
        for i, layer in enumerate(self._layers):
            self.layer_box.setItemText(i, words.layer_name(layer))
        for i, measure in enumerate(MEASURES):
            self.measure_box.setItemText(i, words.measure_name(measure))
        self._entered = ()
        self._show()
        if self._frame is not None:
            self._show_work(self._frame)

    def _restyle(self) -> None:
        now = theme()
        self._left.setSpacing(now.space(2))
        self._choice.setHorizontalSpacing(now.space(2))
        self._choice.setVerticalSpacing(now.space(1))
        self._all.setSpacing(now.space(4))


def _known(frame: UnitsFrame) -> tuple[object, ...]:
    """What the faces and the order depend on."""
    looked = frame.survey is not None and frame.survey.complete
    maps = None if frame.maps is None else id(frame.maps.small)
    return frame.digest, frame.layer.number, frame.centre, looked, maps


def _milestone(frame: UnitsFrame) -> int:
    """While something is being measured the order is renewed seldom, so that nothing jumps all the time."""
    return progress(frame, _MILESTONES)[0]
