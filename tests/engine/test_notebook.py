"""What the customer has at hand, and when."""

from __future__ import annotations

import msgspec

from empathy_sim.engine import moves as m
from empathy_sim.journey.journey import Like
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_nouns import journey_of, notice

STAGES = {"ordering": {"page": notice("done")}, "waiting": {"page": notice("done")}}
FACTS = {"order_number": "HV-1", "surname": "O'Brien"}


def script() -> Script:
    """A number that comes with the second stage, and a name that is always known."""
    made = journey_of(STAGES)
    customer = msgspec.structs.replace(
        made.journey.customer,
        holds={
            "order_number": Like(like="HV-#", from_="waiting"),
            "surname": Like(like="O'Brien"),
        },
    )
    journey = msgspec.structs.replace(made.journey, customer=customer)
    return msgspec.structs.replace(made, journey=journey)


def noted(play: Playthrough) -> set[str]:
    return {fact.id for fact in play.scene.notebook.facts}


def test_a_fact_is_in_the_notebook_from_its_stage_on() -> None:
    play = Playthrough(script(), plain_cast(FACTS))
    play.begin()
    assert noted(play) == {"surname"}

    play.do(m.Choose(play.scene.offers[0].id))

    assert play.state.stage == "waiting"
    assert noted(play) == {"order_number", "surname"}


def test_who_begins_later_has_it() -> None:
    play = Playthrough(script(), plain_cast(FACTS), at_stage="waiting")
    play.begin()

    assert noted(play) == {"order_number", "surname"}
