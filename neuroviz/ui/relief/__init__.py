"""A function of two variables as a picture: a lit block that can be turned, and a map with level lines."""

from __future__ import annotations

from neuroviz.ui.relief.shape import Relief

__all__ = ["Relief"]
