"""What the layers of a net are called on the screen: the input is layer 0, what layer i gives comes after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Layer, Net

_PROPER = {  # the same in every language
    "relu": "ReLU", "leaky_relu": "leaky ReLU", "tanh": "tanh", "sigmoid": "sigmoid", "gelu": "GELU",
    "softmax": "softmax", "dropout": "dropout",
}  # fmt: skip


def kind_name(layer: Layer) -> str:
    """What kind of layer it is, in a word or two."""
    texts = {
        "dense": QCoreApplication.translate("LayerNames", "dense"),
        "conv2d": QCoreApplication.translate("LayerNames", "convolution"),
        "max_pool": QCoreApplication.translate("LayerNames", "max pooling"),
        "avg_pool": QCoreApplication.translate("LayerNames", "mean pooling"),
        "flatten": QCoreApplication.translate("LayerNames", "flatten"),
        "linear": QCoreApplication.translate("LayerNames", "identity"),
        "batch_norm": QCoreApplication.translate("LayerNames", "batch norm"),
        "layer_norm": QCoreApplication.translate("LayerNames", "layer norm"),
    }
    return _PROPER.get(layer.kind) or texts.get(layer.kind, layer.kind)


def layer_name(net: Net, i: int) -> str:
    """Layer i of 0..n: its place and kind, such as "2 ReLU"; the last one is the answer too."""
    if i == 0:
        return QCoreApplication.translate("LayerNames", "input")
    return f"{i} {kind_name(net.layers[i - 1])}"


def layer_size(net: Net, i: int) -> str:
    """How many numbers layer i gives: "128", or "16 × 8 × 8" for maps."""
    shape = net.input_shape if i == 0 else net.shapes[i - 1]
    return " × ".join(f"{n:,}" for n in shape)
