"""Small pictures of the visitor's own data, and how many examples there are in it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from neuroviz.data.painted import Painted
from neuroviz.data.pictures import Pictures, resized
from neuroviz.data.tables import Chosen
from neuroviz.panels.training.own_files import OwnFile
from neuroviz.sims.training.look import Small

_SHOWN = 400
_UNREAD_TABLE = Small()
_UNREAD_PICTURES = Small(images=np.zeros((0, 28, 28), np.uint8))


def size_of(source: Any) -> int:
    """Examples at most."""
    return len(source.table) if isinstance(source, Chosen) else len(source)


@lru_cache(maxsize=32)
def small_of(source: Any) -> Small:
    """What stands for it in the gallery, the same each time."""
    if isinstance(source, Painted):
        return Small(source.places[-_SHOWN:], source.labels[-_SHOWN:])
    if isinstance(source, Pictures):
        spread = max(1, len(source.images) // 9)
        return Small(images=resized(np.ascontiguousarray(source.images[::spread][:9]), 28, 28))
    return _UNREAD_TABLE


def small_unread(file: OwnFile) -> Small:
    """What stands for data whose file has yet to be read: of a table the columns chosen are known."""
    return _UNREAD_TABLE if file.target else _UNREAD_PICTURES
