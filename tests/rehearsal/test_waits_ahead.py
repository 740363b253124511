"""How much more waiting another pace would make."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from empathy_sim.rehearsal.waits_ahead import WaitsAhead
from tests.engine.made_nouns import hold, journey_of, notice

STAGES = {
    "one": {"queue": hold(26 * MINUTE), "page": notice("done")},
    "two": {"queue": hold(4 * MINUTE), "page": notice("done")},
}
SCRIPT = journey_of(STAGES)


def more(play: Playthrough, pace: m.Pace) -> int:
    ahead = WaitsAhead(SCRIPT, plain_cast())
    return ahead.more(play.state, play.log, pace)


def playing(pace: m.Pace = "workshop") -> Playthrough:
    play = Playthrough(SCRIPT, plain_cast(), pace=pace)
    play.begin()
    return play


def test_the_wait_that_is_being_waited_is_not_ahead() -> None:
    play = playing()

    assert more(play, "real") == 4 * MINUTE - 45 * SECOND


def test_what_was_lived_already_counts_toward_the_most_of_a_journey() -> None:
    play = playing("real")
    play.do(m.HangUp())
    play.do(m.SetPace("instant"))

    assert more(play, "workshop") == 0


def test_less_waiting_is_nothing_more() -> None:
    play = playing()

    assert more(play, "brisk") == 0
    assert more(play, "workshop") == 0


def test_nothing_lies_ahead_of_the_last_wait() -> None:
    play = playing()
    play.do(m.HangUp())

    assert more(play, "real") == 0


def test_reckoning_changes_nothing() -> None:
    play = playing()
    state, log = play.state.copied(), tuple(play.log)
    more(play, "real")

    assert (play.state, tuple(play.log)) == (state, log)
