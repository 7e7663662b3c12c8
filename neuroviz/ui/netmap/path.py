"""The path of one unit: what it owes to which cells before it, back to the input, and where it goes on to.

Back: a cell's due is handed to its sources in proportion to |w·a|, layer by layer, as relevance is handed
back with the rule z+ in Montavon et al., "Explaining nonlinear classification decisions with deep Taylor
decomposition", 2017, but for both signs alike. On: what leaves a cell is shared out among its targets in the
same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Trace
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.netview.links import LinkFinder, Links, Places
from neuroviz.ui.netview.stages import Stage, Values

CELLS = 12  # kept of each layer
PIXELS = 120  # kept of a picture
LINKS = 60  # between two layers; as many as pixels into the first one
Shares = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Path:
    """cells[i]: those of stage i on the path, most important first, and shares[i] what each stands for, of 1.

    A cell is a unit, a map, or a pixel of a single picture. links[i] lead into stage i; a link's value is
    the share that it carries, with the sign of its term w·a.
    """

    spot: Spot
    cells: Mapping[int, Places]
    shares: Mapping[int, Shares]
    links: Mapping[int, Links]


def path(
    finders: Mapping[int, LinkFinder], stages: tuple[Stage, ...], trace: Trace, spot: Spot
) -> Path:
    """Everything on the path of a spot, for one trace."""
    here, all_of_it = np.array([spot.cell]), np.ones(1)
    source = np.array([_start(finders, stages, spot)])
    cells: dict[int, Places] = {spot.stage: here if spot.stage else source}
    shares: dict[int, Shares] = {spot.stage: all_of_it}
    links: dict[int, Links] = {}
    state = here, all_of_it
    for i in range(spot.stage, 0, -1):
        if i not in finders or not len(state[0]):
            break
        state, links[i] = _back(finders[i], trace, *state)
        if finders[i].by_pixel and i > 1:  # its pixels are places of the one map there is
            state = np.zeros(1, np.intp), np.array([state[1].sum()])
        cells[i - 1], shares[i - 1] = state
    state = source, all_of_it
    for i in range(spot.stage + 1, len(stages)):
        if i not in finders or not len(state[0]) or (finders[i].by_pixel and i > spot.stage + 1):
            break  # a map that comes on the path as a whole does not say which of its pixels do
        state, links[i] = _on(finders[i], trace, *state)
        cells[i], shares[i] = state
    return Path(spot, cells, shares, links)


def _start(finders: Mapping[int, LinkFinder], stages: tuple[Stage, ...], spot: Spot) -> int:
    """The spot as a source of the next stage."""
    after = finders.get(spot.stage + 1)
    if after is not None and after.by_pixel:
        return spot.row * stages[spot.stage].shape[2] + spot.column
    return spot.cell


def _back(
    finder: LinkFinder, trace: Trace, targets: Places, due: Shares
) -> tuple[tuple[Places, Shares], Links]:
    """The sources that stand for most of what is due, and the links that say so."""
    terms = finder.table(trace, targets=targets)
    carried = _parts(terms, axis=0) * due
    most = PIXELS if finder.by_pixel else CELLS
    kept, shares = _most(carried.sum(axis=1), most)
    links = _links(terms[kept], carried[kept], kept, targets, most if finder.by_pixel else LINKS)
    return (kept, shares), links


def _on(
    finder: LinkFinder, trace: Trace, sources: Places, share: Shares
) -> tuple[tuple[Places, Shares], Links]:
    """The targets that get most of what is sent, and the links that bring it."""
    terms = finder.table(trace, sources=sources)
    carried = _parts(terms, axis=1) * share[:, None]
    kept, shares = _most(carried.sum(axis=0), CELLS)
    return (kept, shares), _links(terms[:, kept], carried[:, kept], sources, kept, LINKS)


def _parts(terms: Values, axis: int) -> Shares:
    """Each term's part of the sum of sizes along an axis; nothing where that sum is none."""
    size = np.nan_to_num(np.abs(terms).astype(np.float64), nan=0.0, posinf=1e300)
    whole = np.minimum(size.sum(axis=axis, keepdims=True), 1e300)
    parts: Shares = np.divide(size, whole, out=np.zeros_like(size), where=whole > 0)
    return np.minimum(parts, 1.0)


def _most(shares: Shares, k: int) -> tuple[Places, Shares]:
    """The k largest that are not zero, largest first."""
    order = np.argsort(-shares, kind="stable")[:k]
    order = order[shares[order] > 0]
    return order, shares[order]


def _links(terms: Values, carried: Shares, sources: Places, targets: Places, k: int) -> Links:
    """The k links of a table that carry most; their values have the sign of the terms."""
    order, size = _most(carried.ravel(), k)
    row, column = np.divmod(order, carried.shape[1])
    value = (np.sign(terms[row, column]) * size).astype(np.float32)
    return Links(sources[row], targets[column], value)
