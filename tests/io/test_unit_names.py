"""Names of units, in and out of their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.io.problem import Problem
from neuroviz.io.strict_json import to_json
from neuroviz.io.unit_names import read_names, with_name, write_names

NET, OTHER = "0a" * 32, "f1" * 32


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "names.json"
    assert read_names(path) == {}
    names = with_name(with_name({}, NET, 2, 17, "upper  edge\n"), OTHER, 0, 3, "圈")
    write_names(path, names)
    assert read_names(path) == {NET: {(2, 17): "upper edge"}, OTHER: {(0, 3): "圈"}}
    assert with_name(names, NET, 2, 17, "  ") == {OTHER: {(0, 3): "圈"}}
    assert names[NET] == {(2, 17): "upper edge"}, "a value is never altered"


@pytest.mark.parametrize(
    ("plain", "problem"),
    [
        ([], "names-spec"),
        ({}, "names-spec"),
        ({"version": 0, "nets": {}}, "names-spec"),
        ({"version": True, "nets": {}}, "names-spec"),
        ({"version": 2, "nets": {}}, "names-newer"),
        ({"version": 1, "nets": []}, "names-spec"),
        ({"version": 1, "nets": {"xyz": {}}}, "names-spec"),
        ({"version": 1, "nets": {NET.upper(): {}}}, "names-spec"),
        ({"version": 1, "nets": {NET: []}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1": "a"}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1.-2": "a"}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"01.2": "a"}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1.²": "a"}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1.2": 5}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1.2": ""}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1.2": "a\nb"}}}, "names-spec"),
        ({"version": 1, "nets": {NET: {"1.2": "a" * 41}}}, "names-spec"),
    ],
)
def test_what_makes_no_sense_is_a_problem(plain: object, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.write_bytes(to_json(plain))
    with pytest.raises(Problem) as found:
        read_names(path)
    assert found.value.id == problem
    assert found.value.facts["path"] == str(path)


def test_a_folder_in_its_place_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.mkdir()
    with pytest.raises(Problem):
        write_names(path, with_name({}, NET, 0, 0, "a"))
