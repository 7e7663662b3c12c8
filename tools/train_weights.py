"""Trains the nets that ship with NeuroViz, with its own engine, and writes assets/weights/*.npz.

    python tools/train_weights.py mlp|cnn|linear [--validate] [--epochs N]

All 60,000 training images are learned from; with --validate, 54,000 of them, and the rest judge the recipe
while nothing is written. The 10,000 test images are not even looked at here.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402  (after the number of BLAS threads)
from numpy.typing import NDArray  # noqa: E402

from neuroviz import nn  # noqa: E402  (the repository this script lies in)
from neuroviz.data import mnist  # noqa: E402
from neuroviz.data.augment import Augmenter  # noqa: E402
from neuroviz.data.digits import DigitSet  # noqa: E402
from neuroviz.io.nets import write_net  # noqa: E402
from tools.drawn_digits import drawn, practised  # noqa: E402
from tools.measure_weights import answers  # noqa: E402

BATCH = 128
DRAWN_IN_BATCH = 8  # the rest is MNIST
DRAWN = 9_000
AUGMENT = Augmenter(shift=1.0, rotate=10.0, scale=0.1, shear=0.15, thickness=1.0, elastic=0.6)


@dataclass(frozen=True)
class Recipe:
    """Everything a shipped net comes from, but for the data."""

    layers: tuple[nn.Layer, ...]
    input_shape: tuple[int, ...]
    epochs: int
    learning_rate: float
    seed: int
    weight_decay: float = 0.01
    augment: Augmenter | None = AUGMENT
    from_zero: bool = False


RECIPES = {
    "mlp": Recipe(
        (nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10)),
        (784,), epochs=80, learning_rate=0.002, seed=2,
    ),
    "cnn": Recipe(
        (
            nn.Conv2d(8, 5), nn.ReLU(), nn.MaxPool(2), nn.Conv2d(16, 5), nn.ReLU(), nn.MaxPool(2),
            nn.Flatten(), nn.Dense(64), nn.ReLU(), nn.Dense(10),
        ),
        (1, 28, 28), epochs=40, learning_rate=0.003, seed=2,
    ),
    # Ten straight cuts have no room for what shifts and turns teach: with them it is wrong more often.
    # From zero, because its weights are looked at as pictures: pixels that are never inked then stay blank.
    "linear": Recipe(
        (nn.Dense(10),), (784,), epochs=30, learning_rate=0.002, seed=2,
        weight_decay=0.1, augment=None, from_zero=True,
    ),
}  # fmt: skip


def main() -> None:
    """Train one net and write or judge it."""
    parser = argparse.ArgumentParser(description="Trains a net that ships with NeuroViz.")
    parser.add_argument("name", choices=sorted(RECIPES))
    parser.add_argument("--validate", action="store_true", help="judge the recipe, write nothing")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "weights")
    options = parser.parse_args()
    recipe = RECIPES[options.name]
    if options.epochs:
        recipe = replace(recipe, epochs=options.epochs)
    digits, judges = halves(mnist.load().train, n_judges=6_000 if options.validate else 0)
    hand = drawn(practised, DRAWN, seed=recipe.seed)
    start = time.perf_counter()
    for epoch, (net, loss) in enumerate(learn(recipe, digits, hand), start=1):
        line = f"epoch {epoch}/{recipe.epochs}  loss {loss:.4f}  {time.perf_counter() - start:.0f} s"
        if options.validate and epoch % 5 == 0:
            line += f"  validation error {np.mean(answers(net, judges) != judges.labels):.2%}"
        print(line, flush=True)
    if not options.validate:
        write_net(net, options.out / f"{options.name}.npz")


def halves(digits: DigitSet, n_judges: int) -> tuple[DigitSet, DigitSet]:
    """Shuffled once and cut in two: what is learned from, and what judges (possibly nothing)."""
    order = np.random.default_rng(1).permutation(len(digits))
    learned, judging = order[n_judges:], order[:n_judges]
    return (
        DigitSet(digits.images[learned], digits.labels[learned], "learned"),
        DigitSet(digits.images[judging], digits.labels[judging], "judges"),
    )


def learn(recipe: Recipe, digits: DigitSet, hand: DigitSet) -> Iterator[tuple[nn.Net, float]]:
    """The net and its mean loss after each epoch, by a learning rate that falls along half a cosine."""
    seeds = np.random.SeedSequence(recipe.seed).spawn(4)
    start_rng, order_rng, augment_rng, trainer_rng = map(np.random.default_rng, seeds)
    net = nn.Net.create(recipe.layers, recipe.input_shape, start_rng)
    if recipe.from_zero:
        net = net.with_theta(np.zeros_like(net.theta))
    n_batches = len(digits) // (BATCH - DRAWN_IN_BATCH)
    trainer = nn.Trainer(
        net, nn.CrossEntropy(), nn.AdamW(recipe.learning_rate, weight_decay=recipe.weight_decay), BATCH,
        rng=trainer_rng, schedule=nn.Cosine(recipe.epochs * n_batches),
    )  # fmt: skip
    for _ in range(recipe.epochs):
        losses = []
        for images, labels in batches(digits, hand, order_rng):
            x = looked_at(images, recipe.augment, augment_rng).reshape(BATCH, *recipe.input_shape)
            losses.append(trainer.step(x, labels))
        yield trainer.net, float(np.mean(losses))


def looked_at(
    images: NDArray[np.uint8], augment: Augmenter | None, rng: np.random.Generator
) -> NDArray[np.float32]:
    """The images as the net learns from them, (N, 28, 28) in 0..1: changed at random, or as they are."""
    return images.astype(np.float32) / np.float32(255) if augment is None else augment(images, rng)


def batches(
    digits: DigitSet, hand: DigitSet, rng: np.random.Generator
) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.int64]]]:
    """One epoch: every digit once (but for a last broken batch), each batch with some drawn by the pen."""
    share = BATCH - DRAWN_IN_BATCH
    order = rng.permutation(len(digits))
    for i in range(0, len(digits) - share + 1, share):
        mine, theirs = order[i : i + share], rng.integers(len(hand), size=DRAWN_IN_BATCH)
        images = np.concatenate((digits.images[mine], hand.images[theirs]))
        labels = np.concatenate((digits.labels[mine], hand.labels[theirs]))
        yield images, labels.astype(np.int64)


if __name__ == "__main__":
    main()
