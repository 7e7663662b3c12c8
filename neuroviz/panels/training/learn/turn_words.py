"""What was turned, from what to what, and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.config import knob_texts
from neuroviz.panels.training.learn.figures import number
from neuroviz.scenes.recipe import Knobs
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame, Turn
from neuroviz.ui.timeline import Mark

translate = QCoreApplication.translate

_LAYER_RATE = "layer_rate"
_SAME_HAND = 0.02  # of the run: one drag of a knob is one turn


def knob_name(name: str) -> str:
    """What a knob is called on the screen, in a word or two."""
    if name == _LAYER_RATE:
        return QCoreApplication.translate("TurnWords", "layer rate")
    if name == "rate":
        return QCoreApplication.translate("TurnWords", "rate")
    texts = knob_texts()
    return texts[name].label if name in texts else name


def value_text(name: str, value: object) -> str:
    """A setting of a knob in words."""
    if isinstance(value, bool):
        return translate("TurnWords", "on") if value else translate("TurnWords", "off")
    if isinstance(value, int | float):
        return number(float(value))
    if isinstance(value, tuple) and len(value) == 2:
        text = QCoreApplication.translate("TurnWords", "layer {i} × {factor}")
        return text.format(i=int(value[0]) + 1, factor=number(float(value[1])))
    texts = knob_texts()
    choices = texts[name].choices if name in texts else {}
    return choices.get(str(value), str(value))


def turn_text(turn: Turn, frame: TrainingFrame) -> str:
    """ "rate 0.05 → 0.5"; what it was before is left out where nobody knows it any more."""
    before = value_before(turn, frame)
    name, after = knob_name(turn.name), value_text(turn.name, turn.value)
    if before is None or before == turn.value:
        return f"{name} {after}"
    return f"{name} {value_text(turn.name, before)} → {after}"


def value_before(turn: Turn, frame: TrainingFrame) -> object | None:
    """The setting that a turn ended: that of the turn before it on its way, else the one of the start."""
    if turn.name == _LAYER_RATE:
        return None
    way = way_to(turn.course, frame)
    earlier = [
        one for one in frame.turns[: _place(turn, frame.turns)]
        if one.name == turn.name and one.course in way and one.step <= min(turn.step, way[one.course])
    ]  # fmt: skip
    if earlier:
        return earlier[-1].value
    return _at_start(turn.name, frame)


def way_to(line: int, frame: TrainingFrame) -> dict[int, int]:
    """The lines a line has come by, itself included, each with the last step that is common to both."""
    known = {one.id: one for one in frame.courses}
    way, until = {line: 2**62}, 2**62
    while line in known and (branch := known[line].branch) is not None and branch.parent not in way:
        until = min(until, known[line].born)
        line = branch.parent
        way[line] = until
    return way


def shown_turns(frame: TrainingFrame) -> list[Turn]:
    """The turns of the lines that there are; of one drag of a knob the last."""
    here = {one.id for one in frame.courses}
    reach = _SAME_HAND * max(1, *(one.last for one in frame.courses))
    shown: list[Turn] = []
    for turn in sorted((one for one in frame.turns if one.course in here), key=_when):
        same = [
            i for i, one in enumerate(shown)
            if (one.course, one.name) == (turn.course, turn.name) and turn.step - one.step <= reach
        ]  # fmt: skip
        for i in same:
            if not shown[i].branch:
                shown[i] = turn
                break
        else:
            shown.append(turn)
    return shown


def _when(turn: Turn) -> int:
    return turn.step


def _place(turn: Turn, turns: Sequence[Turn]) -> int:
    return next((i for i, one in enumerate(turns) if one is turn), len(turns))


def _at_start(name: str, frame: TrainingFrame) -> object | None:
    """A knob that one of the lines has never turned is there as it was at the start."""
    for course in frame.courses:
        if not _has_turned(course, name, frame) and isinstance(course.knobs, Knobs):
            value: object = getattr(course.knobs, name, None)
            return value
    return None


def _has_turned(course: CourseFrame, name: str, frame: TrainingFrame) -> bool:
    way = way_to(course.id, frame)
    return any(one.name == name and one.course in way and one.step <= way[one.course] for one in frame.turns)


def marks(frame: TrainingFrame) -> list[Mark]:
    """A mark for each thing done; one drag of a knob is one."""
    return [
        Mark(turn.step, turn_text(turn, frame), "branch" if turn.branch else "change")
        for turn in shown_turns(frame)
    ]
