"""PictureSheet: which picture is wanted: pixels or lines, how large, with the sentence or without."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from neuroviz.io.problem import Problem
from neuroviz.runtime import Knob
from neuroviz.ui import problems
from neuroviz.ui.choices import Segmented, Toggle
from neuroviz.ui.controls import Words
from neuroviz.ui.dialogs import Sheet
from neuroviz.ui.long_work import LongWork, State
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.numbers import share
from neuroviz.ui.share import render
from neuroviz.ui.share.subject import Subject
from neuroviz.ui.theme import theme

SCALES = (1, 2, 4)
NARROWEST, WIDEST = 100, 16_000  # pixels


class PictureSheet(Sheet):
    """Shows the size in pixels as it is chosen; the file is asked for after that."""

    accepted_as = Signal(str)
    """The ending of the file that is wanted: ".png" or ".svg"."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        self._subject = subject
        self._saving: tuple[str, float, State]
        super().__init__(parent)

    def fill(self) -> None:
        """Four rows, each a word and a control."""
        self.kind, self.size_choice = Segmented(), Segmented()
        self.kind.set_choices([(".png", "PNG"), (".svg", "SVG")])
        self.size_choice.set_choices([(scale, f"{scale} ×") for scale in SCALES])
        self.size_choice.set_value(2)
        self.width_box = NumberBox(Knob(self._width_at(2), NARROWEST, WIDEST, unit="px", integer=True))
        self.caption = Toggle()
        self.told = Words(quiet=True, scale=0.85)
        self.told.setWordWrap(True)
        self.labels = tuple(Words() for _ in range(4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().space(5))
        grid.setVerticalSpacing(theme().space(3))
        left = Qt.AlignmentFlag.AlignLeft
        for row, control in enumerate((self.kind, self.size_choice, self.width_box, self.caption)):
            grid.addWidget(self.labels[row], row, 0)
            grid.addWidget(control, row, 1, left)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.told)
        self.work, self._saving = LongWork(), ("", 0.0, "over")
        self.work.hide()
        self.column.addWidget(self.work)
        self.save_button = QPushButton()
        self.save_button.setProperty("accent", True)
        self.save_button.setDefault(True)
        self.buttons.addButton(self.save_button, self.buttons.ButtonRole.ActionRole)
        self.close_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._on_save)
        self.kind.chosen.connect(self._refresh)
        self.size_choice.chosen.connect(self._on_scale)
        self.width_box.entered.connect(self._refresh)
        self.caption.toggled.connect(self._refresh)
        self.setMinimumWidth(theme().space(110))

    def retranslate(self) -> None:
        """All words."""
        super().retranslate()
        self.setWindowTitle(self.tr("Save picture"))
        words = self.tr("Kind"), self.tr("Size"), self.tr("Width"), self.tr("With the sentence below")
        controls = self.kind, self.size_choice, self.width_box, self.caption
        for label, text, control in zip(self.labels, words, controls, strict=True):
            label.setText(text)
            control.setAccessibleName(text)
        self.kind.setToolTip(self.tr("PNG: pixels, for slides. SVG: lines, sharp at any size, for print."))
        self.save_button.setText(self.tr("Save…"))
        self._refresh()
        if self.work.state != "over":
            self._say_saving()

    def pixels(self) -> int:
        """Width of the picture."""
        return int(self.width_box.value())

    def words(self) -> str:
        """The caption, "" for none."""
        return self._subject.sentence() if self.caption.isChecked() else ""

    def ending(self) -> str:
        """The kind of file."""
        return str(self.kind.value())

    def is_large(self) -> bool:
        """Whether writing it takes longer than a moment."""
        size = render.extent(self._subject.view, self.words())
        high = round(self.pixels() * size.height() / max(1, size.width()))
        return self.ending() == ".png" and render.is_large(self.pixels(), high)

    def picture(self) -> QImage:
        """The pixels as they are chosen now. Raises Problem (picture-too-big)."""
        return render.image_of_width(self._subject.view, self.pixels(), self.words())

    def show_saving(self, name: str, part: float, state: State) -> None:
        """A file is being written, and so much of it is done, 0..1; that was stopped, or is over."""
        self._saving = name, part, state
        self._say_saving()

    def _say_saving(self) -> None:
        name, part, state = self._saving
        stopped = state == "stopped"
        text = self.tr("Stopped: {file} was not written.") if stopped else self.tr("Writing {file}: {p}")
        self.work.show_work(text.format(file=name, p=share(part)), 0.0 if stopped else part, state)
        self.work.setVisible(state != "over")
        self.save_button.setEnabled(state != "working")

    def content(self) -> bytes:
        """The file as it is chosen now. Raises Problem (picture-too-big)."""
        if self.ending() == ".svg":
            return render.svg(self._subject.view, self._subject.stem(), self.words())
        return render.png(self.picture())

    def _width_at(self, scale: int) -> int:
        return min(WIDEST, max(NARROWEST, scale * render.extent(self._subject.view).width()))

    def _on_scale(self, scale: object) -> None:
        if isinstance(scale, int):
            self.width_box.set_value(self._width_at(scale))
        self._refresh()

    def _refresh(self, *_: object) -> None:
        lines = self.ending() == ".svg"
        for one in (self.size_choice, self.width_box):
            one.setEnabled(not lines)
        size = render.extent(self._subject.view, self.words())
        if lines:
            text = self.tr("Lines and words stay sharp at any size; what is made of pixels is embedded.")
            self.told.setText(text)
            self.save_button.setEnabled(True)
            return
        high = round(self.pixels() * size.height() / max(1, size.width()))
        problem = render.refusal(self.pixels(), high)
        self.save_button.setEnabled(problem is None)
        if problem is None:
            text = self.tr("{width} × {height} pixels, painted anew at this size")
            self.told.setText(text.format(width=f"{self.pixels():,}", height=f"{high:,}"))
        else:
            self.told.setText(self._sentence(problem))

    def _sentence(self, problem: Problem) -> str:
        return problems.sentence(problem, self.tr("The picture"))

    def _on_save(self) -> None:
        self.accepted_as.emit(self.ending())
