"""The small nets and the failed ones, measured again: what SOURCES.md says of them must be so."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neuroviz.app import SMALL_NETS
from neuroviz.data import mnist, plane
from neuroviz.io.nets import read_net
from neuroviz.resources import asset
from tools import train_lessons

SOURCES = asset("SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", plane.NET_TASKS)
def test_a_small_net_knows_its_task(name: str) -> None:
    net = read_net(asset("weights", SMALL_NETS[name]))
    task = plane.task(plane.NET_TASKS[name])
    assert [str(n) for n in (2, *(s[0] for s in net.shapes[::2]))] == name.split("-")
    wrong = int((train_lessons.answers(net, task.points) != task.labels).sum())
    stated = re.search(rf"{SMALL_NETS[name]} .*wrong on (\d+) of 400", SOURCES)
    assert stated is not None
    assert abs(wrong - int(stated[1])) <= 1


@pytest.mark.parametrize("name", ["dead", "saturated"])
def test_a_failure_is_as_bad_as_told(name: str) -> None:
    net, test = read_net(asset("weights", f"{name}.npz")), mnist.load_test()
    trace = net.trace(test.images.reshape(-1, 784) / np.float32(255))
    right = 100 * float((trace.output.argmax(axis=1) == test.labels).mean())
    stated = re.search(rf"{name}\.npz .*right on ([\d.]+)%", SOURCES)
    assert stated is not None
    assert right == pytest.approx(float(stated[1]), abs=0.05)
    first, second = trace.activations[1], trace.activations[3]
    if name == "dead":
        assert [int((a.max(axis=0) <= 0).sum()) for a in (first, second)] == [30, 14]
    else:
        ends = [float(((a < 0.02) | (a > 0.98)).mean()) for a in (first, second)]
        assert ends == pytest.approx([0.92, 0.97], abs=0.006)
