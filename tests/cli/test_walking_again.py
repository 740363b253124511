"""A way that failed fails again as a walkthrough."""

from __future__ import annotations

import pytest

from empathy_sim.cli.walking import kept, walked, what_is_wrong
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsing import Failing, Plan, rehearse
from tests.rehearsal.planted_faults import BROKEN, ENDLESS, PIT, ROUND, SHUT
from tests.rehearsal.small_journeys import KEYS, ONE_QUEUE


def failing(script: Script, plan: Plan) -> Failing:
    return finished(rehearse(script, cast_for(script, 1), plan)).failing[0]


def said_again(script: Script, plan: Plan) -> str:
    walkthrough = kept(failing(script, plan), script, "small", 1)
    return what_is_wrong(walkthrough, walked(walkthrough, script))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (PIT, "Nobody gets out of alone/pit."),
        (ROUND, "Nobody gets out of alone/left."),
        (BROKEN, "A rule failed at alone/there: KeyError"),
        (SHUT, "alone/shut"),
    ],
)
def test_where_nobody_gets_out_nobody_does_again(script: Script, said: str) -> None:
    assert said in said_again(script, Plan(plays=0))


def test_a_play_that_did_not_end_does_not_end_again() -> None:
    plan = Plan(plays=1, robots=("patient",), most_moves=12)

    assert "has not come to an ending" in said_again(ENDLESS, plan)


@pytest.mark.parametrize("script", [KEYS, ONE_QUEUE])
def test_a_robot_on_the_phone_is_followed_to_where_it_was_stopped(
    script: Script,
) -> None:
    plan = Plan(plays=40, robots=("impatient",), most_moves=3)
    found = failing(script, plan)

    went = walked(kept(found, script, "small", 1), script)

    assert went.diverged == ""
    assert found.place in went.state.visits
