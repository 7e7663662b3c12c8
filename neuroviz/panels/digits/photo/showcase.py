"""Sheets made by script, each with something to see; two of them are read wrongly, and show why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from neuroviz.data import mnist
from neuroviz.data.photo.filters import Grey
from neuroviz.data.photo.paper import Paper, by_hand, by_pen, sheet_in_pieces
from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.sims.photo import Source
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.photo.panel import PhotoPanel

Rows = tuple[tuple[int, ...], ...]

_SHEETS: dict[str, tuple[Rows, int, Paper]] = {
    "squared": (
        ((3, 1, 4, 1, 5), (9, 2, 6, 5, 3)),
        5,
        Paper(900, 580, squares=0.045, line=0.42, shadow=0.55, tilt=-8.0, pen=0.09, ink=0.7, noise=0.02),
    ),
    "board": (((2, 7, 1, 8), (2, 8, 1, 8)), 2, Paper(900, 580, dark=True, digit=0.17, pen=0.1, shadow=0.35)),
    "test": (
        ((0, 1, 2, 3, 4), (5, 6, 7, 8, 9)),
        11,
        Paper(900, 580, ruled=True, squares=0.07, line=0.3, digit=0.13, tilt=3.0),
    ),
    "shadow": (
        ((1, 6, 1, 8), (0, 3, 3, 9)),
        3,
        Paper(900, 580, shadow=0.72, edge=True, digit=0.16, ink=0.65, tilt=4.0),
    ),
    "touching": (((5, 8, 6, 2, 4), (9, 0, 3, 7, 2)), 8, Paper(900, 580, gap=-0.022, pen=0.1)),
}


_made: dict[str, NDArray[np.uint8]] = {}


def photo_of(name: str) -> Iterator[NDArray[np.uint8] | None]:
    """The sheet of this name, made once, in pieces of a few ms: None after each, then the photo."""
    if name not in _made:
        rows, seed, paper = _SHEETS[name]
        rng = np.random.default_rng(seed)
        drawn: list[list[Grey]] = []
        pick = _from_test(rng) if name == "test" else partial(by_pen, rng=rng, pen=paper.pen)
        for row in rows:
            drawn.append([])
            for k in row:
                drawn[-1].append(pick(k))
                yield None
        for piece in sheet_in_pieces(drawn, paper, rng):
            if piece is None:
                yield None
            else:
                _made[name] = piece
    yield _made[name]


def _from_test(rng: np.random.Generator) -> Callable[[int], Grey]:
    test = mnist.load_test()
    return lambda k: by_hand(test.images[rng.choice(np.flatnonzero(test.labels == k))])


def source_of(name: str) -> Source:
    """The sheet as a photo with known writing."""
    labels = tuple(k for row in _SHEETS[name][0] for k in row)
    return Source(_titles()[name], partial(photo_of, name), labels)


def presets(panel: PhotoPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles().values(), _reasons(), SHOWS.values(), strict=True)
    return tuple(Preset(title, reason, partial(show, panel)) for title, reason, show in texts)


def _titles() -> dict[str, str]:
    return {
        "squared": QCoreApplication.translate("PhotoShowcase", "On squared paper"),
        "board": QCoreApplication.translate("PhotoShowcase", "Chalk on a board"),
        "test": QCoreApplication.translate("PhotoShowcase", "Test images on ruled paper"),
        "shadow": QCoreApplication.translate("PhotoShowcase", "Half in the shade"),
        "touching": QCoreApplication.translate("PhotoShowcase", "Digits that touch"),
        "lines": QCoreApplication.translate("PhotoShowcase", "Squares left in"),
        "light": QCoreApplication.translate("PhotoShowcase", "Shadow left in"),
    }


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "PhotoShowcase", "Tilted, in uneven light, on squares: every step is needed"
        ),
        QCoreApplication.translate("PhotoShowcase", "Light on dark: the picture itself tells which is ink"),
        QCoreApplication.translate(
            "PhotoShowcase", "Ten images the net has not learnt from, written on a sheet by script"
        ),
        QCoreApplication.translate(
            "PhotoShowcase",
            "Ink in the light is as bright as paper in the shade; compared on the spot it is not",
        ),
        QCoreApplication.translate(
            "PhotoShowcase", "Where to cut? Without knowing digits that cannot always be told"
        ),
        QCoreApplication.translate("PhotoShowcase", "The lines join everything: one huge part, no digit"),
        QCoreApplication.translate("PhotoShowcase", "All that lies in the shade counts as ink"),
    )


def _show(name: str, off: tuple[str, ...], panel: PhotoPanel) -> None:
    steps: dict[str, Any] = dict.fromkeys(off, False)
    panel.take_steps(replace(PhotoRecipe(), **steps))
    panel.bring(source_of(name))


SHOWS: dict[str, Callable[[PhotoPanel], None]] = {
    "squared": partial(_show, "squared", ()),
    "board": partial(_show, "board", ()),
    "test": partial(_show, "test", ()),
    "shadow": partial(_show, "shadow", ()),
    "touching": partial(_show, "touching", ()),
    "lines": partial(_show, "squared", ("lines",)),
    "light": partial(_show, "shadow", ("light",)),
}
