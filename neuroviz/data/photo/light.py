"""Paper and light: how dark a place is compared with the paper there."""

from __future__ import annotations

import numpy as np

from neuroviz.data.photo.filters import Grey, blurred, closed, enlarged_to, resized

_COARSE = 4  # pixels of the working picture in one of the picture in which paper is looked for
_WINDOW = 1 / 5  # of the longer side; no stroke of a digit is as thick
_GRAIN = np.float32(0.15)
_DARKEST = np.float32(0.04)


def dark_paper(picture: Grey) -> bool:
    """Whether ink is lighter than the paper: ink is rare, so it pulls values away from their surroundings.

    The sign of the third moment of the differences from a wide local mean; a shadow changes little at it.
    """
    h, w = picture.shape
    small = resized(picture, max(1, h // _COARSE), max(1, w // _COARSE)) if min(h, w) > 64 else picture
    difference = small - blurred(small, max(2, max(small.shape) // 10))
    return float((difference * difference * difference).mean()) > 0.0


def paper_brightness(picture: Grey) -> Grey:
    """The brightness of the paper at each place, as if nothing were written on it: (H, W).

    A grey closing takes away all that is darker and narrower than its window, and keeps the edges of
    shadows where they are (Serra, "Image Analysis and Mathematical Morphology", 1982).
    """
    h, w = picture.shape
    high, wide = max(1, h // _COARSE), max(1, w // _COARSE)
    small = blurred(resized(picture, high, wide), 1)
    size = int(max(high, wide) * _WINDOW) | 1
    paper = blurred(closed(small, size, size), 1)
    return np.maximum(enlarged_to(paper, h, w), _DARKEST)


def darkness(picture: Grey, paper: Grey | None) -> Grey:
    """How much light is missing, as a part of the paper's: 0 is paper, 1 black. None: the paper is white."""
    ink = 1.0 - picture if paper is None else 1.0 - picture / paper
    if paper is not None:  # a closing finds the brightest grains of the paper, a little above its mean
        ink -= np.clip(np.median(ink[::2, ::2]), np.float32(0.0), _GRAIN)
    return np.asarray(np.clip(ink, np.float32(0.0), np.float32(1.0)), np.float32)
