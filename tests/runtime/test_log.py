"""The log: in order, each change once, a branch forgets what lay ahead."""

from __future__ import annotations

from neuroviz.runtime import Change, Entry, Log

A, B, C, D = (Change(name, 0) for name in "abcd")


def taken(log: Log, step: int) -> list[Change]:
    """All that is due at `step`."""
    found = []
    while (change := log.due(step)) is not None:
        found.append(change)
    return found


def test_each_change_is_due_once_in_order() -> None:
    log = Log((Entry(1, A), Entry(1, B), Entry(3, C)))
    assert [taken(log, step) for step in (0, 1, 1, 2, 3, 4)] == [[], [A, B], [], [], [C], []]


def test_entries_given_out_of_order_are_put_in_order_and_equals_stay() -> None:
    log = Log((Entry(3, C), Entry(1, B), Entry(1, A)))
    assert log.entries == (Entry(1, B), Entry(1, A), Entry(3, C))


def test_what_is_written_has_been_taken() -> None:
    log = Log()
    log.write(2, A)
    log.write(2, B)
    assert log.entries == (Entry(2, A), Entry(2, B))
    assert taken(log, 9) == []


def test_rewinding_makes_the_changes_of_that_step_due_again() -> None:
    log = Log((Entry(1, A), Entry(2, B), Entry(3, C)))
    taken(log, 3)
    log.rewind(2)
    assert taken(log, 3) == [B, C]


def test_a_branch_forgets_what_lay_ahead_but_not_what_was_taken() -> None:
    log = Log((Entry(1, A), Entry(2, B), Entry(3, C)))
    taken(log, 3)
    log.rewind(0)
    taken(log, 2)
    log.write(2, D)
    assert log.entries == (Entry(1, A), Entry(2, B), Entry(2, D))


def test_entries_are_a_value() -> None:
    log = Log()
    before = log.entries
    log.write(0, A)
    assert before == ()
