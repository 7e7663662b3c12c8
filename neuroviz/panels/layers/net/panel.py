"""NetPanel: the whole net in one picture, while it answers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from neuroviz.data import strokes
from neuroviz.nn import Net
from neuroviz.panels.layers.lessons import DEAD
from neuroviz.panels.layers.net import words
from neuroviz.panels.layers.page import LayerPage
from neuroviz.runtime import Frame
from neuroviz.sims.layers import LayersFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.net_view import NetView
from neuroviz.ui.room import Context, Preset


class NetPanel(LayerPage):
    """Its run traces whatever lies before the net."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = NetView()
        self._shown: Net | None = None
        self.place_page(self.view, ())
        self.room.set_timeless()
        self.retranslate()

    def draw(self, frame: Frame) -> None:
        """Show every layer."""
        assert isinstance(frame, LayersFrame)
        if frame.subject.net is not self._shown:
            self._shown = frame.subject.net
            self.view.set_net(self._shown)
        self.view.set_trace(frame.trace)

    def sentence(self) -> str:
        """What the net says."""
        frame = self.last if isinstance(self.last, LayersFrame) else None
        return words.sentence(frame, net_title(self.net_name()))

    def presets(self) -> tuple[Preset, ...]:
        """A net that works, one of three units, one that failed."""
        return (
            Preset(self.tr("A five"), self.tr("The CNN reads it."), self._five),
            Preset(self.tr("Three units"), self.tr("A circle made of three edges."), self._small),
            Preset(self.tr("A point"), self.tr("Two layers of eight part the plane in three."), self._point),
            Preset(self.tr("Dead units"), self.tr("Half of the units never answer."), self._dead),
        )

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """What the explanation offers."""
        {"small": self._small}[action]()

    def data(self) -> Mapping[str, np.ndarray]:
        """Every activation."""
        frame = self.last
        if not isinstance(frame, LayersFrame) or frame.trace is None:
            return {}
        found = {"input": frame.trace.input[0]}
        return found | {f"layer_{i + 1}": a[0] for i, a in enumerate(frame.trace.activations)}

    def pose(self) -> None:
        """A drawn five before the CNN."""
        self._five()

    def posed(self) -> bool:
        """It has been answered."""
        frame = self.last
        return isinstance(frame, LayersFrame) and frame.trace is not None and super().posed()

    def _five(self) -> None:
        self.choose_net("CNN")
        self.write(strokes.digit(5))

    def _small(self) -> None:
        self.choose_net("2-3-1")

    def _point(self) -> None:
        self.choose_net("2-8-8-3")
        self.put_point(0.5, 0.5)

    def _dead(self) -> None:
        self.choose_lesson(DEAD)
        self.write(strokes.digit(5))
