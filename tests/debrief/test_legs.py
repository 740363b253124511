"""Contacts are told leg by leg."""

from __future__ import annotations

from empathy_sim.debrief.legs import Contact, contacts_of
from empathy_sim.debrief.placed import Log
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import (
    HandLog,
    answered,
    begun,
    ended_in_queue,
    two_calls,
)


def contacts(log: HandLog) -> tuple[Contact, ...]:
    return contacts_of(Log(log.log))


def test_two_calls_are_two_contacts_of_three_legs() -> None:
    first, second = contacts(two_calls())

    assert [leg.how for leg in first.legs] == ["dropped"]
    assert [leg.how for leg in second.legs] == ["transferred", "finished"]
    assert (first.by, second.by) == ("company", "customer")


def test_a_leg_counts_from_its_own_queue_to_its_own_answer() -> None:
    _, second = contacts(two_calls())

    assert [leg.queue_ms for leg in second.legs] == [840_000, 240_000]
    assert [leg.handled_ms for leg in second.legs] == [110_000, 60_000]
    assert [leg.passed_on for leg in second.legs] == [False, True]


def test_a_leg_that_nobody_answers_was_queued_to_its_end() -> None:
    first, _ = contacts(two_calls())

    assert first.legs[0].answered_ms is None
    assert first.legs[0].queue_ms == 1_500_000
    assert first.legs[0].handled_ms == 0


def test_people_are_named_once_in_order_with_who_could_help() -> None:
    _, second = contacts(two_calls())

    assert second.people == ("Dani", "Rosa")
    assert [leg.able for leg in second.legs] == [False, True]
    assert [each.to for each in second.transfers] == ["Resolutions"]


def test_a_call_that_ends_in_the_menu_has_no_leg() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.sec(30).write(e.ContactEnded, "phone", "customer", "hung_up")

    [call] = contacts(log)

    assert call.legs == ()
    assert not call.is_answered


def test_a_person_without_a_queue_answers_at_once() -> None:
    log = begun()
    log.write(e.ContactBegan, "chat")
    log.sec(20).write(e.PersonAnswered, "Sam", able=False)

    [chat] = contacts(log)

    assert chat.legs[0].queue_ms == 0
    assert chat.legs[0].answered_ms == 20_000


def test_a_lost_place_ends_a_leg_and_begins_another() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.wait("hold", 600)
    log.sec(300).write(e.WaitEnded, "hold", "lost_place")
    log.wait("hold", 600)
    log.sec(900).write(e.WaitEnded, "hold", "answered")

    [call] = contacts(log)

    assert [leg.how for leg in call.legs] == ["lost_place", "open"]
    assert [leg.queue_ms for leg in call.legs] == [300_000, 600_000]


def test_a_contact_under_way_ends_with_the_log() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.wait("hold", 600)
    log.sec(120).write(e.ReactionRecorded, -1, 1)

    [call] = contacts(log)

    assert (call.how, call.legs[0].how) == ("open", "open")
    assert (call.ended_ms, call.legs[0].queue_ms) == (120_000, 120_000)


def test_everything_is_proved_by_the_events_it_was_read_from() -> None:
    log = two_calls()

    for contact in contacts(log):
        began, ended = (log.log[seq - 1] for seq in contact.evidence)
        assert isinstance(began, e.ContactBegan)
        assert isinstance(ended, e.ContactEnded)
        for leg in contact.legs:
            assert all(contact.has(seq) for seq in leg.evidence)


def test_calls_one_after_the_other_are_kept_apart() -> None:
    log = begun()
    answered(log, 0, 10, 60)
    ended_in_queue(log, 100, 200, "customer", "hung_up")

    first, second = contacts(log)

    assert first.legs[0].how == "finished"
    assert second.legs[0].how == "hung_up"
