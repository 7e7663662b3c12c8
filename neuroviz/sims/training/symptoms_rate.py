"""Symptoms of the steps: too long, too short, none at all, and a loss that is no number any more."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from neuroviz.sims.training.case import Case
from neuroviz.sims.training.finding import BROKEN, CARE, ILL, Finding
from neuroviz.sims.training.remedies import Remedy, largest_rate, lower_rate, rounded
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.symptoms_net import JUMP, stuck
from neuroviz.sims.training.symptoms_turn import sound

FAR = 2.0  # times par and the start: batches of a net that learns were never seen there for long
RISES = 10  # steps running: of ten numbers in random order one in 3.6 million rises all the way
RECENT = 16  # batches
BROKEN_BY = 10.0  # times FAR: what has been thrown so far does not come back at a lower rate
ROSE = 1.5  # times as high at their end: below that it might be the end of a dip
SETTLED = 100  # steps, until the start is forgotten
TINY = 1e-4  # of the weights, changed by a step; a thousandth is usual
FALLS = 0.2  # part of a loss: one that has fallen so far is on its way, however high it still is
PATIENT = 200  # steps of which each is too short
PULLS = 1e-2  # a gradient that is so large beside its weights would move them, were it let
NOTHING = 1e-5  # of a rate, or of the weights: what is changed by so little stays as it is
_GOOD = 1e-2  # what nets of this size begin with when they learn well
_SAME = 3.0  # times: rates that differ by less belong together


def not_finite(case: Case) -> Finding | None:
    """facts: at (step), before (the last loss that was a number), rate. A branch from here would begin with
    weights that are no numbers."""
    theta, losses = case.course.trainer.theta, case.losses
    lost = ~np.isfinite(losses)
    measured = not case.reports or math.isfinite(case.last.train_loss)  # its sums may burst before it does
    if not lost.any() and measured and np.isfinite(theta).all():
        return None
    at = int(np.argmax(lost)) if lost.any() else len(losses)
    before = float(losses[at - 1]) if at else case.par.loss
    knobs = case.course.knobs
    facts = {"at": float(case.begun + at * case.stride), "before": before, "rate": knobs.rate}
    return Finding("not_finite", BROKEN, case.step, "curves", facts, None, sound(case))


def frozen(case: Case) -> Finding | None:
    """No layer that has weights may learn."""
    if any(case.course.rates[i] for i in case.weights):
        return None
    return Finding("frozen", BROKEN, case.step, "net", {}, None, Remedy("recipe", "rates", 1.0))


def too_high(case: Case) -> Finding | None:
    """The plainest of its three signs. facts: rate, loss (of "far_up" the highest of late), par; of "rising"
    also steps and before, of "bouncing" update.

    An old blow-up from which the net recovers at a lower rate is no sign; nor, where examples come class by
    class, that the loss rises with each new class.
    """
    far = _far_up(case)
    if not case.course.knobs.shuffle:
        return far
    rising = _rising(case)
    if rising is not None and far is not None:
        return replace(rising, severity=far.severity, remedy=far.remedy)
    return rising or far or _bouncing(case)


def _far_up(case: Case) -> Finding | None:
    par = case.par.loss
    ceiling = FAR * (max(par, case.reports[0].train_loss) if case.begun == 0 else par)
    recent = case.losses[-RECENT:]
    if case.loss < ceiling or np.median(recent) < ceiling or _recovers(case):
        return None
    broken = case.loss > BROKEN_BY * ceiling or stuck(case)
    remedy = sound(case) if broken else Remedy("branch", "rate", lower_rate(case.course.knobs))
    facts = {**_facts(case), "loss": max(one.train_loss for one in case.late)}
    return Finding("far_up", BROKEN, case.step, "curves", facts, None, remedy)


def _rising(case: Case) -> Finding | None:
    some = case.losses[-RISES - 1 :]
    if len(some) <= RISES or not (np.diff(some) > 0).all() or some[-1] < ROSE * some[0]:
        return None
    start = len(case.losses) - 1
    while start and case.losses[start - 1] < case.losses[start]:
        start -= 1
    before, now = float(case.losses[start]), float(case.losses[-1])
    steps = (len(case.losses) - 1 - start) * case.stride
    facts = {**_facts(case), "loss": now, "before": before, "steps": float(steps)}
    remedy = Remedy("branch", "rate", lower_rate(case.course.knobs))
    return Finding("rising", ILL, case.step, "curves", facts, None, remedy)


def _bouncing(case: Case) -> Finding | None:
    enough = case.step - _at_this_rate(case)[0].step >= SETTLED
    if not enough or not case.update > JUMP or not case.guesses:
        return None
    facts = {**_facts(case), "update": case.update}
    remedy = Remedy("branch", "rate", lower_rate(case.course.knobs))
    return Finding("bouncing", ILL, case.step, "curves", facts, None, remedy)


def slow(case: Case) -> Finding | None:
    """facts: rate (as the schedule has it), update, steps, loss, par. There are gradients; the rate makes
    nothing of them."""
    same, last, knobs = _at_this_rate(case), case.last, case.course.knobs
    steps = last.step - same[0].step
    if not case.guesses or case.fell > FALLS or steps < PATIENT or not case.update < TINY:
        return None
    weights = list(case.weights)
    pull = float(np.nanmax(last.layers.weight_gradient[weights] / last.layers.weight[weights], initial=0.0))
    if pull < PULLS:
        return None
    times = min(1000.0, _GOOD / max(case.update, 1e-9))
    rate = rounded(min((knobs.rate or NOTHING) * times, largest_rate(knobs)))
    if last.rate < knobs.rate / _SAME:
        remedy = Remedy("branch", "schedule", "constant")
    elif rate < _SAME * knobs.rate:
        return None
    else:
        remedy = Remedy("branch", "rate", rate)
    facts = {**_facts(case), "update": case.update, "steps": float(steps)}
    return Finding("slow", ILL, case.step, "layers", facts, None, remedy)


def ended(case: Case) -> Finding | None:
    """facts: rate, at (the step since when), train, valid (scores). The schedule has brought the rate down so
    far that no weight moves any more."""
    last, knobs = case.last, case.course.knobs
    rates = [one.rate for one in case.reports]
    low = NOTHING * knobs.rate
    if knobs.schedule == "constant" or last.rate > low or case.update > NOTHING or max(rates) <= low:
        return None
    since = len(rates) - next(i for i, rate in enumerate(reversed(rates)) if rate > low)
    facts = {
        "rate": last.rate, "at": float(case.reports[since].step),
        "train": last.train_score, "valid": last.valid_score,
    }  # fmt: skip
    remedy = Remedy("branch", "schedule", "constant")
    return Finding("ended", CARE, case.step, "curves", facts, None, remedy)


def _facts(case: Case) -> dict[str, float]:
    return {"rate": case.last.rate, "loss": case.last.train_loss, "par": case.par.loss}


def _at_this_rate(case: Case) -> tuple[Report, ...]:
    """The reports since the rate was another."""
    now = case.last.rate
    start = len(case.reports) - 1
    while start and now / _SAME <= case.reports[start - 1].rate <= now * _SAME:
        start -= 1
    return case.reports[start:]


def _recovers(case: Case) -> bool:
    """At the present rate the loss comes down: at least to its half. Too early to tell counts as yes, unless
    the run began with this rate."""
    losses = [one.train_loss for one in _at_this_rate(case)]
    began = len(losses) == len(case.reports) and case.begun == 0
    if len(losses) < 4:
        return not began
    half = len(losses) // 2
    return not began and float(np.median(losses[half:])) < float(np.median(losses[:half])) / 2
