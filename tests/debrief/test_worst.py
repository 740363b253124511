"""The worst that happened is told."""

from __future__ import annotations

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.worst import Worst, worst_of
from empathy_sim.engine import events as e
from empathy_sim.journey.units import DAY
from tests.debrief.told_by_hand import (
    SCRIPT,
    HandLog,
    begun,
    ended_in_queue,
    two_calls,
)


def worst(log: HandLog) -> Worst | None:
    return worst_of(Account.of(SCRIPT, log.log))


def told(log: HandLog) -> dict[str, str]:
    happened = debrief_of(SCRIPT, log.log).happened
    return {each.head: " ".join((each.says, *each.steps)) for each in happened}


def cut_off(log: HandLog, began: int, waited: int) -> None:
    """A call that is lost in the queue."""
    log.sec(began).write(e.ContactBegan, "phone")
    log.wait("hold", waited)
    log.sec(began + waited).write(e.FrictionMet, "long_wait", None)
    log.write(e.FrictionMet, "line_dropped", None)
    log.write(e.WaitEnded, "hold", "dropped")
    log.write(e.ContactEnded, "phone", "company", "dropped")


def test_a_dead_line_is_told_with_its_day_and_what_it_cost() -> None:
    assert told(two_calls())["At worst"] == (
        "Tuesday 10:25. The line went dead near the front of the queue. It "
        "cost 25 minutes of waiting."
    )


def test_being_cut_off_is_worse_than_a_longer_wait_of_the_same_weight() -> None:
    log = begun()
    cut_off(log, 0, 300)
    log.sec(400).write(e.ContactBegan, "phone")
    log.wait("hold", 3_000)
    log.sec(3_000).write(e.FrictionMet, "long_wait", None)
    log.sec(3_400).write(e.WaitEnded, "hold", "answered")
    found = worst(log)

    assert found is not None
    assert found.code == "line_dropped"
    assert found.cut_off is not None
    assert found.cost == "It cost 5 minutes of waiting."


def test_what_weighs_more_is_worse_than_being_cut_off() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.sec(30).write(e.FrictionMet, "menu_timed_out", None)
    log.write(e.ContactEnded, "phone", "company", "timed_out")
    log.sec(60).write(e.FrictionMet, "contradicted", None)
    found = worst(log)

    assert found is not None
    assert (found.code, found.cut_off) == ("contradicted", None)
    assert found.cost == "No minutes are counted for it."


def test_a_date_that_moved_is_told_by_its_name_and_its_days() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.sec(60).write(e.PromiseMoved, "delivery", 2 * DAY, 7 * DAY)
    log.write(e.FrictionMet, "promise_slipped", None)
    found = worst(log)

    assert found is not None
    assert found.says == (
        'Tuesday 10:01. The date moved: "The kettle arrives". It cost five days.'
    )


def test_seconds_are_no_worse_than_days() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.sec(60).write(e.PromiseMoved, "delivery", 2 * DAY, 7 * DAY)
    log.write(e.FrictionMet, "promise_slipped", None)
    log.sec(70).write(e.FrictionMet, "asked_again", None, "order_number")
    log.sec(80).write(e.FactGiven, "order_number", right=True)
    found = worst(log)

    assert found is not None
    assert found.code == "promise_slipped"


def test_what_happened_more_than_once_says_how_often() -> None:
    log = begun()
    cut_off(log, 0, 300)
    cut_off(log, 400, 600)
    found = worst(log)

    assert found is not None
    assert found.cost == "It cost 10 minutes of waiting, and it happened twice in all."


def test_where_nothing_went_wrong_there_is_no_worst() -> None:
    log = begun()

    assert worst(log) is None
    assert "At worst" not in told(log)


def test_each_promise_is_told_by_its_name_with_its_dates_and_what_became_of_it() -> (
    None
):
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.sec(60).write(e.PromiseMoved, "delivery", 2 * DAY, 7 * DAY)
    log.sec(7 * 86_400).write(e.PromiseKept, "delivery")
    assert told(log)["Promised"] == (
        '"The kettle arrives", first for Thursday 12 June: put off once and kept on '
        "Tuesday 17 June, five days late."
    )


def test_what_happened_is_in_order_of_time() -> None:
    early, late = begun(), begun()
    early.write(e.PromiseMade, "delivery", 2 * DAY)
    early.sec(60).write(e.PromiseMoved, "delivery", 2 * DAY, 7 * DAY)
    early.write(e.FrictionMet, "promise_slipped", None)
    ended_in_queue(early, 90, 20, "customer", "hung_up")
    cut_off(late, 10, 300)

    assert [*told(early)][2:5] == ["At worst", "Contacts", "In the end"]
    assert [*told(late)][:4] == ["Wanted", "Contacts", "At worst", "In the end"]


def test_every_contact_is_told_with_what_became_of_it() -> None:
    assert told(two_calls())["Contacts"] == (
        "Two contacts for help. One of them should never have been needed. Tuesday 10 "
        "June, 10:00: a call, 25 minutes on hold, until the line went dead. 10:25: a "
        "call, 14 minutes on hold, then Dani, not able to help, 4 minutes on hold, then "
        "Rosa, able to help."
    )


def test_of_many_contacts_the_first_and_the_last_are_told() -> None:
    log = begun()
    for at in range(9):
        ended_in_queue(log, 1_000 * at, 60 * (at + 1), "customer", "hung_up")
    says = told(log)["Contacts"]

    assert says.startswith("Nine contacts for help. Tuesday 10 June, 10:00: a call, ")
    assert ". Three more. " in says
    assert says.endswith("9 minutes on hold, until the customer hung up.")


def test_contacts_in_a_row_of_which_no_more_is_known_are_told_as_one() -> None:
    log = begun()
    for _ in range(2):
        log.write(e.ContactBegan, "web")
        log.write(e.ContactEnded, "web", "customer", "left")

    assert told(log)["Contacts"] == (
        "Two contacts for help. Tuesday 10 June, 10:00: two visits to the website."
    )


def test_a_visit_and_a_chat_in_a_row_are_two_things() -> None:
    log = begun()
    for channel in ("web", "chat", "chat"):
        log.write(e.ContactBegan, channel)
        log.write(e.ContactEnded, channel, "company", "closed")

    assert told(log)["Contacts"].endswith(
        "10:00: a visit to the website, until the company closed it. 10:00: two chats, "
        "each until the company closed it."
    )
