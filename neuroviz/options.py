"""What the command line asks of the app."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """Wishes of the command line; None: as the settings say. They hold for this start and are not saved."""

    language: str | None = None
    theme: str | None = None
    text_size: float | None = None
    room: str | None = None
    full_screen: bool = False
    settings_folder: Path | None = None
    safe_mode: bool = False
    reset_settings: bool = False
