"""Receipts are decent about none and one."""

from __future__ import annotations

import re

import pytest

from empathy_sim.debrief import phrases
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.receipt import Receipt
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
from tests.debrief.twelve_days_by_hand import twelve_days


def receipts(log: HandLog) -> dict[str, Receipt]:
    return {each.id: each for each in debrief_of(SCRIPT, log.log).receipts}


def says(log: HandLog, receipt: str) -> str:
    return receipts(log)[receipt].says


def test_what_two_calls_took_is_told() -> None:
    told = {name: each.says for name, each in receipts(two_calls()).items()}

    assert told == {
        "waiting": "Your customer waited 44 minutes. You sat through 5:30 of it.",
        "apologies": "All three announcements were the apology; you heard it twice.",
        "help": "From the first contact for help it took your customer 45 minutes to "
        "reach somebody able to help: Rosa.",
        "contacts": "Two contacts for help: two calls.",
        "needless": "One of them should never have been needed. What made it needed: the "
        "line went dead near the front of the queue.",
        "cut_off": "The line went dead once.",
        "people": "Two people spoken to, one of them able to help. Your customer was "
        "passed on once.",
        "asked.order_number": "Your customer was asked for the order number twice, one "
        "of them after giving it.",
        "identity": "Your customer had to prove who they were once.",
        "promises": "Your customer was made one promise. Still open: "
        '"The kettle arrives". Its date was put off once.',
        "resource.phone_battery": "Your customer's phone: 34% at first, 12% at the "
        "lowest.",
        "kindnesses": "One small thing was done right. Dani stayed to write a note.",
        "in_all": "All of it took your customer 46 minutes, and you 7:30.",
    }


def test_each_receipt_says_which_time_it_is() -> None:
    told = receipts(two_calls())

    assert told["waiting"].time == "both"
    assert told["help"].time == "story"
    assert told["contacts"].time == "neither"


def test_each_receipt_shows_its_evidence() -> None:
    log = two_calls()

    for receipt in receipts(log).values():
        assert receipt.evidence
        assert all(1 <= seq <= len(log.log) for seq in receipt.evidence)


@pytest.mark.parametrize(
    ("felt", "told"),
    [
        (
            0,
            "Your customer waited 10 minutes. All of it was cut: you sat through none.",
        ),
        (40, "Your customer waited 10 minutes. You sat through 40 seconds of it."),
        (250, "Your customer waited 10 minutes. You sat through 4:10 of it."),
        (600, "Your customer waited 10 minutes, and you sat through all of it."),
    ],
)
def test_the_two_times_of_a_wait_are_kept_apart(felt: int, told: str) -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.wait("hold", 600)
    log.sec(600, felt).write(e.WaitEnded, "hold", "answered")

    assert says(log, "waiting") == told


def test_no_waiting_is_worded() -> None:
    log = begun()
    answered(log, 0, 0, 60)

    assert says(log, "waiting") == "Nobody kept your customer waiting."
    assert says(begun(), "waiting") == "Your customer stood in no queue."


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        ((True,), "The one announcement was the apology; you heard it too."),
        ((False,), "The one announcement was the apology; you were spared it."),
        (
            (False, False),
            "Both announcements were the apology; you were spared both.",
        ),
        ((True, True), "Both announcements were the apology; you heard every one."),
        (
            (True, *(False,) * 22),
            "All 23 announcements were the apology; you heard it once.",
        ),
        (
            (False,) * 3,
            "All three announcements were the apology; you were spared them all.",
        ),
    ],
)
def test_apologies_are_told_for_both(heard: tuple[bool, ...], told: str) -> None:
    log = begun()
    for each in heard:
        log.write(e.Announced, "apology", "We are sorry.", heard=each)

    assert says(log, "apologies") == told


def test_apologies_are_told_among_all_that_was_announced() -> None:
    log = begun()
    for sort in ("menu", "estimate", "apology", "position", "apology"):
        log.write(e.Announced, sort, "So it is.")

    assert says(log, "apologies") == (
        "Two of the four announcements were the apology; you heard every one."
    )


def test_no_promise_kept_is_said_so() -> None:
    log = begun()
    log.write(e.PromiseMade, "a", 2 * DAY)
    log.write(e.PromiseMade, "b", 2 * DAY)
    log.write(e.PromiseBroken, "b", "denied")

    assert says(log, "promises") == (
        'Your customer was made two promises. Kept: none. Broken: "b". Still open: "a".'
    )


