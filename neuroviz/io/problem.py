"""The one error type for files that cannot be used: an id and facts, no sentence for the screen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Problem(Exception):  # noqa: N818  (to a visitor it is a problem, not an error)
    """Something from outside is unusable. `id` says what is wrong, `facts` with which values.

    The window turns the pair into a sentence in the visitor's language.
    """

    def __init__(self, id: str, **facts: object) -> None:
        super().__init__(id)
        self.id = id
        self.facts: Mapping[str, object] = MappingProxyType(dict(facts))

    def __str__(self) -> str:
        """For logs only."""
        return " ".join([self.id, *(f"{name}={value!r}" for name, value in self.facts.items())])
