"""ProblemCard: what went wrong in one sentence, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from neuroviz.io.problem import Problem
from neuroviz.ui import problems
from neuroviz.ui.controls import Words
from neuroviz.ui.icons import icon
from neuroviz.ui.theme import theme, theme_changes


class ProblemCard(QWidget):
    """A sentence; "Try again"; details that fold out and can be copied."""

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._sentence = Words()
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again, self._fold, self._copy = QPushButton(), QPushButton(), QPushButton()
        self._fold.setCheckable(True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.hide()
        self._again.clicked.connect(self.again_asked)
        self._fold.toggled.connect(self._details.setVisible)
        self._copy.clicked.connect(self._on_copy)
        self._lay_out()
        self._say_names()
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    @staticmethod
    def sentence_for(error: BaseException | None) -> str:
        """The sentence for an error that a room could not do anything about."""
        if isinstance(error, Problem):
            return problems.sentence(error, str(error.facts.get("path", "")))
        if isinstance(error, MemoryError):
            return QCoreApplication.translate(
                "ProblemCard", "This needs more memory than the computer has free. Try something smaller."
            )
        return QCoreApplication.translate(
            "ProblemCard", "Something in this room went wrong. The other rooms go on; you can try again here."
        )

    def set_problem(self, sentence: str, details: str = "") -> None:
        """Say `sentence`; `details` (a traceback) stay folded until asked for."""
        self._sentence.setText(sentence)
        self._details.setPlainText(details)
        self._fold.setChecked(False)
        self._fold.setVisible(bool(details))
        self._copy.setVisible(bool(details))
        self.setAccessibleName(sentence)

    def sentence(self) -> str:
        """What it says now."""
        return self._sentence.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a stripe in the colour of failure; the sign says it too."""
        look = theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.card)
            radius = look.space(2)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            painter.setBrush(look.bad)
            inset = look.space(2)
            painter.drawRoundedRect(QRectF(0, inset, look.space(0.75), self.height() - 2 * inset), 2, 2)

    def changeEvent(self, event: QEvent) -> None:
        """The buttons follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
        super().changeEvent(event)

    def _say_names(self) -> None:
        self._again.setText(self.tr("Try again"))
        self._fold.setText(self.tr("Show log"))
        self._copy.setText(self.tr("Copy log"))
        self._details.setAccessibleName(self.tr("Log"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._sentence.text()}\n\n{self._details.toPlainText()}")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._again, self._fold, self._copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.addWidget(self._sentence)
        words.addLayout(buttons)
        words.addWidget(self._details)
        self._words = words
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)

    def _restyle(self) -> None:
        look = theme()
        side = look.space(5)
        self._sign.setPixmap(icon("warning", side, look.bad).pixmap(side, side))
        self._details.setFont(look.font(0.85, mono=True))
        self._details.setMinimumHeight(look.space(40))
        self._row.setContentsMargins(look.space(4), look.space(3), look.space(4), look.space(3))
        self._row.setSpacing(look.space(3))
        self._words.setSpacing(look.space(2))
