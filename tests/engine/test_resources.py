"""A battery and a break run down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.state import Held
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.touchpoint import Option, Touchpoint
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.units import DAY, HOUR, MINUTE, SECOND, Drain
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_nouns import BATTERY, LUNCH, alone, hold, notice
from tests.engine.made_scripts import played

RING = {
    "home": notice("queue", "home", "done"),
    "queue": hold(
        2 * HOUR,
        leads={"answered": "done", "hung_up": "home", "dropped": "home"},
    ),
}


def with_battery(pages: dict[str, Touchpoint], **more: Resource) -> Playthrough:
    resources = {"phone_battery": BATTERY, **more}
    return played(alone(pages, resources=resources), pace="workshop")


def crossed(play: Playthrough) -> list[tuple[str, str, int]]:
    return [
        (each.resource, each.mark, each.story_ms)
        for each in play.happened(e.ResourceCrossed)
    ]


def left(play: Playthrough, name: str = "phone_battery") -> int:
    return play.state.resource_at(name, play.state.story_ms)


def test_a_battery_runs_down_by_calling_only() -> None:
    play = with_battery(RING)
    play.wait(HOUR)
    assert left(play) == 1_000

    play.do(m.Choose("queue"))
    play.wait(4 * MINUTE)
    assert left(play) == 800

    play.do(m.HangUp())
    play.wait(HOUR)
    assert left(play) == 800
    assert play.scene.gauges[0].left == "8%"
    assert play.scene.gauges[0].share == 800


def test_running_low_is_told_when_it_happens() -> None:
    play = with_battery(RING)
    play.do(m.Choose("queue"))
    play.wait(15 * MINUTE)

    assert crossed(play) == [("phone_battery", "low", 10 * MINUTE)]
    assert play.happened(e.ResourceCrossed)[0].says == "The phone shows a red bar."
    assert play.scene.gauges[0].low


def test_an_empty_battery_ends_the_call() -> None:
    play = with_battery(RING)
    play.do(m.Choose("queue"))
    play.wait_until(lambda state: state.touchpoint == "home")

    assert play.state.story_ms == 20 * MINUTE
    assert crossed(play)[-1] == ("phone_battery", "zero", 20 * MINUTE)
    assert play.frictions() == ["call_cut_short"]
    ended = play.happened(e.ContactEnded)[0]
    assert (ended.by, ended.how) == ("battery", "battery")
    assert play.happened(e.WaitEnded)[0].how == "battery"
    assert play.happened(e.TouchpointLeft)[-1].exit == "dropped"


def test_where_a_dropped_line_leads_nowhere_it_is_as_if_hung_up() -> None:
    play = with_battery({"queue": hold(2 * HOUR)})
    play.wait_until(lambda state: state.is_over)

    assert play.happened(e.TouchpointLeft)[-1].exit == "hung_up"


def test_what_is_only_read_on_the_phone_stays_when_the_battery_dies() -> None:
    play = with_battery({"text": notice("done", channel="phone")})
    play.wait(HOUR)

    assert play.state.touchpoint == "text"
    assert play.state.contact is None
    assert play.frictions() == ["call_cut_short"]
    play.do(m.Choose("done"))


def test_time_that_was_cut_until_the_battery_died_is_told() -> None:
    play = with_battery(RING)
    play.do(m.Choose("queue"))
    play.wait_until(lambda state: state.touchpoint == "home")

    cut = sum(each.length_ms for each in play.happened(e.TimeCut))
    assert cut > 0
    assert play.state.felt_ms + cut == play.state.story_ms


def test_with_an_empty_battery_each_new_call_is_cut_short_at_once() -> None:
    play = with_battery(RING)
    for _ in range(3):
        play.do(m.Choose("queue"))
        play.wait_until(lambda state: state.touchpoint == "home")

    assert play.frictions().count("call_cut_short") == 3
    assert play.state.story_ms == 20 * MINUTE
    assert [mark for _, mark, _ in crossed(play)] == ["low", "zero", "zero", "zero"]


def test_a_break_runs_down_whatever_one_does() -> None:
    play = with_battery(RING, lunch_break=LUNCH)
    play.wait(9 * MINUTE)

    assert left(play, "lunch_break") == MINUTE
    assert play.scene.gauges[1].left == "1 min"
    assert crossed(play) == [("lunch_break", "low", 8 * MINUTE)]


def test_a_resource_goes_and_is_shown_in_the_stages_that_are_named_only() -> None:
    here = replace(LUNCH, stages=("alone",))
    play = with_battery(RING, here=here, elsewhere=replace(here, stages=("desk",)))
    play.wait(5 * MINUTE)

    shown = {each.id: each.share for each in play.scene.gauges}
    assert shown == {"phone_battery": 1_000, "here": 5_000}
    assert left(play, "here") == 5 * MINUTE
    assert left(play, "elsewhere") == LUNCH.starts

    play.wait(5 * MINUTE)
    assert {each[0] for each in crossed(play)} == {"here"}


def test_a_break_that_is_over_warns_once_and_drops_no_call() -> None:
    play = with_battery(RING, lunch_break=LUNCH)
    play.do(m.Choose("queue"))
    play.wait(11 * MINUTE)
    play.do(m.HangUp())
    play.do(m.Choose("queue"))
    play.wait(MINUTE)

    assert [mark for name, mark, _ in crossed(play) if name == "lunch_break"] == [
        "low",
        "zero",
    ]
    assert left(play, "lunch_break") == 0
    assert play.state.touchpoint == "queue"


DAYS = Days(kind="days", lasts=DAY, leads={"passed": "home"})


def over_night() -> Playthrough:
    pages = {"home": notice("night", "done"), "night": DAYS}
    return with_battery(pages, lunch_break=LUNCH)


def test_no_break_runs_down_while_days_pass() -> None:
    play = with_battery(
        {"night": replace(DAYS, lasts=5 * MINUTE), "home": notice("done")},
        lunch_break=LUNCH,
    )
    play.wait_until(lambda state: state.touchpoint == "home")

    assert left(play, "lunch_break") == 10 * MINUTE


def test_a_break_is_whole_again_the_next_day_and_runs_out_again() -> None:
    play = over_night()
    play.wait(11 * MINUTE)
    play.do(m.Choose("night"))
    play.wait_until(lambda state: state.touchpoint == "home")
    assert left(play, "lunch_break") == 10 * MINUTE
    play.wait(11 * MINUTE)

    assert crossed(play) == [
        ("lunch_break", "low", 8 * MINUTE),
        ("lunch_break", "zero", 10 * MINUTE),
        ("lunch_break", "low", DAY + 19 * MINUTE),
        ("lunch_break", "zero", DAY + 21 * MINUTE),
    ]


def test_a_gauge_shows_a_whole_break_as_soon_as_it_is_another_day() -> None:
    play = over_night()
    play.wait(4 * MINUTE)
    play.do(m.Choose("night"))

    assert play.state.resource_at("lunch_break", 5 * HOUR) == 6 * MINUTE
    assert play.state.resource_at("lunch_break", 20 * HOUR) == 10 * MINUTE


def test_a_battery_is_not_whole_again_the_next_day() -> None:
    pages = {
        "home": notice("queue", "night", "done"),
        "queue": hold(MINUTE * 8, leads={"answered": "home", "hung_up": "home"}),
        "night": DAYS,
    }
    play = with_battery(pages)
    play.do(m.Choose("queue"))
    play.wait_until(lambda state: state.touchpoint == "home")
    play.do(m.Choose("night"))
    play.wait_until(lambda state: state.touchpoint == "home")

    assert left(play) == 600


def test_a_break_does_not_run_out_after_midnight_by_the_day_before() -> None:
    late = replace(LUNCH, starts=15 * HOUR, low=None)
    play = with_battery(RING, lunch_break=late)

    assert play.scene.next_at is None


def test_a_condition_knows_what_is_left() -> None:
    low = Option(
        says="Hurry",
        id="hurry",
        leads="done",
        when=Condition(resource="phone_battery", below=900),
    )
    pages = {
        "home": notice(options=(Option(says="Ring", id="queue", leads="queue"), low)),
        "queue": RING["queue"],
    }
    play = with_battery(pages)
    assert play.scene.offer("choose", "hurry") is None
    play.do(m.Choose("queue"))
    play.wait(3 * MINUTE)
    play.do(m.HangUp())

    assert play.scene.offer("choose", "hurry") is not None


def test_a_text_names_what_is_left() -> None:
    says = "<resource.phone_battery> and <resource.lunch_break>"
    play = with_battery({"home": notice("done", says=says)}, lunch_break=LUNCH)
    play.wait(30 * SECOND)

    face = play.scene.face
    assert face is not None
    assert face.told()[0].says == "10% and 10 min"


def test_nothing_runs_down_before_the_story_and_after_it() -> None:
    play = with_battery({"home": notice("done")}, lunch_break=LUNCH)
    play.wait(MINUTE)
    play.do(m.Choose("done"))
    level = left(play, "lunch_break")

    assert level == 9 * MINUTE
    assert play.state.resource_at("lunch_break", 5 * MINUTE) == level
    assert play.scene.next_at is None


@given(
    st.integers(1, 10_000),
    st.integers(0, 10_000),
    st.integers(1, 500),
    st.integers(1, HOUR),
)
def test_a_level_is_reached_at_the_very_instant_that_was_foreseen(
    starts: int, level: int, amount: int, per: int
) -> None:
    noun = Resource(starts=starts, drains=Drain(amount, per))
    held = Held(starts, DAY, draining=True)
    level = min(level, starts)

    at = held.reaches(level, noun)

    assert at is not None
    assert held.at(at, noun) <= level
    assert at == DAY or held.at(at - 1, noun) > level


@pytest.mark.parametrize("drains", [Drain(1, 1), Drain(100, 2 * MINUTE)])
def test_what_does_not_drain_reaches_nothing(drains: Drain) -> None:
    assert Held(500, 0).reaches(0, Resource(starts=500, drains=drains)) is None