def test_without_an_apology_none_is_mentioned() -> None:
    assert "apologies" not in receipts(begun())


def test_nobody_able_is_said_so() -> None:
    log = begun()
    log.write(e.FrictionMet, "powerless", None)
    ended_in_queue(log, 0, 60, "customer", "hung_up")

    assert says(log, "help") == "Nobody able to help has been reached so far."
    log.write(e.JourneyEnded, "gave_up", "gave_up", "It is left.")
    assert says(log, "help") == "Nobody able to help was reached."
    assert says(log, "people") == "No person was spoken to."


def test_what_was_solved_without_anybody_is_said_so() -> None:
    log = begun()
    log.write(e.FrictionMet, "dead_end", None)
    log.write(e.ContactBegan, "chat")
    log.write(e.JourneyEnded, "solved", "solved", "It is done.")

    assert says(log, "help") == "It was settled without anybody who was able to help."


def test_where_nothing_went_wrong_nobody_was_missed() -> None:
    log = begun()
    log.write(e.ContactBegan, "web")

    assert "help" not in receipts(log)
    assert says(log, "contacts") == "One contact: one visit to the website."


def test_somebody_able_at_once_is_said_so() -> None:
    log = begun()
    answered(log, 0, 0, 60)

    assert says(log, "help") == "Somebody able to help was there at once."
    assert says(log, "people") == "One person spoken to, who was able to help."


def test_leaving_is_told_first_and_calmly() -> None:
    log = begun()
    log.enter("queue", "hold")
    log.leave("queue", "left_journey")
    log.write(e.JourneyLeft)

    told = debrief_of(SCRIPT, log.log).receipts

    assert told[0].says == (
        "You left at this point: Ringing. Most of what follows is about what came "
        "before."
    )


def test_promises_that_ended_differently_are_told_apart() -> None:
    log = begun()
    for name in ("a", "b", "c", "d"):
        log.write(e.PromiseMade, name, 2 * DAY)
    log.write(e.PromiseKept, "a")
    log.write(e.PromiseBroken, "b", "denied")
    log.write(e.PromiseBroken, "c", "denied")

    assert says(log, "promises") == (
        'Your customer was made four promises. Kept: "a". Broken: "b" and "c". Still open: "d".'
    )


def test_numbers_are_words_up_to_twelve() -> None:
    assert phrases.many(1, "call") == "one call"
    assert phrases.many(12, "call") == "twelve calls"
    assert phrases.many(1_300, "call") == "1,300 calls"
    assert [phrases.times(each) for each in (0, 1, 2, 3, 23)] == [
        *("never", "once", "twice", "three times", "23 times")
    ]


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0.4, "less than a second"),
        (1, "1 second"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (89, "1 minute"),
        (90, "2 minutes"),
        (119 * 60, "119 minutes"),
        (120 * 60, "2 hours"),
        (47 * 3_600, "47 hours"),
        (7 * 86_400, "7 days"),
    ],
)
def test_a_duration_is_told_in_its_own_unit(seconds: float, told: str) -> None:
    assert phrases.lasting(round(seconds * 1_000)) == told


def test_what_twelve_days_took_is_told_as_well() -> None:
    told = receipts(twelve_days())

    assert told["needless"].says == (
        "Four of them should never have been needed. What made them needed: a date was put "
        "off; the company ended a contact; the line went dead near the front of the "
        "queue."
    )
    assert told["retyped"].says == (
        "Your customer filled in four fields of a form again."
    )
    assert told["money"].says == ("Your customer was without the money for nine days.")
    assert told["promises"].says == (
        'Your customer was made three promises. Kept: "refund" and '
        '"lorry", four days after the first date. Broken and kept later: "The kettle '
        'arrives", six days after the first date. Dates were put off twice.'
    )


def test_a_receipt_with_a_length_says_whose_time_it_is() -> None:
    lengths = re.compile(r"\b(second|minute|hour|day)s?\b|\d:\d\d")
    told = 0
    for log in (two_calls(), twelve_days()):
        for receipt in receipts(log).values():
            if lengths.search(receipt.says):
                told += 1
                assert receipt.time in {"story", "both"}, receipt.says
                assert "customer" in receipt.says, receipt.says
    assert told > 6
