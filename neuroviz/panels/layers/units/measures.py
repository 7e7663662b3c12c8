"""By what the units of a layer can be put in order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.io.unit_names import Names
from neuroviz.sims.unit_stats import Survey
from neuroviz.sims.units import UnitsFrame

NUMBER, CLASS, SELECTIVITY, FALL, NOW = "number", "class", "selectivity", "fall", "now"
MEAN, SPREAD, MOST, ACTIVE, WEIGHTS, NAME = "mean", "spread", "most", "active", "weights", "name"
MEASURES = (FALL, SELECTIVITY, CLASS, MEAN, SPREAD, MOST, ACTIVE, WEIGHTS, NOW, NAME, NUMBER)
ASCENDING = frozenset({NUMBER, CLASS, NAME})

Values = NDArray[np.float64]


def measured(frame: UnitsFrame, measure: str, names: Names) -> Values | None:
    """The measure of each unit (U,), NaN where a unit has none; None where it is not known yet."""
    n, survey = frame.layer.n_units, frame.survey
    if measure == NUMBER:
        return np.arange(n, dtype=np.float64)
    if measure == NAME:
        named = [(frame.layer.start, unit) in names for unit in range(n)]
        return np.where(named, np.arange(n), np.nan)
    found: NDArray[Any] | None = None
    if measure == NOW:
        found = frame.now
    elif measure == WEIGHTS:
        found = weight_norms(frame)
    elif measure == FALL:
        found = None if frame.losses is None else frame.losses.falls()
    elif survey is not None and survey.n:
        found = _counted(survey, measure)
    return None if found is None else found.astype(np.float64)


def _counted(survey: Survey, measure: str) -> NDArray[Any]:
    if measure in (CLASS, SELECTIVITY):
        return survey.best_class() if measure == CLASS else survey.selectivity()
    plain = {MEAN: survey.mean, SPREAD: survey.std, MOST: survey.top_values[:, 0], ACTIVE: survey.active}
    return plain[measure]


def progress(frame: UnitsFrame, pieces: int = 24) -> tuple[int, int]:
    """How far switching off and looking have come, in so many pieces: what is drawn follows in steps, since a
    picture for each few examples would keep the worker from its work."""
    losses, survey = frame.losses, frame.survey
    switched = -1 if losses is None else pieces * losses.n // losses.total
    return switched, -1 if survey is None else pieces * survey.n // survey.total


def weight_norms(frame: UnitsFrame) -> Values | None:
    """The length of each unit's weights as a vector; None for a layer without."""
    views = frame.subject.net.views(frame.layer.start)
    w = views.get("w")
    if w is None or frame.layer.kind not in ("dense", "conv2d"):
        return None
    rows = (w.T if frame.layer.kind == "dense" else w.reshape(len(w), -1)).astype(np.float64)
    with np.errstate(all="ignore"):
        found: Values = np.sqrt((rows * rows).sum(axis=1))
    return found[: frame.layer.n_units] if len(found) == frame.layer.n_all else None


def ordered(frame: UnitsFrame, measure: str, names: Names) -> NDArray[np.int64]:
    """The units in the order of a measure; those without one last, ties by number."""
    values = measured(frame, measure, names)
    if values is None:
        return np.arange(frame.layer.n_units)
    if measure == CLASS and frame.survey is not None:
        return np.lexsort((-frame.survey.selectivity(), values))
    keys = values if measure in ASCENDING else -values
    return np.argsort(np.where(np.isnan(keys), np.inf, keys), kind="stable")
