"""What Task says: its live sentence, what hovering tells, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.panels.training.task.names import task_name
from neuroviz.panels.training.task.points import Points
from neuroviz.sims.training.look import Baseline
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import counted_share, measured, share

translate = QCoreApplication.translate

_FEW = 300  # examples of which a share is told in whole percent

def number(value: float) -> str:
    """A number with sensible digits and a true minus."""
    return measured(value)


def class_name(k: int, names: tuple[str, ...]) -> str:
    """What class k is called: by the data, else by its number from 1 on."""
    return names[k] if k < len(names) else translate("TaskWords", "class {k}").format(k=k + 1)


def part(k: int) -> str:
    """The name of a part."""
    return (
        translate("TaskWords", "training"),
        translate("TaskWords", "validation"),
        translate("TaskWords", "test"),
    )[k]


def part_tip(k: int) -> str:
    """What a part is for."""
    return (
        translate("TaskWords", "From these the net learns, and from no others."),
        translate("TaskWords", "By these settings are chosen while it learns; it never learns from them."),
        translate("TaskWords", "These are asked once, in the end, when all has been chosen."),
    )[k]


def point(points: Points, i: int, names: tuple[str, ...]) -> str:
    """A point: where it is, what it is, and what for."""
    x = [number(float(value)) for value in points.x[i]]
    where = (
        translate("TaskWords", "x = {x}").format(x=x[0])
        if len(x) == 1
        else translate("TaskWords", "x = {x}, y = {y}").format(x=x[0], y=x[1])
    )
    what = (
        translate("TaskWords", "value {y}").format(y=number(float(points.y[i])))
        if points.values
        else class_name(int(points.y[i]), names)
    )
    return translate("TaskWords", "{where}: {what} ({part})").format(
        where=where, what=what, part=part(int(points.part[i]))
    )


def class_count(row: int, k: int, n: int, total: int, names: tuple[str, ...]) -> str:
    """How many of a class there are in a part."""
    text = translate("TaskWords", "{name}, {part}: {n} of {total} = {share}")
    return text.format(
        name=class_name(k, names),
        part=part(row),
        n=f"{n:,}",
        total=f"{total:,}",
        share=counted_share(n, total),
    )


def part_count(row: int, n: int, total: int, *, leak: bool) -> str:
    """How many there are in a part, and what that is of all."""
    text = translate("TaskWords", "{part}: {n} of {total} = {share}").format(
        part=part(row), n=f"{n:,}", total=f"{total:,}", share=counted_share(n, total)
    )
    text += "\n" + part_tip(row)
    if leak and row == 0:
        text += "\n" + translate("TaskWords", "Those to test on are among them, and counted here too.")
    return text


def score(value: float, task: Task) -> str:
    """A baseline as it is read: a share right, or of the variance, as a net's score is."""
    if task.kind == "values":
        return share(value).replace("-", "−")
    n = 100 if len(task.valid) < _FEW else 1000
    return counted_share(round(n * max(0.0, value)), n)


def baseline(task: Task, found: Baseline) -> str:
    """What is reached without a net, in a line."""
    if task.kind == "values":
        text = translate(
            "TaskWords", "Without a net: the value of the nearest example explains {near} of the variance."
        )
        return text.format(near=score(found.nearest, task))
    text = translate(
        "TaskWords",
        "Without a net: always the most frequent answer is right for {most}, that of the nearest example "
        "for {near}.",
    )
    return text.format(most=score(found.most_frequent, task), near=score(found.nearest, task))


def baseline_tip(task: Task, found: Baseline) -> str:
    """How the numbers of that line come about."""
    if task.kind == "values":
        text = translate(
            "TaskWords",
            "1 − (mean squared error) / (variance), of {n} validation examples: {near}; of the test "
            "examples: {test}.",
        )
    else:
        text = translate(
            "TaskWords",
            "Each of {n} validation examples gets the label of the training example that is nearest to it: "
            "{near} right. Of the test examples: {test}. A net that does no better has learned nothing else.",
        )
    return text.format(
        n=f"{found.n:,}", near=score(found.nearest, task), test=score(found.test_nearest, task)
    )


def sentence(task: Task | None, name: str, found: Baseline | None, *, leak: bool) -> str:
    """What is to be learned."""
    if task is None:
        text = translate("TaskWords", "{name}: the examples are being made, in 1 or 2 seconds at most.")
        return text.format(name=task_name(name))
    n = [f"{len(one):,}" for one in (task.train, task.valid, task.test)]
    words = {"name": task_name(name), "n": n[0], "valid": n[1], "test": n[2], "k": task.n_out}
    if leak and found is not None:
        text = translate(
            "TaskWords",
            "{name}: the {test} of the test are learned too. The nearest example knows {near} of them, "
            "and {new} of those that are really new.",
        )
        near, new = score(found.test_nearest, task), score(found.nearest, task)
        return text.format(**words, near=near, new=new)
    if task.kind == "classes":
        text = translate(
            "TaskWords",
            "{name}: {k} classes to be told apart, from {n} examples; {valid} more for validation, "
            "and {test} for the test in the end.",
        )
    else:
        text = translate(
            "TaskWords",
            "{name}: a value to be told, learned from {n} examples; {valid} more for validation, "
            "and {test} for the test in the end.",
        )
    return text.format(**words)


def no_task(name: str) -> str:
    """There is nothing to learn; why not stands below the picture."""
    text = translate("TaskWords", "{name}: these examples cannot be learned yet.")
    return text.format(name=task_name(name))


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = translate(
        "TaskWords",
        "A net learns from examples and from nothing else. Filled points are learned from. Hollow ones are "
        "kept aside: one part to choose settings by while it learns (validation), one to be asked once, in "
        "the end (test). What is wrong with the examples will be wrong with the net; here it can be made "
        "wrong on purpose.",
    )
    tries = (
        (translate("TaskWords", "Shuffle all labels: can a net learn what is not there?"), "shuffled"),
        (translate("TaskWords", "Let it learn the test: the best result, and worth nothing"), "leak"),
        (translate("TaskWords", "Paint a task of your own, and see whether a net can learn it"), "paint"),
    )
    notice = translate(
        "TaskWords",
        "Below stands what is reached without a net. With one class in twenty, saying always the other is "
        "right for 95 %: a net that reaches 95 % there has learned nothing. The net follows the task: its "
        "first and its last layer are fitted, those between stay if they can.",
    )
    return ExplanationText(idea, tries, notice)
