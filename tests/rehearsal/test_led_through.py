"""A facilitator can lead on from anywhere."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script

JOURNEYS = ("the-birthday-kettle", "the-cheapest-seat", "between-eight-and-six")


@pytest.mark.parametrize("name", JOURNEYS)
def test_each_shipped_journey_can_be_led_through_to_its_end(name: str) -> None:
    script = shipped_script(name)
    play = Playthrough(script, shipped_cast(name))
    play.do(m.Consent())
    while not play.scene.may("leave") or not play.state.stage:
        play.do(m.Proceed())
    stages = [play.state.stage]
    while not play.happened(e.JourneyEnded) and len(stages) <= 2 * len(script.stages):
        play.do(m.LeadOn())
        stages.append(play.state.stage)

    assert play.happened(e.JourneyEnded), stages
    assert [each.stage for each in play.happened(e.LedOn)] == stages[:-1]
