"""PyTorch as a peer: the same net with the same start, on one thread."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from neuroviz import nn

try:
    import torch
except ImportError:  # the peer is optional; the rows then say so
    torch = None  # type: ignore[assignment,unused-ignore]
else:
    torch.set_num_threads(1)

MISSING = "torch is not installed: pip install '.[reference]'"


def peer_name() -> str:
    return "torch" if torch is None else f"torch {torch.__version__.split('+')[0]} CPU"


def module(net: nn.Net) -> Any:
    """`net` as a torch.nn.Sequential with the same parameters."""
    return torch.nn.Sequential(*(_layer(net, i) for i in range(len(net.layers))))


def _layer(net: nn.Net, i: int) -> Any:
    layer, t = net.layers[i], torch.nn
    match layer:
        case nn.Dense():
            made = t.Linear(*net.views(i)["w"].shape)
            weight = net.views(i)["w"].T
        case nn.Conv2d():
            weight = net.views(i)["w"]
            made = t.Conv2d(weight.shape[1], layer.channels, layer.kernel, layer.stride, layer.padding)
        case nn.MaxPool():
            return t.MaxPool2d(layer.size)
        case nn.ReLU():
            return t.ReLU()
        case nn.Tanh():
            return t.Tanh()
        case nn.Flatten():
            return t.Flatten()
        case _:
            raise ValueError(f"no peer for {layer.kind}")
    with torch.no_grad():
        made.weight.copy_(torch.from_numpy(weight.copy()))
        made.bias.copy_(torch.from_numpy(net.views(i)["b"].copy()))
    return made


class Peer:
    """A torch training loop as a careful user writes it: fused optimiser, batches gathered by index.

    The loss is cross entropy for class numbers, else the mean squared error.
    """

    def __init__(self, net: nn.Net, make_optimiser: Any, x: np.ndarray, y: np.ndarray) -> None:
        self.module = module(net)
        self.optimiser = make_optimiser(self.module.parameters())
        self.x, self.y = torch.from_numpy(x), torch.from_numpy(y)
        losses = torch.nn.functional
        self.loss = losses.cross_entropy if y.dtype.kind in "iu" else losses.mse_loss

    def step(self, at: Any) -> float:
        self.optimiser.zero_grad(set_to_none=True)
        loss = self.loss(self.module(self.x[at]), self.y[at])
        loss.backward()
        self.optimiser.step()
        return float(loss.detach())

    def outputs(self, x: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            return copy.copy(self.module(torch.from_numpy(x)).numpy())
