"""Small grey pictures as smooth ink of any size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.ink import Ink


def enlarged(picture: NDArray[np.uint8], size: int) -> Ink:
    """A square grey picture (n, n) at size x size, smoothly; 255 becomes 1.

    Cubic convolution: Keys, "Cubic convolution interpolation for digital image processing", 1981.
    """
    n = len(picture)
    place = (np.arange(size) + 0.5) * (n / size) - 0.5
    distance = np.abs(place[:, None] - np.arange(-2, n + 2)[None, :])
    near = (1.5 * distance - 2.5) * distance * distance + 1.0
    far = ((-0.5 * distance + 2.5) * distance - 4.0) * distance + 2.0
    weight = np.where(distance <= 1, near, np.where(distance < 2, far, 0.0)).astype(np.float32)
    padded = np.pad(picture.astype(np.float32) / np.float32(255.0), 2)  # outside is paper
    smooth: Ink = weight @ padded @ weight.T
    return np.clip(smooth, np.float32(0.0), np.float32(1.0), out=smooth)
