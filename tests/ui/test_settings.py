"""Settings survive whatever the file holds."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from neuroviz.ui.settings import Geometry, Settings, SettingsFile

FULL = Settings(
    language="zh_CN",
    theme="light",
    text_scale=1.6,
    motion=False,
    rail=False,
    room="digits",
    geometry=Geometry(10, 20, 800, 600, True),
    knobs={"digits": {"net": "CNN", "brush": 0.1}},
    extra={"from_the_future": [1, {"a": None}]},
)


def put(folder: Path, data: object) -> SettingsFile:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    (folder / "settings.json").write_bytes(raw)
    return SettingsFile(folder)


def test_what_is_saved_comes_back_unknown_keys_too(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "new" / "folder").save(FULL)
    file = SettingsFile(tmp_path / "new" / "folder")
    assert file.load() == FULL
    assert file.notice == ""


def test_first_start_is_silent(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    assert file.load() == Settings()
    assert file.notice == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"text_scale": NaN}',
        b'{"text_scale": ' + b"9" * 5000 + b"}",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'"' + b"x" * 1_000_001 + b'"',
    ],
    ids=["empty", "cut", "list", "null", "bytes", "nan", "digits", "deep", "deep object", "large"],
)
def test_a_damaged_file_is_kept_aside_and_said(tmp_path: Path, raw: bytes) -> None:
    file = put(tmp_path, raw)
    assert file.load() == Settings()
    assert "settings.json.bad" in file.notice
    assert (tmp_path / "settings.json.bad").read_bytes() == raw
    assert file.save(FULL)
    assert SettingsFile(tmp_path).load() == FULL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "xx"),
        ("language", ["en"]),
        ("theme", 3),
        ("theme", {}),
        ("text_scale", 7),
        ("text_scale", 0.99),
        ("text_scale", True),
        ("text_scale", "1.5"),
        ("motion", 1),
        ("rail", "no"),
        ("room", None),
        ("room", "x" * 101),
        ("knobs", []),
        ("knobs", {"digits": 3}),
        ("geometry", [1, 2, 3, 4]),
        ("geometry", {"x": 0, "y": 0, "width": 5, "height": 600}),
        ("geometry", {"x": 0.5, "y": 0, "width": 800, "height": 600}),
        ("geometry", {"x": 10**9, "y": 0, "width": 800, "height": 600}),
    ],
)
def test_one_unfit_field_costs_only_itself(tmp_path: Path, name: str, value: object) -> None:
    file = put(tmp_path, {"theme": "light", "room": "digits", name: value})
    found = file.load()
    assert getattr(found, name) == getattr(Settings(), name)
    other = "room" if name != "room" else "theme"
    assert getattr(found, other) == {"room": "digits", "theme": "light"}[other]


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    file = put(tmp_path, {"version": 2, "theme": "light"})
    before = file.path.read_bytes()
    assert file.load() == Settings()
    assert "newer" in file.notice
    assert not file.save(FULL)
    assert file.path.read_bytes() == before


def test_a_folder_in_its_place_is_survived(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    file = SettingsFile(tmp_path)
    assert file.load() == Settings()
    assert not file.save(FULL)
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_failed_save_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    file = SettingsFile(tmp_path)
    assert file.save(FULL)
    before = file.path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("disc full")

    monkeypatch.setattr(*(os, "fsync", fail) if moment == "fsync" else (os, "replace", fail))
    assert not file.save(Settings())
    monkeypatch.undo()
    assert file.path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


def test_what_json_cannot_say_is_not_half_written(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    assert file.save(FULL)
    assert not file.save(Settings(knobs={"digits": {"bad": object()}}))
    assert not file.save(Settings(knobs={"digits": {"bad": float("nan")}}))
    assert file.load() == FULL


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([*Settings.__dataclass_fields__, "version", "other"])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=60) | st.dictionaries(NAMES, JSON).map(lambda d: json.dumps(d).encode()))
def test_any_bytes_give_settings_that_can_be_used(tmp_path: Path, raw: bytes) -> None:
    file = put(tmp_path, raw)
    found = file.load()
    assert 1.0 <= found.text_scale <= 2.0
    assert found.theme in ("system", "dark", "light")
    if "newer" not in file.notice:
        assert file.save(found)
        assert SettingsFile(tmp_path).load() == found


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        (Geometry(100, 100, 800, 600), True),
        (Geometry(-700, 100, 830, 600), True),
        (Geometry(-790, 100, 800, 600), False),
        (Geometry(100, 1070, 800, 600), False),
        (Geometry(5000, 100, 800, 600), False),
        (Geometry(100, -300, 800, 600), False),
    ],
)
def test_a_window_off_every_screen_is_not_put_there(place: Geometry, seen: bool) -> None:
    screens = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)]
    assert (place.on(screens) is not None) is seen
