"""Tickets and visits, counted by hand."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.recorded_words import recorded_in_words
from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.debrief.told_by_hand import SCRIPT, HandLog, begun
from tests.engine import made_scripts

MINUTE = 60
HOUR = 60 * MINUTE
A_DAY = 24 * HOUR
LEFT_OUT = Counting(not_at_home="left_out")


def readings(log: HandLog, counting: Counting = USUAL) -> dict[str, Reading]:
    account = Account.of(SCRIPT, log.log)
    both = (*lived_readings(account), *recorded_in_words(account, counting))
    return {each.measure.id: each for each in both}


def in_a_hall() -> HandLog:
    """Two tickets: 20 minutes on B 41 for the wrong counter, 12 minutes on D 17.

    Ten seconds at the machine, 30 at the wrong counter, 15 from the call to the right.
    """
    log = begun()
    log.sec(0).write(e.ContactBegan, "counter")
    log.enter("hall", "counter")
    at = 10
    log.sec(at).write(e.StepTaken, "drawn", {"ticket": "b", "number": "B 41"})
    at += 20 * MINUTE
    log.sec(at).write(e.StepTaken, "turn", {"until": 0})
    log.write(e.StepTaken, "sent", {})
    at += 30
    log.sec(at).write(e.StepTaken, "drawn", {"ticket": "d", "number": "D 17"})
    at += 12 * MINUTE
    log.sec(at).write(e.StepTaken, "turn", {"until": 0})
    at += 15
    log.sec(at).write(e.PersonAnswered, "Ines", able=True)
    log.write(e.StepTaken, "met", {})
    log.leave("hall", "served")
    return log


def at_home(log: HandLog, day: int, visit: int, step: str, **facts: e.Plain) -> None:
    """From eight o'clock of a day until two; it began at ten on the first."""
    began = day * A_DAY - 2 * HOUR
    log.sec(began).enter("home", "counter", visit)
    log.write(e.StepTaken, "awaits", {"length": 0, "opens": 0, "closes": 0})
    log.sec(began + 6 * HOUR).write(e.StepTaken, step, dict(facts))
    if step == "turn":
        log.write(e.StepTaken, "met", {})
    log.leave("home", "served" if step == "turn" else "missed")


def three_days() -> HandLog:
    """A card while at home, a visit put off by a text, and one in the last hours."""
    log = begun()
    at_home(log, 1, 1, "lost", how="card", in_window=True, in_first=True)
    at_home(log, 4, 2, "lost", how="put_off", in_window=True, in_first=True)
    at_home(log, 9, 3, "turn", in_window=True, in_first=False)
    return log


def test_the_wait_on_record_is_that_of_the_second_machine() -> None:
    found = readings(in_a_hall())

    assert found["ticket_waiting"].value == 12 * MINUTE * 1_000
    assert found["ticket_waiting"].of == 1
    assert found["tickets_drawn"].value == 2
    assert found["door_to_counter"].value == (10 + 1_200 + 30 + 720 + 15) * 1_000
    assert found["minutes_to_help"].value == (10 + 1_200 + 30 + 720 + 15) * 1_000


def paired(log: HandLog) -> list[str]:
    told = debrief_of(SCRIPT, log.log)
    return [each.id for each in (*told.pairs, *told.more_pairs)]


def test_a_hall_is_paired_only_where_the_record_has_less_than_was_lived() -> None:
    right = begun()
    right.sec(0).write(e.ContactBegan, "counter")
    right.enter("hall", "counter")
    right.write(e.StepTaken, "drawn", {"ticket": "d", "number": "D 17"})
    right.sec(12 * MINUTE).write(e.StepTaken, "turn", {"until": 0})
    right.sec(12 * MINUTE + 5).write(e.PersonAnswered, "Ines", able=True)
    right.write(e.StepTaken, "met", {})
    right.leave("hall", "served")

    assert "tickets" in paired(in_a_hall())
    assert "tickets" not in paired(right)


def test_a_ticket_on_which_nobody_was_helped_is_not_on_record() -> None:
    log = begun()
    log.enter("hall", "counter")
    log.write(e.StepTaken, "drawn", {"ticket": "b", "number": "B 41"})
    log.sec(900).write(e.StepTaken, "turn", {"until": 0})
    log.sec(960).write(e.StepTaken, "lost", {"how": "passed"})
    log.leave("hall", "missed")
    found = readings(log)

    assert (found["ticket_waiting"].value, found["ticket_waiting"].of) == (0, 0)
    assert found["door_to_counter"].value is None
    assert found["ticket_waiting"].says == (
        "No ticket was served to the end, so no wait is on record."
    )


def test_three_days_at_home_are_two_appointments_kept() -> None:
    found = readings(three_days())
    kept = found["appointments_kept"]

    assert found["days_at_home"].value == 3
    assert (kept.value, kept.of) == (2, 2)
    assert kept.says == (
        "Three appointments. One kept, and closed as customer not at home. One "
        "rescheduled, which is not counted. One kept, by the hours that were last "
        "given."
    )


def test_a_company_may_leave_out_who_was_not_at_home() -> None:
    kept = readings(three_days(), LEFT_OUT)["appointments_kept"]

    assert (kept.value, kept.of) == (1, 1)
    assert "closed as customer not at home, which is left out" in kept.says


def test_who_comes_after_the_hours_has_not_kept_them() -> None:
    log = begun()
    at_home(log, 1, 1, "turn", in_window=False, in_first=False)

    kept = readings(log)["appointments_kept"]

    assert (kept.value, kept.of) == (0, 1)
    assert kept.says == (
        "One appointment: not kept, since it was outside the hours given."
    )


PLAYED = {
    "counter-that-works": (["repairs-and-returns", "go", "served"], (0, 0)),
    "counter-at-home-that-works": (["stay", "stay", "stay", "go", "served"], (1, 1)),
    "counter-card-at-home": (["missed"], (1, 1)),
    "counter-put-off": (["missed"], (0, 0)),
    "counter-window-moves": (["go", "served"], (0, 1)),
    "counter-stops-rise": (["left"], (0, 0)),
}


@pytest.mark.parametrize("name", PLAYED)
def test_a_play_is_counted_like_a_log_by_hand(name: str) -> None:
    chosen, found = PLAYED[name]
    play: Playthrough = made_scripts.begun(name)
    for option in chosen:
        while not play.scene.asks and option != "left":
            play.tick()
        play.do(m.Choose(option))
    account = Account.of(play.state.script, tuple(play.log))
    both = {each.measure.id: each for each in recorded_in_words(account)}

    kept = both["appointments_kept"]
    assert (kept.value, kept.of) == found
    assert kept.says.endswith(".")
