"""shots: a picture of every room in a telling state, for looking at before anything is called done."""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from neuroviz import app as composition
from neuroviz.ui.errors import faults
from neuroviz.ui.settings import TEXT_SCALES, Settings
from neuroviz.ui.theme import theme
from neuroviz.ui.tokens import THEMES
from neuroviz.ui.window import SMALLEST, MainWindow

_PATIENCE = 60.0  # seconds for a room to reach its state on a slow machine
_STILL_TICKS = 12  # ticks without a change that make a picture still
_TICK_MS = 8
_LARGEST = 4096  # pixels of a side: a picture of that size takes 64 MB


class _Parser(argparse.ArgumentParser):
    """A wish that cannot be read is a failed picture: exit code 1, as for any other."""

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


class ShotFailed(Exception):
    """A picture that could not be taken; the text says why."""


def main(arguments: Sequence[str]) -> int:
    """Take the pictures asked for. Returns 1, with a reason, if one of them failed."""
    try:
        asked = _parser().parse_args(arguments)
    except argparse.ArgumentError as error:
        print(f"shots: {error}", file=sys.stderr)
        return 1
    settings = Settings(language=asked.lang, theme=asked.theme, text_scale=asked.scale, motion=False)
    qt = composition.application()
    window = composition.compose(qt, settings)
    try:
        window.resize(*asked.size)
        window.show()
        rooms = _rooms(window, asked.panel)
        asked.folder.mkdir(parents=True, exist_ok=True)
        shots = [(room, _shoot(window, room)) for room in rooms]
        for room, image in shots:
            _save(image, asked.folder / f"{room}.png")
        if asked.sheet:
            _save(_sheet([image for _, image in shots]), asked.folder / "sheet.png")
    except OSError as error:
        print(f"shots: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    except ShotFailed as error:
        print(f"shots: {error}", file=sys.stderr)
        return 1
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0


def _parser() -> argparse.ArgumentParser:
    made = _Parser(prog="neuroviz shots", description=__doc__)
    made.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    made.add_argument("--panel", metavar="ID", help="this room alone")
    made.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH", help="of the window")
    made.add_argument("--theme", choices=tuple(THEMES), default="dark")
    made.add_argument("--lang", choices=("en", "zh_CN"), default="en")
    made.add_argument("--scale", type=_scale, default=1.0, help="text size, 1 to 2; 1.6 for a hall")
    made.add_argument("--sheet", action="store_true", help="also all of them on one sheet")
    return made


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not all(side.isascii() and side.isdigit() and len(side) < 20 for side in (width, height)):
        raise argparse.ArgumentTypeError("a size is given as 1440x900")
    if not (SMALLEST[0] <= int(width) <= _LARGEST and SMALLEST[1] <= int(height) <= _LARGEST):
        least = "x".join(map(str, SMALLEST))
        raise argparse.ArgumentTypeError(f"a size lies between {least} and {_LARGEST}x{_LARGEST}")
    return int(width), int(height)


def _scale(text: str) -> float:
    least, most = TEXT_SCALES
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not least <= scale <= most:
        raise argparse.ArgumentTypeError(f"a text size lies between {least:g} and {most:g}")
    return scale


def _rooms(window: MainWindow, wanted: str | None) -> tuple[str, ...]:
    rooms = window.rooms.ids()
    if wanted is None:
        return rooms
    if wanted not in rooms:
        raise ShotFailed(f"there is no room {wanted!r}; there are: {', '.join(rooms)}")
    return (wanted,)


def _shoot(window: MainWindow, room: str) -> QImage:
    """Open a room, bring it into its state, and wait until the picture is still."""
    window.show_room(room)
    panel = window.rooms.panel()
    if panel is None:
        raise ShotFailed(f"the room {room} cannot be opened")
    panel.pose()
    end, still = time.monotonic() + _PATIENCE, 0
    while still < _STILL_TICKS:
        if time.monotonic() > end:
            raise ShotFailed(f"the room {room} did not come to rest")
        _live_for(_TICK_MS)
        still = still + 1 if panel.posed() else 0
    if panel.room.problem.isVisible():
        raise ShotFailed(f"the room {room} shows a problem: {panel.room.problem.sentence()}")
    if found := faults.take():
        raise ShotFailed(f"the room {room}: {found[0].error} ({found[0].place})")
    return window.grab().toImage()


def _live_for(milliseconds: int) -> None:
    """Let the window live for a moment."""
    moment = QEventLoop()
    QTimer.singleShot(milliseconds, moment.quit)
    moment.exec()


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise ShotFailed(f"{path} could not be written")
    print(path)


def _sheet(images: Sequence[QImage]) -> QImage:
    """All pictures at half their size, in rows."""
    columns = math.ceil(math.sqrt(len(images)))
    width, height = images[0].width() // 2, images[0].height() // 2
    gap = theme().space(3)
    rows = math.ceil(len(images) / columns)
    sheet = QImage(columns * (width + gap) + gap, rows * (height + gap) + gap, QImage.Format.Format_RGB32)
    sheet.fill(theme().window)
    with QPainter(sheet) as painter:
        for i, image in enumerate(images):
            row, column = divmod(i, columns)
            half = image.scaled(width, height, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(gap + column * (width + gap), gap + row * (height + gap), half)
    return sheet
