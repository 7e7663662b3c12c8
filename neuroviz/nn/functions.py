"""Functions of logits that panels and simulations need outside a net."""

from __future__ import annotations

import numpy as np

from neuroviz.nn.arrays import Array


def softmax(logits: Array, axis: int = -1) -> Array:
    """Probabilities along `axis`, exp(x - max) / sum: no overflow for any finite logits."""
    p: Array = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    p /= p.sum(axis=axis, keepdims=True)
    return p
