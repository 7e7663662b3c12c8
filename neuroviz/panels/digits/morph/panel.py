"""MorphPanel: time is the way from one digit to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.morph import words
from neuroviz.panels.digits.morph.picker import SourcePicker
from neuroviz.panels.digits.morph.view import MorphView
from neuroviz.runtime import Change, Frame, Run
from neuroviz.sims.morph import LAST, MorphFrame, MorphSim
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.net_chooser import NetChooser, choose_net, current_name, current_net
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.shared_pad import current_sheet
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.ui.timeline import Mark

_SPEED = 20.0  # places a second: five seconds from A to B
_HALF = LAST // 2
_SCENES = ((4, 9, "CNN"), (6, 9, "CNN"), (6, 7, "MLP"), (1, 8, "CNN"))


@dataclass(frozen=True)
class Ends:
    """a, b: entry and number of the pickers; layer: after which is mixed; place: comes along, but going to
    another is no act."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    layer: int
    place: int = field(compare=False)


class MorphPanel(PathPanel):
    """Its run answers both ways and looks for real images beside the second; the screen goes along them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _SPEED)
        self._place = _HALF
        self._marked: object = None
        self.chooser = NetChooser(context.workspace)
        self.a, self.b = SourcePicker("A", 4), SourcePicker("B", 9)
        self.layer = LayerChooser()
        self.view = MorphView()
        self.chooser.chosen.connect(self._on_net)  # before `place`: the history looks at the layer afterwards
        self.place(self.view, (self.chooser, self.a, self.b, self.layer))
        self.room.set_least(112)
        self._recall(context.memory)
        self.a.picked.connect(self._on_a)
        self.b.picked.connect(self._on_b)
        self.layer.chosen.connect(self._on_layer)
        self.layer.chosen.connect(self.acts.note)
        self.view.pixels.moved.connect(self._on_cursor)
        self.view.inside.moved.connect(self._on_cursor)
        self.room.transport.set_range(LAST)
        self.go_to(self._place)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A run over both ways, and the search for images beside the second."""
        sheet = current_sheet(self.context.workspace)
        sim = MorphSim(self._net(), self.a.source(sheet), self.b.source(sheet), self.layer.value())
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show what is known by now."""
        assert isinstance(frame, MorphFrame)
        self.view.show_frame(frame)
        if frame.pixels is not self._marked:
            self._marked = frame.pixels
            flips = () if frame.pixels is None else frame.pixels.flips
            marks = [Mark(round(one.at * LAST), f"{one.before} → {one.after}") for one in flips]
            self.room.transport.set_marks(marks)

    def sentence(self) -> str:
        """What is read on both ways."""
        return words.sentence(self.last if isinstance(self.last, MorphFrame) else None, self._place)

    def presets(self) -> tuple[Preset, ...]:
        """Pairs that show something."""
        texts = zip(words.presets(), _SCENES, strict=True)
        return tuple(Preset(*text, partial(self.show_pair, *scene)) for text, scene in texts)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        if action == "early":
            self.show_pair(6, 9, "CNN")
            self.layer.set_value(2)
            self._on_layer()
        else:
            self.show_pair(*_SCENES[2 if action == "many" else 1])
        self.rewind()

    def data(self) -> Mapping[str, np.ndarray]:
        """Both pictures, both ways with their flips, and the nearest images."""
        frame = self.last
        if not isinstance(frame, MorphFrame) or frame.a is None or frame.b is None:
            return {}
        found: dict[str, np.ndarray] = {"a": frame.a, "b": frame.b, "place": np.arange(LAST + 1) / LAST}
        for name, way in (("pixels", frame.pixels), (f"layer_{frame.layer}", frame.inside)):
            if way is not None:
                found[f"{name}_probabilities"] = way.probabilities
                flips = [(one.at, one.before, one.after) for one in way.flips]
                found[f"{name}_flips"] = np.array(flips).reshape(-1, 3)
        return found | {"nearest_test_images": frame.nearest}

    def pose(self) -> None:
        """From 6 to 9, where the pixels look like an 8."""
        self.show_pair(*_SCENES[1])
        self.go_to(41)

    def posed(self) -> bool:
        """Everything is found for the pair that is chosen."""
        frame = self.last
        if not isinstance(frame, MorphFrame) or not frame.complete or frame.net is not self._net():
            return False
        sheet = current_sheet(self.context.workspace)
        wanted = [self.a.source(sheet), self.b.source(sheet)]
        same = [(one.kind, one.value) for one in frame.sources] == [(one.kind, one.value) for one in wanted]
        return same and frame.layer == self.layer.value()

    def memory(self) -> dict[str, Any]:
        """Both ends, the layer, the place, and the net by name."""
        return {
            "a": self.a.memory(), "b": self.b.memory(), "layer": self.layer.value(), "place": self._place,
            "net": current_name(self.context.workspace),
        }  # fmt: skip

    def state(self) -> Ends:
        """Both ends and the layer."""
        a, b = tuple(self.a.memory()), tuple(self.b.memory())
        return Ends(a, b, self.layer.value(), self._place)

    def restore(self, state: Ends) -> None:
        """From there to there, mixed after that layer."""
        self.rest()
        self.a.restore(list(state.a))
        self.b.restore(list(state.b))
        self.layer.set_value(state.layer)
        self._tell_all()
        self.go_to(state.place)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.layer.set_net(self._net())
        super().retranslate()

    # -- time is the way ---------------------------------------------------------------------------

    def length(self) -> int:
        """The way has 101 places."""
        return LAST

    def at(self) -> int:
        """0: the first digit, 100: the second."""
        return self._place

    def go_to(self, place: int) -> None:
        """Show the mixture at this place."""
        self._place = min(max(place, 0), LAST)
        self.view.set_place(self._place)
        self.room.transport.set_position(self._place)
        self.refresh_sentence()

    def enter(self) -> None:
        """What was drawn elsewhere in the meantime is taken up."""
        known = self.run is not None
        super().enter()
        if known:
            for name, picker in (("a", self.a), ("b", self.b)):
                if picker.on_pad:
                    self._tell_source(name)

    def show_pair(self, a: int, b: int, net: str) -> None:
        """Two plain digits, mixed before the last layer; half way."""
        self.rest()
        choose_net(self.context.workspace, net)
        self.a.set_digit(a)
        self.b.set_digit(b)
        self.layer.set_value(None)
        self._tell_all()
        self.go_to(_HALF)

    # -- inside ------------------------------------------------------------------------------------

    def _recall(self, memory: Mapping[str, Any]) -> None:
        choose_net(self.context.workspace, memory.get("net"))
        self.layer.set_net(self._net())
        self.a.restore(memory.get("a"))
        self.b.restore(memory.get("b"))
        if isinstance(memory.get("layer"), int):
            self.layer.set_value(memory["layer"])
        if isinstance(memory.get("place"), int):
            self._place = min(max(memory["place"], 0), LAST)

    def _net(self) -> Net:
        return current_net(self.context.workspace)

    def _on_net(self, _name: str) -> None:
        self.layer.set_net(self._net())
        self.tell(Change("net", self._net()))
        self._on_layer()

    def _on_layer(self) -> None:
        self.tell(Change("layer", self.layer.value()))

    def _on_a(self) -> None:
        self._tell_source("a")
        self.acts.note()

    def _on_b(self) -> None:
        self._tell_source("b")
        self.acts.note()

    def _tell_all(self) -> None:
        self._tell_source("a")
        self._tell_source("b")
        self._on_layer()

    def _tell_source(self, name: str) -> None:
        picker = self.a if name == "a" else self.b
        self.tell(Change(name, picker.source(current_sheet(self.context.workspace))))

    def _on_cursor(self, share: float) -> None:
        self.seek(round(share * LAST))


class LayerChooser(QWidget):
    """After which layer the second way mixes."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._box = Words(scale=0.85, quiet=True), ChoiceBox()
        self._net: Net | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._box)
        self._box.activated.connect(self._on_activated)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_net(self, net: Net) -> None:
        """Offer its layers; another net begins before its last layer. One layer leaves nothing to choose."""
        here = self._box.currentIndex() if self._net is net else None
        self._net = net
        self._box.clear()
        self._box.addItems([words.layer(net, i) for i in range(len(net.layers) + 1)])
        self.set_value(here)
        self.setVisible(len(net.layers) > 1)

    def set_value(self, layer: int | None) -> None:
        """Take a layer, silently; None: the one before the last."""
        last = self._box.count() - 1
        self._box.setCurrentIndex(last - 1 if layer is None else min(max(layer, 0), last))

    def value(self) -> int:
        """So many layers come before the mixture."""
        return max(0, self._box.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_activated(self, _index: int) -> None:
        self.chosen.emit()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Also mix after layer"))
        self._box.setAccessibleName(self.tr("Also mix after layer"))
        self._box.setToolTip(
            self.tr("What this layer makes of A and B is mixed, and the rest of the net goes on from it")
        )

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
