"""All that is found out about one layer, a little at a time: its statistics, then what each unit is worth."""

from __future__ import annotations

import numpy as np

from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.sims.examples import Examples, said
from neuroviz.sims.knockout import KnockOut, Losses
from neuroviz.sims.unit_layers import UnitLayer, cost, first_layers
from neuroviz.sims.unit_stats import Survey, Tally

_WORK = 30_000_000  # multiplications in one unit of work: a few milliseconds
_VECTORS, _PICTURES = 256, 32


class UnitTable:
    """Counts what a layer says of the examples; then switches its units off, one piece of the examples after
    the other. centre: of a map the middle value counts instead of the mean."""

    def __init__(self, net: Net, layer: UnitLayer, examples: Examples, *, centre: bool) -> None:
        self.net, self.layer, self.examples, self._centre = net, layer, examples, centre
        random = examples.labels is None
        self._part = net if random else first_layers(net, layer.shown + 1)
        most = _PICTURES if net.plan.has_pictures else _VECTORS
        self._piece = int(min(most, max(1, _WORK // cost(self._part))))
        self._tally = Tally(layer.n_units, examples.n_classes, len(examples))
        self._knock = KnockOut(net, layer, examples, np.random.default_rng(0))
        self._survey: Survey | None = None
        self._losses: Losses | None = None

    @property
    def looked(self) -> float:
        """How many of the examples have been counted, 0..1."""
        return self._tally.n / len(self.examples)

    @property
    def switched(self) -> float:
        """For how many each unit has been switched off, 0..1."""
        return self._knock.part

    @DIVERGING_IS_ALLOWED
    def look(self) -> None:
        """Count the next examples."""
        start = self._tally.n
        rows = slice(start, start + self._piece)
        x = self.examples.inputs(rows, self.net.input_shape)
        if self.examples.labels is None:
            trace = self.net.trace(x)
            y, labels = trace.activations[self.layer.shown], said(self.net, trace.output)
        else:
            y, labels = self._part(x), self.examples.labels[rows].astype(np.int64)
        self._tally.add(self.layer.values(y, centre=self._centre), labels)
        self._survey = None

    def switch_off(self) -> None:
        """Some more units, or examples."""
        self._knock.advance()
        if self._losses is None or self._losses.n != self._knock.n:
            self._losses = None

    def survey(self) -> Survey:
        """The statistics by now."""
        if self._survey is None:
            self._survey = self._tally.survey()
        return self._survey

    def losses(self) -> Losses | None:
        """What the units are worth by now; None before the first examples are through."""
        if self._losses is None and self._knock.n:
            self._losses = self._knock.losses()
        return self._losses
