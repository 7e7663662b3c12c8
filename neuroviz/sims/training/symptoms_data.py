"""Symptoms of what is learned from: order, leaks, labels, balance, scale; and of learning by heart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.training.case import Case
from neuroviz.sims.training.finding import BROKEN, CARE, ILL, Finding
from neuroviz.sims.training.remedies import Remedy
from neuroviz.sims.training.report import Report

LARGE = 10.0  # root mean square of an input; scaled ones have 1
SAW = 1.2  # times: the loss where a class begins by the loss where it ends
SEVERAL, MOSTLY = 3, 0.8  # blocks, and the part of them that has to show it
MATTERS = 0.2  # of par: below it no loss is worth a word
BLOCK = 4  # batches of one class running
JUDGES = 100  # validation examples: at even odds chance alone moves a score by a twentieth then
KNOWN = 0.5  # of the way from par to all right
HOPELESS = 0.9  # share of wrong labels that leaves no rule to be found
RARE = 0.2  # a class that has at most this part of the largest
MISSED = 0.5  # of a rare class
WORSE = 0.3  # than all together
RISEN = 1.1  # times its best
_TURNS = 5  # epochs in which a rule would have been found
_USELESS = 0.05  # of the variance


def unscaled(case: Case) -> Finding | None:
    """facts: size, input (from 0), least (size of the smallest). While the net does not learn, of which it
    is the first cause to be looked at."""
    sizes = case.par.sizes
    if sizes is None or case.learns or sizes.max() < LARGE:
        return None
    facts = {"size": float(sizes.max()), "input": float(sizes.argmax()), "least": float(sizes.min())}
    severity = BROKEN if case.guesses else ILL
    return Finding("unscaled", severity, case.step, "task", facts)


def unshuffled(case: Case) -> Finding | None:
    """facts: begin, end: losses where a class begins and where it ends, over the last two epochs; classes."""
    course = case.course
    if course.knobs.shuffle or course.par.counts is None:
        return None
    blocks = [one for one in _blocks(case) if len(one) >= BLOCK]
    if len(blocks) < SEVERAL:
        return None
    begins = np.array([one[: -(-len(one) // 4)].mean() for one in blocks])
    ends = np.array([one[-(len(one) // 2) :].mean() for one in blocks])
    begin, end = float(begins.mean()), float(ends.mean())
    saws = float((begins > ends).mean()) >= MOSTLY and begin > SAW * end
    if not saws or begin < MATTERS * case.par.loss:
        return None
    facts = {"begin": begin, "end": end, "classes": float((course.par.counts > 0).sum())}
    severity, remedy = CARE if case.learns else ILL, Remedy("branch", "shuffle", True)
    return Finding("unshuffled", severity, case.step, "curves", facts, None, remedy)


def _blocks(case: Case) -> list[NDArray[np.float64]]:
    """The losses of the last two epochs, cut where another class comes; all but the first and the last are
    whole."""
    course, batches, batch = case.course, case.steps_of_epoch, case.course.knobs.batch
    labels = np.sort(course.task.train.y)[batch // 2 :: batch][:batches]
    if len(labels) < BLOCK:
        return []
    recent = case.losses[-max(1, 2 * batches // case.stride) :]
    now = round(course.feeder.epochs % 1.0 * batches) - 1
    first = len(case.losses) - len(recent)
    ago = case.step - case.begun - (np.arange(first, len(case.losses)) + 0.5) * case.stride
    said = labels[np.minimum((now - ago.astype(np.intp)) % batches, len(labels) - 1)]
    return np.split(recent, np.flatnonzero(np.diff(said)) + 1)[1:-1]


def leak(case: Case) -> Finding | None:
    """facts: train, valid, test (scores). The recipe says so."""
    last = case.last
    if not case.course.recipe.task.leak or last.epochs < 1.0:
        return None
    facts = {"train": last.train_score, "valid": last.valid_score, "test": last.test_score}
    return Finding("leak", ILL, case.step, "task", facts, None, Remedy("recipe", "leak", False))


def labels(case: Case) -> Finding | None:
    """facts: train, valid, par (scores), wrong (the share the recipe hands round; 0: none is known)."""
    last, wrong = case.last, case.course.recipe.task.wrong_labels
    facts = {"train": last.train_score, "valid": last.valid_score, "par": case.par.score, "wrong": wrong}
    remedy = Remedy("recipe", "labels", 0.0) if wrong else None
    hopeless = wrong >= HOPELESS
    if _by_heart(case, sure=hopeless):
        return Finding("by_heart", ILL, case.step, "curves", facts, None, remedy)
    if hopeless and last.epochs >= _TURNS:
        return Finding("no_rule", ILL, case.step, "curves", facts, None, remedy)
    if wrong and not hopeless and (honest := _honest(case)) is not None:
        facts["honest"] = honest
        return Finding("wrong_labels", CARE, case.step, "curves", facts, None, remedy)
    return None


def _by_heart(case: Case, *, sure: bool) -> bool:
    """The training examples are known, and that was never of use for others; or cannot be, as is sure."""
    par = case.par.score
    if min(one.train_score for one in case.late) < par + KNOWN * (1.0 - par):
        return False
    if sure:
        return True
    if min(one.valid_loss for one in case.late) < case.par.loss:
        return False
    some = [one.valid_score for one in case.reports[len(case.reports) // 4 :]]
    one_deviation = case.luck if case.par.counts is not None else _USELESS
    above = max(some) <= par + 3 * one_deviation and float(np.mean(some)) <= par + one_deviation
    return above and case.n_judged >= JUDGES


def _honest(case: Case) -> float | None:
    """The most training labels that can be right by a rule, if more are: then errors are known by heart."""
    counts, wrong = case.par.counts, case.course.recipe.task.wrong_labels
    if counts is None:
        return None
    p = counts / counts.sum()
    honest = 1.0 - wrong * (1.0 - float((p * p).sum()))
    n = min(case.course.probe.n, len(case.course.task.train))
    luck = 3.0 * float(np.sqrt(honest * (1 - honest) / n))
    return honest if min(one.train_score for one in case.late) > honest + luck else None


def unbalanced(case: Case) -> Finding | None:
    """facts: rare, common (training examples), recall (of the rare), score (of all), label."""
    counts, last = case.par.counts, case.last
    if counts is None or last.confusion is None or last.epochs < 2.0:
        return None
    known = np.where(counts > 0, counts, counts.max())
    rare = int(known.argmin())
    judged = int(last.confusion[rare].sum())
    if known[rare] > RARE * counts.max() or judged < 3:
        return None
    recall = max(_recall(one, rare) for one in case.late)
    if recall > MISSED or last.valid_score < recall + WORSE:
        return None
    facts = {
        "rare": float(counts[rare]), "common": float(counts.max()), "recall": recall,
        "score": last.valid_score, "label": float(rare), "judged": float(judged),
    }  # fmt: skip
    remedy = Remedy("recipe", "balance", 1.0) if case.course.recipe.task.balance < 1.0 else None
    return Finding("unbalanced", ILL, case.step, "mistakes", facts, None, remedy)


def _recall(report: Report, label: int) -> float:
    assert report.confusion is not None
    row = report.confusion[label]
    return float(row[label] / max(1, row.sum()))


def overfitting(case: Case) -> Finding | None:
    """facts: best, at (its step), valid, train. While the training loss goes on falling, by enough to
    matter, and for long enough not to be the swaying of a few batches."""
    reports = case.reports
    best = min(range(len(reports)), key=lambda i: reports[i].valid_loss)
    lowest = reports[best]
    worth = MATTERS * case.par.loss
    late = reports[-max(len(case.late), (len(reports) - best) // 2) :]
    soon = case.last.epochs - lowest.epochs < _TURNS or len(reports) - best <= len(late)
    if soon or not all(
        one.valid_loss > max(RISEN * lowest.valid_loss, lowest.valid_loss + worth / 4, worth)
        and one.train_loss < min(lowest.train_loss, one.valid_loss / RISEN)
        for one in late
    ):
        return None
    last, knobs = case.last, case.course.knobs
    facts = {
        "best": lowest.valid_loss, "at": float(lowest.step),
        "valid": last.valid_loss, "train": last.train_loss,
    }  # fmt: skip
    remedy: Remedy | None = None
    if case.course.task.view == "images" and knobs.augment < 1.0:
        remedy = Remedy("branch", "augment", 1.0)
    elif knobs.decay < 0.01:
        remedy = Remedy("branch", "decay", 0.01)
    return Finding("overfitting", CARE, case.step, "curves", facts, None, remedy)
