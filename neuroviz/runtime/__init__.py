"""The contract between engine, worker and screen. It knows no simulation and no Qt."""

from neuroviz.runtime.background import Background
from neuroviz.runtime.frame import Change, Frame, frozen
from neuroviz.runtime.history import History
from neuroviz.runtime.knob import Knob, check, knob, knobs_of, restored
from neuroviz.runtime.log import Entry, Log
from neuroviz.runtime.mailbox import Mailbox
from neuroviz.runtime.outcome import Outcome, Refusal
from neuroviz.runtime.past import Handed, Past
from neuroviz.runtime.record import record
from neuroviz.runtime.run import Run
from neuroviz.runtime.sim import Gradual, Rewindable, Sim, State

__all__ = [
    "Background",
    "Change",
    "Entry",
    "Frame",
    "Gradual",
    "Handed",
    "History",
    "Knob",
    "Log",
    "Mailbox",
    "Outcome",
    "Past",
    "Refusal",
    "Rewindable",
    "Run",
    "Sim",
    "State",
    "check",
    "frozen",
    "knob",
    "knobs_of",
    "record",
    "restored",
]
