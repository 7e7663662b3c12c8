"""How a run ended, and what it would not do."""

from __future__ import annotations

import traceback as tb
from dataclasses import dataclass
from typing import Literal

from neuroviz.runtime.frame import Change

Kind = Literal["finished", "stopped", "failed"]


@dataclass(frozen=True)
class Outcome:
    """The end of a run: `finished` by itself, `stopped` from outside, or `failed` with its error."""

    kind: Kind
    error: BaseException | None = None
    traceback: str = ""

    @classmethod
    def failure(cls, error: BaseException) -> Outcome:
        """The outcome of a run that `error` ended, with the traceback as text."""
        return cls("failed", error, "".join(tb.format_exception(error)))


@dataclass(frozen=True)
class Refusal:
    """A change the simulation refused; nothing was changed by it."""

    change: Change
    reason: str
