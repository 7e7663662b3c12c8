"""TrainingPage: what the pages of Training share: a recipe, and the task built from it on a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from neuroviz import nn
from neuroviz.data.pool import Unfit
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.tasks import BUILT_IN, outline
from neuroviz.panels.training import own_files, own_words, words
from neuroviz.panels.training.kept import TOKEN, run_token
from neuroviz.panels.training.no_task import Empties, NoTask
from neuroviz.panels.training.reopening import Reopened, Reopening
from neuroviz.panels.training.task.names import PAINTED, task_name
from neuroviz.scenes.fitting import fitted
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.building import BuildFrame, BuildSim
from neuroviz.ui import data_problems
from neuroviz.ui.follow import follow
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Kind

CURRENT = "recipe"
"""The name of the recipe that all pages of the room work with."""

LEARNED = "learned"
"""The name of the recipe that the run of Learn belongs to, also one that was left and waits to be seen."""

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


def fitting(recipe: Recipe, source: Any) -> Recipe:
    """With a net for its task; where nothing is known of that yet, as it is."""
    try:
        return fitted(recipe, outline(recipe.task, source))
    except Unfit:
        return recipe


class TrainingPage(Panel):
    """A page that works with the current recipe. A subclass overrides `on_recipe` and `on_task`.

    The state that can be undone is the recipe and what `own_state` gives.
    """

    def __init__(self, context: Context, **more: Any) -> None:
        super().__init__(context, **more)
        self._untold = ""  # a sentence for the visitor, as soon as there is one
        if CURRENT not in context.workspace.names("recipe"):
            self._bring_back(context)
        if LEARNED not in context.workspace.names("recipe"):
            self.learn()
        self._building, self._reopening = SideRun(), Reopening()
        self._good: tuple[Recipe, Any] | None = None  # the last one whose task was there, and its source
        self._seen: Recipe | None = self.recipe()
        self._task: Task | None = None
        self._task_of: tuple[TaskSpec, Any] | None = None
        self._asked: tuple[TaskSpec, Any] | None = None
        self._fault = ""
        self._facts: dict[str, Any] = {}
        self._of_task: Sequence[QWidget] = ()
        self._no_task: NoTask | None = None
        follow(context.workspace, self, self._on_workspace)

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

    def own_names(self) -> tuple[str, ...]:
        """All data of the visitor's own, also what would have to be read first."""
        space = self.context.workspace
        return tuple(dict.fromkeys((*space.names("files"), *space.names("data"))))

    def task(self) -> Task | None:
        """The examples; None until they are built, or when they cannot be."""
        return self._task

    @property
    def fault(self) -> str:
        """The id of why there is no task; empty while it is built or there."""
        return self._fault

    @property
    def why(self) -> str:
        """The fault in a sentence; empty if there is none."""
        if not self._fault:
            return ""
        space, name = self.context.workspace, self.recipe().task.source
        file = space.get("files", name).name if name in space.names("files") else task_name(name)
        return data_problems.unfit(self._fault, file, self._facts)

    def learned(self) -> bool:
        """Whether the recipe is the one that the run of Learn belongs to."""
        return self.context.workspace.get("recipe", LEARNED) is self.recipe()

    def learn(self) -> None:
        """The run of Learn belongs to the recipe."""
        space, names = self.context.workspace, self.context.workspace.names("recipe")
        if LEARNED not in names or not self.learned():
            space.put("recipe", LEARNED, self.recipe())

    def leaves_recipe(self) -> bool:
        """Whether the history is about to bring another recipe: knobs turned with it are not of this run."""
        return self.acts.coming is not None and self.acts.coming[0] is not self.recipe()

    # -- what a page may provide -------------------------------------------------------------------

    def on_recipe(self) -> None:
        """There is another recipe."""

    def on_task(self) -> None:
        """The task has been built, or cannot be (`fault`)."""

    def tells(self) -> bool:
        """Whether it is known what is to be said of the last visit."""
        return True

    def on_not_reopened(self, found: Reopened) -> None:
        """Data of an earlier visit cannot be had; other examples are there instead."""

    def own_state(self) -> Any:
        """What the page's own controls are set to, as a value that can be compared with ==."""
        return None

    def restore_own(self, state: Any) -> None:
        """Bring back what `own_state` once gave."""

    def place_for_task(self, view: QWidget, side: Sequence[QWidget]) -> None:
        """As `place`, of a page that is empty without a task."""
        self._no_task, self._of_task = NoTask(view), side
        self._no_task.choose_asked.connect(self._on_choose)
        self._no_task.back_asked.connect(self._on_back)
        self.place(self._no_task, side)

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

    def memory(self) -> dict[str, Any]:
        """What all pages of the room have in common."""
        return {"room": self.room_memory()}

    def room_memory(self, recipe: Recipe | None = None) -> dict[str, Any]:
        """The recipe (or another one), what was painted, the files that data came from, and the run."""
        space = self.context.workspace
        points = space.get("data", PAINTED).points if PAINTED in space.names("data") else ()
        return {
            "recipe": (recipe or self.recipe()).to_dict(), "painted": [list(one) for one in points],
            "files": own_files.kept(space), **self._run_memory(),
        }  # fmt: skip

    # -- the life of the page ----------------------------------------------------------------------

    def enter(self) -> None:
        """Build the task if it is not there."""
        super().enter()
        self._look_at_recipe()
        self._building.resume()
        self._reopening.resume()
        self._build()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        self._building.pause()
        self._reopening.pause()

    def shut(self) -> None:
        """End all runs."""
        self._closed = True  # the workspace goes on telling until Qt has forgotten this widget
        super().shut()
        self._building.end()
        self._reopening.end()

    def restart(self) -> None:
        """Begin anew; without a run there is no time that could go on."""
        super().restart()
        if self.run is None:
            self._playing = False
            self.room.transport.set_playing(False)
            self.room.transport.set_range(0)
            self.room.transport.set_marks(())

    def play(self, on: bool) -> None:
        """Go on, if there is anything that can."""
        super().play(on and self.run is not None)
        if on and self.run is None:
            self.room.transport.set_playing(False)

    def tick(self) -> None:
        """Take the task when it is there."""
        super().tick()
        if self._untold and self.tells():
            self.notice.emit(self._untold)
            self._untold = ""
        if (found := self._reopening.take()) is not None:
            self._on_reopened(found)
        frame = self._building.take()
        if isinstance(frame, BuildFrame) and (frame.task is not None or frame.fault is not None):
            self._take(frame)
        if self._building.failed and not self._fault:
            self._accept(None, "task-failed")

    # -- inside ------------------------------------------------------------------------------------

    def _run_memory(self) -> dict[str, str]:
        """Which run is kept; none, where another recipe has been chosen since."""
        token = run_token(self.context.workspace) if self.learned() else ""
        return {} if token is None else {"run": token}

    def _bring_back(self, context: Context) -> None:
        """What the room remembers of the last visit; its files are read when their data is wanted."""
        space, own = context.workspace, context.memory
        room = own["room"] if isinstance(own.get("room"), Mapping) else own  # once each page had its own
        if PAINTED not in space.names("data"):
            space.put("data", PAINTED, own_files.painted(room.get("painted")))
        for name, file in own_files.remembered(room.get("files")).items():
            space.put("files", name, file)
        if isinstance(token := room.get("run"), str):
            space.put("run", TOKEN, token)
        recipe = kept_recipe(room.get("recipe")) or first_recipe()
        if recipe.task.source not in (*BUILT_IN, *space.names("data"), *space.names("files")):
            self._untold, recipe = own_words.not_kept(), first_recipe()
        space.put("recipe", CURRENT, recipe)

    def _on_reopened(self, found: Reopened) -> None:
        """The data is there again, or is not to be had."""
        space, recipe = self.context.workspace, self.recipe()
        current = recipe.task.source == found.name
        if found.source is None:
            if current:
                good = first_recipe() if self._good is None else self._good[0]
                self.set_recipe(good if good.task.source != found.name else first_recipe())
                self.acts.follow()
                self._untold = own_words.not_reopened(found)
            self.on_not_reopened(found)
        elif found.name not in space.names("data"):  # a page beside this one may have been faster
            space.put("files", found.name, found.file)
            space.put("data", found.name, found.source)
            self._untold = own_words.reopened(found)
            if current:
                self.set_recipe(fitting(recipe, found.source))
                self.acts.follow()

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
        self._good = (self.recipe(), self.source()) if task is not None else self._good
        self._show_fault()
        self.on_task()
        self.refresh_sentence()

    def _show_fault(self) -> None:
        """Nothing of a task before is left standing, and the way out is a click away."""
        if self._no_task is None:
            return
        fault = bool(self._fault)
        self._no_task.show_fault(fault, self._before().task.source)
        self.room.transport.setEnabled(not fault)
        for one in self._of_task:
            if isinstance(one, Empties):
                one.show_fault(fault)
            else:
                one.setEnabled(not fault)

    def _before(self) -> Recipe:
        """What can be learned instead of what cannot."""
        if self._good is not None:
            (good, source), space = self._good, self.context.workspace
            name = good.task.source
            if (space.get("data", name) if name in space.names("data") else None) == source:
                return good
        return fitting(replace(self.recipe(), task=first_recipe().task), None)

    def _on_choose(self) -> None:
        self.page_asked.emit("training.task")

    def _on_back(self) -> None:
        self.acts.settle()
        self.set_recipe(self._before())
        self.acts.note()

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
            elif self._task is not None:
                self._good = recipe, self.source()
            self._show_fault()
            self.on_recipe()
            self.refresh_sentence()

    def _build(self) -> None:
        """Take the task that another page has built, or build it."""
        wanted = (self.recipe().task, self.source())
        name, space = wanted[0].source, self.context.workspace
        if wanted[1] is None and name in space.names("files"):
            self._building.end()
            self._asked = None
            self._reopening.begin(name, space.get("files", name))
            return
        if self._task_of == wanted or (self._asked == wanted and self._building.begun and not self._fault):
            return
        self._asked = wanted
        shared = space.get("task", BUILT) if BUILT in space.names("task") else None
        if shared is not None and shared[:2] == wanted:
            self._building.end()
            self._accept(shared[2])
        else:
            self._fault = ""
            self._show_fault()
            self._building.start(BuildSim(*wanted), live=True)
