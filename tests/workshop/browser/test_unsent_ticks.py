"""Ticks that are not sent outlast a swap."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.swapping import swap
from tests.workshop.browser.in_browsers import IN_A_BROWSER, PHONE, browsers, opened
from tests.workshop.room.rooms import to_playing
from tests.workshop.server.served import KEYS, served

pytestmark = IN_A_BROWSER
_CURVE = "input[name=curve]"
_KEPT = "Object.keys(sessionStorage).filter((each) => each.startsWith('unsent'))"


async def test_what_was_ticked_is_still_there_on_the_other_chair() -> None:
    async with served() as here, browsers() as browser:
        ines = await opened(browser, PHONE)
        await ines.goto(f"{here.url}/j/{KEYS.of('join')}")
        await ines.fill("#label", "Ines")
        await ines.tap("text=Take my seat")
        await ines.wait_for_url("**/seat")
        await here.joined("Omar", "observer", here.seat("Ines"))
        here.workshop.begin()
        session = here.room.session_of(here.seat("Ines"))
        to_playing(session)
        session.submit(m.React(-2, 2, "Nobody comes."))
        close_play(here.room)
        while session.state.phase != "closed":
            session.submit(m.Proceed())
        await ines.goto(f"{here.url}/seat/share")
        assert not await ines.is_visible("#not-kept")
        await ines.check(_CURVE)
        swap(here.room)
        await ines.wait_for_url("**/seat/observe")
        await ines.tap("text=It is still there")
        await ines.wait_for_selector("#not-kept:visible")
        assert await ines.is_checked(_CURVE)
        assert here.room.seat(here.seat("Ines")).ticked is None
        await ines.tap("text=Keep these ticks")
        await ines.wait_for_selector("text=Kept as you ticked it")

        ticked = here.room.seat(here.seat("Ines")).ticked
        assert ticked is not None
        assert ticked.curve
        assert await ines.evaluate(_KEPT) == []
        assert not await ines.is_visible("#not-kept")
