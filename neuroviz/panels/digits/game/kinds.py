"""The words for each kind of disturbance and its levels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication


def name(kind: str) -> str:
    """A kind by its id, in the present language. Raises KeyError."""
    return _NAMES[kind]()


def level(kind: str, value: float) -> str:
    """A level with its unit, as part of a sentence. Raises KeyError."""
    return _LEVELS[kind][0]().format(x=number(kind, value))


def number(kind: str, value: float) -> str:
    """A level as a number alone. Raises KeyError."""
    _, digits, times = _LEVELS[kind]
    return signed(value * times, digits)


def signed(value: float, digits: int) -> str:
    """A number that may lie below 0: with a true minus sign, and none where it is rounded to 0."""
    return f"{value:z.{digits}f}".replace("-", "\N{MINUS SIGN}")


def axis(kind: str) -> str:
    """What stands at an axis of levels. Raises KeyError."""
    return _AXES[kind]()


def factor(kind: str) -> float:
    """By what a level is multiplied to be shown. Raises KeyError."""
    return _LEVELS[kind][2]


_NAMES: dict[str, Callable[[], str]] = {
    "blur": lambda: QCoreApplication.translate("GameKinds", "Blur"),
    "noise": lambda: QCoreApplication.translate("GameKinds", "Noise"),
    "occlusion": lambda: QCoreApplication.translate("GameKinds", "Something in front"),
    "static": lambda: QCoreApplication.translate("GameKinds", "Lost in static"),
    "turn": lambda: QCoreApplication.translate("GameKinds", "Turned"),
    "shrink": lambda: QCoreApplication.translate("GameKinds", "Smaller"),
    "invert": lambda: QCoreApplication.translate("GameKinds", "Towards the negative"),
}

_LEVELS: dict[str, tuple[Callable[[], str], int, float]] = {
    "blur": (lambda: QCoreApplication.translate("GameKinds", "blur {x} px"), 1, 1.0),
    "noise": (lambda: QCoreApplication.translate("GameKinds", "noise {x} %"), 0, 100.0),
    "occlusion": (lambda: QCoreApplication.translate("GameKinds", "a square of {x} px in front"), 0, 1.0),
    "static": (lambda: QCoreApplication.translate("GameKinds", "{x} % static"), 0, 100.0),
    "turn": (lambda: QCoreApplication.translate("GameKinds", "a turn of {x}°"), 0, 1.0),
    "shrink": (lambda: QCoreApplication.translate("GameKinds", "{x} % smaller"), 0, 1.0),
    "invert": (lambda: QCoreApplication.translate("GameKinds", "{x} % of the way to the negative"), 0, 100.0),
}

_AXES: dict[str, Callable[[], str]] = {
    "blur": lambda: QCoreApplication.translate("GameKinds", "blur: standard deviation, px"),
    "noise": lambda: QCoreApplication.translate("GameKinds", "noise: standard deviation, % of ink"),
    "occlusion": lambda: QCoreApplication.translate("GameKinds", "side of the square in front, px"),
    "static": lambda: QCoreApplication.translate("GameKinds", "share of static, %"),
    "turn": lambda: QCoreApplication.translate("GameKinds", "turned by, degrees"),
    "shrink": lambda: QCoreApplication.translate("GameKinds", "smaller by, %"),
    "invert": lambda: QCoreApplication.translate("GameKinds", "way to the negative, %"),
}
