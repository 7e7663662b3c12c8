"""ErrorsPanel: one run judges every picture; the rest of the page asks what it has found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.data import mnist
from neuroviz.data.calibration import Reliability, reliability
from neuroviz.data.digits import DigitSet
from neuroviz.data.judged import Judged
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.errors import presets, words
from neuroviz.panels.digits.errors.config import ErrorsConfig, knob_texts
from neuroviz.panels.digits.errors.data_choice import TEST, DataChoice
from neuroviz.panels.digits.errors.filters import Filter, bin_at, found
from neuroviz.panels.digits.errors.judging import Judging
from neuroviz.panels.digits.errors.own_digits import OwnDigits
from neuroviz.panels.digits.errors.view import ErrorsView
from neuroviz.runtime import Frame, Run, restored
from neuroviz.sims.errors import ErrorsFrame, ErrorsSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.image_sheet import Caption
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser, current_net
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.shared_pad import NAME as PAD

_EVERY_MS = 120  # between two sortings of what was found, while more is being found
_NOTHING = Judged(np.zeros(0, np.uint8), np.zeros((0, 10), np.float32))


class ErrorsPanel(Panel):
    """Shows the pictures that `Filter` asks for; matrix and chart lead to other filters."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._judged, self._bins = _NOTHING, reliability([], [])
        self._shown: tuple[Judged, Filter, ErrorsConfig] | None = None
        self._filter = Filter()
        self._net_judged: Net | None = None
        self._stale = self._chart_due = False
        self._picked = False  # whether the visitor chose the picture that is enlarged
        self._since = QElapsedTimer()
        self.chooser = NetChooser(context.workspace)
        self.choice = DataChoice(context.workspace, context.memory.get("data"))
        self._own = OwnDigits(context.workspace, context.folder)
        self.judging = Judging()
        self.knobs = KnobForm(restored(ErrorsConfig(), context.memory.get("knobs")), knob_texts)
        self.view = ErrorsView()
        self.place(self.view, (self.chooser, self.choice, self._own.work, self.judging, self.knobs))
        self.room.set_least(112)
        self.room.set_timeless()
        self.view.sheet.set_captions(self._caption)
        self.view.sheet.set_side(self.knobs.config().size)
        self._wire()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A run that judges every picture of the chosen set with the current net."""
        own = self.choice.digits()
        load: Callable[[], DigitSet] = mnist.load_test if own is None else partial(_same, own)
        self._net_judged = self._net()
        return Run(ErrorsSim(self._net_judged, load), live=True)

    def draw(self, frame: Frame) -> None:
        """Show how far it is; sort what was found when all of it is there, and now and then before."""
        assert isinstance(frame, ErrorsFrame)
        self._say_progress(frame)
        self._stale = True
        if frame.complete or not self._since.isValid() or self._since.elapsed() > _EVERY_MS:
            self._sort(chart=False)

    def sentence(self) -> str:
        """How many are wrong, which are confused, and how honest the net is."""
        frame = self.last
        n = len(frame.digits) if isinstance(frame, ErrorsFrame) and frame.digits is not None else 0
        return words.sentence(self._judged, n)

    def presets(self) -> tuple[Preset, ...]:
        """What to look at, and two temperatures that spoil the calibration."""
        return presets.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        presets.TRIES[action](self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of sheet and matrix."""
        return (
            (self.tr("Enter"), self.tr("lay the chosen picture on the pad; show the pictures of a cell")),
            ("+  −", self.tr("size of the pictures")),
        )

    def data(self) -> Mapping[str, np.ndarray]:
        """Labels, all ten probabilities, the confusion matrix, the bins, and the rows the sheet shows."""
        judged, bins = self._judged, self._bins
        return {
            "labels": judged.labels, "probabilities": judged.probabilities, "confusion": judged.matrix,
            "bin_low": bins.low, "bin_high": bins.high, "bin_counts": bins.counts,
            "bin_certainty": bins.certainty, "bin_accuracy": bins.accuracy, "shown": self.view.sheet.shown(),
        }  # fmt: skip

    def on_knob(self, name: str, value: object) -> None:
        """All knobs concern what is made of the answers, not the answers."""
        if name == "size":
            self.view.sheet.set_side(int(str(value)))
        else:
            self._sort()

    def pose(self) -> None:
        """The mistakes of the current net, judged anew."""
        self.go(Filter(), 1.0)
        self.restart()

    def posed(self) -> bool:
        """Everything is judged and sorted."""
        return isinstance(self.last, ErrorsFrame) and self.last.complete and not self._due

    def memory(self) -> dict[str, Any]:
        """The knobs and the set by name."""
        return {"knobs": vars(self.knobs.config()), "data": self.choice.wanted()}

    def state(self) -> tuple[Filter, str]:
        """Which pictures are shown, and of which set."""
        return self._filter, self.choice.name()

    def restore(self, state: tuple[Filter, str]) -> None:
        """Those pictures again."""
        wanted, name = state
        self.choice.choose(name)
        self.go(wanted)

    def retranslate(self) -> None:
        """The captions too."""
        super().retranslate()
        self._say_filter()
        self._show_detail(self.view.sheet.current())

    # -- the life of a room ------------------------------------------------------------------------

    def enter(self) -> None:
        """Go on, or begin anew with the net that another room has chosen meanwhile."""
        if self.run is not None and self._net_judged is not self._net():
            self.restart()
        self._own.begin()
        self._own.resume()
        super().enter()

    def leave(self) -> None:
        """Nothing is read or judged unseen."""
        super().leave()
        self._own.pause()

    def shut(self) -> None:
        """End both workers."""
        super().shut()
        self._own.end()

    def restart(self) -> None:
        """Judge anew; what was found stays in sight until the first new answers."""
        self._since.invalidate()
        self._picked = False
        super().restart()
        self.judging.show_progress(0, 0, paused=self._paused)  # not "all are judged": those were others

    def tick(self) -> None:
        """Sort what came too soon after the last time; the chart waits for the tick after the sorting."""
        if self._chart_due:
            self._show_chart()
        self._own.collect()
        super().tick()
        if self._stale and self._since.elapsed() > _EVERY_MS:
            self._sort(chart=False)

    def play(self, on: bool) -> None:
        """Stop at once, keeping what was found, or go on."""
        super().play(on)
        self.judging.show_paused(self._paused)

    # -- what presets use --------------------------------------------------------------------------

    def judged(self) -> Judged:
        """The answers so far, at the present temperature."""
        return self._judged

    def go(self, wanted: Filter, temperature: float | None = None) -> None:
        """Show other pictures, perhaps at another temperature."""
        config = self.knobs.config()
        if temperature is not None and temperature != config.temperature:
            self.knobs.set_config(ErrorsConfig(config.size, temperature, config.bins, config.equal))
        self._filter, self._picked = wanted, False
        self._sort()
        self.acts.note()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view = self.view
        self.knobs.changed.connect(self.on_knob)
        self.chooser.chosen.connect(self._on_net)
        self.choice.chosen.connect(self._on_data)
        self.choice.picked.connect(self.acts.note)
        self.judging.pause_asked.connect(self._on_pause)
        view.filters.chosen.connect(self.go)
        view.matrix.picked.connect(self._on_cell)
        view.calibration.bin_asked.connect(self._on_bin)
        view.sheet.current_changed.connect(self._on_current)
        view.sheet.picked.connect(self._take)
        view.sheet.side_changed.connect(self._on_side)
        view.detail.take_asked.connect(self._take_current)

    @property
    def _paused(self) -> bool:
        return self.run is not None and self.run.paused

    @property
    def _due(self) -> bool:
        return self._stale or self._chart_due

    def _sort(self, *, chart: bool = True) -> None:
        """Ask the answers for all that is shown, and show it; the chart with the next tick if not now."""
        frame, config = self.last, self.knobs.config()
        self._since.start()
        self._stale = False
        if not isinstance(frame, ErrorsFrame) or frame.digits is None:
            self.view.filters.set_filter(self._filter)
            return
        judged = self._judged = frame.judged.tempered(config.temperature)
        self._bins = _bins(judged, config)
        self.view.matrix.set_counts(judged.matrix)
        self.view.matrix.set_selected(self._filter.cell)
        self._show_filter(frame.digits)
        self._chart_due = True
        self.refresh_sentence()  # a knob may change what it says without a new frame
        if chart:
            self._show_chart()

    def _show_chart(self) -> None:
        self._chart_due = False
        self.view.calibration.show_bins(self._judged, self._bins)

    def _show_filter(self, digits: DigitSet) -> None:
        view, wanted = self.view, self._filter
        rows = found(self._judged, wanted, self._bins)
        view.sheet.show_images(digits.images, rows)
        if len(rows) and (view.sheet.current() < 0 or not self._picked):
            view.sheet.set_current(int(rows[0]))
        view.filters.set_filter(wanted)
        at = bin_at(self._bins, wanted.certainty) if wanted.kind == "bin" else -1
        view.calibration.set_certainty(float(self._bins.certainty[at]) if at >= 0 else None)
        self._say_filter()
        self._show_detail(view.sheet.current())

    def _say_filter(self) -> None:
        wanted, n = self._filter, len(self.view.sheet.shown())
        cell = wanted.cell
        self.view.filters.tell(words.told(wanted, n) if cell is None else self.view.matrix.told(cell))

    def _show_detail(self, row: int) -> None:
        digits, judged = self._digits(), self._judged
        if digits is None or not 0 <= row < len(judged):
            self.view.detail.clear()
            return
        label, answer = int(judged.labels[row]), int(judged.answers[row])
        title = str(label) if label == answer else f"{label} → {answer}"
        self.view.detail.show_picture(digits.images[row], judged.probabilities[row], title, self._which(row))
        self.view.detail.setAccessibleDescription(words.tip(judged, row, self._which(row)))

    def _on_current(self, row: int) -> None:
        self._picked = row >= 0
        self._show_detail(row)

    def _caption(self, row: int) -> Caption:
        if not 0 <= row < len(self._judged):
            return Caption()
        return words.caption(self._judged, row, self._filter, self._which(row))

    def _which(self, row: int) -> str:
        if self.choice.name() == TEST:
            return self.tr("Test image {i}").format(i=f"{row:,}")
        return self.tr("Picture {i}").format(i=f"{row + 1:,}")

    def _say_progress(self, frame: ErrorsFrame) -> None:
        n = 0 if frame.digits is None else len(frame.digits)
        self.judging.show_progress(frame.step, n, paused=self._paused)

    def _take_current(self) -> None:
        self._take(self.view.sheet.current())

    def _take(self, row: int) -> None:
        """Lay a picture on the pad of all rooms, and show the page where every layer can be seen."""
        digits = self._digits()
        if digits is not None and 0 <= row < len(digits):
            number = row if self.choice.name() == TEST else None
            sheet = Sheet(picture=digits.images[row], label=int(digits.labels[row]), number=number)
            self.context.workspace.put("input", PAD, sheet)
            self.page_asked.emit("digits")

    def _on_cell(self, label: int, answer: int) -> None:
        self.go(Filter("cell", label, answer))

    def _on_bin(self, certainty: float) -> None:
        self.go(Filter("bin", certainty=certainty))

    def _on_side(self, side: int) -> None:
        config = self.knobs.config()
        self.knobs.set_config(ErrorsConfig(side, config.temperature, config.bins, config.equal))
        self.acts.note_soon()

    def _on_pause(self, on: bool) -> None:
        self.play(not on)

    def _on_net(self, _name: str) -> None:
        if self.isVisible() and self._net_judged is not self._net():
            self.restart()

    def _on_data(self, _name: str) -> None:
        if self.run is not None:
            self.restart()
            if not self.isVisible():
                self.leave()
        if not self.choice.by_hand:
            self.acts.follow()

    def _digits(self) -> DigitSet | None:
        return self.last.digits if isinstance(self.last, ErrorsFrame) else None

    def _net(self) -> Net:
        return current_net(self.context.workspace)


def _same(digits: DigitSet) -> DigitSet:
    return digits


def _bins(judged: Judged, config: ErrorsConfig) -> Reliability:
    return reliability(judged.certainty, judged.right, config.bins, equal_mass=config.equal == "full")
