"""What lies on a sheet of paper: pen strokes over a picture, as one immutable value that rooms share."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.ink import Drawing, Stroke

Picture = NDArray[np.uint8]
_SEEN = 0.1


@dataclass(frozen=True, eq=False)
class Sheet:
    """Strokes over a picture: (n, n) uint8 with 255 as ink, or None for paper.

    label: the digit that the picture is known to show while nobody has drawn on it, else None.
    number: the picture's place among the test images, while it is just that image, else None.
    Raises ValueError for a picture of another shape or type.
    """

    drawing: Drawing = field(default_factory=Drawing)
    picture: Picture | None = None
    label: int | None = None
    number: int | None = None

    def __post_init__(self) -> None:
        if self.picture is None:
            return
        picture = self.picture
        if picture.ndim != 2 or picture.shape[0] != picture.shape[1] or picture.dtype != np.uint8:
            raise ValueError(f"a picture of shape {picture.shape} and type {picture.dtype}")
        if picture.base is None and not picture.flags.writeable:
            return  # nobody can change it: sheets with the same picture share it
        picture = picture.copy()
        picture.flags.writeable = False
        object.__setattr__(self, "picture", picture)

    @property
    def empty(self) -> bool:
        """Whether nothing lies on it."""
        return self.drawing.empty and self.picture is None

    def within(self, dx: float, dy: float) -> tuple[float, float]:
        """The move nearest to (dx, dy) that leaves a part of it, a tenth of the sheet wide, to be seen."""
        points = [point for stroke in self.drawing.strokes for point in stroke.points]
        corners = [*points, *(((0.0, 0.0), (1.0, 1.0)) if self.picture is not None else ())]
        if not corners:
            return 0.0, 0.0
        (x0, y0), (x1, y1) = (tuple(map(f, zip(*corners, strict=True))) for f in (min, max))
        dx, dy = min(max(dx, _SEEN - x1), 1 - _SEEN - x0), min(max(dy, _SEEN - y1), 1 - _SEEN - y0)
        return dx, dy

    def moved(self, dx: float, dy: float) -> Sheet:
        """All of it moved by a part of the sheet; a picture moves by whole pixels, what leaves is lost."""
        strokes = tuple(
            Stroke(tuple((x + dx, y + dy) for x, y in one.points), one.width, one.erase, one.pressure)
            for one in self.drawing.strokes
        )
        picture = None if self.picture is None else _shifted(self.picture, dx, dy)
        return Sheet(Drawing(strokes), picture, self.label)


def _shifted(picture: Picture, dx: float, dy: float) -> Picture:
    n = len(picture)
    right, down = round(dx * n), round(dy * n)
    moved = np.zeros_like(picture)
    if abs(right) < n and abs(down) < n:
        moved[max(down, 0) : n + min(down, 0), max(right, 0) : n + min(right, 0)] = picture[
            max(-down, 0) : n + min(-down, 0), max(-right, 0) : n + min(-right, 0)
        ]
    return moved
