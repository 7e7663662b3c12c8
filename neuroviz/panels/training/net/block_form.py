"""BlockForm: all that can be set of the block that is looked at, with its exact numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.training.net import words
from neuroviz.panels.training.net.scene import Scene
from neuroviz.runtime.knob import Knob
from neuroviz.scenes.blocks import FUNCTIONS, NO_FUNCTION, Block, is_function
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.knob_row import KnobRow, KnobText
from neuroviz.ui.theme import theme, theme_changes

translate = QCoreApplication.translate

FUNCTION, INIT, POOL, FACTOR, FROZEN = "function", "init", "pool", "factor", "frozen"

_KNOBS = {
    "n_out": Knob(16, 1, 4096, log=True, integer=True),
    "channels": Knob(8, 1, 256, log=True, integer=True),
    "kernel": Knob(3, 1, 15, integer=True),
    "stride": Knob(1, 1, 8, integer=True),
    "padding": Knob(0, 0, 7, integer=True),
    "size": Knob(2, 2, 8, integer=True),
    "rate": Knob(0.2, 0.0, 0.99),
    "slope": Knob(0.01, 0.0, 1.0),
    POOL: Knob("max_pool", choices=("max_pool", "avg_pool")),
    FUNCTION: Knob("relu", choices=FUNCTIONS),
    INIT: Knob("he", choices=words.INITS),
    FACTOR: Knob(1.0, 0.001, 1000.0, log=True),
    FROZEN: Knob(False),
}


class BlockForm(QWidget):
    """Rows come and go with the kind of the block."""

    turned = Signal(str, object)
    """A number, or one of FUNCTION, INIT, POOL, FACTOR, FROZEN."""
    began = Signal()
    move_asked = Signal(int)
    """One place towards the input (−1) or the answer (1)."""
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._block = 0
        self._heading = Words(bold=True)
        self._earlier, self._later = IconButton("chevron_left"), IconButton("chevron_right")
        self._bin = IconButton("clear")
        self._top = QHBoxLayout()
        self._top.addWidget(self._heading, 1)
        for button in (self._earlier, self._later, self._bin):
            self._top.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._about = Words(scale=0.85, quiet=True)
        self._about.setWordWrap(True)
        self._column.addWidget(self._about)
        self.rows = {name: KnobRow(name, knob) for name, knob in _KNOBS.items()}
        for row in self.rows.values():
            self._column.addWidget(row)
            row.turned.connect(self.turned)
            row.began.connect(self.began)
            row.hide()
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self._bin.clicked.connect(self.remove_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_block(self, scene: Scene, block: int) -> None:
        """Show what that block is set to."""
        self._scene, self._block = scene, block
        one = scene.blocks[block]
        values = _values(one, is_answer=block == scene.answer)
        for name, row in self.rows.items():
            if name in values:
                row.set_value(values[name])
            row.setVisible(name in values)
        self._earlier.setEnabled(block > 0 and block != scene.answer)
        self._later.setEnabled(block < len(scene.blocks) - 2 or block < scene.answer - 1)
        self._bin.setEnabled(block != scene.answer)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_earlier(self) -> None:
        self.move_asked.emit(-1)

    def _on_later(self) -> None:
        self.move_asked.emit(1)

    def _say(self) -> None:
        if self._scene is None:
            return
        one = self._scene.blocks[self._block]
        text = self.tr("Layer {i}: {name}").format(i=self._block + 1, name=words.block_name(one))
        self._heading.setText(text)
        self._about.setText(words.about_block(one))
        if self._block == self._scene.answer:
            self._about.setText(words.about_answer(self._scene.shape(self._block)[0]))

    def _retranslate(self) -> None:
        self._earlier.describe(self.tr("Move towards the input"), "Ctrl+←")
        self._later.describe(self.tr("Move towards the answer"), "Ctrl+→")
        self._bin.describe(self.tr("Take this layer out"), "Del")
        for name, text in _texts().items():
            self.rows[name].set_text(text, "", "")
        self._say()

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(2))
        self._top.setSpacing(look.space(1))


def _values(one: Block, *, is_answer: bool) -> dict[str, object]:
    """What can be set of a block, and what it is."""
    plain = one.layer.to_dict()
    found: dict[str, object] = {
        name: value for name, value in plain.items()
        if name in _KNOBS and not (is_answer and name in ("n_out", "channels"))
    }  # fmt: skip
    if one.kind in ("max_pool", "avg_pool"):
        found[POOL] = one.kind
    alone = is_function(one.layer)
    if one.learns or one.function is not None or alone:
        layer = one.layer if alone else one.function
        name = NO_FUNCTION if layer is None else layer.kind
        found[FUNCTION] = name if name in FUNCTIONS else NO_FUNCTION
    if one.weighs:
        found[INIT] = words.known_init(one.plan.init)
    if one.learns:
        found[FROZEN] = one.plan.rate == 0.0
        if one.plan.rate:
            found[FACTOR] = one.plan.rate
    return found


def _texts() -> dict[str, KnobText]:
    functions: dict[object, str] = {name: words.function(name) for name in FUNCTIONS}
    inits: dict[object, str] = {
        name: f"{words.init(name)}: {words.init_formula(name)}" for name in words.INITS
    }
    pools: dict[object, str] = {
        "max_pool": translate("NetPage", "largest"), "avg_pool": translate("NetPage", "mean"),
    }  # fmt: skip
    return {
        "n_out": KnobText(translate("NetPage", "Units"), words.about("dense")),
        "channels": KnobText(
            translate("NetPage", "Maps"), translate("NetPage", "How many windows of weights there are")
        ),
        "kernel": KnobText(translate("NetPage", "Window"), translate("NetPage", "Pixels along its side")),
        "stride": KnobText(
            translate("NetPage", "Stride"), translate("NetPage", "From place to place, in pixels")
        ),
        "padding": KnobText(
            translate("NetPage", "Padding"), translate("NetPage", "Zeros around the picture, in pixels")
        ),
        "size": KnobText(
            translate("NetPage", "Size"), translate("NetPage", "Side of the squares, in pixels")
        ),
        "rate": KnobText(translate("NetPage", "Dropped"), words.about("dropout")),
        "slope": KnobText(translate("NetPage", "Slope"), translate("NetPage", "Below zero")),
        POOL: KnobText(translate("NetPage", "Kept is"), "", pools),
        FUNCTION: KnobText(translate("NetPage", "Function"), words.row_tip("function"), functions),
        INIT: KnobText(translate("NetPage", "Weights start"), words.row_tip("start"), inits),
        FACTOR: KnobText(
            translate("NetPage", "Learning rate ×"),
            translate("NetPage", "A factor on the rate, for this layer alone"),
        ),
        FROZEN: KnobText(
            translate("NetPage", "Frozen"), translate("NetPage", "This layer does not learn: its rate is 0")
        ),
    }
