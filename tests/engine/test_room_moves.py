"""What a facilitator can do to a story."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import EndingFace
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_nouns import hold, journey_of, notice
from tests.engine.walking import refusal

STAGES = {
    "calling": {"queue": hold(20 * MINUTE), "page": notice("done")},
}


def playing() -> Playthrough:
    play = Playthrough(journey_of(STAGES), plain_cast())
    play.do(m.Consent())
    play.do(m.Proceed())
    return play


@pytest.mark.parametrize("move", [m.Close(), m.LeadOn()])
def test_nothing_is_closed_or_led_on_before_the_story(move: m.Move) -> None:
    play = Playthrough(journey_of(STAGES), plain_cast())

    refusal(play, move)


def test_whoever_is_in_the_story_when_the_room_closes_is_still_waiting() -> None:
    play = playing()
    play.wait(MINUTE)
    play.do(m.Close())

    (ended,) = play.happened(e.JourneyEnded)
    assert (ended.ending, ended.outcome) == ("", "still_waiting")
    assert play.state.phase == "ending"
    assert play.state.wait is None
    assert play.state.contact is None
    match play.scene.face:
        case EndingFace(outcome=outcome, left=left):
            assert (outcome, left) == ("still_waiting", False)
        case _:
            pytest.fail("an ending stands there")


def test_a_room_that_closes_while_the_story_stands_closes_it_too() -> None:
    play = playing()
    play.do(m.Pause("break"))
    play.do(m.Close())

    assert play.state.phase == "ending"
    assert play.state.paused is None


def test_a_closed_story_leads_to_the_debrief_like_any_other() -> None:
    play = playing()
    play.do(m.Close())
    play.do(m.Proceed())
    play.do(m.Proceed())

    assert play.state.phase == "debriefing"
