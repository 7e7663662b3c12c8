"""SurgeryPanel: units switched off, held and boosted, weights edited, and what comes of it, at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.data.plane import task_of
from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.page import LayerPage
from neuroviz.panels.layers.surgery import showcase, words
from neuroviz.panels.layers.surgery.hand import SurgeryHand
from neuroviz.panels.layers.surgery.kept import from_plain, to_plain
from neuroviz.panels.layers.surgery.view import CURVE, EFFECT, TABS, SurgeryView
from neuroviz.runtime import Change, Frame, Run
from neuroviz.sims.cuts import (
    Cuts,
    blocks,
    fits,
    operated,
    own_after,
    own_values,
    shown_at,
    state_of,
)
from neuroviz.sims.surgery import SurgeryFrame, SurgerySim, activity_of
from neuroviz.sims.sweep import SweepFrame, SweepSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.long_work import State
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.side_run import SideRun

_A_MOMENT = 1000  # ms
_LEAST = 140  # steps of the theme's space: what the centre needs in height


@dataclass(frozen=True)
class Own:
    """What is done to the nets, by name; where one looks only comes along."""

    cuts: tuple[tuple[str, Cuts], ...]
    block: int = field(compare=False)
    units: tuple[int, ...] = field(compare=False)
    seed: int = field(compare=False)


class SurgeryPanel(LayerPage):
    """Its run answers and judges before and after; each net keeps its cuts while others are looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._by_net = from_plain(context.memory.get("cuts"))
        self.seed = 0
        self._block, self._units = 0, cast("tuple[int, ...]", ())
        self._sweep = SideRun()
        self._swept: SweepFrame | None = None
        self._shown: object = None
        self._halted = False
        self._since = QElapsedTimer()
        self._since.start()
        self.view = SurgeryView()
        tab = context.memory.get("tab")
        self.view.show_tab(tab if tab in TABS else EFFECT)
        self.place_page(self.view, ())
        self.room.set_timeless()
        self.room.set_least(_LEAST)
        self.hand = SurgeryHand(self)
        self._wire_sweep()
        self._take_net()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """Answers at once, judges coarsely, then exactly; it rests until something changes."""
        return Run(SurgerySim(self.subject(), self.net_name(), self.cuts()), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show one answer and what has been judged so far."""
        assert isinstance(frame, SurgeryFrame)
        if frame.subject.net is not self._shown:
            self._shown = frame.subject.net
            self.view.units.show_net(frame.parts)
            self.view.units.choose(self._block, self._units)
        self.view.units.show_frame(frame)
        self.view.show_frame(frame, digits=self._digital(frame), judging=self._judging())
        self._show_own()
        self._show_layer()

    def sentence(self) -> str:
        """What is cut, what the net says now, and what classes suffer most."""
        frame = self.last if isinstance(self.last, SurgeryFrame) else None
        digits = frame is not None and self._digital(frame)
        return words.sentence(frame, net_title(self.net_name()), digits=digits)

    def presets(self) -> tuple[Preset, ...]:
        """Cuts that tell something; some fail, some do not although one would think so."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """Answers, confusion before and after, activity, and the sweep."""
        frame, found = self.last, dict(self.view.sweep.data())
        if not isinstance(frame, SurgeryFrame):
            return found
        for name, trace in (("before", frame.before), ("after", frame.after)):
            if trace is not None:
                found[f"output_{name}"] = trace.output[0]
        if frame.score is not None:
            found["confusion_before"], found["confusion_after"] = frame.score.before, frame.score.after
        for b, values in enumerate(frame.activity or ()):
            found[f"activity_{b + 1}"] = values
        return found

    def pose(self) -> None:
        """The unit that matters most to the CNN is off."""
        showcase.pose(self)

    def posed(self) -> bool:
        """All is judged, with these cuts, for what lies there."""
        frame = self.last
        if not isinstance(frame, SurgeryFrame) or not frame.complete or frame.cuts != self.cuts():
            return False
        return frame.subject.net is self.net() and frame.before is not None and super().posed()

    def memory(self) -> dict[str, Any]:
        """The cuts by net, and what is looked at."""
        return {**super().memory(), "cuts": to_plain(self._by_net), "tab": self.view.tab()}

    def own_state(self) -> Own:
        """The cuts, and what is chosen."""
        cuts = tuple(sorted((name, one) for name, one in self._by_net.items() if one))
        return Own(cuts, self._block, self._units, self.seed)

    def restore_own(self, state: Any) -> None:
        """Cut as before, bit for bit."""
        assert isinstance(state, Own)
        self.seed = state.seed
        by_net = dict(state.cuts)
        self.set_cuts(by_net.get(self.net_name(), ()))
        self._by_net = by_net
        self.choose(state.block, state.units)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the picture."""
        return (
            (self.tr("Enter, Del"), self.tr("Switch the chosen units off, or on again")),
            (self.tr("Shift+Arrows"), self.tr("Choose more units")),
        )

    # -- what presets use --------------------------------------------------------------------------

    def cuts(self) -> Cuts:
        """What is done to the present net."""
        return self._by_net.get(self.net_name(), ())

    def chosen(self) -> tuple[int, tuple[int, ...]]:
        """Block and units that are looked at."""
        return self._block, self._units

    def choose(self, block: int, units: tuple[int, ...]) -> None:
        """Look at these units."""
        if 0 <= block < len(self.parts) and all(0 <= unit < self.parts[block].n for unit in units):
            self._block, self._units = block, units
            self.view.units.choose(block, units)
            self._show_chosen()

    def operate(self, net: str, cuts: Cuts, units: tuple[int, tuple[int, ...]]) -> None:
        """A net with these cuts and no others, and what is to be looked at."""
        self.choose_net(net)
        if self.net_name() == net:
            self.set_cuts(cuts)
            self.choose(*units)
            self.view.show_tab(EFFECT)

    # -- the life of the room ----------------------------------------------------------------------

    def enter(self) -> None:
        """Go on measuring, if it was."""
        super().enter()
        self._sweep.resume()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        self._sweep.pause()

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        self._sweep.end()

    def tick(self) -> None:
        """Take what has been measured."""
        super().tick()
        frame = self._sweep.take()
        if isinstance(frame, SweepFrame):
            self._swept = frame
            self._show_sweep()

    def on_net(self) -> None:
        """Another net, with the cuts it had when it was looked at last."""
        self._take_net()
        self.tell(Change("name", self.net_name()))
        self.tell(Change("cuts", self.cuts()))
        self._begin()

    def on_subject(self) -> None:
        """The point on the maps."""
        self._show_point()

    def retranslate(self) -> None:
        """Say everything anew."""
        self._show_cuts()
        super().retranslate()

    # -- inside ------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """All is judged anew from now on."""
        self._halted = False
        self._since.restart()

    def _judging(self) -> State:
        """Work that is over in a moment needs no button to stop it."""
        return "stopped" if self._halted else "working" if self._since.elapsed() > _A_MOMENT else "over"

    def _halt(self, on: bool) -> None:
        self._halted = on
        self.tell(Change("halted", on))
        if isinstance(self.last, SurgeryFrame):
            self.draw(self.last)

    def _wire_sweep(self) -> None:
        self.view.key.stop_asked.connect(partial(self._halt, True))
        self.view.key.start_asked.connect(partial(self._halt, False))
        view = self.view.sweep
        view.start_asked.connect(self._on_sweep)
        view.stop_asked.connect(self._on_sweep_stop)
        view.go_on_asked.connect(self._on_sweep_on)

    def _take_net(self) -> None:
        net, name = self.net(), self.net_name()
        self.parts = blocks(net)
        own = tuple(cut for cut in self._by_net.get(name, ()) if fits(self.parts, net, cut))
        self._by_net[name] = own
        self._block, self._units = 0, ()
        self.view.planes.show_task(task_of(name))
        self.view.many.propose(self.tr("{net}, cut").format(net=net_title(name)))
        self._show_cuts()
        self._show_point()
        self._end_sweep()

    def set_cuts(self, cuts: Cuts) -> None:
        if cuts != self.cuts():
            self._by_net[self.net_name()] = cuts
            self.tell(Change("cuts", cuts))
            self._begin()
            self._end_sweep()
        self._show_cuts()

    def _show_cuts(self) -> None:
        cuts = self.cuts()
        self.view.list.show_cuts(self.parts, cuts)
        self.view.set_n_cuts(len(cuts))
        self.view.many.show_cuts(len(cuts), changed=any(cut.active for cut in cuts))
        self._show_chosen()

    def _show_chosen(self) -> None:
        if not self._units:
            self.view.inspector.show_none(self.parts)
        else:
            state = state_of(self.cuts(), self._block, self._units[-1])
            self.view.inspector.show_units(self.parts, self._block, self._units, state)
            self._show_own()
        self._show_layer()

    def _show_own(self) -> None:
        if len(self._units) == 1 and self._block < len(self.parts):
            net, block, unit = self.net(), self.parts[self._block], self._units[0]
            now = own_after(net, block, self._block, unit, self.cuts())
            self.view.inspector.show_own(block, now, own_values(net, block, unit), self._inputs())

    def _inputs(self) -> Array | None:
        """What the weights of the chosen unit meet now; None where each meets many, or nothing is known."""
        frame, b = self.last, self._block
        if not isinstance(frame, SurgeryFrame) or frame.after is None or b >= len(frame.parts):
            return None
        block = frame.parts[b]
        if len(block.fan) != 1 or frame.subject.net is not self.net():
            return None
        more = 0
        if b:
            more = shown_at(frame.subject.net, frame.parts, frame.cuts)[b - 1] - (frame.parts[b - 1].gate - 1)
        at = block.layer - 1 + more
        found: Array = (frame.after.input if at < 0 else frame.after.activations[at])[0].ravel()
        return found

    def _show_layer(self) -> None:
        frame = self.last
        known = isinstance(frame, SurgeryFrame) and frame.subject.net is self.net()
        self.view.many.show_layer(self.parts, self._block, measured=self.activity() is not None)
        judged = known and isinstance(frame, SurgeryFrame) and frame.score is not None
        digits = known and isinstance(frame, SurgeryFrame) and self._digital(frame)
        self.view.sweep.show_layer(self.parts, self._block, judged=judged, digits=digits)

    def _show_point(self) -> None:
        if self.source.kind == "plane":
            x, y = self.source.numbers().tolist()
            self.view.planes.put(x, y)

    def _digital(self, frame: SurgeryFrame) -> bool:
        return frame.subject.kind == "digit" and frame.subject.net.shapes[-1] == (10,)

    def activity(self) -> Array | None:
        """How active the units of the layer are: on average, else for what lies there now."""
        frame = self.last
        if not isinstance(frame, SurgeryFrame) or frame.subject.net is not self.net() or not frame.parts:
            return None
        if frame.activity is not None:
            found: Array = frame.activity[self._block]
            return found
        if frame.before is None:
            return None
        return activity_of(frame.before.activations[frame.parts[self._block].gate - 1])

    def _on_sweep(self) -> None:
        if self._block < len(self.parts):
            self._swept = None
            self.view.show_tab(CURVE)
            net = operated(self.net(), self.cuts())
            self._sweep.start(SweepSim(net, self.net_name(), self._block, self.seed))

    def _on_sweep_stop(self) -> None:
        self._sweep.halt()
        self._show_sweep()

    def _on_sweep_on(self) -> None:
        self._sweep.go_on()
        self._show_sweep()

    def _end_sweep(self) -> None:
        self._sweep.end()
        self._swept = None
        self._show_sweep()

    def _show_sweep(self) -> None:
        self.view.sweep.show_sweep(self._swept, halted=self._sweep.halted)
