"""CSV: what spreadsheets write is read; everything else ends in one Problem, and nothing half-read."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from neuroviz.data.tables import Table
from neuroviz.io import csv_tables
from neuroviz.io.problem import Problem

PLAIN = "a,b,kind\n1,2.5,x\n-3,4e2,y\n,5,x\n"


def table(content: bytes | str) -> Table:
    """The table in these bytes."""
    raw = content.encode() if isinstance(content, str) else content
    return next(one for one in csv_tables.parsing(raw, "t") if isinstance(one, Table))


def problem(content: bytes | str) -> Problem:
    """What is wrong with these bytes."""
    with pytest.raises(Problem) as caught:
        table(content)
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN + "\n\n,,\n",
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", ";").replace("2.5", "2,5"),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.replace("2.5", '"2.5"').replace("x", '"x"'),
        PLAIN.rstrip("\n"),
        PLAIN.replace("\n,5", "\nNA,5"),
    ],
)
def test_what_programs_write(content: str | bytes) -> None:
    found = table(content)
    assert [one.name for one in found.columns] == ["a", "b", "kind"]
    a, b, kind = found.columns
    np.testing.assert_array_equal(a.values, [1, -3, np.nan])
    np.testing.assert_array_equal(b.values, [2.5, 400, 5])
    assert kind.words == ("x", "y")
    assert kind.values.tolist() == [0, 1, 0]
    assert a.gaps.tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("content", "id", "facts"),
    [
        ("a,b\n1,2\n3\n", "csv-ragged", {"line": 3, "found": 1, "expected": 2}),
        ("a,b\n1,2\n\n3,4,5\n", "csv-ragged", {"line": 4, "found": 3, "expected": 2}),
        ('a,b\n"1\n1",2\n3\n', "csv-ragged", {"line": 4}),
        ("a,b\n1,2\n1e400,2\n", "csv-number", {"line": 3, "column": "a", "text": "1e400"}),
        ("a,b\n1,-inf\n", "csv-number", {"line": 2, "column": "b"}),
        ("a,b\n" + "9" * 5000 + ",2\n", "csv-number", {"line": 2}),
        ("a,b\n", "csv-empty", {}),
        ("a,b", "csv-empty", {}),
        ("a,b\n,\n", "csv-empty", {}),
        ("1,2\n3,4\n", "csv-header", {}),
        ("1;2,5\n3;4\n", "csv-header", {}),
        ("\n\n", "csv-header", {}),
        (",\n1,2\n", "csv-header", {}),
        ("a\n1\n2\n", "csv-columns", {}),
        ("a,b\n1,\0\n", "csv-binary", {}),
        (bytes(range(256)) * 10, "csv-binary", {}),
        (b"PK\x03\x04\x00\x00", "csv-binary", {}),
        ("a,b\nä,1\n".encode("latin-1"), "csv-encoding", {}),
        ("a,b\n北,1\n".encode("gb18030"), "csv-encoding", {}),
        (b"\xff\xfea\0,\0b\0\n\0\0\xd8\n\0", "csv-encoding", {}),
        (b"\xff\xfea", "csv-encoding", {}),
        ('a,b\n1,"' + "x" * 200_000, "csv-line", {}),
        ("a,b\n1," + "y" * (csv_tables.LINE + 1), "csv-line", {}),
        ("a,b\n1,2\n" + "\n".join("3" for _ in range(5)), "csv-ragged", {}),
        (",".join(f"c{i}" for i in range(1001)) + "\n", "csv-wide", {"count": 1001}),
    ],
)
def test_what_cannot_be_read_is_said(content: str | bytes, id: str, facts: dict[str, object]) -> None:
    found = problem(content)
    assert found.id == id
    assert facts.items() <= found.facts.items()


def numbers(*odd: str, n: int = 100) -> str:
    """A column of so many numbers, of which some are something else."""
    cells = [str(i / 8) for i in range(n)]
    for k, text in enumerate(odd):
        cells[50 + k] = text
    return "a,kind\n" + "".join(f"{cell},{'xy'[i % 2]}\n" for i, cell in enumerate(cells))


def test_a_word_among_numbers_is_a_slip_and_is_named() -> None:
    found = problem(numbers("oops"))
    assert found.id == "csv-word"
    assert found.facts == {"line": 52, "column": "a", "text": "oops"}
    found = problem(numbers("12.5 kg", "?", "zwölf"))
    assert found.id == "csv-words"
    assert found.facts == {"line": 52, "column": "a", "text": "12.5 kg", "count": 1}
    assert problem(numbers("x" * 1000)).facts["text"] == "x" * 30


def test_words_that_are_no_slips_stay_words() -> None:
    assert table(numbers(*"abcdef")).columns[0].words is not None
    assert table("a,b\n1,2\noops,2\n3,1\n").columns[0].words == ("1", "3", "oops")
    grades = "grade,x\n" + "".join(f"{'X' if i in (3, 70) else i % 5},{i}\n" for i in range(100))
    assert table(grades).columns[0].words == ("0", "1", "2", "3", "4", "X")


def test_names_are_mended() -> None:
    found = table("x,x,, a  b ,x\n1,2,3,4,5\n")
    assert [one.name for one in found.columns] == ["x", "x (2)", "#3", "a b", "x (3)"]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_tables, "CELLS", 10)
    assert problem("a,b\n" + "1,2\n" * 6).id == "csv-too-big"


def test_odd_words_stay_words() -> None:
    for odd in ("1_000", "1,000.5", "١٢٣x", "0x10", "1 000", "🙂"):
        assert table(f'a,b\n"{odd}",1\n2,3\n').columns[0].words is not None


def test_files_that_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "empty.csv").touch()
    with open(tmp_path / "huge.csv", "wb") as file:
        file.truncate(2**30)
    expected = {
        "pipe.csv": "file-kind", "folder.csv": "file-kind", "empty.csv": "file-empty",
        "huge.csv": "file-too-big", "none.csv": "file-missing",
    }  # fmt: skip
    for name, id in expected.items():
        with pytest.raises(Problem) as caught:
            csv_tables.read(tmp_path / name)
        assert (caught.value.id, caught.value.facts["path"]) == (id, str(tmp_path / name))


def test_mutilated_tables_end_in_a_problem_or_a_table() -> None:
    rng = np.random.default_rng(1)
    seeds = [PLAIN.encode(), PLAIN.encode("utf-16"), PLAIN.replace(",", ";").encode("utf-8-sig")]
    spice = b',;\t"\n\r\0\xff\xfe1e9-_ NaN'
    outcomes = set()
    for _ in range(1500):
        content = bytearray(seeds[rng.integers(3)] * int(rng.integers(1, 4)))
        for _ in range(rng.integers(1, 6)):
            at = int(rng.integers(len(content)))
            match rng.integers(4):
                case 0:
                    content[at] = rng.integers(256)
                case 1:
                    content.insert(at, spice[rng.integers(len(spice))])
                case 2:
                    del content[at : at + int(rng.integers(1, 9))]
                case _:
                    content[at:at] = content[at : at + int(rng.integers(1, 20))]
        try:
            found = table(bytes(content))
        except Problem as caught:
            outcomes.add(caught.id)
        else:
            outcomes.add("table")
            for one in found.columns:
                assert len(one.values) == len(found) > 0
                assert not np.isinf(one.values).any()
    assert {"table", "csv-ragged", "csv-encoding", "csv-binary"} <= outcomes
