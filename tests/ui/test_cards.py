"""Explanation, problem card and toast: what is clicked is asked for, and words follow the language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui import i18n
from neuroviz.ui.explanation import Explanation, ExplanationText
from neuroviz.ui.problem_card import ProblemCard
from neuroviz.ui.toast import Toast
from neuroviz.ui.wrap_button import WrapButton

TEXT = ExplanationText("The idea.", (("Draw a 3.", "three"), ("Turn it.", "turn")), "Look closely.")


def push(card: QWidget, text: str) -> QPushButton:
    return next(button for button in card.findChildren(QPushButton) if button.text() == text)


def test_trying_asks_with_its_id(qtbot: QtBot) -> None:
    sheet = Explanation()
    qtbot.addWidget(sheet)
    sheet.set_text(TEXT)
    sheet.show()
    shown = [button for button in sheet.findChildren(WrapButton) if button.isVisible()]
    assert [button.text() for button in shown] == ["Draw a 3.", "Turn it."]
    with qtbot.waitSignal(sheet.try_asked) as asked:
        qtbot.mouseClick(shown[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["turn"]
    sheet.set_text(ExplanationText("Another.", (("Only this.", "one"),), ""))
    assert [button.text() for button in shown if button.isVisible()] == ["Only this."]


def test_escape_closes_the_explanation(qtbot: QtBot) -> None:
    sheet = Explanation()
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.close_asked):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_sentence_to_try_is_never_cut_off(qtbot: QtBot) -> None:
    button = WrapButton()
    qtbot.addWidget(button)
    button.setText("Draw a three, then close its left side until it becomes an eight. " * 3)
    assert button.heightForWidth(200) > 2 * button.heightForWidth(700)
    button.setText("短句")
    assert button.heightForWidth(200) < 60


def test_a_button_makes_room_for_a_longer_sentence(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = WrapButton()
    column.addWidget(button)
    column.addStretch(1)
    window.resize(240, 400)
    window.show()
    QApplication.processEvents()
    before = button.height()
    button.setText("Draw a three, then close its left side until it becomes an eight. " * 2)
    QApplication.processEvents()
    assert button.height() > before + 30


def test_problem_card_unfolds_and_copies(qtbot: QtBot) -> None:
    card = ProblemCard()
    qtbot.addWidget(card)
    card.set_problem("It broke.", "Traceback: line 3")
    card.show()
    details = card.findChild(QPlainTextEdit)
    assert not details.isVisible()
    qtbot.mouseClick(push(card, "Show log"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    qtbot.mouseClick(push(card, "Copy log"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "It broke.\n\nTraceback: line 3"
    with qtbot.waitSignal(card.again_asked):
        qtbot.mouseClick(push(card, "Try again"), Qt.MouseButton.LeftButton)
    card.set_problem("Another.")
    assert not details.isVisible()
    assert not push(card, "Show log").isVisible()


def test_an_unforeseen_error_gets_a_sentence_without_its_own_words(qapp: QApplication) -> None:
    assert "0x7f" not in ProblemCard.sentence_for(ValueError("0x7f"))
    assert "memory" in ProblemCard.sentence_for(MemoryError())
    i18n.install(qapp, "zh_CN")
    assert "内存" in ProblemCard.sentence_for(MemoryError())


def test_toast_stays_at_the_foot_and_within(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    toast = Toast(window)
    toast.say("A sentence that is long enough to need more than one line here. " * 2, log=True)
    for width, height in ((900, 500), (360, 700)):
        window.resize(width, height)
        QApplication.processEvents()
        assert window.rect().contains(toast.geometry())
        assert toast.geometry().bottom() > height / 2
    with qtbot.waitSignal(toast.log_asked):
        qtbot.mouseClick(push(toast, "Show log"), Qt.MouseButton.LeftButton)


def test_buttons_follow_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    card = ProblemCard()
    qtbot.addWidget(card)
    card.show()
    i18n.install(qapp, "zh_CN")
    QApplication.processEvents()
    assert push(card, "重试")
    i18n.install(qapp, "en")
    QApplication.processEvents()
    assert push(card, "Try again")


def test_a_short_sentence_hides_nothing_for_long(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    spans = []
    for sentence in ("Copied.", "That is not possible here; nothing was changed.", "A long one. " * 40):
        toast.say(sentence)
        spans.append(toast._timer.interval())
    assert spans == sorted(set(spans))
    assert spans[1] <= 6000
    assert spans[2] == 12_000
