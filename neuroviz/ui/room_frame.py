"""RoomFrame: where things stand in every room: words on top, picture, knobs at the right, time below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from neuroviz.ui import regions
from neuroviz.ui.controls import IconButton, Sentence, Words
from neuroviz.ui.explanation import Explanation
from neuroviz.ui.page_tabs import PageTabs
from neuroviz.ui.preset_list import PresetList
from neuroviz.ui.problem_card import ProblemCard
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.ui.transport import Transport
from neuroviz.ui.watch import Watch

_SIDE_STEPS = 68  # width of the knobs' column, in steps of the theme's space
_SIDE_SHARE = 0.28  # of the room, at most: large type must not leave the picture without a place
_FOLD_STEPS = 195  # in a narrower room the knobs fold away behind a button, and the picture has the place
_AROUND_STEPS = 20  # beside title, tabs and buttons: margins and gaps
_ONE_LINE_STEPS = 200  # a narrower room keeps two lines free for its sentence, so that nothing jumps


class _Stage(QWidget):
    """Gives the picture all of its own size, whatever height the picture would like for its width."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self.setObjectName("scrolled")  # the style sheet leaves its background alone
        self._picture = picture
        picture.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill it."""
        super().resizeEvent(event)
        self._picture.setGeometry(self.rect())


class _Place(QScrollArea):
    """Where the picture stands: as high as there is room, or scrolling and then as high as is comfortable."""

    def __init__(self, stage: _Stage) -> None:
        super().__init__()
        self._stage = stage
        self._least = self._scrolled = 0
        self.setWidget(stage)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_heights(self, least: int, scrolled: int) -> None:
        """In pixels: the least without scrolling, and the height where it scrolls."""
        self._least, self._scrolled = least, scrolled
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll, or not any more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.viewport().height() < self._least
        self._stage.setMinimumHeight(self._scrolled if low else self._least)


class RoomFrame(QWidget):
    """The places of a room. The room fills `centre` and puts its groups into `side`."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Words(quiet=True, bold=True)
        self.tabs = PageTabs()
        self.sentence = Sentence()
        self.centre = QWidget()
        self.side = QVBoxLayout()
        self.presets = PresetList()
        self.explanation = Explanation()
        self.problem = ProblemCard()
        self.transport = Transport()
        self.explain_button = IconButton("question", checkable=True)
        self.share_button = IconButton("save")
        self.undo_button, self.redo_button = IconButton("undo"), IconButton("redo")
        self.knobs_button = IconButton("room_knobs", checkable=True)
        self.knobs_button.toggled.connect(self._fit)
        self._bare = self._timeless = False
        self._lines = 1
        self._apart = False  # whether the tabs have a row of their own
        self._least = self._scrolled = 0  # height of the picture, in steps of the theme's space
        self._centre_scroll = _Place(_Stage(self.centre))
        self._column = QStackedWidget()
        self._scroll = QScrollArea()
        self._groups = self._side_widget()
        self._lay_out()
        self._restyle()
        theme_changes.changed.connect(self._restyle)
        # Words have changed their size, perhaps while nobody saw it; the column that scrolls keeps the wishes
        # of the knobs to itself.
        Watch(self, QEvent.Type.LayoutRequest, QEvent.Type.Show).seen.connect(self._fit)
        Watch(self._groups, QEvent.Type.LayoutRequest).seen.connect(self._fit)

    @property
    def explained(self) -> bool:
        """Whether the explanation is open."""
        return self._column.currentWidget() is self.explanation

    @property
    def knobs_opened(self) -> bool:
        """Whether the knobs were called for where there is little room for them."""
        return self.knobs_button.isVisible() and self.knobs_button.isChecked()

    def explain(self, on: bool) -> None:
        """Show the explanation in place of the knobs, or the knobs again."""
        self._column.setCurrentWidget(self.explanation if on else self._scroll)
        self.explain_button.setChecked(on)
        self._fit()

    @property
    def bare(self) -> bool:
        """Whether the picture and the sentence stand alone."""
        return self._bare

    def set_bare(self, on: bool) -> None:
        """Hide everything but the picture and the sentence, or show it again."""
        self._bare = on
        self._title_row.setVisible(not on)
        self.tabs.setVisible(not on and self.tabs.has_pages)
        self.transport.setVisible(not on and not self._timeless)
        self._fit()

    def set_timeless(self) -> None:
        """This room has nothing to play: it needs no transport, and its keys do nothing."""
        self._timeless = True
        self.transport.setEnabled(False)
        self.transport.set_position(0)
        self.transport.hide()

    def set_lines(self, lines: int) -> None:
        """Keep so many lines for the sentence: one that changes its length must not move the picture."""
        self._lines = lines
        self._fit()

    def set_least(self, steps: int, scrolled: int = 0) -> None:
        """The picture needs so many steps of 4 px in height; where there are fewer it scrolls.

        scrolled: its height then, for what can be seen by scrolling need not be small.
        """
        self._least, self._scrolled = steps, max(steps, scrolled)
        self._fit()

    def set_sentence(self, text: str) -> None:
        """Say what is being seen."""
        if text != self.sentence.text():
            self.sentence.setText(text)

    def show_acts(self, names: tuple[str, str], possible: tuple[bool, bool], *, used: bool) -> None:
        """Offer to take back and to do again: what each would concern, and whether there is anything."""
        texts = (self.tr("Undo"), self.tr("Redo")), (self.tr("Undo: {act}"), self.tr("Redo: {act}"))
        keys = "Ctrl+Z", "Ctrl+Shift+Z"
        for i, button in enumerate((self.undo_button, self.redo_button)):
            button.setVisible(used)
            button.setEnabled(possible[i])
            button.describe(texts[1][i].format(act=names[i]) if names[i] else texts[0][i], keys[i])

    def order_tabs(self) -> None:
        """Tab goes from the pad over picture, knobs, presets and time to the words on top."""
        pads = regions.marked(self.centre, regions.PAD)
        sides = self.explanation, self._groups, self.presets
        regions.chain((*pads, self.centre, *sides, self.transport, self._head))

    def retranslate(self) -> None:
        """Names for the buttons, in the present language."""
        self.knobs_button.describe(self.tr("Knobs and presets"))
        self.explain_button.describe(self.tr("Explain this room"), "F1")
        self.share_button.describe(self.tr("Copy or save the picture, save the numbers"), "Ctrl+S")

    def _lay_out(self) -> None:
        self._title_row = QWidget()
        top = QHBoxLayout(self._title_row)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.title)
        top.addWidget(self.tabs, 1)
        self._buttons = QHBoxLayout()
        acts = self.undo_button, self.redo_button
        for button in (*acts, self.share_button, self.explain_button, self.knobs_button):
            self._buttons.addWidget(button)
        top.addLayout(self._buttons)
        self._top = top
        self._head = QWidget()
        words = self._words = QVBoxLayout(self._head)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title_row)
        words.addWidget(self.sentence)  # below all that stands on top: large type needs the whole width
        self._scroll.setWidget(self._groups)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or a click on a button gave it the keys
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.addWidget(self._scroll)
        self._column.addWidget(self.explanation)
        self._column.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        left = QVBoxLayout()
        left.addWidget(self._head)
        left.addWidget(self.problem)
        left.addWidget(self._centre_scroll, 1)
        left.addWidget(self.transport)
        self._left = left
        self._all = QHBoxLayout(self)
        self._all.addLayout(left, 1)
        self._all.addWidget(self._column)
        self.problem.hide()
        self.tabs.hide()
        self.setProperty("room", True)
        marks = (
            (self.centre, regions.PICTURE),
            (self._groups, regions.KNOBS),
            (self.explanation, regions.KNOBS),
            (self.presets, regions.PRESETS),
            (self.transport, regions.TRANSPORT),
            (self._head, regions.TABS),
        )
        for part, place in marks:
            regions.mark(part, place)

    def _side_widget(self) -> QWidget:
        holder = QWidget()
        holder.setObjectName("scrolled")  # the style sheet leaves its background alone
        column = QVBoxLayout(holder)
        column.addLayout(self.side)
        column.addWidget(self.presets)
        column.addStretch(1)
        self._side_column = column
        return holder

    def _restyle(self) -> None:
        now = theme()
        self._all.setContentsMargins(now.space(4), now.space(3), now.space(3), now.space(3))
        self._all.setSpacing(now.space(4))
        self._left.setSpacing(now.space(3))
        self._top.setSpacing(now.space(4))
        self._buttons.setSpacing(now.space(1))
        self._side_column.setContentsMargins(0, 0, now.space(2), 0)
        for group in (self.side, self._side_column):
            group.setSpacing(now.space(4))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Knobs and sentence take what the room can spare."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_: object) -> None:
        tight = self.width() < theme().space(_FOLD_STEPS)
        self.knobs_button.setVisible(tight)
        shown = not self._bare and (not tight or self.knobs_button.isChecked() or self.explained)
        self._column.setVisible(shown)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        least = self._groups.minimumSizeHint().width() + bar
        side = max(least, min(theme().space(_SIDE_STEPS), round(self.width() * _SIDE_SHARE)))
        self._column.setFixedWidth(side)
        self._centre_scroll.set_heights(theme().space(self._least), theme().space(self._scrolled))
        words = self.width() - (side if shown else 0)
        self.sentence.keep_lines(max(self._lines, 1 if words >= theme().space(_ONE_LINE_STEPS) else 2))
        self._place_tabs(words - theme().space(_AROUND_STEPS))

    def _place_tabs(self, room: int) -> None:
        """Beside the title if their words fit there in `room` pixels, else in a row of their own."""
        beside = self.title.sizeHint().width() + self._buttons.sizeHint().width()
        apart = self.tabs.least_width() > room - beside
        if apart == self._apart:
            return
        self._apart = apart
        shown = self.tabs.isVisibleTo(self)
        if apart:
            self._words.insertWidget(1, self.tabs)
        else:
            self._top.insertWidget(1, self.tabs, 1)
        self.tabs.setVisible(shown)
