"""What is said of a relief: by default where the pointer is, and to those who do not see it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.ui.relief.shape import Relief


@dataclass(frozen=True)
class Names:
    """What stands at the axes."""

    x: str = "x"
    y: str = "y"
    value: str = ""


def number(value: float) -> str:
    """Four digits, with a proper minus."""
    if not math.isfinite(value):
        return "–"
    return f"{value:.4g}".replace("-", "\N{MINUS SIGN}")


def told(names: Names, x: float, y: float, value: float) -> str:
    """A place and the value there."""
    text = QCoreApplication.translate("Relief", "{x_name} = {x}, {y_name} = {y}\n{name}: {value}")
    name = names.value or QCoreApplication.translate("Relief", "value")
    return text.format(
        x_name=names.x, y_name=names.y, x=number(x), y=number(y), name=name, value=number(value)
    )


def described(relief: Relief | None, names: Names) -> str:
    """The lowest and the highest value, and where they are."""
    if relief is None or not relief.known:
        return QCoreApplication.translate("Relief", "Nothing to be seen yet.")
    (x, y, low), (high_x, high_y, high) = relief.ends
    text = QCoreApplication.translate(
        "Relief",
        "Lowest {low} at {x_name} = {x}, {y_name} = {y}; highest {high} at {x_name} = {high_x}, "
        "{y_name} = {high_y}.",
    )
    return text.format(
        low=number(low), high=number(high), x_name=names.x, y_name=names.y, x=number(x), y=number(y),
        high_x=number(high_x), high_y=number(high_y),
    )  # fmt: skip


def empty() -> str:
    """Instead of a picture."""
    return QCoreApplication.translate("Relief", "Nothing to be seen yet.")
