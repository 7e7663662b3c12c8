"""RoomAnswers: what every room is asked for, with the answer of a room that has nothing to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtWidgets import QWidget

from neuroviz.runtime import Frame, Run
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.room import Preset


class RoomAnswers(QWidget):
    """A room overrides what it has; `Panel` asks."""

    def title(self) -> str:
        """The room's name in the present language."""
        return ""

    def make_run(self) -> Run | None:
        """A new run of what the room shows, not yet started; None when there is nothing to compute."""
        return None

    def plays_at_once(self) -> bool:
        """Whether a new run goes on by itself, or waits for play."""
        return True

    def draw(self, frame: Frame) -> None:
        """Show `frame` in the widgets, within 8 ms."""

    def sentence(self) -> str:
        """One sentence that says what is being seen right now, with its numbers."""
        return ""

    def presets(self) -> tuple[Preset, ...]:
        """Telling states, failures among them, in the order of the number keys."""
        return ()

    def explanation(self) -> ExplanationText | None:
        """The idea, what to try, what to notice."""
        return None

    def try_it(self, action: str) -> None:
        """Do what the explanation offers under this id."""

    def data(self) -> Mapping[str, np.ndarray]:
        """The numbers behind the picture, by name, for saving."""
        return {}

    def pose(self) -> None:
        """Go to a telling state, always the same one, for a picture of the room."""

    def memory(self) -> dict[str, Any]:
        """What the room wants back when it is opened the next time, as plain JSON values."""
        return {}

    def state(self) -> Any:
        """What the visitor has set with controls of the room's own, as a value that can be compared with ==.

        Pads, knob forms and the choice of the net are not part of it: their acts are noted by themselves.
        """
        return None

    def restore(self, state: Any) -> None:
        """Bring back what `state` once gave."""

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of this room alone, with what they do, for the sheet of shortcuts."""
        return ()

    def show_end(self) -> None:
        """Movement is not wanted: what a preset would have played stands there in its end state."""
