"""FormulaPanel: the function a net is, written out, filled in, turned by hand, mapped and counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from neuroviz.data.plane import task_of
from neuroviz.nn import Net
from neuroviz.panels.layers.formula import pages, showcase, told, words
from neuroviz.panels.layers.formula.config import FormulaConfig, knob_texts
from neuroviz.panels.layers.formula.controls import FormulaControls
from neuroviz.panels.layers.formula.names import Names
from neuroviz.panels.layers.formula.setting import Setting, remembered
from neuroviz.panels.layers.formula.showcase import Scene
from neuroviz.panels.layers.formula.view import FormulaBoard
from neuroviz.panels.layers.page import LayerPage
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.expression import Place, Ref
from neuroviz.sims.formula import FormulaFrame, FormulaSim, can_be_mapped
from neuroviz.sims.subject import Subject
from neuroviz.sims.weight_edits import WeightEdits, edited, exists, value_of, with_edit
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import choose_net
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, Preset

_SPEED, _SPEAK_MS = 1.0, 400  # steps a second, to talk over; so long after the last change it is read


class FormulaPanel(LayerPage, PathPanel):
    """Its run evaluates and maps; time puts the input in, one value after the other."""

    def __init__(self, context: Context) -> None:
        choose_net(context.workspace, context.memory.get("net"))
        self._edited: tuple[Net, WeightEdits, Net] | None = None
        self._base: Net | None = None
        self._setting = remembered(context.memory)
        self._step = 0
        self._told_chosen: Place | None = None
        self._sheet: pages.Sheet | None = None
        self._alone, self._held = False, ""
        super().__init__(context, speed=_SPEED)
        self.view, self.controls = FormulaBoard(), FormulaControls()
        self.knobs = KnobForm(restored(FormulaConfig(), context.memory.get("knobs")), knob_texts)
        self._speaking = QTimer(self, singleShot=True, interval=_SPEAK_MS)
        self._speaking.timeout.connect(self._speak)
        self.place_page(self.view, (self.controls, self.knobs))
        self.room.set_least(72)
        self._wire()
        self._learn_net()
        self._show_setting()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def subject(self) -> Subject:
        """The net as it is turned, and what lies before it."""
        found = super().subject()
        if found.net is not self._base:
            self._learn_net()
        net = self._turned(found.net)
        return found if net is found.net else Subject(net, found.given)

    def make_run(self) -> Run:
        """A run that evaluates: it rests when the maps are fine."""
        sim = FormulaSim(self.subject())
        self._told_chosen = self._chosen()
        sim.apply(Change("chosen", self._told_chosen))
        sim.apply(Change("lead", self.knobs.config().lead))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show one moment."""
        assert isinstance(frame, FormulaFrame)
        self._show_formula(frame)
        self.view.counts.table.show_count(frame.counts)
        self.controls.setVisible(frame.program is not None)
        if can_be_mapped(frame.subject.net):
            self._show_maps(frame)
        self._show_held()

    def sentence(self) -> str:
        """How long the formula is, and what it gives here."""
        frame = self.last if isinstance(self.last, FormulaFrame) else None
        name, edits = self.net_name(), len(self._setting.edits)
        if self._sheet is None or frame is None:
            return words.sentence(frame, words.Told(name))
        sheet = self._sheet
        return words.sentence(frame, words.Told(
            name, sheet.step, self.length(), sheet.fresh, sheet.at, sheet.numbers, edits))  # fmt: skip

    def presets(self) -> tuple[Preset, ...]:
        """Formulas to read, one gone wrong, some too long."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The numbers of the formula under the names of its copy as Python, the values here, the maps."""
        return pages.data_of(self.last) if isinstance(self.last, FormulaFrame) else {}

    def pose(self) -> None:
        """The circle, its formula, its maps."""
        self.show_scene(showcase.CIRCLE)

    def posed(self) -> bool:
        """All is computed for what is set."""
        frame = self.last
        if not isinstance(frame, FormulaFrame) or not frame.complete or not super().posed():
            return False
        if self.view.formula.page.waiting:
            return False
        return frame.subject.net is self._turned(self.net())

    def memory(self) -> dict[str, Any]:
        """The net, how it is written, what is below, the knobs."""
        return {
            **super().memory(), "form": self._setting.form, "below": self._setting.below,
            "knobs": vars(self.knobs.config()),
        }  # fmt: skip

    def own_state(self) -> Setting:
        """Form, choice, turned numbers."""
        return self._setting

    def restore_own(self, state: Setting) -> None:
        """As before."""
        self.rest()
        self._set(state)

    def show_end(self) -> None:
        """Everything put in."""
        if self._play_soon:
            self._play_soon, self._end_soon = False, True
        elif self._step:
            self.seek(self.length())

    # -- time puts the input in ----------------------------------------------------------------------

    def length(self) -> int:
        """A step for the input, one for each sum and each function."""
        return 0 if self._sheet is None else len(self._sheet.steps)

    def at(self) -> int:
        """How much is put in."""
        return min(self._step, self.length())

    def go_to(self, place: int) -> None:
        """Put so much in."""
        self._step = min(max(place, 0), self.length())
        if isinstance(self.last, FormulaFrame):
            self._show_formula(self.last)
        self.room.transport.set_position(self.at())
        self.refresh_sentence()

    def tick(self) -> None:
        """Begin to play as soon as there is a formula."""
        super().tick()
        frame = self.last
        wanted = self._play_soon or self._end_soon
        if not wanted or not isinstance(frame, FormulaFrame) or not self.length():
            return
        if frame.subject.net is self._turned(self.net()):
            play, self._play_soon, self._end_soon = self._play_soon, False, False
            if play:
                self.rewind()
            else:
                self.seek(self.length())

    _play_soon = _end_soon = False

    # -- what the showcase uses --------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Bring its net and write its formula."""
        self.rest()
        self._step = 0
        showcase.lay(self, scene)
        edits: WeightEdits = ()
        for ref, value in scene.turned:
            edits = with_edit(edits, self.net(), ref, value)
        self._set(Setting(scene.form, scene.below, scene.chosen, edits))
        self._play_soon = scene.play

    def set_lead(self, on: bool) -> None:
        """Whether maps of the answer show the lead of each value."""
        self.knobs.set_config(replace(self.knobs.config(), lead=on))
        self.tell(Change("lead", on))

    # -- hooks of the room ---------------------------------------------------------------------------

    def on_net(self) -> None:
        """Another net has another formula; nothing of it is turned, nothing put in."""
        self.rest()
        self._learn_net()
        self._told_chosen = None
        self._tell_chosen()
        self._show_setting()

    def on_knob(self, name: str, value: object) -> None:
        """Answers as a lead, points."""
        if name == "lead":
            self.tell(Change("lead", value))
        self._show_setting()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view, page = self.view, self.view.formula.page
        view.form_asked.connect(lambda form: self._change(form=form))
        view.below_asked.connect(lambda below: self._change(below=below))
        view.copy_asked.connect(self._on_copy)
        view.maps.chosen.connect(self._on_chosen)
        view.large.moved.connect(self._on_moved)
        page.chosen.connect(self._on_chosen)
        page.turned.connect(self._on_turned)
        page.let_go.connect(self.acts.note_soon)
        page.held.connect(lambda _ref: self._show_held())
        self.controls.entered.connect(self._on_entered)
        self.controls.reset.clicked.connect(lambda: self._change(edits=()))
        self.controls.keep.clicked.connect(self._on_keep)
        self.knobs.changed.connect(self.on_knob)

    def _learn_net(self) -> None:
        net = self.net()
        if net is not self._base:
            first, self._base = self._base is None, net
            self._step = 0
            self._setting = replace(self._setting, edits=(), chosen=self._setting.chosen if first else None)
            if not first:
                self.view.formula.page.hold(None)

    def _turned(self, net: Net) -> Net:
        """The net with the numbers that are turned; the same value as long as nothing changes."""
        edits = self._setting.edits
        if self._edited is None or self._edited[0] is not net or self._edited[1] != edits:
            self._edited = net, edits, edited(net, edits)
        return self._edited[2]

    def _chosen(self) -> Place:
        """The value that is looked at: without a choice the first of the answer."""
        net = self.net()
        last = len(net.layers) - 1
        while last > 0 and net.layers[last].kind in ("flatten", "dropout", "linear"):
            last -= 1
        at = self._setting.chosen
        fits = (
            at is not None and 0 <= at[0] < len(net.layers) and 0 <= at[1] < int(np.prod(net.shapes[at[0]]))
        )
        return at if fits and at is not None else (last, 0)

    def _set(self, setting: Setting) -> None:
        """Take a setting, tell the run what is other."""
        before, self._setting = self._setting, setting
        if setting.edits != before.edits:
            self.tell(Change("subject", self.subject()))
        self._tell_chosen()
        self._show_setting()

    def _tell_chosen(self) -> None:
        """The run computes the map of the value that is looked at."""
        if self._chosen() != self._told_chosen:
            self._told_chosen = self._chosen()
            self.tell(Change("chosen", self._told_chosen))

    def _show_setting(self) -> None:
        plane = can_be_mapped(self.net())
        self.view.set_below(self._setting.below, plane=plane)
        self.view.large.set_task(task_of(self.net_name()) if self.knobs.config().points else None)
        self.knobs.setVisible(plane)
        self.controls.set_edits(len(self._setting.edits))
        if plane:
            x, y = self.source.numbers().tolist() if self.source.kind == "plane" else (0.0, 0.0)
            self.view.large.put(x, y)
        if isinstance(self.last, FormulaFrame) and self.last.subject.net.layers == self.net().layers:
            self.draw(self.last)
            self.refresh_sentence()

    def _show_formula(self, frame: FormulaFrame) -> None:
        before = self._sheet
        self._sheet = sheet = pages.sheet_of(frame, self._setting.form, self._chosen(), self._step, before)
        alone = self._setting.below == "nothing"
        if not sheet.like(before) or alone != self._alone:
            self._alone = alone
            if before is None or not sheet.continues(before):
                self.view.formula.to_top()
            if sheet.form != self.view.forms.value():
                self.view.set_form(sheet.form)
            self.view.formula.page.show_page(
                sheet.make, lambda tag: told.tell(tag, frame), pages.scales(sheet, alone=alone)
            )
            (self._speaking.start if pages.is_long(sheet) else self._speak)()
            self.view.refit()
        self.room.transport.set_range(self.length())
        self.room.transport.set_position(self.at())

    def _speak(self) -> None:
        """The formula for those who hear it, a moment after it is written."""
        if self._sheet is not None:
            text = words.read_out(self._held, pages.spoken(self._sheet))
            self.view.formula.page.setAccessibleDescription(text)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self._speak()

    def _show_maps(self, frame: FormulaFrame) -> None:
        names, at = Names(frame.program), self._chosen()
        point = None
        if frame.trace is not None:
            x, y = frame.trace.input.reshape(-1).tolist()
            point = (x, y) if np.isfinite([x, y]).all() else None
        self.view.maps.show_maps(frame.maps, names)
        self.view.maps.choose(at)
        self.view.maps.set_point(point)
        fits = frame.large is not None and frame.large.place == at
        self.view.large.show_map(frame.large if fits else None, names.of(at))
        if point is not None:
            self.view.large.put(*point)

    def _show_held(self) -> None:
        ref, frame = self.view.formula.page.held_ref(), self.last
        net = self._turned(self.net())
        if ref is None or not exists(net, ref) or not isinstance(frame, FormulaFrame):
            self.controls.set_held("", None)
            self._held = ""
            return
        what, value = told.parameter(net, Names(frame.program), ref), value_of(net, ref)
        self.controls.set_held(what, value)
        held, self._held = self._held, f"{what}: {words.number(value)}."
        if held != self._held:
            self._speaking.start()

    # -- acts ----------------------------------------------------------------------------------------

    def _change(self, **parts: Any) -> None:
        self.acts.settle()
        self._set(replace(self._setting, **parts))
        self.acts.note()

    def _on_chosen(self, at: Place) -> None:
        frame = self.last
        program = frame.program if isinstance(frame, FormulaFrame) else None
        if at[0] < 0 or (program is not None and at not in program.defs):
            return
        self.rest()
        self._step = 0
        self.view.formula.page.seek_chosen()
        self._change(chosen=at)

    def _on_moved(self, x: float, y: float) -> None:
        self.put_point(x, y)
        self.acts.note_soon()

    def _on_turned(self, ref: Ref, value: float) -> None:
        if exists(self.net(), ref) and np.isfinite(value):
            rounded = float(np.float32(f"{value:.5g}"))
            self._set(replace(self._setting, edits=with_edit(self._setting.edits, self.net(), ref, rounded)))
            self.acts.note_soon()

    def _on_entered(self, value: float) -> None:
        ref = self.view.formula.page.held_ref()
        if ref is not None:
            self._on_turned(ref, float(value))
            self.acts.note()

    def _on_copy(self, language: str) -> None:
        if self._sheet is not None:
            text = pages.text_of(self._sheet, language, f"{self.stem()}.npz")
            QGuiApplication.clipboard().setText(text)
            self.notice.emit(words.copied(text))

    def _on_keep(self) -> None:
        """The turned net, under a name of its own, is the current one from now on."""
        net, space = self._turned(self.net()), self.context.workspace
        name, kept = free_name(space, self.net_name()), replace(self._setting, edits=())

        def keep() -> None:
            space.put("net", name, net)
            self.choose_net(name)
            self._set(kept)

        self.acts.do(keep)
        self.notice.emit(self.tr("Kept as {name}; it is the net on the table now.").format(name=name))
