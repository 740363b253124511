"""The journey with less is told with its rule."""

from __future__ import annotations

from empathy_sim.debrief.less_told import LessTold, less_in_words
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.touchpoint import Due
from empathy_sim.journey.units import MINUTE, Drain
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.with_less import with_less
from tests.rehearsal import small_journeys as small

BREAK = Resource(starts=40 * MINUTE, says="Break", drains=Drain(1, 1), scope="day")
QUEUE = small.script(
    {
        "queue": small.hold(20, answered="rosa", hung_up="table"),
        "table": small.notice("queue", "gave_up"),
        "rosa": small.helper(hung_up="table"),
    },
    {"phone": small.battery(34), "lunch_break": BREAK},
    {"delivery": Due(in_=10 * MINUTE)},
)


def told() -> dict[str, LessTold]:
    play = small.begun(QUEUE)
    play.wait_until(lambda state: state.is_over)
    found = with_less(QUEUE, plain_cast(), play.log)
    return {each.id: each for each in less_in_words(found)}


def test_where_it_stops_is_told_with_what_was_promised() -> None:
    half = told()["half_the_battery"]

    assert half.head == "Half the battery"
    assert half.rule.startswith("This customer's phone begins at 17%, not 34%;")
    stops, promised = half.says
    assert stops == (
        'It stops on Tuesday 10:17, in "Alone", before anybody able to help was reached.'
    )
    assert promised == "Promised, and not kept by then: The kettle arrives."
    assert half.by_the_rule
    assert not half.reaches_help


def test_who_gets_as_far_is_told_in_a_sentence() -> None:
    once = told()["one_try"]

    assert once.says == ("It goes as it went for you.",)
    assert once.reaches_help
