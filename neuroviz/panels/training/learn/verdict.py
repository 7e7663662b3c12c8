"""Verdict: what goes wrong in the run, or that nothing does; where to see it, and what is usually done."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.training.learn import verdict_words as words
from neuroviz.sims.training.diagnosis import CALM, CARE, Finding
from neuroviz.ui.controls import IconButton, Words, give_focus_back
from neuroviz.ui.icons import icon
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes

MOST = 3
"""Further findings that are shown."""

SMALLER = 0.85
"""Of the type, where a sentence would not fit."""

_REST_MS = 250
_LINES = 3
_WIDE = 176  # steps of 4 px
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SIGN = 5  # steps of 4 px


class Verdict(QWidget):
    """The worst finding in a sentence, its evidence and its remedy a click away; the others under a fold.

    As high with one finding as with another: it grows only when the fold is opened by hand. Where it is wide,
    the buttons stand beside the sentence, else below it.
    """

    evidence_asked = Signal(object)
    """A Finding: what it is seen by is asked for."""
    remedy_asked = Signal(object)
    """A Remedy."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._values = False
        self._sign, self._sentence = QLabel(), Fitted()
        self.show_button, self.remedy_button, self.fold_button = QPushButton(), QPushButton(), QPushButton()
        self._rows = tuple(Row(self, i + 1) for i in range(MOST))
        self._others = QWidget()
        self._lay_out()
        self._others.hide()
        self.fold_button.setCheckable(True)
        self.fold_button.setProperty("fold", True)
        for button in (self.show_button, self.fold_button):
            button.setProperty("flat", True)
        for button in (self.show_button, self.remedy_button, self.fold_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the room
            leave_out(button)
        self.fold_button.toggled.connect(self._on_fold)
        self.show_button.clicked.connect(lambda: self.ask_evidence(0))
        self.remedy_button.clicked.connect(lambda: self.ask_remedy(0))
        self._soon = QTimer(self, interval=_REST_MS, singleShot=True)
        self._soon.timeout.connect(self._say)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """As they were shown last, worst first."""
        return self._findings

    def text(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_findings(self, findings: tuple[Finding, ...], *, values: bool = False) -> None:
        """Worst first; none before there is a run. values: the task asks for values, not for classes."""
        if (findings, values) == (self._findings, self._values):
            return
        others = values != self._values or list(map(_what, findings)) != list(map(_what, self._findings))
        self._findings, self._values = findings, values
        if others:
            self._say()
        elif not self._soon.isActive():  # other numbers in the same words: nobody reads sixty a second
            self._soon.start()

    def ask_evidence(self, i: int) -> None:
        """Ask for the view of finding i."""
        if i < len(self._findings):
            self.evidence_asked.emit(self._findings[i])

    def ask_remedy(self, i: int) -> None:
        """Ask for what is usually done about finding i."""
        if i < len(self._findings) and self._findings[i].remedy is not None:
            self.remedy_asked.emit(self._findings[i].remedy)

    def said(self, finding: Finding) -> str:
        """A finding in a sentence."""
        return words.sentence(finding, values=self._values)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _say(self) -> None:
        worst = self._findings[0] if self._findings else None
        text = self.said(worst) if worst is not None else ""
        self._sentence.say(text)
        self._show_sign(worst)
        self.show_button.setText(self.tr("Show"))
        self.show_button.setToolTip(self.tr("Turns to the picture that shows it"))
        self.show_button.setAccessibleDescription(text)
        _offer(self.show_button, worst is not None)
        remedy = worst.remedy if worst is not None else None
        if remedy is not None:
            self.remedy_button.setText(words.remedy_text(remedy))
            self.remedy_button.setToolTip(words.remedy_reason(remedy))
            self.remedy_button.setAccessibleDescription(words.remedy_reason(remedy))
        _offer(self.remedy_button, remedy is not None)
        others = self._findings[1 : MOST + 1]
        self.fold_button.setText(self.tr("{n} more").format(n=len(others)))
        self.fold_button.setToolTip(self.tr("What else has been found, worst first"))
        if not others:
            self.fold_button.setChecked(False)  # nothing is left under it
        _offer(self.fold_button, bool(others))
        for i, row in enumerate(self._rows):
            row.show_finding(others[i] if i < len(others) else None)
        self.setAccessibleName(self.tr("Diagnosis"))
        self.setAccessibleDescription(" ".join([text, *map(self.said, others)]))

    def _show_sign(self, worst: Finding | None) -> None:
        look, size = theme(), theme().space(_SIGN)
        if worst is None:
            self._sign.clear()
            return
        if worst.kind in ("start", "still"):
            name, colour = "more", look.quiet
        elif worst.severity == CALM:
            name, colour = "check", look.good
        else:
            name, colour = "warning", look.warn if worst.severity == CARE else look.bad
        self._sign.setPixmap(icon(name, size, colour).pixmap(QSize(size, size), self.devicePixelRatioF()))

    def _on_fold(self, on: bool) -> None:
        self._others.setVisible(on)
        self._restyle()
        self._say()

    def _lay_out(self) -> None:
        self._said, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._said.addWidget(self._sentence, 1)
        self._buttons.addStretch(1)
        for button in (self.remedy_button, self.fold_button, self.show_button):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top, self._top, self._whole = QWidget(), QBoxLayout(_ACROSS), QVBoxLayout(self)
        self._upper = top
        top.setLayout(self._top)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.addLayout(self._said, 1)
        self._top.addLayout(self._buttons)
        column = QVBoxLayout(self._others)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._rows:
            column.addWidget(row)
        self._whole.addWidget(top)
        self._whole.addWidget(self._others)
        self._whole.setContentsMargins(0, 0, 0, 0)

    def _restyle(self) -> None:
        look = theme()
        self._said.setSpacing(look.space(2))
        for layout in (self._buttons, self._whole, self._top):
            layout.setSpacing(look.space(1))
        self._sign.setFixedSize(look.space(_SIGN), look.space(_SIGN))
        name = "chevron_down" if self.fold_button.isChecked() else "chevron_right"
        self.fold_button.setIcon(icon(name, look.space(4), look.quiet))
        self._show_sign(self._findings[0] if self._findings else None)
        self._arrange()

    def _arrange(self) -> None:
        """Three lines of smaller type have room."""
        look = theme()
        wide = self.width() >= look.space(_WIDE)
        self._top.setDirection(_ACROSS if wide else _DOWN)
        height = math.ceil(_LINES * QFontMetricsF(look.font(SMALLER)).lineSpacing())
        button = self.remedy_button.sizeHint().height()
        self._sentence.setFixedHeight(height)
        self._upper.setFixedHeight(max(height, button) if wide else height + look.space(1) + button)


class Fitted(Words):
    """A sentence that wraps, in smaller type where it would not fit; all of it is in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Another sentence."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit()

    def fits(self) -> bool:
        """Whether all of it is seen."""
        return self._needed() <= self.height()

    def _needed(self) -> int:
        box = QRect(0, 0, max(1, self.width()), 10_000)
        return self.fontMetrics().boundingRect(box, int(Qt.TextFlag.TextWordWrap), self.text()).height()

    def _fit(self) -> None:
        for scale in (1.0, SMALLER):
            self.setFont(theme().font(scale, tabular=True))
            if self.fits():
                break

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()


class Row(QWidget):
    """One of the other findings: a line, and its two buttons as icons."""

    def __init__(self, verdict: Verdict, number: int) -> None:
        super().__init__()
        self._verdict = verdict
        self._text = ""
        self._line = Words(scale=SMALLER)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_button, self.remedy_button = IconButton("eye"), IconButton("branch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        for button in (self.show_button, self.remedy_button):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            leave_out(button)
            row.addWidget(button)
        self.show_button.clicked.connect(lambda: verdict.ask_evidence(number))
        self.remedy_button.clicked.connect(lambda: verdict.ask_remedy(number))

    def text(self) -> str:
        """All it says, also where it is cut short."""
        return self._text

    def show_finding(self, finding: Finding | None) -> None:
        """Another finding; None leaves the place empty."""
        self._text = self._verdict.said(finding) if finding is not None else ""
        self._line.setToolTip(self._text)
        self._line.setAccessibleName(self._text)
        self._elide()
        _offer(self.show_button, finding is not None)
        self.show_button.describe(self.tr("Show"))
        self.show_button.setAccessibleDescription(self._text)
        remedy = finding.remedy if finding is not None else None
        _offer(self.remedy_button, remedy is not None)
        if remedy is not None:
            self.remedy_button.set_icon("branch" if remedy.kind == "branch" else "restart")
            self.remedy_button.describe(words.remedy_text(remedy))
            self.remedy_button.setAccessibleDescription(words.remedy_reason(remedy))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the line where it ends now."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, width = self._line.fontMetrics(), self._line.width()
        self._line.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, width))


def _what(finding: Finding) -> tuple[object, ...]:
    """What is found, whatever the numbers."""
    return finding.kind, finding.severity, finding.layer, finding.remedy


def _offer(button: QPushButton | IconButton, on: bool) -> None:
    """Show it, or leave its place empty; what is taken away does not keep the focus."""
    if not on:
        give_focus_back(button)
    button.setVisible(on)
