"""The numbers that matter come first."""

from __future__ import annotations

from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.engine import events as e
from empathy_sim.journey.units import DAY
from tests.debrief.told_by_hand import (
    SCRIPT,
    HandLog,
    answered,
    begun,
    ended_in_queue,
    two_calls,
)


def headline(log: HandLog) -> tuple[str, ...]:
    return debrief_of(SCRIPT, log.log).headline


def test_help_waiting_and_the_report_are_told_in_short_sentences() -> None:
    assert headline(two_calls()) == (
        "45 minutes to reach somebody able to help.",
        "44 of them waiting.",
        "The promised date was put off once.",
        "This journey counts against one of the five lines of the report.",
    )


def test_only_the_waiting_on_the_way_to_help_is_of_its_minutes() -> None:
    log = begun()
    log.write(e.FrictionMet, "powerless", None)
    answered(log, 0, 300, 60)
    log.sec(400).write(e.ContactBegan, "phone")
    log.wait("hold", 3_000)
    log.sec(3_400).write(e.WaitEnded, "hold", "dropped")

    assert headline(log)[:2] == (
        "5 minutes to reach somebody able to help.",
        "5 of them waiting, and 50 more at other times.",
    )


def test_nobody_reached_is_said_with_the_waiting() -> None:
    log = begun()
    log.write(e.FrictionMet, "powerless", None)
    ended_in_queue(log, 0, 600, "customer", "hung_up")
    log.write(e.JourneyEnded, "gave_up", "gave_up", "It is left.")

    assert headline(log)[:2] == (
        "Nobody able to help was reached.",
        "10 minutes of waiting.",
    )


def test_an_episode_that_ends_as_somebody_picks_up_says_so() -> None:
    log = begun()
    log.write(e.FrictionMet, "long_wait", None)
    log.write(e.ContactBegan, "phone")
    log.wait("hold", 600)
    log.sec(600).write(e.WaitEnded, "hold", "answered")
    log.write(e.JourneyEnded, "answered", "partly", "The episode ends here.")
    debrief = debrief_of(SCRIPT, log.log)

    picked_up = "Somebody picked up. The story stops there, before it tells whether they could help."
    assert debrief.headline[:2] == (picked_up, "10 minutes of waiting.")
    told = [receipt.says for receipt in debrief.receipts if receipt.id == "help"]
    assert told == [picked_up]


def test_how_far_an_unfinished_journey_went_is_said() -> None:
    log = begun()
    log.sec(90).write(e.ContactBegan, "phone")
    unfinished = debrief_of(SCRIPT, log.log).unfinished

    assert unfinished.startswith('This journey is not finished. It stands at "Ringing"')
    assert ": one stage of it, 2 minutes for your customer" in unfinished
    log.write(e.JourneyEnded, "answered", "solved", "It is done.")
    assert debrief_of(SCRIPT, log.log).unfinished == ""


def test_a_journey_that_was_left_is_no_unfinished_one() -> None:
    log = begun()
    log.write(e.JourneyLeft)

    assert debrief_of(SCRIPT, log.log).unfinished == ""


def test_broken_promises_are_in_it() -> None:
    log = begun()
    for name in ("a", "b", "c"):
        log.write(e.PromiseMade, name, DAY)
    log.write(e.PromiseBroken, "a", "denied")
    log.write(e.PromiseBroken, "b", "denied")

    assert "Two of three promises were broken." in headline(log)
    log.write(e.PromiseBroken, "c", "denied")
    assert "All three promises were broken." in headline(log)


def test_where_nothing_happened_there_is_none() -> None:
    assert headline(begun()) == ()


def test_every_line_left_green_is_said_so() -> None:
    log = begun()
    ended_in_queue(log, 0, 1_500, "company", "dropped")

    assert headline(log)[-1] == (
        "This journey counts against none of the five lines of the report."
    )
