"""Subject: what can be shared of a room, asked for only when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Subject:
    """view: what the picture shows; data: arrays by name; sentence: the caption; stem: the file's name."""

    view: QWidget
    data: Callable[[], Mapping[str, Any]]
    sentence: Callable[[], str]
    stem: Callable[[], str]
