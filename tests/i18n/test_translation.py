"""The Chinese table is whole, and every text can be found in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from neuroviz.ui import i18n
from tools import translate

TABLE = translate.ROOT / "assets" / "i18n" / "zh_CN.ts"


def test_nothing_is_missing_stale_or_unfinished() -> None:
    assert translate.problems(TABLE, TABLE.with_suffix(".qm")) == []


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        ('self.tr("plain")', 0),
        ('self.tr("two " "parts")', 0),
        ('self.tr("with {p}").format(p=1)', 0),
        ('self.tr(f"with {p}")', 1),
        ("self.tr(text)", 1),
        ('self.tr("a" + b)', 1),
        ('self.tr("yes" if on else "no")', 1),
        ('QCoreApplication.translate("C", text)', 1),
        ('QCoreApplication.translate(C, "text")', 1),
        ('translate("C", "text")', 0),
        ("painter.translate(x, y)", 0),
    ],
)
def test_texts_that_can_never_be_found_are_found(tmp_path: Path, code: str, bad: int) -> None:
    file = tmp_path / "some.py"
    file.write_text(code)
    assert len(list(translate.bad_calls(file))) == bad


def planted(folder: Path, old: str, new: str) -> list[str]:
    table = folder / "zh_CN.ts"
    text = TABLE.read_text("utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), "utf-8")
    translate.release(table, table.with_suffix(".qm"))
    return translate.problems(table, table.with_suffix(".qm"))


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("<source>Full screen</source>", "<source>Full screens</source>", "missing"),
        ("<source>Full screen</source>", "<source>Full screens</source>", "stale"),
        ("<translation>全屏</translation>", '<translation type="unfinished"></translation>', "unfinished"),
        ("第 {step} 步", "第 {stop} 步", "placeholders"),
    ],
)
def test_the_check_finds_what_is_planted(tmp_path: Path, old: str, new: str, word: str) -> None:
    before = translate.problems(TABLE, TABLE.with_suffix(".qm"))
    found = set(planted(tmp_path, old, new)) - set(before)
    assert any(line.startswith(word) for line in found), found


def test_the_check_finds_a_table_that_was_not_compiled(tmp_path: Path) -> None:
    table = tmp_path / "zh_CN.ts"
    table.write_bytes(TABLE.read_bytes())
    assert any("is older" in line for line in translate.problems(table, table.with_suffix(".qm")))


def test_languages_are_switched_live_and_back(qtbot: QtBot, qapp: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    english = cancel.text()
    try:
        i18n.install(qapp, "zh_CN")
        qapp.processEvents()
        assert QCoreApplication.translate("Chapters", "What is a model") == "什么是模型"
        assert "取消" in cancel.text()
        assert i18n.language() == "zh_CN"
    finally:
        i18n.install(qapp, "en")
    qapp.processEvents()
    assert QCoreApplication.translate("Chapters", "What is a model") == "What is a model"
    assert cancel.text() == english


def test_an_unknown_language_changes_nothing(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="xx"):
        i18n.install(qapp, "xx")
    assert i18n.language() == "en"
