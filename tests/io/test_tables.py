"""CSV that comes back with the same bits, in as few tables as hold it."""

from __future__ import annotations

import csv
import zipfile
from io import BytesIO, StringIO

import numpy as np
import pytest

from neuroviz.io.problem import Problem
from neuroviz.io.tables import LIMIT, comma_separated, npz, table_names


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_vectors_of_one_length_are_columns_of_one_table() -> None:
    ending, content = comma_separated({"x": np.arange(3), "y": np.array([True, False, True])})
    assert ending == ".csv"
    assert rows(content) == [["x", "y"], ["0", "1"], ["1", "0"], ["2", "1"]]


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64, np.int64, np.uint8])
def test_numbers_come_back_bit_for_bit(kind: type[np.generic]) -> None:
    rng = np.random.default_rng(3)
    values = (rng.normal(size=500) * 10.0 ** rng.integers(-4, 4, 500)).clip(0, 200).astype(kind)
    _, content = comma_separated({"v": values})
    back = np.array([row[0] for row in rows(content)[1:]], dtype=np.float64).astype(kind)
    np.testing.assert_array_equal(back, values)


def test_what_is_no_number_is_said() -> None:
    _, content = comma_separated({"v": np.array([np.nan, np.inf, -np.inf])})
    assert [row[0] for row in rows(content)[1:]] == ["nan", "inf", "-inf"]


def test_several_tables_are_one_archive_that_is_the_same_each_time() -> None:
    arrays = {"p": np.arange(3.0), "q": np.arange(4), "grey": np.eye(2), "a/b": np.zeros((2, 3, 4))}
    ending, content = comma_separated(arrays)
    assert ending == ".zip"
    assert comma_separated(arrays)[1] == content
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == ["a_b.csv", "grey.csv", "p.csv", "q.csv"]
        assert rows(archive.read("grey.csv"))[0] == ["grey_0", "grey_1"]
        deep = rows(archive.read("a_b.csv"))
    assert deep[0] == ["axis_0", "axis_1", "a/b_0", "a/b_1", "a/b_2", "a/b_3"]
    assert [row[:2] for row in deep[1:]] == [[str(i), str(j)] for i in range(2) for j in range(3)]


@pytest.mark.parametrize(("name", "mark"), [("x", False), ("größe", True), ("权重", True)])
def test_the_mark_is_there_only_where_a_spreadsheet_needs_it(name: str, mark: bool) -> None:
    _, content = comma_separated({name: np.arange(2)})
    assert content.startswith(b"\xef\xbb\xbf") == mark
    assert rows(content)[0] == [name]


def test_text_with_commas_and_quotes_comes_back() -> None:
    words = ["a,b", 'say "x"', "two\nlines", ""]
    _, content = comma_separated({"w": np.array(words), "i": np.arange(4)})
    assert [row[0] for row in rows(content)[1:]] == words


def test_too_many_numbers_are_refused() -> None:
    with pytest.raises(Problem) as refused:
        comma_separated({"v": np.zeros(LIMIT + 1)})
    assert refused.value.facts["limit"] == LIMIT


def test_nothing_is_pickled() -> None:
    with pytest.raises(ValueError, match="allow_pickle"):
        npz({"v": np.array([object()])})


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["bin_low", "bin_high", "bin_counts", "bin_certainty"], "bin"),
        (["turn_values", "shift_x_values", "size_values", "slant_values"], "values"),
        (["index", "level", "label", "said", "net", "certainty"], "index_level_label_said_net_certainty"),
        ([f"measured_{i}_{'x' * i}" for i in range(9)], "measured"),
        (["a" * 30, "b" * 20, "c" * 20, "d"], f"{'a' * 30}_{'b' * 20}_and_2_more"),
    ],
)
def test_a_table_is_named_by_what_it_holds(names: list[str], told: str) -> None:
    assert table_names({name: np.arange(3) for name in names}) == (told,)


def test_tables_of_the_same_things_have_names_of_their_own_and_none_is_lost() -> None:
    arrays = {f"p_{i}": np.arange(3 + i // 2) for i in range(6)} | {"p": np.eye(2)}
    _, content = comma_separated(arrays)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        held = [name for file in archive.namelist() for name in rows(archive.read(file))[0]]
    assert sorted(held) == sorted([f"p_{i}" for i in range(6)] + ["p_0", "p_1"])
    assert table_names(arrays) == ("p", "p_3_rows", "p_4_rows", "p_5_rows")
