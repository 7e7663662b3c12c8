"""Settings: one validated JSON file. Whatever is in it, the program starts, and nothing in it is lost."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QStandardPaths

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.ui.i18n import LANGUAGES
from neuroviz.ui.theme import NAMES

VERSION = 1
TEXT_SCALES = (1.0, 2.0)

_MAX_BYTES = 1_000_000
_MOST_WINDOWS = 8
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Geometry:
    """Where the window was, in screen pixels, and whether it filled the screen."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False

    def on(self, screens: list[QRect]) -> QRect | None:
        """The window's place if enough of its top edge can be seen and grabbed on one of `screens`."""
        place = QRect(self.x, self.y, self.width, self.height)
        handle = QRect(self.x, self.y, self.width, 40)
        for screen in screens:
            seen = screen.intersected(handle)
            if seen.width() >= 120 and seen.height() >= 20:
                return place
        return None


@dataclass(frozen=True)
class Standing:
    """How a room's own window stood: its place without full screen, full screen, and the picture alone."""

    geometry: Geometry | None = None
    full: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Settings:
    """What the user has set. "" as language means the desktop's; `knobs` are the rooms' memories by id.

    room, beside, windows: the rooms that were open, side by side and in windows of their own; folder: where
    files were saved last; net: the one that all rooms worked with. bare, full: whether the main window showed
    its pictures alone, and filled the screen; standing: how each of `windows` stood, in their order.
    """

    language: str = ""
    theme: str = "system"
    text_scale: float = 1.0
    motion: bool = True
    rail: bool = True
    folder: str = ""
    room: str = ""
    beside: str = ""
    bare: bool = False
    full: bool = False
    windows: tuple[str, ...] = ()
    standing: tuple[Standing, ...] = ()
    net: str = ""
    geometry: Geometry | None = None
    knobs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


class SettingsFile:
    """The file `settings.json` in a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or default_folder()) / "settings.json"
        self._bad = self.path.with_suffix(".json.bad")
        self._trouble = ""
        self._ours = True

    @property
    def notice(self) -> str:
        """A sentence for the user, "" when all is well; in the language of now, not of when it was read."""
        if self._trouble == "unreadable":
            return QCoreApplication.translate(
                "Settings", "The settings could not be read, so the usual ones are used this time."
            )
        if self._trouble == "newer":
            return QCoreApplication.translate(
                "Settings",
                "The settings belong to a newer NeuroViz. They are left as they are; "
                "the usual ones are used this time.",
            )
        if self._trouble == "damaged":
            text = QCoreApplication.translate(
                "Settings",
                "The settings file was damaged. It is kept as {name}, and the usual settings are used.",
            )
            return text.format(name=self._bad.name)
        return ""

    def load(self) -> Settings:
        """The settings, with defaults for all that is missing or unfit. Never raises."""
        try:
            if not self.path.exists():
                return Settings()
            data = files.read(self.path, _MAX_BYTES)
        except (OSError, Problem) as error:
            if isinstance(error, Problem) and error.id in ("file-empty", "file-too-big"):
                return self._refused(error)
            _log.warning("settings cannot be read: %s", error)
            self._ours = False
            self._trouble = "unreadable"
            return Settings()
        return self._accept(data)

    def _refused(self, error: Exception) -> Settings:
        _log.warning("settings are not understood: %s", error)
        self._set_aside()
        return Settings()

    def save(self, settings: Settings) -> bool:
        """Write `settings`, all or nothing; False when that was not possible (the old file is then whole)."""
        if not self._ours:
            return False
        known = asdict(settings)
        extra = known.pop("extra")
        try:
            text = json.dumps({**extra, "version": VERSION, **known}, indent=2, allow_nan=False)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            files.replace(self.path, f"{text}\n".encode())
        except (OSError, Problem, ValueError, TypeError, RecursionError) as error:
            _log.warning("settings not saved: %s", error)
            return False
        return True

    def _accept(self, data: bytes) -> Settings:
        try:
            found = _parse(data)
        except (ValueError, RecursionError) as error:
            return self._refused(error)
        version = found.pop("version", VERSION)
        if _whole(version) and version > VERSION:
            self._ours = False
            self._trouble = "newer"
            return Settings()
        return _read(found)

    def _set_aside(self) -> None:
        try:
            self._bad = files.aside(self.path)
        except Problem as error:
            _log.warning("bad settings not set aside: %s", error)
            self._ours = False
        self._trouble = "damaged"


def default_folder() -> Path:
    """Where this user's settings belong on this system."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place or Path.home()) / "neuroviz"


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _parse(data: bytes) -> dict[str, Any]:
    if len(data) > _MAX_BYTES:
        raise ValueError("too large")
    found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_scale(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value) and TEXT_SCALES[0] <= value <= TEXT_SCALES[1]  # type: ignore[arg-type,operator]


def _is_rooms(value: object) -> bool:
    good = isinstance(value, list) and len(value) <= _MOST_WINDOWS
    return good and all(isinstance(one, str) and len(one) <= 100 for one in value)  # type: ignore[attr-defined]


def _is_knobs(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, dict) for one in value.values())


_FIT: dict[str, Callable[[Any], bool]] = {
    "language": lambda v: v == "" or v in tuple(LANGUAGES),
    "theme": lambda v: v in NAMES,
    "text_scale": _is_scale,
    "motion": lambda v: isinstance(v, bool),
    "rail": lambda v: isinstance(v, bool),
    "folder": lambda v: isinstance(v, str) and len(v) <= 4096,
    "room": lambda v: isinstance(v, str) and len(v) <= 100,
    "bare": lambda v: isinstance(v, bool),
    "full": lambda v: isinstance(v, bool),
    "windows": _is_rooms,
    "standing": lambda v: isinstance(v, list) and len(v) <= _MOST_WINDOWS,
    "net": lambda v: isinstance(v, str) and len(v) <= 100,
    "beside": lambda v: isinstance(v, str) and len(v) <= 100,
    "knobs": _is_knobs,
}


def _read(found: dict[str, Any]) -> Settings:
    """Each field that is fit; unknown ones are kept in `extra`."""
    known: dict[str, Any] = {name: found.pop(name) for name in _names() if name in found}
    geometry = _geometry(known.pop("geometry", None))
    fit = {name: value for name, value in known.items() if _FIT[name](value)}
    for name in known.keys() - fit.keys():
        _log.warning("settings: %s = %.100r is not possible", name, known[name])
    if "windows" in fit:
        fit["windows"] = tuple(fit["windows"])
    if "standing" in fit:
        fit["standing"] = tuple(_standing(one) for one in fit["standing"])
    if "text_scale" in fit:
        fit["text_scale"] = float(fit["text_scale"])
    return Settings(**fit, geometry=geometry, extra=found)


def _names() -> list[str]:
    return [one.name for one in fields(Settings) if one.name != "extra"]


def _standing(value: object) -> Standing:
    if not isinstance(value, dict):
        return Standing()
    return Standing(_geometry(value.get("geometry")), value.get("full") is True, value.get("bare") is True)


def _geometry(value: object) -> Geometry | None:
    if not isinstance(value, dict):
        return None
    numbers: list[Any] = [value.get(name) for name in ("x", "y", "width", "height")]
    if not all(_whole(n) and abs(n) < 100_000 for n in numbers):
        return None
    x, y, width, height = numbers
    if width < 200 or height < 200:
        return None
    return Geometry(x, y, width, height, value.get("maximised") is True)
