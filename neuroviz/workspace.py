"""What rooms share: nets, data sets, texts and inputs, as immutable values with names; which are current."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable
from typing import Any, Literal, get_args
from weakref import WeakMethod

Kind = Literal["net", "digits", "text", "input", "names", "data", "files", "task", "recipe", "run"]
Listener = Callable[[Kind, str], None]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Workspace:
    """Named values by kind. A name may be given a new value; a value is never altered.

    Lives on the screen's thread: rooms hand its (immutable) values to their runs.
    """

    def __init__(self) -> None:
        self._values: dict[Kind, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._current: dict[Kind, str] = {}
        self._chosen: dict[Kind, list[str]] = {kind: [] for kind in KINDS}  # latest last
        self._shipped: dict[Kind, frozenset[str]] = {kind: frozenset() for kind in KINDS}
        self._listeners: dict[int, Callable[[], Listener | None]] = {}
        self._tickets = itertools.count()

    def put(self, kind: Kind, name: str, value: Any, *, shipped: bool = False) -> None:
        """Publish `value` under `name`, in place of what had it. The first of a kind becomes current.

        shipped: it came with the program and is not the visitor's own, although it comes late.
        """
        if shipped:
            self._shipped[kind] |= {name}
        self._values[kind][name] = value
        self._current.setdefault(kind, name)
        self._tell(kind, name)

    def seal(self) -> None:
        """All that is here now came with the program; what comes later is the visitor's own."""
        self._shipped = {kind: frozenset(values) for kind, values in self._values.items()}

    def is_own(self, kind: Kind, name: str) -> bool:
        """Whether a value of that name is the visitor's own."""
        return name in self._values[kind] and name not in self._shipped[kind]

    def drop(self, kind: Kind, name: str) -> None:
        """Forget a value; if it was current, the one that was so before it is again. KeyError for none."""
        del self._values[kind][name]
        self._chosen[kind] = [one for one in self._chosen[kind] if one != name]
        if self._current.get(kind) == name:
            del self._current[kind]
            for latest in self.recent(kind)[:1]:
                self._current[kind] = latest
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

    def recent(self, kind: Kind) -> tuple[str, ...]:
        """All names of a kind: the current one, those that were so before, then the others as they came."""
        first = dict.fromkeys([self._current[kind]] if kind in self._current else [])
        return tuple(first | dict.fromkeys(reversed(self._chosen[kind])) | dict.fromkeys(self._values[kind]))

    def choose(self, kind: Kind, name: str) -> None:
        """Make `name` current. Raises KeyError when there is none of that name."""
        if name not in self._values[kind]:
            raise KeyError(name)
        if self._current.get(kind) != name:
            chosen = self._chosen[kind]
            chosen[:] = [one for one in chosen if one != self._current[kind]] + [self._current[kind]]
            self._current[kind] = name
            self._tell(kind, name)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(kind, name)` after each put, choose and drop, until the returned function is called.

        A bound method is held weakly: a closed room need not unsubscribe to be freed.
        """
        ticket = next(self._tickets)
        self._listeners[ticket] = WeakMethod(listener) if inspect.ismethod(listener) else _strongly(listener)

        def unsubscribe() -> None:
            self._listeners.pop(ticket, None)

        return unsubscribe

    def _tell(self, kind: Kind, name: str) -> None:
        for ticket in tuple(self._listeners):  # a listener may subscribe, unsubscribe or put
            holder = self._listeners.get(ticket)
            listener = None if holder is None else holder()
            if listener is None:
                self._listeners.pop(ticket, None)
            else:
                listener(kind, name)


def _strongly(listener: Listener) -> Callable[[], Listener]:
    return lambda: listener
