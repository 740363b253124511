"""A rehearsal finds what was planted."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from empathy_sim.engine.moves import Choose, HangUp, Wait
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.scenario import Setting
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Felt
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.rehearsing import Plan, Result, begun, rehearse
from empathy_sim.rehearsal.temperaments import RobotName
from tests.rehearsal.planted_faults import BROKEN, ENDLESS, PIT, ROUND, SHUT, UNREACHED
from tests.rehearsal.shipped_scripts import (
    JOURNEYS,
    SCENARIOS,
    shipped_cast,
    shipped_script,
)
from tests.rehearsal.small_journeys import (
    CHOSEN,
    KEYS,
    ONE_QUEUE,
    TO_AND_FRO,
    notice,
    option,
    script,
)

NO_PLAYS = Plan(plays=0)
NEVER = Condition(setting="honest")
VISITED = Condition(visits="here", at_least=2)
SWITCH = Setting(is_="switch", default=False, about="Whether it says so.")
ROBOTS: tuple[RobotName, ...] = get_args(RobotName)


def rehearsed(played: Script, plan: Plan = NO_PLAYS) -> Result:
    return finished(rehearse(played, plain_cast(), plan))


def choices(result: Result, at: int = 0) -> list[str]:
    made = result.failing[at].moves
    return [each.move.option for each in made if isinstance(each.move, Choose)]


def test_a_dead_end_is_found_by_its_shortest_way() -> None:
    result = rehearsed(PIT)

    [lost] = result.rehearsed.lost
    assert (lost.place, lost.how, lost.steps) == ("alone/pit", "no way out", 2)
    assert choices(result) == ["there", "pit"]
    assert not result.rehearsed.is_clean


def test_a_circle_without_a_way_out_is_found_where_one_comes_into_it() -> None:
    result = rehearsed(ROUND)

    [lost] = result.rehearsed.lost
    assert (lost.place, lost.how, lost.steps) == ("alone/left", "no way out", 1)
    assert choices(result) == ["left"]


def test_what_no_way_leads_to_was_never_reached() -> None:
    found = rehearsed(UNREACHED).rehearsed

    assert not found.lost
    assert list(found.missed()) == [
        "alone/there",
        "alone/here: there",
        "alone/there: gave_up",
        "alone/here: options.there, when met requeued at least 1 is so",
    ]


def test_a_notice_of_which_no_option_is_ever_there_is_found() -> None:
    result = rehearsed(SHUT)

    [lost] = result.rehearsed.lost
    assert (lost.place, lost.plays) == ("alone/shut", 0)
    assert choices(result)[0] == "shut"


def test_robots_that_fall_into_a_dead_end_are_counted() -> None:
    found = rehearsed(PIT, Plan(plays=200)).rehearsed

    [lost] = found.lost
    assert lost.explored
    assert 0 < lost.plays < 200
    assert found.never_out == lost.plays
    assert found.never_out + sum(each.plays for each in found.endings) == 200


def test_a_rule_that_fails_is_a_finding_and_stops_nothing() -> None:
    found = rehearsed(BROKEN, Plan(plays=40)).rehearsed

    [lost] = found.lost
    assert (lost.how, lost.place) == ("fault", "alone/there")
    assert lost.error.startswith("KeyError")
    assert lost.explored
    assert lost.plays
    assert lost.steps == 2


def test_a_play_that_goes_round_is_stopped_and_told_as_endless() -> None:
    result = rehearsed(ENDLESS, Plan(plays=4, robots=("patient",), most_moves=30))

    [lost] = result.rehearsed.lost
    assert lost.how == "endless"
    assert not lost.explored
    assert len(result.failing[0].moves) == 30


@pytest.mark.parametrize("robot", ROBOTS)
def test_the_same_seed_finds_the_same(robot: RobotName) -> None:
    plan = Plan(plays=30, seed=5, robots=(robot,))

    assert rehearsed(ONE_QUEUE, plan) == rehearsed(ONE_QUEUE, plan)


def test_another_seed_plays_otherwise() -> None:
    one, other = (
        rehearsed(CHOSEN, Plan(plays=99, seed=seed)).rehearsed for seed in (1, 2)
    )

    assert one.options != other.options


def test_an_ending_is_counted_once_a_play() -> None:
    found = rehearsed(TO_AND_FRO, Plan(plays=80)).rehearsed

    endings = {each.ending: each.plays for each in found.endings}
    assert sum(endings.values()) == 80
    solved = next(o for o in found.options if o.option == "solved")
    assert solved.taken == endings["solved"]
    assert found.helped == endings["solved"]


def test_visits_are_what_options_led_to() -> None:
    found = rehearsed(TO_AND_FRO, Plan(plays=80)).rehearsed

    taken = {(each.place, each.option): each.taken for each in found.options}
    here, there = found.places
    assert here.visits == 80 + taken["alone/there", "here"]
    assert there.visits == taken["alone/here", "there"]
    assert here.plays == 80


def test_both_sides_of_a_condition_are_counted_by_plays() -> None:
    found = rehearsed(CHOSEN, Plan(plays=80)).rehearsed

    [side] = found.sides
    taken = {each.option: each.taken for each in found.options}
    assert (side.of, side.says) == ("options.solved", "chosen nicely")
    assert (side.so, side.not_so) == (taken["nicely"], taken["rudely"])
    assert side.so + side.not_so == 80
    assert not side.missed


def test_the_methodical_take_what_is_offered_in_turn() -> None:
    ask = script(
        {"ask": notice("one", "two"), "one": notice("solved"), "two": notice("solved")}
    )

    found = rehearsed(ask, Plan(plays=40, robots=("methodical",))).rehearsed

    assert [each.taken for each in found.options] == [20, 20, 20, 20]


def test_the_patient_wait_until_they_are_answered() -> None:
    found = rehearsed(KEYS, Plan(plays=60, robots=("patient",))).rehearsed

    left = {(each.place, each.exit): each.left for each in found.exits}
    assert left["alone/queue", "hung_up"] == 0
    assert left["alone/queue", "answered"] > 0


def test_the_impatient_hang_up() -> None:
    found = rehearsed(ONE_QUEUE, Plan(plays=60, robots=("impatient",))).rehearsed

    left = {(each.place, each.exit): each.left for each in found.exits}
    assert left["alone/queue", "hung_up"] > 0


def test_minutes_are_those_of_the_hold() -> None:
    found = rehearsed(ONE_QUEUE, Plan(plays=20, robots=("patient",))).rehearsed

    minutes = found.minutes
    assert minutes.story.counts == ((20, 20),)
    assert minutes.to_help.counts == ((20, 20),)
    assert minutes.real.counts == ((20, 20),)
    assert minutes.workshop.most < 5
    assert minutes.brisk.most < minutes.workshop.most
    assert found.contacts.counts == ((1, 20),)


def test_the_feelings_are_what_touchpoints_are_meant_to_feel_like() -> None:
    felt = Felt(pleasant=-3, aroused=2)
    played = script({"here": notice("solved", meant_to_feel=felt)})

    found = rehearsed(played, Plan(plays=8)).rehearsed

    assert {(each.pleasant, each.aroused, each.plays) for each in found.feelings} == {
        (-3, 2, 8)
    }


def test_what_settings_decide_is_not_missed() -> None:
    played = script(
        {
            "here": Notice(
                kind="notice",
                says="Well?",
                options=(
                    option("solved"),
                    option("there", when=Condition(all_=(NEVER, VISITED))),
                ),
            ),
            "there": notice("gave_up"),
        }
    )
    stage = played.stages["alone"]
    declared = {"honest": SWITCH}
    scenario = replace(stage.scenario, settings=declared)
    settled = replace(played, stages={"alone": replace(stage, scenario=scenario)})

    found = rehearsed(settled).rehearsed

    assert found.is_clean
    assert [each.settled for each in found.places] == [False, True]
    assert [each.settled for each in found.sides] == [True]


@pytest.mark.parametrize("name", [*JOURNEYS, *SCENARIOS])
def test_what_is_shipped_is_clean(name: str) -> None:
    result = finished(rehearse(shipped_script(name), shipped_cast(name), NO_PLAYS))

    assert result.rehearsed.explored.whole
    assert not result.rehearsed.lost
    assert list(result.rehearsed.missed()) == []


def test_a_rehearsal_begins_at_the_first_touchpoint_at_full_length() -> None:
    start = begun(TO_AND_FRO, plain_cast())

    assert (start.path, start.pace, start.phase) == ("alone/here", "real", "playing")


def test_waiting_is_a_move_of_the_way() -> None:
    hung_up = rehearsed(ONE_QUEUE, Plan(plays=30, robots=("impatient",), most_moves=3))

    moves = {type(each.move) for each in hung_up.failing[0].moves}
    assert moves <= {Wait, HangUp, Choose}
