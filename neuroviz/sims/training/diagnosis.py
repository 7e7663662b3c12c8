"""Diagnosis: what goes wrong in a run, by what has been measured of it; worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.sims.training import symptoms_data as data
from neuroviz.sims.training import symptoms_net as net
from neuroviz.sims.training import symptoms_rate as rate
from neuroviz.sims.training.case import Case
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.finding import BROKEN, CALM, CARE, ILL, Evidence, Finding, Kind
from neuroviz.sims.training.remedies import Edit, Remedy, edited
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.symptoms_turn import leapt, worse
from neuroviz.sims.training.turned import Turned

EARLY = 20
"""Steps of which nothing is said yet, unless the loss is no number: a start proves nothing."""

FEW = 8
"""Reports of which none is called a loss that stands still."""

_ORDER = get_args(Kind)
_Check = Callable[[Case], Finding | None]
_OF_NET: tuple[_Check, ...] = (net.dead, net.vanishing, net.exploding, net.saturated)
_OF_DATA: tuple[_Check, ...] = (data.leak, data.labels, data.unbalanced)


@DIVERGING_IS_ALLOWED
def diagnose(
    course: Course, turns: tuple[Turned, ...] = (), now: Report | None = None
) -> tuple[Finding, ...]:
    """At least one, worst first, of the moment at which the course is. If nothing is wrong that is said.
    turns: what was done to its knobs on the way; now: a report of that very moment, if it has not been
    written down.

    What only follows from something else that is found is left out.
    """
    case = Case.of(course, turns, now)
    found = list(_illnesses(case)) if case.step else []
    return tuple(sorted(found or [_calm(case)], key=lambda one: (-one.severity, _ORDER.index(one.kind))))


def _illnesses(case: Case) -> Iterator[Finding]:
    if (lost := rate.not_finite(case)) is not None:
        yield lost
        return
    if case.step - case.begun < EARLY or not case.reports:
        return
    yield from _asked(case, (data.unscaled,))
    still = rate.frozen(case) or net.symmetric(case)
    if still is not None:
        yield still
        yield from _asked(case, (data.leak,))
        return
    order = data.unshuffled(case)
    if order is not None:
        yield order
    steps = (rate.slow,) if order is not None else (rate.too_high, rate.slow)
    causes = [*_asked(case, steps), *_of_net(case)]
    if order is not None:  # a net that is thrown from class to class is driven into the flat ends
        causes = [one for one in causes if one.severity == BROKEN]
    yield from _asked(case, (worse, rate.ended))
    yield from causes
    effects = list(_asked(case, _OF_DATA))
    yield from effects
    if not any(one.kind in ("by_heart", "no_rule") for one in effects):
        yield from _asked(case, (data.overfitting,))
    if not any(one.severity > CARE for one in (*causes, *effects)) and order is None:
        yield from _asked(case, (net.small,))


def _of_net(case: Case) -> Iterator[Finding]:
    """A layer that lets nothing through, or little, explains all that its neighbours show."""
    found = list(_asked(case, _OF_NET))
    closed = [one for one in found if one.severity == BROKEN] or [
        one for one in found if one.kind in ("dead", "saturated")
    ]
    yield from closed or found


def _asked(case: Case, checks: tuple[_Check, ...]) -> Iterator[Finding]:
    return (one for check in checks if (one := check(case)) is not None)


def _calm(case: Case) -> Finding:
    """facts of "start": loss; of "learning": before, loss, steps; else train, valid (scores), loss."""
    if not case.reports or case.step - case.begun < EARLY:
        loss = case.reports[-1].train_loss if case.reports else case.par.loss
        return Finding("start", CALM, case.step, "curves", {"loss": loss})
    first, last = case.reports[0], case.last
    scores = {"train": last.train_score, "valid": last.valid_score, "loss": last.train_loss}
    if case.learns:
        return leapt(case) or Finding("well", CALM, case.step, "curves", scores)
    if case.fell > 0.02:
        facts = {"before": first.train_loss, "loss": last.train_loss, "steps": float(last.step - first.step)}
        return Finding("learning", CALM, case.step, "curves", facts)
    if len(case.reports) < FEW:  # of a line that has just begun
        return Finding("start", CALM, case.step, "curves", {"loss": last.train_loss})
    return Finding("still", CALM, case.step, "curves", scores)


__all__ = [
    "BROKEN", "CALM", "CARE", "EARLY", "ILL", "Edit", "Evidence", "Finding", "Kind", "Remedy", "diagnose",
    "edited",
]  # fmt: skip
