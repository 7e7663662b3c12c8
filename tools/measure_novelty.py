"""Compares scores of novelty and writes docs/not-a-digit.md's tables: python tools/measure_novelty.py."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402  (after the number of BLAS threads)
from numpy.typing import NDArray  # noqa: E402

from neuroviz.data import mnist  # noqa: E402  (the repository this script lies in)
from neuroviz.data.digits import DigitSet  # noqa: E402
from neuroviz.data.ink import raster  # noqa: E402
from neuroviz.data.prepare import prepare  # noqa: E402
from neuroviz.data.scrawls import KINDS  # noqa: E402
from neuroviz.io.nets import read_net  # noqa: E402
from neuroviz.nn import Net, Trace  # noqa: E402
from neuroviz.nn.novelty import (  # noqa: E402
    Mahalanobis,
    Nearest,
    Scores,
    energy,
    logits_layer,
    max_softmax,
    weighted_layers,
)
from neuroviz.sims.novelty import HELD_OUT, KNOWN, SEED, fitted, look  # noqa: E402
from tools.drawn_digits import drawn, unseen  # noqa: E402
from tools.measure_weights import NETS, marked  # noqa: E402

Images = NDArray[np.uint8]
Score = Callable[[Trace], Scores]
SOURCE = 10_000  # the training images among which those remembered and held out are chosen
DRAWN, PER_KIND, PICTURES_SEED = 1_000, 500, 4_711
UNCLEAR = "digit-like letters"  # left out of the averages: to call an O a 0 is no mistake
SHIPPED = "nearest in all layers, and energy (shipped)"


@dataclass(frozen=True, eq=False)
class Pictures:
    """What is judged: real digits by name, and what is no digit by kind."""

    real: Mapping[str, Images]
    other: Mapping[str, Images]


def main() -> None:
    """Put the present figures between the marks of the page."""
    path = ROOT / "docs" / "not-a-digit.md"
    text = path.read_text(encoding="utf-8")
    shown = pictures(PER_KIND, mnist.load_test().images)
    for name in NETS:
        net = read_net(ROOT / "assets" / "weights" / f"{name}.npz")
        found = "\n".join(report(net, shown))
        text, places = re.subn(marked(name), rf"\g<1>{found}\n\g<2>", text)
        if places != 1:
            raise SystemExit(f"{path} has no place marked for the figures of {name}, or several")
    path.write_text(text, encoding="utf-8")


def pictures(per_kind: int, test: Images) -> Pictures:
    """The pictures of the comparison, each kind from a seed of its own."""
    other = {
        kind: scrawled(kind, per_kind, np.random.default_rng([PICTURES_SEED, i]))
        for i, kind in enumerate(KINDS)
    }
    return Pictures({"MNIST": test, "drawn": drawn(unseen, DRAWN, PICTURES_SEED).images}, other)


def scrawled(kind: str, n: int, rng: np.random.Generator) -> Images:
    """n drawings of a kind as the net gets them, (n, 28, 28)."""
    ready = (prepare(raster(KINDS[kind](rng))) for _ in range(n))
    return np.array([one.grey for one in ready if one is not None])


def auc(real: Scores, other: Scores) -> float:
    """The chance that something else scores higher than a real digit, ties counting half.

    The area under the ROC curve, from ranks: the Mann-Whitney statistic over the number of pairs.
    """
    every, at = np.unique(np.concatenate((real, other)), return_inverse=True)
    counts = np.bincount(at, minlength=len(every))
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[at]
    wins = float(ranks[len(real) :].sum()) - len(other) * (len(other) + 1) / 2
    return wins / (len(real) * len(other))


def passed(real: Scores, other: Scores, accepted: float = 0.95) -> float:
    """The part of something else that is taken for a digit when this part of real digits is."""
    return float((other <= np.quantile(real, accepted)).mean())


def scores(net: Net, source: DigitSet) -> dict[str, Score]:
    """Every score of the comparison for a net, fitted to the images that the shipped meter is fitted to."""
    meter = fitted(net, lambda: source)
    chosen = np.random.default_rng(SEED).permutation(len(source))[: KNOWN + HELD_OUT]
    images, labels = source.images[chosen], source.labels[chosen]
    seen, held = look(net, images[:KNOWN]), look(net, images[KNOWN:])
    logits = logits_layer(net)
    before = logits - 1
    layers = weighted_layers(net, 2_048)
    far = {i: Mahalanobis.fit(flat(seen, i), labels[:KNOWN]) for i in {before, *layers}}

    def near(k: int) -> Score:
        one = Nearest.fit(flat(seen, before), k)
        return lambda trace: one(flat(trace, before))

    def all_far(trace: Trace) -> Scores:
        return np.stack([np.log(far[i](flat(trace, i)) + 1e-9) for i in layers], axis=1)

    def all_near(trace: Trace) -> Scores:
        parts = zip(meter.senses, meter.nearest, strict=True)
        return np.stack([np.log(np.maximum(one(sense(trace)), 1e-6)) for sense, one in parts], axis=1)

    return {
        "max-softmax": lambda trace: max_softmax(trace.activations[logits]),
        "energy": lambda trace: energy(trace.activations[logits]),
        "Mahalanobis, last hidden layer": lambda trace: far[before](flat(trace, before)),
        "Mahalanobis, all layers": added(all_far, held),
        "10th nearest, last hidden layer": near(10),
        "nearest, last hidden layer": near(1),
        "nearest in all layers": added(all_near, held),
        SHIPPED: meter.scores,
    }


def added(parts: Score, held: Trace) -> Score:
    """The sum of parts (N, n), each standardised on the digits held out."""
    calm = parts(held)
    centre, spread = calm.mean(axis=0), calm.std(axis=0)
    return lambda trace: ((parts(trace) - centre) / spread).sum(axis=1)


def flat(trace: Trace, layer: int) -> NDArray[np.float32]:
    """The activations of a layer, (N, d)."""
    return trace.activations[layer].reshape(len(trace.input), -1)


def judged(net: Net, score: Mapping[str, Score], images: Images) -> dict[str, Scores]:
    """Every score of every picture, by the score's name."""
    found: dict[str, list[Scores]] = {name: [] for name in score}
    for start in range(0, len(images), 250):
        trace = look(net, images[start : start + 250])
        for name, one in score.items():
            found[name].append(one(trace))
    return {name: np.concatenate(parts) for name, parts in found.items()}


