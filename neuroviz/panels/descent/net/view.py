"""NetLandView: the plane from the side and from above with the path on it; below, what is asked beside it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.descent.net import words
from neuroviz.panels.descent.net.charts import NetCharts
from neuroviz.panels.descent.net.config import ORDER, SHOWS, VALUES, Looking, kind_names
from neuroviz.sims.descent.net_plane import PlaneFrame
from neuroviz.ui.choices import ChoiceBox, Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.relief.map import LevelMap
from neuroviz.ui.relief.marks import NOTHING, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief, between
from neuroviz.ui.relief.view import BlockView
from neuroviz.ui.theme import theme, theme_changes


class NetLandView(QWidget):
    """The block and the map show the same. A click picks a place, the wheel over the map looks closer."""

    kind_asked = Signal(object)
    value_asked = Signal(object)
    shows_asked = Signal(object)
    log_asked = Signal(bool)
    place_asked = Signal(float, float)
    domain_asked = Signal(object)
    other_asked = Signal(str)
    """The net at the other end of the line, by name; "" for another start."""

    def __init__(self) -> None:
        super().__init__()
        self.block, self.map, self.charts = BlockView(), LevelMap(), NetCharts()
        self.kinds, self.values, self.shows = Segmented(), Segmented(), Segmented()
        self.log, self.another, self.take = QPushButton(), QPushButton(), QPushButton()
        self.other = ChoiceBox()
        self.fine, self.tip, self.place = (Words(scale=0.85, quiet=True), Words(), Words(scale=0.85))
        for one in (self.fine, self.tip, self.place):
            one.setWordWrap(True)
            one.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.log.setCheckable(True)
        for button in (self.log, self.another):
            button.setProperty("segment", True)
        for button in (self.log, self.another, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        leave_out(self.kinds, self.values, self.shows, self.log, self.another, self.take, self.other)
        self._frame: PlaneFrame | None = None
        self._looking = Looking()
        self._shown: object = None
        self.kinds.set_choices([(one, one) for one in ORDER])
        self.values.set_choices([(one, one) for one in VALUES])
        self.shows.set_choices([(one, one) for one in SHOWS])
        self._connect()
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_looking(self, looking: Looking) -> None:
        """Controls as they are set, silently."""
        self._looking = looking
        self.kinds.set_value(looking.kind)
        self.values.set_value(looking.value)
        self.shows.set_value(looking.shows)
        self.log.setChecked(looking.log)
        self.another.setVisible(looking.kind == "random")
        self.other.setVisible(looking.shows == "line")
        self.charts.set_shows(looking.shows)

    def show_others(self, others: tuple[str, ...], chosen: str) -> None:
        """The nets that the line may end at, beside another start."""
        names = ("", *others)
        if names != tuple(self.other.itemData(i) for i in range(self.other.count())):
            self.other.clear()
            for name in names:
                self.other.addItem(name or self.tr("Another start"), name)
            self.other.updateGeometry()
        self.other.setCurrentIndex(names.index(chosen) if chosen in names else 0)

    def show_frame(self, frame: PlaneFrame | None, looking: Looking, others: np.ndarray) -> None:
        """The landscape as far as it is known. others: (K, 2) places of other nets in the plane."""
        self._frame, self._looking = frame, looking
        if frame is None or not len(frame.a):
            self._show_relief(None)
            self.fine.setText("" if frame is None else words.fineness(frame))
            self._show_place()
            return
        key = (
            frame.number, len(frame.a), frame.n, self._domain(frame), self._value(frame), looking.log,
            float(np.nanmean(frame.loss[np.isfinite(frame.loss)])) if np.isfinite(frame.loss).any() else 0.0,
        )  # fmt: skip
        if key != self._shown or self.map.relief() is None:
            self._shown = key
            self._show_relief(self._relief(frame))
            names = words.names(frame, self._value(frame))
            for one in (self.block, self.map):
                one.set_names(names)
        if looking.view is None:
            self.map.set_home(self._domain(frame))
        marks = self._marks(frame, others)
        for one in (self.block, self.map):
            one.set_marks(marks)
            one.set_cursor(looking.place)
        self.fine.setText(words.fineness(frame))
        self.charts.show_track(frame.track)
        self._show_place()

    def told(self, x: float, y: float) -> str:
        """Loss, share right and distance of a place of the plane."""
        frame = self._frame
        if frame is None or frame.plane is None or not len(frame.a):
            return ""
        column = (x - frame.a[0]) / (frame.a[-1] - frame.a[0]) * (len(frame.a) - 1)
        row = (y - frame.b[0]) / (frame.b[-1] - frame.b[0]) * (len(frame.b) - 1)
        loss, right = (
            float(between(one, np.array(row), np.array(column))) for one in (frame.loss, frame.right))
        if not np.isfinite(loss):
            return ""
        away = np.float32(x) * frame.plane.u + np.float32(y) * frame.plane.v
        return words.told((x, y), loss, right, float(np.linalg.norm(away[: frame.plane.n_learned])))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- inside --------------------------------------------------------------------------------------

    def _value(self, frame: PlaneFrame) -> str:
        """What is asked for, where there is any: values are neither right nor wrong."""
        return "right" if self._looking.value == "right" and np.isfinite(frame.right).any() else "loss"

    @staticmethod
    def _domain(frame: PlaneFrame) -> tuple[float, float, float, float]:
        return float(frame.a[0]), float(frame.a[-1]), float(frame.b[0]), float(frame.b[-1])

    def _relief(self, frame: PlaneFrame) -> Relief:
        x0, x1, y0, y1 = self._domain(frame)
        if self._value(frame) == "right":
            return Relief(frame.right, (x0, x1), (y0, y1))
        return Relief(frame.loss, (x0, x1), (y0, y1), self._looking.log)

    def _show_relief(self, relief: Relief | None) -> None:
        if relief is None:
            self._shown = None
        for one in (self.block, self.map):
            one.set_relief(relief)
            if relief is None:
                one.set_marks(NOTHING)
                one.set_cursor(None)

    def _marks(self, frame: PlaneFrame, others: np.ndarray) -> Marks:
        track, look = frame.track, theme()
        spots = [
            Spot(float(a), float(b), look.quiet, "minimum", words.other_name())
            for a, b in others
        ]
        trails: tuple[Trail, ...] = ()
        if track is not None:
            trails = (Trail(track.a, track.b, look.accent, 2.4, dots=True),)
            known = np.flatnonzero(np.isfinite(track.a) & np.isfinite(track.b))
            if len(known):
                first = int(known[0])
                spots.append(Spot(float(track.a[first]), float(track.b[first]), look.text, "start"))
            here = track.here
            if np.isfinite([track.a[here], track.b[here]]).all():
                spots.append(Spot(float(track.a[here]), float(track.b[here]), look.accent, "ball"))
        return Marks((), trails, tuple(spots))

    def _show_place(self) -> None:
        place = self._looking.place
        told = "" if place is None else self.told(*place)
        hint = self.tr("Click on the landscape: loss and share right there; that net can be taken.")
        self.place.setText(words.picked(told) if told else hint)
        self.take.setEnabled(bool(told))

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.kind_asked)
        self.values.chosen.connect(self.value_asked)
        self.shows.chosen.connect(self.shows_asked)
        self.log.clicked.connect(self.log_asked)
        self.other.activated.connect(lambda i: self.other_asked.emit(str(self.other.itemData(i))))
        self.map.domain_wanted.connect(lambda *domain: self.domain_asked.emit(domain))
        for one in (self.block, self.map):
            one.picked.connect(self.place_asked)
            one.set_told(lambda x, y, _value: self.told(x, y))

    def _lay_out(self) -> None:
        self._top, self._upper, self._lower = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.kinds, 1)
        self._top.addWidget(self.another)
        self._upper.addWidget(self.block, 1)
        self._upper.addWidget(self.map, 1)
        self._choices, self._right, self._left = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._choices.addWidget(self.shows, 1)
        self._choices.addWidget(self.other)
        self._right.addLayout(self._choices)
        self._right.addWidget(self.charts, 1)
        self._heights = QHBoxLayout()
        self._heights.addWidget(self.values, 1)
        self._heights.addWidget(self.log)
        self._left.addLayout(self._heights)
        for one in (self.tip, self.place):
            self._left.addWidget(one)
        self._left.addStretch(1)
        self._left.addWidget(self.take)
        self._left.addWidget(self.fine)
        self.take.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lower.addLayout(self._left, 2)
        self._lower.addLayout(self._right, 3)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._top)
        self._whole.addLayout(self._upper, 3)
        self._whole.addLayout(self._lower, 2)

    def _restyle(self) -> None:
        look = theme()
        for row in (self._upper, self._lower):
            row.setSpacing(look.space(3))
        for row in (self._top, self._choices, self._heights):
            row.setSpacing(look.space(1.5))
        for column in (self._left, self._right, self._whole):
            column.setSpacing(look.space(1.5))
        self._shown = None
        if self._frame is not None:
            self.show_frame(self._frame, self._looking, np.zeros((0, 2)))

    def _retranslate(self) -> None:
        kinds = kind_names()
        self.kinds.set_texts([kinds[one] for one in ORDER])
        self.kinds.setAccessibleName(self.tr("Which plane"))
        self.values.set_texts([self.tr("Loss"), self.tr("Share right")])
        self.shows.set_texts([self.tr("Gap"), self.tr("Line"), self.tr("Sharpness")])
        self.log.setText(self.tr("log height"))
        self.log.setToolTip(self.tr("Equal ratios are equally high: what is low and flat is seen apart"))
        self.another.setText(self.tr("Two others"))
        self.another.setToolTip(self.tr("Chance chooses two other directions"))
        self.take.setText(self.tr("Take this net"))
        self.take.setToolTip(self.tr("The net at the picked place becomes one of yours, for all rooms"))
        self.other.setAccessibleName(self.tr("The net at the other end"))
        if self.other.count():
            self.other.setItemText(0, self.tr("Another start"))
        self._shown = None
        self._show_place()
