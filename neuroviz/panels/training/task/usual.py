"""Usual: a recipe without what a preset has spoilt out of sight, for another task."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.config import knob_texts
from neuroviz.runtime.knob import knobs_of
from neuroviz.scenes.recipe import Recipe

translate = QCoreApplication.translate

_SPOILT, _USUAL = "zeros", "he"  # how weights start
_BESIDE = "horizon"  # means nothing without a schedule


def usual(recipe: Recipe) -> tuple[Recipe, tuple[str, ...]]:
    """With the defaults for all knobs that lie under a closed “More”, and for weights that start at nought;
    and what was changed, as it is called on the screen.
    """
    knobs, texts = recipe.knobs, knob_texts()
    hidden = {
        name: one.default
        for name, one in knobs_of(knobs).items()
        if one.more and getattr(knobs, name) != one.default
    }
    layers = tuple(
        replace(one, init=_USUAL) if one.init == _SPOILT and recipe.start is None else one
        for one in recipe.layers
    )
    names = [texts[name].label for name in hidden if name != _BESIDE]
    if layers != recipe.layers:
        names.append(translate("TaskUsual", "Weights start"))
    if not hidden and layers == recipe.layers:
        return recipe, ()
    return replace(recipe, layers=layers, knobs=replace(knobs, **hidden)), tuple(names)


def said(names: tuple[str, ...]) -> str:
    """That these are as usual again."""
    text = translate("TaskUsual", "For another task, these are as usual again: {names}.")
    return text.format(names=", ".join(names))
