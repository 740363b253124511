"""A screen lives a stage again by its port."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.mended import mended_in
from empathy_sim.engine import moves as m
from empathy_sim.errors import MoveRefused
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import Shelf
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.port import LocalPort
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore

SCENARIO = Path(__file__).parents[2] / "scenarios/slipping-hold.yaml"
FIX = "slipping-hold/monthly-average"


@pytest.fixture
async def port() -> LocalPort:
    """A hold that was left after five minutes, in its debrief."""
    composer = Composer(Shelf())
    composed = composer.scenario(SCENARIO)
    script = composed.script
    assert script is not None
    clock = ManualClock()
    session = Session.begin(
        script,
        cast_for(script, 3),
        store=MemoryStore(),
        clock=clock,
        fixes=composer.fixes(composed),
    )
    port = LocalPort(session)
    await port.submit(m.Consent())
    while port.scene().phase != "playing":
        await port.submit(m.Proceed())
    clock.advance(300_000)
    await port.catch_up()
    await port.submit(m.Leave())
    while port.scene().phase != "debriefing":
        await port.submit(m.Proceed())
    return port


async def test_it_goes_on_in_a_port_of_its_own_and_the_session_is_told(
    port: LocalPort,
) -> None:
    stage = next(iter((await port.fixes()).reaches(FIX)))
    again = await port.again(FIX, stage)
    assert again.scene().phase == "playing"
    assert port.scene().phase == "debriefing"

    await again.submit(m.Leave())
    assert again.scene().phase != "playing"
    await port.submit(again.told())

    account = Account.of(port.script, port.log)
    [found] = mended_in(account, await port.fixes())
    assert found.fix == FIX


async def test_what_no_fix_reaches_is_refused(port: LocalPort) -> None:
    with pytest.raises(MoveRefused, match="cannot be lived again"):
        await port.again("slipping-hold/nothing", "nowhere")
