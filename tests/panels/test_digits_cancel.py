"""What the room of digits prepares beside its answers can be stopped, and goes on where it was."""

from __future__ import annotations

from neuroviz.data import strokes
from neuroviz.panels.digits import showcase
from tests.panels.test_digits import Room, measured, room

__all__ = ["room"]


def test_fitting_the_meter_stops_at_once_and_goes_on_where_it_was(room: Room) -> None:
    room.settle(lambda: room.panel._fit.progress > 0)
    fitting, fit = room.panel.view.fitting, room.panel._fit
    assert fitting.isVisible()
    assert "Measuring" in fitting.text()
    fitting.button.click()
    assert fitting.state == "stopped"
    assert "there is no meter" in fitting.text()
    room.panel.leave()
    room.panel.enter()
    run = fit._run
    assert run is not None
    room.settle(lambda: run._asleep)
    room.panel.tick()
    reached = fit.progress
    room.panel.view.pad.set_drawing(strokes.digit(3))
    room.complete()
    assert fit.progress == reached
    assert fit.meter is None
    assert room.frame.answer is not None
    assert room.frame.answer.novelty is None, "nothing is told by half a meter"
    fitting.button.click()
    assert fitting.state == "working"
    measured(room)
    assert room.panel.view.meter.isVisible()
    assert not fitting.isVisible()


def test_nothing_is_claimed_of_what_may_be_no_digit_before_it_is_measured(room: Room) -> None:
    showcase.draw_house(room.panel)
    room.panel.play(False)
    room.panel.seek(1000)
    said = set()

    def read() -> bool:
        said.add(room.panel.room.sentence.text())
        return room.frame.answer is not None and room.frame.answer.novelty is not None

    room.settle(read)
    assert any("being measured" in text for text in said)
    assert not any("sure this is" in text for text in said)
    assert "Not a digit?" in room.panel.sentence()


def test_another_net_is_measured_though_the_one_before_was_stopped(room: Room) -> None:
    room.settle(lambda: room.panel._fit.progress > 0)
    room.panel.view.fitting.button.click()
    room.panel.context.workspace.choose("net", "MLP")
    assert room.panel.view.fitting.state == "working"
    room.settle(lambda: room.panel._fit.meter is not None)


def test_judging_the_test_images_stops_at_once_and_goes_on_where_it_was(room: Room) -> None:
    work = room.panel.tests.work
    assert work.state == "working"
    work.button.click()
    assert work.state == "stopped"
    assert "Stopped" in work.text()
    room.panel.leave()
    room.panel.enter()
    run = room.panel._errors._run
    assert run is not None
    room.settle(lambda: run._asleep)
    room.panel.tick()
    found = room.panel._errors.frame
    assert found is None or not found.complete
    work.button.click()
    assert work.state == "working"
    room.judged()
    assert "Right on" in work.text()
    assert not work.button.isVisible()
