"""How well photos of handwriting are read, and what each step is worth: `python tools/measure_photos.py`.

Sheets of several kinds are made from seeds, half with digits by pen, half with MNIST test digits, read
with every step and with one step left out, and judged by the shipped CNN. Prints the tables of
docs/own-pictures.md: how many of the digits were found and right, in per cent.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.data.photo.paper import Paper, by_hand, by_pen, sheet
from neuroviz.data.photo.read import STAGES, Reading, first_affected, working
from neuroviz.data.photo.recipe import STEPS, PhotoRecipe
from neuroviz.data.prepare import Recipe
from neuroviz.nn import Net
from neuroviz.sims.photo import agreeing

KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "light on dark": {"dark": True},
    "shadow": {"shadow": 0.85},
    "hard shadow": {"shadow": 0.55, "edge": True},
    "squared": {"squares": 0.05, "line": 0.45},
    "ruled, dark lines": {"squares": 0.09, "ruled": True, "line": 0.5},
    "tilted 20°": {"tilt": 20.0},
    "pale": {"ink": 0.3, "noise": 0.02},
    "thin pen": {"pen": 0.03},
    "small marks": {"dirt": 40},
    "dry pen": {"breaks": 1.0},
    "touching": {"gap": -0.012},
    "all at once": {
        "shadow": 0.6,
        "squares": 0.05,
        "line": 0.3,
        "tilt": -12.0,
        "ink": 0.6,
        "noise": 0.025,
        "dirt": 15,
    },
}
PREPARING = ("crop", "scale", "centre", "full")


def make(kind: str, seed: int) -> tuple[np.ndarray, list[int]]:
    """One sheet of a kind, and the digits on it in reading order."""
    rng = np.random.default_rng([seed, list(KINDS).index(kind)])
    paper = replace(Paper(), **KINDS[kind])
    labels = rng.integers(0, 10, (2, 5))
    test = mnist.load_test()
    rows = []
    for row in labels:
        if seed % 2:
            rows.append([by_pen(int(k), rng, paper.pen) for k in row])
        else:
            rows.append([by_hand(test.images[rng.choice(np.flatnonzero(test.labels == k))]) for k in row])
    return sheet(rows, paper, rng), labels.ravel().tolist()


def recipe_without(step: str | None) -> PhotoRecipe:
    """Every step but this one."""
    if step in PREPARING:
        return PhotoRecipe(prepare=replace(Recipe(), **{str(step): False}))
    off: dict[str, Any] = {} if step is None else {step: False}
    return replace(PhotoRecipe(), **off)


def answers(seen: Reading, net: Net) -> tuple[int, ...]:
    """What the net reads."""
    if not seen.digits:
        return ()
    x = np.stack([one.prepared.grey for one in seen.digits]).astype(np.float32) * np.float32(1 / 255)
    return tuple(net(x.reshape(len(x), *net.input_shape)).argmax(axis=1).tolist())


def scores(kind: str, steps: list[str | None], n: int, net: Net) -> list[tuple[float, float]]:
    """For each step left out (right of all digits written, right of all reported), per cent, over n sheets.

    What comes before the step that is left out is done once for all.
    """
    right, reported, written = np.zeros(len(steps)), np.zeros(len(steps)), 0
    for seed in range(n):
        photo, labels = make(kind, seed)
        written += len(labels)
        whole = [Reading(working(photo))]
        for stage in STAGES:
            whole.append(stage(whole[-1], PhotoRecipe()))
        for k, step in enumerate(steps):
            recipe = recipe_without(step)
            first = first_affected(PhotoRecipe(), recipe)
            seen = whole[first]
            for stage in STAGES[first:]:
                seen = stage(seen, recipe)
            found = answers(seen, net)
            right[k] += agreeing(tuple(labels), found)
            reported[k] += len(found)
    return [(100 * r / written, 100 * r / max(1, m)) for r, m in zip(right, reported, strict=True)]


def main() -> None:
    """Print both tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=int, default=20, help="of each kind")
    parser.add_argument("--kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--steps", nargs="*", default=[*STEPS, *PREPARING])
    asked = parser.parse_args()
    net = shipped_nets()["CNN"]
    print("| sheet | all steps | " + " | ".join(f"no {step}" for step in asked.steps) + " |")
    print("|---|---|" + "---|" * len(asked.steps))
    for kind in asked.kinds:
        found = scores(kind, [None, *asked.steps], asked.sheets, net)
        cells = [f"{written:.0f} / {reported:.0f}" for written, reported in found]
        print(f"| {kind} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
