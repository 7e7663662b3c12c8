"""Folders of pictures: listed by class; loops, pipes and endless folders do no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from neuroviz.io import class_folders
from neuroviz.io.class_folders import Listing, listing
from neuroviz.io.problem import Problem


def fill(folder: Path, **classes: int) -> Path:
    """So many (empty) pictures in folders of those names."""
    for name, n in classes.items():
        (folder / name).mkdir(parents=True)
        for i in range(n):
            (folder / name / f"{i}.png").touch()
    return folder


def listed(folder: Path) -> Listing:
    """What there is."""
    return next(one for one in listing(folder) if isinstance(one, Listing))


def problem(folder: Path) -> str:
    """The id of what is wrong."""
    with pytest.raises(Problem) as caught:
        listed(folder)
    assert caught.value.facts["path"] == str(folder)
    return caught.value.id


def test_a_folder_for_each_class(tmp_path: Path) -> None:
    folder = fill(tmp_path / "animals", cats=3, dogs=2, empty=0)
    (folder / "cats" / "notes.txt").touch()
    (folder / "cats" / ".hidden.png").touch()
    (folder / ".git").mkdir()
    found = listed(folder)
    assert (found.name, found.class_names, len(found.files)) == ("animals", ("cats", "dogs"), 5)
    assert [k for _, k in found.files] == [0, 0, 0, 1, 1]
    assert all(Path(path).is_file() for path, _ in found.files)


def test_numbers_are_ordered_as_numbers(tmp_path: Path) -> None:
    assert listed(fill(tmp_path, **{"10": 1, "9": 1, "x": 1})).class_names == ("9", "10", "x")


def test_train_and_test(tmp_path: Path) -> None:
    fill(tmp_path / "Train", a=3, b=2)
    fill(tmp_path / "test", a=1, c=5)
    found = listed(tmp_path)
    assert (len(found.files), len(found.tests), found.class_names) == (5, 1, ("a", "b"))


def test_links_pipes_and_loops(tmp_path: Path) -> None:
    folder = fill(tmp_path / "x", a=1, b=1)
    os.symlink(folder, folder / "loop")
    os.symlink(folder / "a" / "me.png", folder / "a" / "me.png")
    os.symlink("/nowhere", folder / "a" / "gone.png")
    os.symlink(folder / "b" / "0.png", folder / "a" / "good.png")
    os.mkfifo(folder / "a" / "pipe.png")
    (folder / "a" / "folder.png").mkdir()
    found = listed(folder)
    assert found.class_names == ("a", "b")
    assert [Path(path).name for path, _ in found.files] == ["0.png", "good.png", "0.png"]


def test_what_cannot_be_used_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem(tmp_path / "none") == "folder-missing"
    assert problem(tmp_path) == "folder-empty"
    assert problem(fill(tmp_path / "one", a=2)) == "folder-flat"
    (tmp_path / "flat").mkdir()
    (tmp_path / "flat" / "1.png").touch()
    assert problem(tmp_path / "flat") == "folder-flat"
    (tmp_path / "file").touch()
    assert problem(tmp_path / "file") == "folder-missing"
    assert problem(fill(tmp_path / "many", **{f"k{i}": 1 for i in range(101)})) == "folder-classes"
    monkeypatch.setattr(class_folders, "PICTURES", 3)
    assert problem(fill(tmp_path / "heap", a=3, b=3)) == "folder-too-many"
    monkeypatch.setattr(class_folders, "_ENTRIES", 5)
    assert problem(tmp_path / "many") == "folder-too-many"
