"""Measures the shipped nets and puts the figures into assets/SOURCES.md: python tools/measure_weights.py."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402  (after the number of BLAS threads)
from numpy.typing import NDArray  # noqa: E402

from neuroviz.data import mnist  # noqa: E402  (the repository this script lies in)
from neuroviz.data.digits import CLASSES, DigitSet  # noqa: E402
from neuroviz.io.nets import read_net  # noqa: E402
from neuroviz.nn import Net  # noqa: E402
from tools.drawn_digits import drawn, practised, unseen  # noqa: E402

NETS = ("mlp", "cnn", "linear")
DRAWN, DRAWN_SEED = 1_000, 90_210


def main() -> None:
    """Put the present figures between the marks in SOURCES.md."""
    path = ROOT / "assets" / "SOURCES.md"
    text = path.read_text(encoding="utf-8")
    sets = judges()
    for name in NETS:
        net = read_net(ROOT / "assets" / "weights" / f"{name}.npz")
        figures = "\n".join(report(net, sets))
        parts = re.split(marked(name), text)
        if len(parts) != 4:
            raise SystemExit(f"{path} has no place marked for the figures of {name}, or several")
        text = "".join((parts[0], parts[1], figures, "\n", parts[2], parts[3]))
    path.write_text(text, encoding="utf-8")


def judges() -> tuple[DigitSet, ...]:
    """What the nets are judged by: the test half of MNIST, and two sets of drawings new to them."""
    return (
        mnist.load().test,
        drawn(unseen, DRAWN, DRAWN_SEED),
        drawn(practised, DRAWN, DRAWN_SEED + 1),
    )


def marked(name: str) -> str:
    """The pattern of a net's place in SOURCES.md: mark, figures, mark."""
    return rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)"


def answers(net: Net, digits: DigitSet) -> NDArray[np.uint8]:
    """The most likely digit for each image, (N,)."""
    found = np.empty(len(digits), np.uint8)
    for i in range(0, len(digits), 500):
        x = digits.images[i : i + 500].astype(np.float32) / np.float32(255)
        found[i : i + 500] = net(x.reshape(len(x), *net.input_shape)).argmax(axis=1)
    return found


def confusion(truth: NDArray[np.uint8], answer: NDArray[np.uint8]) -> NDArray[np.int64]:
    """How often each digit (row) was taken for each digit (column), (10, 10)."""
    pairs = truth.astype(np.int64) * CLASSES + answer
    return np.bincount(pairs, minlength=CLASSES**2).reshape(CLASSES, CLASSES)


def report(net: Net, sets: tuple[DigitSet, ...]) -> list[str]:
    """The figures of one net as lines of Markdown: errors, then the confusion matrix of the first set."""
    matrices = [confusion(digits.labels, answers(net, digits)) for digits in sets]
    lines = ["| judged by | images | wrong | error |", "|---|---|---|---|"]
    for digits, matrix in zip(sets, matrices, strict=True):
        wrong = int(matrix.sum() - matrix.trace())
        lines.append(f"| {digits.name} | {len(digits)} | {wrong} | {wrong / len(digits):.2%} |")
    digits_row = [str(d) for d in range(CLASSES)]
    lines += ["", "| is \\ taken for | " + " | ".join(digits_row) + " |", "|---" * (CLASSES + 1) + "|"]
    lines += [f"| {d} | " + " | ".join(map(str, row)) + " |" for d, row in enumerate(matrices[0].tolist())]
    return lines


if __name__ == "__main__":
    main()
