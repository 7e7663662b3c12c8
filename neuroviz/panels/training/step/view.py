"""StepView: the stages in a row, the batch, the net, and the story of what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.panels.training.step.batch_list import BatchList
from neuroviz.panels.training.step.blocks_picture import BlocksPicture
from neuroviz.panels.training.step.net_picture import NetPicture
from neuroviz.panels.training.step.pool_view import PoolView
from neuroviz.panels.training.step.story_view import StoryView
from neuroviz.panels.training.step.strip import StageStrip
from neuroviz.panels.training.step.values import Scene, is_small
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes


class StepView(QWidget):
    """Small nets are drawn whole, larger ones layer by layer."""

    picked = Signal(object)
    """A weight or a unit."""

    turn_asked = Signal(int)
    """The weights of a block are to show the next thing."""

    def __init__(self) -> None:
        super().__init__()
        self.strip, self.pool, self.list = StageStrip(), PoolView(), BatchList()
        self.net, self.blocks, self.story = NetPicture(), BlocksPicture(), StoryView()
        self._stack = QStackedWidget()
        for picture in (self.net, self.blocks):
            self._stack.addWidget(picture)
            picture.picked.connect(self.picked)
            picture.turn_asked.connect(self.turn_asked)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.list)
        leave_out(self._scroll.verticalScrollBar())
        self._left = QVBoxLayout()
        self._left.addWidget(self.pool)
        self._left.addWidget(self._scroll, 1)
        self._middle = QHBoxLayout()
        self._middle.addLayout(self._left, 10)
        self._middle.addWidget(self._stack, 23)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.strip)
        self._whole.addLayout(self._middle, 1)
        self._whole.addWidget(self.story)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._example: int | None = None

    @property
    def picture(self) -> NetPicture | BlocksPicture:
        """The one that is seen."""
        return self.net if self._stack.currentWidget() is self.net else self.blocks

    def show_scene(self, scene: Scene) -> None:
        """Another stage, or something else is looked at."""
        self._stack.setCurrentWidget(self.net if is_small(scene.frame) else self.blocks)
        self.picture.show_scene(scene)
        for one in (self.strip, self.pool, self.list):
            one.show_scene(scene)
        self.story.show_scene(scene)
        if scene.example is not None and scene.example != self._example:
            row = self.list.row(scene.example)
            self._scroll.ensureVisible(0, round(row.center().y()), 0, round(row.height()))
        self._example = scene.example

    def flow(self, share: float) -> None:
        """So much of the time of this stage has gone, 0..1."""
        self.picture.flow(share)
        self.pool.flow(share)
        self.list.flow(share)

    def _restyle(self) -> None:
        look = theme()
        self._whole.setSpacing(look.space(2))
        self._middle.setSpacing(look.space(3))
        self._left.setSpacing(look.space(2))
