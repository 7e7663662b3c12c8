"""TrainingPage: what the pages of Training share: a recipe, and the task built from it on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neuroviz import nn
from neuroviz.data.task import Task, TaskSpec
from neuroviz.panels.training import words
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.building import BuildFrame, BuildSim
from neuroviz.ui.follow import follow
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Kind

CURRENT = "recipe"
"""The name of the recipe that all pages of the room work with."""

BUILT = "task"
"""The name under which the task of the current recipe is shared, as (spec, source, task)."""


def first_recipe() -> Recipe:
    """What the room begins with: two spirals, and a net that can learn them within seconds."""
    layers = (nn.Dense(16), nn.Tanh(), nn.Dense(16), nn.Tanh(), nn.Dense(2))
    knobs = Knobs(rate=0.05, momentum=0.9, batch=20)
    return Recipe(TaskSpec("spirals", n=500), tuple(map(LayerPlan, layers)), (2,), knobs)


def kept_recipe(plain: object) -> Recipe | None:
    """What `Recipe.to_dict` has left in a page's memory; None for anything else."""
    if not isinstance(plain, Mapping):
        return None
    try:
        return Recipe.from_dict(plain)
    except ValueError:
        return None


class TrainingPage(Panel):
    """A page that works with the current recipe. A subclass overrides `on_recipe` and `on_task`.

    The state that can be undone is the recipe and what `own_state` gives.
    """

    def __init__(self, context: Context, **more: Any) -> None:
        super().__init__(context, **more)
        space = context.workspace
        if CURRENT not in space.names("recipe"):
            space.put("recipe", CURRENT, kept_recipe(context.memory.get("recipe")) or first_recipe())
        self._building = SideRun()
        self._seen: Recipe | None = self.recipe()
        self._task: Task | None = None
        self._task_of: tuple[TaskSpec, Any] | None = None
        self._asked: tuple[TaskSpec, Any] | None = None
        self._fault = ""
        self._facts: dict[str, Any] = {}
        follow(space, self, self._on_workspace)

    # -- what a page may ask -----------------------------------------------------------------------

    def recipe(self) -> Recipe:
        """What is to be learned, by which net, and how."""
        found = self.context.workspace.get("recipe", CURRENT)
        assert isinstance(found, Recipe)
        return found

    def set_recipe(self, recipe: Recipe) -> None:
        """Work with this one from now on, in all pages."""
        if recipe is not self.recipe():
            self.context.workspace.put("recipe", CURRENT, recipe)

    def source(self) -> Any:
        """The visitor's own data that the task is built from; None for a task of the house."""
        space, name = self.context.workspace, self.recipe().task.source
        return space.get("data", name) if name in space.names("data") else None

    def task(self) -> Task | None:
        """The examples; None until they are built, or when they cannot be."""
        return self._task

    @property
    def fault(self) -> str:
        """The id of why there is no task; empty while it is built or there."""
        return self._fault

    @property
    def facts(self) -> Mapping[str, Any]:
        """The numbers that belong to the fault."""
        return self._facts

    def leaves_recipe(self) -> bool:
        """Whether the history is about to bring another recipe: knobs turned with it are not of this run."""
        return self.acts.coming is not None and self.acts.coming[0] is not self.recipe()

    # -- what a page may provide -------------------------------------------------------------------

    def on_recipe(self) -> None:
        """There is another recipe."""

    def on_task(self) -> None:
        """The task has been built, or cannot be (`fault`)."""

    def own_state(self) -> Any:
        """What the page's own controls are set to, as a value that can be compared with ==."""
        return None

    def restore_own(self, state: Any) -> None:
        """Bring back what `own_state` once gave."""

    # -- what the room asks ------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return words.title()

    def state(self) -> Any:
        """The recipe, a value that is replaced and never altered, and the page's own controls."""
        return self.recipe(), self.own_state()

    def restore(self, state: Any) -> None:
        """Both again."""
        recipe, own = state
        self.set_recipe(recipe)
        if own != self.own_state():
            self.restore_own(own)

    # -- the life of the page ----------------------------------------------------------------------

    def enter(self) -> None:
        """Build the task if it is not there."""
        super().enter()
        self._look_at_recipe()
        self._building.resume()
        self._build()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        self._building.pause()

    def shut(self) -> None:
        """End all runs."""
        self._closed = True  # the workspace goes on telling until Qt has forgotten this widget
        super().shut()
        self._building.end()

    def tick(self) -> None:
        """Take the task when it is there."""
        super().tick()
        frame = self._building.take()
        if isinstance(frame, BuildFrame) and (frame.task is not None or frame.fault is not None):
            self._take(frame)
        if self._building.failed and not self._fault:
            self._fault = "task-failed"
            self.on_task()
            self.refresh_sentence()

    # -- inside ------------------------------------------------------------------------------------

    def _take(self, frame: BuildFrame) -> None:
        self._building.end()
        if self._asked is None or frame.spec != self._asked[0]:
            return
        if frame.task is not None:
            value = (*self._asked, frame.task)
            self.context.workspace.put("task", BUILT, value)
        self._accept(frame.task, str(frame.fault or ""), frame.facts)

    def _accept(self, task: Task | None, fault: str = "", facts: Mapping[str, Any] | None = None) -> None:
        self._task, self._task_of, self._fault, self._facts = task, self._asked, fault, dict(facts or {})
        self.on_task()
        self.refresh_sentence()

    _closed = False

    def _on_workspace(self, kind: Kind, name: str) -> None:
        if self._closed:
            return
        if kind == "recipe" or (kind == "data" and name == self.recipe().task.source):
            self._look_at_recipe()
            if self.isVisible():
                self._build()

    def _look_at_recipe(self) -> None:
        recipe = self.recipe()
        if recipe is not self._seen:
            self._seen = recipe
            if self._task_of is not None and self._task_of != (recipe.task, self.source()):
                self._task, self._task_of, self._fault = None, None, ""
            self.on_recipe()
            self.refresh_sentence()

    def _build(self) -> None:
        """Take the task that another page has built, or build it."""
        wanted = (self.recipe().task, self.source())
        if self._task_of == wanted or (self._asked == wanted and self._building.begun and not self._fault):
            return
        self._asked = wanted
        space = self.context.workspace
        shared = space.get("task", BUILT) if BUILT in space.names("task") else None
        if shared is not None and shared[:2] == wanted:
            self._building.end()
            self._accept(shared[2])
        else:
            self._fault = ""
            self._building.start(BuildSim(*wanted), live=True)
