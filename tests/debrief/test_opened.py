"""How was this counted? The very events say."""

from __future__ import annotations

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.opened import CountedEvent, opened
from empathy_sim.debrief.recorded import recorded_readings
from empathy_sim.engine import events as e
from tests.debrief.played_logs import every_play
from tests.debrief.told_by_hand import SCRIPT, HandLog, begun, two_calls
from tests.debrief.twelve_days_by_hand import twelve_days


def readings(account: Account) -> tuple[Reading, ...]:
    return (*lived_readings(account), *recorded_readings(account))


def told(log: HandLog, measure: str) -> tuple[CountedEvent, ...]:
    account = Account.of(SCRIPT, log.log)
    found = reading_of(readings(account), measure)
    assert found is not None
    return opened(account, found)


def says(log: HandLog, measure: str) -> list[str]:
    return [each.says for each in told(log, measure)]


def test_waiting_opens_every_wait_with_its_length() -> None:
    assert says(two_calls(), "minutes_waited") == [
        "On hold: it began; 4 minutes were announced.",
        "On hold until the line went dead: 25 minutes.",
        "On hold: it began.",
        "On hold until somebody answered: 14 minutes.",
        "On hold while somebody was asked: it began.",
        "On hold while somebody was asked: 1 minute.",
        "On hold: it began.",
        "On hold until somebody answered: 4 minutes.",
    ]


def test_each_event_says_when_and_where_it_was() -> None:
    first, *_, last = told(two_calls(), "minutes_to_help")

    assert (first.when, first.where, first.says) == (
        *("Tuesday 10:00", "Ringing", "Your customer rang."),
    )
    assert (last.when, last.where, last.says) == (
        "Tuesday 10:45",
        "Ringing, on the telephone",
        "Rosa was there, and able to help.",
    )


def test_what_was_asked_for_is_opened_with_who_asked_and_why() -> None:
    assert says(twelve_days(), "times_asked.order_number") == [
        "The assistant asked for the order number.",
        "The menu asked for the order number.",
        "Dani asked for the order number, to prove who was there.",
    ]


def test_promises_open_with_their_dates() -> None:
    assert says(twelve_days(), "days_late") == [
        'Promised for Thursday 12 June: "The kettle arrives".',
        'Put off from Thursday 12 June to Sunday 15 June: "The kettle arrives".',
        'The date passed: "The kettle arrives".',
        'Kept: "The kettle arrives".',
    ]


def test_what_was_put_off_opens_with_what_put_it_off() -> None:
    assert [
        type(two_calls().log[each.seq - 1])
        for each in told(two_calls(), "promises_moved")
    ] == [e.PromiseMoved]


def test_an_apology_that_was_cut_says_so() -> None:
    cut = "You did not hear it: that stretch was cut."

    assert says(twelve_days(), "apologies") == [
        'The recording apologised: "We are sorry."',
        'The recording apologised: "We are sorry." ' + cut,
    ]


def test_a_contact_that_should_not_have_been_needed_opens_with_the_failure() -> None:
    assert says(twelve_days(), "needless_contacts") == [
        'Put off from Thursday 12 June to Sunday 15 June: "The kettle arrives".',
        "Your customer opened a chat.",
        "The company closed the chat.",
        "Your customer rang.",
        "The line went dead near the front of the queue.",
        "Your customer rang.",
        'Put off from Saturday 14 June to Thursday 19 June: "lorry".',
        "Your customer opened the website.",
    ]


def test_fields_are_called_as_the_page_calls_them() -> None:
    assert says(twelve_days(), "retyped_fields")[0] == (
        'Your customer filled in "Surname".'
    )


def test_a_reading_of_nothing_opens_nothing() -> None:
    assert told(begun(), "transfers") == ()


def test_every_reading_of_every_log_opens_to_as_many_sentences_as_it_counted() -> None:
    heard = 0
    for script, log in (*every_play(3), (SCRIPT, twelve_days().log)):
        account = Account.of(script, log)
        for reading in readings(account):
            events = opened(account, reading)
            heard += len(events)
            assert [each.seq for each in events] == list(reading.evidence)
            for each in events:
                assert each.says[:1] == each.says[:1].upper()
                assert each.says.endswith((".", '"', "?", "!", "…")), each.says
                assert "  " not in each.says
    assert heard > 500


def test_nothing_a_person_wrote_is_told() -> None:
    log = begun()
    log.enter("robin", "chat")
    log.write(e.Said, "customer", "", "my own words")
    log.write(e.FieldFilled, "surname", 5, "my own words")
    account = Account.of(SCRIPT, log.log)
    everything = Reading(lived_readings(account)[0].measure, 0, tuple(range(1, 7)))

    assert "my own words" not in str(opened(account, everything))
