"""The optimisers, one file each: specification and update."""

from __future__ import annotations

from neuroviz.nn.optimisers.adagrad import AdaGrad
from neuroviz.nn.optimisers.adam import Adam
from neuroviz.nn.optimisers.adamw import AdamW
from neuroviz.nn.optimisers.rmsprop import RMSProp
from neuroviz.nn.optimisers.sgd import SGD

__all__ = ["SGD", "AdaGrad", "Adam", "AdamW", "RMSProp"]
