"""The names of the tasks, and what each is about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

PAINTED = "painted"
"""The name under which the points painted by hand are shared."""


def task_name(id: str) -> str:
    """What a task is called: of the house's own tasks their word, else the name of the data itself."""
    names = {
        "circles": translate("TaskNames", "Rings"),
        "xor": translate("TaskNames", "XOR"),
        "spirals": translate("TaskNames", "Spirals"),
        "moons": translate("TaskNames", "Moons"),
        "blobs": translate("TaskNames", "Blobs"),
        "three": translate("TaskNames", "Nearest of 3"),
        "sine": translate("TaskNames", "Sine"),
        "step": translate("TaskNames", "Steps"),
        "bumps": translate("TaskNames", "Bumps"),
        "parabola": translate("TaskNames", "Parabola"),
        "slope": translate("TaskNames", "Slope"),
        "hills": translate("TaskNames", "Hills"),
        "regions": translate("TaskNames", "Three levels"),
        "digits": translate("TaskNames", "Digits"),
        PAINTED: translate("TaskNames", "Painted"),
    }
    return names.get(id, id)


def about(id: str) -> str:
    """What it asks for, in a sentence; empty for own data."""
    texts = {
        "circles": translate("TaskNames", "Rings around each other: no straight line parts them."),
        "xor": translate(
            "TaskNames", "Opposite quarters belong together: the task that a single layer cannot learn."
        ),
        "spirals": translate(
            "TaskNames", "Arms wound around each other: hard, although two numbers say all."
        ),
        "moons": translate("TaskNames", "Two half circles that reach into each other."),
        "blobs": translate(
            "TaskNames", "Clouds that lie apart: 2 to 10 of them, and straight lines nearly do."
        ),
        "three": translate(
            "TaskNames", "Which of three points is nearest: attractors, as in Wolfram’s book."
        ),
        "sine": translate("TaskNames", "A wave: one number in, one number out."),
        "step": translate("TaskNames", "Three levels: smooth units have to make jumps."),
        "bumps": translate("TaskNames", "The sum of three bumps: each takes some units."),
        "parabola": translate("TaskNames", "A parabola in noise: how much of the noise will be learned?"),
        "slope": translate("TaskNames", "A tilted plane: a single unit is enough."),
        "hills": translate("TaskNames", "Two hills and a hollow: a height for each place."),
        "regions": translate(
            "TaskNames", "−1, 0 or 1 by the nearest of three points: the function in Wolfram’s book."
        ),
        "digits": translate(
            "TaskNames", "60,000 handwritten digits to learn from and 10,000 to test on: MNIST."
        ),
        PAINTED: translate("TaskNames", "Points that you paint yourself, of up to ten classes."),
    }
    return texts.get(id, "")
