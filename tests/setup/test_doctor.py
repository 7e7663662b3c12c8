"""The doctor finds what is missing, says the line that mends it, and survives what it looks at."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from neuroviz.doctor import libraries, qt_probe, report, screen, startup
from neuroviz.doctor.report import Finding
from tests.architecture.source import ROOT

LOOKED_AT = (
    "NeuroViz", "Python", "NumPy", "PySide6", "BLAS", "Screen", "Libraries", "Qt",
    "Fonts", "Chinese", "Settings",
)  # fmt: skip


def test_text_is_aligned_and_ends_with_what_to_do() -> None:
    findings = [Finding("Qt", "6.11"), Finding("Libraries", "missing: libGL.so.1", "apt-get install libgl1")]
    assert report.text(findings) == (
        "  Qt         6.11\n! Libraries  missing: libGL.so.1\n\nTo mend:\n  Libraries  apt-get install libgl1"
    )
    assert report.text(findings[:1]).endswith("\n\nAll is well.")


def test_everything_is_looked_at() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "neuroviz", "doctor"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    told = done.stdout.partition("To mend:")[0]
    lines = {line[2:].split()[0]: line for line in told.splitlines() if line[2:].strip()}
    for name in LOOKED_AT:
        assert lines.get(name, "").startswith("  "), told + done.stderr
    assert "offscreen" in lines["Screen"]
    assert str(Path(os.environ["XDG_CONFIG_HOME"])) in lines["Settings"]
    assert done.returncode == ("To mend:" in done.stdout)


def test_no_screen_is_a_finding() -> None:
    assert report.display({}).mend or not sys.platform.startswith("linux")
    assert report.display({"QT_QPA_PLATFORM": "offscreen"}) == Finding("Screen", "offscreen")


def test_the_virtual_screen_is_installed_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(screen, "platforms", lambda environ: ())
    there = {"xvfb-run": "/usr/bin/xvfb-run"}
    monkeypatch.setattr(shutil, "which", there.get)
    assert "apt-get" not in report.display({}).mend
    there.clear()
    assert report.display({}).mend.endswith("xvfb xauth, and then xvfb-run -a python3 run.py")


def test_missing_libraries_come_with_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(libraries, "missing", lambda files: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    finding = report.system_libraries({"DISPLAY": ":0"})
    assert finding.found == "missing: libxcb-cursor.so.0"
    assert finding.mend.endswith("libxcb-cursor0")


def test_an_abort_of_qt_does_not_take_the_doctor_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dead = tmp_path / "python"
    dead.write_text("#!/bin/sh\necho 'qt.qpa: no plugin' >&2\nkill -ABRT $$\n", "utf-8")
    dead.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(dead))
    facts = qt_probe.ask()
    assert "no plugin" in facts["error"] or "bort" in facts["error"]
    finding = report.what_qt_says(facts)[0]
    assert finding.found.startswith("does not start")
    assert finding.mend


def test_no_chinese_font_is_a_finding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    facts = {"qt": "6.11", "font": "DejaVu Sans", "families": 2, "chinese": [], "settings": str(tmp_path)}
    finding = next(one for one in report.what_qt_says(facts) if one.name == "Chinese")
    assert finding.mend.endswith(libraries.CJK_FONT)


def test_a_settings_folder_to_come_is_judged_by_what_is_there(tmp_path: Path) -> None:
    assert report.settings(tmp_path / "not" / "yet") == Finding("Settings", str(tmp_path / "not" / "yet"))


def test_a_settings_folder_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert report.settings(tmp_path / "not").mend == f"take the right to write in {tmp_path}"


def test_missing_assets_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "ASSETS", (("mnist.npz",), ("weights", "gone.npz")))
    assert report.assets().found == "missing: weights/gone.npz"


def test_missing_packages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "pyside_version", lambda: "")
    found = {one.name: one for one in report.versions()}
    assert found["PySide6"] == Finding("PySide6", "not installed", startup.INSTALL)
    monkeypatch.setattr(startup, "pyside_version", lambda: "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7, "final", 0))
    found = {one.name: one for one in report.versions()}
    assert "pip install" in found["PySide6"].mend
