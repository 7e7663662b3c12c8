"""What a confusion matrix says of a cell, a row, a column, the whole."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from neuroviz.ui.digit_names import plural
from neuroviz.ui.numbers import counted_share

translate = QCoreApplication.translate

Counts = NDArray[np.int64]
ALL = -1
"""In a cell's row or column: the whole column, the whole row; (ALL, ALL) is the corner: all mistakes."""


def sentence(counts: Counts, cell: tuple[int, int], names: Sequence[str] | None = None) -> str:
    """One sentence; `names` are those of the classes, None for the ten digits."""
    return _sentence(counts, *cell) if names is None else _named(counts, *cell, names)


def _named(counts: Counts, row: int, column: int, names: Sequence[str]) -> str:
    n = int(counts.sum())
    if row == ALL and column == ALL:
        text = translate("ConfusionMatrix", "{wrong} of {n} were taken for another class.")
        return text.format(wrong=f"{n - int(counts.trace()):,}", n=f"{n:,}")
    if row == ALL:
        total = int(counts[:, column].sum())
        text = translate(
            "ConfusionMatrix", "Of {total} that were taken for “{what}”, {wrong} are something else."
        )
        wrong = total - int(counts[column, column])
        return text.format(total=f"{total:,}", what=names[column], wrong=f"{wrong:,}")
    total, right = int(counts[row].sum()), int(counts[row, row])
    if column == ALL:
        text = translate("ConfusionMatrix", "{wrong} of {total} “{what}” were taken for another class.")
        return text.format(wrong=f"{total - right:,}", total=f"{total:,}", what=names[row])
    if row == column:
        text = translate("ConfusionMatrix", "{n} of {total} “{what}” were recognised: {share}.")
        share = counted_share(right, total)
        return text.format(n=f"{right:,}", total=f"{total:,}", what=names[row], share=share)
    text = translate("ConfusionMatrix", "{n} of {total} “{one}” were taken for “{other}”.")
    return text.format(
        n=f"{int(counts[row, column]):,}", total=f"{total:,}", one=names[row], other=names[column]
    )


def _sentence(counts: Counts, row: int, column: int) -> str:
    if row == ALL and column == ALL:
        n = int(counts.sum())
        text = translate("ConfusionMatrix", "{wrong} of {n} were taken for another digit.")
        return text.format(wrong=f"{n - int(counts.trace()):,}", n=f"{n:,}")
    if row == column:
        total = int(counts[row].sum())
        text = translate(
            "ConfusionMatrix", "{n} of {total} {what} were recognised: {share}."
        )
        share = counted_share(int(counts[row, row]), total)
        return text.format(n=f"{counts[row, row]:,}", total=f"{total:,}", what=plural(row), share=share)
    if column == ALL:
        total = int(counts[row].sum())
        text = translate(
            "ConfusionMatrix", "{wrong} of {total} {what} were taken for another digit."
        )
        return text.format(wrong=f"{total - int(counts[row, row]):,}", total=f"{total:,}", what=plural(row))
    if row == ALL:
        total = int(counts[:, column].sum())
        text = translate(
            "ConfusionMatrix", "Of {total} pictures that were taken for {what}, {wrong} are something else."
        )
        wrong = total - int(counts[column, column])
        return text.format(total=f"{total:,}", what=plural(column), wrong=f"{wrong:,}")
    return _pair(int(counts[row, column]), row, column)


def _pair(n: int, row: int, column: int) -> str:
    if n == 0:
        text = translate("ConfusionMatrix", "No {one} was taken for {other}.")
        return text.format(one=row, other=column)
    if n == 1:
        text = translate("ConfusionMatrix", "One {one} was taken for {other}.")
        return text.format(one=row, other=column)
    text = translate("ConfusionMatrix", "{n} {ones} were taken for {others}.")
    return text.format(n=f"{n:,}", ones=plural(row), others=plural(column))
