"""WhyPanel: four maps of what an answer rests on, what would flip it, and a check of the maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from neuroviz.panels.layers.page import LayerPage
from neuroviz.panels.layers.why import showcase, words
from neuroviz.panels.layers.why.asking import MOST, AskBox, Class
from neuroviz.panels.layers.why.config import AGAINST, WhyConfig, knob_texts
from neuroviz.panels.layers.why.view import WhyView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.scores import n_classes
from neuroviz.sims.why import WhyFrame, WhySettings, WhySim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.room import Context, Preset


class WhyPanel(LayerPage):
    """Its run answers at once with the gradient, and with the rest as it comes, coarse first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ask = AskBox()
        self.knobs = KnobForm(restored(WhyConfig(), context.memory.get("knobs")), knob_texts)
        self.view = WhyView()
        self.place_page(self.view, (self.ask, self.knobs))
        self.room.set_timeless()
        self.room.set_least(132)
        self.ask.set_classes(n_classes(self.net()))
        self.ask.set_choice(*(_class(context.memory.get(key)) for key in ("chosen", "target")))
        self._open(_text(context.memory.get("large")))
        self.ask.changed.connect(self._on_asked)
        self.knobs.changed.connect(self.on_knob)
        self.view.opened.connect(self._on_opened)
        self.view.put.connect(self._on_put)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """A run that answers and then rests until something changes."""
        return Run(WhySim(self.subject(), self.settings()), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show what is known."""
        assert isinstance(frame, WhyFrame)
        self.view.show_frame(frame, self.knobs.config().scale)

    def sentence(self) -> str:
        """The score, what accounts for it, and how near another answer is."""
        return words.sentence(self.last if isinstance(self.last, WhyFrame) else None)

    def presets(self) -> tuple[Preset, ...]:
        """What speaks for an answer, and five ways for that to go wrong."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """Input, maps, flip and the curves of the check."""
        frame = self.last
        if not isinstance(frame, WhyFrame) or frame.x is None or frame.baseline is None:
            return {}
        found: dict[str, np.ndarray] = {"input": frame.x, "baseline": frame.baseline}
        found["score"] = np.array([frame.f, frame.f0])
        if frame.p is not None:
            found["probabilities"] = frame.p
        found |= {name: one.values for name, one in frame.maps.items()}
        if frame.flip is not None and frame.flip.x is not None:
            found["flipped"] = frame.flip.x
            found["flip_sizes"] = np.array([frame.flip.l2, frame.flip.linf])
        if frame.taken is not None:
            found["taken"] = frame.taken
        return found | {f"probability_by_{name}": curve for name, curve in frame.curves.items()}

    def on_knob(self, name: str, _value: object) -> None:
        """Ask anew; the scale of the colours is the screen's affair."""
        if name != "scale":
            self._tell()
        elif isinstance(self.last, WhyFrame):
            self.draw(self.last)

    def pose(self) -> None:
        """A test image of a 5, before the MLP."""
        self.show_scene(showcase.SCENES[0])

    def posed(self) -> bool:
        """Everything is known of what lies there."""
        frame = self.last
        if not isinstance(frame, WhyFrame) or self._wanted is not None or not frame.complete:
            return False
        if frame.settings != self.settings() or frame.subject.net is not self.net():
            return False
        given = self.source.given()
        same = frame.subject.given is given or np.array_equal(np.asarray(frame.x), np.asarray(given).ravel())
        return same and super().posed()

    def memory(self) -> dict[str, Any]:
        """The net, the knobs, the classes, and the picture that lies there large."""
        chosen, target = self.ask.choice()
        return {
            **super().memory(), "knobs": vars(self.knobs.config()), "chosen": chosen, "target": target,
            "large": self.view.opened_picture(),
        }  # fmt: skip

    def own_state(self) -> tuple[Class, Class, str]:
        """The classes, and the picture that lies there large."""
        return (*self.ask.choice(), self.view.opened_picture())

    def restore_own(self, state: tuple[Class, Class, str]) -> None:
        """Ask and look as before."""
        chosen, target, large = state
        self._open(large)
        self.ask.set_choice(chosen, target)
        self._tell()

    def on_net(self) -> None:
        """It may have other classes."""
        before = self.ask.choice()
        self.ask.set_classes(n_classes(self.net()))
        if self.ask.choice() != before:
            self._tell()

    # -- what the showcase uses --------------------------------------------------------------------

    def settings(self) -> WhySettings:
        """What is asked."""
        config, (chosen, target) = self.knobs.config(), self.ask.choice()
        return WhySettings(
            chosen, config.question == AGAINST, config.steps, config.patch, config.baseline, config.norm,
            target, config.weights,
        )  # fmt: skip

    def show_scene(self, scene: showcase.Scene) -> None:
        """Its net, its input, its question."""
        if scene.lesson:
            self.choose_lesson(scene.lesson)
        else:
            self.choose_net(scene.net)
        self.knobs.set_config(scene.config)
        self.ask.set_choice(None, scene.target)
        self._open("")
        if scene.point is not None:
            self.put_point(*scene.point)
        else:
            self.show_test_image(scene.image)
        self._tell()

    # -- inside ------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.tell(Change("settings", self.settings()))

    def _on_asked(self) -> None:
        self._tell()
        self.acts.note()

    def _on_opened(self, picture: str) -> None:
        self._open(picture)
        self.acts.note()

    def _open(self, picture: str) -> None:
        if picture != self.view.opened_picture():
            self.view.open(picture)

    def _on_put(self, x: float, y: float) -> None:
        self.put_point(x, y)
        self.acts.note_soon()


def _class(plain: object) -> Class:
    known = isinstance(plain, int) and not isinstance(plain, bool) and 0 <= plain < MOST
    return plain if known and isinstance(plain, int) else None


def _text(plain: object) -> str:
    return plain if isinstance(plain, str) else ""
