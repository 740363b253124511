"""Waiting is told by where it was."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.resources import ResourceUse
from empathy_sim.engine import events as e
from empathy_sim.journey.units import HOUR, MINUTE
from tests.debrief.told_by_hand import SCRIPT, answered, begun


def waiting(debrief: Debrief) -> list[str]:
    return [each.lived for each in debrief.pairs if each.id == "waiting"]


def test_one_wait_is_told_with_its_place() -> None:
    log = begun()
    answered(log, 0, 300, 60)

    assert waiting(debrief_of(SCRIPT, log.log)) == ["5 minutes of waiting, on hold."]


def test_several_waits_of_one_sort_are_counted() -> None:
    log = begun()
    answered(log, 0, 300, 60)
    answered(log, 400, 300, 60)

    told = "10 minutes of waiting, in two stretches on hold."
    assert waiting(debrief_of(SCRIPT, log.log)) == [told]


def test_a_day_at_home_is_waiting_and_no_queue() -> None:
    log = begun()
    log.write(e.FrictionMet, "powerless", None)
    log.write(e.ContactBegan, "chat")
    log.write(e.ContactEnded, "chat", "customer", "left")
    log.enter("door", "counter")
    log.wait("home", 6 * 3_600)
    log.sec(6 * 3_600).write(e.WaitEnded, "home", "missed")
    log.leave("door", "missed")
    answered(log, 7 * 3_600, 60, 60)

    assert debrief_of(SCRIPT, log.log).headline[:2] == (
        "7 hours to reach somebody able to help.",
        "6 hours of that spent waiting.",
    )


@pytest.mark.parametrize("alone", [True, False])
def test_an_episode_has_no_end_that_its_story_tells(*, alone: bool) -> None:
    log = begun()
    answered(log, 0, 300, 60)
    log.write(e.JourneyEnded, "solved", "solved", "The kettle is there.")
    debrief = debrief_of(replace(SCRIPT, alone=alone), log.log)

    [end] = [each for each in debrief.happened if each.head == "In the end"]
    assert ("As the story tells it" in " ".join(end.steps)) is not alone


@pytest.mark.parametrize(
    ("started", "left", "says"),
    [
        (4_400, 2_650, "27%"),
        (32 * MINUTE, 0, "0 minutes"),
        (90 * MINUTE, 61 * MINUTE, "61 minutes"),
        (16 * HOUR, 16 * HOUR, "16 hours"),
        (16 * HOUR, 6 * HOUR + 5 * MINUTE, "6 hours 5 minutes"),
        (16 * HOUR, MINUTE, "1 minute"),
    ],
)
def test_many_hours_of_something_are_told_in_hours(
    started: int, left: int, says: str
) -> None:
    use = ResourceUse("leave", "leave", started, left, ())

    assert use.level(left) == says


def test_a_day_at_home_is_one_stretch_whatever_was_done_in_it() -> None:
    log = begun()
    log.enter("door", "counter")
    for at in (0, 3_600, 7_200):
        log.sec(at)
        log.wait("home", 3_000)
        log.sec(at + 3_000).write(e.WaitEnded, "home", "passed")
    log.leave("door", "missed")
    answered(log, 10_800, 300, 60)

    told = "3 hours of waiting, in two stretches: one at home and one on hold."
    assert waiting(debrief_of(SCRIPT, log.log)) == [told]
