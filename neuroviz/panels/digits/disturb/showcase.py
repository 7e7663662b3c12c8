"""Telling disturbances: each a digit, amounts, and what to look at; most are failures, of nets or of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.data.disturb import Disturbance
from neuroviz.data.ink import Drawing
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.disturb.panel import DisturbPanel


@dataclass(frozen=True)
class Scene:
    """A plain digit and what is done to it; net: the one that shows it, if it is there."""

    digit: int
    chosen: str
    amounts: Disturbance = field(default_factory=Disturbance)
    again: bool = False
    net: str = ""
    style: str = ""


SCENES = (
    Scene(6, "rotate", Disturbance(rotate=180.0)),
    Scene(8, "patch", Disturbance(patch=5.0, patch_x=11.5, patch_y=14.0)),
    Scene(9, "shift_x", Disturbance(shift_x=4.0), net="MLP", style="curled"),
    Scene(9, "shift_x", Disturbance(shift_x=4.0), net="MLP", style="curled", again=True),
    Scene(1, "noise", Disturbance(noise=0.6), net="CNN"),
    Scene(3, "contrast", Disturbance(contrast=-1.0)),
)


def presets(panel: DisturbPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), _reasons(), SCENES, strict=True)
    return tuple(Preset(title, reason, partial(panel.show_scene, scene)) for title, reason, scene in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("DisturbShowcase", "A 6 on its head"),
        QCoreApplication.translate("DisturbShowcase", "A patch over an 8"),
        QCoreApplication.translate("DisturbShowcase", "A 9, moved four pixels"),
        QCoreApplication.translate("DisturbShowcase", "The same, prepared again"),
        QCoreApplication.translate("DisturbShowcase", "A 1 in the snow"),
        QCoreApplication.translate("DisturbShowcase", "White on black"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "DisturbShowcase", "Nobody is wrong here: on its head it is a 9, and the net is sure of it"
        ),
        QCoreApplication.translate(
            "DisturbShowcase", "Where two small gaps are left, it is read as a 3. Drag the patch about"
        ),
        QCoreApplication.translate(
            "DisturbShowcase",
            "The MLP has weights for each place and loses it; choose the CNN, and it is a 9 again",
        ),
        QCoreApplication.translate(
            "DisturbShowcase", "Cropping and centring brings it back: the strips of shift and size turn calm"
        ),
        QCoreApplication.translate(
            "DisturbShowcase", "You still see a stroke; the net sees an 8, as it does in almost any noise"
        ),
        QCoreApplication.translate(
            "DisturbShowcase", "As easy for you as before; the net has never seen ink that is paper"
        ),
    )


def turn_six(panel: DisturbPanel) -> None:
    """A 6, turned from one end of the slider to the other."""
    panel.show_scene(Scene(6, "rotate"))
    panel.rewind()


def _show(i: int, panel: DisturbPanel) -> None:
    panel.show_scene(SCENES[i])


TRIES: dict[str, Callable[[DisturbPanel], None]] = {
    "turn": turn_six,
    "patch": partial(_show, 1),
    "shift": partial(_show, 2),
}


def drawing_of(scene: Scene) -> Drawing:
    """Its digit as pen strokes."""
    return strokes.digit(scene.digit, style=scene.style or None)
