"""What lay behind it is guessed before."""

from __future__ import annotations

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.backstage import BLAMES, GoalOffered, Guess
from empathy_sim.debrief.backstage import goals_of as goals_in
from empathy_sim.debrief.backstage import guesses_of as guesses_in
from empathy_sim.debrief.causes import causes_of
from empathy_sim.debrief.decided import decisions_in
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.engine import events as e
from empathy_sim.journey.cause import CauseKind
from tests.debrief.told_by_hand import SCRIPT, HandLog, two_calls


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
        "You said the person who served them. It was too few people, kept by finance."
    )


def test_both_guesses_are_kept_and_told_where_they_differ() -> None:
    log = two_calls()
    log.write(e.Attributed, "line_dropped", "agent", "before")
    log.write(e.Attributed, "line_dropped", "staffing", "after")

    says = guesses(log)[0].says

    assert says.startswith("You said the person who served them.")
    assert says.endswith("Afterwards you said too few people.")


def test_a_guess_about_one_friction_opens_no_other() -> None:
    log = two_calls()
    log.write(e.Attributed, "asked_again", "customer", "before")

    assert not any(each.is_open for each in guesses(log))


def test_goals_belong_to_the_keeper_and_the_mender() -> None:
    offered = goals(two_calls())

    assert {each.departments for each in offered} == {("finance", "digital")}
    assert offered[0].reading.measure.id == "minutes_to_help"


def test_every_kind_of_cause_can_be_guessed() -> None:
    kinds = CauseKind.__args__  # type: ignore[attr-defined]

    assert set(kinds) < set(BLAMES)
