"""NetPanel: put the net together by hand, and know what it will cost and how far signals come in it."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.data.tasks import outline
from neuroviz.nn.cost import cost
from neuroviz.panels.training.net import showcase, words
from neuroviz.panels.training.net.block_form import BlockForm
from neuroviz.panels.training.net.hand import NetHand
from neuroviz.panels.training.net.scene import Scene
from neuroviz.panels.training.net.seen import sentence
from neuroviz.panels.training.net.start_form import StartForm
from neuroviz.panels.training.net.view import NetPageView
from neuroviz.panels.training.net.why import mended, refused
from neuroviz.panels.training.page import TrainingPage
from neuroviz.runtime import Change, Frame, Run
from neuroviz.scenes.fits import Edited, Like, NoSuchNet
from neuroviz.scenes.fitting import fitted
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.fresh import FreshFrame, FreshSim, Signals
from neuroviz.sims.training.timing import TimingFrame, TimingSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Kind

_AT_ONCE = 30_000  # parameters that are drawn at once; more are awaited
_LEAST = 84  # steps of 4 px in height
_CALM_MS = 300  # without a change, after which steps are timed


class NetPanel(TrainingPage):
    """Its run looks at the net before the first step; beside it, steps are timed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._timing = SideRun()
        self._timed: Recipe | None = None  # what is or was timed
        self._timing_done = False  # whether enough is known
        self._calm = QElapsedTimer()
        self._calm.start()
        self.view, self.form, self.start_form = NetPageView(), BlockForm(), StartForm()
        self.hand = NetHand(self)
        self.start_form.fresh_asked.connect(self.hand.redraw)
        self.start_form.further_asked.connect(self.hand.further)
        self.start_form.turned.connect(self.acts.note)
        self._remember(context.memory)
        self.place(self.view, (self.form, self.start_form))
        self.room.set_timeless()
        self.room.set_lines(2)
        self.room.set_least(_LEAST)
        self._show_net()
        self.retranslate()

    # -- what presets, tries and the hand use --------------------------------------------------------

    def like(self) -> Like:
        """What the net has to suit: the task, or what is known of it. Raises Unfit."""
        return self.task() or outline(self.recipe().task, self.source())

    def suited_recipe(self) -> Recipe:
        """The recipe, its net made to suit the task if another page has changed that."""
        return fitted(self.recipe(), self.like())

    def show_recipe(self, recipe: Recipe) -> None:
        """Work with another net from now on, and look at its first layer."""
        self.set_recipe(recipe)
        self.look_at(0)

    def show_edit(self, found: Edited) -> None:
        """Work with what an edit has led to, and say what was mended."""
        self.set_recipe(found.recipe)
        self.look_at(found.block)
        self.view.say(mended(found.repairs))

    def refuse(self, reason: NoSuchNet) -> None:
        """Say why nothing was changed."""
        self.view.say(refused(reason), bad=True)
        self._show_block()  # a row that was turned shows again what is so

    def look_at(self, block: int) -> None:
        """Look at a block."""
        self.view.stack.choose(block)
        self._show_block()

    # -- what a room provides ------------------------------------------------------------------------

    def make_run(self) -> Run:
        """It rests when all is known of the net."""
        return Run(FreshSim(self.recipe(), self.task()), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """The net with its weights and signals."""
        assert isinstance(frame, FreshFrame)
        if frame.recipe is self.recipe() and frame.net is not None:
            awaited = self.task() is not None and frame.signals is None
            before = self.view.stack.scene_shown()
            signals = before.signals if awaited and before is not None else frame.signals
            self._show_scene(Scene(frame.recipe, frame.net, signals, self._classes()))

    def sentence(self) -> str:
        """The net in numbers, and what is odd about it."""
        scene = self.view.stack.scene_shown()
        if scene is None:
            return ""
        return sentence(scene, cost_of(scene.recipe), self.view.costs.epoch())

    def presets(self) -> tuple[Preset, ...]:
        """Nets that shine, and nets that cannot learn."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The table by layer, and the weights the net begins from."""
        scene = self.view.stack.scene_shown()
        if scene is None:
            return {}
        found: dict[str, np.ndarray] = dict(scene.table())
        if scene.net is not None:
            found["theta"] = scene.net.theta
        return found

    def pose(self) -> None:
        """Two layers of eight units."""
        showcase.plane(self, showcase.small())

    def posed(self) -> bool:
        """All is known of the net, and how long a step takes."""
        scene = self.view.stack.scene_shown()
        if self.fault:
            return True
        known = scene is not None and scene.recipe is self.recipe() and scene.signals is not None
        frame = self.last
        fresh = isinstance(frame, FreshFrame) and frame.recipe is self.recipe() and frame.signals is not None
        return known and fresh and (self._timing_done or self._timing.failed)

    def memory(self) -> dict[str, Any]:
        """Whether trained nets are taken over frozen."""
        return {**super().memory(), "frozen": self.start_form.frozen()}

    def own_state(self) -> bool:
        """The one switch that is no part of the recipe."""
        return self.start_form.frozen()

    def restore_own(self, state: Any) -> None:
        """Set it again."""
        self.start_form.set_frozen(bool(state))

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the picture."""
        return (
            ("← →", self.tr("go from layer to layer; with Ctrl, move it")),
            ("↑ ↓  + −", self.tr("wider, narrower; Enter: type a number")),
            ("A, F, I, L", self.tr("add a layer before this one, its function, its start, freeze it")),
            ("Del", self.tr("take the layer out")),
        )

    # -- the life of the page ------------------------------------------------------------------------

    def enter(self) -> None:
        """Go on timing."""
        super().enter()
        self._timing.resume()
        self._calm.restart()

    def leave(self) -> None:
        """Nothing is timed unseen."""
        super().leave()
        self._timing.pause()

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        self._timing.end()

    def tick(self) -> None:
        """Take what was timed; begin when the hand rests."""
        super().tick()
        task, recipe = self.task(), self.recipe()
        if task is not None and self._timed is not recipe and self._calm.elapsed() > _CALM_MS:
            self._timed = recipe
            if (recipe.plan().shapes[-1], int(np.prod(recipe.input_shape))) == ((task.n_out,), task.n_in):
                self._timing.start(TimingSim(recipe, task, perf_counter))
        frame = self._timing.take()
        if isinstance(frame, TimingFrame) and frame.recipe is recipe:
            self._timing_done = frame.done
            self.view.costs.show_timing(frame)
            self.refresh_sentence()
        elif self._timing.failed and self._timed is recipe and not self.view.costs.failed:
            self.view.costs.show_timing(None, failed=True)

    def on_recipe(self) -> None:
        """Another net, another task, other knobs."""
        self._timing.end()
        self._timed, self._timing_done = None, False
        self._calm.restart()
        self.view.say("")
        self._show_net()
        self.tell(Change("look", (self.recipe(), self.task())))

    def on_task(self) -> None:
        """The examples are there: signals can be measured, and steps be timed."""
        self._timed = None
        self._calm.restart()
        self.tell(Change("look", (self.recipe(), self.task())))

    def restart(self) -> None:
        """Look anew."""
        super().restart()
        self._timed = None

    def retranslate(self) -> None:
        """Say everything anew."""
        super().retranslate()
        self._show_block()

    def _on_workspace(self, kind: Kind, name: str) -> None:
        super()._on_workspace(kind, name)
        if kind == "net":
            self._offer_nets()

    # -- inside --------------------------------------------------------------------------------------

    def _show_net(self) -> None:
        """Its structure at once, its weights too if they are few; what is measured follows."""
        recipe, before = self.recipe(), self.view.stack.scene_shown()
        few = recipe.plan().n_values <= _AT_ONCE
        signals: Signals | None = None
        if before is not None and before.plan.shapes == recipe.plan().shapes:
            signals = before.signals
        self._show_scene(Scene(recipe, recipe.net() if few else None, signals, self._classes()))
        self.view.costs.show_cost(cost_of(recipe))
        self._offer_nets()

    def _show_scene(self, scene: Scene) -> None:
        self.view.stack.show_scene(scene)
        self._show_block()

    def _show_block(self) -> None:
        scene = self.view.stack.scene_shown()
        if scene is not None:
            self.form.show_block(scene, min(self.view.stack.block(), len(scene.blocks) - 1))

    def _offer_nets(self) -> None:
        self.start_form.offer(self.context.workspace, int(np.prod(self.recipe().input_shape)))

    def _classes(self) -> tuple[str, ...]:
        task = self.task()
        if task is None or task.kind != "classes":
            return ()
        named = task.class_names
        return named if len(named) == task.n_out else tuple(map(str, range(task.n_out)))

    def _remember(self, memory: Mapping[str, Any]) -> None:
        frozen = memory.get("frozen")
        if isinstance(frozen, bool):
            self.start_form.set_frozen(frozen)


def cost_of(recipe: Recipe) -> Any:
    """What its net will cost with its knobs."""
    return cost(recipe.plan(), recipe.knobs.batch, recipe.knobs.made_optimiser())
