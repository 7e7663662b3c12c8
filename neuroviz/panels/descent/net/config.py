"""What is set on Net: whose landscape, which plane of it, how it is shown, and what is asked beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.net.recipes import OWN
from neuroviz.runtime import knob
from neuroviz.sims.descent.net_directions import KINDS, Window
from neuroviz.sims.descent.net_plane import PlaneKnobs
from neuroviz.ui.knobs import KnobText

translate = QCoreApplication.translate
TRAINING = "training"
Shows = Literal["gap", "line", "sharpness"]
SHOWS: tuple[Shows, ...] = ("gap", "line", "sharpness")
Value = Literal["loss", "right"]
VALUES: tuple[Value, ...] = ("loss", "right")
ORDER = ("pca", "random", "gradient", "curvature", "three")
"""Kinds of planes as they are offered."""

ANOTHER = ""
"""The other end of the line: another start of the same recipe, no net of the visitor's."""


@dataclass(frozen=True)
class SightConfig:
    """Knobs of the plane; see PlaneKnobs."""

    span: float = knob(1.0, 0.05, 20.0, log=True)
    samples: int = knob(2000, 50, 10_000, log=True)
    seed: int = knob(1, 0, 9999)
    follow: bool = knob(True)


@dataclass(frozen=True)
class Looking:
    """All that is set with controls of the page's own. source: TRAINING, or one of recipes.OWN. other: the
    net at the other end of the line, by name. place: that is picked, in the plane; view: the part of the
    plane that is looked at, None for the usual one; both belong to one plane.
    """

    source: str = TRAINING
    kind: str = "pca"
    value: Value = "loss"
    log: bool = True
    shows: Shows = "gap"
    other: str = ANOTHER
    place: tuple[float, float] | None = None
    view: Window | None = field(default=None)

    @classmethod
    def remembered(cls, memory: Mapping[str, Any]) -> Looking:
        """From what was kept; what makes no sense is left at its usual value."""
        found = dict[str, Any]()
        allowed = {"source": (TRAINING, *OWN), "kind": KINDS, "value": VALUES, "shows": SHOWS}
        for name, values in allowed.items():
            if isinstance(one := memory.get(name), str) and one in values:
                found[name] = one
        if isinstance(memory.get("log"), bool):
            found["log"] = memory["log"]
        return replace(cls(), **found)

    def kept(self) -> dict[str, Any]:
        """To be remembered."""
        return {name: getattr(self, name) for name in ("source", "kind", "value", "shows", "log")}

    def knobs(self, config: SightConfig) -> PlaneKnobs:
        """As the simulation takes them."""
        return PlaneKnobs(
            kind=self.kind, span=config.span, samples=config.samples, seed=config.seed, follow=config.follow)


def knob_texts() -> dict[str, KnobText]:
    """Words of the knobs."""
    return {
        "span": KnobText(
            translate("NetLandWords", "Span"),
            translate("NetLandWords", "How far is looked: 1 is usual for each kind of plane"),
        ),
        "samples": KnobText(
            translate("NetLandWords", "Examples"),
            translate("NetLandWords", "From how many examples of the training set the loss is told, at most"),
        ),
        "seed": KnobText(
            translate("NetLandWords", "Chance"),
            translate("NetLandWords", "Another number, two other random directions"),
        ),
        "follow": KnobText(
            translate("NetLandWords", "Plane follows"),
            translate("NetLandWords", "As the net learns on, the plane is chosen anew; else it stays"),
        ),
    }


def kind_names() -> dict[str, str]:
    """The kinds of planes, short."""
    return {
        "pca": translate("NetLandWords", "Path (PCA)"),
        "random": translate("NetLandWords", "Random"),
        "gradient": translate("NetLandWords", "Gradient"),
        "curvature": translate("NetLandWords", "Curvature"),
        "three": translate("NetLandWords", "Three nets"),
    }
