"""UnitDetail: everything about the chosen unit: name, pictures, averages by class, what excites it."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.data.plane import PlaneTask
from neuroviz.io.players import clean_name
from neuroviz.io.unit_names import Names
from neuroviz.panels.layers.units import tips, words
from neuroviz.panels.layers.units.class_bars import ClassBars
from neuroviz.panels.layers.units.faces import Face, made_face, weights_face
from neuroviz.panels.layers.units.measures import progress
from neuroviz.panels.layers.units.picture import FacePicture
from neuroviz.panels.layers.units.strip import FIELD, Example, ExtremeStrip
from neuroviz.sims.units import UnitsFrame
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_RINGED = 8
NAME_LENGTH = 40


class UnitDetail(QWidget):
    """It shows a frame; what is done in it is told by signals."""

    named = Signal(str)
    """The visitor has called the unit so."""

    start_asked = Signal()
    """The input is to be made again, from other noise."""

    example_picked = Signal(int)
    """This example is wanted before the net."""

    made_picked = Signal(float, float)
    """The made input is wanted before the net; on a map, the place at these shares of it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[UnitsFrame, Names, PlaneTask | None] | None = None
        self._names: Names = {}
        self._known: tuple[object, ...] = ()
        self._barred: object = None
        self._stripped: object = None
        self._title, self._facts = Words(bold=True), Words(scale=0.85, quiet=True)
        self._field = QLineEdit()
        self._field.setMaxLength(NAME_LENGTH)
        self.made, self.weights = FacePicture(), FacePicture()
        self._of_made, self._of_weights = (Words(scale=0.85, quiet=True) for _ in range(2))
        self._again = IconButton("dice")
        self._of_bars, self._of_most, self._of_least = (Words(scale=0.85, quiet=True) for _ in range(3))
        self.bars = ClassBars()
        self.most, self.least = ExtremeStrip(), ExtremeStrip()
        for one in (self._of_made, self._of_weights, self._facts):
            one.setWordWrap(True)
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            one.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        leave_out(self._again)
        leave_out(self._field)
        self._lay_out()
        self._field.editingFinished.connect(self._on_named)
        self._again.clicked.connect(self.start_asked)
        self.made.picked.connect(self.made_picked)
        for strip in (self.most, self.least):
            strip.picked.connect(self.example_picked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    @property
    def field(self) -> QLineEdit:
        """Where the name is typed."""
        return self._field

    def show_frame(self, frame: UnitsFrame, names: Names, task: PlaneTask | None) -> None:
        """Show what is known of the chosen unit; names: of all units of the net."""
        self._shown, name = (frame, names, task), names.get((frame.layer.start, frame.unit), "")
        self._names = names
        self._title.setText(words.whole_name(frame, name))
        self._facts.setText(words.facts(frame))
        self._facts.setToolTip(tips.of_facts(frame))
        if not self._field.hasFocus() or self._field.property("unit") != self._key(frame):
            self._field.setText(name)
        self._field.setProperty("unit", self._key(frame))
        self._show_pictures(frame, task)
        self._show_bars(frame)
        self._show_extremes(frame)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._field.setPlaceholderText(self.tr("give it a name"))
        self._field.setAccessibleName(self.tr("Name of the unit"))
        self._field.setToolTip(self.tr("What you think this unit is for; the name stays with the net"))
        self._again.describe(self.tr("Make it again, from other noise"))
        self._of_most.setText(self.tr("Excite it most"))
        self.most.setAccessibleName(self._of_most.text())
        self.bars.setAccessibleName(self.tr("Averages by class"))
        self.made.setAccessibleName(self.tr("An input made to excite the unit"))
        self.weights.setAccessibleName(self.tr("The weights of the unit"))
        self.weights.setToolTip(
            self.tr(
                "Orange speaks for it, blue against it. Where other layers lie between, this is its "
                "gradient, averaged over the images that excite it most."
            )
        )
        self._known, self._barred, self._stripped = (), None, None
        if self._shown is not None:
            self.show_frame(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- parts -------------------------------------------------------------------------------------

    def _show_pictures(self, frame: UnitsFrame, task: PlaneTask | None) -> None:
        plane = frame.subject.kind == "plane"
        excited, reach = frame.portrait.excited, frame.portrait.reach
        key = (self._key(frame), None if excited is None else excited.step, frame.maps, reach is None)
        if key != self._known:
            self._known = key
            made, weights = made_face(frame), weights_face(frame)
            self.made.set_face(made)
            self.weights.set_face(weights)
            self._say_weights(frame, weights)
            for picture, face in ((self.made, made), (self.weights, weights)):
                if face is not None:
                    picture.set_teller(partial(self._told, frame, face))
        self._again.setVisible(not plane)
        self._say_made(frame)
        if plane:
            x = frame.subject.given
            mark = (float(x[0]), float(x[1])) if isinstance(x, np.ndarray) else None
            self.made.set_plane(task, _top_points(frame), mark)
        else:
            self.made.set_plane(None, np.zeros((0, 2), np.float32), None)

    def _told(self, frame: UnitsFrame, face: Face, row: int, column: int) -> str:
        return tips.of_value(frame, face, (row, column), self._names)

    def _say_made(self, frame: UnitsFrame) -> None:
        self.made.set_empty(self.tr("An input made to excite it will appear here."))
        if frame.subject.kind == "plane":
            text = self.tr("What it says everywhere, up to ±{v}; ringed: where it says most.")
            face = self.made.face()
            self._of_made.setToolTip("")
            self._of_made.setText(text.format(v=words.number(face.scale)) if face is not None else "")
            self.made.setToolTip(self.tr("Click to put your point there"))
            return
        excited, survey = frame.portrait.excited, frame.survey
        self.made.setToolTip(self.tr("Click to lay it before the net"))
        if excited is None or survey is None or not survey.n:
            self._of_made.setText("")
            self._of_made.setToolTip("")
            return
        v, best = excited.value, float(survey.top_values[frame.unit, 0])
        if excited.stuck and not v > best:
            text = self.tr("No step raises it from {v}: its gradient is 0.")
            if not np.isfinite(v):
                self.made.set_empty(self.tr("No input can be made for it."))
                text = self.tr("Its gradient is not a number: no step leads anywhere.")
        elif not excited.done:
            text = self.tr("Being made for it: {v} after {n} steps …")
        elif words.number(v) == words.number(best):
            text = self.tr("Made for it: {v}, which the best example gives as well.")
        elif v > best:
            text = self.tr("Made for it: {v}. The best example gives {best}.")
        else:
            text = self.tr("Made for it: {v}, and yet the best example gives {best}.")
        self._of_made.setText(text.format(v=words.number(v), best=words.number(best), n=excited.step))
        self._of_made.setToolTip(tips.of_made(frame))
        self.made.setAccessibleDescription(self._of_made.text())

    def _say_weights(self, frame: UnitsFrame, face: Face | None) -> None:
        has_some = bool(frame.subject.net.views(frame.layer.start))
        empty = self.tr("This layer has no weights to look at.")
        if has_some:
            known = frame.portrait.excited is not None
            empty = self.tr("What they come to is not a number.") if known else ""
        self.weights.set_empty(empty)
        what = "none" if face is None else face.what
        n = f"{0 if face is None else face.n:,}"
        texts = {
            "weights": self.tr("Its weights, one for each pixel."),
            "reach": self.tr("What its weights come to at the pixels."),
            "kernels": self.tr("Its kernels, one for each of the {n} maps it reads.").format(n=n)
            if n != "1"
            else self.tr("Its kernel: what it looks for at every place."),
            "row": self.tr("Its weights, one for each of {n} inputs.").format(n=n),
        }
        text = ""
        if face is not None and what in texts:
            text = self.tr("{text} Up to ±{v}.").format(text=texts[what], v=words.number(face.scale))
        self._of_weights.setText(text)
        self.weights.setAccessibleDescription(self._of_weights.text())

    def _show_bars(self, frame: UnitsFrame) -> None:
        survey, key = frame.survey, (self._key(frame), progress(frame))
        if key == self._barred:
            return
        self._barred = key
        if survey is None or survey.n == 0 or len(survey.class_counts) < 2:
            self.bars.show_means(None, (), partial(tips.of_class, frame))
            self._of_bars.setText("")
            return
        lower: tuple[str, ...] = ()
        if frame.losses is not None and frame.losses.labelled:
            falls, counts = frame.losses.class_falls(frame.unit), frame.losses.class_counts
            lower = tuple(
                "–" if np.isnan(fall) else words.points(-float(fall), int(n))
                for fall, n in zip(falls, counts, strict=True)
            )
        self._of_bars.setText(
            self.tr("Average for each class; below: accuracy without it, in points")
            if lower
            else self.tr("Average for each class")
        )
        self.bars.show_means(survey.class_means[frame.unit], lower, partial(tips.of_class, frame))

    def _show_extremes(self, frame: UnitsFrame) -> None:
        survey = frame.survey
        key = (self._key(frame), progress(frame)[1])
        if survey is None or self._stripped == key:
            return
        self._stripped = key
        unit = frame.unit
        self._of_least.setText(words.least(frame))
        self.least.setAccessibleName(self._of_least.text())
        alike = self.tr("All examples excite it alike.") if survey.still(unit) else ""
        if survey.odd[unit] == 1:
            alike = self.tr("What it says is no number that could be compared.")
        for strip, rows, values in (
            (self.most, survey.top[unit], survey.top_values[unit]),
            (self.least, survey.bottom[unit], survey.bottom_values[unit]),
        ):
            strip.set_teller(partial(tips.of_example, frame))
            strip.show_examples([] if alike else _examples(frame, rows, values), alike)

    def _key(self, frame: UnitsFrame) -> tuple[str, int, int, bool]:
        return frame.digest, frame.layer.number, frame.unit, frame.centre

    def _on_named(self) -> None:
        text = clean_name(self._field.text())
        self._field.setText(text)
        self.named.emit(text)

    # -- places ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head, self._pair = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._field, 1)
        columns = []
        for picture, label in ((self.made, self._of_made), (self.weights, self._of_weights)):
            column, foot = QVBoxLayout(), QHBoxLayout()
            column.addWidget(picture, 1)
            foot.addWidget(label, 1)
            if picture is self.made:
                foot.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(foot)
            self._pair.addLayout(column, 1)
            columns.append(column)
        self._columns = (*columns, QVBoxLayout(self))
        whole = self._columns[-1]
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head)
        whole.addWidget(self._facts)
        whole.addLayout(self._pair, 10)
        whole.addWidget(self._of_bars)
        whole.addWidget(self.bars, 6)
        for label, strip in ((self._of_most, self.most), (self._of_least, self.least)):
            whole.addWidget(label)
            whole.addWidget(strip, 3)

    def _restyle(self) -> None:
        now = theme()
        for column in self._columns:
            column.setSpacing(now.space(1))
        self._pair.setSpacing(now.space(3))
        self._head.setSpacing(now.space(3))
        line = self._of_made.fontMetrics().lineSpacing()
        for one in (self._of_made, self._of_weights):
            one.setMinimumHeight(2 * line)
        self._facts.setMinimumHeight(line)


def _examples(frame: UnitsFrame, rows: NDArray[np.int64], values: NDArray[np.float32]) -> list[Example]:
    """Test images as pictures, points and numbers as words."""
    examples = frame.examples
    found: list[Example] = []
    if examples is None:
        return found
    for row, value in zip(rows.tolist(), values.tolist(), strict=True):
        if row < 0:
            continue
        x = examples.x[row]
        image = x.reshape(FIELD, FIELD) if x.dtype == np.uint8 else None
        text = "" if image is not None else "\n".join(f"{v:.2f}".replace("-", "−") for v in x[:2].tolist())
        label = None if examples.labels is None else int(examples.labels[row])
        found.append(Example(row, image, text, words.number(value), label))
    return found


def _top_points(frame: UnitsFrame) -> NDArray[np.float32]:
    """The examples that are ringed on the map: those that excite the unit most."""
    if frame.examples is None or frame.survey is None:
        return np.zeros((0, 2), np.float32)
    rows = frame.survey.top[frame.unit][:_RINGED]
    found: NDArray[np.float32] = frame.examples.x[rows[rows >= 0]].astype(np.float32)
    return found
