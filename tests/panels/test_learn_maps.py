"""The maps of Learn: over two columns of a table in their own units; along one, a curve."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from neuroviz.data.tables import Chosen, Column, Table
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.tasks import build, fresh
from neuroviz.panels.training.learn.line_view import LineView
from neuroviz.panels.training.learn.view import LearnView
from neuroviz.sims.training.answers import answers
from neuroviz.ui.theme import theme
from tests.panels.learn_frames import frame, plane, run


def people(inputs: tuple[str, ...], target: str, n: int = 200) -> Task:
    """Ages, incomes and rents as they are; one income is absurd."""
    rng = np.random.default_rng(4)
    age, income = rng.uniform(18, 80, n), rng.uniform(10_000, 90_000, n)
    rent = 300 + income * 0.02 + 3 * age
    kind = (income > 50_000).astype(np.intp) + (age < 30)
    income[7] = 5e6
    table = Table("people", (
        Column("age", age), Column("yearly income", income), Column("rent", rent),
        Column("kind", kind, ("tenant", "owner", "student")),
    ))  # fmt: skip
    return build(TaskSpec("people", n=n), Chosen(table, inputs, target))


BOTH = ("age", "yearly income")


@pytest.fixture
def view(qtbot: QtBot) -> LearnView:
    made = LearnView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("target", ["kind", "rent"])
def test_two_columns_have_a_map_with_their_names_units_and_points(view: LearnView, target: str) -> None:
    task = people(BOTH, target)
    view.set_task(task)
    assert view.left == "map"
    shown = frame(task, 20)
    view.show_frame(shown)
    plane_view = view.plane
    assert view._left_stack.currentWidget() is plane_view
    axes = plane_view._axes_now()
    assert axes is not None
    assert [text for _, text in axes.across] == ["20", "40", "60", "80"]
    assert all("," in text for _, text in axes.up if text != "0")
    assert plane_view.rect().toRectF().contains(axes.area)
    area = axes.area.adjusted(-1, -1, 1, 1)
    outside = [x for x in task.train.x.tolist() if not area.contains(plane_view._to_pixel(*x))]
    assert len(outside) <= 1  # the absurd one
    for at, text in axes.across:
        assert float(task.world_input(0, at)) == pytest.approx(float(text), abs=1e-3)
    for x in task.train.x[:3].tolist():
        told = plane_view.told(*x)
        world = task.inputs.back(np.array([x]))[0] if task.inputs is not None else x
        assert f"age = {world[0]:.3g}" in told
        assert "yearly income = " in told
    # What is told is what the net says there, but for the size of a cell.
    net, x = shown.focused.net, task.train.x[3]
    told = plane_view.told(*x.tolist())
    out = net(x[None])[0]
    if target == "kind":
        assert told.split("\n")[1].startswith(task.class_names[int(out.argmax())])
    else:
        said = float(told.rsplit(" ", 1)[1].replace(",", "").replace("\N{MINUS SIGN}", "-"))
        assert said == pytest.approx(float(task.world_answer(out[0])), rel=0.08)


def test_an_absurd_value_does_not_squeeze_the_others(view: LearnView) -> None:
    task = people(BOTH, "rent")
    low, high = task.window[1]
    assert high <= 4.6
    ages = np.concatenate([task.train.x[:, 0], task.valid.x[:, 0]])
    assert task.window[0][0] < ages.min() < ages.max() < task.window[0][1]
    assert low < 0 < high


def test_the_plane_is_shown_as_ever(view: LearnView) -> None:
    task = plane()
    assert task.window == ((-1.25, 1.25), (-1.25, 1.25))
    view.set_task(task)
    view.show_frame(frame(task, 5))
    assert view.plane._axes_now() is None
    assert view.plane.area() == view.plane.square()
    assert view.plane.told(0.5, -0.5).startswith("x₁ = 0.50, x₂ = −0.50")
    assert view.plane.told(1.3, 0) == ""


def test_more_than_two_inputs_have_no_map(view: LearnView) -> None:
    task = people(("age", "yearly income", "rent"), "kind")
    view.set_task(task)
    assert not task.is_mapped
    assert view.left == "weights"
    assert answers(run(task, 1).courses[0].trainer.net, task) is None
    view.show_frame(frame(task, 5))
    words = people(("kind",), "rent")  # three inputs, one for each word
    assert not words.is_mapped


def test_one_column_has_a_curve_in_its_units(view: LearnView) -> None:
    task = people(("age",), "rent")
    view.set_task(task)
    shown = frame(task, 30)
    view.show_frame(shown)
    line = view.line
    assert view._left_stack.currentWidget() is line
    learned, asked, net = line._series
    np.testing.assert_allclose(learned.x, task.world_input(0, task.train.x[:, 0]), rtol=1e-6)
    assert 18 <= learned.x.min() <= learned.x.max() <= 80
    np.testing.assert_allclose(asked.y, task.world_answer(task.valid.y[:, 0]), rtol=1e-6)
    middle = len(net.x) // 2
    x = task.inputs.there(net.x[middle : middle + 1, None]) if task.inputs is not None else net.x
    says = float(task.world_answer(shown.focused.net(x)[0, 0]))
    assert net.y[middle] == pytest.approx(says, rel=1e-4)
    assert (line._x.label, line._y.label) == ("age", "rent")
    assert line.said(float(net.x[middle])).startswith("age = ")


def test_one_column_and_classes_have_a_curve_for_each_and_a_row_of_points(view: LearnView) -> None:
    task = people(("age",), "kind")
    view.set_task(task)
    view.show_frame(frame(task, 30))
    line = view.line
    rows, curves = line._series[:3], line._series[3:]
    assert [one.name for one in curves] == list(task.class_names)
    assert sum(len(one.x) for one in rows) == len(task.train)
    assert all((one.y > 1.0).all() for one in rows)
    np.testing.assert_allclose(sum(one.y for one in curves), 1.0, rtol=1e-5)
    assert "age = 40" in line.said(40.0)
    assert any(name in line.said(40.0) for name in task.class_names)
    assert line._y.label == "probability of kind"


def test_a_net_gone_astray_leaves_the_curve_out(qtbot: QtBot) -> None:
    task = people(("age",), "kind")
    view = LineView()
    qtbot.addWidget(view)
    view.set_task(task)
    net = run(task, 1).courses[0].trainer.net
    found = answers(net, task)
    assert found is not None
    view.set_answers(replace(found, values=np.full_like(found.values, np.nan)))
    assert "no number" in view.said(40.0)


def test_a_constant_column_is_mapped_too(view: LearnView) -> None:
    rng = np.random.default_rng(1)
    table = Table("t", (
        Column("a", rng.random(60)), Column("b", np.where(np.arange(60) == 59, 2.0, 1.0)),
        Column("y", rng.random(60)),
    ))  # fmt: skip
    task = build(TaskSpec("t", n=60, seed=2), Chosen(table, ("a", "b"), "y", "values"))
    view.set_task(task)
    view.show_frame(frame(task, 3))
    assert view.plane.told(0.0, 0.0)
    view.plane.grab()


def test_a_map_of_values_has_a_scale_in_their_units(view: LearnView) -> None:
    task = people(BOTH, "rent")
    view.set_task(task)
    view.show_frame(frame(task, 20))
    plane_view, axes = view.plane, view.plane._axes_now()
    scale = plane_view._scale
    assert axes is not None
    assert scale is not None
    assert scale._name == "rent"
    assert not scale.bar.intersects(axes.area)
    assert plane_view.rect().toRectF().contains(scale.bar)
    assert len(scale.numbers) >= 2
    assert all(text == f"{value:,.0f}".replace("-", "\N{MINUS SIGN}") for value, text in scale.numbers)
    # A number stands where the map has the colour of an answer that large.
    shown = plane_view.grab().toImage()
    largest = float(np.abs(task.train.y).max())
    for share in (-0.75, 0.25, 0.9):
        x = scale.place(float(task.world_answer(share * largest)))
        seen = QColor(shown.pixelColor(round(x), round(scale.bar.center().y())))
        meant = theme().signed(share).tolist()
        assert max(abs(a - b) for a, b in zip(seen.getRgb()[:3], meant[:3], strict=True)) < 12
    view.set_task(people(BOTH, "kind"))
    assert view.plane._axes_now() is not None
    assert view.plane._scale is None


@pytest.mark.parametrize("name", ["slope", "hills", "regions"])
@pytest.mark.parametrize("size", [(300, 300), (500, 240), (220, 500)])
def test_a_map_of_values_of_the_house_has_a_scale_too(
    view: LearnView, name: str, size: tuple[int, int]
) -> None:
    task = build(fresh(name))
    view.set_task(task)
    view.show_frame(frame(task, 20))
    plane = view.plane
    plane.resize(*size)
    area, scale = plane.area(), plane._scale
    assert scale is not None
    assert area.width() == area.height() > 150
    assert (scale.bar.left() >= area.left(), scale.bar.right() <= area.right()) == (True, True)
    assert scale.bar.top() >= area.bottom()
    assert plane.rect().toRectF().contains(scale.bar)
    assert len(scale.numbers) >= 2
    shown = plane.grab().toImage()
    largest = float(np.abs(task.train.y).max())
    for share in (-0.75, 0.9):
        seen = QColor(shown.pixelColor(round(scale.place(share * largest)), round(scale.bar.center().y())))
        meant = theme().signed(share).tolist()
        assert max(abs(a - b) for a, b in zip(seen.getRgb()[:3], meant[:3], strict=True)) < 12
    view.set_task(build(fresh("spirals")))
    assert plane.area() == plane.square()
    assert plane._scale is None
