"""NetPanel: the whole net in one picture, while it answers; time is the way of the activations through it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from neuroviz.nn import Net
from neuroviz.panels.layers.net import showcase, words
from neuroviz.panels.layers.net.config import NetConfig, knob_texts
from neuroviz.panels.layers.net.reading import Reading, read
from neuroviz.panels.layers.net.tools import MapTools
from neuroviz.panels.layers.page import LayerPage
from neuroviz.runtime import Frame, restored
from neuroviz.sims.layers import LayersFrame
from neuroviz.ui import motion
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.focus import plain
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.net_map import NetMap
from neuroviz.ui.netmap import flow
from neuroviz.ui.netmap.camera import Camera
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, PanelSpec, Preset
from neuroviz.ui.timeline import Mark

_SPEED = 4.0  # places a second: three seconds from layer to layer, to talk over
_MARKED = 40  # layers; of more, none has a mark in time
_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_F)


@dataclass(frozen=True)
class NetState:
    """What the visitor has set on the map; where they look only comes along."""

    folded: frozenset[int] = frozenset()
    followed: Spot | None = None
    camera: Camera = field(default_factory=Camera, compare=False)


class NetPanel(LayerPage, PathPanel):
    """Its run traces whatever lies before the net; its time lies between the input and the answer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, speed=_SPEED)
        self._shown: Net | None = None
        self._place: int | None = None  # None: everything is computed
        self._flows_soon = False
        self._found: Reading | None = None
        self.view = NetMap()
        self.knobs = KnobForm(restored(NetConfig(), context.memory.get("knobs")), knob_texts)
        self.tools = MapTools(self.view)
        self.place_page(self.view, (self.knobs, self.tools))
        self.view.set_links(self.knobs.config().links)
        self.knobs.changed.connect(self.on_knob)
        self.view.followed.connect(self._on_set)
        self.view.arranged.connect(self._on_set)
        self.tools.answer_asked.connect(self._on_answer)
        self.choose_net(str(context.memory.get("net")))
        self._show_time()
        self.retranslate()

    # -- what a room provides ------------------------------------------------------------------------

    def draw(self, frame: Frame) -> None:
        """Show every layer."""
        assert isinstance(frame, LayersFrame)
        if frame.subject.net is not self.net():
            return  # another net has been chosen since: its own answer is under way
        self._take_net(frame.subject.net)
        self.view.set_trace(frame.trace)
        self.view.set_answer(frame.probabilities)
        if frame.trace is None and self._place is not None:
            self.seek(self.length())
        self._read()
        self._begin_to_flow()

    def sentence(self) -> str:
        """What the net says, or what happens at this layer."""
        frame = self.last if isinstance(self.last, LayersFrame) else None
        if frame is not None and frame.subject.net is not self._shown:
            frame = None
        return words.sentence(frame, self._found, net_title(self.net_name()))

    def presets(self) -> tuple[Preset, ...]:
        """A net that works, small ones to see all of, and some that failed."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def set_pages(self, specs: Sequence[PanelSpec], here: str) -> None:
        """Tabs for its neighbours; what happens at a layer takes two lines to say."""
        super().set_pages(specs, here)
        self.room.set_lines(2)

    def try_it(self, action: str) -> None:
        """What the explanation offers."""
        showcase.TRIES[action](self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of the map."""
        return (
            ("+  −", self.tr("closer to the net, or farther")),
            (self.tr("Arrows"), self.tr("from value to value, on the map")),
            (self.tr("Shift+arrows"), self.tr("move the map")),
            (self.tr("Enter"), self.tr("follow the value that is asked for")),
            ("F", self.tr("fold its layer up, or out again")),
            (self.tr("Esc"), self.tr("follow no more; then the whole net")),
        )

    def data(self) -> Mapping[str, np.ndarray]:
        """Every activation, the answer, and the path that is followed."""
        frame = self.last
        if not isinstance(frame, LayersFrame) or frame.trace is None:
            return {}
        found = {"input": frame.trace.input[0]}
        found |= {f"layer_{i + 1}": a[0] for i, a in enumerate(frame.trace.activations)}
        if frame.probabilities is not None:
            found["probabilities"] = frame.probabilities
        path = self.view.path()
        if path is not None:
            for i, cells in path.cells.items():
                found[f"path_{i}_cells"], found[f"path_{i}_shares"] = cells, path.shares[i]
        return found

    def pose(self) -> None:
        """A drawn five before the CNN."""
        showcase.five(self)

    def posed(self) -> bool:
        """It has been answered, and what is shown is that."""
        return super().posed() and self._answered() and not (self._playing or self.view.rough)

    def memory(self) -> dict[str, Any]:
        """The net by name, and the knobs."""
        return {**super().memory(), "knobs": vars(self.knobs.config())}

    def own_state(self) -> NetState:
        """The folded layers, and what is followed."""
        return NetState(self.view.folded(), self.view.following(), self.view.camera())

    def restore_own(self, state: NetState) -> None:
        """Fold and follow as before."""
        self._take_net(self.net())
        self.view.set_folded(state.folded)
        self.view.look(state.camera)
        self.view.follow(state.followed)

    def show_end(self) -> None:
        """Everything is computed."""
        self._flows_soon = False
        self.seek(self.length())

    def on_knob(self, name: str, value: object) -> None:
        """How many links are drawn."""
        if name == "links" and isinstance(value, int):
            self.view.set_links(value)
            self._read()
            self.refresh_sentence()

    # -- time is the way through the net -------------------------------------------------------------

    @property
    def n_stages(self) -> int:
        """The input, and every layer with weights."""
        model = self.view.model()
        return 0 if model is None else len(model.stages)

    def length(self) -> int:
        """So many places for each layer; none while nothing lies before the net."""
        frame = self.last
        if not isinstance(frame, LayersFrame) or frame.trace is None:
            return 0
        return flow.length(self.n_stages)

    def at(self) -> int:
        """Where the activations have come to."""
        return self.length() if self._place is None else self._place

    def go_to(self, place: int) -> None:
        """Let the activations have come so far."""
        place = min(max(place, 0), self.length())
        if self._playing and not motion.on():
            place -= place % flow.places(self.n_stages) if place < self.length() else 0
        self._place = None if place >= self.length() else place
        self._show_moment(float(place))
        self.room.transport.set_position(place)
        self._read()
        self.refresh_sentence()

    def step_forward(self) -> None:
        """To the next layer."""
        each = flow.places(self.n_stages)
        self.seek((self.at() // each + 1) * each)

    def step_back(self) -> None:
        """To the layer before."""
        each = flow.places(self.n_stages)
        self.seek((self.at() - 1) // each * each)

    def tick(self) -> None:
        """Go on; between two places too, so that links grow smoothly."""
        super().tick()
        if self.moving and motion.on():
            self._show_moment(self._along)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The map's keys, wherever in the room the focus is."""
        key = Qt.Key(event.key())
        ours = key in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        hands = self.view.hands
        if (ours and hands.press_key(key)) or (self._backs_out(event) and hands.leave()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _backs_out(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and plain(event) and not self.room.explained

    # -- what the showcase uses ----------------------------------------------------------------------

    def clear_up(self) -> None:
        """Nothing plays, nothing is followed or folded, and all is seen."""
        self.rest()
        self._place, self._flows_soon = None, False
        self.view.set_moment(None)
        self.view.follow(None)
        self.view.set_folded(())
        self.view.see_all()

    def show_net(self) -> None:
        """Show the net that was chosen at once: what is to be followed is in it."""
        self._take_net(self.net())

    def flow_soon(self) -> None:
        """Play from the start, as soon as what lies before the net has been answered."""
        self._flows_soon = True
        self._begin_to_flow()

    # -- inside --------------------------------------------------------------------------------------

    def on_net(self) -> None:
        """Another net has another time."""
        self._take_net(self.net())

    def _take_net(self, net: Net) -> None:
        if net is self._shown:
            return
        self.rest()
        self._shown, self._place, self._found = net, None, None
        self.view.set_moment(None)
        self.view.set_net(net)
        self._show_time()

    def _begin_to_flow(self) -> None:
        if self._flows_soon and self._answered():
            self._flows_soon = False
            self.rewind()

    def _answered(self) -> bool:
        """Whether what lies before the net now is what the last frame is about."""
        frame, now = self.last, self.subject()
        if not isinstance(frame, LayersFrame) or frame.trace is None or frame.subject.net is not now.net:
            return False
        before, given = frame.subject.given, now.given
        if isinstance(before, np.ndarray) and isinstance(given, np.ndarray):
            return np.array_equal(before, given)
        return before is given

    def _show_time(self) -> None:
        """The length of the way, and where the layers are on it."""
        n = self.n_stages
        self.room.transport.set_range(flow.length(n))
        self.room.transport.set_position(flow.length(n) if self._place is None else self._place)
        layers = range(1, n - 1) if n <= _MARKED else ()
        self.room.transport.set_marks([Mark(i * flow.places(n), words.mark(i)) for i in layers])

    def _show_moment(self, along: float) -> None:
        model = self.view.model()
        done = model is None or model.trace is None
        self.view.set_moment(None if done else flow.moment(along, self.n_stages))

    def _read(self) -> None:
        """Find the numbers of the sentence."""
        model = self.view.model()
        if model is None or model.trace is None:
            self._found = None
        else:
            self._found = read(model, self.view.moment(), self.view.path(), self._name)

    def _name(self, stage: int, cell: int, n: int) -> str:
        model = self.view.model()
        assert model is not None
        if n > 1:
            return words.several(stage, n, model.stages[stage].shape)
        after, path = model.finders.get(1), self.view.path()
        itself = path is not None and path.spot.stage == 0
        if stage == 0 and model.stages[0].is_picture and after is not None and not (after.by_pixel or itself):
            return words.picture()
        label = self.view.names()[cell] if stage == model.last and self.view.names() else None
        return words.unit(stage, cell, model.stages[stage].shape, label)

    def _on_set(self) -> None:
        """A layer was folded, or a unit is followed, by hand or not."""
        self._read()
        self.refresh_sentence()
        self.acts.note()

    def _on_answer(self) -> None:
        """Follow what the net says, or nothing any more."""
        model = self.view.model()
        if self.view.following() is not None:
            self.view.follow(None)
        elif model is not None and model.trace is not None:
            last = model.stages[model.last]
            values = last.values(model.trace).reshape(last.n_cells, -1)
            self.view.follow(model.strongest(model.last, int(values.max(axis=1).argmax())))

    def retranslate(self) -> None:
        """Say everything anew."""
        self._show_time()
        self._read()
        super().retranslate()
