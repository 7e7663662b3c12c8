"""Symptoms of the net: units that are all the same, dead or saturated, gradients that vanish or explode."""

from __future__ import annotations

import numpy as np

from neuroviz.nn import Dense
from neuroviz.nn.arrays import Array
from neuroviz.sims.training.case import Case, Floats
from neuroviz.sims.training.finding import BROKEN, CARE, ILL, Finding
from neuroviz.sims.training.remedies import Remedy, hidden_width
from neuroviz.sims.training.symptoms_turn import sound

STILL_THE_SAME = 10  # steps after which what is still equal is held to stay so
DEAD = 0.5  # share of units; a healthy layer of rectified units was seen to rest with a third of them
SATURATED = 0.5  # share of activations in the flat ends
VANISHED = 1e-3  # first gradient by last: nets that learn were seen to stay between 0.03 and 30
EXPLODED = 100.0  # a gradient so many times its weights: a step at rate 0.01 replaces them
JUMP = 0.1  # a step that changes weights by a tenth; the usual is a thousandth (Karpathy's rule of thumb)
SMALL = 4  # training examples to each parameter, at least: a net that has more could know them by heart
STANDING = 0.03  # part of the loss
LONG, EPOCHS = 1000, 20  # steps, and epochs, after which a loss that stands is held to stand
APART = 1.5  # times: a validation loss so far above the other would say that there is too much of a net
_WIDER, _WIDE = 4, 16


def symmetric(case: Case) -> Finding | None:
    """facts: units, place. Units with equal weights to and fro get equal gradients, for ever.

    Where what follows is not a plain layer of units, that they still are equal is looked at in its place.
    """
    plan, theta = case.course.start.plan, case.course.trainer.theta
    for i, next in zip(case.weights, case.weights[1:], strict=False):
        values = plan.views(theta, i)
        if not _all_equal(_by_unit(values["w"], plan.layers[i])) or not _all_equal(values["b"][:, None]):
            continue
        onward = plan.views(theta, next)["w"]
        straight = isinstance(plan.layers[next], Dense) and len(onward) == len(values["b"])
        if case.step >= STILL_THE_SAME or (straight and _all_equal(onward)):
            facts = {"units": float(len(values["b"])), "place": float(case.place(i))}
            remedy = Remedy("recipe", "init", "he")
            return Finding("symmetric", BROKEN, case.step, "layers", facts, i, remedy)
    return None


def dead(case: Case) -> Finding | None:
    """facts: share, place, probed. The lowest layer that is wholly so, or else half; half of one is no
    illness while the net does better than guess, and is not worth a word while it learns."""
    shares = np.array([one.layers.dead for one in case.late]).min(axis=0)
    closed, many = np.flatnonzero(shares == 1.0), np.flatnonzero(shares >= DEAD)
    if not len(many) or (case.learns and not len(closed)):
        return None
    i = int(closed[0]) if len(closed) else int(many[0])
    share = float(shares[i])
    largest = max(_largest(one.layers.update) for one in case.reports)
    remedy = sound(case) if largest > JUMP else Remedy("recipe", "activation", "leaky_relu")
    facts = {"share": share, "place": float(case.place(i)), "probed": float(case.course.probe.n_probed)}
    severity = BROKEN if len(closed) else ILL if case.guesses else CARE
    return Finding("dead", severity, case.step, "layers", facts, i, remedy)


def saturated(case: Case) -> Finding | None:
    """facts: share, place. A trained net may be steep; it is an illness where it does not do better than
    guess."""
    shares = np.array([one.layers.saturated for one in case.late]).min(axis=0)
    shares = shares[: case.weights[-1]]  # the last one's answers may well be certain
    many = np.flatnonzero(shares >= SATURATED)
    if not case.guesses or not len(many):
        return None
    i = int(many[0])
    largest = max(_largest(one.layers.update) for one in case.reports)
    facts = {"share": float(shares[i]), "place": float(case.place(i))}
    remedy = sound(case) if largest > JUMP else Remedy("recipe", "activation", "leaky_relu")
    return Finding("saturated", ILL, case.step, "layers", facts, i, remedy)


