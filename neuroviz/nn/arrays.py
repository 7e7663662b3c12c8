"""The two layouts of a batch: (N, *shape) for callers; inside, pictures have the batch last: (*shape, N)."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

# Float arrays; float32 in the app, float64 where a test compares gradients with differences.
Array: TypeAlias = npt.NDArray[Any]
Shape: TypeAlias = tuple[int, ...]


def inner_empty(shape: Shape, batch: int, dtype: npt.DTypeLike) -> Array:
    """A buffer for `batch` examples of `shape`: (N, F) for flat examples, else (*shape, N).

    With the batch last, a window of a picture is a slice whose last axis is contiguous: im2col
    becomes one copy of a strided view and pooling a maximum of two views.
    """
    return np.empty((batch, *shape) if len(shape) == 1 else (*shape, batch), dtype)


def to_inner(x: Array) -> Array:
    """The caller's (N, *shape) seen in the inner layout, without a copy."""
    return x if x.ndim == 2 else x.transpose(*range(1, x.ndim), 0)


def to_outer(x: Array) -> Array:
    """The inner layout seen as (N, *shape), without a copy."""
    return x if x.ndim == 2 else x.transpose(-1, *range(x.ndim - 1))


def freeze(x: Array) -> Array:
    """The same array, write-protected."""
    x.flags.writeable = False
    return x


UNBUFFERED = 512
"""For `np.setbufsize` around arithmetic on slices of pictures, whose rows are some hundred numbers long.

NumPy gathers stretches shorter than its buffer into it before it computes, although they could be computed
where they are: with its usual 8192 a sum of two such slices takes twice as long. Set within np.errstate, it
ends with that.
"""

# Too high a learning rate is a lesson, not an error: infinities and NaN travel on without a warning.
DIVERGING_IS_ALLOWED = np.errstate(over="ignore", invalid="ignore", divide="ignore")
