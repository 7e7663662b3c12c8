"""The nets, data sets, texts and inputs that rooms share: immutable values with names, and which are current."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, Literal
from weakref import WeakMethod

Kind = Literal["net", "digits", "text", "input"]
Listener = Callable[[Kind, str], None]
KINDS: tuple[Kind, ...] = ("net", "digits", "text", "input")


class Workspace:
    """Named values by kind. A name may be given a new value; a value is never altered.

    Lives on the screen's thread: rooms hand its (immutable) values to their runs.
    """

    def __init__(self) -> None:
        self._values: dict[Kind, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._current: dict[Kind, str] = {}
        self._listeners: list[Callable[[], Listener | None]] = []

    def put(self, kind: Kind, name: str, value: Any) -> None:
        """Publish `value` under `name`, in place of what had that name. The first of a kind becomes current."""
        self._values[kind][name] = value
        self._current.setdefault(kind, name)
        self._tell(kind, name)

    def get(self, kind: Kind, name: str) -> Any:
        """The value of that name. Raises KeyError when there is none."""
        return self._values[kind][name]

    def names(self, kind: Kind) -> tuple[str, ...]:
        """All names of a kind, oldest first."""
        return tuple(self._values[kind])

    def current(self, kind: Kind) -> str | None:
        """The name of the current value of a kind; None while there is none."""
        return self._current.get(kind)

    def choose(self, kind: Kind, name: str) -> None:
        """Make `name` current. Raises KeyError when there is none of that name."""
        if name not in self._values[kind]:
            raise KeyError(name)
        if self._current.get(kind) != name:
            self._current[kind] = name
            self._tell(kind, name)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(kind, name)` after each put and choose, until the returned function is called.

        A bound method is held weakly: a closed room need not unsubscribe to be freed.
        """
        holder = WeakMethod(listener) if inspect.ismethod(listener) else _strongly(listener)
        self._listeners.append(holder)

        def unsubscribe() -> None:
            if holder in self._listeners:
                self._listeners.remove(holder)

        return unsubscribe

    def _tell(self, kind: Kind, name: str) -> None:
        for holder in tuple(self._listeners):
            listener = holder()
            if listener is None:
                self._listeners.remove(holder)
            else:
                listener(kind, name)


def _strongly(listener: Listener) -> Callable[[], Listener]:
    return lambda: listener
