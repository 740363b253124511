"""Every way is found, and none twice."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.exploring import explore, finished, least_to_help
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.retelling import Retelling, steps_of
from empathy_sim.rehearsal.robots import CuriousRobot, moods, play_through
from empathy_sim.rehearsal.searching import MOST_VISITS, Searching
from empathy_sim.rehearsal.stepping import Step, as_explored
from empathy_sim.rehearsal.tally import Progress, Tally
from tests.rehearsal import small_journeys as small
from tests.rehearsal.shipped_scripts import KETTLE, shipped_cast, shipped_script
from tests.rehearsal.wandering import every_way


@pytest.mark.parametrize("name", small.SMALL)
def test_the_ways_counted_are_those_that_can_be_gone_one_by_one(name: str) -> None:
    start = small.start_of(small.SMALL[name])
    gone = every_way(start)

    ways = finished(explore(start))

    assert ways.whole
    assert ways.ways == len(gone)
    assert dict(ways.outcomes) == Counter(each.outcome for each in gone.values())
    times = Counter(e.helped_ms for e in gone.values() if e.helped_ms is not None)
    assert dict(ways.times) == times


def test_ways_to_and_fro_are_cut_at_the_third_visit() -> None:
    ways = finished(explore(small.start_of(small.TO_AND_FRO)))

    # h.  h t.  h t h.  h t h t.  h t h t h.  h t h t h t.
    assert ways.ways == 6
    assert ways.outcomes == (("gave_up", 3), ("solved", 3))


def test_a_queue_that_can_be_left_and_joined_again_is_counted_by_hand() -> None:
    ways = finished(explore(small.start_of(small.ONE_QUEUE)))

    # Before each of three queues one may have left the queue before and come back.
    # A queue is answered, and Rosa solves it or is hung up on; or it is left, and that
    # is that, or there is another; after the third queue the table is the third, and
    # only giving up is left: 3 + 3 + 3.
    assert ways.ways == 9
    assert ways.outcomes == (("gave_up", 6), ("solved", 3))
    assert ways.times == ((20 * MINUTE, 6),)


def test_a_battery_that_lasts_for_one_call_ends_the_second() -> None:
    ways = finished(explore(small.start_of(small.DROPS)))

    # After a talk with Dani the next queue is cut off, which is to be back at the
    # table. From the table with the third queue behind one: 1 way; with the second:
    # 2; with the first: 3. Without a talk before it, the third queue has 1 way by
    # leaving it and 3 by Dani (goodbye, cut off, the table); the second 5 and 4; the
    # first 10 and 5.
    assert ways.ways == 15
    assert ways.outcomes == (("gave_up", 15),)
    assert ways.best is None


def test_the_best_the_median_and_the_worst_way_are_told_in_steps() -> None:
    ways = finished(explore(small.start_of(small.KEYS)))

    assert ways.best is not None
    assert [(each.touchpoint, each.exit) for each in ways.best.steps] == [
        ("menu", "1"),
        ("queue", "answered"),
        ("rosa", "hello"),
    ]
    assert ways.best.helped_ms == 5 * MINUTE
    assert ways.best.took_ms == 5 * MINUTE + 10 * SECOND
    assert ways.best.outcome == "solved"
    assert ways.best.contacts == 1
    assert {each.title for each in ways.best.steps} == {"Alone"}
    assert ways.best.steps[0].says == "For help, press 1."
    assert ways.worst is not None
    assert ways.worst.helped_ms == ways.times[-1][0]


def test_choices_that_matter_are_those_after_which_the_best_is_another() -> None:
    ways = finished(explore(small.start_of(small.CHOSEN)))

    (desk,) = (each for each in ways.choices if each.touchpoint == "desk")
    (ask,) = (each for each in ways.choices if each.touchpoint == "ask")
    assert [(each.exit, each.best_ms) for each in ask.options] == [
        ("nicely", 0),
        ("rudely", None),
    ]
    assert [(each.exit, each.best_ms) for each in desk.options] == [
        ("solved", 0),
        ("gave_up", None),
    ]
    assert ask.can_lose
    assert len(ways.choices) == 2


def test_it_says_how_many_ways_were_sooner() -> None:
    ways = finished(explore(small.start_of(small.ONE_QUEUE)))

    assert ways.helped == 6
    assert ways.sooner_than(20 * MINUTE) == 0
    assert ways.sooner_than(20 * MINUTE + 1) == 6
    assert ways.sooner_than(None) == 6


def test_the_least_that_a_way_takes_is_found_by_its_steps() -> None:
    start = small.start_of(small.ONE_QUEUE)
    again = [
        Step("alone/queue", "hung_up"),
        Step("alone/table", "queue"),
        Step("alone/queue", "answered"),
    ]

    assert least_to_help(start, again) == 20 * MINUTE
    assert least_to_help(start, again[:2]) is None
    assert least_to_help(start, [Step("alone/queue", "unheard of")]) is None


def test_where_the_bound_is_hit_it_says_so_and_counts_what_was_tried() -> None:
    start = small.start_of(small.TO_AND_FRO)

    ways = finished(explore(start, most_states=4))

    assert not ways.whole
    assert 0 < ways.ways < 6
    assert ways.states <= 5


def test_progress_is_told_and_the_work_may_be_dropped() -> None:
    work = explore(small.start_of(small.KEYS))
    told = []
    for progress in work:
        told.append(progress)
        if len(told) == 2:
            work.close()

    assert all(type(each) is Progress for each in told)
    assert told == sorted(told)


def test_the_same_start_is_explored_the_same() -> None:
    start = small.start_of(small.DROPS)

    assert finished(explore(start)) == finished(explore(start))


@pytest.mark.parametrize("stage", ["ordering", "looking", "menu", "holding"])
def test_every_way_that_a_robot_goes_is_one_of_those_explored(stage: str) -> None:
    journey = KETTLE
    script, cast = shipped_script(journey), shipped_cast(journey)
    start = Playthrough(script, cast, at_stage=stage)
    start.begin()
    begun = as_explored(start.state)
    told = Retelling(Searching(begun, Tally()), begun)
    gone = 0
    for seed in range(25):
        random = Random(seed)
        play = Playthrough(script, cast, at_stage=stage)
        play_through(play, CuriousRobot(random, patience=moods(random)[0]))
        steps = steps_of(play.log)
        if max(Counter(each.place for each in steps).values()) <= MOST_VISITS:
            gone += 1
            way = finished(told.way(steps))
            assert way is not None, (seed, steps)
            assert way.took_ms <= play.state.story_ms

    assert gone >= 10


def test_the_shipped_journey_is_explored_whole() -> None:
    journey = KETTLE
    play = Playthrough(shipped_script(journey), shipped_cast(journey))
    play.begin()

    ways = finished(explore(play.state))

    assert ways.whole
    assert ways.ways > 1_000_000
    assert {name for name, _ in ways.outcomes} >= {"solved", "partly", "gave_up"}
    for way, (time, _) in ((ways.best, ways.times[0]), (ways.worst, ways.times[-1])):
        assert way is not None
        assert way.helped_ms == time


def test_from_where_nothing_can_be_done_there_are_no_ways() -> None:
    play = small.begun(small.KEYS)
    play.do(m.HangUp())

    ways = finished(explore(play.state))

    assert play.state.is_over
    assert (ways.ways, ways.times, ways.best) == (0, (), None)


def test_a_paused_story_is_explored_as_it_goes_on() -> None:
    play = small.begun(small.KEYS)
    expected = finished(explore(play.state))
    play.do(m.Pause())

    assert finished(explore(play.state)) == expected
