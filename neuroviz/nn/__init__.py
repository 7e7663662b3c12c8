"""Nets in pure NumPy: layers, losses, optimisers, and a training step that works in place."""

from __future__ import annotations

from neuroviz.nn.ensemble import Ensemble, EnsembleState, outputs_of, starts
from neuroviz.nn.functions import softmax
from neuroviz.nn.initialisers import INITIALISERS
from neuroviz.nn.layer import LAYERS, Layer, Parameter, layer_from_dict
from neuroviz.nn.layers import (
    GELU,
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    LayerNorm,
    LeakyReLU,
    Linear,
    MaxPool,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from neuroviz.nn.loss import Loss
from neuroviz.nn.losses import CrossEntropy, SquaredError
from neuroviz.nn.net import Net, Trace
from neuroviz.nn.optimiser import Optimiser
from neuroviz.nn.optimisers import SGD, AdaGrad, Adam, AdamW, RMSProp
from neuroviz.nn.plan import Plan, Program
from neuroviz.nn.schedules import Constant, Cosine, Exponential, Schedule, Step, Warmup
from neuroviz.nn.tiny import TinyTrainer
from neuroviz.nn.trainer import Trainer, TrainerState

__all__ = [
    "GELU", "INITIALISERS", "LAYERS", "SGD", "AdaGrad", "Adam", "AdamW", "AvgPool", "BatchNorm", "Constant",
    "Conv2d", "Cosine", "CrossEntropy", "Dense", "Dropout", "Ensemble", "EnsembleState", "Exponential",
    "Flatten", "Gate", "Layer", "LayerNorm", "LeakyReLU", "Linear", "Loss", "MaxPool", "Net", "Optimiser",
    "Parameter", "Plan", "Program", "RMSProp", "ReLU", "Schedule", "Sigmoid", "Softmax", "SquaredError",
    "Step", "Tanh", "TinyTrainer", "Trace", "Trainer", "TrainerState", "Warmup", "layer_from_dict",
    "outputs_of", "softmax", "starts",
]
