"""Every problem that a file can raise has a sentence, and the sentence finds its facts."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from neuroviz.io import files
from neuroviz.io.problem import PROBLEMS, Problem
from neuroviz.ui import problems
from neuroviz.ui.numbers import memory


def test_there_are_sentences_for_all_ids_and_no_others() -> None:
    assert problems.known() == PROBLEMS.keys()


@pytest.mark.parametrize(("id", "facts"), PROBLEMS.items(), ids=list(PROBLEMS))
def test_the_sentence_names_the_file_and_its_facts(
    qapp: QApplication, id: str, facts: tuple[str, ...]
) -> None:
    text = problems.sentence(Problem(id, **dict.fromkeys(facts, 1234), path="/tmp/my net.npz"), "my net.npz")
    assert text.startswith("my net.npz")
    assert text.endswith(".")
    assert "{" not in text
    if "limit" in facts:
        assert "1,234" in text or "1.23\N{NARROW NO-BREAK SPACE}kB" in text


def test_sizes_have_their_unit(qapp: QApplication) -> None:
    narrow = "\N{NARROW NO-BREAK SPACE}"
    told = [memory(n).replace(narrow, " ") for n in (12, 67_108_864, 616_064_000, 3_221_225_472, 999_999)]
    assert told == ["12 B", "67.1 MB", "616 MB", "3.22 GB", "1.00 MB"]
    text = problems.sentence(Problem("file-too-big", size=3_221_225_472, limit=67_108_864), "huge.png")
    assert text.replace(narrow, " ") == "huge.png is too large: 3.22 GB, where at most 67.1 MB will do."
    text = problems.sentence(Problem("render-too-big", size=616_064_000, limit=10**8), "The picture")
    assert "616 MB of memory" in text.replace(narrow, " ")
    assert "20 numbers" in problems.sentence(Problem("net-too-big", size=20, limit=10), "net.npz")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file", "/tmp/.neuroviz-1ee8"), "folder is not there"),
        (PermissionError(errno.EACCES, "Permission denied", "/root/.neuroviz-1ee8"), "may not write"),
        (OSError(errno.ENOSPC, "No space left on device"), "disc is full"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "shorter name"),
        (ValueError("embedded null byte"), "another name"),
    ],
)
def test_why_a_file_was_not_saved_is_said_without_what_the_system_says(
    qapp: QApplication, error: Exception, said: str
) -> None:
    text = problems.sentence(files.unwritable(error), "digits.png")
    assert text.startswith("digits.png could not be saved")
    assert said in text
    assert str(error) not in text
    assert not any(raw in text for raw in ("Errno", ".neuroviz", "embedded"))


def test_a_folder_that_is_gone_is_named_as_the_reason(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Problem) as found:
        files.replace(tmp_path / "gone" / "digits.png", b"x")
    assert "folder is not there" in problems.sentence(found.value, "digits.png")
