"""Set NeuroViz up and start it: `python3 run.py`; also `test`, `bench`, `shots DIR` and `doctor`.

This file is kept readable for Python 3.6 and later, so that an old one gets a sentence and not a traceback.
The work is in tools/launch, which needs the standard library only.
"""

import os
import sys

OLDEST = (3, 11)


def too_old(version, executable, which):
    """The sentence for a Python that is too old, or "" if it is new enough."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    said = f"NeuroViz needs Python 3.11 or newer; this is Python {version[0]}.{version[1]} ({executable})."
    for minor in (14, 13, 12, 11):
        if which(f"python3.{minor}"):
            return said + f"\nThis machine has a newer one: python3.{minor} run.py"
    return said + "\nPlease install one from https://www.python.org/downloads/ and start run.py with it."


def main():
    import shutil  # noqa: PLC0415 - nothing is imported before it is needed, for the second start's sake

    said = too_old(sys.version_info, sys.executable, shutil.which)
    if said:
        sys.stderr.write(said + "\n")
        return 1
    root = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, root)
    from tools.launch.commands import main as launch  # noqa: PLC0415 - only a new enough Python can read it

    return launch(sys.argv[1:], root)


if __name__ == "__main__":
    sys.exit(main())
