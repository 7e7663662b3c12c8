"""Telling nets: some that shine, some that cannot learn however long they try."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz import nn
from neuroviz.data.pool import Outline, Unfit
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import outline
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.ui.net_chooser import current_name, reads_digits
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.training.net.panel import NetPanel

translate = QCoreApplication.translate

PLANE = TaskSpec("spirals", n=500)
DIGITS = TaskSpec("digits", n=70_000, valid=0.1, test=0.15)


def dense(widths: Sequence[int], function: type[nn.Layer] | None, init: str) -> list[LayerPlan]:
    """Dense layers of those widths, each with its function."""
    found: list[LayerPlan] = []
    for width in widths:
        found.append(LayerPlan(nn.Dense(width), init))
        if function is not None:
            found.append(LayerPlan(function(), init))
    return found


def small() -> list[LayerPlan]:
    """8-8, tanh."""
    return dense((8, 8), nn.Tanh, "glorot")


def usual() -> list[LayerPlan]:
    """128-64, rectified."""
    return dense((128, 64), nn.ReLU, "he")


def convolutional() -> list[LayerPlan]:
    """Two convolutions with pooling, then a dense layer: as the net that ships."""
    stack = (
        nn.Conv2d(8, 5), nn.ReLU(), nn.MaxPool(2), nn.Conv2d(16, 5), nn.ReLU(), nn.MaxPool(2), nn.Flatten(),
        nn.Dense(64), nn.ReLU(),
    )  # fmt: skip
    return [LayerPlan(layer) for layer in stack]


def deep() -> list[LayerPlan]:
    """Eleven layers of 16, rectified, with He's start."""
    return dense((16,) * 11, nn.ReLU, "he")


def sigmoids() -> list[LayerPlan]:
    """Ten layers of sigmoids."""
    return dense((12,) * 10, nn.Sigmoid, "glorot")


def zeros() -> list[LayerPlan]:
    """All weights zero."""
    return dense((8, 8), nn.Tanh, "zeros")


def bottleneck() -> list[LayerPlan]:
    """All that is known has to go through one number."""
    return dense((64, 1, 64), nn.ReLU, "he")


def straight() -> list[LayerPlan]:
    """No function at all."""
    return dense((32, 32, 32), None, "glorot")


def dropped() -> list[LayerPlan]:
    """19 of 20 values are silenced."""
    first, second = dense((32,), nn.ReLU, "he"), dense((32,), nn.ReLU, "he")
    return [*first, LayerPlan(nn.Dropout(0.95)), *second, LayerPlan(nn.Dropout(0.95))]


def plane(panel: NetPanel, layers: list[LayerPlan], init: str = "glorot") -> None:
    """Those hidden layers for the present task if it is of few numbers, else for two spirals."""
    _show(panel, layers, init, PLANE, lambda like: like.view in ("plane", "line"))


def images(panel: NetPanel, layers: list[LayerPlan], init: str = "he") -> None:
    """Those hidden layers for the present task if it is of pictures, else for the digits."""
    _show(panel, layers, init, DIGITS, lambda like: like.view == "images")


def _show(
    panel: NetPanel, layers: list[LayerPlan], init: str, spec: TaskSpec, suits: Callable[[Outline], bool]
) -> None:
    task = panel.recipe().task
    try:
        like = outline(task, panel.source())
    except Unfit:
        like = None
    if like is None or not suits(like):
        task, like = spec, outline(spec)
    picture = isinstance(layers[0].layer, nn.Conv2d)
    shape = like.shape if picture else (like.n_in,)
    end = LayerPlan(nn.Dense(like.n_out), "zeros" if init == "zeros" else init)
    knobs = panel.recipe().knobs if panel.recipe().task == task else _knobs(like)
    panel.show_recipe(Recipe(task, (*layers, end), shape, knobs, seed=1))


def _knobs(like: Outline) -> Knobs:
    """Such that most nets learn."""
    return Knobs(rate=0.05, momentum=0.9, batch=32 if like.view == "images" else 20)


def presets(panel: NetPanel) -> tuple[Preset, ...]:
    """All of them, with what to look at and what to ask before the reveal."""
    rows: tuple[tuple[str, str, Callable[[], None]], ...] = (
        (
            translate("NetShowcase", "8 and 8 units"),
            translate("NetShowcase", "Every wire can be seen. How few units will still do?"),
            partial(plane, panel, small()),
        ),
        (
            translate("NetShowcase", "784–128–64–10"),
            translate("NetShowcase", "Where do the 109,386 parameters sit? Nine in ten in the first layer"),
            partial(images, panel, usual()),
        ),
        (
            translate("NetShowcase", "A small CNN"),
            translate("NetShowcase", "A fifth of the parameters, three times the work: what does that buy?"),
            partial(images, panel, convolutional()),
        ),
        (
            translate("NetShowcase", "Twelve layers that hold"),
            translate("NetShowcase", "He’s start and ReLU: the signal comes through, and the gradient back"),
            partial(plane, panel, deep(), "he"),
        ),
        (
            translate("NetShowcase", "Ten layers of sigmoids"),
            translate("NetShowcase", "How much of the gradient arrives at the first layer? Guess, then look"),
            partial(plane, panel, sigmoids()),
        ),
        (
            translate("NetShowcase", "All weights zero"),
            translate("NetShowcase", "No wire to be seen, no signal. Can it ever learn to tell units apart?"),
            partial(plane, panel, zeros(), "zeros"),
        ),
        (
            translate("NetShowcase", "A bottleneck of one unit"),
            translate("NetShowcase", "Ten digits through a single number: which of them will it confuse?"),
            partial(images, panel, bottleneck()),
        ),
        (
            translate("NetShowcase", "No function at all"),
            translate("NetShowcase", "Four layers, thousands of parameters: which lines can it draw?"),
            partial(plane, panel, straight()),
        ),
        (
            translate("NetShowcase", "Dropout of 95 %"),
            translate("NetShowcase", "One value in twenty comes through: what is left to learn from?"),
            partial(plane, panel, dropped(), "he"),
        ),
    )
    return tuple(Preset(title, reason, act) for title, reason, act in rows)


def try_further(panel: NetPanel) -> None:
    """The digits, with a net that reads them already."""
    recipe = panel.recipe()
    try:
        like: Outline | None = outline(recipe.task, panel.source())
    except Unfit:
        like = None
    if like is None or like.shape != (1, 28, 28) or like.n_out != 10:
        images(panel, usual())
        if panel.recipe().task.source != DIGITS.source:
            panel.show_recipe(replace(panel.recipe(), task=DIGITS))
    name = current_name(panel.context.workspace, reads_digits)
    panel.hand.further(name or "", True)


TRIES: dict[str, Callable[[NetPanel], object]] = {
    "fade": lambda panel: plane(panel, sigmoids()),
    "zeros": lambda panel: plane(panel, zeros(), "zeros"),
    "further": try_further,
}
