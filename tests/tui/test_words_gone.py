"""A debrief whose words were removed says so."""

from __future__ import annotations

import pytest

from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.resolutions import Attribute
from empathy_sim.line.contract import WORDS_REMOVED
from empathy_sim.session.session import Session
from empathy_sim.tui.order import LookBack
from tests.tui.frame_house import FakeHouse, desk


@pytest.mark.parametrize("phase", ["debriefing", "closed"])
@pytest.mark.parametrize("purged", [False, True], ids=["kept", "removed"])
async def test_the_debrief_says_when_what_was_typed_is_gone(
    phase: Phase, purged: bool
) -> None:
    house = FakeHouse()
    name = house.stopped_in(phase)
    session = Session.resume(name, store=house.store, clock=house.clock)
    session.submit(Attribute("slow", "policy", "a canary"))
    session.suspend()
    if purged:
        house.store.purge_words(name)

    async with desk(house, LookBack(name)) as at:
        await at.until_at("DebriefScreen")
        assert (WORDS_REMOVED in " ".join(at.seen.split())) == purged
