"""SurgeryHand: what the visitor does in the picture, the inspector and the lists, as cuts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from neuroviz.panels.layers.surgery.inspector import AS_IT_IS
from neuroviz.panels.layers.surgery.many import RANDOM, STRONGEST
from neuroviz.sims.cuts import (
    BOOST,
    CLAMP,
    OFF,
    Cut,
    Edit,
    Kind,
    at_random,
    operated,
    ranked,
    state_of,
    with_edits,
    with_state,
    without_state,
)
from neuroviz.ui.net_keeper import free_name

if TYPE_CHECKING:
    from neuroviz.panels.layers.surgery.panel import SurgeryPanel

_KINDS: dict[str, Kind] = {OFF: OFF, CLAMP: CLAMP, BOOST: BOOST}


class SurgeryHand(QObject):
    """Listens to the view of its panel; every act is noted and can be taken back."""

    def __init__(self, panel: SurgeryPanel) -> None:
        super().__init__(panel)
        self._panel, view = panel, panel.view
        view.units.chosen.connect(panel.choose)
        view.units.switch_asked.connect(self.switch)
        view.inspector.state_set.connect(self.set_state)
        view.inspector.edited.connect(self.edit)
        view.inspector.restore_asked.connect(self.restore)
        view.list.active_set.connect(self.set_active)
        view.list.removed.connect(self.remove)
        view.many.asked.connect(self.cut_many)
        view.many.reset_asked.connect(self.reset)
        view.many.keep_asked.connect(self.keep)
        view.planes.moved.connect(self._on_point)

    def switch(self) -> None:
        """The chosen units off; if they are all off already, on again."""
        block, units = self._panel.chosen()
        states = [state_of(self._panel.cuts(), block, unit) for unit in units]
        if units:
            off = all(state is not None and state.kind == OFF for state in states)
            self.set_state(AS_IT_IS if off else OFF, 0.0)

    def set_state(self, state: str, value: float) -> None:
        """The chosen units off, held at, times, or as they are."""
        block, units = self._panel.chosen()
        if not units:
            return
        if state not in _KINDS:
            self._act(without_state(self._panel.cuts(), block, units))
            return
        cut = Cut(block, _KINDS[state], tuple(sorted(units)), 0.0 if state == OFF else value)
        self._panel.set_cuts(with_state(self._panel.cuts(), cut))
        self._panel.acts.note_soon()

    def edit(self, edits: list[Edit]) -> None:
        """Own values of the one unit that is chosen."""
        block, units = self._panel.chosen()
        if len(units) == 1:
            panel = self._panel
            panel.set_cuts(with_edits(panel.net(), panel.cuts(), block, units[0], edits))
            panel.acts.note_soon()

    def restore(self) -> None:
        """All that it has learned, for the one unit that is chosen."""
        here = self._panel.chosen()
        self._act(tuple(cut for cut in self._panel.cuts() if cut.gates or (cut.block, cut.units) != here))

    def set_active(self, i: int, on: bool) -> None:
        """A cut of the list made again, or set aside."""
        cuts = self._panel.cuts()
        if i < len(cuts):
            self._act((*cuts[:i], replace(cuts[i], active=on), *cuts[i + 1 :]))

    def remove(self, i: int) -> None:
        """A cut of the list gone."""
        cuts = self._panel.cuts()
        self._act((*cuts[:i], *cuts[i + 1 :]))

    def reset(self) -> None:
        """All of them gone."""
        self._act(())

    def cut_many(self, which: str, k: int) -> None:
        """k of the layer off: at random, or by how active they are."""
        panel = self._panel
        block, _ = panel.chosen()
        if block >= len(panel.parts):
            return
        n, activity = panel.parts[block].n, panel.activity()
        if which == RANDOM:
            panel.acts.settle()
            panel.seed += 1
            units = at_random(n, k, panel.seed)
        elif activity is not None:
            units = tuple(sorted(ranked(activity, strongest=which == STRONGEST)[:k]))
        else:
            return
        self._act((*panel.cuts(), Cut(block, OFF, units)))
        panel.choose(block, units)

    def keep(self, name: str) -> None:
        """The net with its cuts, beside the others."""
        panel = self._panel
        name = free_name(panel.context.workspace, name)
        panel.context.workspace.put("net", name, operated(panel.net(), panel.cuts()))
        panel.notice.emit(self.tr("Kept as “{name}”: all rooms can use it now.").format(name=name))

    def _on_point(self, x: float, y: float) -> None:
        self._panel.put_point(x, y)
        self._panel.acts.note_soon()

    def _act(self, cuts: tuple[Cut, ...]) -> None:
        """One act, complete."""
        self._panel.acts.settle()
        self._panel.set_cuts(cuts)
        self._panel.acts.note()
