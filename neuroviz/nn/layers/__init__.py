"""The layers, one file each: specification, forward, backward."""

from __future__ import annotations

from neuroviz.nn.layers.avg_pool import AvgPool
from neuroviz.nn.layers.batch_norm import BatchNorm
from neuroviz.nn.layers.conv2d import Conv2d
from neuroviz.nn.layers.dense import Dense
from neuroviz.nn.layers.dropout import Dropout
from neuroviz.nn.layers.flatten import Flatten
from neuroviz.nn.layers.gate import Gate
from neuroviz.nn.layers.gelu import GELU
from neuroviz.nn.layers.layer_norm import LayerNorm
from neuroviz.nn.layers.leaky_relu import LeakyReLU
from neuroviz.nn.layers.linear import Linear
from neuroviz.nn.layers.max_pool import MaxPool
from neuroviz.nn.layers.relu import ReLU
from neuroviz.nn.layers.sigmoid import Sigmoid
from neuroviz.nn.layers.softmax import Softmax
from neuroviz.nn.layers.tanh import Tanh

__all__ = [
    "GELU", "AvgPool", "BatchNorm", "Conv2d", "Dense", "Dropout", "Flatten", "Gate", "LayerNorm", "LeakyReLU",
    "Linear", "MaxPool", "ReLU", "Sigmoid", "Softmax", "Tanh",
]
