"""PhotoPanel: a photo of handwriting from outside, taken apart before one's eyes, and every digit judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence

from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.data.prepare import Recipe
from neuroviz.data.sheet import Sheet
from neuroviz.io.problem import Problem
from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.photo import kept_photo, showcase, words
from neuroviz.panels.digits.photo.bring_in import BringIn
from neuroviz.panels.digits.photo.config import SWITCHES, PhotoConfig, combined, knob_texts, switched
from neuroviz.panels.digits.photo.kept_photo import Kept
from neuroviz.panels.digits.photo.layout import LAST, PhotoView
from neuroviz.panels.digits.recipes import recipe_from
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.photo import PhotoFrame, PhotoSim, Source
from neuroviz.ui import problems
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.focus import key_within
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser, choose_net, current_name, current_net
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.picture_file import from_mime, is_picture
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.shared_pad import NAME

_SPEED = 1.5  # stages a second


class PhotoPanel(PathPanel):
    """Its run reads one photo at a time; its time is the way from the photo to the digits, stage by stage."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _SPEED)
        memory = context.memory
        self._source = self._wanted = kept_photo.remembered(memory.get("photo"), context.folder) or _sample()
        self._n_asked = 1
        self._told: Problem | None = None
        self._said = ""  # of it
        self._by_hand: Source | None = None  # brought in by the visitor, and not yet known to be a picture
        self.bring_in = BringIn()
        self.chooser = NetChooser(context.workspace)
        self.knobs = KnobForm(restored(PhotoConfig(), memory.get("knobs")), knob_texts)
        self.view = PhotoView()
        self.view.strip.set_recipe(switched(memory.get("steps")))
        self.view.detail.stages.set_recipe(recipe_from(memory.get("recipe")))
        self.place(self.view, (self.bring_in, self.chooser, self.knobs))
        self.room.set_least(100, scrolled=136)
        choose_net(context.workspace, memory.get("net"))
        self._wire()
        self.setAcceptDrops(True)
        transport = self.room.transport
        transport.set_range(LAST)
        transport.set_position(LAST)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A run that reads the photo, and rests until something changes."""
        self._n_asked = 1
        return Run(PhotoSim(self._net(), self._source, self.recipe()), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show how far the reading has come; what was whole stays until the next is."""
        assert isinstance(frame, PhotoFrame)
        self._say_problem(frame)
        if self._by_hand is not None and frame.source is self._by_hand:
            self._by_hand = None
            self.notice_over.emit(self._said)
            self.acts.note()
        if frame.source is not None:
            self._source = frame.source if frame.complete else self._source
        if frame.complete or frame.reading is None or not self._whole:
            self.view.show_frame(frame)
            self._whole = frame.complete

    def sentence(self) -> str:
        """What was found."""
        return words.sentence(self.last if isinstance(self.last, PhotoFrame) else None)

    def presets(self) -> tuple[Preset, ...]:
        """Sheets made by script."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.SHOWS[action](self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """How photos come in."""
        return (
            ("Ctrl+V", self.tr("read the picture on the clipboard")),
            ("Ctrl+O", self.tr("open a photo")),
        )

    def data(self) -> Mapping[str, np.ndarray]:
        """The photo as it was worked with, and for each digit its place, what the net got, its answers."""
        frame = self.last
        if not isinstance(frame, PhotoFrame) or frame.reading is None or not frame.complete:
            return {}
        digits = frame.reading.digits
        return {
            "photo": frame.reading.grey,
            "corners": np.array([one.corners for one in digits], np.float32).reshape(-1, 4, 2),
            "grey": np.array([one.prepared.grey for one in digits], np.uint8).reshape(-1, 28, 28),
            "probabilities": frame.answers,
        }

    def on_knob(self, name: str, value: object) -> None:
        """Every knob is part of the recipe."""
        del name, value
        self._tell_recipe()

    def pose(self) -> None:
        """The sheet on which every step is needed."""
        self.view.go_to(LAST)
        showcase.SHOWS["squared"](self)

    def posed(self) -> bool:
        """It has been read."""
        frame = self.last
        return isinstance(frame, PhotoFrame) and frame.complete and frame.n_asked == self._n_asked

    # -- photos come in ----------------------------------------------------------------------------

    def bring(self, source: Source) -> None:
        """Read this photo; what is seen stays until it has been loaded."""
        self._n_asked += 1
        self._whole = False
        self._wanted, self._by_hand = source, None
        if self.run is None:
            self._source = source
        self.tell(Change("photo", source))

    def open_file(self, name: str) -> None:
        """Read the photo in a file."""
        self._bring_by_hand(kept_photo.from_file(Path(name)))

    def _bring_by_hand(self, source: Source) -> None:
        """It is an act once it has turned out to be a picture; what is refused leaves no trace."""
        self.acts.settle()
        self.bring(source)
        self._by_hand = source

    def paste(self) -> None:
        """Read the picture on the clipboard."""
        clipboard = QGuiApplication.clipboard().mimeData()
        self._take(clipboard, self.tr("The clipboard"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures and files are welcome."""
        if is_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._take(event.mimeData(), self.tr("What was dropped"))
        event.acceptProposedAction()

    def _take(self, mime: QMimeData | None, name: str) -> None:
        if mime is None:  # some desktops have no clipboard at times
            self.notice.emit(problems.sentence(Problem("picture-none"), name))
            return
        for url in mime.urls():
            if url.isLocalFile():
                self.open_file(url.toLocalFile())
                return
        try:
            load = from_mime(mime)
        except Problem as problem:
            self.notice.emit(problems.sentence(problem, name))
        else:
            self._bring_by_hand(kept_photo.pasted(name, load, self.context.folder))

    def take_to_pad(self) -> None:
        """Lay the chosen digit on the pad that all pages share, and show the page with every layer."""
        grey = self.view.chosen_grey()
        if grey is not None:
            self.context.workspace.put("input", NAME, Sheet(picture=grey))
            self.page_asked.emit("digits")

    # -- the recipe --------------------------------------------------------------------------------

    def recipe(self) -> PhotoRecipe:
        """Switches, knobs and preparation together."""
        whole = combined(self.view.strip.recipe(), self.knobs.config())
        return replace(whole, prepare=self.view.detail.stages.recipe())

    def take_steps(self, recipe: PhotoRecipe) -> None:
        """Set all switches and knobs as this recipe has them."""
        self.view.strip.set_recipe(recipe)
        self.view.detail.stages.set_recipe(recipe.prepare)
        self.knobs.set_config(PhotoConfig(join=recipe.join, split=recipe.split, pen=recipe.pen))
        self._tell_recipe()

    def _tell_recipe(self, _changed: PhotoRecipe | Recipe | None = None) -> None:
        self.tell(Change("recipe", self.recipe()))

    # -- time is the way through the stages --------------------------------------------------------

    def length(self) -> int:
        """The last stage: the digits."""
        return LAST

    def at(self) -> int:
        """The stage that is seen large."""
        return self.view.position

    def go_to(self, place: int) -> None:
        """Show this stage large."""
        if place != self.view.position:
            self.view.go_to(place)
        self.room.transport.set_position(self.view.position)

    def restart(self) -> None:
        """Read anew."""
        self._whole = False
        super().restart()

    def memory(self) -> dict[str, Any]:
        """The switches, the knobs, the net by name, and which photo was brought in."""
        steps = self.view.strip.recipe()
        return {
            "knobs": vars(self.knobs.config()),
            "steps": {name: getattr(steps, name) for name in SWITCHES},
            "recipe": vars(self.view.detail.stages.recipe()),
            "net": current_name(self.context.workspace),
            **self._remembered_photo(),
        }

    def state(self) -> tuple[Source, PhotoRecipe, Recipe]:
        """The photo that is wanted, and the switches."""
        return self._wanted, self.view.strip.recipe(), self.view.detail.stages.recipe()

    def restore(self, state: tuple[Source, PhotoRecipe, Recipe]) -> None:
        """That photo, read with these steps."""
        source, steps, recipe = state
        self.view.strip.set_recipe(steps)
        self.view.detail.stages.set_recipe(recipe)
        self._tell_recipe()
        if source is not self._wanted:
            self.bring(source)

    # -- inside ------------------------------------------------------------------------------------

    _whole = False  # whether what is seen is a complete reading

    def _wire(self) -> None:
        key_within(self, QKeySequence.StandardKey.Open, self.bring_in.ask)
        key_within(self, QKeySequence.StandardKey.Paste, self.paste)
        self.bring_in.opened.connect(self.open_file)
        self.bring_in.paste_asked.connect(self.paste)
        self.view.strip.shown.connect(self.seek)
        for switches in (self.view.strip, self.view.detail.stages):
            switches.recipe_changed.connect(self._tell_recipe)
            switches.recipe_changed.connect(self.acts.note)
        self.view.detail.take.clicked.connect(self.take_to_pad)
        self.view.sheet.taken.connect(self.take_to_pad)
        self.knobs.changed.connect(self.on_knob)
        self.chooser.chosen.connect(self._on_net)

    def _remembered_photo(self) -> dict[str, Any]:
        if not isinstance(self._source, Kept) or self.context.folder is None:
            return {}
        return {"photo": dict(self._source.origin)}

    def _say_problem(self, frame: PhotoFrame) -> None:
        if frame.problem is not None and frame.problem is not self._told:
            path = frame.problem.facts.get("path")
            name = Path(str(path)).name if path else QCoreApplication.translate("PhotoPanel", "The picture")
            self._said = problems.sentence(frame.problem, name)
            self.notice.emit(self._said)
            if frame.source is not None and frame.n_asked == self._n_asked:
                self._wanted, self._by_hand = frame.source, None
            if frame.source is None and isinstance(self._source, Kept):  # the photo of last time is gone
                self.bring(_sample())
                self.acts.follow()
        self._told = frame.problem

    def _net(self) -> Net:
        return current_net(self.context.workspace)

    def _on_net(self, _name: str) -> None:
        self.tell(Change("net", self._net()))


def _sample() -> Source:
    return showcase.source_of("squared")
