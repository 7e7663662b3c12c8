"""Files, functions and parameter lists stay small enough to be read at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import sizes
from tests.architecture.source import python_files


def test_nothing_is_too_large() -> None:
    assert [found for file in python_files() for found in sizes.too_large(file)] == []


def _function(lines: int) -> str:
    return "def f(x):\n" + "    x += 1\n" * (lines - 1)


@pytest.mark.parametrize(
    ("source", "blamed"),
    [
        ("x = 1\n" * 400, ""),
        ("x = 1\n" * 401, "401 lines"),
        (_function(60), ""),
        (_function(61), "f has 61 lines"),
        ("class A:\n    def f(self, a, b, c, d, e, g): ...\n", ""),
        ("class A:\n    def f(self, a, b, c, d, e, g, h): ...\n", "f has 7 parameters"),
        ("def f(a, b, c, d, /, e, *, g): ...\n", ""),
        ("def f(a, b, c, d, /, e, *, g, h): ...\n", "f has 7 parameters"),
        ("async def f(a, b, c, d, e, *args, **kwargs): ...\n", "f has 7 parameters"),
        ("class A:\n    @classmethod\n    def f(cls, a, b, c, d, e, g): ...\n", ""),
    ],
)
def test_a_planted_excess_is_found(tmp_path: Path, source: str, blamed: str) -> None:
    file = tmp_path / "planted.py"
    file.write_text(source, "utf-8")
    found = list(sizes.too_large(file))
    assert len(found) == bool(blamed)
    assert all(one.endswith(blamed) for one in found)
