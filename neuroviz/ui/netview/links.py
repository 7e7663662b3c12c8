"""The terms w·a that matter: which cells of one stage push which cells of the next, and how hard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from neuroviz.nn import Conv2d, Net, Trace
from neuroviz.ui.netview.stages import Stage, Values, activation

Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Links:
    """Strongest first: from cell `source` of one stage to cell `target` of the next, with the term's value.

    A source cell is a unit, a map, or a pixel of a single picture; a target cell a unit or a map.
    """

    source: Places
    target: Places
    value: Values

    def first(self, k: int) -> Links:
        """The k strongest of them."""
        return Links(self.source[:k], self.target[:k], self.value[:k])


class LinkFinder:
    """Finds the links into one stage; what depends on the weights alone is computed once."""

    def __init__(self, net: Net, before: Stage, stage: Stage) -> None:
        layer = net.layers[stage.start]
        self.before, self.stage = before, stage
        self._conv = layer if isinstance(layer, Conv2d) else None
        self._w: Values = net.views(stage.start)["w"]
        self._reads = stage.start - 1  # the activation it reads; -1 is the input
        self._grouped = self._conv is None and before.is_maps and not before.is_picture
        loose = before.is_picture and self._conv is None and len(self._w) != int(np.prod(before.shape))
        self._grouped = self._grouped or loose  # a picture that was pooled: its pixels are not the sources
        self._peak = None if self._conv or self._grouped else np.abs(self._w).max(axis=1)
        self.by_pixel = before.is_picture and self._conv is None and not self._grouped
        self._sizes: Values | None = None
        self._least = 0.0  # of the last k links: those of the next trace are about as large

    def strongest(self, trace: Trace, k: int) -> Links:
        """The k links with the largest |w·a|."""
        with np.errstate(invalid="ignore", over="ignore"):  # nets may hold anything
            if self._peak is not None:
                return self._dense(activation(trace, self._reads).reshape(-1), k)
            return _top(self.table(trace), k)

    def into(self, trace: Trace, cell: int, k: int) -> Links:
        """The k links with the largest |w·a| into one cell."""
        found = _top(self.table(trace, targets=np.array([cell])), k)
        return Links(found.source, np.full_like(found.target, cell), found.value)

    def out_of(self, trace: Trace, cell: int, k: int) -> Links:
        """The k links with the largest |w·a| out of one cell."""
        found = _top(self.table(trace, sources=np.array([cell])), k)
        return Links(np.full_like(found.source, cell), found.target, found.value)

    def table(self, trace: Trace, sources: Places | None = None, targets: Places | None = None) -> Values:
        """The terms w·a (sources, targets), of all cells or of some on either side."""
        rows, columns = (slice(None) if one is None else one for one in (sources, targets))
        a = activation(trace, self._reads)
        with np.errstate(invalid="ignore", over="ignore"):
            if self._conv is not None:
                return self._conv_terms(self._conv, a, trace)[rows][:, columns]
            if self._grouped:
                return self._grouped_terms(a)[rows][:, columns]
            terms: Values = a.reshape(-1)[rows, None] * self._w[rows][:, columns]
            return terms

    def flow(self, trace: Trace) -> float:
        """The sum of all |w·a| into the stage; infinite or NaN where one of them is."""
        with np.errstate(invalid="ignore", over="ignore"):
            if self._peak is None:
                return float(np.abs(self.table(trace)).sum(dtype=np.float64))
            if self._sizes is None:
                self._sizes = np.abs(self._w).sum(axis=1)
            return float(np.abs(activation(trace, self._reads).reshape(-1)) @ self._sizes)

    def _dense(self, a: Values, k: int) -> Links:
        """Only rows whose largest term can be among the k need to be looked at: at most about k of them."""
        assert self._peak is not None
        bound = np.abs(a) * self._peak
        if 0 < k < len(bound):
            # each of k rows has a term as large as its bound, so nothing below the least of these can win
            least = np.partition(bound, len(bound) - k)[len(bound) - k]
            rows = np.flatnonzero(bound >= max(least, np.float32(1e-30)))
        else:
            rows = np.arange(len(bound))
        found = _top(a[rows, None] * self._w[rows], k, 0.7 * self._least)
        self._least = float(np.abs(found.value[-1])) if len(found.value) else 0.0
        return Links(rows[found.source], found.target, found.value)

    def _grouped_terms(self, a: Values) -> Values:
        """Flattened maps: the terms of each map added up: (maps, n_out)."""
        maps = self.before.shape[0]
        by_map = a.reshape(maps, -1)
        w = self._w.reshape(maps, by_map.shape[1], -1)
        return np.asarray(np.matmul(by_map[:, None, :], w)[:, 0, :], np.float32)

    def _conv_terms(self, conv: Conv2d, a: Values, trace: Trace) -> Values:
        """For each map the terms of its strongest unit, added up by source map: (maps, maps out)."""
        y = activation(trace, self.stage.start)
        peak = y.reshape(len(y), -1).argmax(axis=1)
        rows, columns = np.unravel_index(peak, y.shape[1:])
        terms = (patches(conv, a, rows, columns) * self._w).sum(axis=(2, 3))
        return np.asarray(terms.T, np.float32)


def patches(conv: Conv2d, a: Values, rows: Places, columns: Places) -> Values:
    """What some units of a convolution see of `a` (C, H, W): (n, C, kernel, kernel), zeros outside."""
    room = conv.padding
    wide = np.pad(a, ((0, 0), (room, room), (room, room))) if room else a
    seen = sliding_window_view(wide, (conv.kernel, conv.kernel), axis=(1, 2))
    found: Values = seen[:, rows * conv.stride, columns * conv.stride].swapaxes(0, 1)
    return found


def patch(conv: Conv2d, a: Values, row: int, column: int) -> Values:
    """What a unit of a convolution sees of `a` (C, H, W): (C, kernel, kernel), zeros outside."""
    seen = np.zeros((a.shape[0], conv.kernel, conv.kernel), np.float32)
    top, left = row * conv.stride - conv.padding, column * conv.stride - conv.padding
    y0, x0 = max(top, 0), max(left, 0)
    y1, x1 = min(top + conv.kernel, a.shape[1]), min(left + conv.kernel, a.shape[2])
    seen[:, y0 - top : y1 - top, x0 - left : x1 - left] = a[:, y0:y1, x0:x1]
    return seen


def _top(terms: Values, k: int, hint: float = 0.0) -> Links:
    """The k largest of a table (sources, targets) by size, strongest first; zeros and NaN are no links.

    hint: what the least of them may be about; where it holds, only those above it are sorted out.
    """
    size = np.abs(terms).ravel()
    likely = np.flatnonzero(size >= hint) if hint > 0 else np.empty(0, np.intp)
    if len(likely) < k:
        likely = np.flatnonzero(size > 0)
    k = min(k, len(likely))
    sizes = size[likely]
    chosen = likely[np.argpartition(sizes, len(sizes) - k)[len(sizes) - k :]] if k else likely[:0]
    chosen = chosen[np.argsort(-size[chosen], kind="stable")]
    source, target = np.divmod(chosen, terms.shape[1])
    return Links(source, target, terms.ravel()[chosen])
