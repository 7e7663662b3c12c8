"""A run of Training as what a file keeps of it, and back: plain values on one side, courses on the other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any, get_args

from neuroviz.data.task import Task
from neuroviz.data.tasks import Source
from neuroviz.runtime import Change, Entry
from neuroviz.runtime.knob import check
from neuroviz.runtime.past import Past
from neuroviz.scenes import own_sources
from neuroviz.scenes.kept_run import KeptCourse, KeptFeeder, KeptMoment, KeptRun, Logged
from neuroviz.scenes.recipe import Knobs, Recipe, plain_like
from neuroviz.sims.training.course import LAYER_RATE, CourseState
from neuroviz.sims.training.feeder import FeederState
from neuroviz.sims.training.frames import Branch, TrainingFrame
from neuroviz.sims.training.measured import measured_of, take_up
from neuroviz.sims.training.sim import MOST_COURSES, TrainingSim, TrainingState
from neuroviz.sims.training.stops import Reason, Stopped, Stops

_FIRST = 0
_LARGEST = 1e300  # value of a reason to stop


def keep(recipe: Recipe, source: Source | None, past: Past, frame: TrainingFrame, first: Stops) -> KeptRun:
    """All of a run. frame: its newest; first: the stops it began with."""
    moments = tuple(
        _kept_moment(step, state) for step, state in past.checkpoints if isinstance(state, TrainingState)
    )
    own = None if source is None else own_sources.kept(source)
    log = tuple(map(logged, past.log))
    return KeptRun(
        recipe, log, past.head, past.step, moments, asdict(first), measured_of(frame), own,
        focus=frame.focus, given=tuple(map(_plain_stopped, frame.given)),
    )  # fmt: skip


def revive(kept: KeptRun, task: Task) -> tuple[TrainingSim, Past]:
    """A simulation that has not begun and the past to begin it with, as `Run` takes them.

    ValueError for a log, moments or a task that do not fit the recipe or each other.
    """
    plan = kept.recipe.plan()
    if math.prod(plan.input_shape) != task.n_in or plan.shapes[-1] != (task.n_out,):
        raise ValueError(f"a net {plan.input_shape} to {plan.shapes[-1]} for {task.n_in} to {task.n_out}")
    log = _entries(kept.log, len(plan.layers))
    lines = _lines(log)
    states = tuple((one.step, _state(one, lines)) for one in kept.moments)
    sim = TrainingSim(kept.recipe, task, _stops(kept.stops))
    sim.stand(kept.focus, tuple(map(_stopped, kept.given)), log)
    take_up(kept.measured, sim.expect(log, {id for _, state in states for id, _ in state.courses}))
    return sim, Past(kept.step, kept.head, log, states)


# -- changes -----------------------------------------------------------------------------------------


def logged(entry: Entry) -> Logged:
    """A change as it is kept."""
    change = entry.change
    kind = "branch" if change.kind == "branch" else "act"
    value = change.value
    if isinstance(value, Branch | Stops):
        value = asdict(value)
    return Logged(entry.step, change.name, _plain(value), kind)  # type: ignore[arg-type]


def _plain(value: Any) -> Any:
    """Tuples as JSON has them, and NumPy's numbers as Python's."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value.item() if hasattr(value, "item") else value


def _entries(log: Sequence[Logged], layers: int) -> tuple[Entry, ...]:
    """The changes as the simulation takes them."""
    found = []
    for one in log:
        try:
            found.append(Entry(one.step, _change(one, layers)))
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"{one.name} at {one.step}: {error!r}") from None
    return tuple(found)


def _change(one: Logged, layers: int) -> Change:
    match one.name:
        case "knob":
            course, name, value = one.value
            return Change("knob", (_whole(course), name, _setting(name, value, layers)), one.kind)
        case "branch":
            plain = dict(one.value)
            if set(plain) != {"id", "parent", "name", "value"}:
                raise ValueError(f"a branch of {sorted(plain)}")
            id, parent, name = _whole(plain["id"]), _whole(plain["parent"]), plain["name"]
            branch = Branch(id, parent, name, _setting(name, plain["value"], layers))
            return Change("branch", branch, one.kind)
        case "drop" | "return":
            return Change(one.name, _whole(one.value), one.kind)
        case "stops":
            return Change("stops", _stops(one.value), one.kind)
    raise ValueError(f"unknown change {one.name!r}")


