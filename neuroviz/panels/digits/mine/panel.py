"""MinePanel: drawings become a set with a key each; a run reads the set with every net as it grows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from neuroviz.data import mnist
from neuroviz.data.handwriting import OWN, Entry, Handwriting
from neuroviz.data.script_hand import Hand, written_by
from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.mine import presets, words
from neuroviz.panels.digits.mine.config import MineConfig, knob_texts
from neuroviz.panels.digits.mine.file_buttons import FileButtons
from neuroviz.panels.digits.mine.keeper import DigitsKeeper
from neuroviz.panels.digits.mine.reading import HandReading
from neuroviz.panels.digits.mine.view import MineView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.hand import HandFrame, HandSim
from neuroviz.sims.shelf import Done
from neuroviz.ui import problems
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.focus import key_within, plain
from neuroviz.ui.follow import follow
from neuroviz.ui.history import ValueCommand
from neuroviz.ui.image_sheet import Caption
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser, current_name
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset
from neuroviz.workspace import Kind

_TIMES = 4  # each digit of a hand drawn by script
_SEED = 7


class MinePanel(Panel):
    """The own digits are kept in the context's folder, beside the settings."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._hand = self._kept = Handwriting()  # kept: what was in the own file at the start
        self._script: Handwriting | None = None  # shown in place of the own digits, and never kept
        self._published: Handwriting | None = None
        self._appending: set[int] = set()
        self._goal = -1  # the picture that is to be current once it is there
        self._refused = ""  # said last of a file
        self._keeper = DigitsKeeper(context.folder)
        self.chooser = NetChooser(context.workspace)
        self.files, self.reading = FileButtons(), HandReading()
        self.knobs = KnobForm(restored(MineConfig(), context.memory.get("knobs")), knob_texts)
        self.view = MineView(context.workspace)
        self.place(self.view, (self.chooser, self.reading, self.files, self.knobs))
        self.room.set_least(96)
        self.room.set_timeless()
        self.room.presets.set_keyed(False)
        self.view.sheet.set_captions(self._caption)
        for name, value in vars(self.knobs.config()).items():
            self.on_knob(name, value)
        self._wire()
        self.retranslate()
        self._keeper.begin()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A run that reads the shown set with every net of the workspace."""
        return Run(HandSim(self._nets(), self._shown(), mnist.load_test), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show how each digit was read."""
        assert isinstance(frame, HandFrame)
        self._say_reading(frame)
        self.view.scores.show_frame(frame, self._net_name())
        self.view.sheet.show_images(frame.images)
        if 0 <= self._goal < len(frame.images):
            self.view.sheet.set_current(self._goal)
            self._goal = -1
            self._on_current(self.view.sheet.current())
        self._publish(frame)

    def sentence(self) -> str:
        """How many of them each net reads."""
        frame = self.last if isinstance(self.last, HandFrame) else None
        if self._awaited(frame):
            return words.awaited()
        return words.sentence(frame, script=frame is not None and frame.hand is self._script)

    def presets(self) -> tuple[Preset, ...]:
        """The own digits, and hands drawn by script."""
        return presets.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        presets.TRIES[action](self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys that label and delete."""
        return (
            ("0 … 9", self.tr("label the drawing, or the chosen picture")),
            (self.tr("Del"), self.tr("delete the chosen picture")),
            ("+  −", self.tr("size of the pictures")),
        )

    def data(self) -> Mapping[str, np.ndarray]:
        """The pictures, their labels, and every net's answers."""
        frame = self.last
        if not isinstance(frame, HandFrame):
            return {}
        answers = {f"answers {one.name}": one.answers for one in frame.readings}
        return {"images": frame.images, "labels": frame.labels, **answers}

    def on_knob(self, name: str, value: object) -> None:
        """Both knobs concern the screen alone."""
        if name == "brush":
            self.view.pad.set_brush_width(float(str(value)) / 100)
        elif name == "size":
            self.view.sheet.set_side(int(str(value)))

    def pose(self) -> None:
        """A hand drawn by script that nets stumble over."""
        presets.show_leaning(self)
        self.restart()

    def posed(self) -> bool:
        """Every net has read all of it, and every test image."""
        frame = self.last
        return isinstance(frame, HandFrame) and frame.complete and frame.hand is self._shown()

    def memory(self) -> dict[str, Any]:
        """The knobs; the digits have a file of their own."""
        return {"knobs": vars(self.knobs.config())}

    def state(self) -> Handwriting | None:
        """The hand by script that is shown in place of the own digits; their acts are steps of their own."""
        return self._script

    def restore(self, state: Handwriting | None) -> None:
        """Show that hand, or the own digits."""
        self._script = state
        self._show_set()

    def retranslate(self) -> None:
        """The prompt and the heading too."""
        super().retranslate()
        self._show_set()

    # -- the life of a room ------------------------------------------------------------------------

    def enter(self) -> None:
        """Read with the nets that there are now."""
        super().enter()
        self.tell(Change("nets", self._nets()))

    def tick(self) -> None:
        """Collect what was read from files."""
        super().tick()
        for kind, done in self._keeper.collect():
            self._on_done(kind, done)

    def shut(self) -> None:
        """End both workers; what is not yet kept is kept now."""
        super().shut()
        self._keeper.end(self._hand)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0–9 label: the chosen picture if the sheet has the focus, else the drawing."""
        label = event.key() - Qt.Key.Key_0
        if plain(event) and 0 <= label <= 9:
            self._take_label(label)
        else:
            super().keyPressEvent(event)

    def play(self, on: bool) -> None:
        """Let the nets go on reading, or stop them at once; what they have read stays."""
        super().play(on)
        if self.run is not None and not self.isVisible():
            self.run.pause()
            self._goes_on = on
        self._say_reading(self.last if isinstance(self.last, HandFrame) else None)

    # -- the set -----------------------------------------------------------------------------------

    def hand(self) -> Handwriting:
        """The visitor's own digits."""
        return self._hand

    def add_drawing(self, label: int) -> None:
        """Keep what lies on the pad as this digit, and clear the pad for the next."""
        sheet = self.view.pad.content()
        if sheet.empty:
            self.notice.emit(self.tr("There is nothing to label: the pad is empty. Draw a digit first."))
            return
        if sheet.label is not None and sheet.drawing.empty:
            self.notice.emit(self.tr("That is a test image, not your hand. Clear the pad and draw."))
            return
        try:
            entry = Entry(sheet, label)
        except ValueError:
            self.notice.emit(self.tr("That is too much ink for one digit. Clear the pad and draw again."))
            return
        self.history.beginMacro("")  # one act: to take it back brings the drawing back too
        self._do(self._hand.plus(entry))
        self.view.pad.clear()
        self.history.endMacro()
        self.view.pad.setFocus()

    def relabel(self, place: int, label: int) -> None:
        """Say that one of the own digits is another."""
        if self._script is None and self._hand.entries[place].label != label:
            self._do(self._hand.relabelled(place, label))

    def delete_current(self) -> None:
        """Take the chosen digit out of the own set; can be undone."""
        place = self.view.sheet.current()
        if self._script is None and 0 <= place < len(self._hand):
            self._do(self._hand.without([place]))

    def new_set(self) -> None:
        """Begin with an empty set; can be undone."""
        if len(self._hand) or self._script is not None:
            self._do(Handwriting())

    def show_own(self) -> None:
        """The visitor's own digits again."""
        self._script = None
        self._show_set()
        self.play(True)

    def show_script(self, hand: Hand) -> None:
        """A hand drawn by script in their place; it is not kept."""
        self._script = written_by(hand, _TIMES, np.random.default_rng(_SEED))
        self._show_set()
        self.play(True)

    def open_file(self, name: str) -> None:
        """Read a file of digits, to be shown in place of the own ones."""
        self._keeper.open(Path(name))

    def append_file(self, name: str) -> None:
        """Read a file of digits, to be added."""
        self._appending.add(self._keeper.open(Path(name)))

    def save_file(self, name: str) -> None:
        """Write the own digits into a file."""
        self._keeper.save(Path(name), self._hand)

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view = self.view
        self.knobs.changed.connect(self.on_knob)
        self.chooser.chosen.connect(self._on_net)
        follow(self.context.workspace, self, self._on_workspace)
        self.files.save_asked.connect(self.save_file)
        self.files.open_asked.connect(self.open_file)
        self.files.append_asked.connect(self.append_file)
        self.files.new_asked.connect(self.new_set)
        self.reading.stop_asked.connect(self._stop_reading)
        self.reading.start_asked.connect(self._go_on_reading)
        view.keys.chosen.connect(self.add_drawing)
        view.sheet.side_changed.connect(self._on_side)
        view.sheet.current_changed.connect(self._on_current)
        view.sheet_tools.delete.clicked.connect(self.delete_current)
        key_within(view.sheet, QKeySequence.StandardKey.Delete, self.delete_current)

    def _stop_reading(self) -> None:
        self.play(False)

    def _go_on_reading(self) -> None:
        self.play(True)

    def _say_reading(self, frame: HandFrame | None) -> None:
        self.reading.show_frame(None if self._awaited(frame) else frame, paused=not self._playing)

    def _awaited(self, frame: HandFrame | None) -> bool:
        """Whether digits are on their way from the disc: until they are seen, none must not be counted."""
        if self._script is not None or self._keeper.awaited:
            return self._script is None
        empty = frame is not None and not len(frame.hand)
        return empty and len(self._hand) >= len(self._kept) > 0

    def _shown(self) -> Handwriting:
        return self._hand if self._script is None else self._script

    def _do(self, after: Handwriting) -> None:
        loaded = self._keeper.loaded
        before = self._hand, self._script, loaded
        self.history.push(ValueCommand(before, (after, None, loaded), self._set, words.digits_name))

    def _set(self, shown: tuple[Handwriting, Handwriting | None, bool]) -> None:
        hand, script, loaded = shown
        if self._keeper.loaded and not loaded:  # a step from before the own file was there
            hand = self._kept.plus(*hand.entries)
        grown = len(hand) > len(self._hand)
        self._hand, self._script = hand, script
        self._keeper.keep(hand)
        self._show_set()
        self.play(True)
        self._goal = len(hand) - 1 if grown else -1

    def _show_set(self) -> None:
        shown, own = self._shown(), self._script is None
        self.tell(Change("hand", shown))
        view = self.view
        view.keys.show_counts(None if self._keeper.awaited else self._hand.counts, self._hand.rarest)
        view.pad.set_hint(words.prompt(self._hand.rarest))
        awaited = own and self._keeper.awaited
        view.sheet_tools.heading.setText(words.heading(None if awaited else len(shown), script=not own))
        draw = self.tr("Draw a digit on the pad, then press the key of what it is.")
        view.sheet.set_empty(words.awaited() if awaited else draw)
        self.files.save.setEnabled(own and len(self._hand) > 0)
        self._on_current(view.sheet.current())

    def _take_label(self, label: int) -> None:
        """What a digit key means here, and nothing else: presets are reached by a click or Tab."""
        place = self.view.sheet.current()
        if self.view.sheet.hasFocus() and self._script is None and 0 <= place < len(self._hand):
            self.relabel(place, label)
        else:
            self.add_drawing(label)

    def _on_done(self, kind: str, done: Done) -> None:
        if kind == "open" and self._keeper.is_own(done):
            self._on_kept(done)
        elif done.problem is not None:
            self._refused = problems.sentence(done.problem, done.errand.path.name)
            self.notice.emit(self._refused)
        elif kind == "save":
            self.notice.emit(self.tr("Saved {file}.").format(file=str(done.errand.path)))
        elif kind == "open" and done.hand is not None:
            self.notice_over.emit(self._refused)
            appended = done.errand.number in self._appending
            self._do(self._hand.plus(*done.hand.entries) if appended else done.hand)

    def _on_kept(self, done: Done) -> None:
        """What was kept last time is here; what was drawn meanwhile comes after it."""
        if not self._keeper.take_over(done) and done.problem is not None:
            self.notice.emit(problems.sentence(done.problem, done.errand.path.name))
        self._kept, meanwhile = done.hand or Handwriting(), self._hand
        self._hand = self._kept.plus(*meanwhile.entries)
        if len(meanwhile):
            self._keeper.keep(self._hand)
        self._show_set()
        self._say_reading(self.last if isinstance(self.last, HandFrame) else None)
        self.refresh_sentence()

    def _publish(self, frame: HandFrame) -> None:
        """The own digits are a data set of the workspace as soon as all of them are prepared."""
        mine = frame.hand is self._hand and frame.read and frame.hand is not self._published
        if mine and (len(self._hand) or OWN in self.context.workspace.names("digits")):
            self._published = self._hand
            self.context.workspace.put("digits", OWN, self._hand.digits(OWN))

    def _caption(self, row: int) -> Caption:
        frame = self.last
        if not isinstance(frame, HandFrame) or not 0 <= row < len(frame.hand):
            return Caption()
        return words.caption(frame, row, self._net_name())

    def _on_current(self, row: int) -> None:
        self.view.sheet_tools.delete.setEnabled(row >= 0 and self._script is None)

    def _on_side(self, side: int) -> None:
        self.knobs.set_config(MineConfig(self.knobs.config().brush, side))
        self.acts.note_soon()

    def _on_net(self, _name: str) -> None:
        if isinstance(self.last, HandFrame):
            self.draw(self.last)

    def _on_workspace(self, kind: Kind, _name: str) -> None:
        if kind == "net":
            self.tell(Change("nets", self._nets()))

    def _nets(self) -> dict[str, Net]:
        space = self.context.workspace
        nets = {name: space.get("net", name) for name in space.names("net")}
        fit = {name: net for name, net in nets.items() if net.shapes[-1] == (10,)}
        return {name: net for name, net in fit.items() if int(np.prod(net.input_shape)) == 784}

    def _net_name(self) -> str:
        return current_name(self.context.workspace) or ""
