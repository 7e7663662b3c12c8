"""Formula: the function a net is, written out, filled in, counted, and as maps over the plane."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.formula",
    room.title,
    chapter=3,
    order=2,
    widget=Later("neuroviz.panels.layers.formula.panel", "FormulaPanel"),
    tab=tabs.formula,
)
