"""Surfaces, and marks of every kind, for tests of what shows them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from neuroviz.ui.relief.marks import Arrow, Cloud, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief

RED = QColor("#FF0000")
X, Y = (-5.0, 5.0), (-4.0, 6.0)


def grid(n: int = 60) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.meshgrid(np.linspace(*X, n), np.linspace(*Y, n))
    return x, y


def himmelblau(n: int = 60, *, log: bool = False) -> Relief:
    x, y = grid(n)
    return Relief((x * x + y - 11) ** 2 + (x + y * y - 7) ** 2, X, Y, log)


def ridge(n: int = 60) -> Relief:
    """A wall along x in the middle."""
    _, y = grid(n)
    return Relief(np.exp(-4 * (y - 1) ** 2), X, Y)


def plane(n: int = 30) -> Relief:
    return Relief(np.ones((n, n)), X, Y)


def with_value(value: float, n: int = 12) -> np.ndarray:
    z = np.add.outer(np.arange(float(n)), np.arange(float(n)))
    z[n // 3, n // 2] = value
    return z


BAD = {
    "equal": np.full((9, 9), 3.0),
    "equal and huge": np.full((9, 9), -1e200),
    "zero": np.zeros((9, 9)),
    "nearly equal": 1.0 + 1e-15 * np.add.outer(np.arange(5.0), np.arange(5.0)),
    "peak": with_value(1e250),
    "abyss": with_value(-1e290),
    "both ends": np.array([[-1e300, 1e300], [0.0, 1.0]]),
    "NaN": with_value(np.nan),
    "infinite": with_value(np.inf),
    "all NaN": np.full((5, 7), np.nan),
    "one value": np.where(np.arange(25).reshape(5, 5) == 12, 1.0, np.nan),
    "hole at a corner": np.where(np.arange(64).reshape(8, 8) < 20, np.nan, 2.0),
    "chequered": np.where(np.indices((16, 16)).sum(0) % 2, 1.0, np.nan),
    "2 x 2": np.array([[0.0, 1.0], [2.0, 5.0]]),
    "2 x 300": np.random.default_rng(0).normal(size=(2, 300)),
    "512 x 512": np.random.default_rng(1).normal(size=(512, 512)),
    "denormal": np.array([[0.0, 5e-324], [0.0, 0.0]]),
    "tiny": 1e-280 * np.add.outer(np.arange(5.0), np.arange(5.0)),
}


def every_mark(colour: QColor = RED) -> Marks:
    way = np.linspace(0, 1, 40)
    broken = np.where(np.arange(40) == 20, np.nan, way)
    return Marks(
        clouds=(Cloud(3 * way, way, colour),),
        trails=(
            Trail(-4 + 8 * way, 5 * way, colour), Trail(broken, way, colour, dots=True),
            Trail(way, -way, colour, dash=(3, 2)),
        ),
        spots=tuple(
            Spot(k, k, colour, kind, kind)
            for k, kind in enumerate(("ball", "start", "minimum", "cross"))  # type: ignore[arg-type]
        ),
        arrows=(Arrow(0, 0, 2, 1, colour, "step"), Arrow(0, 0, 0, 0, colour), Arrow(4, 4, 1e-9, 0, colour)),
    )  # fmt: skip


def bad_marks() -> Marks:
    nothing = np.zeros(0)
    wild = np.array([np.nan, np.inf, -np.inf, 1e308, -1e308, 0.0, 1e6])
    return Marks(
        clouds=(Cloud(nothing, nothing, RED), Cloud(wild, wild[::-1], RED)),
        trails=(
            Trail(nothing, nothing, RED), Trail(wild[:1], wild[:1], RED), Trail(wild, wild[::-1], RED),
            Trail(np.full(3, np.nan), np.zeros(3), RED, dots=True),
        ),
        spots=(Spot(np.nan, 0, RED), Spot(np.inf, 0, RED), Spot(1e308, -1e308, RED, "cross", "far")),
        arrows=(Arrow(0, 0, np.nan, 0, RED), Arrow(0, 0, 1e308, 1e308, RED), Arrow(np.inf, 0, 1, 1, RED)),
    )  # fmt: skip


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3) red, green, blue."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return words[:, : image.width(), 2::-1].astype(int)


def painted(view: QWidget) -> np.ndarray:
    return pixels(view.grab().toImage())


def reds(picture: np.ndarray) -> np.ndarray:
    """Where RED shows."""
    return (picture[..., 0] > 150) & (picture[..., 1] < 90) & (picture[..., 2] < 90)


def wheel(view: QWidget, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
