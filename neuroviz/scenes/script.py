"""A training run as a script that needs NumPy alone: to be read, changed, and run to the same bits.

What decides the bits is the order of all operations, and where in memory the numbers of a product lie: both
are as in `nn`, whose cuts follow from shapes alone, and as in the feeder. Tests compare them. Only of numbers
that are not finite the script promises no more than that they are so again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from neuroviz.data.task import Task
from neuroviz.scenes.kept_run import Logged
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.script_traits import LAYER_RATE, Turn, reads_start
from neuroviz.scenes.script_writer import Writer

__all__ = ["LAYER_RATE", "Turn", "script", "script_data", "turns_of"]


def script(recipe: Recipe, task: Task, turns: Sequence[Turn], steps: int, *,
           data: str = "data.npz", digest: str = "") -> str:
    """The text of a Python file that takes `steps` steps.

    data: the name of the file beside it, with the arrays of `script_data`. digest: SHA-256 of the parameters
    that it should come to; none, if it is not to compare them.
    ValueError for fewer than one step, and for a turn that cannot be made.
    """
    if steps < 1:
        raise ValueError("a script takes one step at least")
    writer = Writer(recipe, task, tuple(one for one in turns if one.step < steps), steps)
    return writer.text(data, digest)


def script_data(recipe: Recipe, task: Task) -> dict[str, Any]:
    """The arrays that the script reads from the file beside it."""
    arrays = {"x": task.train.x, "y": task.train.y}
    return {**arrays, "start": recipe.net().theta} if reads_start(recipe) else arrays


def turns_of(log: Sequence[Logged], course: int = 0) -> tuple[Turn, ...]:
    """What was turned on the way of one line of a run, from its beginning, through the lines it came from.

    ValueError for a line that the log does not know.
    """
    born = {one.value["id"]: at for at, one in enumerate(log) if one.name == "branch"}
    found: list[Turn] = []
    until = len(log)
    while course in born and born[course] < until:
        start, branch = born[course], log[born[course]]
        found[:0] = [Turn(branch.step, branch.value["name"], branch.value["value"]),
                     *_turned(log[start + 1 : until], course)]  # fmt: skip
        course, until = branch.value["parent"], start
    if course:
        raise ValueError(f"there is no line {course} in the log")
    return (*_turned(log[:until], 0), *found)


def _turned(log: Sequence[Logged], course: int) -> list[Turn]:
    return [
        Turn(one.step, one.value[1], one.value[2])
        for one in log
        if one.name == "knob" and one.value[0] == course
    ]
