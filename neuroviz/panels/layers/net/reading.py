"""What there is to read in the picture just now: numbers for the sentence, found in model and trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from neuroviz.nn import Trace
from neuroviz.ui.netmap.flow import Moment
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.netmap.path import Path
from neuroviz.ui.netview.cells import largest

Naming = Callable[[int, int, int], str]
"""The words of a cell, by stage and number; or of so many cells, of which it is one."""
_COUNTED = 30  # layers up to which the share of what is drawn is worth its time
_FAINT = 0.01


@dataclass(frozen=True)
class Summing:
    """On the way to a layer: its largest term, from where to where; None where all are 0."""

    stage: int
    n_cells: int
    maps: bool
    term: float | None
    source: str
    target: str


@dataclass(frozen=True)
class Computed:
    """A layer that has just been computed: how many values there are, are above 0, and the largest."""

    stage: int
    n_values: int
    active: int
    value: float
    where: str


@dataclass(frozen=True)
class Part:
    """A share of what goes into a unit or out of it, and the cells that stand for it, in words."""

    share: float
    cells: str


@dataclass(frozen=True)
class Followed:
    """near: of what goes into it, from the layer before; far: from the input; after: to an answer.

    starved: nothing goes into it; silent: it sends nothing on.
    """

    where: str
    value: float
    near: Part | None = None
    far: Part | None = None
    after: Part | None = None
    starved: bool = False
    silent: bool = False
    of_map: bool = False  # the value is the strongest of a map


@dataclass(frozen=True)
class Reading:
    """broken: the first layer with values that are not numbers; carried: of all |w·a|, the share drawn, and
    for a net that is too deep for that, faded: the layer from which on next to nothing is left of the input.
    """

    n_stages: int
    broken: int | None = None
    summing: Summing | None = None
    computed: Computed | None = None
    followed: Followed | None = None
    faded: int | None = None
    carried: float | None = None


def read(model: MapModel, moment: Moment | None, path: Path | None, name: Naming) -> Reading:
    """What is to be said of a model that has a trace."""
    assert model.trace is not None
    n = len(model.stages)
    broken = first_broken(model, model.trace)
    if broken is not None:
        return Reading(n, broken=broken)
    if moment is not None:
        if moment.share == 0:
            return Reading(n, computed=_computed(model, model.trace, moment.stage - 1, name))
        return Reading(n, summing=_summing(model, moment.stage, name))
    if path is not None:
        return Reading(n, followed=_followed(model, model.trace, path, name))
    if n > _COUNTED:
        return Reading(n, faded=faded(model, model.trace))
    return Reading(n, carried=carried(model))


def first_broken(model: MapModel, trace: Trace) -> int | None:
    """The first layer (0: the input) with a value that is infinite or not a number."""
    if np.isfinite(trace.output).all() and np.isfinite(trace.input).all():
        return None
    for i, stage in enumerate(model.stages):
        if not np.isfinite(stage.values(trace)).all():
            return i
    return model.last


def carried(model: MapModel) -> float:
    """The share of all |w·a| that the links on show make up, a mean over the layers; 0 if nothing flows."""
    trace, shares = model.trace, []
    if trace is None:
        return 0.0
    for i, finder in model.finders.items():
        links = model.links_into(i)
        whole = finder.flow(trace)
        if links is not None and whole > 0:
            shares.append(float(np.abs(links.value).sum(dtype=np.float64)) / whole)
    return min(1.0, float(np.mean(shares))) if shares else 0.0


def faded(model: MapModel, trace: Trace) -> int | None:
    """The layer from which on no value is above a hundredth of the largest; None: it does not fade."""
    sizes = np.array([largest(stage.values(trace)) for stage in model.stages])
    lively = np.flatnonzero(sizes > _FAINT * sizes.max())
    return None if not len(lively) or lively[-1] == len(sizes) - 1 else int(lively[-1]) + 1


def _summing(model: MapModel, stage: int, name: Naming) -> Summing:
    assert model.trace is not None
    maps, n_cells = model.stages[stage].is_maps, int(np.prod(model.stages[stage].shape))
    finder = model.finders.get(stage)
    links = None if finder is None else finder.strongest(model.trace, 1)
    if links is None or not len(links.value):
        return Summing(stage, n_cells, maps, None, "", "")
    source, target = int(links.source[0]), int(links.target[0])
    whence, to = name(stage - 1, source, 1), name(stage, target, 1)
    return Summing(stage, n_cells, maps, float(links.value[0]), whence, to)


def _computed(model: MapModel, trace: Trace, stage: int, name: Naming) -> Computed:
    shown = model.stages[stage]
    values = shown.values(trace)
    at = int(values.argmax())
    per_cell = 1 if shown.is_picture and stage == 0 else values.size // shown.n_cells
    value = float(values.ravel()[at])
    active = int((values != 0).sum()) if stage == 0 else int((values > 0).sum())
    return Computed(stage, values.size, active, value, name(stage, at // per_cell, 1))


def _followed(model: MapModel, trace: Trace, path: Path, name: Naming) -> Followed:
    spot = path.spot
    shown = model.stages[spot.stage]
    place = (spot.cell, spot.row, spot.column) if shown.is_picture and spot.stage == 0 else (spot.cell,)
    value = float(shown.values(trace)[place].max())  # of a map that of its strongest unit, whose path it is
    near, far, after = (None, None, None)
    if spot.stage > 0:
        whole = spot.stage == 1 and model.stages[0].is_picture and not model.finders[1].by_pixel
        near = None if whole else _part(path, spot.stage - 1, name)
        far = _part(path, 0, name) if spot.stage > 1 else None
    last = path.shares.get(model.last)
    if last is not None and len(last) and spot.stage < model.last:
        after = Part(float(last[0]), name(model.last, int(path.cells[model.last][0]), 1))
    next_links = path.links.get(spot.stage + 1)
    silent = next_links is not None and len(next_links.value) == 0
    cell = spot.cell
    if spot.stage == 0 and shown.is_picture:
        cell = spot.row * shown.shape[2] + spot.column
    where = name(spot.stage, cell, 1)
    before = path.links.get(spot.stage)
    of_map = shown.is_maps and not (shown.is_picture and spot.stage == 0)
    starved = before is not None and len(before.value) == 0
    return Followed(where[:1].upper() + where[1:], value, near, far, after, starved, silent, of_map)


def _part(path: Path, stage: int, name: Naming) -> Part | None:
    shares = path.shares.get(stage)
    if shares is None or not len(shares):
        return None
    return Part(float(shares.sum()), name(stage, int(path.cells[stage][0]), len(shares)))
