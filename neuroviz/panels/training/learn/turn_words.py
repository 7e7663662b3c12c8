"""What was turned, from what to what, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.config import knob_texts
from neuroviz.panels.training.learn.figures import line_name, number
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.timeline import Mark

translate = QCoreApplication.translate

_LAYER_RATE = "layer_rate"
_SAME_HAND = 0.02  # of the run: one drag of a knob is one turn


@dataclass(frozen=True)
class Done:
    """From `step` on a line is trained with `after` in place of `before`, None where nobody knows that.

    branch: there the line begins, with the same value where nothing else was turned; parent: the line it
    came from.
    """

    step: int
    course: int
    name: str
    before: object
    after: object
    branch: bool = False
    parent: int | None = None


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


def turn_text(done: Done) -> str:
    """ "rate 0.05 → 0.5"; of a line that began with nothing turned, that it did."""
    name, after = knob_name(done.name), value_text(done.name, done.after)
    if done.branch and done.before == done.after:
        text = QCoreApplication.translate("TurnWords", "branch of {line}")
        return text.format(line=line_name(done.parent or 0))
    if done.before is None:
        return f"{name} {after}"
    return f"{name} {value_text(done.name, done.before)} → {after}"


def beginning(line: int, frame: TrainingFrame) -> Done | None:
    """How a line branched off; None for one that has always been there."""
    return next((one for one in _lasting(frame) if one.branch and one.course == line), None)


def shown_turns(frame: TrainingFrame) -> list[Done]:
    """What was done to the lines that there are, by step; of one drag of a knob the whole way."""
    reach = _SAME_HAND * _length(frame)
    here = {one.id for one in frame.courses}
    shown: list[Done] = []
    for done in _lasting(frame):
        if done.course not in here:
            continue
        key = _key(done)
        last = next((i for i in reversed(range(len(shown))) if _key(shown[i]) == key), None)
        before = None if last is None else shown[last]
        goes_on = before is not None and not before.branch and done.step - before.step <= reach
        if before is not None and last is not None and goes_on and done.after != before.before:
            del shown[last]
            shown.append(replace(done, before=before.before))
        else:
            shown.append(done)
    return sorted(shown, key=_when)


def key_of(frame: TrainingFrame) -> object:
    """What is another where there are other marks in the same run."""
    return len(frame.turns), frame.turns[-1:], tuple(one.id for one in frame.courses), _length(frame)


def _length(frame: TrainingFrame) -> int:
    """Of the run, roughly: another only when it has doubled."""
    longest = max(2, *(one.last for one in frame.courses))
    return 1 << int(longest - 1).bit_length()


def _lasting(frame: TrainingFrame) -> list[Done]:
    """What a line was trained with: turned back and forth between two steps, a knob was turned once or not
    at all."""
    start: dict[object, object] = {}
    if frame.start is not None:
        start = {(name, None): value for name, value in vars(frame.start).items()}
    now: dict[int, dict[object, object]] = {}
    found: dict[object, Done] = {}
    for turn in frame.turns:
        if turn.branch:
            now[turn.course] = dict(now.get(turn.parent or 0, start))
        mine = now.setdefault(turn.course, dict(start))
        done = Done(turn.step, turn.course, turn.name, None, turn.value, turn.branch, turn.parent)
        key = _key(done)
        done = replace(done, before=mine.get(key[1:]))
        mine[key[1:]] = turn.value
        earlier = found.get((turn.step, *key))
        found[turn.step, *key] = done if earlier is None else replace(earlier, after=turn.value)
    return sorted((one for one in found.values() if one.branch or one.before != one.after), key=_when)


def _key(done: Done) -> tuple[object, ...]:
    """The line and the knob; each layer's factor is one of its own."""
    layer = done.after[0] if done.name == _LAYER_RATE and isinstance(done.after, tuple) else None
    return done.course, done.name, layer


def _when(done: Done) -> int:
    return done.step


def marks(frame: TrainingFrame) -> list[Mark]:
    """A mark for each step at which something was done."""
    steps: dict[int, list[Done]] = {}
    for done in shown_turns(frame):
        steps.setdefault(done.step, []).append(done)
    return [
        Mark(step, "; ".join(map(turn_text, all)), "branch" if any(one.branch for one in all) else "change")
        for step, all in steps.items()
    ]
