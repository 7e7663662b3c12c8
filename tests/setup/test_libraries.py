"""Which system libraries are missing, and what Debian and Ubuntu call the packages that hold them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from neuroviz.doctor import libraries
from neuroviz.doctor.startup import missing_library, pyside_folder
from tools.launch import system
from tools.launch.trouble import Trouble

# What Qt was seen to lack on a bare system, and the package of Debian 12 and Ubuntu 22.04 that brings it.
_MEASURED = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libz.so.1": "zlib1g",
}


@pytest.mark.parametrize(("soname", "package"), _MEASURED.items())
def test_a_soname_finds_its_package(soname: str, package: str) -> None:
    assert libraries.package_of(soname) == package


def _debian_13(names: Collection[str]) -> set[str]:
    return {name for name in names if name in {"libglib2.0-0t64", "libgl1", "libegl1"}}


def test_names_are_those_of_the_release() -> None:
    lacking = ["libgthread-2.0.so.0", "libglib-2.0.so.0", "libGL.so.1"]
    assert libraries.packages_of(lacking, _debian_13) == ["libgl1", "libglib2.0-0t64"]
    assert libraries.packages_of(lacking, set) == ["libgl1", "libglib2.0-0"]
    assert libraries.packages_of(lacking, lambda names: set()) == ["libgl1", "libglib2.0-0"]


def test_the_line_suits_its_reader() -> None:
    plain = "apt-get install -y --no-install-recommends libgl1 libegl1"
    assert libraries.apt_line(["libgl1", "libegl1"], root=True, lists=True) == plain
    assert libraries.apt_line(["libgl1", "libegl1"], root=False, lists=True) == f"sudo {plain}"
    assert libraries.apt_line(["libgl1", "libegl1"], root=False, lists=False) == (
        f"sudo apt-get update && sudo {plain}"
    )
    without = libraries.apt_line(["libgl1", "libegl1"], root=False, lists=False, sudo=False)
    assert without == f"su - -c 'apt-get update && {plain}'"


@pytest.mark.parametrize(("there", "first"), [(True, "sudo"), (False, "su")])
def test_nobody_is_told_to_type_a_sudo_that_is_not_there(
    there: bool, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: False)
    monkeypatch.setattr(libraries, "known_to_apt", set)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/sudo" if there and name == "sudo" else None)
    assert libraries.mending(["libGL.so.1"]).split()[0] == first


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has ldd")
def test_the_linker_tells_what_is_missing(tmp_path: Path) -> None:
    pyside = pyside_folder()
    assert pyside is not None
    files = libraries.qt_files(pyside, ["offscreen"])
    assert [file.name for file in files][-1] == "libqoffscreen.so"
    assert libraries.missing(files) == []
    # The same plugin, but asking for a library that no system has.
    broken = tmp_path / "PySide6"
    plugin = broken / "Qt" / "plugins" / "platforms" / "libqoffscreen.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(files[-1].read_bytes().replace(b"libxkbcommon.so.0", b"libxkbcommox.so.0"))
    (broken / "Qt" / "lib").symlink_to(pyside / "Qt" / "lib")
    assert libraries.missing(libraries.qt_files(broken, ["offscreen"])) == ["libxkbcommox.so.0"]
    said = missing_library(broken, "offscreen")
    assert "libxkbcommox.so.0" in said
    assert "Mend it with" in said
    assert missing_library(pyside, "offscreen") == ""


@pytest.mark.skipif(shutil.which("apt-cache") is None, reason="only Debian and its children have apt")
def test_apt_knows_what_is_installed() -> None:
    assert libraries.known_to_apt(["libc6", "no-such-package-anywhere"]) == {"libc6"}


def test_who_is_not_root_gets_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: False)
    monkeypatch.setattr(libraries, "has_sudo", lambda: True)
    monkeypatch.setattr(libraries, "known_to_apt", set)
    with pytest.raises(Trouble, match="sudo apt-get install -y --no-install-recommends libgl1 a-font"):
        system.apt_install(["libGL.so.1"], ["a-font"], "Why.")


def test_root_gets_it_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    known: set[str] = set()

    def apt(arguments: list[str]) -> None:
        ran.append(arguments)
        known.update({"libgl1"} if arguments == ["update"] else ())

    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    monkeypatch.setattr(libraries, "known_to_apt", known.intersection)
    monkeypatch.setattr(system, "_apt", apt)
    system.apt_install(["libGL.so.1"], [], "Why.")
    install = ["install", "-y", "--no-install-recommends", "libgl1"]
    assert ran == [["update"], install]
    system.apt_install(["libGL.so.1"], [], "Why.")
    assert ran == [["update"], install, install]


def test_old_lists_of_apt_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def apt(arguments: list[str]) -> None:
        ran.append(arguments[0])
        if ran == ["install"]:
            raise Trouble("404 Not Found")

    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    monkeypatch.setattr(libraries, "known_to_apt", set)
    monkeypatch.setattr(system, "_apt", apt)
    system.apt_install(["libGL.so.1"], [], "Why.")
    assert ran == ["install", "update", "install"]


def test_other_systems_are_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "debian_like", lambda: False)
    with pytest.raises(Trouble, match=r"that hold: libGL\.so\.1"):
        system.apt_install(["libGL.so.1"], [], "Why.")


def test_a_missing_venv_module_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: False)
    with pytest.raises(
        Trouble, match=rf"install -y --no-install-recommends python3\.{sys.version_info[1]}-venv"
    ):
        system.ensure_venv_module(lacking=True)
    system.ensure_venv_module(lacking=False)


def test_programs_are_looked_at_like_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lupdate").touch()
    answers = [["libgssapi_krb5.so.2"], []]
    asked: list[object] = []
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(libraries, "debian_like", lambda: False)
    monkeypatch.setattr(
        libraries, "missing", lambda files: answers.pop(0) if tmp_path / "lupdate" in files else []
    )
    monkeypatch.setattr(system, "apt_install", lambda sonames, extra, why: asked.append(sonames))
    system.ensure_libraries(tmp_path, ("offscreen",), ("lupdate", "lrelease"))
    assert asked == [["libgssapi_krb5.so.2"]]


@pytest.mark.parametrize(
    ("root", "lacking", "there", "asked"),
    [
        (False, ["libxcb-shape.so.0"], False, None),
        (True, [], True, None),
        (True, [], False, ([], ["xvfb", "xauth", "x11-xserver-utils"])),
        (True, ["libxcb-shape.so.0"], True, (["libxcb-shape.so.0"], [])),
    ],
)
def test_root_gets_a_virtual_screen_for_the_tests(
    monkeypatch: pytest.MonkeyPatch, root: bool, lacking: list[str], there: bool, asked: object
) -> None:
    found: list[object] = []
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: root)
    monkeypatch.setattr(libraries, "missing", lambda files: lacking)
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/Xvfb" if there else None)
    monkeypatch.setattr(system, "apt_install", lambda sonames, extra, why: found.append((sonames, extra)))
    system.offer_virtual_screen(Path("/nowhere"))
    assert found == ([] if asked is None else [asked])


def test_without_a_virtual_screen_the_tests_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> None:
        raise Trouble("no network")

    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(libraries, "debian_like", lambda: True)
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    monkeypatch.setattr(system, "apt_install", refused)
    system.offer_virtual_screen(Path("/nowhere"))
    assert "no network" in capsys.readouterr().out
