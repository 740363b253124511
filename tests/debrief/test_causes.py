"""Each cause is opened once, the leader's own first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from empathy_sim.debrief.causes import CauseFound, mended_elsewhere
from empathy_sim.debrief.costs import cost_in_words
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import (
    CARD,
    LIMIT,
    MONTHLY,
    SCRIPT,
    HandLog,
    begun,
    two_calls,
)


def debriefed(log: HandLog) -> Debrief:
    return debrief_of(SCRIPT, log.log)


def causes(log: HandLog) -> tuple[CauseFound, ...]:
    return debriefed(log).causes


def test_a_cause_appears_once_with_everything_it_did() -> None:
    found = {each.id: each for each in causes(two_calls())}

    monthly = found["holding/monthly"]
    assert [each.code for each in monthly.frictions] == ["estimate_slipped", "requeued"]
    assert (monthly.times, monthly.weight) == (2, 2)


def test_a_cause_costs_the_waits_of_its_frictions_and_no_minute_twice() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.enter("queue", "hold")
    log.wait("hold", 600)
    log.sec(100).write(e.FrictionMet, "estimate_slipped", MONTHLY)
    log.sec(200).write(e.FrictionMet, "position_rose", MONTHLY)
    log.sec(600).write(e.WaitEnded, "hold", "answered")

    [cause] = causes(log)

    assert cause.cost_ms == 600_000
    assert [each.cost_ms for each in cause.frictions] == [600_000, 600_000]
    assert cause.frictions[0].cost_says == "in 10 minutes of waiting"


def test_being_sent_back_costs_the_wait_that_follows() -> None:
    found = {each.code: each for each in debriefed(two_calls()).frictions}

    assert found["requeued"].cost_ms == 840_000
    assert found["line_dropped"].cost_ms == 1_500_000


def test_being_asked_again_costs_the_answering() -> None:
    found = {each.code: each for each in debriefed(two_calls()).frictions}

    assert found["asked_again"].cost_ms == 20_000


@pytest.mark.parametrize(
    ("cost", "says"),
    [(29_999, ""), (30_000, "for 30 seconds"), (90_000, "for 2 minutes")],
)
def test_a_cost_under_half_a_minute_is_not_put_in_words(cost: int, says: str) -> None:
    assert cost_in_words("asked_again", cost) == says


def test_who_mends_what_is_counted() -> None:
    monthly, limit = causes(two_calls())
    own = replace(limit, fix=replace(limit.fix, department=limit.department))

    assert debriefed(two_calls()).mended == (
        "In both cases the department whose target causes it is not the one that can "
        "mend it."
    )
    assert mended_elsewhere((monthly, own)) == (
        "In one of two cases the department whose target causes it is not the one "
        "that can mend it."
    )
    assert mended_elsewhere((own,)) == (
        "This can be mended by the department whose target causes it."
    )
    assert mended_elsewhere(()) == ""


def test_what_undoes_work_costs_the_work_each_time_only_once() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.sec(10).enter("robin", "chat")
    log.sec(70).write(e.FrictionMet, "intent_loop", MONTHLY)
    log.sec(100).write(e.FrictionMet, "intent_loop", MONTHLY)

    [cause] = causes(log)

    assert (cause.cost_ms, cause.times) == (90_000, 2)


def test_a_refusal_costs_no_minutes_of_its_own() -> None:
    log = begun()
    log.sec(60).enter("desk", "call")
    log.sec(90).write(e.FrictionMet, "policy_wall", MONTHLY)

    assert causes(log)[0].frictions[0].cost_says == ""


def test_the_leaders_own_departments_come_first() -> None:
    """Finance is the leader's; the others follow by weight."""
    log = two_calls()
    log.events.insert(-1, e.FrictionMet(2_760_000, 450_000, "contradicted", CARD))

    found = causes(log)

    assert [each.department for each in found] == ["finance", "marketing", "operations"]
    assert [each.yours for each in found] == [True, False, False]


def test_then_come_those_the_leader_could_mend() -> None:
    log = HandLog(departments=("digital",))
    log.write(e.StageEntered, "ringing")
    log.write(e.FrictionMet, "contradicted", MONTHLY)
    log.write(e.FrictionMet, "menu_changed", LIMIT)

    assert [each.id for each in causes(log)] == ["holding/limit", "holding/monthly"]
    assert causes(log)[0].fix.yours


def test_frictions_are_ordered_by_weight_then_minutes_then_times() -> None:
    log = begun()
    log.write(e.ContactBegan, "phone")
    log.enter("queue", "hold")
    for code in ("menu_changed", "zero_refused", "misheard", "misheard"):
        log.write(e.FrictionMet, code, None)
    log.wait("hold", 600)
    log.sec(60).write(e.FrictionMet, "position_rose", None)
    log.sec(600).write(e.FrictionMet, "line_dropped", None)
    log.write(e.WaitEnded, "hold", "dropped")

    assert [each.code for each in debriefed(log).frictions] == [
        *("line_dropped", "position_rose", "misheard", "zero_refused", "menu_changed")
    ]


def test_a_cause_says_what_kept_it_and_who_can_mend_it() -> None:
    found = {each.id: each for each in causes(two_calls())}["holding/limit"]

    assert (found.kept_by, found.since) == ("31 pence a call", "2017")
    assert (found.fix.change, found.fix.department) == ("Decide again.", "digital")
    assert found.frontline_says == "We said so."
    assert found.frictions[0].known == ("Forty calls a week.",)


def test_where_no_choice_would_have_helped_the_cause_says_so() -> None:
    found = {each.id: each for each in causes(two_calls())}

    assert found["holding/monthly"].no_good_option == ("Ringing",)
    assert found["holding/limit"].no_good_option == ()


def test_a_friction_without_a_cause_stands_by_itself() -> None:
    found = debriefed(two_calls())

    assert [each.code for each in found.without_cause] == ["asked_again"]


def test_a_cause_that_the_script_does_not_know_is_no_cause() -> None:
    log = begun()
    log.write(e.FrictionMet, "jargon", "elsewhere/nothing")

    assert causes(log) == ()
    assert [each.code for each in debriefed(log).without_cause] == ["jargon"]


def test_it_all_leads_to_one_question() -> None:
    assert debriefed(begun()).closing == (
        "Over the month every department hit its target. Which of these targets did you set?"
    )
