"""Formula: the function a net is, written out, filled in, counted, and as maps over the plane."""

from __future__ import annotations

from neuroviz.panels.layers.formula import words
from neuroviz.panels.layers.formula.panel import FormulaPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.formula", words.title, chapter=3, order=2, widget=FormulaPanel, tab=words.tab)
