"""What is saved of a page as lines: read by any program, it looks as the page's picture in pixels does."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from neuroviz import panels
from neuroviz.ui import i18n
from neuroviz.ui.room import PanelSpec
from neuroviz.ui.share import NOT_IN_PICTURES, ShareMenu, render
from neuroviz.ui.theme import set_theme
from tests.panels.host import Host, opened

SVG = "{http://www.w3.org/2000/svg}"
SPECS = tuple(page for room in panels.discover() for page in room.all())
every_page = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    set_theme("dark")
    i18n.install(qapp, "en")
    yield
    set_theme("dark")


def lines_of(host: Host) -> bytes:
    (menu,) = host.panel.findChildren(ShareMenu)
    return render.svg(menu._subject.view, "page")


def grey(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(float)


def coarse(values: np.ndarray, side: int = 8) -> np.ndarray:
    high, wide = (n // side * side for n in values.shape)
    return values[:high, :wide].reshape(high // side, side, wide // side, side).mean((1, 3))


def stretched(node: ET.Element, across: float = 1.0, down: float = 1.0) -> Iterator[str]:
    """Shapes whose pen is not to be scaled, where units are of different length along and across."""
    found = re.fullmatch(r"matrix\(([^)]*)\)", node.get("transform", ""))
    if found:
        a, b, c, d, *_ = (float(one) for one in found[1].split(","))
        across, down = across * np.hypot(a, b), down * np.hypot(c, d)
    if node.get("vector-effect") == "non-scaling-stroke" and abs(across / down - 1) > 0.01:
        yield f"{node.tag} {across:.3g} x {down:.3g}"
    for child in node:
        yield from stretched(child, across, down)


@every_page
def test_its_lines_have_plain_pens_and_its_pictures_are_whole(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        root = ET.fromstring(lines_of(host))
    assert list(stretched(root)) == []
    for one in root.iter(f"{SVG}image"):
        content = next(value for name, value in one.items() if name.endswith("href"))
        held = QImage.fromData(base64.b64decode(content.partition(",")[2]))
        shown = float(one.get("width", 0)) / float(one.get("height", 1))
        if min(held.width(), held.height()) > 8:  # a strip of colour may be stretched
            assert held.width() / held.height() == pytest.approx(shown, rel=0.1)


@every_page
def test_its_lines_look_as_its_pixels_do(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        (menu,) = host.panel.findChildren(ShareMenu)
        pixels = render.image(menu._subject.view, 1.0)
        lines = QImage(pixels.size(), QImage.Format.Format_RGB32)
        with QPainter(lines) as painter:
            QSvgRenderer(QByteArray(lines_of(host))).render(painter, QRectF(lines.rect()))
    apart = np.abs(coarse(grey(lines)) - coarse(grey(pixels)))
    assert apart.mean() < 2.5
    assert np.quantile(apart, 0.99) < 40


@every_page
def test_its_buttons_are_not_in_the_picture(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        (menu,) = host.panel.findChildren(ShareMenu)
        view = menu._subject.view
        for kind in (QAbstractButton, QComboBox, QScrollBar):
            for one in view.findChildren(kind):
                if one.isVisibleTo(view):
                    assert _left_out(one, view), f"{kind.__name__} {one.accessibleName()!r}"


def _left_out(one: QWidget, view: QWidget) -> bool:
    while one is not view:
        if one.property(NOT_IN_PICTURES):
            return True
        one = one.parentWidget()
    return False


def test_that_there_are_no_numbers_is_said_until_there_are(qtbot: QtBot) -> None:
    (spec,) = (one for one in SPECS if one.id == "digits")
    with opened(spec, qtbot) as host:
        said: list[str] = []
        host.panel.notice.connect(said.append)
        host.panel.share.ask_for_data()
        assert len(said) == 1
        with qtbot.waitSignal(host.panel.notice_over) as over:
            host.pose()
        assert over.args == said
