"""Sentences for tasks that cannot be made: one for every id that the data raises."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication

import neuroviz
from neuroviz.ui import data_problems


def test_every_unfit_id_has_a_sentence(qapp: QApplication) -> None:
    root = Path(neuroviz.__file__).parent
    files = (one for folder in ("data", "sims/training") for one in (root / folder).glob("*.py"))
    text = "".join(one.read_text() for one in files)
    raised = set(re.findall(r'Unfit\(\s*"([a-z-]+)"', text))
    raised |= set(re.findall(r'_fault[^\n]*= "([a-z-]+)"', text))
    assert raised == data_problems.known() - {"task-failed"}
    facts = dict.fromkeys(("n", "need", "count", "limit", "empty", "same", "words"), 1200)
    for id in raised | {"something new"}:
        said = data_problems.unfit(id, "mine.csv", facts)
        assert said.endswith(".")
        assert "{" not in said
        if id in ("table-few", "table-columns"):
            assert "mine.csv" in said
            assert "1,200" in said
