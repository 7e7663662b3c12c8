"""Large: one picture of the page over the whole centre, with everything there is to say about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.panels.layers.why import formulas, words
from neuroviz.panels.layers.why.figures import figure
from neuroviz.panels.layers.why.plate import Plate, Shown
from neuroviz.sims.why import WhyFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class Large(QWidget):
    """Point at an input, and every picture's value of it stands beside, with its formula."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._frame: WhyFrame | None = None
        self._picture = words.PICTURES[0]
        self._at = -1
        self.plate = Plate()
        self.plate.set_teller(lambda i: formulas.formula(self._frame, self._picture, i))
        self._title = Words(scale=1.25, bold=True)
        self._caption, self._worth, self._place, self._all = (Words() for _ in range(4))
        for one in (self._title, self._caption, self._worth, self._place, self._all):
            one.setWordWrap(True)
        self._back = QPushButton()
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._back.clicked.connect(self.closed)
        self.plate.opened.connect(self.closed)
        self.plate.pointed.connect(self._on_pointed)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def picture(self) -> str:
        """Which picture it shows."""
        return self._picture

    def choose(self, picture: str) -> None:
        """Which picture it shows from now on."""
        self._picture = picture
        self._say()

    def show_picture(self, frame: WhyFrame, shown: Shown) -> None:
        """Show it as it is in this frame."""
        self._frame = frame
        self.plate.show_values(shown)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lays it back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is no higher than its width lets it be."""
        super().resizeEvent(event)
        self.plate.setMaximumHeight(self.plate.height_for(round(self.width() * 0.6)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._side = QVBoxLayout()
        self._side.addWidget(self._back)
        for one in (self._title, self._worth, self._caption, self._place, self._all):
            self._side.addWidget(one)
        self._side.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.addWidget(self.plate, 1)
        left.addStretch(0)
        self._row.addLayout(left, 3)
        self._row.addLayout(self._side, 2)

    def _on_pointed(self, i: int) -> None:
        if i != self._at:
            self._at = i
            self._say()

    def _say(self) -> None:
        frame = self._frame
        self._title.setText(words.name(self._picture))
        self._worth.setText(words.worth(self._picture))
        self.plate.setAccessibleName(words.name(self._picture))
        if frame is None:
            return
        caption = words.caption(frame, self._picture)
        about = self.tr("f is the {score}: {f}").format(
            score=words.score(frame) if frame.chosen >= 0 else "–", f=figure(frame.f)
        )
        self._caption.setText("\n".join(part for part in (caption, about) if part))
        if self._at >= 0 and frame.x is not None and self._at < len(frame.x):
            self._place.setText(formulas.where(frame, self._at))
            self._place.show()
            self._all.setText("\n\n".join(formulas.every(frame, self._at)))
        else:
            self._place.hide()
            self._all.setText(self.tr("Point at the picture, or walk over it with the arrow keys."))
        place = self._place.text() if self._at >= 0 else ""
        told = " ".join(part for part in (caption, place, self._all.text()) if part)
        if told != self.plate.accessibleDescription():
            self.plate.setAccessibleDescription(told)

    def _retranslate(self) -> None:
        self._back.setText(self.tr("All pictures"))
        self._back.setToolTip(self.tr("Back to all pictures side by side (Esc)"))
        self._say()

    def _restyle(self) -> None:
        self._side.setSpacing(theme().space(3))
        self._row.setSpacing(theme().space(5))
