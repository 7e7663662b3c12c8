"""A set of labelled digits as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CLASSES = 10


@dataclass(frozen=True, eq=False)
class DigitSet:
    """Grey pictures and what they show; both arrays are made read-only.

    images: (N, 28, 28) uint8, 0 is paper; labels: (N,) uint8 below 10. Raises ValueError otherwise.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    name: str

    def __post_init__(self) -> None:
        if self.images.dtype != np.uint8 or self.images.ndim != 3 or self.images.shape[1:] != (28, 28):
            raise ValueError(f"images are {self.images.dtype} {self.images.shape}, not uint8 (N, 28, 28)")
        if self.labels.dtype != np.uint8 or self.labels.shape != self.images.shape[:1]:
            raise ValueError(f"labels are {self.labels.dtype} {self.labels.shape}, not one uint8 per image")
        if self.labels.size and self.labels.max() >= CLASSES:
            raise ValueError(f"label {self.labels.max()} is not a digit")
        for name in ("images", "labels"):
            array = getattr(self, name).view()
            array.flags.writeable = False
            object.__setattr__(self, name, array)

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def counts(self) -> tuple[int, ...]:
        """How many there are of each digit."""
        return tuple(np.bincount(self.labels, minlength=CLASSES).tolist())
