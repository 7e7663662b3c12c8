"""The command line: sets the process up before NumPy and Qt are imported, then hands over to the app."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from neuroviz import __version__
from neuroviz.options import Options

LANGUAGES = ("en", "zh_CN")
THEMES = ("dark", "light", "contrast", "system")
_COMMANDS = """\
commands:
  doctor              what is installed, what is missing, and the line that mends it
  shots DIR           save a picture of each room (shots --help tells more)
"""


def set_process_up() -> None:
    """One BLAS thread (more would fight over the cores), and a short switch interval for the window."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    sys.setswitchinterval(0.001)


def _text_size(text: str) -> float:
    try:
        size = float(text)
    except ValueError:
        size = 0.0
    if not 1 <= size <= 2:
        raise argparse.ArgumentTypeError("it has to be a number from 1 to 2")
    return size


def _folder(text: str) -> Path:
    return Path(text).expanduser()


def parser() -> argparse.ArgumentParser:
    """The options of the app."""
    made = argparse.ArgumentParser(
        prog="neuroviz",
        description="The ideas behind ChatGPT, computed live and open to the touch.",
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"NeuroViz {__version__}")
    made.add_argument("--lang", choices=LANGUAGES, help="language of the window")
    made.add_argument("--theme", choices=THEMES, help="colours of the window")
    made.add_argument("--text-size", type=_text_size, metavar="FACTOR", help="1 is normal, 1.6 suits a hall")
    made.add_argument("--room", metavar="ID", help="the room to open, such as digits")
    made.add_argument("--full-screen", action="store_true", help="start without window frame")
    made.add_argument("--settings-dir", type=_folder, metavar="DIR", help="keep the settings in this folder")
    made.add_argument(
        "--safe-mode", action="store_true", help="start with the usual settings and keep nothing this time"
    )
    made.add_argument(
        "--reset-settings", action="store_true", help="set all settings and the last drawing aside first"
    )
    return made


def options(arguments: Sequence[str]) -> Options:
    """Read the app's options; ends the process with a usage line when they are wrong."""
    read = parser().parse_args(arguments)
    return Options(
        language=read.lang,
        theme=read.theme,
        text_size=read.text_size,
        room=read.room,
        full_screen=read.full_screen,
        settings_folder=read.settings_dir,
        safe_mode=read.safe_mode,
        reset_settings=read.reset_settings,
    )


def _refused() -> bool:
    """Tell why the app cannot start here, if there is a reason."""
    from neuroviz.doctor import startup  # noqa: PLC0415 - --help and --version do without

    said = startup.refusal()
    if said:
        print(said, file=sys.stderr)
    return bool(said)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    set_process_up()
    if given[:1] == ["doctor"]:
        from neuroviz.doctor import report  # noqa: PLC0415 - the app does without

        return report.main(given[1:])
    if given[:1] == ["shots"]:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if _refused():
            return 1
        from neuroviz import shots  # noqa: PLC0415 - after the environment is set, NumPy may come

        return shots.main(given[1:])
    asked = options(given)
    if _refused():
        return 1
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it at once: Python would raise in some slot
    from neuroviz import app  # noqa: PLC0415 - after the environment is set, NumPy and Qt may come

    return app.run(asked)


if __name__ == "__main__":
    sys.exit(main())
