"""Cases: validation examples as a wall shows them: what each is, what it was taken for, at what loss."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.panels.training.learn.figures import number
from neuroviz.sims.training.report import Report
from neuroviz.ui.confusion import ALL, Cell
from neuroviz.ui.numbers import fine_percent

translate = QCoreApplication.translate

MOST_CASES = 400
"""So many are listed; of the rest there is only the number."""

_TOLD_VALUES = 6
_ARROW = " \N{RIGHTWARDS ARROW} "


@dataclass(frozen=True, eq=False)
class Case:
    """Row of the validation examples; its loss and the net's outputs (n_out,), where they are known."""

    row: int
    said: int
    loss: float = math.nan
    outputs: NDArray[np.float32] | None = None


def hardest(report: Report) -> list[Case]:
    """Those with the largest losses, worst first."""
    found = []
    for row, loss, outputs in zip(report.hardest, report.hardest_loss, report.hardest_said, strict=True):
        said = int(np.nan_to_num(outputs).argmax())
        found.append(Case(int(row), said, float(loss), outputs))
    return found


def of_cell(task: Task, report: Report, cell: Cell) -> list[Case]:
    """Those of a cell of the confusion matrix, the hardest first; a row or column means its mistakes."""
    if cell == (ALL, ALL):
        return hardest(report)
    worst = hardest(report)
    rows = np.array([one.row for one in worst], np.intp)
    inside = _in_cell(task.valid.y[rows], np.array([one.said for one in worst]), cell)
    known = [one for one, here in zip(worst, inside, strict=True) if here]
    if report.said is None:  # then only the hardest are known
        return known
    chosen = _in_cell(task.valid.y[: len(report.said)], report.said, cell)
    chosen[rows[rows < len(chosen)]] = False
    left = np.flatnonzero(chosen)
    losses = np.full(len(left), np.nan) if report.losses is None else report.losses[left].astype(np.float64)
    order = np.argsort(-losses, kind="stable")
    rest = [Case(int(left[i]), int(report.said[left[i]]), float(losses[i])) for i in order[:MOST_CASES]]
    return [*known, *rest][:MOST_CASES]


def _in_cell(true: NDArray[np.intp], said: NDArray[Any], cell: Cell) -> NDArray[np.bool_]:
    row, column = cell
    chosen = np.ones(len(said), bool)
    if row != ALL:
        chosen &= true == row
    if column != ALL:
        chosen &= said == column
    if ALL in cell:
        chosen &= true != said
    return chosen


def class_name(task: Task, k: int) -> str:
    """What a class is called."""
    return task.class_names[k] if k < len(task.class_names) else str(k)


def class_names(task: Task) -> tuple[str, ...]:
    """What all are called."""
    return tuple(class_name(task, k) for k in range(task.n_out))


def short(task: Task, case: Case) -> str:
    """What it is and what it was taken for."""
    if task.kind == "classes":
        return f"{class_name(task, int(task.valid.y[case.row]))}{_ARROW}{class_name(task, case.said)}"
    true, said = (_values(task, one) for one in (task.valid.y[case.row], case.outputs))
    return f"{true}{_ARROW}{said}"


def loss_text(case: Case) -> str:
    """Its loss, nothing where it is not known."""
    if math.isnan(case.loss):
        return ""
    return translate("Cases", "loss {value}").format(value=number(case.loss))


def inputs_text(task: Task, row: int) -> str:
    """The inputs of an example by their names, as the world has them."""
    x = world_inputs(task, row)
    names = [*task.input_names[: len(x)], *(f"x{_low(i + 1)}" for i in range(len(task.input_names), len(x)))]
    return ", ".join(f"{name} {number(float(v))}" for name, v in zip(names, x, strict=True))


def world_inputs(task: Task, row: int) -> NDArray[np.float64]:
    """An example's inputs (n_in,) in the units of the data."""
    x = task.valid.inputs(slice(row, row + 1))
    back: NDArray[np.float64] = x[0].astype(np.float64) if task.inputs is None else task.inputs.back(x)[0]
    return back


def told(task: Task, case: Case) -> str:
    """All that is known of it, with the formula of its loss."""
    lines = []
    if task.kind == "classes":
        true, text = int(task.valid.y[case.row]), translate("Cases", "is “{true}”, was taken for “{said}”")
        lines.append(text.format(true=class_name(task, true), said=class_name(task, case.said)))
        if case.outputs is not None:
            lines += _surprise(task, case, true)
        elif math.isfinite(case.loss):
            lines.append(_loss(task, true, math.exp(-case.loss), case.loss))
    elif case.outputs is not None:
        text = translate("Cases", "is {true}, the net says {said}")
        lines.append(text.format(
            true=_values(task, task.valid.y[case.row]), said=_values(task, case.outputs)
        ))  # fmt: skip
        text = translate("Cases", "loss = mean of (answer − value)² = {loss}, in units of the net")
        lines.append(text.format(loss=number(case.loss)))
    if task.view != "images":
        lines.append(inputs_text(task, case.row))
    lines.append(translate("Cases", "validation example {i}").format(i=f"{case.row + 1:,}"))
    return "\n".join(lines)


def brief(task: Task, case: Case) -> str:
    """Where its loss comes from, in two lines at most."""
    lines = told(task, case).split("\n")
    return "\n".join(lines[1:3] if task.kind == "classes" and len(lines) > 3 else lines[:2])


def _surprise(task: Task, case: Case, true: int) -> list[str]:
    assert case.outputs is not None
    z = case.outputs.astype(np.float64)
    if not np.isfinite(z).all():
        return [translate("Cases", "the net’s outputs are no numbers")]
    p = np.exp(z - z.max())
    p /= p.sum()
    first = _loss(task, true, float(p[true]), case.loss)
    best: Sequence[int] = np.argsort(-p)[:3].tolist()
    rest = ", ".join(f"{class_name(task, k)}: {fine_percent(float(p[k]))}" for k in best)
    return [first, rest]


def _loss(task: Task, true: int, p: float, loss: float) -> str:
    text = translate("Cases", "loss = −ln p({true}) = −ln {p} = {loss}")
    return text.format(true=class_name(task, true), p=_probability(p), loss=number(loss))


def _probability(p: float) -> str:
    return number(p) if p < 0.999 else f"{p:.6f}"


def _values(task: Task, values: NDArray[np.float32] | None) -> str:
    """The values of an example in the units of the data."""
    if values is None:
        return "–"
    back = values[None].astype(np.float64) if task.values is None else task.values.back(values[None])
    shown = ", ".join(number(float(v)) for v in back[0][:_TOLD_VALUES])
    return f"({shown})" if back.shape[1] > 1 else shown


def _low(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
