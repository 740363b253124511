"""Customers with less stop where their rule says."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.touchpoint import Due
from empathy_sim.journey.units import MINUTE, SECOND, Drain
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.with_less import WithLess, with_less
from tests.rehearsal import small_journeys as small
from tests.rehearsal.shipped_scripts import KETTLE, shipped_cast, shipped_script

BREAK = Resource(starts=40 * MINUTE, says="Break", drains=Drain(1, 1), scope="day")
QUEUES = small.script(
    {
        "queue": small.hold(20, answered="rosa", hung_up="table"),
        "table": small.notice("queue", "gave_up"),
        "rosa": small.helper(hung_up="table"),
    },
    {"phone": small.battery(34), "lunch_break": BREAK},
    {"delivery": Due(in_=10 * MINUTE)},
)
PLAIN = small.script({"here": small.notice("solved")})


def answered() -> Playthrough:
    """A play that waits for twenty minutes, and is helped."""
    play = small.begun(QUEUES)
    play.wait_until(lambda state: state.is_over)
    return play


def called_twice() -> Playthrough:
    """A play that hangs up after a minute, and calls again."""
    play = small.begun(QUEUES)
    play.wait(MINUTE)
    play.do(m.HangUp())
    play.wait(5 * SECOND)
    play.do(m.Choose("queue"))
    play.wait_until(lambda state: state.is_over)
    return play


def found(play: Playthrough) -> dict[str, WithLess]:
    cast = play.state.cast
    assert cast is not None
    return {each.id: each for each in with_less(QUEUES, cast, play.log)}


def test_half_a_battery_goes_out_in_the_queue() -> None:
    half = found(answered())["half_the_battery"]

    assert half.by_the_rule
    assert (half.stopped.touchpoint, half.stopped.story_ms) == ("queue", 17 * MINUTE)
    assert half.stopped.when == "Tuesday 10:17"
    assert half.stopped.title == "Alone"
    assert half.outcome == "gave_up"
    assert not half.helped
    assert half.open_promises == ("The kettle arrives",)
    assert half.rule == (
        "This customer's phone begins at 17%, not 34%; when it goes out in a call, "
        "that is the end of it."
    )


def test_a_short_break_is_over_while_they_wait() -> None:
    short = found(answered())["a_short_break"]

    assert short.by_the_rule
    assert (short.stopped.touchpoint, short.stopped.story_ms) == ("queue", 15 * MINUTE)
    assert short.rule == (
        "This customer's break is 15 minutes, not 40 minutes; when it is over, that "
        "is the end of it."
    )


def test_who_tries_once_stops_where_the_participant_called_again() -> None:
    once = found(called_twice())["one_try"]

    assert once.by_the_rule
    assert (once.stopped.touchpoint, once.stopped.story_ms) == ("queue", MINUTE)
    assert once.outcome == "gave_up"


def test_who_needs_no_second_try_gets_as_far_as_the_participant() -> None:
    play = answered()
    once = found(play)["one_try"]

    assert not once.by_the_rule
    assert once.outcome == "solved"
    assert once.helped
    assert once.undone == ()
    assert once.stopped.story_ms == play.state.story_ms


def test_a_customer_with_less_of_what_a_journey_lacks_is_left_out() -> None:
    play = small.begun(PLAIN)
    play.do(m.Choose("solved"))
    cast = play.state.cast
    assert cast is not None

    assert [each.id for each in with_less(PLAIN, cast, play.log)] == ["one_try"]


def test_everything_is_marked_as_simulated_and_says_its_rule() -> None:
    for each in found(answered()).values():
        assert each.simulated
        assert each.rule.startswith("This customer")
        assert each.rule.endswith(".")


def test_in_the_shipped_journey_each_of_three_stops_while_holding() -> None:
    name = KETTLE
    script, cast = shipped_script(name), shipped_cast(name)
    play = Playthrough(script, cast, at_stage="waiting")
    play.begin()
    for _ in range(3):
        play.wait_until(lambda state: bool(state.progress) and scene_asks(play))
        play.do(m.Choose("go-on"))
    play.wait_until(lambda state: state.touchpoint == "break-room")
    play.do(m.Choose("see-where-the-kettle-is"))
    play.wait(MINUTE)
    play.do(m.Choose("ring-us"))
    for _ in range(4):
        play.wait(10 * SECOND)
        play.do(m.Press("0"))
    play.wait_until(lambda state: state.touchpoint == "dead-line")
    play.do(m.Choose("call-again"))
    play.wait_until(lambda state: state.touchpoint == "dani")
    play.do(m.HangUp())
    play.do(m.Choose("read"))

    lived = {each.id: each for each in with_less(script, cast, play.log)}

    titles = {name: each.stopped.title for name, each in lived.items()}
    assert titles == {
        "half_the_battery": "Holding",
        "a_short_break": "Holding",
        "one_try": "Holding",
    }
    places = {name: each.stopped.touchpoint for name, each in lived.items()}
    assert places == {
        "half_the_battery": "queue-again",
        "a_short_break": "queue",
        "one_try": "queue",
    }
    assert lived["one_try"].undone == ("Customer Care",)


def scene_asks(play: Playthrough) -> bool:
    return play.scene.asks
