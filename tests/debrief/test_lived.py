"""What was lived is counted as by stop watch."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.waits import union_ms
from empathy_sim.engine import events as e
from empathy_sim.journey.units import DAY
from tests.debrief.told_by_hand import (
    SCRIPT,
    HandLog,
    answered,
    begun,
    two_calls,
    waited_between,
)


def lived(log: HandLog) -> dict[str, Reading]:
    readings = lived_readings(Account.of(SCRIPT, log.log))
    return {each.measure.id: each for each in readings}


def values(log: HandLog, *measures: str) -> list[int | None]:
    found = lived(log)
    return [found[each].value for each in measures]


def test_waiting_is_the_sum_of_four_waits() -> None:
    log = two_calls()

    assert values(log, "minutes_waited") == [(1_500 + 840 + 60 + 240) * 1_000]
    assert waited_between(log.log) == 2_640_000


def test_what_was_sat_through_is_felt_time() -> None:
    [sat] = values(two_calls(), "sat_through")

    assert sat == (210 + 45 + 30 + 45) * 1_000


def test_help_is_counted_from_the_first_call_to_the_first_person_able() -> None:
    reading = lived(two_calls())["minutes_to_help"]

    assert reading.value == 2_700_000
    began, helped = (two_calls().log[seq - 1] for seq in reading.evidence)
    assert isinstance(began, e.ContactBegan)
    assert helped == e.PersonAnswered(2_700_000, 390_000, "Rosa", able=True)


def test_help_that_never_came_has_no_number() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.write(e.FrictionMet, "powerless", None)
    log.sec(90).write(e.PersonAnswered, "Dani", able=False)

    assert values(log, "minutes_to_help", "people") == [None, 1]


def test_an_order_placed_in_peace_days_before_does_not_ask_for_help() -> None:
    log = _ordered_in_peace()
    log.write(e.FrictionMet, "promise_slipped", None)
    answered(log, 3 * 86_400, 600, 60)

    assert values(log, "minutes_to_help", "contacts") == [600_000, 1]


def test_every_contact_counts_where_nothing_went_wrong() -> None:
    log = _ordered_in_peace()
    answered(log, 3 * 86_400, 600, 60)

    assert values(log, "contacts", "channels") == [2, 2]


def test_a_contact_in_which_something_went_wrong_asks_for_help() -> None:
    log = _ordered_in_peace("oversold")
    answered(log, 3 * 86_400, 600, 60)

    assert values(log, "minutes_to_help") == [3 * DAY + 600_000]


@pytest.mark.parametrize("code", ["price_rose", "added_unasked", "no_made_hard"])
def test_what_a_shop_does_to_sell_does_not_ask_for_help(code: str) -> None:
    log = _ordered_in_peace(code)
    log.write(e.FrictionMet, "promise_slipped", None)
    answered(log, 3 * 86_400, 600, 60)

    assert values(log, "minutes_to_help", "contacts") == [600_000, 1]


def _ordered_in_peace(wrong: str = "") -> HandLog:
    log = begun()
    log.write(e.ContactBegan, "web")
    if wrong:
        log.write(e.FrictionMet, wrong, None)
    log.sec(60).write(e.ContactEnded, "web", "customer", "finished")
    log.enter("week", "days")
    log.wait("days", 3 * 86_400)
    log.sec(3 * 86_400).write(e.WaitEnded, "days", "passed")
    log.leave("week", "passed")
    return log


def test_days_at_home_are_days_and_not_minutes_of_waiting() -> None:
    log = _ordered_in_peace()

    assert values(log, "minutes_waited", "days") == [0, 3]


def test_a_fact_is_repeated_only_once_it_has_been_given() -> None:
    found = lived(two_calls())

    assert found["times_asked.order_number"].value == 2
    assert found["times_asked_again.order_number"].value == 1
    assert found["identity_checks"].value == 1


def test_a_fact_given_wrongly_does_not_count_as_given() -> None:
    log = begun()
    log.write(e.AskedFor, "order_number", "menu")
    log.write(e.FactGiven, "order_number", right=False)
    log.write(e.AskedFor, "order_number", "menu")

    assert values(
        log, "times_asked.order_number", "times_asked_again.order_number"
    ) == [
        2,
        0,
    ]


def test_apologies_are_counted_for_the_customer_and_for_whom_heard_them() -> None:
    assert values(two_calls(), "apologies", "apologies_heard") == [3, 2]


def test_promises_are_followed_to_their_ends() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.write(e.PromiseMade, "refund", 9 * DAY)
    log.write(e.PromiseMade, "call", DAY)
    log.sec(86_400).write(e.PromiseMoved, "delivery", 2 * DAY, 5 * DAY)
    log.write(e.PromiseMoved, "refund", 9 * DAY, 7 * DAY)
    log.sec(86_401).write(e.PromiseBroken, "call", "lapsed")
    log.enter("week", "days")
    log.sec(4 * 86_400).write(e.PromiseKept, "delivery")

    found = values(
        log,
        *("promises_made", "promises_moved", "promises_kept", "promises_broken"),
        "days",
        "days_late",
    )
    assert found == [3, 1, 1, 1, 4, 3]


def test_a_transfer_a_lost_line_and_two_people_are_counted() -> None:
    found = values(
        two_calls(), "transfers", "cut_off", "people", "contacts", "channels"
    )

    assert found == [1, 1, 2, 2, 1]


def test_the_least_that_was_left_of_a_battery_is_kept() -> None:
    """Of 34%, 1% went every two minutes of 2,760 s less ten between the calls."""
    reading = lived(two_calls())["resource_left.phone_battery"]

    assert reading.of == 3_400
    assert reading.value == 3_400 - 1_500 // 120 * 100 - 50 - (1_250 * 100) // 120


def test_every_reading_names_its_events_and_says_how_it_counts() -> None:
    log = two_calls()

    for reading in lived_readings(Account.of(SCRIPT, log.log)):
        assert all(1 <= seq <= len(log.log) for seq in reading.evidence)
        assert reading.measure.definition.endswith(".")
        assert reading.measure.source
        assert reading.evidence or not reading.value or reading.of


def test_waits_that_overlap_are_not_counted_twice() -> None:
    assert union_ms([(0, 10), (5, 12), (20, 21), (6, 7)]) == 13
    assert union_ms([]) == 0
