"""A guess stands beside what was measured."""

from __future__ import annotations

from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.predictions import Foretold
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import SCRIPT, HandLog, begun, ended_in_queue, two_calls


def foretold(log: HandLog) -> dict[str, Foretold]:
    return {each.id: each for each in debrief_of(SCRIPT, log.log).predictions}


def test_a_guess_is_told_with_its_calibration_gap() -> None:
    found = foretold(two_calls())["help"]

    assert (found.guessed, found.measured, found.gap) == (12, 45, 33)
    assert found.says == (
        "You said 12 minutes. It was 45 minutes. That is 33 minutes "
        "longer than you said."
    )


def test_the_last_guess_counts() -> None:
    found = foretold(two_calls())["repeats"]

    assert (found.guessed, found.measured, found.gap) == (2, 2, 0)
    assert found.says == "You said 2. It was 2. That is what you said."


def test_a_question_without_a_guess_is_answered_all_the_same() -> None:
    found = foretold(two_calls())["calls"]

    assert (found.guessed, found.gap) == (None, None)
    assert found.says == "You made no guess. It was 2."


def test_help_that_never_came_is_said_so() -> None:
    log = begun()
    log.write(e.Predicted, "help", 1)
    log.write(e.FrictionMet, "dead_end", None)
    ended_in_queue(log, 0, 60, "customer", "hung_up")

    found = foretold(log)["help"]

    assert (found.measured, found.gap) == (None, None)
    assert found.says == (
        "You said 1 minute. It never came to that: nobody able to help was reached."
    )


def test_what_was_never_asked_for_was_asked_for_no_times() -> None:
    assert foretold(begun())["repeats"].measured == 0


def test_nobody_asked_and_nothing_wrong_are_told_apart() -> None:
    log = begun()
    assert foretold(log)["help"].says.endswith("nobody was asked for help.")

    log.write(e.ContactBegan, "web")
    assert foretold(log)["help"].says.endswith("nothing had gone wrong.")


def test_both_the_guess_and_the_measure_are_evidence() -> None:
    log = two_calls()
    found = foretold(log)["help"]

    assert {type(log.log[seq - 1]) for seq in found.evidence} == {
        *(e.Predicted, e.ContactBegan, e.PersonAnswered)
    }


def test_the_gap_says_which_way() -> None:
    log = two_calls()
    log.write(e.Predicted, "help", 60)
    log.write(e.Predicted, "repeats", 9)
    log.write(e.Predicted, "calls", 1)
    found = foretold(log)

    assert found["help"].says.endswith("That is 15 minutes shorter than you said.")
    assert found["repeats"].says.endswith("That is 7 fewer than you said.")
    assert found["calls"].says.endswith("That is 1 more than you said.")
