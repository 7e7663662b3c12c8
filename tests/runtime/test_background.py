"""Errands on a thread of their own."""

from __future__ import annotations

import logging
import threading

import pytest

from neuroviz.runtime import Background


def test_errands_are_done_in_turn_elsewhere_and_closing_waits_for_them() -> None:
    background, done = Background(), []
    for k in range(20):
        background.submit(f"errand {k}", lambda k=k: done.append((k, threading.current_thread().name)))
    assert background.close()
    assert done == [(k, "run-background") for k in range(20)]
    assert background.close(), "harmless twice"
    with pytest.raises(RuntimeError):
        background.submit("late", print)


def test_a_newer_errand_takes_the_place_of_one_that_waits() -> None:
    background, done, gate = Background(), [], threading.Event()
    background.submit("first", gate.wait)
    for k in range(5):
        background.submit("save", lambda k=k: done.append(k))
    gate.set()
    assert background.close()
    assert done == [4]


def test_one_that_fails_is_told_and_does_not_keep_the_next(caplog: pytest.LogCaptureFixture) -> None:
    background, done = Background(), []
    background.submit("bad", lambda: 1 / 0)
    background.submit("good", lambda: done.append(1))
    with caplog.at_level(logging.ERROR):
        assert background.close()
    assert done == [1]
    assert "the errand bad failed" in caplog.text


def test_closing_does_not_wait_for_ever() -> None:
    background, gate = Background(), threading.Event()
    background.submit("slow", gate.wait)
    assert not background.close(timeout=0.05)
    gate.set()
    assert background.close()


def test_without_errands_there_is_no_thread() -> None:
    before = threading.active_count()
    background = Background()
    assert threading.active_count() == before
    assert background.close()
