"""Words that do not belong into the repository: put-off work, package hosts, paths of one machine."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import all_files, place

# A letter in brackets keeps each pattern from finding itself.
_WORDS = re.compile(
    r"\bTOD[O]\b|\bFIXM[E]\b|\bHAC[K]\b"
    r"|pyp[i]\.org|pythonhoste[d]\.org|anacond[a]\.org|npmj[s]\.org|artifactor[y]"
    r"|(?<![\w.~/-])/(?:hom[e]|roo[t]|User[s]|op[t]|wor[k]|sr[v])/\w"
)
_TEXT = {".py", ".md", ".toml", ".ts", ".json", ".cfg", ".ini", ".yml", ".sh", ""}


def _found(text: str) -> list[tuple[int, str]]:
    return [(n, hit[0]) for n, line in enumerate(text.splitlines(), 1) for hit in _WORDS.finditer(line)]


def test_no_forbidden_word_stands_anywhere() -> None:
    files = [file for file in all_files() if file.suffix in _TEXT]
    assert len(files) > 50
    blamed = [
        f"{place(file, line)}: {word}"
        for file in files
        for line, word in _found(file.read_text("utf-8", errors="replace"))
    ]
    assert blamed == []


@pytest.mark.parametrize("word", ["TOD?", "files.pythonhoste?.org", "see |home|ann|x", "'|work|main'"])
def test_a_planted_word_is_found(word: str) -> None:
    real = word.replace("|", "/").replace("D?", "DO").replace("e?", "ed")
    assert [line for line, _ in _found(f"fine\n# {real} later\n")] == [2]


@pytest.mark.parametrize("word", ["https://a.org/home/x", "~/work/x", "todo list", "docs/root/x"])
def test_a_harmless_word_is_not(word: str) -> None:
    assert _found(word) == []
