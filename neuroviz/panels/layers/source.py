"""Source: what lies before the net: a drawing or a test image, a point of the plane, or numbers."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.digits import DigitSet
from neuroviz.data.ink import Drawing
from neuroviz.data.mnist import N_TEST
from neuroviz.data.plane import PlaneTask
from neuroviz.nn import Net
from neuroviz.runtime import Knob
from neuroviz.sims.subject import Given, Kind, kind_of
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.follow import follow
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.pad_tools import PadTools
from neuroviz.ui.plane_pad import PlanePad
from neuroviz.ui.shared_pad import SharedPad
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.ui.vector_pad import MOST, VectorPad
from neuroviz.workspace import Kind as Shelf
from neuroviz.workspace import Workspace

_START = (0.3, 0.2)
_PAD_STEPS = 46  # side of the pads, in steps of the theme's space


class Source(QWidget):
    """One pad for each kind of net. Points and numbers lie in the workspace, so that all pages share them."""

    changed = Signal()
    """Something else lies before the net."""

    put = Signal()
    """The visitor's hand has put a point or a number."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._digits: DigitSet | None = None
        self._kind: Kind = "digit"
        self._size = 2
        self._rng = np.random.default_rng()  # the visitor's dice
        self._last = 0  # number of the test image shown last
        self.pad, self.plane, self.vector = SharedPad(workspace), PlanePad(), VectorPad()
        self.tools = PadTools(self.pad)
        self._heading, self._note = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._note.setWordWrap(True)
        self._index = NumberBox(Knob(0, 0, N_TEST - 1, integer=True))
        self._dice, self._before, self._after = (IconButton(name) for name in ("dice", "back", "step"))
        self._pages: dict[Kind, QWidget] = {}
        self._lay_out()
        self._index.entered.connect(self._on_entered)
        self._dice.clicked.connect(self.pick_any)
        self._before.clicked.connect(lambda: self.pick_next(-1))
        self._after.clicked.connect(lambda: self.pick_next(1))
        self.pad.changed.connect(self._on_pad)
        self.plane.moved.connect(self._on_plane)
        self.vector.moved.connect(self._on_vector)
        follow(workspace, self, self._on_workspace)
        theme_changes.changed.connect(self._restyle)
        self._enable()
        self._show_number()
        self._retranslate()
        self._restyle()

    # -- what lies there -----------------------------------------------------------------------------

    def set_net(self, net: Net, task: PlaneTask | None) -> None:
        """Offer what this net takes; task: what a net of the plane has learned."""
        self._kind, self._size = kind_of(net), math.prod(net.input_shape)
        self.plane.set_task(task)
        for kind, widget in self._pages.items():
            widget.setVisible(kind == self._kind)
        self._catch_up()
        self._retranslate()

    @property
    def kind(self) -> Kind:
        """What the net takes."""
        return self._kind

    @property
    def n_numbers(self) -> int:
        """How many numbers the net takes."""
        return self._size

    def given(self) -> Given:
        """What lies before the net that was set last."""
        return self.pad.content() if self._kind == "digit" else self.numbers()

    def numbers(self) -> NDArray[np.float32]:
        """The vector of the present size: a point of the plane is one of size 2."""
        name = f"vector-{self._size}"
        if name in self._workspace.names("input"):
            found = self._workspace.get("input", name)
            assert isinstance(found, np.ndarray)
            return found
        start = _START if self._size == 2 else np.sin(1.7 * np.arange(self._size))
        return np.array(start, np.float32)

    def put_numbers(self, values: NDArray[np.float32]) -> None:
        """Lay these numbers before the net. ValueError for another size than the net takes."""
        if np.shape(values) != (self._size,):
            raise ValueError(f"{self._size} numbers are wanted, not {np.shape(values)}")
        own = np.array(values, np.float32)
        own.flags.writeable = False
        self._workspace.put("input", f"vector-{self._size}", own)

    def write(self, drawing: Drawing) -> None:
        """Lay a drawing on the pad."""
        self.pad.set_drawing(drawing)

    # -- test images -----------------------------------------------------------------------------------

    def set_digits(self, digits: DigitSet) -> None:
        """The test images have been read."""
        self._digits = digits
        self._enable()

    def show_test_image(self, index: int) -> None:
        """Lay a test image on the pad; nothing happens before they are read. IndexError for none."""
        if self._digits is not None:
            self.pad.set_picture(self._digits.images[index], int(self._digits.labels[index]), index)

    def pick_any(self) -> None:
        """A test image at random."""
        self.show_test_image(int(self._rng.integers(N_TEST)))

    def pick_next(self, step: int) -> None:
        """The next test image, or the one before."""
        number = self.pad.content().number
        self.show_test_image((self._last if number is None else number + step) % N_TEST)

    # -- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for one in (self._before, self._index, self._after, self._dice):
            row.addWidget(one, 1 if one is self._index else 0)
        drawing = QVBoxLayout()
        drawing.setSpacing(0)
        drawing.setContentsMargins(0, 0, 0, 0)
        drawing.addWidget(self.pad, 1)
        drawing.addWidget(self.tools)
        drawing.addLayout(row)
        holder = QWidget()
        holder.setLayout(drawing)
        self._pages = {"digit": holder, "plane": self.plane, "vector": self.vector}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, *self._pages.values(), self._note):
            self._column.addWidget(part)
        for kind, widget in self._pages.items():
            widget.setVisible(kind == self._kind)

    def _on_entered(self, index: object) -> None:
        if isinstance(index, int):
            self.show_test_image(index)

    def _on_pad(self) -> None:
        self._show_number()
        if self._kind == "digit":
            self.changed.emit()

    def _show_number(self) -> None:
        """Of the test image that lies on the pad; none for a drawing."""
        number = self.pad.content().number
        self._last = self._last if number is None else number
        self._index.set_value(math.nan if number is None else number)

    def _on_plane(self, x: float, y: float) -> None:
        self.put_numbers(np.array([x, y], np.float32))
        self.put.emit()

    def _on_vector(self) -> None:
        self.put_numbers(self.vector.values())
        self.put.emit()

    def _on_workspace(self, shelf: Shelf, name: str) -> None:
        if shelf == "input" and self._kind != "digit" and name == f"vector-{self._size}":
            self._catch_up()
            self.changed.emit()

    def _catch_up(self) -> None:
        values = self.numbers()
        if self._kind == "plane":
            self.plane.put(float(values[0]), float(values[1]))
        elif self._kind == "vector" and not np.array_equal(values, self.vector.values()):
            self.vector.set_values(values)

    def _enable(self) -> None:
        for one in (self._index, self._dice, self._before, self._after):
            one.setEnabled(self._digits is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("What lies before the net"))
        self.pad.set_hint(self.tr("draw a digit here"))
        self._index.setAccessibleName(self.tr("Number of the test image"))
        self._index.setToolTip(self.tr("One of 10,000 test images, by its number"))
        self._dice.describe(self.tr("Any test image"))
        self._before.describe(self.tr("The test image before"))
        self._after.describe(self.tr("The next test image"))
        note = ""
        if self._kind == "plane":
            note = self.tr("A point of the plane: drag it.")
        elif self._kind == "vector" and self._size == 1:
            note = self.tr("This net takes a single number: drag the bar.")
        elif self._kind == "vector" and self._size <= MOST:
            note = self.tr("This net takes {n} numbers: drag the bars.").format(n=self._size)
        elif self._kind == "vector":
            text = self.tr("This net takes {n} numbers; the first {k} can be dragged here.")
            note = text.format(n=f"{self._size:,}", k=MOST)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _restyle(self) -> None:
        now = theme()
        self._column.setSpacing(now.space(1))
        side = now.space(_PAD_STEPS)
        self.pad.setFixedHeight(side)
        self.plane.setFixedHeight(side)
        self.vector.setFixedHeight(side)
