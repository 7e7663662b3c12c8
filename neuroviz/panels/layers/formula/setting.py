"""What the page's own controls are set to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from neuroviz.panels.layers.formula.view import BELOWS, FORMS, Below, Form
from neuroviz.sims.expression import Place
from neuroviz.sims.weight_edits import WeightEdits


@dataclass(frozen=True)
class Setting:
    """chosen: the value whose formula and map are looked at."""

    form: Form = "whole"
    below: Below = "maps"
    chosen: Place | None = None
    edits: WeightEdits = ()


def remembered(memory: Mapping[str, Any]) -> Setting:
    """Form and view of a file; those that make no sense are the first."""
    form, below = memory.get("form"), memory.get("below")
    found = Setting()
    if isinstance(form, str) and form in FORMS:
        found = replace(found, form=form)
    if isinstance(below, str) and below in BELOWS:
        found = replace(found, below=below)
    return found