def vanishing(case: Case) -> Finding | None:
    """facts: ratio, places. Found by the gradients of the weights; told, as in the picture of the layers, by
    those of what the layers answer, unless these do not show it.
    """
    if not case.guesses or len(case.weights) < 3:
        return None
    first, last = _gradients(case)[[0, -1]]
    if not first < VANISHED * last:
        return None
    shown = case.last.layers.gradient[[case.answer(0), case.answer(-1)]]
    if shown[0] < VANISHED * shown[1]:
        first, last = shown
    facts = {"ratio": float(last / first) if first > 0 else np.inf, "places": float(len(case.weights))}
    remedy = Remedy("recipe", "activation", "leaky_relu")
    return Finding("vanishing", ILL, case.step, "layers", facts, case.weights[0], remedy)


def exploding(case: Case) -> Finding | None:
    """facts: times (gradient by weights), place, norm. What is so from the beginning is the start's doing."""
    if not case.guesses:
        return None
    weights = list(case.weights)
    sizes = np.array([one.layers.weight_gradient / one.layers.weight for one in case.late])[:, weights]
    times = np.median(sizes, axis=0)
    gradients = _gradients(case)
    if gradients[-1] > 0 and gradients[0] * VANISHED > gradients[-1] and len(weights) > 2:
        k = 0
    elif np.nanmax(times, initial=0.0) > EXPLODED:
        k = int(np.nanargmax(times))
    else:
        return None
    first = case.reports[0].layers
    early = float(np.nanmax((first.weight_gradient / first.weight)[weights], initial=0.0)) > EXPLODED
    clipped = 0.0 < case.course.knobs.clip <= 1.0
    remedy = Remedy("recipe", "init", "he") if early or clipped else Remedy("branch", "clip", 1.0)
    facts = {"times": float(times[k]), "place": k + 1.0, "norm": case.last.norm}
    return Finding("exploding", ILL, case.step, "layers", facts, weights[k], remedy)


def small(case: Case) -> Finding | None:
    """facts: train, valid, par, parameters, width. Both losses stand, high and together, and there are few
    parameters; to be asked when nothing else is wrong."""
    last, half = case.last, case.reports[len(case.reports) // 2 :]
    if case.learns or last.step < LONG or last.epochs < EPOCHS or len(half) < 4:
        return None
    first = half[: len(half) // 2]
    fell = 1 - min(one.train_loss for one in half) / min(one.train_loss for one in first)
    n, apart = case.course.start.n_params, last.valid_loss > APART * last.train_loss
    if fell > STANDING or apart or n * SMALL > len(case.course.task.train):
        return None
    width = max(_WIDE, _WIDER * hidden_width(case.course.recipe))
    facts = {
        "train": last.train_loss, "valid": last.valid_loss, "par": case.par.loss, "parameters": float(n),
        "width": float(width),
    }  # fmt: skip
    return Finding("small", ILL, case.step, "net", facts, None, Remedy("recipe", "width", width))


def stuck(case: Case) -> bool:
    """Whether some hidden layer is half dead or half saturated: a lower rate alone will not free it."""
    hidden, sizes = slice(case.weights[-1]), case.last.layers
    dead, flat = sizes.dead[hidden], sizes.saturated[hidden]
    return bool((dead >= DEAD).any() or (flat >= SATURATED).any())


def _by_unit(w: Array, layer: object) -> Array:
    return w.T if isinstance(layer, Dense) else w.reshape(len(w), -1)


def _all_equal(rows: Array) -> bool:
    """Whether there are several, and each is like the first."""
    return len(rows) > 1 and bool((rows[1] == rows[0]).all()) and bool((rows == rows[0]).all())


def _gradients(case: Case) -> Floats:
    """Of each layer's weights, the median of the last reports."""
    gradients = [one.layers.weight_gradient[list(case.weights)] for one in case.late]
    found: Floats = np.median(np.array(gradients), axis=0)
    return found


def _largest(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.max()) if len(known) else 0.0
