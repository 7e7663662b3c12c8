"""Where the files that ship with NeuroViz are: in the wheel, or in the repository it is run from."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "assets", _PACKAGE.parent / "assets")


def asset(*parts: str) -> Path:
    """The path of a shipped file or folder, given by its parts below `assets/`.

    Raises FileNotFoundError when neither the wheel nor the repository has it.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("assets", *parts)))
