"""The one place that turns a Problem into a sentence: what is wrong with the file, and what to do."""

from __future__ import annotations

import errno
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from neuroviz.io.problem import Problem
from neuroviz.ui import data_problems, picture_problems
from neuroviz.ui.numbers import memory


def sentence(problem: Problem, file: str) -> str:
    """What to tell the visitor of a problem with `file` (its name)."""
    known = _SENTENCES[problem.id]
    if problem.id == "file-unwritable":
        known = _UNWRITABLE.get(problem.facts.get("errno"), known)
    text = known()
    tell = _in_bytes if problem.id in _IN_BYTES else _plain
    return text.format(file=file, **{name: tell(value) for name, value in problem.facts.items()})


def known() -> frozenset[str]:
    """The ids that have a sentence of their own."""
    return frozenset(_SENTENCES)


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return picture_problems.named(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _in_bytes(value: object) -> str:
    return memory(value) if isinstance(value, int) else str(value)


def _broken() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is damaged or cut off. If it was downloaded, try to fetch it again."
    )


def _other() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is another kind of file than its name says: it was not saved by this program."
    )


def _missing() -> str:
    return QCoreApplication.translate("Problems", "{file} is not there any more, or its folder is not.")


def _kind() -> str:
    return QCoreApplication.translate("Problems", "{file} is a folder or a device, not a file.")


def _empty() -> str:
    return QCoreApplication.translate("Problems", "{file} is empty.")


def _unreadable() -> str:
    return QCoreApplication.translate("Problems", "{file} may not be read by you. Check its permissions.")


def _unwritable() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} could not be saved. Choose another folder or another name."
    )


def _no_folder() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} could not be saved: its folder is not there. Choose another folder."
    )


def _folder_forbidden() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} could not be saved: you may not write in its folder. Choose another folder."
    )


def _disc_full() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} could not be saved: the disc is full. Free some space, or choose another folder."
    )


def _name_too_long() -> str:
    return QCoreApplication.translate("Problems", "{file} could not be saved: choose a shorter name.")


_UNWRITABLE: dict[object, Callable[[], str]] = {
    errno.ENOENT: _no_folder,
    errno.ENOTDIR: _no_folder,
    errno.EACCES: _folder_forbidden,
    errno.EPERM: _folder_forbidden,
    errno.EROFS: _folder_forbidden,
    errno.ENOSPC: _disc_full,
    errno.ENAMETOOLONG: _name_too_long,
    **({errno.EDQUOT: _disc_full} if hasattr(errno, "EDQUOT") else {}),  # Windows knows no quotas
}


def _too_big() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is too large: {size}, where at most {limit} will do."
    )


def _net_too_big() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is too large: {size} numbers, where at most {limit} will do."
    )


def _members() -> str:
    return QCoreApplication.translate("Problems", "{file} does not hold what a saved net holds.")


def _array_type() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} holds numbers of a kind that is not used here ({type}). Save it as 32-bit floats."
    )


def _array_pickled() -> str:
    return QCoreApplication.translate(
        "Problems",
        "{file}: the array {name} holds pickled objects. They are never opened, for they could run any"
        " program. Save it as numbers.",
    )


def _net_missing() -> str:
    return QCoreApplication.translate("Problems", "{file} is no saved net: it has no part called {name}.")


def _newer() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} was saved by a newer NeuroViz. Nothing was opened; a newer version can read it."
    )


def _not_finite() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} holds weights that are not numbers: its training went astray before it was saved."
    )


def _net_none() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} holds no trained net that can be read: NeuroViz is incomplete. Fetch it again."
    )


def _size() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} does not fit together: its layers need {expected} weights, and it holds {found}."
    )


def _spec() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} describes layers that NeuroViz does not know or cannot join."
    )


def _render_too_big() -> str:
    return QCoreApplication.translate(
        "Problems",
        "{file} would take {size} of memory, where at most {limit} will do. Choose a smaller width.",
    )


def _table_too_big() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} would hold {size} numbers, where at most {limit} will do as CSV. Save it as NPZ."
    )


def _names_spec() -> str:
    return QCoreApplication.translate("Problems", "{file} does not hold names of units that can be read.")


def _players_spec() -> str:
    return QCoreApplication.translate("Problems", "{file} is not a list of players and their games.")


def _hand_kind() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is not handwriting saved by NeuroViz. Nothing was opened."
    )


def _hand_broken() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} does not hold handwriting that can be read. Nothing was opened."
    )


def _hand_too_big() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} holds or would hold {count} digits, where at most {limit} will do."
    )


def _picture_kind() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is not a picture that can be read here. Try PNG, JPEG, GIF, BMP or WebP."
    )


def _picture_too_big() -> str:
    return QCoreApplication.translate(
        "Problems",
        "{file} has {size} megapixels, where {limit} can be read at most. Save it smaller first.",
    )


def _picture_too_small() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} has {width} × {height} pixels: too few to hold a digit."
    )


def _picture_none() -> str:
    return QCoreApplication.translate("Problems", "{file} holds no picture. Copy one first, or open a file.")


def _run_missing() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} is no saved training run: it has no part called {name}."
    )


def _run_columns() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} would hold a table of {count} columns, where at most {limit} will do."
    )


def _run_spec() -> str:
    return QCoreApplication.translate(
        "Problems", "{file} does not hold a training run that can be read. Nothing was opened."
    )


def _run_altered() -> str:
    return QCoreApplication.translate(
        "Problems",
        "{file} holds parts that do not belong together: something in it was changed after it had been "
        "saved. Nothing was opened.",
    )


_IN_BYTES = frozenset({"archive-too-big", "file-too-big", "render-too-big", "run-too-big"})
_SENTENCES: dict[str, Callable[[], str]] = {
    **data_problems.SENTENCES,
    "archive-kind": _other,
    "archive-broken": _broken,
    "archive-members": _members,
    "archive-too-big": _too_big,
    "array-broken": _broken,
    "array-pickled": _array_pickled,
    "array-type": _array_type,
    "file-empty": _empty,
    "file-forbidden": _unreadable,
    "file-kind": _kind,
    "file-missing": _missing,
    "file-too-big": _too_big,
    "file-unreadable": _unreadable,
    "file-unwritable": _unwritable,
    "hand-broken": _hand_broken,
    "hand-kind": _hand_kind,
    "hand-newer": _newer,
    "hand-too-big": _hand_too_big,
    "json-broken": _broken,
    "names-newer": _newer,
    "names-spec": _names_spec,
    "net-missing": _net_missing,
    "net-newer": _newer,
    "net-none": _net_none,
    "net-not-finite": _not_finite,
    "net-size": _size,
    "net-spec": _spec,
    "net-too-big": _net_too_big,
    "picture-broken": _broken,
    "picture-kind": _picture_kind,
    "picture-none": _picture_none,
    "picture-too-big": _picture_too_big,
    "picture-too-small": _picture_too_small,
    "players-newer": _newer,
    "players-spec": _players_spec,
    "render-too-big": _render_too_big,
    "run-altered": _run_altered,
    "run-columns": _run_columns,
    "run-missing": _run_missing,
    "run-newer": _newer,
    "run-spec": _run_spec,
    "run-too-big": _too_big,
    "session-newer": _newer,
    "sheet-broken": _broken,
    "table-too-big": _table_too_big,
    "tensors-broken": _broken,
}
