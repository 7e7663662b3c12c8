"""The rows of the sum: the largest terms, the others as one, the bias; each where the one before ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.panels.layers.neuron import names
from neuroviz.sims.neuron_edits import Edits
from neuroviz.sims.neuron_parts import BEYOND, Neuron
from neuroviz.sims.subject import Subject

Kind = Literal["term", "others", "bias"]


@dataclass(frozen=True)
class Row:
    """One step of the sum. term: its place among the neuron's terms, −1 for none; w: the weight, or b.

    start, amount: from where it goes, and how far; was: what it would add without the edit, None if there
    is none; n: how many terms it stands for.
    """

    kind: Kind
    name: str
    start: float
    amount: float
    term: int = -1
    x: float = 1.0
    w: float = 0.0
    was: float | None = None
    n: int = 1
    padding: bool = False

    @property
    def end(self) -> float:
        """Where the next one begins."""
        return self.start + self.amount

    @property
    def key(self) -> tuple[Kind, int]:
        """What stays the same while values change."""
        return self.kind, self.term


def shown_terms(neuron: Neuron, most: int) -> NDArray[np.intp]:
    """The terms told apart: all if they are few, else the largest; one "other" would take as much room."""
    n = neuron.n if neuron.n <= most + 1 else most
    return np.asarray(neuron.order[:n], np.intp)


def rows_of(
    neuron: Neuron, layer: int, terms: NDArray[np.intp], subject: Subject, edits: Edits
) -> tuple[Row, ...]:
    """The rows for these terms, in this order, in `layer` of the subject's net."""
    found: list[Row] = []
    at = 0.0
    for term in terms.tolist():
        place = int(neuron.inputs[term])
        x, w = float(neuron.x[term]), float(neuron.w[term])
        before = edits.original(subject.net, layer, "w", int(neuron.weights[term]))
        was = None if before is None else before * x
        name = names.source(neuron.source, place)
        found.append(
            Row("term", name, at, float(neuron.terms[term]), term, x, w, was, padding=place == BEYOND)
        )
        at = found[-1].end
    rest = neuron.n - len(found)
    if rest:
        others = neuron.total - at
        found.append(Row("others", names.others(rest), at, others, n=rest))
        at = found[-1].end
    before = edits.original(subject.net, layer, "b", neuron.bias_at)
    found.append(Row("bias", "b", at, neuron.b, w=neuron.b, was=before))
    return tuple(found)
