"""Every measure finds what was worked out by hand."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import OPTIONS, USUAL, Counting
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.recorded import recorded_readings
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import SCRIPT, answered, begun
from tests.debrief.twelve_days_by_hand import (
    A_DAY,
    LAST,
    THIRD,
    milliseconds,
    twelve_days,
)

Found = tuple[int | None, int | None]
"""A value, and out of how many."""

BATTERY = (
    (60 * 100 // 120 + 600 * 100 // 120)  # the dropped call: menu, queue
    + (30 * 100 // 120 + 15 * 100 // 120)  # the call passed on: menu, queue
    + (120 * 100 // 120 + 300 * 100 // 120 + 300 * 100 // 120)  # Dani, queue, Rosa
    + (10 * 100 // 120 + 3 * 100 // 120)  # hung up at once
    + (10 * 100 // 120 + 120 * 100 // 120)  # hung up after two minutes
)
"""Hundredths of a percent: 1% in 120 s on the phone, each stretch rounded down."""

LIVED: Mapping[str, Found] = {
    "minutes_to_help": (milliseconds(1_265 - 0), None),
    "minutes_waited": (milliseconds(600 + 15 + 60 + 300 + 3 + 120), None),
    "sat_through": (milliseconds(45 + 15 + 20 + 30 + 3 + 120), None),
    "longest_wait": (milliseconds(760 - 160), None),
    "contacts": (len(("chat", "call", "call", "call", "call", "web")), None),
    "channels": (len({"chat", "phone", "web"}), None),
    "needless_contacts": (
        1  # the chat: the date had been put off
        + 1  # the first call: the chat had been closed
        + 1  # the second: the line had gone dead
        + 0  # the third and fourth: nothing had happened since
        + 1,  # the web: a date had passed
        None,
    ),
    "people": (len({"Dani", "Rosa"}), None),
    "transfers": (1, None),
    "cut_off": (len(("the chat", "the first call")), None),
    "identity_checks": (1, None),
    "facts_repeated": (len(("menu", "Dani")), None),
    "refusals": (1, None),
    "retyped_fields": (1 + 2 + 1, None),
    "promises_made": (len({"delivery", "refund", "lorry"}), None),
    "promises_moved": (1 + 1, None),
    "promises_kept": (3, None),
    "promises_broken": (1, None),
    "days": (12 - 0, None),
    "days_late": (max(8 - 2, 8 - 4, 12 - 13), None),
    "days_without_money": (12 - 3, None),
    "apologies": (2, None),
    "apologies_heard": (1, None),
    "kindnesses": (1, None),
    "days_at_home": (1, None),
    "tickets_drawn": (len(("B 41", "D 17")), None),
    "door_to_counter": (milliseconds(1_955 - 1_910), 1),
    "times_asked.order_number": (1 + 1 + 1, None),
    "times_asked_again.order_number": (3 - 1, None),
    "resource_left.phone_battery": (3_400 - BATTERY, 3_400),
    "resource_used.phone_battery": (BATTERY, 3_400),
}
RECORDED: Mapping[str, Found] = {
    "answered_in_target": (1, len(("15 s", "300 s", "120 s, given up"))),
    "speed_of_answer": (milliseconds(15 + 300), 2),
    "waiting_recorded": (milliseconds(15 + 300), 2),
    "abandonment": (1, 1 + 2),
    "handle_time": (milliseconds((965 - 845) + (1_565 - 1_265)), 2),
    "first_contact_resolution": (0, 1),
    "ticket_time": (milliseconds((1_565 - 845) + 13 + 130 + 50), 4),
    "containment": (1, 1 + 4),
    "bot_resolution": (1, 1),
    "settled_online": (2, 2),
    "self_service": (1, 1),
    "form_completion": (1, 3 - 1),
    "on_time_delivery": (1, len(("delivery", "lorry"))),
    "refunds_in_target": (1, 1),
    "fill_rate": (1, 1),
    "appointments_kept": (len(("the card",)), 1),
    "ticket_waiting": (milliseconds(1_950 - 1_935), 1),
    "csat": (len((4,)), len((4, 2))),
    "ces": (len((6,)), len((3, 6))),
    "nps": (len((9, 10)) - len((5,)), len((9, 10, 5))),
}
OTHERWISE: Mapping[tuple[str, object], Mapping[str, Found]] = {
    ("target_ms", 300_000): {"answered_in_target": (2, 3)},
    ("clock_from", "first_ring"): {
        "answered_in_target": (0, 4),  # 30 + 15 s; 10 + 3 s is no short one any more
        "speed_of_answer": (milliseconds(30 + 15 + 300), 2),
        "abandonment": (2, 4),
    },
    ("short_abandons", 0): {"answered_in_target": (1, 4), "abandonment": (2, 4)},
    ("abandoned", "left_out"): {"answered_in_target": (1, 2)},
    ("abandoned", "for_if_short"): {"answered_in_target": (2, 4)},
    ("dropped", "abandoned"): {"answered_in_target": (1, 4), "abandonment": (2, 4)},
    ("passed_on", "once"): {
        "answered_in_target": (1, 2),
        "speed_of_answer": (milliseconds(15), 1),
        "abandonment": (1, 2),
        "handle_time": (milliseconds(1_565 - 845), 1),
    },
    ("handled", "talk_only"): {
        "handle_time": (milliseconds(120 - 60 + 300), 2),
    },
    ("again_within_days", 0): {"first_contact_resolution": (1, 1)},
    ("again_on", "any_channel"): {},  # nothing in this log; see the tests below
    ("settled", "not_back"): {},
    ("ticket_clock", "runs"): {
        "ticket_time": (milliseconds(LAST + 50 - (THIRD + 845)), 4),
    },
    ("on_time_to", "first_date"): {"on_time_delivery": (0, 2)},
    ("filled_at", "dispatch"): {},
    ("filled_at", "delivery"): {"fill_rate": (0, 1)},
    ("forms_of", "begun"): {"form_completion": (1, 3)},
    ("not_at_home", "left_out"): {"appointments_kept": (0, 0)},
    ("ces_as", "mean"): {"ces": (3 + 6, 2)},
    ("rates_from", 1): {},
}


def found(readings: tuple[Reading, ...]) -> dict[str, Found]:
    return {each.measure.id: (each.value, each.of) for each in readings}


@pytest.fixture(scope="module")
def account() -> Account:
    return Account.of(SCRIPT, twelve_days().log)


@pytest.mark.parametrize("measure", LIVED)
def test_what_was_lived_is_what_a_stop_watch_says(
    account: Account, measure: str
) -> None:
    assert found(lived_readings(account))[measure] == LIVED[measure]


@pytest.mark.parametrize("measure", RECORDED)
def test_what_is_recorded_is_what_the_rule_says(account: Account, measure: str) -> None:
    assert found(recorded_readings(account))[measure] == RECORDED[measure]


def test_no_measure_is_without_its_sum(account: Account) -> None:
    assert set(found(lived_readings(account))) == set(LIVED)
    assert set(found(recorded_readings(account))) == set(RECORDED)


@pytest.mark.parametrize(("option", "value"), OTHERWISE)
def test_another_rule_changes_what_it_decides_and_nothing_else(
    account: Account, option: str, value: object
) -> None:
    counting = dataclasses.replace(
        USUAL, **typing.cast("dict[str, typing.Any]", {option: value})
    )
    expected = {**RECORDED, **OTHERWISE[option, value]}

    assert found(recorded_readings(account, counting)) == expected
    [known] = [each for each in OPTIONS if each.name == option]
    assert set(OTHERWISE[option, value]) <= set(known.measures)


def test_every_option_is_described_with_all_its_values_and_its_source() -> None:
    fields = {each.name for each in dataclasses.fields(Counting)}
    hints = typing.get_type_hints(Counting)

    assert [each.name for each in OPTIONS] == [
        each.name for each in dataclasses.fields(Counting)
    ]
    assert {option for option, _ in OTHERWISE} == fields
    for option in OPTIONS:
        assert tuple(option.values) == typing.get_args(hints[option.name])
        assert option.source
        assert set(option.measures) <= set(RECORDED)
        if option.values:
            assert next(iter(option.values)) == getattr(USUAL, option.name)
            tried = {value for name, value in OTHERWISE if name == option.name}
            assert tried == set(list(option.values)[1:])


def test_an_assistant_has_not_settled_what_comes_back_elsewhere(
    account: Account,
) -> None:
    """Nobody comes back to the chat, and somebody rings 40 seconds later."""
    elsewhere = Counting(settled="not_back", again_on="any_channel")

    assert found(recorded_readings(account, elsewhere))["bot_resolution"] == (0, 1)


def test_a_help_centre_has_not_settled_what_comes_back_elsewhere(
    account: Account,
) -> None:
    """Nobody goes straight to a call, and somebody opens a chat two days later."""
    elsewhere = Counting(settled="not_back", again_on="any_channel")

    assert found(recorded_readings(account, elsewhere))["self_service"] == (0, 1)


def test_coming_back_on_another_channel_may_count_as_coming_back() -> None:
    """An answered call of 70 seconds, and a chat half a minute later."""
    log = begun()
    answered(log, 0, 10, 60)
    log.sec(100).write(e.ContactBegan, "chat")
    account = Account.of(SCRIPT, log.log)
    anywhere = recorded_readings(account, Counting(again_on="any_channel"))

    usual = found(recorded_readings(account))
    assert usual["first_contact_resolution"] == (1, 1)
    assert found(anywhere)["first_contact_resolution"] == (0, 1)


def test_a_ticket_that_runs_is_days_longer_than_one_that_stops(
    account: Account,
) -> None:
    stops = found(recorded_readings(account))["ticket_time"][0] or 0
    runs = found(recorded_readings(account, Counting(ticket_clock="runs")))

    assert (runs["ticket_time"][0] or 0) - stops > milliseconds(8 * A_DAY)
