"""One slot, latest wins."""

from __future__ import annotations

import threading
from itertools import pairwise

from neuroviz.runtime import Mailbox

from .helpers import eventually
from .sims import LIMIT


def test_nothing_at_first() -> None:
    box: Mailbox[int] = Mailbox()
    assert box.empty
    assert box.take() is None


def test_the_latest_wins() -> None:
    box: Mailbox[int] = Mailbox()
    for item in (1, 2, 3):
        box.put(item)
    assert not box.empty
    assert box.take() == 3


def test_taking_empties() -> None:
    box: Mailbox[int] = Mailbox()
    box.put(1)
    box.take()
    assert box.empty
    assert box.take() is None


def test_a_falsy_item_is_an_item() -> None:
    box: Mailbox[int] = Mailbox()
    box.put(0)
    assert not box.empty
    assert box.take() == 0


def test_between_threads_nothing_comes_twice_nor_late_and_the_last_arrives() -> None:
    box: Mailbox[int] = Mailbox()
    last = 20_000

    def write() -> None:
        for item in range(1, last + 1):
            box.put(item)

    writer = threading.Thread(target=write)
    seen: list[int] = []

    def look() -> bool:
        if (item := box.take()) is not None:
            seen.append(item)
        return bool(seen) and seen[-1] == last

    writer.start()
    eventually(look)
    writer.join(LIMIT)
    assert not writer.is_alive()
    assert all(a < b for a, b in pairwise(seen))
    assert box.empty
