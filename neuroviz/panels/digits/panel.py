"""DigitsPanel: the pad, what the net gets, every layer, the answer, and the pen's path as time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing
from neuroviz.data.prepare import Recipe
from neuroviz.nn import Net
from neuroviz.panels.digits import showcase, words
from neuroviz.panels.digits.config import DigitsConfig, knob_texts
from neuroviz.panels.digits.error_search import ErrorSearch
from neuroviz.panels.digits.layout import DigitsView
from neuroviz.panels.digits.meter_fit import MeterFit
from neuroviz.panels.digits.recipes import recipe_from
from neuroviz.panels.digits.test_images import TestImages
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.digits import DigitsFrame, DigitsSim
from neuroviz.sims.novelty import THRESHOLD_AT
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.focus import key_within
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser, choose_net, current_name, current_net
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.picture_file import is_picture
from neuroviz.ui.room import Context, Preset

_PEN_SPEED = 60.0  # pen positions a second: about as fast as a hand writes


class DigitsPanel(PathPanel):
    """Its run answers whatever lies on the pad.

    Two more prepare in the background: one finds the test images the net gets wrong, one fits the meter of
    what is no digit.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context, _PEN_SPEED)
        self._errors = ErrorSearch()
        self._fit = MeterFit()
        self._told_picture: np.ndarray | None = None
        self._writing = False
        self.chooser = NetChooser(context.workspace)
        self.tests = TestImages()
        self.knobs = KnobForm(restored(DigitsConfig(), context.memory.get("knobs")), knob_texts)
        self.view = DigitsView(context.workspace)
        self.place(self.view, (self.chooser, self.knobs, self.tests))
        self.room.set_least(78, scrolled=94)
        self.view.stages.set_recipe(recipe_from(context.memory.get("recipe")))
        choose_net(context.workspace, context.memory.get("net"))
        self._wire()
        self.setAcceptDrops(True)
        self._show_number()
        for name, value in vars(self.knobs.config()).items():
            self.on_knob(name, value)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return words.title()

    def make_run(self) -> Run:
        """A run that answers: it rests until something on the pad changes."""
        content = self.view.pad.content()
        self._told_picture = content.picture
        sim = DigitsSim(self._net(), content.drawing, content.picture, self.view.stages.recipe())
        if self._fit.meter is not None:
            sim.apply(Change("meter", self._fit.meter))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show one answer."""
        assert isinstance(frame, DigitsFrame)
        self.view.show_frame(frame)
        self.room.transport.set_range(frame.n_points)
        self.room.transport.set_position(frame.step)

    def sentence(self) -> str:
        """What the net makes of the pad."""
        content = self.view.pad.content()
        frame = self.last if isinstance(self.last, DigitsFrame) else None
        test, measuring = content.number is not None, self._fit.possible and not self._fit.halted
        return words.sentence(frame, content.label, test=test, measuring=measuring)

    def presets(self) -> tuple[Preset, ...]:
        """Drawings that show something, and one image the net fails on."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the room."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The input, every activation, the probabilities, and those along the pen's path."""
        frame = self.last
        if not isinstance(frame, DigitsFrame) or frame.answer is None:
            return {}
        layers = {f"layer_{i}": a[0] for i, a in enumerate(frame.answer.trace.activations)}
        answer = frame.answer
        named = {"grey": answer.grey, "probabilities": answer.probabilities, "path": frame.path, **layers}
        if answer.novelty is not None:
            named["farther_than"] = np.array(answer.novelty.farther)
        return named

    def show_end(self) -> None:
        """The drawing as it is when it has been written."""
        self.seek(self.length())

    def on_knob(self, name: str, value: object) -> None:
        """Both knobs concern the screen alone."""
        if name == "brush":
            self.view.pad.set_brush_width(float(str(value)) / 100)
        elif name == "edges":
            self.view.net.set_links(int(str(value)))

    def pose(self) -> None:
        """A 3 with a bent top, written to its end."""
        self.view.pad.set_drawing(strokes.digit(3))

    def posed(self) -> bool:
        """The whole path is answered, all test images are judged, and the meter shows something."""
        frame, found = self.last, self._errors.frame
        if not isinstance(frame, DigitsFrame) or found is None or frame.answer is None:
            return False
        if frame.answer.novelty is None and self._fit.possible:
            return False
        return found.complete and 0 < frame.n_points == len(frame.path)

    # -- time is the pen's path --------------------------------------------------------------------

    def length(self) -> int:
        """Pen positions in all."""
        return self.view.pad.drawing().n_points

    def at(self) -> int:
        """Pen positions shown."""
        shown = self.view.pad.shown()
        return self.length() if shown is None else shown

    def go_to(self, place: int) -> None:
        """To the moment when so many pen positions had been drawn."""
        place = min(max(place, 0), self.length())
        self.view.pad.set_shown(place)
        if not self.moving:  # otherwise it moves with the answer, as the sentence does
            self.room.transport.set_position(place)
        self.tell(Change("shown", place))

    @property
    def moving(self) -> bool:
        """A hand on the pad holds the pen that moves by itself."""
        return self._playing and not self.view.pad.busy

    def tick(self) -> None:
        """Move the pen on while playing, and collect what the runs have found."""
        super().tick()
        found = self._errors.collect()
        if found is not None:
            self.tests.set_frame(found)
        elif self._errors.failed:
            self.tests.set_unreadable()
        if self._fit.collect():
            self._show_meter()

    # -- the life of the room ----------------------------------------------------------------------

    def enter(self) -> None:
        """Answer again, and go on looking for errors."""
        super().enter()
        if self._errors.net is not self._net():
            self._search_errors()
        self._errors.resume()
        self._fit_meter()
        self._fit.resume()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        self._errors.pause()
        self._fit.pause()

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        self._errors.end()
        self._fit.end()

    def memory(self) -> dict[str, Any]:
        """The knobs, the steps of the preparation that are taken, and the net by name."""
        return {
            "knobs": vars(self.knobs.config()),
            "net": current_name(self.context.workspace),
            "recipe": vars(self.view.stages.recipe()),
        }

    def state(self) -> Recipe:
        """The steps of the preparation that are taken."""
        return self.view.stages.recipe()

    def restore(self, state: Recipe) -> None:
        """Take these steps again."""
        self.take_steps(state)

    # -- pictures belong elsewhere -----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures may be dropped, so as to be told where they are read."""
        if is_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where."""
        event.acceptProposedAction()
        self.notice.emit(self.tr("Pictures are read on the page Photo: open it, and drop the picture there."))

    # -- what the showcase uses --------------------------------------------------------------------

    def write(self, drawing: Drawing) -> None:
        """Put a drawing on the pad and let the pen write it."""
        self.view.pad.set_drawing(drawing)
        self.rewind()

    def take_steps(self, recipe: Recipe) -> None:
        """Take these steps of the preparation, and show their switches so."""
        self.view.stages.set_recipe(recipe)
        self.tell(Change("recipe", recipe))

    def show_test_image(self, index: int) -> None:
        """Lay a test image on the pad; nothing happens before they are loaded."""
        digits = self._errors.digits
        if digits is not None:
            self.view.pad.set_picture(digits.images[index], int(digits.labels[index]), index)

    def show_wrong(self) -> None:
        """The next test image the net gets wrong."""
        self.tests.pick_wrong()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        pad = self.view.pad
        pad.changed.connect(self._on_pad)
        # The pad knows this key itself; here it also works when something beside it has the focus.
        key_within(self, Qt.Key.Key_Delete, pad.clear)
        self.view.mind.sought.connect(self.seek)
        self.view.stages.recipe_changed.connect(self.take_steps)
        self.view.stages.recipe_changed.connect(self.acts.note)
        self.knobs.changed.connect(self.on_knob)
        self.tests.picked.connect(self.show_test_image)
        self.tests.stop_asked.connect(self._stop_search)
        self.tests.start_asked.connect(self._go_on_searching)
        self.view.fitting.stop_asked.connect(self._stop_fit)
        self.view.fitting.start_asked.connect(self._go_on_fitting)
        self.chooser.chosen.connect(self._on_net)

    def _on_pad(self) -> None:
        content, writing = self.view.pad.content(), self.view.pad.busy
        if self._playing:
            self.rest()
        if writing != self._writing:
            self._writing = writing
            self.tell(Change("writing", writing))
        if content.picture is not self._told_picture:
            self._told_picture = content.picture
            self.tell(Change("picture", content.picture))
        self.tell(Change("drawing", content.drawing))
        self._show_number()

    def _show_number(self) -> None:
        """A test image on the pad has its number here, whoever laid it there or brought it back."""
        self.tests.show_number(self.view.pad.content().number)

    def _net(self) -> Net:
        return current_net(self.context.workspace)

    def _on_net(self, _name: str) -> None:
        self.tell(Change("net", self._net()))
        if self.isVisible():
            self._search_errors()
            self._fit_meter()

    def _search_errors(self) -> None:
        """Judge the test images with the current net."""
        self._errors.begin(self._net())
        self.tests.set_stopped(False)

    def _stop_search(self) -> None:
        self._errors.halt()
        self.tests.set_stopped(True)

    def _go_on_searching(self) -> None:
        self._errors.go_on()
        self.tests.set_stopped(False)

    def _stop_fit(self) -> None:
        self._fit.halt()
        self._show_meter()

    def _go_on_fitting(self) -> None:
        self._fit.go_on()
        self._show_meter()

    def _fit_meter(self) -> None:
        """Fit the meter to the current net, unless that has been done."""
        self._fit.begin(self._net())
        self._show_meter()

    def _show_meter(self) -> None:
        """Show what there is of the meter, and let the answers carry its readings."""
        fit = self._fit
        self.refresh_sentence()
        if fit.meter is not None:
            self.view.show_scale(fit.meter.profile(), THRESHOLD_AT)
            self.tell(Change("meter", fit.meter))
        elif fit.possible:
            self.view.show_fitting(fit.progress, stopped=fit.halted)
        else:
            self.view.show_no_scale()
