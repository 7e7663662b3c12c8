"""Pictures of the rooms: they come out as asked, the same every time, and a failure says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from neuroviz import shots
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.ui import i18n
from neuroviz.ui.theme import set_theme


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    yield
    set_theme("dark")
    i18n.install(qapp, "en")


def test_every_room_and_the_sheet(tmp_path: Path) -> None:
    assert shots.main([str(tmp_path / "new"), "--size", "1280x720", "--sheet"]) == 0
    picture = QImage(str(tmp_path / "new" / "digits.png"))
    assert (picture.width(), picture.height()) == (1280, 720)
    assert not QImage(str(tmp_path / "new" / "sheet.png")).isNull()


def test_the_same_wish_gives_the_same_picture(tmp_path: Path) -> None:
    wish = ["--panel", "digits", "--theme", "light", "--lang", "zh_CN", "--scale", "1.6"]
    first, second = (tmp_path / name for name in ("a", "b"))
    assert shots.main([str(first), *wish]) == 0
    assert shots.main([str(second), *wish]) == 0
    assert (first / "digits.png").read_bytes() == (second / "digits.png").read_bytes()


@pytest.mark.parametrize("wish", [["--panel", "cellar"], ["--panel", "digits", "--size", "640x480"]])
def test_a_failure_gives_a_reason_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wish: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_panel: DigitsPanel) -> bool:
        return False

    monkeypatch.setattr(DigitsPanel, "posed", never)
    monkeypatch.setattr(shots, "_PATIENCE", 0.2)
    assert shots.main([str(tmp_path), *wish]) == 1
    assert capsys.readouterr().err.startswith("shots: ")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("")
    assert shots.main([str(tmp_path / "taken")]) == 1
    assert "taken" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wish",
    [*(f"--size={size}" for size in ("1280", "x", "1280x", "10x10", "99999x99999", "320x240", "٣x٣")),
     *(f"--scale={scale}" for scale in ("9", "0.1", "nan", "inf", "large")),
     "--theme=pink", "--nonsense"],
)  # fmt: skip
def test_a_wish_that_cannot_be_read(wish: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shots.main([str(tmp_path), wish]) == 1
    assert capsys.readouterr().err.startswith("shots: ")
    assert list(tmp_path.iterdir()) == []
