"""Every problem that a file can raise has a sentence, and the sentence finds its facts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from neuroviz.io.problem import PROBLEMS, Problem
from neuroviz.ui import problems


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
        assert "1,234" in text
