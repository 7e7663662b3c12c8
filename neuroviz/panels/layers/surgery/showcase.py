"""Telling cuts: what nobody misses, what ruins all, and what one would not expect."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.lessons import DEAD, lesson
from neuroviz.sims.cuts import BOOST, EDIT, OFF, Cut, at_random
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.surgery.panel import SurgeryPanel

_IMAGE, _ONE, _ZERO = 15, 2, 3  # a five, a one and a zero among the test images


def presets(panel: SurgeryPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_texts(), _ACTS, strict=True)
    return tuple(Preset(title, reason, partial(act, panel)) for (title, reason), act in texts)


def pose(panel: SurgeryPanel) -> None:
    """The unit that matters."""
    matters(panel)


def _texts() -> tuple[tuple[str, str], ...]:
    return (
        (
            QCoreApplication.translate("SurgeryShowcase", "One unit nobody misses"),
            QCoreApplication.translate("SurgeryShowcase", "Of 128 it is among the busiest; nothing falls"),
        ),
        (
            QCoreApplication.translate("SurgeryShowcase", "One map that matters"),
            QCoreApplication.translate("SurgeryShowcase", "Without it the CNN no longer knows a 1"),
        ),
        (
            QCoreApplication.translate("SurgeryShowcase", "Half of a layer gone"),
            QCoreApplication.translate("SurgeryShowcase", "32 of 64 at random, and it still reads digits"),
        ),
        (
            QCoreApplication.translate("SurgeryShowcase", "A layer, times three"),
            QCoreApplication.translate("SurgeryShowcase", "Louder is not different: nearly all stays right"),
        ),
        (
            QCoreApplication.translate("SurgeryShowcase", "A layer turned round"),
            QCoreApplication.translate("SurgeryShowcase", "Times −1: worse than guessing, it is never right"),
        ),
        (
            QCoreApplication.translate("SurgeryShowcase", "A bias moved"),
            QCoreApplication.translate("SurgeryShowcase", "Three edges make the circle; one is shifted"),
        ),
        (
            QCoreApplication.translate("SurgeryShowcase", "A dead unit revived"),
            QCoreApplication.translate("SurgeryShowcase", "Its bias lets it speak again, and zeros are read"),
        ),
    )


def spare(panel: SurgeryPanel) -> None:
    """A busy unit of the MLP that others make up for."""
    panel.show_test_image(_IMAGE)
    panel.operate("MLP", (Cut(0, OFF, (88,)),), (0, (88,)))


def matters(panel: SurgeryPanel) -> None:
    """A map of the CNN that others cannot replace."""
    panel.show_test_image(_ONE)
    panel.operate("CNN", (Cut(0, OFF, (4,)),), (0, (4,)))


def half(panel: SurgeryPanel) -> None:
    """Half of the dense layer of the CNN off."""
    panel.show_test_image(_IMAGE)
    units = at_random(64, 32, 8)
    panel.operate("CNN", (Cut(2, OFF, units),), (2, units))


def louder(panel: SurgeryPanel) -> None:
    """All of a layer boosted."""
    _boosted(panel, 3.0)


def turned(panel: SurgeryPanel) -> None:
    """All of a layer with the other sign."""
    _boosted(panel, -1.0)


def _boosted(panel: SurgeryPanel, factor: float) -> None:
    panel.show_test_image(_IMAGE)
    units = tuple(range(64))
    panel.operate("MLP", (Cut(1, BOOST, units, factor),), (1, units))


def bias(panel: SurgeryPanel) -> None:
    """One edge of the three-unit net moved."""
    panel.operate("2-3-1", (Cut(0, EDIT, (0,), edits=((0, "b", 0, 0.0),)),), (0, (0,)))
    panel.put_point(0.3, 0.2)


def revived(panel: SurgeryPanel) -> None:
    """A unit that never answered, made to answer."""
    name = lesson(panel.context.workspace, DEAD)
    panel.show_test_image(_ZERO)
    panel.operate(name, (Cut(1, EDIT, (22,), edits=((2, "b", 0, 1.55),)),), (1, (22,)))


_ACTS: tuple[Callable[[SurgeryPanel], None], ...] = (
    spare,
    matters,
    half,
    louder,
    turned,
    bias,
    revived,
)
TRIES: dict[str, Callable[[SurgeryPanel], None]] = {"half": half, "boost": louder, "bias": bias}
