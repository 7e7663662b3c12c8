"""A net and a task in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.nn import Conv2d, Dense
from neuroviz.scenes.recipe import Recipe


def net_line(recipe: Recipe) -> str:
    """Its sizes from input to answer, and how many parameters there are."""
    plan = recipe.plan()
    sizes = ["×".join(map(str, recipe.input_shape))]
    for layer, shape in zip(plan.layers, plan.shapes, strict=True):
        if isinstance(layer, Dense):
            sizes.append(str(layer.n_out))
        elif isinstance(layer, Conv2d):
            sizes.append("×".join(map(str, shape)))
    shown = sizes if len(sizes) <= 8 else [*sizes[:4], "…", *sizes[-3:]]
    text = QCoreApplication.translate("LearnWords", "{sizes}, {n} parameters")
    return text.format(sizes="–".join(shown), n=f"{plan.n_trainable:,}")


def task_line(task: Task | None, name: str) -> str:
    """Its name, and how many examples there are of each part."""
    if task is None:
        return name
    text = QCoreApplication.translate(
        "LearnWords", "{name}: {train} for training, {valid} for validation, {test} for the test"
    )
    return text.format(
        name=name, train=f"{len(task.train):,}", valid=f"{len(task.valid):,}", test=f"{len(task.test):,}"
    )
