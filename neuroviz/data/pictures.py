"""Pictures: grey images of one size with what they show, and how any are brought to that form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pool import Outline, Pool

SMALLEST, LARGEST = 4, 64
"""Pixels a side may have for a net."""

MOST_CLASSES = 100

OVER = 1.001
"""So much of white a grey may be by rounding."""

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601


@dataclass(frozen=True, eq=False)
class Pictures:
    """images (N, H, W) uint8 and labels (N,), numbers of `class_names`; read-only. ValueError otherwise.

    test_images, test_labels: those that are never learned from, when the data came with some. left_out: names
    of those that could not be read, each with the id of why.
    """

    name: str
    images: NDArray[np.uint8]
    labels: NDArray[np.intp]
    class_names: tuple[str, ...]
    test_images: NDArray[np.uint8] | None = None
    test_labels: NDArray[np.intp] | None = None
    left_out: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if (self.test_images is None) != (self.test_labels is None):
            raise ValueError("images to be tested on without labels, or labels without images")
        for images, labels in ((self.images, self.labels), (self.test_images, self.test_labels)):
            if images is not None and labels is not None:
                self._check(images, labels)
        for name in ("images", "labels", "test_images", "test_labels"):
            array = getattr(self, name)
            if array is not None:
                array = array.view()
                array.flags.writeable = False
                object.__setattr__(self, name, array)

    def _check(self, images: NDArray[Any], labels: NDArray[Any]) -> None:
        if images.dtype != np.uint8 or images.ndim != 3 or images.shape[1:] != self.images.shape[1:]:
            raise ValueError(f"images are {images.dtype} {images.shape}")
        if labels.dtype != np.intp or labels.shape != images.shape[:1]:
            raise ValueError(f"labels are {labels.dtype} {labels.shape} for {len(images)} images")
        if len(labels) and not 0 <= labels.min() <= labels.max() < len(self.class_names):
            raise ValueError(f"labels {labels.min()} to {labels.max()} of {len(self.class_names)} classes")

    def __len__(self) -> int:
        """All, also those to be tested on."""
        return len(self.images) + (0 if self.test_images is None else len(self.test_images))

    def outline(self) -> Outline:
        """What the task will be like."""
        return Outline("classes", "images", (1, *self.images.shape[1:]), len(self.class_names))

    def pool(self) -> Pool:
        """Each picture as one example (1, H, W)."""
        flat = self.images.shape[1] * self.images.shape[2]
        tests = None if self.test_images is None else self.test_images.reshape(-1, flat)
        return Pool(
            self.name, "classes", "images", (1, *self.images.shape[1:]), len(self.class_names),
            self.images.reshape(-1, flat), self.labels, self.class_names,
            test_x=tests, test_y=self.test_labels,
        )  # fmt: skip


def grey(images: NDArray[Any], white: float = 255.0) -> NDArray[np.uint8]:
    """(N, H, W) uint8 from numbers, 0..white: grey, or red, green and blue as first or last axis of each.

    Also rows of square pictures, (N, H * H). ValueError for any other shape, and for greys beyond white.
    """
    if images.ndim == 2:
        side = round(images.shape[1] ** 0.5)
        if side * side != images.shape[1]:
            raise ValueError(f"rows of {images.shape[1]} numbers are no square pictures")
        images = images.reshape(-1, side, side)
    if images.dtype != np.uint8:  # before colours are mixed: infinity cannot be reckoned with
        low, high = (float(images.min()), float(images.max())) if images.size else (0.0, 0.0)
        if not (low >= 0.0 and high <= white * OVER):  # NaN is in no order
            raise ValueError(f"greys from {low} to {high}")
    if images.ndim == 4:
        images = _one_channel(images)
    if images.ndim != 3:
        raise ValueError(f"{images.shape} are no pictures")
    if images.dtype == np.uint8:
        as_is: NDArray[np.uint8] = images
        return as_is
    bytes_: NDArray[np.float32] = images.astype(np.float32) * np.float32(255.0 / white)
    return np.rint(np.minimum(bytes_, np.float32(255.0))).astype(np.uint8)


def _one_channel(images: NDArray[Any]) -> NDArray[Any]:
    for axis in (3, 1):
        if images.shape[axis] == 1:
            return images[..., 0] if axis == 3 else images[:, 0]
        if images.shape[axis] == 3:
            found = np.empty(tuple(n for i, n in enumerate(images.shape) if i != axis), np.float32)
            np.matmul(np.moveaxis(images, axis, -1).astype(np.float32), _LUMA, out=found)
            return np.rint(found).astype(np.uint8) if images.dtype == np.uint8 else found
    raise ValueError(f"{images.shape} has neither one channel nor three")


def resized(images: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """(N, H, W) to (N, height, width): each new pixel is the mean of what it covers."""
    if images.shape[1:] == (height, width):
        return images
    rows, columns = _covering(images.shape[1], height), _covering(images.shape[2], width)
    found = np.empty((len(images), height, width), np.uint8)
    for i, image in enumerate(images):
        found[i] = np.rint(rows @ image.astype(np.float32) @ columns.T)
    return found


def _covering(old: int, new: int) -> NDArray[np.float32]:
    """(new, old): how much of each old pixel goes into each new one; rows sum to 1."""
    edges = np.arange(new + 1) * (old / new)
    left, right = edges[:-1, None], edges[1:, None]
    at = np.arange(old)[None, :]
    covered: NDArray[np.float64] = np.clip(np.minimum(right, at + 1) - np.maximum(left, at), 0.0, None)
    covered /= covered.sum(axis=1, keepdims=True)
    return covered.astype(np.float32)
