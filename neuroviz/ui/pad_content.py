"""What lies on a drawing pad, as a value, and the commands that change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QUndoCommand

from neuroviz.data.ink import Drawing, Stroke

Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class PadContent:
    """Strokes over a picture: (n, n) uint8 with 255 as ink, or None for paper."""

    drawing: Drawing = field(default_factory=Drawing)
    picture: Picture | None = None

    def __post_init__(self) -> None:
        if self.picture is None:
            return
        picture = self.picture
        if picture.ndim != 2 or picture.shape[0] != picture.shape[1] or picture.dtype != np.uint8:
            raise ValueError(f"a picture of shape {picture.shape} and type {picture.dtype}")
        if picture.base is None and not picture.flags.writeable:
            return  # nobody can change it: contents with the same picture share it
        picture = picture.copy()
        picture.flags.writeable = False
        object.__setattr__(self, "picture", picture)

    @property
    def empty(self) -> bool:
        """Whether nothing lies on the pad."""
        return self.drawing.empty and self.picture is None

    def moved(self, dx: float, dy: float) -> PadContent:
        """All of it moved by a part of the pad; a picture moves by whole pixels, what leaves is lost."""
        strokes = tuple(
            Stroke(tuple((x + dx, y + dy) for x, y in one.points), one.width, one.erase, one.pressure)
            for one in self.drawing.strokes
        )
        return PadContent(Drawing(strokes), None if self.picture is None else _shifted(self.picture, dx, dy))


class ContentCommand(QUndoCommand):
    """One step of the history: the content before and after it, given to `show` on undo and redo."""

    def __init__(self, before: PadContent, after: PadContent, show: Callable[[PadContent], None]) -> None:
        super().__init__()
        self._before, self._after, self._show = before, after, show

    def undo(self) -> None:
        """Back to the content before."""
        self._show(self._before)

    def redo(self) -> None:
        """On to the content after; also called when the step is first taken."""
        self._show(self._after)


def _shifted(picture: Picture, dx: float, dy: float) -> Picture:
    n = len(picture)
    right, down = round(dx * n), round(dy * n)
    moved = np.zeros_like(picture)
    if abs(right) < n and abs(down) < n:
        moved[max(down, 0) : n + min(down, 0), max(right, 0) : n + min(right, 0)] = picture[
            max(-down, 0) : n + min(-down, 0), max(-right, 0) : n + min(-right, 0)
        ]
    return moved
