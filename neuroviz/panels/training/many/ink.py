"""Ink: the colours of answers, of agreement and of small curves, made once for a task and a theme."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from neuroviz.data.task import Task
from neuroviz.sims.training.answers import LEVELS, STEPS
from neuroviz.sims.training.many_maps import INK, SHARES
from neuroviz.ui.images import Words, fade, words
from neuroviz.ui.plane_colours import class_table, value_table
from neuroviz.ui.theme import Theme, theme


class Ink:
    """Tables of words for the codes of `sims.training.many_maps`; they follow the theme."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._known: dict[str, tuple[Theme, Words]] = {}

    def answers_table(self) -> Words:
        """Of classes, or of values."""
        return self._kept("answers", self._answer_words)

    def levels_table(self) -> Words:
        """Of agreement: the less, the more it stands out; of spread: the more."""
        return self._kept("levels", lambda: level_words(spread=self._task.kind == "values"))

    def sheet_table(self) -> Words:
        """Of the small pictures."""
        if self._task.n_in == 1:
            return self._kept("curves", _curve_words)
        return self.answers_table()

    def _answer_words(self) -> Words:
        look, task = theme(), self._task
        return value_table(STEPS, look) if task.kind == "values" else class_table(task.n_out, LEVELS, look)

    def _kept(self, name: str, make: Callable[[], Words]) -> Words:
        look, known = theme(), self._known.get(name)
        if known is None or known[0] is not look:
            known = self._known[name] = look, make()
        return known[1]


def level_words(*, spread: bool) -> Words:
    """Words of levels 0..SHARES, and blank for no number."""
    look = theme()
    values = np.linspace(0.0, 1.0, SHARES + 1, dtype=np.float32)
    rgba = look.magnitude(values if spread else 1 - values)
    return np.concatenate([words(rgba), words(np.array([look.card.getRgb()], np.uint8))])


def _curve_words() -> Words:
    look = theme()
    return np.concatenate([fade(look.card, look.accent, INK), fade(look.raised, look.accent, INK)])
