"""Telling states of the whole net: one that reads, small ones to see all of, and some that failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.nn import Dense, Net, Tanh
from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.net.panel import NetPanel

DEEP = "1000 × 1"
"""The name of the net of a thousand layers, in the workspace."""
_LAYERS = 1000


def presets(panel: NetPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    makers = (five, answer_back, flow, three_units, plane, into_a_map, dead, saturated, thousand)
    return tuple(
        Preset(title, reason, _bound(make, panel))
        for title, reason, make in zip(_titles(), _reasons(), makers, strict=True)
    )


def _bound(make: Callable[[NetPanel], None], panel: NetPanel) -> Callable[[], None]:
    return lambda: make(panel)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("NetShowcase", "A 5, all of it"),
        QCoreApplication.translate("NetShowcase", "Back from the answer"),
        QCoreApplication.translate("NetShowcase", "Watch it flow"),
        QCoreApplication.translate("NetShowcase", "Three units"),
        QCoreApplication.translate("NetShowcase", "A point of the plane"),
        QCoreApplication.translate("NetShowcase", "One value of a map"),
        QCoreApplication.translate("NetShowcase", "Dead units"),
        QCoreApplication.translate("NetShowcase", "Saturated units"),
        QCoreApplication.translate("NetShowcase", "A thousand layers"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("NetShowcase", "Every layer of the CNN while it reads; draw on the pad"),
        QCoreApplication.translate(
            "NetShowcase", "A dozen units a layer stand for most of it; draw, and the path changes"
        ),
        QCoreApplication.translate(
            "NetShowcase", "Layer by layer: first the largest products, then the units that they make"
        ),
        QCoreApplication.translate(
            "NetShowcase", "The whole net is 13 numbers: each product stands on its link"
        ),
        QCoreApplication.translate("NetShowcase", "Drag the point, and see which units change sides"),
        QCoreApplication.translate(
            "NetShowcase", "One value of a convolution: the 25 pixels it looks at, and where it goes on to"
        ),
        QCoreApplication.translate(
            "NetShowcase", "A failure: most of its units are 0 whatever you draw, and learn no more"
        ),
        QCoreApplication.translate(
            "NetShowcase", "A failure: its units stand at 0 or 1, where a weight no longer makes a difference"
        ),
        QCoreApplication.translate(
            "NetShowcase", "A failure: what goes in has faded before a tenth of the way. Zoom in at the left"
        ),
    )


def five(panel: NetPanel) -> None:
    """The CNN and a five, all of it."""
    panel.clear_up()
    panel.choose_net("CNN")
    panel.write(strokes.digit(5))
    panel.show_net()


def answer_back(panel: NetPanel) -> None:
    """The path back from what the MLP says of a three."""
    panel.clear_up()
    panel.choose_net("MLP")
    panel.write(strokes.digit(3))
    panel.show_net()
    panel.view.follow(Spot(panel.n_stages - 1, 3))


def flow(panel: NetPanel) -> None:
    """The activations on their way through the MLP."""
    panel.clear_up()
    panel.choose_net("MLP")
    panel.write(strokes.digit(5))
    panel.show_net()
    panel.flow_soon()


def three_units(panel: NetPanel) -> None:
    """Two inputs, three units, one answer."""
    panel.clear_up()
    panel.choose_net("2-3-1")
    panel.put_point(0.6, 0.6)
    panel.show_net()


def plane(panel: NetPanel) -> None:
    """Two layers of eight."""
    panel.clear_up()
    panel.choose_net("2-8-8-3")
    panel.put_point(0.5, 0.5)
    panel.show_net()


def into_a_map(panel: NetPanel) -> None:
    """Close to a map of the first convolution, one of its values followed."""
    five(panel)
    model = panel.view.model()
    if model is None or len(model.stages) < 2 or not model.stages[1].is_maps:
        return
    panel.view.see_at(Spot(1, 1, 12, 0), 1.5)
    panel.view.follow(Spot(1, 4, 13, 18))


def dead(panel: NetPanel) -> None:
    """Units that never answer."""
    panel.clear_up()
    panel.choose_lesson(DEAD)
    panel.write(strokes.digit(5))
    panel.show_net()


def saturated(panel: NetPanel) -> None:
    """Units that answer with all or nothing."""
    panel.clear_up()
    panel.choose_lesson(SATURATED)
    panel.write(strokes.digit(5))
    panel.show_net()


def thousand(panel: NetPanel) -> None:
    """So deep that nothing arrives."""
    panel.clear_up()
    workspace = panel.context.workspace
    if DEEP not in workspace.names("net"):
        rng = np.random.default_rng(4)
        w = rng.uniform(0.85, 1.0, _LAYERS) * rng.choice([-1, 1], _LAYERS)
        theta = np.stack([w, np.zeros(_LAYERS)], axis=1).ravel().astype(np.float32)
        workspace.put("net", DEEP, Net((Dense(1), Tanh()) * _LAYERS, theta, (1,)), shipped=True)
    panel.choose_net(DEEP)
    panel.source.put_numbers(np.ones(1, np.float32))
    panel.show_net()


TRIES: dict[str, Callable[[NetPanel], None]] = {"answer": answer_back, "flow": flow, "map": into_a_map}
