"""Words that several pages of Descent use: the room, its surfaces, its methods, faults of formulas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from neuroviz.sims.descent.methods import Kind
from neuroviz.ui.knobs import KnobText

translate = QCoreApplication.translate


def title() -> str:
    """Descent."""
    return translate("DescentWords", "Descent")


def surfaces() -> dict[str, str]:
    """The surfaces of the library, by id, and one's own."""
    return {
        "bowl": translate("DescentWords", "Bowl"),
        "noisy": translate("DescentWords", "Noisy bowl"),
        "ravine": translate("DescentWords", "Ravine"),
        "rosenbrock": translate("DescentWords", "Rosenbrock’s valley"),
        "saddle": translate("DescentWords", "Saddle between walls"),
        "open_saddle": translate("DescentWords", "Open saddle"),
        "plateau": translate("DescentWords", "Plateau"),
        "himmelblau": translate("DescentWords", "Himmelblau’s four valleys"),
        "beale": translate("DescentWords", "Beale’s flat valley"),
        "hollows": translate("DescentWords", "Many hollows"),
        "rastrigin": translate("DescentWords", "Rastrigin’s egg box"),
        "ackley": translate("DescentWords", "Ackley’s funnel"),
        "formula": translate("DescentWords", "A formula of your own"),
    }


def methods() -> dict[Kind, str]:
    """What the methods are called."""
    return {
        "gd": translate("DescentWords", "Gradient descent"),
        "momentum": translate("DescentWords", "Momentum"),
        "nesterov": translate("DescentWords", "Nesterov"),
        "adagrad": "AdaGrad", "rmsprop": "RMSProp", "adam": "Adam", "adamw": "AdamW",
        "newton": translate("DescentWords", "Newton"),
        "lbfgs": "L-BFGS",
    }  # fmt: skip


def method_knobs() -> dict[str, KnobText]:
    """The knobs of the methods."""
    return {
        "rate": KnobText(
            translate("DescentWords", "Learning rate"),
            translate("DescentWords", "How far a step goes for a slope of 1"),
        ),
        "momentum": KnobText(
            translate("DescentWords", "Momentum"),
            translate("DescentWords", "The share of the last step’s speed that is kept"),
        ),
        "beta1": KnobText(
            "β₁", translate("DescentWords", "The share of the running mean of gradients that is kept")
        ),
        "beta2": KnobText(
            "β₂", translate("DescentWords", "The share of the running mean of squared gradients that is kept")
        ),
        "decay": KnobText(
            translate("DescentWords", "Decay"),
            translate("DescentWords", "The share of the running mean of squared gradients that is kept"),
        ),
        "weight_decay": KnobText(
            translate("DescentWords", "Weight decay"),
            translate("DescentWords", "Pulls towards (0, 0) with each step, whatever the surface says"),
        ),
        "damping": KnobText(
            translate("DescentWords", "Damping"),
            translate("DescentWords", "Added to all curvatures: 0 is Newton’s own step, much is descent"),
        ),
        "memory": KnobText(
            translate("DescentWords", "Memory"),
            translate("DescentWords", "So many of the last steps tell of the curvature"),
        ),
    }


def formula_fault(id: str, position: int, facts: Mapping[str, Any]) -> str:
    """What is wrong with a typed formula, and where; positions count from 1."""
    texts = {
        "empty": translate("DescentWords", "Type a formula in x and y."),
        "nowhere": translate("DescentWords", "This is nowhere in sight a number that can be drawn."),
        "unclosed": translate("DescentWords", "The bracket at place {place} is never closed."),
        "unopened": translate("DescentWords", "The bracket at place {place} closes nothing."),
        "too_long": translate("DescentWords", "The formula has {length} characters; {limit} are the most."),
        "too_deep": translate("DescentWords", "Place {place}: more than {limit} brackets within each other."),
        "too_many": translate("DescentWords", "Place {place}: more than {limit} operations."),
        "too_large": translate("DescentWords", "Place {place}: the number {found} is too large."),
        "bad_number": translate("DescentWords", "Place {place}: {found} is no number."),
        "bad_character": translate("DescentWords", "Place {place}: “{found}” means nothing here."),
        "unexpected": translate("DescentWords", "Place {place}: “{found}” was not expected here."),
        "unknown_name": translate("DescentWords", "Place {place}: “{name}” is not known."),
        "not_two_variables": translate(
            "DescentWords", "Place {place}: there are two variables, x and y; “{name}” is none of them."
        ),
        "no_parentheses": translate("DescentWords", "Place {place}: {name} needs brackets, as in {name}(x)."),
        "wrong_count": translate("DescentWords", "Place {place}: {name} does not take {count} values."),
        "unfinished": translate("DescentWords", "Something is missing after “{after}”."),
        "ambiguous": translate(
            "DescentWords", "Place {place}: “{found}” can be read in two ways; put brackets."
        ),
    }
    text = texts.get(id, translate("DescentWords", "Place {place}: this cannot be read."))
    said = text.format_map({"place": position + 1, **{key: str(value) for key, value in facts.items()}})
    if id == "unknown_name" and facts.get("suggestion"):
        hint = translate("DescentWords", "Is {name} meant?")
        said = f"{said} {hint.format(name=facts['suggestion'])}"
    return said
