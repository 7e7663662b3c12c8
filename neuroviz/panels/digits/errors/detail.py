"""Detail: the chosen picture enlarged, with all ten answers, and the way to the pad."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.ui import device
from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.controls import Words
from neuroviz.ui.errors import painted
from neuroviz.ui.images import fade, picture
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_STEPS = 28  # height in steps of the theme's space
_BARS = 25  # of the bars, so that they stand in a narrow window too

_WORDS = 32  # for the widest number of a picture, so that nothing moves with another

Grey = NDArray[np.uint8]


class Enlarged(QWidget):
    """One picture, as large as the widget is high."""

    def __init__(self) -> None:
        super().__init__()
        self._grey: Grey | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.updateGeometry)

    def set_picture(self, grey: Grey | None) -> None:
        """Show (28, 28) uint8, or nothing."""
        self._grey = grey
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Paper and ink."""
        look = theme()
        side = min(self.width(), self.height()) - 2
        box = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.fillRect(box.adjusted(-1, -1, 1, 1), look.line)
        painter.fillRect(box, look.card)
        if self._grey is not None:
            values = self._grey.astype(np.float32) / np.float32(255)
            device.draw_pixels(painter, box, picture(values, fade(look.card, look.ink)).image)

    def sizeHint(self) -> QSize:
        """A square as high as the row."""
        side = theme().space(_STEPS)
        return QSize(side, side)


class Detail(QWidget):
    """What one picture is, what it was taken for, and how sure the net was of each digit."""

    take_asked = Signal()
    """The picture should lie on the pad."""

    def __init__(self) -> None:
        super().__init__()
        self.picture, self.bars = Enlarged(), ProbabilityBars()
        self._title, self._which = Words(scale=1.6, bold=True), Words(scale=0.85, quiet=True)
        self._take = QPushButton()
        leave_out(self._take)
        self._take.clicked.connect(self.take_asked)
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._which)
        self._words.addStretch(1)
        self._words.addWidget(self._take)
        self._row = QHBoxLayout()
        self._row.addWidget(self.picture)
        self._row.addLayout(self._words)
        self._row.addWidget(self.bars, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row, 1)
        theme_changes.changed.connect(self._restyle)
        self.clear()
        self._restyle()
        self._retranslate()

    def show_picture(self, grey: Grey, probabilities: NDArray[np.float32], title: str, which: str) -> None:
        """Show one picture: (28, 28) uint8, its ten probabilities, and its words."""
        self.picture.set_picture(grey)
        self.bars.set_probabilities(probabilities)
        self._title.setText(title)
        self._which.setText(which)
        self._take.setEnabled(True)

    def clear(self) -> None:
        """Nothing is chosen."""
        self.picture.set_picture(None)
        self.bars.set_probabilities(None)
        self._title.setText("–")
        self._which.setText("")
        self._take.setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._take.setText(self.tr("To the pad"))
        self._take.setToolTip(
            self.tr(
                "Lay it on the drawing pad, where every layer of the net can be seen; Enter does the same"
            )
        )

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(4))
        self._column.setSpacing(theme().space(2))
        self.bars.setMaximumHeight(theme().space(_BARS))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the three have no room beside each other, the bars go below."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        words = max(self._take.sizeHint().width(), look.space(_WORDS))
        self._take.setMinimumWidth(words)
        self._which.setMinimumWidth(words)
        needed = look.space(_STEPS) + words + self.bars.minimumSizeHint().width() + 2 * look.space(4)
        below = self.width() < needed
        if below != (self._column.count() > 1):
            (self._row if below else self._column).removeWidget(self.bars)
            if below:
                self._column.addWidget(self.bars)
            else:
                self._row.addWidget(self.bars, 1)
        if below:
            self.bars.setFixedHeight(look.space(_BARS))
        else:
            self.bars.setMinimumHeight(0)
        self.setFixedHeight(look.space(_STEPS + (_BARS + 2 if below else 0)))
