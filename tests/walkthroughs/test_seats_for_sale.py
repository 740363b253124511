"""What a page sells can be bought there."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script

JOURNEY = "the-cheapest-seat"


def test_every_seat_with_a_price_can_be_taken() -> None:
    script, cast = shipped_script(JOURNEY), shipped_cast(JOURNEY)
    for seat in ("14A, by the window", "3C, near the front"):
        play = Playthrough(script, cast, pace="instant", at_stage="extras")
        play.begin()
        for says in ("Add a cabin bag for the crocodile", "Continue", seat):
            offers = {each.label: each.id for each in play.scene.offers}
            play.do(m.Choose(offers[says]))

        assert play.state.path == "extras/payment"
