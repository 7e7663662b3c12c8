"""Steps of the preparation: read back from what was remembered, and named when they are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from PySide6.QtCore import QCoreApplication

from neuroviz.data.prepare import Recipe


def recipe_from(values: object) -> Recipe:
    """The recipe that a file holds as yes and no by name; what does not fit is passed over."""
    if not isinstance(values, Mapping):
        return Recipe()
    names = [one.name for one in fields(Recipe)]
    return Recipe(**{name: values[name] for name in names if isinstance(values.get(name), bool)})


def left_out(recipe: Recipe) -> str:
    """The steps that are not taken, as a list of words: "cropping, scaling"."""
    names = {
        "crop": QCoreApplication.translate("Recipe", "cropping"),
        "scale": QCoreApplication.translate("Recipe", "scaling"),
        "centre": QCoreApplication.translate("Recipe", "centring"),
        "full": QCoreApplication.translate("Recipe", "full contrast"),
    }
    comma = QCoreApplication.translate("Recipe", ", ")
    return comma.join(names[one.name] for one in fields(recipe) if not getattr(recipe, one.name))
