"""Places: the folder that files were last saved to or opened from; the settings remember it."""

from __future__ import annotations

from pathlib import Path

_folder = ""


def folder() -> str:
    """The folder last used if it is still there, else the visitor's home."""
    return _folder if _folder and Path(_folder).is_dir() else str(Path.home())


def last() -> str:
    """What the settings are to remember; "" before anything was saved or opened."""
    return _folder


def remember(path: str | Path) -> None:
    """Begin in this folder the next time; "" for the home again."""
    global _folder  # noqa: PLW0603 - the visitor is one
    _folder = str(path)


def proposed(stem: str, ending: str) -> Path:
    """A name in the folder last used that no file there has: digits.png, digits-2.png …; no date."""
    place = Path(folder())
    found = place / f"{stem}{ending}"
    number = 2
    while found.exists():
        found = place / f"{stem}-{number}{ending}"
        number += 1
    return found
