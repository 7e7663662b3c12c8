"""The losses, one file each: specification, value and gradient."""

from __future__ import annotations

from neuroviz.nn.losses.cross_entropy import CrossEntropy
from neuroviz.nn.losses.squared_error import SquaredError

__all__ = ["CrossEntropy", "SquaredError"]