def _setting(name: Any, value: Any, layers: int) -> Any:
    """A value that a knob can be set to, or (layer, factor)."""
    if name == LAYER_RATE:
        layer, factor = value
        if not 0 <= _whole(layer) < layers or isinstance(factor, bool) or not 0.0 <= factor <= 1e6:
            raise ValueError(f"there is no factor {factor!r} for layer {layer!r}")
        return int(layer), float(factor)
    if not isinstance(name, str):
        raise ValueError(f"there is no knob {name!r}")
    knobs = plain_like(Knobs(), {**asdict(Knobs()), name: value})
    check(knobs)
    return getattr(knobs, name)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is no whole number")
    return value


def _stops(plain: Mapping[str, Any]) -> Stops:
    """As `asdict` made them."""
    known = {one.name for one in fields(Stops)}
    if set(plain) - known:
        raise ValueError(f"stops of {sorted(plain)}")
    for name, value in plain.items():
        truth = name in ("overfitting", "not_finite")
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not (isinstance(value, bool) if truth else value is None or number):
            raise ValueError(f"{name}: {value!r}")
    return replace(Stops(), **plain)


def _plain_stopped(stopped: Stopped) -> dict[str, Any]:
    """No number, such as a loss that is none, is nothing."""
    return {**asdict(stopped), "value": stopped.value if math.isfinite(stopped.value) else None}


def _stopped(plain: Mapping[str, Any]) -> Stopped:
    """As `_plain_stopped` made it."""
    try:
        reason, value = plain["reason"], plain["value"]
        course, step = _whole(plain["course"]), _whole(plain["step"])
    except KeyError as error:
        raise ValueError(f"stopped without {error}") from None
    if reason not in get_args(Reason):
        raise ValueError(f"stopped for {reason!r}")
    number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _LARGEST
    if value is not None and not number:
        raise ValueError(f"stopped at {value!r}")
    return Stopped(course, step, reason, math.nan if value is None else float(value))


# -- moments -----------------------------------------------------------------------------------------


def _kept_moment(step: int, state: TrainingState) -> KeptMoment:
    courses = tuple(
        KeptCourse(id, one.trainer, KeptFeeder(**vars(one.feeder)), one.knobs, one.rates, one.since, one.loss)
        for id, one in state.courses
    )
    return KeptMoment(step, courses, asdict(state.stops))


def _lines(log: Sequence[Entry]) -> list[tuple[int, frozenset[int]]]:
    """After which entries, by their steps, there are which lines. What the simulation would not do, since the
    line has gone, changes nothing. ValueError for two lines of one number."""
    here, ever = frozenset({_FIRST}), {_FIRST}
    found = [(-1, here)]
    for entry in log:
        value = entry.change.value
        if isinstance(value, Branch):
            if value.id in ever or value.id < 0:
                raise ValueError(f"a line {value.id} branches off twice")
            ever.add(value.id)
            if value.parent in here and len(here) < MOST_COURSES:
                here |= {value.id}
        elif entry.change.name == "drop" and len(here) > 1:
            here -= {value}
        elif entry.change.name == "return" and value in ever and len(here) < MOST_COURSES:
            here |= {value}
        found.append((entry.step, here))
    return found


def _state(moment: KeptMoment, lines: Sequence[tuple[int, frozenset[int]]]) -> TrainingState:
    here = next(ids for step, ids in reversed(lines) if step < moment.step)
    if {one.id for one in moment.courses} != here:
        raise ValueError(f"the lines of step {moment.step} are not those of the log")
    courses = tuple(
        (one.id, CourseState(
            one.trainer, FeederState(**vars(one.feeder)), one.knobs, one.rates, one.since, one.loss))
        for one in moment.courses
    )  # fmt: skip
    return TrainingState(courses, _stops(moment.stops), moment.step)
