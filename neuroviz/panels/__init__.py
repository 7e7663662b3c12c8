"""The rooms. A module in this package that has a PANEL is a room; no list is edited."""

from __future__ import annotations

import importlib
import logging
import pkgutil

from neuroviz.ui.room import PanelSpec

_log = logging.getLogger(__name__)


def discover() -> tuple[PanelSpec, ...]:
    """Every room found, by chapter and order; pages are in their room's `pages`.

    A module that cannot be imported is logged and left out.
    """
    found: list[PanelSpec] = []
    for module in pkgutil.iter_modules(__path__):
        try:
            panel = getattr(importlib.import_module(f"{__name__}.{module.name}"), "PANEL", None)
        except Exception:
            _log.exception("the room %s cannot be opened", module.name)
            continue
        if isinstance(panel, PanelSpec):
            found.append(panel)
    return tuple(sorted(found, key=_place))


def _place(spec: PanelSpec) -> tuple[int, int, str]:
    return spec.chapter, spec.order, spec.id
