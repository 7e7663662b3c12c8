"""The knobs of the photo page, and the recipe that they and the switches make together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText

SWITCHES = ("polarity", "light", "lines", "threshold", "straighten", "specks")
"""Steps with a switch under their picture; join, split and pen are knobs."""


@dataclass(frozen=True)
class PhotoConfig:
    """level: moves the level between paper and ink, percent; smallest: least height of a digit, percent of
    the picture; the rest as in PhotoRecipe.
    """

    level: int = knob(0, -60, 80, unit="%")
    smallest: int = knob(3, 1, 20, unit="%")
    join: bool = knob(True)
    split: bool = knob(True)
    pen: bool = knob(True)


def combined(recipe: PhotoRecipe, config: PhotoConfig) -> PhotoRecipe:
    """The recipe with what the knobs say."""
    return replace(
        recipe,
        bias=config.level / 100,
        smallest=config.smallest / 100,
        join=config.join,
        split=config.split,
        pen=config.pen,
    )


def switched(values: object) -> PhotoRecipe:
    """The recipe whose switches a file holds as yes and no by name; what does not fit is passed over."""
    if not isinstance(values, Mapping):
        return PhotoRecipe()
    return replace(
        PhotoRecipe(), **{name: values[name] for name in SWITCHES if isinstance(values.get(name), bool)}
    )


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "level": KnobText(
            QCoreApplication.translate("PhotoConfig", "Darker ink only"),
            QCoreApplication.translate(
                "PhotoConfig", "Moves the level above which a pixel counts as ink: higher takes less of it"
            ),
        ),
        "smallest": KnobText(
            QCoreApplication.translate("PhotoConfig", "Smallest digit"),
            QCoreApplication.translate(
                "PhotoConfig", "Anything less tall than this share of the picture’s longer side is no digit"
            ),
        ),
        "join": KnobText(
            QCoreApplication.translate("PhotoConfig", "Join parts"),
            QCoreApplication.translate(
                "PhotoConfig", "Puts parts together that make one digit, such as the roof of a 5"
            ),
        ),
        "split": KnobText(
            QCoreApplication.translate("PhotoConfig", "Cut touching digits"),
            QCoreApplication.translate(
                "PhotoConfig", "Cuts what is too wide for one digit, along the path with the least ink"
            ),
        ),
        "pen": KnobText(
            QCoreApplication.translate("PhotoConfig", "Thicken a thin pen"),
            QCoreApplication.translate(
                "PhotoConfig", "Makes thin strokes as thick as those of the digits the net has learnt from"
            ),
        ),
    }
