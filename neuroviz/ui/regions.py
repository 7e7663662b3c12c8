"""Regions: the parts of the window that F6 goes round, and the order in which Tab goes through a room.

A widget becomes a region by `mark(widget, place)`; regions of the same room are visited by place, rooms from
left to right, and what belongs to the whole window comes last.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

PAD, PICTURE, KNOBS, PRESETS, TRANSPORT, TABS, RAIL = range(7)
_PLACE = "region"


def mark(widget: QWidget, place: int) -> None:
    """Make this widget a region."""
    widget.setProperty(_PLACE, place)


def move(start: QWidget, *, back: bool = False) -> None:
    """Give the focus to the region after (before) the one that has it, in the window of `start`."""
    window = start.window()
    found = [(one, first) for one in regions(window) if (first := first_in(one)) is not None]
    if not found:
        return
    now = region_of(QApplication.focusWidget())
    order = [one for one, _ in found]
    step = -1 if back else 1
    place = order.index(now) + step if now in order else (len(order) - 1 if back else 0)
    found[place % len(found)][1].setFocus(Qt.FocusReason.TabFocusReason)


def regions(window: QWidget) -> list[QWidget]:
    """All regions of a window that can be seen, in the order of F6."""
    found = [
        one for one in window.findChildren(QWidget) if one.property(_PLACE) is not None and one.isVisible()
    ]
    return sorted(found, key=lambda one: _order(one, window))


def region_of(widget: QWidget | None) -> QWidget | None:
    """The innermost region that a widget lies in."""
    while widget is not None and widget.property(_PLACE) is None:
        widget = widget.parentWidget()
    return widget


def focusable(widget: QWidget) -> list[QWidget]:
    """All that Tab could reach in a widget, itself included, in the present order of the focus chain."""
    found: list[QWidget] = []
    one: QWidget = widget
    while True:
        if (one is widget or widget.isAncestorOf(one)) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
        one = one.nextInFocusChain() or widget
        if one is widget:
            return found


def first_in(region: QWidget) -> QWidget | None:
    """Where the focus goes in a region: to the first that can take it and is in no region within."""
    for one in focusable(region):
        if one.isVisibleTo(region.window()) and one.isEnabled() and region_of(one) is region:
            return one
    return None


def chain(parts: Sequence[QWidget]) -> None:
    """Let Tab go through these parts one after the other; within each the order stays as it is.

    What lies in two of them, one inside the other, belongs to the inner.
    """
    taken: list[QWidget] = []
    for part in parts:
        inner = [other for other in parts if other is not part and part.isAncestorOf(other)]
        taken += [one for one in focusable(part) if not any(_holds(other, one) for other in inner)]
    for one, other in pairwise(taken):
        QWidget.setTabOrder(one, other)


def marked(widget: QWidget, place: int) -> list[QWidget]:
    """The regions of that place in a widget."""
    return [one for one in widget.findChildren(QWidget) if one.property(_PLACE) == place]


def _holds(outer: QWidget, inner: QWidget) -> bool:
    return outer is inner or outer.isAncestorOf(inner)


def _order(region: QWidget, window: QWidget) -> tuple[int, int, int]:
    """A room's regions stay together: by the room's left edge, then by place; the window's own are last."""
    place = int(region.property(_PLACE))
    if place == RAIL:
        return 1, 0, place
    holder: QWidget = region
    while holder.property("room") is None and (above := holder.parentWidget()) is not None:
        holder = above
    return 0, holder.mapTo(window, QPoint(0, 0)).x() if holder is not window else 0, place
