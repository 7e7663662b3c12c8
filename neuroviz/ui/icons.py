"""Icons: line drawings from assets/icons, tinted with the theme's colours and sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from neuroviz.resources import asset
from neuroviz.ui.theme import theme

_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


def has_icon(name: str) -> bool:
    """Whether an icon of that name is shipped."""
    try:
        return asset("icons", f"{name}.svg").is_file()
    except FileNotFoundError:
        return False


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor | None = None) -> None:
    """Draw the icon `name` into `rect`, in the text colour unless told otherwise.

    Raises FileNotFoundError when there is no such icon.
    """
    _renderer(name, (colour or theme().text).name()).render(painter, rect)


@lru_cache(maxsize=1024)
def _image(name: str, size: int, colour: str, ratio: float) -> QImage:
    image = QImage(QSize(size, size) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, QRectF(0, 0, size, size), name, QColor(colour))
    return image


def icon(name: str, size: int, colour: QColor | None = None) -> QIcon:
    """A QIcon of `size` logical pixels; grey when disabled. Make it anew when the theme changes."""
    made = QIcon()
    on, off = (colour or theme().text).name(), theme().faint.name()
    for ratio in _RATIOS:
        made.addPixmap(QPixmap.fromImage(_image(name, size, on, ratio)), QIcon.Mode.Normal)
        made.addPixmap(QPixmap.fromImage(_image(name, size, off, ratio)), QIcon.Mode.Disabled)
    return made
