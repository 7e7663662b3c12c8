"""From the arguments of `run.py` to a program that runs in .venv."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from neuroviz.doctor import screen
from tools.launch import environment, system
from tools.launch.environment import Found, Place
from tools.launch.lock import only_one
from tools.launch.trouble import Trouble, make_streams_forgiving, say

USAGE = """\
python3 run.py [options of the app]         set NeuroViz up if need be, and start it
python3 run.py test [arguments of pytest]   run its tests; --reference: also those that compare with PyTorch
python3 run.py bench [NAME ...] [--json FILE] [--list]
python3 run.py shots DIR [options]          save a picture of each room
python3 run.py doctor                       what is installed, what is missing, and the line that mends it
"""
REFERENCE = "--reference"


@dataclass(frozen=True)
class Plan:
    """What one command needs, and what then runs.

    `optional` are extras whose failure is told and borne. `needs` is "window", "picture" (no screen),
    "tests" (that and a Chinese font) or "nothing".
    """

    arguments: tuple[str, ...]
    needs: str
    extras: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    in_root: bool = False


def plan(arguments: Sequence[str], environ: Mapping[str, str]) -> Plan:
    """Sort one command line of `run.py`."""
    command, rest = (arguments[0] if arguments else ""), tuple(arguments[1:])
    if command == "test":
        asked = REFERENCE in rest or environ.get("CI", "").lower() not in {"", "0", "false"}
        rest = tuple(argument for argument in rest if argument != REFERENCE)
        optional = frozenset({"reference"} if asked else ())
        tests = ("-m", "pytest", *side_by_side(rest), *rest)
        return Plan(tests, "tests", frozenset({"test"}), optional, in_root=True)
    if command == "bench":
        return Plan(("-m", "tests.bench", *rest), "picture", in_root=True)
    # -P: a folder named like a module, where the reader happens to stand, must not be taken for it.
    app = ("-P", "-m", "neuroviz", *arguments)
    if command == "shots":
        return Plan(app, "picture")
    return Plan(app, "nothing" if command == "doctor" or "--version" in arguments else "window")


def side_by_side(arguments: Sequence[str]) -> tuple[str, ...]:
    """Tests run in a process for each core, four at most, unless the arguments say how or want to look in."""
    if any(one.startswith(("-n", "--numprocesses", "--dist", "--pdb", "-s")) for one in arguments):
        return ()
    return "-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"


def prepare(place: Place, extras: frozenset[str]) -> Found:
    """Have .venv hold NeuroViz and the extras; quick and silent when it does. Raises Trouble."""
    found = environment.ready(place, extras)
    if found is None:
        with only_one(place.lock):
            found = environment.ready(place, extras)
            if found is None:
                system.ensure_venv_module(environment.without_venv_module())
                environment.fill(place, extras)
                found = environment.ready(place, extras)
    if found is None:
        raise Trouble(
            "NeuroViz was installed, but .venv does not pass its check. Delete .venv and start again."
        )
    return found


def _prepare_optional(place: Place, asked: Plan) -> None:
    if not asked.optional or environment.ready(place, asked.extras | asked.optional):
        return
    try:
        prepare(place, asked.extras | asked.optional)
    except Trouble as trouble:
        say(f"Going on without {', '.join(sorted(asked.optional))}, which is optional:\n{trouble}")
        prepare(place, asked.extras)


def _ensure_system(place: Place, found: Found, needs: str) -> None:
    platforms = {"nothing": (), "window": screen.platforms(os.environ)}.get(needs, ("offscreen",))
    if platforms:  # without a screen the app says so itself, and needs no library for that
        # The tests look over the Chinese texts, which takes the translators' programs.
        programs = ("lupdate", "lrelease") if needs == "tests" else ()
        system.ensure_libraries(found.pyside, platforms, programs)
    if needs == "tests":
        system.ensure_chinese_font(place)
        system.offer_virtual_screen(found.pyside)


def _start(place: Place, asked: Plan) -> int:
    """Become the program, where the system can; else wait for it. Returns its exit code."""
    command = [str(place.python), *asked.arguments]
    environ = environment.clean(os.environ, place)
    if asked.in_root:
        os.chdir(place.root)
    sys.stdout.flush()
    sys.stderr.flush()
    if not place.windows:
        os.execve(command[0], command, environ)
    with subprocess.Popen(command, env=environ) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the program has got it too, and ends in its own way


def run(arguments: Sequence[str], place: Place) -> int:
    """Carry out one command line. Raises Trouble."""
    if set(arguments[:1]) & {"-h", "--help"}:
        from neuroviz.__main__ import parser  # noqa: PLC0415 - needed for this alone

        say(USAGE)
        parser().print_help()
        return 0
    asked = plan(arguments, os.environ)
    found = prepare(place, asked.extras)
    _prepare_optional(place, asked)
    _ensure_system(place, found, asked.needs)
    return _start(place, asked)


def main(arguments: Sequence[str], root: str) -> int:
    """Carry out one command line; every failure that can be foreseen ends in words. Returns the exit code."""
    make_streams_forgiving()
    try:
        return run(arguments, Place(Path(root)))
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr, flush=True)
        return 130
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"\nNeuroViz could not be set up: {error.strerror}{where}.", file=sys.stderr, flush=True)
        return 1
