"""StoryView: the chosen weight or unit in formulas with the numbers filled in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from neuroviz.panels.training.step import formula
from neuroviz.panels.training.step.values import Scene
from neuroviz.sims.one_weight import Weight, place_of
from neuroviz.sims.training.story import strongest
from neuroviz.ui.controls import Words
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes

_LINES = 5


class StoryView(QWidget):
    """While nothing is chosen, it tells of the weight with the largest gradient, or the largest change."""

    check_asked = Signal(object)
    """The gradient of this Weight is to be measured."""

    strongest_asked = Signal()
    """Nothing is chosen any more."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._weight: Weight | None = None
        self._title, self._body = Words(bold=True), Words(scale=0.85)
        self._check, self._back = QPushButton(), QPushButton()
        leave_out(self._check, self._back)
        self._body.setWordWrap(True)
        self._title.setWordWrap(True)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._check.clicked.connect(self._on_check)
        self._back.clicked.connect(self.strongest_asked)
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def weight(self) -> Weight | None:
        """The weight that is told of."""
        return self._weight

    def show_scene(self, scene: Scene) -> None:
        """Another moment, or another choice."""
        self._scene = scene
        found, sight = scene.frame.found, scene.sight
        self._weight = sight.weight if sight.unit is None else None
        if found is not None and sight.unit is None and (sight.weight is None or not self._fits(scene)):
            change = None if scene.frame.done is None else scene.frame.done.update.change
            self._weight = strongest(found, change if scene.place.leg == "update" else None)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fits(self, scene: Scene) -> bool:
        weight = scene.sight.weight
        if weight is None:
            return False
        try:
            place_of(scene.frame.plan, weight)
        except ValueError:
            return False
        return True

    def _say(self) -> None:
        scene = self._scene
        chosen = scene is not None and (scene.sight.weight is not None or scene.sight.unit is not None)
        self._back.setVisible(chosen)
        weight = self._weight
        known = scene is not None and scene.frame.found is not None
        there = known and weight is not None
        self._check.setEnabled(there and scene is not None and scene.came_back(self._block(scene, weight)))
        if scene is None or not known:
            self._title.setText(self.tr("A weight’s story"))
            self._body.setText(self.tr("Choose a wire or a unit of the net: its formulas stand here."))
            return
        if weight is not None:
            title, lines = formula.weight_name(scene, weight), formula.weight_lines(scene, weight)
            if not chosen and scene.came_back(self._block(scene, weight)):
                what = (
                    self.tr("{weight}: the largest change")
                    if scene.place.leg == "update"
                    else self.tr("{weight}: the largest gradient of this step")
                )
                title = what.format(weight=title)
        else:
            unit = scene.sight.unit
            assert unit is not None
            title, lines = formula.unit_name(scene, unit), formula.unit_lines(scene, unit)
        self._title.setText(title)
        self._body.setText("\n".join(lines))
        self._body.setAccessibleName(title)

    def _block(self, scene: Scene, weight: Weight | None) -> int:
        if weight is None:
            return 0
        return max(0, sum(one.start <= weight.layer for one in scene.frame.blocks) - 1)

    def _on_check(self) -> None:
        if self._weight is not None:
            self.check_asked.emit(self._weight)

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        leave_out(self._scroll.verticalScrollBar())
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._back)
        self._head.addWidget(self._check)
        for button in (self._back, self._check):
            button.setProperty("flat", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self._scroll, 1)

    def _restyle(self) -> None:
        look = theme()
        self._whole.setSpacing(look.space(1))
        self._head.setSpacing(look.space(2))
        self._scroll.setFixedHeight(self._body.fontMetrics().lineSpacing() * _LINES + 2)

    def _retranslate(self) -> None:
        self._check.setText(self.tr("Check the gradient"))
        self._check.setToolTip(
            self.tr("Moves this weight a little to both sides and measures the loss, in double precision")
        )
        self._back.setText(self.tr("The strongest"))
        self._back.setToolTip(self.tr("Tell of the weight with the largest gradient again, in each step"))
        self._say()
