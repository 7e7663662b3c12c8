"""Session: what was being worked on, kept while the program runs so that a crash loses next to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from neuroviz.data.sheet import Sheet
from neuroviz.io import files
from neuroviz.io.problem import Problem, naming
from neuroviz.io.sheets import plain_sheet, sheet_from
from neuroviz.io.strict_json import from_json, to_json

VERSION = 1
LIMIT = 20_000_000  # bytes of a session file


@dataclass(frozen=True, eq=False)
class Session:
    """sheet: what lies on the pad that all rooms share; extra: what a file holds that is not known here."""

    sheet: Sheet = field(default_factory=Sheet)
    extra: Mapping[str, Any] = field(default_factory=dict)


def read(path: Path) -> Session:
    """The session of a file. Raises Problem (file-…, json-broken, session-newer, sheet-broken)."""
    with naming(path):
        plain = from_json(files.read(path, LIMIT), path.name)
        if not isinstance(plain, dict):
            raise Problem("json-broken", name=path.name, detail="not an object")
        version = plain.pop("version", VERSION)
        if isinstance(version, bool) or not isinstance(version, int) or version > VERSION:
            raise Problem("session-newer", version=version, known=VERSION)
        sheet = sheet_from(plain.pop("sheet", {}))
        return Session(sheet, plain)


def write(path: Path, session: Session) -> None:
    """Keep a session, all or nothing. Raises Problem (file-unwritable)."""
    plain = {**session.extra, "version": VERSION, "sheet": plain_sheet(session.sheet)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem("file-unwritable", detail=str(error)) from error
    files.replace(path, to_json(plain))
