"""Symptoms of a turn: a knob turned on the way after which all is worse; a loss that has just leapt up; where
a line was still sound."""

from __future__ import annotations

import numpy as np

from neuroviz.sims.training.case import Case
from neuroviz.sims.training.finding import CARE, ILL, Finding
from neuroviz.sims.training.remedies import Remedy, lower_rate
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.turned import Turned

PATIENT = 400  # steps in which it may come back
LONG = 30  # steps since the turn; before, the net may be on its way to where it rests
WORSE, RISEN = 2.0, 1.5  # times as high: the losses in training and in validation
MATTERS, SEEN = 0.1, 0.05  # of par, by which they have risen
COMES_BACK = 0.7  # of what it was at first: the second half of the reports since lies below that
_BEFORE = 3  # reports
_STEPS = ("rate", "momentum", "optimiser", "decay", "clip", "schedule")  # knobs that make steps longer


def worse(case: Case) -> Finding | None:
    """facts: at (the step of the turn), before, loss, train, valid (scores); knob: which one. The newest turn
    after which both losses have risen far, and do not come back; of those turned with it the likeliest."""
    for turn in reversed(case.turns):
        reports = case.reports
        old = [one for one in reports if one.step <= turn.step][-_BEFORE:]
        new = [one for one in reports if one.step > turn.step]
        if not old or len(new) < len(case.late) or case.step - turn.step < LONG:
            continue
        before = _loss(old)
        judged = float(np.median([one.valid_loss for one in old]))
        valid = float(np.median([one.valid_loss for one in case.late]))
        par, half = case.par.loss, max(1, len(new) // 2)
        risen = case.loss > WORSE * before and case.loss - before > MATTERS * par
        seen = valid > RISEN * judged and valid - judged > SEEN * par
        first, since = (_loss(some) for some in (new[:half], new[half:]))
        comes_back = since < COMES_BACK * first and case.step - turn.step < PATIENT
        if not (risen and seen) or comes_back:
            continue
        last = case.last
        facts = {
            "at": float(turn.step), "before": before, "loss": case.loss,
            "train": last.train_score, "valid": last.valid_score,
        }  # fmt: skip
        severity = CARE if case.learns else ILL
        one = _likely(case, turn)
        return Finding("worse", severity, case.step, "curves", facts, None, back(one), knob=one.name)
    return None


def leapt(case: Case) -> Finding | None:
    """facts: before, loss, train, valid (scores). The newest report alone is far above those before it: that
    may pass, and is no reason to try anything yet, but nobody calls it well."""
    last, others = case.last, list(case.late[:-1])
    if not others:
        return None
    before = _loss(others)
    if not (last.train_loss > WORSE * before and last.train_loss - before > MATTERS * case.par.loss):
        return None
    facts = {
        "before": before, "loss": last.train_loss, "train": last.train_score, "valid": last.valid_score,
    }  # fmt: skip
    return Finding("leapt", CARE, case.step, "curves", facts)


def _likely(case: Case, turn: Turned) -> Turned:
    """Of several turned at about the same time, the one that changes most how long a step is."""
    near = [one for one in case.turns if 0 <= turn.step - one.step < LONG and one.name in _STEPS]
    return min([*near, turn], key=lambda one: _STEPS.index(one.name) if one.name in _STEPS else len(_STEPS))


def _loss(reports: list[Report]) -> float:
    return float(np.median([one.train_loss for one in reports]))


def back(turn: Turned) -> Remedy:
    """The line as it would have gone on without that turn."""
    return Remedy("branch", turn.name, turn.before, at=turn.step)


def sound(case: Case) -> Remedy:
    """Steps that are not too long, from where they were: before the knob was turned that made them longer, or
    from where the line began, at a lower rate."""
    own = [one for one in case.turns if one.name in _STEPS and one.step >= case.begun]
    if own and not (own[-1].name == "rate" and own[-1].after < own[-1].before):
        return back(own[-1])
    return Remedy("branch", "rate", lower_rate(case.course.knobs), at=case.begun)
