"""Tables: columns of numbers or of words, and the examples made of some of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pool import Outline, Pool, Unfit
from neuroviz.data.task import Kind, TaskSpec

MOST_WORDS = 50
"""Different words in a column that a net is shown (each becomes an input), or is to tell apart."""

FEW = 10
"""A target of no more than so many different whole numbers is taken for classes."""

Trouble = Literal["empty", "same", "words"]
Answers = NDArray[np.float64] | NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Column:
    """`values` (N,): float64 with NaN for a gap; or, with `words`, their numbers, -1 for a gap. Read-only."""

    name: str
    values: NDArray[np.float64] | NDArray[np.intp]
    words: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.values.ndim != 1 or self.values.dtype != (np.float64 if self.words is None else np.intp):
            raise ValueError(f"column {self.name!r} is {self.values.dtype} {self.values.shape}")
        values = self.values.view()
        values.flags.writeable = False
        object.__setattr__(self, "values", values)

    @cached_property
    def gaps(self) -> NDArray[np.bool_]:
        """Where there is nothing, (N,)."""
        found: NDArray[np.bool_] = np.isnan(self.values) if self.words is None else self.values < 0
        return found

    @cached_property
    def different(self) -> NDArray[Any]:
        """All values there are, each once, in order."""
        found: NDArray[Any] = np.unique(self.values[~self.gaps])
        return found

    def trouble(self) -> Trouble | None:
        """Why a net can neither be shown it nor learn it: all gaps, all the same, or too many words."""
        if len(self.different) < 2:
            return "same" if len(self.different) else "empty"
        return "words" if self.words is not None and len(self.words) > MOST_WORDS else None

    def kind(self) -> Kind:
        """What a net would learn: words and few whole numbers are classes, other numbers are values."""
        if self.words is not None:
            return "classes"
        few = len(self.different) <= FEW and bool(np.all(self.different == np.rint(self.different)))
        return "classes" if few else "values"

    def is_count(self) -> bool:
        """Whether it only numbers the rows: one up from row to row."""
        steps = np.diff(self.values) if self.words is None else np.zeros(1)
        return len(steps) > 1 and bool(np.all(steps == 1.0))

    def text(self, row: int) -> str:
        """What stands in a row; empty for a gap."""
        value = self.values[row]
        if self.gaps[row]:
            return ""
        return _plain(value) if self.words is None else self.words[int(value)]


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of the same length, with different names. ValueError otherwise."""

    name: str
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        if len({one.name for one in self.columns}) != len(self.columns):
            raise ValueError("two columns of the same name")
        if len({len(one.values) for one in self.columns}) > 1:
            raise ValueError("columns of different lengths")

    def __len__(self) -> int:
        return len(self.columns[0].values) if self.columns else 0

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError."""
        for one in self.columns:
            if one.name == name:
                return one
        raise KeyError(name)


@dataclass(frozen=True)
class Chosen:
    """Which columns of a table are shown to the net, and which it has to answer.

    kind: classes or values, where the target may be either; None as the column suggests.
    """

    table: Table
    inputs: tuple[str, ...]
    target: str
    kind: Kind | None = None

    @property
    def answers(self) -> Kind:
        """Classes, or values."""
        column = self.table.column(self.target)
        return "classes" if column.words is not None else self.kind or column.kind()

    def outline(self) -> Outline:
        """What the task will be like. Raises Unfit."""
        self._check()
        columns = [self.table.column(name) for name in self.inputs]
        n_in = sum(1 if one.words is None else len(one.words) for one in columns)
        n_out = len(self.table.column(self.target).different) if self.answers == "classes" else 1
        return Outline(self.answers, "table", (n_in,), n_out)

    def whole(self) -> NDArray[np.bool_]:
        """Rows without a gap in any column that counts, (N,)."""
        found = ~self.table.column(self.target).gaps
        for name in self.inputs:
            found &= ~self.table.column(name).gaps
        return found

    def pool(self) -> Pool:
        """The whole rows as examples; words become one input each, 1 where they stand. Raises Unfit."""
        self._check()
        rows = np.flatnonzero(self.whole())
        if not len(rows):
            raise Unfit("table-gaps", n=len(self.table))
        parts, names, scaled = [], [], []
        for name in self.inputs:
            column = self.table.column(name)
            if column.words is None:
                parts.append(column.values[rows, None].astype(np.float64))
                names.append(name)
            else:
                parts.append((column.values[rows, None] == np.arange(len(column.words))).astype(np.float64))
                names.extend(f"{name} = {word}" for word in column.words)
            scaled.extend([column.words is None] * parts[-1].shape[1])
        x = np.concatenate(parts, axis=1)
        y, classes = self._answers(rows)
        n_out = len(classes) if self.answers == "classes" else 1
        return Pool(
            self.table.name, self.answers, "table", (x.shape[1],), n_out, x, y, classes, tuple(names),
            scaled=np.array(scaled), scale_values=self.answers == "values",
            answer_name=self.target,
        )  # fmt: skip

    def _check(self) -> None:
        """Raises Unfit for columns that cannot be used so."""
        if not self.inputs:
            raise Unfit("table-no-inputs")
        for name in self.inputs:
            words = self.table.column(name).words
            if words is not None and len(words) > MOST_WORDS:
                raise Unfit("table-words", name=name, count=len(words), limit=MOST_WORDS)
        n_classes = len(self.table.column(self.target).different)
        if self.answers == "classes" and n_classes > MOST_WORDS:
            raise Unfit("table-classes", name=self.target, count=n_classes, limit=MOST_WORDS)

    def _answers(self, rows: NDArray[np.intp]) -> tuple[Answers, tuple[str, ...]]:
        """y of those rows, and the names of the classes."""
        column = self.table.column(self.target)
        values = column.values[rows]
        if self.answers == "values":
            return values[:, None].astype(np.float64), ()
        different, words = column.different, column.words
        names = tuple(_plain(one) if words is None else words[int(one)] for one in different)
        return np.searchsorted(different, values).astype(np.intp), names


_TARGETS = ("target", "label", "class", "y", "species", "category", "outcome")


def suggested(table: Table) -> Chosen:
    """What is most likely meant: a column that is called a target, else the last; shown is all that can be.

    Raises Unfit when less than two columns can be used.
    """
    if len(table) < 2:  # every column says the same, and it is not the columns that are to blame
        raise Unfit("table-few", n=len(table), need=TaskSpec().least or 0)
    troubles = [one.trouble() for one in table.columns]
    usable = [one for one, trouble in zip(table.columns, troubles, strict=True) if trouble is None]
    if len(usable) < 2:
        counts = {name: troubles.count(name) for name in get_args(Trouble)}
        raise Unfit("table-columns", count=len(troubles), limit=MOST_WORDS, **counts)
    called = [one for one in usable if one.name.strip().lower() in _TARGETS]
    target = (called or usable)[-1]
    inputs = tuple(one.name for one in usable if one is not target and not one.is_count())
    if not inputs:
        inputs = tuple(one.name for one in usable if one is not target)
    return Chosen(table, inputs, target.name)


def _plain(value: Any) -> str:
    """As it stood in the file, as a rule."""
    return f"{value:.12g}"
