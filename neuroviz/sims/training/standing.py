"""Where Learn stands, for other pages and rooms: they ask its run, whose worker answers with a copy."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.data.task import Task
from neuroviz.runtime import Change, Mailbox, Run
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.training.path import path_of
from neuroviz.sims.training.stand import Stand
from neuroviz.sims.training.stops import Stops
from neuroviz.workspace import Workspace

LEARN = "learn"
"""The name of the run of Learn in the workspace."""


@dataclass(frozen=True, eq=False)
class Learning:
    """The run of the page Learn used last; recipe: of the room, by identity; task: what it learns.

    began: the recipe, knobs included, and the stops that it began with.
    """

    recipe: Recipe
    run: Run
    task: Task
    began: tuple[Recipe, Stops] | None = None

    def ask(self) -> Mailbox[Stand]:
        """Where the answer will lie: the line that is looked at, at the moment that is shown."""
        answer: Mailbox[Stand] = Mailbox()
        self.run.change(Change("stand", answer, "look"))
        return answer

    def moment(self) -> tuple[int, int, int]:
        """What is another one when the run has moved, at once: its step, its head, how much has been turned.
        Which of its lines is looked at is not told."""
        past = self.run.past()
        return past.step, past.head, len(past.log)

    def path(self, stand: Stand) -> RunPath:
        """The way to where it stands, out of what the run keeps: at once, nothing is computed."""
        return path_of(self.recipe, self.run.past(), stand)


def learning(space: Workspace) -> Learning | None:
    """The run of Learn; None while there is none."""
    found = space.get("run", LEARN) if LEARN in space.names("run") else None
    return found if isinstance(found, Learning) else None


def share(
    space: Workspace, recipe: Recipe, run: Run | None, task: Task | None,
    began: tuple[Recipe, Stops] | None = None,
) -> None:  # fmt: skip
    """This is the run of Learn from now on."""
    if run is not None and task is not None:
        space.put("run", LEARN, Learning(recipe, run, task, began))


def withdraw(space: Workspace, run: Run | None) -> None:
    """That run is over, and nobody is to keep it."""
    found = learning(space)
    if found is not None and found.run is run:
        space.drop("run", LEARN)
