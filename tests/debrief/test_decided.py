"""What the leader decided is in the log."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.decided import Commitment, decisions_in
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import two_calls


def test_of_each_decision_the_last_counts() -> None:
    log = two_calls()
    log.write(e.Attributed, "line_dropped", "agent", "before", "rude")
    log.write(e.Attributed, "line_dropped", "staffing", "before", "too few")
    log.write(e.Attributed, "line_dropped", "policy", "after")
    log.write(e.FigureGiven, "customers", 9_000, "invented")
    log.write(e.FigureGiven, "customers", 12_000, "yours")
    log.write(e.Committed, "a", "b")
    last = log.write(e.Committed, "on Monday", "I ring", "me", "Ana, IT", "2025-07-01")
    log.write(e.GoalShared, "contacts", ("finance", "digital"), "one")

    held = decisions_in(log.log)

    assert held.before["line_dropped"].blames == "staffing"
    assert held.before["line_dropped"].reason == "too few"
    assert held.after["line_dropped"].blames == "policy"
    assert (held.figures["customers"].value, held.figures["customers"].ground) == (
        12_000,
        "yours",
    )
    assert held.commitment is not None
    assert held.commitment.seq == last
    assert held.goal is not None
    assert held.goal.departments == ("finance", "digital")


def test_what_was_brought_back_stands_beside_what_was_taken_on() -> None:
    log = two_calls()
    log.write(e.AssignmentTaken, "ask_three", "2025-07-01", ("parcels",))
    log.write(e.BroughtBack, "ask_three", "partly", {"heard": "passwords"})

    held = decisions_in(log.log)

    assert held.assignment is not None
    assert held.assignment.guesses == ("parcels",)
    assert held.returned["ask_three"].answers == {"heard": "passwords"}


def test_answers_in_words_go_by_their_question() -> None:
    log = two_calls()
    log.write(e.Reflected, "nightmare.1", "They would answer the telephone.")

    assert decisions_in(log.log).words == {
        "nightmare.1": "They would answer the telephone."
    }


def test_nothing_decided_is_nothing() -> None:
    held = decisions_in(two_calls().log)

    assert (held.commitment, held.assignment, held.goal) == (None, None, None)
    assert not held.before
    assert not held.figures


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("the report is on my desk", "ring the number on it"),
        ("If the report is on my desk,", "I will ring the number on it."),
        ("if the report is on my desk", "I ring the number on it"),
    ],
)
def test_a_commitment_reads_as_one_sentence_however_it_was_written(
    cue: str, act: str
) -> None:
    says = Commitment(cue, act, "", "", "", 1).says

    assert says == ("If the report is on my desk, then I will ring the number on it.")
