"""The report's rules count what such reports count."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.recorded import rate
from empathy_sim.debrief.recorded_words import recorded_in_words
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


def recorded(log: HandLog, counting: Counting = USUAL) -> dict[str, Reading]:
    readings = recorded_in_words(Account.of(SCRIPT, log.log), counting)
    return {each.measure.id: each for each in readings}


def counts(log: HandLog, measure: str, counting: Counting = USUAL) -> tuple[int, int]:
    reading = recorded(log, counting)[measure]
    return reading.value or 0, reading.of or 0


def test_two_calls_are_told_as_the_report_has_them() -> None:
    says = recorded(two_calls())["answered_in_target"].says

    assert says == (
        "Three calls, since one that is passed on counts as another. One dropped by us, "
        "not counted as abandoned. One answered after 14 minutes, outside target. One passed on, and answered after 4 minutes, "
        "outside target."
    )


def test_only_answered_legs_have_waited() -> None:
    reading = recorded(two_calls())["waiting_recorded"]

    assert reading.value == (840 + 240) * 1_000
    assert (
        reading.says
        == "18 minutes of waiting on record, before two answers by telephone or chat."
    )


def test_a_dropped_call_is_neither_answered_nor_abandoned() -> None:
    log = begun()
    ended_in_queue(log, 0, 1_500, "company", "dropped")

    assert counts(log, "answered_in_target") == (0, 0)
    assert counts(log, "abandonment") == (0, 0)
    assert recorded(log)["abandonment"].says == (
        "No call was abandoned. One was dropped by us, which is not counted."
    )


@pytest.mark.parametrize(("waited", "hit"), [(0, 1), (20, 1), (21, 0)])
def test_a_call_is_in_target_up_to_twenty_seconds(waited: int, hit: int) -> None:
    log = begun()
    answered(log, 0, waited, 60)

    assert counts(log, "answered_in_target") == (hit, 1)


def test_the_menu_before_the_queue_is_not_on_the_clock() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.sec(300).wait("hold", 15)
    log.sec(315).write(e.WaitEnded, "hold", "answered")

    assert recorded(log)["answered_in_target"].says == (
        "One call: answered after 15 seconds, in target."
    )


@pytest.mark.parametrize(
    ("waited", "leaves_out", "gone"),
    [(4, 5, 0), (5, 5, 1), (4, 0, 1), (180, 5, 1)],
)
def test_short_abandons_are_left_out_where_the_company_does_so(
    waited: int, leaves_out: int, gone: int
) -> None:
    log = begun()
    ended_in_queue(log, 0, waited, "customer", "hung_up")
    counting = Counting(short_abandons=leaves_out * 1_000)

    assert counts(log, "abandonment", counting) == (gone, gone)


def test_an_empty_battery_is_a_caller_who_hung_up() -> None:
    log = begun()
    ended_in_queue(log, 0, 600, "battery", "battery")

    assert counts(log, "abandonment") == (1, 1)


def test_who_presses_no_key_has_abandoned() -> None:
    log = begun()
    ended_in_queue(log, 0, 600, "company", "timed_out")

    assert counts(log, "abandonment") == (1, 1)
    assert "since no key was pressed" in recorded(log)["answered_in_target"].says


def test_handle_time_runs_from_the_answer_to_the_end() -> None:
    assert counts(two_calls(), "handle_time") == ((110 + 60) * 1_000, 2)


def test_speed_of_answer_forgets_who_was_not_answered() -> None:
    assert counts(two_calls(), "speed_of_answer") == ((840 + 240) * 1_000, 2)


def test_a_contact_is_solved_at_the_first_if_nobody_came_back() -> None:
    log = begun()
    answered(log, 0, 10, 60)
    answered(log, 3 * 86_400, 10, 60)
    answered(log, 30 * 86_400, 10, 60)

    assert counts(log, "first_contact_resolution") == (2, 3)


def test_coming_back_on_another_channel_is_not_coming_back() -> None:
    log = begun()
    answered(log, 0, 10, 60)
    log.sec(300).write(e.ContactBegan, "chat")
    log.sec(400).write(e.ContactEnded, "chat", "customer", "left")

    assert recorded(log)["first_contact_resolution"].says == (
        "The one answered contact counts as solved at the first: nobody came back on "
        "the same channel within seven days."
    )


def test_what_ends_without_a_person_is_settled() -> None:
    log = begun()
    for at, channel in enumerate(("phone", "chat", "web")):
        log.sec(at * 100).write(e.ContactBegan, channel)
        log.sec(at * 100 + 50).write(e.ContactEnded, channel, "customer", "left")

    assert counts(log, "containment") == (2, 2)
    assert counts(log, "bot_resolution") == (1, 1)
    assert counts(log, "settled_online") == (1, 1)


def test_a_chat_that_is_handed_over_is_not_the_assistants() -> None:
    log = begun()
    log.write(e.ContactBegan, "chat")
    log.wait("queue", 30)
    log.sec(30).write(e.WaitEnded, "queue", "answered")
    log.write(e.PersonAnswered, "Sam", able=False)

    assert counts(log, "bot_resolution") == (0, 1)
    assert recorded(log)["bot_resolution"].says == "One chat: handed to a person."


def test_a_date_is_met_that_was_put_off_in_time() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.sec(86_400).write(e.PromiseMoved, "delivery", 2 * DAY, 30 * DAY)
    log.sec(25 * 86_400).write(e.PromiseKept, "delivery")

    assert counts(log, "on_time_delivery") == (1, 1)
    assert recorded(log)["on_time_delivery"].says == (
        "No date was missed; one was met; a date put off in time does not count as "
        "missed."
    )


def test_a_date_that_passes_is_missed_and_one_to_come_is_not_counted() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.write(e.PromiseMade, "call", 9 * DAY)
    log.sec(2 * 86_400 + 1).write(e.PromiseBroken, "delivery", "lapsed")

    assert counts(log, "on_time_delivery") == (0, 1)


def test_a_refund_that_is_not_yet_due_is_in_target() -> None:
    log = begun()
    log.write(e.PromiseMade, "refund", 14 * DAY)

    assert recorded(log)["refunds_in_target"].says == (
        "The refund is not yet due, so it is in target."
    )
    assert counts(log, "on_time_delivery") == (0, 0)


def test_a_rating_is_counted_as_it_was_sent() -> None:
    log = begun()
    log.enter("rating", "survey")
    log.write(e.Rated, "dani", 3, "csat", 1, 5)
    log.write(e.Rated, "dani", 5, "csat", 1, 5)
    log.write(e.Rated, "friend", 6, "nps", 0, 10)
    log.write(e.StepTaken, "sent")
    log.leave("rating", "sent")

    assert counts(log, "csat") == (1, 1)
    assert counts(log, "nps") == (-1, 1)
    assert recorded(log)["csat"].says == (
        "One answer on satisfaction: 5 of 5, counted as satisfied."
    )
    assert recorded(log)["nps"].says == (
        "One answer on recommending: 6 of 10, counted as a detractor."
    )


def test_a_rating_that_was_closed_unsent_is_not_counted() -> None:
    log = begun()
    log.enter("rating", "survey")
    log.write(e.Rated, "dani", 1, "csat", 1, 5)
    log.leave("rating", "skipped")

    assert recorded(log)["csat"].says == (
        "No answer on satisfaction, so nothing is counted."
    )


def test_there_is_no_share_of_one_customer() -> None:
    readings = recorded(two_calls()).values()

    assert all(rate(each) is None for each in readings)
    assert not any("%" in each.says for each in readings)


def test_there_is_a_share_from_twenty_calls_on() -> None:
    """Fifteen calls wait ten seconds, five wait a minute."""
    log = begun()
    for at in range(20):
        answered(log, at * 1_000, 10 if at < 15 else 60, 60)
    reading = recorded(log)["answered_in_target"]

    assert rate(reading) == 0.75
    assert reading.says.endswith("That is 75% of 20.")
    assert recorded(log)["speed_of_answer"].says.endswith("On average: 22 seconds.")


def test_nineteen_calls_are_too_few() -> None:
    log = begun()
    for at in range(19):
        answered(log, at * 1_000, 10, 60)

    assert rate(recorded(log)["answered_in_target"]) is None


def test_every_rule_says_what_it_counts_and_where_it_is_from() -> None:
    for reading in recorded(two_calls()).values():
        assert reading.measure.definition.endswith(".")
        assert len(reading.measure.source) > 20


def test_a_visit_says_how_it_is_settled() -> None:
    log = begun()
    log.write(e.ContactBegan, "web")
    log.write(e.ContactEnded, "web", "customer", "left")

    assert recorded(log)["settled_online"].says == (
        "One visit to the website: it counts as settled online, since a visit is not "
        "joined to any chat or call that follows it."
    )
