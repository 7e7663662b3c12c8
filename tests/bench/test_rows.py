"""The benchmarks' own promises: found by name, rows of the agreed form, honest about what is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import __main__ as command
from tests.bench import rows as table
from tests.bench.rows import Row

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
KEYS = ["name", "value", "unit", "goal", "met", "parity", "ours", "peer", "peer_name", "note"]


def row(value: float | None, goal: float | None, *, parity: bool | None = True, lower: bool = False) -> Row:
    return Row("r", value, "×", goal, parity, 1.0, 2.0, "peer", "note", lower)


@pytest.mark.parametrize(("given", "met"), [
    (row(2.0, 1.5), True),
    (row(1.5, 1.5), True),
    (row(1.4, 1.5), False),
    (row(1.0, 1.2, lower=True), True),
    (row(1.3, 1.2, lower=True), False),
    (row(None, 1.5), None),
    (row(2.0, None), None),
    (row(9.0, 1.5, parity=False), False),
    (row(None, 1.5, parity=False), False),
    (row(2.0, 1.5, parity=None), True),
])
def test_met(given: Row, met: bool | None) -> None:
    assert given.met is met


def test_every_benchmark_is_found_and_can_be_run() -> None:
    assert {"mlp", "cnn"} <= set(table.names())
    files = {path.stem for path in Path(__file__).parent.glob("bench_*.py")}
    assert {f"bench_{name}" for name in table.names()} == files


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, found: tuple[Row, ...] = ()) -> int:
    def rows(_name: str) -> Iterator[Row]:
        yield from found

    monkeypatch.setattr(table, "rows", rows)
    monkeypatch.setattr(sys, "argv", ["bench", *arguments])
    return command.main()


def test_json_has_the_agreed_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "rows.json"
    assert run(monkeypatch, "mlp", "--json", str(file), found=(row(2.0, 1.5), row(None, 1.5))) == 0
    first, second = json.loads(file.read_text(encoding="utf-8"))
    assert sorted(first) == sorted(second) == sorted(KEYS)
    assert (first["value"], first["met"], first["parity"]) == (2.0, True, True)
    assert (second["value"], second["met"]) == (None, None)


def test_different_results_fail_the_run(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    assert run(monkeypatch, "mlp", found=(row(9.0, 1.0, parity=False),)) == 1
    assert "DIFFERENT RESULTS" in capsys.readouterr().out


def test_an_unknown_name_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    assert run(monkeypatch, "mpl") == 2
    assert "There is no benchmark mpl" in capsys.readouterr().out


def test_list_prints_the_names() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.bench", "--list"], cwd=ROOT, capture_output=True,
                          text=True, check=True, env=os.environ | {"PYTHONIOENCODING": "utf-8"})
    assert done.stdout.split() == table.names()


def test_without_the_peer_the_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.bench import bench_mlp, peers

    monkeypatch.setattr(peers, "torch", None)
    monkeypatch.setattr(bench_mlp, "interleaved", lambda *sides: [1.0] * len(sides))
    monkeypatch.setattr(bench_mlp, "SIZES", (8, 4, 4, 3))
    found = list(bench_mlp.rows())
    ratios = [r for r in found if not r.name.endswith("limit")]
    assert len(ratios) == 6
    for r in ratios:
        assert (r.value, r.peer, r.met, r.parity) == (None, None, None, None)
        assert "not installed" in r.note


def test_interleaved_gives_each_side_its_turn() -> None:
    calls: list[str] = []
    times = table.interleaved(lambda: calls.append("a"), lambda: calls.append("b"), rounds=3, seconds=1e-6)
    assert len(times) == 2
    assert min(times) > 0
    turns = "".join(calls)
    assert "ab" in turns
    assert "ba" in turns
