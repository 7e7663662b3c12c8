"""`python -m tests.bench [NAME …] [--list] [--json FILE]`: run benchmarks, print and save their rows."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from neuroviz.__main__ import set_process_up

set_process_up()  # before NumPy is imported: one thread for each side, and the app's own switch interval
# It holds NumPy, but not its peers, to the instructions of an older processor: no comparison could be fair.
if os.environ.pop("OPENBLAS_CORETYPE", ""):
    print("OPENBLAS_CORETYPE is set and passed over: both sides use what this processor has.")

from tests.bench import rows as table  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measure NeuroViz against its peers.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="benchmarks to run; all without")
    parser.add_argument("--list", action="store_true", help="print the names and stop")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also save the rows here")
    args = parser.parse_args()
    known = table.names()
    if args.list:
        print(*known, sep="\n")
        return 0
    if unknown := set(args.names) - set(known):
        print(f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
        return 2
    found = []
    print(f"{'row':<26}{'value':>9} {'unit':<8}{'goal':>7}  {'met':<5}{'ours':>11}{'peer':>11}  peer, note")
    for name in args.names or known:
        for row in table.rows(name):
            found.append(row)
            print(_line(row), flush=True)
    if args.json:
        text = json.dumps([row.to_dict() for row in found], indent=1, ensure_ascii=False)
        args.json.write_text(text + "\n", encoding="utf-8")
    return 1 if any(row.parity is False for row in found) else 0


def _line(row: table.Row) -> str:
    met = {True: "yes", False: "NO", None: "–"}[row.met]
    parity = "" if row.parity is not False else "DIFFERENT RESULTS; "
    goal = "–" if row.goal is None else f"{'≤' if row.lower_is_better else '≥'} {row.goal:g}"
    return (f"{row.name:<26}{_number(row.value):>9} {row.unit:<8}{goal:>7}  {met:<5}"
            f"{_number(row.ours):>11}{_number(row.peer):>11}  {row.peer_name}; {parity}{row.note}")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"


if __name__ == "__main__":
    sys.exit(main())
