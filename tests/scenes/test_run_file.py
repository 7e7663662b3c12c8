"""Training runs as files: each comes back bit for bit, everything else ends in a problem."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neuroviz import nn
from neuroviz.io.archive import pack, unpack
from neuroviz.io.npy import to_npy
from neuroviz.io.problem import Problem
from neuroviz.io.strict_json import from_json, to_json
from neuroviz.scenes import run_file
from neuroviz.scenes.kept_run import KeptRun
from neuroviz.scenes.run_file import read_run, write_left, write_run
from tests.scenes.runs import kept, recipe


def parts(path: Path, run: KeptRun | None = None) -> tuple[dict[str, Any], dict[str, bytes]]:
    write_run(run or kept(), path)
    members = unpack(path.read_bytes(), 10**8)
    del members["digest.txt"]  # what is done to the others is to be found out by itself
    return from_json(members["run.json"], "run.json"), members


def problem_of(path: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        read_run(path)
    assert caught.value.facts["path"] == str(path)
    return caught.value


def same_arrays(one: Any, other: Any) -> bool:
    return set(one) == set(other) and all(
        one[k].tobytes() == other[k].tobytes()
        and (one[k].shape, one[k].dtype) == (other[k].shape, other[k].dtype)
        for k in one
    )


RUNS: dict[str, Callable[[], KeptRun]] = {
    "two lines": kept,
    "nothing done yet": lambda: KeptRun(recipe()),
    "from weights of its own": lambda: kept(replace(recipe(), start=np.arange(32, dtype=np.float32))),
    "pictures": lambda: kept(
        recipe(nn.Conv2d(2, 3), nn.BatchNorm(), nn.ReLU(), nn.MaxPool(), nn.Flatten(), nn.Dense(2),
               shape=(1, 8, 8)), courses=1),
    "gone astray": lambda: kept(
        replace(recipe(), start=np.full(32, np.float32("nan")))),
}  # fmt: skip


@pytest.mark.parametrize("case", RUNS)
def test_a_run_comes_back_bit_for_bit(case: str, tmp_path: Path) -> None:
    run, path = RUNS[case](), tmp_path / "a.nvrun"
    write_run(run, path)
    found = read_run(path)
    assert found.recipe.to_dict() == run.recipe.to_dict()
    assert found.recipe.net().theta.tobytes() == run.recipe.net().theta.tobytes()
    assert (found.log, found.head, found.step) == (run.log, run.head, run.step)
    assert (found.stops, found.extra) == (run.stops, run.extra)
    assert same_arrays(found.measured, run.measured)
    assert (found.own is None) == (run.own is None)
    if run.own and found.own:
        assert same_arrays(found.own.arrays, run.own.arrays)
        assert found.own.info == run.own.info
    for moment, old in zip(found.moments, run.moments, strict=True):
        assert (moment.step, moment.stops) == (old.step, old.stops)
        for line, before in zip(moment.courses, old.courses, strict=True):
            assert (line.id, line.knobs, line.rates, line.since) == (
                before.id, before.knobs, before.rates, before.since)  # fmt: skip
            assert vars(line.feeder) == vars(before.feeder)
            a, b = line.trainer, before.trainer
            assert (a.optimiser, a.memory, a.step, a.rng) == (b.optimiser, b.memory, b.step, b.rng)
            for value, known in zip((a.theta, *a.moments), (b.theta, *b.moments), strict=True):
                assert value.tobytes() == known.tobytes()
    first = path.read_bytes()
    write_run(found, path)
    assert path.read_bytes() == first


def test_a_trainer_goes_on_from_a_file_bit_for_bit(tmp_path: Path) -> None:
    run, path = kept(), tmp_path / "a.nvrun"
    write_run(run, path)
    x, y = np.ones((8, 2), np.float32), np.arange(8) % 2
    ends = []
    for one in (run, read_run(path)):
        state = one.moments[-1].courses[0].trainer
        trainer = nn.Trainer(one.recipe.net(), nn.CrossEntropy(), state.optimiser, 8)
        trainer.restore(state)
        trainer.step(x, y)
        ends.append(trainer.theta.tobytes())
    assert ends[0] == ends[1]


def test_as_many_moments_are_kept_as_find_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run = kept(steps=tuple(range(9)), courses=1)
    monkeypatch.setattr(run_file, "_MOMENTS", 4 * run.moments[0].nbytes)
    write_run(run, tmp_path / "a.nvrun")
    assert [one.step for one in read_run(tmp_path / "a.nvrun").moments] == [0, 4, 8]


def test_keys_and_members_of_a_newer_program_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.nvrun"
    plain, members = parts(path)
    plain["song"] = {"title": "Reuben"}
    path.write_bytes(pack({**members, "run.json": to_json(plain), "notes.txt": b"hello"}))
    run = read_run(path)
    assert run.extra["song"] == {"title": "Reuben"}
    write_run(run, path)
    assert read_run(path).extra["song"] == {"title": "Reuben"}


HUGE = {"kind": "dense", "n_out": 10**9}
WIDE = {"kind": "conv2d", "channels": 1, "kernel": 1, "padding": 10**9}
Place = tuple[str | int, ...]
# where, what is put there (... to leave it out), and the problem
WRONG: dict[str, tuple[Place, Any, str]] = {
    "another kind": (("kind",), "neuroviz handwriting", "run-spec"),
    "no kind": (("kind",), ..., "run-spec"),
    "no version": (("version",), ..., "run-spec"),
    "version of truth": (("version",), True, "run-spec"),
    "newer": (("version",), 2, "run-newer"),
    "no recipe": (("recipe",), ..., "run-spec"),
    "recipe is a list": (("recipe",), [], "run-spec"),
    "layers are text": (("recipe", "layers"), "dense", "run-spec"),
    "no layers": (("recipe", "layers"), [], "run-spec"),
    "endless layers": (("recipe", "layers"), [{"layer": {"kind": "relu"}, "init": "he", "rate": 1}] * 1001,
                       "run-spec"),
    "nothing to learn": (("recipe", "layers"), [{"layer": {"kind": "relu"}, "init": "he", "rate": 1}],
                         "run-spec"),
    "a thousand million weights": (("recipe", "layers", 0, "layer"), HUGE, "run-spec"),
    "windows on a wide border": (("recipe", "layers", 0, "layer"), WIDE, "run-spec"),
    "unknown layer": (("recipe", "layers", 0, "layer"), {"kind": "magic"}, "run-spec"),
    "unknown start": (("recipe", "layers", 0, "init"), "evil", "run-spec"),
    "rate of a layer": (("recipe", "layers", 0, "rate"), -1, "run-spec"),
    "rate is a list": (("recipe", "layers", 0, "rate"), [1], "run-spec"),
    "shape beyond any memory": (("recipe", "input_shape"), [10**15], "run-spec"),
    "shape of nothing": (("recipe", "input_shape"), [], "run-spec"),
    "shape of truth": (("recipe", "input_shape"), [True], "run-spec"),
    "knob beyond its limits": (("recipe", "knobs", "rate"), 1e9, "run-spec"),
    "knob of text": (("recipe", "knobs", "batch"), "32", "run-spec"),
    "huge batch": (("recipe", "knobs", "batch"), 10**9, "run-spec"),
    "unknown knob": (("recipe", "knobs", "magic"), 1, "run-spec"),
    "unknown optimiser": (("recipe", "knobs", "optimiser"), "magic", "run-spec"),
    "no seed": (("recipe", "seed"), ..., "run-spec"),
    "seed below zero": (("recipe", "seed"), -1, "run-spec"),
    "endless examples": (("recipe", "task", "n"), 10**15, "run-spec"),
    "noise without end": (("recipe", "task", "noise"), 1e300, "run-spec"),
    "share above one": (("recipe", "task", "valid"), 1.5, "run-spec"),
    "source is a path of megabytes": (("recipe", "task", "source"), "a" * 10**6, "run-spec"),
    "a start that is not there": (("recipe", "start"), True, "run-spec"),
    "head of text": (("head",), "25", "run-spec"),
    "head below zero": (("head",), -1, "run-spec"),
    "step beyond the head": (("step",), 26, "run-spec"),
    "log is a mapping": (("log",), {}, "run-spec"),
    "millions of entries": (("log",), [[0, "a", 0, "act"]] * 300_000, "run-spec"),
    "entry too short": (("log", 0), [3], "run-spec"),
    "steps of the log go back": (("log", 2, 0), 9, "run-spec"),
    "log beyond the head": (("log", 2, 0), 26, "run-spec"),
    "step is a fraction": (("log", 0, 0), 3.5, "run-spec"),
    "look in the log": (("log", 0, 3), "look", "run-spec"),
    "name is a list": (("log", 0, 1), ["a"], "run-spec"),
    "moments are null": (("moments",), None, "run-spec"),
    "a moment twice": (("moments", 1, "step"), 0, "run-spec"),
    "a moment beyond the head": (("moments", 2, "step"), 26, "run-spec"),
    "no lines": (("moments", 0, "courses"), [], "run-spec"),
    "a line twice": (("moments", 0, "courses", 1, "id"), 0, "run-spec"),
    "rates for other layers": (("moments", 0, "courses", 0, "rates"), [1.0], "run-spec"),
    "schedule from the future": (("moments", 0, "courses", 0, "since"), 1, "run-spec"),
    "another optimiser": (("moments", 0, "courses", 0, "knobs", "optimiser"), "sgd", "run-spec"),
    "optimiser of another size": (("moments", 0, "courses", 1, "knobs", "optimiser"), "adagrad", "run-spec"),
    "memory of nothing": (("moments", 0, "courses", 1, "memory", "scale"), 0.0, "run-spec"),
    "memory from the future": (("moments", 0, "courses", 0, "memory", "t"), 5.0, "run-spec"),
    "feeder without order": (("moments", 0, "courses", 0, "feeder", "order"), ..., "run-spec"),
    "another generator": (("moments", 0, "courses", 0, "dropout", "kind"), "MT19937", "run-spec"),
    "state with letters": (("moments", 0, "courses", 0, "dropout", "state"), "xyz", "run-spec"),
    "state too long": (("moments", 0, "courses", 0, "dropout", "state"), "f" * 33, "run-spec"),
    "even increment": (("moments", 0, "courses", 0, "dropout", "inc"), "2", "run-spec"),
    "half a number left": (("moments", 0, "courses", 0, "dropout", "has_uint32"), 2, "run-spec"),
    "data is text": (("data",), "mine", "run-spec"),
    "stops is a list": (("stops",), [], "run-spec"),
    "focus below zero": (("focus",), -1, "run-spec"),
    "reasons of text": (("given",), "target", "run-spec"),
    "a reason is a list": (("given",), [[]], "run-spec"),
    "loss of text": (("moments", 0, "courses", 0, "loss"), "low", "run-spec"),
    "loss beyond numbers": (("moments", 0, "courses", 0, "loss"), 1.7e308, "run-spec"),
}  # fmt: skip


def changed(plain: Any, place: Place, value: Any) -> Any:
    """A copy with one thing in it another."""
    plain = copy.deepcopy(plain)
    at = plain
    for key in place[:-1]:
        at = at[key]
    if value is ...:
        del at[place[-1]]
    else:
        at[place[-1]] = value
    return plain


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, bytes]]:
    return parts(tmp_path_factory.mktemp("runs") / "a.nvrun")


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused(case: str, written: Any, tmp_path: Path) -> None:
    place, value, id = WRONG[case]
    plain, members = written
    path = tmp_path / "wrong.nvrun"
    path.write_bytes(pack({**members, "run.json": to_json(changed(plain, place, value))}))
    assert problem_of(path).id == id


NUMBERS = {
    "too few": (to_npy(np.zeros(5, np.float32)), "run-spec"),
    "too many": (to_npy(np.zeros(10_000, np.float32)), "run-spec"),
    "doubles": (to_npy(np.zeros(5)), "array-type"),
    "in two axes": (to_npy(np.zeros((5, 5), np.float32)), "array-type"),
    "a lie about the size": (to_npy(np.zeros(5, np.float32)).replace(b"(5,)", b"(9,)"), "array-broken"),
    "text": (b"hello", "array-broken"),
    "objects": (to_npy(np.zeros(5, np.float32)).replace(b"'<f4'", b"'|O' "), "array-pickled"),
}


@pytest.mark.parametrize("case", NUMBERS)
def test_wrong_numbers_are_refused(case: str, written: Any, tmp_path: Path) -> None:
    content, id = NUMBERS[case]
    path = tmp_path / "wrong.nvrun"
    path.write_bytes(pack({**written[1], "numbers.npy": content}))
    assert problem_of(path).id == id


@pytest.mark.parametrize("name", ["run.json", "numbers.npy"])
def test_half_a_run_is_named_so(name: str, written: Any, tmp_path: Path) -> None:
    path = tmp_path / "half.nvrun"
    path.write_bytes(pack({key: value for key, value in written[1].items() if key != name}))
    assert (problem_of(path).id, problem_of(path).facts["name"]) == ("run-missing", name)


def test_no_run_at_all(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none.nvrun").id == "file-missing"
    (tmp_path / "text.nvrun").write_text("hello")
    assert problem_of(tmp_path / "text.nvrun").id == "archive-kind"
    (tmp_path / "deep.nvrun").write_bytes(pack({"run.json": b"[" * 100_000, "numbers.npy": b""}))
    assert problem_of(tmp_path / "deep.nvrun").id == "json-broken"
    (tmp_path / "long.nvrun").write_bytes(pack({"run.json": b" " * (17 * 2**20), "numbers.npy": b""}))
    assert problem_of(tmp_path / "long.nvrun").id == "run-too-big"


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.nvrun"
    write_run(kept(), path)
    before = path.read_bytes()
    for wrong in (replace(kept(), step=99), replace(kept(), head=5), replace(kept(), log=kept().log[::-1])):
        with pytest.raises(ValueError, match=r"step|log|head"):
            write_run(wrong, path)
    assert path.read_bytes() == before


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**20 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def places(plain: Any, before: Place = ()) -> list[Place]:
    """Every place in plain values."""
    if not isinstance(plain, dict | list):
        return [before]
    keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
    inner = [place for key in keys for place in places(plain[key], (*before, key))]
    return ([before] if before else []) + inner


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_anything_anywhere_is_a_run_or_a_problem(data: st.DataObject, written: Any, tmp_path: Path) -> None:
    plain, members = written
    place = data.draw(st.sampled_from(places(plain)))
    try:
        spec = to_json(changed(plain, place, data.draw(PLAIN)))
    except UnicodeEncodeError:
        return
    path = tmp_path / "any.nvrun"
    path.write_bytes(pack({**members, "run.json": spec}))
    try:
        run = read_run(path)
    except Problem:
        return
    write_run(run, tmp_path / "again.nvrun")
    for moment in run.moments:
        for line in moment.courses:
            np.random.default_rng().bit_generator.state = line.trainer.rng


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1), byte=st.integers(0, 255), cut=st.booleans())
def test_spoilt_bytes_are_a_run_or_a_problem(
    at: float, byte: int, cut: bool, written: Any, tmp_path: Path
) -> None:
    content = bytearray(pack(written[1]))
    place = int(at * (len(content) - 1))
    content[place] = byte
    path = tmp_path / "any.nvrun"
    path.write_bytes(bytes(content[: place + 1] if cut else content))
    try:
        read_run(path)
    except Problem as problem:
        assert problem.id  # noqa: PT017


def moments_of(path: Path) -> list[int]:
    return [one.step for one in read_run(path).moments]


def test_a_run_that_is_left_keeps_within_its_limit_what_it_stands_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, path = kept(steps=tuple(range(25)), courses=1), tmp_path / "a.run"
    one = run.moments[0].nbytes
    write_left(run, path, 10**7)
    assert moments_of(path) == list(range(25))
    whole = path.stat().st_size
    monkeypatch.setattr(run_file, "_OTHERS", 6 * one)
    write_left(run, path, 10**7)
    few = moments_of(path)
    assert {run.step, 24} <= set(few)
    assert len(few) <= 8
    write_left(run, path, path.stat().st_size - one)
    assert run.step in moments_of(path)
    assert path.stat().st_size < whole
    before = path.read_bytes()
    with pytest.raises(Problem) as caught:
        write_left(run, path, 1000)
    assert caught.value.id == "run-too-big"
    assert path.read_bytes() == before


def test_data_that_would_not_find_room_is_packed(tmp_path: Path) -> None:
    run = kept(courses=1)
    assert run.own is not None
    own = replace(run.own, arrays={"x": np.zeros((5000, 50), np.float32), "y": np.zeros(5000, np.intp)})
    write_left(replace(run, own=own), tmp_path / "a.run", 100_000)
    assert (tmp_path / "a.run").stat().st_size < 100_000
    found = read_run(tmp_path / "a.run")
    assert found.own is not None
    assert same_arrays(found.own.arrays, own.arrays)


def test_where_it_stood_and_why_it_had_paused_come_along(tmp_path: Path) -> None:
    given = ({"course": 1, "step": 12, "reason": "target", "value": 0.9},)
    write_run(replace(kept(), focus=1, given=given), tmp_path / "a.nvrun")
    found = read_run(tmp_path / "a.nvrun")
    assert (found.focus, found.given) == (1, given)
    plain, members = parts(tmp_path / "a.nvrun")
    for name in ("focus", "given"):
        del plain[name]  # as an earlier program wrote it
    (tmp_path / "a.nvrun").write_bytes(pack({**members, "run.json": to_json(plain)}))
    found = read_run(tmp_path / "a.nvrun")
    assert (found.focus, found.given) == (0, ())


ALTERED: dict[str, Callable[[dict[str, bytes]], object]] = {
    "a turn": lambda m: m.update({"run.json": m["run.json"].replace(b'"step": 2', b'"step": 3', 1)}),
    "a number": lambda m: m.update({"numbers.npy": m["numbers.npy"][:-1] + b"\x00"}),
    "curves of another": lambda m: m.update({"measured/more.npy": to_npy(np.zeros(3))}),
    "no curves": lambda m: m.pop(next(name for name in m if name.startswith("measured/"))),
}


@pytest.mark.parametrize("case", ALTERED)
def test_parts_that_do_not_belong_together_are_refused(case: str, tmp_path: Path) -> None:
    path = tmp_path / "a.nvrun"
    write_run(kept(), path)
    members = unpack(path.read_bytes(), 10**8)
    before = dict(members)
    ALTERED[case](members)
    assert members != before
    path.write_bytes(pack(members))
    assert problem_of(path).id == "run-altered"
    path.write_bytes(pack(dict(reversed(before.items()))))
    assert read_run(path).head == kept().head, "their order is not what matters"
