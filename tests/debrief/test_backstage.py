"""What lay behind it is guessed before."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.backstage import BLAMES, CUT, GoalOffered, Guess
from empathy_sim.debrief.backstage import goals_of as goals_in
from empathy_sim.debrief.backstage import guesses_of as guesses_in
from empathy_sim.debrief.causes import causes_of
from empathy_sim.debrief.decided import decisions_in
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.engine import events as e
from empathy_sim.engine.resolutions import Blame
from empathy_sim.journey.cause import CauseKind
from empathy_sim.journey.units import SECOND
from tests.debrief.told_by_hand import SCRIPT, HandLog, two_calls

KINDS: tuple[CauseKind, ...] = get_args(CauseKind)


def guesses(log: HandLog) -> tuple[Guess, ...]:
    account = Account.of(SCRIPT, log.log)
    return guesses_in(causes_of(account), decisions_in(log.log))


def goals(log: HandLog) -> tuple[GoalOffered, ...]:
    account = Account.of(SCRIPT, log.log)
    return goals_in(causes_of(account), lived_readings(account))


def test_the_worst_friction_of_each_cause_is_asked_about_own_departments_first() -> (
    None
):
    asked = guesses(two_calls())

    assert [(each.friction.code, each.cause.department) for each in asked] == [
        ("line_dropped", "finance"),
        ("estimate_slipped", "operations"),
        ("requeued", "operations"),
    ]


def test_nothing_is_open_before_it_has_been_guessed_at() -> None:
    log = two_calls()
    assert [each.is_open for each in guesses(log)] == [False, False, False]

    log.write(e.Attributed, "line_dropped", "agent", "before", "They hung up.")

    assert [each.is_open for each in guesses(log)] == [True, False, False]
    assert guesses(log)[0].says == (
        "You thought of the person who served them. Here: too few people, and a target "
        "in finance."
    )


def test_both_guesses_are_kept_and_told_where_they_differ() -> None:
    log = two_calls()
    log.write(e.Attributed, "line_dropped", "agent", "before")
    log.write(e.Attributed, "line_dropped", "staffing", "after")

    says = guesses(log)[0].says

    assert says.startswith("You thought of the person who served them.")
    assert says.endswith("Afterwards you thought of too few people.")


def said_of(thought: Blame, kind: CauseKind) -> str:
    """What is said where something was thought of a cause of some kind."""
    log = two_calls()
    log.write(e.Attributed, "line_dropped", thought, "before")
    [guess] = [each for each in guesses(log) if each.friction.code == "line_dropped"]
    return dataclasses.replace(
        guess, cause=dataclasses.replace(guess.cause, kind=kind)
    ).says


@pytest.mark.parametrize("thought", BLAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_thought_and_what_was_found_stand_beside_each_other(
    thought: Blame, kind: CauseKind
) -> None:
    says = said_of(thought, kind)

    assert says.startswith(f"You thought of {BLAMES[thought]}. ")
    assert BLAMES[kind] in says
    assert "in finance" in says
    for marks in ("It was", "not ", "wrong", "right", "but"):
        assert marks not in says.replace(BLAMES[thought], "").replace(BLAMES[kind], "")


def test_a_target_is_no_mistaken_thought_since_one_keeps_every_cause() -> None:
    assert said_of("policy", "budget") == (
        "You thought of a rule or a target. There is one, in finance; and behind it, "
        "money."
    )


def test_what_was_thought_and_found_alike_is_said_once() -> None:
    assert said_of("budget", "budget") == (
        "You thought of money. That lay behind it here, in finance, and a target that "
        "keeps it there."
    )


def test_a_guess_about_one_friction_opens_no_other() -> None:
    log = two_calls()
    log.write(e.Attributed, "asked_again", "customer", "before")

    assert not any(each.is_open for each in guesses(log))


def test_goals_belong_to_the_keeper_and_the_mender() -> None:
    offered = goals(two_calls())

    assert {each.departments for each in offered} == {("finance", "digital")}
    assert offered[0].reading.measure.id == "minutes_to_help"


def test_every_kind_of_cause_can_be_guessed() -> None:
    assert set(KINDS) < set(BLAMES)


def two_calls_cut(*cuts: tuple[int, int]) -> HandLog:
    """The same calls, of whose waits some stretches were cut, in story seconds."""
    log, whole = HandLog(departments=("finance",)), two_calls().events
    pending = sorted(cuts, key=lambda cut: cut[1])
    log.events = []
    for event in whole:
        while pending and pending[0][1] * SECOND <= event.story_ms:
            begins, ends = pending.pop(0)
            length = (ends - begins) * SECOND
            log.events.append(e.TimeCut(ends * SECOND, event.felt_ms, length))
        log.events.append(event)
    return log


def test_what_was_cut_is_asked_about_after_what_was_met_and_says_so() -> None:
    asked = guesses(two_calls_cut((590, 610)))

    assert [(each.friction.code, each.cut_says) for each in asked] == [
        ("line_dropped", ""),
        ("requeued", ""),
        ("estimate_slipped", CUT),
    ]


def test_a_friction_that_begins_where_the_cut_ends_was_met() -> None:
    lived = guesses(two_calls_cut((500, 600)))

    assert [each.friction.code for each in lived] == [
        each.friction.code for each in guesses(two_calls())
    ]
    assert not any(each.friction.cut for each in lived)


def test_what_sent_somebody_into_a_wait_that_was_cut_was_met() -> None:
    asked = guesses(two_calls_cut((1_510, 1_600)))

    assert "requeued" in [each.friction.code for each in asked]
    assert not any(each.friction.cut for each in asked)
