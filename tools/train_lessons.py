"""Trains the small nets and the failed ones that Layers takes apart, with NeuroViz' own engine.

    python tools/train_lessons.py

Writes assets/weights/plane-*.npz, dead.npz and saturated.npz from seeds, and prints what became of each.
The failures are real ones: too high a rate of learning, and a start with weights far too large.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402  (after the number of BLAS threads)
from numpy.typing import NDArray  # noqa: E402

from neuroviz import nn  # noqa: E402  (the repository this script lies in)
from neuroviz.data import mnist, plane  # noqa: E402
from neuroviz.io.nets import write_net  # noqa: E402

WEIGHTS = ROOT / "assets" / "weights"


@dataclass(frozen=True)
class Small:
    """How a net on the plane is made."""

    layers: tuple[nn.Layer, ...]
    seed: int
    steps: int = 12_000
    logits: bool = True  # else one number between 0 and 1


SMALL = {
    "2-3-1": Small((nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()), 2, logits=False),
    "2-4-2": Small((nn.Dense(4), nn.ReLU(), nn.Dense(2)), 3),
    "2-8-8-3": Small((nn.Dense(8), nn.Tanh(), nn.Dense(8), nn.Tanh(), nn.Dense(3)), 2),
    "2-16-16-2": Small((nn.Dense(16), nn.ReLU(), nn.Dense(16), nn.ReLU(), nn.Dense(2)), 5, 30_000),
}


def main() -> None:
    """Make all of them."""
    for name, recipe in SMALL.items():
        net = small(name, recipe)
        write_net(net, WEIGHTS / f"plane-{plane.NET_TASKS[name]}.npz")
        task = plane.task(plane.NET_TASKS[name])
        print(f"{name}: wrong on {int((answers(net, task.points) != task.labels).sum())} of {plane.N} points")
    for name, net in (("dead", dead()), ("saturated", saturated())):
        write_net(net, WEIGHTS / f"{name}.npz")
        report(name, net)


def small(name: str, recipe: Small) -> nn.Net:
    """A net on the plane, learned from all points of its task at once, at a rate that falls."""
    task = plane.task(plane.NET_TASKS[name])
    net = nn.Net.create(recipe.layers, (2,), np.random.default_rng(recipe.seed))
    targets = task.labels if recipe.logits else task.labels[:, None].astype(np.float32)
    loss: nn.Loss = nn.CrossEntropy() if recipe.logits else nn.SquaredError()
    schedule = nn.Cosine(recipe.steps)
    trainer = nn.Trainer(net, loss, nn.AdamW(0.02, weight_decay=0.002), plane.N, schedule=schedule)
    for _ in range(recipe.steps):
        trainer.step(task.points, targets)
    return trainer.net


def answers(net: nn.Net, points: NDArray[np.float32]) -> NDArray[np.intp]:
    """The classes that a net names."""
    out = net(points)
    return (out[:, 0] > 0.5).astype(np.intp) if out.shape[1] == 1 else out.argmax(axis=1)


def _digits(activation: nn.Layer, start: float, optimiser: nn.Optimiser, steps: int) -> nn.Net:
    """784-64-32-10 on MNIST, from weights `start` times as large as usual."""
    layers = (nn.Dense(64), activation, nn.Dense(32), activation, nn.Dense(10))
    net = nn.Net.create(layers, (784,), np.random.default_rng(4))
    net = net.with_theta((net.theta * np.float32(start)).astype(np.float32))
    digits, rng = mnist.load().train, np.random.default_rng(4)
    trainer = nn.Trainer(net, nn.CrossEntropy(), optimiser, 32)
    for _ in range(steps):
        some = rng.integers(len(digits), size=32)
        x = digits.images[some].reshape(32, 784) / np.float32(255)
        trainer.step(x, digits.labels[some].astype(np.int64))
    return trainer.net


def dead() -> nn.Net:
    """ReLUs that learned in steps too large: about half have been pushed to where nothing reaches them."""
    return _digits(nn.ReLU(), 1.0, nn.SGD(0.14, momentum=0.9), 4_000)


def saturated() -> nn.Net:
    """Sigmoids that began with weights twenty times too large: nearly all stand at 0 or at 1."""
    return _digits(nn.Sigmoid(), 20.0, nn.SGD(0.1, momentum=0.9), 4_000)


def report(name: str, net: nn.Net) -> None:
    """What became of a failure, on the test images."""
    test = mnist.load_test()
    trace = net.trace(test.images.reshape(-1, 784) / np.float32(255))
    right = float((trace.output.argmax(axis=1) == test.labels).mean())
    print(f"{name}: right on {right:.2%} of the test images")
    for i in (1, 3):
        a = trace.activations[i]
        ends = float(((a < 0.02) | (a > 0.98)).mean())
        never = int((a.max(axis=0) <= 0).sum())
        n = a.shape[1]
        print(f"  layer {i}: {never} of {n} never active; {ends:.0%} of values within 0.02 of 0 or 1")


if __name__ == "__main__":
    main()