def clear(values: Mapping[str, float]) -> float:
    """The average over the kinds that nobody would read as digits."""
    return float(np.mean([value for kind, value in values.items() if kind != UNCLEAR]))


def report(net: Net, shown: Pictures) -> list[str]:
    """The tables of one net as lines of Markdown."""
    every = scores(net, mnist.load_some(SOURCE))
    judge = partial(judged, net, every)
    other = {kind: judge(images) for kind, images in shown.other.items()}
    lines: list[str] = []
    for title, images in shown.real.items():
        real = judge(images)
        head = f"| score, against {len(images):,} {title} digits"
        lines += [f"{head} | {' | '.join(KINDS)} | average | passed |", "|---" * (len(KINDS) + 3) + "|"]
        for name in every:
            areas = {kind: auc(real[name], found[name]) for kind, found in other.items()}
            through = clear({kind: passed(real[name], found[name]) for kind, found in other.items()})
            row = [f"{area:.3f}" for area in (*areas.values(), clear(areas))]
            lines.append(f"| {name} | {' | '.join(row)} | {through:.1%} |")
        lines.append("")
    meter = fitted(net, lambda: mnist.load_some(SOURCE))
    sets = {f"{t} digits": judge(i)[SHIPPED] for t, i in shown.real.items()}
    sets |= {kind: found[SHIPPED] for kind, found in other.items()}
    lines += ["| below the shipped threshold | " + " | ".join(sets) + " |", "|---" * (len(sets) + 1) + "|"]
    parts = " | ".join(f"{(s <= meter.threshold).mean():.1%}" for s in sets.values())
    return [*lines, f"| share | {parts} |"]


if __name__ == "__main__":
    main()
