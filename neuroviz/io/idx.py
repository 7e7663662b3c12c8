"""IDX: the form in which the MNIST digits and their kin are passed on.

Two zero bytes, the type of the numbers, the number of axes, their lengths as big-endian 32-bit numbers, then
the numbers themselves (http://yann.lecun.com/exdb/mnist). Only bytes are read: type 8.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from neuroviz.io.problem import Problem

MAGIC = b"\0\0"
_BYTES = 8
_AXES = (1, 3)


def parsed(content: bytes) -> NDArray[np.uint8]:
    """The array in the bytes of a file, (N,) or (N, H, W), read-only. Raises Problem (idx-…, array-type)."""
    if len(content) < 4 or content[:2] != MAGIC or content[3] not in _AXES:
        raise Problem("idx-kind")
    if content[2] != _BYTES:
        raise Problem("array-type", name="idx", type=f"IDX 0x{content[2]:02x}")
    start = 4 + 4 * content[3]
    if len(content) < start:
        raise Problem("idx-broken", expected=start, found=len(content))
    sides = [int.from_bytes(content[at : at + 4], "big") for at in range(4, start, 4)]
    expected = math.prod(sides)
    if expected != len(content) - start:
        raise Problem("idx-broken", expected=expected, found=len(content) - start)
    if not expected:
        raise Problem("pictures-none")
    return np.frombuffer(content, np.uint8, offset=start).reshape(sides)
